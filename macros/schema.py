"""The field model as JSON Schema, by which an editor offers keys and words, and underlines slips."""

import json
from collections.abc import Sequence
from typing import Any

from .kinds import Kind
from .library import Library
from .options import options_of
from .reference import Entry, entries

PATH = "data/praktijk.schema.json"
"""Where the site has it."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest that editors know well."""
_SCALAR = ["string", "number", "boolean"]
"""What text can be to a program that reads YAML: it takes `2025` for a number, and `no` for false."""


def practice_schema(library: Library, site_url: str) -> str:
    """JSON Schema (draft 7) of a practice's front matter, as JSON; `site_url` ends in a slash.

    It refuses what JSON Schema can say, and accepts all that the checks accept, but for two oddities: an
    editor counts the spaces at the ends of a quoted text, and takes the bare word `null` for nothing.
    """
    schema = {
        "$schema": _DRAFT,
        "$id": site_url + PATH,
        "title": "Praktijk",
        "description": "De kop van een praktijk: alles tussen de twee regels met drie streepjes.",
        **_group(entries(), library),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _group(keys: Sequence[Entry], library: Library) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [entry.key for entry in keys if entry.required],
        "properties": {entry.key: _entry(entry, library) for entry in keys},
    }


def _entry(entry: Entry, library: Library) -> dict[str, Any]:
    words = {"title": entry.title, "description": entry.help}
    value = _group(entry.parts, library) if entry.parts else _value(entry, library)
    if not entry.several:
        return words | value | _rules(entry.rules)
    return words | {"type": "array", "items": value | _rules(entry.item_rules)} | _rules(entry.rules)


def _value(entry: Entry, library: Library) -> dict[str, Any]:
    """One value: words to choose from, with what they mean, or text."""
    options = () if entry.of_practices else options_of(entry, library)
    if not options:
        return {"type": _SCALAR}
    meanings = [": ".join(filter(None, (one.label, one.description))) for one in options]
    return {"type": "string", "enum": [one.id for one in options], "enumDescriptions": meanings}


def _rules(rules: Sequence[Kind]) -> dict[str, Any]:
    """What the rules say together; two patterns that must both fit do not happen."""
    return {key: value for rule in rules for key, value in rule.schema.items()}
