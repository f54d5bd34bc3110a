"""What a resident gets who heard an address: the right help, on a bad phone, with bad reception."""

import gzip
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Request, expect
from selectolax.lexbor import LexborHTMLParser

from macros.choices import Phase
from macros.commands import reach
from macros.fragments import Fragments
from macros.library import Library, read
from macros.resident_pages import BUDGET, resident_pages
from macros.resident_report import paragraphs, resident_report
from macros.residents import addresses, addresses_of, help_sources, nearby, unplaced
from macros.spoken import lexicon
from macros.wording import HELP_NUMBERS

from .conftest import ROOT, TODAY
from .test_browser import opened
from .test_commands import run

WORDS = [address.id for address in addresses(read(ROOT, TODAY).library)]

AXE: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice",
        ],
    },
    "rules": {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}},
}  # fmt: skip


@pytest.fixture(scope="session")
def compressing(site: Path) -> Iterator[str]:
    """Address of the built site on a server that compresses."""
    with reach.compressing(site) as address:
        yield address


def tree(site: Path, word: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / word / "index.html").read_text("utf-8"))


def phone(width: int = 320, height: int = 480) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": height}}


@pytest.mark.parametrize("word", WORDS)
def test_a_page_is_one_small_request_without_scripts(browser: Browser, compressing: str, word: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    requests: list[Request] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request))
    page.on("console", lambda message: errors.append(message.text))
    page.goto(f"{compressing}{word}/", wait_until="networkidle")
    assert len(requests) == 1
    sizes = requests[0].sizes()
    assert sizes["responseBodySize"] + sizes["responseHeadersSize"] <= 14_000
    assert page.locator("script, link[rel=stylesheet], img, iframe, object, form").count() == 0
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "the policy blocks the style"
    assert errors == []
    context.close()


@pytest.mark.parametrize("word", WORDS)
def test_the_first_view_of_a_small_phone_has_112(browser: Browser, compressing: str, word: str) -> None:
    with opened(browser, f"{compressing}{word}/", **phone()) as page:
        link = page.get_by_role("link", name="Bel 112")
        assert link.get_attribute("href") == "tel:112"
        box = link.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 480
        first = page.locator("a").first
        assert first.get_attribute("href") == "tel:112"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("word", WORDS)
def test_axe_finds_nothing_not_even_at_the_highest_level(
    browser: Browser, compressing: str, word: str, scheme: str
) -> None:
    for width in (320, 1280):
        with opened(browser, f"{compressing}{word}/", color_scheme=scheme, **phone(width, 800)) as page:
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
            found = Axe().run(page, options=AXE)
            assert found.violations_count == 0, found.generate_report()


READ = """() => {
    const small = [], narrow = [];
    for (const node of document.querySelectorAll("body *")) {
        if ([...node.childNodes].some(one => one.nodeType === 3 && one.data.trim())
            && parseFloat(getComputedStyle(node).fontSize) < 20) small.push(node.outerHTML);
        if (node.matches("a, summary")) {
            const { width, height } = node.getBoundingClientRect();
            if (width < 44 || height < 44) narrow.push(node.outerHTML);
        }
    }
    return [...small, ...narrow];
}"""


@pytest.mark.parametrize("word", WORDS)
def test_letters_and_targets_are_large_and_nothing_is_cut_off(
    browser: Browser, compressing: str, word: str
) -> None:
    with opened(browser, f"{compressing}{word}/", **phone()) as page:  # as 1280 pixels at 400 %
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert page.evaluate(READ) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.evaluate("document.documentElement.style.fontSize = '40px'")  # letters alone twice as large
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("word", WORDS)
def test_a_page_prints_on_one_sheet(browser: Browser, compressing: str, word: str) -> None:
    with opened(browser, f"{compressing}{word}/") as page:
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize("word", WORDS)
def test_a_page_says_danger_first_and_who_looks_after_it(
    browser: Browser, site: Path, library: Library, word: str
) -> None:
    (address,) = [one for one in addresses(library) if one.id == word]
    page = tree(site, word)
    headings = [one.text() for one in page.css("h1, h2")]
    order = [
        address.label,
        "Wat u vandaag kunt doen",
        "Bij u in de buurt",
        "Verder lezen",
        "Bel uw huisarts als\xa0…",
    ]
    assert [one for one in headings if one in order] == order
    body = page.body.text() if page.body else ""
    assert body.index("112") < body.index("113") < body.index("Veilig Thuis") < body.index("vandaag")
    assert address.owner in body
    assert "Nagekeken op" in body
    assert str(int(address.reviewed[-2:])) in body
    numbers = {one.attributes["href"] for one in page.css('a[href^="tel:"]')}
    known = {f"tel:{re.sub(r'[^0-9]', '', number)}" for one in help_sources(library).values()
             for number in (one.number, one.also) if number}  # fmt: skip
    assert {"tel:112", "tel:113", "tel:08000113", "tel:08002000"} <= numbers <= known


def test_what_is_near_is_chosen_by_region_without_a_script(
    browser: Browser, compressing: str, library: Library
) -> None:
    general = addresses(library)[0]
    (place, *_) = [one for one in nearby(library, general) if one.region.tile]
    options = {"java_script_enabled": False, **phone()}
    with opened(browser, f"{compressing}{general.id}/", **options) as page:
        offer = page.get_by_text(place.offers[0].residents.what)
        expect(offer).to_be_hidden()
        page.locator("summary", has_text=place.region.label).click()
        expect(offer).to_be_visible()


def test_a_practice_is_on_the_pages_that_its_topics_name_and_on_the_general_one(
    site: Path, library: Library
) -> None:
    joined = [one for one in library.practices if one.front.residents]
    assert joined
    general = addresses(library)[0]
    for practice in joined:
        assert practice.front.residents
        for address in addresses(library):
            shown = practice.front.residents.what in str(tree(site, address.id).html)
            assert shown == (address == general or address in addresses_of(library, practice)), practice.slug


def test_every_topic_leads_to_a_page(library: Library) -> None:
    assert [(practice.slug, topic) for practice, topic in unplaced(library)] == []


def test_only_the_numbers_in_the_vocabulary_may_be_called(library: Library) -> None:
    numbers = [number for one in help_sources(library).values() for number in (one.number, one.also)]
    assert [number for number in numbers if number] == list(HELP_NUMBERS)


def test_where_much_is_near_each_region_gets_a_page_and_none_grows_too_heavy(
    library: Library, site: Path
) -> None:
    practice = next(one for one in library.practices if one.front.residents)
    assert practice.front.residents
    regions = [region.id for region in library.regions]
    chance, words = random.Random(0), list(lexicon.read().words)  # the same words compress too well
    crowd = tuple(
        replace(
            practice,
            slug=f"groep-{at}",
            front=practice.front.model_copy(
                update={
                    "title": f"Groep {at}",
                    "regions": (region,),
                    "residents": practice.front.residents.model_copy(
                        update={"what": " ".join(chance.sample(words, 20))}
                    ),
                }
            ),
        )
        for at, region in enumerate(regions * 15)
    )
    crowded = replace(library, practices=crowd)
    pages = {page.uri: page.render("") for page in resident_pages(Fragments(ROOT, crowded, TODAY))}
    general = addresses(library)[0].id
    assert {f"{general}/{region}.md" for region in regions} <= pages.keys()
    frame = len(gzip.compress((site / general / "index.html").read_bytes().partition(b"<body>")[0], 9))
    assert max(len(gzip.compress(page.encode(), 9)) + frame for page in pages.values()) <= BUDGET
    assert crowd[0].front.residents
    assert crowd[0].front.residents.what not in pages[f"{general}.md"]
    assert crowd[0].front.residents.what in pages[f"{general}/{regions[0]}.md"]
    assert f'href="../{general}/{regions[0]}/"' in pages[f"{general}.md"]


def test_nobody_is_sent_to_what_is_an_idea_or_has_stopped(library: Library) -> None:
    (address, practice) = next(
        (address, one) for one in library.practices for address in addresses_of(library, one)
    )
    for phase in (Phase.IDEA, Phase.STOPPED):
        front = practice.front.model_copy(update={"phase": phase})
        changed = replace(library, practices=(replace(practice, front=front),))
        assert nearby(changed, address) == ()
        assert nearby(changed, addresses(library)[0]) == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Bel iemand die u kent. Vertel wat er is.", "Bel 116117.", "no-dutch-number"),
        ("Bel iemand die u kent. Vertel wat er is.", "Bel 050 123 45 67.", "telephone"),
        ("Bel iemand die u kent. Vertel wat er is.", "Neem twee paracetamol.", "medicine"),
        ("Bel iemand die u kent. Vertel wat er is.", "Bel de POH-GGZ.", "abbreviation"),
        ("Bel iemand die u kent. Vertel wat er is.", "Dan wordt u beter.", "promise"),
        (
            "Bel iemand die u kent. Vertel wat er is.",
            "Informatievoorziening betreffende ondersteuningsmogelijkheden, gemeentelijke voorzieningen, "
            "eerstelijnsgezondheidszorg, welzijnsorganisaties.",
            "not-plain",
        ),
    ],
)
def test_a_page_that_is_not_safe_or_plain_is_refused(copy: Path, old: str, new: str, code: str) -> None:
    file = copy / "practices/_vocabulary/adressen.yml"
    text = file.read_text()
    assert old in text
    file.write_text(
        text.replace(
            old, new if code != "not-plain" else "\n    - ".join(f"{new} {end}." for end in "abc"), 1
        )
    )
    assert code in {one.code for one in read(copy, TODAY).problems}


def test_the_build_says_how_plain_each_page_came_out(site: Path) -> None:
    header, *rows = resident_report(site, WORDS)
    assert header.split() == ["voor", "inwoners", "bytes", "zinnen", "gemiddeld", "langste", "leesgemak"]
    assert [row.split()[0] for row in rows[:-1]] == [f"/{word}/" for word in WORDS]
    assert rows[-1].startswith("Alle pagina's halen de B1-indicatie")
    assert all(int(row.split()[1]) < 5_000 for row in rows[:-1])
    assert paragraphs("<body><p>Een <b>twee</b>.</p><ul><li>drie<li>vier</ul>") == [
        "Een twee.",
        "drie",
        "vier",
    ]


def test_the_wait_with_bad_reception_is_measured_not_judged(browser: Browser, compressing: str) -> None:
    assert reach.wait(browser, f"{compressing}{WORDS[0]}/") > reach.DELAY / 1000


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("hulpbronnen", 'nummer: "112"', 'nummer: "116 117"', "help-number"),
        ("hulpbronnen", 'nummer: "112"', 'nummer: "911"', "help-number"),
        ("hulpbronnen", '  nummer: "112"\n', "", "missing"),
        ("hulpbronnen", "  url: https://www.thuisarts.nl/\n", "", "missing"),
        ("hulpbronnen", "soort: gevaar", "soort: praten", "danger"),
        ("hulpbronnen", "label: Veilig Thuis", "label: Bel liever 116117", "no-dutch-number"),
        ("adressen", "bellen: [luisterlijn]", "bellen: [thuisarts]", "no-talk"),
        ("adressen", "bron: thuisarts", "bron: luisterlijn", "no-reading"),
        ("adressen", "eigenaar: Redactie", "eigenaar: Bel 06 12345678, Redactie", "telephone"),
        ("adressen", "vraag: Zoekt u hulp?", "vraag: '😀😀'", "no-words"),
        ("regios", "label: Groningen", "label: Groningen. Bel 116117", "no-dutch-number"),
    ],
)
def test_nothing_that_residents_read_can_take_112_away_or_add_a_number(
    copy: Path, name: str, old: str, new: str, code: str
) -> None:
    file = copy / f"practices/_vocabulary/{name}.yml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    found = {(one.path, one.code) for one in read(copy, TODAY).problems}
    assert (f"practices/_vocabulary/{name}.yml", code) in found


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("plaats: Stadskanaal", "plaats: Bel 116117 voor de dokter", "plaats"),
        ("titel: Voorzorggroepen in Stadskanaal", "titel: Voorzorg van de GGZ", "inwoners"),
        ("titel: Voorzorggroepen in Stadskanaal", "titel: '😀😀😀😀😀'", "inwoners"),
        ("inwoners:\n", f"inwoners:\n  naam: {'Groep ' * 11}\n", "inwoners.naam"),
        ("inwoners:\n", "inwoners:\n  naam: '😀😀'\n", "inwoners.naam"),
    ],
)
def test_what_residents_read_of_a_practice_besides_its_block_is_checked_too(
    copy: Path, old: str, new: str, field: str
) -> None:
    file = copy / "practices/groningen/voorzorggroepen-stadskanaal.md"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    assert field in {one.field for one in read(copy, TODAY).problems}


def test_every_page_that_a_patient_can_reach_begins_with_112(site: Path) -> None:
    for file in [site / "404.html", *(site / word / "index.html" for word in WORDS)]:
        (first, *_) = LexborHTMLParser(file.read_text("utf-8")).css("a")
        assert first.attributes["href"] == "tel:112", file


@pytest.mark.parametrize(
    "settings",
    ["site_url: ''", "site_url: https://a:b@x.nl/", "site_url: https://x.nl/?q=1", "site_url: https://é.nl/"],
)
def test_an_address_that_cannot_be_printed_ends_the_build_with_a_remedy(copy: Path, settings: str) -> None:
    file = copy / "mkdocs.yml"
    file.write_text(file.read_text().replace("site_url: https://leernetwerk.example/", settings))
    done = run(copy, "build")
    assert done.returncode == 1
    assert "mkdocs.yml:3:1: site_url: " in done.stderr
    assert "site_url: " in run(copy, "check").stdout
    assert "Traceback" not in done.stderr


def test_a_slip_in_the_sources_of_help_is_shown_by_the_server_and_breaks_nothing(copy: Path) -> None:
    file = copy / "practices/_vocabulary/hulpbronnen.yml"
    file.write_text(file.read_text().replace("gecontroleerd: 2026-11-22", "gecontroleerd: 22-11-2026"))
    command = [sys.executable, "-m", "mkdocs", "build", "--no-strict", "--site-dir", str(copy / "site")]
    environment = os.environ | {"SHOW_PROBLEMS": "true", "PYTHONPATH": str(copy)}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "22-11-2026" in (copy / "site/index.html").read_text()
