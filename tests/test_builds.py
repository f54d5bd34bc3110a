"""Builds: the same bytes whoever builds, wherever and whenever; and never half a site, whatever happens."""

import os
import random
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from macros.commands import build
from macros.commands.build import LOCK, MARK, PREVIOUS, WORK

from .conftest import NAMES, ROOT
from .test_commands import break_one

DAY = "1795212000"
Site = dict[str, tuple[int, bytes]]
"""Rights and content of every file by its name; a folder has no content."""


def contents(folder: Path) -> Site:
    return {
        file.relative_to(folder).as_posix(): (
            file.stat().st_mode,
            b"" if file.is_dir() else file.read_bytes(),
        )
        for file in [folder, *folder.rglob("*")]
    }


def command(project: Path, *arguments: str | Path) -> dict[str, Any]:
    """How to start a build of `project`, for `subprocess`."""
    environment = {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": DAY}
    return {
        "args": [sys.executable, "-P", "-m", "macros.commands.build", *map(str, arguments)],
        "cwd": project, "env": os.environ | environment, "text": True,
        "stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
    }  # fmt: skip


def copied(folder: Path, names: list[str]) -> Path:
    """A copy of the whole project in `folder`, whose files are made in the order of `names`."""
    folder.mkdir(parents=True)
    for name in names:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("builds") / "project", list(NAMES))


@pytest.fixture(scope="module")
def new(project: Path) -> Path:
    """A site as a build leaves it."""
    done = subprocess.run(**command(project), check=False)
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture
def old(new: Path, tmp_path: Path) -> Path:
    """The place of a site where an older one stands."""
    folder = tmp_path / "publiek" / "site"
    shutil.copytree(new, folder)
    (folder / "getuige.txt").write_text("de vorige site")
    return folder


def test_the_same_project_gives_the_same_bytes_whoever_builds_it_and_where(
    new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = copied(tmp_path / "Een andere map" / "mijn kopie", list(reversed(NAMES)))
    files = [file for file in other.rglob("*") if file.is_file()]
    random.Random(1).shuffle(files)
    for at, file in enumerate(files):  # files again in another order, from another day
        content = file.read_bytes()
        file.unlink()
        file.write_bytes(content)
        os.utime(file, (at * 1e6, at * 1e6))
    for name, value in (
        ("TZ", "Pacific/Kiritimati"), ("LC_ALL", "C"), ("LANG", "tr_TR.UTF-8"), ("PYTHONHASHSEED", "42"),
        ("HOME", str(tmp_path)), ("USER", "iemand-anders"), ("HOSTNAME", "elders"),
        ("TMPDIR", str(tmp_path)),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)
    site = tmp_path / "uitvoer" / "die zo heet"
    call = command(other, "--site-dir", site) | {"cwd": tmp_path, "umask": 0o077}
    done = subprocess.run(**call, check=False)
    assert done.returncode == 0, done.stderr
    one, two = contents(new), contents(site)
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []


def test_a_site_says_nothing_of_the_machine_that_made_it(new: Path, project: Path) -> None:
    told = [str(project.parent), str(ROOT), sys.prefix, str(Path.home()) + "/", socket.gethostname() + "."]
    for file in new.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert [one for one in told if len(one) > 4 and one.encode() in content] == [], file


@contextmanager
def building(project: Path, site: Path) -> Iterator[subprocess.Popen[str]]:
    """A build that is under way, in a group of processes of its own, as a terminal starts it."""
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # may be ignored where tests run in the background
    with subprocess.Popen(**command(project, "--site-dir", site), start_new_session=True) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def wait(until: Callable[[], object]) -> None:
    for _ in range(6_000):
        if until():
            return
        time.sleep(0.005)
    pytest.fail("it never came to this")


MOMENTS = {
    "the work folder is made": f"{WORK}*/{LOCK}",
    "pages are being written": f"{WORK}*/site/praktijken/*/index.html",
    "all is written": f"{WORK}*/site/{MARK}",
}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(
    ("number", "group"),
    [(signal.SIGKILL, False), (signal.SIGTERM, False), (signal.SIGINT, True)],
    ids=["kill", "terminate", "Ctrl-C"],
)
def test_a_build_that_is_killed_leaves_a_whole_site_and_no_process(
    project: Path, old: Path, new: Path, number: signal.Signals, group: bool, moment: str
) -> None:
    before = contents(old)
    with building(project, old) as process:
        wait(lambda: list(old.parent.glob(MOMENTS[moment])) or process.poll() is not None)
        (os.killpg if group else os.kill)(process.pid, number)
        _, said = process.communicate(timeout=30)
    assert contents(old) in (before, contents(new))
    codes = {signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGINT: 130}
    assert process.returncode in (codes[number], 0)
    # What a signal interrupts in the keeping of memory, Python itself tells of, and ignores.
    ignored = "Exception ignored in.*?(?:KeyboardInterrupt|SystemExit):[ 0-9]*\n"
    assert "Traceback" not in re.sub(ignored, "", said, flags=re.DOTALL)
    wait(lambda: not alive(old.parent))
    if number != signal.SIGKILL:
        assert [one.name for one in old.parent.iterdir()] == [old.name]


def alive(folder: Path) -> list[str]:
    """The processes that have this folder in their command line."""
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if str(folder) in line]


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_at_the_very_moment_of_the_exchange(project: Path, old: Path, new: Path, when: str) -> None:
    before = contents(old)
    source = (
        "import os, signal, sys; from macros.commands import build\n"
        "exchange = build._exchange\n"
        "def dying(*folders):\n"
        f"    if {when == 'after'}: exchange(*folders)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "build._exchange = dying; build.main()\n"
    )
    call = command(project) | {"args": [sys.executable, "-P", "-c", source, "--site-dir", str(old)]}
    assert subprocess.run(**call, check=False).returncode == -9
    assert contents(old) == (before if when == "before" else contents(new))


def test_the_next_build_clears_what_a_killed_one_left_and_nothing_else(
    project: Path, old: Path, new: Path
) -> None:
    with building(project, old) as process:
        wait(lambda: list(old.parent.glob(MOMENTS["pages are being written"])))
        process.kill()
    (left,) = old.parent.glob(f"{WORK}*")
    other = old.parent / f"{WORK}van-iemand-anders"
    other.mkdir()
    (other / "tekst.txt").write_text("niet van ons")
    assert subprocess.run(**command(project, "--site-dir", old), check=False).returncode == 0
    assert not left.exists()
    assert (other / "tekst.txt").read_text() == "niet van ons"
    assert contents(old) == contents(new)


def test_where_folders_cannot_be_exchanged_the_old_site_comes_back_after_a_kill(
    project: Path, old: Path
) -> None:
    before = contents(old)
    work = old.parent / f"{WORK}gebroken"
    work.mkdir()
    (work / LOCK).write_text(old.name)
    old.rename(work / PREVIOUS)  # between the two renames
    place = break_one(project)
    try:
        done = subprocess.run(**command(project, "--site-dir", old), check=False)
    finally:
        shutil.copytree(ROOT / "practices", project / "practices", dirs_exist_ok=True)
    assert done.returncode == 1
    assert place in done.stderr
    assert contents(old) == before
    assert not work.exists()


def test_two_builds_at_once_both_end_well(project: Path, new: Path, tmp_path: Path) -> None:
    site = tmp_path / "publiek" / "site"
    with building(project, site) as one, building(project, site) as two:
        said = [process.communicate(timeout=120)[1] for process in (one, two)]
    assert [one.returncode, two.returncode] == [0, 0], said
    assert contents(site) == contents(new)
    assert [one.name for one in site.parent.iterdir()] == [site.name]


def test_a_full_disk_leaves_the_old_site(project: Path, old: Path) -> None:
    before = contents(old)
    call = command(project, "--site-dir", old)
    call["preexec_fn"] = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
    done = subprocess.run(**call, check=False)
    assert done.returncode == 1
    assert "De site is niet gebouwd" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(old) == before
    assert [one.name for one in old.parent.iterdir()] == [old.name]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("/", "het project zelf"),
        ("{project}", "het project zelf"),
        ("{project}/..", "het project zelf"),
        ("{project}/docs/site", "tussen de bestanden"),
        ("{project}/practices/nieuw", "tussen de bestanden"),
        ("{project}/docs", "niet van scripts/build"),
        ("{home}/Documenten", "niet van scripts/build"),
        ("{home}/Documenten/brief.txt", "geen map"),
        ("{home}/verwijzing", "geen map"),
        ("{home}/Documenten/brief.txt/site", "niet gebouwd"),
        ("{home}/archief", "niet van scripts/build"),
    ],
)
def test_a_build_takes_the_place_of_nothing_but_a_site(
    project: Path, tmp_path: Path, place: str, reason: str
) -> None:
    home = tmp_path / "thuis"
    (home / "Documenten").mkdir(parents=True)
    (home / "Documenten/brief.txt").write_text("Lieve oma,")
    (home / "verwijzing").symlink_to("Documenten")
    (home / "archief/.git").mkdir(parents=True)  # where somebody keeps sites
    (home / "archief" / MARK).write_text("")
    before = contents(home), sorted(project.rglob("*"))
    done = subprocess.run(
        **command(project, "--site-dir", place.format(project=project, home=home)), check=False
    )
    assert done.returncode == 1
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert (contents(home), sorted(project.rglob("*"))) == before


def test_what_somebody_else_put_beside_a_site_neither_holds_up_a_build_nor_moves(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for name in ("pijp", "verwijzing", "map", "anders", "weg"):
        (tmp_path / f"{WORK}{name}" / PREVIOUS).mkdir(parents=True)
        (tmp_path / f"{WORK}{name}" / PREVIOUS / "index.html").touch()
    os.mkfifo(tmp_path / f"{WORK}pijp" / LOCK)
    (tmp_path / "naam").write_text("site")
    (tmp_path / f"{WORK}verwijzing" / LOCK).symlink_to(tmp_path / "naam")
    (tmp_path / f"{WORK}map" / LOCK).mkdir()
    (tmp_path / f"{WORK}anders" / LOCK).write_text("anders")
    (tmp_path / f"{WORK}weg" / LOCK).write_text("../../site")
    before = sorted(tmp_path.rglob("*"))
    start = time.perf_counter()
    build._clear(target)
    assert time.perf_counter() - start < 1
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("owner", [12_345])
def test_a_lock_of_somebody_else_is_left_alone(
    tmp_path: Path, owner: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / f"{WORK}x"
    (work / PREVIOUS).mkdir(parents=True)
    (work / LOCK).write_text("site")
    with monkeypatch.context() as other:
        other.setattr(os, "getuid", lambda: owner)
        build._clear(tmp_path / "site")
    assert [one.name for one in tmp_path.iterdir()] == [work.name]
    build._clear(tmp_path / "site")
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_only_the_projects_own_place_for_a_site_needs_no_mark(tmp_path: Path) -> None:
    assert build._is_ours(ROOT / "site")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/brief.txt").write_text("Lieve oma,")
    assert not build._is_ours(tmp_path / "site")
