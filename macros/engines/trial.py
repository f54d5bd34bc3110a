"""Trying an engine in a browser: what it answers, how fast, and for how many bytes."""

import random
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

from tests.queries import Query

from .host import Host, serving
from .scoring import Answer, Score, score

FIRST = "wachtlijst ggz"
"""What is searched for when bytes and memory are measured."""
SLOW = 4
"""How much slower a processor than this one is also tried."""
SECONDS = 20.0
"""After so many, no further keystroke is measured."""
PATIENCE = 180.0
"""Seconds that an engine may take for all queries; one that is slower is judged by those that it answered."""
TYPED, FURTHER = 12, 20
"""Queries that are typed letter by letter; words that are asked after the first result."""


FLAGS = ["--no-sandbox", "--disable-gpu", "--js-flags=--max-old-space-size=8192"]
"""Of Chromium; with room for an index of which a phone could only dream."""


@dataclass(frozen=True)
class Speed:
    """Milliseconds from a keystroke to its answer."""

    median: float
    high: float
    """Of 19 in 20 keystrokes at most."""


@dataclass(frozen=True)
class Trial:
    """What came of trying an engine."""

    score: Score
    first: int
    """Bytes over the network before the first result: code of the engine and index, not the page itself."""
    further: float
    """Bytes that each further word costs."""
    ready: float
    """Seconds from opening the page to the first result, of a host on the same machine."""
    speed: Speed
    slow: Speed
    memory: int | None
    """Bytes that the engine adds to the memory of the page's process; none where it cannot be told."""


def attempt(playwright: Playwright, chromium: str | None, folder: Path, queries: Sequence[Query]) -> Trial:
    """Tries the engine in `folder` with these queries."""
    answerable = [query.text for query in queries if query.wanted]
    browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
    with serving(folder) as host:
        page = _opened(browser, host)
        before = _memory(browser, page)
        page.evaluate("start()")
        page.evaluate("query => find(query)", FIRST)
        ready = page.evaluate("performance.now() - started") / 1000
        first = host.bytes_sent()
        words = list(dict.fromkeys(word for text in answerable for word in text.split() if len(word) > 3))
        more = _some(words, FURTHER)
        for word in more:
            page.evaluate("query => find(query)", word)
        further = (host.bytes_sent() - first) / len(more)
        after = _memory(browser, page)
        asked, answers = zip(*_answered(page, queries), strict=True)
        page.close()
        typed = _some(answerable, TYPED)
        trial = Trial(
            score(asked, answers),
            first,
            further,
            ready,
            _speed(browser, host, typed, 1),
            _speed(browser, host, typed, SLOW),
            None if before is None or after is None else after - before,
        )
    browser.close()
    return trial


def _answered(page: Page, queries: Sequence[Query]) -> Sequence[tuple[Query, Answer]]:
    """Queries from all over the list, with their answers: as many as can be asked in `PATIENCE`."""
    order = list(queries)
    random.Random(1).shuffle(order)  # noqa: S311 – nothing here is a secret
    end = time.monotonic() + PATIENCE
    asked = []
    for query in order:
        asked.append((query, Answer(**page.evaluate("query => find(query)", query.text))))
        if time.monotonic() > end:
            break
    return asked


def _opened(browser: Browser, host: Host) -> Page:
    page = browser.new_page()
    page.set_default_timeout(0)
    page.goto(host.address, wait_until="networkidle")
    return page


def _speed(browser: Browser, host: Host, typed: Sequence[str], rate: int) -> Speed:
    """Of typing these, with a processor `rate` times as slow once the engine is ready."""
    page = _opened(browser, host)
    page.evaluate("start()")
    page.evaluate("query => find(query)", FIRST)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
    waits = page.evaluate("([typed, seconds]) => type(typed, seconds)", [typed, SECONDS])
    page.close()
    high = statistics.quantiles(waits, n=20)[-1] if len(waits) > 1 else waits[0]
    return Speed(statistics.median(waits), high)


def _memory(browser: Browser, page: Page) -> int | None:
    """Bytes that the processes of pages have for themselves, rubbish not counted; only Linux tells."""
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    files = [Path(f"/proc/{one['id']}/smaps_rollup") for one in processes if one["type"] == "renderer"]
    if not all(file.exists() for file in files):
        return None
    lines = [line.split() for file in files for line in file.read_text().splitlines()]
    return sum(int(line[1]) * 1024 for line in lines if line[0] in ("Private_Clean:", "Private_Dirty:"))


def _some(texts: Sequence[str], number: int) -> Sequence[str]:
    """So many of them, from all over the list."""
    return texts[:: max(len(texts) // number, 1)][:number]
