"""`scripts/build`: build the site, and put it in place only when it is whole.

The site is made in a work folder beside its place, and changes places with what was there in one step. What
happens before that step leaves the old site as it was. A build that was killed leaves its work folder and no
more; the next build clears it away.
"""

import argparse
import ctypes
import fcntl
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TextIO

from macros.library import PRACTICES
from macros.resident_report import resident_report
from macros.vocabulary import read_all

from . import ROOT, run

MARK = ".leernetwerk"
"""File in a site by which we know that we made it, and may replace it."""
_MARK_TEXT = "Deze map is van scripts/build. Bij de volgende keer wordt alles wat erin staat vervangen.\n"
WORK = ".site-"
"""How the names of work folders begin."""
LOCK = "lock"
"""File in a work folder that its build holds locked; it has the name of the site's folder in it."""
_LONGEST_NAME = 1_000
"""Characters that are read of it."""
PREVIOUS = "previous"
"""The old site in a work folder, where two folders cannot change places in one step."""

_AT_FDCWD = -100
_EXCHANGE = 2
"""`RENAME_EXCHANGE` of Linux, and `RENAME_SWAP` of macOS."""
_DIE_WITH_PARENT = 1
"""`PR_SET_PDEATHSIG` of Linux."""


def main() -> int:
    """0 if the new site is in place, 1 if not (and then the previous one is as it was)."""
    parser = argparse.ArgumentParser(prog="scripts/build", description="Bouwt de site.")
    parser.add_argument(
        "--site-dir", metavar="MAP", type=Path, default=ROOT / "site", help="waar de site komt"
    )
    target = Path(os.path.abspath(parser.parse_args().site_dir))  # noqa: PTH100 – keep links as given
    for number in (signal.SIGTERM, signal.SIGHUP):  # end as after Ctrl-C: with the other process, and tidily
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    try:
        return _build(target)
    except OSError as error:
        print(f"De site is niet gebouwd: {error}. Wat er stond, staat er nog.", file=sys.stderr)
        return 1


def _build(target: Path) -> int:
    if reason := _refusal(target):
        print(f"De site kan niet in {target} komen: {reason}", file=sys.stderr)
        return 1
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear(target)
    with _work_folder(target) as work:
        fresh = work / "site"
        # Not --quiet: MkDocs then no longer counts the warnings that --strict must fail on.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
        done = _run(command, os.environ | {"SOURCE_DATE_EPOCH": _build_date()})
        if done.returncode or not (fresh / "index.html").is_file():
            print(*_said(done.stderr), sep="\n", file=sys.stderr)
            print("De site is niet gebouwd; wat er stond, staat er nog.", file=sys.stderr)
            return 1
        (fresh / MARK).write_text(_MARK_TEXT, "utf-8")
        (fresh / MARK).chmod(0o644)
        fresh.chmod(0o755)
        vocabularies, _ = read_all(ROOT / PRACTICES, ROOT, date.today())
        report = list(resident_report(fresh, vocabularies["adressen"].terms))
        if reason := _refusal(target):  # somebody put something there meanwhile
            print(f"De site kan niet in {target} komen: {reason}", file=sys.stderr)
            return 1
        _put_in_place(fresh, target)
    print(f"De site staat in {target}", "", *report, sep="\n")
    return 0


def _refusal(target: Path) -> str:
    """Why a site must not take the place of what is at `target`, with the remedy; empty if it may."""
    place, project = target.resolve(), ROOT.resolve()
    if project.is_relative_to(place):
        return "daar staat het project zelf. Kies een andere map."
    if place.is_relative_to(project) and place.parent != project:
        return "dat is tussen de bestanden van het project. Kies een map ernaast, of erbuiten."
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return "dat is geen map. Kies een andere, of haal eerst weg wat daar staat."
    if target.is_dir() and any(target.iterdir()) and not _is_ours(target):
        return (
            "daar staan bestanden die niet van scripts/build zijn, en die zouden verdwijnen. "
            "Kies een lege map, of haal ze zelf weg."
        )
    return ""


def _is_ours(folder: Path) -> bool:
    """Whether everything in a folder came from a build; a checkout that a site was copied to did not."""
    made = (folder / MARK).is_file() or folder == ROOT / "site"  # which is there for nothing else
    return made and not (folder / ".git").exists()


@contextmanager
def _work_folder(target: Path) -> Iterator[Path]:
    """A folder beside `target` that goes again, and that other builds leave alone until then."""
    with tempfile.TemporaryDirectory(prefix=WORK, dir=target.parent, ignore_cleanup_errors=True) as name:
        work = Path(name)
        with (work / LOCK).open("w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write(target.name)
            lock.flush()
            yield work


def _clear(target: Path) -> None:
    """Clear away the work folders beside `target` of builds that were killed; those in use are locked.

    Others may write there too, so nothing is believed but a lock of our own; and what comes back from it is
    the old site at `target`, never anything elsewhere.
    """
    for work in target.parent.glob(f"{WORK}*"):
        with suppress(OSError, UnicodeDecodeError), _opened(work / LOCK) as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            name, previous = lock.read(_LONGEST_NAME), work / PREVIOUS
            if previous.is_dir() and not previous.is_symlink():
                if name != target.name:  # a site of which its own next build takes care
                    continue
                if not target.exists():
                    previous.rename(target)
            shutil.rmtree(work)


def _opened(lock: Path) -> TextIO:
    """A lock to read; raises `OSError` where it, or the folder that it is in, is no plain one of our own."""
    folder = lock.parent.lstat()
    opened = os.open(lock, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)  # a pipe would keep us waiting
    found = os.fstat(opened)
    if not stat.S_ISDIR(folder.st_mode) or not stat.S_ISREG(found.st_mode):
        os.close(opened)
        raise FileNotFoundError(lock)
    if {folder.st_uid, found.st_uid} != {os.getuid()}:
        os.close(opened)
        raise PermissionError(lock)
    return open(opened, encoding="utf-8")  # noqa: PTH123 – it is open already


def _run(command: Sequence[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, or to ours: where the system can see to it, it does not outlive us.

    Files come out with the same rights for whoever builds.
    """
    return subprocess.run(  # noqa: S603 – nothing of a contributor in it
        command, cwd=ROOT, env=environment, capture_output=True, text=True, errors="replace", check=False,
        umask=0o022, preexec_fn=_dying_with(os.getpid()),
    )  # fmt: skip


def _dying_with(parent: int) -> Callable[[], None] | None:
    """What a new process does first, so that it ends when `parent` does, even by a kill (Linux)."""
    control = getattr(ctypes.CDLL(None), "prctl", None)
    if control is None:
        return None

    def tie() -> None:
        control(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it was gone already
            os._exit(1)

    return tie


def _said(log: str) -> list[str]:
    """What MkDocs said that a person needs: no progress, and one line of what the system refused."""
    lines = [line for line in log.splitlines() if not line.startswith(("INFO", "DEBUG"))]
    refused = [line for line in lines if "Error: [Errno " in line]
    return refused[-1:] or lines


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
        try:
            fresh.rename(target)
            return
        except OSError:
            if not target.exists():  # else another build was first
                raise
    if _exchange(fresh, target):
        return
    previous = fresh.with_name(PREVIOUS)
    target.rename(previous)
    try:
        fresh.rename(target)
    except BaseException:  # Ctrl-C too
        if not target.exists():
            previous.rename(target)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in a single step (Linux, macOS); False where that cannot be done."""
    system, names = ctypes.CDLL(None), (os.fsencode(one), os.fsencode(other))
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0)
    return hasattr(system, "renamex_np") and bool(system.renamex_np(*names, _EXCHANGE) == 0)


if __name__ == "__main__":
    run(main)
