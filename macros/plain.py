"""How plain a Dutch text is: its sentences, words and syllables, and a reading ease made of them.

What this gives is a B1-indicatie: a formula counts lengths and is not a language level. The form in the
browser counts sentences and words by the same patterns, so these keep to what `kinds` says of them.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from .characters import SPACE

LEAST_EASE = 75.0
"""Flesch-Douma; on Flesch's scale 70 to 80 is fairly easy, and we want the upper half of it for residents."""
AVERAGE_SENTENCE = 10
"""Words in a sentence, on average over a page for residents: our own aim."""
LONGEST_SENTENCE = 15
"""Words in any one sentence for residents: our own aim, the usual advice for texts at B1."""
LONGEST_PARAGRAPH = 5
"""Sentences in a paragraph for residents: our own aim."""

LETTER = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
"""Latin letters, to put between [ and ] of a pattern."""
_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de"
_OPENING, _CLOSING = "\"'\u201c\u2018(\\[", "\"'\u201d\u2019)\\]"
_SHORTENED = (
    "bijv", "bv", "ca", "dhr", "dr", "drs", "ds", "evt", "excl", "incl", "ing", "ir", "max", "min", "mr",
    "mw", "nr", "ong", "prof", "st", "tel",
)  # fmt: skip
"""What is written with a dot at its end, and may be followed by a name or a number."""
_NOT_SHORTENED = "".join(f"(?<!(?<![{LETTER}])[{word[0].upper()}{word[0]}]{word[1:]})" for word in _SHORTENED)

WORD = f"(?<![^{SPACE}/])(?:[0-9]+(?:[{SPACE}]+[0-9]+)+|[^{SPACE}/0-9{LETTER}]*[0-9{LETTER}][^{SPACE}/]*)"
"""A word: what has a letter or a digit between spaces or strokes; `088 0767 000` is one."""
HAS_LETTER = f"[{LETTER}]"
SENTENCE_END = (
    f"(?=[.!?\u2026]){_NOT_SHORTENED}(?<![.][a-z])(?<!(?<![{LETTER}])[{_UPPER}])"
    f"(?<![.!?\u2026])[.!?\u2026]+[{_CLOSING}]*[{SPACE}]+"
    f"(?=[{_OPENING}]*[0-9{_UPPER}]|['\u2019][a-z] [{_UPPER}])"
)
"""Where one sentence ends and the next begins: a mark, a space, and a capital or a digit.

So a dot inside a number, an ellipsis that goes on in small letters and an abbreviation end nothing."""

_SYLLABLE = re.compile(
    "eeu|ieu|eau|aai|ooi|oei|aa|ee|oo|uu|ie|oe|ui|ei|ij|au|ou|ai|oi"
    "|eu(?!m(?![aeiou]))"  # but muse-um
    "|(?<=t)io(?=n(?![aeiou]))"  # station
    "|(?<=[^aeiou])y|^y(?![aeiou])"  # symptoom, hyena; but yoga, loyaal
    "|[aeiou](?:y(?![aeiou]))?"
)
"""One vowel sound. Vowels side by side that make no Dutch sound together are two: ra-di-o, the-a-ter."""
_BORROWED = {
    "team": "tiem", "coach": "kootsj", "online": "onlijn", "website": "websait", "service": "servis",
    "lifestyle": "lijfstijl", "milieu": "miljeu", "beamer": "biemer",
}  # fmt: skip
"""Common words with a foreign spelling, by a Dutch spelling of as many syllables."""
_BORROWED_FORM = re.compile("|".join(_BORROWED))


def words(text: str) -> list[str]:
    """The words of `text`; marks that stand alone are none."""
    return re.findall(WORD, text)


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph: none if it has no word, else at least one, whatever its marks."""
    found = [part for part in re.split(SENTENCE_END, text) if re.search(HAS_LETTER, part)]
    return found or [text] * bool(words(text))


def syllables(word: str) -> int:
    """Syllables in `word` as a Dutch speaker says it, at least one; a number in figures counts as one.

    Counts vowel groups, as Flesch-Douma does; hyphenation libraries undercount Dutch (`avond` would be one).
    """
    parts = re.findall("[a-z|]+", _spelled(word))
    return sum(_vowels(part) or len(part) for part in parts) or 1


def _spelled(word: str) -> str:
    """`word` in plain small letters, with a | where a diaeresis says that a new syllable begins."""
    bare = re.sub("(?<=[aeiou])(?=[aeiou]\u0308)", "|", unicodedata.normalize("NFD", word.lower()))
    bare = re.sub("[\u0300-\u036f'\u2019]", "", bare).replace("qu", "kw")
    return _BORROWED_FORM.sub(lambda match: _BORROWED[match[0]], bare)


def _vowels(part: str) -> int:
    return len(_SYLLABLE.findall(part))


@dataclass(frozen=True)
class Figures:
    """What was counted in some paragraphs of Dutch."""

    sentences: int
    words: int
    syllables: int
    longest_sentence: int
    """In words."""
    longest_paragraph: int
    """In sentences."""

    @classmethod
    def of(cls, paragraphs: Iterable[str]) -> "Figures":
        """The figures of `paragraphs`: texts without markup, each a paragraph, a heading or a list item."""
        counted = [[words(sentence) for sentence in sentences(text)] for text in paragraphs]
        flat = [sentence for paragraph in counted for sentence in paragraph]
        return cls(
            sentences=len(flat),
            words=sum(map(len, flat)),
            syllables=sum(syllables(word) for sentence in flat for word in sentence),
            longest_sentence=max(map(len, flat), default=0),
            longest_paragraph=max(map(len, counted), default=0),
        )

    @property
    def words_per_sentence(self) -> float:
        """On average; 0 without text."""
        return self.words / max(1, self.sentences)

    @property
    def reading_ease(self) -> float:
        """Flesch-Douma (W.H. Douma, De leesbaarheid van landbouwbladen, 1960): the more, the easier."""
        return 206.835 - 0.93 * self.words_per_sentence - 77 * self.syllables / max(1, self.words)

    @property
    def unmet(self) -> tuple[str, ...]:
        """What keeps the text from the B1-indicatie, in Dutch, with the remedy; nothing if it is met."""
        judged = (
            (
                self.reading_ease < LEAST_EASE,
                f"leesgemak {_dutch(self.reading_ease)}, minstens {_dutch(LEAST_EASE)}. Kies kortere woorden",
            ),
            (
                self.words_per_sentence > AVERAGE_SENTENCE,
                f"gemiddeld {_dutch(self.words_per_sentence)} woorden in een zin, "
                f"hoogstens {AVERAGE_SENTENCE}. Maak de zinnen korter",
            ),
            (
                self.longest_sentence > LONGEST_SENTENCE,
                f"langste zin {self.longest_sentence} woorden, hoogstens {LONGEST_SENTENCE}. Knip die zin",
            ),
            (
                self.longest_paragraph > LONGEST_PARAGRAPH,
                f"langste alinea {self.longest_paragraph} zinnen, hoogstens {LONGEST_PARAGRAPH}. "
                "Knip die alinea",
            ),
        )
        return tuple(said for fails, said in judged if self.words and fails)


def _dutch(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
