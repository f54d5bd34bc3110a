"""The macros and variables that a page written by hand may use, and with which values.

Calls come as Jinja's syntax tree; nothing is evaluated.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from jinja2 import nodes

from .forge import Forge
from .indexes import FACETS
from .kinds import LONGEST_QUOTE, suggestion
from .problem import Refusal

Terms = Mapping[str, Collection[str]]
"""The ids of the terms of each facet; of a facet that is not in it, any will do."""


class Macro(NamedTuple):
    """What a macro is called with, in order."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    narrowed: bool = False
    """Whether any facet narrows what it shows (`regios="twente"`)."""


MACROS: Mapping[str, Macro] = {
    "practice_list": Macro(optional=("by", "level"), narrowed=True),
    "practice_table": Macro(("caption",), narrowed=True),
    "practice_cards": Macro(optional=("level",), narrowed=True),
    "home": Macro(),
    "maturity_rule": Macro(),
    "funding_table": Macro(("caption",)),
    "term_counts": Macro(("key",), narrowed=True),
    "term_matrix": Macro(("rows", "columns", "caption")),
    "white_spots": Macro(("key",)),
    "region_map": Macro(),
    "barriers": Macro(),
    "address_list": Macro(),
    "total": Macro(narrowed=True),
    "field_reference": Macro(),
    "picture": Macro(("file", "alt", "width", "height")),
    "practice_form": Macro(),
    "search": Macro(),
}
"""What `define_env` makes; a test holds the two against each other."""
FORGE = tuple(field.name for field in fields(Forge))
"""What may be asked of the variable `forge`."""

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


def judge(node: nodes.Node, shown: str, terms: Terms) -> str | None:
    """Raise `Refused` unless `node` (`shown` in the file) is a call or a variable that we offer.

    Returns the picture that it shows, if any.
    """
    match node:
        case nodes.Name(name="editors"):
            pass
        case nodes.Getattr(node=nodes.Name(name="forge")):
            forge_address(node)
        case nodes.Call(node=nodes.Name(name=name), dyn_args=None, dyn_kwargs=None):
            return _call(name, node, terms)
        case nodes.Call(
            node=nodes.Getattr(node=nodes.Name(name="forge"), attr="at"),
            args=[nodes.Getattr(node=nodes.Name(name="forge")) as address],
            kwargs=[nodes.Keyword(key="path", value=nodes.Const(value=str(path)))],
            dyn_args=None,
            dyn_kwargs=None,
        ):
            forge_address(address)
            _text("path", path)
        case nodes.Name(name=name):
            raise Refused(NO_VARIABLE, value=name[:LONGEST_QUOTE], **_near(name, ("editors", "forge.label")))
        case _:
            raise Refused(FORBIDDEN, value=shown[:LONGEST_QUOTE])
    return None


def forge_address(node: nodes.Getattr) -> None:
    """Raise `Refused` unless this asks the forge for what it has."""
    if node.attr not in FORGE:
        raise Refused(NO_VARIABLE, value=f"forge.{node.attr[:LONGEST_QUOTE]}", **_near(node.attr, FORGE))


def _call(name: str, call: nodes.Call, terms: Terms) -> str | None:
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
    return given.get("file")


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
