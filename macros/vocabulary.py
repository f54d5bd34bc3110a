"""The controlled vocabularies: themes, regions and so on, each a list of terms in a file of its own."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path

from .document import Document
from .kinds import Context
from .personal import Cleared, findings
from .privacy import report_personal
from .problem import Refusal
from .source import read_vocabulary
from .terms import Address, Concept, FundingRoute, HelpSource, Region, Release, Term
from .validation import validate

FOLDER = "_vocabulary"
NOT_PERSONAL = Refusal("release", "dit wordt niet tegengehouden, dus vrijgeven hoeft niet. Haal het weg")
NOWHERE = Refusal("release", "dit staat nergens meer. Haal het weg")
MOST_RELEASED = 100
"""Texts; more are no exceptions any more."""
TOO_MANY_RELEASED = Refusal("release", "meer dan {most} uitzonderingen. Haal weg wat niet nodig is")


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one list, in the order of the file."""

    key: str
    """Name of the file and of the front-matter key that uses it."""
    noun: str
    """Dutch for one term, with a small letter."""
    unknown: str
    """Dutch for a word that is no term."""
    model: type[Term]
    terms: Mapping[str, Term]
    sound: bool = True
    """Whether its file has no problems."""

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Each word that means a term, in lower case (id first, then label, then synonyms) → id."""
        words: dict[str, str] = {}
        for spell in (lambda t: (t.id,), lambda t: (t.label,), lambda t: t.synonyms):
            for term in self.terms.values():
                for word in spell(term):
                    words.setdefault(word.casefold(), term.id)
        return words


KINDS = (
    Vocabulary("vrijgegeven", "vrijgave", "onbekende vrijgave", Release, {}),
    Vocabulary("regios", "regio", "onbekende regio", Region, {}),
    Vocabulary("themas", "thema", "onbekend thema", Term, {}),
    Vocabulary("domeinen", "domein", "onbekend domein", Term, {}),
    Vocabulary("financiering", "financieringsroute", "onbekende financieringsroute", FundingRoute, {}),
    Vocabulary("hulpbronnen", "hulpbron", "onbekende hulpbron", HelpSource, {}),
    Vocabulary("adressen", "adres", "onbekend adres", Address, {}),
    Vocabulary("begrippen", "begrip", "onbekend begrip", Concept, {}),
)
"""The vocabularies that there are, without their terms; one may name terms of those before it."""

Vocabularies = Mapping[str, Vocabulary]


def read_all(practices: Path, root: Path, today: date) -> tuple[Vocabularies, Mapping[str, Document]]:
    """Read every vocabulary of a `practices` folder; problems are in the documents, by key.

    `root` is the folder that paths in messages are relative to.
    """
    found: dict[str, Vocabulary] = {}
    documents: dict[str, Document] = {}
    for kind in KINDS:
        file = practices / FOLDER / f"{kind.key}.yml"
        document = read_vocabulary(file, file.relative_to(root).as_posix())
        documents[kind.key] = document
        terms = _terms(kind, document, context_of(found, today))
        found[kind.key] = replace(kind, terms=terms, sound=not document.problems)
    cleared = context_of(found, today).cleared
    for document in documents.values():
        report_personal(document, cleared)
    _releases(found["vrijgegeven"], documents["vrijgegeven"], _texts(practices, root))
    return found, documents


def _releases(kind: Vocabulary, document: Document, texts: Iterable[str]) -> None:
    """What is released would else be refused, and stands somewhere: no more is free than has to be."""

    def report(term_id: str, refusal: Refusal) -> None:
        mark = document.mark_of((document.positions[term_id],))
        document.report(mark, "waarde", *refusal.said(most=MOST_RELEASED))

    owners = _released(kind)
    missing = dict(islice(owners.items(), MOST_RELEASED))
    for term_id in list(owners.values())[MOST_RELEASED : MOST_RELEASED + 1]:
        report(term_id, TOO_MANY_RELEASED)
    for value, term_id in missing.items():
        if not any(findings(value)):
            report(term_id, NOT_PERSONAL)
    for text in texts if missing else ():
        stand = Cleared(tuple(missing)).form
        for value in set(re.findall(stand, text)) if stand else ():
            missing.pop(value, None)
    for term_id in missing.values():
        report(term_id, NOWHERE)


def _released(kind: Vocabulary) -> dict[str, str]:
    """Each text that is released → the id of its entry."""
    return {value: term.id for term in kind.terms.values() for value in (term.label, *term.synonyms)}


def _texts(practices: Path, root: Path) -> Iterator[str]:
    """Every text that a release may be for: practices, other vocabularies, pages."""
    vocabularies = (file for file in (practices / FOLDER).glob("*.yml") if file.stem != "vrijgegeven")
    for file in (*practices.glob("*/*.md"), *vocabularies, *(root / "docs").rglob("*.md")):
        if file.is_file() and not file.is_symlink():
            yield file.read_text("utf-8", errors="replace")


def _terms(kind: Vocabulary, document: Document, context: Context) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for at, _ in enumerate(document.data or ()):
        term = validate(kind.model, document, (at,), context)
        if document.crowded:
            break
        if term is None:
            continue
        if term.id in terms:
            document.report(
                document.mark_of((at, "id")), "id", "double",
                f"{kind.noun} '{term.id}' staat er twee keer in. Haal er één weg"
            )  # fmt: skip
        terms.setdefault(term.id, term)
    _synonyms(kind, terms.values(), document)
    return terms


def _synonyms(kind: Vocabulary, terms: Collection[Term], document: Document) -> None:
    """A word leads to one term only: report those that two terms claim."""
    owners = {word.casefold(): term.id for term in terms for word in (term.id, term.label)}
    places = document.positions
    for term in terms:
        for at, word in enumerate(term.synonyms):
            owner = owners.setdefault(word.casefold(), term.id)
            if document.crowded:
                return
            if owner != term.id:
                document.report(
                    document.mark_of((places[term.id], "synoniemen", at)), "synoniemen", "double",
                    f"'{word}' hoort al bij {kind.noun} '{owner}'. Laat het bij één staan"
                )  # fmt: skip


def context_of(vocabularies: Vocabularies, today: date) -> Context:
    """What front matter is judged against."""
    return Context(
        terms={key: vocabulary.words for key, vocabulary in vocabularies.items()},
        unknown={key: vocabulary.unknown for key, vocabulary in vocabularies.items()},
        today=today,
        cleared=cleared_of(vocabularies),
        unsound=frozenset(key for key, vocabulary in vocabularies.items() if not vocabulary.sound),
    )


def cleared_of(vocabularies: Vocabularies) -> Cleared:
    """What the editors released, and the names of the regions and the places in them."""
    values: list[str] = []
    places: set[str] = set()
    if "vrijgegeven" in vocabularies:
        released = islice(_released(vocabularies["vrijgegeven"]), MOST_RELEASED)
        values += (value for value in released if any(findings(value)))
    if "regios" in vocabularies:
        for region in vocabularies["regios"].terms.values():
            towns = region.municipalities if isinstance(region, Region) else ()
            for name in (region.id, region.label, *region.synonyms, *towns):
                places |= {word for word in re.split("[^a-z]+", name.lower()) if len(word) > 3}
                places.add(re.sub("[^a-z]", "", name.lower()))
    return Cleared(tuple(values), frozenset(places))
