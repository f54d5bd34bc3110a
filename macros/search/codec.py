"""Lists of document numbers as short text, for files that a browser reads.

Numbers go up, so the gap to the one before is written, with the least digit first, as in source maps: a digit
of 32 or more says that another follows. Where numbers have a level, each level has a list behind its mark.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MARKS = "!#$%&()*+,./"
"""A mark for each level, the lowest first."""

_BASE = len(DIGITS) // 2
_SHORT = tuple(DIGITS[:_BASE])


def encode(numbers: Iterable[int]) -> str:
    """Numbers from 0, going up: `[0, 1, 40]` → `AAmB`."""
    return "".join(
        _SHORT[gap] if gap < _BASE else _long(gap)
        for before, number in pairwise((-1, *numbers))
        for gap in (number - before - 1,)
    )


def encode_levels(lists: Sequence[Sequence[int]]) -> str:
    """A list of numbers for each level, the lowest first; at most as many as there are marks."""
    return "".join(mark + encode(numbers) for mark, numbers in zip(MARKS, lists, strict=True) if numbers)


def _long(gap: int) -> str:
    digits = []
    while gap >= _BASE:
        digits.append(DIGITS[_BASE + gap % _BASE])
        gap //= _BASE
    return "".join(digits) + DIGITS[gap]
