"""Makes the index of this site once more, in a process of its own: its time and memory can be told apart.

`python -m macros.engines.own_index PROJECT SITE`: of the practices of `PROJECT` and the lessons of `SITE`.
Says how many seconds of processor it took, without the reading of the practices, which a build does anyway.
"""

import sys
import time
from datetime import date
from pathlib import Path

from macros.library import read
from macros.search.files import search_files

from .cards import lessons


def main() -> None:
    """Prints the seconds."""
    project, site = map(Path, sys.argv[1:])
    library = read(project, date.today()).library
    texts = list(lessons(site))
    before = time.process_time()
    for _ in search_files(library, texts):
        pass
    print(time.process_time() - before)


if __name__ == "__main__":
    main()
