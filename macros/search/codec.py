"""Lists of document numbers as short text, for files that a browser reads.

Numbers go up, so the gap to the one before is written, with the least digit first, as in source maps: a digit
of 32 or more says that another follows. Where numbers have a level, each level has a list behind its mark.
"""

from collections.abc import Iterable, Mapping, Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MARKS = "!#$%&()*+,./"
"""A mark for each level, the lowest first."""

_BASE = len(DIGITS) // 2
_SHORT = tuple(DIGITS[:_BASE])


def encode(numbers: Iterable[int]) -> str:
    """Numbers from 0, going up: `[0, 1, 40]` → `AAmB`."""
    digits = []
    before = -1
    for number in numbers:
        gap = number - before - 1
        digits.append(_SHORT[gap] if gap < _BASE else _long(gap))
        before = number
    return "".join(digits)


def encode_levels(levels: Mapping[int, Sequence[int]]) -> str:
    """Level, of those that have a mark, → its numbers; the lowest level comes first."""
    return "".join(MARKS[level] + encode(levels[level]) for level in sorted(levels))


def _long(gap: int) -> str:
    digits = []
    while gap >= _BASE:
        digits.append(DIGITS[_BASE + gap % _BASE])
        gap //= _BASE
    return "".join(digits) + DIGITS[gap]
