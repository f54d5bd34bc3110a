"""Problems as text for people, annotations for GitHub, or JSON for programs."""

import json
from collections.abc import Callable
from dataclasses import asdict

from .characters import printable
from .library import Reading


def as_text(reading: Reading) -> str:
    """One problem a line, `path:line:column: veld: message`; the count last."""
    return "\n".join([*(printable(str(problem)) for problem in reading.problems), _count(reading)])


def as_github(reading: Reading) -> str:
    """Workflow commands that GitHub shows at the line; the count last."""
    lines = [
        f"::{problem.severity} file={_property(problem.path)},line={problem.line},"
        f"col={problem.column},title={_property(problem.field)}::{_data(problem.message)}"
        for problem in reading.problems
    ]
    return "\n".join([*lines, _count(reading)])


def as_json(reading: Reading) -> str:
    """One object: `{"problems": [...], "checked": number of files}`."""
    return json.dumps(
        {
            "problems": [asdict(problem) for problem in reading.problems],
            "checked": reading.practices_checked + reading.vocabularies_checked,
        },
        ensure_ascii=False,
        indent=2,
    )


FORMATS: dict[str, Callable[[Reading], str]] = {
    "tekst": as_text,
    "github": as_github,
    "json": as_json,
}


def _count(reading: Reading) -> str:
    checked = [
        _plural(number, one, many)
        for number, one, many in (
            (reading.practices_checked, "praktijk", "praktijken"),
            (reading.vocabularies_checked, "woordenlijst", "woordenlijsten"),
        )
        if number
    ]
    found = len(reading.problems)
    outcome = "geen problemen" if not found else _plural(found, "probleem", "problemen")
    return f"{' en '.join(checked) or 'niets'} gecontroleerd: {outcome}."


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _data(text: str) -> str:
    """Text in the message of a workflow command, so that it cannot start another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
