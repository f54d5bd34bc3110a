"""The seven rules for an address that can be heard, remembered and typed.

Each rule is a generator that judges one word, with those before it in the list; its docstring is the rule.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..kinds import LONGEST_QUOTE
from ..plain import syllables
from ..problem import Severity
from .lexicon import COMMON, Lexicon
from .sounds import sound_alikes, twins

FORM = r"[a-z]{4,10}"
"""Shorter words are misheard, longer ones mistyped."""
SYLLABLES = 2
"""More than this is remembered less well; one more is still accepted."""
SOUND_ALIKES = 5
"""Most spellings that sound the same: each becomes a page that leads on."""
EDITS = 3
"""Least distance between two addresses: one slip in each of them never gives the same."""


@dataclass(frozen=True)
class Finding:
    """What is wrong with a word, or weak about it."""

    word: str
    code: str
    """Stable, machine-readable name of the rule."""
    message: str
    """Dutch, for the editor: why, and what to do."""
    severity: Severity = "error"


def judge(words: Sequence[str], lexicon: Lexicon) -> Iterator[Finding]:
    """Everything that the rules say of the addresses, in their order; of two that clash, at the later one.

    A word that has not the form of an address is only judged for that: the other rules are about letters.
    """
    before: list[str] = []
    for word in words:
        refused = list(form(word, before, lexicon))
        yield from refused
        if not refused:
            for rule in RULES:
                yield from rule(word, before, lexicon)
            before.append(word)


def form(word: str, before: Sequence[str], lexicon: Lexicon) -> Iterator[Finding]:
    """An address is one word of 4 to 10 small letters: no hyphen, digit, accent, capital or second slash."""
    if not re.fullmatch(FORM, word):
        yield Finding(
            word,
            "form",
            f"'{word[:LONGEST_QUOTE]}' kan geen adres zijn. Neem één woord van 4 tot 10 kleine letters, "
            "zonder streepje, cijfer, accent of schuine streep",
        )


def common(word: str, before: Sequence[str], lexicon: Lexicon) -> Iterator[Finding]:
    """It is a common Dutch word (Zipf at least 4.0), or two of them as one, with a warning."""
    parts = lexicon.parts(word)
    if not parts or any(lexicon.words[part].zipf < COMMON for part in parts):
        yield Finding(
            word,
            "uncommon",
            f"'{word}' staat niet in de lijst van gewone Nederlandse woorden. Wie het hoort, kan twijfelen. "
            "Kies een woord dat iedereen kent, of twee zulke woorden aan elkaar",
        )
    elif len(parts) > 1:
        yield Finding(
            word,
            "compound",
            f"'{word}' hoort men als '{' '.join(parts)}', en men typt dan een spatie of streepje. "
            "Kies liever één woord dat iedereen kent",
            "warning",
        )


def short(word: str, before: Sequence[str], lexicon: Lexicon) -> Iterator[Finding]:
    """It has at most two syllables; three give a warning."""
    count = syllables(word)
    if count > SYLLABLES:
        yield Finding(
            word,
            "syllables",
            f"'{word}' heeft {count} lettergrepen. Een adres van één of twee onthoudt men beter. "
            "Kies een korter woord",
            "error" if count > SYLLABLES + 1 else "warning",
        )


def one_spelling(word: str, before: Sequence[str], lexicon: Lexicon) -> Iterator[Finding]:
    """No sound in it has two spellings (ei, ij, y, au, ou, c, q, x, ch, ph, final d, dt, b); a warning for
    th, g or ch, s or z, v or f, i or ie, one letter or two, final -e or -en."""
    said = set()
    for twin, match in twins(word):
        if twin.severity is None or (twin.heard, match[0]) in said:
            continue
        said.add((twin.heard, match[0]))
        yield Finding(
            word,
            "spelling",
            f"'{match[0]}' in '{word}': wie dat hoort, twijfelt tussen {twin.heard}. "
            + (
                "Kies een woord zonder die klank"
                if twin.severity == "error"
                else "Kies liever een woord zonder die klank, of spel het in de boodschap"
            ),
            twin.severity,
        )


def alone_in_sound(word: str, before: Sequence[str], lexicon: Lexicon) -> Iterator[Finding]:
    """No other common word sounds the same; of a compound, none sounds like one of its halves."""
    for part in lexicon.parts(word):
        others = lexicon.homophones(part)
        if others:
            yield Finding(
                word,
                "homophone",
                f"'{part}' klinkt net als {_listed(others)}. Wie het hoort, kan het ene of het andere typen. "
                "Kies een woord dat maar één ding kan zijn",
            )


def few_sound_alikes(word: str, before: Sequence[str], lexicon: Lexicon) -> Iterator[Finding]:
    """At most five other spellings of it sound the same, and none of them is shared with another address."""
    spellings = sound_alikes(word)
    if len(spellings) > SOUND_ALIKES:
        yield Finding(
            word,
            "sound-alikes",
            f"'{word}' is op {len(spellings)} andere manieren te schrijven ({', '.join(spellings)}); "
            f"hoogstens {SOUND_ALIKES} mag. Kies een woord met minder twijfel",
        )
    for other in before:
        shared = sorted({word, *spellings} & {other, *sound_alikes(other)})
        if shared:
            yield Finding(
                word,
                "shared-sound",
                f"'{word}' en '{other}' kunnen hetzelfde klinken: {_listed(shared)}. Kies een ander woord",
            )


def apart(word: str, before: Sequence[str], lexicon: Lexicon) -> Iterator[Finding]:
    """Any two addresses differ by at least three edits: a letter changed, left out, added, or two swapped."""
    for other in before:
        if word == other:
            yield Finding(word, "too-near", f"'{word}' staat er twee keer in. Haal er één weg")
        elif (edits := distance(word, other)) < EDITS:
            yield Finding(
                word,
                "too-near",
                f"'{word}' verschilt te weinig van '{other}' (verschil {edits}, minstens {EDITS}): een "
                "typefout leidt naar de verkeerde pagina. Kies een woord dat er minder op lijkt",
            )


RULES: tuple[Callable[[str, Sequence[str], Lexicon], Iterator[Finding]], ...] = (
    common,
    short,
    one_spelling,
    alone_in_sound,
    few_sound_alikes,
    apart,
)
"""All rules but the form, which comes first."""


def distance(one: str, other: str) -> int:
    """The least number of edits between two words, a swap of two neighbours being one (Damerau, 1964).

    The unrestricted form (Lowrance and Wagner, 1975), because that one is a metric: words three apart
    have no word that is one away from both.
    """
    far = len(one) + len(other)
    rows: list[list[int]] = [[far] * (len(other) + 2), [far, *range(len(other) + 1)]]
    seen: dict[str, int] = {}
    for at, letter in enumerate(one, 1):
        row = [far, at]
        match = 0
        for to, compared in enumerate(other, 1):
            last, same = seen.get(compared, 0), match
            if letter == compared:
                match = to
            row.append(
                min(
                    rows[at][to] + (letter != compared),
                    rows[at][to + 1] + 1,
                    row[to] + 1,
                    rows[last][same] + (at - last - 1) + 1 + (to - same - 1),
                )
            )
        rows.append(row)
        seen[letter] = at
    return rows[-1][-1]


def _listed(words: Sequence[str]) -> str:
    return " en ".join(f"'{word}'" for word in words)
