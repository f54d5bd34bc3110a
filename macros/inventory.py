"""What lies in `practices/`: practices, pictures beside them, and what has no place there.

`handwritten` looks at `docs/` in the same way.
Nothing is opened here, no link is followed, and no folder is listed to its end if it holds too much.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from .characters import printable
from .containers import FORMATS
from .problem import START, Problem, Refusal
from .vocabulary import FOLDER, KINDS

BESIDE_REGIONS = ("_LICENTIE.md", "_sjabloon.md")
"""The files that are in no folder of a region."""
MOST_FILES = 5_000
"""In one folder; a region has some hundreds of practices at most."""
MOST_SAID = 20
"""Problems with what lies in one folder that are named one by one."""

SYMLINK = Refusal("symlink", "dit is een verwijzing naar iets anders. Zet het bestand zelf hier neer")
NO_FOLDER = Refusal("stray", "dit hoort een map te zijn, met praktijken erin. Zet de map terug")
UNREADABLE = Refusal("unreadable", "deze map is niet te lezen. Geef iedereen het recht om haar te lezen")
TOO_MANY = Refusal("too-many-files", "meer dan {most} bestanden in één map. Haal weg wat hier niet hoort")
AND_MORE = Refusal("stray", "hier staan nog {count} bestanden die er niet horen. Haal ze weg")
SPECIAL = Refusal("special", "dit is geen gewoon bestand. Haal het weg")
SUBMODULE = Refusal(
    "submodule", "dit is een ander project (een submodule). Haal het weg en zet de praktijken zelf hier neer"
)
EMPTY = Refusal("empty-folder", "deze map is leeg, of wijst naar een ander project. Haal haar weg")
NESTED = Refusal("stray", "een map in een regiomap kan niet. Zet wat erin staat in de regiomap zelf")
NOT_IN_REGION = Refusal("stray", "een praktijk staat in de map van haar regio. Verplaats het bestand")
HIDDEN = Refusal("stray", "een naam met een punt of een liggend streepje vooraan kan hier niet. Haal dit weg")
NO_VOCABULARY = Refusal("stray", "deze woordenlijst bestaat niet. Bekend zijn: {known}. Haal dit weg")
FOREIGN = Refusal("stray", "hier staan alleen praktijken (.md) en hun plaatjes ({suffixes}). {advice}")

_LEFT_ALONE = ".DS_Store"
"""What macOS leaves in each folder that somebody looked at."""
_ADVICE = {
    "Noem een praktijk naam.md, met kleine letters": (
        "", ".md", ".markdown", ".mdown", ".mkd", ".mdx", ".txt", ".yml", ".yaml",
    ),
    "Noem een plaatje naam.jpg, met kleine letters": (*FORMATS, ".jpe", ".jfif"),
    "Bewaar het plaatje als jpg, png of webp": (
        ".svg", ".svgz", ".gif", ".apng", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".ico", ".psd",
    ),
    "Zet de tekst in een praktijk, en het document op uw eigen website, met een link": (
        ".doc", ".docx", ".odt", ".rtf", ".pdf", ".pages", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx",
        ".odp", ".epub",
    ),
    "Zet de opname op uw eigen website, met een link": (
        ".mp3", ".mp4", ".m4a", ".m4v", ".mov", ".avi", ".mkv", ".wav", ".webm", ".ogg",
    ),
    "Schrijf gewone tekst in een praktijk": (
        ".html", ".htm", ".xhtml", ".mht", ".xml", ".js", ".mjs", ".css", ".php", ".json",
    ),
    "Pak het uit, en zet alleen de praktijk en haar plaatjes hier": (
        ".zip", ".rar", ".7z", ".gz", ".tar", ".tgz",
    ),
}  # fmt: skip
"""What to do with a file of another type; its suffix is in small letters here."""


Entries = list["os.DirEntry[str]"]


@dataclass(frozen=True)
class Inventory:
    """What was found, each sorted by folder and name."""

    practices: tuple[Path, ...]
    pictures: tuple[Path, ...]
    problems: tuple[Problem, ...]
    """All that is wrong but with the practices and pictures themselves."""


def take(folder: Path, root: Path) -> Inventory:
    """See what is in `folder`, that of all practices; never raises for what is there.

    Problems name files from `root`, the project's folder.
    """
    regions: list[Path] = []
    practices: list[Path] = []
    pictures: list[Path] = []
    problems = [*_judged(folder, root, partial(_top, regions))]
    if (folder / FOLDER).is_dir() and not (folder / FOLDER).is_symlink():
        problems += _judged(folder / FOLDER, root, _vocabularies)
    for region in regions:
        problems += _judged(region, root, partial(_region, region, practices, pictures))
    return Inventory(tuple(practices), tuple(pictures), tuple(problems))


def bounded(found: Iterator[Problem], folder: Path, root: Path) -> Iterator[Problem]:
    """The first problems with what lies in a folder, and how many others there are."""
    yield from islice(found, MOST_SAID)
    if more := sum(1 for _ in found):
        yield stray(folder, root, AND_MORE, count=more)


def stray(file: Path, root: Path, refusal: Refusal, **filled: object) -> Problem:
    """A problem with a file or folder as a whole."""
    code, message = refusal.said(**filled)
    return Problem(name_of(file, root), *START, "bestand", code, printable(message))


def name_of(path: Path, root: Path) -> str:
    """How messages name a file. Links are not followed: a link is a problem of its own."""
    path = path.absolute()
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return os.fsencode(name).decode("utf-8", "replace")


def entries_of(folder: Path) -> Entries | Refusal:
    """What is in a folder, in order of name; or else why that cannot be told."""
    if folder.is_symlink():
        return SYMLINK
    if not folder.is_dir():
        return NO_FOLDER
    try:
        with os.scandir(folder) as found:
            entries = list(islice(found, MOST_FILES + 1))
    except OSError:
        return UNREADABLE
    if len(entries) > MOST_FILES:
        return TOO_MANY
    return sorted((one for one in entries if one.name != _LEFT_ALONE), key=lambda one: one.name)


def _judged(
    folder: Path, root: Path, judge: Callable[[Entries, Path], Iterator[Problem]]
) -> Iterator[Problem]:
    """What `judge` has against the entries of a folder; or why they cannot be told."""
    entries = entries_of(folder)
    if isinstance(entries, Refusal):
        yield stray(folder, root, entries, most=MOST_FILES)
    else:
        yield from bounded(judge(entries, root), folder, root)


def _top(regions: list[Path], entries: Entries, root: Path) -> Iterator[Problem]:
    """What is wrong in the practices' folder itself; the folders of regions are put in `regions`."""
    for entry in entries:
        file, special = Path(entry.path), entry.name[0] in "_."
        if entry.is_symlink():
            yield stray(file, root, SYMLINK)
        elif entry.is_dir():
            if not special:
                regions.append(file)
            elif entry.name != FOLDER:
                yield stray(file, root, HIDDEN)
        elif not entry.is_file():
            yield stray(file, root, SPECIAL)
        elif entry.name not in BESIDE_REGIONS:
            yield stray(file, root, HIDDEN if special else NOT_IN_REGION)


def _vocabularies(entries: Entries, root: Path) -> Iterator[Problem]:
    """What is no vocabulary in their folder; the vocabularies speak for themselves."""
    known = {f"{kind.key}.yml" for kind in KINDS}
    for entry in entries:
        if entry.name not in known:
            yield stray(Path(entry.path), root, NO_VOCABULARY, known=", ".join(sorted(known)))


def _region(
    folder: Path, practices: list[Path], pictures: list[Path], entries: Entries, root: Path
) -> Iterator[Problem]:
    """What is wrong in a region's folder; its practices and pictures are put in those lists."""
    if not entries:
        yield stray(folder, root, EMPTY)
    for entry in entries:
        file = Path(entry.path)
        if entry.is_symlink():
            yield stray(file, root, SYMLINK)
        elif entry.name == ".git":
            yield stray(folder, root, SUBMODULE)
        elif entry.is_dir():
            yield stray(file, root, NESTED)
        elif not entry.is_file():
            yield stray(file, root, SPECIAL)
        elif entry.name.startswith("."):
            yield stray(file, root, HIDDEN)
        elif file.suffix == ".md":
            practices.append(file)
        elif file.suffix in FORMATS:
            pictures.append(file)
        else:
            advice = _advice(file.suffix.lower())
            yield stray(file, root, FOREIGN, suffixes=", ".join(FORMATS), advice=advice)


def _advice(suffix: str) -> str:
    return next((advice for advice, suffixes in _ADVICE.items() if suffix in suffixes), "Haal dit weg")
