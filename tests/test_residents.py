"""What a resident gets who heard an address: the right help, on a bad phone, with bad reception."""

import functools
import gzip
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Request, expect
from selectolax.lexbor import LexborHTMLParser

from macros.library import Library, read
from macros.residents import addresses, addresses_of, help_sources, nearby, unplaced

from .conftest import ROOT, TODAY
from .test_browser import opened

WORDS = [address.id for address in addresses(read(ROOT, TODAY).library)]

AXE: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice",
        ],
    },
    "rules": {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}},
}  # fmt: skip


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves pages compressed, as any host of static sites does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def compressing(site: Path) -> Iterator[str]:
    """Address of the built site on a server that compresses."""
    handler = functools.partial(_Compressing, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}/"
        web.shutdown()


def tree(site: Path, word: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / word / "index.html").read_text("utf-8"))


def phone(width: int = 320, height: int = 480) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": height}}


@pytest.mark.parametrize("word", WORDS)
def test_a_page_is_one_small_request_without_scripts(browser: Browser, compressing: str, word: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    requests: list[Request] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request))
    page.on("console", lambda message: errors.append(message.text))
    page.goto(f"{compressing}{word}/", wait_until="networkidle")
    assert len(requests) == 1
    sizes = requests[0].sizes()
    assert sizes["responseBodySize"] + sizes["responseHeadersSize"] <= 14_000
    assert page.locator("script, link[rel=stylesheet], img, iframe, object, form").count() == 0
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "the policy blocks the style"
    assert errors == []
    context.close()


@pytest.mark.parametrize("word", WORDS)
def test_the_first_view_of_a_small_phone_has_112(browser: Browser, compressing: str, word: str) -> None:
    with opened(browser, f"{compressing}{word}/", **phone()) as page:
        link = page.get_by_role("link", name="Bel 112")
        assert link.get_attribute("href") == "tel:112"
        box = link.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 480
        first = page.locator("a").first
        assert first.get_attribute("href") == "tel:112"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("word", WORDS)
def test_axe_finds_nothing_not_even_at_the_highest_level(
    browser: Browser, compressing: str, word: str, scheme: str
) -> None:
    for width in (320, 1280):
        with opened(browser, f"{compressing}{word}/", color_scheme=scheme, **phone(width, 800)) as page:
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
            found = Axe().run(page, options=AXE)
            assert found.violations_count == 0, found.generate_report()


READ = """() => {
    const small = [], narrow = [];
    for (const node of document.querySelectorAll("body *")) {
        if ([...node.childNodes].some(one => one.nodeType === 3 && one.data.trim())
            && parseFloat(getComputedStyle(node).fontSize) < 20) small.push(node.outerHTML);
        if (node.matches("a, summary")) {
            const { width, height } = node.getBoundingClientRect();
            if (width < 44 || height < 44) narrow.push(node.outerHTML);
        }
    }
    return [...small, ...narrow];
}"""


@pytest.mark.parametrize("word", WORDS)
def test_letters_and_targets_are_large_and_nothing_is_cut_off(
    browser: Browser, compressing: str, word: str
) -> None:
    with opened(browser, f"{compressing}{word}/", **phone()) as page:  # as 1280 pixels at 400 %
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert page.evaluate(READ) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.evaluate("document.documentElement.style.fontSize = '40px'")  # letters alone twice as large
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("word", WORDS)
def test_a_page_prints_on_one_sheet(browser: Browser, compressing: str, word: str) -> None:
    with opened(browser, f"{compressing}{word}/") as page:
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize("word", WORDS)
def test_a_page_says_danger_first_and_who_looks_after_it(
    browser: Browser, site: Path, library: Library, word: str
) -> None:
    (address,) = [one for one in addresses(library) if one.id == word]
    page = tree(site, word)
    headings = [one.text() for one in page.css("h1, h2")]
    order = [
        address.label,
        "Wat u vandaag kunt doen",
        "Bij u in de buurt",
        "Verder lezen",
        "Bel uw huisarts als\xa0…",
    ]
    assert [one for one in headings if one in order] == order
    body = page.body.text() if page.body else ""
    assert body.index("112") < body.index("113") < body.index("Veilig Thuis") < body.index("vandaag")
    assert address.owner in body
    assert "Nagekeken op" in body
    assert str(int(address.reviewed[-2:])) in body
    numbers = {one.attributes["href"] for one in page.css('a[href^="tel:"]')}
    known = {f"tel:{re.sub(r'[^0-9]', '', number)}" for one in help_sources(library).values()
             for number in (one.number, one.also) if number}  # fmt: skip
    assert {"tel:112", "tel:113", "tel:08000113", "tel:08002000"} <= numbers <= known


def test_what_is_near_is_chosen_by_region_without_a_script(
    browser: Browser, compressing: str, library: Library
) -> None:
    general = addresses(library)[0]
    (place, *_) = [one for one in nearby(library, general) if one.region.tile]
    options = {"java_script_enabled": False, **phone()}
    with opened(browser, f"{compressing}{general.id}/", **options) as page:
        offer = page.get_by_text(place.offers[0].residents.what)
        expect(offer).to_be_hidden()
        page.locator("summary", has_text=place.region.label).click()
        expect(offer).to_be_visible()


def test_a_practice_is_on_the_pages_that_its_topics_name_and_on_the_general_one(
    site: Path, library: Library
) -> None:
    joined = [one for one in library.practices if one.front.residents]
    assert joined
    general = addresses(library)[0]
    for practice in joined:
        assert practice.front.residents
        for address in addresses(library):
            shown = practice.front.residents.what in str(tree(site, address.id).html)
            assert shown == (address == general or address in addresses_of(library, practice)), practice.slug


def test_every_topic_leads_to_a_page(library: Library) -> None:
    assert [(practice.slug, topic) for practice, topic in unplaced(library)] == []
