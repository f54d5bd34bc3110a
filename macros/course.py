"""The whole way of a contributed file, from its bytes to what is shown of it, to try spoilt files on."""

import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any

from . import settings
from .answer import not_yet, ready
from .body import SAFE_LINK
from .boxes import PROMISES, PROMISES_LABEL, SEPARATOR, Box, boxes
from .checks import examine
from .document import Document
from .fragments import Fragments
from .issue import findings, read_issue
from .issue_text import EMPTY
from .library import PRACTICES, Library, Practice, Reading, read
from .mutation import Mutation
from .pages import TAGS, html_of, practice_page
from .problem import Problem
from .settings import Settings
from .source import practice_of
from .vocabulary import FOLDER


class Broken(AssertionError):
    """What came out is not what was promised."""


@dataclass(frozen=True)
class Trial:
    """One file, and the way that it goes."""

    kind: str
    """Dutch: practice, vocabulary or issue."""
    raw: bytes
    passes: Callable[[bytes], bool]
    """Takes the file all the way; whether it is accepted. Raises `Broken` or anything if something is."""


@dataclass(frozen=True)
class Course:
    """What files are tried in: a project with all its practices, and one with vocabularies alone."""

    reading: Reading
    settings: Settings
    fragments: Fragments
    practices: Mapping[str, str]
    """Texts by path."""
    issues: tuple[str, ...]
    """The practices as people fill them in on the form."""
    vocabularies: Mapping[Path, str]
    """Texts by file, in a project that may be written to."""

    @classmethod
    def of(cls, root: Path, folder: Path) -> "Course":
        """With what is in the project in `root`; its vocabularies are spoilt as copies, in `folder`."""
        reading = read(root, date.today())
        library = reading.library
        practices = {one.path: (root / one.path).read_text("utf-8") for one in library.practices}
        # The example takes the place of another, since its own name is not one that a practice can have.
        practices[next(path for path in practices if "/groningen/" in path)] = (
            root / PRACTICES / "_sjabloon.md"
        ).read_text("utf-8")
        shutil.copytree(root / PRACTICES / FOLDER, folder / PRACTICES / FOLDER)
        return cls(
            reading,
            settings.read(root),
            Fragments(root, library, date.today()),
            practices,
            tuple(_filed(practice, library) for practice in library.practices),
            {file: file.read_text("utf-8") for file in sorted((folder / PRACTICES / FOLDER).iterdir())},
        )

    def trial(self, random: Random) -> Trial:
        """A file that is spoilt by chance: mostly a practice."""
        mutation = Mutation(tuple(self.practices.values()), tuple(self.vocabularies.values()))
        match random.randrange(100):
            case 0 | 1:
                file, text = random.choice(tuple(self.vocabularies.items()))
                return Trial(
                    "woordenlijst", mutation.vocabulary(random, text), partial(self.vocabulary_passes, file)
                )
            case kind if kind < 10:
                issue = mutation.text(random, random.choice(self.issues))
                return Trial("bericht", issue.encode("utf-8", "surrogatepass"), self.issue_passes)
            case _:
                path, text = random.choice(tuple(self.practices.items()))
                return Trial("praktijk", mutation.practice(random, text), partial(self.practice_passes, path))

    def practice_passes(self, path: str, raw: bytes) -> bool:
        """The way of a practice: read, judged, and its page made if nothing is wrong with it."""
        document = practice_of(raw, Document(path))
        front, sections = examine(document, self.reading.surroundings)
        _sound(document.problems, raw)
        if document.problems:
            return False
        if front is None:
            raise Broken("there is no front matter, and no problem")
        practice = Practice(document.slug, document.path, front, document.body, sections)
        _Tags(html_of(practice, self.fragments, self.settings))
        practice_page(practice, self.fragments, self.settings).render("")
        return True

    def vocabulary_passes(self, file: Path, raw: bytes) -> bool:
        """The way of a vocabulary among the others, in a project without practices."""
        try:
            file.write_bytes(raw)
            problems = read(file.parents[2], date.today()).problems
        finally:
            file.write_text(self.vocabularies[file], "utf-8")
        _sound([one for one in problems if one.path.endswith(file.name)], raw)
        return not problems

    def issue_passes(self, raw: bytes) -> bool:
        """The way of an issue from the form."""
        draft, wrong = read_issue(raw.decode("utf-8", "replace"), self.reading.library, date.today())
        if draft:
            wrong = (*wrong, *findings(draft, self.reading.surroundings, self.reading.library))
        if wrong or not draft:
            not_yet(wrong)
            return False
        ready(draft)
        return True


def _sound(problems: Iterable[Problem], raw: bytes) -> None:
    """Every problem is somewhere in the file, and says something that a terminal can show."""
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    for one in problems:
        if not (1 <= one.line <= lines + 1 and one.column >= 1):
            raise Broken(f"no such place in {lines} lines: {one}")
        if not one.message.strip() or not one.message.isprintable() or not one.field:
            raise Broken(f"nothing that can be shown: {one!r}")


class _Tags(HTMLParser):
    """Raises where HTML, before it is sanitised, holds a tag or a link that a practice's text cannot have."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise Broken(f"<{tag}> is left in the HTML")
        for name, value in attrs:
            if name == "href" and not re.fullmatch(SAFE_LINK, value or ""):
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
