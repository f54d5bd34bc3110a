"""The review of a contribution in Markdown, for whoever made it and whoever decides on it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from .contribution import Change, Contribution, Kind
from .fragments import plural
from .library import PRACTICES, Reading
from .problem import Problem
from .quoting import code, text, within
from .vocabulary import FOLDER

MOST = 1_000_000
"""Bytes; GitHub drops a summary of a step whole if it is more than 1 MiB."""

RELEASES = f"{PRACTICES}/{FOLDER}/vrijgegeven.yml"
"""What the editors have cleared although it looks personal."""

_ENDING = (
    "**Hier is afgebroken: dit verslag werd te lang.** Met `scripts/check` op uw eigen computer ziet u "
    "alle problemen."
)
_STATUS = {"A": "nieuw", "D": "verwijderd", "R": "verplaatst", "T": "van soort veranderd"}
_KINDS = {
    Kind.PRACTICE: ("Praktijken", ""),
    Kind.VOCABULARY: ("Woordenlijsten", "Een woord werkt door in elke praktijk die het gebruikt."),
    Kind.PAGE: ("Pagina's", "Een pagina in `docs/` spreekt voor de hele site, en kan macro's aanroepen."),
    Kind.CODE: ("Code en instellingen", "Deze controle heeft dit niet uitgevoerd en niet beoordeeld."),
}
"""For each kind of file: its heading, and what one who reviews it must know."""


def as_markdown(contribution: Contribution, reading: Reading, problems: Sequence[Problem]) -> str:
    """What changed, what was checked, and every problem, those of changed files first.

    `problems` are all of them, of the contribution and of `reading`. Contributed text is quoted.
    """
    return within(_lines(contribution, reading, problems), MOST, _ENDING)


def _lines(contribution: Contribution, reading: Reading, problems: Sequence[Problem]) -> Iterator[str]:
    yield "## Controle van deze bijdrage"
    yield ""
    if problems:
        yield f"**Nog niet in orde: {plural(len(problems), 'probleem', 'problemen')}.** Ze staan hieronder."
    else:
        yield "**In orde.** De controle vond geen problemen."
    yield ""
    yield (
        f"Gecontroleerd: {plural(reading.practices_checked, 'praktijk', 'praktijken')}, "
        f"{plural(reading.vocabularies_checked, 'woordenlijst', 'woordenlijsten')} en de pagina's, "
        "alles bij elkaar."
    )
    if contribution.mixed:
        yield ""
        yield (
            "⚠️ **Deze bijdrage verandert praktijken én code.** Maak er twee bijdragen van: over een praktijk "
            "beslist de redactie van de regio, over code het beheer."
        )
    if any(RELEASES in (change.path, change.previous) for change in contribution.changes):
        yield ""
        yield (
            "⚠️ **Deze bijdrage geeft persoonsgegevens vrij, of trekt dat in.** Ze verandert "
            f"{code(RELEASES)}: wat daar staat, houdt de controle niet meer tegen. "
            "Alleen het beheer beslist daarover."
        )
    changed = [one for one in problems if one.path in contribution.paths]
    others = [one for one in problems if one.path not in contribution.paths]
    yield from _problems("Problemen in deze bijdrage", changed)
    yield from _problems("Problemen in andere bestanden", others)
    yield from _changes(contribution, reading)


def _problems(heading: str, problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield from ("", f"### {heading}")
    for path, found in groupby(sorted(problems), key=lambda one: one.path):
        yield from ("", f"{code(path)}", "")
        for one in found:
            weight = "" if one.severity == "error" else "let op: "
            yield f"- regel {one.line}, teken {one.column}, {code(one.field)}: {weight}{text(one.message)}"


def _changes(contribution: Contribution, reading: Reading) -> Iterator[str]:
    yield from ("", "### Wat er verandert")
    if not contribution.changes:
        yield from ("", "Niets.")
    titles = {practice.path: practice.front.title for practice in reading.library.practices}
    for kind, (heading, advice) in _KINDS.items():
        if changes := contribution.of(kind):
            yield from ("", f"**{heading} ({len(changes)}).** {advice}".rstrip(), "")
            for change in changes:
                yield f"- {_described(change)}" + (
                    f": {text(titles[change.path])}" if change.path in titles else ""
                )


def _described(change: Change) -> str:
    moved = f" (was {code(change.previous)})" if change.previous else ""
    return f"{_STATUS.get(change.status, 'gewijzigd')} {code(change.path)}{moved}"
