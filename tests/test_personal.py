"""What is about one person is refused wherever it stands, and what only looks like it passes."""

import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.answer import not_yet
from macros.audit import Audit
from macros.draft import Draft
from macros.issue import findings as findings_of
from macros.issue import read_issue
from macros.library import Reading, read
from macros.mailboxes import is_function
from macros.personal import IBAN_LENGTHS, PREFIX, SIGNS, Cleared, findings, without
from macros.source import MAX_BODY
from macros.summary import RELEASES
from macros.upkeep import as_markdown as upkeep
from macros.vocabulary import MOST_RELEASED

from .conftest import ROOT, TODAY, VALID
from .filed import DAY, FILLED, filed
from .test_commands import run
from .test_review import Contribute, contribute, repository  # noqa: F401 – fixtures

DATA = ROOT / "tests/data/personal"
LEAKS = [line.split("\t") for line in (DATA / "leaks.tsv").read_text("utf-8").splitlines()]
HARMLESS = (DATA / "harmless.tsv").read_text("utf-8").splitlines()


FREED = Cleared(("jan@gmail.com", "06-12345678"))
RELEASED = {
    "Mail jan@gmail.com.": False,
    "Mail (jan@gmail.com) of bel 06-12345678!": False,
    "Mail jan@gmail.com of marjan@gmail.com.": True,
    "Mail arie.jan@gmail.com.": True,
    "Mail jan@gmail.com.example": True,
    "Bel 06-123456789 niet, 06-12345679 wel.": True,
}
"""Text → whether there is something personal left, if those two are released."""


@pytest.fixture(scope="module")
def cleared() -> Cleared:
    return read(ROOT, TODAY).surroundings.context.cleared


def codes(text: str, cleared: Cleared = Cleared()) -> set[str]:  # noqa: B008 – cannot change
    return {code for _, _, code, _ in findings(text, cleared)}


def test_leaks_are_found(cleared: Cleared) -> None:
    """At least 99 of 100, and 97 of 100 of each kind."""
    assert len(LEAKS) >= 320
    found: dict[str, list[bool]] = defaultdict(list)
    for kind, text in LEAKS:
        found[kind].append(bool(codes(text, cleared)))
    assert sum(map(sum, found.values())) / len(LEAKS) >= 0.99
    for kind, each in found.items():
        assert sum(each) / len(each) >= 0.97, kind
    assert {f"{PREFIX}{kind}" for kind in found} == {sign.code for sign in SIGNS}


def test_look_alikes_pass(cleared: Cleared) -> None:
    """All but one in a hundred."""
    assert len(HARMLESS) >= 320
    alarms = [text for text in HARMLESS if codes(text, cleared)]
    assert len(alarms) / len(HARMLESS) <= 0.01, alarms


def test_nothing_here_is_an_alarm(cleared: Cleared) -> None:
    files = [
        *ROOT.glob("practices/**/*.md"),
        *ROOT.glob("practices/_vocabulary/*.yml"),
        *ROOT.glob("docs/**/*.md"),
    ]
    assert len(files) > 40
    assert {file: found for file in files if (found := codes(file.read_text("utf-8"), cleared))} == {}


@pytest.mark.parametrize("sign", SIGNS, ids=[sign.code for sign in SIGNS])
def test_a_message_says_why_and_what_to_do(sign: object) -> None:
    message = next(one.message for one in SIGNS if one is sign)
    assert message.startswith(("dit lijkt ", "hier staat "))
    assert message.endswith("Haal het weg, of vraag de redactie om het vrij te geven")
    assert not any(mark in message for mark in "{}0123456789")


def test_the_place_is_exact() -> None:
    text = "Eerste regel.\n\nBel 06-12345678 of\nmail jan@zorg.example, of 06-87654321."
    assert [(line, column, code) for line, column, code, _ in findings(text)] == [
        (2, 5, "personal-mobile"), (3, 6, "personal-mail"), (3, 27, "personal-mobile"),
    ]  # fmt: skip


SECRETS = ("06-12345678", "jan.bakker@zorg.example", "111222333", "NL91ABNA0417164300")


@pytest.mark.parametrize(
    ("old", "new", "field", "column"),
    [
        ("Wie wacht, staat stil.", "Wie wacht, belt {}.", "tekst", 17),
        ("titel: Samen sterker voor preventie", "titel: Verslag van {}", "bronnen.titel", 12),
        ("  - mensen op de wachtlijst van de ggz", "  - mensen, zie {}", "doelgroepen", 5),
        ("fase: lopend", "fase: '{}'", "fase", 7),
        ("themas: [mentale-gezondheid]", "themas: ['{}']", "themas", 10),
        ("gecontroleerd: 2026-11-21", "gecontroleerd: '{}'", "gecontroleerd", 16),
        (
            "fase: lopend",
            "fase: lopend\ncontact:\n  organisatie: Welzijn\n  email: '{}'",
            "contact.email",
            10,
        ),
    ],
)
@pytest.mark.parametrize("secret", SECRETS)
def test_a_practice_may_hold_none_anywhere_and_no_message_repeats_it(
    check: Callable[..., Reading], old: str, new: str, field: str, column: int, secret: str
) -> None:
    assert old in VALID
    problems = check(VALID.replace(old, new.format(secret))).problems
    found = [one for one in problems if one.code.startswith(PREFIX)]
    assert [(one.field, one.column) for one in found] == [(field, column)]
    assert not [one for one in problems if secret in one.message]


def test_the_name_of_a_file_may_hold_none_either(check: Callable[..., Reading]) -> None:
    problems = check(VALID, "groningen/bel-06-12345678.md").problems
    assert [(one.field, one.code) for one in problems] == [("bestand", "personal-mobile")]


def test_a_comment_may_hold_none_since_the_file_itself_is_public(check: Callable[..., Reading]) -> None:
    (problem,) = check(VALID.replace("fase:", "# vraag Annie, 06-12345678\nfase:")).problems
    line = VALID.split("\n").index("fase: lopend") + 1
    assert (problem.line, problem.column, problem.code) == (line, 16, "personal-mobile")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("fase: lopend  # vraag Annie, 06-12345678", 30),
        ("fase: 'lopend'  # 06-12345678", 19),
        ("fase: lopend\t#06-12345678 # en dan", 15),
        ("fase: lopend # 'a' of 06-12345678", 23),
        ("fase:  # 06-12345678\n  lopend", 10),
    ],
)
def test_a_comment_behind_a_value_may_hold_none_either(
    check: Callable[..., Reading], line: str, column: int
) -> None:
    problems = check(VALID.replace("fase: lopend", line)).problems
    found = [(one.line, one.column, one.code) for one in problems if one.code.startswith(PREFIX)]
    assert found == [(VALID.split("\n").index("fase: lopend") + 1, column, "personal-mobile")]


@pytest.mark.parametrize("text", RELEASED)
def test_a_release_frees_no_more_than_its_own_text(text: str) -> None:
    assert bool(codes(text, FREED)) == RELEASED[text]


@pytest.mark.parametrize("value", ["'{}'", '"{}"', "['{}']", "['{}', b]", "['x # y', '{}'] "])
def test_a_hash_within_quotes_is_no_comment(check: Callable[..., Reading], value: str) -> None:
    text = value.format("bel # 06-12345678")
    problems = check(VALID.replace("themas: [mentale-gezondheid]", f"themas: {text}")).problems
    assert [one.field for one in problems if one.code.startswith(PREFIX)] == ["themas"]


def test_a_vocabulary_may_hold_none(project: Path) -> None:
    file = project / "practices/_vocabulary/themas.yml"
    file.write_text(file.read_text().replace("beschrijving: ", "beschrijving: Bel 06-12345678. ", 1))
    (problem,) = read(project, TODAY).problems
    assert (problem.field, problem.code) == ("beschrijving", "personal-mobile")


def released(project: Path, value: str, reviewed: str = "2026-11-21") -> None:
    (project / "practices/_vocabulary/vrijgegeven.yml").write_text(
        f"- id: meldpunt\n  waarde: {value}\n  reden: Het nummer van een meldpunt.\n  nagekeken: {reviewed}\n"
    )


def test_what_the_editors_released_passes_and_nothing_else_does(
    check: Callable[..., Reading], project: Path
) -> None:
    released(project, "06-12345678")
    text = VALID.replace("staat stil.", "belt 06-12345678 of 06-87654321.")
    assert [(one.line, one.column) for one in check(text).problems] == [(20, 32)]
    assert check(text.replace(" of 06-87654321", "")).problems == ()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("06-12345678", "dit staat nergens meer. Haal het weg"),
        ("wacht", "dit wordt niet tegengehouden, dus vrijgeven hoeft niet. Haal het weg"),
    ],
)
def test_no_more_is_released_than_has_to_be(
    check: Callable[..., Reading], project: Path, value: str, message: str
) -> None:
    released(project, value)
    (problem,) = check(VALID).problems
    assert (problem.path, problem.message) == (RELEASES, message)


def test_there_are_no_more_releases_than_somebody_can_look_at(
    check: Callable[..., Reading], project: Path
) -> None:
    entries = (
        f"- id: meldpunt-{number}\n  waarde: 06-10{number:06}\n  reden: Het nummer van een meldpunt.\n"
        "  nagekeken: 2026-11-21\n"
        for number in range(MOST_RELEASED + 1)
    )
    (project / RELEASES).write_text("".join(entries))
    listed = ", ".join(f"06-10{number:06}" for number in range(MOST_RELEASED))
    problems = check(VALID.replace("staat stil.", f"belt {listed}."[:1_990])).problems
    assert "meer dan 100 uitzonderingen" in " ".join(one.message for one in problems if one.path == RELEASES)


def test_a_release_is_looked_at_again_after_a_year(check: Callable[..., Reading], project: Path) -> None:
    released(project, "06-12345678", "2025-11-20")
    library = check(VALID.replace("stil.", "stil: 06-12345678.")).library
    heading = "## Vrijgegeven gegevens die een jaar niet zijn nagekeken (1)"
    assert heading not in upkeep(library, date(2026, 11, 20), {}, (), Audit())
    assert heading in upkeep(library, date(2026, 11, 22), {}, (), Audit())


def test_who_releases_his_own_data_is_seen(repository: Path, contribute: Contribute) -> None:  # noqa: F811
    contribute({RELEASES: "# leeg\n[]\n"})
    assert (
        "**Deze bijdrage geeft persoonsgegevens vrij, of trekt dat in.**" in run(repository, "review").stdout
    )


@pytest.mark.parametrize("secret", SECRETS)
def test_the_answer_to_an_issue_says_that_it_is_public(real: Reading, secret: str) -> None:
    body = filed({**FILLED, "tekst-aanleiding": f"Vraag naar {secret}.", "titel": f"Koken met {secret}"})
    draft, wrong = read_issue(body, real.library, DAY)
    assert draft
    answer = not_yet((*wrong, *findings_of(draft, real.surroundings, real.library)))
    assert answer.count("Delete revision from history") == 1
    assert secret not in answer


def test_an_issue_that_cannot_be_read_is_public_too(real: Reading) -> None:
    draft, wrong = read_issue("Bel mij: 06-12345678", real.library, DAY)
    assert draft is None
    assert "Delete revision from history" in not_yet(wrong)
    assert "Delete revision" not in not_yet(read_issue("Bel mij", real.library, DAY)[1])


@pytest.mark.parametrize(
    ("local", "domain"),
    [
        ("info", "gmail.com"), ("wijkteam-noord2", "x.nl"), ("secretariaat.wijkverpleging", "x.nl"),
        ("ouderenzorgteams", "x.nl"), ("welstad", "welstad.nl"), ("praktijk.de.boog", "x.nl"),
        ("vriendenvanwelstad", "welstad.nl"),
    ],
)  # fmt: skip
def test_a_mailbox_of_a_function_passes(local: str, domain: str) -> None:
    assert is_function(local, domain)


@pytest.mark.parametrize(
    ("local", "domain"),
    [
        ("jan", "x.nl"), ("gmail", "gmail.com"), ("jan.ziggo", "ziggo.nl"), ("j.welstad", "welstad.nl"),
        ("sanne.wijkteam", "x.nl"), ("wijkverpleegkundige.sanne", "x.nl"), ("noor", "x.nl"), ("1951", "x.nl"),
        ("dokter1951", "x.nl"),
        ("w.post", "x.nl"), ("info" * 30, "x.nl"),
    ],
)  # fmt: skip
def test_a_mailbox_of_a_person_does_not(local: str, domain: str) -> None:
    assert not is_function(local, domain)


digits = st.text("0123456789", min_size=8, max_size=8)
around = st.sampled_from(
    [("", ""), ("Bel ", "."), ("(", ")"), ("Zij zei: ", ", en meer."), ("tot 2024, ", " of")]
)


@given(
    number=digits.filter(lambda one: one[0] != "6"), around=around,
    start=st.sampled_from(
        ["06", "06-", "06 ", "(06) ", "06.", "06/", "06 - ", "+316", "+31 6 ", "+31 (0)6-", "00316"]
    ),
    sizes=st.sampled_from([(8,), (2, 2, 2, 2), (4, 4), (3, 3, 2), (2, 3, 3), (3, 5)]),
    gap=st.sampled_from(" .-–\u00a0"),
)  # fmt: skip
def test_a_mobile_number_is_found_in_any_layout(
    number: str, around: tuple[str, str], start: str, sizes: tuple[int, ...], gap: str
) -> None:
    text = start + gap.join(cut(number, sizes))
    if not text.startswith("06") or not any(f"-{year}" in text.replace(gap, "-") for year in ("19", "20")):
        assert "personal-mobile" in codes(text.join(around)), text


def cut(text: str, sizes: tuple[int, ...]) -> list[str]:
    ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    return [text[end - size : end] for size, end in zip(sizes, ends, strict=True)]


@given(
    number=digits, around=around, gap=st.sampled_from(" .-"),
    sizes=st.sampled_from([(9,), (3, 3, 3), (4, 2, 3), (4, 3, 2)]),
)  # fmt: skip
def test_a_citizen_service_number_is_found_in_any_layout_and_a_wrong_one_is_not(
    number: str, around: tuple[str, str], gap: str, sizes: tuple[int, ...]
) -> None:
    check = sum(int(digit) * weight for digit, weight in zip(number, range(9, 1, -1), strict=True)) % 11
    for last in "0123456789":
        text = gap.join(cut(number + last, sizes))
        if text[:2] not in ("19", "20") and number != "0" * 8 and not number.startswith("06"):
            assert ("personal-bsn" in codes(text.join(around))) == (int(last) == check), text


@given(
    country=st.sampled_from(sorted(IBAN_LENGTHS)), number=st.text("0123456789", min_size=29, max_size=29),
    around=around, gap=st.sampled_from(["", " ", ".", "-"]), lower=st.booleans(),
)  # fmt: skip
def test_an_account_number_of_any_country_is_found_in_any_layout(
    country: str, number: str, around: tuple[str, str], gap: str, *, lower: bool
) -> None:
    account = number[: IBAN_LENGTHS[country] - 4]
    rest = int("".join(str(int(sign, 36)) for sign in f"{account}{country}00")) % 97
    whole = f"{country.upper()}{98 - rest:02}{account}"
    text = gap.join(whole[at : at + 4] for at in range(0, len(whole), 4))
    assert "personal-iban" in codes((text.lower() if lower else text).join(around))


@given(st.text(max_size=300) | st.text("06 +31-@.jn[at]BSN\n*°(geb.)woontkm12AB", max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    for line, column, _, _ in findings(text):
        assert 0 <= line <= text.count("\n")
        assert 1 <= column <= len(text)
    without(text)


HOSTILE = (
    "a", "1 ", "9", "06-12345678 ", "nl12 ", "nl1234 ", "a@", "a.b@c.d ", "a punt ", "([{<at ", "1234 AB ",
    "woont op school Kerkstraat 12 ", "Kerkstraat 12 ", "woont ", "mevrouw ", "geboren te ", "12-03-1951 ",
    "https://x.nl/1", "thuis 0", "((((((((0", "+31", "a-", "'", " ", "\n", "A b c d ", "nul zes een ",
    "x" * 62 + "@", "111222333 ", "12-03-1951 ", "wet 12-03-1951 ", "1 mei 1951 wet ",
    "geboortedatum\n|---\n|",
    "bezocht Sanne Smit (Kerkstraat 12, ", "laan+12,+1234+AB", "a &#64; b . nl ", "mijn 06 is 1 2 3 ",
    "stichting, " * 9 + "3 mei 1951 ",
)  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_text_takes_long(unit: str) -> None:
    """Time grows with the text, no faster: four times the text takes less than ten times as long."""

    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        times = []
        for _ in range(3):
            start = time.process_time()
            list(findings(text))
            times.append(time.process_time() - start)
        return min(times)

    most = seconds(MAX_BODY)
    assert most < 0.3
    assert most < 10 * seconds(MAX_BODY // 4) + 0.02


def test_a_draft_is_judged_as_a_file_is(real: Reading) -> None:
    draft = Draft("groningen", "koken", {"titel": "Bel 06-12345678"}, {"Aanpak": "mail jan@zorg.example"})
    found = {(one.field, one.code) for one in draft.problems(real.surroundings)}
    assert {("titel", "personal-mobile"), ("tekst", "personal-mail")} <= found
