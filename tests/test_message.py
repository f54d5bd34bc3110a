"""The text to record: what is said, in which order, how long it takes, and what it never says."""

import os
import re
import shutil
import subprocess
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.library import read
from macros.message import (
    LONGEST_NAME,
    LONGEST_SPELT,
    PRACTICE,
    URGENT_KEY,
    Kind,
    Kit,
    Message,
    kit,
    seconds,
    spoken,
    words,
)
from macros.residents import addresses

from .conftest import ROOT, TODAY

SITES = ("https://leernetwerk.nl/", "https://leernetwerk.example/")
ADDRESSES = {one.id: one.question for one in addresses(read(ROOT, TODAY).library)}
NAMES = (PRACTICE.stand_in, "Huisartsenpraktijk De Nieuwe Bogaard", "Gezondheidscentrum Oosterhout-Zuid")

KITS = [kit(site, word, question) for site, (word, question) in product(SITES, ADDRESSES.items())]
MESSAGES = [
    pytest.param(message, id=f"{one.written}-{message.id}") for one in KITS for message in one.messages
]


def spoken_seconds(text: str) -> float:
    """How long the synthetic voice takes, with the silence at its end. `scripts/test` installs it."""
    voice = os.environ.get("ESPEAK") or shutil.which("espeak-ng")
    assert voice, (
        "the tests need espeak-ng (Debian, Ubuntu: apt-get install espeak-ng), or ESPEAK with its path"
    )
    command = [voice, "-v", "nl", "-s", "150", "--stdout", text]
    sound = subprocess.run(command, check=True, capture_output=True).stdout
    # The sizes in its header are those of a stream without an end, so the frames are counted.
    rate, frame = int.from_bytes(sound[24:28], "little"), int.from_bytes(sound[32:34], "little")
    return (len(sound) - sound.index(b"data") - 8) / frame / rate


@pytest.mark.parametrize("message", MESSAGES)
def test_the_synthetic_voice_says_it_in_time(message: Message) -> None:
    for name in NAMES:
        assert len(name) <= LONGEST_NAME
        values = {PRACTICE.id: name}
        assert 2 < spoken_seconds(message.said(Kind.DANGER, values)) <= 6
        urgent = spoken_seconds(message.said(Kind.URGENT, values))
        assert urgent <= (
            9 if URGENT_KEY in message.parts[2].text else 15
        )  # a number takes longer than a key
        assert spoken_seconds(message.said(values=values)) <= 25


def test_the_voice_is_measured_at_all() -> None:
    assert spoken_seconds("één één twee") < spoken_seconds("één één twee, één één twee") < 6


@pytest.mark.parametrize("message", MESSAGES)
def test_the_parts_come_in_the_fixed_order(message: Message) -> None:
    kinds = [part.kind for part in message.parts if part.kind not in (Kind.CHOICE, Kind.SPELLING)]
    stay = [Kind.STAY] if message.id != "dicht" else []
    assert kinds == [Kind.PRACTICE, Kind.DANGER, Kind.URGENT, Kind.ADDRESS, Kind.AGAIN, *stay]


@pytest.mark.parametrize("one", KITS, ids=lambda one: one.written)
def test_the_address_is_said_twice(one: Kit) -> None:
    address = spoken(one.url.rsplit("/", 2)[0], one.url.rsplit("/", 2)[1])
    for message in one.messages:
        assert message.said().count(address) == 2


@pytest.mark.parametrize("message", MESSAGES)
def test_no_number_is_said_but_112(message: Message) -> None:
    text = message.said()
    assert "één één twee" in text
    assert "één één zes" not in text
    fixed = "".join(piece for part in message.parts for piece in part.text if isinstance(piece, str))
    assert not re.search("[0-9]", fixed)  # the keys are the practice's


@pytest.mark.parametrize("message", MESSAGES)
def test_sentences_are_short(message: Message) -> None:
    for sentence in re.split(r"[.?]", message.said()):
        assert words(sentence) <= 15


def test_the_long_text_in_full() -> None:
    (long, short, menu, closed) = kit("https://leernetwerk.nl", "samen", "Voelt u zich alleen?").messages
    assert [part.said() for part in long.parts] == [
        "Huisartsenpraktijk De Linde.",
        "Bel bij levensgevaar één één twee.",
        "Spoed? Toets 1.",
        "Voelt u zich alleen? Kijk op leernetwerk punt nl, schuine streep, samen.",
        "Nog een keer: leernetwerk punt nl, schuine streep, samen.",
        "s, a, m, e, n.",
        "Of blijf aan de lijn.",
    ]
    assert "s, a, m, e, n" not in short.said()
    assert [[part.kind for part in recording] for recording in menu.recordings] == [
        [Kind.PRACTICE, Kind.DANGER, Kind.URGENT, Kind.CHOICE],
        [Kind.ADDRESS, Kind.AGAIN, Kind.STAY],
    ]
    assert "Voelt u zich alleen? Toets 3." in menu.said()
    assert long.recordings == (long.parts,)
    assert [part.said() for part in closed.parts][2] == (
        "Kan het niet wachten? Bel de huisartsenpost: nul nul nul nul nul nul nul nul nul nul."
    )


@pytest.mark.parametrize(("word", "spelt"), [("a" * LONGEST_SPELT, True), ("a" * (LONGEST_SPELT + 1), False)])
def test_a_word_that_is_too_long_is_not_spelt_and_still_the_long_text_is_the_longest(
    word: str, spelt: bool
) -> None:
    long, short, _, _ = kit(SITES[0], word, "Hulp").messages
    assert (Kind.SPELLING in {part.kind for part in long.parts}) == spelt
    assert seconds(long) > seconds(short)


def test_what_only_the_practice_knows_is_a_blank() -> None:
    one = KITS[0]
    assert [blank.id for blank in one.blanks] == ["praktijk", "spoed", "keuze", "post"]
    filled = one.messages[2].said(values={"praktijk": "De Eik", "spoed": "sterretje", "keuze": "4"})
    assert filled.startswith("De Eik. ")
    assert "Spoed? Toets sterretje." in filled
    assert "Toets 4." in filled
    assert all(blank.label for blank in one.blanks)


@pytest.mark.parametrize(
    ("site", "said"),
    [
        ("https://leernetwerk.nl", "leernetwerk punt nl, schuine streep, samen"),
        ("https://Leernetwerk.example/", "leernetwerk punt example, schuine streep, samen"),
        ("https://x.example/net/", "x punt example, schuine streep, net, schuine streep, samen"),
        ("https://zorg-24.nl/", "zorg streepje twee vier punt nl, schuine streep, samen"),
        ("https://a@zorg.nl:80/", "zorg punt nl dubbele punt acht nul, schuine streep, samen"),
    ],
)
def test_an_address_is_said_sign_by_sign(site: str, said: str) -> None:
    assert spoken(site, "samen") == said


@pytest.mark.parametrize("site", ["", "/", "leernetwerk.nl"])
def test_an_address_without_a_host_cannot_be_said(site: str) -> None:
    with pytest.raises(ValueError, match="no host"):
        kit(site, "samen", "Hulp")


def test_a_site_in_a_folder_keeps_it_in_the_address() -> None:
    one = kit("https://x.example/leernetwerk/", "samen", "Voelt u zich alleen?")
    assert one.url == "https://x.example/leernetwerk/samen/"
    assert one.sentence == "Voelt u zich alleen? Kijk op x.example/leernetwerk/samen."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" – … ", 0),
        ("Bel één één twee.", 4),
        ("112", 3),
        ("s, a, m, e, n", 5),
        ("leernetwerk punt nl", 4),
        ("Jansen & Zn.", 4),
        ("Van der Meulen-Bakker", 4),
        ("sterretje *", 2),
        ("Huisarts\u00a0Yıldız", 2),
    ],
)
def test_words_are_counted_as_they_are_heard(text: str, count: int) -> None:
    assert words(text) == count


def test_the_estimate_is_at_115_words_a_minute() -> None:
    long, *_ = kit(SITES[0], "samen", "Voelt u zich alleen?").messages
    assert seconds(long, Kind.DANGER) == pytest.approx(9 * 60 / 115)
    assert seconds(long) == pytest.approx(words(long.said()) * 60 / 115)
    assert seconds(long, values={"praktijk": "A 1"}) < seconds(long)


@given(st.text(), st.text())
def test_what_is_put_together_is_counted_together(one: str, other: str) -> None:
    assert words(f"{one} {other}") == words(one) + words(other)
