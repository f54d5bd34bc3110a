"""What a contribution changes: the files that differ between two commits, by kind."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from .containers import FORMATS
from .problem import START, Problem

_LINK_MODES = {"120000": "symlink", "160000": "submodule"}
"""What git calls a file that only points elsewhere."""
_PICTURES = "|".join(map(re.escape, FORMATS))
_PRACTICE = re.compile(rf"practices/(?![_.])[^/]+/[^/]+(?:\.md|{_PICTURES})")
"""A practice, or a picture beside it."""
_PAGE = re.compile(rf"docs/.+(?:\.md|{_PICTURES})")
"""A page written by hand, or a picture beside it."""
_VOCABULARY = re.compile(r"practices/_vocabulary/[^/]+\.yml")


class UnknownCommit(ValueError):
    """A name that means no commit in this repository."""


class Kind(StrEnum):
    """What a file is to the site, and so who should look at a change of it."""

    PRACTICE = "practice"
    VOCABULARY = "vocabulary"
    PAGE = "page"
    CODE = "code"


@dataclass(frozen=True)
class Change:
    """One file that a contribution adds, changes, moves or removes."""

    path: str
    """Where it is now (or was, if it is gone), relative to the project's folder."""
    status: str
    """As git says it: A(dded), M(odified), D(eleted), R(enamed), C(opied) or T(ype changed)."""
    previous: str | None = None
    """Where it was before it moved."""
    link: str | None = None
    """The rule that it breaks if it only points to something else: `symlink` or `submodule`."""

    @property
    def kind(self) -> Kind:
        """What is touched; a move out of the code or into it counts as code."""
        kinds = {_kind(path) for path in (self.path, self.previous) if path}
        return max(kinds, key=list(Kind).index)


@dataclass(frozen=True)
class Contribution:
    """Everything that differs between two commits, sorted by path."""

    changes: tuple[Change, ...]

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)

    @property
    def mixed(self) -> bool:
        """Whether one who judges the practices would have to judge code as well."""
        return bool(self.of(Kind.PRACTICE) and self.of(Kind.CODE))

    @property
    def paths(self) -> frozenset[str]:
        """Every file that is there after the change."""
        return frozenset(change.path for change in self.changes if change.status != "D")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Files among the practices and pages that point elsewhere; on disk these may not show."""
        return tuple(
            Problem(
                change.path, *START, "bestand", change.link,
                "dit is een verwijzing naar iets anders. Zet het bestand zelf hier neer"
            )
            for change in self.changes
            if change.link and change.path.split("/")[0] in ("practices", "docs")
        )  # fmt: skip


def read(repository: Path, base: str | None, head: str) -> Contribution:
    """What `head` changes since it left `base`; raises `UnknownCommit`.

    Without `base`: the first parent where `head` is a merge, as a forge makes one to try a contribution;
    else where `head` left the main branch.
    """
    new = _commit(repository, head)
    names: tuple[str, ...]
    if base is not None:
        names = (base,)
    elif _found(repository, f"{new}^2"):
        names = (f"{new}^1",)
    else:
        names = ("origin/main", "main")
    old = _commit(repository, *names)
    # From where they parted, so that what others did meanwhile does not count.
    found = _git(repository, "merge-base", old, new)
    if found.returncode:
        raise UnknownCommit(names[-1])
    options = ("--raw", "-z", "--find-renames", "--no-abbrev", "--no-ext-diff", "--no-relative")
    raw = _git(repository, "diff", *options, found.stdout.decode().strip(), new)
    raw.check_returncode()
    changes = _changes(raw.stdout.decode("utf-8", "replace"))
    return Contribution(tuple(sorted(changes, key=lambda change: change.path)))


def _changes(raw: str) -> Iterator[Change]:
    """From `:oldmode newmode oldid newid status`, then one path, or two after a move; all end in NUL."""
    parts = iter(raw.split("\0"))
    for head in parts:
        if head:
            _, mode, _, _, status = head.split(" ")
            path = next(parts)
            previous, path = (path, next(parts)) if status[0] in "RC" else (None, path)
            yield Change(path, status[0], previous, _LINK_MODES.get(mode))


def _kind(path: str) -> Kind:
    if _PRACTICE.fullmatch(path):
        return Kind.PRACTICE
    if _VOCABULARY.fullmatch(path):
        return Kind.VOCABULARY
    return Kind.PAGE if _PAGE.fullmatch(path) else Kind.CODE


def _commit(repository: Path, *names: str) -> str:
    """Id of the first of these that is a commit."""
    ids = (_found(repository, name) for name in names)
    if found := next(filter(None, ids), None):
        return found
    raise UnknownCommit(names[-1])


def _found(repository: Path, name: str) -> str | None:
    done = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return done.stdout.decode().strip() or None


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 – names of commits come after --end-of-options
        ["git", "-C", str(repository), *arguments],  # noqa: S607 – the git of whoever runs this
        capture_output=True,
        check=False,
    )
