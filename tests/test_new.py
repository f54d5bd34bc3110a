"""`scripts/new`: a conversation that ends in a practice that the checks accept, or in nothing at all."""

import os
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.commands.new import converse
from macros.draft import slug_of
from macros.library import read

from .conftest import ROOT, TODAY, VALID
from .test_commands import run

COMMAND = [sys.executable, "-P", "-m", "macros.commands.new"]

ANSWERS = """\
Koken in de wijk: samen eten
Bewoners koken elke week samen. Zo horen de wijkverpleegkundigen vroeg wat er speelt.
twente, gron
wonen, welz, 1
10, wijkverpleging

pilot
16
opstart
De gemeente gaf een startbedrag.
2027-03

Verslag van de kookgroep
Welzijn Voorbeeld
2026-06
https://www.voorbeeld.example/verslag



gestart, knelp, werk, toepassingen
2026-03
elkaar kennen

een keuken

De keuken is overdag verhuurd
organisatie
gesprek



drenthe

2026-06



Mensen aten alleen.

Dat kon anders.
.




- Wat kost het?
.
ja
""".splitlines()

EXPECTED = f"""\
---
titel: 'Koken in de wijk: samen eten'
samenvatting: Bewoners koken elke week samen. Zo horen de wijkverpleegkundigen vroeg wat er speelt.
regios: [twente, groningen]
themas: [wonen, welzijn, preventie]
domeinen: [welzijn, wijkverpleging]
doelgroepen:
  - onbekend
fase: pilot
gestart: 2026-03
financiering:
  - route: subsidie-pilot
    voor: opstart
    toelichting: De gemeente gaf een startbedrag.
    tot: 2027-03
werkt_door:
  zacht:
    - elkaar kennen
  hard:
    - een keuken
knelpunten:
  - titel: De keuken is overdag verhuurd
    niveau: organisatie
    status: in-gesprek
toepassingen:
  - regio: drenthe
    sinds: 2026-06
bronnen:
  - titel: Verslag van de kookgroep
    uitgever: Welzijn Voorbeeld
    datum: 2026-06
    url: https://www.voorbeeld.example/verslag
gecontroleerd: {date.today()}
---

## Aanleiding

Mensen aten alleen.

Dat kon anders.

## Open vragen

- Wat kost het?
"""
FILE = "practices/twente/koken-in-de-wijk-samen-eten.md"


def converse_with(project: Path, answers: list[str] | bytes) -> subprocess.CompletedProcess[bytes]:
    """A conversation with the real command, its answers piped in."""
    given = answers if isinstance(answers, bytes) else "\n".join([*answers, ""]).encode()
    environment = os.environ | {"PYTHONPATH": str(project)}
    return subprocess.run(
        COMMAND, cwd=project, env=environment, input=given, capture_output=True, check=False, timeout=60
    )


def practices(project: Path) -> dict[str, str]:
    return {str(one.relative_to(project)): one.read_text() for one in project.glob("practices/*/*.md")}


def test_a_conversation_becomes_a_file_that_the_check_accepts(copy: Path) -> None:
    done = converse_with(copy, ANSWERS)
    said = done.stdout.decode()
    assert done.returncode == 0, said
    assert (copy / FILE).read_text() == EXPECTED
    assert run(copy, "check").returncode == 0
    assert f"Bewaard en gecontroleerd: {FILE}. Alles klopt." in " ".join(said.split())
    assert "scripts/serve" in said
    assert not done.stderr


def test_what_is_said_is_plain_and_fits_a_terminal(copy: Path) -> None:
    said = converse_with(copy, ANSWERS).stdout.decode()
    assert "\x1b" not in said
    own, _, _ = said.partition("Dit wordt het bestand")
    questions = [line for line in own.split("\n") if not line.startswith(("Titel: ", "Samenvatting: "))]
    assert max(map(len, questions)) <= 80
    assert "De naam waaronder mensen het kennen. 5 tot 90 tekens." in said
    assert said.count("Hoogstens 40 woorden.") == 1


@pytest.mark.parametrize(
    ("wrong", "at", "message"),
    [
        ("kort", 0, "te kort: minstens 5 tekens, nu 4. Vul aan."),
        ("", 0, "'Titel' is verplicht en ontbreekt. Vul aan."),
        ("x{{ 7*7 }}", 0, "sjabloontekens ({{) kunnen hier niet. Haal ze weg."),
        ("x\x00y\x07z", 0, "onzichtbaar of stuurteken U+0000"),
        ("Сamen eten", 0, "teken dat op een ander lijkt: U+0421"),
        ("woord " * 41, 1, "41 woorden, hoogstens 40. Maak de tekst korter."),
        ("gronigen", 2, "onbekende regio 'gronigen'. Bedoelde u 'groningen'?"),
        ("zuid", 2, "Met 'zuid' kunt u meer dan één bedoelen:"),
        ("twente, twente", 2, "'twente' staat er twee keer in. Haal er één weg."),
        ("1, 2, 3, 4, 5", 3, "5 is te veel, hoogstens 4. Kies de belangrijkste."),
        ("onbekend, 1", 4, "'onbekend' staat altijd alleen, niet naast iets bekends."),
        ("7", 6, "'7' kan hier niet. Kies uit: idee,"),
        ("2027-13", 10, "'2027-13' bestaat niet. Kijk maand en dag na."),
        ("http://kaal.nl", 15, "'http://kaal.nl' kan niet. Schrijf een volledig adres"),
        ("2999-01-01", 17, "het jaar 2999 kan niet kloppen. Kijk het na."),
        ("welzijn-op-recept-den-haag", 18, "de naam 'welzijn-op-recept-den-haag' is ook in gebruik bij"),
        ("Geen Naam", 18, "bestandsnaam 'Geen Naam' kan niet."),
        ("vlieg", 19, "'vlieg' staat niet in de lijst. Kies nummers uit de lijst."),
        ("Kijk <b>hier</b>.\n.", 37, "HTML kan hier niet."),
        ("---\nZomaar een streep\n===\n.", 37, "een streep onder tekst maakt er een kop van."),
        ("misschien", -1, "Antwoord met ja of nee."),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_named_in_the_words_of_the_check_and_asked_again(
    copy: Path,
    wrong: str,
    at: int,
    message: str,
) -> None:
    at %= len(ANSWERS)
    done = converse_with(copy, [*ANSWERS[:at], *wrong.split("\n"), *ANSWERS[at:]])
    said = " ".join(done.stdout.decode().split())
    assert message in said
    assert done.returncode == 0, done.stdout.decode()
    assert (copy / FILE).read_text() == EXPECTED


def test_the_same_heading_twice_is_seen_at_the_second(copy: Path) -> None:
    at = ANSWERS.index("Dat kon anders.") + 2
    done = converse_with(
        copy, [*ANSWERS[: at - 1], "", "## Aanpak", "Zo.", ".", "Toch anders.", ".", *ANSWERS[at:]]
    )
    assert "kop 'Aanpak' staat er twee keer. Voeg de teksten samen." in done.stdout.decode()


def test_a_practice_that_is_there_is_never_overwritten(copy: Path) -> None:
    assert converse_with(copy, ANSWERS).returncode == 0
    before = practices(copy)
    done = converse_with(copy, ANSWERS[: ANSWERS.index("gestart, knelp, werk, toepassingen")])
    assert done.returncode == 1
    assert f"is ook in gebruik bij {FILE}." in " ".join(done.stdout.decode().split())
    assert practices(copy) == before


@pytest.mark.parametrize("kept", range(0, len(ANSWERS), 5))
def test_stopping_half_way_leaves_nothing_behind(copy: Path, kept: int) -> None:
    before = sorted(copy.rglob("practices/**"))
    done = converse_with(copy, ANSWERS[:kept])
    assert done.returncode == 1
    assert done.stdout.decode().endswith("Er is niets bewaard.\n")
    assert not done.stderr
    assert sorted(copy.rglob("practices/**")) == before


def test_saying_no_at_the_end_leaves_nothing_behind(copy: Path) -> None:
    before = practices(copy)
    done = converse_with(copy, [*ANSWERS[:-1], "nee"])
    assert (done.returncode, practices(copy)) == (1, before)


def test_bytes_that_are_no_text_are_refused_like_any_strange_character(copy: Path) -> None:
    done = converse_with(copy, b"Samen \xff\xfe eten\n")
    assert "onzichtbaar of stuurteken U+FFFD" in done.stdout.decode()
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.fixture
def terminal(copy: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The command in a terminal of its own: what its keyboard and screen are, and the process."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(copy), "TERM": "dumb"}
    process = subprocess.Popen(
        COMMAND, cwd=copy, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: _control(theirs),
    )  # fmt: skip
    os.close(theirs)
    yield ours, process
    process.kill()
    process.wait()
    os.close(ours)


def _control(terminal: int) -> None:
    import fcntl
    import signal
    import termios

    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # who runs the tests in the background may have it ignored


def until(screen: int, words: str) -> str:
    seen = ""
    end = time.monotonic() + 30
    while words not in seen and select.select([screen], [], [], max(end - time.monotonic(), 0))[0]:
        try:
            seen += os.read(screen, 4096).decode("utf-8", "replace")
        except OSError:
            break
    assert words in seen
    return seen


def test_ctrl_c_in_a_terminal_stops_and_says_so(
    copy: Path,
    terminal: tuple[int, subprocess.Popen[bytes]],
) -> None:
    screen, process = terminal
    before = practices(copy)
    until(screen, "Titel: ")
    os.write(screen, b"kort\n")
    until(screen, "minstens 5 tekens")
    os.write(screen, b"\x03")
    assert "Traceback" not in until(screen, "Er is niets bewaard.")
    assert process.wait(30) == 1
    assert practices(copy) == before


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Thema's & Één idee!", "themas-een-idee"),
        ("'s-Hertogenbosch loopt", "s-hertogenbosch-loopt"),
        ("woord " * 20, "woord-woord-woord-woord-woord-woord-woord-woord-woord-woord"),
        ("a" * 90, "a" * 60),
        ("a" * 60 + " b", "a" * 60),
        ("???", ""),
    ],
)
def test_the_proposed_name_comes_from_the_title(title: str, slug: str) -> None:
    assert slug_of(title) == slug


LINES = st.one_of(
    st.sampled_from(
        ["", ".", "ja", "nee", "1", "2, 3", "onbekend", "alles", "## Aanpak", "- x", "{{", "-", "---"]
    ),
    st.text(max_size=30).map(lambda text: text.replace("\n", " ")),
)
CHANGES = st.lists(st.tuples(st.integers(0, len(ANSWERS)), st.sampled_from("+-="), LINES), max_size=4)


@settings(max_examples=150, deadline=None)
@given(CHANGES)
def test_whatever_is_answered_ends_in_a_right_practice_or_in_none(
    changes: list[tuple[int, str, str]],
) -> None:
    answers = list(ANSWERS)
    for at, how, line in changes:
        if how == "+":
            answers.insert(at, line)
        elif at < len(answers):
            answers[at : at + 1] = [line] if how == "=" else []
    coming = iter(answers)

    def hear(_: str) -> str:
        try:
            return next(coming)
        except StopIteration:
            raise EOFError from None

    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(ROOT / "practices/_vocabulary", project / "practices/_vocabulary")
        place = project / "practices/landelijk/er-al.md"
        place.parent.mkdir()
        place.write_text(VALID.replace("[groningen]", "[landelijk]"))
        shown: list[str] = []
        outcome = converse(project, TODAY, hear, shown.append)
        reading = read(project, TODAY)
        assert not reading.problems
        assert len(reading.library.practices) == (2 if outcome == 0 else 1)
        assert place.read_text() == VALID.replace("[groningen]", "[landelijk]")
        assert outcome == 0 or shown[-1] == "Er is niets bewaard."
