"""What people type who misheard or mistyped an address: each is a small page that leads to the right one."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..fields import RESERVED, SLUG
from ..kinds import LONGEST_QUOTE
from .rules import FORM, Finding
from .sounds import sound_alikes

Kind = Literal["sound", "beside", "dropped", "doubled", "swapped", "capital", "capitals", "synonym"]

LONGEST_NAME = 60
"""Characters of a synonym as a name."""
SHOWN = 3
"""Names that a message gives as examples."""

KEYS = (("qwertyuiop", 0.0), ("asdfghjkl", 0.5), ("zxcvbnm", 1.5))
"""The rows of letters on a telephone (iOS and Android alike), and how many keys from the left each begins."""


@dataclass(frozen=True, order=True)
class Alias:
    """A page under another name, that leads to an address."""

    name: str
    """As typed after the slash; only capitals may be all that sets it apart from the address."""
    word: str
    """The address it leads to."""
    kind: Kind
    """How one comes to type it; the first that fits, in the order of `Kind`."""


@dataclass(frozen=True)
class Aliases:
    """All names that lead to an address, and why some do not."""

    pages: tuple[Alias, ...]
    """Sorted by name; each name once, and none that a finding is about."""
    findings: tuple[Finding, ...]
    """Names that two addresses claim, or that are a page of the site already; a build refuses these."""


def aliases(addresses: Mapping[str, Sequence[str]], taken: Collection[str]) -> Aliases:
    """The aliases of each address (word → its synonyms, as an editor wrote them).

    `taken` are the first parts of the paths that the site has besides these addresses (`themas`, `over`).
    Names are compared without regard to capitals, because a web server or a disk may do so too.
    An address that has not the form of one is left out: `rules.judge` refuses it.
    """
    addresses = {word: synonyms for word, synonyms in addresses.items() if re.fullmatch(FORM, word)}
    pages = {word: tuple(_pages(word, synonyms)) for word, synonyms in addresses.items()}
    claims: dict[str, set[str]] = {}
    for word in addresses:
        for name in (word, *(page.name for page in pages[word])):
            claims.setdefault(name.casefold(), set()).add(word)
    closed = {name.casefold() for name in (*taken, *RESERVED)}
    return Aliases(
        pages=tuple(
            sorted(
                page
                for each in pages.values()
                for page in each
                if len(claims[page.name.casefold()]) == 1 and page.name.casefold() not in closed
            )
        ),
        findings=(
            *_unreadable(addresses),
            *_taken(claims, closed),
            *_contested(claims, list(addresses)),
        ),
    )


def variants(word: str) -> Iterator[tuple[str, Kind]]:
    """Every way in which one may mishear or mistype a word of small letters, with doubles."""
    for spelling in sound_alikes(word):
        yield spelling, "sound"
        yield spelling.capitalize(), "sound"
    for at, letter in enumerate(word):
        for key in beside(letter):
            yield word[:at] + key + word[at + 1 :], "beside"
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :], "dropped"
    for at, letter in enumerate(word):
        yield word[:at] + letter + word[at:], "doubled"
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :], "swapped"
    yield word.capitalize(), "capital"
    yield word.upper(), "capitals"


def beside(letter: str) -> str:
    """The letters whose keys share a side with that of a small letter, on a telephone."""
    places = {key: (row, left + at) for row, (keys, left) in enumerate(KEYS) for at, key in enumerate(keys)}
    row, left = places[letter]
    return "".join(
        key
        for key, (other, start) in places.items()
        if (other == row and abs(start - left) == 1) or (abs(other - row) == 1 and abs(start - left) < 1)
    )


def synonym_names(synonym: str) -> tuple[str, ...]:
    """What is typed for a synonym, which may be several words: as one word and with hyphens, and both with
    a capital. Nothing if it has no letter or digit, or is too long."""
    plain = unicodedata.normalize("NFKD", synonym).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain)
    names = dict.fromkeys(("".join(words), "-".join(words)))
    if not all(re.fullmatch(SLUG, name) and len(name) <= LONGEST_NAME for name in names):
        return ()
    return tuple(dict.fromkeys((*names, *(name.capitalize() for name in names))))


def _pages(word: str, synonyms: Sequence[str]) -> Iterator[Alias]:
    found: dict[str, Kind] = {}
    for name, kind in variants(word):
        found.setdefault(name, kind)
    for synonym in synonyms:
        for name in synonym_names(synonym):
            found.setdefault(name, "synonym")
    found.pop(word, None)
    for name, kind in found.items():
        yield Alias(name, word, kind)


def _unreadable(addresses: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """A synonym can be typed: it has letters or digits, and is not too long."""
    for word, synonyms in addresses.items():
        for synonym in synonyms:
            if not synonym_names(synonym):
                yield Finding(
                    word,
                    "synonym",
                    f"synoniem '{synonym[:LONGEST_QUOTE]}' kan niemand typen. Schrijf een of meer woorden "
                    f"van letters of cijfers, samen hoogstens {LONGEST_NAME} tekens",
                )


def _taken(claims: Mapping[str, set[str]], closed: Collection[str]) -> Iterator[Finding]:
    """No address or alias is the name of another page of the site."""
    for name in sorted(claims):
        if name in closed:
            for word in sorted(claims[name]):
                yield Finding(
                    word,
                    "taken",
                    f"'{name}' is al een pagina van deze site. Kies een ander woord"
                    if name == word
                    else f"'{name}', dat naar '{word}' moet leiden, is al een pagina van deze site. "
                    "Kies een ander woord, of haal het synoniem weg",
                )


def _contested(claims: Mapping[str, set[str]], order: Sequence[str]) -> Iterator[Finding]:
    """No name leads to two addresses; of a pair, told at the later one."""
    for at, word in enumerate(order):
        for other in order[:at]:
            names = sorted(name for name, words in claims.items() if {word, other} <= words)
            if names:
                more = ", …" if len(names) > SHOWN else ""
                yield Finding(
                    word,
                    "two-ways",
                    f"{', '.join(names[:SHOWN])}{more} kan zowel '{other}' als '{word}' zijn. "
                    "Kies een ander woord, of haal het synoniem weg",
                )
