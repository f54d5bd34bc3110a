"""The spoken addresses as a whole: judged by the rules, and what else people may type for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .choices import HelpKind
from .document import Document
from .kinds import LONGEST_QUOTE
from .plain import Figures
from .problem import START, Mark, Problem
from .settings import PATH as SETTINGS
from .settings import mark_of
from .spoken import host, rules
from .spoken.lexicon import Lexicon
from .spoken.rules import Finding
from .spoken.variants import Alias, aliases
from .terms import Address, HelpSource
from .vocabulary import Vocabularies

SITE_URL = r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+){0,6}(?::[0-9]{1,5})?(?:/[A-Za-z0-9._-]+){0,5}/?"
"""What `site_url` may be: it is spoken, printed and scanned, so nothing that is written in two ways."""
IN_DANGER = frozenset({"112", "113", "0800-2000"})
"""Numbers that every page for residents begins with: danger to life, suicide, violence at home."""
MOST = 30
"""Addresses: more than anybody can choose from, and each is compared with all others and their variants."""
MADE = ("assets", "data", "print", "templates")
"""Names at the top of the site that no page or address may have: folders of its own, or of MkDocs."""


@dataclass(frozen=True)
class Judgement:
    """What came of judging the addresses; what is wrong with them is in their document."""

    aliases: tuple[Alias, ...]
    remarks: tuple[Problem, ...]
    """What is weak, but can be lived with."""


def judge(
    vocabularies: Vocabularies, documents: Mapping[str, Document], root: Path, lexicon: Lexicon
) -> Judgement:
    """Report in their documents why addresses and sources of help cannot be; `root` is the project."""
    document = documents["adressen"]
    terms = [term for term in vocabularies["adressen"].terms.values() if isinstance(term, Address)]
    sources = {
        key: term for key, term in vocabularies["hulpbronnen"].terms.items() if isinstance(term, HelpSource)
    }
    _reachable(sources, documents["hulpbronnen"])
    if not terms and not document.problems:
        document.report(START, "bestand", "no-address", "hier staat geen adres. Zet er minstens één in")
    places = document.positions
    if len(terms) > MOST:
        mark = document.mark_of((places[terms[MOST].id],))
        message = f"meer dan {MOST} adressen. Kies de belangrijkste"
        document.report(mark, "adressen", "too-many", message)
        return Judgement((), ())
    for term in terms:
        _plain(term, document, places[term.id])
        _answering(term, sources, document, places[term.id])
    found = list(rules.judge([term.id for term in terms], lexicon))
    refused = {finding.word for finding in found if finding.severity == "error"}
    typed = aliases({t.id: t.synonyms for t in terms if t.id not in refused}, _site_names(root))
    remarks = []
    for finding in (*found, *typed.findings):
        mark = document.mark_of((places[finding.word], "id"))
        if finding.severity == "error":
            document.report(mark, "id", finding.code, finding.message)
        else:
            remarks.append(_remark(document.path, mark, "id", finding))
    return Judgement(typed.pages, tuple(remarks))


def _reachable(sources: Mapping[str, HelpSource], document: Document) -> None:
    """Who helps in danger can be called, 112 before all others; who can be read has an address."""
    places = document.positions
    for key, source in sources.items():
        lacks, value = ("url", source.url) if source.kind is HelpKind.READ else ("nummer", source.number)
        if value is None:
            message = f"een hulpbron van de soort '{source.kind}' heeft '{lacks}' nodig. Vul aan"
            document.report(document.mark_of((places[key],)), lacks, "missing", message)
    if document.problems:
        return
    numbers = [one.number for one in sources.values() if one.kind is HelpKind.DANGER]
    if numbers[:1] != ["112"]:
        message = "112 moet de eerste hulpbron van de soort 'gevaar' zijn. Zet die bovenaan"
        document.report(START, "bestand", "danger", message)
    for number in sorted(IN_DANGER - set(numbers)):
        message = f"{number} ontbreekt bij de hulpbronnen van de soort 'gevaar'. Zet het nummer terug"
        document.report(START, "bestand", "danger", message)


def _plain(address: Address, document: Document, at: int) -> None:
    """The text of a page is plain as a whole."""
    for said in Figures.of(_texts(address)).unmet:
        document.report(document.mark_of((at,)), "adressen", "not-plain", said)


def _answering(address: Address, sources: Mapping[str, HelpSource], document: Document, at: int) -> None:
    """Who a page says to call can be called to talk, and where it says to read on can be read."""
    for place, key in enumerate(address.calls):
        if key in sources and sources[key].kind is not HelpKind.TALK:
            message = f"'{key}' is niet om mee te praten. Kies een hulpbron van de soort '{HelpKind.TALK}'"
            document.report(document.mark_of((at, "bellen", place)), "bellen", "no-talk", message)
    for place, item in enumerate(address.elsewhere):
        if item.source in sources and sources[item.source].kind is not HelpKind.READ:
            message = f"'{item.source}' is niet om te lezen. Kies een hulpbron van de soort '{HelpKind.READ}'"
            document.report(
                document.mark_of((at, "verder", place, "bron")), "verder.bron", "no-reading", message
            )


def judge_host(root: Path, site_url: str, lexicon: Lexicon) -> Iterator[Problem]:
    """At its place in the settings: why an address of the site cannot be, or what is weak when it is said."""
    mark = mark_of(root, "site_url")
    if not re.fullmatch(SITE_URL, site_url):
        message = (
            f"'{site_url[:LONGEST_QUOTE]}' kan niet. Schrijf het adres van de site, zoals https://samen.nl/, "
            "met kleine letters en zonder spaties of bijzondere tekens"
        )
        yield Problem(SETTINGS, *mark, "site_url", "site-url", message)
        return
    for finding in host.judge(site_url, lexicon):
        yield _remark(SETTINGS, mark, "site_url", finding)


def _remark(path: str, mark: Mark, name: str, finding: Finding) -> Problem:
    return Problem(path, *mark, name, finding.code, finding.message, "warning")


def _texts(address: Address) -> Iterator[str]:
    """What is written for an address, by paragraph."""
    yield from (address.label, address.question, address.description, *address.today, *address.doctor)
    for item in address.elsewhere:
        yield from (item.title, item.note)


def _site_names(root: Path) -> set[str]:
    """The first parts of the site's other paths."""
    docs = root / "docs"
    return {*MADE, *(file.stem for file in (docs.iterdir() if docs.is_dir() else ()))}
