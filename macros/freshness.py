"""What time does to an entry: reviews lapse, funding ends."""

from datetime import date, timedelta

from .library import Practice

REVIEW_LAPSES = timedelta(days=365)
"""A practice that nobody looked at for a year may not be true any more."""
HELP_LAPSES = timedelta(days=183)
"""Telephone numbers and pages that someone in need relies on are checked twice a year."""
ENDS_SOON = timedelta(days=183)
"""Half a year: the time it takes to find other money."""


def last_day(partial: str) -> date:
    """The last day of a year, month or day as typed in front matter (`2026`, `2026-12`)."""
    year, month, day = ([int(part) for part in partial.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day)
    if month and month < 12:
        return date(year, month + 1, 1) - timedelta(days=1)
    return date(year, 12, 31)


def review_lapsed(practice: Practice, today: date) -> bool:
    """Whether the last review is more than twelve months ago."""
    return today - date.fromisoformat(practice.front.reviewed) > REVIEW_LAPSES


def ends_soon(until: str | None, today: date) -> bool:
    """Whether something that runs until then ends within six months, or has ended."""
    return until is not None and last_day(until) - today <= ENDS_SOON


def reading_minutes(practice: Practice) -> int:
    """Minutes to read the body, at least one; 200 words a minute is a calm pace for adults."""
    return max(1, round(len(practice.body.split()) / 200))
