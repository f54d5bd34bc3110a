"""Misheard, mistyped, or another word: whatever stands on the phone, the right page comes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from macros.addresses import judge_host
from macros.library import Library, Reading, read
from macros.residents import addresses
from macros.spoken import lexicon

from .conftest import ROOT, TODAY, VALID

ADDRESSES = Path("practices/_vocabulary/adressen.yml")
READING = read(ROOT, TODAY)
WORDS = [address.id for address in addresses(READING.library)]


@pytest.fixture(scope="module")
def scriptless(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("word", WORDS)
def test_every_alias_leads_to_its_page_without_a_script(scriptless: Page, server: str, word: str) -> None:
    names = [f"{alias.name}/" for alias in READING.addresses.aliases if alias.word == word]
    assert len(names) > 40
    for name in (*names, f"{word}.html", f"{word.capitalize()}.html"):
        scriptless.goto(server + name, wait_until="commit")
        scriptless.wait_for_url(f"{server}{word}/", wait_until="commit")


def test_no_alias_is_a_page_of_its_own_or_in_the_site_map(site: Path) -> None:
    addressed = (site / "sitemap.xml").read_text()
    for alias in READING.addresses.aliases:
        page = LexborHTMLParser((site / alias.name / "index.html").read_text())
        assert page.css('meta[name="robots"][content="noindex"]')
        assert page.css(f'link[rel="canonical"][href="https://leernetwerk.example/{alias.word}/"]')
        assert page.css_first('a[href="tel:112"]')
        assert not page.css("script, style, img")
        assert f"https://leernetwerk.example/{alias.name}/<" not in addressed
    assert all(f"https://leernetwerk.example/{word}/<" in addressed for word in WORDS)


def test_real_addresses_pass_every_rule_and_weak_spots_are_told_apart(library: Library) -> None:
    assert not [one for one in READING.problems if one.path == ADDRESSES.as_posix()]
    assert {one.severity for one in READING.addresses.remarks} == {"warning"}
    (reserved, *_) = judge_host(ROOT, "https://leernetwerk.example/", lexicon.read())
    assert reserved.path == "mkdocs.yml"
    assert (ROOT / "mkdocs.yml").read_text().splitlines()[reserved.line - 1].startswith("site_url:")


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("- id: samen\n", "- id: wijzer\n", "spelling", "'ij' in 'wijzer'"),
        ("- id: samen\n", "- id: sa-men\n", "form", "kan geen adres zijn"),
        ("- id: lopen\n", "- id: wonen\n- id: lopen\n", "missing", "verplicht"),
        ("- id: lopen\n", "- id: kamen\n", "uncommon", "'kamen' staat niet"),
        ("synoniemen: [alleen, ", "synoniemen: [alleen, themas, ", "taken", "'themas', dat naar 'samen'"),
        ("synoniemen: [alleen, ", "synoniemen: [alleen, ruts, ", "two-ways", "ruts kan zowel"),
    ],
)
def test_an_address_that_cannot_be_is_refused_at_its_line(
    copy: Path, old: str, new: str, code: str, said: str
) -> None:
    file = copy / ADDRESSES
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    found = [one for one in read(copy, TODAY).problems if one.code == code]
    assert any(said in one.message and one.path == ADDRESSES.as_posix() for one in found), found
    assert all(file.read_text().splitlines()[one.line - 1].startswith("- id: ") for one in found)


def test_a_practice_cannot_have_the_name_of_an_address(check: Callable[..., Reading]) -> None:
    (problem,) = check(VALID, f"groningen/{WORDS[1]}.md").problems
    assert problem.code == "slug"


def test_the_page_for_what_is_not_there_lists_the_addresses_after_112(site: Path) -> None:
    page = LexborHTMLParser((site / "404.html").read_text())
    links = [one.attributes["href"] for one in page.css("a")]
    assert links[:4] == ["tel:112", "tel:113", "tel:08000113", "tel:08002000"]
    assert links[4 : len(WORDS) + 4] == [f"/{word}/" for word in WORDS]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Saman", "samen"),
        ("Zwagnr.html", "zwanger"),
        ("eenzaan", "samen"),
        (" rust.", "rust"),
        ("schuinestreepthuis", "thuis"),
        ("%E0%A4%A", ""),
        ("slapen", ""),
        ("pijn", ""),
        ("kanker", ""),
        ("q" * 9000, ""),
    ],
)
def test_the_page_for_what_is_not_there_guesses_where_a_script_runs(
    browser: Browser, server: str, site: Path, typed: str, word: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.route("**/*", lambda route: route.fulfill(path=site / "404.html"))
    page.goto(f"https://leernetwerk.example/{typed}")
    guess = page.locator("#gok a")
    if word:
        expect(guess).to_have_attribute("href", f"/{word}/")
    else:
        expect(guess).to_have_count(0)
    assert errors == []
    context.close()
