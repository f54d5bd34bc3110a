"""Misheard and mistyped addresses: each leads to its own word, and never to two."""

import re
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.fields import RESERVED
from macros.spoken.lexicon import read
from macros.spoken.rules import EDITS, distance, judge
from macros.spoken.variants import KEYS, Aliases, aliases, beside, synonym_names, variants

WORDS = ("hulp", "samen", "rust", "lopen", "thuis", "steun", "later", "zwanger")
WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=10)
NEAR = st.text("abcd", min_size=4, max_size=8)
TAKEN = ("themas", "over", "zoeken", "data", "huisartsen", "praktijken")


def by_name(found: Aliases) -> dict[str, tuple[str, str]]:
    return {page.name: (page.word, page.kind) for page in found.pages}


def test_what_leads_to_one_address() -> None:
    assert by_name(aliases({"rust": []}, TAKEN)) == {
        name: ("rust", kind)
        for kind, names in {
            "sound": "rusd Rusd",
            "beside": "eust tust dust fust ryst rist rhst rjst ruwt ruet ruat rudt ruzt rusr rusy rusf rusg",
            "dropped": "ust rst rut rus",
            "doubled": "rrust ruust russt rustt",
            "swapped": "urst rsut ruts",
            "capital": "Rust",
            "capitals": "RUST",
        }.items()
        for name in names.split()
    }


def test_the_first_way_to_come_to_a_name_counts() -> None:
    found = by_name(aliases({"zomer": ["somer"]}, ()))
    assert found["somer"] == ("zomer", "sound")


@pytest.mark.parametrize(
    ("letter", "keys"),
    [("q", "wa"), ("g", "tyfhv"), ("m", "nk"), ("p", "ol"), ("l", "opk"), ("a", "qws"), ("z", "sx")],
)
def test_keys_that_share_a_side(letter: str, keys: str) -> None:
    assert set(beside(letter)) == set(keys)


def test_who_is_beside_me_has_me_beside_them() -> None:
    letters = "".join(keys for keys, _ in KEYS)
    assert sorted(letters) == sorted("abcdefghijklmnopqrstuvwxyz")
    assert all((one in beside(other)) == (other in beside(one)) for one in letters for other in letters)


def test_the_addresses_together_pass_and_all_their_names_are_free() -> None:
    assert not [one for one in judge(WORDS, read()) if one.severity == "error"]
    found = aliases(dict.fromkeys(WORDS, ()), TAKEN)
    assert found.findings == ()
    assert {page.word for page in found.pages} == set(WORDS)
    names = [page.name for page in found.pages]
    assert names == sorted(set(names))
    assert not set(names) & set(WORDS)


def test_the_order_of_the_addresses_does_not_matter_for_the_pages() -> None:
    given_so, other_way = (aliases(dict.fromkeys(words, ()), TAKEN) for words in (WORDS, WORDS[::-1]))
    assert given_so == other_way


@pytest.mark.parametrize(
    ("synonym", "names"),
    [
        ("eenzaam", ["eenzaam", "Eenzaam"]),
        ("alleen zijn", ["alleenzijn", "alleen-zijn", "Alleenzijn", "Alleen-zijn"]),
        ("Één  vriend", ["eenvriend", "een-vriend", "Eenvriend", "Een-vriend"]),
        ("../../x/", ["x", "X"]),
        ("<b>", ["b", "B"]),
        ("a\n.", ["a", "A"]),
        ("50 plus", ["50plus", "50-plus"]),
        ("", []),
        ("…", []),
        ("x" * 61, []),
        ("x " * 31, []),
    ],
)
def test_how_a_synonym_is_typed(synonym: str, names: list[str]) -> None:
    assert list(synonym_names(synonym)) == names


def test_synonyms_lead_to_their_address() -> None:
    found = aliases({"samen": ["alleen zijn", "samen", "eenzaam"], "rust": ["wachten"]}, TAKEN)
    assert found.findings == ()
    synonyms = {page.name: page.word for page in found.pages if page.kind == "synonym"}
    assert synonyms == {
        **dict.fromkeys(["alleenzijn", "alleen-zijn", "Alleenzijn", "Alleen-zijn"], "samen"),
        **dict.fromkeys(["eenzaam", "Eenzaam"], "samen"),
        **dict.fromkeys(["wachten", "Wachten"], "rust"),
    }


COLLISIONS: dict[str, tuple[dict[str, Sequence[str]], list[str], str, str]] = {
    "an address is a page": ({"data": ()}, ["data"], "taken", "data"),
    "an address is a page in capitals": ({"data": ()}, ["DATA"], "taken", "data"),
    "a slip is a page": ({"thema": ()}, ["hema"], "taken", "hema"),
    "a synonym is a page": ({"hulp": ["Over"]}, ["over"], "taken", "over"),
    "a synonym is a name of a device": ({"hulp": ["con"]}, [], "taken", "con"),
    "a synonym is a file of the site": ({"hulp": ["index"]}, [], "taken", "index"),
    "a slip is an address": ({"huis": (), "thuis": ()}, [], "two-ways", "huis"),
    "two slips meet": ({"rode": (), "tofe": ()}, [], "two-ways", "tode"),
    "a synonym is an address": ({"hulp": ["rust"], "rust": ()}, [], "two-ways", "rust"),
    "a synonym is a slip": ({"hulp": ["tust"], "rust": ()}, [], "two-ways", "tust"),
    "a synonym of both": ({"hulp": ["steun"], "rust": ["Steun"]}, [], "two-ways", "steun"),
    "a sound of both": ({"zorg": (), "sorreg": ()}, [], "two-ways", "zorreg"),
    "a synonym that cannot be typed": ({"hulp": ["?!"]}, [], "synonym", "?!"),
}


@pytest.mark.parametrize("case", COLLISIONS)
def test_every_collision_is_found_and_no_page_is_made_of_it(case: str) -> None:
    addresses, taken, code, name = COLLISIONS[case]
    found = aliases(addresses, taken)
    assert {one.code for one in found.findings} == {code}
    assert all(one.severity == "error" and one.word in addresses for one in found.findings)
    assert any(name in one.message for one in found.findings)
    assert name not in {page.name.casefold() for page in found.pages}


def test_of_many_shared_names_a_few_are_told() -> None:
    (finding,) = aliases({"haren": (), "haten": ()}, ()).findings
    assert finding.word == "haten"
    assert finding.message.startswith("haen, hafen, haren, … kan zowel 'haren' als 'haten' zijn")


def test_names_that_differ_in_capitals_are_one() -> None:
    (finding,) = aliases({"hulp": ["steun"], "rust": ["Steun"]}, ()).findings
    assert finding.message.startswith("steun kan zowel 'hulp' als 'rust' zijn")


@given(WORD)
def test_a_slip_is_one_edit_away_and_all_lead_to_their_word(word: str) -> None:
    for name, kind in variants(word):
        if kind not in ("sound", "capital", "capitals"):
            assert distance(word, name) <= 1, kind
        elif kind != "sound":
            assert name.casefold() == word
    assert {page.word for page in aliases({word: ()}, ()).pages} == {word}


@given(st.lists(NEAR, min_size=2, max_size=5, unique=True))
def test_addresses_three_edits_apart_share_nothing_but_sounds(words: list[str]) -> None:
    slips = {word: {name.casefold() for name, kind in variants(word) if kind != "sound"} for word in words}
    for one, other in combinations(words, 2):
        if distance(one, other) >= EDITS:
            assert not (slips[one] | {one}) & (slips[other] | {other})


@given(st.lists(NEAR, min_size=1, max_size=5, unique=True), st.lists(NEAR, max_size=5))
def test_no_name_leads_two_ways_and_none_is_an_address_or_a_page(words: list[str], taken: list[str]) -> None:
    addresses: dict[str, tuple[str, ...]] = dict.fromkeys(words, ())
    found = aliases(addresses, taken)
    owners: dict[str, set[str]] = {}
    for page in found.pages:
        owners.setdefault(page.name.casefold(), set()).add(page.word)
        assert page.name not in addresses
        assert page.name.casefold() not in taken
    assert all(len(words) == 1 for words in owners.values())
    assert found == aliases(addresses, taken)
    reachable = {word: {page.name for page in found.pages if page.word == word} for word in words}
    if not found.findings:
        for word in words:
            assert reachable[word] == {name for name, _ in variants(word)} - {word}


@given(st.text(max_size=12))
def test_what_is_no_address_has_no_aliases(word: str) -> None:
    found = aliases({word: [], "hulp": []}, ())
    assert {page.word for page in found.pages} == {"hulp"} | {
        word for _ in re.findall("^[a-z]{4,10}\\Z", word)
    }


@given(WORD, st.lists(st.text(max_size=70), max_size=4))
def test_every_name_can_be_a_file_everywhere(word: str, synonyms: list[str]) -> None:
    for page in aliases({word: synonyms}, ()).pages:
        assert re.fullmatch(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", page.name)
        assert len(page.name) <= 60
        assert page.name.lower() not in RESERVED


@given(st.text(max_size=70))
def test_a_name_of_a_synonym_gives_itself(synonym: str) -> None:
    for name in synonym_names(synonym):
        assert name.lower() in synonym_names(name)
