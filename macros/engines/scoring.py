"""What share of the golden queries an engine answers well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.queries import Query

TOP = 3
"""A right answer among so many first results counts: what a phone shows without scrolling."""


@dataclass(frozen=True)
class Answer:
    """Addresses that an engine shows, from the site's root, best first."""

    above: Sequence[str]
    """On the line above the list, where it has one."""
    list: Sequence[str]


@dataclass(frozen=True)
class Score:
    """Shares between 0 and 1; a share of no queries at all is 0."""

    found: float
    """Of the queries that have an answer, those with a right one on top."""
    found_listed: float
    """The same, where only the list counts."""
    found_practice: float
    """The first, of the queries that a practice answers alone."""
    silent: float
    """Of the queries that must find nothing, those that do."""
    asked: int
    """How many queries were asked."""
    kinds: Mapping[str, float]
    """Kind of query → share of those that are right, in alphabetical order."""


def right(query: Query, answer: Answer) -> bool:
    """Whether a right answer stands on top, or above; nothing at all where nothing may be found."""
    if not query.wanted:
        return not answer.above and not answer.list
    return not set(query.wanted).isdisjoint((*answer.above, *answer.list[:TOP]))


def score(queries: Sequence[Query], answers: Sequence[Answer]) -> Score:
    """How good the answers to the queries are, in their order."""
    results = [(query, right(query, answer)) for query, answer in zip(queries, answers, strict=True)]
    listed = [
        right(query, Answer((), answer.list))
        for query, answer in zip(queries, answers, strict=True)
        if query.wanted
    ]
    return Score(
        _share([good for query, good in results if query.wanted]),
        _share(listed),
        _share([good for query, good in results if _for_practice(query)]),
        _share([good for query, good in results if not query.wanted]),
        len(queries),
        {
            kind: _share([good for query, good in results if query.kind == kind])
            for kind in sorted({query.kind for query in queries})
        },
    )


def _for_practice(query: Query) -> bool:
    """Whether all its right answers are practices."""
    return bool(query.wanted) and all(address.startswith("praktijken/") for address in query.wanted)


def _share(results: Sequence[bool]) -> float:
    return sum(results) / len(results) if results else 0.0
