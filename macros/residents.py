"""What residents find on the page behind a spoken address: who to call, and what there is near them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .choices import HelpKind, Phase
from .library import Library, Practice
from .model import Residents
from .terms import Address, HelpSource, Region

_NOT_TO_JOIN = {Phase.IDEA, Phase.STOPPED}


@dataclass(frozen=True)
class Offer:
    """A practice that residents can join."""

    practice: Practice
    residents: Residents

    @property
    def name(self) -> str:
        """What residents can ask for."""
        return self.residents.name or self.practice.front.title


@dataclass(frozen=True)
class Nearby:
    """What there is in one region."""

    region: Region
    offers: tuple[Offer, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """Towns and districts that the offers name, each once."""
        return tuple(
            dict.fromkeys(one.practice.front.place for one in self.offers if one.practice.front.place)
        )


def addresses(library: Library) -> tuple[Address, ...]:
    """The spoken addresses in the order of their file; the first has the general page, with every offer."""
    terms = library.vocabularies["adressen"].terms.values()
    return tuple(term for term in terms if isinstance(term, Address))


def help_sources(library: Library) -> Mapping[str, HelpSource]:
    """Who to call and where to read, by id, in the order of their file."""
    terms = library.vocabularies["hulpbronnen"].terms.values()
    return {term.id: term for term in terms if isinstance(term, HelpSource)}


def in_danger(library: Library) -> tuple[HelpSource, ...]:
    """Who to call in danger."""
    return tuple(one for one in help_sources(library).values() if one.kind is HelpKind.DANGER)


def addresses_of(library: Library, practice: Practice) -> tuple[Address, ...]:
    """The addresses on whose pages a practice is: those that its topics name by word, title or synonym.

    The general page if they name none; nothing if residents cannot join.
    """
    residents = _joinable(practice)
    if residents is None:
        return ()
    words = library.vocabularies["adressen"].words
    named = {words.get(topic.casefold()) for topic in residents.topics or ()}
    every = addresses(library)
    return tuple(address for address in every if address.id in named) or every[:1]


def nearby(library: Library, address: Address) -> tuple[Nearby, ...]:
    """What there is for an address, per region that has something; the general page has everything."""
    general = address.id == addresses(library)[0].id
    offers = [
        Offer(practice, residents)
        for practice in library.practices
        if (residents := _joinable(practice)) and (general or address in addresses_of(library, practice))
    ]
    return tuple(_by_region(library, offers))


def unplaced(library: Library) -> Iterator[tuple[Practice, str]]:
    """Topics that lead to no page for residents, with the practice that names them."""
    words = library.vocabularies["adressen"].words
    for practice in library.practices:
        for topic in (practice.front.residents.topics if practice.front.residents else None) or ():
            if topic.casefold() not in words:
                yield practice, topic


def _joinable(practice: Practice) -> Residents | None:
    """What residents read of a practice, unless it is no more than an idea, or has stopped."""
    return None if practice.front.phase in _NOT_TO_JOIN else practice.front.residents


def _by_region(library: Library, offers: Iterable[Offer]) -> Iterator[Nearby]:
    found: dict[str, list[Offer]] = {}
    for offer in offers:
        for region in offer.practice.front.regions:
            found.setdefault(region, []).append(offer)
    for term in library.vocabularies["regios"].terms.values():
        if isinstance(term, Region) and term.id in found:
            yield Nearby(term, tuple(found[term.id]))
