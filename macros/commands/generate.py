"""`scripts/generate`: write the files that follow from the field model and the vocabularies."""

import argparse
import sys
from datetime import date
from pathlib import Path

from macros.issue_form import PATH, issue_form
from macros.library import Library, read

from . import ROOT, run


def main() -> int:
    """0 if all is written, 1 if the vocabularies or practices are not in order."""
    argparse.ArgumentParser(
        prog="scripts/generate", description="Schrijft de bestanden die uit de woordenlijsten volgen."
    ).parse_args()
    reading = read(ROOT, date.today())
    if reading.problems:
        print(*reading.problems, sep="\n", file=sys.stderr)
        return 1
    for path, text in generated(reading.library).items():
        file = Path(ROOT, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
        print(path)
    return 0


def generated(library: Library) -> dict[str, str]:
    """Each file from the project's folder, and what it must hold."""
    return {PATH: issue_form(library)}


if __name__ == "__main__":
    run(main)
