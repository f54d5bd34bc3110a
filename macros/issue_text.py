"""The text of an issue from the form, as the answer in each box.

GitHub writes each answer below a heading with the label of its box. Somebody may write the same headings in
an answer, by accident or to mislead: then there is nothing to go by, and we say so instead of guessing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 70_000
"""Characters; GitHub takes 65,536."""
EMPTY = ("_No response_", "None", "")
"""What GitHub writes where somebody filled in nothing."""
WHOLE = "De praktijk als geheel"
_NOT_THE_FORM = (
    "dit bericht komt niet uit het formulier. Begin opnieuw: kies New issue, en dan Een praktijk delen"
)


@dataclass(frozen=True)
class Finding:
    """Something to mend in an issue."""

    label: str
    """Of the box where it is."""
    message: str
    """Dutch; says what to do next."""
    personal: bool = False
    """Whether it is about personal data, which the issue already shows to everybody."""


def answers_in(body: str, labels: Sequence[str]) -> tuple[dict[str, str], list[Finding]]:
    """The answer below each heading; or what keeps us from telling them apart."""
    if len(body) > LONGEST:
        message = f"het bericht is te lang: hoogstens {LONGEST} tekens. Maak korter"
        return {}, [Finding(WHOLE, message)]
    body = body.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # half a character is none
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = {
        label: [at for at, line in enumerate(lines) if line.rstrip() == f"### {label}"] for label in labels
    }
    if not any(places.values()):
        return {}, [Finding(WHOLE, _NOT_THE_FORM)]
    wrong = [Finding(label, message) for label, found in places.items() if (message := _count(label, found))]
    starts = [found[0] for found in places.values() if found]
    if not wrong and (starts != sorted(starts) or any(line.strip() for line in lines[: starts[0]])):
        wrong.append(
            Finding(
                WHOLE,
                "de koppen staan niet meer op hun plaats. Zet de tekst terug zoals het formulier die maakte",
            )
        )
    if wrong:
        return {}, wrong
    ends = [*starts[1:], len(lines)]
    texts = ("\n".join(lines[start + 1 : end]).strip() for start, end in zip(starts, ends, strict=True))
    return {label: "" if text in EMPTY else text for label, text in zip(labels, texts, strict=True)}, []


def _count(label: str, found: Sequence[int]) -> str:
    if not found:
        return f"de kop '### {label}' ontbreekt. Zet hem terug, met uw antwoord eronder"
    if len(found) > 1:
        return (
            f"de regel '### {label}' staat er {len(found)} keer, dus we weten niet welke van het formulier "
            "is. Haal in uw eigen tekst de hekjes (###) voor deze woorden weg"
        )
    return ""
