"""`scripts/intake`: read an issue in which somebody described a practice; answer it, and write the file."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from macros.answer import not_yet, ready
from macros.issue import findings, read_issue
from macros.library import read

from . import ROOT, run


def main() -> int:
    """0 if a practice was written, 1 if it is not right yet, 2 if the command or event was not understood."""
    parser = argparse.ArgumentParser(
        prog="scripts/intake", description="Leest een bericht uit het formulier en maakt er een praktijk van."
    )
    parser.add_argument("issue", metavar="BERICHT", nargs="?", type=Path, help="bestand (anders: invoer)")
    parser.add_argument(
        "--event", action="store_true", help="het bericht is een gebeurtenis van GitHub (JSON)"
    )
    parser.add_argument(
        "--answer", metavar="BESTAND", type=Path, required=True, help="waar het antwoord komt"
    )
    parser.add_argument("--into", metavar="MAP", type=Path, default=ROOT, help="waar practices/ in staat")
    arguments = parser.parse_args()
    try:
        raw = arguments.issue.read_bytes() if arguments.issue else sys.stdin.buffer.read()
    except OSError as error:
        parser.error(f"{arguments.issue} is niet te lezen: {error.strerror}")
    try:
        body, day = _event(raw) if arguments.event else (raw.decode("utf-8", "replace"), date.today())
    except (ValueError, TypeError, KeyError, RecursionError):
        parser.error("dit is geen gebeurtenis met een bericht erin")
    return take_in(body, day, arguments.answer, arguments.into)


def take_in(body: str, day: date, answer: Path, into: Path) -> int:
    """Answer one issue, made on `day`; see `main` for what comes back."""
    reading = read(ROOT, max(day, date.today()))
    draft, wrong = read_issue(body, reading.library, day)
    if draft:
        wrong = (*wrong, *findings(draft, reading.surroundings, reading.library))
    if wrong or not draft:
        answer.write_text(not_yet(wrong), "utf-8", newline="\n")
        return 1
    file = into / draft.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(draft.text, "utf-8", newline="\n")
    answer.write_text(ready(draft), "utf-8", newline="\n")
    return 0


def _event(raw: bytes) -> tuple[str, date]:
    """The text of an issue, and the day on which it was made."""
    issue = json.loads(raw)["issue"]
    return str(issue["body"] or ""), date.fromisoformat(issue["created_at"][:10])


if __name__ == "__main__":
    run(main)
