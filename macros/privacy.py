"""Personal data in a file: every value and comment of its front matter, its text and its name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .document import Document, Location, field_name
from .personal import Cleared, findings_among, without
from .problem import START, Mark

_AFTER_QUOTE = re.compile("['\"][ \t]*(?:[],}].*)?$")
"""The end of a value between quotes, and what follows."""


def report_personal(document: Document, cleared: Cleared) -> None:
    """Report what is about one person, each at its place: in a value at its beginning, in the text exactly.

    Other problems of the file may repeat what was typed; what is personal in them is blotted out.
    """
    document.problems = [replace(one, message=without(one.message)) for one in document.problems]
    values = list(values_in((), document.data))
    known = "\n".join(text for _, text in values)
    comments = [one for one in document.comments if _AFTER_QUOTE.sub("", one[1]).strip() not in known]
    texts = [document.slug, *(text for _, text in values), *(text for _, text in comments)]
    for which, line, column, code, message in findings_among([*texts, document.body], cleared):
        if which == 0:
            document.report(START, "bestand", code, message)
        elif which <= len(values):
            location = values[which - 1][0]
            document.report(document.mark_of(location), field_name(location), code, message)
        elif which < len(texts):
            number = comments[which - 1 - len(values)][0]
            document.report(Mark(number, column), "bestand", code, message)
        else:
            document.report(Mark(document.body_line + line, column), "tekst", code, message)


def values_in(location: Location, data: Any) -> Iterator[tuple[Location, str]]:
    """Every text in plain data, with where it stands."""
    if isinstance(data, str):
        yield location, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from values_in((*location, key), value)
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from values_in((*location, at), value)
