"""The library: relations both ways, stable order, and what is derived from an entry."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from macros.exports import practices_json
from macros.fragments import dutch_date, plural, relative
from macros.freshness import ends_soon, last_day, reading_minutes, review_lapsed
from macros.library import Library, Reading
from macros.maturity import CRITERIA, Maturity, maturity, missing

from .conftest import VALID


def test_related_practices_are_shown_both_ways(library: Library) -> None:
    for practice in library.practices:
        for slug in practice.front.related or ():
            assert slug in [one.slug for one in library.related(practice)]
            assert practice.slug in [one.slug for one in library.related(library.by_slug[slug])]


def test_practices_are_in_order_of_title(library: Library) -> None:
    titles = [practice.front.title.casefold() for practice in library.practices]
    assert titles == sorted(titles)


EXTRA = "knelpunten:\n  - titel: Een knelpunt\ncontact:\n  organisatie: Welstad\n"
FULL = (
    VALID.replace("route: onbekend", "route: wmo").replace("gecontroleerd", EXTRA + "gecontroleerd")
    + "\n## Aanpak\n\nSamen.\n\n## Resultaten\n\nGoed.\n\n## Wat is er nodig\n\nTijd.\n"
)


def test_a_full_description_is_elaborated(check: Callable[..., Reading]) -> None:
    (practice,) = check(FULL).library.practices
    assert maturity(practice) is Maturity.ELABORATED
    assert missing(practice) == ()


@pytest.mark.parametrize(
    ("old", "new", "lacks", "stage"),
    [
        ("## Aanleiding\n\nWie wacht, staat stil.\n", "", "de aanleiding", Maturity.SIGNAL),
        ("## Aanpak\n\nSamen.\n", "", "de aanpak", Maturity.SIGNAL),
        ("  - mensen op de wachtlijst van de ggz", "  - onbekend", "voor wie het is", Maturity.SIGNAL),
        ("[ggz, welzijn]", "[onbekend]", "wie samenwerken", Maturity.SIGNAL),
        ("fase: lopend", "fase: onbekend", "de fase", Maturity.DESCRIBED),
        ("## Resultaten\n\nGoed.\n", "", "de resultaten", Maturity.DESCRIBED),
        ("\n## Wat is er nodig\n\nTijd.\n", "", "wat er nodig is", Maturity.DESCRIBED),
        ("route: wmo", "route: onbekend", "wie betaalt", Maturity.DESCRIBED),
        ("knelpunten:\n  - titel: Een knelpunt\n", "", "wat werkt of wat in de weg zit", Maturity.DESCRIBED),
        ("contact:\n  organisatie: Welstad\n", "", "bij wie u terechtkunt", Maturity.DESCRIBED),
    ],
)
def test_each_criterion_counts(
    check: Callable[..., Reading], old: str, new: str, lacks: str, stage: Maturity
) -> None:
    assert old in FULL
    (practice,) = check(FULL.replace(old, new)).library.practices
    assert missing(practice) == (lacks,)
    assert maturity(practice) is stage
    assert lacks in [criterion.label for criterion in CRITERIA]


def test_a_review_lapses_after_twelve_months(check: Callable[..., Reading]) -> None:
    (practice,) = check(VALID).library.practices
    reviewed = date.fromisoformat(practice.front.reviewed)
    assert not review_lapsed(practice, reviewed + timedelta(days=365))
    assert review_lapsed(practice, reviewed + timedelta(days=366))


@pytest.mark.parametrize(
    ("partial", "day"),
    [("2026", date(2026, 12, 31)), ("2026-02", date(2026, 2, 28)), ("2028-02", date(2028, 2, 29)),
     ("2026-12", date(2026, 12, 31)), ("2026-06-15", date(2026, 6, 15))],
)  # fmt: skip
def test_a_partial_date_lasts_until_its_end(partial: str, day: date) -> None:
    assert last_day(partial) == day


def test_funding_that_ends_within_six_months_ends_soon() -> None:
    today = date(2026, 11, 21)
    assert ends_soon("2026-12-31", today)
    assert ends_soon("2026-01", today)
    assert not ends_soon("2028", today)
    assert not ends_soon(None, today)


@pytest.mark.parametrize(("count", "minutes"), [(1, 1), (250, 1), (480, 2), (1000, 5)])
def test_reading_takes_a_minute_for_two_hundred_words(
    check: Callable[..., Reading], count: int, minutes: int
) -> None:
    (practice,) = check(VALID + "\nwoord" * count).library.practices
    assert reading_minutes(practice) == minutes


@pytest.mark.parametrize(
    ("partial", "dutch"), [("2025", "2025"), ("2025-04", "april 2025"), ("2025-04-22", "22 april 2025")]
)
def test_dates_are_written_out_in_dutch(partial: str, dutch: str) -> None:
    assert dutch_date(partial) == dutch


def test_one_is_singular_and_zero_is_plural() -> None:
    assert [plural(n, "praktijk", "praktijken") for n in (0, 1, 2)] == [
        "0 praktijken",
        "1 praktijk",
        "2 praktijken",
    ]


@pytest.mark.parametrize(
    ("url", "page", "expected"),
    [
        ("themas/x/", "", "themas/x/"),
        ("themas/x/", "praktijken/y/", "../../themas/x/"),
        ("", "", "./"),
        ("", "zoeken/", "../"),
    ],
)
def test_addresses_are_relative_so_that_any_folder_will_do(url: str, page: str, expected: str) -> None:
    assert relative(url, page) == expected


def test_open_data_has_the_keys_of_the_front_matter_plus_slug_and_url(check: Callable[..., Reading]) -> None:
    (record,) = json.loads(practices_json(check(VALID).library, "https://x.example/sub/"))
    assert record == {
        "slug": "voorzorggroepen",
        "url": "https://x.example/sub/praktijken/voorzorggroepen/",
        "titel": "Voorzorggroepen in Stadskanaal",
        "samenvatting": "Wie op de wachtlijst van de ggz staat, kan alvast naar een groep.",
        "regios": ["groningen"],
        "themas": ["mentale-gezondheid"],
        "domeinen": ["ggz", "welzijn"],
        "doelgroepen": ["mensen op de wachtlijst van de ggz"],
        "fase": "lopend",
        "financiering": [{"route": "onbekend"}],
        "bronnen": [{"titel": "Samen sterker voor preventie", "datum": "2024-05-30"}],
        "gecontroleerd": "2026-11-21",
    }
