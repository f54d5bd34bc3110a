"""What may stand above a page written by hand: every key, declared once."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .fields import SLUG
from .kinds import Distinct, Length, Pattern, Size
from .model import Record

ASSET = rf"assets/(?:{SLUG}/)*[a-z0-9_]+\.(?:js|css)"
"""A script or style of the site."""
Script = Annotated[
    str, Pattern("asset", rf"(?=[^.]*\.js){ASSET}", "Schrijf een script van de site, zoals assets/kit.js")
]
Style = Annotated[
    str, Pattern("asset", rf"(?=[^.]*\.css){ASSET}", "Schrijf een stijl van de site, zoals assets/kit.css")
]


class PageKind(StrEnum):
    """The pages that the frame treats in another way."""

    HOME = "home"
    SEARCH = "search"
    FORM = "form"


class Switch(StrEnum):
    """On or off, as text: nothing else that YAML takes for it."""

    ON = "true"
    OFF = "false"


class PageFront(Record):
    """The front matter of a page in `docs/`. Keys are those of MkDocs and its macros, and our own."""

    title: Annotated[str, Length(3, 90)] = Field(alias="title", title="Titel")
    description: Annotated[str, Length(5, 200)] = Field(alias="description", title="Beschrijving")
    kind: PageKind | None = Field(None, alias="kind", title="Soort")
    scripts: Annotated[tuple[Script, ...], Size(1, 10), Distinct()] = Field(
        (), alias="scripts", title="Scripts"
    )
    modules: Annotated[tuple[Script, ...], Size(1, 40), Distinct()] = Field(
        (), alias="modules", title="Wat de scripts nodig hebben"
    )
    styles: Annotated[tuple[Style, ...], Size(1, 10), Distinct()] = Field((), alias="styles", title="Stijlen")
    macros: Switch = Field(Switch.OFF, alias="render_macros", title="Macro's")
