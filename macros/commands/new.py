"""`scripts/new`: ask for a practice in the terminal, and write its file."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from macros.console import Console
from macros.draft import Draft
from macros.interview import Interview
from macros.library import read

from . import ROOT, run

_WELCOME = (
    "Een nieuwe praktijk",
    "U krijgt steeds één vraag. Wat verplicht is, komt eerst. Staat er iets tussen [ en ], dan is dat het "
    "voorstel: geef Enter om het over te nemen. Een antwoord dat niet kan, mag u opnieuw geven.",
    "Stoppen kan altijd, met Ctrl-C. Er wordt pas iets bewaard als u daar aan het eind ja op zegt.",
)
_NOTHING = "Er is niets bewaard."


def main() -> int:
    """0 if a practice was written, 1 if not, 2 if the command was not understood (as argparse does)."""
    parser = argparse.ArgumentParser(
        prog="scripts/new", description="Vraagt om een nieuwe praktijk, en bewaart die als bestand."
    )
    parser.parse_args()
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    return converse(ROOT, date.today(), input, lambda line: print(line, flush=True))


def converse(root: Path, today: date, hear: Callable[[str], str], show: Callable[[str], None]) -> int:
    """Hold the interview about a practice for the project in `root`; see `main` for what comes back."""
    console = Console(hear, show)
    try:
        reading = read(root, today)
        console.say(*_WELCOME)
        draft = Interview(console, reading, today).hold()
        console.title("Dit wordt het bestand")
        for line in draft.text.split("\n"):
            show(line)
        if console.agrees(f"Bewaren als {draft.path}?") and _kept(draft, root, today, console):
            return 0
    except (EOFError, KeyboardInterrupt):
        console.say("")
    console.say(_NOTHING)
    return 1


def _kept(draft: Draft, root: Path, today: date, console: Console) -> bool:
    """Write the file and check it where it stands. A file that is not right does not stay, come what may."""
    file = root / draft.path
    right = False
    try:
        fresh = not file.parent.exists()
        file.parent.mkdir(exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            try:
                stream.write(draft.text)
                stream.flush()
                problems = read(root, today, [file]).problems
                right = not problems
            finally:
                if not right:
                    file.unlink()
                    if fresh:
                        file.parent.rmdir()
    except OSError as error:
        console.say(f"Het bestand kon niet worden geschreven: {error.strerror}.")
        return False
    if problems:
        console.say(*map(str, problems))
        return False
    console.say(
        "",
        f"Bewaard en gecontroleerd: {draft.path}. Alles klopt.",
        "Bekijk de praktijk op de site met: scripts/serve",
        "Stuur haar daarna in: zet het bestand in een branch en open een pull request. "
        "CONTRIBUTING.md legt uit hoe.",
    )
    return True


if __name__ == "__main__":
    run(main)
