"""The rules for the Markdown under the front matter.

A rule is a pattern that the text may not hold, or, where it takes more than that, a generator that yields
`(mark, code, message)`; its docstring is the rule. The form in the browser is given the patterns and limits.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.entities import html5
from itertools import islice

from .containers import FORMATS
from .fields import MAILBOX, SLUG, WEB
from .kinds import LONGEST_QUOTE, suggestion
from .markdown import Line, Section, headings_of, lines_of, sections_of
from .model import SECTIONS
from .plain import LETTER
from .problem import Mark, Refusal

Finding = tuple[Mark, str, str]

_ORDER = tuple(SECTIONS)
MOST_FOUND = 200
"""Places at which a pattern is reported: a hostile text has twenty thousand, and each takes its time."""
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
    everywhere: bool = True
    """Whether it also holds for the pages in `docs/`, which may have more (see `page_text`)."""

    def find(self, text: str, first: int) -> Iterator[Finding]:
        """Each place in `text`, whose first line is line `first` of the file; no more than `MOST_FOUND`."""
        if self.needs and not any(mark in text for mark in self.needs):
            return
        for match in islice(re.finditer(self.form, text, re.MULTILINE), MOST_FOUND):
            found = match[1][:LONGEST_QUOTE] if match.re.groups else ""
            place = _mark(text, match.start(1 if match.re.groups else 0), first)
            yield place, self.code, self.message.format(found=found)


_SAID = r"[^\[\]`\\\n]"
"""A letter of what is said of a picture: nothing that Markdown could take for a mark of its own."""
_FILE = rf"{SLUG}(?:{'|'.join(map(re.escape, FORMATS))})"
_WORDLESS = (
    rf"[ \t]*(?:(?=[^ \t]){_SAID}{{1,4}})?[ \t]*|[^\[\]`\\\n{LETTER}]*"
    rf"|{_SAID}*\.(?:jpe?g|png|webp|gif|JPE?G|PNG|WEBP|GIF)[ \t]*"
)
"""What says nothing of a picture: less than five characters, no letters, the name of a file."""
PICTURE = rf"^!\[{_SAID}*\]\({_FILE}\)[ \t]*$"
"""The only form in which a picture is shown: a line by itself, with the name of a file in the same folder."""
_PICTURE = re.compile(rf"^!\[({_SAID}*)\]\(({_FILE})\)[ \t]*$", re.MULTILINE)
MOST_PICTURES = 6
_ADDRESS = r"(?:[^()<>\n]|\([^()<>\n]*\))*"
"""What Markdown takes for one address: with brackets only in pairs."""


def _template(mark: str, shown: str, needs: str, everywhere: bool = True) -> Pattern:
    message = f"sjabloontekens ({shown}) kunnen hier niet. Haal ze weg".replace("{", "{{")
    return Pattern("template", f"(?:{mark})[^\n]*", message, needs, everywhere)


TEMPLATE = _template(r"\{\{|\{%|\{#|\}\}|%\}|#\}", "{{, {% of {#", "{}", everywhere=False)
"""What Jinja reads."""

HTML = Pattern(
    "html",
    rf"<(?=[A-Za-z/!?]|[^<> !]*@)(?!{WEB}>)",
    "HTML kan hier niet. Schrijf gewone tekst, zet een spatie na <, of <https://…> om een adres",
    "<",
    everywhere=False,
)

_SIGNS = f"[^0-9{LETTER}]{{0,4}}"
NO_DUTCH_NUMBER = Pattern(
    "no-dutch-number",
    f"(?<![0-9])({_SIGNS.join('116117')})(?![0-9])",
    "'{found}' is geen Nederlands nummer. Schrijf: bel uw huisarts of de huisartsenpost",
    "1",
)
"""116117, which other countries have for the doctor out of hours; residents read all of a practice."""

_SHORT = "|".join(sorted(name for name in html5 if not name.endswith(";")))
_NAMES = "|".join(sorted(name for name in html5 if not re.match(f"(?:{_SHORT})[A-Za-z0-9]*;?$", name)))
"""Codes for characters; a name is longer than a short one by more than its semicolon, or is not here."""
ENTITY = rf"&#(?:[0-9]+|[xX][0-9A-Fa-f]+);?|&(?=[A-Za-z0-9]+;)(?:(?:{_SHORT})[A-Za-z0-9]*;|{_NAMES})"
"""A code for a character, as a browser reads it. `R&D;` is none."""

PATTERNS = (
    # The title is in the front matter.
    Pattern(
        "heading-level",
        r"^#[ \t]+[^ \t\n]",
        "een kop met één # kan niet: de titel staat al bij 'titel'. Gebruik ##",
        "#",
        everywhere=False,
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
    HTML,
    Pattern("html", f"({ENTITY})", "'{found}' is een code voor een teken. Typ het teken zelf", "&"),
    # No template syntax, no attribute lists, no file inclusion.
    TEMPLATE,
    _template(r"\{:", "{:", "{"),
    _template(r"-+8<-+", "8<", "<"),
    _template(r"\[TOC\]", "[TOC]", "["),
    # Links stand in the sentence; an address elsewhere would go unchecked. Its name may be on several lines.
    Pattern(
        "link",
        rf"^{_PREFIX}\[(?:[^\]\n]*|[^\[\]]*)\]:",
        "een adres los van de zin kan hier niet. Schrijf de link in de zin: [tekst](https://…)",
        "[",
    ),
    # An address ends on its own line: Markdown would look for its end in the next.
    Pattern(
        "link",
        rf"\]\((?![ \t]*(?:{_ADDRESS}|<{_ADDRESS}>[ \t]*)\))",
        "het adres van een link begint en eindigt op dezelfde regel, en heeft geen haakjes in haakjes. "
        "Schrijf: [tekst](https://…)",
        "]",
    ),
    NO_DUTCH_NUMBER,
    # A picture stands on a line by itself, so that no two readers of Markdown take it for something else.
    Pattern(
        "image",
        rf"!\[(?!{_SAID}*\]\([^()\n]*\)[ \t]*$)|(?<=[^\n])!\[",
        "een plaatje kan alleen op een eigen regel. Schrijf precies zo: ![Wat er te zien is](naam.jpg)",
        "!",
    ),
    # It lies beside the practice: what lies elsewhere tells others who reads this, or may change.
    Pattern(
        "image",
        rf"^!\[{_SAID}*\]\((?!{_FILE}\))([^()\n]*)\)[ \t]*$",
        "plaatje '{found}' kan niet. Zet een jpg, png of webp in de map van de praktijk, en schrijf hier "
        "alleen zijn naam: ![Wat er te zien is](naam.jpg)",
        "!",
    ),
    # Who does not see it hears what there is to see (WCAG 2.2, 1.1.1).
    Pattern(
        "image-text",
        rf"^!\[((?=([^\]\n]*)\]\(\2\.)[^\]\n]*|{_WORDLESS})\]\({_FILE}\)[ \t]*$",
        "niet iedereen kan dit plaatje zien. Schrijf tussen [ en ] in een paar woorden wat erop staat",
        "!",
    ),
    # Deep nesting costs a parser much, and a reader more.
    Pattern(
        "depth",
        r"^(?:(?: {4}| {0,3}\t){4}[ \t]|[ \t]*(?:(?:>|[-*+][ \t]|[0-9]+[.)][ \t])[ \t]*){5})",
        "dit is te diep genest. Maak het eenvoudiger",
    ),
)
"""What may not be in the text, whatever is around it."""

LINK = rf"!\[[^\]\n]*\]\([^)\n]*|\]\([ \t]*<?({_ADDRESS})"
"""Where a link begins; the group is its address, perhaps with spaces after it. A picture has none."""
SITE_LINK = r"(?:[a-z0-9-]+|\.\./(?:praktijken|themas|regios|financiering|domeinen)/[a-z0-9-]+)\.md"
WEB_LINK = rf"{WEB}|mailto:{MAILBOX}|tel:\+?[0-9]+(?:-[0-9]+)*"
SAFE_LINK = rf"{SITE_LINK}|{WEB_LINK}"
"""The only addresses that a link may have: https, mailto, tel, or another page by its file name."""
LINK_REFUSED = Refusal(
    "link",
    "link naar '{value}' kan niet. Gebruik een adres met https://, of de naam van "
    "het bestand van een andere praktijk: [tekst](naam.md)",
)
NO_SUCH_PAGE = Refusal("link", "pagina '{value}' bestaat niet. {hint}Kijk de naam na")

LINK_TEXT = rf"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([ \t]*<?({_ADDRESS})"
"""A link: what is shown of it, and its address."""
SHOWN_HOST = (
    r"(?:https?:[/\\]*|www\.)[^ \n/?#:]+"
    r"|(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|be|de|gov|info|nu|example)(?![a-z0-9-])"
)
"""What somebody who reads it takes for the name of a host, in lower case and without `MARKUP`."""
MARKUP = r"[*_`\\]"
LEADS_TO = r"(?:https://|mailto:[^@]*@)([A-Za-z0-9.-]+)"
"""The host that an address leads to."""
BEFORE_HOST = r"^(?:https?:[/\\]*)?(?:www\.)?"
ABROAD = (r"[^0-9+]", ""), (r"^(?:[+]|00)310?", "0")
"""What makes of a telephone number as it is shown the digits to dial in the Netherlands."""
OTHER_HOST = Refusal(
    "link-text", "hier staat '{value}', maar de link gaat ergens anders heen. Schrijf waar hij heen gaat"
)
OTHER_NUMBER = Refusal(
    "link-text", "hier staan andere cijfers dan het nummer van de link. Schrijf het nummer zelf"
)

MOST = (
    ("[", 50, 60), ("\\", 40, 100), ("|", 12, 1_200), ("`", 40, 200), ("*", 60, 600), ("_", 60, 600),
    ("<", 20, 100),
)  # fmt: skip
"""Marks that cost a Markdown parser much: how many a line, and the whole text, may have.

For each [ it looks for its end in all the rest of a paragraph, where each backslash has become fifteen signs.
"""
TOO_MANY_MARKS = Refusal("too-many", "te veel tekens {value} bij elkaar. Maak het eenvoudiger")
MOST_CELLS = 2_000
"""Of tables: each line below a line of dashes has as many as that has, whatever is typed in it."""
DASHES = r"[|:> \t*+0-9.)-]*\|[|:> \t*+0-9.)-]*"
"""What could be the line between the head of a table and its rows."""
TOO_MANY_CELLS = Refusal("too-many", "tabellen met samen meer dan {most} vakjes. Maak ze kleiner")
MOST_HEADINGS = 60
TOO_MANY_HEADINGS = Refusal("too-many", "meer dan {most} koppen. Voeg koppen samen")
TOO_MANY_PICTURES = Refusal("too-many", "meer dan {most} plaatjes. Kies de belangrijkste")
HEADING = Refusal("heading", "kop '{value}' kan hier niet. {hint}Kies uit: {known}")


def read(body: str, first: int) -> tuple[tuple[Section, ...], list[Finding]]:
    """The sections of `body`, which begins on line `first` of its file, and all that is wrong with it."""
    lines = lines_of(body, first)
    sections = tuple(sections_of(lines))
    found = [finding for pattern in PATTERNS for finding in pattern.find(body, first)]
    found += [finding for rule in RULES for finding in rule(lines)]
    empty = (section for section in sections if not section.text)
    found += [
        (
            Mark(section.line, 1),
            "empty-section",
            f"onder '{section.heading}' staat nog niets. Vul aan, of haal de kop weg",
        )
        for section in islice(empty, MOST_FOUND)
    ]
    return sections, found


def site_links(body: str, first: int) -> Iterator[tuple[int, int, str, str]]:
    """Line, column, folder (empty for a practice) and name of each link to a page of this site."""
    for line in lines_of(body, first) if "](" in body else ():
        for column, address in _addresses(line):
            if re.fullmatch(SITE_LINK, address):
                folder, _, name = address.removeprefix("../").removesuffix(".md").rpartition("/")
                yield line.number, column, folder, name


def pictures(body: str, first: int) -> Iterator[tuple[Mark, str]]:
    """Where each picture is shown, and the name of its file."""
    for match in _PICTURE.finditer(body) if "![" in body else ():
        yield _mark(body, match.start(2), first), match[2]


def with_pictures(body: str, shown: Callable[[str, str], str]) -> str:
    """The text with, for each picture, what `shown` makes of the name of its file and what is said of it.

    It becomes a paragraph of its own, so that it is in no code or table that goes on over it.
    """
    return _PICTURE.sub(lambda match: f"\n{shown(match[2], match[1].strip())}\n", body)


def _addresses(line: Line) -> Iterator[tuple[int, str]]:
    """Column and address of each link in a line."""
    for match in re.finditer(LINK, line.text):
        if match[1] is not None:
            yield match.start(1) + 1, match[1].strip(" \t")


def known_headings(lines: list[Line]) -> Iterator[Finding]:
    """Second-level headings come from the fixed list."""
    unknown = (one for one in headings_of(lines) if one[1] == 2 and one[2] not in SECTIONS)
    for number, _, heading in islice(unknown, MOST_FOUND):
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
    for mark, address in links_but(SAFE_LINK, lines):
        yield mark, *LINK_REFUSED.said(value=address[:LONGEST_QUOTE])


def links_but(safe: str, lines: list[Line]) -> Iterator[tuple[Mark, str]]:
    """Place and address of each link whose address is not of the form `safe`."""
    for line in lines:
        for column, address in _addresses(line) if "](" in line.text else ():
            if not re.fullmatch(safe, address):
                yield Mark(line.number, column), address


def honest_links(lines: list[Line]) -> Iterator[Finding]:
    """A link that is shown as an address leads to that host, and one shown as a number dials that."""
    text, first = "\n".join(line.text for line in lines), lines[0].number
    for match in re.finditer(LINK_TEXT, text) if "](" in text else ():
        shown, address = re.sub(MARKUP, "", match[1].lower()), match[2].strip(" \t")
        mark = _mark(text, match.start(1), first)
        if leads := re.match(LEADS_TO, address):
            host = f".{leads[1].lower()}"
            for name in re.findall(SHOWN_HOST, shown):
                if not host.endswith(f".{re.sub(BEFORE_HOST, '', name)}"):
                    yield mark, *OTHER_HOST.said(value=name[:LONGEST_QUOTE])
                    break
        elif address.startswith("tel:") and _dialled(shown) not in ("", _dialled(address)):
            yield mark, *OTHER_NUMBER.said()


def _dialled(number: str) -> str:
    for form, plain in ABROAD:
        number = re.sub(form, plain, number)
    return number


def bounded(lines: list[Line]) -> Iterator[Finding]:
    """No more headings, marks and cells than a person writes: some cost a parser minutes."""
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
    for number in islice(_crowded(lines), 1) if "|" in text else ():
        yield Mark(number, 1), *TOO_MANY_CELLS.said(most=MOST_CELLS)
    for number, _, _ in islice(headings_of(lines), MOST_HEADINGS, MOST_HEADINGS + 1):
        yield Mark(number, 1), *TOO_MANY_HEADINGS.said(most=MOST_HEADINGS)


def _crowded(lines: list[Line]) -> Iterator[int]:
    """The numbers of the lines at which there have been too many cells in tables."""
    cells = columns = 0
    for line in lines:
        if not line.text.strip("> \t"):
            columns = 0
        elif re.fullmatch(DASHES, line.text):
            columns = max(columns, line.text.count("|") + 1)
        cells += columns
        if cells > MOST_CELLS:
            yield line.number


def few_pictures(lines: list[Line]) -> Iterator[Finding]:
    """No more pictures than somebody with a slow telephone has patience for."""
    shown = (line.number for line in lines if line.text.startswith("![") and re.fullmatch(PICTURE, line.text))
    for number in islice(shown, MOST_PICTURES, MOST_PICTURES + 1):
        yield Mark(number, 1), *TOO_MANY_PICTURES.said(most=MOST_PICTURES)


def _mark(text: str, at: int, first: int) -> Mark:
    """Where the character at position `at` stands, if the text begins on line `first`."""
    return Mark(first + text.count("\n", 0, at), at - text.rfind("\n", 0, at))


RULES: tuple[Callable[[list[Line]], Iterator[Finding]], ...] = (
    known_headings,
    ordered_headings,
    text_under_heading,
    safe_links,
    honest_links,
    bounded,
    few_pictures,
)
