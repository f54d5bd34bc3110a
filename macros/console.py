"""A conversation in a terminal: plain lines, no colours, one thing at a time: it can be read aloud."""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .options import Option, matching

WIDTH = 78
"""Characters of a line; terminals have 80."""
END = "."
"""A line with only this ends a text of several lines."""


@dataclass(frozen=True)
class Console:
    """Says things, and hears answers. Whoever answers can stop: then `hear` raises."""

    hear: Callable[[str], str]
    """Shows a prompt, gives the line that came; `EOFError` or `KeyboardInterrupt` where no more will."""
    show: Callable[[str], None]
    """Shows one line."""

    def say(self, *paragraphs: str) -> None:
        """Paragraphs, wrapped; an empty one is a blank line."""
        for text in paragraphs:
            for line in textwrap.wrap(text, WIDTH, break_on_hyphens=False) or [""]:
                self.show(line)

    def title(self, text: str) -> None:
        """What the next question is about."""
        self.say("", text, "-" * min(len(text), WIDTH))

    def offer(self, options: Sequence[Option], *, explained: bool) -> None:
        """A numbered list, with what each means where it is `explained`."""
        for number, option in enumerate(options, 1):
            text = (
                f"{option.label}. {option.description}" if explained and option.description else option.label
            )
            self.show(textwrap.fill(f"{number:>3}. {text}", WIDTH, subsequent_indent="     "))

    def line(self, question: str, proposal: str = "") -> str:
        """One line; the proposal, if there is one, for an empty answer."""
        prompt = f"{question} [{proposal}]: " if proposal else f"{question}: "
        return self.hear(prompt).strip() or proposal

    def lines(self) -> str:
        """A text of several lines. Nothing if the first line is empty."""
        found: list[str] = []
        while (line := self.hear("| ")).strip() != END:
            if not found and not line.strip():
                break
            found.append(line)
        return "\n".join(found).strip()

    def choose(self, question: str, options: tuple[Option, ...], proposal: str = "") -> str:
        """An id from `options`, or what was typed if it is none of them; asks again if it can be several."""
        while True:
            typed = self.line(question, proposal)
            found = matching(typed, options)
            if len(found) < 2:
                return found[0].id if found else typed
            self._doubt(typed, found, options)

    def choose_several(self, question: str, options: tuple[Option, ...], proposal: str = "") -> list[str]:
        """The same for any number, with commas between."""
        while True:
            typed = self.line(question, proposal)
            if len(whole := matching(typed, options)) == 1:  # a label may have a comma in it
                return [whole[0].id]
            words = [word.strip() for word in typed.split(",") if word.strip()]
            found = [matching(word, options) for word in words]
            doubtful = [at for at, ones in enumerate(found) if len(ones) > 1]
            if not doubtful:
                return [ones[0].id if ones else word for word, ones in zip(words, found, strict=True)]
            for at in doubtful:
                self._doubt(words[at], found[at], options)

    def agrees(self, question: str) -> bool:
        """Whether the answer is yes."""
        while True:
            answer = self.line(f"{question} (ja of nee)").casefold()
            if answer in ("ja", "j", "nee", "n"):
                return answer[0] == "j"
            self.say("Antwoord met ja of nee.")

    def _doubt(self, typed: str, found: Sequence[Option], options: tuple[Option, ...]) -> None:
        these = ", ".join(f"{options.index(one) + 1} ({one.label})" for one in found[:6])
        self.say(f"Met '{typed}' kunt u meer dan één bedoelen: {these}. Kies een nummer.")
