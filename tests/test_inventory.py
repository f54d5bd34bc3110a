"""What lies among the practices: everything that has no place there is named, and nothing of it is opened."""

import os
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros import inventory
from macros import library as libraries
from macros.library import Reading

from .conftest import ROOT, TODAY, VALID
from .test_commands import run

Check = Callable[..., Reading]
HERE = "practices/groningen"


@pytest.fixture
def practices(check: Check, project: Path) -> Path:
    """The practices' folder of a small project with one practice."""
    assert not check(VALID).problems
    return project / "practices"


def said(practices: Path, *only: Path) -> list[tuple[str, str]]:
    """Path and code of each problem."""
    return [(one.path, one.code) for one in libraries.read(practices.parent, TODAY, only or None).problems]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("verslag.docx", "op uw eigen website"),
        ("verslag.PDF", "op uw eigen website"),
        ("plaatje.svg", "Bewaar het plaatje als jpg"),
        ("plaatje.gif", "Bewaar het plaatje als jpg"),
        ("plaatje.JPG", "met kleine letters"),
        ("pagina.html", "Schrijf gewone tekst"),
        ("script.js", "Schrijf gewone tekst"),
        ("alles.zip", "Pak het uit"),
        ("film.mp4", "Zet de opname"),
        ("praktijk.MD", "Noem een praktijk naam.md"),
        ("praktijk.markdown", "Noem een praktijk naam.md"),
        ("praktijk", "Noem een praktijk naam.md"),
        ("praktijk.md.", "Noem een praktijk naam.md"),
        ("praktijk.md ", "Haal dit weg"),
        ("programma.exe", "Haal dit weg"),
        ("foto.jpg.exe", "Haal dit weg"),
        ("CON", "Noem een praktijk"),
        ("nul.txt", "Noem een praktijk"),
        (".verborgen.md", "Haal dit weg"),
        (".gitattributes", "Haal dit weg"),
        ("Thumbs.db", "Haal dit weg"),
    ],
)
def test_a_file_of_another_type_is_refused_with_what_to_do(practices: Path, name: str, advice: str) -> None:
    (practices / "groningen" / name).write_bytes(b"\0" * 100)
    (problem,) = libraries.read(practices.parent, TODAY).problems
    assert (problem.path, problem.line, problem.code) == (f"{HERE}/{name}", 1, "stray")
    assert advice in problem.message


@pytest.mark.parametrize(
    "name",
    ["con.md", "NUL.md", "aux.b.md", "lpt9.md", "com1.md", "samen.md", "Index.md", "a..md", "...md", "a .md",
     " a.md", "_a.md", "-a.md", "a\n.md", "a\x1b[2J.md", "é.md", "a" * 61 + ".md", "a\\b.md", "a:b.md"],
)  # fmt: skip
def test_a_practice_has_a_name_that_any_system_can_keep(practices: Path, name: str) -> None:
    (practices / "groningen" / name).write_text(VALID)
    found = libraries.read(practices.parent, TODAY).problems
    assert {(one.path, one.code) for one in found} in (
        {(f"{HERE}/{name}", "slug")},
        {(f"{HERE}/{name}", "stray")},
    )


def test_a_name_that_is_no_text_is_refused(practices: Path) -> None:
    (practices / "groningen" / os.fsdecode(b"a\xff.md")).write_text(VALID)
    (practices / os.fsdecode(b"b\xff")).mkdir()
    (practices / os.fsdecode(b"b\xff") / os.fsdecode(b"\xff.md")).write_text(VALID)
    assert {path for path, _ in said(practices)} == {f"{HERE}/a\ufffd.md", "practices/b\ufffd/\ufffd.md"}


def test_twins_in_case_are_refused(practices: Path) -> None:
    (practices / "groningen/Voorzorggroepen.md").write_text(VALID)
    (practices / "Groningen").mkdir()
    shutil.copy(practices / "groningen/voorzorggroepen.md", practices / "Groningen")
    assert said(practices) == [
        ("practices/Groningen/voorzorggroepen.md", "folder"),
        ("practices/Groningen/voorzorggroepen.md", "slug-twice"),
        (f"{HERE}/Voorzorggroepen.md", "slug"),
        (f"{HERE}/Voorzorggroepen.md", "slug-twice"),
        (f"{HERE}/voorzorggroepen.md", "slug-twice"),
    ]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("_sjabloon2.md", "stray"),
        ("_vocabulary2/a.yml", "stray"),
        ("_vocabulary/themas.yaml", "stray"),
        ("_vocabulary/meer.yml", "stray"),
        ("_vocabulary/sub/a.yml", "stray"),
        (".git/config", "stray"),
        (".gitmodules", "stray"),
        ("los.md", "stray"),
        ("foto.jpg", "stray"),
        ("groningen/sub/a.md", "stray"),
        ("groningen/sub.md/a", "stray"),
        ("groningen/.git", "submodule"),
        ("groningen/.git/config", "submodule"),
    ],
)
def test_what_lies_beside_the_practices_is_known_or_refused(practices: Path, place: str, code: str) -> None:
    (practices / place).parent.mkdir(parents=True, exist_ok=True)
    (practices / place).write_text("x")
    ((_, found),) = said(practices)
    assert found == code


def test_the_template_the_licence_and_what_macos_leaves_are_known(practices: Path) -> None:
    for name in inventory.BESIDE_REGIONS:
        assert (ROOT / "practices" / name).is_file()
        (practices / name).write_text("x")
    for folder in (practices, practices / "groningen", practices / "_vocabulary"):
        (folder / ".DS_Store").write_bytes(b"\0")
    assert said(practices) == []


def test_an_empty_folder_may_be_another_project(practices: Path) -> None:
    (practices / "twente").mkdir()
    assert said(practices) == [("practices/twente", "empty-folder")]


@pytest.mark.parametrize(
    "place", ["groningen/x.md", "groningen/x.jpg", "twente", "_vocabulary/x.yml", "x.md"]
)
@pytest.mark.parametrize("target", ["/etc/passwd", "/", "nergens", "groningen/voorzorggroepen.md"])
def test_nothing_is_read_through_a_link(practices: Path, place: str, target: str) -> None:
    (practices / place).symlink_to(target)
    ((path, code),) = said(practices)
    assert path == f"practices/{place}"
    assert code == "stray" if place.startswith("_") else "symlink"


@pytest.mark.parametrize("place", [".", "_vocabulary", "groningen"])
def test_no_folder_of_practices_is_a_link(practices: Path, place: str, tmp_path: Path) -> None:
    folder = practices / place
    folder.rename(tmp_path / "elders")
    folder.symlink_to(tmp_path / "elders")
    found = libraries.read(practices.parent, TODAY)
    named = f"practices/{place}".removesuffix("/.")
    assert (named, "symlink") in [(one.path, one.code) for one in found.problems]
    assert {one.code for one in found.problems if one.path.startswith(named)} <= {"symlink", "no-address"}
    if place == "groningen":
        assert said(practices, folder / "voorzorggroepen.md") == [(f"{HERE}/voorzorggroepen.md", "symlink")]


@pytest.mark.parametrize("made", [None, "bestand"])
def test_practices_are_a_folder(practices: Path, made: str | None) -> None:
    shutil.rmtree(practices)
    if made:
        practices.write_text(made)
    assert said(practices)[0] == ("practices", "stray")


@pytest.mark.parametrize("name", ["pijp.md", "pijp.jpg", "pijp"])
def test_a_pipe_does_not_hold_up_anybody(practices: Path, name: str) -> None:
    os.mkfifo(practices / "groningen" / name)
    assert said(practices) == [(f"{HERE}/{name}", "special")]
    assert said(practices, practices / "groningen" / name) == [(f"{HERE}/{name}", "special")]


def test_a_pipe_outside_or_in_the_place_of_a_vocabulary_does_not_either(
    practices: Path, tmp_path: Path
) -> None:
    (tmp_path / "elders").mkdir()
    os.mkfifo(tmp_path / "elders/pijp.md")
    assert "special" in [code for _, code in said(practices, tmp_path / "elders/pijp.md")]
    (practices / "_vocabulary/begrippen.yml").unlink()
    os.mkfifo(practices / "_vocabulary/begrippen.yml")
    assert ("practices/_vocabulary/begrippen.yml", "special") in said(practices)


def test_a_socket_is_no_practice(practices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(practices / "groningen")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("x.md")
        assert said(practices) == [(f"{HERE}/x.md", "special")]


def test_what_may_not_be_read_is_named(practices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root everything may be read, so the refusals of the system are made here."""
    listed, opened = os.scandir, Path.open

    def scandir(path: Path) -> object:
        if path.name == "twente":
            raise PermissionError
        return listed(path)

    def open_(path: Path, *arguments: Any, **named: Any) -> object:
        if path.name == "voorzorggroepen.md":
            raise PermissionError
        return opened(path, *arguments, **named)

    (practices / "twente").mkdir()
    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "open", open_)
    assert said(practices) == [
        (f"{HERE}/voorzorggroepen.md", "unreadable"),
        ("practices/twente", "unreadable"),
    ]


def test_a_heap_of_files_is_one_problem_and_takes_a_moment(practices: Path) -> None:
    for number in range(inventory.MOST_FILES + 1):
        (practices / "groningen" / f"{number}.md").touch()
    start = time.perf_counter()
    found = libraries.read(practices.parent, TODAY)
    assert time.perf_counter() - start < 5
    assert [(one.path, one.code) for one in found.problems] == [(HERE, "too-many-files")]
    assert found.library.practices == ()


@pytest.mark.parametrize("name", ["{}.exe", "{}.jpg"])
def test_many_strays_are_counted_and_some_are_named(practices: Path, name: str) -> None:
    for number in range(100):
        (practices / "groningen" / name.format(number)).touch()
    found = libraries.read(practices.parent, TODAY).problems
    assert len(found) == inventory.MOST_SAID + 1
    assert "80 bestanden" in next(one.message for one in found if one.path == HERE)


def test_a_huge_practice_is_not_read(practices: Path) -> None:
    with (practices / "groningen/groot.md").open("wb") as file:
        file.truncate(20_000_000_000)
    assert said(practices) == [(f"{HERE}/groot.md", "too-large")]


def test_what_is_asked_for_is_judged_for_what_it_is(practices: Path) -> None:
    (practices / "groningen/verslag.pdf").write_bytes(b"%PDF")
    (practices / "groningen/sub").mkdir()
    (practices / "groningen/sub/x.md").write_text(VALID)
    assert said(practices, practices / "groningen/verslag.pdf") == [(f"{HERE}/verslag.pdf", "stray")]
    assert said(practices, practices / "groningen/sub") == [(f"{HERE}/sub", "stray")]
    assert said(practices, practices / "groningen/sub/x.md") == [(f"{HERE}/sub/x.md", "folder")]


def test_the_command_survives_names_and_files_of_any_kind(copy: Path) -> None:
    folder = copy / "practices/groningen"
    os.mkfifo(folder / "pijp.md")
    (folder / os.fsdecode(b"\xff\n::error::hoi.md")).write_text(VALID)
    for form in ("tekst", "github"):
        done = run(copy, "check", "--format", form)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "\n::error::hoi" not in done.stdout
