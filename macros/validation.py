"""From plain data to a record of the field model, or to Dutch problems at their places."""

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from .document import Document, Location, field_name
from .kinds import LONGEST_QUOTE, Context, Length, Number, suggestion
from .problem import START, Mark, Refusal

R = TypeVar("R", bound=BaseModel)

_NOT_A_LIST = "hier hoort een lijst. Schrijf [een, twee], of elk op een regel met een streepje (-)"
_NOT_A_GROUP = "hier hoort een groep. Schrijf sleutels met een waarde, elk op een eigen regel die inspringt"

MISSING = Refusal("missing", "'{title}' is verplicht en ontbreekt. Vul aan")
UNKNOWN_CHOICE = Refusal("unknown-choice", "'{value}' kan hier niet. {hint}Kies uit: {known}")
_NOT_A_NUMBER = "hier hoort een getal. Schrijf een heel getal, zoals 5"
_REFUSALS = {
    "missing": MISSING,
    "enum": UNKNOWN_CHOICE,
    "extra_forbidden": Refusal("unknown-key", "sleutel '{value}' bestaat niet. {hint}Hier kan: {known}"),
    "string_type": Refusal("type", "hier hoort tekst, geen lijst of groep. Schrijf de waarde op één regel"),
    "tuple_type": Refusal("type", _NOT_A_LIST),
    "model_type": Refusal("type", _NOT_A_GROUP),
    "string_too_short": Length.TOO_SHORT,
    "string_too_long": Length.TOO_LONG,
    "int_type": Refusal("type", _NOT_A_NUMBER),
    "int_parsing": Number.NO_NUMBER,
    "int_from_float": Number.NO_NUMBER,
    "int_parsing_size": Refusal("number", "dit getal is te groot. Kijk het na"),
    "greater_than_equal": Number.TOO_SMALL,
    "less_than_equal": Number.TOO_LARGE,
}
"""What we say of what pydantic itself refuses; the kinds in `kinds` refuse in their own words."""

_LEAST, _MOST = ("min_length", "ge"), ("max_length", "le")
"""What pydantic calls the limits that a value has passed."""


def validate(model: type[R], document: Document, at: Location, context: Context) -> R | None:
    """The part of `document` at `at` as a `model`; None, and problems in the document, if it is not.

    All problems of the part are found in one go.
    """
    data = document.data
    for step in at:
        data = data[step]
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        details = error.errors(include_url=False)
    bare = [(*at, *detail["loc"]) for detail in details if _is_bare(model, detail)]
    if bare:
        for location in bare:
            _wrap(document, location)
        validate(model, document, at, context)
        return None
    for detail in details:
        location = (*at, *detail["loc"])
        if location not in document.unreadable:  # that has been reported already
            mark, code, message = _explain(model, detail, location, document)
            document.report(mark, field_name(location), code, message)
    return None


def _is_bare(model: type[BaseModel], detail: ErrorDetails) -> bool:
    """Whether words stand where a list of words belongs."""
    if detail["type"] != "tuple_type" or not isinstance(detail["input"], str):
        return False
    return not _records(_field(model, detail["loc"]).annotation)


def _wrap(document: Document, location: Location) -> None:
    """Report bare words, and make them a list, so that they do not hide what is wrong with them."""
    mark = document.mark_of(location)
    holder = document.data
    for step in location[:-1]:
        holder = holder[step]
    words = [word.strip(" -–•*") for word in holder[location[-1]].split(",")]
    holder[location[-1]] = words = [word for word in words if word]
    message = f"hier hoort een lijst. Schrijf [{', '.join(words)}], of elk op een regel met - en een spatie"
    document.report(mark, field_name(location), "type", message)


def _explain(
    model: type[BaseModel], detail: ErrorDetails, location: Location, document: Document
) -> tuple[Mark, str, str]:
    """Where the problem stands, its code, and the Dutch words for it."""
    given, limits = detail["input"], detail.get("ctx", {})
    mark, known, hint = document.mark_of(location), [], ""
    value = str(given)[:LONGEST_QUOTE]
    refusal = _REFUSALS.get(detail["type"]) or Refusal(detail["type"], "{message}")
    title: str | None = ""
    if detail["type"] == "missing":
        title = _field(model, detail["loc"]).title
        mark = START if location[:-1] == () else mark
    elif detail["type"] == "extra_forbidden":
        mark = Mark(*document.key_marks.get(location, mark))
        known, value = _keys(model, detail["loc"][:-1]), str(location[-1])
    elif detail["type"] == "enum":
        known = re.findall(r"'([^']+)'", limits["expected"])
        if not isinstance(given, str):
            return (
                mark,
                refusal.code,
                f"hier hoort één woord, geen lijst of groep. Kies uit: {', '.join(known)}",
            )
    if known:
        hint = suggestion(value, {one: one for one in known})
    return mark, refusal.code, refusal.message.format(
        title=title,
        value=value,
        hint=hint,
        known=", ".join(known),
        size=len(str(given).strip()),
        least=next((limits[name] for name in _LEAST if name in limits), ""),
        most=next((limits[name] for name in _MOST if name in limits), ""),
        message=limits.get("message", ""),
    )  # fmt: skip


def _keys(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys that the record at `location` inside `model` may have."""
    if any(isinstance(step, str) for step in location):
        (model,) = _records(_field(model, location).annotation)
    return [str(field.alias) for field in model.model_fields.values()]


def _field(model: type[BaseModel], location: tuple[int | str, ...]) -> FieldInfo:
    """The field that `location` inside `model` names or lies in."""
    *above, key = [step for step in location if isinstance(step, str)]
    for step in above:
        (model,) = _records(_field(model, (step,)).annotation)
    return next(field for field in model.model_fields.values() if field.alias == key)


def _records(annotation: Any) -> list[type[BaseModel]]:
    """The models inside an annotation such as `tuple[Barrier, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in getattr(annotation, "__args__", ()) for found in _records(part)]
