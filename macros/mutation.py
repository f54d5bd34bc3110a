"""Files that nobody would send: real ones, spoilt by chance, and made-up ones, like YAML and Markdown.

For fuzzing: the same random numbers give the same bytes. A change is a function from a random generator and a
text to a text. They know enough of YAML and Markdown for many results to be nearly right, and so to reach
beyond the first check.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from .model import SECTIONS
from .source import MAX_BODY, MAX_FRONT_MATTER, MAX_LINE

Change = Callable[[Random, str], str]

NASTY = (
    "---\n", "...\n", "\n", "\n\n", "\t", " ", "\r", "\r\n", "- ", "? ", ": ", ":", "#", " # ", "[", "]",
    "{", "}", ", ", "'", '"', "|\n", ">\n", "|2-\n", ">+\n", "&a ", "*a", "!", "!!binary ",
    "!!python/name:os.system ", "!<x> ", "<<: ", "%YAML 1.1\n", "@", "`", "```\n", "~~~\n", "%", "\\",
    '"\\x41"', '"\\u202e"', '"\\ud800"', '"\\U00110000"', "~", "null", "no", "010", "1e999", "-0", "0x10",
    "12:30", ".inf", "2026-13-45", "0000-00-00", "9" * 40, "\x00", "\x07", "\x1b[2J", "\x7f", "\x85",
    "\u00a0", "\u00ad", "\u200b", "\u202e", "\u2028", "\ufeff", "\ufffe", "\ufffd", "\u0301", "е",
    "\U0001f600", "\U000e0041", "İ", "ß", "ﬁ", "٣", "Ⅳ", "<", ">", "&", "&amp;", "&#x3a;", "&#0;",
    "&#1114112;", "<script>", "<!--", "-->", "<![", "<?", "</", "<https://a.nl>", "<a@b.nl>", "![", "](",
    "[a](https://a.nl)", "[a](x.md)", "[a](javascript:x)", "[a][b]", "[a]: x\n", "[^1]", "[TOC]", "{{ x }}",
    "{%", "{#", "{: #x }", "--8<--", "*", "**", "***", "_", "__", "***a**b*", "# ", "## ", "###### ",
    "## Aanleiding\n", "===\n", "---|---\n", "|", "| a | b |\n", "> ", "1. ", "+ ", "    ", "  \n", "\x02",
    "\x03", "klzzwxh:0042", "\x02amp\x03", "https://", "//", "mailto:", "116117", "%00", "../", "{0}",
    "{value}", "%s",
)  # fmt: skip
"""What readers of YAML, of Markdown and of HTML stumble over, and the marks that their grammar is made of.

`klzzwxh` is what Python-Markdown puts, between the characters 2 and 3, in the place of what it sets apart.
"""

_WORDS = (
    "wonen", "ggz", "Elke week", "samen", "groningen", "welzijn", "onbekend", "lopend", "2026-01-01",
    "€ 1.250", "'s avonds", "één",
)  # fmt: skip
_SPANS = (
    "*{}*",
    "**{}**",
    "_{}_",
    "__{}__",
    "[{}](https://a.nl)",
    "`{}`",
    "***{}*",
    "**{}",
    "[{}]",
    "<https://a.nl/{}>",
    "({})",
)
_BLOCKS = ("> ", "- ", "1. ", "* ", "    ", "+ ", "  ", "> > ", "- - ", "")
_LONGEST = 20_000
"""Characters that one text made up here has at most: enough to pass any limit on front matter or line."""


@dataclass(frozen=True)
class Mutation:
    """Spoils files, with parts of others."""

    practices: Sequence[str]
    """Texts of practices that are right."""
    vocabularies: Sequence[str]

    def practice(self, random: Random, text: str) -> bytes:
        """The file of a practice, spoilt."""
        head, body = parts(text)
        kind = random.randrange(8)
        if kind == 0:
            head = made_up_front(random, head)
        elif kind <= 2:
            head = self._changed(random, head, _OF_YAML)
        elif kind == 3:
            body = made_up_body(random)
        elif kind <= 5:
            body = self._changed(random, body, _OF_MARKDOWN)
        else:
            _, other = parts(random.choice(self.practices))
            head, body = self._changed(random, head, _OF_YAML), self._changed(random, other, _OF_MARKDOWN)
        return self._bytes(random, f"---\n{head}---\n{body}")

    def vocabulary(self, random: Random, text: str) -> bytes:
        """A file that holds a list of terms, spoilt."""
        return self._bytes(random, self._changed(random, text, _OF_YAML))

    def text(self, random: Random, text: str) -> str:
        """Any other text, spoilt."""
        return self._changed(random, text, _OF_MARKDOWN)

    def _changed(self, random: Random, text: str, changes: Sequence[Change]) -> str:
        for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
            text = random.choice(changes)(random, text)
        return text

    def _bytes(self, random: Random, text: str) -> bytes:
        raw = text.encode("utf-8", "surrogatepass")
        if random.random() < 0.8:
            return raw
        at = random.randrange(len(raw) + 1)
        match random.randrange(4):
            case 0:  # a bit that fell over
                return (
                    raw[:at]
                    + bytes([(raw[at] if at < len(raw) else 0) ^ 1 << random.randrange(8)])
                    + raw[at + 1 :]
                )
            case 1:
                return raw[:at]
            case 2:
                return raw[:at] + random.randbytes(random.randrange(1, 9)) + raw[at:]
            case _:  # two files in one
                other = random.choice((*self.practices, *self.vocabularies)).encode()
                return raw[:at] + other[random.randrange(len(other)) :]


def parts(text: str) -> tuple[str, str]:
    """Front matter and body of a practice that is right, without the lines of dashes."""
    _, head, body = text.split("---\n", 2)
    return head, body


def made_up_front(random: Random, like: str) -> str:
    """YAML with the keys of `like` and values of any form, which need not be right."""
    keys = [line.split(":")[0] for line in like.split("\n") if ":" in line and line[0] not in " -#"]
    random.shuffle(keys)
    lines = [f"{key}:{_value(random, 1)}" for key in keys[: random.randrange(1, len(keys) + 1)]]
    return "\n".join(lines) + "\n"


def made_up_body(random: Random) -> str:
    """Markdown of nested blocks and spans, of which most are within the limits."""
    headings = sorted(random.sample(range(len(SECTIONS)), random.randrange(1, 4)))
    names = tuple(SECTIONS)
    text = ""
    for at in headings:
        text += f"\n## {names[at]}\n\n"
        for _ in range(random.randrange(1, 8)):
            text += _block(random) + random.choice(("\n", "\n\n", "  \n"))
    return text[:_LONGEST]


def _block(random: Random) -> str:
    match random.randrange(6):
        case 0:
            width = random.randrange(1, 7)
            rows = [[_span(random, 1) for _ in range(width)] for _ in range(3)]
            rows.insert(1, [random.choice(("---", ":-:", "-")) for _ in range(width)])
            return "\n".join(map("|".join, rows))
        case 1:
            return f"{'#' * random.randrange(3, 7)} {_span(random, 1)}"
        case 2:
            marks = "".join(random.choice(_BLOCKS) for _ in range(random.randrange(5)))
            return f"{marks}{_span(random, 2)}\n{marks}{_span(random, 1)}"
        case 3:
            return random.choice(NASTY) * random.choice((1, 2, 5, 30))
        case 4:
            return "\n".join(
                " " * random.randrange(9) + random.choice(_BLOCKS) + _span(random, 1)
                for _ in range(random.randrange(12))
            )
        case _:
            return " ".join(_span(random, 3) for _ in range(random.randrange(1, 6)))


def _span(random: Random, depth: int) -> str:
    if not depth or random.random() < 0.4:
        return random.choice(_WORDS) if random.random() < 0.8 else random.choice(NASTY)
    inside = " ".join(_span(random, depth - 1) for _ in range(random.randrange(1, 4)))
    return random.choice(_SPANS).format(inside)


def _value(random: Random, depth: int) -> str:
    """A value in YAML, of one of its forms, with what stands before it."""
    pad = "  " * depth
    word = random.choice(_WORDS) if random.random() < 0.7 else random.choice(NASTY)
    form = random.randrange(12 if depth < 8 else 7)
    simple = (
        f" {word}", f" '{word}'", f' "{word}"', f" |\n{pad}{word}\n{pad}{word}", f" >-\n{pad}{word}",
        f" &a{depth} {word}", f" !!str {word}",
    )  # fmt: skip
    if form < len(simple):
        return simple[form]
    below = [_value(random, depth + 1) for _ in range(random.randrange(4))]
    match form:
        case 7:
            return f" [{','.join(below)}]"
        case 8:
            return f" {{{', '.join(f'sleutel{at}:{one}' for at, one in enumerate(below))}}}"
        case 9:
            return "".join(f"\n{pad}-{one}" for one in below)
        case 10:
            keys = ("naam", "titel", "route", "url", "naam")
            return "".join(f"\n{pad}{key}:{one}" for key, one in zip(keys, below, strict=False))
        case _:
            return f" *a{depth}"


def _spoil_line(random: Random, text: str) -> str:
    """Lines move, come twice, go, or change places, with how far they spring in."""
    lines = text.split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    end = min(len(lines), at + random.randrange(1, 6))
    match random.randrange(6):
        case 0:
            del lines[at:end]
        case 1:
            lines[at:at] = lines[other : other + random.randrange(1, 6)]
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at:end] = [
                random.choice((" ", "  ", "    ", "\t", "- ", "> ")) + line for line in lines[at:end]
            ]
        case 4:
            lines[at:end] = [line[random.randrange(1, 5) :] for line in lines[at:end]]
        case _:
            lines[at : at + 2] = [random.choice(("", " ", ": ")).join(lines[at : at + 2])]
    return "\n".join(lines)


def _insert(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(NASTY) + text[at + random.choice((0, 0, 0, 1, 3)) :]


def _delete(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.choice((1, 1, 2, 8, 80)) :]


def _repeat(random: Random, text: str) -> str:
    """Something over and over, up to about the limits of a line, of front matter, or of a body."""
    at = random.randrange(len(text) + 1)
    what = random.choice(NASTY) if random.random() < 0.7 else text[at : at + random.choice((1, 8, 60))] or "-"
    most = random.choice((100, 600, MAX_LINE - 100, MAX_LINE, MAX_FRONT_MATTER, MAX_BODY))
    size = min(most, _LONGEST) if random.random() < 0.98 else most
    return text[:at] + what * max(1, (size - random.randrange(20)) // len(what)) + text[at:]


def _character(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    most = random.choice((0x80, 0x250, 0x3000, 0x110000))
    return text[:at] + chr(random.randrange(most)) + text[at + 1 :]


def _of_form(random: Random, text: str) -> str:
    """The value of a key takes another form."""
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if ":" in line]
    if places:
        at = random.choice(places)
        key = lines[at].split(":")[0]
        lines[at] = f"{key}:{_value(random, (len(key) - len(key.lstrip())) // 2 + 1)}"
    return "\n".join(lines)


def _put_block(random: Random, text: str) -> str:
    lines = text.split("\n")
    lines.insert(random.randrange(len(lines) + 1), _block(random))
    return "\n".join(lines)


_ANY: tuple[Change, ...] = (_spoil_line, _spoil_line, _insert, _insert, _delete, _repeat, _character)
_OF_YAML: tuple[Change, ...] = (*_ANY, _of_form, _of_form)
_OF_MARKDOWN: tuple[Change, ...] = (*_ANY, _put_block, _put_block)
