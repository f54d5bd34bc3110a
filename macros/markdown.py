"""Just enough of Markdown to check it: lines, headings, and the sections under them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")


class Line(NamedTuple):
    """One line of the body, and where it stands in the file."""

    number: int
    text: str


@dataclass(frozen=True)
class Section:
    """A second-level heading and the Markdown under it."""

    heading: str
    line: int
    text: str


def lines_of(body: str, first: int) -> list[Line]:
    """The lines of `body`; `first` is the line of the file it begins on."""
    return [Line(number, text) for number, text in enumerate(body.split("\n"), first)]


def headings_of(lines: list[Line]) -> Iterator[tuple[int, int, str]]:
    """Line, depth (1 to 6) and text of each heading: a line that begins with #."""
    for line in lines:
        if line.text.startswith("#") and (match := _HEADING.fullmatch(line.text)):
            yield line.number, len(match[1]), match[2].rstrip().rstrip("#").rstrip()


def sections_of(lines: list[Line]) -> Iterator[Section]:
    """The second-level sections; text before the first of them is in none."""
    headings = [(number, heading) for number, depth, heading in headings_of(lines) if depth == 2]
    first = lines[0].number
    ends = [*(number for number, _ in headings), first + len(lines)][1:]
    for (number, heading), end in zip(headings, ends, strict=True):
        text = "\n".join(line.text for line in lines[number - first + 1 : end - first])
        yield Section(heading, number, text.strip())
