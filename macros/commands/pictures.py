"""`scripts/pictures`: the pictures of the steps on /meedoen/, made from the real pages."""

import argparse
import base64
import functools
import http.server
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from . import ROOT, run

FOLDER = ROOT / "docs/meedoen"
WIDTH = 680
"""Pixels; as wide as the text, so that the words in a picture are as large as those around it."""

_TO_WEBP = """async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const {width, height} = picture;
    const canvas = Object.assign(document.createElement("canvas"), {width, height});
    canvas.getContext("2d").drawImage(picture, 0, 0);
    return canvas.toDataURL("image/webp", 0.6).split(",")[1];
}"""


def main() -> int:
    """Writes the pictures and says how large they are; 0 when all are there."""
    parser = argparse.ArgumentParser(prog="scripts/pictures", description="Maakt de plaatjes op /meedoen/.")
    parser.add_argument("--folder", metavar="MAP", type=Path, default=FOLDER, help="waar ze komen")
    target = parser.parse_args().folder
    with (
        tempfile.TemporaryDirectory() as folder,
        _served(Path(folder) / "site") as address,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or None, args=["--headless", "--no-sandbox"]
        )
        page = chromium.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
        taken = {
            "knoppen": _buttons(page, address),
            "invullen": _filling(page, address),
            "versturen": _sending(page),
        }
        chromium.close()
    for name, picture in taken.items():
        (target / f"{name}.webp").write_bytes(picture)
        print(f"{name}.webp: {len(picture)} bytes")
    return 0


def _buttons(page: Page, address: str) -> bytes:
    """The end of a practice, with its two buttons."""
    page.goto(address + "praktijken/dichtbij-teams/")
    return _taken(page, ".actions", above=190, height=308)


def _filling(page: Page, address: str) -> bytes:
    """The top of the form, with a problem showing."""
    page.goto(address + "meedoen/formulier/")
    page.locator("#veld-samenvatting").fill("Buurtbewoners koken elke week samen in het wijkcentrum.")
    page.locator("#veld-titel").fill("Eten")
    page.locator("#veld-titel").blur()
    page.locator("#veld-titel-fout").wait_for()
    return _taken(page, "#kop-nodig", above=24, height=345)


def _sending(page: Page) -> bytes:
    """The end of the form, when everything is right."""
    page.locator("#veld-titel").fill("Samen koken in de wijk")
    for label in ("Groningen", "Welzijn en meedoen", "Sociaal werk en welzijn"):
        page.get_by_label(label, exact=True).check()
    page.locator("#veld-doelgroepen").fill("bewoners die vaak alleen eten")
    page.locator("#veld-fase").select_option("pilot")
    page.locator('[data-key="route"] select').select_option("onbekend")
    page.locator('[data-key="bronnen"]').get_by_label("Titel").fill("Verslag van de kookgroep")
    page.locator("#belofte").check()
    page.get_by_role("button", name="Kijk alles na").click()
    page.locator("#versturen").wait_for()
    return _taken(page, "#stand", above=10, height=830)


def _taken(page: Page, place: str, *, above: int, height: int) -> bytes:
    """A picture in WebP of `height` pixels of the page, from so many `above` a place on it."""
    top = page.locator(place).evaluate("one => one.getBoundingClientRect().top + scrollY")
    png = page.screenshot(full_page=True, clip={"x": 0, "y": top - above, "width": WIDTH, "height": height})
    webp: str = page.evaluate(_TO_WEBP, base64.b64encode(png).decode())
    return base64.b64decode(webp)


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The site, built and served for as long as it takes."""
    build = [sys.executable, "-P", "-m", "macros.commands.build", "--site-dir", str(site)]
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 – our own command
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}/"
        web.shutdown()


if __name__ == "__main__":
    run(main)
