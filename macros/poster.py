"""The sheets that a GP practice hangs up or hands out: a poster (A4) and a card (A6), as a tagged PDF.

The layout is a Typst template. What differs from sheet to sheet goes in as data, one JSON text, so that none
of it is ever read as markup. The same sheet gives the same bytes on any machine: there is no clock, and the
fonts come from packages, not from the machine.
"""

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

import fontpkg_atkinson_hyperlegible as typeface
import segno
import typst
from markupsafe import Markup

from .fragments import dutch_date

TEMPLATE = Path("print", "sheet.typ")
"""The layout of a sheet, from the folder `theme/`; it shows the site's mark, which lies there too."""

QUIET = 4
"""Empty modules around a QR code (ISO/IEC 18004)."""

_UNPRINTABLE = re.compile(
    r"[^\s"
    " -~\u00a0-\u00ac\u00ae-\u01c3\u01cd-\u01f0\u01f4\u01f5\u01f8-\u021b\u1e00-\u1e9b\u1ea0-\u1ef9"  # Latin
    "\u0391-\u03a1\u03a3-\u03c9"  # Greek, as in `β-blokker`
    "\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2122"  # signs
    "\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u25a0\u25a1\u25cf\u2713\u2714"  # arrows, comparison, ticks
    "]"
)
"""What the fonts here lack (emoji and the like). A sheet goes without: a box in its place would be worse."""

Size = Literal["a4", "a6"]
"""Size of the paper, upright: a poster, or a card for the waiting room."""


@dataclass(frozen=True)
class Offer:
    """Something that people in a region can join."""

    where: str
    """Dutch words that say where it is (`In de regio Zwolle`)."""
    title: str
    text: str
    """What it is and how to join, in one or two plain sentences."""


@dataclass(frozen=True)
class Sheet:
    """What one sheet of paper says. Texts are plain text, and a line break in them is a space."""

    size: Size
    question: str
    """What it is about, put to the person that it is for (`Voelt u zich alleen?`)."""
    address: str
    """The address as one types it (`leernetwerk.nl/samen`)."""
    link: str
    """The same address in full, for the QR code (`https://leernetwerk.nl/samen/`)."""
    offer: Offer | None
    site_name: str
    date: date
    """Day of this version, printed at the foot."""


class Press:
    """Makes PDFs of sheets. Keep one for many sheets: it reads the fonts and the template once."""

    def __init__(self, theme: Path) -> None:
        """`theme` is the folder with the site's templates; a template can read no file outside it."""
        self._compiler = typst.Compiler(
            theme / TEMPLATE, root=theme, font_paths=[typeface.ROOT / "files"], ignore_system_fonts=True
        )
        self._codes: dict[str, segno.QRCode] = {}

    def pdf(self, sheet: Sheet) -> bytes:
        """The sheet as one page of PDF/UA-1 (ISO 14289-1): tagged, with language and title, fonts embedded.

        A text that would not fit is set smaller. Raises `segno.DataOverflowError` if the link is too long for
        a QR code (about 2,300 characters).
        """
        if sheet.link not in self._codes:  # as slow as the rest of a sheet, and the same on many
            self._codes[sheet.link] = _code(sheet.link)
        code = self._codes[sheet.link]
        data = {
            **_printable(asdict(sheet)),
            "date": dutch_date(sheet.date.isoformat()),
            "code": _svg(code),
            "modules": code.symbol_size(border=0)[0],
            "quiet": QUIET,
        }
        if data["offer"] and not data["offer"]["title"]:
            data["offer"] = None  # nothing was left of it that can be printed
        return self._compiler.compile(  # type: ignore[return-value]  # bytes: one file, and no `output` to write
            format="pdf",
            sys_inputs={"sheet": json.dumps(data)},
            pdf_standards="ua-1",
            timestamp=datetime.combine(sheet.date, time(), UTC),
        )


def qr_svg(link: str) -> Markup:
    """A QR code of the link as an inline SVG of one path, with a name for who cannot see it.

    It is as wide as the page lets it be. Raises `segno.DataOverflowError` as `Press.pdf` does.
    """
    opening = Markup('<svg role="img" aria-label="QR-code met het adres {0}"').format(link)
    return opening + Markup(_svg(_code(link)).removeprefix("<svg"))  # noqa: S704  # made of numbers only


def _code(link: str) -> segno.QRCode:
    """Error correction M (15 % may be lost), or better where that takes no larger code."""
    return segno.make_qr(link, error="m")


def _svg(code: segno.QRCode) -> str:
    return code.svg_inline(border=QUIET, omitsize=True, svgclass=None, lineclass=None)


def _printable(texts: dict[str, Any]) -> dict[str, Any]:
    """The same with each text on one line and without characters that cannot be printed, at any depth."""

    def clean(value: Any) -> Any:
        if isinstance(value, str):
            return " ".join(_UNPRINTABLE.sub("", value).split())
        return _printable(value) if isinstance(value, dict) else value

    return {key: clean(value) for key, value in texts.items()}
