"""Spoilt files make nothing fail: not reading, judging or showing. `scripts/fuzz` does this at length."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.commands.fuzz import Tally
from macros.course import Course, Trial
from macros.mutation import made_up_body, parts

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


def test_what_fails_is_counted_and_kept(course: Course, tmp_path: Path) -> None:
    tally = Tally(tmp_path)
    tally.attempt(Trial("praktijk", b"kapot", lambda raw: 1 // len(raw[9:]) == 0))
    assert tally.wrong == 1
    assert (tmp_path / "fout-1-praktijk").read_bytes() == b"kapot"
