"""Which records have which words, and how much each word says of each record."""

import re
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .codec import MARKS, encode_levels
from .compounds import Compounds
from .concepts import Concepts
from .language import fold, joined, stem, words
from .records import BROADER, Record

PART, SAME = 0.6, 0.7
"""What a part of a compound counts for, and another name for the same, against the word itself."""
HALF = 5.0
"""Weight at which a word says half of what it can say of a record: each further occurrence adds less."""

_LEVELS = len(MARKS)
_WRITTEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’])+")
_SHORTEST = 4
"""Letters of the shortest word that others are corrected to."""


@dataclass(frozen=True)
class Index:
    """What is searched in."""

    postings: Mapping[str, str]
    """Stem → numbers of the records that have it, by level (see `codec`); in order of the stems."""
    spellings: tuple[str, ...]
    """Words as they are written, for correcting others; those of titles and names first, then the most used."""


@dataclass(frozen=True)
class _Known:
    """A word of the records."""

    stem: str
    parts: tuple[str, ...]
    """Stems of what it is compounded of."""


@dataclass(frozen=True)
class _Text:
    weight: float
    words: Sequence[str]


def make(records: Sequence[Record], compounds: Compounds, concepts: Concepts, most: int) -> Index:
    """The index of records, numbered from 0 in their order, with at most so many spellings."""
    texts = [
        [_Text(weight, [*words(text), *joined(text)]) for weight, text in record.weighed]
        for record in records
    ]
    known = _known(texts, compounds)
    postings: dict[str, array[int]] = {}
    for number, of_record in enumerate(texts):
        for term, weight in _weights(of_record, known, concepts).items():
            level = int(weight / (weight + HALF) * _LEVELS)
            postings.setdefault(term, array("L")).append(number * _LEVELS + level)
    return Index(
        {term: _encoded(postings[term]) for term in sorted(postings)},
        tuple(_spellings(records, texts, known, postings, most)),
    )


def _known(texts: Iterable[Sequence[_Text]], compounds: Compounds) -> Mapping[str, _Known]:
    used = {word for of_record in texts for text in of_record for word in text.words}
    return {
        word: _Known(stem(word), tuple({stem(part) for part in compounds.parts(word, used)} - {stem(word)}))
        for word in used
    }


def _weights(texts: Iterable[_Text], known: Mapping[str, _Known], concepts: Concepts) -> Mapping[str, float]:
    """Stem → weight, of one record."""
    weights: dict[str, float] = {}
    same: dict[str, float] = {}
    for text in texts:
        stems = []
        for word in text.words:
            of_word = known[word]
            stems.append(of_word.stem)
            weights[of_word.stem] = weights.get(of_word.stem, 0.0) + text.weight
            for part in of_word.parts:
                weights[part] = weights.get(part, 0.0) + text.weight * PART
        for term in concepts.also(stems):
            same[term] = max(same.get(term, 0.0), text.weight * SAME)
    for term, weight in same.items():
        weights[term] = max(weights.get(term, 0.0), weight)
    return weights


def _encoded(packed: Iterable[int]) -> str:
    levels: list[list[int]] = [[] for _ in range(_LEVELS)]
    for one in packed:
        number, level = divmod(one, _LEVELS)
        levels[level].append(number)
    return encode_levels(levels)


def _spellings(
    records: Iterable[Record],
    texts: Iterable[Sequence[_Text]],
    known: Mapping[str, _Known],
    postings: Mapping[str, Collection[int]],
    most: int,
) -> Sequence[str]:
    names = {
        word for of_record in texts for text in of_record if text.weight >= BROADER for word in text.words
    }
    correctable = [word for word in known if len(word) >= _SHORTEST and word.isalpha()]
    correctable.sort(key=lambda word: (word not in names, -len(postings[known[word].stem]), word))
    chosen = dict.fromkeys(correctable[:most], "")
    for record, of_record in zip(records, texts, strict=True):
        for (_, text), split in zip(record.weighed, of_record, strict=True):
            if any(chosen.get(word) == "" for word in split.words):
                for word in _WRITTEN.findall(text):
                    if chosen.get(fold(word)) == "":
                        chosen[fold(word)] = word.lower()
    return [written for written in chosen.values() if written]
