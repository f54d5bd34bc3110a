"""The questions about one key: asked again until the checks have nothing against the answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .console import Console
from .kinds import UNKNOWN, PartialDate, UnknownAlone
from .library import Library
from .options import options_of
from .reference import Entry

MOST_EXPLAINED = 8
"""Options in a list that are each explained; longer lists have labels alone."""

Put = Callable[[Any], Mapping[str, Any]]
"""Gives all front matter so far, with a value in its place."""


@dataclass(frozen=True)
class Questions:
    """Asks for the values of keys."""

    console: Console
    library: Library
    today: date
    against: Callable[[str, Mapping[str, Any]], list[str]]
    """What the checks have against front matter, as far as the key of that name goes; in their words."""

    def answer(self, entry: Entry, path: str, put: Put, proposal: str = "", *, again: bool = False) -> Any:
        """The value of `entry`, whose name in problems is `path`; asked `again`, it comes without a list."""
        if entry.parts:
            return self._groups(entry, path, put) if entry.several else self._group(entry, path, put)
        options = options_of(entry, self.library)
        if options and not entry.of_practices and not again:
            self.console.offer(options, explained=len(options) <= MOST_EXPLAINED)
            how = "Nummers of namen, met komma's ertussen" if entry.several else "Nummer of naam"
            self.console.say(f"{how}. Een stukje van de naam mag ook.")
        title = entry.title
        if options and entry.several:
            return self._right(path, put, lambda: self.console.choose_several(title, options, proposal))
        if options:
            return self._right(path, put, lambda: self.console.choose(title, options, proposal))
        if entry.several:
            return self._texts(entry, path, put, proposal)
        return self._right(path, put, lambda: self.console.line(title, proposal))

    def proposal(self, entry: Entry) -> str:
        """What an empty answer stands for, where the key cannot be left out."""
        if not entry.required or entry.parts:
            return ""
        if any(isinstance(rule, PartialDate) for rule in entry.rules):
            return self.today.isoformat()
        alone = any(isinstance(rule, UnknownAlone) for rule in entry.rules)
        known = (one.id for one in options_of(entry, self.library))
        return UNKNOWN if alone or UNKNOWN in known else ""

    def _texts(self, entry: Entry, path: str, put: Put, proposal: str) -> list[str]:
        """A list of texts, one an answer; an empty answer ends it."""
        self.console.say("Geef er één per regel. Enter: klaar.")
        found: list[str] = []

        def put_next(value: Any) -> Mapping[str, Any]:
            return put([*found, value] if value else found)

        def ask() -> str:
            return self.console.line(f"{entry.title} {len(found) + 1}", "" if found else proposal)

        while one := self._right(path, put_next, ask):
            found.append(one)
            if one == UNKNOWN:
                break
        return found

    def _groups(self, entry: Entry, path: str, put: Put) -> list[Any]:
        """A list of groups; an empty first answer ends it."""
        found: list[Any] = []

        def put_next(group: Any) -> Mapping[str, Any]:
            return put([*found, group] if group else found)

        while True:
            self.console.say("", f"{entry.noun.capitalize()} {len(found) + 1}")
            if found or not entry.required:
                self.console.say("Enter: geen meer." if found else "Enter: geen.")
            group = self._group(entry, path, put_next, found)
            if not group:
                return found
            found.append(group)

    def _group(self, entry: Entry, path: str, put: Put, before: Sequence[Any] = ()) -> dict[str, Any]:
        """One group; nothing if its first part is empty where it must not be."""
        group: dict[str, Any] = {}
        for at, part in enumerate(entry.parts):
            again = at == 0 and bool(before)
            if not again:
                need = " Verplicht." if part.required else ""
                self.console.say("", f"{part.title}: {part.help}{need}")

            def put_part(value: Any, key: str = part.key) -> Mapping[str, Any]:
                return put({**group, key: value} if value else group)

            proposal = self.proposal(part) if entry.required and not before else ""
            value = self.answer(part, f"{path}.{part.key}", put_part, proposal, again=again)
            if value:
                group[part.key] = value
            elif at == 0 and part.required:
                return {}
        return group

    def _right(self, path: str, put: Put, ask: Callable[[], Any]) -> Any:
        while said := self.against(path, put(value := ask())):
            self.console.say(*said)
        return value
