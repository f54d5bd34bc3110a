"""How far the description of a practice has got: derived from what is filled in, never typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .choices import Choice, Phase
from .kinds import UNKNOWN
from .library import Practice


class Maturity(Choice):
    """The three stages of a description."""

    SIGNAL = "signaal", "Signaal", "We weten dat het bestaat. Weet u meer? Vul aan."
    DESCRIBED = "beschreven", "Beschreven", "U leest waarom het er is, hoe het gaat en wie meedoen."
    ELABORATED = "uitgewerkt", "Uitgewerkt", "Genoeg om er zelf mee te beginnen."


@dataclass(frozen=True)
class Criterion:
    """Something that a description of this stage has."""

    stage: Maturity
    label: str
    """Dutch; completes the sentence 'Hier ontbreekt nog: …'."""
    met: Callable[[Practice], object]


CRITERIA: Sequence[Criterion] = (
    Criterion(Maturity.DESCRIBED, "de aanleiding", lambda p: "Aanleiding" in p.headings),
    Criterion(Maturity.DESCRIBED, "de aanpak", lambda p: "Aanpak" in p.headings),
    Criterion(Maturity.DESCRIBED, "voor wie het is", lambda p: UNKNOWN not in p.front.audiences),
    Criterion(Maturity.DESCRIBED, "wie samenwerken", lambda p: UNKNOWN not in p.front.sectors),
    Criterion(Maturity.ELABORATED, "de fase", lambda p: p.front.phase != Phase.UNKNOWN),
    Criterion(Maturity.ELABORATED, "de resultaten", lambda p: "Resultaten" in p.headings),
    Criterion(Maturity.ELABORATED, "wat er nodig is", lambda p: "Wat is er nodig" in p.headings),
    Criterion(Maturity.ELABORATED, "wie betaalt", lambda p: any(f.route != UNKNOWN for f in p.front.funding)),
    Criterion(
        Maturity.ELABORATED,
        "wat werkt of wat in de weg zit",
        lambda p: p.front.success_factors or p.front.barriers,
    ),
    Criterion(Maturity.ELABORATED, "bij wie u terechtkunt", lambda p: p.front.contact),
)
"""The stated rule. A stage is reached when its criteria, and those of the stage before, are met."""


def maturity(practice: Practice) -> Maturity:
    """The stage that the description has reached."""
    reached = Maturity.SIGNAL
    for stage in (Maturity.DESCRIBED, Maturity.ELABORATED):
        if any(not criterion.met(practice) for criterion in CRITERIA if criterion.stage == stage):
            break
        reached = stage
    return reached


def missing(practice: Practice) -> tuple[str, ...]:
    """What the description lacks before it is `uitgewerkt`, in words."""
    return tuple(criterion.label for criterion in CRITERIA if not criterion.met(practice))
