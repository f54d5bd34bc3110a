"""Renders the pieces of HTML that pages are made of, from templates with autoescape on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import freshness, maturity
from .choices import Level, Phase
from .indexes import FACETS, Group
from .library import Library
from .model import FrontMatter

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


def relative(url: str, page_url: str) -> str:
    """The address of `url` (from the site's root) on the page at `page_url`; works in any folder."""
    return "../" * page_url.count("/") + url or "./"


@dataclass(frozen=True)
class Fragments:
    """The templates, and what every one of them may use."""

    library: Library
    today: date
    environment: Environment

    @classmethod
    def load(cls, root: Path, library: Library, today: date) -> "Fragments":
        """From the project's folder; the templates are compiled once and shared by all pages."""
        environment = Environment(
            loader=FileSystemLoader(root / TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters.update(date=dutch_date, plural=plural)
        environment.globals.update(
            library=library,
            labels={key: field.title for key, field in _fields().items()},
            maturity=maturity.maturity,
            missing=maturity.missing,
            review_lapsed=lambda practice: freshness.review_lapsed(practice, today),
            ends_soon=lambda until: freshness.ends_soon(until, today),
            reading_minutes=freshness.reading_minutes,
            has_page=lambda key: bool(FACETS[key].grouped_by),
            levels=tuple(Level),
            phases=tuple(Phase),
        )
        return cls(library, today, environment)

    def render(self, name: str, page_url: str, **values: Any) -> Markup:
        """The template `name` for the page at `page_url` (from the site's root, no slash first)."""
        link: Callable[[str], str] = lambda url: relative(url, page_url)  # noqa: E731
        text = self.environment.get_template(f"{name}.html").render(link=link, **values)
        return Markup(text)  # noqa: S704 – autoescape is on in this environment


def _fields() -> dict[str, Any]:
    return {str(field.alias): field for field in FrontMatter.model_fields.values()}


def anchor(group: Group) -> str:
    """Fragment id of a group on a page, which the matrices link to."""
    return f"{group.facet}-{group.term.id}"
