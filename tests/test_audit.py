"""The lock files and known vulnerabilities: pip-audit asks a service of ours, and the report tells of it."""

import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.audit import Audit, read_audit
from macros.library import Library
from macros.upkeep import as_markdown

from .conftest import ROOT

LOCKS = ("requirements.txt", "requirements-test.txt")
HELD_AGAINST: dict[str, list[dict[str, Any]]] = {
    "jinja2": [
        {
            "id": "GHSA-1234", "summary": "Uit de `zandbak` | <b>", "aliases": ["CVE-2099-1"],
            "affected": [
                {
                    "package": {"name": "jinja2", "ecosystem": "PyPI"},
                    "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99.1"}]}],
                }
            ],
        }
    ],
    "pytest": [
        {
            "id": "GHSA-5678", "summary": "x",
            "affected": [{"package": {"name": "pytest", "ecosystem": "PyPI"}}],
        }
    ],
}  # fmt: skip


class _Service(http.server.BaseHTTPRequestHandler):
    """Answers as osv.dev does."""

    asked: set[tuple[str, str]]

    def do_POST(self) -> None:
        query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = query["package"]["name"]
        self.asked.add((name, query["version"]))
        answer = json.dumps({"vulns": HELD_AGAINST[name]} if name in HELD_AGAINST else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def service() -> Iterator[tuple[str, set[tuple[str, str]]]]:
    """The address of a service, and what was asked of it: packages with their version."""
    asked: set[tuple[str, str]] = set()
    handler = type("Service", (_Service,), {"asked": asked})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}/v1/query", asked
        web.shutdown()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The scripts and lock files, with an environment that is there already."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    (folder / ".venv/bin").mkdir(parents=True)
    python = folder / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    for name in LOCKS:
        shutil.copy(ROOT / name, folder)
        shutil.copy(ROOT / name, folder / f".venv/{name}.stamp")
    return folder


def audit(project: Path, address: str, cache: Path) -> subprocess.CompletedProcess[str]:
    command = [str(project / "scripts/audit"), "--format", "json", "--osv-url", address, "--timeout", "5"]
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "no_proxy": "127.0.0.1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def read(project: Path, report: str) -> Audit:
    file = project / "pakketten.json"
    file.write_text(report)
    return read_audit(file, project)


def test_every_package_is_asked_for_and_what_is_known_is_told(
    project: Path, service: tuple[str, set[tuple[str, str]]], tmp_path: Path
) -> None:
    address, asked = service
    done = audit(project, address, tmp_path)
    assert done.returncode == 1, done.stderr
    locked = [
        line.split(" ")[0].split("==")
        for name in LOCKS
        for line in (ROOT / name).read_text().splitlines()
        if "==" in line and "sys_platform ==" not in line and "python_full_version <" not in line
    ]
    assert {(name, version) for name, version in locked} <= asked
    found = read(project, done.stdout)
    assert not found.unknown
    one, other = found.vulnerable
    assert one.startswith("- `jinja2` `3.")
    assert one.endswith("(de site wordt ermee gebouwd): `CVE-2099-1`, verholpen in `99.1`")
    assert other.endswith("(alleen gereedschap): `GHSA-5678`, nog nergens verholpen")


def test_a_lock_file_without_a_hash_is_refused(
    project: Path, service: tuple[str, set[tuple[str, str]]], tmp_path: Path
) -> None:
    for file in (project / LOCKS[0], project / f".venv/{LOCKS[0]}.stamp"):
        file.write_text("jinja2==3.1.6\n")
    done = audit(project, service[0], tmp_path)
    assert done.returncode == 1
    assert read(project, done.stdout).unknown


def test_a_service_that_does_not_answer_is_told(project: Path, tmp_path: Path, library: Library) -> None:
    done = audit(project, "http://127.0.0.1:9/v1/query", tmp_path)
    assert done.returncode == 1
    found = read(project, done.stdout)
    assert found == Audit(unknown=("- geen enkel pakket: het opzoeken is mislukt",))
    report = as_markdown(library, date(2026, 1, 1), {}, [], found)
    assert "## Pakketten die niet zijn nagekeken (1)" in report
    assert "niets te doen" not in report


@pytest.mark.parametrize(
    "report",
    [
        "", "geen json", "[]", "{}", '{"dependencies": 1}', '{"dependencies": [1]}', "[" * 100_000,
        '{"dependencies": [{"vulns": [1]}]}',
        '{"dependencies": [{"name": 1, "version": 2, "vulns": [{"id": 3, "fix_versions": null}]}]}',
    ],
)  # fmt: skip
def test_an_answer_that_makes_no_sense_counts_as_none(project: Path, report: str) -> None:
    found = read(project, report)
    assert not found.vulnerable
    assert found.unknown


def test_one_package_that_is_not_known_there_is_named(project: Path) -> None:
    report = {"dependencies": [{"name": "x", "skip_reason": "Not *found*\n# y"}, {"name": "y", "vulns": []}]}
    assert read(project, json.dumps(report)) == Audit(unknown=("- `x`: `Not *found* # y`",))


def test_what_a_service_says_does_nothing_in_the_report(project: Path) -> None:
    wrong = {"id": "]`<b>\n# @iemand", "fix_versions": ["1`2"]}
    report = {"dependencies": [{"name": "y", "version": "1\n2", "vulns": [wrong]}]}
    (line,) = read(project, json.dumps(report)).vulnerable
    assert line == "- `y` `1 2` (alleen gereedschap): ``]`<b> # @iemand``, verholpen in ``1`2``"
