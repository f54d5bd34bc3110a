"""What engines that search records are given: each page that can be found, with our search terms."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

from macros.search.compounds import Compounds
from macros.search.language import phrase, words
from macros.search.records import BODY, Lesson, Record
from macros.terms import Term

_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')


@dataclass(frozen=True)
class Card:
    """A page that can be found."""

    url: str
    title: str
    summary: str
    text: str
    terms: str
    """By what else it is to be found: names of its terms, parts of compounds, words that mean the same."""


def cards(records: Sequence[Record], compounds: Compounds, same: Iterable[Term]) -> Iterator[Card]:
    """A card of each record; `same` are groups of names that mean the same."""
    used = {word for record in records for _, text in record.weighed for word in words(text)}
    parts = {word: compounds.parts(word, used) for word in used}
    groups = [(term.label, *term.synonyms) for term in same]
    phrases = [([f" {phrase(name)} " for name in names], names) for names in groups]
    for record in records:
        whole = " ".join(text for _, text in record.weighed)
        flat = f" {phrase(whole)} "
        terms = [text for weight, text in record.texts if weight > BODY]
        terms += [part for word in words(whole) for part in parts[word]]
        terms += [name for flats, names in phrases if any(one in flat for one in flats) for name in names]
        text = " ".join(text for weight, text in record.texts if weight <= BODY)
        yield Card(record.url, record.title, record.summary, text, " ".join(dict.fromkeys(terms)))


def write(made: Iterable[Card], file: Path, keys: Sequence[str]) -> None:
    """These keys of the cards, as JSON."""
    rows = [{key: value for key, value in asdict(card).items() if key in keys} for card in made]
    file.write_text(json.dumps(rows, ensure_ascii=False, separators=(",", ":")), "utf-8")


def lessons(site: Path) -> Iterator[Lesson]:
    """The lessons of a built site."""
    for file in sorted(site.glob("lessen/*/index.html")):
        html = file.read_text("utf-8")
        main, title, description = (form.search(html) for form in (_MAIN, _TITLE, _DESCRIPTION))
        if main and title and description:
            url = f"{file.parent.relative_to(site).as_posix()}/"
            yield Lesson(url, unescape(title[1]), unescape(description[1]), main[0])
