"""What a practice records on its answering machine for one spoken address, as data: parts with blanks.

The page, its script, the estimate and the tests all read the same parts. The order is fixed: who is called,
112, what to do if it is urgent, the address, the address again, and to stay on the line if there is one.
Nothing is promised, nobody is asked for a complaint, and no number is made up: what only the practice knows
is a blank.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import ceil
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from .spoken.host import RESERVED

WORDS_A_MINUTE = 115
"""The pace at which older listeners remember most, if the reader pauses at the end of clauses.

Those pauses are in it: without them people speak faster. So an estimate adds none.
"""
WORD = r"[0-9&*#]|[^\x00-@\[-`{-\xbf\u2000-\u206f]+"
"""One word as it is spoken: a digit or sign (`112` is three words), or what stands between other marks."""
SPELT_OUT = "^[bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ]+$"
"""A word without a vowel (`nl`, `ggz`, a letter by itself) is said letter by letter: each is a word."""
LONGEST_NAME = 36
"""Characters of a practice's name; with a longer one, 112 comes later than six seconds."""
LONGEST_SPELT = 6
"""Letters of an address that is still spelt; with much more, the whole takes longer than 25 seconds."""

KEYS = (*"0123456789", "sterretje", "hekje")
"""The keys of a telephone, as they are called."""

_DIGITS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_SAID = {
    **{str(number): name for number, name in enumerate(_DIGITS)},
    ".": "punt",
    "-": "streepje",
    "_": "laag streepje",
    ":": "dubbele punt",
}
_SLASH = ", schuine streep, "


class Kind(Enum):
    """What a part of a message is for, with the name that the page gives it."""

    PRACTICE = "Naam"
    DANGER = "Gevaar (112)"
    URGENT = "Spoed"
    CHOICE = "Keuze"
    ADDRESS = "Adres"
    AGAIN = "Herhaling"
    SPELLING = "Spelling"
    STAY = "Aan de lijn"


@dataclass(frozen=True)
class Blank:
    """Something that only the practice knows."""

    id: str
    label: str
    """Dutch, as the name of a field."""
    stand_in: str
    """What is counted as long as nothing is filled in; the page never shows it as text."""
    choices: tuple[str, ...] = ()
    """What can be filled in; empty where anything can."""
    longest: int = 0
    """Characters of what is filled in, beyond which 112 comes too late; 0 where any length will do."""


PRACTICE = Blank("praktijk", "Naam van uw praktijk", "Huisartsenpraktijk De Linde", longest=LONGEST_NAME)
URGENT_KEY = Blank("spoed", "Uw toets voor spoed", "1", KEYS)
POST = Blank("post", "Nummer van uw huisartsenpost", " ".join(["nul"] * 10))
CHOICE_KEY = Blank("keuze", "Toets voor deze informatie", "3", KEYS)

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Part:
    """One thing to say: a line of the text."""

    kind: Kind
    text: tuple[str | Blank, ...]

    def said(self, values: Mapping[str, str] = NOTHING) -> str:
        """The line with its blanks filled in by id, or with their stand-ins."""
        return "".join(
            piece if isinstance(piece, str) else values.get(piece.id) or piece.stand_in for piece in self.text
        )


@dataclass(frozen=True)
class Message:
    """A whole text to record."""

    id: str
    title: str
    use: str
    """When to choose this one, in a Dutch sentence."""
    parts: tuple[Part, ...]

    @property
    def recordings(self) -> tuple[tuple[Part, ...], ...]:
        """The parts by recording: what follows a choice is recorded under its key."""
        kinds = [part.kind for part in self.parts]
        if Kind.CHOICE not in kinds:
            return (self.parts,)
        end = kinds.index(Kind.CHOICE) + 1
        return self.parts[:end], self.parts[end:]

    @property
    def lasts(self) -> int:
        """`seconds` of the whole, rounded up."""
        return ceil(seconds(self))

    @property
    def danger_said(self) -> int:
        """`seconds` until 112 has been said, rounded up."""
        return ceil(seconds(self, Kind.DANGER))

    def said(self, until: Kind | None = None, values: Mapping[str, str] = NOTHING) -> str:
        """All that is said, or all up to and with the part of kind `until`; blanks as in `Part.said`."""
        kinds = [part.kind for part in self.parts]
        end = kinds.index(until) + 1 if until else len(kinds)
        return " ".join(part.said(values) for part in self.parts[:end])


@dataclass(frozen=True)
class Kit:
    """All texts for one address: what `message.html` shows."""

    url: str
    """Full address of the page for patients."""
    written: str
    """The address as one writes it for people: `leernetwerk.nl/samen`."""
    question: str
    """For whom it is: `Voelt u zich alleen?`"""
    messages: tuple[Message, ...]
    """Long, short, for a menu, and for when the practice is closed."""

    @property
    def reserved(self) -> bool:
        """Whether the host is one that never leads anywhere, so that this is no more than an example."""
        return (urlsplit(self.url).hostname or "").rpartition(".")[2] in RESERVED

    @property
    def sentence(self) -> str:
        """The address in one sentence, for a letter or a website."""
        return f"{self.question} Kijk op {self.written}."

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """What the practice fills in, in order of appearance."""
        pieces = [piece for message in self.messages for part in message.parts for piece in part.text]
        return tuple(dict.fromkeys(piece for piece in pieces if isinstance(piece, Blank)))

    @property
    def rule(self) -> dict[str, Any]:
        """The rule of `seconds` as JSON can hold it, for the page's script."""
        return {"pace": WORDS_A_MINUTE, "word": WORD, "spelt": SPELT_OUT}


def kit(site_url: str, word: str, question: str) -> Kit:
    """The texts for the page at `word` of the site at `site_url`, which is for whom says yes to `question`.

    Raises `ValueError` if `site_url` names no host.
    """
    return Kit(
        url=f"{site_url.rstrip('/')}/{word}/",
        written="/".join([_host(site_url), *_folders(site_url), word]),
        question=question,
        messages=_messages(spoken(site_url, word), word, question),
    )


def spoken(site_url: str, word: str) -> str:
    """The address as it is said: `leernetwerk punt nl, schuine streep, samen`.

    Digits are said one by one, a hyphen is a `streepje`. Raises `ValueError` if `site_url` names no host.
    """
    return _SLASH.join(map(_said, [_host(site_url), *_folders(site_url), word]))


def words(text: str) -> int:
    """How many words are heard, by `WORD` and `SPELT_OUT`."""
    return sum(len(one) if re.search(SPELT_OUT, one) else 1 for one in re.findall(WORD, text))


def seconds(message: Message, until: Kind | None = None, values: Mapping[str, str] = NOTHING) -> float:
    """How long a calm reader takes for `message.said(until, values)`, pauses included."""
    return words(message.said(until, values)) * 60 / WORDS_A_MINUTE


def _messages(address: str, word: str, asked: str) -> tuple[Message, ...]:
    opening = (
        Part(Kind.PRACTICE, (PRACTICE, ".")),
        Part(Kind.DANGER, ("Bel bij levensgevaar één één twee.",)),
        Part(Kind.URGENT, ("Spoed? Toets ", URGENT_KEY, ".")),
    )
    named = Part(Kind.ADDRESS, (f"{asked} Kijk op {address}.",))
    again = Part(Kind.AGAIN, (f"Nog een keer: {address}.",))
    stay = Part(Kind.STAY, ("Of blijf aan de lijn.",))
    ending: tuple[Part, ...]
    if len(word) <= LONGEST_SPELT:
        ending = Part(Kind.SPELLING, (f"{', '.join(word)}.",)), stay
    else:
        ending = (Part(Kind.STAY, ("Wilt u ons spreken? Blijf aan de lijn.",)),)
    choice = Part(Kind.CHOICE, (f"{asked} Toets ", CHOICE_KEY, "."))
    closed = Part(Kind.URGENT, ("Kan het niet wachten? Bel de huisartsenpost: ", POST, "."))
    under_key = Part(Kind.ADDRESS, (f"Kijk op {address}.",))
    return (
        Message(
            "lang",
            "Lange tekst",
            "Voor als u open bent: in de wachtrij, of vóór het doorverbinden.",
            (*opening, named, again, *ending),
        ),
        Message(
            "kort",
            "Korte tekst",
            "Voor als u open bent, op een lijn waarop u al veel zegt.",
            (*opening, named, again, stay),
        ),
        Message(
            "menu",
            "Tekst voor een keuzemenu",
            "Voor als u open bent, met een menu van toetsen. Noem uw andere keuzes na die voor spoed.",
            (*opening, choice, under_key, again, stay),
        ),
        Message(
            "dicht",
            "Tekst voor als u dicht bent",
            "Voor het antwoordapparaat in de avond, de nacht en het weekend.",
            (*opening[:2], closed, named, again),
        ),
    )


def _host(site_url: str) -> str:
    """The host as people type it; a name or password before it is none of theirs."""
    host = urlsplit(site_url).netloc.rpartition("@")[2].lower()
    if not host:
        raise ValueError(f"no host in {site_url!r}")
    return host


def _folders(site_url: str) -> list[str]:
    return [folder for folder in urlsplit(site_url).path.split("/") if folder]


def _said(name: str) -> str:
    return " ".join(re.sub(r"[0-9._:-]", lambda sign: f" {_SAID[sign[0]]} ", name).split())
