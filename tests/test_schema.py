"""The JSON Schema for editors: knows what the checks know, and is never stricter."""

import json
import re
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from macros.draft import Draft
from macros.library import Library, Reading
from macros.reference import Entry, entries
from macros.schema import PATH, practice_schema

from .conftest import ROOT, VALID
from .practices import fronts

SITE = "https://leernetwerk.example/"


class _Loader(yaml.SafeLoader):
    """YAML as editors read it: numbers and truth values, but a day is text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith(("timestamp", "float", "merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front_of(text: str) -> Any:
    return yaml.load(text.split("---\n")[1], _Loader)


@pytest.fixture(scope="session")
def validator(library: Library) -> jsonschema.Draft7Validator:
    schema = json.loads(practice_schema(library, SITE))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def refused(validator: jsonschema.Draft7Validator, front: Any) -> set[str]:
    """The keys of front matter in which something is refused; `` for the whole."""
    return {
        ".".join(str(step) for step in error.path if isinstance(step, str))
        for error in validator.iter_errors(front)
    }


def test_it_says_where_it_lives_and_speaks_dutch(library: Library) -> None:
    schema = json.loads(practice_schema(library, SITE))
    assert schema["$id"] == SITE + PATH
    assert list(schema["properties"]) == [entry.key for entry in entries()]
    theme = schema["properties"]["themas"]["items"]
    assert theme["enum"] == list(library.vocabularies["themas"].terms)
    assert theme["enumDescriptions"][0].startswith("Preventie en leefstijl: ")
    assert schema["properties"]["fase"]["enum"][0] == "idee"


def test_every_real_practice_and_the_template_are_accepted(validator: jsonschema.Draft7Validator) -> None:
    files = [*ROOT.glob("practices/[a-z]*/*.md"), ROOT / "practices/_sjabloon.md"]
    assert len(files) > 20
    for file in files:
        assert not refused(validator, front_of(file.read_text("utf-8"))), file


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("titel: Voorzorggroepen in Stadskanaal", "titel: Voor"), "titel"),
        (("titel: Voorzorggroepen in Stadskanaal", f"titel: {'a' * 91}"), "titel"),
        (("titel: Voorzorggroepen in Stadskanaal\n", ""), ""),
        (("titel:", "titell: x\ntitel:"), ""),
        (("alvast naar een groep", "x " * 40), "samenvatting"),
        (("[groningen]", "[gronigen]"), "regios"),
        (("[groningen]", "[groningen, groningen]"), "regios"),
        (("[groningen]", "groningen"), "regios"),
        (("[mentale-gezondheid]", "[wonen, welzijn, preventie, eerste-lijn, zorgtechnologie]"), "themas"),
        (("[mentale-gezondheid]", "[]"), "themas"),
        (("[ggz, welzijn]", "[ggz, onbekend]"), "domeinen"),
        (("lopend", "lopnd"), "fase"),
        (("fase:", "gestart: 2026-13-45\nfase:"), "gestart"),
        (("fase:", "gestart: 1066\nfase:"), "gestart"),
        (("route: onbekend", "rute: onbekend"), "financiering"),
        (("route: onbekend", "route: zvw"), "financiering.route"),
        (("2024-05-30", "30 mei 2024"), "bronnen.datum"),
        (("datum: 2024-05-30", "url: http://x.nl"), "bronnen.url"),
        (("gecontroleerd: 2026-11-21", "gecontroleerd: 2026-11"), "gecontroleerd"),
        (("gecontroleerd: 2026-11-21", "gecontroleerd: 2026"), "gecontroleerd"),
        (("fase:", "contact:\n  organisatie: Wij\n  email: mail mij\nfase:"), "contact.email"),
        (("fase:", "verwant: [Geen Naam]\nfase:"), "verwant"),
        (("fase:", "toepassingen:\n  - regio: onbekend\n    aantal: 32\nfase:"), "toepassingen.aantal"),
        (("fase:", "toepassingen:\n  - regio: onbekend\n    aantal: vijf\nfase:"), "toepassingen.aantal"),
        (("fase:", "plaats:\nfase:"), "plaats"),
    ],
)  # fmt: skip
def test_what_it_can_say_it_refuses_where_the_check_does(
    validator: jsonschema.Draft7Validator,
    check: Callable[..., Reading],
    change: tuple[str, str],
    place: str,
) -> None:
    assert not refused(validator, front_of(VALID))
    text = VALID.replace(*change, 1)
    assert text != VALID
    assert place in refused(validator, front_of(text))
    assert check(text).problems


@pytest.mark.parametrize("year", ["gestart: 2025", "gestart: '2025'", "gestart: 2025-03"])
def test_a_year_is_right_as_a_number_and_as_text(validator: jsonschema.Draft7Validator, year: str) -> None:
    assert not refused(validator, front_of(VALID.replace("fase:", f"{year}\nfase:")))


def test_its_patterns_mean_something_in_javascript_too(library: Library, browser: Browser) -> None:
    """Editors are written in it; some ask it to be strict (`u`)."""
    patterns = set(re.findall(r'"pattern": (".*")', practice_schema(library, SITE)))
    assert len(patterns) > 5
    page = browser.new_page()
    for pattern in patterns:
        assert page.evaluate("form => Boolean(new RegExp(form, 'u'))", json.loads(pattern))
    page.close()


def test_each_kind_of_rule_is_in_it(validator: jsonschema.Draft7Validator) -> None:
    """A rule that JSON Schema cannot say is a choice, not an oversight."""

    def rules(keys: tuple[Entry, ...]) -> set[str]:
        found = {
            type(rule).__name__ for key in keys for rule in (*key.rules, *key.item_rules) if not rule.schema
        }
        return found.union(*(rules(tuple(key.parts)) for key in keys))

    assert rules(entries()) == {"Known"}  # that one is an enumeration


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_what_the_check_accepts_it_accepts(
    validator: jsonschema.Draft7Validator, real: Reading, data: st.DataObject
) -> None:
    front = data.draw(fronts(real.library))
    draft = Draft(front["regios"][0], "een-nieuwe", front, {})
    problems = draft.problems(real.surroundings)
    assert not problems, problems
    assert not refused(validator, front_of(draft.text)), draft.text


@settings(max_examples=300, deadline=None)
@given(key=st.sampled_from(["titel", "plaats", "gestart", "fase", "themas"]), text=st.text(max_size=12))
def test_what_it_refuses_the_check_refuses(
    validator: jsonschema.Draft7Validator, real: Reading, key: str, text: str
) -> None:
    front = front_of(VALID)
    value = [text] if key == "themas" else text
    draft = Draft("groningen", "een-nieuwe", {**front, key: value}, {})
    if not draft.problems(real.surroundings) and not re.search(r"\b(null|Null|NULL)\b", draft.text):
        assert not refused(validator, front_of(draft.text)), draft.text
