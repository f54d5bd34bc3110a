"""A practice as text: the one way in which front matter and Markdown are written down.

The form in the browser writes the same, to the byte (`theme/assets/form/writing.js`); a test compares them.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .fields import SLUG
from .model import SECTIONS
from .reference import Entry, entries

PLAIN = r"(?![Nn][Uu][Ll][Ll]$)[0-9A-Za-z\u00c0-\u024f](?:[^:#\n]|:(?=[^ \n])|(?<=[^ ])#)*"
"""What any reader of YAML takes for the text that it is; anything else is put between quotes."""


def written(front: Mapping[str, Any], sections: Mapping[str, str]) -> str:
    """The file of a practice. Keys come in the order of the model; what is empty is left out.

    `front` holds front matter by key, with texts, lists and mappings as values; `sections` Markdown by
    heading. Whatever they hold, the head is YAML that reads back as the same texts; whether these are right
    is for the checks.
    """
    parts = ["---", *_group(entries(), front), "---"]
    for heading in SECTIONS:
        if text := sections.get(heading, "").strip():
            parts += ["", f"## {heading}", "", *(line.rstrip() for line in text.split("\n"))]
    return "\n".join(parts) + "\n"


def tidy(text: str) -> str:
    """A value as front matter holds it: on one line, without spaces at its ends."""
    # A run of spaces is looked at once; with the line end in its middle, a pattern tries each place of a run.
    return re.sub(r"[ \t\n]+", lambda run: " " if run[0].strip(" ") else run[0], text).strip()


def _group(keys: Sequence[Entry], values: Mapping[str, Any]) -> list[str]:
    return [line for entry in keys for line in _entry(entry, values.get(entry.key))]


def _entry(entry: Entry, value: Any) -> list[str]:
    """The lines of one key, without indent; none if there is nothing to say."""
    if entry.parts:
        groups = [_group(entry.parts, one) for one in (value or () if entry.several else [value or {}])]
        if not entry.several:
            return [f"{entry.key}:", *(f"  {line}" for line in groups[0])] if groups[0] else []
        items = [f"  {'-' if at == 0 else ' '} {line}" for group in groups for at, line in enumerate(group)]
    elif entry.several:
        texts = [tidy(str(one)) for one in value or ()]
        if entry.of_names:
            names = [_scalar(text, SLUG) for text in texts if text]
            return [f"{entry.key}: [{', '.join(names)}]"] if names else []
        items = [f"  - {_scalar(text)}" for text in texts if text]
    else:
        text = "" if value is None else tidy(str(value))
        return [f"{entry.key}: {_scalar(text)}"] if text else []
    return [f"{entry.key}:", *items] if items else []


def _scalar(text: str, plain: str = PLAIN) -> str:
    return text if re.fullmatch(plain, text) else "'" + text.replace("'", "''") + "'"
