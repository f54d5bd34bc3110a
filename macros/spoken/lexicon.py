"""The common Dutch words, with how often they are used and how they sound.

They are in `words.tsv`, made by `scripts/words`; its origin and licence are in `words.LICENCE.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("words.tsv")
HEADER = ("word", "zipf", "sound")
COMMON = 4.0
"""Least Zipf frequency (the logarithm of uses per billion words) of a word that everybody knows.
Van Heuven and others (2014) call a word frequent from 4: ten uses in a million words."""
SHORTEST, LONGEST = 3, 10
"""Letters of a word in the list; an address has at most ten, and may be two words of at least three."""


class Word(NamedTuple):
    """What is known of a common word."""

    zipf: float
    sound: str
    """Phonetic alphabet, without stress: equal where two words sound the same."""


@dataclass(frozen=True)
class Lexicon:
    """Common words, by how they are written."""

    words: Mapping[str, Word]

    @cached_property
    def _by_sound(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for word, known in self.words.items():
            found.setdefault(known.sound, []).append(word)
        return {sound: tuple(words) for sound, words in found.items()}

    def parts(self, word: str) -> tuple[str, ...]:
        """The common words that it consists of: itself, two halves (the two best known), or none."""
        if word in self.words:
            return (word,)
        halves = [
            (word[:at], word[at:])
            for at in range(SHORTEST, len(word) - SHORTEST + 1)
            if word[:at] in self.words and word[at:] in self.words
        ]
        return max(halves, key=lambda pair: min(self.words[half].zipf for half in pair), default=())

    def homophones(self, word: str) -> tuple[str, ...]:
        """Other common words that sound like a common word, in the order of the list."""
        return tuple(other for other in self._by_sound[self.words[word].sound] if other != word)


def read(file: Path = FILE) -> Lexicon:
    """The list as committed; raises `ValueError` where a line has another form."""
    header, *lines = file.read_text("utf-8").splitlines()
    if tuple(header.split("\t")) != HEADER:
        raise ValueError(f"{file.name}: other columns than {HEADER}")
    words = {}
    for line in lines:
        word, zipf, sound = line.split("\t")
        words[word] = Word(float(zipf), sound)
    return Lexicon(words)
