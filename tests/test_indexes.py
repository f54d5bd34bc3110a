"""Indexes never lie: what is chosen, grouped and counted equals what a slow, plain count gives."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.indexes import (
    FACETS,
    UnknownFacet,
    adopted,
    facet_named,
    group,
    matrix,
    newest,
    select,
    terms,
)
from macros.library import Library


def has(library: Library, key: str, term: str) -> set[str]:
    """Slugs with this term, from the open data's point of view rather than the facet's."""
    found = set()
    for practice in library.practices:
        data = practice.front.model_dump(mode="json", by_alias=True)
        values = data[key]
        ids = [value["route"] if isinstance(value, dict) else value for value in values]
        if term in ([values] if isinstance(values, str) else ids):
            found.add(practice.slug)
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_combination_selects_what_a_plain_count_does(library: Library, data: st.DataObject) -> None:
    wanted: dict[str, list[str]] = data.draw(
        st.dictionaries(st.sampled_from(sorted(FACETS)), st.just([]), max_size=3)
    )
    expected = {practice.slug for practice in library.practices}
    for key in wanted:
        ids = [term.id for term in terms(library, key)]
        wanted[key] = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3))
        expected &= set().union(*(has(library, key, one) for one in wanted[key]))
    chosen = [practice.slug for practice in select(library, **wanted)]
    assert set(chosen) == expected
    assert len(chosen) == len(set(chosen))
    titles = [library.by_slug[slug].front.title.casefold() for slug in chosen]
    assert titles == sorted(titles)


@pytest.mark.parametrize("key", sorted(FACETS))
def test_groups_hold_every_practice_under_each_of_its_terms(library: Library, key: str) -> None:
    for one in group(library, library.practices, key, empty=True):
        assert {practice.slug for practice in one.practices} == has(library, key, one.term.id)
    shown = [one.term.id for one in group(library, library.practices, key, empty=True)]
    assert shown == [term.id for term in terms(library, key)]
    assert all(one.practices for one in group(library, library.practices, key))


@pytest.mark.parametrize(
    ("rows", "columns"), [("regios", "themas"), ("financiering", "themas"), ("themas", "fase")]
)
def test_a_matrix_counts_every_pair(library: Library, rows: str, columns: str) -> None:
    table = matrix(library, rows, columns)
    counts: Mapping[tuple[str, str], int] = table.counts
    for row in table.rows:
        for column in table.columns:
            both = has(library, rows, row.term.id) & has(library, columns, column.term.id)
            assert counts.get((row.term.id, column.term.id), 0) == len(both)


def test_a_mistyped_facet_or_term_names_the_nearest(library: Library) -> None:
    with pytest.raises(UnknownFacet, match="Bedoelde u 'regios'"):
        facet_named("regio")
    with pytest.raises(UnknownFacet, match="Bedoelde u 'groningen'"):
        select(library, regios="gronigen")


def test_newest_come_first_and_the_order_is_stable(library: Library) -> None:
    chosen = newest(library, 100)
    assert len(chosen) == len(library.practices)
    days = [practice.front.reviewed for practice in chosen]
    assert days == sorted(days, reverse=True)
    assert newest(library, 3) == chosen[:3]


def test_a_practice_is_adopted_elsewhere_only(library: Library) -> None:
    for region in library.regions:
        for practice in adopted(library, region.id):
            assert region.id not in practice.front.regions
