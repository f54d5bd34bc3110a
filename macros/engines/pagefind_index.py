"""Makes an index with Pagefind, in a process of its own so that its time and memory can be told apart.

`python -m macros.engines.pagefind_index FOLDER SITE`: the index of the main text of all pages below `SITE`,
each in the language that the page says it is in. The index goes to `FOLDER`.
"""

import asyncio
import sys

from pagefind.index import IndexConfig, PagefindIndex


async def index(folder: str, site: str) -> None:
    """Makes it; raises what Pagefind raises."""
    async with PagefindIndex(config=IndexConfig(root_selector="main", output_path=folder)) as pages:
        await pages.add_directory(site)


if __name__ == "__main__":
    asyncio.run(index(*sys.argv[1:]))
