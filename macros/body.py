"""The rules for the Markdown under the front matter.

Each rule is a generator that yields `(mark, code, message)`; its docstring is the rule.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from .fields import suggestion
from .markdown import Line, Section, headings_of, lines_of, sections_of
from .model import SECTIONS
from .problem import Mark

Finding = tuple[Mark, str, str]

_PREFIX = r"(?:[>\s]|[-*+]\s|\d+[.)]\s)*"
"""What Markdown may have before a block: quote marks, list marks, spaces."""
_ODD_HEADING = re.compile(_PREFIX + r"#{1,6}")
_UNDERLINE = re.compile(_PREFIX + r"(?:=+|-+)\s*")
_FENCE = re.compile(_PREFIX + r"(?:```|~~~)")
_DEFINITION = re.compile(_PREFIX + r"\[[^\]]*\]:")
_NESTED = re.compile(r"\s*(?:(?:>|[-*+]\s|\d+[.)]\s)\s*){5}")
_TEMPLATES = (
    (re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}"), "{{, {% of {#"),
    (re.compile(r"\{:"), "{:"),
    (re.compile(r"-+8<-+"), "8<"),
    (re.compile(r"\[TOC\]"), "[TOC]"),
)
_HTML = re.compile(r"<(?=[A-Za-z/!?])(?!https://[\w.-]+(?:[/?#][^\s<>]*)?>)")
_ENTITY = re.compile(r"&#?\w+;")
_LINK = re.compile(r"\]\(\s*<?([^)]*)")
_SITE_LINK = re.compile(
    r"(?:[a-z0-9-]+|\.\./(?:praktijken|themas|regios|financiering|domeinen)/[a-z0-9-]+)\.md"
)
_OUTSIDE_LINK = re.compile(r"https://[\w.-]+(?::\d+)?(?:[/?#]\S*)?|mailto:[\w.+-]+@[\w.-]+|tel:\+?[\d-]+")

MOST = (("[", 50, 300), ("|", 12, 1_200), ("`", 40, 200), ("*", 60, 600), ("_", 60, 600), ("<", 20, 100))
"""Marks that cost a Markdown parser much: how many a line, and the whole text, may have."""
MOST_HEADINGS = 60


def read(body: str, first: int) -> tuple[tuple[Section, ...], list[Finding]]:
    """The sections of `body`, which begins on line `first` of its file, and all that is wrong with it."""
    lines = lines_of(body, first)
    sections = tuple(sections_of(lines))
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


def site_links(body: str, first: int) -> Iterator[tuple[int, int, str, str]]:
    """Line, column, folder (empty for a practice) and name of each link to a page of this site."""
    for line in lines_of(body, first) if "](" in body else ():
        for column, address in _addresses(line):
            if _SITE_LINK.fullmatch(address):
                folder, _, name = address.removeprefix("../").removesuffix(".md").rpartition("/")
                yield line.number, column, folder, name


def _addresses(line: Line) -> Iterator[tuple[int, str]]:
    """Column and address of each link in a line."""
    for match in _LINK.finditer(line.text):
        yield match.start(1) + 1, match[1].strip().removesuffix(">")


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


def plain_headings(lines: list[Line]) -> Iterator[Finding]:
    """A heading stands at the start of its line, with a space after the #."""
    headings = {number for number, _, _ in headings_of(lines)}
    for line in lines:
        if "#" in line.text and line.number not in headings and _ODD_HEADING.match(line.text):
            yield (
                Mark(line.number, 1),
                "heading-form",
                "een regel die met # begint, wordt een kop. Zet een kop aan het begin van de regel, met een "
                "spatie na ##; begin een gewone zin met een ander woord",
            )


def no_underlined_heading(lines: list[Line]) -> Iterator[Finding]:
    """Headings are written with #, not underlined with === or ---."""
    headings = {number for number, _, _ in headings_of(lines)}
    for above, line in pairwise(lines):
        if (
            line.text[-1:] in "=- \t"
            and above.text.strip(" \t>")
            and above.number not in headings
            and _UNDERLINE.fullmatch(line.text)
        ):
            yield (
                Mark(line.number, 1),
                "heading-underline",
                "een streep onder tekst maakt er een kop van. Zet er een lege regel tussen",
            )


def no_code_block(lines: list[Line]) -> Iterator[Finding]:
    """No fenced code: a practice has none, and what is in it would go unchecked."""
    for line in lines:
        if ("```" in line.text or "~~~" in line.text) and _FENCE.match(line.text):
            yield (
                Mark(line.number, 1),
                "code",
                "een codeblok (``` of ~~~) kan hier niet. Schrijf gewone tekst",
            )


def no_html(lines: list[Line]) -> Iterator[Finding]:
    """No HTML and no entities: Markdown only."""
    for line in lines:
        for match in _HTML.finditer(line.text) if "<" in line.text else ():
            yield (
                Mark(line.number, match.start() + 1),
                "html",
                "HTML kan hier niet. Schrijf gewone tekst, zet een spatie na <, of <https://…> om een adres",
            )
        if entity := _ENTITY.search(line.text):
            yield (
                Mark(line.number, entity.start() + 1),
                "html",
                f"'{entity[0]}' is een code voor een teken. Typ het teken zelf",
            )


def no_template(lines: list[Line]) -> Iterator[Finding]:
    """No template syntax, no attribute lists, no file inclusion."""
    for line in lines:
        for form, what in (
            _TEMPLATES if "{" in line.text or "}" in line.text or "-" in line.text or "[" in line.text else ()
        ):
            if match := form.search(line.text):
                yield (
                    Mark(line.number, match.start() + 1),
                    "template",
                    f"sjabloontekens ({what}) kunnen hier niet. Haal ze weg",
                )


def safe_links(lines: list[Line]) -> Iterator[Finding]:
    """Links go to https, mailto, tel, or another page of this site by its file name."""
    for line in lines:
        if "]" not in line.text:
            continue
        if _DEFINITION.match(line.text):
            yield (
                Mark(line.number, 1),
                "link",
                "een adres los van de zin kan hier niet. Schrijf de link in de zin: [tekst](https://…)",
            )
        for column, address in _addresses(line):
            if not _OUTSIDE_LINK.fullmatch(address) and not _SITE_LINK.fullmatch(address):
                yield (
                    Mark(line.number, column),
                    "link",
                    f"link naar '{address[:60]}' kan niet. Gebruik een adres met https://, of de naam van "
                    "het bestand van een andere praktijk: [tekst](naam.md)",
                )


def no_images(lines: list[Line]) -> Iterator[Finding]:
    """No pictures yet: they would need a text for who cannot see them, and a place to live."""
    for line in lines:
        if (at := line.text.find("![")) >= 0:
            yield (
                Mark(line.number, at + 1),
                "image",
                "een plaatje kan hier niet. Beschrijf in woorden wat er te zien is",
            )


def bounded(lines: list[Line]) -> Iterator[Finding]:
    """No more nesting, headings and marks than a person writes: some cost a parser minutes."""
    total = dict.fromkeys((mark for mark, _, _ in MOST), 0)
    reported = set()
    for line in lines:
        indent = len(line.text.expandtabs(4)) - len(line.text.expandtabs(4).lstrip())
        if indent > 16 or _NESTED.match(line.text):
            yield Mark(line.number, 1), "depth", "dit is te diep genest. Maak het eenvoudiger"
        for mark, a_line, in_all in MOST:
            count = line.text.count(mark)
            total[mark] += count
            if (count > a_line or total[mark] > in_all) and mark not in reported:
                reported.add(mark)
                yield (
                    Mark(line.number, 1),
                    "too-many",
                    f"te veel tekens {mark} bij elkaar. Maak het eenvoudiger",
                )
    for number, _, _ in islice(headings_of(lines), MOST_HEADINGS, MOST_HEADINGS + 1):
        yield Mark(number, 1), "too-many", f"meer dan {MOST_HEADINGS} koppen. Voeg koppen samen"


RULES: tuple[Callable[[list[Line]], Iterator[Finding]], ...] = (
    known_headings,
    ordered_headings,
    no_title,
    plain_headings,
    text_under_heading,
    no_underlined_heading,
    no_code_block,
    no_html,
    no_template,
    safe_links,
    no_images,
    bounded,
)
