"""The seven rules for an address: what each refuses, of what it only warns, and that it can fail."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.spoken import rules, sounds
from macros.spoken.lexicon import Lexicon, Word, read
from macros.spoken.rules import Finding, distance, judge
from macros.spoken.sounds import sound_alikes

WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=10)
GOOD = ("hulp", "steun", "moeder")
"""Addresses of which no rule says anything."""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read()


def known(*words: str) -> Lexicon:
    """A lexicon in which these are common words, each with a sound of its own, beside the good ones."""
    return Lexicon({word: Word(5.0, word) for word in (*GOOD, *words)})


def codes(findings: list[Finding], severity: str = "error") -> list[str]:
    return [one.code for one in findings if one.severity == severity]


@pytest.mark.parametrize("word", ["samen", "beter", "hulp", "dokter"])
def test_these_pass(lexicon: Lexicon, word: str) -> None:
    assert codes(list(judge([word], lexicon))) == []


@pytest.mark.parametrize(
    ("word", "reasons"),
    [
        ("wijzer", {("uncommon", "gewone"), ("spelling", "ei of ij")}),
        ("zorgpad", {("spelling", "d of t")}),
        ("gezond", {("spelling", "d of t")}),
    ],
)
def test_these_are_refused_and_for_these_reasons(
    lexicon: Lexicon, word: str, reasons: set[tuple[str, str]]
) -> None:
    errors = [one for one in judge([word], lexicon) if one.severity == "error"]
    assert {one.code for one in errors} == {code for code, _ in reasons}
    assert all(any(part in one.message for one in errors if one.code == code) for code, part in reasons)


def test_nothing_is_said_of_good_words(lexicon: Lexicon) -> None:
    assert list(judge(GOOD, lexicon)) == []
    assert list(judge((), lexicon)) == []


MUTATIONS = {
    "form": ("form", "al-leen", known("alleen")),
    "common": ("uncommon", "blorp", known()),
    "short": ("syllables", "tomatensap", known("tomatensap")),
    "one_spelling": ("spelling", "brood", known("brood")),
    "alone_in_sound": ("homophone", "boot", Lexicon({**known("boot").words, "bood": Word(4.0, "boot")})),
    "few_sound_alikes": ("sound-alikes", "divisie", known("divisie")),
    "apart": ("too-near", "steen", known("steen")),
}
"""Per rule: the code, and a word that breaks that rule and no other."""


@pytest.mark.parametrize("rule", MUTATIONS)
def test_one_word_that_breaks_one_rule_is_refused_for_that_alone(rule: str) -> None:
    code, word, lexicon = MUTATIONS[rule]
    found = list(judge((*GOOD, word), lexicon))
    assert codes(found) == [code]
    assert {one.word for one in found} == {word}


@pytest.mark.parametrize("rule", MUTATIONS)
def test_without_the_rule_nobody_notices(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that each test above stands for its rule: no other rule covers for it."""
    _, word, lexicon = MUTATIONS[rule]
    if rule == "form":
        monkeypatch.setattr(rules, "form", lambda *_: iter(()))
        lexicon = known(word)
    else:
        kept = tuple(one for one in rules.RULES if one.__name__ != rule)
        assert len(kept) == len(rules.RULES) - 1
        monkeypatch.setattr(rules, "RULES", kept)
    assert codes(list(judge((*GOOD, word), lexicon))) == []


def test_every_rule_has_its_mutation() -> None:
    assert set(MUTATIONS) == {"form", *(rule.__name__ for rule in rules.RULES)}
    assert len(MUTATIONS) == 7


@pytest.mark.parametrize(
    "word",
    [
        "abc",
        "abcdefghijk",
        "Samen",
        "sámen",
        "al-leen",
        "samen2",
        "sa/men",
        "ggz",
        "",
        " samen",
        "samen\n",
        "ѕamen",
    ],
)
def test_another_form_is_refused_and_nothing_else_is_said(lexicon: Lexicon, word: str) -> None:
    assert [one.code for one in judge([word], lexicon)] == ["form"]


def test_a_compound_passes_with_a_warning() -> None:
    lexicon = known("zorg", "plan")
    assert codes(list(judge(["zorgplan"], lexicon))) == []
    assert "compound" in codes(list(judge(["zorgplan"], lexicon)), "warning")


def test_a_word_below_the_limit_is_not_common() -> None:
    lexicon = Lexicon({"steun": Word(3.99, "steun"), "hulp": Word(4.0, "hulp")})
    assert codes(list(judge(["steun", "hulp"], lexicon))) == ["uncommon"]


def test_three_syllables_give_a_warning_and_four_are_refused() -> None:
    lexicon = known("moederland", "tomatensap", "tomaten")
    assert codes(list(judge(["tomaten"], lexicon)), "warning").count("syllables") == 1
    assert codes(list(judge(["tomaten"], lexicon))) == []
    assert codes(list(judge(["tomatensap"], lexicon))) == ["syllables"]


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("klein", "ei of ij"),
        ("prijs", "ei of ij"),
        ("hobby", "y, i of ie"),
        ("blauw", "au of ou"),
        ("vrouw", "au of ou"),
        ("cent", "c of s"),
        ("contant", "c of k"),
        ("quiz", "q of k"),
        ("taxi", "x of ks"),
        ("lucht", "ch of g"),
        ("graphiek", "ph of f"),
        ("brood", "d of t aan het eind"),
        ("brandt", "dt of t aan het eind"),
        ("slob", "b of p aan het eind"),
    ],
)
def test_a_sound_with_two_spellings_is_refused(
    word: str, heard: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors = [one for one in judge([word], known(word)) if one.severity == "error"]
    assert [one.code for one in errors] == ["spelling"]
    assert heard in errors[0].message
    monkeypatch.setattr(sounds, "TWINS", tuple(one for one in sounds.TWINS if one.heard != heard))
    assert codes(list(judge([word], known(word)))) == []


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("thuis", "th of t"),
        ("berg", "g of ch"),
        ("zeker", "s of z"),
        ("soms", "s of z"),
        ("vraag", "v of f"),
        ("fiets", "v of f"),
        ("liter", "i of ie"),
        ("bieder", "i of ie"),
        ("hallo", "een of twee letters"),
        ("maan", "een of twee letters"),
        ("lopen", "-e of -en"),
        ("rode", "-e of -en"),
    ],
)
def test_a_sound_that_some_write_otherwise_gives_a_warning(word: str, heard: str) -> None:
    found = list(judge([word], known(word)))
    assert codes(found) == []
    assert any(heard in one.message for one in found if one.severity == "warning")


@pytest.mark.parametrize("word", ["steun", "moeder", "hulp", "langer", "start", "buik"])
def test_a_sound_with_one_spelling_gives_none(word: str) -> None:
    assert not [one for one in judge([word], known(word)) if one.code == "spelling"]


@given(WORD)
def test_what_is_refused_for_its_sounds_is_exactly_what_is_written_down(word: str) -> None:
    refused = any(one.code == "spelling" and one.severity == "error" for one in judge([word], known(word)))
    assert refused == bool(re.search("ei|ij|y|au|ou|c|q|x|ph|(?:d|dt|b)$", word))


def test_half_of_a_compound_may_not_sound_like_another_word(lexicon: Lexicon) -> None:
    assert "homophone" in codes(list(judge(["hartwerk"], lexicon)))


def test_two_addresses_share_no_spelling() -> None:
    found = list(judge(["zorg", "sorreg"], known("zorg", "sorreg")))
    assert codes(found) == ["shared-sound"]
    assert distance("zorg", "sorreg") == 3
    assert "zorreg" in found[-1].message


def test_five_sound_alikes_pass_and_six_do_not() -> None:
    assert (len(sound_alikes("gekozen")), len(sound_alikes("divisie"))) == (5, 6)
    assert codes(list(judge(["gekozen"], known("gekozen")))) == []
    assert codes(list(judge(["divisie"], known("divisie")))) == ["sound-alikes"]


def test_the_same_word_twice_is_said_as_such() -> None:
    found = [one for one in judge(["hulp", "hulp"], known()) if one.code == "too-near"]
    assert "twee keer" in found[0].message


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("", "", 0),
        ("hulp", "hulp", 0),
        ("hulp", "hlup", 1),
        ("hulp", "help", 1),
        ("hulp", "hup", 1),
        ("hulp", "hullp", 1),
        ("ca", "abc", 2),
        ("sport", "start", 2),
        ("samen", "thuis", 5),
        ("", "rust", 4),
    ],
)
def test_edits_are_counted_and_a_swap_is_one(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == edits


SHORT = st.text("abc", max_size=5)


@given(SHORT, SHORT, SHORT)
def test_the_distance_is_a_metric(one: str, other: str, third: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, third) <= distance(one, other) + distance(other, third)


@given(st.lists(st.text(max_size=12), max_size=5))
def test_whatever_is_typed_is_judged(words: list[str]) -> None:
    for one in judge(words, known()):
        assert one.word in words
        assert one.message[-1].isalnum() or one.message.endswith(("'", ")"))
