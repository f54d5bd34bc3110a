"""The review of a contribution: in a repository with a base and a contribution, as a forge has it."""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from macros.contribution import Kind, UnknownCommit, read
from macros.quoting import code, text, within

from .conftest import NAMES, ROOT, VALID
from .test_browser import AXE
from .test_commands import run
from .test_pictures import image

PRACTICE = "practices/groningen/nieuw.md"
HOSTILE = "`x` <script>alert(1)</script> ![p](//a.nl) | @ik #1 [k](https://a.nl) ::set-output"


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *who, "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The project as a repository with one commit on `main`."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in (*NAMES, "scripts"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    (folder / ".gitignore").write_text("__pycache__/\n")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=base")
    return folder


@pytest.fixture
def contribute(repository: Path) -> Callable[[Mapping[str, str | None]], str]:
    """Commit these texts (None: removed) on a branch, and merge it as a forge does; gives the merge's id."""

    def make(changes: Mapping[str, str | None]) -> str:
        git(repository, "switch", "--quiet", "--create", "bijdrage")
        for path, content in changes.items():
            file = repository / path
            if content is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content)
        git(repository, "add", "--all")
        git(repository, "commit", "--quiet", "--message=bijdrage")
        git(repository, "switch", "--quiet", "main")
        git(repository, "merge", "--quiet", "--no-ff", "--message=merge", "bijdrage")
        return git(repository, "rev-parse", "HEAD")

    return make


Contribute = Callable[[Mapping[str, str | None]], str]


def test_a_good_practice_is_shown_as_it_will_look(
    repository: Path, contribute: Contribute, tmp_path: Path
) -> None:
    contribute({PRACTICE: VALID.replace("staat stil.", "staat [stil](../themas/wonen.md). \"id='x'\"")})
    summary, preview = tmp_path / "verslag.md", tmp_path / "voorbeeld.html"
    done = run(repository, "review", "--summary", summary, "--preview", preview)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "**In orde.**" in summary.read_text()
    assert (
        f"**Praktijken (1).**\n\n- nieuw `{PRACTICE}`: Voorzorggroepen in Stadskanaal\n"
        in summary.read_text()
    )
    html = preview.read_text()
    assert "<h1>Voorzorggroepen in Stadskanaal</h1>" in html
    assert 'href="https://leernetwerk.example/themas/wonen/"' in html
    assert 'href="https://leernetwerk.example/regios/groningen/"' in html
    assert 'id="nieuw-aanleiding"' in html
    assert "\"id='x'\"" in html


def test_problems_of_the_contribution_come_first_and_all_are_named(
    repository: Path, contribute: Contribute
) -> None:
    slug = "practices/groningen/voorzorggroepen-stadskanaal.md"
    contribute(
        {
            PRACTICE: VALID.replace("fase: lopend", "fase: loopt").replace("[groningen]", "[gronigen]"),
            "practices/_vocabulary/themas.yml": (ROOT / "practices/_vocabulary/themas.yml")
            .read_text()
            .replace("id: mentale-gezondheid", "id: geest"),
        }
    )
    done = run(repository, "review")
    assert done.returncode == 1
    mine, others = done.stdout.split("### Problemen in andere bestanden")
    assert f"`{PRACTICE}`" in mine
    for problem in ("fase", "regios", "themas"):
        assert re.search(rf"- regel \d+, teken \d+, `{problem}`: ", mine)
    assert f"`{slug}`" in others
    assert "**Woordenlijsten (1).** Een woord werkt door" in others


def test_practices_with_code_are_flagged_and_with_words_are_not(
    repository: Path, contribute: Contribute
) -> None:
    words = (ROOT / "practices/_vocabulary/themas.yml").read_text() + "# noot\n"
    contribute({PRACTICE: VALID, "practices/_vocabulary/themas.yml": words, "docs/hulp.webp": "x"})
    assert "én code" not in run(repository, "review").stdout
    (repository / "hooks.py").write_text("raise SystemExit\n")
    git(repository, "commit", "--quiet", "--all", "--message=code")
    done = run(repository, "review", "--base", "HEAD~2")
    assert "**Deze bijdrage verandert praktijken én code.**" in done.stdout
    assert "**Code en instellingen (1).**" in done.stdout
    assert "- gewijzigd `hooks.py`" in done.stdout
    assert "**Pagina's (1).**" in done.stdout


def test_hostile_text_is_harmless_in_summary_and_preview(
    repository: Path, contribute: Contribute, tmp_path: Path
) -> None:
    contribute(
        {
            PRACTICE: VALID.replace("titel: Voorzorggroepen in Stadskanaal", f"titel: '{HOSTILE}'"),
            f"practices/groningen/{HOSTILE.replace('/', '')}.md": VALID.replace("lopend", f"'{HOSTILE}'"),
        }
    )
    summary, preview = tmp_path / "verslag.md", tmp_path / "voorbeeld.html"
    assert run(repository, "review", "--summary", summary, "--preview", preview).returncode == 1
    outside_code = re.sub(r"(`+) ?.+? ?\1(?!`)", "", summary.read_text())
    assert not re.search(r"<|!\[|\]\(|@|(?<!&)#1|https://|\|", outside_code)
    assert "::set" in outside_code  # the title is there
    html = preview.read_text()
    assert "<script" not in html.lower()
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)" in html.split("<h1>")[2]


def test_contributed_practices_are_judged_by_the_code_of_the_base(
    repository: Path, contribute: Contribute, tmp_path: Path
) -> None:
    witness = tmp_path / "getuige"
    bad_code = f"import pathlib; pathlib.Path({str(witness)!r}).touch()\n"
    (repository / PRACTICE).parent.mkdir(exist_ok=True)
    secret = tmp_path / "geheim"
    secret.write_text("---\ntitel: geheim van de machine\n---\n")
    (repository / "practices/groningen/link.md").symlink_to(secret)
    merge = contribute({PRACTICE: VALID, "macros/checks.py": bad_code, "macros/commands/review.py": bad_code})
    base = tmp_path / "base"
    git(repository, "worktree", "add", "--quiet", "--detach", str(base), "HEAD^1")
    subprocess.run([base / "scripts/borrow", merge], check=True)
    assert not any(file.is_symlink() for file in base.glob("practices/**/*"))
    summary, preview = tmp_path / "verslag.md", tmp_path / "voorbeeld.html"
    done = run(base, "review", "--base", "HEAD", "--head", merge, "--summary", summary, "--preview", preview)
    assert done.returncode == 1, done.stderr
    assert "`practices/groningen/link.md`" in summary.read_text()
    assert "dit is een verwijzing naar iets anders" in summary.read_text()
    assert "gewijzigd `macros/checks.py`" in summary.read_text()
    assert "geheim van de machine" not in summary.read_text() + preview.read_text()
    assert (
        "<h1>Voorzorggroepen" in preview.read_text()
        or "Voorzorggroepen in Stadskanaal</h1>" in preview.read_text()
    )
    assert not witness.exists()


def test_contributed_pages_are_judged_by_the_code_of_the_base(
    repository: Path, contribute: Contribute, tmp_path: Path
) -> None:
    merge = contribute({"docs/over/index.md": "---\ntitle: Over\n---\n{{ 1 }}\n", "docs/evil.html": "x"})
    base = tmp_path / "base"
    git(repository, "worktree", "add", "--quiet", "--detach", str(base), "HEAD^1")
    subprocess.run([base / "scripts/borrow", merge], check=True)
    done = run(base, "review", "--base", "HEAD", "--head", merge)
    assert done.returncode == 1
    for path, field in (("docs/over/index.md", "tekst"), ("docs/evil.html", "bestand")):
        assert re.search(rf"`{path}`\n\n(?:- .*\n)*- regel \d+, teken \d+, `{field}`: ", done.stdout)


def test_borrowing_never_throws_away_work(repository: Path) -> None:
    work = repository / PRACTICE
    work.write_text("nog niet bewaard")
    done = subprocess.run([repository / "scripts/borrow", "HEAD"], capture_output=True, check=False)
    assert done.returncode == 1
    assert work.read_text() == "nog niet bewaard"


def test_borrowing_takes_away_what_the_other_commit_does_not_have(
    repository: Path, contribute: Contribute
) -> None:
    gone = "practices/groningen/voorzorggroepen-stadskanaal.md"
    merge = contribute({gone: None})
    git(repository, "switch", "--quiet", "--detach", "HEAD^1")
    assert (repository / gone).exists()
    subprocess.run([repository / "scripts/borrow", merge], check=True)
    assert not (repository / gone).exists()


def test_a_picture_belongs_to_its_practice_and_is_carried_over(repository: Path, tmp_path: Path) -> None:
    content = image("png")
    git(repository, "switch", "--quiet", "--create", "bijdrage")
    (repository / PRACTICE).write_text(VALID + "\n## Aanpak\n\n![De zaal van het wijkcentrum](zaal.png)\n")
    (repository / PRACTICE).with_name("zaal.png").write_bytes(content)
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=bijdrage")
    seen = read(repository, "main", "bijdrage")
    assert [change.path for change in seen.of(Kind.PRACTICE)] == [PRACTICE, "practices/groningen/zaal.png"]
    assert not seen.mixed
    git(repository, "switch", "--quiet", "main")
    subprocess.run([repository / "scripts/borrow", "bijdrage"], check=True)
    assert (repository / PRACTICE).with_name("zaal.png").read_bytes() == content
    preview = tmp_path / "voorbeeld.html"
    assert run(repository, "review", "--base=main", "--head=bijdrage", "--preview", preview).returncode == 0
    assert preview.read_text().count('<img src="data:image/png;base64,') == 1


@pytest.mark.parametrize("left", ["nothing", "file", "link", "submodule"])
def test_a_contribution_without_a_folder_of_practices_is_borrowed_and_refused(
    repository: Path, left: str
) -> None:
    folder = repository / "practices"
    base = git(repository, "rev-parse", "HEAD")
    git(repository, "rm", "-r", "--quiet", "practices")
    if left == "file":
        folder.write_text("x")
    elif left == "link":
        folder.symlink_to("/etc")
    elif left == "submodule":
        git(repository, "update-index", "--add", "--cacheinfo", f"160000,{base},practices")
    if left in ("file", "link"):
        git(repository, "add", "practices")
    git(repository, "commit", "--quiet", "--message=weg")
    gone = git(repository, "rev-parse", "HEAD")
    git(repository, "worktree", "add", "--quiet", "--detach", str(repository.parent / "base"), base)
    subprocess.run([repository.parent / "base/scripts/borrow", gone], check=True)
    done = run(repository.parent / "base", "check")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert any(line.startswith("practices") for line in done.stdout.splitlines()), done.stdout


def test_moves_and_links_are_seen_for_what_they_are(repository: Path) -> None:
    old, new = "practices/groningen/voorzorggroepen-stadskanaal.md", "practices/drenthe/voorzorggroepen.md"
    (repository / new).parent.mkdir()
    git(repository, "mv", old, new)
    (repository / "practices/twente").symlink_to("/etc")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=verplaatst")
    seen = read(repository, "HEAD^1", "HEAD")
    (moved,) = seen.of(Kind.PRACTICE)
    assert (moved.path, moved.status, moved.previous) == (new, "R", old)
    assert [(one.path, one.code) for one in seen.problems] == [("practices/twente", "symlink")]
    assert seen.mixed


def test_what_others_did_meanwhile_does_not_count(repository: Path) -> None:
    git(repository, "switch", "--quiet", "--create", "bijdrage")
    (repository / PRACTICE).write_text(VALID)
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=bijdrage")
    git(repository, "switch", "--quiet", "main")
    (repository / "hooks.py").write_text("# anders\n")
    git(repository, "commit", "--quiet", "--all", "--message=anders")
    assert [change.path for change in read(repository, None, "bijdrage").changes] == [PRACTICE]


@pytest.mark.parametrize("name", ["bestaat-niet", "--output=x", ""])
def test_an_unknown_commit_is_not_understood(repository: Path, name: str) -> None:
    with pytest.raises(UnknownCommit):
        read(repository, name, "HEAD")
    assert run(repository, "review", f"--base={name}").returncode == 2


def test_a_summary_stays_below_what_a_forge_takes_and_says_that_it_was_cut() -> None:
    cut = within((f"regel {number} é" for number in range(100_000)), 1_000_000, "**Afgebroken.**")
    assert 990_000 < len(cut.encode()) <= 1_000_000
    assert cut.endswith("é\n\n**Afgebroken.**\n")
    assert within(["een", "twee"], 100, "x") == "een\ntwee\n"


@pytest.mark.parametrize("plain", ["Gewone tekst, met é en 10 woorden", "Wachttijd"])
def test_plain_text_stays_as_it_is(plain: str) -> None:
    assert text(plain) == plain


def test_no_mark_of_markdown_survives_in_text() -> None:
    quoted = text("*_[](`)<>!|~:/\\\"'$=+-.{}@#^&lt;\n\n# kop")
    assert not re.search(r"[*_\[\]`<>!|~\\${}@^\n]|#(?!\d+;)|&(?!#\d+;)", quoted)


@pytest.mark.parametrize(
    "address", ["https://evil.example", "HTTP://evil.example", "www.evil.example", "a@b.nl"]
)
def test_no_bare_address_survives_in_text(address: str) -> None:
    assert re.search(r"\w:\u200b//|www\u200b\.|&#64;\u200b", text(address))


@pytest.mark.parametrize(
    ("contributed", "shown"),
    [
        ("a", "`a`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("a``b`", "``` a``b` ```"),
        ("a\n\nb", "`a b`"),
        ("", "` `"),
    ],
)
def test_a_code_span_ends_where_we_end_it(contributed: str, shown: str) -> None:
    assert code(contributed) == shown


class _Addresses(HTMLParser):
    """Every tag, every address and every id of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src", "srcset", "action", "style") or name.startswith("on"):
                self.addresses.append(f"{name}={value}")
            if name == "id":
                self.ids.append(value or "")


@pytest.fixture
def all_practices(repository: Path, tmp_path: Path) -> Path:
    """A preview of every practice that there is."""
    for file in repository.glob("practices/[a-z]*/*.md"):
        file.write_text(file.read_text().rstrip() + "\n")
        file.write_text(file.read_text().replace("---\n\n## ", "---\n\n\n## ", 1))
    git(repository, "commit", "--quiet", "--all", "--message=alles")
    preview = tmp_path / "voorbeeld.html"
    done = run(repository, "review", "--base", "HEAD^1", "--preview", preview)
    assert done.returncode == 0, done.stdout + done.stderr
    return preview


def test_a_preview_is_one_file_that_asks_for_nothing(all_practices: Path, browser: Browser) -> None:
    html = all_practices.read_text()
    page = _Addresses(html)
    assert "default-src 'none'; img-src data:; style-src 'sha256-" in html
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert all(re.match(r"href=(#|https://|mailto:|tel:)", one) for one in page.addresses)
    assert len(page.ids) == len(set(page.ids))
    assert {one[6:] for one in page.addresses if one.startswith("href=#")} <= set(page.ids)
    tab = browser.new_page(viewport={"width": 360, "height": 640})
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(all_practices.as_uri())
    assert asked == [all_practices.as_uri()]
    found = Axe().run(tab, options=AXE)
    assert found.violations_count == 0, found.generate_report()
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert tab.locator(".preview").count() == len(list(ROOT.glob("practices/[a-z]*/*.md")))
    assert tab.locator("nav li").count() == tab.locator(".preview").count()
    tab.close()


def test_a_preview_waits_for_a_vocabulary_that_is_not_in_order(
    repository: Path, contribute: Contribute, tmp_path: Path
) -> None:
    regions = (ROOT / "practices/_vocabulary/regios.yml").read_text()
    contribute({PRACTICE: VALID, "practices/_vocabulary/regios.yml": regions.replace("- id:", "- ld:", 40)})
    preview = tmp_path / "voorbeeld.html"
    assert run(repository, "review", "--preview", preview).returncode == 1
    assert "eerst moet regios in" in preview.read_text()
    assert 'class="preview"' not in preview.read_text()
