"""An issue from the form becomes a practice, or problems in Dutch; nothing in it is anything but text."""

import re
import time
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.answer import MARK, MOST, MOST_PROBLEMS, not_yet, ready
from macros.boxes import LEFT_OUT, PROMISES, boxes
from macros.draft import Draft
from macros.issue import findings, read_issue
from macros.issue_text import Finding
from macros.library import Library, Reading
from macros.options import options_of
from macros.reference import entries

from .filed import ASKED, DAY, FILLED, WRITTEN, filed
from .practices import fronts, texts


def judged(body: str, real: Reading) -> tuple[Draft | None, list[Finding]]:
    """The draft, and all there is against it."""
    draft, wrong = read_issue(body, real.library, DAY)
    return draft, [*wrong, *(findings(draft, real.surroundings, real.library) if draft else ())]


def test_a_filled_in_form_becomes_a_practice(real: Reading) -> None:
    draft, wrong = judged(filed(FILLED), real)
    assert not wrong
    assert draft
    assert draft.text == WRITTEN
    assert draft.path == "practices/twente/samen-koken-in-de-wijk.md"


def test_line_ends_of_another_system_are_the_same(real: Reading) -> None:
    draft, _ = judged(filed(FILLED).replace("\n", "\r\n"), real)
    assert draft
    assert draft.text == WRITTEN


@pytest.mark.parametrize(
    ("box", "value", "label", "message"),
    [
        ("titel", "Kort", "Titel", "te kort: minstens 5 tekens, nu 4"),
        ("titel", "", "Titel", "'Titel' is verplicht en ontbreekt"),
        ("titel", "Welzijn op recept Den Haag", "Titel", "is ook in gebruik bij practices/haaglanden/"),
        ("titel", "????????", "Titel", "bestandsnaam '' kan niet"),
        ("samenvatting", "woord " * 41, "Samenvatting", "41 woorden, hoogstens 40"),
        ("regios", "", "Regio", " is verplicht"),
        ("regios", "Atlantis", "Regio", "onbekende regio 'Atlantis'"),
        ("regios", "Twente, Gronigen", "Regio", "Bedoelde u 'groningen'?"),
        ("themas", "wnen", "Thema's", "Bedoelde u 'wonen'?"),
        ("domeinen", "Gemeente, Nog onbekend", "Domeinen", "'onbekend' staat altijd alleen"),
        ("fase", "Klaar", "Fase", "'Klaar' kan hier niet. Kies uit: idee"),
        ("gestart", "vorig jaar", "Gestart", "is hier geen datum"),
        ("organisaties", "Wij | ggz | partner | x", "Organisaties", "op regel 1 staan 4 delen, hoogstens 3"),
        ("organisaties", "| Gemeente", "Organisaties", "'Naam' is verplicht"),
        ("bronnen", "Verslag | | | http://x.nl", "Bronnen", "'http://x.nl' kan niet"),
        ("contact-email", "jan", "Contact: E-mailadres", "'jan' kan niet"),
        ("contact-organisatie", "", "Contact: Organisatie", " is verplicht"),
        ("tekst-aanpak", "<b>vet</b>", "Aanpak", "HTML kan hier niet"),
        ("tekst-aanpak", "```\ncode\n```", "Aanpak", "een codeblok"),
        ("tekst-aanpak", "x\x00y", "Aanpak", "stuurteken U+0000"),
        ("plaats", "a\u202eb", "Plaats", "U+202E"),
        ("tekst-aanpak", "x" * 2001, "Aanpak", "de regel is te lang"),
        ("tekst-aanpak", "woord\n" * 8000, "De praktijk als geheel", "de tekst is te lang"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_named_at_its_box(
    real: Reading, box: str, value: str, label: str, message: str
) -> None:
    _, wrong = judged(filed({**FILLED, box: value}), real)
    assert {one.label for one in wrong if message in one.message} == {label}, wrong
    assert len(wrong) <= 2


def test_what_was_not_promised_is_asked_for(real: Reading) -> None:
    _, wrong = judged(filed(FILLED, ticked=False), real)
    assert [one.label for one in wrong] == ["Uw akkoord"] * len(PROMISES)


@pytest.mark.parametrize("body", ["", "Hallo, ik heb een vraag.", "### Iets anders\n\nx"])
def test_a_message_that_is_not_from_the_form_is_one_problem(real: Reading, body: str) -> None:
    draft, (problem,) = judged(body, real)
    assert draft is None
    assert "komt niet uit het formulier" in problem.message


@pytest.mark.parametrize(
    ("change", "label"),
    [
        (("### Fase\n", "Fase\n"), "Fase"),
        (("### Titel\n", "zomaar\n\n### Titel\n"), "De praktijk als geheel"),
        (("### Regio\n\nTwente, Groningen\n\n", ""), "Regio"),
        (("### Titel\n\nSamen koken in de wijk\n\n### Samenvatting", "### Samenvatting\n\n### Titel"),
         "De praktijk als geheel"),
    ],
)  # fmt: skip
def test_headings_that_were_changed_are_named(real: Reading, change: tuple[str, str], label: str) -> None:
    body = filed(FILLED)
    assert change[0] in body
    draft, (problem,) = judged(body.replace(*change), real)
    assert (draft, problem.label) == (None, label)


@pytest.mark.parametrize("label", [element["attributes"]["label"] for element in ASKED])
def test_a_heading_of_the_form_inside_an_answer_is_never_guessed_about(real: Reading, label: str) -> None:
    inside = f"Zo gaat het.\n\n### {label}\n\nIets anders"
    draft, (problem,) = judged(filed({**FILLED, "tekst-aanpak": inside}), real)
    assert draft is None
    assert problem.label == label
    assert "staat er 2 keer" in problem.message
    assert "Haal in uw eigen tekst de hekjes (###)" in problem.message


def test_an_answer_that_repeats_the_whole_form_is_refused(real: Reading) -> None:
    evil = filed({**FILLED, "titel": "Heel iets anders", "regios": "Zeeland"})
    draft, wrong = judged(filed({**FILLED, "tekst-aanpak": evil}), real)
    assert draft is None
    assert len(wrong) == len(ASKED)


@pytest.mark.parametrize(
    "heading", [" ### Fase", "#### Fase", "## Fase", "### fase", "### Fase!", "> ### Fase", "### Fase\u00a0x"]
)
def test_what_only_looks_like_a_heading_of_the_form_is_text(real: Reading, heading: str) -> None:
    draft, _ = judged(filed({**FILLED, "tekst-aanpak": f"Zo.\n\n{heading}\n\nEn zo."}), real)
    assert draft
    assert heading in draft.sections["Aanpak"]
    assert draft.front["fase"] == "pilot"


def test_nothing_typed_is_nothing_even_in_the_words_of_github(real: Reading) -> None:
    draft, wrong = judged(filed({**FILLED, "plaats": "_No response_", "gestart": "None"}), real)
    assert not wrong
    assert draft
    assert not {"plaats", "gestart"} & draft.front.keys()


HOSTILE = [
    "${{ github.token }}",
    "::set-output name=ready::true",
    "x\n::add-mask::x",
    "</details></summary><script>alert(1)</script>",
    "{{ cycler.__init__ }}",
    "{% include 'x' %}",
    '"; curl evil #',
    "$(id) `id`",
    "@redactie #1 GH-1 https://evil.example www.evil.example <img src=//evil.example/p.gif>",
    "![x](https://evil.example/p.gif) [klik](javascript:alert(1))",
    "```\n## Klaar\n```",
    "<!-- x --> -->",
    "../../../etc/passwd",
    "--answer /etc/passwd",
    "\ud800 \x1b[31m \u202e",
    "a: b\n---\n- c",
    "&#64;redactie &commat;x",
    "| a | b |",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("box", [element["id"] for element in ASKED if element["type"] != "checkboxes"])
def test_hostile_text_in_any_box_is_data(real: Reading, box: str, text: str) -> None:
    draft, wrong = judged(filed({**FILLED, box: text}), real)
    said = not_yet(wrong) if wrong or not draft else ready(draft)
    shown = harmless(said)
    assert shown.startswith("Klaar") is (draft is not None and not wrong)
    if draft and not wrong:
        assert re.fullmatch(r"practices/[a-z-]+/[a-z0-9-]+\.md", draft.path)


def harmless(said: str) -> str:
    """The comment as words, once it is sure that nothing of a contributor does anything in it."""
    tokens = MarkdownIt("commonmark", {"linkify": False}).parse(said)
    inline = [token for block in tokens for token in (block.children or [])]
    assert not [token for token in inline if token.type in ("link_open", "image", "html_inline")]
    assert [token.content.strip() for token in tokens if token.type == "html_block"] == [MARK]
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings in (["Klaar"], ["Nog niet klaar"])
    loose = " ".join(token.content for token in inline if token.type == "text")
    assert not re.search(r"@\w|#\d|https?://\S|www\.\w|GH-\d", loose), loose
    return " ".join([*headings, loose])


@pytest.mark.parametrize("text", ["Zo ```` en `zo`.", "```\n## Klaar\n```", "`````\n@redactie", "~~~\nx"])
def test_the_file_in_the_answer_cannot_end_its_own_fence(text: str) -> None:
    """Nor could it if the checks let a fence through."""
    draft = Draft("twente", "samen-koken", {}, {"Aanpak": text})
    tokens = MarkdownIt("commonmark").parse(ready(draft))
    assert [token.content for token in tokens if token.type == "fence"] == [draft.text]


def test_an_answer_fits_a_comment(real: Reading) -> None:
    huge = "\n".join(["woord " * 100] * 60)
    draft, wrong = judged(filed({**FILLED, "tekst-aanpak": huge, "tekst-resultaten": "` " * 20}), real)
    assert draft
    assert not wrong
    assert len(ready(draft).encode()) <= MOST
    many = "\n".join(f"- <b>{'@' * 50}</b>" for _ in range(900))
    _, wrong = judged(filed({**FILLED, "tekst-aanpak": many}), real)
    assert len(not_yet(wrong).encode()) <= MOST_PROBLEMS


FREE = [element["id"] for element in ASKED if element["type"] in ("input", "textarea")]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(FREE), st.text(max_size=80) | st.sampled_from(HOSTILE), max_size=5))
def test_no_answer_whatever_breaks_the_reading_or_the_comment(real: Reading, typed: dict[str, str]) -> None:
    draft, wrong = judged(filed({**FILLED, **typed}), real)
    harmless(not_yet(wrong) if wrong or not draft else ready(draft))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from(filed(FILLED).split("\n"))).map("\n".join))
def test_no_message_whatever_breaks_the_reading(real: Reading, body: str) -> None:
    draft, wrong = judged(body, real)
    assert draft or wrong


_LIKE_A_LIST = re.compile(r"['\"][-*] |\| ")
"""At the start of a line a dash is not part of the text, and a bar divides it: the form says so."""


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_what_is_filled_in_is_what_is_read(real: Reading, data: st.DataObject) -> None:
    keys = tuple(entry for entry in entries() if entry.key not in LEFT_OUT)
    front = data.draw(fronts(real.library, keys).filter(lambda one: not _LIKE_A_LIST.search(str(one))))
    for group in front.get("toepassingen", ()):
        group.pop("aantal", None)
    front["gecontroleerd"] = DAY.isoformat()
    sections = data.draw(st.dictionaries(st.sampled_from(["Aanleiding", "Open vragen"]), texts()))
    draft, wrong = read_issue(filed(_typed(front, sections, real.library)), real.library, DAY)
    assert not wrong
    assert draft
    assert draft.text == Draft("", "", front, sections).text


def _typed(front: Mapping[str, Any], sections: Mapping[str, str], library: Library) -> dict[str, str]:
    """What somebody types and chooses to say this, by id of the box; ids are ids or labels, by turns."""
    found = {}
    for box in boxes(library):
        value: Any = sections.get(box.label, "")
        if box.path:
            value = front
            for key in box.path:
                value = (value or {}).get(key)
        if box.parts and value:
            value = "\n".join(" | ".join(group.get(part.key, "") for part in box.parts) for group in value)
        elif box.options and value:
            assert box.entry
            named = {one.id: one.label for one in options_of(box.entry, library)}
            value = ", ".join(named[one] for one in value) if isinstance(value, list) else named[value]
        elif isinstance(value, list):
            value = "\n".join(value)
        found[box.id] = value or ""
    return found


@pytest.mark.parametrize(
    "typed",
    [
        {"titel": "a-" * 30_000},
        {"regios": "Twente, " * 8_000},
        {"doelgroepen": "a\n" * 30_000},
        {"bronnen": "a | b | c | d | e\n" * 3_000},
        {"tekst-aanpak": "<![" * 20_000},
        {"tekst-aanpak": "## x\n" * 9_000},
        {"tekst-aanpak": "\u202e\n" * 5_000},
        {"organisaties": "|" * 60_000},
    ],
    ids=lambda typed: next(iter(typed)),
)
def test_no_message_takes_long(real: Reading, typed: dict[str, str]) -> None:
    started = time.process_time()
    _, wrong = judged(filed({**FILLED, **typed}), real)
    assert wrong
    assert len(not_yet(wrong).encode()) <= MOST_PROBLEMS
    assert time.process_time() - started < 1
