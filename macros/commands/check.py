"""`scripts/check`: check practices, vocabularies and pages, and say everything that is wrong.

What is weak or about to end, but not wrong, goes to the standard error output.
"""

import argparse
import gc
import os
import sys
from datetime import date
from pathlib import Path

from macros import handwritten, settings
from macros.addresses import judge_host
from macros.characters import printable
from macros.kinds import LONGEST_QUOTE
from macros.library import read
from macros.report import FORMATS, Checked
from macros.security_txt import remarks
from macros.spoken import lexicon

from . import ROOT, run


def main() -> int:
    """0 if clean, 1 with problems, 2 if the command was not understood (as argparse does)."""
    parser = argparse.ArgumentParser(
        prog="scripts/check", description="Controleert praktijken, woordenlijsten en pagina's."
    )
    parser.add_argument("paths", metavar="PAD", nargs="*", type=Path, help="alleen deze bestanden of mappen")
    parser.add_argument("--format", choices=FORMATS, default="tekst", help="vorm van het antwoord")
    arguments = parser.parse_args()
    for path in arguments.paths:
        if not os.path.lexists(path):
            parser.error(f"{printable(str(path)[:LONGEST_QUOTE])} bestaat niet")
    gc.disable()  # many small objects, none of which refer to each other: a third of the time
    paths = [Path(os.path.normpath(path.absolute())) for path in arguments.paths]
    everything = not paths or any(ROOT.is_relative_to(path) for path in paths)
    pages = [path for path in paths if path.is_relative_to(ROOT / handwritten.FOLDER)]
    reading = read(ROOT, date.today(), None if everything else [path for path in paths if path not in pages])
    by_hand = handwritten.read(ROOT, reading, None if everything else pages)
    configured = settings.read(ROOT)
    named = list(judge_host(ROOT, configured.site_url, lexicon.read())) if everything else []
    named += remarks(ROOT, configured, date.today()) if everything else ()
    wrong = [one for one in named if one.severity == "error"]
    for remark in (*reading.addresses.remarks, *named) if everything else ():
        if remark.severity == "warning":
            print(f"Let op: {printable(str(remark))}", file=sys.stderr)
    checked = Checked(
        tuple(sorted((*reading.problems, *by_hand.problems, *wrong))),
        reading.practices_checked,
        reading.vocabularies_checked,
        by_hand.checked,
        reading.pictures_checked + by_hand.pictures_checked,
    )
    print(FORMATS[arguments.format](checked))
    return 1 if checked.problems else 0


if __name__ == "__main__":
    run(main)
