"""The field model as JSON Schema, by which an editor offers keys and words, and underlines slips."""

import json
from collections.abc import Sequence
from typing import Any

from .kinds import UNKNOWN, Kind
from .library import Library
from .reference import Entry, entries
from .vocabulary import Vocabularies

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
        **_group(entries(), library.vocabularies),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _group(keys: Sequence[Entry], vocabularies: Vocabularies) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [entry.key for entry in keys if entry.required],
        "properties": {entry.key: _entry(entry, vocabularies) for entry in keys},
    }


def _entry(entry: Entry, vocabularies: Vocabularies) -> dict[str, Any]:
    words = {"title": entry.title, "description": " ".join(filter(None, (entry.description, _hint(entry))))}
    value = _group(entry.parts, vocabularies) if entry.parts else _value(entry, vocabularies)
    if not entry.several:
        return words | value | _rules(entry.rules)
    return words | {"type": "array", "items": value | _rules(entry.item_rules)} | _rules(entry.rules)


def _value(entry: Entry, vocabularies: Vocabularies) -> dict[str, Any]:
    """One value: words to choose from, with what they mean, or text."""
    if entry.vocabulary:
        terms = vocabularies[entry.vocabulary].terms.values()
        meanings = {term.id: f"{term.label}: {term.description}" for term in terms}
    else:
        meanings = {one.value: f"{one.label}: {one.description}" for one in entry.choices}
    if entry.or_unknown:
        meanings.setdefault(UNKNOWN, "Nog niet bekend.")
    if not meanings:
        return {"type": _SCALAR}
    return {"type": "string", "enum": list(meanings), "enumDescriptions": list(meanings.values())}


def _rules(rules: Sequence[Kind]) -> dict[str, Any]:
    """What the rules say together; two patterns that must both fit do not happen."""
    return {key: value for rule in rules for key, value in rule.schema.items()}


def _hint(entry: Entry) -> str:
    return f"({entry.hint})" if entry.hint else ""
