"""The corpus of hostile entries: what a contribution may carry, and what has to come of it.

Each file of `data/hostile/` holds the entries of one class of threat. An entry begins with a line
`=== name | how | outcome | line:column`; what follows, to the next such line, is its text.

How the text becomes a file, in a project with the real vocabularies:

- `head`: a right practice in which these keys take the place of its own;
- `residents`: likewise, with these keys in a block for residents;
- `every`: a practice with all keys, and this text as the value of each that takes free text;
  `professional`: likewise, without the block for residents, who do not know every abbreviation;
- `body`: a right practice with this text under a heading; `sections`: with this for its whole text;
- `file`: the whole file; `terms KEY`: put at the end of that vocabulary;
- `tree`: no text but recipes, one a line (`file PATH`, `link PATH TARGET`, `pipe PATH`, `folder PATH`): what
  lies in `practices/`, each file with a right practice in it; the first is the one at fault.

` as ENCODING` after it says how the file is stored. In a text, ⟨U+202E⟩ is a character, ⟨0xFF⟩ a byte, and
⟨300 × [⟩ that many of what follows, in which ⏎ ends a line. Outcome: `accepted`, or the codes of the problems
that there must be, of which the first stands at the place named; a code may be a pattern (`personal*`), or
more of them (`image/link`).
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .conftest import VALID

FOLDER = Path(__file__).parent / "data/hostile"
_HEADER = re.compile(r"^=== (.+)\n", re.MULTILINE)
_MARKER = re.compile(r"⟨(?:U\+([0-9A-F]+)|0x([0-9A-F]{2})|([0-9]+) × ([^⟩]+))⟩")
_KEY = re.compile(r"^([a-z_]+):.*\n(?:(?![a-z_]+:|---).*\n)*", re.MULTILINE)
_FULL = (FOLDER / "full.md").read_text("utf-8")
_RESIDENTS = (
    "wat: Wij koken elke week samen.\nvoor_wie: U kunt altijd meedoen.\nhoe: Kom naar het buurthuis.\n"
)


@dataclass(frozen=True)
class Entry:
    """One thing that somebody sends."""

    threat: str
    """The class it is of: the name of its file."""
    name: str
    how: str
    codes: tuple[str, ...]
    """What must be said of it; nothing if it is accepted."""
    place: str
    """`line:column` of the first code."""
    text: str

    @property
    def slug(self) -> str:
        """What its file is called, unless it says so itself."""
        return f"{self.threat}-{self.name}"

    @property
    def accepted(self) -> bool:
        """Whether the check has nothing to say of it."""
        return not self.codes

    @property
    def expanded(self) -> str:
        """The text with the characters that it names."""
        return _expanded(self.text)

    def put(self, practices: Path, region: str = "groningen") -> str:
        """Write it below the folder `practices`; the path there of the file that is at fault."""
        how, _, encoding = self.how.partition(" as ")
        if how == "tree":
            recipes = [[_expanded(word) for word in line.split()] for line in self.text.splitlines()]
            for verb, path, *target in recipes:
                _make(verb, practices / path, *target)
            return recipes[0][1]
        kind, _, vocabulary = how.partition(" ")
        path = f"_vocabulary/{vocabulary}.yml" if vocabulary else f"{region}/{self.slug}.md"
        file = practices / path
        file.parent.mkdir(exist_ok=True)
        before = file.read_bytes() if vocabulary else b""
        whole = _expanded(_whole(kind, self.text)).replace("[groningen]", f"[{region}]")
        file.write_bytes(before + whole.encode(encoding or "utf-8", "surrogateescape"))
        return path


def entries() -> Iterator[Entry]:
    """Every entry, in order of class."""
    for file in sorted(FOLDER.glob("*.txt")):
        _, *parts = _HEADER.split(file.read_text("utf-8"))
        for header, text in zip(parts[::2], parts[1::2], strict=True):
            name, how, outcome, place, *_ = [*map(str.strip, header.split("|")), "", ""]
            codes = () if outcome == "accepted" else tuple(outcome.split(", "))
            yield Entry(file.stem, name, how, codes, place, text.rstrip("\n") + "\n")


def _whole(kind: str, text: str) -> str:
    """The text of the whole file."""
    match kind:
        case "head":
            return _replaced(VALID, text)
        case "residents":
            block = re.sub("^", "  ", _replaced(_RESIDENTS, text), flags=re.MULTILINE).rstrip(" ")
            return _replaced(VALID, f"inwoners:\n{block}")
        case "every" | "professional":
            full = _FULL if kind == "every" else _replaced(_FULL, "", without="inwoners")
            return full.replace("§", text.strip().replace("'", "''"))
        case "body":
            return VALID[: VALID.index("Wie wacht")] + text
        case "sections":
            return VALID[: VALID.index("## ")] + text
        case "file" | "terms":
            return text
    raise ValueError(kind)


def _replaced(base: str, keys: str, without: str = "") -> str:
    """`base` with these lines in the place of the first key that they name, and `without` another."""
    named = {without, *(match[1] for match in _KEY.finditer(keys))}
    found = [match for match in _KEY.finditer(base) if match[1] in named]
    fence = base.find("\n---\n") + 1  # of a practice, the end of its head
    at = found[0].start() if found else fence or len(base)
    for match in reversed(found):
        base = base[: match.start()] + base[match.end() :]
    return base[:at] + keys + base[at:]


def _expanded(text: str) -> str:
    def expand(match: re.Match[str]) -> str:
        character, byte, times, piece = match.groups()
        if times:
            return str(piece.replace("⏎", "\n") * int(times))
        return (
            chr(int(character, 16)) if character else bytes.fromhex(byte).decode("utf-8", "surrogateescape")
        )

    return _MARKER.sub(expand, text)


def _make(verb: str, path: Path, target: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    match verb:
        case "file":
            path.write_text(VALID, "utf-8")
        case "link":
            path.symlink_to(target)
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case _:
            raise ValueError(verb)
