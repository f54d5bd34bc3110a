"""The form on GitHub in which somebody without knowledge of files can describe a practice, as YAML.

GitHub turns what is filled in into the text of an issue, which `issue` reads.
"""

import yaml

from .boxes import PROMISES, PROMISES_LABEL, SEPARATOR, Box, boxes
from .library import Library

PATH = ".github/ISSUE_TEMPLATE/praktijk.yml"
"""Where GitHub looks for it."""
LABEL = "praktijk"
"""The label that an issue from this form has."""
_HEADER = (
    "# Made by scripts/generate from the field model and the vocabularies. Change those, not this file.\n"
)
_WELCOME = """\
Fijn dat u een praktijk wilt delen. Technische kennis hebt u er niet voor nodig; een paar zinnen zijn genoeg.

- Weet u iets niet? Laat het leeg, of kies *Nog onbekend*.
- Schrijf alleen wat een openbare bron zegt, in uw eigen woorden. Wat u invult, is meteen openbaar.
- Na het insturen kijkt een controle alles na. Die zegt onder uw bericht wat er nog beter moet.
"""


def issue_form(library: Library) -> str:
    """The form as YAML."""
    promises = [{"label": promise, "required": True} for promise in PROMISES]
    form = {
        "name": "Een praktijk delen",
        "description": "Beschrijf een goede praktijk uit uw regio. U hoeft niets van bestanden te weten.",
        "title": "Praktijk: ",
        "labels": [LABEL],
        "body": [
            {"type": "markdown", "attributes": {"value": _WELCOME}},
            *(_element(box) for box in boxes(library)),
            {
                "type": "checkboxes",
                "id": "akkoord",
                "attributes": {"label": PROMISES_LABEL, "options": promises},
            },
        ],
    }
    return _HEADER + yaml.dump(form, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


def _element(box: Box) -> dict[str, object]:
    attributes: dict[str, object] = {"label": box.label, "description": box.help}
    if box.kind == "dropdown":
        attributes["multiple"] = bool(box.entry and box.entry.several)
        attributes["options"] = list(box.options)
    elif box.parts:
        attributes["placeholder"] = SEPARATOR.join(part.title for part in box.parts)
    return {
        "type": box.kind,
        "id": box.id,
        "attributes": attributes,
        "validations": {"required": box.required},
    }


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines as people do, after `|`."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)
