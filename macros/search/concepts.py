"""Words that mean the same: where a text has one of a group, it is found by the others as well."""

from collections.abc import Iterable, Iterator, Sequence

from ..terms import Term
from .language import stem, words

Stems = tuple[str, ...]


class Concepts:
    """Groups of equal names, each name one or more words."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """The label and the synonyms of a term are a group."""
        self._starts: dict[str, list[tuple[Stems, int]]] = {}
        self._groups: list[frozenset[str]] = []
        for at, term in enumerate(terms):
            names = {stems for name in (term.label, *term.synonyms) if (stems := _stems(name))}
            self._groups.append(frozenset(one for name in names for one in name))
            for name in sorted(names):
                self._starts.setdefault(name[0], []).append((name, at))

    def also(self, stems: Sequence[str]) -> Iterator[str]:
        """The stems by which a text of these stems is found as well."""
        for at, one in enumerate(stems):
            for name, group in self._starts.get(one, ()):
                if tuple(stems[at : at + len(name)]) == name:
                    yield from self._groups[group] - set(name)


def _stems(name: str) -> Stems:
    """The stems of a name; none if what is not silent of it would say something else (`ouder worden`)."""
    stems = tuple(stem(word) for word in words(name))
    return stems if len(stems) > 1 or len(name.split()) == 1 else ()
