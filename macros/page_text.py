"""The rules for the Markdown of a page written by hand: those for a practice, with a little more allowed.

A page has one title of its own, may link to every other page, and may have two kinds of paragraph in HTML;
with `render_macros: true` also what `template_tags` allows.
"""

import re
from collections.abc import Iterator
from itertools import islice

from .body import (
    HTML,
    PATTERNS,
    TEMPLATE,
    WEB_LINK,
    Finding,
    bounded,
    honest_links,
    links_but,
    pictures,
)
from .fields import SLUG
from .kinds import LONGEST_QUOTE
from .macro_calls import Terms
from .markdown import Line, headings_of, lines_of
from .problem import Mark, Refusal
from .template_tags import STAND_IN, Tags
from .template_tags import read as read_tags

PAGE_LINK = rf"(?!$)(?:(?:\.\./)*(?:{SLUG}/)*{SLUG}\.md)?(?:#[a-z0-9_-]+)?|(?:mailto:)?{STAND_IN}+|{WEB_LINK}"
"""The only addresses that a link may have: another page, a place on a page, https, mailto, tel, and what a
macro or variable says. MkDocs sees to it that pages and places are there."""
LINK_REFUSED = Refusal(
    "link",
    "link naar '{value}' kan niet. Gebruik een adres met https://, of het bestand van een andere pagina: "
    "[tekst](../map/naam.md)",
)
TITLE_TWICE = Refusal("heading-level", "er is al een titel (# …), of een kop daarboven. Gebruik ##")

_BUTTON = rf'<a class="button" href="(?:\.\./)*(?:{SLUG}/)+">[^<>\n]+</a>'
_PARAGRAPH = re.compile(rf'^<p class="(?:lead|actions)">(?:[^<>\n]|{_BUTTON})*</p>$', re.MULTILINE)
"""All the HTML that there may be: a paragraph of a kind, on a line by itself, with buttons in it."""
_TAG = re.compile(r"<[^>]*>")


def read(body: str, first: int, macros: bool, terms: Terms) -> Tags:
    """What is wrong with the text of a page, which begins on line `first` of its file, and its pictures.

    `macros`: whether the page asks for them; `terms` are the ids of each facet's terms.
    """
    tags = read_tags(body, first, terms) if macros else Tags(body, list(TEMPLATE.find(body, first)))
    text = _PARAGRAPH.sub(lambda paragraph: _TAG.sub(_stand_in, paragraph[0]), tags.text)
    for pattern in PATTERNS:
        if pattern.everywhere:
            tags.findings += pattern.find(text, first)
    # A stand-in becomes a letter, because `<` before it could become a tag.
    tags.findings += HTML.find(text.replace(STAND_IN, "x"), first)
    tags.pictures += pictures(text, first)
    lines = lines_of(text, first)
    for rule in (one_title, honest_links, bounded):
        tags.findings += rule(lines)
    tags.findings += _safe_links(lines, body.split("\n"), first)
    return tags


def one_title(lines: list[Line]) -> Iterator[Finding]:
    """No more than one heading of the first level, before all others."""
    for number, depth, _ in islice(headings_of(lines), 1, None):
        if depth == 1:
            yield Mark(number, 1), *TITLE_TWICE.said()


def _safe_links(lines: list[Line], typed: list[str], first: int) -> Iterator[Finding]:
    """Links go to https, mailto, tel, or another page of this site by its file; shown as they are `typed`."""
    for mark, _ in links_but(PAGE_LINK, lines):
        shown = typed[mark.line - first][mark.column - 1 :].partition(")")[0]
        yield mark, *LINK_REFUSED.said(value=shown[:LONGEST_QUOTE])


def _stand_in(match: re.Match[str]) -> str:
    return STAND_IN * len(match[0])
