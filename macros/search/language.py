"""Dutch words as the search compares them.

A browser does the same with a query: it is given the rules below as data (`rules`), so that they are declared
here alone. Patterns use nothing that Python and JavaScript read differently; a replacement is written `$1`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Rule(NamedTuple):
    """What to replace by what; applied everywhere in a text or a word."""

    pattern: str
    replacement: str


FOLDS = (
    Rule("['’‘`]", ""),  # foto's, 's-Hertogenbosch
    Rule("æ", "ae"),
    Rule("œ", "oe"),
    Rule("ø", "o"),
    Rule("ß", "ss"),
    Rule("ij", "y"),
)
"""What remains to be levelled in a text of small letters without accents."""

_CONSONANT = "[bcdfghjklmnpqrstvwxz]"
_PLURAL_S = Rule("^(.{2,}(?:[bcdfgklmnprtvw]|[^o]o|[^a]a|ie|[tdglmnupfvz]e|che))s$", "$1")

STEMS = (
    Rule("heden$", "heid"),
    Rule("eaus$", "eau"),
    _PLURAL_S,  # regels, routes, regio's
    Rule("(ie|ee|[aeo]i)en$", "$1"),  # ideeën, technologieën, groeien
    Rule("^(?=.{5})(.*[aeiouy].*[^aeiou])en$", "$1"),  # groepen; not steen
    Rule("^(.{2,}[^aeiou])e$", "$1"),  # goede, route
    _PLURAL_S,  # artsen, as arts
    Rule("([bdfgklmnprst])$1$", "$1"),  # lessen, les
    Rule("v$", "f"),  # brieven, brief
    Rule("z$", "s"),  # huizen, huis
    Rule(f"([aeou])$1({_CONSONANT})$", "$1$2"),  # school, as scholen
)
"""From a word to what its singular, its plural and its adjective have in common.

Deliberately short: Snowball's Dutch stemmer takes *begeleiding* for *beleid* and *wonen* for *gewoon*.
What is lost (verbs, diminutives) is found by prefix or as a typing error."""

IRREGULAR = {
    "gezonder": "gezond", "kinderen": "kind", "kleinkinderen": "kleinkind", "leden": "lid", "lees": "lezen",
    "leven": "leven", "levens": "leven", "lezen": "lezen", "oudere": "ouderen", "ouderen": "ouderen",
    "steden": "stad",
}  # fmt: skip
"""Words that the rules would part, or throw together with another (*ouders* and *ouderen*)."""

SOUNDS = (
    Rule("ei|y|ie", "i"),
    Rule("au", "ou"),
    Rule("sch$|sh", "s"),
    Rule("ch", "g"),
    Rule("ph", "f"),
    Rule("^th|dt|d$", "t"),
    Rule("c(?=[ei])", "s"),
    Rule("[cq]", "k"),
    Rule("x", "ks"),
    Rule("z", "s"),
    Rule("v", "f"),
    Rule("(.)$1", "$1"),
)
"""From a word to how it sounds, roughly: words that sound alike come out the same, however they are spelt."""

SHORTEST = 2
"""Characters of a word that can be searched for."""
LONGEST = 40
"""Characters of a word that count: nobody types more, and a contributor may."""

_MARKS = re.compile("[\u0300-\u036f]")
_WORDS = re.compile("[a-z0-9]+")
_HYPHENATED = re.compile("(?<![a-z0-9])[a-z0-9]+(?:-[a-z0-9]+)+")


def _compiled(rules: Iterable[Rule]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(re.sub(r"\$(\d)", r"\\\1", pattern)), re.sub(r"\$(\d)", r"\\\1", replacement))
        for pattern, replacement in rules
    )


_FOLDS, _STEMS, _SOUNDS = _compiled(FOLDS), _compiled(STEMS), _compiled(SOUNDS)


def _apply(rules: Iterable[tuple[re.Pattern[str], str]], text: str) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text


def fold(text: str) -> str:
    """Small letters without accents and apostrophes, and `y` for `ij`: `Coördineer thema's bij IJmuiden` →
    `coordineer themas by ymuiden`."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _apply(_FOLDS, text.lower())


def words(text: str) -> list[str]:
    """The words of a text, folded, in order, without the silent ones."""
    found = _WORDS.findall(fold(text))
    return [word[:LONGEST] for word in found if len(word) >= SHORTEST and word not in SILENT]


def joined(text: str) -> list[str]:
    """The words that a hyphen parts, written as one: `e-health` → `ehealth`."""
    if "-" not in text:
        return []
    return [word.replace("-", "")[:LONGEST] for word in _HYPHENATED.findall(fold(text))]


def phrase(text: str) -> str:
    """All words of a text, folded, the silent ones as well, between single spaces."""
    return " ".join(_WORDS.findall(fold(text)))


def stem(word: str) -> str:
    """What a folded word is searched by: the same for its singular and plural."""
    return IRREGULAR.get(word) or _apply(_STEMS, word)


def sound(word: str) -> str:
    """How a folded word sounds, roughly."""
    return _apply(_SOUNDS, word)


SILENT = frozenset(
    _WORDS.findall(
        fold(
            """
            aan af al alle als altijd andere ben bent bij binnen daar dan dat de den der deze die dit doe
            doen doet door dus een eens elk elkaar en er erg ergens etc even ga gaan gaat gebeuren gebeurt
            geeft geen geven gewoon graag haar had hadden heb hebben hebt heeft heel hem hen het hier hij
            hoe hun iemand iets ik in is ja je jij jou jouw jullie kan ken kent kon konden kun kunnen kunt
            maar mag me mee meer meerdere men met mij mijn minder moet moeten mogen na naar nee niet niets
            nog nu of om omdat onder ons onze ook op over per sinds te tegen tijdens toch toe tot tussen uit
            uw van vanaf vanuit veel via vind vinden vindt voel voelen voelt voor waar waarbij waarom
            wanneer want was wat we weer weinig wel welk welke werd werkt wie wij wil willen wilt word
            worden wordt zal ze zich zij zijn zit zitten zo zoals zoek zoeken zonder zou zouden zulke
            """
        )
    )
)
"""Words, folded, that say nothing of what somebody looks for."""


def rules() -> Mapping[str, Any]:
    """Everything above, for the browser."""
    return {
        "folds": FOLDS,
        "stems": STEMS,
        "irregular": IRREGULAR,
        "sounds": SOUNDS,
        "silent": " ".join(sorted(SILENT)),
        "shortest": SHORTEST,
        "longest": LONGEST,
    }
