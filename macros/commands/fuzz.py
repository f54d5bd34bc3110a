"""`scripts/fuzz`: spoil practices, vocabularies and issues by chance, and see if anything fails or is slow.

For developers. Each spoilt file goes the whole way: it is read, judged, and what passes is shown as a page.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from macros.course import Course, Trial

from . import ROOT, run

SLOW = 1.0
"""Seconds of processor that one file may take."""
SAVED = 20
"""Files that are kept of those that fail; more say little more."""


@dataclass
class Tally:
    """What came of it so far."""

    folder: Path
    """Where what fails is kept, and the slowest."""
    done: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    """Seconds of processor."""
    wrong: int = 0

    def attempt(self, trial: Trial) -> None:
        """Try one file and count what came of it; what fails or is slow is kept and named on stderr."""
        failure = ""
        started = time.process_time()
        try:
            self.passed[trial.kind] += trial.passes(trial.raw)
        except Exception as error:
            failure = f"{type(error).__name__}: {error}"
        spent = time.process_time() - started
        self.done[trial.kind] += 1
        if spent > SLOW:
            failure = failure or f"{spent:.1f} s"
        if failure:
            self.wrong += 1
            if self.wrong <= SAVED:
                file = self._keep(f"fout-{self.wrong}-{trial.kind}", trial.raw)
                print(f"{file}: {failure[:300]}", file=sys.stderr, flush=True)
        if spent > self.slowest:
            self.slowest = spent
            self._keep("langzaamste", trial.raw)

    def _keep(self, name: str, raw: bytes) -> Path:
        """Save a file, to try again; gives its place."""
        file = self.folder / name
        file.write_bytes(raw)
        return file


def main() -> int:
    """0 if nothing failed and nothing was slow, else 1; 2 if the command was not understood."""
    parser = argparse.ArgumentParser(
        prog="scripts/fuzz", description="Verminkt bestanden, en kijkt wat er omvalt."
    )
    parser.add_argument("--number", type=int, default=100_000, help="aantal bestanden (standaard 100000)")
    parser.add_argument("--seed", type=int, default=1, help="begin van de toevalsgetallen (standaard 1)")
    arguments = parser.parse_args()
    tally, random = Tally(Path(tempfile.mkdtemp(prefix="leernetwerk-fuzz-"))), Random(arguments.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        course = Course.of(ROOT, Path(folder))
        for number in range(1, arguments.number + 1):
            tally.attempt(course.trial(random))
            if number % 1_000 == 0:
                so_far = f"{number}/{arguments.number}: {tally.wrong} fout, {tally.slowest:.2f} s"
                print(so_far, file=sys.stderr, flush=True)
    for kind, done in sorted(tally.done.items()):
        print(f"{kind:<14}{done:>9} geprobeerd{tally.passed[kind]:>9} goedgekeurd")
    print(
        f"langzaamste: {tally.slowest:.2f} s; fout of te langzaam: {tally.wrong}; bewaard in {tally.folder}"
    )
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    run(main)
