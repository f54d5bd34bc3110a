"""Characters that have no business in a practice: invisible, disguising or broken ones."""

import re
import unicodedata
from collections.abc import Iterator

from .problem import Mark

SPACE = " \t\n\u00a0\u2000-\u200a\u202f\u205f\u3000"
"""What counts as a space, to put between [ and ] of a pattern."""

_COLOURED = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u2bff"
    "\U0001f000-\U0001faff"
)
"""What may be shown in colour, if U+FE0F follows."""

_EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff"

CONTROL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c"
    "\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
    f"|(?<![{_COLOURED}])\ufe0f(?!\u20e3)|(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])"
)
"""Control, zero-width, direction-changing, blank and tag characters; what asks for the coloured form of a
character that has none; and what joins two emoji to one (`👨‍👩‍👧`) elsewhere."""

_PLAIN = (
    "\x00-\u00b1\u00b4\u00b6-\u00b8\u00ba-\u0131\u0134-\u017e\u1e00-\u1eff"  # Latin letters,
    # without ligatures and the long s
    "\u018f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01e4-\u01f0"  # more of them,
    "\u01f4\u01f5\u01f8-\u0233"  # without clicks and tones
    "\u2002-\u200a\u200d\u2010-\u2023\u2026\u202f-\u203d\u2044\u2047-\u2049\u205f"
    # spaces, dashes, quotes; no other full stop
    "\u20a0-\u20bf\u2103\u2116\u2117\u2122\u2150-\u215e"  # currency, ℃ № ℗ ™, fractions
    "\u2190-\u2214\u2218-\u2222\u2224-\u2235\u2237-\u2335"  # arrows, mathematics; no slash, bar, colon
    "\u237b-\u23ff\u2500-\u2570\u2574-\u2757\u2763-\u2767"  # shapes; no letters, strokes, quotes or brackets
    "\u2794-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff"  # more of them; no digits
    "\ufe0f\U0001f000-\U0001f0ff\U0001f191-\U0001f19a\U0001f1e6-\U0001faff"  # emoji, and their coloured form
)
_LETTERS = "A-Z_a-z\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u03ff\u1e00-\u1eff"
_IN_WORDS = f"0-9{_LETTERS}"
_RAISED = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u207a\u207b\u2080-\u2089\u208a\u208b"
_GREEK = "\u00b5\u0391-\u03c9"
_SCIENTIFIC = "\u03b1-\u03b5\u03ba\u03bb\u03c9\u03a9"
_HONEST_GREEK = (
    f"(?<![{_LETTERS}])[\u00b5\u03bc](?=(?:[glmLsV]|mol)(?![{_IN_WORDS}]))"  # μg
    f"|(?<![{_IN_WORDS}])[{_SCIENTIFIC}](?=[0-9]{{1,2}}(?![{_IN_WORDS}]))"  # β2-agonist
    f"|(?<=[0-9A-Z]{{2}})[{_SCIENTIFIC}](?![{_IN_WORDS}])"  # TNFα, PGF2α
)
_KEYCAP = "\u20e3"
DISGUISE = (
    f"[^{_PLAIN}{_GREEK}{_RAISED}{_KEYCAP}]"
    f"|(?<![0-9#*]\ufe0f){_KEYCAP}"
    f"|(?<![{_IN_WORDS}{_RAISED})\\]])[{_RAISED}]|(?<=[{_RAISED}]{{3}})[{_RAISED}]"
    f"|(?!{_HONEST_GREEK})(?:(?<=[{_IN_WORDS}])[{_GREEK}]|[{_GREEK}](?=[{_IN_WORDS}]))"
)
"""Letters of another alphabet or in fancy dress, loose accents, and what only imitates a digit or a
punctuation mark (❶, ①, ․, ∕). What may be there, as nobody mistakes it:

- a raised or lowered digit, plus or minus on what it belongs to, at most three in a row: `CO₂`, `10⁻⁶`;
- a digit on a key: `1️⃣`;
- a Greek letter by itself (`β-blokker`), as a unit (`μg`), before a number (`β2-agonist`) or after two
  capitals or digits (`TNFα`). Beside other letters it passes for a Latin one (`ο`, `ν`), and so does `µ`.
"""

CONTROL_MESSAGE = "onzichtbaar of stuurteken {name}. Haal het weg"
ACCENT_MESSAGE = "los accent {name}. Typ de letter met accent opnieuw"
DISGUISE_MESSAGE = (
    "teken dat op een ander lijkt: {name}. Typ het opnieuw, met gewone letters, cijfers en leestekens"
)

_CONTROL = re.compile(CONTROL)
_DISGUISE = re.compile(DISGUISE)
_NOT_PLAIN = re.compile(f"[^{_PLAIN}]")


def strange_characters(text: str) -> Iterator[tuple[Mark, str]]:
    """Each place where `text` holds something a reader cannot see or would mistake.

    Yields the mark and a Dutch message: control and zero-width characters, letters of another alphabet
    or in fancy dress (which may pass for plain ones), what imitates
    a digit or a punctuation mark, and accents apart from their letter.
    """
    # Nearly every file is clean, so look at the whole text before looking at each line.
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not _CONTROL.search(text) and not _NOT_PLAIN.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for match in _CONTROL.finditer(line):
            yield Mark(number, match.start() + 1), CONTROL_MESSAGE.format(name=_name(match[0]))
        visible = _CONTROL.sub(" ", line)
        if not unicodedata.is_normalized("NFC", line):
            at = next((at for at, letter in enumerate(line) if unicodedata.combining(letter)), 0)
            yield Mark(number, at + 1), ACCENT_MESSAGE.format(name=_name(line[at]))
        elif disguise := _DISGUISE.search(visible):
            yield Mark(number, disguise.start() + 1), DISGUISE_MESSAGE.format(name=_name(disguise[0]))


def without_controls(text: str) -> str:
    """`text` with a space for each control character, so that reading can go on; places stay the same."""
    return _CONTROL.sub(" ", text)


def _name(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'zonder naam')})"


def printable(text: str) -> str:
    """`text` on one line, without characters that a terminal or a log would act on."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
