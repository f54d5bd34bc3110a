"""An issue on GitHub, filed with the form, as a practice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from .boxes import PROMISES, PROMISES_LABEL, SEPARATOR, Box, boxes
from .checks import Surroundings
from .draft import Draft, slug_of
from .issue_text import WHOLE, Finding, answers_in
from .library import Library
from .options import Option, by_word, options_of
from .personal import PREFIX
from .personal import findings as personal_data
from .reference import Entry

MOST_FINDINGS = 100
"""What is said at once; who has more to mend begins with these."""

_BULLET = re.compile(r"[-*•][ \t]+")
_BAR = re.compile(r"(?:^|(?<=[ \t]))\|(?=[ \t]|$)")


def read_issue(body: str, library: Library, day: date) -> tuple[Draft | None, tuple[Finding, ...]]:
    """The practice in an issue, and what is wrong with how it was filled in; never raises.

    There is no draft where the answers cannot be told apart. Whether the draft is right is another
    question: see `findings`. `day` is when the issue was made, for `gecontroleerd`.
    """
    asked = boxes(library)
    answers, wrong = answers_in(body, [*(box.label for box in asked), PROMISES_LABEL])
    if wrong:
        return None, (*wrong, *_personal(body))
    front: dict[str, Any] = {"gecontroleerd": day.isoformat()}
    sections: dict[str, str] = {}
    for box in asked:
        text = answers[box.label]
        if not box.path:
            sections[box.label] = text
        elif box.parts:
            groups, findings = _groups(box, text, library)
            wrong += findings
            _put(front, box.path, groups)
        elif box.entry:
            _put(front, box.path, _value(box.entry, text, options_of(box.entry, library)))
    wrong += _promises(answers[PROMISES_LABEL])
    regions = front.get("regios") or [""]
    return Draft(regions[0], slug_of(str(front.get("titel", ""))), front, sections), tuple(wrong)


def findings(draft: Draft, surroundings: Surroundings, library: Library) -> tuple[Finding, ...]:
    """What the checks have against a draft, each at the box that it is about."""
    labels = {".".join(box.path): box.label for box in boxes(library) if box.path}
    found = []
    problems = draft.problems(surroundings, new=True)
    wrong = {problem.field for problem in problems}
    for problem in sorted(problems, key=lambda one: not one.code.startswith(PREFIX))[:MOST_FINDINGS]:
        key = problem.field
        if key == "bestand" and problem.code.startswith("slug"):
            key = "titel"  # the name of the file comes from it
        if (key, problem.field, problem.code) == ("titel", "bestand", "slug") and "titel" in wrong:
            continue
        if key == "bestand" and problem.code == "folder" and "regios" in wrong:
            continue
        label = labels.get(key) or labels.get(key.split(".")[0]) or _label_at(draft, problem.line, labels)
        found.append(Finding(label, f"{problem.message}.", problem.code.startswith(PREFIX)))
    return tuple(found)


def _personal(body: str) -> Iterator[Finding]:
    """What is personal in an issue whose answers cannot be told apart, each reason once."""
    for message in dict.fromkeys(message for *_, message in personal_data(body)):
        yield Finding(WHOLE, f"{message}.", personal=True)


def _put(front: dict[str, Any], path: Sequence[str], value: Any) -> None:
    """Set a key of front matter, or a key in a group of it; nothing where there is no value."""
    if not value:
        return
    for key in path[:-1]:
        front = front.setdefault(key, {})
    front[path[-1]] = value


def _value(entry: Entry, text: str, options: tuple[Option, ...]) -> Any:
    """What a box holds: text, an id, or a list of either. Words that are no option stay as they are."""
    words = by_word(options)
    if not entry.several:
        return words.get(text.casefold(), text)
    if not options:
        return list(_lines(text))
    return _chosen(text, options) or [
        words.get(word.strip().casefold(), word.strip()) for word in text.split(",") if word.strip()
    ]


def _chosen(text: str, options: tuple[Option, ...]) -> list[str]:
    """The ids of labels with a comma and a space between, though a label may have these too; else none."""
    if len(text) > sum(len(option.label) + 2 for option in options):
        return []
    reached: dict[int, list[str]] = {0: []}
    for at in range(len(text)):
        if at in reached:
            for option in options:
                end = at + len(option.label)
                if text.startswith(option.label, at) and (end == len(text) or text.startswith(", ", end)):
                    reached.setdefault(end if end == len(text) else end + 2, [*reached[at], option.id])
    return reached.get(len(text), [])


def _groups(box: Box, text: str, library: Library) -> tuple[list[dict[str, str]], list[Finding]]:
    """A group for each line, its parts between bars."""
    groups, wrong = [], []
    order = SEPARATOR.join(part.title.lower() for part in box.parts)
    known = {part.key: by_word(options_of(part, library)) for part in box.parts}
    for number, line in enumerate(_lines(text), 1):
        values = [value.strip() for value in _BAR.split(line)]
        if len(values) > len(box.parts):
            advice = f"hoogstens {len(box.parts)}: {order}. Haal een streep (|) weg"
            wrong.append(Finding(box.label, f"op regel {number} staan {len(values)} delen, {advice}"))
        filled = {part.key: value for part, value in zip(box.parts, values, strict=False) if value}
        groups.append({key: known[key].get(value.casefold(), value) for key, value in filled.items()})
    return [group for group in groups if group], wrong


def _lines(text: str) -> Iterator[str]:
    """The lines with something on them, without the dashes that people put before them."""
    for line in text.split("\n"):
        if bare := _BULLET.sub("", line.strip(), count=1) if _BULLET.match(line.strip()) else line.strip():
            yield bare


def _promises(text: str) -> list[Finding]:
    ticked = {
        line.strip()[len("- [x] ") :]
        for line in text.split("\n")
        if line.strip().lower().startswith("- [x] ")
    }
    return [
        Finding(PROMISES_LABEL, f"nog niet aangevinkt: {promise} Zet er een vinkje voor")
        for promise in PROMISES
        if promise not in ticked
    ]


def _label_at(draft: Draft, line: int, labels: Mapping[str, str]) -> str:
    """The box that a line of the file came from: the nearest key or heading at or above it."""
    for text in reversed(draft.text.split("\n")[:line]):
        if text.startswith("## ") and text[3:] in draft.sections:
            return text[3:]
        if text == "---":
            break
        key = text.split(":")[0]
        if found := labels.get(key) or next(
            (label for at, label in labels.items() if at.startswith(f"{key}.")), ""
        ):
            return found
    return WHOLE
