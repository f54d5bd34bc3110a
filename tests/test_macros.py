"""The macros, as a page written by hand calls them: any facet, any combination."""

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from macros.indexes import group, matrix, select, terms
from macros.library import Library

from .conftest import ROOT

CALLS = {
    "region by theme": 'practice_list(regios="midden-brabant", by="themas")',
    "paid from the Wmo": 'practice_list(financiering="wmo")',
    "nothing": 'practice_list(regios="twente")',
    "table": 'practice_table("Ideeën", themas="langdurige-zorg", fase=["idee", "pilot"])',
    "cards": 'practice_cards(domeinen="ggz", regios=["groningen", "midden-ijssel"])',
    "counts": 'term_counts("fase", regios="midden-ijssel")',
    "matrix": 'term_matrix("themas", "fase", "Thema en fase")',
    "total": 'total(regios="zwolle")',
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LexborHTMLParser]:
    """A small strict site with a page per macro call."""
    project = tmp_path_factory.mktemp("macros")
    for name in ("hooks.py", "macros", "mkdocs.yml", "practices", "theme", "docs"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    for name, call in CALLS.items():
        head = f"---\ntitle: {name}\ndescription: Proef\nrender_macros: true\n---\n"
        (project / f"docs/lessen/{name.lower().replace(' ', '-')}.md").write_text(
            f"{head}# {name}\n\n{{{{ {call} }}}}\n"
        )
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"), strict=True)
    build(config)
    return {name: read(project / "site", name) for name in CALLS}


def read(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / f"lessen/{name.lower().replace(' ', '-')}/index.html").read_text("utf-8"))


def linked(tree: LexborHTMLParser, selector: str = "main") -> list[str]:
    """Slugs of the practices that are linked to, in order."""
    found = (node.attributes["href"] or "" for node in tree.css(f"{selector} a[href*='praktijken/']"))
    return [href.rstrip("/").rpartition("/")[2] for href in found]


def slugs(library: Library, **wanted: str | list[str]) -> list[str]:
    return [practice.slug for practice in select(library, **wanted)]


def test_a_list_grouped_by_theme_shows_each_practice_under_each_theme(
    pages: dict[str, LexborHTMLParser], library: Library
) -> None:
    chosen = select(library, regios="midden-brabant")
    groups = group(library, chosen, "themas")
    tree = pages["region by theme"]
    assert [h2.text().split("  ")[0].strip() for h2 in tree.css("main h2")]
    assert linked(tree) == [practice.slug for one in groups for practice in one.practices]
    assert [count.text() for count in tree.css("main h2 .count")] == [
        f"{len(one.practices)} praktijk{'en' if len(one.practices) > 1 else ''}" for one in groups
    ]


def test_a_list_is_in_order_of_title_and_says_so(
    pages: dict[str, LexborHTMLParser], library: Library
) -> None:
    assert linked(pages["paid from the Wmo"]) == slugs(library, financiering="wmo")
    assert ", op titel." in pages["paid from the Wmo"].css("main .ordering")[0].text()


def test_an_empty_list_says_zero_and_invites(pages: dict[str, LexborHTMLParser]) -> None:
    (nothing,) = pages["nothing"].css("main .nothing")
    assert "0 praktijken" in nothing.text()
    assert nothing.css("a[href$='meedoen/']")


def test_a_table_and_cards_take_any_combination(pages: dict[str, LexborHTMLParser], library: Library) -> None:
    ideas = slugs(library, themas="langdurige-zorg", fase=["idee", "pilot"])
    assert ideas
    assert linked(pages["table"], "tbody") == ideas
    assert linked(pages["cards"], ".cards") == slugs(
        library, domeinen="ggz", regios=["groningen", "midden-ijssel"]
    )


def test_counts_and_a_matrix_of_a_facet_without_pages(
    pages: dict[str, LexborHTMLParser], library: Library
) -> None:
    chosen = select(library, regios="midden-ijssel")
    shown = [count.text().split()[0] for count in pages["counts"].css("main .count")]
    assert shown == [str(len(one.practices)) for one in group(library, chosen, "fase", empty=True)]
    table = matrix(library, "themas", "fase")
    cells = [td.text().strip() for td in pages["matrix"].css("tbody td")]
    assert cells == [
        str(table.counts.get((row.id, column.id), 0))
        for row in terms(library, "themas")
        for column in terms(library, "fase")
    ]
    assert not pages["matrix"].css("main a[href*='fase']")


def test_a_total_is_said_in_words(pages: dict[str, LexborHTMLParser], library: Library) -> None:
    assert pages["total"].css("main p")[0].text() == f"{len(slugs(library, regios='zwolle'))} praktijken"
