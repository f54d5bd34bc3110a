"""The pictures that practices show, each read once, and those that nobody shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from .body import pictures
from .document import Document
from .inventory import bounded, name_of, stray
from .picture import Picture, read_picture
from .problem import Problem, Refusal

UNUSED = Refusal(
    "picture-unused",
    "geen praktijk in deze map laat dit plaatje zien. Zet in de tekst op een eigen regel "
    "![Wat er te zien is]({name}), of haal het weg",
)


@dataclass
class Album:
    """What is known so far of the pictures of a project."""

    root: Path
    """The project's folder."""
    there: Mapping[str, frozenset[str]]
    """Folder, from the project's folder → the names of the pictures in it."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with the pictures that were asked for."""
    _read: dict[str, Picture | None] = field(default_factory=dict)
    """Each picture that was asked for, by path; None if it is not right."""
    _shown: set[str] = field(default_factory=set)
    """Paths of all that is shown by practices that were seen."""
    _unsure: set[str] = field(default_factory=set)
    """Folders with a practice of which nobody can tell what it shows."""

    def shown_in(self, document: Document) -> tuple[str, ...]:
        """The paths of the pictures in a practice that are there, sorted."""
        folder = document.path.rpartition("/")[0]
        if not document.body:
            self._unsure.add(folder)
        names = {name for _, name in pictures(document.body, document.body_line)}
        paths = [f"{folder}/{name}" for name in sorted(names & self.there.get(folder, frozenset()))]
        self._shown.update(paths)
        return tuple(paths)

    def picture(self, path: str) -> Picture | None:
        """The picture at a path; None if it is not right."""
        if path not in self._read:
            self._read[path], problems = read_picture(self.root / path, path)
            self.problems += problems
        return self._read[path]

    def unused(self, files: Iterable[Path]) -> Iterator[Problem]:
        """That nobody shows these pictures, as far as practices were seen; `files` are sorted."""
        for folder, found in groupby(files, key=lambda file: file.parent):
            if name_of(folder, self.root) not in self._unsure:
                left = (file for file in found if name_of(file, self.root) not in self._shown)
                told = (stray(file, self.root, UNUSED, name=name_of(file, folder)) for file in left)
                yield from bounded(told, folder, self.root)


def by_folder(files: Iterable[Path], root: Path) -> Mapping[str, frozenset[str]]:
    """The names of sorted files, by the folder that they are in, from the project's folder."""
    return {
        name_of(folder, root): frozenset(name_of(file, folder) for file in found)
        for folder, found in groupby(files, key=lambda file: file.parent)
    }
