"""Problems as annotations: the few that GitHub shows are the ones that matter most."""

import json

import pytest

from macros.problem import Problem, Severity
from macros.report import FORMATS, MOST_ANNOTATIONS, Checked, as_github, most_important_first


def problem(
    path: str,
    line: int = 2,
    field: str = "themas",
    code: str = "unknown-term",
    message: str = "onbekend",
    severity: Severity = "error",
) -> Problem:
    return Problem(path, line, 1, field, code, message, severity)


def checked(*problems: Problem) -> Checked:
    return Checked(tuple(sorted(problems)), 3, 4, 1, 0)


def test_no_more_annotations_than_github_shows_and_the_count_says_where_the_rest_is() -> None:
    said = as_github(checked(*(problem("practices/a/a.md", line) for line in range(1, 24)))).splitlines()
    assert [line.startswith("::error file=practices/a/a.md,") for line in said] == [True] * 10 + [False]
    assert said[-1] == (
        "3 praktijken, 4 woordenlijsten en 1 pagina gecontroleerd: 23 problemen. 13 daarvan hebben "
        "geen aantekening bij de regel. Alle problemen staan in de samenvatting "
        "van deze controle, en scripts/check noemt ze ook."
    )


def test_what_fits_is_shown_without_a_word_about_the_rest() -> None:
    said = as_github(checked(*(problem("a.md", line) for line in range(MOST_ANNOTATIONS)))).splitlines()
    assert len(said) == MOST_ANNOTATIONS + 1
    assert said[-1].endswith("10 problemen.")


def test_errors_and_warnings_are_counted_apart() -> None:
    said = as_github(
        checked(
            *(problem("a.md", line) for line in range(1, 13)),
            *(problem("b.md", line, severity="warning") for line in range(1, 12)),
        )
    ).splitlines()
    assert sum(line.startswith("::error ") for line in said) == MOST_ANNOTATIONS
    assert sum(line.startswith("::warning ") for line in said) == MOST_ANNOTATIONS
    assert "23 problemen" in said[-1]
    assert "3 daarvan hebben geen aantekening" in said[-1]


def test_the_first_problem_of_every_file_comes_before_the_second_of_any() -> None:
    many = [problem("a.md", line) for line in range(1, 30)]
    others = [problem(f"{name}.md", 40) for name in "bcdefg"]
    first = most_important_first([*many, *others])[:7]
    assert {one.path for one in first} == {f"{name}.md" for name in "abcdefg"}


@pytest.mark.parametrize("code", ["yaml", "fence", "encoding", "type", "symlink", "too-large"])
def test_what_hides_other_problems_comes_first(code: str) -> None:
    hiding = problem("z.md", 9, "bestand", code)
    assert most_important_first([problem("a.md"), problem("z.md", 1), hiding])[0] == hiding


def test_a_path_or_message_cannot_end_the_command_it_is_in() -> None:
    (line, _) = as_github(
        checked(problem("practices/a/x,line=1::b.md", message="een\n::set-output name=x::y\r%0A"))
    ).splitlines()
    assert line.startswith("::error file=practices/a/x%2Cline=1%3A%3Ab.md,line=2,")
    assert line.endswith("::een%0A::set-output name=x::y%0D%250A")


def test_a_strange_character_does_not_stop_the_reading_and_waits_for_its_turn() -> None:
    strange = problem("a.md", 1, "bestand", "character")
    assert most_important_first([strange, problem("b.md", 1, "bestand", "fence")])[0].path == "b.md"


HOSTILE = "docs/\x1b[31m\u202e\u2028\x9b::error::x\n::set-output name=a::b%0A,line=1\r##[group]x.md"


@pytest.mark.parametrize("form", FORMATS)
def test_no_name_or_message_can_break_the_form_of_the_answer(form: str) -> None:
    said = FORMATS[form](checked(problem(HOSTILE, field=HOSTILE, message=HOSTILE)))
    assert all(letter.isprintable() or letter == "\n" for letter in said)
    if form == "json":
        (one,) = json.loads(said)["problems"]
        assert {one["path"], one["field"], one["message"]} == {HOSTILE}
        assert said.isascii()
    else:
        assert len(said.splitlines()) == 2
        assert not said.splitlines()[0].startswith("::set-output")
