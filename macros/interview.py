"""Asks for a practice in a conversation, and judges each answer by the checks as it comes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from .console import Console
from .draft import Draft, slug_of
from .library import Reading
from .model import SECTIONS
from .options import Option
from .questions import Questions
from .reference import Entry, entries


class Interview:
    """One conversation. Nothing is kept but what it gives back."""

    def __init__(self, console: Console, reading: Reading, today: date) -> None:
        self._console = console
        self._reading = reading
        self._questions = Questions(console, reading.library, today, self._against)
        proposals = {entry.key: self._questions.proposal(entry) for entry in entries() if not entry.several}
        self._front: dict[str, Any] = {key: one for key, one in proposals.items() if one}
        self._sections: dict[str, str] = {}
        self._folder = self._slug = ""

    def hold(self) -> Draft:
        """Ask everything; raises what the console raises when somebody stops."""
        for entry in entries():
            if entry.required:
                self._ask(entry)
        self._name()
        for entry in self._wanted():
            self._ask(entry)
        self._console.title("De tekst")
        self._console.say(
            "Schrijf bij elke kop zoveel regels als u wilt. Sluit af met een regel waarop alleen een punt "
            "staat. Weet u er niets over? Geef dan meteen Enter."
        )
        for heading, question in SECTIONS.items():
            self._section(heading, question)
        return self._draft(self._front, self._sections)

    def _ask(self, entry: Entry) -> None:
        """Fill one key, and all that is in it."""
        self._console.title(f"{entry.title} ({'verplicht' if entry.required else 'mag leeg blijven'})")
        self._console.say(entry.help)

        def put(value: Any) -> Mapping[str, Any]:
            return {**self._front, entry.key: value}

        value = self._questions.answer(entry, entry.key, put, self._questions.proposal(entry))
        if value:
            self._front = dict(put(value))

    def _name(self) -> None:
        """The folder and the name of the file."""
        self._folder = self._front["regios"][0]
        self._console.title("Naam van het bestand (verplicht)")
        self._console.say(
            "Kleine letters, cijfers en streepjes, zonder .md. De naam wordt het adres op de site. "
            f"Het bestand komt in de map van de eerste regio: {self._folder}."
        )
        while True:
            self._slug = self._console.line("Naam", slug_of(self._front["titel"])).removesuffix(".md")
            draft = self._draft(self._front, self._sections)
            problems = draft.problems(self._reading.surroundings, new=True)
            if not problems:
                return
            self._console.say(*(f"{problem.message}." for problem in problems))

    def _wanted(self) -> list[Entry]:
        """The keys that somebody wants to fill besides those that must be."""
        optional = [entry for entry in entries() if not entry.required]
        menu = tuple(Option(entry.key, entry.title, entry.description) for entry in optional)
        self._console.title("Wat u verder kunt vertellen")
        self._console.offer(menu, explained=True)
        self._console.say("Geef de nummers die u wilt invullen, met komma's ertussen. Enter: geen.")
        while True:
            chosen = self._console.choose_several("Welke", menu)
            strange = [one for one in chosen if all(one != option.id for option in menu)]
            if not strange:
                return [entry for entry in optional if entry.key in chosen]
            self._console.say(f"'{strange[0]}' staat niet in de lijst. Kies nummers uit de lijst.")

    def _section(self, heading: str, question: str) -> None:
        self._console.title(heading)
        self._console.say(question)
        while True:
            sections = {**self._sections, heading: self._console.lines()}
            said = self._draft(self._front, sections).against("tekst", self._reading.surroundings)
            if not said:
                self._sections = sections
                return
            self._console.say(*said, "Schrijf de tekst onder deze kop opnieuw.")

    def _against(self, path: str, front: Mapping[str, Any]) -> list[str]:
        return self._draft(front, self._sections).against(path, self._reading.surroundings)

    def _draft(self, front: Mapping[str, Any], sections: Mapping[str, str]) -> Draft:
        regions = front.get("regios") or [""]
        return Draft(self._folder or regions[0], self._slug, front, sections)
