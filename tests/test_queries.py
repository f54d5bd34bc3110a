"""The golden queries: each leads to pages that exist, and asks something of its own."""

from collections import Counter
from pathlib import Path

import pytest

from macros.indexes import FACETS, terms
from macros.library import Library
from macros.residents import addresses

from .conftest import ROOT
from .queries import EXAM, HEADER, read

QUERIES = (*read(), *read(EXAM))
KINDS = {
    "woord", "vraag", "afkorting", "samenstelling", "vervoeging", "tikfout", "spelling", "plaats",
    "synoniem", "geld", "knelpunt", "half", "inwoner", "les", "niets",
}  # fmt: skip


@pytest.fixture(scope="module")
def pages(library: Library) -> frozenset[str]:
    """Addresses of all that can be found."""
    lessons = (file for file in (ROOT / "docs/lessen").glob("*.md") if file.stem != "index")
    return frozenset(
        (
            *(practice.url for practice in library.practices),
            *(f"{address.id}/" for address in addresses(library)),
            *(f"lessen/{file.stem}/" for file in lessons),
            *(
                f"{key}/{term.id}/"
                for key, facet in FACETS.items()
                if facet.grouped_by
                for term in terms(library, key)
            ),
        )
    )


def test_every_wanted_page_exists(pages: frozenset[str]) -> None:
    assert {address for query in QUERIES for address in query.wanted} <= pages


def test_every_practice_lesson_and_page_for_residents_is_wanted_by_a_query(pages: frozenset[str]) -> None:
    wanted = {address for query in QUERIES for address in query.wanted}
    terms_of = tuple(f"{key}/" for key, facet in FACETS.items() if facet.grouped_by)
    assert not [page for page in sorted(pages - wanted) if not page.startswith(terms_of)]


def test_no_query_stands_twice() -> None:
    times = Counter(query.text.casefold() for query in QUERIES)
    assert not [text for text, count in times.items() if count > 1]


def test_no_address_is_wanted_twice_by_a_query() -> None:
    assert not [query for query in QUERIES if len(set(query.wanted)) < len(query.wanted)]


def test_only_hard_negatives_want_nothing() -> None:
    assert {query.kind for query in QUERIES} == KINDS
    assert all((query.kind == "niets") == (not query.wanted) for query in QUERIES)


def test_there_are_enough_of_both() -> None:
    found = sum(bool(query.wanted) for query in QUERIES)
    assert found >= 130
    assert len(QUERIES) - found >= 35


@pytest.mark.parametrize(
    "text", ["query\tkind\twanted\n", "\t".join(HEADER) + "\nwoord\ttriage\n", "\n".join(HEADER) + "\n"]
)
def test_another_form_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"first line|unpack"):
        read(file)
