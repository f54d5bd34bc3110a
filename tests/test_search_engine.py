"""The engine in the browser, on the index of the real site: what it finds, counts and corrects."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Route

from macros.indexes import FACETS, select, terms
from macros.library import Library
from macros.search.records import parameter

from . import queries
from .test_browser import opened

OPEN = """async (site) => {
    const { open } = await import(`${site}assets/search/engine.js`);
    window.engine = await open(`${site}zoeken/`);
}"""
ASK = """async ([query, chosen, order]) => {
    const answer = await engine.ask(query, chosen, order);
    const [found, named] = [await engine.cards(answer.numbers), await engine.cards(answer.terms)];
    const pages = { found: found.map(({ pad }) => pad), named: named.map(({ pad }) => pad) };
    return { ...answer, ...pages, stems: [], begins: [], sorts: found.map(({ soort }) => soort) };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, server: str) -> Iterator[Page]:
    with opened(browser, server + "zoeken/") as page:
        page.evaluate(OPEN, server)
        yield page


def ask(page: Page, query: str, chosen: dict[str, list[str]] | None = None, order: str = "relevantie") -> Any:
    return page.evaluate(ASK, [query, chosen or {}, order])


@pytest.mark.parametrize("file", [queries.FILE, queries.EXAM], ids=["golden", "exam"])
def test_nineteen_of_twenty_have_a_right_answer_in_the_top_three(page: Page, file: Path) -> None:
    wanted = [query for query in queries.read(file) if query.wanted]
    missed = []
    for query in wanted:
        answer = ask(page, query.text)
        if not {*answer["found"][:3], *answer["named"]} & set(query.wanted):
            missed.append(f"{query.kind}: {query.text}")
    assert len(wanted) >= 80
    assert len(missed) <= len(wanted) * 0.05, "\n".join(missed)


@pytest.mark.parametrize("file", [queries.FILE, queries.EXAM], ids=["golden", "exam"])
def test_nine_of_ten_queries_for_what_is_not_there_find_nothing(page: Page, file: Path) -> None:
    nothing = [query.text for query in queries.read(file) if not query.wanted]
    found = [text for text in nothing if ask(page, text)["found"]]
    assert len(nothing) >= 30
    assert len(found) <= len(nothing) * 0.1, "\n".join(found)


def test_counts_are_those_of_python(page: Page, library: Library) -> None:
    dice = random.Random(20)
    texts = ["", "", "", "wachtlijst ggz", "zorg", "regio", "huisarts", "xyzzy"]
    for _ in range(150):
        query = dice.choice(texts)
        chosen = {
            key: dice.sample([term.id for term in terms(library, key)], dice.randint(1, 3))
            for key in dice.sample(list(FACETS), dice.randint(0, 3))
        }
        found = {url for url in ask(page, query)["found"] if url.startswith("praktijken/")}
        answer = ask(page, query, {parameter(FACETS[key]): ids for key, ids in chosen.items()})
        left = {one.url for one in select(library, **chosen)} & found
        assert {url for url in answer["found"] if url.startswith("praktijken/")} == left
        assert answer["kinds"]["praktijk"] == len(left)
        if chosen:
            assert set(answer["found"]) == left
        for key, facet in FACETS.items():
            others = {other: ids for other, ids in chosen.items() if other != key}
            counted = {
                term.id: sum(one.url in found for one in select(library, **others, **{key: term.id}))
                for term in terms(library, key)
            }
            assert answer["counts"][parameter(facet)] == counted, (query, chosen, key)


def test_without_a_query_all_practices_come_newest_first(page: Page, library: Library) -> None:
    answer = ask(page, "  ")
    assert answer["sorts"] == ["praktijk"] * len(library.practices)
    days = [library.by_slug[url.split("/")[1]].front.reviewed for url in answer["found"]]
    assert days == sorted(days, reverse=True)


def test_newest_first_finds_the_same(page: Page) -> None:
    one, other = ask(page, "zorg"), ask(page, "zorg", order="nieuwste")
    assert sorted(one["numbers"]) == other["numbers"]
    assert one["numbers"] != other["numbers"]


@pytest.mark.parametrize(
    ("typed", "how", "instead"),
    [
        ("voorzorgroep", "gecorrigeerd", "voorzorggroep"),
        ("huisrats", "gecorrigeerd", "huisarts"),
        ("huisarts", "gevonden", ""),
        ("qwertzuiop", "onbekend", ""),
    ],
)
def test_what_became_of_a_word_is_told(page: Page, typed: str, how: str, instead: str) -> None:
    (word,) = ask(page, typed)["words"]
    assert (word["typed"], word["how"]) == (typed, how)
    assert word["as"].startswith(instead)
    assert bool(word["as"]) == bool(instead)


def test_a_compound_that_nobody_uses_is_found_by_its_halves(page: Page) -> None:
    (word,) = ask(page, "zorgpilot")["words"]
    assert word == {"typed": "zorgpilot", "how": "gesplitst", "as": "zorg pilot"}


def test_silent_words_alone_find_nothing(page: Page) -> None:
    assert ask(page, "van de")["found"] == []


@pytest.mark.parametrize("query", ["ik wil niet meer leven", "zelfmoord", "112"])
def test_who_is_in_danger_finds_help_first(page: Page, query: str) -> None:
    assert ask(page, query)["found"][0] == "hulp/"


def test_a_municipality_leads_to_its_region(page: Page) -> None:
    assert ask(page, "Enschede")["named"] == ["regios/twente/"]
    assert ask(page, "ensch")["named"] == ["regios/twente/"]


def test_hits_are_marked_in_words_as_written(page: Page) -> None:
    text = "Mensen op wachtlijsten: de Regioverpleegkundige’s <b>"
    marked = page.evaluate(
        'async (text) => engine.mark(text, await engine.ask("wachtlijst verpleegkundigen"))', text
    )
    assert "".join(piece["text"] for piece in marked) == text
    assert [piece["text"] for piece in marked if piece["hit"]] == ["wachtlijsten", "Regioverpleegkundige’s"]


@pytest.mark.parametrize(
    "query", ["__proto__", "constructor", "toString", "\\", "]]>", "a" * 5_000, "wlz " * 500, "\u200b", "ﷺ"]
)
def test_hostile_queries_are_words_like_others(page: Page, query: str) -> None:
    answer = ask(page, query, {"__proto__": ["x"], "thema": ["__proto__", "<b>"]}, "x")
    assert len(answer["words"]) <= 12


def test_a_file_that_did_not_come_is_asked_for_again(browser: Browser, server: str) -> None:
    with opened(browser, server + "zoeken/") as page:
        page.evaluate(OPEN, server)
        page.route("**/woorden-*.json", lambda route: route.abort())
        with pytest.raises(Error, match="fetch"):
            ask(page, "voorzorggroep")
        page.unroute("**/woorden-*.json")
        assert ask(page, "voorzorggroep")["found"]


def test_without_the_spelling_what_is_known_is_found(browser: Browser, server: str) -> None:
    with opened(browser, server + "zoeken/") as page:
        page.evaluate(OPEN, server)
        page.route("**/spelling.json", lambda route: route.abort())
        answer = ask(page, "wachtlijst appeltaart")
        assert [word["how"] for word in answer["words"]] == ["gevonden", "onbekend"]


@pytest.mark.parametrize(
    ("one", "other", "cut", "distance"),
    [
        ("groep", "groep", False, 0), ("groep", "grope", False, 1), ("groep", "gröep", False, 1),
        ("groep", "roep", False, 1), ("goep", "groep", False, 1), ("groep", "greop", False, 1),
        ("wacht", "wachtlijst", True, 0), ("wahct", "wachtlijst", True, 1), ("", "abc", False, 3),
    ],
)  # fmt: skip
def test_edits(page: Page, server: str, one: str, other: str, cut: bool, distance: int) -> None:
    found = page.evaluate(
        "async ([address, ...words]) => (await import(address)).edits(...words)",
        [f"{server}assets/search/spelling.js", one, other, cut],
    )
    assert found == distance


def test_a_word_that_too_much_starts_with_is_left_for_later(browser: Browser, server: str) -> None:
    with opened(browser, server + "zoeken/") as page:

        def spread(route: Route) -> None:
            """A register as of many more practices: words that start with `zor` fill ten files."""
            register = route.fetch().json()
            register["words"] += [f"zor{letter}" for letter in "abcdefghij"]
            route.fulfill(json=register)

        page.route("**/register.json", spread)
        page.evaluate(OPEN, server)
        assert [word["how"] for word in ask(page, "zor")["words"]] == ["kort"]
        assert ask(page, "ggz zor")["found"] == ask(page, "ggz")["found"] != []
