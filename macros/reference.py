"""The field model as a list for people and programs: what each key means and what it may hold."""

import types
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from .choices import Choice
from .kinds import Distinct, Kind, Known, Length, Number, PartialDate, Pattern
from .model import FrontMatter, Record

LONG = 150
"""Characters from which a text deserves more than one line to type it in."""


@dataclass(frozen=True)
class Entry:
    """One key of front matter, or of a group inside it."""

    key: str
    title: str
    description: str
    required: bool
    several: bool
    """Whether the value is a list."""
    rules: Sequence[Kind]
    """What the value is judged by; of a list, what the list as a whole is judged by."""
    item_rules: Sequence[Kind]
    """Of a list: what each item is judged by."""
    choices: Sequence[Choice]
    """The words it can be, where these are few and fixed."""
    parts: Sequence["Entry"]
    """The keys inside it, where it is a group."""
    noun: str
    """Dutch for one such group, where there is a list of them."""

    @property
    def value_rules(self) -> Sequence[Kind]:
        """What one value is judged by, alone or in a list."""
        return self.item_rules if self.several else self.rules

    @property
    def vocabulary(self) -> str:
        """The vocabulary that its words come from, or nothing."""
        return next((rule.vocabulary for rule in self.value_rules if isinstance(rule, Known)), "")

    @property
    def or_unknown(self) -> bool:
        """Whether `onbekend` will do where the vocabulary has no such term."""
        return any(rule.or_unknown for rule in self.value_rules if isinstance(rule, Known))

    @property
    def of_practices(self) -> bool:
        """Whether it names other practices."""
        return any(isinstance(rule, Pattern) and rule.code == "slug" for rule in self.value_rules)

    @property
    def of_names(self) -> bool:
        """Whether it lists ids or slugs: short words without spaces."""
        return self.several and bool(self.vocabulary or self.of_practices)

    @property
    def long(self) -> bool:
        """Whether it is a text of several sentences."""
        return any(rule.most > LONG for rule in self.value_rules if isinstance(rule, Length))

    @property
    def examples(self) -> Sequence[str]:
        """Of a date: how it can be written, from a year to as exact as it may be."""
        return next((rule.examples for rule in self.value_rules if isinstance(rule, PartialDate)), ())

    @property
    def keyboard(self) -> str:
        """What a phone shows to type it with, in the words of HTML's `inputmode`."""
        if any(isinstance(rule, Number) for rule in self.value_rules):
            return "numeric"
        codes = [rule.code for rule in self.value_rules if isinstance(rule, Pattern)]
        return next(({"link": "url", "email": "email"}.get(code, "text") for code in codes), "text")

    @property
    def hint(self) -> str:
        """Its limits, in a few Dutch words: `Hoogstens 40 woorden`; nothing where there are none."""
        rules = [rule for rule in (*self.rules, *self.item_rules) if not isinstance(rule, Distinct)]
        if len(rules) > 1 and not self.several:  # a text has characters and words: words say most
            rules = [rule for rule in rules if not isinstance(rule, Length)]
        said = ("; elk " if self.several else ", ").join(rule.hint for rule in rules if rule.hint)
        return said[:1].upper() + said[1:]

    @property
    def help(self) -> str:
        """What it is and its limits, in Dutch sentences."""
        limits = self.hint[:1].upper() + self.hint[1:]
        said = not limits or limits.casefold() in self.description.casefold()
        return self.description if said else f"{self.description} {limits}."


def entries(model: type[Record] = FrontMatter) -> tuple[Entry, ...]:
    """The keys of `model`, in the order in which people write them."""
    found = []
    for field in model.model_fields.values():
        whole, rules = _unpack(field.annotation, field.metadata)
        several = get_origin(whole) is tuple
        item, item_rules = _unpack(get_args(whole)[0]) if several else (whole, ())
        found.append(
            Entry(
                key=str(field.alias),
                title=str(field.title),
                description=field.description or "",
                required=field.is_required(),
                several=several,
                rules=tuple(rules),
                item_rules=tuple(item_rules),
                choices=tuple(item) if issubclass(item, Choice) else (),
                parts=entries(item) if issubclass(item, Record) else (),
                noun=item.noun if issubclass(item, Record) else "",
            )
        )
    return tuple(found)


def _unpack(annotation: Any, rules: Sequence[Any] = ()) -> tuple[Any, Sequence[Any]]:
    """The type inside `Annotated[…]` and `… | None`, and the rules that stood around it."""
    if get_origin(annotation) is Annotated:
        inside, *around = get_args(annotation)
        return _unpack(inside, (*around, *rules))
    if get_origin(annotation) in (Union, types.UnionType):
        (inside,) = (one for one in get_args(annotation) if one is not types.NoneType)
        return _unpack(inside, rules)
    return annotation, rules
