"""`scripts/fuzz`: spoil practices, vocabularies and issues by chance, and see if anything fails or is slow.

For developers. Each spoilt file goes the whole way: it is read, judged, and what passes is shown as a page.
"""

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any

from macros import settings
from macros.answer import not_yet, ready
from macros.boxes import PROMISES, PROMISES_LABEL, SEPARATOR, Box, boxes
from macros.checks import examine
from macros.document import Document
from macros.fragments import Fragments
from macros.issue import findings, read_issue
from macros.issue_text import EMPTY
from macros.library import PRACTICES, Library, Practice, Reading, read
from macros.mutation import Mutation
from macros.pages import TAGS, practice_page, sanitised
from macros.problem import Problem
from macros.settings import Settings
from macros.source import practice_of
from macros.vocabulary import FOLDER

from . import ROOT, run

Trial = Callable[[bytes], bool]
"""Puts a file through all it would go through; whether it passed. Raises where something is broken."""

SLOW = 1.0
"""Seconds of processor that one file may take."""
SAVED = 20
"""Files that are kept of those that fail; more say little more."""


class Broken(AssertionError):
    """What came out is not what was promised."""


@dataclass
class Tally:
    """What came of it so far."""

    done: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    """Seconds of processor."""
    wrong: int = 0
    folder: Path | None = None
    """Where what fails is kept, and the slowest."""

    def keep(self, name: str, raw: bytes) -> Path:
        """Save a file, to try again; gives its place."""
        self.folder = self.folder or Path(tempfile.mkdtemp(prefix="leernetwerk-fuzz-"))
        file = self.folder / name
        file.write_bytes(raw)
        return file


def main() -> int:
    """0 if nothing failed and nothing was slow, else 1; 2 if the command was not understood."""
    parser = argparse.ArgumentParser(
        prog="scripts/fuzz", description="Verminkt bestanden, en kijkt wat er omvalt."
    )
    parser.add_argument("--number", type=int, default=100_000, help="aantal bestanden (standaard 100000)")
    parser.add_argument("--seed", type=int, default=1, help="begin van de toevalsgetallen (standaard 1)")
    arguments = parser.parse_args()
    tally, random = Tally(), Random(arguments.seed)  # noqa: S311 – the same again, not a secret
    with tempfile.TemporaryDirectory() as folder:
        for number, (kind, raw, trial) in enumerate(trials(random, arguments.number, Path(folder)), 1):
            attempt(tally, kind, raw, trial)
            if number % 1_000 == 0:
                so_far = f"{number}/{arguments.number}: {tally.wrong} fout, {tally.slowest:.2f} s"
                print(so_far, file=sys.stderr, flush=True)
    for kind, done in sorted(tally.done.items()):
        print(f"{kind:<14}{done:>9} geprobeerd{tally.passed[kind]:>9} goedgekeurd")
    print(f"langzaamste: {tally.slowest:.2f} s; fout of te langzaam: {tally.wrong}")
    if tally.folder:
        print(f"bewaard in {tally.folder}")
    return 1 if tally.wrong else 0


def trials(random: Random, number: int, folder: Path) -> Iterator[tuple[str, bytes, Trial]]:
    """So many files: the kind, the bytes, and how to try them; `folder` is for a project of vocabularies."""
    reading = read(ROOT, date.today())
    fragments, configured = Fragments(ROOT, reading.library, date.today()), settings.read(ROOT)
    paths = [practice.path for practice in reading.library.practices]
    texts = [(ROOT / path).read_text("utf-8") for path in paths]
    example = (ROOT / PRACTICES / "_sjabloon.md").read_text("utf-8")
    paths.append(next(path for path in paths if "/groningen/" in path))  # its own name is no slug
    texts.append(example)
    shutil.copytree(ROOT / PRACTICES / FOLDER, folder / PRACTICES / FOLDER)
    lists = sorted((folder / PRACTICES / FOLDER).iterdir())
    mutation = Mutation(texts, [file.read_text("utf-8") for file in lists])
    filed = [_filed(practice, reading.library) for practice in reading.library.practices]
    for _ in range(number):
        match random.randrange(100):
            case 0 | 1:
                at = random.randrange(len(lists))
                yield (
                    "woordenlijst",
                    mutation.vocabulary(random, at),
                    partial(_vocabulary_passes, lists[at], folder),
                )
            case kind if kind < 10:
                issue = mutation.text(random, random.choice(filed)).encode("utf-8", "surrogatepass")
                yield "bericht", issue, partial(_issue_passes, reading)
            case _:
                at = random.randrange(len(texts))
                trial = partial(_practice_passes, paths[at], reading, configured, fragments)
                yield "praktijk", mutation.practice(random, at), trial


def attempt(tally: Tally, kind: str, raw: bytes, trial: Trial) -> None:
    """Try one file and count what came of it; what fails or is slow is kept and named on stderr."""
    failure = ""
    started = time.process_time()
    try:
        tally.passed[kind] += trial(raw)
    except Exception as error:
        failure = f"{type(error).__name__}: {error}"
    spent = time.process_time() - started
    tally.done[kind] += 1
    if spent > SLOW:
        failure = failure or f"{spent:.1f} s"
    if failure:
        tally.wrong += 1
        if tally.wrong <= SAVED:
            print(
                f"{tally.keep(f'fout-{tally.wrong}-{kind}', raw)}: {failure[:300]}",
                file=sys.stderr,
                flush=True,
            )
    if spent > tally.slowest:
        tally.slowest = spent
        tally.keep("langzaamste", raw)


def _practice_passes(
    path: str, reading: Reading, configured: Settings, fragments: Fragments, raw: bytes
) -> bool:
    """The way of a practice: read, judged, and its page made if nothing is wrong with it."""
    document = practice_of(raw, Document(path))
    front, sections = examine(document, reading.surroundings)
    _sound(document.problems, raw)
    if document.problems:
        return False
    if front is None:
        raise Broken("there is no front matter, and no problem")
    html = configured.html(f"\n{document.body}")
    _Tags(sanitised(html))
    practice = Practice(document.slug, document.path, front, document.body, sections)
    practice_page(practice, fragments).render(html, "")
    return True


def _vocabulary_passes(file: Path, project: Path, raw: bytes) -> bool:
    """The way of a vocabulary among the others, in a project without practices."""
    right = file.read_bytes()
    try:
        file.write_bytes(raw)
        problems = read(project, date.today()).problems
    finally:
        file.write_bytes(right)
    _sound([one for one in problems if one.path.endswith(file.name)], raw)
    return not problems


def _issue_passes(reading: Reading, raw: bytes) -> bool:
    """The way of an issue from the form."""
    draft, wrong = read_issue(raw.decode("utf-8", "replace"), reading.library, date.today())
    if draft:
        wrong = (*wrong, *findings(draft, reading.surroundings, reading.library))
    not_yet(wrong)
    if draft:
        ready(draft)
    return not wrong


def _sound(problems: Iterable[Problem], raw: bytes) -> None:
    """Every problem is somewhere in the file, and says something that a terminal can show."""
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    for one in problems:
        if not (1 <= one.line <= lines + 1 and one.column >= 1):
            raise Broken(f"no such place in {lines} lines: {one}")
        if not one.message.strip() or not one.message.isprintable() or not one.field:
            raise Broken(f"nothing that can be shown: {one!r}")


class _Tags(HTMLParser):
    """Raises where HTML holds a tag that a practice's text cannot have."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise Broken(f"<{tag}> is left in the HTML")
        for name, value in attrs:
            if name == "href" and not re.match(r"(?:https:|mailto:|tel:|#|[a-z0-9./-]+\.md)", value or ""):
                raise Broken(f"a link to {value!r} is left in the HTML")


def _filed(practice: Practice, library: Library) -> str:
    """A practice as somebody fills it in on the form, in the words of GitHub."""
    front = practice.front.model_dump(mode="json", by_alias=True, exclude_none=True)
    sections = {section.heading: section.text for section in practice.sections}
    answers = {box.label: _answer(box, front) or sections.get(box.label, "") for box in boxes(library)}
    answers[PROMISES_LABEL] = "\n".join(f"- [x] {promise}" for promise in PROMISES)
    return "\n\n".join(f"### {label}\n\n{answer or EMPTY[0]}" for label, answer in answers.items())


def _answer(box: Box, front: dict[str, Any]) -> str:
    value: Any = front
    for key in box.path:
        value = value.get(key) or {}
    if not box.path or not value:
        return ""
    if isinstance(value, list):
        parts = [
            SEPARATOR.join(str(one.get(part.key, "")) for part in box.parts) if box.parts else one
            for one in value
        ]
        return (", " if box.options else "\n").join(parts)
    return str(value)


if __name__ == "__main__":
    run(main)
