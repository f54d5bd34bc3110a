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

from . import ROOT

FOLDER = ROOT / "docs/meedoen"
WIDTH = 680
"""Pixels; as wide as the text, so that the words in a picture are as large as those around it."""

_TO_WEBP = """async (png) => {
    const picture = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
    const {width, height} = picture;
    const canvas = Object.assign(document.createElement("canvas"), {width, height});
    canvas.getContext("2d").drawImage(picture, 0, 0);
    return canvas.toDataURL("image/webp", 0.6).split(",")[1];
}"""


def main() -> int:
    """Writes the pictures and says how large they are; 0 when all are there."""
    argparse.ArgumentParser(
        prog="scripts/pictures", description="Maakt de plaatjes op /meedoen/."
    ).parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        _served(Path(folder) / "site") as address,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or None, args=["--headless", "--no-sandbox"]
        )
        page = chromium.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
        _buttons(page, address)
        _filling(page, address)
        _sending(page)
        chromium.close()
    return 0


def _buttons(page: Page, address: str) -> None:
    """The end of a practice, with its two buttons."""
    page.goto(address + "praktijken/dichtbij-teams/")
    actions = page.locator(".actions").bounding_box() or {"y": 0, "height": 0}
    _keep(page, "knoppen", actions["y"] - 190, actions["height"] + 200)


def _filling(page: Page, address: str) -> None:
    """The top of the form, with a problem showing."""
    page.goto(address + "meedoen/formulier/")
    page.locator("#veld-samenvatting").fill("Buurtbewoners koken elke week samen in het wijkcentrum.")
    page.locator("#veld-titel").fill("Eten")
    page.locator("#veld-titel").blur()
    page.locator("#veld-titel-fout").wait_for()
    page.wait_for_timeout(600)
    top = page.locator("#kop-nodig").bounding_box() or {"y": 0}
    _keep(page, "invullen", top["y"] - 24, 345)


def _sending(page: Page) -> None:
    """The end of the form, when everything is right."""
    page.locator("#veld-titel").fill("Samen koken in de wijk")
    for label in ("Groningen", "Welzijn en meedoen", "Sociaal werk en welzijn"):
        page.get_by_label(label, exact=True).check()
    page.locator("#veld-doelgroepen").fill("bewoners die vaak alleen eten")
    page.locator("#veld-fase").select_option("pilot")
    page.get_by_label("Route").select_option("onbekend")
    page.locator('[data-key="bronnen"]').get_by_label("Titel").fill("Verslag van de kookgroep")
    page.locator("#belofte").check()
    page.get_by_role("button", name="Kijk alles na").click()
    page.locator("#versturen").wait_for()
    top = page.locator("#stand").bounding_box() or {"y": 0}
    _keep(page, "versturen", top["y"] - 10, 690)


def _keep(page: Page, name: str, top: float, height: float) -> None:
    clip = {"x": 0, "y": top + page.evaluate("scrollY"), "width": WIDTH, "height": height}
    png = page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    webp = base64.b64decode(page.evaluate(_TO_WEBP, base64.b64encode(png).decode()))
    (FOLDER / f"{name}.webp").write_bytes(webp)
    print(f"docs/meedoen/{name}.webp: {WIDTH} × {round(height)} pixels, {len(webp)} bytes")


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
    sys.exit(main())
