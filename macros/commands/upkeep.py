"""`scripts/upkeep`: report what the passing of time asks of the editors."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from macros import library, settings
from macros.audit import Audit, read_audit
from macros.links import Asker, Outcome
from macros.security_txt import remarks
from macros.upkeep import as_markdown, external_links

from . import ROOT, run


def main() -> int:
    """0, also when there is much to do; 2 if the command was not understood."""
    parser = argparse.ArgumentParser(
        prog="scripts/upkeep",
        description="Noemt wat nagekeken moet worden: praktijken, geld, links en pakketten.",
    )
    parser.add_argument("--no-links", action="store_true", help="vraag geen websites op")
    parser.add_argument(
        "--audit", metavar="BESTAND", type=Path, help="uitkomst van scripts/audit --format json: noem die ook"
    )
    arguments = parser.parse_args()
    today = date.today()
    known = library.read(ROOT, today).library
    configured = settings.read(ROOT)
    links = {} if arguments.no_links else external_links(known, configured)
    outcomes = _asked(links, f"{configured.site_name} link check (+{configured.site_url})")
    ending = remarks(ROOT, configured, today)
    audit = read_audit(arguments.audit, ROOT) if arguments.audit else Audit()
    print(as_markdown(known, today, links, outcomes, audit, ending), end="")
    return 0


def _asked(links: Mapping[str, Sequence[str]], user_agent: str) -> Iterator[Outcome]:
    """What came of each link; tells on stderr how far it is."""
    for number, outcome in enumerate(Asker(user_agent).outcomes(links), 1):
        print(f"{number}/{len(links)} {outcome.verdict.value}: {outcome.url}", file=sys.stderr, flush=True)
        yield outcome


if __name__ == "__main__":
    run(main)
