"""What can be found: practices, lessons, pages for residents and pages of terms, each as a record."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape

import nh3

from ..indexes import FACETS, Facet, newest
from ..library import Library, Practice
from ..residents import addresses
from ..terms import Address, FundingRoute, Region, Term


class Kind(StrEnum):
    """What a record leads to, in the order in which records are numbered."""

    PRACTICE = "praktijk"
    LESSON = "les"
    RESIDENTS = "inwoners"
    THEME = "thema"
    REGION = "regio"
    FUNDING = "financiering"
    SECTOR = "domein"


@dataclass(frozen=True)
class Record:
    """A page that can be found, and by which words."""

    kind: Kind
    url: str
    """From the site's root."""
    title: str
    summary: str
    texts: tuple[tuple[float, str], ...]
    """What it is found by besides its title and summary, with the weight of one occurrence."""
    place: str = ""
    phase: str = ""
    funding: tuple[str, ...] = ()
    reviewed: str = ""
    """Day of the last check."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet key → ids of a practice's terms."""

    @property
    def weighed(self) -> tuple[tuple[float, str], ...]:
        """All that it is found by."""
        return ((TITLE, self.title), (SUMMARY, self.summary), *self.texts)


@dataclass(frozen=True)
class Lesson:
    """A page of advice that is no practice."""

    url: str
    title: str
    description: str
    html: str


TITLE, NAME, SUMMARY, DETAIL, BROADER, BODY = 10.0, 5.0, 4.0, 2.5, 1.5, 1.0
"""Weight of a word in a title; a name or place; a summary; a field; a term's other names; running text.

By judgement; the golden queries (`tests/data/queries.tsv`) say whether a change makes it better."""

_LINK = re.compile(r"\]\([^)\n]*\)|https?://\S+")


def records(library: Library, lessons: Iterable[Lesson]) -> tuple[Record, ...]:
    """All that can be found. Practices come first, those checked last before others."""
    return (
        *(_practice(library, practice) for practice in newest(library, len(library.practices))),
        *(_lesson(lesson) for lesson in lessons),
        *(_address(address) for address in addresses(library)),
        *_terms(library),
    )


def parameter(facet: Facet) -> str:
    """What a facet is called in the address of a search, and a term's page as a kind of record."""
    return facet.label.lower()


def _practice(library: Library, practice: Practice) -> Record:
    front = practice.front
    phase = front.phase.label
    terms = {key: tuple(facet.values(practice)) for key, facet in FACETS.items()}
    texts = [(NAME, front.place or ""), (DETAIL, phase), (DETAIL, practice.slug.replace("-", " "))]
    for key in ("themas", "regios", "financiering", "domeinen"):
        for term_id in terms[key]:
            texts += _names(library.term(key, term_id), DETAIL, BROADER)
    texts += [(DETAIL, audience) for audience in front.audiences]
    texts += [(DETAIL, one.name) for one in front.organisations or ()]
    for route in front.funding:
        texts.append((BODY, route.note or ""))
    if factors := front.success_factors:
        texts += [(BODY, one) for one in (*(factors.soft or ()), *(factors.hard or ()))]
    for barrier in front.barriers or ():
        texts += [(DETAIL, barrier.title), (BODY, barrier.note or ""), (BODY, barrier.solution or "")]
    for adoption in front.adoptions or ():
        if adoption.region in library.vocabularies["regios"].terms:
            texts += _names(library.term("regios", adoption.region), BODY, BODY)
    if residents := front.residents:
        texts += [(BODY, one) for one in (residents.what, residents.for_whom, *(residents.topics or ()))]
    texts += [(BODY, source.title) for source in front.sources]
    texts.append((BODY, _LINK.sub(" ", practice.body)))
    return Record(
        Kind.PRACTICE,
        practice.url,
        front.title,
        front.summary,
        tuple(texts),
        library.place(practice),
        phase,
        tuple(library.term("financiering", route).label for route in terms["financiering"]),
        front.reviewed,
        terms,
    )


def _lesson(lesson: Lesson) -> Record:
    text = unescape(nh3.clean(lesson.html, tags=set()))
    return Record(Kind.LESSON, lesson.url, lesson.title, lesson.description, ((BODY, text),))


def _address(address: Address) -> Record:
    texts = ((TITLE, address.id), (NAME, address.question), *((NAME, one) for one in address.synonyms))
    running = ((BODY, one) for one in (*address.today, *address.doctor))
    return Record(Kind.RESIDENTS, f"{address.id}/", address.label, address.description, (*texts, *running))


def _terms(library: Library) -> Iterator[Record]:
    for key, facet in FACETS.items():
        if facet.grouped_by:
            for term in library.vocabularies[key].terms.values():
                texts = tuple(_names(term, NAME, NAME))
                kind = Kind(parameter(facet))
                yield Record(kind, f"{key}/{term.id}/", term.label, term.description, texts)


def _names(term: Term, label: float, broader: float) -> list[tuple[float, str]]:
    """What people call a term: its label, its other names, and of a region its places."""
    names = [(label, term.label), *((broader, one) for one in term.synonyms)]
    if isinstance(term, Region):
        places = (*term.provinces, *term.municipalities)
        names += [(broader, one) for one in places if one not in term.synonyms]
    if isinstance(term, FundingRoute) and term.law:
        names.append((broader, term.law))
    return names
