"""What a program costs, and how big what it makes is."""

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """Of making an index."""

    seconds: float
    """Of processor: less moved by neighbours than the clock is."""
    memory: float
    """Most bytes that one process had at a time."""


def run(command: Sequence[str], project: Path) -> tuple[Cost, str]:
    """Cost and output of a command with the code of `project`; raises where it fails."""
    environment = os.environ | {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(  # noqa: S603 – our own commands
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        assert child.stdout is not None  # noqa: S101 – narrows the type
        said = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command, said)
    kilobyte = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * kilobyte), said


def size(files: Iterable[Path]) -> int:
    """Bytes of files together."""
    return sum(file.stat().st_size for file in files if file.is_file())
