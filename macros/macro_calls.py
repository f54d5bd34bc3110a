"""The macros and variables that a page written by hand may use, and with which values.

Calls come as Jinja's syntax tree; nothing is evaluated.
"""

import re
from collections.abc import Collection, Mapping
from enum import Enum
from typing import Any, NamedTuple

from jinja2 import nodes

from .indexes import FACETS
from .kinds import LONGEST_QUOTE, suggestion
from .problem import Refusal

Terms = Mapping[str, Collection[str]]
"""The ids of the terms of each facet; of a facet that is not in it, any will do."""


class Gives(Enum):
    """What an expression becomes, and so where it may stand."""

    BLOCK = "HTML, on a line of its own"
    WORDS = "words in a sentence"
    ADDRESS = "an address of a page elsewhere"
    MAILBOX = "a mail address"


class Use(NamedTuple):
    """An expression that may be."""

    gives: Gives
    macro: str = ""
    picture: str | None = None
    """The file that it shows, if any."""


class Macro(NamedTuple):
    """What a macro is called with, in order."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    narrowed: bool = False
    """Whether any facet narrows what it shows (`regios="twente"`)."""
    once: bool = False
    """Whether a page has it once at most: its parts have names of their own, or it is the page."""
    gives: Gives = Gives.BLOCK


MACROS: Mapping[str, Macro] = {
    "practice_list": Macro(optional=("by", "level"), narrowed=True),
    "practice_table": Macro(("caption",), narrowed=True),
    "practice_cards": Macro(optional=("level",), narrowed=True),
    "home": Macro(once=True),
    "maturity_rule": Macro(),
    "funding_table": Macro(("caption",)),
    "term_counts": Macro(("key",), narrowed=True),
    "term_matrix": Macro(("rows", "columns", "caption")),
    "white_spots": Macro(("key",)),
    "region_map": Macro(once=True),
    "barriers": Macro(),
    "address_list": Macro(),
    "total": Macro(narrowed=True, gives=Gives.WORDS),
    "field_reference": Macro(),
    "picture": Macro(("file", "alt", "width", "height")),
    "practice_form": Macro(once=True),
    "search": Macro(once=True),
}
"""What `define_env` makes; a test holds the two against each other."""
FORGE: Mapping[str, Gives] = {
    "label": Gives.WORDS,
    "repository": Gives.ADDRESS,
    "issue": Gives.ADDRESS,
}
"""What may be asked of the variable `forge`: what is there on every forge, with nothing to fill in."""
FILLED = ("edit", "file")
"""Which of its addresses `forge.at` may fill in: those with a path in them and nothing else."""

PICTURE = r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:webp|png|jpe?g)"
"""The name of a picture, which stands beside its page."""
_FACET = r"|".join(FACETS)
_PART = "[A-Za-z0-9_][A-Za-z0-9_-]*"
_FORMS = {
    **dict.fromkeys(("by", "key", "rows", "columns"), _FACET),
    "file": PICTURE,
    "path": rf"{_PART}(?:/{_PART})*\.md",
}
"""What the text of a parameter must look like as a whole; of others, that there is something in it."""
_NUMBERS = {"level": (2, 6), "width": (1, 4000), "height": (1, 4000)}
"""The least and the most of the parameters that are a number; sizes in pixels."""

FORBIDDEN = Refusal(
    "template",
    "'{value}' kan in een sjabloon niet. Gebruik een macro met vaste waarden, forge of editors",
)
NO_MACRO = Refusal("macro", "macro '{value}' bestaat niet. {hint}Kies uit: {known}")
NO_VARIABLE = Refusal("macro", "'{value}' bestaat niet. {hint}Kies uit: {known}")
NO_PARAMETER = Refusal("macro", "'{macro}' kent geen '{value}'. {hint}Kijk de naam na")
NO_VALUE = Refusal("macro", "'{value}' kan niet bij '{name}'. {hint}Kijk de waarde na")
NOT_FIXED = Refusal("macro", "bij '{name}' hoort een vaste waarde. Schrijf \"een woord\" of een getal")
MISSING = Refusal("macro", "bij '{macro}' ontbreekt '{value}'. Vul aan")
TOO_MANY = Refusal("macro", "'{macro}' krijgt te veel waarden. Haal weg")
TWICE = Refusal("macro", "'{macro}' krijgt '{value}' twee keer. Haal er één weg")


class Refused(Exception):
    """An expression that cannot be; `said` is the code and the message."""

    def __init__(self, refusal: Refusal, **filled: object) -> None:
        super().__init__(refusal.code)
        self.said = refusal.said(**filled)


def judge(node: nodes.Node, shown: str, terms: Terms) -> Use:
    """What `node` (`shown` in the file) gives; raises `Refused` unless it is a call or variable we offer."""
    match node:
        case nodes.Name(name="editors"):
            return Use(Gives.MAILBOX)
        case nodes.Getattr(node=nodes.Name(name="forge"), attr=name):
            _known(name, FORGE)
            return Use(FORGE[name])
        case nodes.Call(node=nodes.Name(name=name), dyn_args=None, dyn_kwargs=None):
            return _call(name, node, terms)
        case nodes.Call(
            node=nodes.Getattr(node=nodes.Name(name="forge"), attr="at"),
            args=[nodes.Getattr(node=nodes.Name(name="forge"), attr=address)],
            kwargs=[nodes.Keyword(key="path", value=nodes.Const(value=str(path)))],
            dyn_args=None,
            dyn_kwargs=None,
        ):
            _known(address, FILLED)
            _text("path", path)
            return Use(Gives.ADDRESS)
        case nodes.Name(name=name):
            raise Refused(NO_VARIABLE, value=name[:LONGEST_QUOTE], **_near(name, ("editors", "forge.label")))
    raise Refused(FORBIDDEN, value=shown[:LONGEST_QUOTE])


def judge_asked(node: nodes.Getattr) -> None:
    """Raise `Refused` unless this asks the forge for what it has."""
    _known(node.attr, FORGE)


def _known(name: str, offered: Collection[str]) -> None:
    if name not in offered:
        raise Refused(NO_VARIABLE, value=f"forge.{name[:LONGEST_QUOTE]}", **_near(name, offered))


def _call(name: str, call: nodes.Call, terms: Terms) -> Use:
    if name not in MACROS:
        raise Refused(NO_MACRO, value=name[:LONGEST_QUOTE], **_near(name, MACROS))
    macro = MACROS[name]
    known = (*macro.required, *macro.optional)
    if len(call.args) > len(known):
        raise Refused(TOO_MANY, macro=name)
    given: dict[str, Any] = {}
    named = ((keyword.key, keyword.value) for keyword in call.kwargs)
    for key, node in (*zip(known, call.args, strict=False), *named):
        if key in given:
            raise Refused(TWICE, macro=name, value=key[:LONGEST_QUOTE])
        value = given[key] = _literal(key, node)
        if key in known:
            _number(key, value) if key in _NUMBERS else _text(key, value)
        elif macro.narrowed and key in FACETS:
            _terms(key, value, terms)
        else:
            hint = _near(key, (*known, *FACETS) if macro.narrowed else known)["hint"]
            raise Refused(NO_PARAMETER, macro=name, value=key[:LONGEST_QUOTE], hint=hint)
    if missing := [key for key in macro.required if key not in given]:
        raise Refused(MISSING, macro=name, value=missing[0])
    return Use(macro.gives, name, given.get("file"))


def _literal(key: str, node: nodes.Node) -> Any:
    """The text, number or list of texts that stands there."""
    match node:
        case nodes.Const(value=str() | int() as value) if not isinstance(value, bool):
            return value
        case nodes.List(items=items):
            return [_literal(key, item) for item in items]
    raise Refused(NOT_FIXED, name=key[:LONGEST_QUOTE])


def _number(key: str, value: Any) -> None:
    least, most = _NUMBERS[key]
    if not isinstance(value, int) or not least <= value <= most:
        hint = f"Schrijf een getal van {least} tot {most}. "
        raise Refused(NO_VALUE, name=key, value=str(value)[:LONGEST_QUOTE], hint=hint)


def _text(key: str, value: Any) -> None:
    form = _FORMS.get(key)
    if not isinstance(value, str) or not (re.fullmatch(form, value) if form else value.strip()):
        near = _near(str(value), FACETS)["hint"] if form == _FACET else ""
        raise Refused(NO_VALUE, name=key, value=str(value)[:LONGEST_QUOTE], hint=near)


def _terms(key: str, value: Any, terms: Terms) -> None:
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, str) or (key in terms and one not in terms[key]):
            hint = _near(str(one), terms.get(key, ()))["hint"]
            raise Refused(NO_VALUE, name=key, value=str(one)[:LONGEST_QUOTE], hint=hint)


def _near(typed: str, known: Collection[str]) -> dict[str, str]:
    """For a message: what there is, and which of it is nearest."""
    return {"hint": suggestion(typed, {one: one for one in known}), "known": ", ".join(known)}
