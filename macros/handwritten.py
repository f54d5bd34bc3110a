"""The pages written by hand: what lies in `docs/`, and what is wrong with it.

MkDocs copies whatever is there into the site and reads front matter as it likes. So it gets from here the
front matter and the text of each page, and no file that is not named here.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from . import page_links, settings
from .addresses import MADE
from .checks import LONGEST_SLUG, NAME_TAKEN
from .containers import FORMATS
from .document import Document
from .fields import RESERVED, SLUG
from .indexes import FACETS, terms
from .inventory import EMPTY, MOST_FILES, NO_FOLDER, SYMLINK, Entries, bounded, entries_of, name_of, stray
from .kinds import LONGEST_QUOTE, Context, suggestion
from .library import Library, Reading
from .macro_calls import Terms
from .page_front import ASSET, PageFront, Switch
from .page_text import read as read_text
from .personal import Cleared
from .picture import Picture, read_picture
from .privacy import report_personal
from .problem import START, Mark, Problem, Refusal
from .source import read_practice
from .template_tags import Tags
from .validation import validate
from .vocabulary import cleared_of

FOLDER = "docs"
ASSETS = Path("theme")
"""Where the scripts and styles of the site are, from the project's folder."""
DEEPEST = 3
"""Folders in each other."""

_LISTS = frozenset({"praktijken", *(key for key, facet in FACETS.items() if facet.grouped_by)})
"""Folders in which pages are made; by hand there is only the one above them."""
NAME = Refusal(
    "slug",
    "de naam '{value}' kan niet. Gebruik kleine letters, cijfers en streepjes "
    f"(hoogstens {LONGEST_SLUG}), zoals: mijn-pagina.md",
)
NO_PAGES = Refusal("stray", "hier horen de pagina's van de site te staan. Zet de map terug")
STRAY = Refusal(
    "stray", "in docs/ staan alleen pagina's (.md) en hun plaatjes (webp, png, jpg). Haal dit weg"
)
DEEP = Refusal("stray", "dit ligt te diep: hoogstens {most} mappen in elkaar. Verplaats het")
MADE_HERE = Refusal("slug", "in deze map maakt de site zelf pagina's. Zet dit in een andere map")
SAME_ADDRESS = Refusal("slug-twice", "dit krijgt hetzelfde adres als {other}. Kies een andere naam")
UNUSED_PICTURE = Refusal("stray", "dit plaatje staat op geen enkele pagina in deze map. Haal het weg")
PICTURE_GONE = Refusal("picture", "plaatje '{value}' staat niet naast deze pagina. Kijk de naam na")
ASSET_GONE = Refusal("asset", "bestand '{value}' bestaat niet in theme/. {hint}Kijk de naam na")

Finding = tuple[Mark, str, str, str]


@dataclass(frozen=True)
class Page:
    """A page written by hand; without front matter where something is wrong with it."""

    uri: str
    """Its file in `docs/`."""
    front: PageFront | None = None
    body: str = ""

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter as MkDocs, its macros and the frame of the page ask for it."""
        if self.front is None:
            return {"title": self.uri, "description": ""}
        known = self.front.model_dump(by_alias=True, exclude_none=True, mode="json")
        return known | {"render_macros": self.front.macros is Switch.ON}


@dataclass(frozen=True)
class Handwritten:
    """Everything in `docs/` that may be on the site, and all that is wrong there."""

    pages: Mapping[str, Page]
    """By uri."""
    pictures: Mapping[str, Picture]
    """Those that may be shown, by uri."""
    problems: tuple[Problem, ...]
    checked: int
    """Pages."""
    pictures_checked: int

    def __repr__(self) -> str:
        """Without their texts: MkDocs prints its settings now and then."""
        return f"<{len(self.pages)} pages>"


@dataclass(frozen=True)
class Surroundings:
    """What a page is judged against."""

    root: Path
    """The project's folder."""
    library: Library
    pictures: Collection[str]
    """The uris of the files in `docs/` that are named like pictures."""

    @cached_property
    def assets(self) -> frozenset[str]:
        """The files of the theme."""
        theme = self.root / ASSETS
        return frozenset(file.relative_to(theme).as_posix() for file in (theme / "assets").rglob("*.*"))

    @cached_property
    def cleared(self) -> Cleared:
        """What looks personal and may be there."""
        return cleared_of(self.library.vocabularies)

    @cached_property
    def terms(self) -> Terms:
        """The ids of the terms of each facet whose vocabulary has no problems."""
        known = self.library.vocabularies
        sound = (key for key in FACETS if key not in known or known[key].sound)
        return {key: frozenset(term.id for term in terms(self.library, key)) for key in sound}


@dataclass
class _Files:
    """What lies in a folder and those below it, and what should not."""

    pages: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(root: Path, reading: Reading, only: Iterable[Path] | None = None) -> Handwritten:
    """Read and check the pages of the project in `root`; `only` those files, and those below those folders.

    `reading` is what was read of the practices, which pages link to.
    Never raises for what a contributor put there.
    """
    library = reading.library
    files = _Files()
    _look(root / FOLDER, root, frozenset(library.vocabularies["adressen"].terms), files)
    problems = files.problems
    surroundings = Surroundings(root, library, frozenset(files.pictures))
    pages: dict[str, Page] = {}
    misplaced = {problem.path for problem in problems}
    shown: set[str] = set()
    unsure: set[str] = set()
    sound: dict[str, tuple[Document, str]] = {}
    for uri in files.pages:
        document = read_practice(root / FOLDER / uri, _path(uri))
        front, text = examine(document, surroundings)
        shown.update(_beside(document, name) for _, name in text.pictures)
        if not document.body:
            unsure.add(str(PurePosixPath(uri).parent))  # nobody can tell what it shows
        problems += document.problems
        pages[uri] = Page(uri)
        if front is not None and not document.problems and not _in(document.path, misplaced):
            pages[uri] = Page(uri, front, document.body)
            sound[uri] = document, text.text
    problems += _lost(root, pages, sound, reading)
    unlisted = {problem.path for problem in problems if problem.code != EMPTY.code}
    problems += [one for one in _missed(root, pages) if not _in(one.path, unlisted)]
    pictures: dict[str, Picture] = {}
    for uri in filter(shown.__contains__, files.pictures):
        picture, unfit = read_picture(root / FOLDER / uri, _path(uri))
        problems += unfit
        if picture and not _in(_path(uri), misplaced):
            pictures[uri] = picture
    for folder, uris in groupby(files.pictures, key=lambda uri: PurePosixPath(uri).parent):
        if str(folder) not in unsure:
            place = root / FOLDER / folder
            loose = (place / PurePosixPath(uri).name for uri in uris if uri not in shown)
            problems += bounded((stray(file, root, UNUSED_PICTURE) for file in loose), place, root)
    checked, looked_at = list(map(_path, files.pages)), list(map(_path, files.pictures))
    if only is not None:
        chosen = {path.relative_to(root).as_posix() for path in only}
        problems = [problem for problem in problems if _in(problem.path, chosen)]
        checked, looked_at = ([path for path in paths if _in(path, chosen)] for paths in (checked, looked_at))
    return Handwritten(pages, pictures, tuple(sorted(problems)), len(checked), len(looked_at))


def _lost(
    root: Path, pages: Collection[str], sound: Mapping[str, tuple[Document, str]], reading: Reading
) -> Iterator[Problem]:
    """The links of sound pages (with their texts as read) that lead nowhere."""
    configured = settings.read(root)
    lasting = {uri: page_links.lasting(document.body, text) for uri, (document, text) in sound.items()}
    targets = page_links.Targets(dict.fromkeys(pages) | lasting, reading, configured.html)
    for uri, (document, text) in sound.items():
        for found in page_links.leading_nowhere(uri, text, document.body_line, targets):
            mark, code, message = found
            yield Problem(document.path, *mark, "tekst", code, message)


def _missed(root: Path, pages: Collection[str]) -> Iterator[Problem]:
    """The pages that must be there and are not."""
    for uri in page_links.required(settings.read(root)):
        if uri not in pages:
            yield Problem(_path(uri), *START, "bestand", *page_links.GONE.said())


def examine(document: Document, surroundings: Surroundings) -> tuple[PageFront | None, Tags]:
    """Check one page; its problems end up in the document. Also returns its text as it was read."""
    front = None
    if isinstance(document.data, dict):
        context = Context(terms={}, unknown={}, today=date.min)  # no rule here asks for any of it
        front = validate(PageFront, document, (), context)
    macros = isinstance(document.data, dict) and document.data.get("render_macros") == Switch.ON
    text = read_text(document.body, document.body_line, macros, surroundings.terms)
    for mark, code, message in text.findings:
        document.report(mark, "tekst", code, message)
    for rule in RULES:
        for mark, name, code, message in rule(document, text, surroundings):
            document.report(mark, name, code, message)
    report_personal(document, surroundings.cleared)
    if front is None and not document.problems:  # so that nothing can disappear without a word
        document.report(START, "bestand", "unreadable", "dit bestand is niet te lezen. Kijk de kop na")
    return front, text


def assets_exist(document: Document, text: Tags, surroundings: Surroundings) -> Iterator[Finding]:
    """The scripts and styles of a page are files of the theme."""
    for key in ("scripts", "modules", "styles"):
        named = (document.data or {}).get(key)
        for at, asset in enumerate(named if isinstance(named, list) else ()):
            if not isinstance(asset, str) or not re.fullmatch(ASSET, asset):
                continue
            if asset not in surroundings.assets:
                hint = suggestion(asset, {one: one for one in surroundings.assets})
                yield (
                    document.mark_of((key, at)),
                    key,
                    *ASSET_GONE.said(value=asset[:LONGEST_QUOTE], hint=hint),
                )


def pictures_exist(document: Document, text: Tags, surroundings: Surroundings) -> Iterator[Finding]:
    """The pictures of a page lie beside it."""
    for mark, name in text.pictures:
        if _beside(document, name) not in surroundings.pictures:
            yield mark, "tekst", *PICTURE_GONE.said(value=name)


RULES: tuple[Callable[[Document, Tags, Surroundings], Iterator[Finding]], ...] = (
    assets_exist,
    pictures_exist,
)


def _look(folder: Path, root: Path, addresses: Collection[str], files: _Files) -> None:
    """Note what is in `folder` and those below it; no link is followed, no file opened, no heap listed."""
    entries = entries_of(folder)
    if folder == root / FOLDER and (entries is NO_FOLDER or entries == []):
        files.problems.append(stray(folder, root, NO_PAGES))
    elif isinstance(entries, Refusal):
        files.problems.append(stray(folder, root, entries, most=MOST_FILES))
    elif not entries:
        files.problems.append(stray(folder, root, EMPTY))
    else:
        below: list[Path] = []
        files.problems += bounded(_judged(entries, root, addresses, files, below), folder, root)
        for one in below:
            _look(one, root, addresses, files)


def _judged(
    entries: Entries, root: Path, addresses: Collection[str], files: _Files, below: list[Path]
) -> Iterator[Problem]:
    """What is wrong with what lies in one folder; the folders in it are put in `below`."""
    folders = {entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
    for entry in entries:
        file, suffix = Path(entry.path), PurePosixPath(entry.name).suffix
        uri = name_of(file, root / FOLDER)
        if entry.is_symlink():
            yield stray(file, root, SYMLINK)
            continue
        if entry.name in folders and uri.count("/") >= DEEPEST:
            yield stray(file, root, DEEP, most=DEEPEST)
            continue
        if entry.name in folders:
            below.append(file)
        elif not entry.is_file(follow_symlinks=False) or (suffix != ".md" and suffix not in FORMATS):
            yield stray(file, root, STRAY)
            continue
        else:
            (files.pages if suffix == ".md" else files.pictures).append(uri)
        for code, message in _misnamed(uri, folders, addresses):
            yield Problem(_path(uri), *START, "bestand", code, message)


def _misnamed(uri: str, folders: Collection[str], addresses: Collection[str]) -> Iterator[tuple[str, str]]:
    """A name is small letters, digits and hyphens; it is nobody else's, and gives an address of its own.

    `folders` are the names of those beside it, and its own if it is one.
    """
    place = PurePosixPath(uri)
    name, stem = place.name, place.name if place.name in folders else place.stem
    top = place.parts[0]
    named = name in folders or place.suffix == ".md"  # `picture` judges the names of those
    taken = {*addresses, *RESERVED, *(MADE if len(place.parts) == 1 else ())}
    if named and (not re.fullmatch(SLUG, stem) or len(stem) > LONGEST_SLUG):
        yield NAME.said(value=name)
    elif named and stem in taken and uri != "zoeken.md" and name != "index.md":
        yield NAME_TAKEN.said(value=name)
    elif top in _LISTS and len(place.parts) > 1 and uri != f"{top}/index.md":
        yield MADE_HERE.said()
    elif name not in folders and place.suffix == ".md" and stem in folders:
        yield SAME_ADDRESS.said(other=f"de map {stem}")


def _beside(document: Document, name: str) -> str:
    return str(PurePosixPath(document.path).with_name(name).relative_to(FOLDER))


def _path(uri: str) -> str:
    """How messages name a file."""
    return f"{FOLDER}/{uri}".rstrip("/")


def _in(path: str, chosen: Collection[str]) -> bool:
    """Whether a file, or a folder that it is in, is one of those."""
    return any(str(one) in chosen for one in (PurePosixPath(path), *PurePosixPath(path).parents))
