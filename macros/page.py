"""A page that is made, and has no file of its own in `docs/`."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class GeneratedPage:
    """A page without a file of its own in `docs/`."""

    uri: str
    """Markdown file it takes the place of: `praktijken/<slug>.md`."""
    title: str
    description: str
    render: Callable[[str], str]
    """From the address where the page can be edited to the page's HTML."""
    edit_path: str
    """File to edit, relative to the project's folder."""
    kind: str
    """What the frame of the page asks to know: `practice`, `term`, `kit`; of a sheet, its paper."""
    template: str = "main.html"
    """The frame, in `theme/`."""
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    """What the page has besides what all pages have, from the site's root."""


class GeneratedPages(dict[str, GeneratedPage]):
    """The generated pages by uri; MkDocs prints its settings now and then, so without their texts."""

    def __repr__(self) -> str:
        return f"<{len(self)} pages>"
