"""Abbreviations for residents: written in full, or explained where they stand."""

import time
import timeit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.abbreviations import AS_WORDS, FULL, full, unexplained

SHORTENED = (
    ("Hulp van de GGZ.", "ggz"),
    ("Kom naar de ggz-instelling.", "ggz"),
    ("Ga naar de groep (GLI).", "gli"),
    ("De POH-ggz helpt.", "poh"),
    ("Wonen met VPT.", "vpt"),
    ("Bijv. samen koken.", "bijv"),
    ("Koken, wandelen e.d.", "e.d"),
    ("Dat kan m.b.t. alles.", "m.b.t"),
    ("Praten d.m.v. spel.", "d.m.v"),
    ("Thuis, i.v.m. corona.", "i.v.m"),
    ("Max. 8 mensen.", "max"),
    ("Incl. koffie.", "incl"),
    ("Evt. thuis.", "evt"),
    ("Open ma t/m do.", "t/m"),
    ("De Wmo betaalt.", "wmo"),
    ("Wlz", "wlz"),
    ("Een cursus ehbo.", "ehbo"),
    ("Vraag het CJG.", "cjg"),
    ("Feest! GALA betaalt.", "GALA"),
    ("Tel. 113", "tel"),
)
"""A text, and the abbreviation in it that we know in full."""
UNEXPLAINED = (
    ("DMO helpt u.", "DMO"),
    ("NIET doen.", "NIET"),
    ("Voor c.q. bij u.", "c.q"),
    ("c.o.n.s.t.r.u.c.t.o.r", "c.o.n.s.t.r.u.c.t.o.r"),
)
"""A text, and the abbreviation in it that nobody knows."""


@pytest.mark.parametrize(("text", "short"), SHORTENED)
def test_an_abbreviation_is_refused_with_its_words(text: str, short: str) -> None:
    assert unexplained(text) == short
    assert full(short)


@pytest.mark.parametrize(("text", "short"), UNEXPLAINED)
def test_an_abbreviation_that_nobody_knows_is_refused(text: str, short: str) -> None:
    assert unexplained(text) == short
    assert not full(short)


@pytest.mark.parametrize("short", sorted(FULL))
def test_every_abbreviation_passes_once_it_is_explained(short: str) -> None:
    shown = ".".join(short) if len(short) == 2 else short
    assert not unexplained(f"Dat is {FULL[short]} ({shown}).")
    assert not unexplained(f"Dat is {short.upper()} ({FULL[short]}).")
    if short.isalpha():
        assert unexplained(f"Dat is {short.upper()}, ja.")


def test_a_word_that_everybody_says_has_no_other() -> None:
    assert not set(AS_WORDS) & set(FULL)


@settings(max_examples=300)
@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    short = unexplained(text)
    assert short.lower() in text.lower()


@given(st.text("aABO.(-1 t/", min_size=1, max_size=8) | st.sampled_from(sorted(FULL)))
def test_no_text_takes_long(piece: str) -> None:
    text = (piece * 800)[:800]
    assert min(timeit.repeat(lambda: unexplained(text), time.thread_time, repeat=2, number=1)) < 0.01
