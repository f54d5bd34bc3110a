"""The rules for the Markdown under the front matter.

A rule is a pattern that the text may not hold, or, where it takes more than that, a generator that yields
`(mark, code, message)`; its docstring is the rule. The form in the browser is given the patterns and limits.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from .kinds import LONGEST_QUOTE, suggestion
from .markdown import Line, Section, headings_of, lines_of, sections_of
from .model import SECTIONS
from .problem import Mark, Refusal

Finding = tuple[Mark, str, str]

_ORDER = tuple(SECTIONS)
_PREFIX = r"(?:[> \t]|[-*+][ \t]|[0-9]+[.)][ \t])*"
"""What Markdown may have before a block: quote marks, list marks, spaces."""
SECTION_HEADING = r"^##[ \t]+([^ \t\n][^\n]*)"
_HEADING = r"#{1,6}[ \t]+[^ \t\n]"


@dataclass(frozen=True)
class Pattern:
    """Something that the text may not hold, each time that it does."""

    code: str
    form: str
    """Regular expression, in which ^ and $ are the ends of a line; see `kinds` for what it may use."""
    message: str
    """Dutch; `{found}` is what the first group found."""
    needs: str = ""
    """Marks of which the text must have one for the pattern to be found: saves looking."""

    def find(self, text: str, first: int) -> Iterator[Finding]:
        """Each place in `text`, whose first line is line `first` of the file."""
        if self.needs and not any(mark in text for mark in self.needs):
            return
        for match in re.finditer(self.form, text, re.MULTILINE):
            found = match[1][:LONGEST_QUOTE] if match.re.groups else ""
            place = _mark(text, match.start(1 if match.re.groups else 0), first)
            yield place, self.code, self.message.format(found=found)


def _template(mark: str, shown: str, needs: str) -> Pattern:
    message = f"sjabloontekens ({shown}) kunnen hier niet. Haal ze weg".replace("{", "{{")
    return Pattern("template", f"(?:{mark})[^\n]*", message, needs)


PATTERNS = (
    # The title is in the front matter.
    Pattern(
        "heading-level",
        r"^#[ \t]+[^ \t\n]",
        "een kop met één # kan niet: de titel staat al bij 'titel'. Gebruik ##",
        "#",
    ),
    # A heading stands at the start of its line, with a space after the #.
    Pattern(
        "heading-form",
        rf"^(?!{_HEADING}){_PREFIX}#{{1,6}}",
        "een regel die met # begint, wordt een kop. Zet een kop aan het begin van de regel, met een "
        "spatie na ##; begin een gewone zin met een ander woord",
        "#",
    ),
    # Headings are not underlined with === or ---.
    Pattern(
        "heading-underline",
        rf"^(?!{_HEADING})[> \t]*[^> \t\n][^\n]*\n({_PREFIX}(?:=+|-+)[ \t]*)$",
        "een streep onder tekst maakt er een kop van. Zet er een lege regel tussen",
        "=-",
    ),
    # Fenced code: a practice has none, and what is in it would go unchecked.
    Pattern(
        "code",
        rf"^{_PREFIX}(?:```|~~~)",
        "een codeblok (``` of ~~~) kan hier niet. Schrijf gewone tekst",
        "`~",
    ),
    # Markdown only: no HTML, no entities.
    Pattern(
        "html",
        r"<(?=[A-Za-z/!?])(?!https://[A-Za-z0-9.-]+(?:[/?#][^ \t\n<>]*)?>)",
        "HTML kan hier niet. Schrijf gewone tekst, zet een spatie na <, of <https://…> om een adres",
        "<",
    ),
    Pattern("html", r"(&#?[A-Za-z0-9_]+;)", "'{found}' is een code voor een teken. Typ het teken zelf", "&"),
    # No template syntax, no attribute lists, no file inclusion.
    _template(r"\{\{|\{%|\{#|\}\}|%\}|#\}", "{{, {% of {#", "{}"),
    _template(r"\{:", "{:", "{"),
    _template(r"-+8<-+", "8<", "<"),
    _template(r"\[TOC\]", "[TOC]", "["),
    # Links stand in the sentence; an address elsewhere would go unchecked.
    Pattern(
        "link",
        rf"^{_PREFIX}\[[^\]\n]*\]:",
        "een adres los van de zin kan hier niet. Schrijf de link in de zin: [tekst](https://…)",
        "[",
    ),
    # No pictures yet: they would need a text for who cannot see them, and a place to live.
    Pattern("image", r"!\[", "een plaatje kan hier niet. Beschrijf in woorden wat er te zien is", "!"),
    # Deep nesting costs a parser much, and a reader more.
    Pattern(
        "depth",
        r"^(?:(?: {4}| {0,3}\t){4}[ \t]|[ \t]*(?:(?:>|[-*+][ \t]|[0-9]+[.)][ \t])[ \t]*){5})",
        "dit is te diep genest. Maak het eenvoudiger",
    ),
)
"""What may not be in the text, whatever is around it."""

LINK = r"\]\([ \t]*<?([^)\n]*)"
"""Where a link begins; the group is its address, perhaps with `>` and spaces after it."""
SITE_LINK = r"(?:[a-z0-9-]+|\.\./(?:praktijken|themas|regios|financiering|domeinen)/[a-z0-9-]+)\.md"
SAFE_LINK = (
    rf"{SITE_LINK}|https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?#][^ \t\n]*)?"
    r"|mailto:[A-Za-z0-9_.+-]+@[A-Za-z0-9.-]+|tel:\+?[0-9-]+"
)
"""The only addresses that a link may have: https, mailto, tel, or another page by its file name."""
LINK_REFUSED = Refusal(
    "link",
    "link naar '{value}' kan niet. Gebruik een adres met https://, of de naam van "
    "het bestand van een andere praktijk: [tekst](naam.md)",
)
NO_SUCH_PAGE = Refusal("link", "pagina '{value}' bestaat niet. {hint}Kijk de naam na")

MOST = (
    ("[", 50, 60), ("\\", 40, 100), ("|", 12, 1_200), ("`", 40, 200), ("*", 60, 600), ("_", 60, 600),
    ("<", 20, 100),
)  # fmt: skip
"""Marks that cost a Markdown parser much: how many a line, and the whole text, may have.

For each [ it looks for its end in all the rest of a paragraph, where each backslash has become fifteen signs.
"""
TOO_MANY_MARKS = Refusal("too-many", "te veel tekens {value} bij elkaar. Maak het eenvoudiger")
MOST_HEADINGS = 60
TOO_MANY_HEADINGS = Refusal("too-many", "meer dan {most} koppen. Voeg koppen samen")
HEADING = Refusal("heading", "kop '{value}' kan hier niet. {hint}Kies uit: {known}")


def read(body: str, first: int) -> tuple[tuple[Section, ...], list[Finding]]:
    """The sections of `body`, which begins on line `first` of its file, and all that is wrong with it."""
    lines = lines_of(body, first)
    sections = tuple(sections_of(lines))
    found = [finding for pattern in PATTERNS for finding in pattern.find(body, first)]
    found += [finding for rule in RULES for finding in rule(lines)]
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
            if re.fullmatch(SITE_LINK, address):
                folder, _, name = address.removeprefix("../").removesuffix(".md").rpartition("/")
                yield line.number, column, folder, name


def _addresses(line: Line) -> Iterator[tuple[int, str]]:
    """Column and address of each link in a line."""
    for match in re.finditer(LINK, line.text):
        yield match.start(1) + 1, match[1].strip(" \t").removesuffix(">")


def known_headings(lines: list[Line]) -> Iterator[Finding]:
    """Second-level headings come from the fixed list."""
    for number, depth, heading in headings_of(lines):
        if depth == 2 and heading not in SECTIONS:
            hint = suggestion(heading, {known.casefold(): known for known in SECTIONS})
            yield Mark(number, 1), *HEADING.said(value=heading, hint=hint, known=", ".join(SECTIONS))


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
        elif seen and _ORDER.index(heading) < max(map(_ORDER.index, seen)):
            yield (
                Mark(number, 1),
                "heading-order",
                f"kop '{heading}' staat niet op zijn plaats. Volgorde: {', '.join(SECTIONS)}",
            )
        seen.append(heading)


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
                f"tekst vóór de eerste kop. Zet er een kop boven: ## {_ORDER[0]}",
            )
            return


def safe_links(lines: list[Line]) -> Iterator[Finding]:
    """Links go to https, mailto, tel, or another page of this site by its file name."""
    for line in lines:
        for column, address in _addresses(line) if "](" in line.text else ():
            if not re.fullmatch(SAFE_LINK, address):
                yield Mark(line.number, column), *LINK_REFUSED.said(value=address[:LONGEST_QUOTE])


def bounded(lines: list[Line]) -> Iterator[Finding]:
    """No more headings and marks than a person writes: some cost a parser minutes."""
    text = "\n".join(line.text for line in lines)
    frequent = [(mark, a_line, in_all) for mark, a_line, in_all in MOST if text.count(mark) > a_line]
    total = dict.fromkeys((mark for mark, _, _ in frequent), 0)
    reported = set()
    for line in lines if frequent else ():
        for mark, a_line, in_all in frequent:
            count = line.text.count(mark)
            total[mark] += count
            if (count > a_line or total[mark] > in_all) and mark not in reported:
                reported.add(mark)
                yield Mark(line.number, 1), *TOO_MANY_MARKS.said(value=mark)
    for number, _, _ in islice(headings_of(lines), MOST_HEADINGS, MOST_HEADINGS + 1):
        yield Mark(number, 1), *TOO_MANY_HEADINGS.said(most=MOST_HEADINGS)


def _mark(text: str, at: int, first: int) -> Mark:
    """Where the character at position `at` stands, if the text begins on line `first`."""
    return Mark(first + text.count("\n", 0, at), at - text.rfind("\n", 0, at))


RULES: tuple[Callable[[list[Line]], Iterator[Finding]], ...] = (
    known_headings,
    ordered_headings,
    text_under_heading,
    safe_links,
    bounded,
)
