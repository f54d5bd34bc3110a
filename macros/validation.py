"""From plain data to a record of the field model, or to Dutch problems at their places."""

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from .document import Document, Location, field_name
from .fields import Context, suggestion
from .problem import Mark

R = TypeVar("R", bound=BaseModel)

_NOT_A_LIST = "hier hoort een lijst. Schrijf [een, twee], of elk op een regel met een streepje (-)"
_NOT_A_GROUP = "hier hoort een groep. Schrijf sleutels met een waarde, elk op een eigen regel die inspringt"

_MESSAGES = {
    "missing": "'{key}' is verplicht en ontbreekt. Voeg deze sleutel toe",
    "string_type": "hier hoort tekst, geen lijst of groep. Schrijf de waarde op één regel",
    "string_too_short": "{size} tekens is te kort: minstens {min_length} tekens. Vul aan",
    "string_too_long": "{size} tekens is te lang: hoogstens {max_length} tekens. Maak korter",
    "tuple_type": _NOT_A_LIST,
    "model_type": _NOT_A_GROUP,
    "int_parsing": "'{input}' is geen getal. Schrijf een heel getal, zoals 5",
    "int_type": "hier hoort een getal. Schrijf een heel getal, zoals 5",
    "int_from_float": "'{input}' is geen heel getal. Schrijf een heel getal, zoals 5",
    "int_parsing_size": "dit getal is te groot. Kijk het na",
    "greater_than_equal": "{input} is te weinig: minstens {ge}. Kijk het getal na",
    "less_than_equal": "{input} is te veel: hoogstens {le}. Kijk het getal na",
}
"""Dutch for what pydantic itself refuses; the kinds in `fields` bring their own Dutch."""

_CODES = {
    "string_type": "type",
    "tuple_type": "type",
    "model_type": "type",
    "int_type": "type",
    "int_parsing": "number",
    "int_from_float": "number",
    "int_parsing_size": "number",
    "greater_than_equal": "number",
    "less_than_equal": "number",
    "string_too_short": "too-short",
    "string_too_long": "too-long",
    "extra_forbidden": "unknown-key",
    "enum": "unknown-choice",
}


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
            mark, message = _explain(model, detail, location, document)
            code = _CODES.get(detail["type"], detail["type"])
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
) -> tuple[Mark, str]:
    """Where the problem stands, and the Dutch words for it."""
    if detail["type"] == "extra_forbidden":
        key = str(location[-1])
        known = _keys(model, detail["loc"][:-1])
        return (
            Mark(*document.key_marks.get(location, document.mark_of(location))),
            f"sleutel '{key}' bestaat niet. {suggestion(key, {k: k for k in known})}"
            f"Hier kan: {', '.join(known)}",
        )
    mark = document.mark_of(location)
    if detail["type"] == "missing" and location[:-1] == ():
        mark = Mark(1, 1)
    if detail["type"] == "enum":
        known = re.findall(r"'([^']+)'", detail["ctx"]["expected"])
        typed = detail["input"]
        if not isinstance(typed, str):
            return mark, f"hier hoort één woord, geen lijst of groep. Kies uit: {', '.join(known)}"
        return mark, (
            f"'{typed[:60]}' kan hier niet. {suggestion(typed, {k: k for k in known})}"
            f"Kies uit: {', '.join(known)}"
        )
    filled = {
        "key": location[-1] if location else "",
        "input": str(detail["input"])[:60],
        **detail.get("ctx", {}),
    }
    template = _MESSAGES.get(detail["type"], "{message}")
    return mark, template.format(size=len(str(detail["input"]).strip()), **filled)


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
