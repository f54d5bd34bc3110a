"""The whole site, built with every hostile entry that passes: all is shown as typed, and nothing acts."""

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Dialog, Page, expect
from selectolax.lexbor import LexborHTMLParser

from macros import settings
from macros.contribution import Change, Contribution
from macros.fragments import Fragments
from macros.library import Reading, read
from macros.preview import MOST, as_html
from macros.residents import addresses
from macros.summary import as_markdown

from .conftest import NAMES, ROOT, TODAY, _Quiet
from .hostile import FOLDER, entries
from .test_commands import run

ACCEPTED = tuple(entry for entry in entries() if entry.accepted)
TYPED = {one.slug: one.expanded.strip() for one in ACCEPTED if one.how in ("every", "professional")}
"""Slug → what was typed as every value."""
SHOWN = [slug for slug in TYPED if slug.startswith(("legitimate", "markup"))]
REGIONS = ("drenthe", "flevoland", "proef-van-regio", "twente")
QUERIES = (FOLDER.parent / "hostile-queries.txt").read_text("utf-8").splitlines()
OF_TERMS = (
    (b"[mentale-gezondheid]", b"[mentale-gezondheid, proef-van-opmaak]"),
    (b"route: onbekend", b"route: proef-van-geld"),
)
"""Terms of the corpus, so that their labels are on the pages of practices."""


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with every entry that is accepted, in several regions, and its site."""
    folder = tmp_path_factory.mktemp("full")
    for name in NAMES:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    for number, entry in enumerate(ACCEPTED):
        file = folder / "practices" / entry.put(folder / "practices", REGIONS[number % len(REGIONS)])
        raw = file.read_bytes()
        for old, new in OF_TERMS if file.suffix == ".md" else ():
            raw = raw.replace(old, new)
        file.write_bytes(raw)
    done = run(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def reading(full: Path) -> Reading:
    """What the project with the entries holds."""
    found = read(full, TODAY)
    assert not found.problems
    return found


@pytest.fixture(scope="session")
def address(full: Path) -> Iterator[str]:
    """Where the site with the entries is served."""
    handler = functools.partial(_Quiet, directory=full / "site")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}/"
        web.shutdown()


class Watched:
    """A page in which nothing of a contributor may happen; what does is kept in `happened`."""

    def __init__(self, browser: Browser, host: str) -> None:
        """`host`: the address of the only site that may be asked for anything."""
        self.happened: list[str] = []
        self.context = browser.new_context(service_workers="block")
        self.page: Page = self.context.new_page()
        self.page.expose_function("canary", lambda *_: self.happened.append("a script of theirs ran"))
        self.page.on("dialog", self._asks)
        self.page.on("pageerror", lambda error: self.happened.append(f"error: {error}"))
        self.page.on("popup", lambda _: self.happened.append("another window"))
        self.page.on("request", lambda request: self._asked(request.url, host))
        self.page.on("console", lambda message: self._said(message.type, message.text))

    def _asks(self, dialog: Dialog) -> None:
        self.happened.append("a dialog")
        dialog.dismiss()

    def _asked(self, url: str, host: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != urlsplit(host).netloc:
            self.happened.append(f"request: {url}")

    def _said(self, kind: str, text: str) -> None:
        # That the page for what is not found is not found is no news.
        if kind == "error" and "status of 404" not in text:
            self.happened.append(f"console: {text}")

    def open(self, url: str) -> Page:
        """Go there, and see that the page is whole and quiet."""
        self.page.goto(url, wait_until="load")
        assert self.happened == [], url
        assert self.page.locator("h1").count() == 1, url
        assert self.page.locator("main").count() == 1, url
        return self.page


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A page in which nothing may happen, until the test is over."""
    one = Watched(browser, address)
    yield one
    one.context.close()
    assert one.happened == []


# --- The files -------------------------------------------------------------------------------------


def shape(folder: Path, pages: str) -> tuple[set[str], set[tuple[str, str]]]:
    """The elements, and the attributes with the elements they are on, of these pages."""
    tags: set[str] = set()
    attributes: set[tuple[str, str]] = set()
    for file in folder.glob(pages):
        for node in LexborHTMLParser(file.read_text("utf-8")).css("*"):
            tags.add(str(node.tag))
            attributes.update((str(node.tag), name) for name in node.attributes)
    return tags, attributes


MARKDOWN = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong", "table",
    "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
"""What a practice's text may be made of."""


@pytest.mark.parametrize("pages", ["*.html", "*/*.html", "*/*/*.html", "*/*/*/*.html", "*/*/*/*/*.html"])
def test_no_element_or_attribute_is_a_contributors(full: Path, site: Path, pages: str) -> None:
    tags, attributes = shape(full / "site", pages)
    ours, ours_with = shape(site, "**/*.html")
    assert tags <= ours | MARKDOWN
    of_markdown = {(tag, name) for tag in MARKDOWN for name in ("href", "rel", "start", "tabindex", "title")}
    assert attributes - ours_with <= of_markdown
    assert not [name for _, name in attributes if name.startswith("on")]


def test_every_file_is_whole(full: Path) -> None:
    for file in (full / "site").rglob("*"):
        if file.suffix == ".json":
            json.loads(file.read_text("utf-8"))
        elif file.suffix in (".xml", ".svg"):
            ElementTree.parse(file)
        elif file.suffix == ".html":
            tree = LexborHTMLParser(file.read_text("utf-8"))
            assert len(tree.css("head > title")) == 1, file
            ids = [str(node.attributes["id"]) for node in tree.css("[id]")]
            assert len(ids) == len(set(ids)), (file, sorted(one for one in ids if ids.count(one) > 1))
            if not tree.css("[http-equiv=refresh]"):
                assert len(tree.css("main")) == len(tree.css("h1")) == 1, file
            for data in tree.css('script[type="application/json"], script[type="application/ld+json"]'):
                json.loads(data.text())


def test_every_inline_script_is_ours(full: Path, site: Path) -> None:
    def inline(folder: Path) -> set[str]:
        return {
            node.text()
            for file in folder.rglob("*.html")
            for node in LexborHTMLParser(file.read_text("utf-8")).css("script:not([src]):not([type*=json])")
        }

    assert inline(full / "site") == inline(site)


def test_every_address_is_one_that_is_allowed(full: Path) -> None:
    for file in (full / "site").rglob("*.html"):
        for node in LexborHTMLParser(file.read_text("utf-8")).css(
            "[href], [src], [action], [srcset], [data]"
        ):
            for name in ("href", "src", "action"):
                parts = urlsplit(node.attributes.get(name) or "")
                assert parts.scheme in ("", "https", "mailto", "tel") or node.attributes[name] == "data:,", (
                    file
                )
                if name != "href":
                    assert not parts.netloc, (file, node.html)
                assert "evil.example" not in parts.netloc, (file, node.html)


# --- As typed --------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", TYPED)
def test_what_was_typed_is_what_is_shown(full: Path, slug: str) -> None:
    typed = TYPED[slug]
    tree = LexborHTMLParser((full / f"site/praktijken/{slug}/index.html").read_text("utf-8"))

    def texts(selector: str) -> list[str]:
        return [node.text().strip() for node in tree.css(selector)]

    assert texts("head > title") == [f"{typed} – Leernetwerk"]
    assert texts("h1") == [typed]
    assert texts(".lead") == [typed]
    (description,) = tree.css("meta[name=description]")
    assert description.attributes["content"] == typed
    assert typed in texts(".factbox dd")
    assert typed in texts(".factbox .note")
    assert texts(".pair li") == [typed, typed]
    assert texts(".story .entry-title") == [typed]
    residents = texts(".facts-plain dd")[1:]
    assert set(residents) <= {typed}
    assert " ".join(texts(".beside")).count(typed) == 3


@pytest.mark.parametrize("slug", TYPED)
def test_what_was_typed_is_in_the_open_data(full: Path, slug: str) -> None:
    typed, data = TYPED[slug], full / "site/data"
    records = json.loads((data / "praktijken.json").read_text("utf-8"))
    (record,) = [one for one in records if one["slug"] == slug]
    own = json.loads((data / f"praktijken/{slug}.json").read_text("utf-8"))["front"]
    for front in (record, own):
        assert front["titel"] == front["samenvatting"] == front["bronnen"][0]["titel"] == typed
    assert json.loads((data / "titels.json").read_text("utf-8"))[slug] == typed


def test_lists_show_every_title_as_typed(full: Path) -> None:
    lists = {
        "praktijken": "a",
        "themas/proef-van-opmaak": "a.entry-title",
        "financiering/proef-van-geld": "a.entry-title",
        "knelpunten": ".entry-title",
    }
    for page, selector in lists.items():
        tree = LexborHTMLParser((full / f"site/{page}/index.html").read_text("utf-8"))
        assert set(TYPED.values()) <= {node.text().strip() for node in tree.css(f"main {selector}")}, page


def test_the_summary_of_a_contribution_is_text(full: Path, reading: Reading) -> None:
    library = reading.library
    contribution = Contribution(tuple(Change(one.path, "A") for one in library.practices))
    html = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(as_markdown(contribution, reading, ()))
    )
    tree = LexborHTMLParser(html)
    ours = {"body", "code", "h2", "h3", "head", "html", "li", "p", "strong", "ul"}
    assert {str(node.tag) for node in tree.css("*")} <= ours
    items = [node.text().replace("\u200b", "") for node in tree.css("li")]
    for slug, typed in TYPED.items():
        told = f"/{slug}.md: {' '.join(typed.split())}"
        assert [item for item in items if item.endswith(told)], slug


def test_the_preview_is_quiet_and_shows_what_was_typed(
    full: Path, reading: Reading, browser: Browser, tmp_path: Path
) -> None:
    fragments = Fragments(full, reading.library, TODAY)
    practices = [one for one in reading.library.practices if one.slug in TYPED]
    for first in range(0, len(practices), MOST):
        part = practices[first : first + MOST]
        file = tmp_path / f"{first}.html"
        html = as_html(full, fragments, settings.read(full), {one.path for one in part}, ())
        file.write_text(html, "utf-8")
        watched = Watched(browser, "")
        watched.page.goto(file.as_uri())
        for one in part:
            heading = watched.page.locator(f"article[id='{one.slug}'] h1")
            assert heading.inner_text().split() == TYPED[one.slug].split()
        watched.context.close()
        assert [one for one in watched.happened if not one.startswith("request: file:")] == []


# --- In a browser ----------------------------------------------------------------------------------


def test_the_canary_sings(browser: Browser, address: str) -> None:
    watched = Watched(browser, address)
    ask = "fetch('https://evil.example/').catch(() => 0)"
    watched.page.goto("about:blank")  # without a policy
    watched.page.evaluate("canary(1)")
    watched.page.evaluate(ask)
    watched.page.goto(address)
    watched.page.evaluate(ask)
    watched.context.close()
    assert "a script of theirs ran" in watched.happened
    assert "request: https://evil.example/" in watched.happened
    assert any("Content Security Policy" in one for one in watched.happened)


def test_no_page_of_a_practice_acts(watched: Watched, address: str, reading: Reading) -> None:
    for practice in reading.library.practices:
        watched.open(address + practice.url)


PAGES = (
    "", "praktijken/", "themas/", "regios/", "financiering/", "domeinen/", "overzicht/", "knelpunten/",
    "zoeken/", "huisartsen/", "meedoen/", "meedoen/velden/", "meedoen/formulier/", "over/",
    "themas/proef-van-opmaak/", "themas/mentale-gezondheid/", "financiering/proef-van-geld/", "domeinen/ggz/",
    *(f"regios/{region}/" for region in REGIONS),
)  # fmt: skip


def test_no_other_page_acts(watched: Watched, address: str, full: Path, reading: Reading) -> None:
    words = [one.id for one in addresses(reading.library)]
    of_residents = [
        f"{file.parent.relative_to(full / 'site').as_posix()}/"
        for word in words
        for top in (full / "site" / word, full / "site/huisartsen" / word)
        for file in sorted(top.rglob("index.html"))
    ]
    assert len(of_residents) > len(words)
    for page in (*PAGES, *of_residents):
        watched.open(address + page)


@pytest.mark.parametrize(
    "path",
    [
        "<img src=x onerror=canary(1)>",
        'hulp"><script>canary(1)</script>',
        "%3Csvg onload=canary(1)%3E/",
        "samn<b>",
    ],
)
def test_a_hostile_path_is_not_found_and_does_nothing(
    watched: Watched, address: str, full: Path, path: str
) -> None:
    body = (full / "site/404.html").read_text("utf-8")
    watched.page.route(
        "**/weg/**", lambda route: route.fulfill(status=404, body=body, content_type="text/html")
    )
    page = watched.open(f"{address}weg/{quote(path, safe='%/')}#<img src=x onerror=canary(1)>")
    expect(page.locator("h1")).to_have_text("Deze pagina is er niet")


@pytest.mark.parametrize("query", QUERIES)
def test_a_hostile_question_is_shown_as_text(watched: Watched, address: str, query: str) -> None:
    page = watched.open(f"{address}zoeken/?{quote(query, safe='&=%+')}")
    expect(page.locator("#zoekpagina:not(.loading)")).to_be_attached()
    expect(page.locator("#mislukt")).to_be_hidden()
    assert page.locator("main img, main script, main svg, main iframe").count() == 0


@pytest.mark.parametrize("slug", SHOWN)
def test_a_title_is_found_and_shown_as_typed(watched: Watched, address: str, slug: str) -> None:
    typed = TYPED[slug]
    page = watched.open(f"{address}zoeken/?q={quote(typed)}%20{slug}")
    found = page.locator(f"#resultaten a[href$='/{slug}/']")
    expect(found).to_have_count(1)
    assert (found.text_content() or "").split() == typed.split()
    assert page.locator("#zoek").input_value() == f"{typed} {slug}"[:200]


def test_the_box_on_every_page_shows_what_it_finds_as_text(watched: Watched, address: str) -> None:
    page = watched.open(address)
    for slug in SHOWN:
        page.locator("#zoek").fill(f"{TYPED[slug]} {slug}")
        expect(page.locator(f"#zoekpaneel a[href$='/{slug}/']")).to_have_count(1)
        assert page.locator("#zoekpaneel").locator("img, script, svg, iframe").count() == 0


def test_the_form_opens_practices_as_they_were_typed(watched: Watched, address: str) -> None:
    for slug in SHOWN:
        page = watched.open(f"{address}meedoen/formulier/?praktijk={slug}")
        title = page.locator('[data-key="titel"] input').first
        expect(title).to_have_value(TYPED[slug])
        assert page.locator("#voorbeeld img, #voorbeeld script, #voorbeeld svg").count() == 0
