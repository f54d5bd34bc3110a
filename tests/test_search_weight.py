"""What a search costs a visitor: bytes over the line, as a host that compresses sends them."""

import gzip

from playwright.sync_api import Browser, Response

BUDGET = 150_000
"""Bytes before the first result, with our practices."""
A_WORD = 30_000
"""Bytes for each further word of a query."""


def test_the_first_result_and_a_further_word_weigh_little(browser: Browser, server: str) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = len(gzip.compress(response.body(), mtime=0))

    context = browser.new_context()
    page = context.new_page()
    page.on("response", weigh)
    page.goto(server + "zoeken/?q=wachtlijst+ggz", wait_until="networkidle")
    page.get_by_role("link", name="Voorzorggroepen in Stadskanaal").wait_for()
    first = sum(sizes.values())
    assert any("woorden-" in url for url in sizes)
    assert first <= BUDGET, sizes
    page.get_by_role("searchbox").fill("zorgtechnologie")
    page.get_by_role("link", name="Scholing in nieuwe zorgtechnologie").wait_for()
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes.values()) - first <= A_WORD, sizes
    context.close()
