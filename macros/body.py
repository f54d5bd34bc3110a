"""The rules for the Markdown under the front matter.

Each rule is a generator that yields `(mark, code, message)`; its docstring is the rule.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from .fields import suggestion
from .markdown import Line, Section, headings_of, lines_of, sections_of
from .model import SECTIONS
from .problem import Mark

Finding = tuple[Mark, str, str]

_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_TEMPLATE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_ATTRIBUTES = re.compile(r"\{:")
_INCLUSION = re.compile(r"-+8<-+")
_HTML = re.compile(r"<(?=[A-Za-z/!?])(?!https://[^\s<>]+>|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+>)")
_IMAGE = re.compile(r"!\[")
_INLINE_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)")
_ALLOWED_LINK = re.compile(r"^(https://[\w.-]+|mailto:[^\s]+@|tel:\+?[\d-]+$|#[\w-]|(?!.*:)(?!//)[\w./#-]+$)")
_DEEP = re.compile(r"^(?:\s{0,3}>){5}|^(?:\s*[-*+]\s){5}")


def read(body: str, first: int) -> tuple[tuple[Section, ...], list[Finding]]:
    """The sections of `body`, which begins on line `first` of its file, and all that is wrong with it.

    Text before the first second-level heading is in no section.
    """
    lines = lines_of(body, first)
    sections = tuple(sections_of(body, first, lines))
    found = [finding for rule in RULES for finding in rule(lines)]
    found += [
        (
            Mark(section.line, 1),
            "empty-section",
            f"onder '{section.heading}' staat nog niets. Vul aan, of haal de kop weg",
        )
        for section in sections
        if not section.text
    ]
    return sections, found


def known_headings(lines: list[Line]) -> Iterator[Finding]:
    """Second-level headings come from the fixed list."""
    for number, depth, heading in headings_of(lines):
        if depth == 2 and heading not in SECTIONS:
            hint = suggestion(heading, {known.casefold(): known for known in SECTIONS})
            yield (
                Mark(number, 1),
                "heading",
                f"kop '{heading}' kan hier niet. {hint}Kies uit: {', '.join(SECTIONS)}",
            )


def ordered_headings(lines: list[Line]) -> Iterator[Finding]:
    """Second-level headings appear once, in the fixed order."""
    seen: list[str] = []
    for number, depth, heading in headings_of(lines):
        if depth != 2 or heading not in SECTIONS:
            continue
        if heading in seen:
            yield (
                Mark(number, 1),
                "heading-twice",
                f"kop '{heading}' staat er twee keer. Voeg de teksten samen",
            )
        elif seen and SECTIONS.index(heading) < max(map(SECTIONS.index, seen)):
            yield (
                Mark(number, 1),
                "heading-order",
                f"kop '{heading}' staat niet op zijn plaats. Volgorde: {', '.join(SECTIONS)}",
            )
        seen.append(heading)


def no_title(lines: list[Line]) -> Iterator[Finding]:
    """No first-level heading: the title is in the front matter."""
    for number, depth, _ in headings_of(lines):
        if depth == 1:
            yield (
                Mark(number, 1),
                "heading-level",
                "een kop met één # kan niet: de titel staat al bij 'titel'. Gebruik ##",
            )


def text_under_heading(lines: list[Line]) -> Iterator[Finding]:
    """No text before the first heading."""
    headings = {number for number, _, _ in headings_of(lines)}
    for line in lines:
        if line.number in headings:
            return
        if line.text.strip():
            yield (
                Mark(line.number, 1),
                "heading-first",
                f"tekst vóór de eerste kop. Zet er een kop boven: ## {SECTIONS[0]}",
            )
            return


def no_underlined_heading(lines: list[Line]) -> Iterator[Finding]:
    """Headings are written with #, not underlined with === or ---."""
    headings = {number for number, _, _ in headings_of(lines)}
    for above, line in pairwise(lines):
        if (
            _UNDERLINE.match(line.text)
            and above.text.strip()
            and line.number == above.number + 1
            and above.number not in headings
        ):
            yield (
                Mark(line.number, 1),
                "heading-underline",
                "een streep onder tekst maakt er een kop van. Zet er een lege regel tussen",
            )


def no_html(lines: list[Line]) -> Iterator[Finding]:
    """No HTML: Markdown only."""
    for line in lines:
        for match in _HTML.finditer(line.prose) if "<" in line.prose else ():
            yield (
                Mark(line.number, match.start() + 1),
                "html",
                "HTML kan hier niet. Gebruik Markdown, of zet een spatie na <",
            )


def no_template(lines: list[Line]) -> Iterator[Finding]:
    """No template syntax, no attribute lists, no file inclusion."""
    for line in lines:
        for form, what in ((_TEMPLATE, "dubbele accolades"), (_ATTRIBUTES, "{:"), (_INCLUSION, "8<")):
            if match := form.search(line.text):
                yield (
                    Mark(line.number, match.start() + 1),
                    "template",
                    f"sjabloontekens ({what}) kunnen hier niet. Haal ze weg",
                )


def safe_links(lines: list[Line]) -> Iterator[Finding]:
    """Links go to https, mailto, tel, or a place on this site."""
    for line in lines:
        if "]" not in line.prose:
            continue
        for form in (_INLINE_LINK, _REFERENCE):
            for match in form.finditer(line.prose):
                if not _ALLOWED_LINK.match(match[1]):
                    yield (
                        Mark(line.number, match.start(1) + 1),
                        "link",
                        f"link naar '{match[1]}' kan niet. Gebruik een adres met https://",
                    )


def no_images(lines: list[Line]) -> Iterator[Finding]:
    """No pictures yet: they would need a text for who cannot see them, and a place to live."""
    for line in lines:
        if match := _IMAGE.search(line.prose):
            yield (
                Mark(line.number, match.start() + 1),
                "image",
                "een plaatje kan hier niet. Beschrijf in woorden wat er te zien is",
            )


def shallow(lines: list[Line]) -> Iterator[Finding]:
    """No quotes or lists nested more than four deep on one line."""
    for line in lines:
        if _DEEP.match(line.text):
            yield Mark(line.number, 1), "depth", "dit is te diep genest. Maak het eenvoudiger"


RULES: tuple[Callable[[list[Line]], Iterator[Finding]], ...] = (
    known_headings,
    ordered_headings,
    no_title,
    text_under_heading,
    no_underlined_heading,
    no_html,
    no_template,
    safe_links,
    no_images,
    shallow,
)
