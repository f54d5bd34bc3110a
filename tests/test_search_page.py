"""Searching as a visitor does it, in a real browser: the box on every page, and the page /zoeken/."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from macros.fragments import digits
from macros.indexes import FACETS, select, terms
from macros.library import Library
from macros.residents import addresses, in_danger

from .test_browser import AXE, opened, screen

PAGE = "zoeken/"
KEYS = {facet.label.lower(): key for key, facet in FACETS.items()}
"""Facets by their name in the address."""
BOX = "#zoek"
HOSTILE = '<img src=x onerror=alert(1)>"><script>alert(2)</script>'

STUB = Path(__file__).parent / "data/engine.js"
"""An engine that is slow, fails and says hostile things on demand."""
POLICY = "default-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'"
"""Nothing in the page itself may run or give style, and nothing may become markup."""


def words_of(page: Page) -> list[str]:
    """Titles of the results, from above."""
    return page.locator("#resultaten .entry-title a").all_inner_texts()


def standing(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def settled(page: Page, text: str) -> None:
    """Wait until the line above the results says this."""
    expect(page.get_by_role("status")).to_contain_text(text)


def typing(page: Page, text: str, place: str) -> dict[str, float]:
    """Milliseconds at which a text was typed, and its results were shown and said."""
    page.evaluate(
        """([place]) => {
          globalThis.moments = {};
          const now = (name) => () => { moments[name] ??= performance.now(); };
          const watched = { childList: true, subtree: true, characterData: true };
          new MutationObserver(now("shown")).observe(document.querySelector(place), watched);
          new MutationObserver(now("said")).observe(document.querySelector("[role=status]"), watched);
          document.getElementById("zoek").addEventListener("input", now("typed"));
        }""",
        [place],
    )
    page.locator(BOX).fill(text)
    moments: dict[str, float] = {}
    while not {"shown", "said"} <= moments.keys():  # the policy of the page lets nothing wait in it
        page.wait_for_timeout(50)
        moments = page.evaluate("moments")
    return moments


@contextmanager
def stubbed(browser: Browser, address: str, failures: int = 0) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"globalThis.failures = {failures}")
    page.route(
        "**/assets/search/engine.js",
        lambda route: route.fulfill(path=STUB, content_type="text/javascript"),
    )
    page.goto(address)
    yield page
    context.close()


# --- The box on every page ----------------------------------------------------------------------------------


def test_every_page_with_a_masthead_has_one_search_box_and_a_page_for_residents_none(site: Path) -> None:
    seen = 0
    for file in site.rglob("*.html"):
        page = LexborHTMLParser(file.read_text("utf-8"))
        boxes = page.css('form[role="search"]')
        assert len(boxes) == len(page.css("input[type=search]")) == len(page.css(".masthead")), file
        assert bool(boxes) == bool(page.css('script[src$="search/box.js"]')), file
        seen += len(boxes)
    assert seen > 100
    assert (site / "assets/search/box.js").stat().st_size <= 2048


@pytest.mark.parametrize(
    "start", ["", "regios/", "praktijken/leren-transformeren-vechtdal/", "meedoen/formulier/"]
)
def test_the_keyboard_alone_gets_from_any_page_to_a_practice(
    browser: Browser, server: str, start: str
) -> None:
    with opened(browser, server + start) as page:
        page.keyboard.press("/")
        expect(page.locator(BOX)).to_be_focused()
        page.keyboard.type("wachtlijst ggz")
        link = page.locator(".search-panel").get_by_role("link", name="Voorzorggroepen in Stadskanaal")
        expect(link).to_be_visible()
        page.keyboard.press("ArrowDown")
        while not link.evaluate("link => link === document.activeElement"):
            page.keyboard.press("ArrowDown")
            assert page.evaluate("document.activeElement.matches('.search-panel a')")
        page.keyboard.press("Enter")
        page.wait_for_url("**/praktijken/voorzorggroepen-stadskanaal/")


def test_the_arrows_go_round_and_escape_and_leaving_close(browser: Browser, server: str) -> None:
    with opened(browser, server + "regios/") as page:
        box, panel = page.locator(BOX), page.locator(".search-panel")
        page.keyboard.press("Control+k")
        page.keyboard.type("zorg")
        links = panel.get_by_role("link")
        expect(links).to_have_count(7)
        expect(links.last).to_have_text(f"Alle {links.last.inner_text().split()[1]} resultaten")
        page.keyboard.press("ArrowUp")
        expect(links.last).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(box).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(links.first).to_be_focused()
        page.keyboard.press("Escape")
        expect(box).to_be_focused()
        expect(box).to_have_value("zorg")
        expect(panel).to_be_hidden()
        page.keyboard.press("ArrowDown")
        expect(panel).to_be_visible()
        page.mouse.click(5, 700)
        expect(panel).to_be_hidden()
        page.keyboard.press("/")
        page.keyboard.type("zorg")
        expect(panel).to_be_visible()
        for _ in range(9):  # its button, the links, and out
            page.keyboard.press("Tab")
        expect(panel).to_be_hidden()
        assert page.evaluate("document.activeElement.closest('nav') !== null")


def test_a_slash_in_a_field_is_a_slash(browser: Browser, server: str) -> None:
    with opened(browser, server + "meedoen/formulier/") as page:
        title = page.locator("#veld-titel")
        title.focus()
        page.keyboard.type("a/b")
        expect(title).to_have_value("a/b")


def test_the_number_of_results_below_the_box_is_said_after_a_pause(browser: Browser, server: str) -> None:
    with opened(browser, server + "regios/") as page:
        page.locator(BOX).fill("zorg")
        settled(page, "pijl omlaag")
        moments = typing(page, "voorzorggroepen", ".search-panel")
        assert moments["said"] - moments["typed"] >= 450
        assert moments["shown"] < moments["said"]
        settled(page, "pijl omlaag")
        page.locator(BOX).fill("xyzzy")
        expect(page.get_by_role("status")).to_have_text(
            "Niets gevonden voor xyzzy. Hulp en voorstellen staan hieronder."
        )


def test_the_box_leads_whoever_is_in_need_to_help(browser: Browser, server: str, library: Library) -> None:
    with opened(browser, server + "regios/groningen/") as page:
        page.locator(BOX).fill("xyzzy")
        links = page.locator(".search-panel").get_by_role("link")
        expect(links).to_have_text(["Zoekt u hulp voor uzelf?", "Is er gevaar? Bel 112", "Zoektips"])
        expect(links.nth(1)).to_have_attribute("href", f"tel:{in_danger(library)[0].number}")
        links.first.click()
        page.wait_for_url(f"**/{addresses(library)[0].id}/")


def test_a_word_that_is_still_being_typed_is_not_missed(browser: Browser, server: str) -> None:
    with opened(browser, server + "regios/") as page:
        page.locator(BOX).fill("xyzzy")
        panel = page.locator(".search-panel")
        expect(panel).to_contain_text("Niets gevonden")
        page.locator(BOX).fill("xq")
        expect(panel).to_be_hidden()
        page.locator(BOX).fill("xq ")
        expect(panel).to_contain_text("Niets gevonden")
    with opened(browser, server + PAGE + "?q=xyzzy") as page:
        settled(page, "Niets gevonden")
        page.locator(BOX).fill("xq")
        settled(page, "Typ verder …")
        expect(page.locator("#niets")).to_be_hidden()
        page.keyboard.press("Enter")
        settled(page, "Niets gevonden voor «xq»")


@pytest.mark.parametrize("keys", [True, False])
def test_the_arrow_is_named_where_there_are_keys(browser: Browser, server: str, keys: bool) -> None:
    with opened(browser, server + "regios/", is_mobile=not keys, has_touch=not keys) as page:
        page.locator(BOX).fill("zorg")
        expect(page.get_by_role("status")).to_have_text(
            re.compile(r"\d+ resultaten" + ("; pijl omlaag gaat erheen." if keys else r"\.$"))
        )


def test_a_letter_that_is_typed_on_a_result_goes_on_in_the_box(browser: Browser, server: str) -> None:
    with opened(browser, server + "regios/") as page:
        page.locator(BOX).fill("wachtlijs")
        expect(page.locator(".search-panel a").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.type("t g")
        expect(page.locator(BOX)).to_be_focused()
        expect(page.locator(BOX)).to_have_value("wachtlijst g")


def test_what_must_be_loaded_is_named_in_full(site: Path) -> None:
    """One list for the page and one for the box: a module that lacks there would be waited for."""
    folder = site / "assets/search"
    imports = re.compile(r"""(?:from|import\() ?"\./(\w+)\.js\"""")

    def reached(name: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
        for one in imports.findall((folder / f"{name}.js").read_text("utf-8")):
            if one not in seen:
                seen = reached(one, seen | {one})
        return seen

    page = LexborHTMLParser((site / PAGE / "index.html").read_text("utf-8"))
    links = [str(link.attributes["href"]) for link in page.css("link[rel=modulepreload]")]
    assert sorted(links) == sorted(f"../assets/search/{name}.js" for name in reached("page"))
    named = re.findall(
        r'"(\w+)"', (folder / "box.js").read_text("utf-8").split("MODULES = [")[1].split("]")[0]
    )
    assert sorted(named) == sorted(reached("box"))


@pytest.mark.parametrize("start", ["regios/", PAGE])
def test_on_a_slow_line_it_says_that_it_is_loading(browser: Browser, server: str, start: str) -> None:
    with opened(browser, "about:blank") as page:
        held: list[Route] = []
        page.route(re.compile(r"/search/(panel|page)\.js$"), lambda route: held.append(route))
        page.goto(server + start, wait_until="commit")
        page.locator(BOX).fill("wachtlijst")
        place = page.locator(".search-panel" if start != PAGE else "#stand")
        expect(place).to_have_text("Bezig met laden …")
        expect(place).to_be_visible()
        page.wait_for_timeout(200)
        for route in held:
            route.continue_()
        expect(place).to_contain_text("resultaten" if start != PAGE else "praktijken")
        expect(place).not_to_contain_text("laden")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_does_not_jump_when_the_results_come(browser: Browser, server: str, width: int) -> None:
    with opened(browser, "about:blank", **screen(width)) as page:
        page.add_init_script(
            """globalThis.shift = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((one) => { shift += one.value; }))
              .observe({ type: "layout-shift", buffered: true });"""
        )

        def slowly(route: Route) -> None:
            page.wait_for_timeout(100)
            route.continue_()

        page.route("**/zoeken/**/*.json", slowly)
        page.goto(server + PAGE + "?q=GLI")
        settled(page, "voor «GLI»")
        page.wait_for_timeout(300)
        assert page.evaluate("shift") < 0.1


def test_the_engine_is_fetched_when_the_box_is_used_and_not_before(browser: Browser, server: str) -> None:
    with opened(browser, "about:blank") as page:
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(urlsplit(request.url).path.split("/")[-1]))
        page.goto(server + "regios/", wait_until="networkidle")
        assert "box.js" in fetched
        assert not {"panel.js", "engine.js"} & set(fetched)
        with page.expect_request("**/search/engine.js"):
            page.locator(BOX).focus()


def test_without_scripts_the_box_is_a_form(browser: Browser, server: str) -> None:
    with opened(browser, server + "regios/", java_script_enabled=False) as page:
        page.get_by_role("searchbox", name="Zoek een praktijk").fill("wachtlijst ggz")
        page.get_by_role("search").get_by_role("button", name="Zoek").click()
        page.wait_for_url("**/zoeken/?q=wachtlijst+ggz")


# --- Facets -------------------------------------------------------------------------------------------------


def combinations(library: Library, number: int) -> list[dict[str, list[str]]]:
    """Choices as the address has them: some wild, some of one practice, so that they give something."""
    dice = random.Random(5)
    found: list[dict[str, list[str]]] = []
    while len(found) < number:
        practice = dice.choice(library.practices)
        chosen = {}
        for name, key in KEYS.items():
            known = [term.id for term in terms(library, key)]
            own = dice.sample(list(FACETS[key].values(practice)), 1)
            chosen[name] = dice.choice([[], [], own, own + dice.sample(known, 2), dice.sample(known, 1)])
        found.append(chosen)
    return found


def shown_counts(page: Page) -> dict[str, dict[str, int]]:
    """What stands behind every value of every facet."""
    counts: dict[str, dict[str, int]] = page.evaluate(
        """() => {
          const found = {};
          for (const box of document.querySelectorAll("#facetten input")) {
            const count = box.closest("label").querySelector(".count");
            (found[box.name] ??= {})[box.value] = Number(count.textContent.match(/\\d+/)[0]);
          }
          return found;
        }"""
    )
    return counts


def counted(library: Library, chosen: Mapping[str, Sequence[str]]) -> dict[str, dict[str, int]]:
    """The same by the slow, plain way: or within a facet, and across facets."""
    counts = {}
    for name, key in KEYS.items():
        others = {KEYS[other]: ids for other, ids in chosen.items() if ids and other != name}
        counts[name] = {
            term.id: len(select(library, **others, **{key: term.id})) for term in terms(library, key)
        }
    return counts


def test_counts_are_those_of_the_library_for_any_choice(
    browser: Browser, server: str, library: Library
) -> None:
    something = 0
    with opened(browser, server + PAGE) as page:
        for chosen in combinations(library, 40):
            page.goto(f"{server}{PAGE}?{urlencode(chosen, doseq=True)}")
            found = select(library, **{KEYS[name]: ids for name, ids in chosen.items() if ids})
            settled(page, f"{len(found)} praktijk")
            assert shown_counts(page) == counted(library, chosen), chosen
            ticked = page.eval_on_selector_all(
                "#facetten :checked", "boxes => boxes.map(b => [b.name, b.value])"
            )
            assert sorted(map(tuple, ticked)) == sorted((n, i) for n, ids in chosen.items() for i in set(ids))
            assert set(words_of(page)) <= {practice.front.title for practice in found}
            assert len(words_of(page)) == min(10, len(found))
            something += bool(found)
    assert something >= 10


def test_without_a_question_all_practices_are_there_newest_first(
    browser: Browser, server: str, library: Library
) -> None:
    days = {practice.front.title: practice.front.reviewed for practice in library.practices}
    with opened(browser, server + PAGE) as page:
        settled(page, f"{len(library.practices)} praktijken, laatst gecontroleerd eerst")
        expect(page.locator("#sorteren")).to_be_hidden()
        while page.locator("#meer").is_visible():
            before = len(words_of(page))
            page.get_by_role("button", name="Toon meer").click()
            expect(page.locator("#resultaten li")).not_to_have_count(before)
            expect(page.locator("#resultaten a").nth(before)).to_be_focused()
        found = [days[title] for title in words_of(page)]
    assert len(found) == len(library.practices)
    assert found == sorted(found, reverse=True)


def test_a_facet_shows_the_values_that_practices_have_whatever_is_asked(
    browser: Browser, server: str, library: Library
) -> None:
    used = [term.id for term in terms(library, "regios") if select(library, regios=term.id)]
    regions = len(terms(library, "regios"))
    assert 1 < len(used) < regions
    with opened(browser, server + PAGE + "?regio=zwolle&regio=twente&thema=gezonde-start") as page:
        number = len(select(library, regios="zwolle", themas="gezonde-start"))
        group = page.get_by_role("group", name="Regio")
        chosen = group.get_by_role("checkbox", name=f"Zwolle, {number} praktijk", exact=number == 1)
        expect(chosen).to_be_visible()
        expect(chosen).to_be_checked()
        shown = [term.id for term in terms(library, "regios") if term.id in {*used, "twente"}]
        boxes = group.get_by_role("checkbox")
        expect(boxes).to_have_count(len(shown))
        assert boxes.evaluate_all("boxes => boxes.map(box => box.value)") == shown
        everything = group.get_by_role("button", name=f"Toon alle {regions} regio's")
        expect(everything).to_have_attribute("aria-expanded", "false")
        everything.click()
        expect(group.get_by_role("checkbox")).to_have_count(regions)
        assert page.evaluate("document.activeElement.value") not in shown
        group.get_by_role("button", name="Toon minder").click()
        expect(boxes).to_have_count(len(shown))
        page.locator(BOX).fill("xyzzy")
        settled(page, "Niets gevonden")
        expect(boxes).to_have_count(len(shown))


# --- The address --------------------------------------------------------------------------------------------


def test_the_address_has_the_whole_question(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE) as page:
        page.locator(BOX).fill("zorg")
        page.wait_for_url("**/zoeken/?q=zorg")
        page.get_by_role("group", name="Thema").get_by_role("checkbox", name="Langdurige zorg").check()
        page.get_by_role("checkbox", name="Lopend").check()
        page.get_by_role("combobox", name="Volgorde").select_option("nieuwste")
        page.wait_for_url("**/zoeken/?q=zorg&thema=langdurige-zorg&fase=lopend&sorteer=nieuwste")
        settled(page, "met 2 filters")
        before = (standing(page), words_of(page), shown_counts(page))
        address = page.url
    with opened(browser, address) as page:
        settled(page, "met 2 filters")
        assert (standing(page), words_of(page), shown_counts(page)) == before
        expect(page.locator(BOX)).to_have_value("zorg")
        expect(page.get_by_role("combobox", name="Volgorde")).to_have_value("nieuwste")
        chips = page.get_by_role("list", name="Gekozen filters").get_by_role("button")
        expect(chips).to_have_text(
            ["Thema: Langdurige zorg weghalen×", "Fase: Lopend weghalen×", "Wis alle filters"]
        )
        assert page.title().startswith("zorg – Zoeken")


def test_back_and_forward_go_through_what_was_asked(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?q=wachtlijst") as page:
        settled(page, "voor «wachtlijst»")
        first = words_of(page)
        page.locator(BOX).fill("wachtlijst g")
        page.wait_for_url("**/zoeken/?q=wachtlijst+g")
        page.locator(BOX).fill("wachtlijst ggz")
        page.keyboard.press("Enter")
        settled(page, "voor «wachtlijst ggz»")
        page.get_by_role("checkbox", name="Mentale gezondheid").check()
        settled(page, "met 1 filter")
        page.go_back()
        settled(page, "voor «wachtlijst ggz»")
        expect(page.get_by_role("status")).not_to_contain_text("filter")
        expect(page.get_by_role("checkbox", name="Mentale gezondheid")).not_to_be_checked()
        expect(page.locator(BOX)).to_have_value("wachtlijst ggz")
        page.go_back()
        settled(page, "voor «wachtlijst»")
        expect(page.locator(BOX)).to_have_value("wachtlijst")
        assert words_of(page) == first
        page.go_forward()
        page.go_forward()
        settled(page, "met 1 filter")
        expect(page.get_by_role("checkbox", name="Mentale gezondheid")).to_be_checked()
        expect(page.locator(BOX)).to_have_value("wachtlijst ggz")


def test_one_back_undoes_what_was_typed_and_no_more(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE) as page:
        settled(page, "laatst gecontroleerd")
        page.get_by_role("checkbox", name="Lopend").check()
        page.wait_for_url("**/zoeken/?fase=lopend")
        page.locator(BOX).fill("zor")
        page.wait_for_url("**/zoeken/?q=zor&fase=lopend")
        page.locator(BOX).fill("zorg")
        page.wait_for_url("**/zoeken/?q=zorg&fase=lopend")
        page.go_back()
        page.wait_for_url("**/zoeken/?fase=lopend")
        expect(page.locator(BOX)).to_have_value("")
        page.go_back()
        page.wait_for_url("**/zoeken/")
        settled(page, "laatst gecontroleerd")


def test_back_from_a_practice_shows_as_many_results_as_before(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE) as page:
        page.get_by_role("button", name="Toon meer").click()
        expect(page.locator("#resultaten li")).to_have_count(20)
        page.locator("#resultaten a").nth(15).click()
        page.wait_for_url("**/praktijken/**")
        page.go_back()
        expect(page.locator("#resultaten li")).to_have_count(20)


def test_a_list_of_a_term_can_be_narrowed(browser: Browser, server: str, library: Library) -> None:
    with opened(browser, server + "themas/anders-werken/") as page:
        page.get_by_role("link", name="Verfijn deze lijst").click()
        page.wait_for_url("**/zoeken/?thema=anders-werken")
        settled(page, f"{len(select(library, themas='anders-werken'))} praktijken, met 1 filter")


# --- People -------------------------------------------------------------------------------------------------


def test_filters_are_taken_away_with_the_keyboard_and_the_focus_stays_near(
    browser: Browser, server: str
) -> None:
    with opened(browser, server + PAGE + "?thema=langdurige-zorg&fase=lopend") as page:
        chip = page.get_by_role("button", name="Thema: Langdurige zorg weghalen")
        chip.focus()
        page.keyboard.press("Enter")
        expect(chip).to_have_count(0)
        expect(page.get_by_role("button", name="Fase: Lopend weghalen")).to_be_focused()
        assert parse_qs(urlsplit(page.url).query) == {"fase": ["lopend"]}
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Resultaten")).to_be_focused()
        assert urlsplit(page.url).query == ""
        page.go_back()
        page.get_by_role("button", name="Wis alle filters").click()
        page.wait_for_url("**/zoeken/")


def test_results_are_said_after_a_pause_and_shown_at_once(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE) as page:
        settled(page, "laatst gecontroleerd")
        moments = typing(page, "wachtlijst ggz", "#resultaten")
    assert moments["said"] - moments["typed"] >= 450
    assert moments["shown"] < moments["said"]


def test_another_order_is_said(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?q=zorg") as page:
        settled(page, "voor «zorg»")
        expect(page.get_by_role("status")).not_to_contain_text("gecontroleerd")
        page.get_by_role("combobox", name="Volgorde").select_option("nieuwste")
        settled(page, "voor «zorg», laatst gecontroleerd eerst")


def test_results_say_when_they_were_checked_where_that_is_their_order(browser: Browser, server: str) -> None:
    with stubbed(browser, server + PAGE) as page:
        facts = page.locator("#resultaten [data-of=feiten]")
        expect(facts).to_contain_text("· gecontroleerd op 3 maart 2026")
        page.locator(BOX).fill("een")
        expect(facts).not_to_contain_text("gecontroleerd")
    with opened(browser, server + PAGE) as page:
        expect(page.locator("#resultaten").get_by_text("betaald uit: nog onbekend").first).to_be_visible()


def test_a_result_that_shows_no_hit_says_by_what_it_was_found(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?q=mantelzorg+Amsterdam") as page:
        settled(page, "Niets met al deze woorden.")
        expect(page.get_by_role("status")).to_have_text(re.compile(r" kom(t|en) in de buurt\."))
        items = page.locator("#resultaten li")
        for item in items.all():
            hit = item.locator("mark").count()
            expect(item.locator("[data-of=via]")).to_be_visible(visible=not hit)
        expect(items.get_by_text("Gevonden via thema").first).to_be_visible()
        expect(items.get_by_text("Gevonden in de tekst").first).to_be_visible()


def test_what_is_no_practice_says_so(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?q=wachtlijst") as page:
        settled(page, "voor inwoners")
        item = page.locator("#resultaten li", has_text="U wacht op een psycholoog")
        expect(item.locator(".mark-kind")).to_have_text("Voor inwoners")
        expect(item.locator("[data-of=feiten]")).to_be_hidden()


def test_on_a_phone_the_filters_are_behind_one_button(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?fase=lopend&fase=pilot", **screen(360)) as page:
        summary = page.locator("#filters > summary")
        expect(summary).to_have_text("Filter 2 gekozen")
        expect(page.get_by_role("group", name="Thema")).to_have_count(0)
        summary.click()
        page.locator("#facetten summary", has_text="Fase").click()
        page.get_by_role("checkbox", name="Pilot").uncheck()
        expect(summary).to_have_text("Filter 1 gekozen")
        page.get_by_role("button", name="resultaten").click()
        expect(page.get_by_role("heading", name="Resultaten")).to_be_focused()
        expect(page.locator("#facetten")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("", "laatst gecontroleerd"),
        ("?q=wachtlijst+ggz&thema=mentale-gezondheid&thema=bestaat-niet", "met 1 filter"),
        ("?q=voorzorgroep+appeltaart", "appeltaart"),
        ("?q=xyzzy&regio=twente", "Niets gevonden"),
    ],
)
def test_axe_finds_nothing_whatever_is_found(
    browser: Browser, server: str, query: str, text: str, width: int, scheme: Any
) -> None:
    with opened(browser, server + PAGE + query, color_scheme=scheme, **screen(width)) as page:
        settled(page, text)
        if width == 320:
            page.locator("#filters > summary").click()
            page.locator("#facetten summary").first.click()
        found = Axe().run(page, options=AXE)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("query", ["zorg", "xyzzy"])
def test_axe_finds_nothing_below_the_box(
    browser: Browser, server: str, query: str, width: int, scheme: Any
) -> None:
    with opened(browser, server, color_scheme=scheme, **screen(width)) as page:
        page.locator(BOX).fill(query)
        expect(page.locator(".search-panel")).to_be_visible()
        found = Axe().run(page, options=AXE)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 640])
def test_letters_twice_as_large_fit(browser: Browser, server: str, width: int) -> None:
    address = server + PAGE + "?q=zorg&thema=langdurige-zorg&thema=bestaat-niet"
    with opened(browser, address, **screen(width)) as page:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        settled(page, "met 1 filter")
        page.locator("#filters > summary").click()
        page.locator("#facetten summary").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator(BOX).fill("xyzzy")
        settled(page, "Niets gevonden")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto(server + "regios/groningen/")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.locator(BOX).fill("xyzzy")
        expect(page.locator(".search-panel")).to_contain_text("Zoektips")
        assert page.evaluate("document.querySelector('.search-panel').scrollWidth") <= width


def test_paper_shows_the_results_without_the_filters(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?q=wachtlijst&thema=mentale-gezondheid") as page:
        settled(page, "met 1 filter")
        page.emulate_media(media="print")
        expect(page.locator("#resultaten")).to_be_visible()
        expect(page.locator("#keuzes")).to_contain_text("Thema: Mentale gezondheid")
        expect(page.locator("#keuzes")).to_be_visible()
        for name in ("#filters", "#sorteren", ".browse", ".search-box"):
            expect(page.locator(name)).to_be_hidden()
        expect(page.locator("#papier")).to_be_hidden()


def test_paper_says_where_the_other_results_are(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?q=zorg") as page:
        settled(page, "voor «zorg»")
        rest = page.locator("#papier")
        expect(rest).to_be_hidden()
        total = re.findall(r"\d+", page.locator("#meer .count").inner_text())[-1]
        page.emulate_media(media="print")
        expect(rest).to_have_text(f"10 van {total}; de rest staat op {page.url}")
        expect(rest).to_be_visible()


# --- Nothing found, and what goes wrong ---------------------------------------------------------------------


def test_nothing_found_says_so_and_offers_what_does_give_something(
    browser: Browser, server: str, library: Library
) -> None:
    with opened(browser, server + PAGE + "?regio=twente&fase=idee") as page:
        settled(page, "0 praktijken, met 2 filters")
        offers = page.locator("#ruimer li")
        ideas = len(select(library, fase="idee"))
        expect(offers).to_have_text(
            [
                f"Zonder regio: {ideas} praktijk{'en' * (ideas != 1)}",
                f"Zonder filters: {len(library.practices)} praktijken",
            ]
        )
        help_ = page.locator("#niets")
        for needless in ("hulp voor uzelf", "112", "korter woord"):
            expect(help_.get_by_text(needless)).to_be_hidden()
        settled(page, "Voorstellen staan hieronder.")
        expect(help_.get_by_role("link", name="Vertel het ons")).to_be_visible()
        expect(page.locator(".browse").get_by_role("link")).to_have_count(5)
        offers.first.get_by_role("link").click()
        page.wait_for_url("**/zoeken/?fase=idee")
        settled(page, f"{ideas} praktijk")
        expect(help_).to_be_hidden()
        expect(page.get_by_role("heading", name="Resultaten")).to_be_focused()


def test_help_for_people_comes_before_what_is_not_there(
    browser: Browser, server: str, library: Library
) -> None:
    with opened(browser, server + PAGE + "?q=xyzzy") as page:
        settled(page, "Hulp en voorstellen staan hieronder.")
        expect(page.get_by_role("status")).not_to_contain_text("komt op deze site niet voor")
        text = page.locator("#niets").inner_text()
        assert text.index("Zoekt u hulp voor uzelf?") < text.index("Bel 112") < text.index("niet voor")
        for one in in_danger(library):
            for number in filter(None, [one.number, one.also]):
                link = page.locator("#niets").get_by_role("link", name=number, exact=True)
                expect(link).to_have_attribute("href", f"tel:{digits(number)}")
        expect(page.locator("#niets").get_by_text("korter woord")).to_be_visible()
        page.get_by_role("link", name="Zoekt u hulp voor uzelf?").click()
        page.wait_for_url(f"**/{addresses(library)[0].id}/")


def test_a_word_that_is_nowhere_is_named_and_can_be_left_out(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?q=appeltaart+wachtlijst") as page:
        settled(page, "«appeltaart» komt op deze site niet voor.")
        page.get_by_role("link", name="Zoek zonder dit woord").click()
        page.wait_for_url("**/zoeken/?q=wachtlijst")
        expect(page.locator(BOX)).to_have_value("wachtlijst")
        settled(page, "voor «wachtlijst»")


def test_a_slip_of_the_pen_is_mended_and_said(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?q=voorzorgroep") as page:
        settled(page, "Bedoelde u voorzorggroep")
        assert words_of(page)[0].startswith("Voorzorggroepen")


def test_what_was_meant_is_offered_only_where_it_gives_something(browser: Browser, server: str) -> None:
    with opened(browser, server + PAGE + "?q=voorzorgroep&regio=twente") as page:
        settled(page, "Niets gevonden")
        expect(page.locator("#ruimer li")).to_have_count(1)
        expect(page.locator("main")).not_to_contain_text("Bedoelde u")
        page.get_by_role("link", name="Zonder filters").click()
        settled(page, "Bedoelde u voorzorggroepen? Hieronder staan de treffers daarvoor.")
        page.goto(server + PAGE + "?q=appeltaart+voorzorgroep")
        settled(page, "Niets gevonden")
        expect(page.locator("#uitleg")).to_contain_text("Bedoelde u appeltaart voorzorggroepen?")
        page.locator("#uitleg").get_by_role("link").click()
        page.wait_for_url("**/zoeken/?q=appeltaart+voorzorggroepen")
        expect(page.locator("#resultaten a").first).to_contain_text("Voorzorggroepen")


def test_without_a_connection_the_page_says_so_and_tries_again(browser: Browser, server: str) -> None:
    with stubbed(browser, server + PAGE + "?q=een", failures=1) as page:
        settled(page, "Het zoeken lukt nu niet")
        expect(page.locator(".browse")).to_be_visible()
        page.get_by_role("button", name="Probeer opnieuw").click()
        settled(page, "1 praktijk voor «een»")
        expect(page.locator("#mislukt")).to_be_hidden()
        assert page.get_by_role("heading", name="Resultaten").evaluate(
            "one => one === document.activeElement"
        )


def test_after_a_new_site_the_search_begins_anew(browser: Browser, server: str) -> None:
    with stubbed(browser, server + PAGE + "?q=een&thema=wonen") as page:
        settled(page, "1 praktijk voor «een»")
        page.locator(BOX).fill("nu weg")
        settled(page, "Het zoeken lukt nu niet.")
        for gone in ("#kijk-ook", "#sorteren", "#resultaten li", "#niets", "#papier"):
            expect(page.locator(gone)).to_be_hidden()
        assert page.locator("main").inner_text().count("lukt nu niet") == 1
        page.get_by_role("button", name="Probeer opnieuw").click()
        settled(page, "1 praktijk voor «nu weg», met 1 filter")
        page.wait_for_url("**/zoeken/?q=nu+weg&thema=wonen")


def test_without_a_connection_the_box_is_a_form(browser: Browser, server: str) -> None:
    with stubbed(browser, server + "regios/", failures=99) as page:
        page.locator(BOX).fill("een")
        expect(page.locator(".search-panel")).to_contain_text("Druk op Enter")
        page.locator(BOX).press("Enter")
        page.wait_for_url("**/zoeken/?q=een")


def test_results_stay_for_whoever_walks_through_them(browser: Browser, server: str) -> None:
    with stubbed(browser, server + "regios/") as page:
        page.locator(BOX).fill("vlug")
        link = page.locator(".search-panel a").first
        expect(link).to_contain_text("(vlug)")
        page.locator(BOX).fill("heel traag")
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(800)
        expect(link).to_be_focused()
        expect(link).to_contain_text("(vlug)")


@pytest.mark.parametrize("start", ["regios/", PAGE])
def test_an_answer_that_comes_late_is_not_shown(browser: Browser, server: str, start: str) -> None:
    with stubbed(browser, server + start) as page:
        place = page.locator(".search-panel" if start != PAGE else "#resultaten")
        page.locator(BOX).fill("heel traag")
        page.wait_for_timeout(50)
        page.locator(BOX).fill("vlug")
        expect(place).to_contain_text("(vlug)")
        page.wait_for_timeout(800)
        expect(place).to_contain_text("(vlug)")
        expect(place).not_to_contain_text("traag")


def test_what_a_card_says_is_text(browser: Browser, server: str) -> None:
    with stubbed(browser, server + PAGE + "?q=een") as page:
        expect(page.locator("#resultaten")).to_contain_text("<script>alert(1)</script>")
        expect(page.locator("#resultaten")).to_contain_text("<b>Ergens</b>")
        assert page.locator("main :is(img, script, b, i)").count() == 0


@pytest.mark.parametrize(
    "query",
    [HOSTILE, "__proto__ constructor toString", "$& $1 %", "%00\u202e\u0000", "a" * 5000, "«»’\\", "\ud83d"],
)
def test_a_hostile_question_is_text_and_no_more(browser: Browser, server: str, query: str) -> None:
    address = (
        server + PAGE + "?" + urlencode({"q": query, "thema": query, "sorteer": query}, errors="replace")
    )
    with opened(browser, "about:blank") as page:
        wrong: list[str] = []
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.on("pageerror", lambda error: wrong.append(str(error)))

        def strict(route: Route) -> None:
            response = route.fetch()
            route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.route("**/zoeken/?*", strict)
        page.goto(address)
        settled(page, f"«{query[:20].strip()}" if query.isascii() else "«")
        chip = page.get_by_role("list", name="Gekozen filters").get_by_role("button").first
        expect(chip).to_contain_text("(bestaat niet)")
        assert page.locator("main :is(img, script)").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        expect(page.get_by_role("status")).not_to_contain_text("filter")
        chip.click()
        expect(chip).to_have_count(0)
        assert wrong == []


def test_unknown_values_do_not_narrow(browser: Browser, server: str, library: Library) -> None:
    with opened(browser, server + PAGE + "?thema=bestaat-niet&fase=" + "&kleur=rood&thema=__proto__") as page:
        settled(page, f"{len(library.practices)} praktijken, laatst")
        assert shown_counts(page) == counted(library, {})
        expect(page.locator("#gekozen")).to_have_text("")


def test_without_scripts_the_page_offers_the_indexes(browser: Browser, server: str, library: Library) -> None:
    with opened(browser, server + PAGE + "?q=wachtlijst", java_script_enabled=False) as page:
        main = page.locator("main")
        assert "Zoeken werkt alleen met JavaScript" in main.inner_text()
        assert "Dat kan deze pagina nu niet gebruiken" in main.inner_text()
        expect(page.locator("#zoekpagina")).to_be_hidden()
        for key, facet in FACETS.items():
            if facet.grouped_by:
                expect(main.locator(f"#{key} + ul > li")).to_have_count(len(terms(library, key)))
        number = len(select(library, themas="langdurige-zorg"))
        line = main.locator("li", has=page.locator('a[href$="themas/langdurige-zorg/"]'))
        assert line.inner_text().split() == ["Langdurige", "zorg", str(number), "praktijken"]
        assert set(
            main.locator('a[href*="praktijken/"]').evaluate_all("all => all.map(a => a.getAttribute('href'))")
        ) == {"../praktijken/"}
        assert main.locator("input").count() == 0
