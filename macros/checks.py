"""The rules that look beyond one value: a file's name and folder, and other practices.

Each rule is a generator that yields `(mark, field, code, message)`; its docstring is the rule.
They read plain data, so they speak even where the field model has refused part of the file.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .body import read as read_body
from .document import Document
from .fields import SLUG, Context, suggestion
from .markdown import Section
from .model import FrontMatter
from .problem import START, Mark
from .validation import validate

Finding = tuple[Mark, str, str, str]

RESERVED = frozenset(
    ["index", "404", "feed", "zoeken", "sitemap", "robots", "con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
"""Names that mean something else on a website, or that Windows cannot store."""

LONGEST_SLUG = 60
"""Characters; longer addresses break in mail and are hard to read out."""


@dataclass(frozen=True)
class Surroundings:
    """What a practice is judged against besides the vocabularies."""

    slugs: Mapping[str, tuple[str, ...]]
    """Every slug there is → the paths of the files that have it, sorted."""
    context: Context


def examine(document: Document, surroundings: Surroundings) -> tuple[FrontMatter | None, tuple[Section, ...]]:
    """Check one practice; its problems end up in the document. No front matter if it is not right."""
    front = None
    if not any(problem.field == "bestand" and problem.code != "yaml" for problem in document.problems):
        front = validate(FrontMatter, document, (), surroundings.context)
    for rule in RULES:
        for mark, name, code, message in rule(document, surroundings):
            document.report(mark, name, code, message)
    sections, findings = read_body(document.body, document.body_line)
    for mark, code, message in findings:
        document.report(mark, "tekst", code, message)
    return front, sections


def speakable_name(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """A file is called `<slug>.md`: small letters, digits and single hyphens, at most 60."""
    name = document.slug
    if not SLUG.match(name) or len(name) > LONGEST_SLUG:
        yield START, "bestand", "slug", (
            f"bestandsnaam '{name}' kan niet. Gebruik kleine letters, cijfers en streepjes "
            f"(hoogstens {LONGEST_SLUG}), zoals: mijn-praktijk.md"
        )  # fmt: skip
    elif name in RESERVED:
        yield START, "bestand", "slug", f"bestandsnaam '{name}' is al bezet. Kies een andere naam"


def unique_name(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """No two practices have the same name, in whatever folder: the name is the address."""
    name = document.slug.casefold()
    others = [path for path in surroundings.slugs.get(name, ()) if path != document.path]
    if others:
        yield START, "bestand", "slug-twice", (
            f"de naam '{name}' is ook in gebruik bij {others[0]}. Kies een andere naam"
        )  # fmt: skip


def folder_is_region(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """The folder of a practice is a region, and one of the practice's own."""
    folder = document.folder
    known = surroundings.context.terms["regios"]
    if folder not in surroundings.context.ids["regios"]:
        yield START, "bestand", "folder", (
            f"map '{folder}' is geen regio. {suggestion(folder, known)}"
            "De mappen heten zoals de id's in practices/_vocabulary/regios.yml"
        )  # fmt: skip
        return
    regions = (document.data or {}).get("regios")
    if isinstance(regions, list) and regions and folder not in regions:
        yield document.mark_of(("regios",)), "regios", "folder", (
            f"dit bestand staat in de map '{folder}', maar die regio staat hier niet. "
            f"Voeg '{folder}' toe, of verplaats het bestand"
        )  # fmt: skip


def related_exist(document: Document, surroundings: Surroundings) -> Iterator[Finding]:
    """Related practices exist, and are not the practice itself."""
    related = (document.data or {}).get("verwant")
    if not isinstance(related, list):
        return
    name = document.slug
    for at, slug in enumerate(related):
        if not isinstance(slug, str) or not SLUG.match(slug):
            continue
        mark = document.mark_of(("verwant", at))
        if slug == name:
            yield mark, "verwant", "related", "een praktijk is niet verwant aan zichzelf. Haal weg"
        elif slug not in surroundings.slugs:
            hint = suggestion(slug, {known: known for known in surroundings.slugs})
            yield mark, "verwant", "related", (
                f"praktijk '{slug}' bestaat niet. {hint}Schrijf de bestandsnaam zonder .md"
            )  # fmt: skip


RULES: tuple[Callable[[Document, Surroundings], Iterator[Finding]], ...] = (
    speakable_name,
    unique_name,
    folder_is_region,
    related_exist,
)
