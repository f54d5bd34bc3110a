"""The poster and the card: what a patient reads and scans, and what a screen reader tells."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any, get_args
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Browser

from macros import poster
from macros.poster import Offer, Press, Sheet, Size, qr_svg

from .conftest import ROOT

SIZES: tuple[Size, ...] = get_args(Size)
PAPER = {"a4": (210, 297), "a6": (105, 148)}
MARGIN = {"a4": 16, "a6": 8}
PER_MM = 72 / 25.4

OFFER = Offer(
    "In de regio Zwolle", "Voorzorggroep in Hardenberg", "Een groep voor wie wacht op hulp. Bel 0523 123 456."
)
LONGEST = Offer(
    "In de regio Westland Schieland Delfland",
    "Samen wandelen, koken en praten in het buurthuis, voor iedereen die zich vaak alleen voelt",
    "Elke week lopen mensen uit de buurt een rondje. Daarna drinken zij koffie in het buurthuis aan de "
    "markt. Doet u mee? Kom dan op maandag om tien uur. Of vraag uw huisarts of de gemeente ernaar.",
)
SHORT = Sheet(
    size="a4",
    question="Voelt u zich alleen?",
    address="leernetwerk.nl/samen",
    link="https://leernetwerk.nl/samen/",
    offer=None,
    site_name="Leernetwerk",
    date=date(2026, 11, 21),
)
LONG = replace(
    SHORT,
    question="Wacht u op hulp van de geestelijke gezondheidszorg?",
    address="organisatie.example.org/leernetwerk/zwanger",
    link="https://organisatie.example.org/leernetwerk/zwanger/",
    offer=LONGEST,
)
KINDS = [
    pytest.param(replace(text, size=size, offer=offer), id=f"{size}-{name}-{'offer' if offer else 'alone'}")
    for size in SIZES
    for name, text in (("short", SHORT), ("long", LONG))
    for offer in (None, OFFER, LONGEST)
]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(ROOT / "theme")


def told(pdf: bytes) -> str:
    """The text of the one page, in the order of the file, with single spaces."""
    (page,) = pypdfium2.PdfDocument(pdf)
    # PDFium gives its own sign for a hyphen at the end of a line.
    return " ".join(page.get_textpage().get_text_range().replace("\ufffe", "-").split())


def letters(text: str) -> str:
    """Without spaces: a line may break after a slash or a hyphen."""
    return "".join(text.split())


def boxes(pdf: bytes) -> list[tuple[str, float, float, float, float]]:
    """Every visible character, with left, bottom, right and top in millimetres."""
    (page,) = pypdfium2.PdfDocument(pdf)
    text = page.get_textpage()
    found = []
    for at in range(text.count_chars()):
        letter = text.get_text_range(at, 1)
        if letter.strip():
            found.append((letter, *(edge / PER_MM for edge in text.get_charbox(at))))
    return found


def picture(pdf: bytes, dpi: int = 150) -> Image.Image:
    image: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("L")
    return image


def scanned(image: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(image)]


def tags(node: Any) -> Iterator[str]:
    """The structure as a screen reader walks through it: names of tags that say something."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        if node.S not in ("/Document", "/Div"):
            yield str(node.S)
        yield from tags(node.get("/K"))


@pytest.mark.parametrize("sheet", KINDS)
def test_the_code_leads_to_the_page(press: Press, sheet: Sheet) -> None:
    image = picture(press.pdf(sheet))
    for turn in (0, 3, -3):
        assert scanned(image.rotate(turn, expand=True, fillcolor=255)) == [sheet.link], turn


@pytest.mark.parametrize("sheet", KINDS)
def test_nothing_is_printed_in_the_edge_that_the_code_needs(press: Press, sheet: Sheet) -> None:
    image = picture(press.pdf(sheet), dpi=300)
    (code,) = zxingcpp.read_barcodes(image)
    left, top = code.position.top_left.x, code.position.top_left.y
    right, bottom = code.position.bottom_right.x, code.position.bottom_right.y
    module = (right - left) / segno.make_qr(sheet.link, error="m").symbol_size(border=0)[0]
    most, least = round(poster.QUIET * module - 2), round(module / 2)  # the place is known to half a module
    around = image.crop((left - most, top - most, right + most, bottom + most))
    around.paste(255, (most - least, most - least, around.width - most + least, around.height - most + least))
    assert around.getextrema() == (255, 255)


@pytest.mark.parametrize("sheet", KINDS)
def test_a_printer_and_a_screen_reader_can_use_it(press: Press, sheet: Sheet) -> None:
    with pikepdf.open(io.BytesIO(press.pdf(sheet))) as pdf:
        (page,) = pdf.pages
        assert [round(float(edge) / PER_MM) for edge in page.MediaBox] == [0, 0, *PAPER[sheet.size]]
        assert pdf.Root.Lang == "nl"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        title = f"{sheet.question} {sheet.address}"
        assert pdf.docinfo["/Title"] == title
        with pdf.open_metadata() as about:
            assert about["dc:title"] == title
            assert about["pdfuaid:part"] == "1"
        for font in page.Resources.Font.values():
            assert "/FontFile3" in (what := font.DescendantFonts[0].FontDescriptor) or "/FontFile2" in what
            assert "Atkinson" in str(what.FontName) and "/ToUnicode" in font  # noqa: PT018
        assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(pdf.Root.keys())
        assert "/Annots" not in page  # nothing to click on, so nothing that leads away


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("offer", "last"),
    [(None, ["P", "L", *["LI", "Lbl", "LBody"] * 3]), (OFFER, ["P", "H2", "P"])],
    ids=["alone", "offer"],
)
def test_the_tags_tell_danger_question_address_code_and_offer(
    press: Press, size: Size, offer: Offer | None, last: list[str]
) -> None:
    with pikepdf.open(io.BytesIO(press.pdf(replace(SHORT, size=size, offer=offer)))) as pdf:
        names = [name.strip("/") for name in tags(pdf.Root.StructTreeRoot.K)]
        assert names == ["P", "H1", "P", "P", "P", "Figure", *last, "P", "Strong"]
        figures = [
            node
            for node in pdf.objects
            if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/Figure"
        ]
        assert [str(node.Alt) for node in figures] == ["QR-code met het adres leernetwerk.nl/samen"]


def test_it_reads_from_danger_to_date(press: Press) -> None:
    assert told(press.pdf(replace(SHORT, offer=OFFER))) == (
        "Levensgevaar? Bel meteen 112. Voelt u zich alleen? "
        "Typ dit adres op uw telefoon of computer: leernetwerk.nl/samen "
        "Of scan deze code: In de regio Zwolle Voorzorggroep in Hardenberg "
        "Een groep voor wie wacht op hulp. Bel 0523 123 456. Leernetwerk Versie van 21 november 2026"
    )
    assert "Daar leest u: • wat u vandaag kunt doen" in told(press.pdf(SHORT))


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("leernetwerk.nl/samen", ["leernetwerk.nl/samen"]),
        ("leernetwerk.example/zwanger", ["leernetwerk.example/zwanger"]),
        ("organisatie.example.org/leernetwerk/zwanger", ["organisatie.example.org/", "leernetwerk/zwanger"]),
    ],
)
def test_the_address_is_large_and_breaks_only_after_a_slash(
    press: Press, address: str, lines: list[str]
) -> None:
    """Letters of 7 mm are read from two metres with 40 % of normal sight, which needs 5 arc minutes."""
    characters = boxes(press.pdf(replace(SHORT, address=address)))
    start = "".join(letter for letter, *_ in characters).index(address)
    for line in lines:
        shown = characters[start : start + len(line)]
        start += len(line)
        top = max(top for *_, top in shown)
        baseline = next(bottom for letter, _, bottom, *_ in shown if letter in "lnhim")
        assert all(bottom < baseline + 1 < top for _, _, bottom, _, top in shown), line
        assert top - baseline > 7, line


WILD = st.integers(0, 40).flatmap(
    lambda longest: st.text("abcdefghijklmn .,-éW0123?!([])/%€'", min_size=longest, max_size=longest * 30)
)


@settings(max_examples=60, deadline=None)
@given(
    size=st.sampled_from(SIZES), texts=st.tuples(WILD, WILD, WILD, WILD), path=st.text("abw/", max_size=80)
)
def test_anything_fits_on_the_page(press: Press, size: Size, texts: tuple[str, ...], path: str) -> None:
    question, where, title, text = texts
    sheet = replace(
        SHORT,
        size=size,
        question=f"Vraag {question[:200]}?",
        address=f"leernetwerk.nl/{path}",
        offer=Offer(f"In {where[:100]}", f"Wat {title}", f"Hoe {text}"),
    )
    pdf = press.pdf(sheet)
    assert sheet.address in letters(told(pdf))
    assert scanned(picture(pdf)) == [sheet.link]
    (width, height), margin = PAPER[size], MARGIN[size] - 2  # a large j hangs out a little
    for letter, left, bottom, right, top in boxes(pdf):
        assert margin < left < right < width - margin, letter
        assert margin < bottom < top < height - margin, letter


HOSTILE = st.lists(
    st.sampled_from(
        [
            *' #$*@_`\\<>=~"[](){}-+/&%éi',
            *(
                "ja",
                "112",
                '#import "@preview/x:1.0.0": *',
                '#read("/print/sheet.typ")',
                "<label>",
                "@label",
                "$x^2$",
            ),
            *(
                "#sys.inputs",
                "#panic()",
                "```",
                "//",
                "/*",
                "*/",
                "---",
                "\\u{41}",
                "= Kop",
                "\n\n",
                "\t",
                "https://x.example",
            ),
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(title=HOSTILE, text=HOSTILE, where=HOSTILE, size=st.sampled_from(SIZES))
def test_text_of_a_contributor_is_text(press: Press, title: str, text: str, where: str, size: Size) -> None:
    pdf = press.pdf(replace(SHORT, size=size, offer=Offer(f"A{where}Z", f"A{title}Z", f"A{text}Z")))
    offer = letters(f"A{where}ZA{title}ZA{text}Z")
    assert letters(told(pdf)).endswith(f"Ofscandezecode:{offer}LeernetwerkVersievan21november2026")


def test_the_other_texts_are_text_too(press: Press) -> None:
    trick = '#panic() $x$ *y* <z> "q" \\ @w'
    pdf = press.pdf(replace(SHORT, question=trick, site_name=trick, address="x.example/#panic()"))
    assert letters(told(pdf)).count(letters(trick)) == 2
    assert "x.example/#panic()" in told(pdf)


def test_what_no_font_has_is_left_out_and_the_rest_can_be_printed(press: Press) -> None:
    assert "A Z, 20 °C" in told(press.pdf(replace(SHORT, question="A 🙂\u202e 中 Z, 20 °C?")))
    every = [chr(code) for code in range(0x21, 0x3000) if not poster._UNPRINTABLE.match(chr(code))]
    assert {"é", "ĳ", "€", "„", "β", "→", "ế"} <= set(every)
    press.pdf(replace(SHORT, offer=Offer("", "".join(every), " ".join(every))))  # fails on a box


def test_the_same_sheet_gives_the_same_bytes_anywhere(press: Press) -> None:
    sheet = replace(LONG, size="a6")
    fresh = Press(ROOT / "theme")
    assert press.pdf(sheet) == fresh.pdf(sheet) == fresh.pdf(sheet)
    assert press.pdf(replace(sheet, date=date(2026, 11, 22))) != fresh.pdf(sheet)
    code = (
        "import hashlib, pathlib, tests.test_poster as t;"
        "print(hashlib.sha256(t.Press(t.ROOT / 'theme').pdf(t.replace(t.LONG, size='a6'))).hexdigest())"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "HOME": "/", "SOURCE_DATE_EPOCH": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert elsewhere.stdout.strip() == sha256(press.pdf(sheet)).hexdigest()


@pytest.mark.parametrize("link", [SHORT.link, LONG.link])
def test_the_code_in_a_page_leads_there_too(browser: Browser, link: str) -> None:
    page = browser.new_page()
    page.set_content(f'<!doctype html><body style="width: 40mm">{qr_svg(link)}')
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())).convert("L"))
    name = page.get_by_role("img").get_attribute("aria-label")
    page.close()
    assert code.text == link
    assert code.ec_level in ("M", "Q", "H")
    assert name == f"QR-code met het adres {link}"
    assert len(qr_svg(link)) < 4_000


def test_the_code_in_a_page_has_an_edge_and_holds_no_markup() -> None:
    link = 'https://x.example/"><script>alert(1)</script>&amp;'
    svg = ElementTree.fromstring(qr_svg(link))
    assert svg.get("aria-label") == f"QR-code met het adres {link}"
    assert [part.tag for part in svg] == ["path"]
    assert (
        json.loads(f"[{svg.get('viewBox', '').replace(' ', ',')}]")[2]
        == segno.make_qr(link, error="m").symbol_size(border=4)[0]
    )


def test_a_link_too_long_for_a_code_is_refused(press: Press) -> None:
    with pytest.raises(segno.DataOverflowError):
        press.pdf(replace(SHORT, link="https://leernetwerk.nl/" + "a" * 3_000))
