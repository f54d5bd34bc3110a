"""A file as read: plain data in which every value remembers its line and column."""

from dataclasses import dataclass, field
from typing import Any

from .characters import printable
from .problem import START, Mark, Problem

MOST_PROBLEMS = 500
"""In one file; who has so many is helped by no more, and a hostile file could have a hundred thousand."""

Location = tuple[str | int, ...]
"""Keys and list positions from the top of the data to a value, as in pydantic's `loc`."""


@dataclass
class Document:
    """A file as read: plain data, where each part stands, and what was wrong with it.

    `data` holds only dictionaries, lists and strings. A value that could not be read is left out
    of `data` and named in `unreadable`, so that nobody reports it as missing as well.
    """

    path: str
    data: Any = None
    marks: dict[Location, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each value; ask `mark_of`."""
    key_marks: dict[Location, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each key."""
    unreadable: set[Location] = field(default_factory=set)
    comments: list[tuple[int, str]] = field(default_factory=list)
    """The line and the text of each line of YAML that is no more than a comment."""
    body: str = ""
    body_line: int = 1
    """Line of the file on which `body` begins."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def slug(self) -> str:
        """The file's name without `.md`."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def folder(self) -> str:
        """The name of the folder that the file is in."""
        return self.path.rpartition("/")[0].rpartition("/")[2]

    def report(self, mark: Mark, name: str, code: str, message: str) -> None:
        """Add a problem at `mark` (see `Problem` for the other words)."""
        self.problems.append(Problem(self.path, *mark, printable(name), code, printable(message)))

    @property
    def crowded(self) -> bool:
        """Whether there are so many problems that it is no use to look for more."""
        return len(self.problems) >= MOST_PROBLEMS

    def mark_of(self, location: Location) -> Mark:
        """Place of the value at `location`, or of the nearest part around it that is there."""
        for end in range(len(location), -1, -1):
            if location[:end] in self.marks:
                return Mark(*self.marks[location[:end]])
        return START

    @property
    def positions(self) -> dict[str, int]:
        """Where each entry of a list stands, by its id; of entries with the same id, the first."""
        found: dict[str, int] = {}
        for at, item in enumerate(self.data or ()):
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                found.setdefault(item["id"], at)
        return found

    def report_double(self, location: Location, again: Mark) -> None:
        """Report the key at `location`, which stands at `again` for the second time."""
        first, _ = self.key_marks[location]
        message = f"'{location[-1]}' staat er twee keer (ook op regel {first}). Haal er één weg"
        self.report(again, field_name(location), "duplicate-key", message)


def field_name(location: Location) -> str:
    """Dotted name of a location, without list positions: `bronnen.url`."""
    return ".".join(part for part in location if isinstance(part, str)) or "bestand"
