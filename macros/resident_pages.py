"""The pages that residents reach with a spoken address, and the small pages that lead there."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

from markupsafe import Markup

from .fragments import Fragments
from .page import GeneratedPage
from .residents import Nearby, addresses, help_sources, in_danger, nearby
from .spoken.variants import Alias
from .terms import Address

BUDGET = 14_000
"""Bytes that a page for residents may weigh, compressed: what a server sends before it waits for the phone's
first answer (ten packets of 1,460 bytes, RFC 6928)."""
_FRAME = 2_500
"""Bytes of that for the frame, in `theme/lean.html`."""


def resident_pages(fragments: Fragments) -> Iterator[GeneratedPage]:
    """One page per spoken address; where all that is near does not fit on it, also one per region."""
    for address in addresses(fragments.library):
        places = nearby(fragments.library, address)
        apart = _weight(_page(fragments, address, places, False)) > BUDGET - _FRAME
        yield _generated(
            address, f"{address.id}.md", address.label, partial(_page, fragments, address, places, apart)
        )
        for place in places if apart else ():
            yield _generated(
                address,
                f"{address.id}/{place.region.id}.md",
                f"{address.label}: {place.region.label}",
                partial(_region_page, fragments, address, place),
            )


def tells_capitals_apart(folder: Path) -> bool:
    """Whether a capital makes another file in this folder, which has to be there."""
    with NamedTemporaryFile(prefix="hoofdletter", dir=folder) as probe:
        return not Path(probe.name).with_name(Path(probe.name).name.swapcase()).exists()


def alias_files(
    fragments: Fragments, aliases: Iterable[Alias], site_url: str, capitals: bool
) -> Iterator[tuple[str, str]]:
    """Path and HTML of each page that leads from what people type to an address.

    `site_url` ends in a slash; `capitals`: whether a capital makes another file here.
    """
    by_word = {address.id: address for address in addresses(fragments.library)}
    names = [(f"{alias.name}/index.html", alias.word) for alias in aliases]
    names += [(f"{name}.html", word) for word in by_word for name in (word, word.capitalize())]
    for path, word in names:
        if capitals or path.islower():
            page_url = path.removesuffix("index.html")
            yield path, fragments.render("alias", page_url, address=by_word[word], site_url=site_url)


def _generated(address: Address, uri: str, title: str, render: partial[Markup]) -> GeneratedPage:
    return GeneratedPage(
        uri=uri,
        title=title,
        description=address.description,
        render=lambda _edit_url: render(),
        edit_path="practices/_vocabulary/adressen.yml",
        kind="resident",
        template="lean.html",
    )


def _page(fragments: Fragments, address: Address, places: tuple[Nearby, ...], apart: bool) -> Markup:
    """`apart`: whether what is near stands on a page per region."""
    library = fragments.library
    every, known = addresses(library), help_sources(library)
    return fragments.render(
        "resident",
        f"{address.id}/",
        address=address,
        general=address.id == every[0].id,
        others=[other for other in every if other.id != address.id],
        danger=in_danger(library),
        calls=[known[one] for one in address.calls if one in known],
        elsewhere=[(known[one.source], one) for one in address.elsewhere if one.source in known],
        nearby=places,
        apart=apart,
    )


def _region_page(fragments: Fragments, address: Address, place: Nearby) -> Markup:
    """As many offers as the page can carry; it says how many there are besides."""

    def page(most: int) -> Markup:
        return fragments.render(
            "resident_region",
            f"{address.id}/{place.region.id}/",
            address=address,
            place=replace(place, offers=place.offers[:most]),
            left_out=max(0, len(place.offers) - most),
            danger=in_danger(fragments.library),
        )

    most = len(place.offers)
    while most > 1 and _weight(page(most)) > BUDGET - _FRAME:
        most = most * 3 // 4
    return page(most)


def _weight(html: str) -> int:
    return len(gzip.compress(html.encode(), 9))
