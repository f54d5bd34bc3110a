"""The vocabularies: complete, unambiguous, and strict about their own files."""

import time
from datetime import date
from pathlib import Path

import pytest

from macros.choices import FundingStatus
from macros.form import rules
from macros.indexes import FACETS
from macros.library import Library, read
from macros.search.language import fold, stem
from macros.terms import Concept, FundingRoute, Region

from .conftest import TODAY


def test_there_are_31_regions_and_landelijk(library: Library) -> None:
    regions = library.vocabularies["regios"].terms
    assert len(regions) == 32
    assert next(iter(regions)) == "landelijk"
    assert len(library.regions) == 31


def test_every_region_has_a_place_of_its_own_on_the_map(library: Library) -> None:
    places = {(region.tile.column, region.tile.row) for region in library.regions if region.tile}
    shorts = {region.tile.short for region in library.regions if region.tile}
    assert len(places) == len(shorts) == 31


@pytest.mark.parametrize(
    ("word", "region"),
    [
        ("Vechtdal", "zwolle"),
        ("Salland", "midden-ijssel"),
        ("Den Haag", "haaglanden"),
        ("Tilburg", "midden-brabant"),
        ("Stadskanaal", "groningen"),
        ("Loosduinen", "haaglanden"),
        ("'s-Gravenhage", "haaglanden"),
        ("Den Bosch", "noordoost-brabant"),
        ("Fryslân", "friesland"),
        ("De Friese Meren", "friesland"),
        ("Hoeksche Waard", "zuid-hollandse-eilanden"),
        ("Schiedam", "westland-schieland-delfland"),
        ("Nuenen", "zuidoost-brabant"),
    ],
)
def test_a_place_leads_to_its_region(library: Library, word: str, region: str) -> None:
    assert library.vocabularies["regios"].words[word.casefold()] == region


def test_themes_are_few_enough_to_choose_from(library: Library) -> None:
    assert 10 <= len(library.vocabularies["themas"].terms) <= 16


def test_each_vocabulary_with_required_terms_knows_unknown(library: Library) -> None:
    assert "onbekend" in library.vocabularies["financiering"].terms
    assert "onbekend" in library.vocabularies["domeinen"].terms


def test_what_has_not_been_verified_says_so(library: Library) -> None:
    for route in library.vocabularies["financiering"].terms.values():
        assert isinstance(route, FundingRoute)
        if route.id != "onbekend":
            assert route.reviewed or route.uncertain, route.id
        if route.status is FundingStatus.ENDING:
            assert route.until, route.id


@pytest.mark.parametrize(
    ("name", "old", "new", "field", "code"),
    [
        ("themas", "- id: preventie", "- id: Preventie", "id", "slug"),
        ("themas", "label: Preventie en leefstijl", "naam: Preventie", "naam", "unknown-key"),
        ("themas", "- id: welzijn", "- id: preventie", "id", "double"),
        ("financiering", "status: beschikbaar", "status: open", "status", "unknown-choice"),
        ("regios", "kolom: 6", "kolom: zes", "kaart.kolom", "number"),
        ("regios", "Vechtdal,", "Vechtdal, Salland,", "synoniemen", "double"),
        ("begrippen", "[dokter,", "[dokter, Zwangerschap,", "synoniemen", "double"),
        ("begrippen", "synoniemen: [Wlz]", "synoniemen: []", "synoniemen", "too-few"),
        ("begrippen", "synoniemen: [Wlz]", "wet: Wlz", "wet", "unknown-key"),
    ],
)  # fmt: skip
def test_problems_in_a_vocabulary_are_named_where_they_stand(
    project: Path, name: str, old: str, new: str, field: str, code: str
) -> None:
    file = project / f"practices/_vocabulary/{name}.yml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    line = text[: text.index(old)].count("\n") + 1
    found = {(one.path, one.line, one.field, one.code) for one in read(project, TODAY).problems}
    assert (f"practices/_vocabulary/{name}.yml", line, field, code) in found


def test_a_missing_vocabulary_is_a_problem_not_a_crash(project: Path) -> None:
    (project / "practices/_vocabulary/themas.yml").unlink()
    assert [one.code for one in read(project, date.today()).problems] == ["unreadable"]


def test_regions_name_towns_once(library: Library) -> None:
    seen: dict[str, str] = {}
    for region in library.vocabularies["regios"].terms.values():
        assert isinstance(region, Region)
        for town in region.municipalities:
            assert seen.setdefault(town, region.id) == region.id


@pytest.mark.parametrize(
    "item", ["- los", "- [id]", "- id: [a]", "- id: {a: b}", "- id: index\n  label: Index"]
)
def test_a_malformed_term_is_a_problem_not_a_crash(project: Path, item: str) -> None:
    file = project / "practices/_vocabulary/themas.yml"
    file.write_text(f"{file.read_text()}\n{item}\n")
    assert {one.path for one in read(project, TODAY).problems} == {"practices/_vocabulary/themas.yml"}


def test_a_synonym_cannot_be_the_name_of_another_term(project: Path) -> None:
    file = project / "practices/_vocabulary/themas.yml"
    file.write_text(file.read_text().replace("synoniemen: [", "synoniemen: [wonen, ", 1))
    (problem,) = read(project, TODAY).problems
    assert "'wonen' hoort al bij thema 'wonen'" in problem.message


def test_a_group_without_equal_words_is_none(project: Path) -> None:
    file = project / "practices/_vocabulary/begrippen.yml"
    file.write_text("- id: wlz\n  label: Wet langdurige zorg\n")
    assert [(one.field, one.code) for one in read(project, TODAY).problems] == [("synoniemen", "missing")]


@pytest.mark.parametrize(
    ("short", "label"),
    [
        ("gli", "Gecombineerde leefstijlinterventie"),
        ("ggz", "Geestelijke gezondheidszorg"),
        ("wlz", "Wet langdurige zorg"),
        ("wmo", "Wet maatschappelijke ondersteuning"),
        ("wir", "Waardigheid en trots in de regio"),
        ("iza", "Integraal Zorgakkoord"),
        ("poh", "Praktijkondersteuner van de huisarts"),
        ("poh-ggz", "Praktijkondersteuner ggz"),
        ("vvt", "Verpleging, verzorging en thuiszorg"),
        ("wor", "Welzijn op Recept"),
        ("pg", "Positieve Gezondheid"),
        ("dmz", "Duurzame medische zorg"),
        ("dokter", "Huisarts"),
        ("bejaarden", "Ouderen"),
        ("voicemail", "Antwoordapparaat"),
    ],
)
def test_an_equal_word_leads_to_its_group(library: Library, short: str, label: str) -> None:
    concepts = library.vocabularies["begrippen"]
    assert concepts.terms[concepts.words[short]].label == label


def test_what_care_says_in_other_words_is_known(library: Library) -> None:
    assert len(library.vocabularies["begrippen"].terms) >= 90


def test_no_word_is_in_a_group_twice_or_in_two_groups(library: Library) -> None:
    """As the search sees it, so also in the plural, with a capital or with an accent."""
    seen: dict[tuple[str, ...], str] = {}
    for term in library.vocabularies["begrippen"].terms.values():
        assert isinstance(term, Concept)
        for words in (term.label, *term.synonyms):
            known = tuple(stem(word) for word in fold(words).replace("-", " ").split())
            same = words == term.label or seen.get(known) is None
            assert same, (words, seen[known], term.id)
            assert seen.setdefault(known, term.id) == term.id, (words, seen[known], term.id)


def test_a_group_of_equal_words_has_no_page_and_is_not_on_the_form(library: Library) -> None:
    assert "begrippen" not in FACETS
    assert "begrippen" not in rules(library)["terms"]


WORST = {
    "brackets": ("themas", "[" * 1_999 + "\n", 99, "depth"),
    "one-letter keys, and a quote that does not end": ("themas", "a:\n", 60_000, "empty"),
    "keys of one term": ("themas", "  k: x\n", 25_000, "duplicate-key"),
    "terms of which all is missing": ("themas", "- {}\n", 1_000, "missing"),
    "unknown keys": ("themas", "- {labe: a, labell: b, lable: c, ib: d, synoniem: e}\n", 990, "unknown-key"),
    "doubles": ("themas", "- {id: aa, label: aa, beschrijving: aa, synoniemen: [bb]}\n", 990, "double"),
    "addresses": ("adressen", "- {id: %s, label: Hulp, beschrijving: Hulp., vraag: Hulp?, vandaag: [Bel.], "
                  "huisarts: [Bel.], eigenaar: Ons, gecontroleerd: 2026-01-01}\n", 900, "too-many"),
}  # fmt: skip
"""A line that a vocabulary repeats, how often, and one of the problems."""


@pytest.mark.parametrize("case", WORST)
def test_however_hostile_a_vocabulary_is_judged_at_once(project: Path, case: str) -> None:
    key, line, times, code = WORST[case]
    words = (f"h{chr(97 + at // 26 % 26)}{chr(97 + at % 26)}{chr(97 + at // 676)}p" for at in range(times))
    text = "".join(line % next(words) if "%s" in line else line for _ in range(times)) + "'"
    assert len(text) <= 200_000
    if case == "keys of one term":
        text = "- id: aa\n" + text
    text = text.removesuffix("'") if line.endswith("}\n") else text
    (project / f"practices/_vocabulary/{key}.yml").write_text(text)
    before = time.process_time()
    problems = read(project, TODAY).problems
    assert time.process_time() - before < 1
    assert code in [problem.code for problem in problems if problem.path.endswith(f"{key}.yml")]
    assert len(problems) < 1_100


def test_an_id_is_short(project: Path) -> None:
    file = project / "practices/_vocabulary/themas.yml"
    file.write_text(
        f"- {{id: {'a' * 61}, label: Aa, beschrijving: Aa}}\n- {{id: con, label: Bb, beschrijving: Bb}}\n"
    )
    assert [(one.line, one.code) for one in read(project, TODAY).problems] == [(1, "slug"), (2, "slug")]
