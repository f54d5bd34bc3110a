"""What the form on GitHub asks for, box by box, from the field model.

The form is made of them, and what somebody filled in is read by them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .draft import slug_of
from .library import Library
from .model import SECTIONS
from .options import options_of
from .reference import Entry, entries

SEPARATOR = " | "
"""Between the parts of a group on one line."""
LEFT_OUT = ("toepassingen.aantal", "erkenning", "verwant", "inwoners", "gecontroleerd")
"""Keys that are not asked for: they need knowledge of the site, or (the last) follow from the day."""
PROMISES = (
    "De tekst mag onder CC BY 4.0 verschijnen: iedereen mag haar gebruiken, met bronvermelding.",
    "Er staan geen namen, telefoonnummers of mailadressen van personen in, en niets over een cliënt.",
)
"""What somebody must tick before the form can be sent."""
PROMISES_LABEL = "Uw akkoord"
"""What stands above these."""


@dataclass(frozen=True)
class Box:
    """One thing that the form asks for."""

    id: str
    label: str
    """What GitHub shows above it, and writes above the answer."""
    help: str
    required: bool
    path: tuple[str, ...] = ()
    """The key in front matter, and perhaps the key inside it; empty for a section of the text."""
    entry: Entry | None = None
    """The same key in the field model."""
    parts: Sequence[Entry] = ()
    """What each line holds, where it is a list of groups."""
    options: Sequence[str] = ()
    """Labels to choose from."""

    @property
    def kind(self) -> str:
        """GitHub's name for such a box."""
        if self.options:
            return "dropdown"
        short = self.entry and not self.entry.several and not self.entry.long
        return "input" if short else "textarea"


def boxes(library: Library) -> tuple[Box, ...]:
    """Everything that the form asks for, in order, but for the promises at its end."""
    found = [box for entry in _asked("", entries()) for box in _boxes(entry, library)]
    for heading, question in SECTIONS.items():
        found.append(Box(f"tekst-{slug_of(heading)}", heading, question, required=False))
    return tuple(found)


def _asked(above: str, keys: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in keys if f"{above}{entry.key}" not in LEFT_OUT]


def _boxes(entry: Entry, library: Library) -> list[Box]:
    """One box for a key, or one for each key in a group that comes once."""
    if entry.parts and not entry.several:
        return [
            Box(
                f"{entry.key}-{part.key}", f"{entry.title}: {part.title}", _help(part), required=False,
                path=(entry.key, part.key), entry=part, options=_labels(part, library),
            )
            for part in _asked(f"{entry.key}.", entry.parts)
        ]  # fmt: skip
    parts = _asked(f"{entry.key}.", entry.parts)
    return [
        Box(
            entry.key, entry.title, _help_with_parts(entry, parts, library) if parts else _help(entry),
            entry.required, (entry.key,), entry, parts, _labels(entry, library),
        )
    ]  # fmt: skip


def _labels(entry: Entry, library: Library) -> list[str]:
    return [] if entry.parts else [option.label for option in options_of(entry, library)]


def _help(entry: Entry) -> str:
    if entry.choices:
        meanings = (f"{choice.label}: {choice.description}" for choice in entry.choices)
        return " ".join((entry.help, *meanings))
    return f"{entry.help} Eén per regel." if entry.several and not entry.vocabulary else entry.help


def _help_with_parts(entry: Entry, parts: Sequence[Entry], library: Library) -> str:
    """What each line must hold, part by part."""
    order = SEPARATOR.join(part.title.lower() for part in parts)
    lines = [
        f"{entry.help} Zet er één op elke regel, in deze volgorde: `{order}`. "
        "Wat u niet weet, laat u leeg; de streep ertussen blijft staan."
    ]
    for part in parts:
        need = " (verplicht)" if part.required else ""
        lines.append(f"- **{part.title}**{need}: {part.help}{_words(part, library)}")
    return "\n".join(lines)


def _words(part: Entry, library: Library) -> str:
    """The words that a part of a line can be; a long list that is already in the form is not repeated."""
    options = options_of(part, library)
    if not options:
        return ""
    offered = (entry for entry in _asked("", entries()) if entry.vocabulary == part.vocabulary)
    other = next(offered, None) if part.vocabulary else None
    if other:
        extra = ", of onbekend" if part.or_unknown else ""
        return f" Kies een naam uit de lijst bij *{other.title}*{extra}."
    return f" Kies uit: {'; '.join(option.label for option in options)}."
