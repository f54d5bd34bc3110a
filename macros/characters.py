"""Characters that have no business in a practice: invisible, disguising or broken ones."""

import re
import unicodedata
from collections.abc import Iterator

from .problem import Mark

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U000e0fff]"
)
"""Control, zero-width, direction-changing and tag characters."""

_FOREIGN = re.compile("[\u0250-\u1dff\u1f00-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe10-\ufeff\uff10-\uffef]")
"""Letters outside the Latin blocks, which may pass for Latin ones."""

_WORD = re.compile(r"[^\W\d_]+")


def strange_characters(text: str) -> Iterator[tuple[Mark, str]]:
    """Each place where `text` holds something a reader cannot see or would mistake.

    Yields the mark and a Dutch message: control and zero-width characters, letters of another
    alphabet inside a Latin word, and accents that are separate characters (not NFC).
    """
    # Nearly every file is clean, so look at the whole text before looking at each line.
    control = bool(_CONTROL.search(text))
    loose = not unicodedata.is_normalized("NFC", text)
    foreign = bool(_FOREIGN.search(text))
    if not (control or loose or foreign):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for match in _CONTROL.finditer(line):
            yield (
                Mark(number, match.start() + 1),
                f"onzichtbaar of stuurteken {_name(match[0])}. Haal het weg",
            )
        if not unicodedata.is_normalized("NFC", line):
            column = next((at for at, letter in enumerate(line, 1) if unicodedata.combining(letter)), 1)
            yield (
                Mark(number, column),
                f"los accent {_name(line[column - 1])}. Typ de letter met accent opnieuw",
            )
        for word in _WORD.finditer(line):
            yield from _mixed(word, number)


def _mixed(word: re.Match[str], line: int) -> Iterator[tuple[Mark, str]]:
    """The first letter of a word that comes from another alphabet than the rest of it."""
    if word[0].isascii():
        return
    alphabets = [unicodedata.name(letter, "?").split()[0] for letter in word[0]]
    if "LATIN" in alphabets:
        for at, (letter, alphabet) in enumerate(zip(word[0], alphabets, strict=True)):
            if alphabet not in ("LATIN", "FEMININE", "MASCULINE", "MICRO"):
                yield (
                    Mark(line, word.start() + at + 1),
                    f"het woord '{word[0]}' bevat een teken uit een ander alfabet: "
                    f"{_name(letter)}. Typ het woord opnieuw",
                )
                return


def _name(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'zonder naam')})"
