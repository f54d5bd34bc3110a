"""`scripts/build`: build the site, and put it in place only when it is whole."""

import argparse
import ctypes
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from macros.library import PRACTICES
from macros.resident_report import resident_report
from macros.vocabulary import read_all

from . import ROOT

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def main() -> int:
    """0 if the new site is in place, 1 if not (and then the previous one is as it was)."""
    parser = argparse.ArgumentParser(prog="scripts/build", description="Bouwt de site.")
    parser.add_argument(
        "--site-dir", metavar="MAP", type=Path, default=ROOT / "site", help="waar de site komt"
    )
    target = Path(os.path.abspath(parser.parse_args().site_dir))  # noqa: PTH100 – keep links as given
    if ROOT.is_relative_to(target) or (target / ".git").exists() or target.is_symlink():
        print(f"In {target} bouwen zou iets anders wissen. Kies een lege map.", file=sys.stderr)
        return 1
    try:
        return _build(target)
    except OSError as error:
        print(f"De site is niet gebouwd: {error}. Wat er stond, staat er nog.", file=sys.stderr)
        return 1


def _build(target: Path) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as work:
        fresh = Path(work, "site")
        # Not --quiet: MkDocs then no longer counts the warnings that --strict must fail on.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
        environment = os.environ | {"SOURCE_DATE_EPOCH": _build_date()}
        done = subprocess.run(  # noqa: S603 – nothing of a contributor in it
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode or not (fresh / "index.html").is_file():
            said = [line for line in done.stderr.splitlines() if not line.startswith(("INFO", "DEBUG"))]
            print(*said, "De site is niet gebouwd; wat er stond, staat er nog.", sep="\n", file=sys.stderr)
            return 1
        fresh.chmod(0o755)
        vocabularies, _ = read_all(ROOT / PRACTICES, ROOT, date.today())
        report = list(resident_report(fresh, vocabularies["adressen"].terms))
        _put_in_place(fresh, target)
    print(f"De site staat in {target}", "", *report, sep="\n")
    return 0


def _build_date() -> str:
    """Seconds since 1970: what the caller set, else the last commit's, so that one commit gives one site."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(git, capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        return str(int(time.time()))
    return done.stdout.strip() or str(int(time.time()))


def _put_in_place(fresh: Path, target: Path) -> None:
    """Let `fresh` become `target` in one step where the system can, else in two renames.

    What was at `target` takes the place of `fresh`, and goes with the folder that holds it.
    """
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        previous = fresh.with_name("previous")
        target.rename(previous)
        try:
            fresh.rename(target)
        except OSError:
            previous.rename(target)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in a single step (Linux, `renameat2`); False where that cannot be done."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


if __name__ == "__main__":
    sys.exit(main())
