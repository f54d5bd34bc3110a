"""Words that mean the same: where a text has one of a group, it is found by the others as well."""

from collections.abc import Iterable, Iterator, Sequence

from ..terms import Term
from .language import joined, phrase, stem, words

Stems = tuple[str, ...]


class Concepts:
    """Groups of equal names, each name one or more words."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """The label and the synonyms of a term are a group."""
        self._same: dict[Stems, set[str]] = {}
        """Name → the stems of all names of its groups."""
        self._lengths: dict[str, set[int]] = {}
        """First stem of a name → how many stems such names have."""
        for term in terms:
            names = [stems for name in (term.label, *term.synonyms) if (stems := stems_of(name))]
            group = {one for name in names for one in name}
            for name in names:
                self._same.setdefault(name, set()).update(group)
                self._lengths.setdefault(name[0], set()).add(len(name))

    def also(self, stems: Sequence[str]) -> Iterator[str]:
        """The stems by which a text of these stems is found as well."""
        for at, one in enumerate(stems):
            for length in self._lengths.get(one, ()):
                name = tuple(stems[at : at + length])
                yield from self._same.get(name, set()).difference(name)


def stems_of(name: str) -> Stems:
    """The stems of a name; none if what is not silent of it would say something else (`ouder worden`)."""
    whole = joined(name)
    if len(whole) == 1 and "-" in name and " " not in name:
        return (stem(whole[0]),)
    stems = tuple(stem(word) for word in words(name))
    return stems if len(stems) > 1 or len(phrase(name).split()) == 1 else ()
