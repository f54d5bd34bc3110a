"""Everything the site knows, read once from `practices/` and never changed after."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from .addresses import Judgement, judge
from .album import Album, by_folder
from .checks import Surroundings, examine
from .inventory import name_of, take
from .markdown import Section
from .model import FrontMatter
from .picture import Picture
from .problem import Problem
from .source import read_practice
from .spoken import lexicon
from .terms import Region, Term
from .vocabulary import Vocabularies, context_of, read_all

PRACTICES = "practices"


@dataclass(frozen=True)
class Practice:
    """One practice: its front matter, and where it lives."""

    slug: str
    path: str
    """File, relative to the project's folder."""
    front: FrontMatter
    body: str
    sections: tuple[Section, ...]
    pictures: tuple[Picture, ...] = ()
    """What it shows, in order of name."""

    @property
    def url(self) -> str:
        """Address from the site's root; depends on the slug alone, so a move breaks no link."""
        return f"praktijken/{self.slug}/"

    @cached_property
    def headings(self) -> frozenset[str]:
        """The sections that are there."""
        return frozenset(section.heading for section in self.sections)


@dataclass(frozen=True)
class Library:
    """All practices, in order of title, with the vocabularies that their ids come from."""

    practices: tuple[Practice, ...]
    vocabularies: Vocabularies

    @cached_property
    def by_slug(self) -> Mapping[str, Practice]:
        """The practices by slug."""
        return {practice.slug: practice for practice in self.practices}

    @cached_property
    def _related(self) -> Mapping[str, tuple[Practice, ...]]:
        pairs: dict[str, set[str]] = {practice.slug: set() for practice in self.practices}
        for practice in self.practices:
            for other in pairs.keys() & set(practice.front.related or ()):
                pairs[practice.slug].add(other)
                pairs[other].add(practice.slug)
        return {slug: in_order(self.by_slug[one] for one in others) for slug, others in pairs.items()}

    def related(self, practice: Practice) -> tuple[Practice, ...]:
        """The practices that either side names as related."""
        return self._related[practice.slug]

    def place(self, practice: Practice) -> str:
        """Where a practice happens, in words: `Groningen (Stadskanaal)`."""
        regions = [self.term("regios", region).label for region in practice.front.regions]
        place = practice.front.place
        return ", ".join(regions) + (f" ({place})" if place and place not in regions else "")

    def term(self, vocabulary: str, term_id: str) -> Term:
        """A term; raises `KeyError` where there is none."""
        return self.vocabularies[vocabulary].terms[term_id]

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions that have a place on the map, in the vocabulary's order."""
        terms = self.vocabularies["regios"].terms.values()
        return tuple(term for term in terms if isinstance(term, Region) and term.tile)


@dataclass(frozen=True)
class Reading:
    """What came of reading a `practices` folder."""

    library: Library
    """The practices without problems; complete only if there are no problems at all."""
    problems: tuple[Problem, ...]
    """Sorted by file and place."""
    practices_checked: int
    vocabularies_checked: int
    pictures_checked: int
    surroundings: Surroundings
    """What the practices were judged against, to judge another one."""
    addresses: Judgement
    """What else leads to the spoken addresses, and what is weak about them."""


def in_order(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """By title, as a Dutch reader looks for it; by slug where titles are the same."""
    return tuple(sorted(practices, key=lambda one: (one.front.title.casefold(), one.slug)))


def read(root: Path, today: date, only: Sequence[Path] | None = None) -> Reading:
    """Read and check the practices under `root / "practices"`.

    `only` limits what is checked to these files and folders (practices, wherever they are, and vocabularies
    of this folder); rules that look at other practices still know them all. Files are named relative to
    `root` in problems, or in full where they lie outside it. `today` is the day after
    which nothing can have happened. Never raises for what a contributor put in a file.
    """
    inventory = take(root / PRACTICES, root)
    files, pictures, problems = inventory.practices, inventory.pictures, list(inventory.problems)
    vocabularies, documents = read_all(root / PRACTICES, root, today)
    addresses = judge(vocabularies, documents, root, lexicon.read())
    slugs: dict[str, list[str]] = {}
    for file in files:
        slugs.setdefault(file.stem.casefold(), []).append(name_of(file, root))
    surroundings = Surroundings(
        {slug: tuple(paths) for slug, paths in slugs.items()},
        context_of(vocabularies, today),
        frozenset(vocabularies["adressen"].terms),
        by_folder(pictures, root),
    )
    examined = list(documents.values())
    if only is not None:
        chosen = [name_of(path, root) for path in only]
        examined = [document for document in examined if _within(document.path, chosen)]
        pictures = tuple(file for file in pictures if _within(name_of(file, root), chosen))
        problems = [problem for problem in problems if _within(problem.path, chosen)]
        told = [*(document.path for document in examined), *(problem.path for problem in problems)]
        files = tuple(file for file in files if _within(name_of(file, root), chosen))
        known = {*files, *pictures, *(root / one for one in told)}
        files += tuple(file for file in _practices_in(only, root / PRACTICES) if file not in known)
    for document in examined:
        problems.extend(document.problems)
    practices = []
    album = Album(root, surroundings.pictures)
    for file in files:
        document = read_practice(file, name_of(file, root))
        front, sections = examine(document, surroundings)
        shown = [album.picture(path) for path in album.shown_in(document)]
        right = tuple(picture for picture in shown if picture)
        problems.extend(document.problems)
        if front is not None and not document.problems and len(right) == len(shown):
            practices.append(Practice(file.stem, document.path, front, document.body, sections, right))
    asked = {name_of(file, root): file.parent for file in pictures}
    folders = set(asked.values())
    for file in sorted({*inventory.practices} - {*files}):
        if file.parent in folders:  # it may show a picture that was asked after
            for path in album.shown_in(read_practice(file, name_of(file, root))):
                if path in asked:
                    album.picture(path)
    problems.extend((*album.problems, *album.unused(pictures)))
    return Reading(
        Library(in_order(practices), vocabularies),
        tuple(sorted(problems)),
        len(files),
        len(examined),
        len(pictures),
        surroundings,
        addresses,
    )


def _within(name: str, chosen: Iterable[str]) -> bool:
    return any(name == one or one == "." or name.startswith(f"{one}/") for one in chosen)


def _practices_in(paths: Iterable[Path], inventoried: Path) -> list[Path]:
    """The files named, and the practices below the folders named, sorted; `_…` and `.…` are none.

    What is in the folder `inventoried` is known already, but for files that somebody names.
    """
    found: set[Path] = set()
    for path in paths:
        if path.is_symlink() or not path.is_dir():
            found.add(path.absolute())
        else:
            below = (file for file in path.absolute().rglob("*.md") if not file.is_dir())
            found.update(
                file for file in below if file.name[0] not in "_." and not file.is_relative_to(inventoried)
            )
    return sorted(found)
