"""The engines that are compared, all behind one interface: they build in a folder what a browser asks.

In that folder a page calls `open()` of `adapter.js`, which gives a function from a query to addresses.
"""

import importlib.util
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from html import escape
from importlib import metadata, resources
from pathlib import Path
from typing import Protocol

from macros.search.files import FOLDER

from .cards import Card, write
from .cost import Cost, run
from .source import Source


class Engine(Protocol):
    """A way to search."""

    name: str
    adapter: str
    """Its script, in `adapters/`."""

    def missing(self) -> str:
        """What it needs and is not there, in words; empty where it can be tried."""

    def version(self) -> str:
        """Of what others made; empty where nothing is."""

    def build(self, source: Source, folder: Path) -> Cost:
        """Puts in the empty `folder` all that the adapter needs; gives the cost of making the index."""

    def index(self, folder: Path) -> Iterator[Path]:
        """The files of the index, in a folder that `build` filled."""


class Material:
    """Material's own search: the browser fetches all texts, and makes an index of them with lunr."""

    name = "Material for MkDocs (lunr, `lang: nl`)"
    adapter = "material.js"

    def missing(self) -> str:
        return ""

    def version(self) -> str:
        return metadata.version("mkdocs-material")

    def build(self, source: Source, folder: Path) -> Cost:
        scripts = Path(str(resources.files("material") / "templates/assets/javascripts"))
        shutil.copytree(scripts / "lunr", folder / "javascripts/lunr")
        (worker,) = (scripts / "workers").glob("search.*.min.js")
        (folder / "javascripts/workers").mkdir()
        shutil.copy(worker, folder / "javascripts/workers/search.js")
        shutil.copy(source.site / "search/search_index.json", folder)
        seconds = max(source.cost.seconds - source.without.seconds, 0.0)
        return Cost(seconds, max(source.cost.memory - source.without.memory, 0.0))

    def index(self, folder: Path) -> Iterator[Path]:
        yield folder / "search_index.json"


class Pagefind:
    """Pagefind on the pages of the site as they are: in Dutch, so with its Dutch stemmer."""

    name = "Pagefind, `nl`, pages as they are"
    adapter = "pagefind.js"

    def missing(self) -> str:
        found = importlib.util.find_spec("pagefind")
        return "" if found else f"Pagefind ({sys.executable} -m pip install --group engines)"

    def version(self) -> str:
        return metadata.version("pagefind")

    def build(self, source: Source, folder: Path) -> Cost:
        return self._make(source, folder, source.site)

    def index(self, folder: Path) -> Iterator[Path]:
        yield from folder.rglob("*.pf_*")

    def _make(self, source: Source, folder: Path, pages: Path) -> Cost:
        command = [
            sys.executable,
            "-m",
            "macros.engines.pagefind_index",
            str(folder / "pagefind"),
            str(pages),
        ]
        return run(command, source.project)[0]


class PagefindTerms(Pagefind):
    """Pagefind on records in no language, so without a stemmer; our search terms are metadata.

    The records are handed over as small pages: through its interface for Python, Pagefind takes ten a second.
    """

    name = "Pagefind, `unknown`, with our search terms"

    def build(self, source: Source, folder: Path) -> Cost:
        pages = folder / "pages"
        for card in source.cards:
            file = pages / card.url / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(_page(card), "utf-8")
        return self._make(source, folder, pages)


class MiniSearch:
    """MiniSearch over cards: the browser fetches them all, and makes an index of them."""

    name = "MiniSearch, all words, cards with our search terms"
    adapter = "minisearch.js"
    package = "minisearch@7.2.0"
    combine = "AND"

    def missing(self) -> str:
        return (
            ""
            if shutil.which("npm")
            else "npm, that MiniSearch is fetched with (Debian: apt-get install npm)"
        )

    def version(self) -> str:
        return self.package.partition("@")[2]

    def build(self, source: Source, folder: Path) -> Cost:
        command = ["npm", "pack", "--silent", "--ignore-scripts", self.package]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        (archive,) = folder.glob("*.tgz")
        with tarfile.open(archive) as files:
            code = files.extractfile("package/dist/es/index.js")
            (folder / "minisearch.js").write_bytes(code.read() if code else b"")
        (folder / "combine.js").write_text(f'export default "{self.combine}";\n', "utf-8")
        write(source.cards, folder / "cards.json", ("url", "title", "summary", "terms"))
        return Cost(0.0, 0.0)  # the browser makes it

    def index(self, folder: Path) -> Iterator[Path]:
        yield folder / "cards.json"


class MiniSearchAny(MiniSearch):
    """The same, where a page with one of the words will do."""

    name = "MiniSearch, any word, cards with our search terms"
    combine = "OR"


class Own:
    """The search of this site."""

    name = "This site's own"
    adapter = "own.js"

    def missing(self) -> str:
        return ""

    def version(self) -> str:
        return ""

    def build(self, source: Source, folder: Path) -> Cost:
        shutil.copytree(source.site / FOLDER, folder / FOLDER)
        shutil.copytree(source.site / "assets/search", folder / "assets/search")
        command = [sys.executable, "-m", "macros.engines.own_index", str(source.project), str(source.site)]
        cost, seconds = run(command, source.project)
        return Cost(float(seconds), cost.memory)

    def index(self, folder: Path) -> Iterator[Path]:
        yield from (folder / FOLDER).rglob("*.json")


ENGINES: tuple[Engine, ...] = (Own(), MiniSearch(), MiniSearchAny(), PagefindTerms(), Pagefind(), Material())


def fill(engine: Engine, source: Source, folder: Path) -> Cost:
    """Makes `folder`, with all that the engine needs to be tried; gives the cost of its index."""
    folder.mkdir()
    cost = engine.build(source, folder)
    here = Path(__file__).parent
    shutil.copy(here / "trial.html", folder / "index.html")
    shutil.copy(here / "trial.js", folder)
    shutil.copy(here / "adapters" / engine.adapter, folder / "adapter.js")
    return cost


def _page(card: Card) -> str:
    """A card as a page in no language."""
    title, summary, text, terms = map(escape, (card.title, card.summary, card.text, card.terms))
    words = f'<div data-pagefind-meta="zoektermen[data-terms]" data-terms="{terms}"></div>'
    return f"<!doctype html><html><body><main><h1>{title}</h1>{words}<p>{summary}</p><p>{text}</p></main>"
