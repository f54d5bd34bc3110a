"""`scripts/review`: say what a contribution changes and what is wrong with it, and show how it will look."""

import argparse
from datetime import date
from pathlib import Path

from macros import contribution, handwritten, library, settings
from macros.contribution import UnknownCommit
from macros.fragments import Fragments
from macros.preview import as_html
from macros.summary import as_markdown

from . import ROOT, run


def main() -> int:
    """0 if all that may be contributed is clean, 1 with problems, 2 if the command was not understood."""
    parser = argparse.ArgumentParser(
        prog="scripts/review",
        description="Zegt wat een bijdrage verandert, en wat er mis is met de praktijken die hier nu staan.",
    )
    parser.add_argument("--base", metavar="COMMIT", help="waar de bijdrage op voortbouwt")
    parser.add_argument("--head", metavar="COMMIT", default="HEAD", help="de bijdrage zelf (anders: HEAD)")
    parser.add_argument("--summary", metavar="BESTAND", type=Path, help="waar het verslag komt, in Markdown")
    parser.add_argument("--preview", metavar="BESTAND", type=Path, help="waar het voorbeeld komt, in HTML")
    arguments = parser.parse_args()
    try:
        changed = contribution.read(ROOT, arguments.base, arguments.head)
    except UnknownCommit as unknown:
        parser.error(f"git kent '{unknown}' hier niet. Noem de basis met --base")
    today = date.today()
    reading = library.read(ROOT, today)
    by_hand = handwritten.read(ROOT, reading)
    problems = sorted({*reading.problems, *by_hand.problems, *changed.problems})
    summary = as_markdown(changed, reading, problems)
    if arguments.summary:
        arguments.summary.write_text(summary, "utf-8")
    else:
        print(summary, end="")
    if arguments.preview:
        fragments = Fragments(ROOT, reading.library, today)
        html = as_html(ROOT, fragments, settings.read(ROOT), changed.paths, problems)
        arguments.preview.write_text(html, "utf-8")
    return 1 if problems else 0


if __name__ == "__main__":
    run(main)
