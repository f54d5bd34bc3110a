"""What the scripts run; each module is one verb."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).absolute().parents[2]
"""The project's folder."""

STOPPED, UNHEARD = 130, 141
"""What a shell calls an end by Ctrl-C, and by a reader that stopped: 128 and the number of the signal."""


def run(main: Callable[[], int]) -> NoReturn:
    """End the process with the code that `main` gives, and without a traceback for what is nobody's mistake.

    130 after Ctrl-C, 141 where nobody reads what is written (`| head`), 1 where reading or writing fails.
    """
    sys.exit(_ending(main))


def _ending(main: Callable[[], int]) -> int:
    try:
        code = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("Afgebroken.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        _write_no_more()
        return UNHEARD
    except OSError as error:
        print(f"Lezen of schrijven lukte niet: {error}.", file=sys.stderr)
        _write_no_more()
        return 1
    return code


def _write_no_more() -> None:
    """Lead what is still to be written nowhere; at its end, Python would try once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
