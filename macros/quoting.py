"""Contributed text in the Markdown of a forge, quoted so that it stays text.

Forges differ in what they make of Markdown, so little is left to them. A sign that means something within a
line is written as a character reference, which no Markdown reads as a mark. What a forge looks for after that
in the text that is left (mentions, references, bare addresses) is broken with a space of no width. Signs with
a meaning at the beginning of a line alone stay as they are, so quoted text never begins one.
"""

import re
from collections.abc import Iterable

from .characters import printable

_SIGN = re.compile(r"[\\`*_\[\]<>|~&$!#@{}^]")
_LOOKED_FOR = re.compile(r"@|#|!(?=\d)|:(?=//)|\b(?:www|GH)(?=[.-])", re.IGNORECASE)
_NO_WIDTH = "\u200b"


def text(contributed: str) -> str:
    """Markdown that shows `contributed` and does nothing else, for within a line."""
    line = printable(" ".join(contributed.split()))
    broken = _LOOKED_FOR.sub(lambda match: match[0] + _NO_WIDTH, line)
    return _SIGN.sub(lambda match: f"&#{ord(match[0])};", broken)


def code(contributed: str) -> str:
    """A code span that shows `contributed` to the letter, for a path or an address to copy."""
    line = printable(" ".join(contributed.split())) or " "
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def within(lines: Iterable[str], most: int, ending: str) -> str:
    """The lines as text of at most `most` bytes; if they do not fit, as many as do, and then `ending`."""
    kept: list[str] = []
    size = 0
    room = most - len(ending.encode()) - 2
    for line in lines:
        size += len(line.encode()) + 1
        if size > room:
            kept += ["", ending]
            break
        kept.append(line)
    return "\n".join(kept) + "\n"
