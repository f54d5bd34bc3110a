"""Characters that have no business in a practice: invisible, disguising or broken ones."""

import re
import unicodedata
from collections.abc import Iterator

from .problem import Mark

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
"""Control, zero-width, direction-changing, blank and tag characters."""

_BEYOND_LATIN = re.compile("[^\x00-\u024f\u1e00-\u1eff\u2010-\u205e\u20a0-\u20bf\u2190-\u22ff]")
"""What is no Latin letter, usual punctuation, currency, arrow or sign: worth a closer look."""

_COLOURED = "\ufe0f"
"""Asks for the coloured form of the emoji before it."""

_GREEK = re.compile(r"(?<!\w)[\u0391-\u03c9](?!\w)")
"""A Greek letter by itself, as in `β-blokker`."""


def strange_characters(text: str) -> Iterator[tuple[Mark, str]]:
    """Each place where `text` holds something a reader cannot see or would mistake.

    Yields the mark and a Dutch message: control and zero-width characters, letters of another alphabet
    or in fancy dress (which may pass for plain ones), and accents apart from their letter.
    """
    # Nearly every file is clean, so look at the whole text before looking at each line.
    control = bool(_CONTROL.search(text))
    loose = not unicodedata.is_normalized("NFC", text)
    beyond = bool(_BEYOND_LATIN.search(text))
    if not (control or loose or beyond):
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
        elif beyond and (column := _disguise(line)):
            yield (
                Mark(number, column),
                f"teken dat op een ander lijkt: {_name(line[column - 1])}. Typ het woord opnieuw",
            )


def without_controls(text: str) -> str:
    """`text` with a space for each control character, so that reading can go on; places stay the same."""
    return _CONTROL.sub(" ", text)


def _disguise(line: str) -> int:
    """Column of the first letter that is not plain Latin, or of a sign without meaning; 0 if none."""
    alone = {match.start() for match in _GREEK.finditer(line)}
    for match in _BEYOND_LATIN.finditer(line):
        character, at = match[0], match.start()
        kind = unicodedata.category(character)
        fancy = kind[0] in "LN" and not unicodedata.is_normalized("NFKC", character)
        foreign = kind[0] == "L" and "LATIN" not in unicodedata.name(character, "")
        phonetic = "\u0250" <= character <= "\u02ff"
        broken = kind in ("Co", "Cn") or (kind[0] == "M" and character != _COLOURED)
        if at not in alone and (fancy or foreign or phonetic or broken):
            return at + 1
    return 0


def _name(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'zonder naam')})"


def printable(text: str) -> str:
    """`text` on one line, without characters that a terminal or a log would act on."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
