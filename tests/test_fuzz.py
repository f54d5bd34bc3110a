"""Spoilt files make nothing fail: not reading, judging or showing. `scripts/fuzz` does this at length."""

import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.checks import MOST_HINTS, examine
from macros.commands.fuzz import Tally
from macros.course import Course, Trial
from macros.document import Document
from macros.mutation import made_up_body, parts
from macros.source import practice_of
from macros.writing import tidy

from .conftest import ROOT


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return Course.of(ROOT, tmp_path_factory.mktemp("fuzz"))


def test_what_is_not_spoilt_goes_all_the_way(course: Course) -> None:
    assert all(course.practice_passes(path, text.encode()) for path, text in course.practices.items())
    assert all(course.vocabulary_passes(file, text.encode()) for file, text in course.vocabularies.items())
    assert any(course.issue_passes(text.encode()) for text in course.issues)


@settings(max_examples=400, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_a_spoilt_file_makes_nothing_fail(course: Course, random: Random) -> None:
    trial = course.trial(random)
    trial.passes(trial.raw)


@settings(max_examples=200, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_made_up_markdown_makes_nothing_fail(course: Course, random: Random) -> None:
    path, text = next(iter(course.practices.items()))
    head, _ = parts(text)
    course.practice_passes(path, f"---\n{head}---\n{made_up_body(random)}".encode("utf-8", "surrogatepass"))


def test_the_same_seed_gives_the_same_files_and_some_of_them_are_right(
    course: Course, tmp_path: Path
) -> None:
    one, other = (Random(7) for _ in range(2))
    tally = Tally(tmp_path)
    for _ in range(300):
        trial = course.trial(one)
        assert trial.raw == course.trial(other).raw
        tally.attempt(trial)
    assert not tally.wrong
    assert set(tally.done) == {"praktijk", "bericht", "woordenlijst"}
    assert tally.passed["praktijk"] > 10


@pytest.mark.parametrize(
    "body",
    ["\n".join(["[" * 15 + " a" * 900] * 20), "\n".join(["[ " * 3 + r"\." * 900] * 20)],
    ids=["brackets without an end", "and backslashes"],
)
def test_what_takes_a_parser_seconds_is_refused(course: Course, body: str) -> None:
    path, text = next(iter(course.practices.items()))
    head, _ = parts(text)
    document = practice_of(f"---\n{head}---\n\n## Aanleiding\n\n{body}\n".encode(), Document(path))
    examine(document, course.reading.surroundings)
    assert "too-many" in {problem.code for problem in document.problems}


def test_a_long_run_of_spaces_costs_no_more_than_its_length() -> None:
    started = time.process_time()
    assert tidy(" a" + " " * 100_000 + "b\n\t c ") == "a" + " " * 100_000 + "b c"
    assert time.process_time() - started < 1  # seconds; it took minutes


def test_dead_links_are_named_with_the_nearest_for_the_first_alone(course: Course) -> None:
    """Among thousands of practices, each look-up takes a while."""
    path, text = next(iter(course.practices.items()))
    slug = Path(path).stem
    links = "\n".join(f"[a]({slug}x.md)" for _ in range(MOST_HINTS + 2))
    head, _ = parts(text)
    document = practice_of(f"---\n{head}---\n\n## Aanleiding\n\n{links}\n".encode(), Document(path))
    examine(document, course.reading.surroundings)
    hints = ["Bedoelde u" in one.message for one in document.problems if "bestaat niet" in one.message]
    assert hints == [True] * MOST_HINTS + [False] * 2


def test_practices_that_are_not_there_are_named_with_the_nearest_for_the_first_alone(course: Course) -> None:
    path, text = next(iter(course.practices.items()))
    names = ", ".join(f"{Path(path).stem}{'x' * at}" for at in range(1, MOST_HINTS + 3))
    head, body = parts(text)
    kept = "".join(line for line in head.splitlines(True) if not line.startswith("verwant:"))
    raw = f"---\n{kept}verwant: [{names}]\n---\n{body}".encode()
    document = practice_of(raw, Document(path))
    examine(document, course.reading.surroundings)
    hints = ["Bedoelde u" in one.message for one in document.problems if one.code == "related"]
    assert hints == [True] * MOST_HINTS + [False] * 2


def test_what_fails_is_counted_and_kept(course: Course, tmp_path: Path) -> None:
    tally = Tally(tmp_path)
    tally.attempt(Trial("praktijk", b"kapot", lambda raw: 1 // len(raw[9:]) == 0))
    assert tally.wrong == 1
    assert (tmp_path / "fout-1-praktijk").read_bytes() == b"kapot"
