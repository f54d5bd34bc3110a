"""What is weak about the name of the site when it is said on a telephone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.spoken import host
from macros.spoken.lexicon import Lexicon, Word, read

CASES = {
    "https://hulp.nl/": "",
    "https://HULP.nl": "",
    "https://hulp.nl./": "",
    "https://leernetwerk.example/": "host-reserved host-spelling",
    "https://samen.nl": "host-spelling",
    "https://www.zorg-wijzer.nl/": "host-www host-hyphen host-spelling host-uncommon",
    "https://steun.com/": "host-top",
    "https://steun.hulp.nl/": "host-labels",
    "https://lente.hulp.nl/": "host-labels host-spelling",
    "https://www.hulp.nl/": "host-www",
    "https://hulp.nl:8000/": "host-port",
    "https://hulp.nl/leernetwerk/": "host-path",
    "https://hulp24.nl/": "host-digit host-uncommon",
    "https://hülp.nl/": "host-accent host-uncommon",
    "https://xn--hlp-hoa.nl/": "host-accent host-uncommon",
    "https://moederdokter.nl/": "host-syllables",
    "https://moederdokters.nl/": "host-long host-syllables host-uncommon",
    "https://moederdorpen.nl/": "host-syllables host-spelling",
    "https://moederdorp.nl/": "",
    "https://boot.nl/": "host-spelling host-homophone",
    "https://blorp.nl/": "host-uncommon",
    "http://localhost:8000/": "host-reserved host-port",
    "": "host-unknown",
    "leernetwerk.nl": "host-unknown",
    "https://[x/": "host-unknown",
    "https://hulp..nl/": "host-unknown",
    "https://hulp.nl:x/": "host-unknown",
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read()


@pytest.mark.parametrize("site_url", CASES)
def test_what_is_weak(site_url: str, lexicon: Lexicon) -> None:
    codes = [one.code for one in host.judge(site_url, lexicon)]
    assert sorted(codes) == sorted(CASES[site_url].split()), codes


def test_every_rule_is_shown_to_speak() -> None:
    said = {code for codes in CASES.values() for code in codes.split()}
    assert len(said) == len(host.HOST_RULES) + len(host.NAME_RULES) + 1


def test_every_part_that_is_said_is_judged(lexicon: Lexicon) -> None:
    assert any("'lente'" in one.message for one in host.judge("https://lente.hulp.nl/", lexicon))


def test_the_slashes_of_a_folder_are_counted(lexicon: Lexicon) -> None:
    (found,) = host.judge("https://hulp.nl/a/b/", lexicon)
    assert "'a/b'" in found.message
    assert "3 schuine strepen" in found.message


@given(st.text(max_size=40), st.sampled_from(["", "https://", "https://www.", "https://a."]))
def test_nothing_is_refused_whatever_it_is(text: str, before: str) -> None:
    found = list(host.judge(before + text, Lexicon({"hulp": Word(5.0, "hulp")})))
    assert all(one.severity == "warning" and one.code.startswith("host-") for one in found)
