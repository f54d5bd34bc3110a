"""Made-up practices by the thousand, in words that grow as those of real texts do.

A text is made of sentences of real practices, with their short and very common words kept and the others
drawn anew: common Dutch words as often as people use them (`words.tsv`), words of the field that several real
practices and the vocabularies share, and compounds. Compounds come by a Pitman-Yor process, so that new ones
keep coming at a falling rate and most are rare, which is how Dutch has its long tail. Words that one or two
real practices have are left to them: they are what that practice is found by.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from macros.checks import LONGEST_SLUG
from macros.choices import Phase
from macros.library import Library
from macros.model import SECTIONS
from macros.spoken.lexicon import Lexicon

DISCOUNT, STRENGTH = 0.8, 150.0
"""Of the Pitman-Yor process: different compounds grow as their number to the power of the discount; the
strength keeps the first ones from being drawn all the time."""
SHARES = (0.43, 0.35, 0.22)
"""Of the drawn words: common ones, words of the field, compounds."""
FUNCTION = 5.6
"""Least Zipf frequency of a word that a sentence keeps, whatever it is about."""
SHARED = 3
"""Practices that have a word before it counts as one of the field."""
SUMMARY, BODY = 40, (150, 300)
"""Words of a summary at most; words of a body, from and to."""
SLACK = 9
"""Words by which a text of whole sentences may be longer than it is to be: it mostly stays below that."""
LAST_CHECK = date(2026, 11, 1)

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<![^\s])[A-Z][A-Za-zÀ-ÿ ,'’-]{25,180}\.(?=\s|$)")


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _WORD.findall(text.lower())


class Compounds:
    """Words joined from two others; each draw is a new one or, mostly, one drawn before."""

    def __init__(self, parts: Sequence[str], chance: random.Random) -> None:
        self._parts = parts
        self._chance = chance
        self._drawn: list[str] = []
        self._counts: Counter[str] = Counter()

    def draw(self) -> str:
        """A compound."""
        new = (STRENGTH + DISCOUNT * len(self._counts)) / (STRENGTH + len(self._drawn))
        word = self._join() if self._chance.random() < new else self._again()
        self._drawn.append(word)
        self._counts[word] += 1
        return word

    def _again(self) -> str:
        while True:
            word = self._chance.choice(self._drawn)
            if self._chance.random() * self._counts[word] > DISCOUNT:
                return word

    def _join(self) -> str:
        first, second = self._chance.choice(self._parts), self._chance.choice(self._parts)
        return first + ("s" if first.endswith(("ing", "heid", "teit")) else "") + second


@dataclass(frozen=True)
class Speech:
    """Draws words and sentences."""

    chance: random.Random
    sentences: Sequence[str]
    """What a sentence is made from."""
    kept: frozenset[str]
    """Words that stay when a sentence is made over."""
    common: tuple[Sequence[str], Sequence[float]]
    """Words, and the running sum of how often people use them."""
    field: Sequence[str]
    """As often as practices use them."""
    compounds: Compounds

    def word(self) -> str:
        """A word that means something."""
        (kind,) = self.chance.choices(range(3), SHARES)
        if kind == 0:
            words, weights = self.common
            return self.chance.choices(words, cum_weights=weights)[0]
        return self.chance.choice(self.field) if kind == 1 else self.compounds.draw()

    def sentence(self) -> str:
        """A real sentence made over, with a capital and a full stop."""
        made = _WORD.sub(self._replaced, self.chance.choice(self.sentences))
        return made[0].upper() + made[1:]

    def _replaced(self, match: re.Match[str]) -> str:
        word = match[0].lower()
        return word if word in self.kept else self.word()

    def sentences_of(self, most: int) -> str:
        """Sentences of at most so many words together; at least one, cut short if it must be."""
        text = self.sentence()
        while len((longer := f"{text} {self.sentence()}").split()) <= most:
            text = longer
        return " ".join(text.split()[:most])


def practices(library: Library, lexicon: Lexicon, number: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Path below `practices/` and text of so many practices that the checks accept; same seed, same text."""
    chance = random.Random(seed)  # noqa: S311 – nothing here is a secret
    speech = _speech(library, lexicon, chance)
    taken = {practice.slug for practice in library.practices}
    for _ in range(number):
        region = chance.choice(list(library.vocabularies["regios"].terms))
        front = _front(library, speech, region)
        slug = _slug(str(front["titel"]), taken)
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
        yield f"{region}/{slug}.md", f"---\n{head}---\n\n{_body(speech)}"


def _speech(library: Library, lexicon: Lexicon, chance: random.Random) -> Speech:
    texts = [f"{one.front.title}. {one.front.summary}\n{one.body}" for one in library.practices]
    practices_with = Counter(word for text in texts for word in set(words_of(text)))
    function = {word for word, known in lexicon.words.items() if known.zipf >= FUNCTION}
    short = {word for word in practices_with if len(word) <= 3}
    shared = [
        word
        for text in texts
        for word in words_of(text)
        if practices_with[word] >= SHARED and word not in function and len(word) > 3
    ]
    named = [word for word in _named(library) if len(word) > 3 and word not in function]
    common = {word: 10**known.zipf for word, known in lexicon.words.items() if word not in function}
    field = shared + named
    parts = sorted(
        {word for word in field if 4 <= len(word) <= 10} | {word for word in common if len(word) > 3}
    )
    return Speech(
        chance,
        [sentence for text in texts for sentence in _SENTENCE.findall(text)],
        frozenset(function | short),
        (list(common), list(accumulate(common.values()))),
        field,
        Compounds(parts, chance),
    )


def _named(library: Library) -> Iterator[str]:
    """The words of the labels and synonyms of themes, sectors and funding routes."""
    for key in ("themas", "domeinen", "financiering"):
        for term in library.vocabularies[key].terms.values():
            for phrase in (term.label, *term.synonyms):
                yield from words_of(phrase)


def _front(library: Library, speech: Speech, region: str) -> dict[str, object]:
    chance = speech.chance
    known = {key: list(library.vocabularies[key].terms) for key in ("themas", "domeinen", "financiering")}
    places = [*library.term("regios", region).synonyms, library.term("regios", region).label]
    checked = LAST_CHECK - timedelta(chance.randrange(700))
    return {
        "titel": _title(speech, chance.choice(places)),
        "samenvatting": speech.sentences_of(SUMMARY),
        "regios": [region],
        "plaats": chance.choice(places),
        "themas": chance.sample(known["themas"], chance.randint(1, 3)),
        "domeinen": chance.sample(
            [one for one in known["domeinen"] if one != "onbekend"], chance.randint(1, 4)
        ),
        "doelgroepen": [f"mensen met {speech.word()}", f"{speech.word()} en {speech.word()}"],
        "fase": chance.choice([str(phase) for phase in Phase]),
        "organisaties": [{"naam": f"Stichting {_capital(speech.compounds.draw())}"}],
        "financiering": [{"route": route} for route in chance.sample(known["financiering"], 2)],
        "bronnen": [{"titel": f"Verslag {speech.word()} en {speech.word()}", "datum": str(checked.year)}],
        "gecontroleerd": str(checked),
    }


def _title(speech: Speech, place: str) -> str:
    middle = speech.chance.choice(("voor", "met", "en", "zonder"))
    title = f"{_capital(speech.compounds.draw())} {middle} {speech.word()}"
    return f"{title} in {place}" if speech.chance.random() < 0.3 else title


def _body(speech: Speech) -> str:
    """Sections in their order, of as many words together as a practice has."""
    words = speech.chance.randint(*BODY)
    headings = [heading for heading in SECTIONS if heading != "Open vragen"]
    texts = [speech.sentences_of(words // len(headings) + SLACK) for _ in headings]
    return "\n".join(f"## {heading}\n\n{text}\n" for heading, text in zip(headings, texts, strict=True))


def _slug(title: str, taken: set[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[: LONGEST_SLUG - 6].strip("-")
    slug = plain if plain not in taken else f"{plain}-{len(taken)}"
    taken.add(slug)
    return slug


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def different_words(texts: Iterable[str]) -> int:
    """How many different words there are in these texts."""
    return len({word for text in texts for word in words_of(text)})
