"""The form, as a person meets it: typing, being told, opening, keeping a draft, and sending a file."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from macros.forge import Forge, forge_of
from macros.form import LONGEST_ADDRESS
from macros.kinds import PartialDate
from macros.library import Library, Reading
from macros.reference import Entry, entries

from .conftest import ROOT
from .test_browser import AXE, opened, screen

FORM = "meedoen/formulier/"
KEPT = "Object.keys(localStorage).length"


@contextmanager
def form(browser: Browser, server: str, query: str = "", **options: Any) -> Iterator[Page]:
    """The form, when it is ready to type in."""
    with opened(browser, server + FORM + query, **options) as page:
        expect(page.locator("#formulier")).to_be_visible()
        yield page


def field(page: Page, key: str) -> Locator:
    """The field of a key, or of `key.part` in the first item."""
    found = page.locator("#formulier")
    for step in key.split("."):
        found = found.locator(f'[data-key="{step}"]').first
    return found


def control(place: Locator) -> Locator:
    return place.locator("input:not([type=checkbox]), select, textarea").first


def fill_in(page: Page) -> None:
    """What a short practice takes, and no more."""
    control(field(page, "titel")).fill("Samen koken: 's avonds & 'laat'")
    control(field(page, "samenvatting")).fill("Buurtbewoners koken elke week samen. Wachttijd < 4 weken.")
    field(page, "regios").get_by_label("Groningen").check()
    field(page, "themas").get_by_label("Welzijn en meedoen").check()
    field(page, "domeinen").get_by_label("Sociaal werk en welzijn").check()
    control(field(page, "doelgroepen")).fill("bewoners die alleen eten\n- hun buren")
    control(field(page, "fase")).select_option("pilot")
    control(field(page, "financiering.route")).select_option("onbekend")
    control(field(page, "bronnen.titel")).fill("Verslag van de kookgroep")


def send(page: Page) -> None:
    page.locator("#belofte").check()
    page.get_by_role("button", name="Kijk alles na").click()
    expect(page.locator("#stand")).to_contain_text("Alles is goed ingevuld")


def file_of(page: Page) -> str:
    return page.locator("#bestand").input_value()


def test_a_short_practice_becomes_a_file_that_the_check_accepts(
    browser: Browser, server: str, check: Callable[..., Reading]
) -> None:
    with form(browser, server) as page:
        expect(page.locator("#versturen")).to_be_hidden()
        fill_in(page)
        send(page)
        expect(page.locator("#naam")).to_have_value("samen-koken-s-avonds-laat")
        with page.expect_download() as download:
            page.locator("[data-download]").last.click()
        expect(page.locator("#gedaan")).to_contain_text("samen-koken-s-avonds-laat.md")
        text = Path(download.value.path()).read_text("utf-8")
        assert download.value.suggested_filename == "samen-koken-s-avonds-laat.md"
        assert text == file_of(page)
    reading = check(text, "groningen/samen-koken-s-avonds-laat.md", date.today())
    assert not reading.problems
    (practice,) = reading.library.practices
    assert practice.front.title == "Samen koken: 's avonds & 'laat'"
    assert practice.front.audiences == ("bewoners die alleen eten", "hun buren")


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the field with this label, or this button, has the focus."""
    script = """() => {
        const at = document.activeElement;
        return (at.labels?.[0] ?? at).textContent.trim().replace(/\\s+/g, " ");
    }"""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(script).startswith(name):
            return
    raise AssertionError(f"no way to {name} by keyboard")


def test_a_practice_typed_by_keyboard_alone_comes_out_valid(
    browser: Browser, server: str, check: Callable[..., Reading]
) -> None:
    with form(browser, server) as page:
        keys = page.keyboard
        tab_to(page, "Titel")
        keys.type("Samen koken in de wijk")
        tab_to(page, "Samenvatting")
        keys.type("Buurtbewoners koken elke week samen.")
        for label in ("Drenthe", "Mentale gezondheid", "Wijkverpleging"):
            tab_to(page, label)
            keys.press("Space")
        tab_to(page, "Voor wie")
        keys.type("bewoners die alleen eten")
        tab_to(page, "Fase")
        keys.type("Lop")
        tab_to(page, "Geldbron")
        keys.type("Wmo")
        tab_to(page, "Titel")  # of the first source
        keys.type("Verslag van de kookgroep")
        tab_to(page, "Datum")
        keys.type("15-6-2026")
        tab_to(page, "Open vragen")
        keys.type("Nog niet bekend:\n- Wie betaalt straks?\n- En waar?")
        tab_to(page, "Organisaties")
        keys.press("Enter")
        tab_to(page, "Voeg een organisatie toe")
        keys.press("Enter")
        keys.type("Welzijn Voorbeeld")  # the focus is in the new item
        tab_to(page, "Er staan geen namen")
        keys.press("Space")
        tab_to(page, "Kijk alles na")
        keys.press("Enter")
        expect(page.locator("#stand")).to_contain_text("Alles is goed ingevuld")
        expect(page.locator("#stand")).to_be_focused()
        tab_to(page, "Download het bestand")
        text, name = file_of(page), page.locator("#naam").input_value()
    reading = check(text, f"drenthe/{name}.md", date.today())
    assert not reading.problems
    (practice,) = reading.library.practices
    assert practice.front.sources[0].date == "2026-06-15"
    assert practice.front.organisations
    assert practice.front.organisations[0].name == "Welzijn Voorbeeld"
    assert practice.sections[0].text == "Nog niet bekend:\n\n- Wie betaalt straks?\n- En waar?"


def leaves(keys: tuple[Entry, ...] | Any, above: str = "") -> Iterator[tuple[str, Entry]]:
    for entry in keys:
        if entry.parts:
            yield from leaves(entry.parts, f"{above}{entry.key}.")
        else:
            yield f"{above}{entry.key}", entry


def faults(entry: Entry) -> list[tuple[str, str]]:
    """Wrong values that can be typed in a field, each with words of what is said of it."""
    (*_, kind) = [type(rule).__name__ for rule in entry.value_rules] or [""]
    (impossible,) = {rule.examples[-1] for rule in entry.value_rules if isinstance(rule, PartialDate)} or {""}
    impossible = impossible.replace("-03", "-13")
    found = {
        "Length": [("x", "te kort")],
        "Words": [("w " * 90, "woorden, hoogstens")],
        "PartialDate": [("morgen", "geen datum"), (impossible, "bestaat niet")],
        "Pattern": [("http://fout", "kan niet")],
        "Number": [("veel", "geen getal"), ("32", "hoogstens 31"), ("0", "minstens 1")],
    }.get(kind, [])
    return [*found, ("{{ x }}", "sjabloontekens"), ("\u043eud", "teken dat op een ander lijkt")]


TYPED = [
    (name, entry)
    for name, entry in leaves(entries())
    if not (entry.choices or entry.vocabulary or entry.of_names)
]


@pytest.fixture(scope="module")
def filled(browser: Browser, server: str) -> Iterator[Page]:
    """The form with every group opened and one item in each list, for many small tests."""
    with form(browser, server) as page:
        fill_in(page)
        for more in page.locator("details.more").all():
            more.locator("summary").click()
            add = more.locator("button.add:not(.adder .add)")
            if add.count():
                add.click()
        yield page


@pytest.mark.parametrize(("name", "entry"), TYPED, ids=[name for name, _ in TYPED])
def test_what_is_wrong_in_a_field_is_said_there_and_goes_away(filled: Page, name: str, entry: Entry) -> None:
    place = field(filled, name)
    typed = control(place)
    before = typed.input_value()
    for wrong, words in faults(entry):
        typed.fill(wrong)
        typed.blur()
        problem = place.locator(":scope > .problem")
        expect(problem).to_be_visible()
        expect(problem).to_contain_text(words)
        expect(typed).to_have_attribute("aria-invalid", "true")
        assert problem.get_attribute("id") in (typed.get_attribute("aria-describedby") or "").split()
        typed.fill(before)
        if before or not entry.required:
            expect(problem).to_be_hidden()
            expect(typed).to_have_attribute("aria-invalid", "false")


def test_what_is_wrong_in_a_choice_is_said_there_and_goes_away(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        fill_in(page)
        for key, more, words in (
            ("themas", [3, 4, 5, 6], "5 is te veel, hoogstens 4"),
            ("domeinen", [-1], "'onbekend' staat altijd alleen"),
        ):
            boxes = field(page, key).get_by_role("checkbox")
            problem = field(page, key).locator(":scope > .problem")
            spare = [boxes.nth(at) for at in more]
            for box in spare:
                box.check()
            page.get_by_role("button", name="Kijk alles na").click()
            expect(problem).to_contain_text(words)
            for box in spare:
                box.uncheck()
            expect(problem).to_be_hidden()
        route = field(page, "financiering.route")
        control(field(page, "financiering.toelichting")).fill("De gemeente betaalt mee.")
        control(route).select_option("")
        control(route).blur()
        expect(route.locator(".problem")).to_have_text("'Geldbron' is verplicht en ontbreekt. Vul aan")
        control(route).select_option("wmo")
        expect(route.locator(".problem")).to_be_hidden()


@pytest.mark.parametrize("entry", [one for one in entries() if one.required], ids=lambda one: one.key)
def test_what_is_required_is_asked_for_and_then_not_any_more(
    browser: Browser, server: str, entry: Entry
) -> None:
    with form(browser, server) as page:
        control(field(page, "gecontroleerd")).fill("")
        page.get_by_role("button", name="Kijk alles na").click()
        problem = field(page, entry.key).locator(":scope > .problem")
        expect(problem).to_have_text(f"'{entry.title}' is verplicht en ontbreekt. Vul aan")
        label = re.compile(f"^{re.escape(entry.title)}: '{re.escape(entry.title)}' is verplicht")
        listed = page.locator("#problemen li", has_text=label)
        expect(listed).to_have_count(1)
        listed.get_by_role("link").click()
        assert page.evaluate(
            "key => document.activeElement.closest(`[data-key='${key}']`) !== null", entry.key
        )
        fill_in(page)
        control(field(page, "gecontroleerd")).fill("2026-01-01")
        expect(problem).to_be_hidden()
        expect(listed).to_have_count(0)


@pytest.mark.parametrize("wrong", ["# Kop", "## Aanpak", "<b>vet</b>", "[x](javascript:a)", "```", "{{ x }}"])
def test_what_is_wrong_in_the_story_is_said_there_and_goes_away(filled: Page, wrong: str) -> None:
    place = filled.locator('[data-section="Aanpak"]')
    control(place).fill(f"Goed.\n\n{wrong}")
    control(place).blur()
    expect(place.locator(".problem")).to_be_visible()
    control(place).fill("Goed.")
    expect(place.locator(".problem")).to_be_hidden()


def test_each_practice_opened_and_written_out_is_the_same_file(
    browser: Browser, server: str, library: Library
) -> None:
    assert library.practices
    for practice in library.practices:
        with form(browser, server, f"?praktijk={practice.slug}") as page:
            expect(page.get_by_role("heading", level=1)).to_have_text(f"Wijzig: {practice.front.title}")
            assert file_of(page) == (ROOT / practice.path).read_text("utf-8")
            assert page.evaluate(KEPT) == 0  # looking is not writing


def test_a_change_is_all_that_changes(browser: Browser, server: str, library: Library) -> None:
    practice = library.by_slug["dichtbij-teams"]
    before = (ROOT / practice.path).read_text("utf-8")
    with form(browser, server, f"?praktijk={practice.slug}") as page:
        control(field(page, "plaats")).fill("Tilburg")
        send(page)
        assert file_of(page) == before.replace("\nthemas:", "\nplaats: Tilburg\nthemas:")
        link = page.locator("#forge")
        assert (link.get_attribute("href") or "").endswith(f"/edit/main/{practice.path}")
        expect(page.locator("#naam")).to_be_hidden()


@pytest.mark.parametrize("slug", ["dichtbij-teams", "anders-werken-in-de-zorg"])
def test_we_do_this_too_adds_one_adoption_and_nothing_else(
    browser: Browser, server: str, library: Library, slug: str
) -> None:
    practice = library.by_slug[slug]
    before = (ROOT / practice.path).read_text("utf-8")
    with opened(browser, server + practice.url) as page:
        page.get_by_role("link", name="Wij doen dit ook").last.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Wij doen dit ook: {practice.front.title}")
        page.locator("#belofte").check()
        page.get_by_role("button", name="Kijk alles na").click()
        expect(page.locator("#stand")).to_contain_text("niets veranderd")
        expect(page.locator(".problem:visible")).to_have_text("vul in welke regio dit ook doet")
        expect(page.locator("#versturen")).to_be_hidden()
        page.get_by_label("Regio verplicht").locator("visible=true").select_option("twente")
        page.get_by_label("Sinds").locator("visible=true").fill("3-2026")
        send(page)
        after = file_of(page).splitlines()
        mail = urlsplit(page.locator("#mail").get_attribute("href") or "")
        assert "  - regio: twente\r\n    sinds: 2026-03" in parse_qs(mail.query)["body"][0]
        assert f"Voeg dit toe aan {practice.path}:" in parse_qs(mail.query)["body"][0]
        expect(page.locator("#mail-bijlage")).to_be_hidden()
    added = [line for line in after if line not in before.splitlines()]
    assert [line.strip(" -") for line in added if line != "toepassingen:"] == [
        "regio: twente",
        "sinds: 2026-03",
    ]
    assert [line for line in after if line in before.splitlines()] == before.splitlines()


def test_an_unknown_practice_is_said_to_be_unknown(browser: Browser, server: str) -> None:
    for query in ("?praktijk=bestaat-niet", "?praktijk=../../../etc", "?praktijk=<script>&doe=mee"):
        with form(browser, server, query) as page:
            expect(page.locator("#concept-stand")).to_contain_text("niet gevonden")


def test_a_draft_survives_a_reload_and_goes_when_asked(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        fill_in(page)
        control(page.locator('[data-section="Aanpak"]')).fill("Elke <b> dinsdag.")
        page.locator("#meer-contact summary").click()
        control(field(page, "contact.organisatie")).fill("Welzijn Voorbeeld")
        page.get_by_label("Bewaar mijn concept").check()
        expect(page.locator("#concept-stand")).to_contain_text("bewaard in deze browser")
        expect(page.locator("#bestand")).to_have_value(re.compile("Welzijn Voorbeeld"))
        written = file_of(page)
        page.reload()
        expect(page.locator("#concept-stand")).to_contain_text("staat er weer")
        expect(control(field(page, "titel"))).to_have_value("Samen koken: 's avonds & 'laat'")
        expect(control(page.locator('[data-section="Aanpak"]'))).to_have_value("Elke <b> dinsdag.")
        expect(control(field(page, "contact.organisatie"))).to_be_visible()
        assert file_of(page) == written
        expect(page.get_by_label("Bewaar mijn concept")).to_be_checked()
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Wis alles").click()
        expect(control(field(page, "titel"))).to_have_value("")
        assert page.evaluate(KEPT) == 0
        page.reload()
        expect(control(field(page, "titel"))).to_have_value("")


def test_an_old_draft_of_a_practice_that_changed_says_so(browser: Browser, server: str) -> None:
    with form(browser, server, "?praktijk=dichtbij-teams") as page:
        control(field(page, "plaats")).fill("Tilburg")
        page.get_by_label("Bewaar mijn concept").check()
        expect(page.locator("#concept-stand")).to_contain_text("bewaard in deze browser")
        page.route("**/data/praktijken/*.json", lambda route: route.fulfill(
            json={**(old := route.fetch().json()), "front": {**old["front"], "titel": "Een nieuwe titel"}}
        ))  # fmt: skip
        page.reload()
        expect(page.locator("#concept-stand")).to_contain_text("intussen veranderd")
        expect(control(field(page, "plaats"))).to_have_value("Tilburg")


def test_a_practice_stays_in_the_folder_of_one_of_its_regions(browser: Browser, server: str) -> None:
    with form(browser, server, "?praktijk=dichtbij-teams") as page:
        regions = field(page, "regios")
        regions.get_by_label("Twente").check()
        regions.get_by_label("Midden-Brabant").uncheck()
        page.get_by_role("button", name="Kijk alles na").click()
        expect(regions.locator(":scope > .problem")).to_contain_text(
            "dit bestand staat in de map 'midden-brabant'"
        )
        regions.get_by_label("Midden-Brabant").check()
        send(page)


def test_the_form_works_when_the_names_of_other_practices_cannot_be_loaded(
    browser: Browser, server: str
) -> None:
    with opened(browser, server + "meedoen/") as page:
        page.route("**/data/**", lambda route: route.abort())
        page.goto(server + FORM)
        fill_in(page)
        send(page)
        page.goto(server + FORM + "?praktijk=dichtbij-teams")
        expect(page.get_by_role("heading", level=1)).to_have_text("De praktijk kon niet worden geladen")
        expect(page.locator("#formulier")).to_be_hidden()


def test_no_draft_is_kept_before_the_visitor_asks_and_none_after_they_say_no(
    browser: Browser, server: str
) -> None:
    with form(browser, server) as page:
        expect(page.get_by_label("Bewaar mijn concept")).not_to_be_checked()
        fill_in(page)
        expect(page.locator("#concept-stand")).to_contain_text("niet bewaard")
        assert page.evaluate(KEPT) == 0
        page.get_by_label("Bewaar mijn concept").check()
        expect(page.locator("#concept-stand")).to_contain_text("bewaard in deze browser")
        assert page.evaluate(KEPT) == 1
        page.get_by_label("Bewaar mijn concept").uncheck()
        assert page.evaluate(KEPT) == 0
        control(field(page, "titel")).fill("Iets anders")
        send(page)
        page.wait_for_timeout(600)
        assert page.evaluate(KEPT) == 0


def test_who_leaves_with_unkept_text_is_asked_and_who_mails_it_is_not(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        asked: list[str] = []

        def stay(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.dismiss()

        page.on("dialog", stay)
        fill_in(page)
        send(page)
        page.locator("#mail").click()
        page.wait_for_timeout(300)
        assert asked == []
        page.wait_for_timeout(1000)  # that is over; from here on, leaving is leaving
        page.evaluate("setTimeout(() => location.reload())")
        page.wait_for_timeout(300)
        assert asked == ["beforeunload"]


def test_nothing_typed_leaves_the_page_by_itself(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        asked: list[str] = []
        page.context.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
        fill_in(page)
        send(page)
        assert asked == []
        assert page.context.cookies() == []


def query_of(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.locator("#forge").get_attribute("href") or "").query)


def test_the_address_at_the_forge_decodes_to_the_file_while_it_is_short(
    browser: Browser, server: str
) -> None:
    with form(browser, server) as page:
        fill_in(page)
        send(page)
        address = page.locator("#forge").get_attribute("href") or ""
        assert urlsplit(address).path.endswith("/new/main/practices/groningen")
        assert query_of(page) == {"filename": ["samen-koken-s-avonds-laat.md"], "value": [file_of(page)]}
        assert len(address) <= LONGEST_ADDRESS
        mail = urlsplit(page.locator("#mail").get_attribute("href") or "")
        assert mail.path == "redactie@leernetwerk.example"
        assert parse_qs(mail.query)["body"][0].replace("\r\n", "\n").endswith(file_of(page))
        control(page.locator('[data-section="Aanpak"]')).fill("Een lang verhaal.\n\n" * 200)
        send(page)
        assert query_of(page) == {"filename": ["samen-koken-s-avonds-laat.md"]}
        expect(page.locator("#mail-bijlage")).to_be_visible()
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="Kopieer de tekst").first.click()
        expect(page.locator("#gedaan")).to_contain_text("gekopieerd")
        assert page.evaluate("navigator.clipboard.readText()") == file_of(page)


NEW = "main/practices/zwolle?filename=x.md"
FORGES = (
    ("https://github.example/o/r", "", "edit/main/docs/", "GitHub", f"new/{NEW}", True),
    ("https://code.example/o/r", "", "_edit/main/docs/", "Forgejo", f"_new/{NEW}", True),
    (
        "https://gitlab.example/o/r/",
        "",
        "-/edit/hoofd/docs/",
        "GitLab",
        "-/new/hoofd/practices/zwolle?file_name=x.md",
        False,
    ),
    ("https://code.example/o/r", "gitlab", "", "GitLab", "-/new/main/practices/zwolle?file_name=x.md", False),
)


@pytest.mark.parametrize(("repository", "kind", "edit_uri", "label", "new", "takes_text"), FORGES)
def test_each_forge_gets_the_address_it_understands(
    browser: Browser,
    server: str,
    repository: str,
    kind: str,
    edit_uri: str,
    label: str,
    new: str,
    takes_text: bool,
) -> None:
    forge: Forge = forge_of(repository, edit_uri, kind)
    text = "---\ntitel: 'é & #+%'\n---\n"
    with opened(browser, server + "meedoen/") as page:
        at_forge = """async ([forge, file]) => {
            const {atForge} = await import(new URL("../assets/form/destinations.js", location.href));
            return atForge(forge, file, 2000);
        }"""
        file = {"folder": "zwolle", "slug": "x", "path": "", "text": text}
        given = page.evaluate(at_forge, [json.loads(json.dumps(forge.__dict__)), file])
        long = page.evaluate(at_forge, [forge.__dict__, {**file, "text": "lang " * 500}])
        there = page.evaluate(at_forge, [forge.__dict__, {**file, "path": "practices/zwolle/x.md"}])
    assert forge.label == label
    base = repository.rstrip("/")
    assert given["address"].startswith(f"{base}/{new}")
    assert given["filled"] is takes_text
    assert ("value=" in given["address"]) is takes_text
    if takes_text:
        assert unquote(given["address"].partition("value=")[2]) == text
    assert (long["address"], long["filled"]) == (f"{base}/{new}", False)
    assert there["address"] == forge.at(forge.edit, path="practices/zwolle/x.md")


def test_the_preview_shows_what_the_page_will_show(
    browser: Browser, server: str, site: Path, library: Library
) -> None:
    with opened(browser, server + "meedoen/") as page:
        for practice in library.practices:
            tree = LexborHTMLParser((site / practice.url / "index.html").read_text("utf-8"))
            (story,) = tree.css(".story")
            shown = page.evaluate(
                """async sections => {
                    const {rendered} = await import(new URL("../assets/form/markdown.js", location.href));
                    const items = (list) => [...list.children].map((one) => one.textContent);
                    const block = (one) => /^[uo]l$/.test(one.localName) ? items(one) : one.textContent;
                    return sections.map((text) => rendered(text).map((one) => [one.localName, block(one)]));
                }""",
                [section.text for section in practice.sections],
            )
            for section, blocks in zip(practice.sections, shown, strict=True):
                (heading,) = [one for one in story.css("h2") if one.text() == section.heading]
                built: list[Any] = []
                after = heading.next
                while after is not None and after.tag != "h2" and after.tag != "div":
                    if after.tag in ("p", "h3"):
                        built.append([{"h3": "h4"}.get(after.tag, after.tag), words(after.text())])
                    elif after.tag in ("ul", "ol") and not after.attributes.get("class"):
                        built.append([after.tag, [words(item.text()) for item in after.css("li")]])
                    after = after.next
                assert blocks == built[: len(blocks)]


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_preview_shows_hostile_text_as_text(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        control(field(page, "titel")).fill("<img src=x onerror=alert(1)>")
        control(page.locator('[data-section="Aanpak"]')).fill(
            "<script>alert(1)</script> [x](javascript:alert(1))"
        )
        expect(page.locator("#voorbeeld h3").first).to_have_text("<img src=x onerror=alert(1)>")
        assert page.locator("#voorbeeld :is(img, script, a)").count() == 0


def test_an_item_can_be_taken_away_again(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        fill_in(page)
        sources = field(page, "bronnen")
        sources.get_by_role("button", name="Voeg een bron toe").click()
        sources.locator(".item").last.get_by_label("Titel").fill("Tweede bron")
        expect(page.locator("#voorbeeld")).to_contain_text("Tweede bron")
        sources.get_by_role("button", name="Haal bron weg").first.click()
        expect(page.locator("#voorbeeld")).not_to_contain_text("Verslag van de kookgroep")
        expect(sources.locator(".item .number")).to_have_text(["1"])
        expect(sources.get_by_role("button", name="Zet terug")).to_be_focused()
        page.keyboard.press("Enter")
        expect(sources.locator(".item .number")).to_have_text(["1", "2"])
        expect(sources.get_by_label("Titel").first).to_have_value("Verslag van de kookgroep")


def test_a_related_practice_is_found_by_its_title(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        fill_in(page)
        page.locator("#meer-verwant summary").click()
        related = field(page, "verwant")
        related.get_by_label("Zoek een praktijk").fill("Dichtbij-teams in de eerste lijn")
        related.get_by_role("button", name="Voeg toe").click()
        expect(related.get_by_role("checkbox", name="Dichtbij-teams in de eerste lijn")).to_be_checked()
        send(page)
        assert "verwant: [dichtbij-teams]\n" in file_of(page)


def test_a_name_that_is_taken_is_refused_where_it_can_be_changed(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        fill_in(page)
        name = page.get_by_label("Bestandsnaam")
        name.fill("dichtbij-teams")
        name.blur()
        expect(page.locator("#naam-fout")).to_contain_text("ook in gebruik")
        name.fill("samen-koken")
        expect(page.locator("#naam-fout")).to_be_hidden()
        send(page)


def test_without_scripts_the_page_tells_the_other_ways(browser: Browser, server: str) -> None:
    with opened(browser, server + FORM, java_script_enabled=False) as page:
        expect(page.locator("#formulier")).to_be_hidden()
        expect(page.get_by_text("JavaScript nodig")).to_be_visible()
        mail = page.get_by_role("link", name="Mail de redactie").get_attribute("href") or ""
        body = parse_qs(urlsplit(mail).query)["body"][0]
        assert all(entry.title in body for entry in entries() if entry.required)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", ["empty", "wrong", "ready", "opened", "joining"])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, server: str, state: str, width: int, scheme: str
) -> None:
    query = {
        "opened": "?praktijk=leren-transformeren-vechtdal",
        "joining": "?praktijk=dichtbij-teams&doe=mee",
    }
    with form(browser, server, query.get(state, ""), color_scheme=scheme, **screen(width)) as page:
        if state == "ready":
            fill_in(page)
            page.locator("#belofte").check()
        if state != "empty":
            page.get_by_role("button", name="Kijk alles na").click()
        if state in ("wrong", "joining"):
            expect(page.locator(".problem:visible").first).to_be_visible()
        found = Axe().run(page, options=AXE)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


DATES = (
    ("gecontroleerd", "30-5-2024", "2024-05-30"),
    ("gecontroleerd", "30 mei 2024", "2024-05-30"),
    ("gecontroleerd", "1 mrt. 2024", "2024-03-01"),
    ("gestart", "15-3-2025", "2025-03"),
    ("gestart", "maart 2025", "2025-03"),
    ("gestart", "3/2025", "2025-03"),
    ("bronnen.datum", "eind 2024", "2024"),
    ("bronnen.datum", "ca. 2026", "ca. 2026"),
    ("bronnen.url", "www.voorbeeld.nl/a", "https://www.voorbeeld.nl/a"),
    ("bronnen.url", "https://voorbeeld.nl", "https://voorbeeld.nl"),
)


@pytest.mark.parametrize(("key", "typed", "kept"), DATES)
def test_dates_and_addresses_are_taken_as_people_write_them(
    filled: Page, key: str, typed: str, kept: str
) -> None:
    place = control(field(filled, key))
    place.fill(typed)
    filled.wait_for_timeout(500)  # what is half typed is shown, too
    place.blur()
    expect(place).to_have_value(kept)
    if kept == typed and "ca" in typed:
        expect(field(filled, key).locator(".problem")).to_contain_text("geen datum")
        place.fill("")


def test_what_a_word_processor_leaves_in_a_text_is_cleaned(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        fill_in(page)
        control(field(page, "titel")).fill("Sa\u00admen koken\u200b in de cafe\u0301s")
        control(page.locator('[data-section="Aanpak"]')).fill(
            "Zo gaat het:\n•\tkoken\n\uf0b7 eten\n– afwassen"
        )
        send(page)
        assert "titel: Samen koken in de cafés\n" in file_of(page)
        assert "\nZo gaat het:\n\n- koken\n- eten\n- afwassen\n" in file_of(page)


def test_enter_in_a_line_of_text_sends_nothing(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        control(field(page, "titel")).press("Enter")
        page.wait_for_timeout(200)
        assert page.locator(".problem:visible").count() == 0
        expect(control(field(page, "titel"))).to_be_focused()


def test_nothing_is_sent_before_it_is_said_that_no_person_is_in_it(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        fill_in(page)
        page.get_by_role("button", name="Kijk alles na").click()
        expect(page.locator("#stand")).to_contain_text("Nog 1 ding")
        expect(page.locator("#belofte-fout")).to_be_visible()
        expect(page.locator("#versturen")).to_be_hidden()
        page.locator("#belofte").check()
        expect(page.locator("#belofte-fout")).to_be_hidden()
        expect(page.locator("#versturen")).to_be_visible()


def test_where_a_browser_keeps_nothing_the_draft_can_be_downloaded(browser: Browser, server: str) -> None:
    with opened(browser, server + "meedoen/") as page:
        page.add_init_script("Storage.prototype.setItem = () => { throw new Error('no'); }")
        page.goto(server + FORM)
        page.get_by_label("Bewaar mijn concept").check()
        control(field(page, "titel")).fill("Half af")
        expect(page.locator("#concept-stand")).to_contain_text("kan hier niet bewaard worden")
        with page.expect_download() as download:
            page.get_by_role("button", name="Download mijn concept").click()
        assert "titel: Half af\n" in Path(download.value.path()).read_text("utf-8")


def test_copying_again_after_a_change_copies_what_is_there_now(browser: Browser, server: str) -> None:
    with form(browser, server, "?praktijk=dichtbij-teams") as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        for place in ("Tilburg", "Goirle", "Waalwijk"):
            control(field(page, "plaats")).fill(place)
            send(page)
            page.get_by_role("button", name="Kopieer de tekst").first.click()
            expect(page.locator("#gedaan")).to_contain_text("gekopieerd")
            assert f"plaats: {place}\n" in page.evaluate("navigator.clipboard.readText()")
            control(field(page, "plaats")).fill(f"{place} e.o.")
            expect(page.locator("#gedaan")).to_contain_text("daarna nog iets")
            expect(page.locator("#bestand")).to_have_value(re.compile(f"plaats: {place} e.o."))


def test_an_older_draft_of_we_do_this_too_keeps_what_others_added(
    browser: Browser, server: str, library: Library
) -> None:
    with form(browser, server, "?praktijk=dichtbij-teams&doe=mee") as page:
        page.get_by_label("Regio verplicht").locator("visible=true").select_option("twente")
        page.get_by_label("Bewaar mijn concept").check()
        expect(page.locator("#concept-stand")).to_contain_text("bewaard in deze browser")
        page.route("**/data/praktijken/*.json", lambda route: route.fulfill(
            json={**(old := route.fetch().json()), "front": {
                **old["front"], "titel": "Een nieuwe titel", "toepassingen": [{"regio": "drenthe"}]
            }}
        ))  # fmt: skip
        page.reload()
        expect(page.get_by_label("Regio verplicht").locator("visible=true")).to_have_value("twente")
        send(page)
        text = file_of(page)
    assert "titel: Een nieuwe titel\n" in text
    assert "toepassingen:\n  - regio: drenthe\n  - regio: twente\n" in text


def test_what_is_mended_while_leaving_a_field_counts_at_once(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        fill_in(page)
        page.locator("#belofte").check()
        date = control(field(page, "gecontroleerd"))
        date.fill("30 mei 2024")
        expect(page.locator("#stand")).to_contain_text("Nog 1 ding")
        date.blur()
        expect(page.locator("#stand")).to_contain_text("Alles is goed ingevuld")
        assert "gecontroleerd: 2024-05-30\n" in file_of(page)


def test_a_choice_does_not_complain_while_the_keyboard_is_in_it(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        boxes = field(page, "regios").get_by_role("checkbox")
        boxes.first.focus()
        page.keyboard.press("Tab")
        page.wait_for_timeout(300)
        expect(field(page, "regios").locator(":scope > .problem")).to_be_hidden()
        control(field(page, "titel")).focus()
        expect(field(page, "regios").locator(":scope > .problem")).to_be_visible()


def test_nothing_of_an_erased_draft_comes_back(browser: Browser, server: str) -> None:
    with form(browser, server) as page:
        fill_in(page)
        field(page, "bronnen").get_by_role("button", name="Haal bron weg").click()
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Wis alles").click()
        expect(page.get_by_role("button", name="Zet terug")).to_have_count(0)
        page.wait_for_timeout(600)
        assert page.evaluate(KEPT) == 0
