"""One problem in a contributed file: where it is, and what to do about it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Mark(NamedTuple):
    """A place in a text file; both numbers count from 1, columns in characters."""

    line: int
    column: int


START = Mark(1, 1)


@dataclass(frozen=True, order=True)
class Problem:
    """Something that a contributor has to mend; sorts by file and place."""

    path: str
    """File, relative to the project's folder, with forward slashes."""
    line: int
    column: int
    field: str
    """Dotted path of front-matter keys, without list positions (`bronnen.url`); or
    `bestand` for the file as a whole, `tekst` for the Markdown under the front matter."""
    code: str
    """Stable, machine-readable name of the rule that found it."""
    message: str
    """Dutch, for the contributor; says what to do next."""
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.field}: {self.message}"


@dataclass(frozen=True)
class Refusal:
    """What a rule says of what breaks it."""

    code: str
    """Stable, machine-readable."""
    message: str
    """Dutch, with `{names}` to fill in."""

    def said(self, **filled: object) -> tuple[str, str]:
        """The code, and the message with its names filled in."""
        return self.code, self.message.format(**filled)
