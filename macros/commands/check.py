"""`scripts/check`: check practices and vocabularies, and say everything that is wrong.

What is weak about a spoken address, but not wrong, goes to the standard error output.
"""

import argparse
import gc
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros import settings
from macros.addresses import judge_host
from macros.library import read
from macros.report import FORMATS
from macros.spoken import lexicon

from . import ROOT, run


def main() -> int:
    """0 if clean, 1 with problems, 2 if the command was not understood (as argparse does)."""
    parser = argparse.ArgumentParser(
        prog="scripts/check", description="Controleert praktijken en woordenlijsten."
    )
    parser.add_argument("paths", metavar="PAD", nargs="*", type=Path, help="alleen deze bestanden of mappen")
    parser.add_argument("--format", choices=FORMATS, default="tekst", help="vorm van het antwoord")
    arguments = parser.parse_args()
    for path in arguments.paths:
        if not path.exists() and not path.is_symlink():
            parser.error(f"{path} bestaat niet")
    gc.disable()  # many small objects, none of which refer to each other: a third of the time
    only = [Path(os.path.normpath(path.absolute())) for path in arguments.paths] or None
    reading = read(ROOT, date.today(), only)
    if only is None:
        named = list(judge_host(ROOT, settings.read(ROOT).site_url, lexicon.read()))
        wrong = [one for one in named if one.severity == "error"]
        reading = replace(reading, problems=tuple(sorted((*reading.problems, *wrong))))
        for remark in (*reading.addresses.remarks, *named):
            if remark.severity == "warning":
                print(f"Let op: {remark}", file=sys.stderr)
    print(FORMATS[arguments.format](reading))
    return 1 if reading.problems else 0


if __name__ == "__main__":
    run(main)
