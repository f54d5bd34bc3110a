"""Changed practices as they will look, in one HTML file that needs nothing else."""

import re
from base64 import b64encode
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from urllib.parse import urljoin

import nh3
from markupsafe import Markup

from .fragments import Fragments
from .library import Practice
from .pages import PICTURE_ATTRIBUTES, html_of, sanitised
from .picture import Picture
from .problem import Problem
from .settings import Settings

MOST = 100
"""Practices in one preview; nobody reads more at once, and a browser on a phone could not show them."""

MOST_BYTES = 10_000_000
"""Of pictures in one preview; the others are there in words alone."""

_TAGS = nh3.ALLOWED_TAGS | {"section"}
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def as_html(
    root: Path, fragments: Fragments, settings: Settings, paths: Collection[str], problems: Sequence[Problem]
) -> str:
    """A whole page with those practices of the library that are at `paths`, and the problems of the others.

    Links lead to the site, or to a practice on the same page. `problems` are those of all files.
    """
    library = fragments.library
    unsound = [key for key, vocabulary in library.vocabularies.items() if not vocabulary.sound]
    changed = [one for one in library.practices if not unsound and not _files(one).isdisjoint(paths)]
    shown = changed[:MOST]
    pictures = _carried(shown)
    slugs = {practice.slug for practice in shown}
    page = fragments.render(
        "preview",
        "",
        settings=settings,
        styles=_styles(root),
        shown=[(one, _article(one, slugs, pictures, fragments, settings)) for one in shown],
        left_out=len(changed) - len(shown),
        problems=[one for one in problems if one.path in paths],
        unsound=unsound,  # a practice may use a term that could not be read, and that has no label then
    )
    return str(page)


def _files(practice: Practice) -> frozenset[str]:
    """The files that a practice is made of."""
    return frozenset({practice.path, *(picture.path for picture in practice.pictures)})


def _carried(practices: Sequence[Practice]) -> Mapping[str, Picture]:
    """The pictures of these practices that fit, by path."""
    carried = {}
    room = MOST_BYTES
    for picture in (picture for practice in practices for picture in practice.pictures):
        if picture.path not in carried and len(picture.content) <= room:
            carried[picture.path] = picture
            room -= len(picture.content)
    return carried


def _article(
    practice: Practice,
    shown: Collection[str],
    pictures: Mapping[str, Picture],
    fragments: Fragments,
    settings: Settings,
) -> Markup:
    """The page of a practice, on a page with others: with absolute links, and ids that are its own."""
    pages = {f"{settings.site_url}praktijken/{slug}/": f"#{slug}" for slug in shown}
    carried = {one.name: one for one in practice.pictures if one.path in pictures}

    def of_the_page(attribute: str, value: str) -> str:
        if attribute == "id":
            return f"{practice.slug}-{value}"
        if attribute == "href":
            address = urljoin(settings.site_url + practice.url, value)
            return f"#{practice.slug}-{value[1:]}" if value[0] == "#" else pages.get(address, address)
        if attribute == "src":
            return f"data:{carried[value].media_type};base64,{b64encode(carried[value].content).decode()}"
        return value

    body = Markup(sanitised(html_of(practice, fragments, settings), carried))  # noqa: S704 – sanitised
    edit_url = settings.forge.at(settings.forge.edit, path=practice.path)
    page = fragments.render("practice", practice.url, practice=practice, body=body, edit_url=edit_url)
    return _rewritten(page, of_the_page)


def _rewritten(html: str, change: Callable[[str, str], str]) -> Markup:
    """HTML in which `change` has seen each attribute; sanitised once more, which can only take away."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={
            "*": {"class", "id"},
            "a": {"href", "title"},
            "img": PICTURE_ATTRIBUTES,
            "ol": {"start"},
            "pre": {"tabindex"},
        },
        attribute_filter=lambda _tag, attribute, value: change(attribute, value),
        url_schemes={"https", "mailto", "tel"},
        link_rel="noopener",
    )
    return Markup(clean)  # noqa: S704 – sanitised


def _styles(root: Path) -> Markup:
    """The stylesheets of the site."""
    (material,) = (
        sheet
        for sheet in files("material").joinpath("templates/assets/stylesheets").iterdir()
        if sheet.name.startswith("main.") and sheet.name.endswith(".css")
    )
    own = (root / "theme/assets/leernetwerk.css").read_text("utf-8")
    return Markup(_SOURCE_MAP.sub("", material.read_text("utf-8")) + own)  # noqa: S704 – our own files
