"""The field reference says of every key what the field model says."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from macros.choices import Phase
from macros.model import FrontMatter
from macros.reference import Entry, entries


def entry(key: str) -> Entry:
    return next(one for one in entries() if one.key == key)


def test_every_key_is_there_in_order_with_its_words() -> None:
    fields = FrontMatter.model_fields.values()
    assert [one.key for one in entries()] == [field.alias for field in fields]
    assert [one.required for one in entries()] == [field.is_required() for field in fields]
    assert all(one.title and one.description.endswith((".", "?")) for one in entries())


def test_choices_vocabularies_lists_and_groups_are_told_apart() -> None:
    assert tuple(entry("fase").choices) == tuple(Phase)
    assert (entry("themas").vocabulary, entry("themas").several) == ("themas", True)
    assert (entry("titel").vocabulary, entry("titel").several, entry("titel").parts) == ("", False, ())
    parts = {part.key: part for part in entry("financiering").parts}
    assert set(parts) == {"route", "voor", "toelichting", "tot"}
    assert (parts["route"].vocabulary, parts["route"].required) == ("financiering", True)


def test_the_page_names_every_key(site: Path) -> None:
    tree = LexborHTMLParser((site / "meedoen/velden/index.html").read_text("utf-8"))
    assert [dt.text().split()[0] for dt in tree.css(".reference dt")] == [one.key for one in entries()]
