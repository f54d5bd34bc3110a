"""Dutch compounds in parts: `regioverpleegkundigen` is found by `regio` and by `verpleegkundigen` too.

What people judged is in `compounds.tsv`; `scripts/compounds` proposes lines for it. All words here are folded
(see `language.fold`).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .language import SILENT, fold, stem

FILE = Path(__file__).with_name("compounds.tsv")
SHORTEST = 8
"""Letters of a word that is split without a line in the table: in shorter ones, words are seen by chance."""
SHORTEST_PART = 4
"""Letters of a part of such a word."""
LINKS = ("", "s", "e", "n", "en", "er")
"""What Dutch puts between two parts, shortest first."""

_BEGINNING = 4
"""Letters that a word keeps in its stem, if it is as long as a compound."""
_LINE = re.compile("([a-z]{3,})\t([a-z]{3,}(?: [a-z]{3,})*)")
_NO_PARTS = SILENT.union(
    fold(
        """
        achter anti bekend boven buiten contra dicht extra gelijk goed groot half heen hoog hyper
        inter klaar klein kwijt lang mede micro mini mono multi naast neer nieuw open oude poly post
        privé pseudo rond samen semi super tele terecht terug trans uiteen ultra vast vice vooruit
        vrij weder twee drie vier vijf zeven acht negen tien noord oost west zuid aantal achtig
        achtige baar baarheid den dingen ede end ende ere eren erig eten gewijs gewijze ging heden
        heid hel her ingen isch ische isme ist ken kundig kundige lijk lijke lijkheid ling lingen
        logie loos loosheid loze matig matige oren pen rijen rijk rijke schap schappen ster teit ten
        ter tief tieve uren ver voud voudig waarts zaam zaamheid zame
        """
    ).split()
)
"""What stands before or behind words and says nothing of its own there, or is seen in them by chance."""


@dataclass(frozen=True)
class Compounds:
    """What is known of words that may be compounds."""

    table: Mapping[str, tuple[str, ...]]
    """Word → its parts; the word alone where it is none."""

    @cached_property
    def _by_stem(self) -> Mapping[str, tuple[str, ...]]:
        return {stem(word): parts for word, parts in self.table.items()}

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(one[:_BEGINNING] for one in self._by_stem)

    def judged(self, word: str) -> tuple[str, ...]:
        """What the table says of a word, or of its singular or plural; nothing if it is not there."""
        if word in self.table:
            return self.table[word]
        if word[:_BEGINNING] not in self._beginnings:  # a stem takes time, and most words are not there
            return ()
        return self._by_stem.get(stem(word), ())

    def parts(self, word: str, known: Collection[str]) -> tuple[str, ...]:
        """The two or more words that a word consists of; none where it is no compound.

        As the table says, or else as far as it falls apart into words of `known` (a set: it is asked often).
        """
        if judged := self.judged(word):
            return judged if len(judged) > 1 else ()
        return split(word, known) if letters(word) >= SHORTEST else ()


def read(file: Path = FILE) -> Compounds:
    """The table as committed; raises `ValueError` where a line has another form."""
    table: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if not match or fold(line) != line or match[1] in table:
            raise ValueError(
                f"{file.name}:{number}: not a folded word that is new, a tab and its parts: {line!r}"
            )
        table[match[1]] = tuple(match[2].split(" "))
    return Compounds(table)


def split(word: str, known: Collection[str], least: int = SHORTEST_PART) -> tuple[str, ...]:
    """A word in two or three words of `known` of at least so many letters: as few as can be, the last as long
    as can be, as that says what kind of thing it is. None where it cannot be split."""
    for count in (2, 3):
        found = list(_splits(word, known, least, count))
        if found:
            return max(found, key=lambda parts: len(parts[-1]))
    return ()


def letters(word: str) -> int:
    """Letters of a folded word as it is written: its `y` is nearly always an `ij`."""
    return len(word) + word.count("y")


def _splits(word: str, known: Collection[str], least: int, count: int) -> Iterator[tuple[str, ...]]:
    """Every way to write a word as so many known ones."""
    if count == 1:
        if word in known and _is_part(word, least):
            yield (word,)
        return
    for end in range(3, len(word) - 2):
        if (head := word[:end]) in known and _is_part(head, least):
            for link in LINKS:
                if word.startswith(link, end):
                    for tail in _splits(word[end + len(link) :], known, least, count - 1):
                        yield (head, *tail)


def _is_part(word: str, least: int) -> bool:
    return letters(word) >= least and word not in _NO_PARTS
