"""`scripts/bench`: how long things take, as ratios within one run, since machines differ and are shared."""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from . import ROOT, run

COPIED = ("docs", "hooks.py", "macros", "mkdocs.yml", "practices", "theme")
"""What a build needs of the project."""
_PLAIN = {
    "site_name": "Plain",
    "theme": {"name": "material", "font": False},
    "not_in_nav": "*",
    "nav": ["index.md"],
}


def main() -> int:
    """Prints a table; always 0, since it measures and does not judge."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Meet hoe lang het duurt.")
    parser.add_argument("--practices", type=int, default=10_000, help="aantal praktijken (standaard 10000)")
    many = parser.parse_args().practices
    few = max(many // 10, 1)
    with tempfile.TemporaryDirectory(prefix="leernetwerk-bench-") as folder:
        small, large, plain = (Path(folder, name) for name in ("small", "large", "plain"))
        _say("Making practices ...")
        multiply(small, few)
        multiply(large, many)
        flatten(large, plain)
        check = _seconds("scripts/check", [sys.executable, "-P", "-m", "macros.commands.check"], large)
        build_few = _seconds(f"build of {few}", _mkdocs(), small)
        build_many = _seconds(f"build of {many}", _mkdocs(), large)
        build_plain = _seconds(f"plain MkDocs with Material, {many}", _mkdocs(), plain)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_000_000
    rows = (
        (f"check {many} practices", f"{check:.1f} s", "≤ 5 s"),
        (f"build {few} practices", f"{build_few:.1f} s", ""),
        (f"build {many} practices", f"{build_many:.1f} s", ""),
        ("plain MkDocs and Material, the same Markdown", f"{build_plain:.1f} s", ""),
        ("build against plain", f"{build_many / build_plain:.2f}", "≤ 1"),
        ("time a practice: many against few", f"{build_many / many / (build_few / few):.2f}", "≤ 1.2"),
        ("largest process", f"{memory:.2f} GB", "≤ 3 GB"),
    )
    for what, measured, budget in (("what", "measured", "budget"), *rows):
        print(f"{what:<48}{measured:>10}  {budget}")
    return 0


def multiply(folder: Path, number: int) -> None:
    """A project in `folder` with so many practices: the real ones, again and again, over all regions."""
    folder.mkdir()
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    texts = [file.read_text("utf-8") for file in sorted(folder.glob("practices/[a-z]*/*.md"))]
    vocabulary = (folder / "practices/_vocabulary/regios.yml").read_text("utf-8")
    regions = re.findall(r"^- id: (\S+)", vocabulary, re.MULTILINE)
    pairs = zip(cycle(texts), cycle(regions), strict=False)
    for at, (text, region) in enumerate(islice(pairs, number - len(texts))):
        text = re.sub(r"^regios: .*$", f"regios: [{region}]", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^titel: .*$", f"titel: Proefpraktijk nummer {at}", text, count=1, flags=re.MULTILINE)
        place = folder / "practices" / region
        place.mkdir(exist_ok=True)
        (place / f"proef-{at}.md").write_text(text, "utf-8")


def flatten(project: Path, plain: Path) -> None:
    """The Markdown of `project` as ordinary pages of plain MkDocs with Material, not in the navigation."""
    docs = plain / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Plain\n", "utf-8")
    for file in project.glob("practices/[a-z]*/*.md"):
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        title = re.search(r"^titel: (.*)$", front, re.MULTILINE)
        head = f"---\ntitle: {title[1] if title else ''}\n---\n"
        (docs / file.name).write_text(head + body, "utf-8")
    (plain / "mkdocs.yml").write_text(json.dumps(_PLAIN), "utf-8")


def _mkdocs() -> Sequence[str]:
    return [sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", "site"]


def _seconds(what: str, command: Sequence[str], project: Path) -> float:
    """Processor seconds of a command, in its own process: less moved by neighbours than the clock is."""
    _say(f"{what} ...")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    environment = os.environ | {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, env=environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    _say(f"    {spent:.1f} s of processor, {time.monotonic() - started:.1f} s by the clock")
    return spent


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    run(main)
