"""What a GP practice gets for each spoken address: texts to record, and sheets to print."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from markupsafe import Markup

from .fragments import Fragments
from .message import Kit, kit
from .page import GeneratedPage
from .poster import Offer, Press, Sheet, Size, qr_svg
from .residents import Nearby, addresses, nearby
from .terms import Address

FOLDER = "huisartsen"
LONGEST = 300
"""Characters on a sheet about one offer; if that is not enough, how to join is on the page alone."""
MOST_NAMES = 4
"""Offers that a sheet names where a region has several."""


@dataclass(frozen=True)
class Paper:
    """A kind of sheet."""

    id: str
    """Its name in addresses."""
    size: Size
    label: str


PAPERS = (Paper("poster", "a4", "Poster (A4)"), Paper("kaart", "a6", "Kaart voor de wachtkamer (A6)"))


@dataclass(frozen=True)
class Printed:
    """One sheet, and where it is on the site."""

    paper: Paper
    place: Nearby | None
    """The region whose offer it shows."""
    sheet: Sheet
    url: str
    """The printing page, from the site's root."""

    @property
    def title(self) -> str:
        """Its kind, and the region if it shows one."""
        return self.paper.label + (f", {self.place.region.label}" if self.place else "")

    @property
    def pdf(self) -> str:
        """The PDF, from the site's root."""
        return f"{self.url.rstrip('/')}.pdf"


def kit_pages(fragments: Fragments, site_url: str, site_name: str) -> Iterator[GeneratedPage]:
    """Per address the page for the practice, and a printing page per sheet."""
    for address in addresses(fragments.library):
        texts = kit(site_url, address.id, address.question)
        sheets = tuple(_sheets(fragments, address, texts, site_name))
        yield GeneratedPage(
            uri=f"{FOLDER}/{address.id}.md",
            title=f"{texts.written} – Voor huisartsen",
            description=f"{address.question} De tekst voor uw antwoordapparaat, een poster en een kaart.",
            render=partial(_kit_page, fragments, address, texts, sheets),
            edit_path="practices/_vocabulary/adressen.yml",
            kind="kit",
            scripts=("assets/kit.js",),
            styles=("assets/kit.css",),
        )
        code = qr_svg(texts.url)
        for one in sheets:
            yield GeneratedPage(
                uri=f"{one.url.rstrip('/')}.md",
                title=f"{one.title}: {texts.written}",
                description=f"{address.question} Om af te drukken.",
                render=partial(_print_page, fragments, one, code, f"{FOLDER}/{address.id}/"),
                edit_path="practices/_vocabulary/adressen.yml",
                kind=one.paper.id,
                template="print.html",
            )


def kit_files(
    fragments: Fragments, theme: Path, site_url: str, site_name: str
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the PDF of every sheet; `theme` is the folder with the site's templates."""
    press = Press(theme)
    for address in addresses(fragments.library):
        texts = kit(site_url, address.id, address.question)
        for one in _sheets(fragments, address, texts, site_name):
            yield one.pdf, press.pdf(one.sheet)


def _sheets(fragments: Fragments, address: Address, texts: Kit, site_name: str) -> Iterator[Printed]:
    """Each kind of sheet alone, and with the offer of each region where there is one in a known place."""
    near = [place for place in nearby(fragments.library, address) if place.region.tile]
    known = [replace(one, offers=tuple(o for o in one.offers if o.practice.front.place)) for one in near]
    places = [one for one in known if one.offers]
    for paper in PAPERS:
        for place in (None, *places):
            sheet = Sheet(
                size=paper.size,
                question=address.question,
                address=texts.written,
                link=texts.url,
                offer=_offer(place) if place else None,
                site_name=site_name,
                date=date.fromisoformat(address.reviewed),
            )
            region = f"{place.region.id}/" if place else ""
            yield Printed(paper, place, sheet, f"{FOLDER}/{address.id}/{paper.id}/{region}")


def _offer(place: Nearby) -> Offer:
    """What a region has, short: the page tells the rest."""
    where = f"In de regio {place.region.label}"
    if len(place.offers) == 1:
        (only,) = place.offers
        said = only.residents
        whole = f"{said.what} {said.how}"
        return Offer(where, only.name, whole if len(whole) <= LONGEST else said.what)
    names = [offer.name for offer in place.offers]
    more = ", en meer" if len(names) > MOST_NAMES else ""
    return Offer(where, "Bij u in de buurt", f"{', '.join(names[:MOST_NAMES])}{more}.")


def _kit_page(
    fragments: Fragments, address: Address, texts: Kit, sheets: tuple[Printed, ...], _edit: str
) -> Markup:
    return fragments.render(
        "kit",
        f"{FOLDER}/{address.id}/",
        address=address,
        kit=texts,
        papers=[(paper, [one for one in sheets if one.paper is paper]) for paper in PAPERS],
    )


def _print_page(fragments: Fragments, one: Printed, code: Markup, back: str, _edit: str) -> Markup:
    return fragments.render("sheet", one.url, sheet=one.sheet, pdf=one.pdf, code=code, back=back)
