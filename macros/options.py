"""What a key can be where its words are given: from a vocabulary, or one of a few choices."""

from collections.abc import Mapping
from dataclasses import dataclass

from .kinds import UNKNOWN
from .library import Library
from .reference import Entry


@dataclass(frozen=True)
class Option:
    """One word that a key can be."""

    id: str
    """As it stands in front matter."""
    label: str
    """As a reader sees it."""
    description: str = ""
    synonyms: tuple[str, ...] = ()
    """Other words for it."""

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that it is called, without capitals."""
        return tuple(word.casefold() for word in (self.id, self.label, *self.synonyms))


def options_of(entry: Entry, library: Library) -> tuple[Option, ...]:
    """The words that `entry` can be, in order; none if it is free text."""
    if entry.vocabulary:
        terms = library.vocabularies[entry.vocabulary].terms.values()
        found = [Option(term.id, term.label, term.description, term.synonyms) for term in terms]
    elif entry.of_practices:
        found = [Option(one.slug, one.front.title) for one in library.practices]
    else:
        found = [Option(one.id, one.label, one.description) for one in entry.choices]
    if entry.or_unknown and all(one.id != UNKNOWN for one in found):
        found.append(Option(UNKNOWN, "Nog onbekend"))
    return tuple(found)


def by_word(options: tuple[Option, ...]) -> Mapping[str, str]:
    """Each word that means an option, without capitals → its id; ids first, then labels, then synonyms."""
    words: dict[str, str] = {}
    for spell in (lambda one: (one.id,), lambda one: (one.label,), lambda one: one.synonyms):
        for option in options:
            for word in spell(option):
                words.setdefault(word.casefold(), option.id)
    return words


def matching(typed: str, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options that `typed` can mean: a number in the list, a word for it, or a piece of one.

    One that is called exactly so, or has that number, comes alone.
    """
    word = typed.strip().casefold()
    if not word:
        return ()
    if word.isdecimal() and 0 < int(word[:4]) <= len(options):
        return (options[int(word[:4]) - 1],)
    known = by_word(options)
    if word in known:
        return tuple(one for one in options if one.id == known[word])
    return tuple(one for one in options if any(word in name for name in one.words))
