"""Problems as text for people, annotations for GitHub, or JSON for programs."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import get_args

from .characters import printable
from .problem import Problem, Severity

MOST_ANNOTATIONS = 10
"""GitHub shows so many errors, and so many warnings, of one step, and drops the rest without a word."""


@dataclass(frozen=True)
class Checked:
    """What was looked at, and all that is wrong with it."""

    problems: tuple[Problem, ...]
    """In order."""
    practices: int
    vocabularies: int
    pages: int
    pictures: int
    """Files of each kind."""


def as_text(checked: Checked) -> str:
    """One problem a line, `path:line:column: veld: message`; the count last."""
    return "\n".join([*(printable(str(problem)) for problem in checked.problems), _count(checked)])


def as_github(checked: Checked) -> str:
    """Workflow commands that GitHub shows at the line, the most important ones; the count last.

    The others are not printed as plain text: GitHub also acts on a command in the middle of a line (`##[…]`).
    """
    ordered = most_important_first(checked.problems)
    shown = [
        problem
        for severity in get_args(Severity)
        for problem in [one for one in ordered if one.severity == severity][:MOST_ANNOTATIONS]
    ]
    lines = [
        f"::{problem.severity} file={_property(problem.path)},line={problem.line},"
        f"col={problem.column},title={_property(problem.field)}::{_data(problem.message)}"
        for problem in shown
    ]
    count = _count(checked)
    if hidden := len(ordered) - len(shown):
        count += (
            f" {hidden} daarvan {'heeft' if hidden == 1 else 'hebben'} geen aantekening bij de regel."
            " Alle problemen staan in de samenvatting van deze controle, en scripts/check noemt ze ook."
        )
    return "\n".join([*lines, count])


def most_important_first(problems: Iterable[Problem]) -> list[Problem]:
    """What hides other problems of its file before those, and the first of every file before any second."""
    files: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda one: (not _hides_others(one), one)):
        files[problem.path].append(problem)
    return [one for rank in zip_longest(*files.values()) for one in rank if one is not None]


def _hides_others(problem: Problem) -> bool:
    """Whether (part of) the file could not be read, so that what is in there was not checked."""
    return problem.code == "yaml" or (problem.field == "bestand" and problem.code != "character")


def as_json(checked: Checked) -> str:
    """One object: `{"problems": [...], "checked": number of files}`, in ASCII: no terminal acts on it."""
    return json.dumps(
        {
            "problems": [asdict(problem) for problem in checked.problems],
            "checked": checked.practices + checked.vocabularies + checked.pages + checked.pictures,
        },
        indent=2,
    )


FORMATS: dict[str, Callable[[Checked], str]] = {
    "tekst": as_text,
    "github": as_github,
    "json": as_json,
}


def _count(checked: Checked) -> str:
    counted = [
        _plural(number, one, many)
        for number, one, many in (
            (checked.practices, "praktijk", "praktijken"),
            (checked.vocabularies, "woordenlijst", "woordenlijsten"),
            (checked.pages, "pagina", "pagina's"),
            (checked.pictures, "plaatje", "plaatjes"),
        )
        if number
    ]
    *others, last = counted or ["niets"]
    found = len(checked.problems)
    outcome = "geen problemen" if not found else _plural(found, "probleem", "problemen")
    listed = f"{', '.join(others)} en {last}" if others else last
    return f"{listed} gecontroleerd: {outcome}."


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _data(text: str) -> str:
    """Text in the message of a workflow command, so that it cannot start another, or steer a terminal."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
