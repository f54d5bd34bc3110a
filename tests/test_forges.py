"""What the forges run: with as little power as can be, pinned, and never what was contributed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.library import Library

from .conftest import ROOT, VALID
from .test_review import PRACTICE, Contribute, git
from .test_review import contribute as contribute  # the fixtures
from .test_review import repository as repository

WORKFLOWS = sorted([*ROOT.glob(".github/workflows/*"), *ROOT.glob(".forgejo/workflows/*")])
NAMES = [str(file.relative_to(ROOT)) for file in WORKFLOWS]


def load(file: Path) -> dict[str, Any]:
    # `on` is a truth value in YAML 1.1; nothing here looks at it.
    loaded: dict[str, Any] = yaml.safe_load(file.read_text())
    return loaded


def steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in load(file)["jobs"].values():
        yield from job["steps"]


def test_zizmor_finds_nothing() -> None:
    zizmor = str(Path(sys.executable).with_name("zizmor"))
    command = [zizmor, "--offline", "--no-progress", "--persona=auditor", "--strict-collection", "."]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in (".github/dependabot.yml", ".github/workflows/check.yml"):
        assert f"completed ./{name}" in done.stderr


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_a_workflow_starts_without_any_permission(file: Path) -> None:
    assert load(file)["permissions"] == {}


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_every_action_is_pinned_and_leaves_no_key_behind(file: Path) -> None:
    for line in file.read_text().splitlines():
        if "uses:" in line:
            action, _, version = line.partition(" # ")
            assert len(action.partition("@")[2]) == 40
            assert set(action.partition("@")[2]) <= set("0123456789abcdef"), line
            assert version.startswith("v"), line
    for step in steps(file):
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("file", WORKFLOWS, ids=NAMES)
def test_no_command_holds_what_somebody_else_wrote(file: Path) -> None:
    for step in steps(file):
        assert "${{" not in step.get("run", "")
    assert "pull_request_target" not in file.read_text()
    assert "secrets." not in file.read_text()


def test_only_the_job_that_needs_it_may_write() -> None:
    writing = {
        (file.name, name, permission)
        for file in WORKFLOWS
        for name, job in load(file)["jobs"].items()
        for permission, level in job.get("permissions", {}).items()
        if level == "write"
    }
    assert writing == {
        ("publish.yml", "deploy", "pages"),
        ("publish.yml", "deploy", "id-token"),
        ("weekly.yml", "issue", "issues"),
        ("issue.yml", "answer", "issues"),
        ("issue.yml", "propose", "contents"),
        ("issue.yml", "propose", "pull-requests"),
    }
    for name, job in (("publish.yml", "deploy"), ("weekly.yml", "issue")):
        text = str(load(ROOT / ".github/workflows" / name)["jobs"][job])
        assert "actions/checkout" not in text
        assert "scripts/" not in text


def commands(name: str) -> list[str]:
    """The shell scripts of a check, each with the folder it runs in."""
    if name == ".gitlab-ci.yml":
        return ["\n".join(load(ROOT / name)["check"]["script"])]
    return [
        f'cd "{step["working-directory"].replace("${{ runner.temp }}", "$RUNNER_TEMP")}"\n{step["run"]}'
        if "working-directory" in step
        else step["run"]
        for step in steps(ROOT / name)
        if "run" in step and "apt-get" not in step["run"]
    ]


@pytest.mark.parametrize(
    "name", [".github/workflows/check.yml", ".forgejo/workflows/check.yml", ".gitlab-ci.yml"]
)
def test_a_check_runs_no_contributed_code_and_shows_its_practice(
    repository: Path, contribute: Contribute, tmp_path: Path, name: str
) -> None:
    environment, out, witness = (tmp_path / part for part in (".venv", "uit", "getuige"))
    (repository / ".venv/bin").mkdir(parents=True)  # an environment that is there already
    python = repository / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\npwd >> "{environment}"\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (repository / "requirements.txt").write_text("")
    (repository / ".venv/requirements.txt.stamp").write_text("")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=base")
    base = git(repository, "rev-parse", "HEAD")
    git(repository, "update-ref", "refs/remotes/origin/main", base)
    bad = f"import pathlib; pathlib.Path({str(witness)!r}).touch()\n"
    everywhere = ("macros/checks.py", "argparse.py", "markdown.py", "hooks.py", "sitecustomize.py")
    shell = {
        f"scripts/{verb}": f"touch {witness}\n" for verb in ("check", "review", "borrow", "_environment")
    }
    merge = contribute({PRACTICE: VALID} | dict.fromkeys(everywhere, bad) | shell)
    (out / "tijdelijk").mkdir(parents=True)
    given = {
        "RUNNER_TEMP": str(out),
        "TMPDIR": str(out / "tijdelijk"),
        "GITHUB_SHA": merge,
        "GITHUB_BASE_REF": "main",
        "GITHUB_STEP_SUMMARY": str(out / "verslag.md"),
        "CI_COMMIT_SHA": merge,
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "CI_PROJECT_DIR": str(repository),
    }
    for command in commands(name):
        subprocess.run(["bash", "-ec", command], cwd=repository, env=os.environ | given, check=True)
    assert not witness.exists()
    folders = set(environment.read_text().split())
    assert len(folders) == 1
    assert str(repository) not in folders
    (summary,) = [*out.rglob("verslag.md"), *repository.glob("uitkomst/verslag.md")]
    (preview,) = [*out.rglob("voorbeeld.html"), *repository.glob("uitkomst/voorbeeld.html")]
    assert "én code" in summary.read_text()
    assert "Voorzorggroepen in Stadskanaal</h1>" in preview.read_text()


@pytest.mark.parametrize(
    ("known", "report", "asked"),
    [
        ("", "# Onderhoud: niets te doen", ["list"]),
        ("", "# Onderhoud: 1 punt", ["list", "create"]),
        ("7", "# Onderhoud: 2 punten", ["list", "edit 7", "reopen 7"]),
        ("7", "# Onderhoud: niets te doen", ["list", "edit 7", "close 7"]),
        ("7", "# Onderhoud: 1 punt\n\n- niets te doen", ["list", "edit 7", "reopen 7"]),
    ],
)
def test_upkeep_is_kept_in_one_issue(tmp_path: Path, known: str, report: str, asked: list[str]) -> None:
    forge = tmp_path / "gh"
    forge.write_text(
        '#!/bin/sh\n[ "$1" = label ] && exit\n'
        'case $3 in --*) echo "$2";; *) echo "$2 $3";; esac >> asked\n'
        f'[ "$2" = list ] && echo "{known}"\nexit 0\n'
    )
    forge.chmod(0o755)
    (tmp_path / "onderhoud.md").write_text(f"{report}\n")
    (command,) = [
        step["run"] for step in steps(ROOT / ".github/workflows/weekly.yml") if "gh " in step.get("run", "")
    ]
    path = f"{tmp_path}:{os.environ['PATH']}"
    subprocess.run(["bash", "-ec", command], cwd=tmp_path, env=os.environ | {"PATH": path}, check=True)
    assert (tmp_path / "asked").read_text().splitlines() == asked


def test_every_region_has_someone_who_is_asked(library: Library) -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text().splitlines()
    owned = [line.split() for line in lines if line and not line.startswith("#")]
    assert owned[0] == ["*", "@leernetwerk/beheer"]
    assert owned[2] == ["/practices/_vocabulary/vrijgegeven.yml", "@leernetwerk/beheer"]
    regions = [f"/practices/{region}/" for region in library.vocabularies["regios"].terms]
    assert [path for path, *_ in owned[3:]] == regions
    assert all(owners and all(one.startswith("@") for one in owners) for _, *owners in owned)


def test_a_hook_before_a_commit_runs_a_script_that_is_there() -> None:
    ((hook,),) = [repo["hooks"] for repo in load(ROOT / ".pre-commit-config.yaml")["repos"]]
    assert os.access(ROOT / hook["entry"], os.X_OK)
