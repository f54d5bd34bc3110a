"""The rules of the field model as plain data: what the form in the browser judges and writes by.

Nothing is declared here. Limits, patterns and messages come from where the checks have them, so the browser
cannot know others; that its handful of functions (`theme/assets/form/rules.js`) judge alike is tested, on
the same generated practices.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from . import (
    abbreviations,
    body,
    characters,
    checks,
    dwellings,
    mailboxes,
    personal,
    plain,
    source,
    validation,
    wording,
    yaml_events,
)
from .fields import RESERVED, SLUG
from .kinds import LONGEST_QUOTE, UNKNOWN, Kind
from .library import Library
from .model import SECTIONS
from .problem import Refusal
from .reference import Entry, entries
from .vocabulary import cleared_of
from .writing import PLAIN

LONGEST_ADDRESS = 2_000
"""Bytes of an address with a practice's text in it; forges and mail programs cut off longer ones."""


def rules(library: Library) -> dict[str, Any]:
    """Everything that the browser judges and writes a practice by, as JSON can hold it."""
    kinds = library.vocabularies
    cleared = cleared_of(kinds)
    asked = {key: kinds[key] for key in kinds if key in _vocabularies(entries())}
    return {
        "fields": [_field(entry) for entry in entries()],
        "sections": list(SECTIONS),
        "refusals": {kind.__name__: kind.refusals() for kind in Kind.__subclasses__()},
        "messages": {
            name: asdict(refusal)
            for module in (validation, checks, body, source)
            for name, refusal in vars(module).items()
            if isinstance(refusal, Refusal)
        },
        "terms": {key: list(kind.terms) for key, kind in asked.items()},
        "unknown": {key: kind.unknown for key, kind in asked.items()},
        "patterns": [
            {name: value for name, value in asdict(pattern).items() if name not in ("needs", "everywhere")}
            for pattern in body.PATTERNS
        ],
        "heading": body.SECTION_HEADING,
        "link": body.LINK,
        "safe_link": body.SAFE_LINK,
        "site_link": body.SITE_LINK,
        "link_text": body.LINK_TEXT,
        "shown_host": body.SHOWN_HOST,
        "markup": body.MARKUP,
        "leads_to": body.LEADS_TO,
        "before_host": body.BEFORE_HOST,
        "abroad": body.ABROAD,
        "no_dutch_number": asdict(body.NO_DUTCH_NUMBER),
        "marks": body.MOST,
        "headings": body.MOST_HEADINGS,
        "cells": body.MOST_CELLS,
        "dashes": body.DASHES,
        "picture": body.PICTURE,
        "pictures": body.MOST_PICTURES,
        "wording": {
            "level": wording.LEVEL,
            "help": wording.HELP_FORM,
            "unsafe": [asdict(one) for one in wording.UNSAFE],
            "shortened": abbreviations.SHORTENED,
            "capitals": abbreviations.CAPITALS,
            "full": abbreviations.FULL,
            "as_words": abbreviations.AS_WORDS,
            "sentence_end": plain.SENTENCE_END,
            "has_letter": plain.HAS_LETTER,
            "word": plain.WORD,
        },
        "personal": {
            "signs": [asdict(sign) for sign in personal.SIGNS],
            "cleared": cleared.form,
            "level": personal.LEVEL,
            "capitals": personal.CAPITALS,
            "window": personal.WINDOW,
            "iban": personal.IBAN_LENGTHS,
            "at": personal.AT,
            "dot": personal.DOT,
            "mailboxes": {
                "words": mailboxes.WORDS,
                "places": sorted(cleared.places),
                "free": mailboxes.FREE,
                "first": mailboxes.FIRST,
                "together": mailboxes.TOGETHER,
                "links": mailboxes.LINKS,
                "longest": mailboxes.LONGEST,
                "birth_year": mailboxes.BIRTH_YEAR,
            },
            "dwellings": {
                "sentence_end": dwellings.SENTENCE_END,
                "word": dwellings.WORD,
                "living": dwellings.LIVING,
                "persons": dwellings.PERSONS,
                "of": dwellings.OF,
                "organisations": dwellings.ORGANISATIONS,
                "compounds": dwellings.COMPOUNDS,
                "next_to": dwellings.NEXT_TO,
            },
        },
        "control": [characters.CONTROL, characters.CONTROL_MESSAGE],
        "accent": characters.ACCENT_MESSAGE,
        "disguise": [characters.DISGUISE, characters.DISGUISE_MESSAGE],
        "template": [yaml_events.TEMPLATE, asdict(yaml_events.TEMPLATE_REFUSED)],
        "largest": {"front": source.MAX_FRONT_MATTER, "body": source.MAX_BODY, "line": source.MAX_LINE},
        "slug": SLUG,
        "reserved": (*RESERVED, *kinds["adressen"].terms),
        "longest_slug": checks.LONGEST_SLUG,
        "quote": LONGEST_QUOTE,
        "nothing_known": UNKNOWN,
        "plain": PLAIN,
        "longest_address": LONGEST_ADDRESS,
    }


def mail_questions() -> str:
    """What must be known of a practice, as questions to answer in an e-mail."""
    asked = [f"{entry.title}: {entry.description}\n\n" for entry in entries() if entry.required]
    warning = "Noem geen personen: geen namen, nummers of mailadressen van mensen.\n\n"
    return "\n".join(
        [warning, *asked, *(f"{heading}: {question}\n\n" for heading, question in SECTIONS.items())]
    )


def _vocabularies(asked: Sequence[Entry]) -> frozenset[str]:
    """The vocabularies that the words of these fields, and of the parts of those, come from."""
    found = {entry.vocabulary for entry in asked} - {""}
    return frozenset(found.union(*(_vocabularies(entry.parts) for entry in asked)))


def _field(entry: Entry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "title": entry.title,
        "required": entry.required,
        "several": entry.several,
        "names": entry.of_names,
        "rules": _settings(entry.rules),
        "item_rules": _settings(entry.item_rules),
        "choices": [choice.value for choice in entry.choices],
        "parts": [_field(part) for part in entry.parts],
    }


def _settings(rules: Sequence[Kind]) -> list[dict[str, Any]]:
    return [rule.settings() for rule in rules]
