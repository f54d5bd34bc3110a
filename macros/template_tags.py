"""The template syntax in a page written by hand, read and never run.

Jinja's own lexer and parser read it. What they find is held against closed lists: of signs, of syntax, and,
in `macro_calls`, of names and values.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from jinja2 import Environment, TemplateSyntaxError, nodes

from .body import Finding
from .kinds import LONGEST_QUOTE
from .macro_calls import FORBIDDEN, MACROS, Gives, Refused, Terms, Use, judge, judge_asked
from .problem import Mark, Refusal

MOST_TAGS = 60
"""On one page; the fullest has half of it."""
MOST_BLOCKS = 15
"""Macros on one page that give more than words; the fullest page has seven."""
STAND_IN = "\ue000"
"""Stands in the text for each sign of an expression. No file may have it (see `characters`)."""

_SIGNS = frozenset("()[],.=") | {"=="}
_MOST_OPEN = 3
_MOST_DIGITS = 4
_BEGIN, _END = ("{{", "{%"), ("}}", "%}")
_KINDS = frozenset({"name", "string", "integer", "operator", "whitespace"})

SYNTAX = Refusal("template", 'dit sjabloon klopt niet. Schrijf een macro zo: {{{{ naam("waarde") }}}}')
ALONE = Refusal("template", "dit sjabloon moet alleen op een regel staan. Zet de rest op een andere regel")
GLUED = Refusal(
    "template",
    "'{value}' kan op deze plaats niet. Zet een spatie voor of na de haken ernaast",
)
NO_ADDRESS = Refusal(
    "template",
    "'{value}' kan geen adres van een link zijn. Schrijf [tekst](mailto:{{{{ editors }}}}) of "
    "[tekst]({{{{ forge.issue }}}})",
)
TWICE = Refusal("template", "'{value}' kan maar één keer op een pagina. Haal deze weg")
TOO_MANY_BLOCKS = Refusal(
    "template", "meer dan {most} lijsten en tabellen op één pagina. Verdeel ze over meer pagina's"
)
TOO_MANY = Refusal("template", "meer dan {most} sjablonen op één pagina. Maak het eenvoudiger")


@dataclass
class Tags:
    """A text in which the template syntax has been read."""

    text: str
    """The text without it: stand-ins for an expression, nothing for a statement, so that places stay."""
    findings: list[Finding] = field(default_factory=list)
    pictures: list[tuple[Mark, str]] = field(default_factory=list)
    """Where pictures are shown, and which."""


class _Misread(Exception):
    """The text cannot be taken apart; carries the finding."""


def read(text: str, first: int, terms: Terms) -> Tags:
    """Judge the template syntax in `text`, which begins on line `first` of its file.

    After a finding about syntax the rest is not judged, and `text` comes back as it was.
    """
    environment = Environment(autoescape=True, keep_trailing_newline=True)
    tags = Tags(text)
    try:
        expressions: list[tuple[Mark, str]] = []
        plain = "".join(_plain(environment, text, first, expressions))
        found = _expressions(environment.parse(text).body, text.split("\n"), first)
        lines, made = text.split("\n"), Counter[str]()
        for node, (mark, shown) in zip(found, expressions, strict=True):
            try:
                use = judge(node, shown, terms)
            except Refused as refused:
                tags.findings.append((mark, *refused.said))
                continue
            if use.picture:
                tags.pictures.append((mark, use.picture))
            made[use.macro] += use.gives is Gives.BLOCK
            tags.findings += [
                (mark, *said) for said in _out_of_place(use, mark, shown, lines[mark.line - first])
            ]
            tags.findings += [(mark, *said) for said in _too_many(use, made)]
    except TemplateSyntaxError as error:
        tags.findings.append((Mark(first + error.lineno - 1, 1), *SYNTAX.said()))
    except _Misread as misread:
        tags.findings.append(misread.args[0])
    else:
        tags.text = plain
    return tags


def _out_of_place(use: Use, mark: Mark, shown: str, line: str) -> Iterator[tuple[str, str]]:
    """An expression never makes a link of what stands beside it; in one, it is all of the address.

    What gives a block stands alone on its line.
    """
    before, after = line[: mark.column - 1], line[mark.column - 1 + len(shown) :]
    quoted = {"value": shown[:LONGEST_QUOTE]}
    address = {Gives.ADDRESS: "](", Gives.MAILBOX: "](mailto:"}.get(use.gives)
    if use.gives is Gives.BLOCK:
        if before or after.strip():
            yield ALONE.said()
    elif re.search(r"\]\([^)]*$", before):
        if not (address and before.endswith(address) and after.startswith(")")):
            yield NO_ADDRESS.said(**quoted)
    elif before.endswith(("]", "!")) or after.startswith(("(", "[", ":")):
        yield GLUED.said(**quoted)


def _too_many(use: Use, made: Counter[str]) -> Iterator[tuple[str, str]]:
    """How often a page has a macro, of those `made` so far."""
    if use.macro and MACROS[use.macro].once and made[use.macro] == 2:
        yield TWICE.said(value=use.macro)
    if use.gives is Gives.BLOCK and made.total() == MOST_BLOCKS + 1:
        yield TOO_MANY_BLOCKS.said(most=MOST_BLOCKS)


def _plain(
    environment: Environment, text: str, first: int, expressions: list[tuple[Mark, str]]
) -> Iterator[str]:
    """The text in parts, with something else for what Jinja reads; notes where each expression is."""
    at = depth = 0
    inside, numbers = "", count(1)
    for line, kind, value in environment.lex(text):
        if kind == "data":
            yield value
            at += len(value)
            continue
        if kind.endswith("_begin"):  # a minus sign in it takes away the space before it
            at = max(at, text.find(value, at))
        here = Mark(first + line - 1, at - text.rfind("\n", 0, at))
        if value in _BEGIN:
            inside, depth = value, 0
            if next(numbers) > MOST_TAGS:
                raise _Misread((here, *TOO_MANY.said(most=MOST_TAGS)))
            end = text.find("\n", at)
            rest = text[at : end if end > 0 else len(text)]
            if value == "{{" and "}}" not in rest:
                raise _Misread((here, *SYNTAX.said()))
            if value == "{{":
                expressions.append((here, rest[: rest.find("}}") + 2]))
            elif here.column > 1 or rest.find("%}") != len(rest.rstrip(" \t")) - 2:
                raise _Misread((here, *ALONE.said()))
        elif value not in _END:
            depth += (value in "([") - (value in ")]") if kind == "operator" else 0
            if (
                kind not in _KINDS
                or (kind == "operator" and value not in _SIGNS)
                or (kind == "integer" and len(value) > _MOST_DIGITS)
                or depth > _MOST_OPEN
                or "\n" in value
                or "\\" in value
            ):
                shown = value.strip()[:LONGEST_QUOTE]
                raise _Misread((here, *(FORBIDDEN.said(value=shown) if shown else SYNTAX.said())))
        yield STAND_IN * len(value) if inside == "{{" else ""
        at += len(value)


def _expressions(
    body: Sequence[nodes.Node], lines: Sequence[str], first: int, inside: bool = False
) -> Iterator[nodes.Node]:
    """Each expression that is put out, in the order of the text.

    Around them nothing but `{% if forge.… == "…" %}`, with `elif` and `else`, and none inside another.
    """
    for node in body:
        match node:
            case nodes.Output():
                yield from (part for part in node.nodes if not isinstance(part, nodes.TemplateData))
            case nodes.If(
                test=nodes.Compare(
                    expr=nodes.Getattr(node=nodes.Name(name="forge")) as asked,
                    ops=[nodes.Operand(op="eq", expr=nodes.Const(value=str()))],
                )
            ) if not inside:
                try:
                    judge_asked(asked)
                except Refused as refused:
                    raise _Misread((Mark(first + node.lineno - 1, 1), *refused.said)) from refused
                yield from _expressions(node.body, lines, first, inside=True)
                for other in node.elif_:
                    yield from _expressions([other], lines, first)
                yield from _expressions(node.else_, lines, first, inside=True)
            case _:
                shown = lines[node.lineno - 1].strip()[:LONGEST_QUOTE]
                raise _Misread((Mark(first + node.lineno - 1, 1), *FORBIDDEN.said(value=shown)))
