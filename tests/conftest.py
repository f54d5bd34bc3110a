"""What the tests share: a small project to break, the built site, a server, and a browser."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from macros.library import Library, Reading, read

ROOT = Path(__file__).parents[1]
TODAY = date.today()
"""Real entries are judged by the clock, as the check does; tests about time name their own day."""
NAMES = ("docs", "hooks.py", "macros", "mkdocs.yml", "practices", "theme")
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

VALID = """\
---
titel: Voorzorggroepen in Stadskanaal
samenvatting: Wie op de wachtlijst van de ggz staat, kan alvast naar een groep.
regios: [groningen]
themas: [mentale-gezondheid]
domeinen: [ggz, welzijn]
doelgroepen:
  - mensen op de wachtlijst van de ggz
fase: lopend
financiering:
  - route: onbekend
bronnen:
  - titel: Samen sterker voor preventie
    datum: 2024-05-30
gecontroleerd: 2026-11-21
---

## Aanleiding

Wie wacht, staat stil.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with the real vocabularies and no practices."""
    shutil.copytree(ROOT / "practices/_vocabulary", tmp_path / "practices/_vocabulary")
    return tmp_path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the whole project that a test may break."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in NAMES:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


@pytest.fixture
def check(project: Path) -> Callable[..., Reading]:
    """Check a practice with this text (`str` or `bytes`) in this place of the small project."""

    def run(text: str | bytes, place: str = "groningen/voorzorggroepen.md", today: date = TODAY) -> Reading:
        file = project / "practices" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read(project, today)

    return run


@pytest.fixture(scope="session")
def real() -> Reading:
    """The real practices, and what a new one is judged against."""
    reading = read(ROOT, date.today())
    assert not reading.problems, "\n".join(map(str, reading.problems))
    return reading


@pytest.fixture(scope="session")
def library(real: Reading) -> Library:
    """The real practices."""
    return real.library


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built as `scripts/build` does."""
    folder = tmp_path_factory.mktemp("build") / "site"
    subprocess.run(
        [sys.executable, "-m", "macros.commands.build", "--site-dir", folder], cwd=ROOT, check=True
    )
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """Address of the built site, served under a sub-path: what works there works at a root, too."""
    mounted = site.parent / "mounted"
    mounted.mkdir()
    for part in site.iterdir():  # the page for what is not found can only know the root
        (mounted / part.name).symlink_to(part)
    (mounted / "leernetwerk").symlink_to(site)
    handler = functools.partial(_Quiet, directory=mounted)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}/leernetwerk/"
        web.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; `scripts/test` finds or installs it. Never skipped: without it the tests fail."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=CHROMIUM_FLAGS
        )
        yield chromium
        chromium.close()
