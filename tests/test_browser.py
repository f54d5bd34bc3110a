"""What a person meets, in a real browser: reading, finding and moving about, with any device or aid."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PAGES = {
    "home": "",
    "practices": "praktijken/",
    "themes": "themas/",
    "regions": "regios/",
    "funding": "financiering/",
    "sectors": "domeinen/",
    "term with practices": "themas/anders-werken/",
    "term without practices": "regios/twente/",
    "funding term": "financiering/spuk-iza/",
    "practice": "praktijken/leren-transformeren-vechtdal/",
    "signal": "praktijken/zorgpadentool-parels/",
    "adopted practice": "praktijken/anders-werken-in-de-zorg/",
    "matrix": "overzicht/",
    "barriers": "knelpunten/",
    "lessons": "lessen/",
    "lesson": "lessen/midden-ijssel/",
    "search": "zoeken/",
    "join": "meedoen/",
    "fields": "meedoen/velden/",
    "form": "meedoen/formulier/",
    "gp": "huisartsen/",
    "kit": "huisartsen/samen/",
    "poster": "huisartsen/rust/poster/groningen/",
    "card": "huisartsen/samen/kaart/",
    "help": "hulp/",
    "about": "over/",
    "privacy": "over/privacy/",
    "accessibility": "over/toegankelijkheid/",
    "not found": "404.html",
}

AXE: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    context = browser.new_context(**options)
    try:
        page = context.new_page()
        page.goto(address)
        yield page
    finally:
        context.close()


def screen(width: int) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 800}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, server: str, name: str, width: int, scheme: str) -> None:
    with opened(browser, server + PAGES[name], color_scheme=scheme, **screen(width)) as page:
        found = Axe().run(page, options=AXE)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_small_phone(browser: Browser, server: str, name: str) -> None:
    with opened(browser, server + PAGES[name], **screen(320)) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_the_site_and_nothing_is_kept(browser: Browser, server: str, name: str) -> None:
    context = browser.new_context()
    requests: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(server + PAGES[name], wait_until="networkidle")
    assert requests
    assert {urlsplit(url).netloc for url in requests} == {urlsplit(server).netloc}
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert errors == []
    context.close()


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"form", "kit", "search"}))
def test_a_page_reads_the_same_without_scripts(browser: Browser, server: str, name: str) -> None:
    with opened(browser, server + PAGES[name]) as page:
        with_scripts = page.locator("main").inner_text()
    with opened(browser, server + PAGES[name], java_script_enabled=False) as page:
        without = page.locator("main").inner_text()
    assert len(without) > 100
    assert set(with_scripts.split()) <= set(without.split())


def test_the_menu_opens_without_scripts_on_a_phone(browser: Browser, server: str) -> None:
    with opened(browser, server, java_script_enabled=False, **screen(360)) as page:
        link = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Financiering")
        expect(link).to_be_hidden()
        page.get_by_text("Menu", exact=True).click()
        link.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Financiering")


def test_the_keyboard_skips_to_the_text_and_sees_where_it_is(browser: Browser, server: str) -> None:
    with opened(browser, server + "praktijken/") as page:
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Naar de inhoud")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("Tab")  # the table's scrolling box
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert page.evaluate("document.activeElement.closest('main') !== null")
        assert outline == "solid"


def test_a_professional_gets_from_home_to_who_pays_in_three_clicks(browser: Browser, server: str) -> None:
    with opened(browser, server) as page:
        page.get_by_role("link", name="Mentale gezondheid").click()
        page.get_by_role("main").get_by_role("link", name="Voorzorggroepen").first.click()
        expect(page.locator(".factbox")).to_contain_text("Nog onbekend")
        page.locator(".factbox").get_by_role("link", name="Nog onbekend").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Nog onbekend")


def test_a_number_in_the_matrix_leads_to_those_practices(browser: Browser, server: str) -> None:
    with opened(browser, server + "overzicht/") as page:
        page.get_by_role("link", name="bij Groningen, Mentale gezondheid").click()
        assert urlsplit(page.url).fragment == "themas-mentale-gezondheid"
        expect(page.locator(":target")).to_contain_text("Mentale gezondheid")
        expect(page.locator(":target + ul a")).to_have_text(["Voorzorggroepen in Stadskanaal"])


def test_the_map_leads_to_a_region(browser: Browser, server: str) -> None:
    with opened(browser, server) as page:
        page.locator(".map a", has_text="Twente").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Twente")


def test_colours_follow_the_visitors_wish(browser: Browser, server: str) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        with opened(browser, server, color_scheme=scheme) as page:
            grounds[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds["light"] != grounds["dark"]


def test_paper_shows_the_text_and_not_the_buttons(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGES["practice"]) as page:
        page.emulate_media(media="print")
        expect(page.locator(".factbox")).to_be_visible()
        expect(page.locator(".menu-wide")).to_be_hidden()
        expect(page.locator(".actions")).to_be_hidden()
        expect(page.locator(".search-box")).to_be_hidden()


def test_the_pictures_of_the_steps_are_there_in_the_size_that_is_said(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGES["join"]) as page:
        for picture in page.locator(".picture img").all():
            picture.scroll_into_view_if_needed()
            expect(picture).to_have_js_property("complete", True)
            assert picture.get_attribute("alt")
            said = [int(picture.get_attribute(side) or 0) for side in ("width", "height")]
            assert said == picture.evaluate("one => [one.naturalWidth, one.naturalHeight]")
        assert page.locator(".picture img").count() == 3
