"""How the commands end: with a code that says what happened, and without a traceback for what can happen."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT

VERBS = sorted(file.stem for file in (ROOT / "macros/commands").glob("[a-z]*.py"))
START = [sys.executable, "-P", "-m"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}


@pytest.mark.parametrize("verb", VERBS)
def test_an_option_that_does_not_exist_gives_2(verb: str) -> None:
    command = [*START, f"macros.commands.{verb}", "--bestaat-niet"]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_reader_that_stops_is_no_failure_to_tell_of() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*START, "macros.commands.check"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 141
    assert not [line for line in done.stderr.splitlines() if not line.startswith("Let op:")]


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["upkeep", "--no-links"], ["review", "--base", "HEAD"]],
    ids=lambda arguments: str(arguments[0]),
)
def test_what_cannot_be_written_gives_1_and_a_line(arguments: list[str]) -> None:
    verb, *rest = arguments
    with Path("/dev/full").open("w") as full:
        command = [*START, f"macros.commands.{verb}", *rest]
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, cwd=ROOT, check=False
        )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Lezen of schrijven lukte niet: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["review", "--base", "HEAD", "--summary", "{nowhere}"],
        ["review", "--base", "HEAD", "--summary", "{here}", "--preview", "{nowhere}"],
        ["intake", "{here}", "--answer", "{nowhere}"],
    ],
    ids=str,
)
def test_a_place_that_does_not_exist_gives_1_and_a_line(arguments: list[str], tmp_path: Path) -> None:
    here = tmp_path / "bericht.md"
    here.write_text("Hallo")
    verb, *rest = [one.format(nowhere=tmp_path / "nergens/x.md", here=here) for one in arguments]
    command = [*START, f"macros.commands.{verb}", *rest]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert "nergens/x.md" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_who_presses_ctrl_c_sees_one_word() -> None:
    source = (
        "import os, signal; from macros.commands import run\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "run(lambda: os.kill(os.getpid(), signal.SIGINT) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", source], capture_output=True, text=True, env=ENVIRONMENT, check=False
    )
    assert (done.returncode, done.stderr) == (128 + signal.SIGINT, "Afgebroken.\n")


def test_every_verb_ends_in_this_way() -> None:
    for verb in VERBS:
        assert "\n    run(main)\n" in (ROOT / f"macros/commands/{verb}.py").read_text(), verb
