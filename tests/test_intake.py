"""The command that takes in an issue, the one that proposes its file, and the workflow around them."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from macros.answer import MARK

from .conftest import ROOT
from .filed import FILLED, WRITTEN, filed
from .test_commands import run


def event(body: str | None) -> str:
    return json.dumps(
        {"action": "opened", "issue": {"body": body, "created_at": "2026-11-20T23:59:59Z", "title": "x"}}
    )


def intake(project: Path, said: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    file = project / "event.json"
    file.write_text(said)
    return run(
        project, "intake", *arguments, "--answer", project / "answer.md", "--into", project / "out", file
    )


def test_a_right_issue_becomes_a_file_and_a_clear_answer(copy: Path) -> None:
    done = intake(copy, event(filed(FILLED)), "--event")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (file,) = [one for one in (copy / "out").rglob("*") if one.is_file()]
    assert file == copy / "out/practices/twente/samen-koken-in-de-wijk.md"
    assert file.read_text() == WRITTEN
    assert WRITTEN in (copy / "answer.md").read_text()
    (copy / "practices/twente").mkdir(exist_ok=True)
    file.rename(copy / "practices/twente" / file.name)
    assert run(copy, "check").returncode == 0


def test_a_wrong_issue_becomes_an_answer_only(copy: Path) -> None:
    done = intake(copy, event(filed({**FILLED, "fase": "Klaar"})), "--event")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert not (copy / "out").exists()
    answer = (copy / "answer.md").read_text()
    assert answer.startswith(f"{MARK}\n## Nog niet klaar\n")
    assert "**Fase**\n\n- 'Klaar' kan hier niet. Kies uit: idee" in answer


def test_an_issue_never_takes_the_place_of_a_practice(copy: Path) -> None:
    other = {**FILLED, "titel": "Voorzorggroepen Stadskanaal", "regios": "Groningen"}
    assert intake(copy, event(filed(other)), "--event").returncode == 1
    assert "is ook in gebruik bij" in (copy / "answer.md").read_text()


def test_a_message_without_text_gets_an_answer_too(copy: Path) -> None:
    assert intake(copy, event(None), "--event").returncode == 1
    assert "komt niet uit het formulier" in (copy / "answer.md").read_text()


@pytest.mark.parametrize(
    "said",
    [
        "",
        "geen json",
        "[]",
        "{}",
        '{"issue": 1}',
        '{"issue": {"body": "x", "created_at": "x"}}',
        "[" * 100_000,
    ],
)
def test_an_event_that_is_not_understood_is_2_and_no_answer(copy: Path, said: str) -> None:
    done = intake(copy, said, "--event")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (copy / "answer.md").exists()


WORKFLOW = (ROOT / ".github/workflows/issue.yml").read_text()


def test_the_workflow_puts_nothing_of_an_issue_in_a_command() -> None:
    jobs = yaml.safe_load(WORKFLOW)["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    assert not [step for step in steps if "${{" in step.get("run", "")]
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"]) for step in steps if "uses" in step)
    assert "issue.body" not in WORKFLOW
    assert "issue.title" not in WORKFLOW


def test_the_workflow_gives_each_job_what_it_needs_and_no_more() -> None:
    workflow = yaml.safe_load(WORKFLOW)
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "check": {"contents": "read"},
        "answer": {"issues": "write"},
        "propose": {"contents": "write", "pull-requests": "write"},
    }
    assert "checkout" not in json.dumps(workflow["jobs"]["answer"])
    assert "label.name == 'akkoord'" in workflow["jobs"]["propose"]["if"]


GH = """\
#!/bin/sh
echo "$*" >>"$NOTED"
if [ "$2" = list ]; then cat "$PULLS"; else cat >>"$NOTED"; fi
"""


@pytest.fixture
def clone(copy: Path, tmp_path: Path) -> Path:
    """A project with a remote, a finished practice in `out`, and a `gh` that notes what it is told."""
    git(copy, "init", "--quiet", "--initial-branch", "main")
    (copy / "scripts").mkdir()
    script = copy / "scripts/propose"
    script.write_text((ROOT / "scripts/propose").read_text())
    script.chmod(0o755)
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "begin")
    git(tmp_path, "clone", "--quiet", "--bare", str(copy), "remote.git")
    git(copy, "remote", "add", "origin", str(tmp_path / "remote.git"))
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin/gh"
    gh.write_text(GH)
    gh.chmod(0o755)
    (tmp_path / "pulls").write_text("0\n")
    out = copy / "out/practices/twente"
    out.mkdir(parents=True)
    (out / "samen-koken.md").write_text(WRITTEN)
    return copy


def git(folder: Path, *arguments: str) -> str:
    names = {
        f"GIT_{who}_{what}": "redactie@voorbeeld.example"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | names, capture_output=True, text=True, check=True
    )
    return done.stdout


def propose(clone: Path, issue: str = "12") -> subprocess.CompletedProcess[str]:
    base = clone.parent
    environment = os.environ | {"PATH": f"{base / 'bin'}:{os.environ['PATH']}"}
    environment |= {"NOTED": str(base / "noted"), "PULLS": str(base / "pulls")}
    command = ["scripts/propose", issue, "out"]
    git(clone, "switch", "--quiet", "main")
    return subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)


def test_a_proposal_is_a_branch_with_that_one_file_and_a_pull_request(clone: Path) -> None:
    done = propose(clone)
    assert done.returncode == 0, done.stderr
    remote = clone.parent / "remote.git"
    assert git(remote, "diff", "--name-status", "main", "praktijk/12").split() == [
        "A",
        "practices/twente/samen-koken.md",
    ]
    noted = (clone.parent / "noted").read_text()
    assert "pr create --head praktijk/12 --title Nieuwe praktijk: samen-koken --body-file -" in noted
    assert "Closes #12" in noted
    assert "Reopen pull request" in noted


def test_a_second_proposal_renews_the_first(clone: Path) -> None:
    assert propose(clone).returncode == 0
    (clone.parent / "pulls").write_text("1\n")
    (clone / "out/practices/twente/samen-koken.md").rename(clone / "out/practices/twente/samen-eten.md")
    assert propose(clone).returncode == 0
    remote = clone.parent / "remote.git"
    assert git(remote, "diff", "--name-only", "main", "praktijk/12").split() == [
        "practices/twente/samen-eten.md"
    ]
    assert (clone.parent / "noted").read_text().count("pr create") == 1


def test_work_of_people_in_the_branch_is_left_alone(clone: Path) -> None:
    assert propose(clone).returncode == 0
    git(clone, "commit", "--quiet", "--allow-empty", "--message", "hand")
    git(clone, "push", "--quiet", "origin", "praktijk/12")
    before = git(clone, "rev-parse", "praktijk/12")
    done = propose(clone)
    assert done.returncode == 1
    assert "Somebody has worked in the branch praktijk/12" in done.stderr
    assert git(clone.parent / "remote.git", "rev-parse", "praktijk/12") == before


@pytest.mark.parametrize(
    ("name", "issue"),
    [
        ("README.md", "12"),
        ("practices/x.md", "12"),
        ("practices/a b/c.md", "12"),
        ("practices/twente/x.md", "1;id"),
        ("practices/twente/x.md", ""),
    ],
)
def test_anything_but_one_practice_for_one_issue_is_refused(clone: Path, name: str, issue: str) -> None:
    (clone / "out/practices/twente/samen-koken.md").unlink()
    file = clone / "out" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x")
    assert propose(clone, issue).returncode in (1, 2)
    assert not (clone.parent / "noted").exists()


def test_two_practices_are_refused(clone: Path) -> None:
    (clone / "out/practices/twente/nog-een.md").write_text("x")
    assert propose(clone).returncode == 2


def test_a_practice_that_is_there_is_not_proposed(clone: Path) -> None:
    (clone / "out/practices/twente/samen-koken.md").unlink()
    (clone / "out/practices/groningen").mkdir()
    (clone / "out/practices/groningen/voorzorggroepen-stadskanaal.md").write_text("x")
    assert propose(clone).returncode == 1
