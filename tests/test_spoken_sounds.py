"""How Dutch is heard: other spellings of a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.spoken.sounds import TWINS, Twin, sound_alikes, twins

WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=10)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("hulp", "hulb hullep"),
        ("samen", "saamen same zamen"),
        ("beter", "beeter"),
        ("dokter", "docter"),
        ("steun", ""),
        ("thuis", "tuis"),
        ("zorg", "sorg zorch zorreg"),
        ("wijzer", "weizer wijser wyzer"),
        ("klein", "clein klijn"),
        ("goud", "gaud gauwd goudt gout gouwd"),
        ("extra", "ekstra extraa"),
        ("familie", "faamilie famielie famili vamilie"),
        ("wrat", "vrat wrad"),
        ("actie", "acsie acti aktie"),
        ("alleen", "aleen allen"),
        ("taak", "tak thaak"),
        ("rode", "roden roode"),
        ("baby", "baaby babi babie babij"),
    ],
)
def test_other_spellings_that_sound_the_same(word: str, others: str) -> None:
    assert sound_alikes(word) == tuple(others.split())


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin.heard}: {twin.pattern}")
def test_every_sound_is_found_somewhere_and_gives_something_else(twin: Twin) -> None:
    """No line of the table is dead: each applies to one of these words."""
    text = """
        klein rijden vrouw gymnast cent contact lucht quiz taxi graph brood wordt club thema zorg samen zus
        nauw fiets leven liter bieden zwemmen lopen rode dokter links sinds taal rust hulp actie wraak sla
    """
    places = [
        (word, match) for word in re.findall("[a-z]+", text) for one, match in twins(word) if one is twin
    ]
    assert places
    for other in twin.written:
        assert any(match.expand(other) != match[0] for _, match in places)


@given(WORD)
def test_another_spelling_is_another_word_of_letters(word: str) -> None:
    others = sound_alikes(word)
    assert word not in others
    assert list(others) == sorted(set(others))
    assert all(other.isascii() and other.isalpha() and other.islower() for other in others)
