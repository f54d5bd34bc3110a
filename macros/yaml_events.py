"""YAML as a stream of events, never as Python objects.

Scalars stay text (`no`, `010` and `12:30` are what the contributor typed), and what YAML can hide in a
file (anchors, aliases, tags, merges, duplicate keys, deep nesting) is refused at the event where it
appears.
"""

import re
from collections.abc import Callable
from itertools import islice
from typing import Any

import yaml

from .characters import strange_characters
from .document import Document, Location, field_name
from .problem import START, Mark, Refusal

MAX_DEPTH = 5
"""Levels of nesting; the field model needs four."""
MAX_ITEMS = 200
"""Items in a list under a key; the longest honest one is that of a region's places."""
MAX_KEYS = 100
"""Keys of one group; the field model has a third of it."""
MAX_TERMS = 1_000
"""Items of a file that is one list, as a vocabulary is."""

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_COMMENT = re.compile(r"[ \t]+#")
_HASH = re.compile(r"(?<![^ \t])#(?:[^ \t]|[ \t](?!#))*")
"""What may be a comment, or stand within quotes: up to the next one."""
TEMPLATE = r"\{\{|\{%|\{#|\}\}|%\}"
TEMPLATE_REFUSED = Refusal("template", "sjabloontekens ({value}) kunnen hier niet. Haal ze weg")
_TOP_LEVEL_KEY = re.compile(r"^([A-Za-z_]\w*)[ ]*:", re.MULTILINE)

_QUOTES = (
    'de aanhalingstekens kloppen niet. Zet de hele waarde tussen " en ", of haal ze weg. '
    'Begint de waarde met een apostrof, schrijf dan: "\'s-Hertogenbosch"'
)
_INDENT = (
    "de regel springt niet goed in, of er ontbreekt een dubbele punt. Zet gelijke sleutels recht onder elkaar"
)
_NO_COLON = "hier ontbreekt een dubbele punt. Schrijf: sleutel: waarde"
_EMPTY = "hier staat nog niets. Vul de waarde in, of haal de regel weg"
_ONLY_COMMENT = "# begint een opmerking. Zet de hele waarde tussen enkele aanhalingstekens"
_START = (
    "een waarde kan niet beginnen met dit teken. Zet haar tussen enkele aanhalingstekens; "
    "spring in met spaties, niet met tabs"
)
_SYNTAX = (
    (
        "mapping values are not allowed",
        "er staat een dubbele punt midden in de waarde, of een sleutel springt te ver in. "
        "Zet de hele waarde tussen enkele aanhalingstekens: 'zo: dus'",
    ),
    ("cannot start any token", _START),
    ("block sequence entries are not allowed", _START),
    ("expected alphabetic or numeric character", _START),
    ("expected chomping or indentation", _START),
    ("expected a comment or a line break", _START),
    ("expected ',' or ']'", "de lijst tussen [ en ] is niet goed afgesloten. Schrijf: [een, twee]"),
    ("expected ',' or '}'", "de groep tussen { en } is niet goed. Zet elke sleutel op een eigen regel"),
    ("unexpected end of stream", _QUOTES),
    ("unexpected document indicator", _QUOTES),
    (
        "expected '-' indicator",
        "het lijstje springt niet gelijk in. Zet elk streepje (-) recht onder het vorige",
    ),
    ("could not find expected ':'", _NO_COLON),
    ("expected key", _INDENT),
    ("expected <block end>", _INDENT),
)
"""What libyaml says, and what the contributor can do about it."""


def read_yaml(text: str, lines_before: int, document: Document) -> None:
    """Fill `document` from YAML; after a syntax error, go on with the other top-level keys."""
    for number, line in enumerate(text.split("\n"), lines_before + 1):
        if "#" in line:  # behind spaces, so that its columns are those of the line
            document.comments += [(number, match[0].rjust(match.end())) for match in _HASH.finditer(line)]
    whole = _Events(text, lines_before, document)
    if whole.read() and not isinstance(document.data, str):
        return
    starts = [match.start() for match in islice(_TOP_LEVEL_KEY.finditer(text), MAX_KEYS + 1)]
    if 0 < len(starts) <= MAX_KEYS:
        whole.undo()
        _read_by_key(text, starts, lines_before, document)


def _read_by_key(text: str, starts: list[int], lines_before: int, document: Document) -> None:
    """Read each top-level key by itself, so that one that is unreadable does not hide all the others."""
    if before := text[: starts[0]].strip():
        line = lines_before + 1 + text[: text.index(before)].count("\n")
        document.report(Mark(line, 1), "bestand", "yaml", _NO_COLON)
    data: dict[str, Any] = {}
    document.marks[()] = START
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end]
        offset = lines_before + text.count("\n", 0, start)
        readable = _Events(part, offset, document).read()
        if readable and isinstance(document.data, dict):
            data |= document.data  # a key that was read before is reported, and is not in here
            continue
        key = part.split(":", 1)[0].strip()
        document.unreadable.add((key,))
        document.key_marks.setdefault((key,), Mark(offset + 1, 1))
        if readable:
            message = "zet een spatie na de dubbele punt. Schrijf: sleutel: waarde"
            document.report(Mark(offset + 1, len(key) + 1), key, "yaml", message)
    document.data = data


class _Refused(Exception):
    """The rest of the YAML cannot be trusted; the problem has been reported."""


class _Events:
    """Builds plain data from YAML events and notes where each value stands."""

    def __init__(self, text: str, lines_before: int, document: Document) -> None:
        self._next: Callable[[], Any] = _LOADER(text).get_event
        self._lines = [*text.split("\n"), ""]  # libyaml may put the end after the last line
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
            end = self._next()
            if end.explicit or not isinstance(self._next(), yaml.StreamEndEvent):
                self._document.marks[()] = (end.start_mark.line + self._first_line, 1)
                self._refuse((), "documents", "hier eindigt de kop, en er komt nog iets. Haal ... en --- weg")
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
        self._report(location, code, message)
        raise _Refused

    def _syntax(self, error: yaml.YAMLError) -> None:
        place = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        said = f"{getattr(error, 'problem', '') or error}"
        if "unexpected end of stream" in said or "could not find" in said:  # where it began says more
            place = getattr(error, "context_mark", None) or place
        mark = Mark(place.line + self._first_line, place.column + 1) if place else START
        hint = next((dutch for english, dutch in _SYNTAX if english in said), _START)
        if (
            hint is _INDENT
            and place
            and re.search(r"[:-] +['\"]", self._lines[min(place.line, len(self._lines) - 1)])
        ):
            hint = _QUOTES
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
            return self._scalar(event, location)
        if len(location) >= MAX_DEPTH:
            self._refuse(location, "depth", "dit is te diep genest. Maak het eenvoudiger")
        return self._mapping(location) if kind is yaml.MappingStartEvent else self._sequence(location)

    def _scalar(self, event: Any, location: Location) -> str:
        """The text of a value, on one line, as a page shows it."""
        text: str = event.value
        if not event.style:
            if not text:
                self._document.unreadable.add(location)
                line = self._lines[event.start_mark.line][event.start_mark.column :]
                self._report(location, "empty", _ONLY_COMMENT if _COMMENT.match(line) else _EMPTY)
            rest = self._lines[event.end_mark.line][event.end_mark.column :]
            if "#" in rest and text and _COMMENT.match(rest):
                self._report(
                    location,
                    "comment",
                    "wat na # komt, valt weg. Zet de hele waarde tussen enkele aanhalingstekens",
                )
        elif event.style == '"' and "\\" in "".join(
            self._lines[event.start_mark.line : event.end_mark.line + 1]
        ):
            for _, message in islice(strange_characters(text), 1):  # written as \u…, so not seen in the file
                self._report(location, "character", message)
        if ("{" in text or "}" in text) and (match := re.search(TEMPLATE, text)):
            self._report(location, *TEMPLATE_REFUSED.said(value=match[0]))
        return " ".join(text.split()) if "\n" in text or "\t" in text else text

    def _report(self, location: Location, code: str, message: str) -> None:
        self._document.report(self._document.mark_of(location), field_name(location), code, message)
        if self._document.crowded:
            raise _Refused

    def _sequence(self, location: Location) -> list[Any]:
        items: list[Any] = []
        most = MAX_ITEMS if location else MAX_TERMS
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            here = (*location, len(items))
            if len(items) == most:
                self._document.marks[location] = (event.start_mark.line + self._first_line, 1)
                self._refuse(location, "too-many", f"meer dan {most} op een rij. Kies de belangrijkste")
            value = self._value(event, here)
            if here in self._document.unreadable:  # the next item takes this position
                self._document.unreadable.discard(here)
                self._document.unreadable.add(location)
            else:
                items.append(value)
        return items

    def _mapping(self, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        keys = 0
        key_marks, unreadable = self._document.key_marks, self._document.unreadable
        while type(event := self._next()) is not yaml.MappingEndEvent:
            start = event.start_mark
            mark = (start.line + self._first_line, start.column + 1)
            keys += 1
            if keys > MAX_KEYS:
                self._document.marks[location] = mark
                self._refuse(
                    location,
                    "too-many",
                    f"meer dan {MAX_KEYS} sleutels bij elkaar. Haal weg wat niet nodig is",
                )
            if type(event) is not yaml.ScalarEvent or event.anchor or event.tag:
                self._document.marks[location] = mark
                self._refuse(location, "key", "hier hoort een gewone sleutel: een woord. Schrijf haar uit")
            key = event.value
            here = (*location, key)
            if here in key_marks:
                self._document.report_double(here, Mark(*mark))
                if self._document.crowded:
                    raise _Refused
                aside = (*location, f"{key} ")  # read past it; the first one counts
                self._value(self._next(), aside)
                unreadable.discard(aside)
                continue
            key_marks[here] = mark
            value = self._value(self._next(), here)
            if value or here not in unreadable:
                values[key] = value
        return values
