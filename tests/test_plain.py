"""How plain a text is: counted as a Dutch reader would count it."""

import time
import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.plain import Figures, sentences, syllables, words

SYLLABLES = {
    1: (
        "huis nieuw eeuw mooi fraai buurt wijk één team coach ijs bui deur blauw trouw naast thuis angst "
        "herfst markt strand straat streep vroeg ziek zo'n 's 112 fruit stoel vuur uur thee saai hoi ruw "
        "uw u "
    ),
    2: (
        "avond leeuwen mooie draaien groeien huisarts dokter eenzaam alleen gratis afspraak cliënt "
        "knieën zeeën geëerd café idee dieet station chaos duo duet bureau niveau symptoom hobby systeem "
        "baby yoga royaal type coaching online website e-mail gezin partij vrijheid ijsje eiland reizen "
        "buien luier geuit keuze auto auto's blauwe oude ouders mevrouw vrouwen toilet zoiets zoals "
        "voorop vooruit thuiszorg zwanger kraamzorg verdriet somber psychisch schuine samen koken euro "
        "kwartier lichaam zieke dieren foto's leefstijl milieu workshop miljoen stoelen uren koffie "
        "theeën route routes reuma aaien zwaaien detail trainen trainer hockey display essay loyaal "
        "cyclus boeiend fietsen lopen zitten praten schaduw duwen eerlijk "
    ),
    3: (
        "radio theater video museum sociaal ziekenhuis gemeente gezondheid eenzaamheid bewegen "
        "verwijzing apotheek patiënt cliënten ideeën België reünie poëzie vacuüm piano actueel ideaal "
        "oceaan augustus lineair cadeautje psycholoog hyena teamleider interview manager computer "
        "bijeenkomst partijen eieren Europa restaurant geopend geboorte psychische depressie enquête "
        "familie vakantie provincie kwaliteit vermoeidheid GGZ gymnastiek leefstijlcoach pensioen egoïst "
        "diëtist geheugen dementie oefening schoonmaken alfabet medium stadium lyceum royale luisteren "
    ),
    4: (
        "situatie medicijnen mantelzorger begeleiding vrijwilliger hygiëne beïnvloeden tweeëntwintig "
        "financieel officieel stationnetje reageren januari februari analyse beantwoorden beoordelen "
        "overleden quarantaine activiteit mobiliteit bibliotheek maatschappelijk ondersteuning "
        "verzekeraar intuïtie variëren oefeningen koffiedrinken jubileum alinea biologisch dinosaurus "
        "diagnose informatie mayonaise "
    ),
    5: (
        "geïnteresseerd coördinatie coöperatie individueel traditioneel emotioneel verloskundige "
        "activiteiten lichamelijke huisartsenpraktijk zorgverzekering archeologie organisatie "
    ),
    6: ("wijkverpleegkundige fysiotherapeut fysiotherapie "),
    7: ("ervaringsdeskundige "),
}
"""Words by their number of syllables, in careful speech."""


@pytest.mark.parametrize(
    ("count", "word"), [(count, word) for count, line in SYLLABLES.items() for word in line.split()]
)
def test_syllables_are_counted_as_they_are_said(count: int, word: str) -> None:
    assert syllables(word) == count
    assert syllables(word.capitalize()) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bel dr. Jansen. Hij helpt u.", 2),
        ("Vraag J. Jansen. Zij weet het.", 2),
        ("U kunt bijv. koken, o.a. op dinsdag. Dat is leuk!", 2),
        ("Tel. 113 is gratis.", 1),
        ("Het kost 3.50 euro. Of € 1.250. Of niets.", 3),
        ("Kom om 10.30 uur. 65 jaar is niet oud.", 2),
        ("Bel 088.0767.000. Dat kan altijd.", 2),
        ("Even wachten… en dan verder. Ja…", 2),
        ("Weet u het niet?! Vraag het dan.", 2),
        ('Zij zei: "Kom maar!" Toen ging hij. (Dat mocht.) Echt.', 4),
        ("'s Avonds eten wij. 's Ochtends niet. ’t Is gratis.", 3),
        ("1. Bel ons. 2. Kom langs.", 2),
        ("Kom langs\nop dinsdag.\u00a0Dan koken wij.", 2),
        ("Koken in de wijk", 1),
        ("112", 1),
        ("…", 0),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("Bel 088 0767 000 – of niet", 4), ("u en/of uw partner", 5), ("e-mail auto\u00a0's", 3), ("- • -", 0)],
)
def test_words_are_what_stands_between_spaces(text: str, count: int) -> None:
    assert len(words(text)) == count


def test_the_reading_ease_is_that_of_flesch_and_douma() -> None:
    figures = Figures.of(["Samen koken in de wijk.", "Kom langs. Het is gratis."])
    assert (figures.sentences, figures.words, figures.syllables) == (3, 10, 13)
    assert (figures.longest_sentence, figures.longest_paragraph) == (5, 2)
    assert figures.reading_ease == pytest.approx(206.835 - 0.93 * 10 / 3 - 77 * 13 / 10)
    assert figures.unmet == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Wij zijn er. " * 5, ()),
        ("Wij zijn er. " * 6, ("langste alinea 6 zinnen, hoogstens 5. Knip die alinea",)),
        ("Ik ga. Ja" + " ja" * 14, ()),
        ("Ik ga. Ik ga. Ja" + " ja" * 15, ("langste zin 16 woorden, hoogstens 15. Knip die zin",)),
        ("ja " * 10, ()),
        ("ja " * 11, ("gemiddeld 11,0 woorden in een zin, hoogstens 10. Maak de zinnen korter",)),
        ("Samenwerking bevordert gezondheid.", ("leesgemak -52,6, minstens 75,0. Kies kortere woorden",)),
    ],
)
def test_each_limit_that_is_not_met_is_said(text: str, said: tuple[str, ...]) -> None:
    assert Figures.of([text]).unmet == said


def test_a_page_without_words_has_nothing_against_it() -> None:
    assert Figures.of(["", "…"]).unmet == Figures.of([]).unmet == ()


@given(st.lists(st.text(max_size=300), max_size=4))
def test_any_text_can_be_counted(paragraphs: list[str]) -> None:
    figures = Figures.of(paragraphs)
    assert figures.syllables >= figures.words >= figures.longest_sentence
    assert figures.sentences >= figures.longest_paragraph
    assert len(figures.unmet) <= 4


@given(st.text("a1.!…-/('A bé", min_size=1, max_size=8))
def test_no_text_takes_long(piece: str) -> None:
    text = (piece * 800)[:800]
    assert min(timeit.repeat(lambda: Figures.of([text]), time.thread_time, repeat=2, number=1)) < 0.01
