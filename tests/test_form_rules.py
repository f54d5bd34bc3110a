"""The browser judges and writes a practice as Python does: both are given the same drafts.

The limits, patterns and messages in the browser are those of the model (`macros/form.py`); what could differ
is how they are applied. So each test hands generated practices, right and wrong ones, to both, and compares.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from macros.characters import printable, strange_characters
from macros.checks import LONGEST_SLUG
from macros.draft import Draft, slug_of
from macros.form import rules
from macros.kinds import Kind, PartialDate
from macros.library import Library, Reading, read
from macros.model import SECTIONS
from macros.personal import PROOFS, findings, without
from macros.reference import Entry, entries

from .conftest import ROOT, TODAY
from .test_abbreviations import SHORTENED, UNEXPLAINED
from .test_personal import FREED, RELEASED
from .test_wording import PASSED, REFUSED

WORDS = (
    "wijkverpleegkundige", "samen", "café", "10%", "a: b", "x #y", "'s avonds", '"echt"', "- los", "[a]",
    "{b}", "& meer", "*", "!", "| naast", "> groter", "< 4 weken", "<b>", "&amp;", "no", "010", "2025", "~",
    "@", "`", "%", "{{ x }}", "β-blokker", "\u00a0", "😀",
    "https://a.nl/?b=c#d", "  ", "\n", "\t", "===", "---", "# kop", "## Aanpak", "### Kop", "- punt",
    "1. een", "```", "[l](https://a.nl)", "[l](x.md)", "[l](javascript:a)", "[l](../themas/wonen.md)",
    "[l](../themas/wnen.md)", "[r]: x", "![i](x)", "{: .a }", "--8<--", "[TOC]", "_" * 70, "|" * 13,
    "![Een foto van de zaal](zaal.jpg)", "![x](zaal.jpg)", "![Een foto](../x.jpg)", '![Een foto](a.png "b")',
    "> " * 6, "    " * 5 + "diep", "woord " * 30, "é" * 95, "::", "a:", ":b",
)  # fmt: skip
DATES = (
    "2025", "2025-03", "2025-03-31", "2025-13", "2025-02-29", "2024-02-29", "2027-01-01", "1850", "2101",
    "0000", "31-3-2025", "morgen", "2025-3", "2025-03-31-01", "20250331", "2026-11-21", "2026-11-22",
    "2026-12", "２０２６",
)  # fmt: skip
ADDRESSES = (
    "https://voorbeeld.nl", "https://voorbeeld.nl/pad?a=b#c", "http://voorbeeld.nl", "//a.nl",
    "javascript:alert(1)", "https://a", "https://a.nl/een twee", 'https://a.nl/"x"', "info@voorbeeld.nl",
    "niemand", "a@b", "https://é.nl",
)  # fmt: skip

STRANGE = ("αβ", "\u043eud", "e\u0301", "\u200b", "\x1f", "Ｗｏｎｅｎ")
SIGNS = "aé€ß0 '\":#-[](){}<>&*!|%@`\\/.,?=_~+;^\n\t\u00a0"

tame = st.lists(st.sampled_from(WORDS) | st.text(SIGNS, max_size=6), max_size=7).map(" ".join)
# A strange character anywhere outweighs all else in a draft, so drafts have none, or may have many.
wild = st.lists(st.sampled_from(WORDS + STRANGE) | st.text(max_size=6), max_size=7).map(" ".join)
plain = st.sampled_from(
    ["Samen koken in de wijk", "Een groep met ervaringsdeskundigen", "Elke week samen eten"]
)


VOCABULARIES = {key: list(one.terms) for key, one in read(ROOT, TODAY).library.vocabularies.items()}


def values(entry: Entry, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """What somebody, or something, might fill in for one value of a field."""
    if entry.choices:
        return st.sampled_from([choice.value for choice in entry.choices])
    if entry.vocabulary:
        return st.sampled_from([*VOCABULARIES[entry.vocabulary], "onbekend", "wnen"])
    if any(isinstance(rule, PartialDate) for rule in entry.value_rules):
        return st.sampled_from(DATES) | texts
    if entry.keyboard in ("url", "email"):
        return st.sampled_from(ADDRESSES) | texts
    if entry.keyboard == "numeric":
        return st.sampled_from(["1", "31", "0", "32", "5.5", "vijf", "-1", "99999999999999"])
    if entry.of_names:
        return st.sampled_from(["dichtbij-teams", "bestaat-niet", "Geen Slug", "kapot"])
    return plain | texts


def fields(keys: Sequence[Entry], texts: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    def one(entry: Entry) -> st.SearchStrategy[Any]:
        item = fields(entry.parts, texts) if entry.parts else values(entry, texts)
        return st.lists(item, max_size=3) if entry.several else item

    # Often what is required, now and then what is not, so that many drafts are nearly right.
    chosen = {entry.key: one(entry) for entry in keys}
    required = {entry.key: chosen[entry.key] for entry in keys if entry.required}
    optional = {entry.key: chosen[entry.key] for entry in keys if not entry.required}
    return st.one_of(
        st.fixed_dictionaries(required, optional=optional), st.fixed_dictionaries({}, optional=chosen)
    )


VALID: dict[str, Any] = {
    "titel": "Samen koken in de wijk",
    "samenvatting": "Buurtbewoners koken elke week samen.",
    "regios": ["groningen"],
    "themas": ["wonen"],
    "domeinen": ["welzijn"],
    "doelgroepen": ["bewoners die alleen eten"],
    "fase": "pilot",
    "financiering": [{"route": "onbekend"}],
    "bronnen": [{"titel": "Verslag van de kookgroep"}],
    "gecontroleerd": "2026-11-21",
}


def fronts(texts: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Front matter: anything, or what is right with a few keys changed, so that problems stand alone."""
    changed = fields(entries(), texts).flatmap(
        lambda other: st.lists(st.sampled_from(sorted(other) or [""]), max_size=2).map(
            lambda keys: {**VALID, **{key: other[key] for key in keys if key}}
        )
    )
    return st.one_of(fields(entries(), texts), changed, changed)


def drafts(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[dict[str, Any], dict[str, str], str]]:
    """Front matter, sections, and the name of the file."""
    sections = st.lists(texts, max_size=4).map("\n".join)
    return st.tuples(
        fronts(texts),
        st.dictionaries(st.sampled_from(list(SECTIONS)), sections, max_size=3),
        st.sampled_from(["samen-koken", "samen-koken", "index", "Geen Slug", "dichtbij-teams", ""]),
    )


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(ROOT, TODAY)


@pytest.fixture(scope="module")
def page(browser: Browser, server: str) -> Iterator[Page]:
    """Any page of the site, from which the form's modules can be loaded."""
    page = browser.new_page()
    page.goto(server + "meedoen/")
    page.evaluate(
        """async () => {
            const at = new URL("../assets/form/", location.href);
            Object.assign(window, await import(at + "rules.js"), await import(at + "writing.js"),
                await import(at + "destinations.js"));
        }"""
    )
    yield page
    page.close()


Judge = Callable[[dict[str, Any], dict[str, str], str], tuple[str, list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def python_judges(reading: Reading) -> Callable[[Draft], set[tuple[str, str, str]]]:
    """What `scripts/check` says of a draft: field, code and message.

    Without what it thinks was meant, and without the names of characters, which a browser does not know.
    """
    more = re.compile(r"Bedoelde u '[^']*'\? | bij [^ ]+\.md|(?<=U[+][0-9A-F]{4}) \([A-Z][^)]*\)")

    def judge(draft: Draft) -> set[tuple[str, str, str]]:
        return {
            (one.field, one.code, more.sub("", one.message))
            for one in draft.problems(reading.surroundings, new=True)
            # The form offers only the folders that there are, and cannot see what lies in them.
            if one.code not in ("folder", "picture-missing")
        }

    return judge


@pytest.fixture(scope="module")
def browser_judges(page: Page, reading: Reading) -> Judge:
    """What the browser writes of a draft, and what it says is wrong with it."""
    titles = {one.slug: one.front.title for one in reading.library.practices}
    page.evaluate("given => Object.assign(window, given)", {
        "rules": json.loads(json.dumps(rules(reading.library))),
        "known": {"today": TODAY.isoformat(), "titles": titles},
    })  # fmt: skip

    def judge(front: dict[str, Any], sections: dict[str, str], slug: str) -> tuple[str, list[dict[str, Any]]]:
        written, found = page.evaluate(
            """([front, sections, slug]) => [
                written(front, sections, rules), problems({front, sections, slug}, rules, known),
            ]""",
            [front, sections, slug],
        )
        return written, found

    return judge


PICTURE = "![De zaal van het wijkcentrum](zaal.jpg)"
PICTURES = (
    PICTURE, f"{PICTURE}  ", f"Zo: {PICTURE}", f"- {PICTURE}", "![zaal](zaal.jpg)", "![1234567](a.jpg)",
    "![de-zaal](de-zaal.png)", "![de-zaal](de-zaal2.png)", "![IMG 1.JPG](a.jpg)", "![abcde](a.webp)",
    "![ abcd ](a.webp)", "![😀😀😀😀😀](a.webp)", "![Onze zaal](A.jpg)", "![Onze zaal](a.svg)",
    "![Onze zaal]", "![Onze zaal](//a.nl/a.jpg)", "![Onze zaal](a.jpg)[l](javascript:a)",
    "![Onze zaal](a [l](b:c))",
    "![Onze `zaal](a.jpg)", "![Onze zaal][a]", '![Onze zaal](a.jpg "b")', "![Onze\nzaal](a.jpg)",
)  # fmt: skip
"""Pictures in every form."""
LINKS = (
    "R&D; en &zo;",
    "&amp;",
    "&copyx;",
    "&nbsp;",
    "&NotEqualTilde;",
    "&bne;",
    "&#60 x",
    "&#0;",
    "&x;",
    "&lt",
    "[bank.nl](https://www.bank.nl)",
    "[bank.nl](https://evil.nl)",
    "[**www.bank**.nl](https://bank.nl)",
    "[https:\\\\bank.nl](https://evil.nl)",
    "[[bank.nl]](https://evil.nl)",
    "[Bank.nl en evil.nl](https://evil.nl)",
    "[a@bank.nl](mailto:info@bank.nl)",
    "[a@bank.nl](mailto:info@evil.nl)",
    "[112](tel:112)",
    "[112](tel:113)",
    "[+31 (0)50-123](tel:050123)",
    "[bel](tel:050-1)",
    "[x](https://a.nl\n.evil)",
    "[x](https://a.nl/(a)\n.evil)",
    "[x](<https://a.nl>)",
    "[x]( <https://a.nl> )",
    "[x](<https://a.nl)>",
    "[x](https://a..nl)",
    "[x](https://a.nl:65536)",
    "[x](tel:-)",
    "[x](mailto:.a@b.nl)",
    "[\nx]: a",
    "> [\n> x]: a",
    "Bel 116 117",
    "1161170",
    "11\n61\n17",
)
"""Links in every form."""
LIMITS: tuple[tuple[dict[str, Any], dict[str, str]], ...] = (
    ({"titel": "x" * 4}, {}), ({"titel": "x" * 5}, {}), ({"titel": "é" * 90}, {}), ({"titel": "😀" * 91}, {}),
    ({"samenvatting": "woord " * 40}, {}), ({"samenvatting": "woord " * 41}, {}),
    ({"themas": VOCABULARIES["themas"][:4]}, {}), ({"themas": VOCABULARIES["themas"][:5]}, {}),
    ({"doelgroepen": ["ja"] * 2}, {}), ({"domeinen": ["onbekend", "ggz"]}, {}),
    ({"financiering": [{"route": "wmo", "toelichting": "a " * 80}]}, {}),
    ({"financiering": [{"route": "wmo", "toelichting": "a " * 81}]}, {}),
    ({"toepassingen": [{"regio": "twente", "aantal": "31"}]}, {}),
    ({"toepassingen": [{"regio": "twente", "aantal": "32"}]}, {}),
    ({"inwoners": {"wat": "Ja." + " Ik ga." * 4}}, {}), ({"inwoners": {"wat": "Ja." + " Ik ga." * 5}}, {}),
    ({"inwoners": {"wat": "Ja" + " ja" * 14}}, {}), ({"inwoners": {"wat": "Ja. Ja" + " ja" * 15}}, {}),
    ({"gestart": "1900"}, {}), ({"gestart": "1899"}, {}), ({"gecontroleerd": "2026-11-22"}, {}),
    ({}, {"Aanpak": "_" * 60}), ({}, {"Aanpak": "_" * 61}),
    ({}, {"Aanpak": "\n".join(["a" + "_" * 60] * 10)}), ({}, {"Aanpak": "\n".join(["a" + "_" * 55] * 11)}),
    ({}, {"Aanpak": "\n\n".join(["### kop"] * 59)}), ({}, {"Aanpak": "\n\n".join(["### kop"] * 60)}),
    ({}, {"Aanpak": f"{PICTURE}\n\n" * 6}), ({}, {"Aanpak": f"{PICTURE}\n\n" * 7}),
    *(({}, {"Aanpak": f"Kijk:\n\n{line}\n\nMooi."}) for line in PICTURES),
    ({}, {"Aanpak": "a|b|c|d\n-|-|-|-\n" + "e\n" * 499}),
    ({}, {"Aanpak": "a|b|c|d\n-|-|-|-\n" + "e\n" * 500}),
    ({}, {"Aanpak": "a|b|c|d\n-|-|-|-\n" + "e\n" * 498, "Aanleiding": "a|b|c|d\n-|-|-|-\n" + "e\n" * 2}),
    *(({}, {"Aanpak": link}) for link in LINKS),
    ({"plaats": "Toets 116 117"}, {}), ({"doelgroepen": ["ja", "116-117"]}, {}),
    ({"inwoners": {"wat": "Bel 116117."}}, {}),
    ({"contact": {"organisatie": "A1 16\u201117", "url": "https://a.nl/116117"}}, {}),
    ({}, {"Aanpak": "\n\n".join(["> " * 4 + "a", "    " * 4 + "a"])}), ({}, {"Aanpak": "> " * 5 + "a"}),
)  # fmt: skip
"""What is just right, and what is just not."""


@pytest.mark.parametrize(("front", "sections"), LIMITS, ids=[str(at) for at in range(len(LIMITS))])
def test_the_browser_draws_each_limit_where_the_check_draws_it(
    browser_judges: Judge,
    python_judges: Callable[[Draft], set[tuple[str, str, str]]],
    front: dict[str, Any],
    sections: dict[str, str],
) -> None:
    text, found = browser_judges({**VALID, **front}, sections, "samen-koken")
    same = Draft("groningen", "samen-koken", {**VALID, **front}, sections)
    assert text == same.text
    assert said(found) == python_judges(same)


FOR_RESIDENTS = (
    *(text for texts in REFUSED.values() for text in texts), *PASSED,
    *(text for text, _ in (*SHORTENED, *UNEXPLAINED)),
    "Een lange zin", "die maar doorgaat", "zonder dat er", "een punt komt", "Dr. Jansen", "’s Avonds.", "Ja!",
)  # fmt: skip
residents = st.one_of(
    st.lists(st.sampled_from(FOR_RESIDENTS), min_size=1, max_size=6).map(" ".join),
    st.lists(
        st.sampled_from(FOR_RESIDENTS) | st.text(SIGNS + "İß€‐—’1.6 ", max_size=6), min_size=1, max_size=5
    ).map(" ".join),
)


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    texts=st.fixed_dictionaries(dict.fromkeys(("wat", "voor_wie", "hoe", "kosten", "verwijzing"), residents))
)
def test_the_browser_judges_texts_for_residents_alike(
    browser_judges: Judge,
    python_judges: Callable[[Draft], set[tuple[str, str, str]]],
    texts: dict[str, str],
) -> None:
    front = {**VALID, "inwoners": texts}
    _, found = browser_judges(front, {}, "samen-koken")
    assert said(found) == python_judges(Draft("groningen", "samen-koken", front, {}))


@pytest.mark.parametrize("text", FOR_RESIDENTS)
def test_the_browser_finds_each_danger_for_residents(
    browser_judges: Judge, python_judges: Callable[[Draft], set[tuple[str, str, str]]], text: str
) -> None:
    front = {**VALID, "inwoners": {"wat": text, "voor_wie": text.upper(), "hoe": f"Kom langs. {text}"}}
    _, found = browser_judges(front, {}, "samen-koken")
    assert said(found) == python_judges(Draft("groningen", "samen-koken", front, {}))


def said(found: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """Field, code and message of what the browser says, in the form that `scripts/check` gives them."""
    told = set()
    for one in found:
        path = (
            ["bestand"]
            if one["code"] == "character"
            else [step for step in one["path"] if isinstance(step, str)]
        )
        name = "tekst" if path[0] == "tekst" else ".".join(path)
        message = (
            re.sub(" bij .*(?=\\. Kies)", "", one["message"])
            if one["code"] == "slug-twice"
            else one["message"]
        )
        told.add((name, one["code"], without(printable(message))))
    return told


@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(draft=st.one_of(drafts(tame), drafts(tame), drafts(tame), drafts(wild)))
def test_the_browser_says_what_the_check_says(
    browser_judges: Judge,
    python_judges: Callable[[Draft], set[tuple[str, str, str]]],
    draft: tuple[dict[str, Any], dict[str, str], str],
) -> None:
    front, sections, slug = draft
    text, found = browser_judges(front, sections, slug)
    regions = [one for one in front.get("regios", ()) if one in VOCABULARIES["regios"]]
    same = Draft(regions[0] if regions else "groningen", slug, front, sections)
    mine, theirs = said(found), python_judges(same)
    codes = {code for _, code, _ in mine}, {code for _, code, _ in theirs}
    assert bool(mine) >= bool(theirs)
    if text.startswith("---\n---\n"):
        assert mine  # the check has no keys to name; the form asks for all that is required
    elif "character" in codes[0] | codes[1]:
        # One bad character is enough to refuse. Its name, and what is left of the value, may differ; one that
        # Python takes for a space at the end of a text is none to JavaScript.
        assert "character" in codes[0]
    else:
        assert text == same.text
        assert "yaml" not in codes[1]
        if "heading" not in codes[0]:  # a text box is one section: it cannot have another one's heading
            assert mine == theirs


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    title=st.lists(
        tame | wild | st.sampled_from(["Thema's & Één", "zorgtechnologie " * 5, "x" * 61]), max_size=3
    ).map("-".join)
)
def test_the_browser_proposes_the_same_name(page: Page, title: str) -> None:
    browser_proposes = page.evaluate("([title, longest]) => slugOf(title, longest)", [title, LONGEST_SLUG])
    assert browser_proposes == slug_of(title)


PERSONAL = [
    line.rpartition("\t")[2]
    for name in ("leaks", "harmless")
    for line in (ROOT / f"tests/data/personal/{name}.tsv").read_text("utf-8").splitlines()
]
MIXED = st.lists(st.sampled_from(PERSONAL) | st.text("06 12-@.+31AB,nl", max_size=12), max_size=5).map(
    "\n".join
)


def test_the_browser_finds_the_same_personal_data(
    page: Page, browser_judges: Judge, reading: Reading
) -> None:
    """In every leak, and in all that only looks like one."""
    cleared = reading.surroundings.context.cleared
    texts = [*PERSONAL, *map(str.upper, PERSONAL), *(f"- {one}\n\n{one}" for one in PERSONAL)]
    found = page.evaluate(
        """texts => texts.map(
            (text) => [...ofPersonal(text, [], rules)].map(({ code, message }) => [code, message])
        )""",
        texts,
    )
    for text, theirs in zip(texts, found, strict=True):
        mine = {(code, message) for _, _, code, message in findings(text, cleared)}
        assert {tuple(one) for one in theirs} == mine, text


@pytest.mark.usefixtures("browser_judges")
def test_a_release_frees_the_same_in_the_browser(page: Page) -> None:
    found = page.evaluate(
        """([texts, cleared]) => {
            const freed = { ...rules, personal: { ...rules.personal, cleared } };
            return texts.map((text) => [...ofPersonal(text, [], freed)].length > 0);
        }""",
        [list(RELEASED), FREED.form],
    )
    assert dict(zip(RELEASED, found, strict=True)) == RELEASED


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=MIXED)
def test_the_browser_finds_the_same_personal_data_in_any_mixture(
    page: Page, browser_judges: Judge, reading: Reading, text: str
) -> None:
    theirs = page.evaluate("text => [...ofPersonal(text, [], rules)].map(({ code }) => code)", text)
    assert set(theirs) == {code for _, _, code, _ in findings(text, reading.surroundings.context.cleared)}


def test_the_browser_knows_every_proof(page: Page) -> None:
    assert set(page.evaluate("Object.keys(PROOFS)")) == set(PROOFS)


def test_the_browser_knows_every_kind_of_rule(page: Page) -> None:
    assert set(page.evaluate("Object.keys(KINDS)")) == {kind.__name__ for kind in Kind.__subclasses__()}


def test_the_browser_judges_every_character_alike(page: Page, browser_judges: Judge) -> None:
    """Every character there is, in the middle of a word."""
    points = [point for point in range(0x20, 0x110000) if not 0xD800 <= point < 0xE000]
    refused = page.evaluate(
        """points => points.filter(
            (point) => [...ofCharacters(`a${String.fromCodePoint(point)}b`, [], rules)].length
        )""",
        points,
    )
    assert refused == [point for point in points if any(strange_characters(f"a{chr(point)}b"))]


def test_every_pattern_is_read_alike_by_python_and_javascript(page: Page, reading: Reading) -> None:
    """No letter after a backslash that means more in one than in the other, no `.`, no named groups."""
    data = rules(reading.library)
    sources = [
        *(one["form"] for one in data["patterns"]),
        *(one["form"] for one in data["wording"]["unsafe"]),
        *(data["wording"][name] for name in ("help", "shortened", "capitals")),
        *(data["wording"][name] for name in ("sentence_end", "has_letter", "word")),
        *(form for form, _ in data["wording"]["level"]),
        *re.findall(r'"form": "((?:[^"\\]|\\.)*)"', json.dumps(data["fields"])),
        *(one[name] for one in data["personal"]["signs"] for name in ("form", "needs", "unless")),
        *(one["unless_after"] for one in data["personal"]["signs"]),
        *(form for form, _ in data["personal"]["level"]),
        *(data["personal"][name] for name in ("capitals", "at", "dot")),
        *(data["personal"]["dwellings"][name] for name in ("sentence_end", "word")),
        data["heading"], data["link"], data["safe_link"], data["site_link"], data["slug"], data["plain"],
        data["control"][0], data["disguise"][0], data["template"][0],
    ]  # fmt: skip
    assert len(sources) > 35
    for source in sources:
        assert not re.search(r"\\[wsdbWSDBAZ]|\(\?P|(?<!\\)\.(?![^\[]*\])", source), source
        page.evaluate("source => { new RegExp(source, 'u'); }", source)


def test_the_form_shows_a_picture_in_words(page: Page) -> None:
    shown = page.evaluate(
        """async (text) => {
            const { rendered } = await import(new URL("../assets/form/markdown.js", location.href));
            return rendered(text).map((one) => one.textContent);
        }""",
        f"Kijk:\n\n{PICTURE}",
    )
    assert shown == ["Kijk:", "[plaatje: De zaal van het wijkcentrum]"]


def test_every_practice_is_written_back_to_the_byte(
    browser_judges: Judge, library: Library, site: Path
) -> None:
    assert library.practices
    for practice in library.practices:
        opened = json.loads((site / f"data/praktijken/{practice.slug}.json").read_text("utf-8"))
        text, found = browser_judges(opened["front"], opened["sections"], "een-nieuwe-naam")
        assert text == (ROOT / opened["path"]).read_text("utf-8")
        assert [one for one in found if one["path"] != ["verwant", 0] or one["code"] != "related"] == []
