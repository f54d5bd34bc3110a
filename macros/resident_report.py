"""How the pages for residents came out: how heavy, and how plain."""

import gzip
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from .plain import Figures
from .resident_pages import BUDGET

_BLOCKS = {"a", "div", "h1", "h2", "h3", "li", "main", "p", "section", "summary", "ul"}
_COLUMNS = "{:<14}{:>8}{:>9}{:>11}{:>10}{:>11}"


def resident_report(site: Path, words: Iterable[str]) -> Iterator[str]:
    """A table of the pages at `words` in the built `site`; then what keeps one from the B1-indicatie."""
    unmet = []
    yield _COLUMNS.format("voor inwoners", "bytes", "zinnen", "gemiddeld", "langste", "leesgemak")
    for word in words:
        page = (site / word / "index.html").read_bytes()
        figures = Figures.of(paragraphs(page.decode()))
        yield _COLUMNS.format(
            f"/{word}/",
            len(gzip.compress(page, 9)),
            figures.sentences,
            f"{figures.words_per_sentence:.1f}",
            figures.longest_sentence,
            f"{figures.reading_ease:.0f}",
        )
        unmet += [f"/{word}/: {said}" for said in figures.unmet]
        for file in sorted((site / word).rglob("index.html")):
            if (weight := len(gzip.compress(file.read_bytes(), 9))) > BUDGET:
                unmet.append(f"/{file.parent.relative_to(site)}/: {weight} bytes, hoogstens {BUDGET}")
    yield from unmet or ["Alle pagina's halen de B1-indicatie: een formule, geen taalniveau."]


def paragraphs(html: str) -> list[str]:
    """What can be read in the body of a page: the text of each block by itself."""
    return _Blocks(html).texts


class _Blocks(HTMLParser):
    """The texts between one beginning or end of a block and the next."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._parts: list[str] = []
        self.texts: list[str] = []
        self.feed(html.partition("<body>")[2])
        self._end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def _end(self) -> None:
        if text := " ".join("".join(self._parts).split()):
            self.texts.append(text)
        self._parts.clear()
