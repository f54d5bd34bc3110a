"""Where pages written by hand lead to, and which of them the site cannot do without.

MkDocs warns of a link that leads nowhere, and a strict build then makes no site at all. So it is said before,
with the file and the line.
"""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from .body import Finding
from .indexes import FACETS
from .kinds import LONGEST_QUOTE, suggestion
from .kit import FOLDER as KIT
from .library import Reading
from .problem import Mark, Refusal
from .settings import Settings
from .template_tags import STAND_IN

FRAMED = (
    "index.md",
    "zoeken.md",
    "praktijken/index.md",
    "overzicht.md",
    "knelpunten.md",
    "lessen/index.md",
    "meedoen/index.md",
    "meedoen/formulier.md",
    "huisartsen/index.md",
    "domeinen/index.md",
    "over/index.md",
    "over/privacy.md",
    "over/toegankelijkheid.md",
)
"""The pages that the templates link to; a test holds the two against each other."""

NO_PAGE = Refusal("link-page", "pagina '{value}' bestaat niet. {hint}Kijk het adres na")
NO_PLACE = Refusal(
    "link-place", "op pagina '{page}' staat geen vaste kop '#{value}'. {hint}Kijk het adres na"
)
GONE = Refusal("page-gone", "deze pagina ontbreekt, en de site verwijst ernaar. Zet haar terug")

_PAGES = frozenset({"praktijken", *(key for key, facet in FACETS.items() if facet.grouped_by)})
"""Folders of pages that are made."""
_IF, _ENDIF = re.compile(r"\{%\s*if\b"), re.compile(r"\{%\s*endif\b")
_CHANGING = re.compile(rf"#.*{STAND_IN}")
"""A heading whose name depends on a variable."""
_BEGUN = re.compile(r"[a-z]+:|//", re.IGNORECASE)


def required(settings: Settings) -> tuple[str, ...]:
    """The uris of the pages that must be there."""
    facets = (f"{key}/index.md" for key, facet in FACETS.items() if facet.grouped_by)
    return tuple(dict.fromkeys((*FRAMED, *settings.nav, *facets)))


@dataclass(frozen=True)
class Targets:
    """Everything that a page may link to."""

    written: Mapping[str, str | None]
    """The pages written by hand, by uri: what of their Markdown is always there (see `lasting`).
    None of those with problems."""
    reading: Reading
    html: Callable[[str], str]
    """From Markdown to HTML, as the site does it."""
    _places: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def there(self, uri: str) -> bool:
        """Whether a page is there, or is made; so is that of a practice with problems, which are its own.

        A page that comes and goes with the number of offers in a region does not count.
        """
        if uri in self.written:
            return True
        folder, _, name = uri.removesuffix(".md").rpartition("/")
        if folder == "praktijken":
            return name in self.reading.surroundings.slugs
        key = "adressen" if folder in ("", KIT) else folder
        if key not in {"adressen", *_PAGES}:
            return False
        vocabulary = self.reading.library.vocabularies.get(key)
        return vocabulary is None or not vocabulary.sound or name in vocabulary.terms

    def places(self, uri: str) -> frozenset[str] | None:
        """The names of the headings on a page, whatever is set; None if that cannot be told."""
        if uri not in self._places:
            self._places[uri] = self._named(uri)
        return self._places[uri]

    def _named(self, uri: str) -> frozenset[str] | None:
        if uri in self.written:
            text = self.written[uri]
            return None if text is None else frozenset(_read(self.html(text)).places)
        folder, _, name = uri.removesuffix(".md").rpartition("/")
        if folder != "praktijken":
            return frozenset()
        practice = self.reading.library.by_slug.get(name)
        return None if practice is None else frozenset(_read(self.html(practice.body)).places)


def lasting(typed: str, text: str) -> str:
    """`text` (with stand-ins) without what is there on some forges only, and without changing headings.

    `typed` is the same as it stands in the file.
    """
    kept, inside = [], False
    for before, line in zip(typed.split("\n"), text.split("\n"), strict=True):
        inside = inside or bool(_IF.match(before))
        kept.append("" if inside or _CHANGING.match(line) else line)
        inside = inside and not _ENDIF.match(before)
    return "\n".join(kept)


def leading_nowhere(uri: str, text: str, first: int, targets: Targets) -> Iterator[Finding]:
    """The links and buttons in the text of a page (with stand-ins) that have no page or heading to lead to.

    `first` is the line of the file that the text begins on.
    """
    for address in dict.fromkeys(_read(targets.html(text)).addresses):
        if STAND_IN in address or _BEGUN.match(address):
            continue
        path, _, place = address.partition("#")
        to = _uri(uri, path, targets.written)
        shown = {"value": address[:LONGEST_QUOTE]}
        if not targets.there(to):
            known = {posixpath.relpath(one, posixpath.dirname(uri) or "."): one for one in targets.written}
            yield _mark(text, address, first), *NO_PAGE.said(**shown, hint=suggestion(path, _same(known)))
        elif place and (places := targets.places(to)) is not None and place not in places:
            shown = {"value": place[:LONGEST_QUOTE], "page": to}
            yield _mark(text, address, first), *NO_PLACE.said(**shown, hint=suggestion(place, _same(places)))


def _same(known: Iterable[str]) -> dict[str, str]:
    return {one: one for one in known}


def _uri(page: str, path: str, written: Collection[str]) -> str:
    """The page that `path` on `page` means: a file from its own file, or a folder from its address."""
    if not path:
        return page
    if path.endswith(".md"):
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    folder = page.removesuffix("index.md") if page.endswith("index.md") else page.removesuffix(".md")
    place = posixpath.normpath(posixpath.join(folder, path))
    index = posixpath.join(place, "index.md")
    return index if index in written else f"{place}.md"


def _mark(text: str, address: str, first: int) -> Mark:
    """Where an address stands for the first time."""
    found = re.search(rf'(?:\]\(|href=")({re.escape(address)})[)"]', text)
    at = found.start(1) if found else 0
    return Mark(first + text.count("\n", 0, at), at - text.rfind("\n", 0, at))


class _Read(HTMLParser):
    """Collects from HTML where its links lead, and the names of its headings."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.places: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and (address := given.get("href")):
            self.addresses.append(address)
        if re.fullmatch("h[1-6]", tag) and (place := given.get("id")):
            self.places.append(place)


def _read(html: str) -> _Read:
    found = _Read()
    found.feed(html)
    found.close()
    return found
