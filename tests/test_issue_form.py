"""The form on GitHub follows from the field model, and keeps to GitHub's rules."""

import re

from macros.boxes import LEFT_OUT, boxes
from macros.commands.generate import generated
from macros.library import Library
from macros.reference import Entry, entries

from .conftest import ROOT
from .filed import ASKED, FORM


def test_the_committed_form_is_what_follows_from_the_model(library: Library) -> None:
    for path, text in generated(library).items():
        assert (ROOT / path).read_text("utf-8") == text, "run scripts/generate"


def test_the_form_keeps_to_the_rules_of_github() -> None:
    assert set(FORM) <= {"name", "description", "title", "labels", "body", "assignees", "projects", "type"}
    assert all(isinstance(FORM[key], str) and FORM[key].strip() for key in ("name", "description", "title"))
    ids = [element["id"] for element in ASKED]
    labels = [element["attributes"]["label"] for element in ASKED]
    assert len(set(ids)) == len(ids)
    assert len({label.casefold() for label in labels}) == len(labels)
    permitted = {
        "input": {"label", "description", "placeholder", "value"},
        "textarea": {"label", "description", "placeholder", "value", "render"},
        "dropdown": {"label", "description", "multiple", "options", "default"},
        "checkboxes": {"label", "description", "options"},
    }
    for element in ASKED:
        attributes = element["attributes"]
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert re.fullmatch("[A-Za-z0-9_-]+", element["id"])
        assert set(attributes) <= permitted[element["type"]]
        assert all(
            isinstance(text, str) and text.strip()
            for key, text in attributes.items()
            if key not in ("multiple", "options")
        )
        if element["type"] == "dropdown":
            assert attributes["options"]
            assert all(isinstance(option, str) and option.strip() for option in attributes["options"])
            assert len(set(attributes["options"])) == len(attributes["options"])
            assert "none" not in {option.casefold() for option in attributes["options"]}
    assert not re.search("password|wachtwoord", " ".join(labels), re.IGNORECASE)


def test_it_asks_for_every_key_but_those_left_out_on_purpose(library: Library) -> None:
    def paths(keys: tuple[Entry, ...], above: str = "") -> list[str]:
        found = []
        for key in keys:
            found += [f"{above}{key.key}", *paths(tuple(key.parts), f"{above}{key.key}.")]
        return found

    everything = paths(entries())
    assert set(LEFT_OUT) <= set(everything)
    asked = {
        path
        for box in boxes(library)
        if box.path
        for path in (".".join(box.path), *(f"{'.'.join(box.path)}.{part.key}" for part in box.parts))
    }
    groups = {entry.key for entry in entries() if entry.parts and not entry.several}
    out = {path for path in everything if any(f"{path}.".startswith(f"{one}.") for one in LEFT_OUT)}
    assert asked == set(everything) - out - groups
    must = {entry.key for entry in entries() if entry.required} - {"gecontroleerd"}
    assert {box.id for box in boxes(library) if box.required} == must


def test_no_label_of_an_option_can_be_read_as_two_others(library: Library) -> None:
    for box in boxes(library):
        for label in box.options:
            others = [one for one in box.options if one != label]
            assert not any(label.startswith(f"{one}, ") for one in others), label
