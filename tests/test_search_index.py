"""The index: numbers as text, what a record is found by, and files that are the same for the same content."""

import json
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from macros.indexes import FACETS, newest, select, terms
from macros.library import Library
from macros.search.codec import MARKS, encode, encode_levels
from macros.search.compounds import Compounds
from macros.search.concepts import Concepts, stems_of
from macros.search.files import CARDS, search_files
from macros.search.index import make
from macros.search.records import Kind, Lesson, Record, parameter, records
from macros.terms import Concept

from .test_browser import opened

GAPS = st.lists(st.integers(0, 3_000), max_size=60)
LESSON = Lesson("lessen/x/", "Samen beslissen", "Wat een regio leerde.", "<p>Met <em>lef</em> &amp; rust</p>")


def _numbers(gaps: list[int]) -> list[int]:
    return [total - 1 for total in accumulate(gap + 1 for gap in gaps)]


def _found(stem: str, *sources: Record, concepts: tuple[Concept, ...] = ()) -> set[int]:
    """The numbers of the records that a stem leads to, whatever the level."""
    postings = make(sources, Compounds({}), Concepts(concepts), 100).postings.get(stem, "")
    written = {encode([number]): number for number in range(len(sources))}
    return {written[one] for one in _lists(postings)}


def _reworded(library: Library, body: str) -> Library:
    """With one practice, that says this."""
    return replace(library, practices=(replace(library.practices[0], body=body),))


def _concept(label: str, *synonyms: str) -> Concept:
    return Concept.model_construct(id=label, label=label, synonyms=synonyms)


def _lists(postings: str) -> list[str]:
    for mark in MARKS:
        postings = postings.replace(mark, " ")
    return postings.split()


def _record(title: str, summary: str = "", **texts: float) -> Record:
    weighed = tuple((weight, text) for text, weight in texts.items())
    return Record(Kind.PRACTICE, "x/", title, summary, weighed)


@settings(deadline=None)
@given(GAPS)
def test_numbers_take_little_room(gaps: list[int]) -> None:
    assert len(encode(_numbers(gaps))) <= 3 * len(gaps)


def test_the_browser_reads_what_is_written(browser: Browser, server: str) -> None:
    address = f"{server}assets/search/postings.js"
    with opened(browser, server + "zoeken/") as page:

        @settings(deadline=None)
        @given(st.lists(GAPS, min_size=len(MARKS), max_size=len(MARKS)))
        def agree(levels: list[list[int]]) -> None:
            lists = [_numbers(gaps) for gaps in levels]
            read = page.evaluate(
                """async ([address, text]) => {
                    const { read } = await import(address);
                    const found = [];
                    read(text, (number, strength) => found.push([number, strength]));
                    return found;
                }""",
                [
                    address,
                    encode_levels({at: one for at, one in enumerate(lists) if one}),
                ],
            )
            written = [(n, (at + 0.5) / len(MARKS)) for at, numbers in enumerate(lists) for n in numbers]
            assert [number for number, _ in read] == [number for number, _ in written]
            assert [strength for _, strength in read] == pytest.approx([strength for _, strength in written])

        agree()


def test_a_title_says_more_than_running_text() -> None:
    sources = _record("Dagbesteding"), _record("Anders", "dagbesteding in de wijk")
    postings = make(sources, Compounds({}), Concepts(()), 100).postings["dagbesteding"]
    levels = [postings.index(mark) for mark in MARKS if mark in postings]
    assert _lists(postings[levels[-1] :]) == [encode([0])]


def test_who_writes_most_does_not_come_first() -> None:
    many = " ".join(f"{one}{other}" for one in "abcdefghijklmnopqrstuvwxyz" for other in range(100, 200))
    sources = _record("Wandelen", "dagbesteding"), _record("Wandelen", f"dagbesteding {many}")
    postings = make(sources, Compounds({}), Concepts(()), 100).postings["dagbesteding"]
    low, high = sorted(MARKS.index(mark) for mark in MARKS if mark in postings)
    assert _lists(postings) == [encode([1]), encode([0])]
    assert low < high


def test_a_record_is_found_by_other_names_for_the_same() -> None:
    gli = _concept("gecombineerde leefstijlinterventie", "GLI")
    sources = _record("GLI in de wijk"), _record("De gecombineerde leefstijlinterventie"), _record("Wandelen")
    assert _found("gli", *sources, concepts=(gli,)) == {0, 1}
    assert _found("leefstylinterventie", *sources, concepts=(gli,)) == {0, 1}


def test_part_of_a_name_is_not_the_name() -> None:
    wlz = _concept("Wet langdurige zorg", "Wlz")
    assert _found("wls", _record("Langdurige zorg"), _record("De wet"), concepts=(wlz,)) == set()


def test_a_name_of_which_one_telling_word_is_left_is_none() -> None:
    later = _concept("senioren", "ouder worden")
    assert _found("senior", _record("Steun voor ouders"), concepts=(later,)) == set()


def test_spellings_are_as_written_and_of_names_first() -> None:
    sources = _record("Coördinatie IJsselland", "de wijk", tuinieren=1.0), _record("Samen", tuinieren=1.0)
    index = make(sources, Compounds({}), Concepts(()), 3)
    assert set(index.spellings) <= {"coördinatie", "ijsselland", "samen", "wijk"}
    assert len(index.spellings) == 3


def test_everything_can_be_found_once(library: Library) -> None:
    found = records(library, [LESSON])
    urls = [record.url for record in found]
    assert len(urls) == len(set(urls))
    assert {practice.url for practice in library.practices} <= set(urls)
    assert {f"{address}/" for address in library.vocabularies["adressen"].terms} <= set(urls)
    for key in ("themas", "regios", "financiering", "domeinen"):
        assert {f"{key}/{term.id}/" for term in terms(library, key)} <= set(urls)
    kinds = [record.kind for record in found]
    assert kinds == sorted(kinds, key=list(Kind).index)


def test_practices_are_numbered_newest_first(library: Library) -> None:
    ordered = newest(library, len(library.practices))
    assert [record.url for record in records(library, [])[: len(ordered)]] == [one.url for one in ordered]


def test_a_lesson_is_found_by_its_text_and_not_by_its_markup(library: Library) -> None:
    (lesson,) = [one for one in records(library, [LESSON]) if one.kind is Kind.LESSON]
    assert lesson.weighed[-1][1].split() == ["Met", "lef", "&", "rust"]


def test_the_files_of_the_same_content_are_the_same(library: Library) -> None:
    assert list(search_files(library, [LESSON])) == list(search_files(library, [LESSON]))


def test_other_content_comes_in_another_folder(library: Library) -> None:
    one, other = (dict(search_files(library, lessons)) for lessons in ([], [LESSON]))
    assert one.keys() & other.keys() == {"zoeken/register.json"}


def test_files_hold_every_record_and_every_term(library: Library) -> None:
    files = {path: json.loads(text) for path, text in search_files(library, [LESSON])}
    register = files.pop("zoeken/register.json")
    by_name = {Path(path).name: content for path, content in files.items()}
    cards = [card for at in range(-(-register["records"] // CARDS)) for card in by_name[f"kaarten-{at}.json"]]
    assert [card["pad"] for card in cards] == [record.url for record in records(library, [LESSON])]
    assert list(register["starts"]) == [kind.value for kind in Kind]
    assert register["starts"]["les"] == register["starts"]["inwoners"] - 1 == len(library.practices)
    numbers = {card["pad"]: number for number, card in enumerate(cards)}
    for content, (key, facet) in zip(by_name["facetten.json"], FACETS.items(), strict=True):
        assert content["key"] == parameter(facet)
        for value, term in zip(content["values"], terms(library, key), strict=True):
            having = sorted(numbers[practice.url] for practice in select(library, **{key: term.id}))
            assert (value["id"], value["label"], value["at"]) == (term.id, term.label, encode(having))


def test_words_are_in_the_file_that_the_register_says(library: Library) -> None:
    files = {Path(path).name: json.loads(text) for path, text in search_files(library, [LESSON])}
    first = files["register.json"]["words"]
    shards = [list(files[f"woorden-{at}.json"]) for at in range(len(first))]
    assert [shard[0] for shard in shards] == first
    everything = [word for shard in shards for word in shard]
    assert everything == sorted(everything)


def test_a_kind_that_is_not_there_has_a_place_all_the_same(library: Library) -> None:
    starts = json.loads(dict(search_files(library, []))["zoeken/register.json"])["starts"]
    assert starts["les"] == starts["inwoners"] == len(library.practices)


def test_every_name_for_the_same_leads_somewhere(library: Library) -> None:
    """A name of which one word alone is not silent is not looked for: it would say something else."""
    terms_of = library.vocabularies["begrippen"].terms.values()
    names = {name for term in terms_of for name in (term.label, *term.synonyms)}
    assert not {name for name in names if not stems_of(name)}


@pytest.mark.parametrize("text", ["b" * 200_000 + " a-b", "](tel:1\n" * 50_000])
def test_no_text_takes_the_square_of_its_length(library: Library, text: str) -> None:
    """Which would take minutes of the processor, not moments."""
    started = process_time()
    make(records(_reworded(library, text), []), Compounds({}), Concepts(()), 100)
    assert process_time() - started < 10
