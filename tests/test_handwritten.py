"""Pages written by hand: under rules as strict as a practice's, and nothing in them is run to find out."""

import inspect
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import macros
from macros import handwritten
from macros import settings as site_settings
from macros.forge import Forge, forge_of
from macros.fragments import Fragments
from macros.handwritten import Handwritten
from macros.indexes import FACETS
from macros.inventory import MOST_FILES, MOST_SAID
from macros.library import Library, Reading
from macros.macro_calls import FILLED, FORGE, MACROS
from macros.page_front import PageFront
from macros.page_links import Targets, required
from macros.pages import generated, sanitised_page
from macros.template_tags import MOST_BLOCKS

from .conftest import ROOT, TODAY

HEAD = "---\ntitle: Proef\ndescription: Een pagina om te proberen.\n"
PLAIN = f"{HEAD}---\n# Proef\n\nTekst.\n"
WITH_MACROS = f"{HEAD}render_macros: true\n---\n# Proef\n\n"
WEBP = (ROOT / "docs/meedoen/knoppen.webp").read_bytes()

MUST = required(site_settings.read(ROOT))

Check = Callable[..., Handwritten]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a theme, and with no pages but those that must be there."""
    for name in ("theme", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    for uri in MUST:
        (tmp_path / "docs" / uri).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / uri).write_text(PLAIN)
    return tmp_path


@pytest.fixture
def check(folder: Path, real: Reading) -> Check:
    """Check files with these contents, by their place in `docs/`."""

    def run(files: dict[str, str | bytes] | str, reading: Reading = real) -> Handwritten:
        for place, content in ({"lessen/proef.md": files} if isinstance(files, str) else files).items():
            file = folder / "docs" / place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return handwritten.read(folder, reading)

    return run


def codes(found: Handwritten) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in found.problems]


def test_the_real_pages_are_in_order(real: Reading) -> None:
    found = handwritten.read(ROOT, real)
    assert not found.problems
    assert found.checked == len(list((ROOT / "docs").rglob("*.md")))


def test_a_small_page_is_in_order_and_says_what_the_frame_asks(check: Check) -> None:
    found = check(WITH_MACROS + "{{ total() }}\n")
    assert not found.problems
    assert found.pages["lessen/proef.md"].meta == {
        "title": "Proef",
        "description": "Een pagina om te proberen.",
        "scripts": [],
        "modules": [],
        "styles": [],
        "render_macros": True,
    }


@pytest.mark.parametrize(
    ("line", "field", "code"),
    [
        ("template: ../../etc/hostname", "template", "unknown-key"),
        ("hide: [navigation]", "hide", "unknown-key"),
        ("search: {boost: 9}", "search", "unknown-key"),
        ("tags: [a]", "tags", "unknown-key"),
        ("robots: noindex", "robots", "unknown-key"),
        ("kind: practice", "kind", "unknown-choice"),
        ("render_macros: yes", "render_macros", "unknown-choice"),
        ("render_macros: [true]", "render_macros", "unknown-choice"),
        ("render_macros: True", "render_macros", "unknown-choice"),
        ("title: Nog een", "title", "duplicate-key"),
        ("scripts: assets/kit.js", "scripts", "type"),
        ("scripts: [https://evil.example/a.js]", "scripts", "asset"),
        ("scripts: [assets/../../mkdocs.js]", "scripts", "asset"),
        ("scripts: [assets/kit.css]", "scripts", "asset"),
        ("scripts: [assets/niets.js]", "scripts", "asset"),
        (f"scripts: [assets/{'a' * 300}.js]", "scripts", "asset"),
        ("modules: [//evil.example/a.js]", "modules", "asset"),
        ("styles: [assets/kit.js]", "styles", "asset"),
        ("styles: [assets/kit.css, assets/kit.css]", "styles", "double"),
        ("kind: &a home", "kind", "alias"),
        ("kind: !!python/name:os.system home", "kind", "tag"),
        ("kind: '{{ 7 * 7 }}'", "kind", "template"),
        ("kind: ho\u200bme", "bestand", "character"),
    ],
)
def test_what_may_not_stand_above_a_page(check: Check, line: str, field: str, code: str) -> None:
    found = check(f"{HEAD}{line}\n---\n# Proef\n")
    assert (field, code) in codes(found)
    assert all(problem.line == 4 for problem in found.problems)
    assert found.pages["lessen/proef.md"].front is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# Proef\n", "fence"),
        ("---\ntitle: Proef\n---\n", "missing"),
        ("---\ntitle: a: b\ndescription: Een pagina.\n---\n", "yaml"),
        ("---\ntitle: Proef\n...\n# <script>\n---\n", "missing"),
        ("---\u00a0\ntitle: Proef\n---\n", "fence"),
        ("---\ntitle: x\ndescription: y\n---\n", "too-short"),
        (f"---\ntitle: {'x' * 91}\ndescription: {'y' * 201}\n---\n", "too-long"),
        (PLAIN + "tekst " * 8_000, "too-large"),
        ("", "fence"),
    ],
)
def test_a_page_without_a_proper_head_is_refused(check: Check, text: str, code: str) -> None:
    assert code in [problem.code for problem in check(text).problems]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ total() }}", "template"),
        ("{% include 'mkdocs.yml' %}", "template"),
        ("{# weg #}", "template"),
        ("<script>alert(1)</script>", "html"),
        ("<p class='lead'>Tekst.</p>", "html"),
        ('<p class="lead" onclick="x()">Tekst.</p>', "html"),
        ('<p class="lead">Tekst.', "html"),
        ('<p class="lead"><b>Tekst.</b></p>', "html"),
        ('<p class="actions"><a class="button" href="https://evil.example/">Klik</a></p>', "html"),
        ('<p class="actions"><a class="button" href="//evil.example/">Klik</a></p>', "html"),
        ('<p class="actions"><a class="button" href="javascript:x/">Klik</a></p>', "html"),
        ("<!-- weg -->", "html"),
        ("&#x6a;avascript", "html"),
        ("[x](javascript:alert(1))", "link"),
        ("[x](//evil.example)", "link"),
        ("[x](http://evil.example)", "link"),
        ("[x](../praktijken/)", "link"),
        ("[x]()", "link"),
        ("[x](/etc/passwd.md)", "link"),
        ("[x](\ue000)", "character"),
        ("[x]: https://evil.example", "link"),
        ("![x](https://tracker.example/p.gif)", "image"),
        ("![x](plaatje.svg)", "image"),
        ("--8<-- 'mkdocs.yml'", "template"),
        ("{: #__config }", "template"),
        ("[TOC]", "template"),
        ("```\n<script>\n```", "code"),
        ("## Kop\n\n# Nog een titel", "heading-level"),
        ("Titel\n=====", "heading-underline"),
        ("> > > > > > diep", "depth"),
        ("[" * 60, "too-many"),
        ("Cyrillisch w\u043erd", "character"),
        ("\u202eomgekeerd", "character"),
    ],
)
def test_what_may_not_stand_in_a_page(check: Check, text: str, code: str) -> None:
    found = check(f"{PLAIN}\n{text}\n").problems
    assert code in [problem.code for problem in found]
    assert all(problem.line > 5 for problem in found)


@pytest.mark.parametrize(
    "text",
    [
        'Wachttijd < 4 weken & "samen", 1 <2 en <3.',
        '<p class="lead">Tekst & meer.</p>',
        '<p class="actions"><a class="button" href="../../meedoen/formulier/">Stuur in</a></p>',
        "<https://voorbeeld.example/>",
        "## Kop\n\n[x](../meedoen/index.md#proef), [y](#kop), [z](mailto:info@a.nl), [t](tel:0800-2000)",
    ],
)
def test_what_may_stand_in_a_page(check: Check, text: str) -> None:
    assert not check(f"{PLAIN}\n{text}\n").problems


@pytest.mark.parametrize(
    "text",
    [
        "{{ total() }} en {{ total(regios=\"twente\", fase=['idee', 'pilot']) }}",
        '{{ practice_list(by="themas", level=3, domeinen="ggz") }}',
        '{{ practice_table("Titel", themas="wonen") }}',
        "Mail [{{ editors }}](mailto:{{ editors }}) of ga naar [{{ forge.label }}]({{ forge.issue }}).",
        'Zie [dit]({{ forge.at(forge.file, path="practices/_sjabloon.md") }}).',
        '{% if forge.label == "a" %}\nA\n{% elif forge.label == "b" %}\nB\n{% else %}\nC\n{% endif %}',
    ],
)
def test_template_syntax_that_a_page_may_have(check: Check, text: str) -> None:
    assert not check(f"{WITH_MACROS}{text}\n").problems


@pytest.mark.parametrize(
    ("text", "column", "code"),
    [
        ('{{ cycler.__init__.__globals__.os.popen("id").read() }}', 1, "template"),
        ("Zie {{ forge.__class__.__mro__ }}", 5, "template"),
        ("{{ forge.__class__ }}", 1, "macro"),
        ('{{ forge.at("{0.__class__}") }}', 1, "template"),
        ('{{ forge.at(forge.file, path="../../etc/passwd.md") }}', 1, "macro"),
        ('{{ forge.at(forge.file, path="docs/x.md", name="x") }}', 1, "template"),
        ("{% include 'mkdocs.yml' %}", 1, "template"),
        ("{% import 'a' as b %}", 1, "template"),
        ("{% set editors = 1 %}", 1, "template"),
        ("{% for x in forge %}\n{{ x }}\n{% endfor %}", 1, "template"),
        ("{% macro total() %}\n{% endmacro %}", 1, "template"),
        ("{% raw %}\n{{ x }}\n{% endraw %}", 1, "template"),
        ("{# weg #}", 1, "template"),
        ('{{ "x"*10**9 }}', 7, "template"),
        ("{{ total()|safe }}", 11, "template"),
        ("{{ total() ~ 1 }}", 12, "template"),
        ('{{ "<script>" }}', 1, "template"),
        ("{{ true }}", 1, "template"),
        ("{{ editors if forge else editors }}", 1, "template"),
        ("{{ self }}", 1, "macro"),
        ("{{ config }}", 1, "macro"),
        ("{{ total }}", 1, "macro"),
        ("{{ totaal() }}", 1, "macro"),
        ("{{ total(1) }}", 1, "macro"),
        ("{{ total(thema='wonen') }}", 1, "macro"),
        ("{{ total(themas='wnen') }}", 1, "macro"),
        ("{{ total(themas=[['wonen']]) }}", 1, "macro"),
        ("{{ total(themas=editors) }}", 1, "macro"),
        ("{{ total(themas='wonen', themas='wonen') }}", 1, "macro"),
        ("{{ total(**forge) }}", 10, "template"),
        ("{{ practice_list('tema') }}", 1, "macro"),
        ("{{ practice_list(level=9) }}", 1, "macro"),
        ("{{ practice_list(level=true) }}", 1, "macro"),
        ("{{ practice_table() }}", 1, "macro"),
        ("{{ practice_table(' ') }}", 1, "macro"),
        ("{{ practice_table('a\\x3c') }}", 19, "template"),
        ('{{ picture("../x.webp", "x", 1, 1) }}', 1, "macro"),
        ('{{ picture("x.webp", "", 1, 1) }}', 1, "macro"),
        ('{{ picture("weg.webp", "x", 1, 1) }}', 1, "picture"),
        ('tekst {% if forge.label == "x" %}', 7, "template"),
        ('{% if forge.label == "x" %}<script>', 1, "template"),
        ('{% if forge.label == "x" %}{% endif %}', 1, "template"),
        ('{%- if forge.label == "x" %}\n{% endif %}', 1, "template"),
        ("{% if forge.label == editors %}\n{% endif %}", 1, "template"),
        ('{% if forge.at == "x" %}\n{% endif %}', 1, "macro"),
        ("{% if editors %}\n{% endif %}", 1, "template"),
        ("{{ total() ", 1, "template"),
        ("{{ total(\n) }}", 1, "template"),
        ("{{ " + "(" * 900 + " }}", 7, "template"),
        ("{{ " + "9" * 1_900 + " }}", 4, "template"),
        ("{{ total() }}" * 61, 781, "template"),
        ("<{{ forge.label }}>", 1, "html"),
        ("[x](javascript:{{ total() }})", 5, "link"),
        ("[x](//{{ editors }})", 5, "link"),
    ],
)
def test_template_syntax_that_a_page_may_not_have(check: Check, text: str, column: int, code: str) -> None:
    found = check(f"{WITH_MACROS}{text}\n").problems
    assert (8, column, code) in [(problem.line, problem.column, problem.code) for problem in found], found


def test_every_macro_is_known_with_its_parameters(library: Library) -> None:
    made: dict[str, Callable[..., str]] = {}

    def collect(function: Callable[..., str]) -> Callable[..., str]:
        made[function.__name__] = function
        return function

    variables: dict[str, Any] = {}
    extra = {"fragments": Fragments(ROOT, library, TODAY), "forge": "", "editors": "a@b.example"}
    conf = {
        "extra": extra,
        "repo_url": "https://github.example/a",
        "edit_uri": "",
        "site_url": "https://a.nl/",
    }
    macros.define_env(SimpleNamespace(conf=conf, variables=variables, macro=collect))
    assert made.keys() == MACROS.keys()
    assert variables.keys() == {"forge", "editors"}
    for name, function in made.items():
        parameters = inspect.signature(function).parameters.values()
        named = [one for one in parameters if one.kind is not one.VAR_KEYWORD]
        assert MACROS[name].required == tuple(one.name for one in named if one.default is one.empty)
        assert MACROS[name].optional == tuple(one.name for one in named if one.default is not one.empty)
        assert MACROS[name].narrowed == (len(named) < len(parameters))


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("evil.html", "stray"),
        ("lessen/plaat.svg", "stray"),
        ("assets/search/box.js", "stray"),
        ("assets/x.md", "slug"),
        ("data/x.md", "slug"),
        ("samen.md", "slug"),
        ("samen/twente.md", "slug"),
        ("huisartsen/samen.md", "slug"),
        ("praktijken/x.md", "slug"),
        ("themas/wonen.md", "slug"),
        ("themas/wonen/index.md", "slug"),
        ("zoeken/x.md", "slug"),
        ("404.md", "slug"),
        ("lessen/con.md", "slug"),
        ("lessen/aux/x.md", "slug"),
        ("lessen/Proef.md", "slug"),
        ("lessen/README.md", "slug"),
        ("lessen/een twee.md", "slug"),
        ("lessen/é.md", "slug"),
        ("lessen/.verborgen.md", "slug"),
        (".git/x.md", "slug"),
        ("lessen/index/x.md", "slug"),
        (f"lessen/{'a' * 61}.md", "slug"),
        ("lessen/a.md\n::set-output name=x::y.md", "slug"),
        ("lessen.md", "slug-twice"),
        ("a/b/c/d/x.md", "stray"),
    ],
)
def test_where_a_file_may_not_lie(check: Check, place: str, code: str) -> None:
    found = check({place: PLAIN})
    assert code in [problem.code for problem in found.problems]
    assert all(found.pages[uri].front is None for uri in found.pages.keys() & {place})


def test_no_page_can_take_the_place_of_what_is_made(check: Check, library: Library) -> None:
    made = generated(Fragments(ROOT, library, TODAY), site_settings.read(ROOT))
    for uri in made:
        found = check({uri: PLAIN})
        assert found.pages[uri].front is None, uri


@pytest.mark.parametrize("target", ["../../mkdocs.yml", "index.md"])
def test_links_lead_nowhere(check: Check, folder: Path, target: str) -> None:
    (folder / "docs/lessen/a.md").symlink_to(target)
    (folder / "docs/map").symlink_to(folder / "theme")
    found = check(PLAIN)
    assert [(problem.path, problem.code) for problem in found.problems] == [
        ("docs/lessen/a.md", "symlink"),
        ("docs/map", "symlink"),
    ]
    assert found.pages.keys() == {"lessen/proef.md", *MUST}


def test_what_is_no_file_is_never_opened(check: Check, folder: Path) -> None:
    os.mkfifo(folder / "docs/lessen/pijp.md")
    os.mkfifo(folder / "docs/lessen/pijp.webp")
    assert [problem.code for problem in check(PLAIN).problems] == ["stray", "stray"]


def test_a_name_that_is_no_text_is_refused(check: Check, folder: Path) -> None:
    for name in (b"\xff.md", b"\xff.webp"):
        (folder / "docs/lessen" / os.fsdecode(name)).write_bytes(WEBP)
    assert {problem.path for problem in check(PLAIN).problems} == {"docs/lessen/\ufffd.md"}
    (folder / "docs/lessen" / os.fsdecode(b"\xff.md")).unlink()
    assert {problem.path for problem in check(PLAIN).problems} == {"docs/lessen/\ufffd.webp"}


def test_docs_that_is_a_link_is_refused(folder: Path, real: Reading) -> None:
    shutil.rmtree(folder / "docs")
    (folder / "docs").symlink_to(ROOT / "docs")
    found = handwritten.read(folder, real)
    assert [(problem.path, problem.code) for problem in found.problems] == [("docs", "symlink")]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("plaat.png", WEBP, "picture-kind"),
        ("plaat.png", b"<svg onload=x()>", "picture-content"),
        ("plaat.jpg", b"", "picture-content"),
        ("plaat.webp", WEBP + b"<script>", "picture-more"),
        ("plaat.webp", WEBP + bytes(500_000), "picture-size"),
    ],
)
def test_a_picture_is_what_it_is_called(check: Check, name: str, content: bytes, code: str) -> None:
    page = f'{WITH_MACROS}{{{{ picture("{name}", "Een plaatje", 10, 10) }}}}\n'
    found = check({f"lessen/{name}": content, "lessen/proef.md": page})
    assert [(problem.path, problem.code) for problem in found.problems] == [(f"docs/lessen/{name}", code)]
    assert not found.pictures


def test_a_picture_is_shown_by_a_page_beside_it(check: Check) -> None:
    page = f'{WITH_MACROS}{{{{ picture("plaat.webp", "Een plaatje", 10, 10) }}}}\n'
    found = check({"lessen/plaat.webp": WEBP, "lessen/los.webp": WEBP, "lessen/proef.md": page})
    assert [(problem.path, problem.code) for problem in found.problems] == [("docs/lessen/los.webp", "stray")]
    assert found.pictures.keys() == {"lessen/plaat.webp"}


def test_personal_data_are_refused_in_pages_too(check: Check) -> None:
    found = check(f"{PLAIN}Bel Annie op 06-12345678.\n")
    assert [problem.code for problem in found.problems] == ["personal-mobile"]
    assert "12345678" not in str(found.problems[0])


def test_a_picture_in_markdown_is_under_the_same_rules(check: Check) -> None:
    right = check({"lessen/plaat.webp": WEBP, "lessen/proef.md": f"{PLAIN}![Twee knoppen](plaat.webp)\n"})
    assert not right.problems
    assert right.pictures.keys() == {"lessen/plaat.webp"}
    for text, code in (("![Twee knoppen](weg.webp)", "picture"), ("![](plaat.webp)", "image-text")):
        wrong = check({"lessen/plaat.webp": WEBP, "lessen/proef.md": f"{PLAIN}{text}\n"})
        assert code in {problem.code for problem in wrong.problems}, text


def test_what_would_get_through_is_dropped_after_rendering() -> None:
    """The second wall: as if the first had let all of this stand."""
    html = (
        '<h1 id="x" onclick="a()">X</h1><p class="lead" style="position:fixed" id="config">tekst '
        '<a class="button" href="javascript:a()">ja</a> <a href="//evil.example">nee</a> '
        '<a href="../x/">x</a></p>'
        '<script>a()</script><iframe src="https://evil.example"></iframe><form action="/x"><input></form>'
        '<img src="//evil.example/p.gif" onerror="a()" alt="p"><div data-fragment="3" onclick="a()"></div>'
    )
    assert sanitised_page(html) == (
        '<h1 id="x">X</h1><p class="lead">tekst <a class="button">ja</a> <a>nee</a> <a href="../x/">x</a></p>'
        '<img alt="p"><div data-fragment="3"></div>'
    )


def test_some_of_the_pages(folder: Path, check: Check, real: Reading) -> None:
    check({"over/a.md": "", "over/b.md": "", "lessen/c.md": ""})
    some = handwritten.read(folder, real, [folder / "docs/over"])
    assert (some.checked, {problem.path for problem in some.problems}) == (
        5,
        {"docs/over/a.md", "docs/over/b.md"},
    )
    assert handwritten.read(folder, real, []).problems == ()


def test_what_is_wrong_ends_a_build_and_shows_on_a_server(copy: Path) -> None:
    (copy / "docs/assets/search").mkdir(parents=True)
    (copy / "docs/assets/search/box.js").write_text("alert(1)")
    over = copy / "docs/over/index.md"
    over.write_text(over.read_text().replace("render_macros: true", "render_macros: true\ntemplate: x"))
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(copy / "site")]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "docs/assets/search/box.js:1:1: " in done.stderr
    assert "docs/over/index.md:5:1: template: " in done.stderr
    shown = {**os.environ, "SHOW_PROBLEMS": "true"}
    subprocess.run([*command, "--no-strict"], cwd=copy, env=shown, capture_output=True, check=True)
    assert "docs/over/index.md:5:1: template: " in (copy / "site/over/index.html").read_text()
    assert not (copy / "site/assets/search/box.js").exists()


PARTS = st.sampled_from(
    [
        *WITH_MACROS.splitlines(keepends=True),
        *('{% if forge.label == "x" %}\n', "{% if ", " %}\n", "{% endif %}\n", "{% else %}\n", "{{ ", " }}"),
        *(
            "forge",
            ".label",
            ".at(",
            "editors",
            "total(",
            ")",
            "[",
            "]",
            "'",
            '"',
            "=",
            "==",
            "-",
            "{#",
            "#}",
        ),
        *("raw", "picture(", "scripts: [assets/kit.js]\n", "![", "](", '<p class="lead">', "</p>\n", "<"),
        *("\\", "\x00", "\ue000", "- ", "&a", "|", "9" * 50, "\n"),
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PARTS | st.text(max_size=6), max_size=30), st.booleans())
def test_nothing_makes_checking_a_page_fail(check: Check, parts: list[str], headed: bool) -> None:
    text = (WITH_MACROS if headed else "") + "".join(parts)
    for problem in check({"lessen/proef.md": text.encode("utf-8", "surrogatepass")}).problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message


@pytest.mark.parametrize(
    "line",
    [
        "{{",
        "{{ ",
        "{% ",
        "{#",
        "{{ a }}",
        "{{-",
        "![",
        "[a](",
        '<p class="lead">',
        "<a ",
        "{{ a.b",
        "{{ '",
        "()",
    ],
)
def test_no_page_takes_long(check: Check, line: str) -> None:
    lines = line * (1_990 // len(line)) + "\n"
    before = time.perf_counter()
    assert check(WITH_MACROS + lines * 19 + "{{ " + lines).problems
    assert time.perf_counter() - before < 1


def test_the_keys_of_a_page_are_few() -> None:
    assert {str(one.alias) for one in PageFront.model_fields.values()} == {
        "title", "description", "kind", "scripts", "modules", "styles", "render_macros",
    }  # fmt: skip
    assert not set(FACETS) & PageFront.model_fields.keys()


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("[x](weg.md)", "link-page", ""),
        ("[x](../praktijken/dit-is-er-niet.md)", "link-page", ""),
        ("[x](../themas/wonenn.md)", "link-page", ""),
        ("[x](../samens.md)", "link-page", ""),
        ("[x](../huisartsen/samens.md)", "link-page", ""),
        ("[x](../samen/groningen.md)", "link-page", ""),
        ("[x](../../over/index.md)", "link-page", ""),
        ("[x](../over/privac.md)", "link-page", "Bedoelde u '../over/privacy.md'?"),
        ("[x](#weg)", "link-place", ""),
        ("[x](proef.md#titell)", "link-place", ""),
        ("[x](../over/index.md#proeff)", "link-place", "Bedoelde u 'proef'?"),
        ("[x](../themas/wonen.md#proef)", "link-place", ""),
        ("[x](../praktijken/kansrijke-start.md#weg)", "link-place", ""),
        ('<p class="actions"><a class="button" href="formulier/">Klik</a></p>', "link-page", ""),
        ('<p class="actions"><a class="button" href="../../../over/">Klik</a></p>', "link-page", ""),
    ],
)
def test_a_link_leads_somewhere(check: Check, text: str, code: str, hint: str) -> None:
    (problem,) = check(f"{PLAIN}\n{text}\n").problems
    assert (problem.path, problem.line, problem.code) == ("docs/lessen/proef.md", 9, code)
    assert problem.column == (4 + 1 if text.startswith("[") else text.index('href="') + 7)
    assert hint in problem.message


def test_a_heading_that_is_not_there_on_every_forge_is_no_place_to_lead_to(check: Check) -> None:
    text = '{% if forge.label == "GitHub" %}\n## Daar\n{% else %}\n## Elders\n{% endif %}\n'
    text += "## Bij {{ forge.label }}\n\n## Vast\n\n"
    text += "[a](#vast) [b](#daar) [c](#elders) [d](#bij) [e](#bij-github)\n"
    assert [problem.column for problem in check(WITH_MACROS + text).problems] == [16, 27, 40, 50]


@pytest.mark.parametrize("target", ["over/a.md", "praktijken/kansrijke-start.md"])
def test_what_is_wrong_with_a_page_is_not_said_of_the_links_to_it(
    check: Check, real: Reading, target: str
) -> None:
    wrong = replace(real, library=replace(real.library, practices=()))
    found = check({"over/a.md": "kapot", "lessen/proef.md": f"{PLAIN}[x](../{target}#kop)\n"}, wrong)
    assert {problem.path for problem in found.problems} == {"docs/over/a.md"}


def test_what_a_page_may_link_to_is_what_is_made(library: Library, real: Reading) -> None:
    made = generated(Fragments(ROOT, library, TODAY), site_settings.read(ROOT))
    targets = Targets({}, real, str)
    for uri, page in made.items():
        comes_and_goes = uri.count("/") > 1 or (page.kind == "resident" and "/" in uri)
        assert targets.there(uri) != comes_and_goes, uri
    for uri in ("praktijken/x.md", "themas/x.md", "fase/idee.md", "x.md", "x/samen.md"):
        assert not targets.there(uri)


def test_what_the_templates_link_to_must_be_there() -> None:
    linked = set()
    for file in (ROOT / "theme").rglob("*.html"):
        linked |= set(re.findall(r"link\('([a-z/-]*/)'\)|'([a-z/-]+/)' \| url", file.read_text()))
    pages = {first or second for first, second in linked} - {"data/", "regios/landelijk/"}
    assert pages >= {"over/privacy/", "meedoen/formulier/"}
    assert {f"{page[:-1]}.md" in MUST or f"{page}index.md" in MUST for page in pages} == {True}
    assert all((ROOT / "docs" / uri).is_file() for uri in MUST)


@pytest.mark.parametrize("uri", MUST)
def test_a_page_that_the_site_needs_is_missed(check: Check, folder: Path, uri: str) -> None:
    (folder / "docs" / uri).unlink()
    assert (f"docs/{uri}", "page-gone") in [(one.path, one.code) for one in check(PLAIN).problems]


def test_a_page_need_not_be_in_the_navigation(copy: Path) -> None:
    (copy / "docs/nieuw").mkdir()
    (copy / "docs/nieuw/proef.md").write_text(
        f"{PLAIN}\n[a](../themas/wonen.md) [b](../meedoen/index.md#iets-anders-melden)\n"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(copy / "site")]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[klik]{{ forge.label }}(javascript:alert(1))", 7),
        ("[klik]{{ forge.label }} weg", 7),
        ("[klik] {{ forge.label }}(https://a.nl)", 8),
        ("[klik] {{ total() }}[x]", 8),
        ("{{ editors }}: https://a.nl", 1),
        ("!{{ forge.label }} [x]", 2),
        ("[x]({{ total() }})", 5),
        ("[x]({{ editors }})", 5),
        ("[x](mailto:{{ forge.issue }})", 12),
        ("[x]({{ forge.label }})", 5),
        ("[x]({{ forge.issue }}{{ forge.issue }})", 5),
        ("[x]({{ practice_list() }})", 5),
        ("Zie {{ practice_list() }}", 5),
        ("    {{ practice_list() }}", 5),
        ("{{ practice_list() }} en meer", 1),
        ("{{ barriers() }}{{ barriers() }}", 1),
        ("> {{ barriers() }}", 3),
    ],
)
def test_an_expression_stands_where_it_makes_nothing_of_what_is_beside_it(
    check: Check, text: str, column: int
) -> None:
    found = check(f"{WITH_MACROS}{text}\n").problems
    assert (8, column, "template") in [(problem.line, problem.column, problem.code) for problem in found]


@pytest.mark.parametrize("name", sorted({field.name for field in fields(Forge)} - FORGE.keys()))
def test_what_is_not_there_on_every_forge_is_not_offered(check: Check, name: str) -> None:
    assert [problem.code for problem in check(f"{WITH_MACROS}{{{{ forge.{name} }}}}\n").problems] == ["macro"]


@pytest.mark.parametrize("kind", ["github", "gitlab", "forgejo"])
def test_what_is_offered_of_a_forge_is_there_on_each(check: Check, kind: str) -> None:
    forge = forge_of("https://a.example/x", "edit/main/docs/", kind)
    assert all(getattr(forge, name) and "{" not in getattr(forge, name) for name in FORGE)
    for name in {field.name for field in fields(Forge)} - FORGE.keys():
        text = f'{WITH_MACROS}[x]({{{{ forge.at(forge.{name}, path="a.md") }}}})\n'
        assert bool(check(text).problems) == (name not in FILLED)
        if name in FILLED:
            assert forge.at(getattr(forge, name), path="a.md").endswith("/a.md")


@pytest.mark.parametrize("name", ["practice_form", "search", "home", "region_map"])
def test_a_macro_that_is_a_page_is_there_once(check: Check, name: str) -> None:
    text = WITH_MACROS + f"{{{{ {name}() }}}}\n\n"
    assert not check(text).problems
    (problem,) = check(text + f"{{{{ {name}() }}}}\n\n" * 2).problems[:1]
    assert (problem.line, problem.code) == (10, "template")


def test_a_page_holds_some_lists_at_most(check: Check) -> None:
    block = "{{ barriers() }}\n\n"
    assert not check(WITH_MACROS + block * MOST_BLOCKS).problems
    assert [one.line for one in check(WITH_MACROS + block * 60).problems] == [8 + 2 * MOST_BLOCKS]


def test_a_heap_of_files_is_one_problem(check: Check, folder: Path) -> None:
    for number in range(MOST_FILES + 1):
        (folder / f"docs/lessen/{number}.md").touch()
    start = time.perf_counter()
    assert [(one.path, one.code) for one in check(PLAIN).problems] == [("docs/lessen", "too-many-files")]
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("name", ["{}.exe", "Een {}.md", "x{}.webp"])
def test_many_strays_are_counted_and_some_are_named(check: Check, folder: Path, name: str) -> None:
    for number in range(100):
        (folder / "docs/lessen" / name.format(number)).write_text(PLAIN)
    found = check(PLAIN).problems
    assert len(found) == MOST_SAID + 1
    assert "80 bestanden" in next(one.message for one in found if one.path == "docs/lessen")


def test_an_empty_folder_and_one_that_cannot_be_read_are_named(
    check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "dicht":
            raise PermissionError
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    for name in ("leeg", "dicht"):
        (folder / "docs" / name).mkdir()
    found = check(PLAIN).problems
    assert [(one.path, one.code) for one in found] == [
        ("docs/dicht", "unreadable"),
        ("docs/leeg", "empty-folder"),
    ]


@pytest.mark.parametrize("made", [None, "leeg", "bestand"])
def test_without_docs_that_is_all_there_is_to_say(folder: Path, real: Reading, made: str | None) -> None:
    shutil.rmtree(folder / "docs")
    if made == "leeg":
        (folder / "docs").mkdir()
    elif made:
        (folder / "docs").write_text("weg")
    assert [(one.path, one.code) for one in handwritten.read(folder, real).problems] == [("docs", "stray")]


def test_a_picture_that_no_page_shows_is_not_decoded(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handwritten, "read_picture", None)
    assert [one.code for one in check({"lessen/los.webp": WEBP, "lessen/proef.md": PLAIN}).problems] == [
        "stray"
    ]
    found = check({"lessen/los.webp": WEBP, "lessen/proef.md": "kapot"})
    assert {one.path for one in found.problems} == {"docs/lessen/proef.md"}
