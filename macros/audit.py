"""Packages with a known vulnerability, from what pip-audit says of the lock files."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .quoting import code

LOCK = "requirements.txt"
"""The lock file of what the site is built with; whatever else is audited is only a tool."""


@dataclass(frozen=True)
class Audit:
    """What came of looking packages up; each line is Markdown for one package."""

    vulnerable: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """What could not be looked up."""


def read_audit(file: Path, root: Path) -> Audit:
    """The audit in `file`, as `pip-audit --format json` writes it, of the packages of the project in `root`.

    Where the file does not hold that, nothing was looked up, and that is what the audit says: never raises
    for what a service has answered.
    """
    try:
        packages = json.loads(file.read_text("utf-8"))["dependencies"]
        building = set(re.findall("^[a-z0-9-]+(?===)", (root / LOCK).read_text("utf-8"), re.MULTILINE))
        return Audit(tuple(_vulnerable(packages, building)), tuple(_skipped(packages)))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Audit(unknown=("- geen enkel pakket: het opzoeken is mislukt",))


def _vulnerable(packages: list[dict[str, Any]], building: set[str]) -> Iterator[str]:
    for package in packages:
        if found := package.get("vulns"):
            use = "de site wordt ermee gebouwd" if package["name"] in building else "alleen gereedschap"
            named = f"{code(package['name'])} {code(package['version'])} ({use})"
            yield f"- {named}: {'; '.join(map(_said, found))}"


def _said(vulnerability: dict[str, Any]) -> str:
    versions = ", ".join(map(code, vulnerability["fix_versions"]))
    mended = f"verholpen in {versions}" if versions else "nog nergens verholpen"
    return f"{code(vulnerability['id'])}, {mended}"


def _skipped(packages: list[dict[str, Any]]) -> Iterator[str]:
    for package in packages:
        if reason := package.get("skip_reason"):
            yield f"- {code(package['name'])}: {code(reason)}"
