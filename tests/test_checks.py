"""Checking: every rule speaks, all at once, at the right place, in words that help."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from macros import body, checks
from macros import library as libraries
from macros.library import Library, Reading
from macros.model import SECTIONS, FrontMatter

from .conftest import ROOT, TODAY, VALID

BROKEN = (Path(__file__).parent / "data/broken.md").read_text()

EXPECTED = """\
2:8 titel too-short
3:15 samenvatting too-many-words
4:9 regios folder
4:18 regios unknown-term
5:8 plaats empty
6:9 themas type
6:9 themas unknown-term
7:11 domeinen unknown-alone
8:14 doelgroepen too-few
9:7 fase unknown-choice
10:10 gestart date
12:5 organisaties.naam missing
14:10 organisaties.rol unknown-choice
15:5 organisaties.telefoon unknown-key
17:12 financiering.route unknown-term
18:10 financiering.tot date
19:13 werkt_door comment
19:13 werkt_door type
23:5 knelpunten.niveau duplicate-key
26:13 toepassingen.aantal number
28:13 toepassingen.aantal number
29:11 verwant related
29:26 verwant related
29:33 verwant related
32:12 bronnen.datum future-date
33:10 bronnen.url link
35:15 erkenning.register too-long
37:10 erkenning.url link
37:10 erkenning.url template
39:8 inwoners.wat abbreviation
40:21 bestand character
41:8 inwoners.hoe no-dutch-number
42:16 inwoners.onderwerpen double
45:10 contact.email email
46:1 titell unknown-key
47:16 gecontroleerd date
50:1 tekst heading-first
52:1 tekst heading-level
56:1 tekst html
56:7 tekst html
56:15 tekst template
56:38 tekst link
56:59 tekst image
58:1 tekst code
60:1 tekst code
62:1 tekst heading-form
64:1 tekst html
66:1 tekst depth
68:1 tekst too-many
70:8 tekst link
72:1 tekst heading
75:1 tekst heading-underline
77:1 tekst empty-section
77:1 tekst heading-order
79:1 tekst heading-twice
""".splitlines()


def test_a_file_with_every_kind_of_problem_reports_them_all(check: Callable[..., Reading]) -> None:
    check(VALID)
    found = check(BROKEN, "groningen/kapot.md").problems
    assert [f"{one.line}:{one.column} {one.field} {one.code}" for one in found] == EXPECTED


def test_a_valid_practice_has_no_problems(check: Callable[..., Reading]) -> None:
    reading = check(VALID)
    assert not reading.problems
    assert [one.slug for one in reading.library.practices] == ["voorzorggroepen"]


def test_the_example_message_of_a_mistyped_theme(check: Callable[..., Reading]) -> None:
    (problem,) = check(VALID.replace("themas: [mentale-gezondheid]", "themas: [wnen]")).problems
    assert str(problem).startswith(
        "practices/groningen/voorzorggroepen.md:5:10: themas: onbekend thema 'wnen'. Bedoelde u 'wonen'? "
    )


@pytest.mark.parametrize("typed", ["Mentale gezondheid", "mentale-gezondhied", "lotgenoten"])
def test_a_label_a_slip_or_a_synonym_leads_to_the_id(check: Callable[..., Reading], typed: str) -> None:
    (problem,) = check(VALID.replace("themas: [mentale-gezondheid]", f"themas: [{typed}]")).problems
    assert "Bedoelde u 'mentale-gezondheid'?" in problem.message


@pytest.mark.parametrize("key", [str(f.alias) for f in FrontMatter.model_fields.values() if f.is_required()])
def test_each_required_key_is_missed(check: Callable[..., Reading], key: str) -> None:
    text = re.sub(rf"^{key}:.*\n(?:  .*\n)*", "", VALID, flags=re.MULTILINE)
    assert [(one.line, one.column, one.field, one.code) for one in check(text).problems] == [
        (1, 1, key, "missing")
    ]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("groningen/Voorzorg.md", "slug"),
        ("groningen/voor zorg.md", "slug"),
        ("groningen/voor--zorg.md", "slug"),
        ("groningen/con.md", "slug"),
        ("groningen/index.md", "slug"),
        ("groningen/404.md", "slug"),
        (f"groningen/{'a' * 61}.md", "slug"),
        ("gronigen/voorzorg.md", "folder"),
        ("twente/voorzorg.md", "folder"),
        ("groningen/voorzorg.txt", "stray"),
        ("voorzorg.md", "stray"),
    ],
)
def test_names_and_folders(check: Callable[..., Reading], place: str, code: str) -> None:
    (problem,) = check(VALID, place).problems
    assert problem.code == code
    assert problem.path == f"practices/{place}"


def test_two_practices_cannot_share_a_name_in_two_folders(check: Callable[..., Reading]) -> None:
    check(VALID)
    problems = check(
        VALID.replace("[groningen]", "[groningen, twente]"), "twente/voorzorggroepen.md"
    ).problems
    assert [(one.path.split("/")[1], one.code) for one in problems] == [
        ("groningen", "slug-twice"),
        ("twente", "slug-twice"),
    ]


def test_only_the_files_asked_for_are_checked_but_all_are_known(
    check: Callable[..., Reading], project: Path
) -> None:
    check(VALID.replace("lopend", "lopnd"), "groningen/kapot.md")
    check(VALID.replace("gecontroleerd", "verwant: [kapot]\ngecontroleerd"))
    reading = libraries.read(project, TODAY, [project / "practices/groningen/voorzorggroepen.md"])
    assert not reading.problems
    assert (reading.practices_checked, reading.vocabularies_checked) == (1, 0)


def test_a_folder_is_checked_with_all_that_lies_about_in_it(
    check: Callable[..., Reading], project: Path
) -> None:
    check(VALID)
    (project / "practices/groningen/plaatje.svg").write_text("<svg/>")
    (project / "practices/twente").symlink_to("groningen")
    reading = libraries.read(project, TODAY, [project / "practices/groningen"])
    assert [(one.path, one.code) for one in reading.problems] == [
        ("practices/groningen/plaatje.svg", "stray")
    ]
    assert [one.path for one in libraries.read(project, TODAY, [project / "practices"]).problems] == [
        "practices/groningen/plaatje.svg",
        "practices/twente",
    ]


def test_a_date_may_be_today_but_not_tomorrow(check: Callable[..., Reading]) -> None:
    assert not check(VALID.replace("gecontroleerd: 2026-11-21", f"gecontroleerd: {TODAY}")).problems
    (problem,) = check(
        VALID.replace("gecontroleerd: 2026-11-21", f"gecontroleerd: {TODAY + timedelta(1)}")
    ).problems
    assert problem.code == "future-date"


@pytest.mark.parametrize(
    "text",
    [
        "Minder dan < 4 weken & meer, zie <https://voorbeeld.nl/pad?a=b>",
        "[hier](https://x.nl/a(b)), [daar](mailto:info@b.nl), [bel](tel:112)",
        "[ook](../regios/twente.md) en [deze](voorzorggroepen.md) of [zo](../praktijken/voorzorggroepen.md)",
        "### Stap\n\n- een\n  - twee\n    1. drie\n\n> citaat",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Een streep hieronder.\n\n---\n\nEn *verder*, met `code`, **vet**, β-blokker, ❤️ één ‘citaat’ – echt…",
    ],
)
def test_what_the_text_may_hold(check: Callable[..., Reading], text: str) -> None:
    assert check(VALID.split("## ")[0] + f"## Aanpak\n\n{text}\n").problems == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<SCRIPT src=x>", "html"),
        ("\\`<script>\\`", "html"),
        ("<!-- x -->", "html"),
        ("<![" * 660, "html"),
        ("a&#x202e;b", "html"),
        ("~~~\n<script>\n~~~", "code"),
        (" ```\nx", "code"),
        ("> ``` { #x .y }\n> x", "code"),
        ("[x](//evil.example)", "link"),
        ("\\`[x](//evil.example)\\`", "link"),
        ("[x](/.//evil.example)", "link"),
        ("[x](data:text/html,x)", "link"),
        ("[x](java\tscript:alert)", "link"),
        ("[x](https://digid.nl@evil.example/)", "link"),
        ("[x](www.foo.nl)", "link"),
        ("[x](../meeloopdagen/)", "link"),
        ("[x](nergens.md)", "link"),
        ("[x]( <nergens.md> )", "link"),
        ("[x](../regios/nergens.md)", "link"),
        ("[x](#bronnen)", "link"),
        ("[x]\n\n[x]: vbscript:x", "link"),
        ("> [a]:\n> //evil.example/x", "link"),
        ("<https://digid.nl@evil.example/>", "html"),
        ("{% include 'x' %}", "template"),
        ("Tekst {: onclick=x }", "template"),
        ("--8<-- \"mkdocs.yml\"", "template"),
        ("[TOC]", "template"),
        (">>>>>>> diep", "depth"),
        ("1. " * 600 + "x", "depth"),
        ("\t" * 9 + "- x", "depth"),
        ("[" * 1_990, "too-many"),
        ("|" * 900, "too-many"),
        ("### a\n" * 100, "too-many"),
        ("#Aanpak", "heading-form"),
        ("> ## Aanpak", "heading-form"),
        ("- # Titel", "heading-form"),
        ("    ## Resultaten", "heading-form"),
        ("## a" + " " * 1_900 + "b", "heading"),
        ("> Zomaar\n> ---", "heading-underline"),
    ],
)  # fmt: skip
def test_what_the_text_may_not_hold(check: Callable[..., Reading], text: str, code: str) -> None:
    problems = check(VALID.split("## ")[0] + f"## Aanpak\n\n{text}\n").problems
    assert code in [one.code for one in problems]
    assert min(one.line for one in problems) >= 18


def test_a_line_end_written_in_a_value_is_dropped(check: Callable[..., Reading]) -> None:
    (practice,) = check(VALID.replace("datum: 2024-05-30", 'url: "https://x.nl\\n"')).library.practices
    assert practice.front.sources[0].url == "https://x.nl"


def test_a_value_over_several_lines_becomes_one_line(check: Callable[..., Reading]) -> None:
    text = VALID.replace("gecontroleerd: 2026-11-21", "gecontroleerd: |\n  2026-11-21")
    text = text.replace("titel: Voorzorggroepen in", "titel: |\n  Voorzorggroepen\n  ```\n  in")
    (practice,) = check(text).library.practices
    assert practice.front.title == "Voorzorggroepen ``` in Stadskanaal"
    assert practice.front.reviewed == "2026-11-21"


def test_a_message_cannot_forge_another_line(check: Callable[..., Reading]) -> None:
    text = VALID.replace("[mentale-gezondheid]", '["x\\u2028::error::hoi\\u001b[2J"]')
    for problem in check(text).problems:
        assert str(problem).isprintable()


def test_every_rule_says_in_its_docstring_what_it_demands() -> None:
    for rule in (*checks.RULES, *body.RULES):
        assert rule.__doc__
        assert rule.__doc__.endswith(".")


def test_every_message_says_what_to_do(check: Callable[..., Reading]) -> None:
    for problem in check(BROKEN).problems:
        last = re.split(r"[.?] ", problem.message)[-1]
        assert re.match(r"[A-Z]|\[", last), problem.message
        assert "input" not in problem.message


def test_the_real_practices_are_right() -> None:
    assert not libraries.read(ROOT, date.today()).problems


def test_the_example_in_the_contributors_guide_is_valid(check: Callable[..., Reading]) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text()
    (example,) = re.findall(r"```markdown\n(.*?)```", guide, re.DOTALL)
    assert not check(example).problems


def test_the_template_is_valid_and_shows_every_key(
    check: Callable[..., Reading],
) -> None:
    template = (ROOT / "practices/_sjabloon.md").read_text()
    (practice,) = check(template, "groningen/samen-koken.md").library.practices
    rare = {"verwant"}  # a practice that is there: nobody knows which
    assert {str(FrontMatter.model_fields[name].alias) for name in practice.front.model_fields_set} == {
        str(field.alias) for field in FrontMatter.model_fields.values()
    } - rare
    assert [section.heading for section in practice.sections] == list(SECTIONS)


def test_the_template_is_no_practice(library: Library) -> None:
    assert "_sjabloon" not in library.by_slug
