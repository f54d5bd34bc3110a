"""The rules that look beyond one value: a file's name and folder, and other practices.

Each rule is a generator that yields `(mark, field, code, message)`; its docstring is the rule.
They read plain data, so they speak even where the field model has refused part of the file.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from .abbreviations import unexplained
from .body import NO_DUTCH_NUMBER, NO_SUCH_PAGE, pictures, site_links
from .body import read as read_body
from .document import Document, field_name
from .fields import RESERVED, SLUG
from .kinds import LONGEST_QUOTE, Context, suggestion
from .markdown import Section
from .model import FrontMatter
from .plain import words
from .privacy import report_personal, values_in
from .problem import START, Mark, Refusal
from .validation import validate
from .wording import unsafe

Finding = tuple[Mark, str, str, str]

LONGEST_SLUG = 60
"""Characters; longer addresses break in mail and are hard to read out."""
MOST_HINTS = 10
"""Wrong names of a kind for which the nearest is looked up: among thousands, that takes a while."""
NAME = Refusal(
    "slug",
    "bestandsnaam '{value}' kan niet. Gebruik kleine letters, cijfers en streepjes "
    f"(hoogstens {LONGEST_SLUG}), zoals: mijn-praktijk.md",
)
NAME_TAKEN = Refusal("slug", "bestandsnaam '{value}' is al bezet. Kies een andere naam")
NAME_TWICE = Refusal("slug-twice", "de naam '{value}' is ook in gebruik bij {other}. Kies een andere naam")
OTHER_FOLDER = Refusal(
    "folder",
    "dit bestand staat in de map '{value}', maar die regio staat hier niet. "
    "Voeg '{value}' toe, of verplaats het bestand",
)
NAME_FOR_RESIDENTS = Refusal(
    "residents-name",
    "inwoners lezen de titel ook, en '{value}' is voor hen niet duidelijk. Zet bij inwoners een naam die dat "
    "wel is, met de sleutel naam",
)
RELATED_TO_ITSELF = Refusal("related", "een praktijk is niet verwant aan zichzelf. Haal weg")
RELATED_TO_NOTHING = Refusal(
    "related", "praktijk '{value}' bestaat niet. {hint}Schrijf de bestandsnaam zonder .md"
)


@dataclass(frozen=True)
class Surroundings:
    """What a practice is judged against besides the vocabularies."""

    slugs: Mapping[str, tuple[str, ...]]
    """Every slug there is → the paths of the files that have it, sorted."""
    context: Context
    addresses: frozenset[str] = frozenset()
    """The spoken addresses: words with a page of their own."""
    pictures: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Folder, from the project's folder → the names of the pictures in it."""


def examine(document: Document, surroundings: Surroundings) -> tuple[FrontMatter | None, tuple[Section, ...]]:
    """Check one practice; its problems end up in the document. No front matter if it is not right."""
    front = None
    if isinstance(document.data, dict):
        front = validate(FrontMatter, document, (), surroundings.context)
    for rule in RULES:
        for mark, name, code, message in rule(document, surroundings):
            document.report(mark, name, code, message)
    sections, findings = read_body(document.body, document.body_line)
    for mark, code, message in findings:
        document.report(mark, "tekst", code, message)
    report_personal(document, surroundings.context.cleared)
    if front is None and not document.problems:  # so that nothing can disappear without a word
        document.report(START, "bestand", "unreadable", "dit bestand is niet te lezen. Kijk de kop na")
    return front, sections


def speakable_name(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """A file is called `<slug>.md`: small letters, digits, single hyphens, at most 60; no spoken address."""
    name = document.slug
    if not re.fullmatch(SLUG, name) or len(name) > LONGEST_SLUG:
        yield START, "bestand", *NAME.said(value=name)
    elif name in RESERVED or name in surroundings.addresses:
        yield START, "bestand", *NAME_TAKEN.said(value=name)


def unique_name(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """No two practices have the same name, in whatever folder: the name is the address."""
    name = document.slug.casefold()
    others = [path for path in surroundings.slugs.get(name, ()) if path != document.path]
    if others:
        yield START, "bestand", *NAME_TWICE.said(value=name, other=others[0])


def folder_is_region(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """The folder of a practice is a region, and one of the practice's own."""
    folder = document.folder
    known = surroundings.context.terms["regios"]
    if folder not in surroundings.context.ids["regios"]:
        yield START, "bestand", "folder", (
            f"map '{folder}' is geen regio. {suggestion(folder, known)}"
            "Verplaats het bestand naar een map die heet zoals een id in practices/_vocabulary/regios.yml"
        )  # fmt: skip
        return
    regions = (document.data or {}).get("regios")
    if isinstance(regions, list) and regions and folder not in regions:
        yield document.mark_of(("regios",)), "regios", *OTHER_FOLDER.said(value=folder)


def related_exist(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """Related practices exist, and are not the practice itself."""
    related = (document.data or {}).get("verwant")
    if not isinstance(related, list):
        return
    name = document.slug
    wrong = 0
    for at, slug in enumerate(related):
        if not isinstance(slug, str) or not re.fullmatch(SLUG, slug):
            continue
        mark = document.mark_of(("verwant", at))
        if slug == name:
            yield mark, "verwant", *RELATED_TO_ITSELF.said()
        elif slug not in surroundings.slugs:
            wrong += 1
            hint = _hint(slug, surroundings.slugs, wrong)
            yield mark, "verwant", *RELATED_TO_NOTHING.said(value=slug, hint=hint)


def residents_can_read_it(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """What residents read besides their block is fit for them: place, and title where there is no name."""
    front = document.data or {}
    residents, title, place = (front.get(key) for key in ("inwoners", "titel", "plaats"))
    if not isinstance(residents, dict):
        return
    if "naam" not in residents and isinstance(title, str):
        found = unsafe(title)
        unclear = found[1] if found else unexplained(title) or ("" if words(title) else title)
        if unclear:
            shown = unclear[:LONGEST_QUOTE]
            yield document.mark_of(("inwoners",)), "inwoners", *NAME_FOR_RESIDENTS.said(value=shown)
    if isinstance(place, str) and (found := unsafe(place)):
        said, where = found
        message = said.message.format(found=where[:LONGEST_QUOTE])
        yield document.mark_of(("plaats",)), "plaats", said.code, message


def links_exist(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """Links to other pages of this site lead to a practice or a term that exists."""
    wrong = 0
    for line, column, folder, name in site_links(document.body, document.body_line):
        known = surroundings.slugs if folder in ("", "praktijken") else surroundings.context.ids[folder]
        if name not in known:
            wrong += 1
            hint = _hint(name, known, wrong)
            yield Mark(line, column), "tekst", *NO_SUCH_PAGE.said(value=name, hint=hint)


def pictures_exist(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """A picture lies in the folder of the practice that shows it."""
    folder = document.path.rpartition("/")[0]
    beside = surroundings.pictures.get(folder, frozenset())
    wrong = 0
    for mark, name in pictures(document.body, document.body_line):
        if name not in beside:
            wrong += 1
            hint = _hint(name, beside, wrong)
            yield mark, "tekst", "picture-missing", (
                f"plaatje '{name[:LONGEST_QUOTE]}' is er niet. {hint}Zet het bestand in {folder}/, "
                "of haal deze regel weg"
            )  # fmt: skip


def dutch_numbers(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """No value holds the number that other countries have for the doctor out of hours."""
    told = {(one.line, one.column) for one in document.problems if one.code == NO_DUTCH_NUMBER.code}
    for location, value in values_in((), document.data):
        mark = document.mark_of(location)
        for _, code, message in islice(NO_DUTCH_NUMBER.find(value, 1), 1) if mark not in told else ():
            yield mark, field_name(location), code, message


def _hint(name: str, known: Iterable[str], wrong: int) -> str:
    """Which of `known` may be meant, if this is one of the first that are `wrong`."""
    return suggestion(name, {one: one for one in known}) if wrong <= MOST_HINTS else ""


RULES: tuple[Callable[[Document, Surroundings], Iterator[Finding]], ...] = (
    speakable_name,
    unique_name,
    folder_is_region,
    related_exist,
    residents_can_read_it,
    links_exist,
    pictures_exist,
    dutch_numbers,
)
