"""Just enough of Markdown to check it: lines outside code, headings, and the sections under them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$")
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


class Line(NamedTuple):
    """One line of Markdown outside fenced code, with code spans blanked out in `prose`."""

    number: int
    text: str
    prose: str


@dataclass(frozen=True)
class Section:
    """A second-level heading and the Markdown under it."""

    heading: str
    line: int
    text: str


def lines_of(body: str, first: int) -> list[Line]:
    """The lines of `body` outside fenced code; `first` is the line of the file it begins on."""
    found: list[Line] = []
    fence = ""
    for number, text in enumerate(body.split("\n"), first):
        match = _FENCE.match(text)
        if fence:
            if match and match[1].startswith(fence) and not text.strip().strip(fence[0]):
                fence = ""
            continue
        if match:
            fence = match[1]
            continue
        prose = _CODE_SPAN.sub(lambda span: " " * len(span[0]), text) if "`" in text else text
        found.append(Line(number, text, prose))
    return found


def sections_of(body: str, first: int, lines: list[Line]) -> Iterator[Section]:
    headings = [(number, heading) for number, depth, heading in headings_of(lines) if depth == 2]
    rows = body.split("\n")
    ends = [*(number for number, _ in headings), first + len(rows)][1:]
    for (number, heading), end in zip(headings, ends, strict=True):
        yield Section(heading, number, "\n".join(rows[number - first + 1 : end - first]).strip())


def headings_of(lines: list[Line]) -> Iterator[tuple[int, int, str]]:
    """Line, depth (1 to 6) and text of each heading that is written with #."""
    for line in lines:
        if match := _HEADING.match(line.text):
            yield line.number, len(match[1]), match[2] or ""
