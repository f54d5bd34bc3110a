"""Dutch words as the search compares them, in Python as in the browser."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from macros.library import Library
from macros.search.language import SILENT, fold, joined, rules, sound, stem, words
from macros.search.records import records

from .test_browser import opened


@pytest.mark.parametrize(
    "family",
    [
        "groep groepen", "school scholen", "zaak zaken", "huis huizen", "brief brieven", "les lessen",
        "regel regels", "huisarts huisartsen", "regio regio's regios", "thema thema's", "route routes",
        "idee ideeën", "verpleegkundige verpleegkundigen", "proces processen", "adres adressen",
        "technologie technologieën", "leven levens", "ziekte ziekten ziektes", "organisatie organisaties",
        "coach coaches coachen", "gemeente gemeenten gemeentes", "prijs prijzen", "fonds fondsen",
        "mogelijkheid mogelijkheden", "niveau niveaus", "goed goede", "vrij vrije",
        "wachtlijst wachtlijsten", "kind kinderen", "bewijs bewijzen", "praktijk praktijken",
        "dienst diensten", "oudere ouderen", "keuze keuzes", "lezen lees", "lid leden",
    ],
)  # fmt: skip
def test_singular_plural_and_adjective_are_one(family: str) -> None:
    assert len({stem(fold(word)) for word in family.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "begeleiding beleid", "wonen gewoon", "gewoon gewoonte", "ouders ouderen", "wonen woning",
        "leven lef", "lezen lessen", "steen stek", "wijk wijzer", "gemeente gemeen", "recht recept",
    ],
)  # fmt: skip
def test_other_words_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert stem(fold(one)) != stem(fold(other))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IJsselland en Coördinatie", ["ysselland", "coordinatie"]),
        ("'s-Gravenhage, thema’s", ["gravenhage", "themas"]),
        ("de Wlz (2015) en 24/7", ["wlz", "2015", "24"]),
        ("de het en van voor", []),
        ("<img src=x onerror=alert(1)>", ["img", "src", "onerror", "alert"]),
    ],
)
def test_words_of_a_text(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_hyphenated_word_is_found_as_one() -> None:
    assert joined("E-health en POH-GGZ") == ["ehealth", "pohggz"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("voorzorgroep", "voorzorggroep"), ("prakteik", "praktijk"), ("fisio", "fysio"), ("vizite", "visite")],
)
def test_what_sounds_alike_comes_out_alike(one: str, other: str) -> None:
    assert sound(fold(one)) == sound(fold(other))


@settings(deadline=None)
@given(st.text())
def test_no_text_gives_other_than_plain_words(text: str) -> None:
    for word in words(text):
        assert re.fullmatch("[a-z0-9]{2,40}", word)
        assert word not in SILENT
        assert re.fullmatch("[a-z0-9]+", stem(word))


@pytest.fixture(scope="module")
def page(browser: Browser, server: str) -> Any:
    with opened(browser, server + "zoeken/") as page:
        page.evaluate(
            """async ([address, rules]) => {
                const { Language } = await import(address);
                window.language = new Language(rules);
            }""",
            [f"{server}assets/search/language.js", json.loads(json.dumps(rules()))],
        )
        yield page


def _browsers(page: Page, texts: list[str]) -> list[list[list[str]]]:
    found: list[list[list[str]]] = page.evaluate(
        """texts => texts.map((text) => {
            const words = language.words(text);
            const written = [...language.written(text).keys()];
            const same = [...new Set(words)].every((word) => written.includes(word));
            return same ? words.map((word) => [word, language.stem(word), language.sound(word)]) : written;
        })""",
        texts,
    )
    return found


def _pythons(texts: list[str]) -> list[list[list[str]]]:
    return [[[word, stem(word), sound(word)] for word in words(text)] for text in texts]


def test_the_browser_reads_all_our_texts_alike(page: Page, library: Library) -> None:
    texts = [text for record in records(library, ()) for _, text in record.weighed]
    lexicon = Path(__file__).parents[1] / "macros/spoken/words.tsv"
    texts += [line.split("\t")[0] for line in lexicon.read_text("utf-8").splitlines()]
    assert len(texts) > 5_000
    assert _browsers(page, texts) == _pythons(texts)


def test_the_browser_reads_wild_texts_alike(page: Page) -> None:
    every = "".join(chr(code) for code in range(0x20, 0x2FFF) if not 0xD800 <= code < 0xE000)
    texts = [f"a{one}b{one} {one}en" for one in every]
    assert _browsers(page, texts) == _pythons(texts)


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("abdegijnorstuvyz'-éëïÖ "), max_size=20), min_size=50, max_size=50))
def test_the_browser_reads_made_up_words_alike(page: Page, texts: list[str]) -> None:
    assert _browsers(page, texts) == _pythons(texts)
