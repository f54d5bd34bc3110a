"""What the engines are compared on: a project, the site that is built of it, and its records."""

import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from macros.commands.bench import COPIED
from macros.library import Library, read
from macros.search import compounds
from macros.search.records import records
from macros.spoken import lexicon

from . import cards, synthetic
from .cost import Cost, run

_SEARCH = "  - search:\n      lang: nl\n"


@dataclass(frozen=True)
class Source:
    """A project with its site."""

    project: Path
    site: Path
    """Built with Material's search besides our own."""
    cost: Cost
    """Of that build."""
    without: Cost
    """Of the same build without Material's search."""

    @cached_property
    def library(self) -> Library:
        """Its practices."""
        return read(self.project, date.today()).library

    @cached_property
    def cards(self) -> Sequence[cards.Card]:
        """All that can be found."""
        same = self.library.vocabularies["begrippen"].terms.values()
        found = records(self.library, cards.lessons(self.site))
        return tuple(cards.cards(found, compounds.read(), same))

    @cached_property
    def different_words(self) -> int:
        """How many different words the practices have."""
        return synthetic.different_words(
            f"{one.front.title} {one.front.summary} {one.body}" for one in self.library.practices
        )


def make(root: Path, folder: Path, practices: int) -> Source:
    """A source in `folder`: the project in `root`, with made-up practices up to so many; 0 for none."""
    project, site = folder / "project", folder / "site"
    project.mkdir(parents=True)
    for name in COPIED:
        source = root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    library = read(root, date.today()).library
    more = max(practices - len(library.practices), 0)
    for path, text in synthetic.practices(library, lexicon.read(), more):
        file = project / "practices" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    without = _build(project, folder / "without")
    shutil.rmtree(folder / "without")
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(re.sub(r"^plugins:\n", rf"\g<0>{_SEARCH}", text, flags=re.MULTILINE), "utf-8")
    return Source(project, site, _build(project, site), without)


def _build(project: Path, site: Path) -> Cost:
    cost, _ = run([sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", str(site)], project)
    return cost
