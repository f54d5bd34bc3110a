"""Choosing, grouping and counting practices by facet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from .choices import Phase
from .kinds import suggestion
from .library import Library, Practice
from .maturity import Maturity, maturity


@dataclass(frozen=True)
class Facet:
    """A way to look at all practices: a front-matter key, and the term ids that a practice has."""

    key: str
    label: str
    """Dutch for one of its terms, with a capital."""
    plural: str
    """Dutch for all of them, after `Alle`."""
    values: Callable[[Practice], Sequence[str]]
    grouped_by: str = ""
    """Facet by which the page of one term groups its practices; empty where terms have no page."""


FACETS: Mapping[str, Facet] = {
    facet.key: facet
    for facet in (
        Facet("themas", "Thema", "thema's", lambda practice: practice.front.themes, "regios"),
        Facet("regios", "Regio", "regio's", lambda practice: practice.front.regions, "themas"),
        Facet(
            "financiering",
            "Financiering",
            "routes",
            lambda practice: tuple(dict.fromkeys(f.route for f in practice.front.funding)),
            "themas",
        ),
        Facet("domeinen", "Domein", "domeinen", lambda practice: practice.front.sectors, "themas"),
        Facet("fase", "Fase", "fasen", lambda practice: (practice.front.phase.value,)),
    )
}


class Labelled(Protocol):
    """What a facet's terms have in common, be they from a vocabulary or a fixed list."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def description(self) -> str: ...


@dataclass(frozen=True)
class Group:
    """A term and the practices that have it."""

    facet: str
    term: Labelled
    practices: tuple[Practice, ...]


@dataclass(frozen=True)
class Matrix:
    """How many practices have both a row's and a column's term."""

    rows: tuple[Group, ...]
    columns: tuple[Group, ...]
    counts: Mapping[tuple[str, str], int]
    """(row id, column id) → number; pairs that nobody has are left out."""


class UnknownFacet(ValueError):
    """A facet or term that does not exist; the message is Dutch and names the nearest."""


def facet_named(key: str) -> Facet:
    """The facet with this key; raises `UnknownFacet`."""
    if key not in FACETS:
        hint = suggestion(key, {known: known for known in FACETS})
        raise UnknownFacet(f"'{key}' is geen ingang. {hint}Kies uit: {', '.join(FACETS)}")
    return FACETS[key]


def terms(library: Library, key: str) -> Sequence[Labelled]:
    """All terms of a facet, in the order of its vocabulary."""
    if facet_named(key).key == "fase":
        return tuple(Phase)
    return tuple(library.vocabularies[key].terms.values())


def select(library: Library, **wanted: str | Sequence[str]) -> tuple[Practice, ...]:
    """The practices that have, for each facet named, at least one of the wanted terms.

    `select(library, regios="twente", financiering=["wmo", "wlz"])`; with nothing wanted, all.
    In order of title. Raises `UnknownFacet` for a facet or term that does not exist.
    """
    chosen = list(library.practices)
    for key, value in wanted.items():
        facet = facet_named(key)
        ids = {value} if isinstance(value, str) else set(value)
        known = {term.id: term.id for term in terms(library, key)}
        for term_id in sorted(ids - set(known)):
            raise UnknownFacet(f"'{term_id}' staat niet in {key}. {suggestion(term_id, known)}".strip())
        chosen = [practice for practice in chosen if ids.intersection(facet.values(practice))]
    return tuple(chosen)


def group(
    library: Library, practices: Iterable[Practice], key: str, empty: bool = False
) -> tuple[Group, ...]:
    """Practices by term, in the order of the vocabulary; a practice stands under each of its terms.

    Terms without practices are left out, unless `empty`.
    """
    facet = facet_named(key)
    found: dict[str, list[Practice]] = {term.id: [] for term in terms(library, key)}
    for practice in practices:
        for term_id in facet.values(practice):
            if term_id in found:  # not if its vocabulary has a problem, which is shown
                found[term_id].append(practice)
    return tuple(
        Group(key, term, tuple(found[term.id])) for term in terms(library, key) if empty or found[term.id]
    )


def matrix(library: Library, rows: str, columns: str) -> Matrix:
    """Every term of one facet against every term of another."""
    counts: dict[tuple[str, str], int] = {}
    for practice in library.practices:
        for row in facet_named(rows).values(practice):
            for column in facet_named(columns).values(practice):
                counts[row, column] = counts.get((row, column), 0) + 1
    return Matrix(
        group(library, library.practices, rows, empty=True),
        group(library, library.practices, columns, empty=True),
        counts,
    )


def newest(library: Library, most: int) -> tuple[Practice, ...]:
    """The practices that were checked last: newest first, then the best described, then by title."""

    def freshness(practice: Practice) -> tuple[str, int]:
        return practice.front.reviewed, list(Maturity).index(maturity(practice))

    return tuple(sorted(library.practices, key=freshness, reverse=True)[:most])


def adopted(library: Library, region: str) -> tuple[Practice, ...]:
    """The practices of other regions that this region took over, in order of title."""
    return tuple(
        practice
        for practice in library.practices
        if region not in practice.front.regions
        and any(adoption.region == region for adoption in practice.front.adoptions or ())
    )
