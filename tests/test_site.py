"""The built site, read as a visitor's browser would get it, without running anything."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.commands.build import MARK
from macros.indexes import FACETS, facet_named, terms
from macros.library import Library
from macros.maturity import maturity

from .test_commands import run

PAGED = [key for key, facet in FACETS.items() if facet.grouped_by]


@cache
def page(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text("utf-8"))


def at(site: Path, url: str) -> LexborHTMLParser:
    return page(site / url / "index.html")


def text(tree: LexborHTMLParser | LexborNode | None, selector: str) -> str:
    """Text of the first element that fits, which has to be there."""
    assert tree
    node = tree.css_first(selector)
    assert node, selector
    return node.text()


def links(site: Path, url: str, within: str = "main") -> list[str]:
    """Addresses from the site's root that the page at `url` links to."""
    found = [node.attributes["href"] or "" for node in at(site, url).css(f"{within} a[href]")]
    return [urlsplit(urljoin(f"https://x/{url}", href)).path.lstrip("/") for href in found]


@pytest.mark.parametrize("key", PAGED)
def test_each_practice_is_on_every_term_page_it_names_and_on_no_other(
    site: Path, library: Library, key: str
) -> None:
    for term in terms(library, key):
        shown = {url for url in links(site, f"{key}/{term.id}/") if url.startswith("praktijken/")} - {
            "praktijken/"
        }
        named = {one.url for one in library.practices if term.id in facet_named(key).values(one)}
        assert shown == named, (key, term.id)


@pytest.mark.parametrize("key", PAGED)
def test_counts_on_indexes_and_term_pages_are_right(site: Path, library: Library, key: str) -> None:
    index = text(at(site, f"{key}/"), "main")
    for term in terms(library, key):
        number = sum(term.id in facet_named(key).values(one) for one in library.practices)
        said = f"{number} {'praktijk' if number == 1 else 'praktijken'}"
        tree = at(site, f"{key}/{term.id}/")
        assert text(tree, "h1") == term.label
        assert text(tree, "#praktijken") == said
        assert bool(re.search(r"\b0 praktijken", text(tree, "main"))) == (number == 0)
        assert term.label in index
        if key != "financiering":
            item = next(li for li in at(site, f"{key}/").css(".counts li") if text(li, "a") == term.label)
            assert text(item, ".count") == said


def test_the_matrices_count_what_the_open_data_counts(site: Path, library: Library) -> None:
    for table, rows in zip(
        at(site, "overzicht/").css("table.matrix"), ("regios", "financiering"), strict=True
    ):
        columns = terms(library, "themas")
        for row, tr in zip(terms(library, rows), table.css("tbody tr"), strict=True):
            for column, td in zip(columns, tr.css("td"), strict=True):
                number = sum(
                    row.id in facet_named(rows).values(one) and column.id in one.front.themes
                    for one in library.practices
                )
                assert int(re.match(r"\d+", td.text().strip())[0]) == number  # type: ignore[index]


def test_a_practice_page_says_what_a_professional_decides_on(site: Path, library: Library) -> None:
    for practice in library.practices:
        tree = at(site, practice.url)
        assert text(tree, "h1") == practice.front.title
        box = {dt.text(): text(dt.parent, "dd") for dt in tree.css(".factbox dt")}
        assert list(box) == [
            "Waar", "Voor wie", "Fase", "Wie betaalt", "Wie werken samen", "Thema's", "Wie kunt u vragen",
            "Gecontroleerd", "Hoe ver beschreven",
        ]  # fmt: skip
        assert practice.front.phase.label in box["Fase"]
        assert maturity(practice).label.lower() in box["Hoe ver beschreven"]
        for route in practice.front.funding:
            assert library.term("financiering", route.route).label in box["Wie betaalt"]
        for section in practice.sections:
            assert section.heading in [h2.text() for h2 in tree.css("h2")]
        story = text(tree, "main")
        for barrier in practice.front.barriers or ():
            assert barrier.title in story
        for source in practice.front.sources:
            assert source.title in story
        related = {one.url for one in library.related(practice)}
        assert related <= set(links(site, practice.url, ".beside"))


def test_the_edit_link_leads_to_the_file_at_the_forge(site: Path, library: Library) -> None:
    for practice in library.practices:
        (edit,) = [
            node.attributes["href"] or ""
            for node in at(site, practice.url).css(".actions a")
            if "het bestand zelf" in node.text()
        ]
        assert urljoin(edit, ".").endswith("/edit/main/practices/" + practice.path.split("/")[1] + "/")
        assert edit.endswith(practice.path)


def all_pages(site: Path) -> list[Path]:
    """All but the small pages that lead on."""
    return [file for file in sorted(site.rglob("*.html")) if not page(file).css('[http-equiv="refresh"]')]


def test_every_link_leads_somewhere_and_every_anchor_is_there(site: Path) -> None:
    for file in all_pages(site):
        here = file.relative_to(site).as_posix().removesuffix("index.html")
        for node in page(file).css("[href], [src], [action]"):
            address = next(
                node.attributes[name] for name in ("href", "src", "action") if name in node.attributes
            )
            parts = urlsplit(urljoin(f"https://leernetwerk.example/{here}", address or ""))
            if parts.scheme != "https" or parts.netloc != "leernetwerk.example":
                continue
            target = site / parts.path.lstrip("/")
            target = target / "index.html" if parts.path.endswith("/") else target
            assert target.is_file(), (here, address)
            if parts.fragment and target.suffix == ".html":
                assert page(target).css_first(f'[id="{parts.fragment}"]'), (here, address)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for file in all_pages(site):
        for node in page(file).css(
            "script, link:not([rel=canonical]), img, iframe, source, object, embed, video"
        ):
            address = node.attributes.get("src") or node.attributes.get("href") or ""
            assert not urlsplit(address).netloc, (file, address)
    for sheet in site.rglob("*.css"):
        assert not re.findall(r"url\(\s*[\"']?(?:https?:)?//", sheet.read_text("utf-8"))


def test_no_host_is_hard_coded(copy: Path) -> None:
    settings = copy / "mkdocs.yml"
    elsewhere = "https://anders.example/map/"
    settings.write_text(settings.read_text().replace("https://leernetwerk.example/", elsewhere))
    done = run(copy, "build")
    assert done.returncode == 0, done.stderr
    for file in (copy / "site").rglob("*.*"):
        if file.suffix in {".html", ".json", ".xml", ".js", ".css"}:
            assert "leernetwerk.example/" not in file.read_text("utf-8").replace(
                "github.example/leernetwerk", ""
            ), file
    rust = (copy / "site/huisartsen/rust/index.html").read_text()
    assert "anders punt example, schuine streep, map, schuine streep, rust" in rust


def test_every_page_has_a_title_and_description_of_its_own(site: Path) -> None:
    titles = Counter(text(page(file), "title") for file in all_pages(site))
    assert [title for title, times in titles.items() if times > 1] == []
    for file in all_pages(site):
        assert page(file).css('meta[name="description"][content]:not([content=""])')
        assert len(page(file).css("h1")) == 1, file


def test_no_id_stands_where_a_person_reads(site: Path, library: Library) -> None:
    ids = [
        term_id
        for vocabulary in library.vocabularies.values()
        for term_id, term in vocabulary.terms.items()
        if "-" in term_id and term_id not in term.label.casefold()
    ]
    for file in all_pages(site):
        body = LexborHTMLParser(file.read_text("utf-8")).css_first("body")
        assert body
        for script in body.css("script"):
            script.decompose()
        words = body.text(separator=" ")
        for term_id in ids:
            assert not re.search(rf"(?<![\w/-]){re.escape(term_id)}(?![\w/-])", words), (file, term_id)


def test_open_data_lists_every_practice_with_its_address(site: Path, library: Library) -> None:
    records = json.loads((site / "data/praktijken.json").read_text("utf-8"))
    assert [record["slug"] for record in records] == sorted(library.by_slug)
    for record in records:
        assert record["url"] == f"https://leernetwerk.example/praktijken/{record['slug']}/"
        assert (site / "praktijken" / record["slug"] / "index.html").is_file()


def test_the_number_that_is_not_dutch_appears_nowhere(site: Path) -> None:
    for file in all_pages(site):
        assert "116117" not in re.sub(r"\D", "", text(page(file), "body"))


def test_what_is_not_needed_is_not_published(site: Path) -> None:
    assert not list(site.rglob("*.map"))
    assert not (site / "assets/javascripts").exists()
    assert [file.name for file in site.rglob("*.txt")] == ["security.txt"]
    files = (file for file in site.rglob("*") if file.is_file() and file.name != MARK)
    assert {file.suffix for file in files} - {".txt"} <= {
        ".html",
        ".css",
        ".js",
        ".json",
        ".svg",
        ".png",
        ".webp",
        ".xml",
        ".gz",
        ".pdf",
    }
