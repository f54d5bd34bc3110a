"""The text to record as a practice meets it: on paper, without a script, and filled in by one."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route, expect

from macros.fragments import Fragments
from macros.library import Library
from macros.message import LONGEST_NAME, Kind, kit, seconds, words

from .conftest import ROOT, TODAY

ASSETS = ROOT / "theme/assets"
ADDRESS = "https://kit.example/"  # nothing is there: every request is answered from this folder
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
KIT = kit("https://leernetwerk.nl/", "samen", "Voelt u zich alleen?")
LONG = KIT.messages[0]

FRAME = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Tekst om in te spreken</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/leernetwerk.css"><link rel="stylesheet" href="/kit.css">
<link rel="icon" href="/favicon.svg"></head>
<body><main class="wrap md-typeset"><h1>Voelt u zich alleen?</h1>
{}
</main><script type="module" src="/kit.js"></script></body></html>"""


@pytest.fixture(scope="session")
def fragments(library: Library) -> Fragments:
    return Fragments(ROOT, library, TODAY)


@contextmanager
def opened(browser: Browser, fragments: Fragments, **options: Any) -> Iterator[Page]:
    """The fragment on a page that allows nothing but its own script and styles."""
    text = FRAME.format(fragments.render("message", "huisartsen/samen/", kit=KIT))
    asked: list[str] = []
    errors: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        name = route.request.url.removeprefix(ADDRESS)
        if name:
            route.fulfill(path=ASSETS / name)
        else:
            headers = {"Content-Security-Policy": POLICY}
            route.fulfill(body=text, content_type="text/html", headers=headers)

    context = browser.new_context(**options)
    context.route("**/*", answer)
    page = context.new_page()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    try:
        page.goto(ADDRESS)
        yield page
        assert all(url.startswith(ADDRESS) for url in asked)
        assert not errors
    finally:
        context.close()


def name(page: Page) -> Any:
    return page.get_by_label("Naam van uw praktijk")


def lines(page: Page, message: str) -> list[str]:
    return page.locator(f"#tekst-{message} dd").all_inner_texts()


def test_without_a_script_every_line_is_there_and_blanks_are_lines(
    browser: Browser, fragments: Fragments
) -> None:
    with opened(browser, fragments, java_script_enabled=False) as page:
        for message in KIT.messages:
            for part, line in zip(message.parts, lines(page, message.id), strict=True):
                for piece in part.text:
                    assert (piece if isinstance(piece, str) else f"____ ({piece.label.lower()})") in line
            expect(page.locator(f"#tekst-{message.id} .estimate")).to_contain_text(
                f"ongeveer {message.lasts}"
            )
        expect(page.get_by_role("button")).to_have_count(0)
        expect(page.get_by_role("textbox")).to_have_count(0)
        expect(page.locator("main")).not_to_contain_text("116117")
        expect(page.locator("main")).not_to_contain_text(
            "Huisartsenpraktijk De Linde"
        )  # a stand-in is for counting alone


def test_what_is_filled_in_stands_in_all_texts_and_the_time_follows(
    browser: Browser, fragments: Fragments
) -> None:
    values = {"praktijk": "Huisartsen Zuid & West", "spoed": "2", "keuze": "hekje", "post": "nul negen"}
    with opened(browser, fragments) as page:
        name(page).press_sequentially(f"  {values['praktijk']} ")
        page.get_by_label("Uw toets voor spoed").select_option("2")
        page.get_by_label("Toets voor deze informatie").select_option("hekje")
        page.get_by_label("Nummer van uw huisartsenpost").fill("nul negen")
        for message in KIT.messages:
            assert lines(page, message.id) == [part.said(values) for part in message.parts]
            expected = -int(-seconds(message, values=values) // 1)
            alarm = -int(-seconds(message, Kind.DANGER, values) // 1)
            expect(page.locator(f"#tekst-{message.id} [data-until]")).to_have_text(
                [str(expected), str(alarm)]
            )
        told = f"Lange tekst: ongeveer {ceil(seconds(LONG, values=values))} seconden."
        expect(page.locator("form").get_by_role("status")).to_contain_text(told)
        name(page).fill("")
        assert "____ (naam van uw praktijk)" in lines(page, "lang")[0]
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.context.cookies() == []
        assert page.url == ADDRESS


def test_a_name_that_makes_112_late_is_said_to_do_so(browser: Browser, fragments: Fragments) -> None:
    with opened(browser, fragments) as page:
        name(page).fill("H" * LONGEST_NAME)
        expect(page.get_by_text("klinkt 112 laat")).to_be_hidden()
        name(page).fill("H" * (LONGEST_NAME + 1))
        expect(page.get_by_text("klinkt 112 laat")).to_be_visible()


def test_one_key_cannot_be_for_two_things(browser: Browser, fragments: Fragments) -> None:
    with opened(browser, fragments) as page:
        page.get_by_label("Uw toets voor spoed").select_option("1")
        page.get_by_label("Toets voor deze informatie").select_option("1")
        expect(page.get_by_text("Deze toets is al voor spoed")).to_be_visible()
        page.get_by_label("Toets voor deze informatie").select_option("2")
        expect(page.get_by_text("Deze toets is al voor spoed")).to_be_hidden()


def test_what_is_typed_is_shown_as_text(browser: Browser, fragments: Fragments) -> None:
    with opened(browser, fragments) as page:
        name(page).fill("<img src=x onerror=alert(1)>")
        assert lines(page, "kort")[0] == "<img src=x onerror=alert(1)>."
        expect(page.locator("main img")).to_have_count(0)


def test_a_button_copies_the_text_as_it_is_filled_in(browser: Browser, fragments: Fragments) -> None:
    with opened(browser, fragments, permissions=["clipboard-read", "clipboard-write"]) as page:
        name(page).fill("De Eik")
        page.get_by_label("Uw toets voor spoed").select_option("1")
        page.locator("#tekst-lang").get_by_role("button").click()
        expect(page.locator("#tekst-lang").get_by_role("status")).to_have_text("Gekopieerd.")
        copied = page.evaluate("navigator.clipboard.readText()")
        values = {"praktijk": "De Eik", "spoed": "1"}
        assert copied.split("\n") == [part.said(values) for part in LONG.parts]
        page.locator("#tekst-menu").get_by_role("button").click()
        menu = page.evaluate("navigator.clipboard.readText()").split("\n\n")
        assert len(menu) == 2
        expect(page.locator("#tekst-menu").get_by_role("status")).to_have_text(
            "Gekopieerd. Vul nog in: toets voor deze informatie."
        )
        assert "(toets voor deze informatie)" in menu[0]
        page.get_by_role("button", name="Kopieer de code").click()
        snippet = page.evaluate("navigator.clipboard.readText()")
        assert snippet == (
            '<p>Voelt u zich alleen? Kijk op <a href="https://leernetwerk.nl/samen/">leernetwerk.nl/samen</a>.</p>'
        )
        name(page).fill("De Es")  # what was copied is not what is there now
        expect(page.locator("#tekst-lang").get_by_role("status")).to_have_text("")


def test_a_browser_that_does_not_copy_says_so(browser: Browser, fragments: Fragments) -> None:
    with opened(browser, fragments) as page:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
        page.locator("#tekst-kort").get_by_role("button").click()
        expect(page.locator("#tekst-kort").get_by_role("status")).to_contain_text("Selecteer de tekst zelf")


def test_the_keyboard_reaches_all(browser: Browser, fragments: Fragments) -> None:
    with opened(browser, fragments) as page:
        page.keyboard.press("Tab")
        expect(name(page)).to_be_focused()
        page.keyboard.type("De Eik")
        page.keyboard.press("Enter")  # sends nothing
        page.keyboard.press("Tab")
        page.keyboard.type("3")
        assert lines(page, "lang")[2] == "Spoed? Toets 3."
        assert page.url == ADDRESS


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_and_axe_finds_nothing(
    browser: Browser, fragments: Fragments, width: int, scheme: Any
) -> None:
    # Colours come from `prefers-color-scheme`; axe brings its own script, which the policy would refuse.
    screen = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, "bypass_csp": True}
    with opened(browser, fragments, **screen) as page:
        name(page).fill("Huisartsenpraktijk van de lange naam die niet past")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for target in page.locator("main :is(button, select, input)").all():
            box = target.bounding_box()
            assert box is not None
            assert box["height"] >= 44
        found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
        assert found.violations_count == 0, found.generate_report()


def test_paper_has_the_texts_and_not_the_fields(browser: Browser, fragments: Fragments) -> None:
    with opened(browser, fragments) as page:
        name(page).fill("De Eik")
        page.emulate_media(media="print")
        expect(page.locator("form")).to_be_hidden()
        expect(page.locator("#tekst-lang").get_by_role("button")).to_be_hidden()
        assert lines(page, "lang")[0] == "De Eik."
        assert "____" in lines(page, "lang")[2]


names = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["Huisartsenpraktijk", "De", "Linde", "&", "ggz", "B.V.", "24", "'s", "#", "Zuid-West"]
        ),
        max_size=8,
    ).map(" ".join),
)


@pytest.fixture(scope="module")
def counting(browser: Browser, fragments: Fragments) -> Iterator[Page]:
    """A page that has the script's functions."""
    with opened(browser, fragments) as page:
        page.evaluate("async () => { window.counting = await import('/kit.js'); }")
        yield page


@settings(max_examples=100, deadline=None)
@given(typed=st.lists(names, max_size=20))
def test_the_script_counts_as_we_do(counting: Page, typed: list[str]) -> None:
    values = [{"praktijk": text} for text in typed]
    found = counting.evaluate(
        """([texts, rule]) => texts.map(
            (text) => [window.counting.words(text, rule), window.counting.seconds(text, rule)]
        )""",
        [[LONG.said(values=one) for one in values], KIT.rule],
    )
    assert found == [[words(LONG.said(values=one)), seconds(LONG, values=one)] for one in values]
