"""Which records have which words, and how much each word says of each record."""

import re
from array import array
from collections import Counter
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
LONG = 400
"""Different stems of a record beyond which each says less, or who wrote most came first; ours have 313."""

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
    """Words as they are written, for correcting others: those of titles and names first."""


@dataclass(frozen=True)
class _Stems:
    """What a text is found by."""

    own: Sequence[tuple[str, float]]
    """Stem of a word, or of its part → how often it is there, a part counting for less."""
    same: frozenset[str]
    """Stems of other names for the same."""


def make(records: Iterable[Record], compounds: Compounds, concepts: Concepts, most: int) -> Index:
    """The index of records, numbered from 0 in their order, with at most so many spellings."""
    weighed = [record.weighed for record in records]
    # Many records share the names of terms, so each text is read once.
    distinct = dict.fromkeys(text for of_record in weighed for _, text in of_record)
    texts = {text: [*words(text), *joined(text)] for text in distinct}
    stem_of = {word: stem(word) for word in {word for of_text in texts.values() for word in of_text}}
    stems = _stems(texts, stem_of, compounds, concepts)
    postings: dict[str, array[int]] = {}
    for number, of_record in enumerate(weighed):
        weights = _weights((factor, stems[text]) for factor, text in of_record)
        half = HALF * max(1.0, len(weights) / LONG)
        for term, weight in weights.items():
            level = int(weight / (weight + half) * _LEVELS)
            postings.setdefault(term, array("L")).append(number * _LEVELS + level)
    names = {text for of_record in weighed for factor, text in of_record if factor >= BROADER}
    return Index(
        {term: _encoded(postings[term]) for term in sorted(postings)},
        tuple(_spellings(texts, names, stem_of, postings, most)),
    )


def _stems(
    texts: Mapping[str, Sequence[str]],
    stem_of: Mapping[str, str],
    compounds: Compounds,
    concepts: Concepts,
) -> Mapping[str, _Stems]:
    """Text → what it is found by."""
    parts_of = {
        word: {stem(part) for part in compounds.parts(word, stem_of)} - {own} for word, own in stem_of.items()
    }
    found = {}
    for text, of_text in texts.items():
        own: dict[str, float] = {}
        for word, times in Counter(of_text).items():
            own[stem_of[word]] = own.get(stem_of[word], 0.0) + times
            for part in parts_of[word]:
                own[part] = own.get(part, 0.0) + times * PART
        same = concepts.also([stem_of[word] for word in of_text])
        found[text] = _Stems(tuple(own.items()), frozenset(same))
    return found


def _weights(weighed: Iterable[tuple[float, _Stems]]) -> Mapping[str, float]:
    """Stem → weight, of one record."""
    weights: dict[str, float] = {}
    same: dict[float, set[str]] = {}
    for factor, stems in weighed:
        for term, times in stems.own:
            weights[term] = weights.get(term, 0.0) + factor * times
        same.setdefault(factor, set()).update(stems.same)
    for factor, terms in same.items():
        for term in terms:
            weights[term] = max(weights.get(term, 0.0), factor * SAME)
    return weights


def _encoded(packed: Iterable[int]) -> str:
    levels: dict[int, list[int]] = {}
    for one in packed:
        number, level = divmod(one, _LEVELS)
        levels.setdefault(level, []).append(number)
    return encode_levels(levels)


def _spellings(
    texts: Mapping[str, Sequence[str]],
    names: Iterable[str],
    stem_of: Mapping[str, str],
    postings: Mapping[str, Collection[int]],
    most: int,
) -> Sequence[str]:
    """Those of names first, then those that most records have."""
    named = {word for text in names for word in texts[text]}
    long = [word for word in stem_of if len(word) >= _SHORTEST and word.isalpha()]
    long.sort(key=lambda word: (word not in named, -len(postings[stem_of[word]]), word))
    chosen = long[:most]
    wanted = set(chosen)
    written: dict[str, str] = {}
    for text, of_text in texts.items():
        if not wanted.isdisjoint(of_text):
            for word in _WRITTEN.findall(text):
                if (folded := fold(word)) in wanted:
                    written[folded] = word.lower()
                    wanted.remove(folded)
    return [written[word] for word in chosen if word in written]
