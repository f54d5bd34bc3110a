"""What somebody fills in on GitHub, and the text that GitHub makes of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from macros.issue_form import PATH

from .conftest import ROOT

DAY = date(2026, 11, 20)
FORM: dict[str, Any] = yaml.safe_load((ROOT / PATH).read_text("utf-8"))
ASKED: list[dict[str, Any]] = [one for one in FORM["body"] if one["type"] != "markdown"]

FILLED: dict[str, str] = {
    "titel": "Samen koken in de wijk",
    "samenvatting": "Buurtbewoners koken elke week samen,\nin het wijkcentrum.",
    "regios": "Twente, Groningen",
    "themas": "Welzijn en meedoen, Anders werken, genoeg mensen, Wonen met zorg",
    "domeinen": "Sociaal werk en welzijn",
    "doelgroepen": "- bewoners die vaak alleen eten\n- hun buren",
    "fase": "Pilot",
    "gestart": "2026-03",
    "organisaties": "Welzijn Voorbeeld | Sociaal werk en welzijn | Trekker\nGemeente X |  | Financier",
    "financiering": "Tijdelijke subsidie of pilotgeld | Opstart | Voor de keuken. | 2027-03\nonbekend",
    "toepassingen": "Drenthe | 2026-06",
    "bronnen": "Verslag van de kookgroep | Welzijn Voorbeeld | 2026-06-15 | https://www.voorbeeld.example/v",
    "contact-organisatie": "Welzijn Voorbeeld",
    "contact-email": "info@voorbeeld.example",
    "tekst-aanleiding": "Wie alleen eet, eet slecht.\n\n### Titels zijn geen Titel\n\nEn zo.",
    "tekst-open-vragen": "- Wat kost het?",
}

WRITTEN = """\
---
titel: Samen koken in de wijk
samenvatting: Buurtbewoners koken elke week samen, in het wijkcentrum.
regios: [twente, groningen]
themas: [welzijn, anders-werken, wonen]
domeinen: [welzijn]
doelgroepen:
  - bewoners die vaak alleen eten
  - hun buren
fase: pilot
gestart: 2026-03
organisaties:
  - naam: Welzijn Voorbeeld
    domein: welzijn
    rol: trekker
  - naam: Gemeente X
    rol: financier
financiering:
  - route: subsidie-pilot
    voor: opstart
    toelichting: Voor de keuken.
    tot: 2027-03
  - route: onbekend
toepassingen:
  - regio: drenthe
    sinds: 2026-06
bronnen:
  - titel: Verslag van de kookgroep
    uitgever: Welzijn Voorbeeld
    datum: 2026-06-15
    url: https://www.voorbeeld.example/v
contact:
  organisatie: Welzijn Voorbeeld
  email: info@voorbeeld.example
gecontroleerd: 2026-11-20
---

## Aanleiding

Wie alleen eet, eet slecht.

### Titels zijn geen Titel

En zo.

## Open vragen

- Wat kost het?
"""


def filed(answers: Mapping[str, str], *, ticked: bool = True) -> str:
    """The text of an issue as GitHub makes it of answers by id."""
    parts = []
    for element in ASKED:
        answer = answers.get(element["id"], "").strip() or "_No response_"
        if element["type"] == "checkboxes":
            box = "- [x]" if ticked else "- [ ]"
            answer = "\n".join(f"{box} {one['label']}" for one in element["attributes"]["options"])
        parts.append(f"### {element['attributes']['label']}\n\n{answer}")
    return "\n\n".join(parts)
