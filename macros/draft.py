"""A practice that is being written: not a file yet, but judged as if it were."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .checks import LONGEST_SLUG, NAME_TWICE, Surroundings, examine
from .document import Document
from .problem import START, Problem
from .source import practice_of
from .writing import written

_NAME_CODES = ("slug", "slug-twice", "folder")


@dataclass(frozen=True)
class Draft:
    """What somebody filled in, and under which name it is to be kept."""

    folder: str
    """The id of the region that will maintain it."""
    slug: str
    front: Mapping[str, Any]
    """Front matter by key, with texts, lists and mappings as values."""
    sections: Mapping[str, str]
    """Markdown by heading."""

    @property
    def path(self) -> str:
        """Where its file belongs, from the project's folder."""
        return f"practices/{self.folder}/{self.slug}.md"

    @property
    def text(self) -> str:
        """The file."""
        return written(self.front, self.sections)

    def problems(self, surroundings: Surroundings, *, new: bool = False) -> tuple[Problem, ...]:
        """All that `scripts/check` would say of the file, in its words; sorted by place.

        If it is to be `new`, it is also wrong that a file by its name is there already.
        """
        document = practice_of(self.text.encode(), Document(self.path))
        examine(document, surroundings)
        if new and self.path in surroundings.slugs.get(self.slug.casefold(), ()):
            document.report(START, "bestand", *NAME_TWICE.said(value=self.slug, other=self.path))
        return tuple(sorted(document.problems))

    def against(self, path: str, surroundings: Surroundings) -> list[str]:
        """What the checks have against it as far as `path` goes (`bronnen.url`, `tekst`), as sentences.

        Its name and folder are left aside: they are the last thing that a writer decides.
        """
        return [
            f"{problem.message}."
            for problem in self.problems(surroundings)
            if f"{problem.field}.".startswith(f"{path}.")
            or f"{path}.".startswith(f"{problem.field}.")
            or (problem.field == "bestand" and problem.code not in _NAME_CODES)
        ]


def slug_of(title: str) -> str:
    """A title as the name of a file: `Thema's & Één` becomes `themas-een`; empty if nothing is left of it."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall("[a-z0-9]+", plain.replace("'", "")))
    if len(slug) <= LONGEST_SLUG:
        return slug
    return slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
