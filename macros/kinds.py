"""The kinds of rule that a value of front matter can be under, each with what it says when it refuses.

A kind is put in an annotation (`Annotated[str, Words(40)]`). Validation runs in a `Context`, which
carries what a value is judged against: the known terms, and today's date.

The form in the browser judges by the same declarations: it is given each kind's name, settings and refusals
(see `form`), and a test holds its judgement against the one here. So regular expressions keep to what
Python and JavaScript read alike: no `.`, no `w`, `s`, `d` or `b` after a backslash, no named groups.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from . import abbreviations, wording
from .characters import SPACE
from .personal import NOTHING, Cleared
from .plain import LONGEST_PARAGRAPH, LONGEST_SENTENCE, sentences, words
from .problem import Refusal

UNKNOWN = "onbekend"
"""The honest value where a source says nothing."""
LONGEST_QUOTE = 60
"""Characters of what was typed that a message repeats."""

_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


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
    cleared: Cleared = NOTHING
    """What may stand in a text although it looks like somebody's."""

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """Per vocabulary: the ids of its terms."""
        return {key: frozenset(words.values()) for key, words in self.terms.items()}


def suggestion(typed: str, known: Mapping[str, str]) -> str:
    """`Bedoelde u 'x'?` for the nearest of `known` (word → what to write instead), or nothing."""
    near = get_close_matches(typed.casefold()[:60], known, n=1, cutoff=0.7)
    return f"Bedoelde u '{known[near[0]]}'? " if near else ""


def refused(refusal: Refusal, **filled: object) -> PydanticCustomError:
    """A refusal as an error; pydantic would fill in braces in a message, so it is handed over apart."""
    code, message = refusal.said(**filled)
    return PydanticCustomError(code, "{message}", {"message": message})


@dataclass(frozen=True)
class Kind:
    """A rule on a value that already has its type; a subclass says which, in `check`."""

    def check(self, value: Any, context: Context) -> Any:
        """The value, perhaps in another form; raises a `Refusal`."""
        raise NotImplementedError

    @property
    def hint(self) -> str:
        """What is asked, in a few Dutch words, for people; empty where it says itself."""
        return ""

    @property
    def schema(self) -> dict[str, Any]:
        """The same in the words of JSON Schema, as far as it has them; never stricter than the rule."""
        return {}

    def settings(self) -> dict[str, Any]:
        """The rule as plain data, for the browser: the name of the kind, and what it is set to."""
        return {"kind": type(self).__name__, **asdict(self)}

    @classmethod
    def refusals(cls) -> dict[str, dict[str, str]]:
        """Everything that the kind can say, by name."""
        return {name: asdict(one) for name, one in vars(cls).items() if isinstance(one, Refusal)}

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        def run(value: Any, info: ValidationInfo) -> Any:
            assert isinstance(info.context, Context)
            return self.check(value, info.context)

        return core_schema.with_info_after_validator_function(run, handler(source))


@dataclass(frozen=True)
class Length(Kind):
    """Text of so many characters, without spaces at its ends. Checked by pydantic itself, which is faster."""

    least: int
    most: int

    TOO_SHORT: ClassVar = Refusal("too-short", "te kort: minstens {least} tekens, nu {size}. Vul aan")
    TOO_LONG: ClassVar = Refusal("too-long", "te lang: hoogstens {most} tekens, nu {size}. Maak korter")

    @property
    def hint(self) -> str:
        return f"{self.least} tot {self.most} tekens"

    @property
    def schema(self) -> dict[str, Any]:
        return {"minLength": self.least, "maxLength": self.most}

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema(min_length=self.least, max_length=self.most, strip_whitespace=True)


@dataclass(frozen=True)
class Number(Kind):
    """A whole number between two others. Checked by pydantic itself."""

    least: int
    most: int

    NO_NUMBER: ClassVar = Refusal("number", "'{value}' is geen getal. Schrijf een heel getal, zoals 5")
    TOO_SMALL: ClassVar = Refusal("number", "{value} is te weinig: minstens {least}. Kijk het getal na")
    TOO_LARGE: ClassVar = Refusal("number", "{value} is te veel: hoogstens {most}. Kijk het getal na")

    @property
    def hint(self) -> str:
        return f"een getal van {self.least} tot {self.most}"

    @property
    def schema(self) -> dict[str, Any]:
        number = {"minimum": self.least, "maximum": self.most}
        return {"type": ["integer", "string"], **number, "pattern": "^[^A-Za-z]*$"}

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.int_schema(ge=self.least, le=self.most)


@dataclass(frozen=True)
class Known(Kind):
    """An id from a vocabulary."""

    vocabulary: str
    or_unknown: bool = False
    """Also accept `onbekend` where the vocabulary has no such term."""

    UNKNOWN_TERM: ClassVar = Refusal(
        "unknown-term", "{unknown} '{value}'. {hint}Kies een id uit practices/_vocabulary/{vocabulary}.yml"
    )

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
        raise refused(
            self.UNKNOWN_TERM,
            unknown=context.unknown[self.vocabulary],
            value=value[:LONGEST_QUOTE],
            hint=hint,
            vocabulary=self.vocabulary,
        )


@dataclass(frozen=True)
class Words(Kind):
    """Text of at most so many words."""

    most: int

    TOO_MANY: ClassVar = Refusal("too-many-words", "{count} woorden, hoogstens {most}. Maak de tekst korter")

    def check(self, value: str, context: Context) -> str:
        count = len(value.split())
        if count > self.most:
            raise refused(self.TOO_MANY, count=count, most=self.most)
        return value

    @property
    def hint(self) -> str:
        return f"hoogstens {self.most} woorden"

    @property
    def schema(self) -> dict[str, Any]:
        word, space = f"[^{SPACE}]+", f"[{SPACE}]"
        return {"pattern": f"^{space}*(?:{word}{space}+){{0,{self.most - 1}}}(?:{word})?{space}*$"}


@dataclass(frozen=True)
class Harmless(Kind):
    """A name that residents read: it says nothing that they could come to harm by (see `wording`)."""

    def check(self, value: str, context: Context) -> str:
        if found := wording.unsafe(value):
            said, where = found
            raise refused(Refusal(said.code, said.message), found=where[:LONGEST_QUOTE])
        return value


@dataclass(frozen=True)
class PlainDutch(Kind):
    """A paragraph that residents read: plain, and safe for who acts on it (see `wording`).

    Says one thing at a time, the most dangerous first. How plain the words are can only be judged of a whole
    page (see `plain.Figures`): a value is too short for it.
    """

    longest: int = LONGEST_SENTENCE
    """Words in a sentence."""
    most: int = LONGEST_PARAGRAPH
    """Sentences."""

    NO_WORDS: ClassVar = Refusal("no-words", "hier staan geen woorden. Schrijf een zin")
    SHORTENED: ClassVar = Refusal(
        "abbreviation",
        "Niet iedereen kent '{value}'. Schrijf het in gewone woorden, of leg het uit: {full}",
    )
    UNEXPLAINED: ClassVar = Refusal(
        "abbreviation",
        "Niet iedereen kent '{value}'. "
        "Schrijf het in gewone woorden, of leg het uit: {value} (wat het betekent)",
    )
    LONG_SENTENCE: ClassVar = Refusal(
        "long-sentence",
        "een zin van {count} woorden, hoogstens {longest}: '{value}'. Maak er twee zinnen van",
    )
    TOO_MANY_SENTENCES: ClassVar = Refusal(
        "too-many-sentences", "{count} zinnen, hoogstens {most}. Kies de belangrijkste"
    )

    def check(self, value: str, context: Context) -> str:
        Harmless().check(value, context)
        if not words(value):
            raise refused(self.NO_WORDS)
        if short := abbreviations.unexplained(value):
            full = abbreviations.full(short)
            raise refused(
                self.SHORTENED if full else self.UNEXPLAINED, value=short[:LONGEST_QUOTE], full=full
            )
        paragraph = sentences(value)
        for sentence in paragraph:
            count = len(words(sentence))
            if count > self.longest:
                shown = sentence[:LONGEST_QUOTE]
                raise refused(self.LONG_SENTENCE, count=count, longest=self.longest, value=shown)
        if len(paragraph) > self.most:
            raise refused(self.TOO_MANY_SENTENCES, count=len(paragraph), most=self.most)
        return value

    @property
    def hint(self) -> str:
        return f"in zinnen van hoogstens {self.longest}, zonder afkortingen of telefoonnummers"

    @property
    def schema(self) -> dict[str, Any]:
        return {"not": {"pattern": wording.NO_DUTCH_NUMBER}}  # the rest takes more than one pattern


@dataclass(frozen=True)
class PartialDate(Kind):
    """A year, a month or a day, kept as it was typed. Its examples say how exact it can be."""

    past: bool = True
    """Refuse what lies in the future."""
    examples: tuple[str, ...] = ("2025", "2025-03", "2025-03-31")
    first: int = 1900
    """Year before which a date must be a slip."""
    last: int = 2100
    """Year after which a date must be a slip."""

    NO_DATE: ClassVar = Refusal("date", "'{value}' is hier geen datum. Schrijf bijvoorbeeld {example}")
    NO_SUCH_DAY: ClassVar = Refusal("date", "'{value}' bestaat niet. Kijk maand en dag na")
    STRANGE_YEAR: ClassVar = Refusal("date", "het jaar {year} kan niet kloppen. Kijk het na")
    FUTURE: ClassVar = Refusal("future-date", "{value} ligt in de toekomst. Kijk de datum na")

    def check(self, value: str, context: Context) -> str:
        match = _PARTIAL_DATE.fullmatch(value)
        if not match or value.count("-") not in {example.count("-") for example in self.examples}:
            raise refused(self.NO_DATE, value=value[:LONGEST_QUOTE], example=self.example)
        try:
            start = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        except ValueError as error:
            raise refused(self.NO_SUCH_DAY, value=value) from error
        if not self.first <= start.year <= self.last:
            raise refused(self.STRANGE_YEAR, year=start.year)
        if self.past and start > context.today:
            raise refused(self.FUTURE, value=value)
        return value

    @property
    def example(self) -> str:
        """The examples in a sentence: `2025, 2025-03 of 2025-03-31`."""
        *others, last = self.examples
        return f"{', '.join(others)} of {last}" if others else last

    @property
    def hint(self) -> str:
        return f"bijvoorbeeld {self.example}"

    @property
    def schema(self) -> dict[str, Any]:
        forms = {example.count("-"): re.sub(r"[0-9]", "[0-9]", example) for example in self.examples}
        schema: dict[str, Any] = {"type": "string", "pattern": f"^(?:{'|'.join(forms.values())})$"}
        if 0 in forms:  # a program that reads YAML takes a year for a number
            schema |= {"type": ["string", "integer"], "minimum": self.first, "maximum": self.last}
        return schema

    def settings(self) -> dict[str, Any]:
        return {**super().settings(), "example": self.example}


@dataclass(frozen=True)
class Pattern(Kind):
    """Text of a certain form."""

    code: str
    form: str
    """Regular expression that the whole text must match."""
    advice: str

    def check(self, value: str, context: Context) -> str:
        if not re.fullmatch(self.form, value):
            raise refused(self.refusal, value=value[:LONGEST_QUOTE])
        return value

    @property
    def refusal(self) -> Refusal:
        """What is said of text of another form."""
        return Refusal(self.code, f"'{{value}}' kan niet. {self.advice}")

    @property
    def schema(self) -> dict[str, Any]:
        return {"pattern": f"^(?:{self.form})$"}

    def settings(self) -> dict[str, Any]:
        return {"kind": "Pattern", "form": self.form, "refusal": asdict(self.refusal)}


@dataclass(frozen=True)
class Distinct(Kind):
    """A list without doubles."""

    DOUBLE: ClassVar = Refusal("double", "'{item}' staat er twee keer in. Haal er één weg")

    def check(self, value: tuple[Any, ...], context: Context) -> tuple[Any, ...]:
        for at, item in enumerate(value):
            if item in value[:at]:
                raise refused(self.DOUBLE, item=item)
        return value

    @property
    def schema(self) -> dict[str, Any]:
        return {"uniqueItems": True}


@dataclass(frozen=True)
class UnknownAlone(Kind):
    """A list in which `onbekend` stands alone or not at all."""

    NOT_ALONE: ClassVar = Refusal(
        "unknown-alone", "'onbekend' staat altijd alleen, niet naast iets bekends. Kies één van beide"
    )

    def check(self, value: tuple[str, ...], context: Context) -> tuple[str, ...]:
        if UNKNOWN in value and len(value) > 1:
            raise refused(self.NOT_ALONE)
        return value

    @property
    def schema(self) -> dict[str, Any]:
        return {"if": {"contains": {"const": UNKNOWN}}, "then": {"maxItems": 1}}


@dataclass(frozen=True)
class Size(Kind):
    """A list of so many items."""

    least: int
    most: int

    TOO_FEW: ClassVar = Refusal("too-few", "hier hoort er minstens {least} te staan. Vul aan")
    TOO_MANY: ClassVar = Refusal("too-many", "{size} is te veel, hoogstens {most}. Kies de belangrijkste")

    def check(self, value: tuple[Any, ...], context: Context) -> tuple[Any, ...]:
        if len(value) < self.least:
            raise refused(self.TOO_FEW, least=self.least)
        if len(value) > self.most:
            raise refused(self.TOO_MANY, size=len(value), most=self.most)
        return value

    @property
    def hint(self) -> str:
        return f"hoogstens {self.most}"

    @property
    def schema(self) -> dict[str, Any]:
        return {"minItems": self.least, "maxItems": self.most}
