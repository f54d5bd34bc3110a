"""From a file to plain data in which every value remembers its line and column.

YAML is read as a stream of events, never as Python objects: scalars stay text (`no`, `010` and
`12:30` are what the contributor typed), and what YAML can hide in a file (anchors, aliases, tags,
merges, duplicate keys, deep nesting) is refused at the event where it appears.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .characters import strange_characters
from .problem import START, Mark, Problem

MAX_FRONT_MATTER = 16_000
"""Bytes of front matter; the longest honest practice is well below half of it."""
MAX_BODY = 40_000
"""Bytes of Markdown under the front matter."""
MAX_VOCABULARY = 200_000
"""Bytes of one vocabulary file."""
MAX_LINE = 2_000
"""Characters in one line."""
MAX_DEPTH = 5
"""Levels of nesting in YAML; the field model needs four."""

Location = tuple[str | int, ...]
"""Keys and list positions from the top of the data to a value, as in pydantic's `loc`."""

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_FENCE = "---"
_LONG_LINE = re.compile(rf"^.{{{MAX_LINE + 1}}}", re.MULTILINE)
_TOP_LEVEL_KEY = re.compile(r"^([A-Za-z_]\w*)[ ]*:", re.MULTILINE)

_SYNTAX = (
    ("mapping values are not allowed", "er staat een dubbele punt midden in de waarde. "
     "Zet de hele waarde tussen enkele aanhalingstekens: 'zo: dus'"),
    ("cannot start any token", "deze waarde begint met een teken dat niet kan (een tab, @, ` of %). "
     "Spring in met spaties, of zet de waarde tussen enkele aanhalingstekens"),
    ("expected ',' or ']'", "de lijst tussen [ en ] is niet goed afgesloten. "
     "Schrijf: [een, twee]"),
    ("expected ',' or '}'", "de groep tussen { en } is niet goed afgesloten. "
     "Schrijf liever elke sleutel op een eigen regel"),
    ("unexpected end of stream", "een aanhalingsteken is niet gesloten. "
     "Zet aan het eind van de waarde hetzelfde aanhalingsteken als aan het begin"),
    ("expected '-' indicator", "het lijstje springt niet gelijk in. "
     "Zet elk streepje (-) recht onder het vorige"),
    ("could not find expected ':'", "hier ontbreekt een dubbele punt. Schrijf: sleutel: waarde"),
    ("expected key", "de regel springt niet goed in, of er ontbreekt een dubbele punt. "
     "Zet gelijke sleutels recht onder elkaar, met spaties"),
    ("expected <block end>", "de regel springt niet goed in. "
     "Zet gelijke sleutels recht onder elkaar, met spaties"),
)  # fmt: skip
"""What libyaml says, and what the contributor can do about it."""


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
        self.problems.append(Problem(self.path, *mark, name, code, message))

    def mark_of(self, location: Location) -> Mark:
        """Place of the value at `location`, or of the nearest part around it that is there."""
        for end in range(len(location), -1, -1):
            if location[:end] in self.marks:
                return Mark(*self.marks[location[:end]])
        return START

    def report_double(self, location: Location, again: Mark) -> None:
        """Report the key at `location`, which stands at `again` for the second time."""
        first, _ = self.key_marks[location]
        message = f"'{location[-1]}' staat er twee keer (ook op regel {first}). Haal er een weg"
        self.report(again, field_name(location), "duplicate-key", message)


def field_name(location: Location) -> str:
    """Dotted name of a location, without list positions: `bronnen.url`."""
    return ".".join(part for part in location if isinstance(part, str)) or "bestand"


def read_practice(file: Path, path: str) -> Document:
    """Read Markdown with YAML front matter; `path` is how messages name the file.

    Never raises for what a contributor put in the file: each failure is in `problems`.
    """
    document = Document(path)
    text = _read_text(file, document, MAX_FRONT_MATTER + MAX_BODY + 2 * len(_FENCE) + 4)
    if text is None:
        return document
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        document.report(START, "bestand", "fence", "de eerste regel moet uit drie streepjes bestaan: ---")
        return document
    ends = (number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE)
    end = next(ends, None)
    if end is None:
        document.report(
            START,
            "bestand",
            "fence",
            "de kop is niet afgesloten. Zet na de laatste sleutel een regel met drie streepjes: ---",
        )
        return document
    front_matter = "\n".join(lines[1:end]) + "\n"
    document.body = "\n".join(lines[end + 1 :])
    document.body_line = end + 2
    _limit(document, len(front_matter.encode()), MAX_FRONT_MATTER, START, "bestand", "de kop")
    _limit(
        document,
        len(document.body.encode()),
        MAX_BODY,
        Mark(document.body_line, 1),
        "tekst",
        "de tekst",
    )
    if not document.problems:
        _read_yaml(front_matter, 1, document)
        _expect(document, dict)
    return document


def read_vocabulary(file: Path, path: str) -> Document:
    """Read a YAML file that holds one list; failures are in `problems`, as for a practice."""
    document = Document(path)
    text = _read_text(file, document, MAX_VOCABULARY)
    if text is not None:
        _read_yaml(text, 0, document)
        _expect(document, list)
    return document


def _read_text(file: Path, document: Document, limit: int) -> str | None:
    """The file's text with `\\n` line ends and without BOM, or None if it cannot be trusted."""
    if file.is_symlink():
        document.report(START, "bestand", "symlink", "dit is een verwijzing. Zet het bestand zelf hier neer")
        return None
    try:
        with file.open("rb") as stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        document.report(START, "bestand", "unreadable", f"niet te lezen ({error.strerror})")
        return None
    if len(raw) > limit:
        _limit(document, len(raw), limit, START, "bestand", "het bestand")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        mark = Mark(before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1)
        document.report(mark, "bestand", "encoding", "dit teken is geen UTF-8. Bewaar het bestand als UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for mark, message in strange_characters(text):
        document.report(mark, "bestand", "character", message)
    for match in _LONG_LINE.finditer(text):
        mark = Mark(text.count("\n", 0, match.start()) + 1, 1)
        _limit(document, MAX_LINE + 1, MAX_LINE, mark, "bestand", "de regel", "tekens")
    return None if document.problems else text


def _limit(
    document: Document,
    size: int,
    limit: int,
    mark: Mark,
    name: str,
    what: str,
    unit: str = "bytes",
) -> None:
    if size > limit:
        dutch = f"{limit:,}".replace(",", ".")
        document.report(mark, name, "too-large", f"{what} is te lang: hoogstens {dutch} {unit}. Maak korter")


def _expect(document: Document, kind: type) -> None:
    """Report a document whose top level is not a `kind`, and give it an empty one."""
    if not isinstance(document.data, kind):
        if not document.problems:
            wanted = "sleutels met een waarde" if kind is dict else "een lijst met streepjes (-)"
            document.report(START, "bestand", "type", f"hier horen {wanted}")
        document.data = kind()


def _read_yaml(text: str, lines_before: int, document: Document) -> None:
    """Fill `document` from YAML; after a syntax error, go on with the other top-level keys."""
    whole = _Events(text, lines_before, document)
    if whole.read():
        return
    # One unreadable key should not hide the problems of all the others: read each by itself.
    whole.undo()
    starts = [match.start() for match in _TOP_LEVEL_KEY.finditer(text)]
    if not starts or text[: starts[0]].strip():
        _Events(text, lines_before, document).read()
        return
    data: dict[str, Any] = {}
    document.marks[()] = START
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end]
        offset = lines_before + text.count("\n", 0, start)
        seen = dict(document.key_marks)
        if _Events(part, offset, document).read() and isinstance(document.data, dict):
            for key, value in document.data.items():
                if key in data:
                    second = document.key_marks[key,]
                    document.key_marks[key,] = seen[key,]
                    document.report_double((key,), Mark(*second))
                data.setdefault(key, value)
        else:
            key = part.split(":", 1)[0].strip()
            document.unreadable.add((key,))
            document.key_marks.setdefault((key,), Mark(offset + 1, 1))
    document.data = data


class _Refused(Exception):
    """The rest of the YAML cannot be trusted; the problem has been reported."""


class _Events:
    """Builds plain data from YAML events and notes where each value stands."""

    def __init__(self, text: str, lines_before: int, document: Document) -> None:
        self._next: Callable[[], Any] = _LOADER(text).get_event
        self._first_line = lines_before + 1
        self._document = document
        self._problems = len(document.problems)

    def read(self) -> bool:
        """Set `document.data`; False where the text is no YAML that we accept."""
        try:
            self._next()  # start of stream
            event = self._next()
            if isinstance(event, yaml.StreamEndEvent):
                return True
            self._document.data = self._value(self._next(), ())
            self._next()  # end of document
            after = self._next()
            if not isinstance(after, yaml.StreamEndEvent):
                self._document.marks[()] = (after.start_mark.line + self._first_line, 1)
                self._refuse((), "documents", "hier begint een tweede document. Haal het weg")
        except _Refused:
            return False
        except yaml.YAMLError as error:
            self._syntax(error)
            return False
        return True

    def undo(self) -> None:
        """Forget what this reading added to the document."""
        del self._document.problems[self._problems :]
        for found in (self._document.marks, self._document.key_marks, self._document.unreadable):
            found.clear()

    def _refuse(self, location: Location, code: str, message: str) -> None:
        self._document.report(self._document.mark_of(location), field_name(location), code, message)
        raise _Refused

    def _syntax(self, error: yaml.YAMLError) -> None:
        place = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        said = f"{getattr(error, 'problem', '') or error}"
        if "unexpected end of stream" in said:  # the opening quote says more than the end does
            place = getattr(error, "context_mark", None) or place
        mark = Mark(place.line + self._first_line, place.column + 1) if place else START
        hint = next(
            (dutch for english, dutch in _SYNTAX if english in said),
            "deze regel is niet te lezen. Kijk naar inspringen, dubbele punten en aanhalingstekens",
        )
        self._document.report(mark, "bestand", "yaml", hint)

    def _value(self, event: Any, location: Location) -> Any:
        start = event.start_mark
        self._document.marks[location] = (start.line + self._first_line, start.column + 1)
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor:
            self._refuse(
                location,
                "alias",
                "ankers en verwijzingen (& en *) kunnen hier niet. "
                "Zet de waarde tussen enkele aanhalingstekens, of schrijf haar uit",
            )
        if event.tag:
            self._refuse(
                location,
                "tag",
                "een waarde kan hier niet met ! beginnen. Zet haar tussen enkele aanhalingstekens",
            )
        if kind is yaml.ScalarEvent:
            if not event.value and not event.style:
                self._document.unreadable.add(location)
                self._document.report(
                    self._document.mark_of(location),
                    field_name(location),
                    "empty",
                    "hier staat nog niets. Vul de waarde in, of haal de regel weg",
                )
            return event.value
        if len(location) >= MAX_DEPTH:
            self._refuse(location, "depth", "dit is te diep genest. Maak het eenvoudiger")
        return self._mapping(location) if kind is yaml.MappingStartEvent else self._sequence(location)

    def _sequence(self, location: Location) -> list[Any]:
        items: list[Any] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            here = (*location, len(items))
            value = self._value(event, here)
            if here in self._document.unreadable:  # the next item takes this position
                self._document.unreadable.discard(here)
                self._document.unreadable.add(location)
            else:
                items.append(value)
        return items

    def _mapping(self, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        key_marks, unreadable = self._document.key_marks, self._document.unreadable
        while type(event := self._next()) is not yaml.MappingEndEvent:
            start = event.start_mark
            mark = (start.line + self._first_line, start.column + 1)
            if type(event) is not yaml.ScalarEvent or event.anchor or event.tag:
                self._document.marks[location] = mark
                self._refuse(location, "key", "hier hoort een gewone sleutel: een woord. Schrijf haar uit")
            key = event.value
            here = (*location, key)
            if here in key_marks:
                self._document.report_double(here, Mark(*mark))
                aside = (*location, f"{key} ")  # read past it; the first one counts
                self._value(self._next(), aside)
                unreadable.discard(aside)
                continue
            key_marks[here] = mark
            value = self._value(self._next(), here)
            if value or here not in unreadable:
                values[key] = value
        return values
