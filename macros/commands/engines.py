"""`scripts/engines`: search engines compared on the golden queries, in one run. For developers."""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from macros.engines.cost import size
from macros.engines.engines import ENGINES, fill
from macros.engines.source import make
from macros.engines.table import Row, tables
from macros.engines.trial import attempt
from tests.queries import EXAM, read

from . import ROOT, run


def main() -> int:
    """Prints tables in Markdown; always 0, since it measures and does not judge."""
    parser = argparse.ArgumentParser(prog="scripts/engines", description="Vergelijkt zoekmachines.")
    parser.add_argument("--practices", type=int, default=10_000, help="aantal praktijken (standaard 10000)")
    many = parser.parse_args().practices
    queries = (*read(), *read(EXAM))
    rows: list[Row] = []
    left_out: list[str] = []
    with tempfile.TemporaryDirectory(prefix="leernetwerk-engines-") as work, sync_playwright() as playwright:
        for practices in (0, many):
            folder = Path(work, str(practices))
            _say(f"Building a site with {practices or 'the real'} practices ...")
            source = make(ROOT, folder, practices)
            number = len(source.library.practices)
            _say(f"    {number} practices, {source.different_words} different words")
            for engine in ENGINES:
                if missing := engine.missing():
                    left_out.append(f"{engine.name}, {number} practices: no {missing}")
                    continue
                _say(f"{engine.name}, {number} practices: index ...")
                place = folder / type(engine).__name__
                cost = fill(engine, source, place)
                _say(f"    {cost.seconds:.1f} s; trying ...")
                try:
                    trial = attempt(playwright, os.environ.get("CHROMIUM") or None, place, queries)
                except Error as error:
                    left_out.append(f"{engine.name}, {number} practices: the browser gave up: {error}")
                    continue
                rows.append(
                    Row(engine, number, source.different_words, cost, size(engine.index(place)), trial)
                )
                _say(f"    {trial}")
    print(tables(rows, left_out, date.today(), len(queries)))
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    run(main)
