"""The commands, run as a person or another program would run them."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from macros.vocabulary import KINDS

from .conftest import ROOT


def run(
    project: Path, verb: str, *arguments: str | Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-P", "-m", f"macros.commands.{verb}", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd or project, env=environment, capture_output=True, text=True, check=False
    )


def break_one(project: Path) -> str:
    """Mistype a theme; gives the place of the problem, as messages begin."""
    path = "practices/groningen/voorzorggroepen-stadskanaal.md"
    file = project / path
    file.write_text(file.read_text().replace("themas: [mentale-gezondheid", "themas: [mentale-gezondhied"))
    return f"{path}:6:10: themas: "


def test_check_of_the_whole_project_is_clean(copy: Path) -> None:
    done = run(copy, "check")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].endswith("gecontroleerd: geen problemen.")


def test_check_names_each_problem_and_counts_them_last(copy: Path) -> None:
    place = break_one(copy)
    done = run(copy, "check")
    assert done.returncode == 1
    assert done.stdout.startswith(place)
    assert done.stdout.splitlines()[-1].endswith("gecontroleerd: 1 probleem.")


def test_check_as_json_is_one_object_with_the_agreed_keys(copy: Path) -> None:
    break_one(copy)
    done = run(copy, "check", "--format", "json")
    said = json.loads(done.stdout)
    (problem,) = said.pop("problems")
    assert done.returncode == 1
    files = (*copy.glob("practices/*/*.md"), *copy.glob("docs/**/*.*"))  # pages, and the pictures beside them
    assert said == {"checked": len(files) + len(KINDS)}
    assert set(problem) == {"path", "line", "column", "field", "code", "message", "severity"}
    assert (problem["line"], problem["column"], problem["severity"]) == (6, 10, "error")


def test_check_for_github_cannot_be_made_to_give_other_commands(copy: Path) -> None:
    file = copy / "practices/groningen/voorzorggroepen-stadskanaal.md"
    file.write_text(file.read_text().replace("fase: lopend", "fase: '100% ::set-output name=x::y'"))
    done = run(copy, "check", "--format", "github")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("::error file=practices/groningen/voorzorggroepen-stadskanaal.md,line=")
    assert "100%25 ::set-output" in lines[0]
    assert [line for line in lines if line.startswith("::")] == lines[:1]


def test_check_of_one_file_from_another_folder(copy: Path, tmp_path: Path) -> None:
    break_one(copy)
    good = run(copy, "check", copy / "practices/west-brabant", "--format", "json", cwd=tmp_path)
    assert (good.returncode, json.loads(good.stdout)["checked"]) == (0, 1)
    bad = run(copy, "check", "voorzorggroepen-stadskanaal.md", cwd=copy / "practices/groningen")
    assert bad.returncode == 1


@pytest.mark.parametrize("arguments", [["bestaat-niet.md"], ["--format", "xml"], ["--anders"]])
def test_check_that_is_not_understood_says_so_with_2(copy: Path, arguments: list[str]) -> None:
    assert run(copy, "check", *arguments).returncode == 2


def test_a_broken_practice_fails_the_build_and_leaves_the_site_as_it_was(copy: Path) -> None:
    assert run(copy, "build").returncode == 0
    site = copy / "site"
    (site / "getuige.txt").write_text("de vorige site")
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    place = break_one(copy)
    done = run(copy, "build")
    assert done.returncode == 1
    assert place in done.stderr
    assert "Bedoelde u 'mentale-gezondheid'?" in done.stderr
    assert "Traceback" not in done.stderr
    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == before
    assert not list(copy.glob(".site-*"))


@pytest.mark.parametrize(
    "breakage", ["[kapot](../praktijken/bestaat-niet.md)", "[kapot](index.md#bestaat-niet)"]
)
def test_a_dead_link_fails_the_build(copy: Path, breakage: str) -> None:
    file = copy / "docs/over/index.md"
    file.write_text(f"{file.read_text()}\n{breakage}\n")
    assert run(copy, "build").returncode == 1


def test_front_matter_that_cannot_be_read_fails_the_build_and_is_named(copy: Path) -> None:
    file = copy / "docs/over/index.md"
    file.write_text(file.read_text().replace("title: ", "title: a: b: ", 1))
    done = run(copy, "build")
    assert done.returncode == 1
    assert "docs/over/index.md" in done.stderr


def test_a_macro_with_a_mistyped_term_fails_the_build_and_names_the_nearest(copy: Path) -> None:
    file = copy / "docs/over/index.md"
    file.write_text(file.read_text().replace("{{ total() }}", '{{ total(regios="gronigen") }}'))
    done = run(copy, "build")
    assert done.returncode == 1
    assert "groningen" in done.stdout + done.stderr


def test_a_good_build_replaces_the_site_as_a_whole(copy: Path, tmp_path: Path) -> None:
    site = tmp_path / "elders" / "uit"
    assert run(copy, "build", "--site-dir", site).returncode == 0
    (site / "oud.html").write_text("oud")
    assert run(copy, "build", "--site-dir", site).returncode == 0
    assert not (site / "oud.html").exists()
    assert (site / "index.html").is_file()
    assert [file.name for file in site.parent.iterdir()] == ["uit"]


def test_a_build_never_wipes_a_folder_that_holds_the_project(copy: Path) -> None:
    assert run(copy, "build", "--site-dir", copy).returncode == 1
    assert run(copy, "build", "--site-dir", copy.parent).returncode == 1
    assert (copy / "mkdocs.yml").is_file()


def test_two_builds_are_the_same_to_the_byte(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795212000")
    sites = []
    for zone, folder in (("UTC", copy), ("Pacific/Kiritimati", tmp_path / "elders")):
        monkeypatch.setenv("TZ", zone)
        if folder != copy:
            shutil.copytree(copy, folder, ignore=shutil.ignore_patterns("site"))
        assert run(folder, "build").returncode == 0
        files = (file for file in (folder / "site").rglob("*") if file.is_file())
        sites.append({file.relative_to(folder).as_posix(): file.read_bytes() for file in files})
    one, other = sites
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_text_of_a_practice_never_reaches_a_template(copy: Path) -> None:
    """Values come out exactly as typed, and nothing in them is run."""
    file = copy / "practices/groningen/voorzorggroepen-stadskanaal.md"
    lines = file.read_text().splitlines()
    lines[1] = "titel: 'Wachttijd < 4 weken & \"samen\" </title><script>alert(1)</script>'"
    lines[2] = "samenvatting: '\"><img src=x onerror=alert(1)> & meer'"
    file.write_text("\n".join(lines))
    assert run(copy, "build").returncode == 0
    for page in (copy / "site").rglob("*.html"):
        text = page.read_text()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
    assert "&gt; &amp; meer" in (copy / "site/regios/groningen/index.html").read_text()
    html = (copy / "site/praktijken/voorzorggroepen-stadskanaal/index.html").read_text()
    assert "<title>Wachttijd &lt; 4 weken &amp; &#34;samen&#34; &lt;/title&gt;&lt;script" in html
    assert "<h1>Wachttijd &lt; 4 weken &amp; &#34;samen&#34; &lt;/title&gt;" in html


def test_serving_shows_a_problem_on_the_page_and_recovers(copy: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--livereload", "--dev-addr", address]
    environment = os.environ | {"PYTHONPATH": str(copy), "SHOW_PROBLEMS": "true"}

    def shows(words: str) -> bool:
        """Whether the home page comes to show these words within a minute."""
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://{address}/", timeout=10) as answer:
                    if words in answer.read().decode():
                        return True
            except OSError:
                pass
            time.sleep(0.2)
        return False

    with subprocess.Popen(command, cwd=copy, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            assert shows("Wat werkt in een andere regio?")
            file = copy / "practices/groningen/voorzorggroepen-stadskanaal.md"
            good = file.read_text()
            place = break_one(copy)
            assert shows(place)
            file.write_text(good.replace("titel: Voor", "titel: Nieuwe voor", 1))
            assert shows("Nieuwe voorzorggroepen")
        finally:
            server.terminate()


def test_the_pictures_can_be_made_anew(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    done = run(copy, "pictures", "--folder", folder)
    assert done.returncode == 0, done.stderr
    made = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert set(made) == {file.name for file in (ROOT / "docs/meedoen").glob("*.webp")}
    assert all(picture.startswith(b"RIFF") and len(picture) < 40_000 for picture in made.values())


def test_a_picture_of_a_page_is_checked_by_itself(copy: Path) -> None:
    done = run(copy, "check", "docs/meedoen/knoppen.webp")
    assert (done.returncode, done.stdout) == (0, "1 plaatje gecontroleerd: geen problemen.\n")
    (copy / "docs/meedoen/knoppen.webp").write_bytes(b"GIF89a")
    assert "docs/meedoen/knoppen.webp:1:1: " in run(copy, "check", "docs/meedoen/knoppen.webp").stdout


def test_a_path_that_cannot_be_is_not_there(copy: Path) -> None:
    done = run(copy, "check", "a" * 5_000)
    assert done.returncode == 2
    assert done.stderr.endswith(" bestaat niet\n")
    assert len(done.stderr) < 300
