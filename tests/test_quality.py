"""The code itself: formatted, linted, typed, and installed from a lock file that fits."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from .conftest import ROOT


@pytest.mark.parametrize(
    "command", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=["lint", "format", "types"]
)
def test_code_is(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_locked_package_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "http" not in text
    assert "index" not in text
    for package in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9-]+==\S+ ", package), package
        assert "--hash=sha256:" in package


def test_the_lock_files_hold_what_the_project_asks_for_and_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = {"requirements.txt": project["project"]["dependencies"]}
    asked["requirements-test.txt"] = asked["requirements.txt"] + project["dependency-groups"]["test"]
    locked = {
        name: set(re.findall(r"^([a-z0-9-]+==[^ ;]+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in asked
    }
    for name, wanted in asked.items():
        names = {pin.split("==")[0] for pin in locked[name]}
        for one in wanted:
            assert re.split(r"[=<>!~ ]", one)[0].lower() in names, one
    assert locked["requirements.txt"] <= locked["requirements-test.txt"]


def test_only_two_files_know_mkdocs() -> None:
    for file in (ROOT / "macros").rglob("*.py"):
        assert not re.search(r"^\s*(?:import|from) mkdocs", file.read_text(), re.MULTILINE), file


@pytest.mark.parametrize(
    "script", sorted(file.name for file in (ROOT / "scripts").iterdir() if file.name[0] != "_")
)
def test_every_script_is_in_the_readme(script: str) -> None:
    assert f"`scripts/{script}" in (ROOT / "README.md").read_text()
    assert (ROOT / "scripts" / script).stat().st_mode & 0o111


def needed(file: Path, module: str, modules: frozenset[str]) -> set[str]:
    """The modules of the package that a module imports, wherever it does."""
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
            names = [
                f"{start}.{alias.name}" if f"{start}.{alias.name}" in modules else start
                for alias in node.names
            ]
        found.update(name for name in names if name in modules)
    return found - {module}


def test_imports_point_one_way() -> None:
    """No two modules of the package, or of a package in it, need each other."""
    files = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
        for file in (ROOT / "macros").rglob("*.py")
    }
    needs = {module: needed(file, module, frozenset(files)) for module, file in files.items()}
    assert needs["macros.spoken.rules"] >= {"macros.kinds", "macros.problem", "macros.spoken.lexicon"}
    assert needs["macros.commands.words"] == {"macros.commands", "macros.spoken.lexicon"}
    done: set[str] = set()
    while ready := {name for name, wanted in needs.items() if name not in done and wanted <= done}:
        done |= ready
    assert set(needs) == done, "these need each other: " + ", ".join(sorted(set(needs) - done))


def test_folders_named_in_the_layout_are_there() -> None:
    assert all(
        (ROOT / name).exists()
        for name in ("mkdocs.yml", "docs", "practices", "macros", "scripts", "README.md")
    )
    assert not list(Path(ROOT / "docs").rglob("*.html"))
