"""Renders the pieces of HTML that pages are made of, from templates with autoescape on."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import freshness, maturity
from .choices import Level
from .indexes import FACETS
from .library import Library, Practice
from .model import FrontMatter
from .policy import lean
from .residents import addresses, addresses_of

_STAND_IN = re.compile(r'<div data-fragment="(\d+)"></div>')

TEMPLATES = Path("theme", "fragments")
"""Where the templates are, from the project's folder."""


def dutch_date(partial: str) -> str:
    """`2025-04-22` → `22 april 2025`; a year, or a year and month, likewise."""
    parts = [int(part) for part in partial.split("-")]
    pattern = ("y", "MMMM y", "d MMMM y")[len(parts) - 1]
    return format_date(date(*[*parts, 1, 1][:3]), pattern, locale="nl")


def plural(number: int, one: str, many: str) -> str:
    """`1 praktijk`, `0 praktijken`."""
    return f"{number} {one if number == 1 else many}"


def digits(number: str) -> str:
    """A telephone number as a `tel:` link has it: `0800-0113` → `08000113`."""
    return "".join(one for one in number if one.isdigit())


def relative(url: str, page_url: str) -> str:
    """The address of `url` (from the site's root) on the page at `page_url`; works in any folder."""
    return "../" * page_url.count("/") + url or "./"


class Fragments:
    """The templates, and what every one of them may use."""

    def __init__(self, root: Path, library: Library, today: date) -> None:
        """`root` is the project's folder, `today` the day for which freshness is judged."""
        self.library = library
        self._kept: list[Markup] = []
        self._rendered: dict[tuple[str, int, str], Markup] = {}
        self._environment = Environment(
            loader=FileSystemLoader(root / TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters.update(date=dutch_date, digits=digits, plural=plural, place=library.place)
        self._environment.globals.update(
            library=library,
            addresses=addresses(library),
            addresses_of=partial(addresses_of, library),
            labels={str(field.alias): field.title for field in FrontMatter.model_fields.values()},
            maturity=maturity.maturity,
            missing=maturity.missing,
            review_lapsed=lambda practice: freshness.review_lapsed(practice, today),
            ends_soon=lambda until: freshness.ends_soon(until, today),
            reading_minutes=freshness.reading_minutes,
            grouped_by=lambda key: FACETS[key].grouped_by,  # empty where terms have no page
            levels=tuple(Level),
            lean_policy=lean,
        )

    def render(self, name: str, page_url: str, **values: Any) -> Markup:
        """The template `name` for the page at `page_url` (from the site's root, no slash first)."""

        def link(url: str) -> str:
            return relative(url, page_url)

        def entry(practice: Practice) -> Markup:
            return self._once("entry", page_url, practice.slug, lambda: {"practice": practice})

        def chip(key: str, term_id: str) -> Markup:
            return self._once(
                "chip",
                page_url,
                f"{key}/{term_id}/",
                lambda: {"term": self.library.term(key, term_id), "key": key},
            )

        template = self._environment.get_template(f"{name}.html")
        text = template.render(link=link, entry=entry, chip=chip, **values)
        return Markup(text)  # noqa: S704 – autoescape is on in this environment

    def keep(self, fragment: Markup) -> str:
        """A short stand-in for a fragment in Markdown, which would otherwise parse all of it again."""
        self._kept.append(fragment)
        return f'<div data-fragment="{len(self._kept) - 1}"></div>'

    def restore(self, html: str) -> str:
        """HTML in which the fragments are back in the place of their stand-ins."""
        return _STAND_IN.sub(lambda match: self._kept[int(match[1])], html)

    def _once(self, name: str, page_url: str, of: str, values: Callable[[], dict[str, Any]]) -> Markup:
        """A fragment that is the same on all pages of the same depth, rendered for the first of them."""
        key = name, page_url.count("/"), of
        if key not in self._rendered:
            self._rendered[key] = self.render(name, page_url, **values())
        return self._rendered[key]
