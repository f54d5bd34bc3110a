"""From a file to a document: bytes that can be trusted to be text, front matter and body apart."""

import re
import stat
from itertools import islice
from pathlib import Path

from .characters import strange_characters, without_controls
from .document import Document
from .problem import START, Mark, Refusal
from .yaml_events import read_yaml

MAX_FRONT_MATTER = 16_000
"""Bytes of front matter; the longest honest practice is well below half of it."""
MAX_BODY = 40_000
"""Bytes of Markdown under the front matter."""
MAX_VOCABULARY = 200_000
"""Bytes of one vocabulary file."""
MAX_LINE = 2_000
"""Characters in one line."""
MOST_STRANGE = 100
"""Strange characters that are named: what has more is no text, and the rest is found when these are gone."""

TOO_LARGE = Refusal("too-large", "{what} is te lang: hoogstens {most} {unit}. Maak korter")

_FENCE = "---"
_LONG_LINE = re.compile(rf"^.{{{MAX_LINE + 1}}}", re.MULTILINE)


_MAX_PRACTICE = MAX_FRONT_MATTER + MAX_BODY + 2 * len(_FENCE) + 4


def read_practice(file: Path, path: str) -> Document:
    """Read Markdown with YAML front matter; `path` is how messages name the file.

    Never raises for what a contributor put in the file: each failure is in `problems`.
    """
    document = Document(path)
    raw = read_bytes(file, document, _MAX_PRACTICE)
    return document if raw is None else practice_of(raw, document)


def practice_of(raw: bytes, document: Document) -> Document:
    """Fill `document` with what a practice's file holds; failures as for `read_practice`."""
    text = _text(raw, document, _MAX_PRACTICE)
    if text is None:
        return document
    lines = text.split("\n")
    if not _is_fence(lines[0]):
        document.report(
            START,
            "bestand",
            "fence",
            "de eerste regel is geen begin van een kop. Zet daar drie streepjes: ---",
        )
        return document
    ends = (number for number, line in enumerate(lines) if number and _is_fence(line))
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
    if not any(problem.code == "too-large" for problem in document.problems):
        read_yaml(front_matter, 1, document)
        _expect(document, dict)
    return document


def _is_fence(line: str) -> bool:
    return line.rstrip(" \t") == _FENCE


def read_vocabulary(file: Path, path: str) -> Document:
    """Read a YAML file that holds one list; failures are in `problems`, as for a practice."""
    document = Document(path)
    raw = read_bytes(file, document, MAX_VOCABULARY)
    text = None if raw is None else _text(raw, document, MAX_VOCABULARY)
    if text is not None:
        read_yaml(text, 0, document)
        _expect(document, list)
    return document


def read_bytes(file: Path, document: Document, limit: int) -> bytes | None:
    """The file's bytes, hardly more than `limit`, or None if there is nothing to read.

    Nothing is opened that is no file, as a pipe makes who reads it wait for ever; and nothing that lies
    behind a link, be it the file itself or a folder between it and the project's folder.
    """
    inside = 0 if document.path.startswith("/") else document.path.count("/")
    if any(part.is_symlink() for part in (file, *file.parents[:inside])):
        document.report(START, "bestand", "symlink", "dit is een verwijzing. Zet het bestand zelf hier neer")
        return None
    try:
        if stat.S_ISREG(file.stat().st_mode):
            with file.open("rb") as stream:
                return stream.read(limit + 1)
        document.report(START, "bestand", "special", "dit is geen gewoon bestand. Haal het weg")
    except OSError:
        document.report(START, "bestand", "unreadable", "dit bestand is niet te lezen. Kijk of het er staat")
    return None


def _text(raw: bytes, document: Document, limit: int) -> str | None:
    """The text with `\n` line ends and without BOM, or None if it cannot be trusted."""
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
    for mark, message in islice(strange_characters(text), MOST_STRANGE):
        document.report(mark, "bestand", "character", message)
    for match in _LONG_LINE.finditer(text):
        mark = Mark(text.count("\n", 0, match.start()) + 1, 1)
        _limit(document, MAX_LINE + 1, MAX_LINE, mark, "bestand", "de regel", "tekens")
    if any(problem.code == "too-large" for problem in document.problems):
        return None
    return without_controls(text) if document.problems else text


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
        document.report(mark, name, *TOO_LARGE.said(what=what, most=dutch, unit=unit))


def _expect(document: Document, kind: type) -> None:
    """Report a document whose top level is not a `kind`, and forget what it held."""
    if not isinstance(document.data, kind):
        told = document.data is None and document.problems
        if not told and not any(problem.code == "yaml" for problem in document.problems):
            wanted = (
                "horen sleutels met een waarde. Schrijf: sleutel: waarde"
                if kind is dict
                else "hoort een lijst. Begin elk deel met een streepje (-) en een spatie"
            )
            document.report(START, "bestand", "type", f"hier {wanted}")
        document.data = None
