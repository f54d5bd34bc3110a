"""Compounds: judged by people in a table, split by the words of the site where nobody judged."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.commands.compounds import proposed, used
from macros.search import compounds
from macros.search.compounds import FILE, LINKS, SHORTEST, SHORTEST_PART, Compounds, letters, split
from macros.search.language import SILENT, fold, stem

from .conftest import ROOT

TABLE = compounds.read()
USED = used(ROOT)
NOTHING = Compounds({})


def joins(word: str, parts: tuple[str, ...]) -> bool:
    """Whether the parts, with linking letters between, are the word."""
    return re.fullmatch(f"(?:{'|'.join(LINKS)})".join(parts), word) is not None


def test_the_table_is_sorted_and_has_every_word_once() -> None:
    """As `read` keeps the lines in order, and refuses doubles."""
    assert list(TABLE.table) == sorted(TABLE.table)
    assert len(TABLE.table) >= 300


def test_no_line_of_the_table_says_what_another_says_of_its_singular() -> None:
    said: dict[tuple[str, tuple[str, ...]], str] = {}
    for word, parts in TABLE.table.items():
        meant = (stem(word), tuple(map(stem, parts)))
        assert said.setdefault(meant, word) == word


def test_parts_join_to_the_word_and_say_something() -> None:
    assert [word for word, parts in TABLE.table.items() if not joins(word, parts)] == []
    assert SILENT.intersection(part for parts in TABLE.table.values() for part in parts) == set()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("regioverpleegkundigen", "regio verpleegkundige"),
        ("regioverpleegkundige", "regio verpleegkundige"),
        ("gezondheidszorg", "gezondheid zorg"),
        ("gezondheidsverschillen", "gezondheid verschil"),
        ("voorzorggroepen", "voorzorg groep"),
        ("praktijkleerroute", "praktijk leer route"),
        ("wijkverpleegkundige", "wijk verpleegkundige"),
        ("wijkteams", "wijk team"),
        ("cliëntondersteuning", "client ondersteuning"),
        ("huisartsenpost", "huisarts post"),
        ("ouderenzorg", "ouderen zorg"),
        ("antwoordapparaat", "antwoord apparaat"),
        ("jeugdwet", "jeugd wet"),
    ],
)
def test_what_was_judged_is_split_as_judged_in_the_plural_too(word: str, parts: str) -> None:
    assert TABLE.parts(fold(word), frozenset()) == tuple(fold(parts).split())


@pytest.mark.parametrize(
    "word",
    [
        "ziekenhuis", "ziekenhuizen", "verpleeghuis", "huisarts", "huisartsen", "begeleiding", "behandeling",
        "gezondheid", "samenwerken", "huishouden", "netwerk", "website", "Stadskanaal", "Amstelland",
        "Waterland", "Hardenberg", "Meierijstad", "achtergrond", "maatregelen", "gemeenten", "eenzaamheid",
        "voorbereiden", "doorverwijzen", "onderwijs", "verantwoordelijkheid", "tegenwoordig",
        "bijeenkomsten", "zelfstandigheid",
    ],
)  # fmt: skip
def test_a_word_that_is_no_compound_for_a_searcher_stays_whole(word: str) -> None:
    assert TABLE.parts(fold(word), USED.keys()) == ()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sportcentrum", "sport centrum"),
        ("dorpsraad", "dorp raad"),
        ("kinderprogramma", "kind programma"),
        ("studentenraad", "student raad"),
        ("welzijnsteam", "welzijn team"),
        ("tijdsdruk", "tijd druk"),
        ("jeugdsportfonds", "jeugd sport fonds"),
    ],
)
def test_a_new_word_falls_apart_into_words_of_the_site(word: str, parts: str) -> None:
    known = set(
        fold("sport centrum dorp raad kind programma student welzijn team tijd druk jeugd fonds").split()
    )
    assert NOTHING.parts(fold(word), known) == tuple(fold(parts).split())


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("sportcentrum", "sport"),
        ("zorgpad", "zorg pad"),  # short: only by the table
        ("dagcentrum", "dag centrum"),  # a part of three letters: only by the table
        ("eenzaamheid", "eenzaam heid"),
        ("doorverwijzing", "door verwijzing"),
        ("leerlingschap", "leerling schap"),
        ("sportzcentrum", "sport centrum"),
    ],
)
def test_what_does_not_fit_is_left_whole(word: str, known: str) -> None:
    assert NOTHING.parts(fold(word), set(fold(known).split())) == ()


def test_few_parts_are_best_and_then_a_long_last_one() -> None:
    known = {"huis", "arts", "huisarts", "praktyk", "artspraktyk", "groep", "huisartspraktyk"}
    assert split("huisartspraktykgroep", known) == ("huisartspraktyk", "groep")
    assert split("huisartspraktyk", known) == ("huis", "artspraktyk")


wild = st.text("abdeghiknorstyzij", max_size=40) | st.lists(
    st.sampled_from(["zorg", "groep", "s", "en", "huis", "heid", "over", "regio"]), max_size=8
).map("".join)


@settings(deadline=None)
@given(wild, st.sets(wild, max_size=30))
def test_wild_words_give_known_parts_that_join_to_them_or_nothing(word: str, more: set[str]) -> None:
    known = {"zorg", "groep", "huis", "heid", "over", "regio"} | more
    parts = NOTHING.parts(word, known)
    if parts:
        assert letters(word) >= SHORTEST
        assert len(parts) in (2, 3)
        assert joins(word, parts)
        for part in parts:
            assert part in known
            assert letters(part) >= SHORTEST_PART
            assert part not in SILENT | {"heid"}


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_is_answered(text: str) -> None:
    assert isinstance(TABLE.parts(fold(text), USED.keys()), tuple)


def test_a_large_site_does_not_wait_for_it() -> None:
    """Measured: 0.5 s for 100,000 words; the limit leaves room for a busy machine."""
    words = [f"{word}{end}" for end in ("", "en", "zorg", "team", "groepen") for word in USED]
    words = (words * (1 + 100_000 // len(words)))[:100_000]
    start = time.perf_counter()
    found = [TABLE.parts(word, USED.keys()) for word in words]
    assert any(found)
    assert time.perf_counter() - start < 4


@pytest.mark.parametrize(
    "line",
    [
        "zorgpad", "zorgpad zorg pad", "zorgpad\t", "zorgpad\tzorg  pad", "zorgpad\tzorg\tpad",
        "Zorgpad\tzorg pad", "zorgpad\tzo rgpad", "wijkteam\twijk team", "cliënt\tcliënt", "", "groep\tgroep",
    ],
)  # fmt: skip
def test_a_line_of_another_form_is_refused_by_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "compounds.tsv"
    file.write_text(f"# Of words.\ngroep\tgroep\n{line}\nzorgplan\tzorg plan\n", "utf-8")
    with pytest.raises(ValueError, match=r"^compounds\.tsv:3: "):
        compounds.read(file)


def test_a_developer_is_given_lines_for_what_nobody_judged_most_used_first() -> None:
    counts = Counter(
        {
            "zorgpad": 2,
            "zorgpaden": 1,
            "wykfeest": 5,
            "zorgteam": 9,
            "zorg": 3,
            "feest": 1,
            "teams": 1,
            "huis": 7,
        }
    )
    table = Compounds({"zorgteam": ("zorg", "team")})
    assert list(proposed(counts, table, {"wyk", "pad"})) == ["wykfeest\twyk feest", "zorgpad\tzorg pad"]


def test_the_words_of_the_site_are_those_that_people_read(tmp_path: Path) -> None:
    for folder, name, text in (
        ("practices/groningen", "a.md", "---\ntitel: Wijkzorg\nurl: https://nergens.nl/\n---\n## Aanpak\n"),
        ("practices/_vocabulary", "a.yml", "# commentaar\n- id: sleutel\n  label: Ouderen\n"),
        ("practices", "_sjabloon.md", "sjabloon"),
        ("docs/lessen", "les.md", "# Kop van de les\n"),
        ("docs/over", "index.md", "elders"),
    ):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / name).write_text(text, "utf-8")
    assert {"wykzorg", "aanpak", "ouderen", "kop", "les"} <= set(used(tmp_path))
    assert not {"nergens", "commentaar", "sleutel", "sjabloon", "elders"} & set(used(tmp_path))


def test_the_table_is_readable_for_who_opens_it() -> None:
    assert FILE.read_text("utf-8").startswith("# ")
