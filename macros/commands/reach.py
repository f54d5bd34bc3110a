"""`scripts/reach`: how long a phone with bad reception waits until a page for residents can be read."""

import argparse
import functools
import gzip
import http.server
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from macros.library import PRACTICES
from macros.vocabulary import read_all

from . import ROOT, run

SPEED, DELAY = 50, 800
"""The reception: kilobits a second, and milliseconds before an answer begins."""
BUDGET = 1.5
"""Seconds until something can be read, in 19 of 20 visits."""

_PAINTED = """() => new Promise(found => new PerformanceObserver(all => {
    const [paint] = all.getEntriesByName("first-contentful-paint");
    if (paint) found(paint.startTime / 1000);
}).observe({ type: "paint", buffered: true }))"""


def main() -> int:
    """Prints a table; always 0, since it measures and does not judge."""
    parser = argparse.ArgumentParser(prog="scripts/reach", description="Meet met slecht bereik.")
    parser.add_argument("--visits", type=int, default=20, help="bezoeken per pagina (standaard 20)")
    visits = parser.parse_args().visits
    vocabularies, _ = read_all(ROOT / PRACTICES, ROOT, date.today())
    print(f"{'page':<14}{'median':>9}{'95 %':>9}   at {SPEED} kbit/s and {DELAY} ms; budget {BUDGET} s")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        command = [sys.executable, "-P", "-m", "macros.commands.build", "--site-dir", str(site)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        with compressing(site) as address, _browser() as browser:
            for word in vocabularies["adressen"].terms:
                waits = [wait(browser, f"{address}{word}/") for _ in range(visits)]
                slow = statistics.quantiles(waits, n=20)[-1] if visits > 1 else waits[0]
                print(f"/{word + '/':<13}{statistics.median(waits):>7.2f} s{slow:>7.2f} s", flush=True)
    return 0


def wait(browser: Browser, address: str) -> float:
    """Seconds until something can be read, on a first visit with that reception."""
    context = browser.new_context(viewport={"width": 320, "height": 480})
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    rate = SPEED * 1000 / 8
    conditions = {"offline": False, "latency": DELAY, "downloadThroughput": rate, "uploadThroughput": rate}
    network.send("Network.emulateNetworkConditions", conditions)
    page.goto(address)
    seconds = float(page.evaluate(_PAINTED))
    context.close()
    return seconds


@contextmanager
def compressing(site: Path) -> Iterator[str]:
    """Address of a server that compresses what it sends, as any host of static sites does."""
    handler = functools.partial(_Compressing, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}/"
        web.shutdown()


class _Compressing(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            self._answer(200, gzip.compress(file.read_bytes(), 6), self.guess_type(str(file)))
        else:
            self._answer(404, gzip.compress(b""), "text/plain")

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        headers: Mapping[str, str] = {
            "Content-Type": kind,
            "Content-Encoding": "gzip",
            "Content-Length": str(len(body)),
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


if __name__ == "__main__":
    run(main)
