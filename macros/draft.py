"""A practice that is being written: not a file yet, but judged as if it were."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .checks import Surroundings, examine
from .document import Document
from .problem import Problem
from .source import practice_of
from .writing import written


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

    def problems(self, surroundings: Surroundings) -> tuple[Problem, ...]:
        """All that `scripts/check` would say of the file, in its words; sorted by place."""
        document = practice_of(self.text.encode(), Document(self.path))
        examine(document, surroundings)
        return tuple(sorted(document.problems))
