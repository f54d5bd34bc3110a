"""How Dutch is heard: sounds that can be written in more than one way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..problem import Severity

_VOWEL = "[aeiouy]"
_CONSONANT = "[bcdfghjklmnpqrstvwxz]"
_OPEN = f"(?={_CONSONANT}{_VOWEL})"
"""What follows a vowel that ends its syllable, and so is long without being doubled."""


@dataclass(frozen=True)
class Twin:
    """A sound that can be written in more than one way."""

    heard: str
    """Dutch, for people: the letters one hesitates between."""
    pattern: str
    """Regular expression of the letters as they are in the word."""
    written: tuple[str, ...]
    """What else is written for them, as a template of that expression."""
    severity: Severity | None = None
    """How bad that is in an address; `None` where few hesitate, so that it counts as a variant alone."""


TWINS = (
    Twin("ei of ij", "ei", ("ij",), "error"),
    Twin("ei of ij", "ij", ("ei", "y"), "error"),
    Twin("au of ou", "(?:au|ou)w?", ("au", "ou", "auw", "ouw"), "error"),
    Twin("y, i of ie", "y", ("i", "ie", "ij"), "error"),
    Twin("c of s", "c(?=[eiy])", ("s",), "error"),
    Twin("c of k", "ck?(?![eiyh])", ("k",), "error"),
    Twin("ch of g", "ch", ("g",), "error"),
    Twin("q of k", "qu?", ("kw", "k"), "error"),
    Twin("x of ks", "x", ("ks",), "error"),
    Twin("ph of f", "ph", ("f",), "error"),
    Twin("d of t aan het eind", "d$", ("t", "dt"), "error"),
    Twin("dt of t aan het eind", "dt$", ("t", "d"), "error"),
    Twin("b of p aan het eind", "b$", ("p",), "error"),
    Twin("th of t", "th", ("t",), "warning"),
    Twin("g of ch", f"(?<=[aeiourl])g(?!{_VOWEL}|[glr])", ("ch",), "warning"),
    Twin("s of z", "(?<![fkpst])s(?=[aeiouw])", ("z",), "warning"),
    Twin("s of z", "z", ("s",), "warning"),
    Twin("v of f", "(?<!f)f(?=[aeioulr])", ("v",), "warning"),
    Twin("v of f", "v", ("f",), "warning"),
    Twin("i of ie", f"(?<!{_VOWEL})i(?:{_OPEN}|(?=[ao]|$))", ("ie",), "warning"),
    Twin("i of ie", f"ie(?:{_OPEN}|(?=[ao]|$))", ("i",), "warning"),
    Twin("een of twee letters", r"([a-z])\1", (r"\1",), "warning"),
    Twin("-e of -en", f"(?<!{_VOWEL})en$", ("e",), "warning"),
    Twin("-e of -en", f"(?<!{_VOWEL})e$", ("en",), "warning"),
    Twin("k of c", "k(?=[aorlut])", ("c",)),
    Twin("ks of x", "ks", ("x",)),
    Twin("s of c", "(?<!s)s(?=[ei])", ("c",)),
    Twin("t of th aan het begin", f"^t(?={_VOWEL})", ("th",)),
    Twin("t of d aan het eind", "(?<!d)t$", ("d",)),
    Twin("p of b aan het eind", "p$", ("b",)),
    Twin("tie of sie", "(?<!s)tie", ("sie",)),
    Twin("wr of vr", "wr", ("vr",)),
    Twin("lange klinker", f"(?<!{_VOWEL})([aeou]){_OPEN}", (r"\1\1",)),
    Twin("lange klinker", f"(?<!{_VOWEL})([aou])$", (r"\1\1",)),
    # One says `hullep` and `zorreg`, so whoever writes little writes that.
    Twin("doffe e", f"(?<!{_VOWEL})([aeiou])([lr])(?=(?:[fgkmp]|ch)$)", (r"\1\2\2e",)),
)
"""The doubtful sounds of Dutch, declared once: the rules, the variants and the remarks on a host follow.
Our own choice: where Dutch spelling has two ways for one sound, or sounds that many people say alike."""


def twins(word: str) -> Iterator[tuple[Twin, re.Match[str]]]:
    """Each place in a word of small letters where another spelling sounds the same, with that sound."""
    for twin in TWINS:
        for match in re.finditer(twin.pattern, word):
            yield twin, match


def sound_alikes(word: str) -> tuple[str, ...]:
    """The other spellings of a word that sound the same, each with one sound written otherwise; sorted."""
    found = {
        word[: match.start()] + match.expand(other) + word[match.end() :]
        for twin, match in twins(word)
        for other in twin.written
    }
    return tuple(sorted(found - {word}))
