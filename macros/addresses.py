"""The spoken addresses as a whole: judged by the rules, and what else people may type for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .document import Document
from .plain import Figures
from .problem import START, Mark, Problem
from .spoken import host, rules
from .spoken.lexicon import Lexicon
from .spoken.rules import Finding
from .spoken.variants import Alias, aliases
from .terms import Address
from .vocabulary import Vocabulary

SETTINGS = "mkdocs.yml"
_MADE = ("assets", "data")
"""Folders of the site that have none in `docs/`."""


@dataclass(frozen=True)
class Judgement:
    """What came of judging the addresses; what is wrong with them is in their document."""

    aliases: tuple[Alias, ...]
    remarks: tuple[Problem, ...]
    """What is weak, but can be lived with."""


def judge(vocabulary: Vocabulary, document: Document, root: Path, lexicon: Lexicon) -> Judgement:
    """Report in `document` why addresses cannot be, or are not plain; `root` is the project's folder."""
    terms = [term for term in vocabulary.terms.values() if isinstance(term, Address)]
    found = list(rules.judge([term.id for term in terms], lexicon))
    refused = {finding.word for finding in found if finding.severity == "error"}
    typed = aliases({t.id: t.synonyms for t in terms if t.id not in refused}, _site_names(root))
    places = {item["id"]: at for at, item in enumerate(document.data or ()) if _is_address(item)}
    remarks = []
    for finding in (*found, *typed.findings):
        mark = document.mark_of((places[finding.word], "id"))
        if finding.severity == "error":
            document.report(mark, "id", finding.code, finding.message)
        else:
            remarks.append(_remark(document.path, mark, "id", finding))
    for term in terms:
        for said in Figures.of(_texts(term)).unmet:
            document.report(document.mark_of((places[term.id],)), "adressen", "not-plain", said)
    return Judgement(typed.pages, tuple(remarks))


def judge_host(root: Path, site_url: str, lexicon: Lexicon) -> Iterator[Problem]:
    """What is weak about the name of the site when it is said aloud, at its place in the settings."""
    lines = (root / SETTINGS).read_text("utf-8").splitlines()
    line = next((at for at, text in enumerate(lines, 1) if text.startswith("site_url:")), START.line)
    for finding in host.judge(site_url, lexicon):
        yield _remark(SETTINGS, Mark(line, 1), "site_url", finding)


def _remark(path: str, mark: Mark, name: str, finding: Finding) -> Problem:
    return Problem(path, *mark, name, finding.code, finding.message, "warning")


def _texts(address: Address) -> Iterator[str]:
    """What is written for an address, by paragraph."""
    yield from (address.label, address.question, address.description, *address.today, *address.doctor)
    for item in address.elsewhere:
        yield from (item.title, item.note)


def _is_address(item: object) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str)


def _site_names(root: Path) -> set[str]:
    """The first parts of the site's other paths."""
    docs = root / "docs"
    return {*_MADE, *(file.stem for file in (docs.iterdir() if docs.is_dir() else ()))}
