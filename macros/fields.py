"""The kinds of value that front matter can hold, each declared once, with its Dutch refusal.

A kind is put in an annotation (`Annotated[str, Words(40)]`). Validation runs in a `Context`, which
carries what a value is judged against: the known terms, and today's date.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, StringConstraints, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

UNKNOWN = "onbekend"
"""The honest value where a source says nothing."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = frozenset(
    ["index", "404", "feed", "zoeken", "sitemap", "robots", "con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
"""Names that mean something else on a website, or that Windows cannot store."""

_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LINK = re.compile(r"https://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?::\d+)?(?:[/?#][^\s<>\"'\\^`{|}]*)?")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


@dataclass(frozen=True)
class Context:
    """What values are judged against."""

    terms: Mapping[str, Mapping[str, str]]
    """Per vocabulary: each word that means a term (id, label or synonym, in lower case) → its id."""
    unknown: Mapping[str, str]
    """Per vocabulary: how a message begins about a word that is not in it (`onbekend thema`)."""
    today: date
    unsound: frozenset[str] = frozenset()
    """Vocabularies with problems of their own: a word may be missing for that reason, so it passes."""

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """Per vocabulary: the ids of its terms."""
        return {key: frozenset(words.values()) for key, words in self.terms.items()}


def suggestion(typed: str, known: Mapping[str, str]) -> str:
    """`Bedoelde u 'x'?` for the nearest of `known` (word → what to write instead), or nothing."""
    near = get_close_matches(typed.casefold()[:60], known, n=1, cutoff=0.7)
    return f"Bedoelde u '{known[near[0]]}'? " if near else ""


@dataclass(frozen=True)
class _Kind:
    """A rule on a value that already has its type; a subclass says which, in `check`."""

    def check(self, value: Any, context: Context) -> Any:
        """The value, perhaps in another form; raises `PydanticCustomError` in Dutch."""
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        def run(value: Any, info: ValidationInfo) -> Any:
            assert isinstance(info.context, Context)
            return self.check(value, info.context)

        return core_schema.with_info_after_validator_function(run, handler(source))


def refuse(code: str, message: str) -> PydanticCustomError:
    """An error whose message may hold braces, which pydantic would otherwise fill in."""
    return PydanticCustomError(code, "{message}", {"message": message})


@dataclass(frozen=True)
class Known(_Kind):
    """An id from a vocabulary."""

    vocabulary: str
    or_unknown: bool = False
    """Also accept `onbekend` where the vocabulary has no such term."""

    def check(self, value: str, context: Context) -> str:
        if value in context.ids[self.vocabulary] or (self.or_unknown and value == UNKNOWN):
            return value
        if self.vocabulary in context.unsound:
            return value
        known = context.terms[self.vocabulary]
        hint = (
            f"Bedoelde u '{known[value.casefold()]}'? "
            if value.casefold() in known
            else suggestion(value, known)
        )
        raise refuse(
            "unknown-term",
            f"{context.unknown[self.vocabulary]} '{value[:60]}'. {hint}"
            f"Kies een id uit practices/_vocabulary/{self.vocabulary}.yml",
        )


@dataclass(frozen=True)
class Words(_Kind):
    """Text of at most so many words."""

    most: int

    def check(self, value: str, context: Context) -> str:
        count = len(value.split())
        if count > self.most:
            raise refuse("too-many-words", f"{count} woorden, hoogstens {self.most}. Maak de tekst korter")
        return value


@dataclass(frozen=True)
class PartialDate(_Kind):
    """A year, a month or a day: `2025`, `2025-03` or `2025-03-31`; kept as it was typed."""

    past: bool = True
    """Refuse what lies in the future."""
    days: bool = True
    """Accept a day, too."""

    def check(self, value: str, context: Context) -> str:
        match = _PARTIAL_DATE.fullmatch(value)
        example = "2025, 2025-03" + (" of 2025-03-31" if self.days else "")
        if not match or (match[3] and not self.days):
            raise refuse("date", f"'{value[:60]}' is geen datum. Schrijf bijvoorbeeld {example}")
        try:
            start = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        except ValueError as error:
            raise refuse("date", f"'{value}' bestaat niet. Kijk maand en dag na") from error
        if not 1900 <= start.year <= 2100:
            raise refuse("date", f"het jaar {start.year} kan niet kloppen. Kijk het na")
        if self.past and start > context.today:
            raise refuse("future-date", f"{value} ligt in de toekomst. Kijk de datum na")
        return value


@dataclass(frozen=True)
class Day(_Kind):
    """A full date that is not in the future: `2025-03-31`."""

    def check(self, value: str, context: Context) -> str:
        match = _PARTIAL_DATE.fullmatch(value)
        if not match or not match[3]:
            raise refuse("date", f"'{value[:40]}' is geen volledige datum. Schrijf bijvoorbeeld 2025-03-31")
        return PartialDate().check(value, context)


@dataclass(frozen=True)
class Pattern(_Kind):
    """Text of a certain form."""

    code: str
    form: Callable[[str], object]
    advice: str

    def check(self, value: str, context: Context) -> str:
        if not self.form(value):
            raise refuse(self.code, f"'{value[:60]}' kan niet. {self.advice}")
        return value


@dataclass(frozen=True)
class Distinct(_Kind):
    """A list without doubles."""

    def check(self, value: tuple[Any, ...], context: Context) -> tuple[Any, ...]:
        for at, item in enumerate(value):
            if item in value[:at]:
                raise refuse("double", f"'{item}' staat er twee keer in. Haal er een weg")
        return value


@dataclass(frozen=True)
class UnknownAlone(_Kind):
    """A list in which `onbekend` stands alone or not at all."""

    def check(self, value: tuple[str, ...], context: Context) -> tuple[str, ...]:
        if UNKNOWN in value and len(value) > 1:
            raise refuse("unknown-alone", "'onbekend' kan alleen staan, niet naast iets bekends. Kies een")
        return value


@dataclass(frozen=True)
class Size(_Kind):
    """A list of so many items."""

    least: int
    most: int

    def check(self, value: tuple[Any, ...], context: Context) -> tuple[Any, ...]:
        if len(value) < self.least:
            raise refuse("too-few", f"hier hoort er minstens {self.least} te staan. Vul aan")
        if len(value) > self.most:
            raise refuse("too-many", f"{len(value)} is te veel, hoogstens {self.most}. Kies de belangrijkste")
        return value


Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=90)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120)]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=200)]
Summary = Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=400), Words(40)]
Explanation = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=2, max_length=800), Words(80)
]
Link = Annotated[
    str,
    Pattern("link", _LINK.fullmatch, "Schrijf een volledig adres dat met https:// begint"),
]
Email = Annotated[
    str,
    Pattern("email", _EMAIL.fullmatch, "Schrijf het adres van een functie: info@organisatie.nl"),
]
Slug = Annotated[
    str,
    Pattern("slug", SLUG.fullmatch, "Schrijf de bestandsnaam van een praktijk, zonder .md"),
]
