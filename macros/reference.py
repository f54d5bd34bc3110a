"""The field model as a list for people: what each key means and what it may hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from .choices import Choice
from .fields import Known
from .model import FrontMatter


@dataclass(frozen=True)
class Entry:
    """One key of front matter, or of a group inside it."""

    key: str
    title: str
    description: str
    required: bool
    several: bool
    """Whether the value is a list."""
    choices: Sequence[Choice]
    """The words it can be, where these are few and fixed."""
    vocabulary: str
    """The vocabulary that its words come from, or nothing."""
    parts: Sequence["Entry"]
    """The keys inside it, where it is a group."""


def entries(model: type[BaseModel] = FrontMatter) -> tuple[Entry, ...]:
    """The keys of `model`, in the order in which people write them."""
    found = []
    for field in model.model_fields.values():
        inside = list(_inside((field.annotation, *field.metadata)))
        records = [one for one in inside if isinstance(one, type) and issubclass(one, BaseModel)]
        choices = [one for one in inside if isinstance(one, type) and issubclass(one, Choice)]
        known = [one.vocabulary for one in inside if isinstance(one, Known)]
        found.append(
            Entry(
                key=str(field.alias),
                title=str(field.title),
                description=field.description or "",
                required=field.is_required(),
                several=any(one is tuple for one in inside),
                choices=tuple(choices[0]) if choices else (),
                vocabulary=known[0] if known else "",
                parts=entries(records[0]) if records else (),
            )
        )
    return tuple(found)


def _inside(parts: Sequence[Any]) -> Any:
    """Everything that an annotation is made of, however deep."""
    for part in parts:
        yield part
        if isinstance(part, type) and not get_args(part):
            continue
        origin = getattr(part, "__origin__", None)
        if origin is not None:
            yield origin
        yield from _inside((*get_args(part), *getattr(part, "__metadata__", ())))
