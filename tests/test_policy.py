"""The content security policy: there on every page, narrow, and a wall that holds in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route
from selectolax.lexbor import LexborHTMLParser

from macros.policy import SITE, digest, lean

from .test_browser import PAGES

RUNS = {None, "", "module", "text/javascript"}
"""Types of a script element that a browser runs; others are data."""
PAYLOADS = {
    "script": "<script>globalThis.harmed = 1</script>",
    "script from elsewhere": '<script src="https://evil.example/x.js"></script>',
    "script in data": '<script src="data:text/javascript,globalThis.harmed=1"></script>',
    "handler": '<img src="nothing.png" onerror="globalThis.harmed = 1">',
    "svg": '<svg onload="globalThis.harmed = 1"></svg>',
    "frame": '<iframe srcdoc="<script>parent.harmed = 1</script>"></iframe>',
    "tracker": '<img src="https://evil.example/p.gif">',
    "style": "<style>main { display: none }</style>",
    "style from elsewhere": '<link rel="stylesheet" href="https://evil.example/x.css">',
    "style in an element": '<p style="position: fixed; inset: 0" id="cover">x</p>',
    "object": '<object data="https://evil.example/x"></object>',
    "base": '<base href="https://evil.example/">',
    "form": '<form action="https://evil.example/" id="away"><button>x</button></form>',
}


def policy_of(tree: LexborHTMLParser) -> str:
    (meta,) = tree.css('meta[http-equiv="Content-Security-Policy"]')
    return meta.attributes["content"] or ""


def test_every_page_has_a_policy_before_anything_that_it_governs(site: Path) -> None:
    lean_pages = 0
    for file in site.rglob("*.html"):
        html = file.read_text("utf-8")
        tree = LexborHTMLParser(html)
        policy = policy_of(tree)
        assert "default-src 'none'" in policy, file
        assert "unsafe" not in policy, file
        assert html.index("Content-Security-Policy") < min(
            at for at in (html.find(f"<{name}") for name in ("link", "style", "script", "body")) if at > 0
        ), file
        if policy != SITE:
            lean_pages += 1
            assert "'self'" not in policy, file
        assert tree.css('meta[name="referrer"][content="no-referrer"]'), file
    assert lean_pages > 20


def test_what_stands_in_a_page_itself_is_what_its_policy_names(site: Path) -> None:
    found = 0
    for file in site.rglob("*.html"):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        policy = policy_of(tree)
        for node in tree.css("style, script:not([src])"):
            if node.tag == "style" or node.attributes.get("type") in RUNS:
                found += 1
                assert digest(node.text()) in policy, (file, node.tag)
        assert not tree.css("[style]"), file
        for node in tree.css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], (file, node.html)
            for name in ("href", "src", "action", "formaction"):
                assert not (node.attributes.get(name) or "").lower().startswith("javascript:"), file
    assert found > 10


def test_pages_for_residents_may_do_nothing_at_all(site: Path) -> None:
    for word in ("hulp", "samen"):
        tree = LexborHTMLParser((site / word / "index.html").read_text("utf-8"))
        (style,) = tree.css("style")
        assert policy_of(tree) == lean(style.text())
        assert not tree.css("script, link[rel=stylesheet], img, iframe")


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", ["practice", "help"])
def test_what_would_get_through_does_nothing(browser: Browser, server: str, name: str, payload: str) -> None:
    """As if refusing and sanitising had both failed: the payload is put in the page on its way."""
    context = browser.new_context()
    page = context.new_page()
    outside: list[str] = []
    stopped: list[str] = []

    def answer(route: Route) -> None:
        if route.request.resource_type == "document" and route.request.url.startswith(server):
            html = route.fetch().text()
            changed = re.sub(r"(<main[^>]*>)", lambda main: main[1] + PAYLOADS[payload], html, count=1)
            assert changed != html
            route.fulfill(body=changed, content_type="text/html")
        elif not route.request.url.startswith(server):
            outside.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    context.route("**/*", answer)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => console.info('CSP', event.blockedURI))"
    )
    page.on("console", lambda said: stopped.append(said.text) if "CSP" in said.text else None)
    page.goto(server + PAGES[name])
    if payload == "form":
        page.evaluate("document.getElementById('away').requestSubmit()")
    page.wait_for_timeout(100)
    assert page.evaluate("globalThis.harmed") is None
    assert outside == []
    assert stopped, "nothing was tried"
    assert page.url.startswith(server)
    assert page.evaluate("document.baseURI").startswith(server)
    assert page.locator("main").is_visible()
    if payload == "style in an element":
        assert page.locator("#cover").evaluate("one => getComputedStyle(one).position") == "static"
    context.close()


def test_text_cannot_become_markup_by_a_script(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(server + PAGES["practice"])
    for code in ("document.body.innerHTML = '<b>x</b>'", "document.write('x')"):
        outcome = page.evaluate(f"() => {{ try {{ {code} }} catch (error) {{ return error.name }} }}")
        assert outcome == "TypeError", code
    page.close()
