"""The posters and cards of the real site: each leads to the right page, on paper of the right size."""

import io
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from macros.kit import PAPERS, Paper
from macros.library import Library, read
from macros.residents import addresses, nearby

from .conftest import ROOT, TODAY
from .test_browser import opened

WORDS = [address.id for address in addresses(read(ROOT, TODAY).library)]
MILLIMETRES = {"a4": (210, 297), "a6": (105, 148)}
DPI = 150


def sheets(library: Library, word: str, paper: Paper) -> list[str]:
    """The addresses of the sheets of one kind, without their ending."""
    (address,) = [one for one in addresses(library) if one.id == word]
    near = [place for place in nearby(library, address) if place.region.tile]
    regions = [one.region.id for one in near if any(offer.practice.front.place for offer in one.offers)]
    return [f"huisartsen/{word}/{paper.id}", *(f"huisartsen/{word}/{paper.id}/{one}" for one in regions)]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
@pytest.mark.parametrize("word", WORDS)
def test_the_code_on_every_sheet_leads_to_its_page(
    site: Path, library: Library, word: str, paper: Paper
) -> None:
    for sheet in sheets(library, word, paper):
        (page,) = pypdfium2.PdfDocument(site / f"{sheet}.pdf")
        size = [round(points / 72 * 25.4) for points in page.get_size()]
        assert size == list(MILLIMETRES[paper.size])
        straight = page.render(scale=DPI / 72).to_pil()
        for picture in (straight, straight.rotate(3, expand=True, fillcolor="white")):
            (code,) = zxingcpp.read_barcodes(picture)
            assert code.text == f"https://leernetwerk.example/{word}/"
        assert f"leernetwerk.example/{word}" in page.get_textpage().get_text_range()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
@pytest.mark.parametrize("word", WORDS)
def test_every_sheet_prints_from_the_browser_too(
    browser: Browser, server: str, library: Library, word: str, paper: Paper
) -> None:
    for sheet in sheets(library, word, paper):
        with opened(browser, f"{server}{sheet}/") as page:
            document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
            (printed,) = document
            assert [round(points / 72 * 25.4) for points in printed.get_size()] == list(
                MILLIMETRES[paper.size]
            )
            (code,) = zxingcpp.read_barcodes(printed.render(scale=DPI / 72).to_pil())
            assert code.text == f"https://leernetwerk.example/{word}/"
            shown = Image.open(io.BytesIO(page.screenshot()))
            assert shown.getpixel((640, 300)) != (0, 0, 0), "the policy blocks the style"


def test_the_page_of_an_address_offers_every_sheet_and_the_site_has_it(site: Path, library: Library) -> None:
    for word in WORDS:
        page = (site / "huisartsen" / word / "index.html").read_text()
        for paper in PAPERS:
            for sheet in sheets(library, word, paper):
                name = sheet.removeprefix(f"huisartsen/{word}/")
                assert f'href="../../{sheet}.pdf"' in page, name
                assert f'href="../../{sheet}/"' in page, name
                assert (site / f"{sheet}.pdf").read_bytes().startswith(b"%PDF-")
    assert not list(site.rglob("*.typ"))
    assert "/poster/" not in (site / "sitemap.xml").read_text()
