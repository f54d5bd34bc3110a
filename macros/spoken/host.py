"""What is weak about the name of the site when it is said on a telephone.

Nothing is refused here: an owner has the name it has. Each rule is a generator that yields remarks; its
docstring is the rule.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..kinds import LONGEST_QUOTE
from ..plain import syllables
from .lexicon import Lexicon
from .rules import Finding
from .sounds import twins

LETTERS = 12
"""Most letters of a name that one keeps in mind while typing; our own choice, a little over an address."""
SYLLABLES = 3
"""Most syllables of a name, with those of the address still to remember; our own choice."""
RESERVED = ("example", "test", "invalid", "localhost")
"""Top-level names that never lead anywhere (RFC 2606)."""

Remark = tuple[str, str]
"""Code and message."""


@dataclass(frozen=True)
class Host:
    """The parts of a site's address, in small letters."""

    labels: tuple[str, ...]
    """What stands between the dots before the last, without `www`."""
    top: str
    """What stands after the last dot; all of it where there is none."""
    www: bool
    port: int | None
    folders: tuple[str, ...]
    """Where the site stands under its host."""


def judge(site_url: str, lexicon: Lexicon) -> Iterator[Finding]:
    """What is weak about the address of a site (`https://samen.nl/`), each as a warning."""
    host = _read(site_url)
    if host is None:
        yield Finding(
            site_url,
            "host-unknown",
            f"'{site_url[:LONGEST_QUOTE]}' is geen webadres. "
            "Zet het adres van de site in mkdocs.yml, zoals https://samen.nl/",
            "warning",
        )
        return
    remarks = [remark for rule in HOST_RULES for remark in rule(host)]
    remarks += [remark for name in host.labels for rule in NAME_RULES for remark in rule(name, lexicon)]
    for code, message in remarks:
        yield Finding(".".join((*host.labels, host.top)), code, message, "warning")


def _real(host: Host) -> Iterator[Remark]:
    """It leads somewhere."""
    if host.top in RESERVED:
        yield "host-reserved", f"'.{host.top}' leidt nergens heen. Zet uw eigen adres in mkdocs.yml"


def _dutch(host: Host) -> Iterator[Remark]:
    """It ends in .nl, which is what people type when they are not sure."""
    if host.top != "nl" and host.top not in RESERVED:
        yield "host-top", f"'.{host.top}' wordt minder goed onthouden dan '.nl'. Neem de naam ook met .nl"


def _one_dot(host: Host) -> Iterator[Remark]:
    """It has one dot."""
    if len(host.labels) > 1:
        said = " punt ".join((*host.labels, host.top))
        yield "host-labels", f"'{said}' heeft meer dan één punt. Neem een naam met één punt"


def _bare(host: Host) -> Iterator[Remark]:
    """It has no www."""
    if host.www:
        yield "host-www", "'www' is lang om te zeggen. Laat de site ook zonder www werken, en noem het niet"


def _no_port(host: Host) -> Iterator[Remark]:
    """It has no port."""
    if host.port is not None:
        yield "host-port", f"':{host.port}' kan niemand onthouden. Neem een adres zonder dubbele punt"


def _no_folder(host: Host) -> Iterator[Remark]:
    """The site stands at the root, so that an address has one slash."""
    if host.folders:
        yield (
            "host-path",
            f"de site staat in de map '{'/'.join(host.folders)}', dus een adres heeft "
            f"{len(host.folders) + 1} schuine strepen. Zet de site in de hoofdmap van een eigen naam",
        )


def _ascii(name: str, lexicon: Lexicon) -> Iterator[Remark]:
    """Its letters are on every keyboard."""
    if not name.isascii():
        yield "host-accent", f"'{name}' heeft een letter met een teken. Neem een naam met gewone letters"


def _no_hyphen(name: str, lexicon: Lexicon) -> Iterator[Remark]:
    """It has no hyphen."""
    if "-" in name:
        yield "host-hyphen", f"het streepje in '{name}' wordt vergeten. Neem de naam ook zonder streepje"


def _no_digit(name: str, lexicon: Lexicon) -> Iterator[Remark]:
    """It has no digit."""
    if re.search("[0-9]", name):
        yield "host-digit", f"het cijfer in '{name}' kan men als woord typen. Neem een naam zonder cijfer"


def _short(name: str, lexicon: Lexicon) -> Iterator[Remark]:
    """It has at most 12 letters."""
    if len(name) > LETTERS:
        yield "host-long", f"'{name}' heeft {len(name)} tekens. Neem een naam van hoogstens {LETTERS}"


def _few_syllables(name: str, lexicon: Lexicon) -> Iterator[Remark]:
    """It has at most three syllables."""
    if (count := syllables(name)) > SYLLABLES:
        yield "host-syllables", f"'{name}' heeft {count} lettergrepen. Neem er hoogstens {SYLLABLES}"


def _one_spelling(name: str, lexicon: Lexicon) -> Iterator[Remark]:
    """No sound in it has two spellings."""
    heard = dict.fromkeys(twin.heard for twin, _ in twins(name) if twin.severity)
    if heard:
        yield "host-spelling", f"wie '{name}' hoort, twijfelt: {'; '.join(heard)}. Spel de naam"


def _common(name: str, lexicon: Lexicon) -> Iterator[Remark]:
    """It consists of common words."""
    if not all(lexicon.parts(part) for part in name.split("-")):
        yield "host-uncommon", f"'{name}' bestaat niet uit gewone woorden. Spel de naam"


def _alone_in_sound(name: str, lexicon: Lexicon) -> Iterator[Remark]:
    """No word in it sounds like another."""
    for word in (word for part in name.split("-") for word in lexicon.parts(part)):
        if others := lexicon.homophones(word):
            said = " en ".join(f"'{other}'" for other in others)
            yield "host-homophone", f"'{word}' in '{name}' klinkt net als {said}. Spel de naam"


HOST_RULES: tuple[Callable[[Host], Iterator[Remark]], ...] = (
    _real,
    _dutch,
    _one_dot,
    _bare,
    _no_port,
    _no_folder,
)
NAME_RULES: tuple[Callable[[str, Lexicon], Iterator[Remark]], ...] = (
    _ascii,
    _no_hyphen,
    _no_digit,
    _short,
    _few_syllables,
    _one_spelling,
    _common,
    _alone_in_sound,
)


def _read(site_url: str) -> Host | None:
    """The parts of an address; none if it has no host."""
    try:
        parts = urlsplit(site_url.strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("idna")  # `xn--` as it is read
    except ValueError:
        return None
    if not host:
        return None
    *labels, top = host.split(".")
    www = labels[:1] == ["www"]
    folders = tuple(folder for folder in parts.path.split("/") if folder)
    return Host(tuple(labels[www:]), top, www, port, folders)
