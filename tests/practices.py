"""Made-up practices that the checks accept, for tests that hold for any practice."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from macros.abbreviations import unexplained
from macros.kinds import Distinct, Length, Number, PartialDate, Pattern, PlainDutch, Size, UnknownAlone
from macros.library import Library
from macros.plain import words
from macros.reference import Entry, entries
from macros.wording import unsafe

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éëïöü,.:;!?&<>'\"()%+=/-@*_#[]€—"

_PLAIN = (
    "Samen koken & eten: dat kan elke week!", "U betaalt € 1.250 of niets.", "'s Avonds om 10.30 uur?",
    "Bel Veilig Thuis: 0800-2000.", "De ggz (geestelijke gezondheidszorg) helpt u.", "Voor \"u\": #1 – ja!",
)  # fmt: skip
"""Sentences that residents may read."""


def fronts(
    library: Library, keys: tuple[Entry, ...] = (), *, today: date | None = None
) -> st.SearchStrategy[dict[str, Any]]:
    """Front matter by key; optional keys come and go."""
    return _group(keys or entries(), library, today or date.today()).map(_named)


def _named(front: dict[str, Any]) -> dict[str, Any]:
    """With a name for residents where they could not understand the title, and a place that they may read."""
    title, place = front.get("titel", ""), front.get("plaats", "")
    if "inwoners" not in front:
        return front
    if unsafe(title) or unexplained(title) or not words(title):
        front = {**front, "inwoners": {"naam": "Samen koken", **front["inwoners"]}}
    return {**front, "plaats": "Wijk"} if unsafe(place) else front


def texts(least: int = 1, most: int = 40) -> st.SearchStrategy[str]:
    """Text on one line as people type it, with the signs that mean something to YAML and Markdown."""
    word = st.text(_LETTERS, min_size=1, max_size=12)
    return (
        st.lists(word, min_size=1, max_size=8)
        .map(lambda words: " ".join(words)[:most].strip())
        .filter(lambda text: len(text) >= least and not any(sign in text for sign in "{}@"))
    )


def _group(keys: tuple[Entry, ...], library: Library, today: date) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {entry.key: _entry(entry, library, today) for entry in keys if entry.required},
        optional={entry.key: _entry(entry, library, today) for entry in keys if not entry.required},
    )


def _entry(entry: Entry, library: Library, today: date) -> st.SearchStrategy[Any]:
    one = _group(tuple(entry.parts), library, today) if entry.parts else _value(entry, library, today)
    if entry.parts and not any(part.required for part in entry.parts):
        one = one.filter(bool)
    if not entry.several:
        return one
    size = next((rule for rule in entry.rules if isinstance(rule, Size)), Size(1, 3))
    distinct = any(isinstance(rule, Distinct) for rule in entry.rules)
    lists = st.lists(
        one, min_size=size.least, max_size=min(size.most, 4), unique=distinct and not entry.parts
    )
    if any(isinstance(rule, UnknownAlone) for rule in entry.rules):
        lists = lists.filter(lambda found: "onbekend" not in found or len(found) == 1)
    return lists


def _value(entry: Entry, library: Library, today: date) -> st.SearchStrategy[Any]:
    if entry.key == "verwant":
        return st.sampled_from(sorted(library.by_slug))
    if entry.vocabulary:
        words = [*library.vocabularies[entry.vocabulary].terms]
        return st.sampled_from([*words, "onbekend"] if entry.or_unknown else words)
    if entry.choices:
        return st.sampled_from([choice.value for choice in entry.choices])
    for rule in entry.value_rules:
        if isinstance(rule, Number):
            return st.integers(rule.least, rule.most).map(str)
        if isinstance(rule, PartialDate):
            return _date(rule, today)
        if isinstance(rule, Pattern):
            return st.sampled_from(
                ["https://www.voorbeeld.example/pad?a=1#b", "https://x.nl"]
                if rule.code == "link"
                else ["info@voorbeeld.example", "zorg.welzijn@a-b.nl"]
            )
        if isinstance(rule, PlainDutch):
            return _plain(next(one.most for one in entry.value_rules if isinstance(one, Length)))
    (length, *_) = [rule for rule in entry.value_rules if isinstance(rule, Length)]
    return texts(length.least, length.most)


def _plain(most: int) -> st.SearchStrategy[str]:
    """What residents may read, of at most so many characters."""
    sentences = st.lists(st.sampled_from(_PLAIN), min_size=1, max_size=5).map(" ".join)
    return sentences.filter(lambda text: len(text) <= most)


def _date(rule: PartialDate, today: date) -> st.SearchStrategy[str]:
    lengths = [len(example) for example in rule.examples]
    days = st.dates(date(2000, 1, 1), today)
    return st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from(lengths))
