"""What is said below an issue in which somebody described a practice, as Markdown for a forge."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from .draft import Draft
from .issue_text import Finding
from .quoting import text, within

MARK = "<!-- leernetwerk: controle van een praktijk -->"
"""First line, by which the same comment is found again."""
MOST = 60_000
"""Bytes of a comment; GitHub refuses more than 65,536."""
MOST_PROBLEMS = 12_000
"""Bytes of a list of problems; nobody reads more."""

_AGAIN = (
    "Zo verandert u iets: kies bij uw bericht hierboven de drie puntjes en dan **Edit**, pas de tekst onder "
    "de kop aan, en bewaar. De controle kijkt dan vanzelf opnieuw; haal de koppen (`###`) niet weg."
)
_PUBLIC = (
    "**Let op: dit bericht is openbaar, en er lijken gegevens van een mens in te staan.** Haal ze nu uit uw "
    "bericht, en wis ook de oude versie: kies boven uw bericht **edited**, kies de oude versie, en dan bij "
    "**Options** voor **Delete revision from history**."
)
_ENDING = "**Hier is afgebroken: er is te veel om op te noemen.** Verbeter eerst wat hierboven staat."


def not_yet(findings: Sequence[Finding]) -> str:
    """That something must be mended, and what; the words of the contributor in it do nothing."""
    return within(_not_yet(findings), MOST_PROBLEMS, f"{_ENDING}\n\n{_AGAIN}")


def ready(draft: Draft) -> str:
    """That all is well, with the file."""
    fence = "`" * (max(map(len, re.findall("`+", draft.text)), default=2) + 1)
    fence = fence if len(fence) > 2 else "```"
    file = f"{fence}markdown\n{draft.text}{fence}"
    said = "\n".join(
        (
            MARK,
            "## Klaar",
            "",
            f"De controle vindt geen problemen. Dit wordt `{draft.path}`:",
            "",
            file,
            "",
            "Hoe gaat het verder? De redactie leest mee. Is zij akkoord, dan wordt dit een voorstel (een "
            "pull request), en daarna een bladzijde op de site.",
            "",
            _AGAIN,
            "",
        )
    )
    if len(said.encode()) > MOST:
        return said.replace(file, "*(Het bestand is te lang om hier te tonen.)*")
    return said


def _not_yet(findings: Sequence[Finding]) -> Iterator[str]:
    todo = "Eén ding moet" if len(findings) == 1 else f"{len(findings)} dingen moeten"
    yield MARK
    yield "## Nog niet klaar"
    yield ""
    yield f"Bedankt voor uw bijdrage. {todo} nog anders."
    if any(finding.personal for finding in findings):
        yield from ("", _PUBLIC)
    for label, found in groupby(findings, lambda finding: finding.label):
        yield from ("", f"**{text(label)}**", "")
        yield from (f"- {text(finding.message)}" for finding in found)
    yield from ("", _AGAIN)
