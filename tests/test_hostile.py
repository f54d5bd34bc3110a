"""The corpus of hostile entries (see `hostile`): each is refused where and as it should be, or does no harm.

No test looks at the clock. That work is bounded is shown by counting it: calls for each byte that was sent.
"""

import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from types import FrameType

import pytest

from macros import settings
from macros.checks import examine
from macros.document import Document
from macros.fragments import Fragments
from macros.library import Reading, read
from macros.pages import practice_page, sanitised
from macros.problem import Problem
from macros.report import MOST_ANNOTATIONS
from macros.source import practice_of

from .conftest import ROOT, TODAY, VALID
from .hostile import Entry, entries
from .test_commands import run

ENTRIES = tuple(entries())
REFUSED = tuple(entry for entry in ENTRIES if not entry.accepted)
APART = tuple(entry for entry in ENTRIES if entry.how.startswith(("tree", "terms")))
"""What would stand in the way of others."""
NEIGHBOUR = "practices/drenthe/buur.md"
MOST_CALLS = 500
"""Calls of functions for each byte of a practice. What costs most is to look for what a mistyped word may
mean: it is held against every word of its list."""


REMEDY = re.compile(
    r"\b(?:begin|beschrijf|bewaar|gebruik|haal|hier kan|kies|kijk|laat|maak|noem|schrijf"
    r"|spreek|typ|verplaats|voeg|volgorde|vul|zet)\b",
    re.IGNORECASE,
)
"""What a message asks of who reads it."""


class _Stuck(BaseException):
    """Something waits for ever; not an `OSError`, which the code under test may catch."""


@contextmanager
def not_for_ever() -> Iterator[None]:
    """A reading that never ends is a failure of its own, and not of the whole run."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _Stuck

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def shown(path: str) -> str:
    """How problems name a path below `practices`."""
    return os.fsencode(f"practices/{path}").decode("utf-8", "replace")


def with_neighbour(root: Path) -> Path:
    """The folder for practices, in which an honest one lies already."""
    file = root / NEIGHBOUR
    file.parent.mkdir(parents=True)
    file.write_text(VALID.replace("[groningen]", "[drenthe]"), "utf-8")
    return root / "practices"


@pytest.fixture(scope="session")
def together(tmp_path_factory: pytest.TempPathFactory, real: Reading) -> Reading:
    """What comes of reading all entries that have a file to themselves, at once."""
    root = tmp_path_factory.mktemp("hostile")
    practices = with_neighbour(root)
    vocabularies(practices)
    for entry in ENTRIES:
        if entry not in APART:
            entry.put(practices)
    with not_for_ever():
        return read(root, TODAY)


def vocabularies(practices: Path) -> None:
    """Put the real vocabularies in the folder `practices`."""
    shutil.copytree(ROOT / "practices/_vocabulary", practices / "_vocabulary")


def judged(entry: Entry, path: str, reading: Reading) -> None:
    """Assert that what was said of the file at `path` is what was expected of the entry."""
    found = [one for one in reading.problems if one.path == shown(path)]
    if entry.accepted:
        assert not found
    for codes in entry.codes:
        fitting = [one for one in found if any(fnmatchcase(one.code, code) for code in codes.split("/"))]
        assert fitting, (codes, found)
        if entry.place and codes == entry.codes[0]:
            assert entry.place in [f"{one.line}:{one.column}" for one in fitting]
    for one in found:
        helpful(one)


def helpful(problem: Problem) -> None:
    """Assert that a problem is one line of Dutch that says what to do, without what a terminal acts on."""
    assert f"{problem.field}: {problem.message}".isprintable()
    assert len(problem.message) < 1_000
    assert problem.line >= 1
    assert problem.column >= 1
    assert REMEDY.search(problem.message), problem.message
    assert not re.search(r"\b(?:input|should|expected|invalid|Traceback)\b", problem.message), problem.message


@pytest.mark.parametrize("entry", [one for one in ENTRIES if one not in APART], ids=lambda one: one.slug)
def test_an_entry_is_judged_as_it_should_be(entry: Entry, together: Reading) -> None:
    judged(entry, f"groningen/{entry.slug}.md", together)
    known = {practice.path for practice in together.library.practices}
    assert (f"practices/groningen/{entry.slug}.md" in known) == entry.accepted


@pytest.mark.parametrize("entry", APART, ids=lambda one: one.slug)
def test_what_others_could_trip_over_is_judged_by_itself(entry: Entry, project: Path) -> None:
    practices = with_neighbour(project)
    path = entry.put(practices)
    with not_for_ever():
        reading = read(project, TODAY)
    judged(entry, path, reading)
    if "buur" not in entry.text:
        assert NEIGHBOUR in [practice.path for practice in reading.library.practices]
        assert not [one for one in reading.problems if one.path == NEIGHBOUR]


def test_an_honest_practice_does_not_suffer_from_the_others(together: Reading) -> None:
    assert NEIGHBOUR in [practice.path for practice in together.library.practices]
    assert not [one for one in together.problems if one.path == NEIGHBOUR]


@pytest.mark.parametrize("threat", sorted({one.threat for one in ENTRIES}))
def test_the_work_is_in_proportion_to_what_was_sent(threat: str, real: Reading, tmp_path: Path) -> None:
    for entry in ENTRIES:
        if entry.threat != threat or entry in APART:
            continue
        raw = (tmp_path / entry.put(tmp_path)).read_bytes()
        assert calls(raw, real) < MOST_CALLS * len(raw) + 20_000, entry.slug


def calls(raw: bytes, real: Reading) -> int:
    """How many functions are called to read and check these bytes."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        examine(practice_of(raw, Document("practices/groningen/x.md")), real.surroundings)
    finally:
        sys.setprofile(None)
    return count


ADDRESSES = {
    "naam.md": "../naam/",
    "../themas/wonen.md": "../../themas/wonen/",
    "https://voorbeeld.nl/a?b=(c)": "https://voorbeeld.nl/a?b=(c)",
    "mailto:info@voorbeeld.nl": "mailto:info@voorbeeld.nl",
    "tel:050-1234567": "tel:050-1234567",
    **dict.fromkeys(
        (
            "naam.md\nvervolg", "naam.md#plek", "#plek", "", "/data/praktijken.json", "//evil.example", "https://",
            "https://[evil", "https://voorbeeld.nl\n.evil.example", "https:evil.example", "http://evil.example",
            "mailto:info@voorbeeld.nl\n?bcc=x@evil.example", "tel:050\n1234567", "javascript:canary(1)",
            "https://voorbeeld.nl@evil.example", "data:text/html,x", "../../mkdocs.md",
        )
    ),
}  # fmt: skip
"""Address that Markdown may make of something → what is left of it on the page of a practice."""


@pytest.mark.parametrize(("address", "kept"), ADDRESSES.items())
def test_after_rendering_a_link_has_an_address_that_it_may_have_or_none(address: str, kept: str) -> None:
    """The second wall: as if the first had let all of this stand."""
    html = sanitised(f'<p><a href="{address}">x</a></p>')
    assert html == f'<p><a {f"""href="{kept}" """ if kept else ""}rel="noopener">x</a></p>'


@pytest.mark.parametrize("text", ["[x](naam.md\ny)", "[x](https://a.nl\n]x)", "[x]\n\n[\nx]: https://[evil"])
def test_a_practice_with_an_address_that_is_none_is_shown_without(real: Reading, text: str) -> None:
    """MkDocs ends the building of a site in which a link leads nowhere, so it must not see them."""
    practice = replace(real.library.practices[0], body=f"\n## Aanpak\n\n{text}\n")
    page = practice_page(practice, Fragments(ROOT, real.library, TODAY), settings.read(ROOT))
    assert '<a rel="noopener">x</a>' in page.render("")


def test_a_list_begins_with_the_number_that_was_typed() -> None:
    html = sanitised(settings.read(ROOT).html("2024. Dat jaar.\n\nVerder:\n\n1. een\n2. twee"))
    assert '<ol start="2024">\n<li>Dat jaar.</li>' in html
    assert "<ol>\n<li>een</li>" in html


def test_the_command_names_every_refused_entry_in_each_form(copy: Path) -> None:
    practices = with_neighbour(copy)
    before = {file.relative_to(copy).as_posix() for file in practices.glob("*/*.md")} - {NEIGHBOUR}
    paths = []
    for entry in REFUSED:
        if entry.threat == "personal" or entry.how.startswith("terms") or "pipe" in entry.text:
            continue
        if entry.how == "tree" and any(
            Path(practices, line.split()[1]).exists() for line in entry.text.splitlines()
        ):
            continue
        paths.append(shown(entry.put(practices)))
    assert len(paths) > 500

    text = run(copy, "check")
    (*lines, count) = text.stdout.splitlines()
    assert (text.returncode, text.stderr) == (1, "") or "Let op" in text.stderr
    assert all(re.match(r"practices/.*:[0-9]+:[0-9]+: .*: ", line) for line in lines)
    assert count.endswith(f"gecontroleerd: {len(lines)} problemen.")

    as_json = run(copy, "check", "--format", "json")
    problems = json.loads(as_json.stdout)["problems"]
    assert as_json.returncode == 1
    assert len(problems) == len(lines)
    assert lines == [
        f"{one['path']}:{one['line']}:{one['column']}: {one['field']}: {one['message']}".translate(_HIDDEN)
        for one in problems
    ]
    named = {one["path"] for one in problems}
    assert [path for path in paths if path not in named] == []
    assert not named & before, "a practice of before is blamed"

    github = run(copy, "check", "--format", "github")
    (*annotations, _) = github.stdout.splitlines()
    assert github.returncode == 1
    assert len(annotations) == MOST_ANNOTATIONS
    assert all(
        re.fullmatch(r"::error file=[^:,]+,line=\d+,col=\d+,title=[^:,]*::.*", one) for one in annotations
    )


_HIDDEN = {number: "\ufffd" for number in range(0x110000) if not chr(number).isprintable()}
"""What a line of text shows for what cannot be printed."""
