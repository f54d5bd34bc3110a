"""Abbreviations in texts for residents: which we know in full, and which a text leaves unexplained.

The form in the browser is given these lists and patterns; see `kinds` for what a pattern may use.
"""

import re

from .characters import SPACE
from .plain import LETTER
from .wording import any_of, levelled

FULL = {
    "as": "komende", "aub": "alstublieft", "bijv": "bijvoorbeeld", "bv": "bijvoorbeeld, of bedrijf",
    "ca": "ongeveer", "dhr": "meneer", "dmv": "door", "dwz": "dat wil zeggen", "ea": "en anderen",
    "ed": "en dergelijke", "enz": "enzovoort", "etc": "enzovoort", "evt": "eventueel", "excl": "zonder",
    "incl": "inclusief", "iom": "in overleg met", "ipv": "in plaats van", "ism": "samen met",
    "ivm": "omdat", "max": "hoogstens", "mbt": "over", "mbv": "met", "min": "minstens", "muv": "behalve",
    "mw": "mevrouw", "mevr": "mevrouw", "nav": "na", "nr": "nummer", "nvt": "niet van toepassing",
    "oa": "onder andere", "pm": "per maand", "pp": "per persoon", "tav": "voor", "tbv": "voor",
    "tel": "telefoon", "t/m": "tot en met", "tnv": "op naam van", "tov": "vergeleken met", "va": "vanaf",
    "vd": "van de", "zsm": "zo snel mogelijk", "aov": "arbeidsongeschiktheidsverzekering",
    "bsn": "burgerservicenummer", "cak": "centraal administratiekantoor",
    "ciz": "centrum indicatiestelling zorg", "cjg": "centrum voor jeugd en gezin",
    "ehbo": "eerste hulp bij ongelukken", "gala": "gezond en actief leven akkoord",
    "ggd": "gemeentelijke gezondheidsdienst", "ggz": "geestelijke gezondheidszorg",
    "gli": "gecombineerde leefstijlinterventie", "hap": "huisartsenpost", "iza": "integraal zorgakkoord",
    "lvb": "licht verstandelijke beperking", "mdo": "multidisciplinair overleg",
    "mpt": "modulair pakket thuis", "nza": "nederlandse zorgautoriteit", "pgb": "persoonsgebonden budget",
    "poh": "praktijkondersteuner", "rivm": "rijksinstituut voor volksgezondheid en milieu",
    "seh": "spoedeisende hulp", "spuk": "specifieke uitkering", "svb": "sociale verzekeringsbank",
    "uwv": "uitvoeringsinstituut werknemersverzekeringen", "vog": "verklaring omtrent het gedrag",
    "vpt": "volledig pakket thuis", "vvt": "verpleging, verzorging en thuiszorg",
    "vws": "volksgezondheid, welzijn en sport", "wlz": "wet langdurige zorg",
    "wmo": "wet maatschappelijke ondersteuning", "wpg": "wet publieke gezondheid",
    "zvw": "zorgverzekeringswet",
}  # fmt: skip
"""Abbreviations that care and welfare use, without dots and in small letters → what to write, or explain.

Not those whose full name explains nothing (aow): there the writer's own explanation will do."""
AS_WORDS = ("tv", "wc", "sms", "pdf", "anwb")
"""Abbreviations that everybody says, and nobody in full."""

_WITH_DOT = ("ca", "max", "min", "nr", "tel")
"""Words, too: an abbreviation only with a dot, before a number."""
_ANYWHERE = [
    short for short in FULL if len(short) > 2 and short not in (*_WITH_DOT, "gala", "hap", "nav")
] + ["mw"]
SHORTENED = (
    f"(?<![{LETTER}.])"
    + any_of("[a-z](?:[.][a-z])+", "bv(?=[.])", f"{any_of(*_WITH_DOT)}(?=[.] ?[0-9#])", *_ANYWHERE)
    + f"(?![{LETTER}])"
)
"""An abbreviation in a levelled text."""
CAPITALS = f"(?<![{LETTER}])(?<![0-9]{{4}})(?<![0-9]{{4}}[{SPACE}])[A-Z]{{2,}}(?![{LETTER}])"
"""An abbreviation in a text as it stands; the letters of a postal code are none."""


def unexplained(text: str) -> str:
    """The first abbreviation in `text` that is not explained there, or nothing.

    It is explained between brackets, or stands between brackets after its explanation; where we know it,
    with the words of `FULL`.
    """
    level = levelled(text)
    found: list[str] = [*re.findall(SHORTENED, level), *re.findall(CAPITALS, text)]
    for short in found:
        low = short.lower()
        explained = (f"({low})" in level or f"{low} (" in level) and full(short) in level
        if low not in AS_WORDS and not explained:
            return short
    return ""


def full(short: str) -> str:
    """An abbreviation in full, where we know it; else nothing."""
    return FULL.get(short.lower().replace(".", ""), "")
