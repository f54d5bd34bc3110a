"""The comparison of search engines: its made-up practices, its host, how it judges, what it prints."""

import gzip
import urllib.request
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from macros.engines.cards import cards
from macros.engines.cost import Cost
from macros.engines.engines import Engine, MiniSearch, Own
from macros.engines.host import serving
from macros.engines.scoring import Answer, Score, right, score
from macros.engines.synthetic import LAST_CHECK, SUMMARY, different_words, practices
from macros.engines.table import Row, tables
from macros.engines.trial import Speed, Trial
from macros.library import Library, Reading
from macros.search.compounds import read as compounds
from macros.search.records import BODY, NAME, Kind, Record
from macros.spoken import lexicon

from .queries import Query

NUMBER = 60


def made(library: Library, number: int, seed: int = 1) -> Sequence[tuple[str, str]]:
    return list(practices(library, lexicon.read(), number, seed))


def test_the_same_seed_makes_the_same_practices(library: Library) -> None:
    assert made(library, NUMBER) == made(library, NUMBER)
    assert made(library, NUMBER, seed=2) != made(library, NUMBER)


def test_fewer_are_the_first_of_more(library: Library) -> None:
    assert made(library, NUMBER)[:20] == made(library, 20)


def test_made_up_practices_pass_the_checks(library: Library, check: Callable[..., Reading]) -> None:
    for path, text in made(library, NUMBER):
        reading = check(text, path)
        assert not reading.problems
    assert len(reading.library.practices) == NUMBER
    for practice in reading.library.practices:
        assert len(practice.front.summary.split()) <= SUMMARY
        assert 120 <= len(practice.body.split()) <= 400
        assert practice.front.reviewed <= str(LAST_CHECK)


def test_new_words_keep_coming_at_a_falling_rate(library: Library) -> None:
    texts = [text for _, text in made(library, 800)]
    few, more, many = (different_words(texts[:number]) for number in (200, 400, 800))
    assert 1.3 * few < more < 2 * few
    assert 1.3 * more < many < 2 * more


def test_a_name_that_one_practice_has_stays_its_own(library: Library) -> None:
    texts = " ".join(text for _, text in made(library, 200)).casefold()
    assert "voorzorggroep" not in texts
    assert "ggz" in texts


PRACTICE = Query("woord", "voorzorggroepen", ("praktijken/voorzorggroepen/",))
EITHER = Query("inwoner", "wachten", ("praktijken/voorzorggroepen/", "rust/"))
NOTHING = Query("niets", "zzzzzz", ())


@pytest.mark.parametrize(
    ("query", "above", "found", "is_right"),
    [
        (PRACTICE, [], ["a/", "b/", "praktijken/voorzorggroepen/"], True),
        (PRACTICE, [], ["a/", "b/", "c/", "praktijken/voorzorggroepen/"], False),
        (PRACTICE, ["praktijken/voorzorggroepen/"], [], True),
        (PRACTICE, [], [], False),
        (EITHER, [], ["rust/"], True),
        (NOTHING, [], [], True),
        (NOTHING, [], ["rust/"], False),
        (NOTHING, ["rust/"], [], False),
    ],
)
def test_right_is_what_somebody_sees_at_once(
    query: Query, above: list[str], found: list[str], is_right: bool
) -> None:
    assert right(query, Answer(above, found)) is is_right


def test_shares_are_of_the_queries_that_they_are_about() -> None:
    answers = [Answer((), ()), Answer(["rust/"], ()), Answer((), ())]
    assert score([PRACTICE, EITHER, NOTHING], answers) == Score(
        found=0.5,
        found_listed=0.0,
        found_practice=0.0,
        silent=1.0,
        asked=3,
        kinds={"inwoner": 1.0, "niets": 1.0, "woord": 0.0},
    )


def test_shares_of_nothing_are_nothing() -> None:
    assert score([], []) == Score(0.0, 0.0, 0.0, 0.0, 0, {})


def test_a_card_keeps_running_text_apart_from_terms(library: Library) -> None:
    record = Record(Kind.PRACTICE, "praktijken/x/", "Titel", "Samen", ((NAME, "Salland"), (BODY, "De gli")))
    same = library.vocabularies["begrippen"].terms.values()
    (card,) = cards([record], compounds(), same)
    assert card.text == "De gli"
    assert card.terms.startswith("Salland")
    assert "gecombineerde leefstijlinterventie" in card.terms.casefold()


def test_the_host_counts_what_goes_over_the_network(tmp_path: Path) -> None:
    (tmp_path / "words.json").write_text("woord " * 1000)
    (tmp_path / "packed.bin").write_bytes(gzip.compress(b"woord " * 1000))
    (tmp_path / "trial.js").write_text("// of the comparison")
    with serving(tmp_path) as host:
        for name in ("words.json", "packed.bin?version=1", "trial.js"):
            with urllib.request.urlopen(host.address + name) as answer:
                answer.read()
        packed = (tmp_path / "packed.bin").stat().st_size
        assert host.sent["/packed.bin"] == packed
        assert host.sent["/words.json"] < 100
        assert host.bytes_sent() == host.sent["/words.json"] + packed


def test_without_npm_minisearch_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "npm" in MiniSearch().missing()


def row(engine: Engine, practices: int, found: float, asked: int = 425) -> Row:
    trial = Trial(
        Score(found, found, found, 1.0, asked, {"woord": found}),
        first=26_400,
        further=855.8,
        ready=0.36,
        speed=Speed(0.3, 3.4),
        slow=Speed(1.3, 5.9),
        memory=None,
    )
    return Row(engine, practices, 1068, Cost(0.0, 0.0), 2_500_000, trial)


def test_the_tables_say_how_many_queries_a_slow_engine_was_asked() -> None:
    text = tables([row(Own(), 29, 0.95, asked=80)], [], date(2026, 11, 22), 425)
    assert "| This site's own; 80 asked | 95% |" in text


def test_the_tables_say_what_was_measured() -> None:
    text = tables(
        [row(MiniSearch(), 29, 0.5), row(Own(), 29, 0.95)], ["Pagefind: why"], date(2026, 11, 22), 425
    )
    assert text.startswith("2026-11-22, 425 golden queries; MiniSearch 7.2.0.\n")
    assert "29 practices, 1,068 different words:" in text
    own = next(line for line in text.splitlines() if line.startswith("| This site"))
    cells = [cell.strip() for cell in own.strip("|").split("|")]
    assert cells == [
        "This site's own", "95%", "95%", "95%", "100%", "26.4 kB", "0.9 kB", "0.4 s", "0.3 / 3.4 ms",
        "1.3 / 5.9 ms", "–", "–", "–", "2.5 MB",
    ]  # fmt: skip
    assert "| woord | 50% | 95% |" in text
    assert text.endswith("Left out: Pagefind: why.")
