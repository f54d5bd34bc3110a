"""Reading: text stays text, every value knows its place, nothing a contributor sends makes it fail."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.document import Document
from macros.library import Reading
from macros.source import read_practice

from .conftest import VALID


def document(tmp_path: Path, text: str) -> Document:
    file = tmp_path / "x.md"
    file.write_text(text, "utf-8")
    return read_practice(file, "x.md")


def test_scalars_stay_what_was_typed(tmp_path: Path) -> None:
    read = document(tmp_path, "---\na: no\nb: 010\nc: 12:30\nd: 1.10\ne: 2026-01-01\nf: null\ng: 'x'\n---\n")
    assert read.data == {
        "a": "no", "b": "010", "c": "12:30", "d": "1.10", "e": "2026-01-01", "f": "null", "g": "x",
    }  # fmt: skip
    assert not read.problems


def test_every_value_knows_its_line_and_column(tmp_path: Path) -> None:
    read = document(tmp_path, "---\na: één\nb:\n  - c: [ë, x]\n---\ntekst\n")
    assert read.marks["a",] == (2, 4)
    assert read.marks["b", 0, "c", 1] == (4, 12)
    assert read.key_marks["b", 0, "c"] == (4, 5)
    assert (read.body, read.body_line) == ("tekst\n", 6)


@pytest.mark.parametrize(
    "change", [str.encode, lambda t: b"\xef\xbb\xbf" + t.encode(), lambda t: t.replace("\n", "\r\n").encode()]
)
def test_byte_order_mark_and_windows_lines_are_fine(
    check: Callable[..., Reading], change: Callable[[str], bytes]
) -> None:
    assert not check(change(VALID)).problems


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "code"),
    [
        ("---\ntitel", "titel", 1, 1, "fence"),
        ("\n---\n", "\n--\n", 1, 1, "fence"),
        ("fase: lopend", "fase: &a lopend", 9, 7, "alias"),
        ("fase: lopend", "fase: *a", 9, 7, "alias"),
        ("fase: lopend", "fase: !!python/name:os.system lopend", 9, 7, "tag"),
        ("fase: lopend", "fase: !!binary bG9wZW5k", 9, 7, "tag"),
        ("fase: lopend", "<<: {fase: lopend}", 9, 1, "unknown-key"),
        ("fase: lopend", "fase: lopend\nfase: pilot", 10, 1, "duplicate-key"),
        ("fase: lopend", "fase: [[[[[[lopend]]]]]]", 9, 11, "depth"),
        ("fase: lopend", "fase: " + "[" * 10_000, 9, 1, "too-large"),
        ("fase: lopend", "fase: " + "[" * 1_900, 9, 11, "depth"),
        ("fase: lopend", "fase: a: b", 9, 8, "yaml"),
        ("fase: lopend", "fase: 'lopend", 9, 7, "yaml"),
        ("fase: lopend", "fase: @lopend", 9, 7, "yaml"),
        ("fase: lopend", "\tfase: lopend", 9, 1, "yaml"),
        ("regios: [groningen]", "regios: [groningen", 5, 1, "yaml"),
        ("fase: lopend", "? [a]\n: b", 9, 3, "key"),
        ("fase: lopend", "fase: lop\u202eend", 9, 10, "character"),
        ("fase: lopend", "fase: lop\u200bend", 9, 10, "character"),
        ("fase: lopend", "fase: lopend\x00", 9, 13, "character"),
        ("Stadskanaal", "Stadskan\u0430\u0430l", 2, 35, "character"),
        ("Stadskanaal", "Stade\u0301", 2, 32, "character"),
        ("staat stil", "staat" * 401, 20, 1, "too-large"),
        ("staat stil", "staat stil\n" * 4_000, 17, 1, "too-large"),
        ("fase: lopend", "fase:lopend", 9, 5, "yaml"),
        ("fase: lopend", "fase lopend", 9, 1, "yaml"),
        ("fase: lopend", "fase: [lopend]", 9, 7, "unknown-choice"),
        ("titel: Voor", "titel Voor", 2, 1, "yaml"),
        ("in Stadskanaal", "# in Stadskanaal", 2, 8, "comment"),
        ("titel: Voorzorggroepen in Stadskanaal", "titel: 'Voor' zorg", 2, 15, "yaml"),
        ("titel: Voorzorggroepen in Stadskanaal", 'titel: "abc\\u202Edef"', 2, 8, "character"),
        ("titel: Voorzorggroepen in Stadskanaal", "titel: '{{ 7 * 7 }}'", 2, 8, "template"),
        ("titel: Voorzorggroepen in Stadskanaal", "titel: Ｗｏｎｅｎ", 2, 8, "character"),
        ("gecontroleerd: 2026-11-21", "gecontroleerd: ２０２６-11-21", 15, 16, "character"),
        ("gecontroleerd: 2026-11-21", "gecontroleerd: 21-11-2026", 15, 16, "date"),
        ("datum: 2024-05-30", "url: https://digid.nl@evil.example/", 14, 10, "link"),
        ("[groningen]", "\n  - twente" * 300, 205, 1, "too-many"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_head_is_named_where_it_stands(
    check: Callable[..., Reading], old: str, new: str, line: int, column: int, code: str
) -> None:
    assert old in VALID
    problems = check(VALID.replace(old, new, 1)).problems
    assert (line, column, code) in [(one.line, one.column, one.code) for one in problems], problems


def test_bytes_that_are_no_utf8_are_refused_where_they_stand(check: Callable[..., Reading]) -> None:
    (problem,) = check(VALID.encode().replace(b"lopend", b"lop\xffend")).problems
    assert (problem.line, problem.column, problem.code) == (9, 10, "encoding")


def test_a_link_to_another_file_is_refused(check: Callable[..., Reading], project: Path) -> None:
    assert not check(VALID).problems
    (project / "practices/groningen/verwijzing.md").symlink_to("voorzorggroepen.md")
    assert [one.code for one in check(VALID).problems] == ["symlink"]


def test_one_unreadable_key_does_not_hide_the_others(check: Callable[..., Reading]) -> None:
    text = VALID.replace("fase: lopend", "fase: a: b").replace("[groningen]", "[gronigen]")
    text = text.replace("datum: 2024-05-30", "datum: 2024-13-30")
    assert [(one.line, one.field, one.code) for one in check(text).problems] == [
        (4, "regios", "folder"),
        (4, "regios", "unknown-term"),
        (9, "bestand", "yaml"),
        (14, "bronnen.datum", "date"),
    ]


MARKS = [
    "---\n",
    "- ",
    "[",
    "{",
    "'",
    '"',
    ": ",
    "\t",
    "&a ",
    "*a",
    "|\n",
    "#",
    "\x00",
    "## ",
    "```\n",
    "<",
    "{{",
]
FRAGMENTS = st.sampled_from([*VALID.splitlines(keepends=True), *MARKS])


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FRAGMENTS | st.text(max_size=8), max_size=40))
def test_nothing_makes_reading_fail(check: Callable[..., Reading], parts: list[str]) -> None:
    text = "".join(parts).encode("utf-8", "surrogatepass")
    lines = text.count(b"\n") + text.count(b"\r") + 1
    for problem in check(text).problems:
        assert 1 <= problem.line <= lines + 1
        assert problem.column >= 1
        assert problem.message


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(VALID)), length=st.integers(0, 12), new=st.text(max_size=12))
def test_nothing_makes_checking_a_nearly_right_practice_fail(
    check: Callable[..., Reading], at: int, length: int, new: str
) -> None:
    check((VALID[:at] + new + VALID[at + length :]).encode("utf-8", "surrogatepass"))
