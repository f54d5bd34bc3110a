"""Whether an address is where somebody lives, or where an organisation is: by the words around it.

The words are declared here; the form in the browser is given them, and judges by them in the same way.
"""

import re
from collections.abc import Sequence

SENTENCE_END = r"[a-z0-9)]{4}[.!?][)\x22']* +(?=[A-Z])|[^:\n]\n+ ?(?=[^\n])"
"""Where what was said before does not count any more. Shorter words with a full stop may be short ones."""
WORD = "[a-zà-ÿ](?:[a-zà-ÿ'.-]*[a-zà-ÿ])?"
LIVING = (
    "woon", "woont", "woonde", "wonend", "wonende", "woonachtig", "woonadres", "huisadres", "thuisadres",
    "privéadres", "prive-adres", "privé-adres", "thuis", "privé", "logeert", "verblijft", "verhuisd",
    "verhuisde", "verhuist", "huisbezoek", "woonplaats",
)  # fmt: skip
"""Words that make a street with a number a home."""
PERSONS = (
    "mevrouw", "mevr", "mw", "meneer", "mijnheer", "heer", "dhr", "familie", "fam", "cliënt", "cliënte",
    "client", "patiënt", "patiënte", "patient", "bewoner", "bewoonster", "moeder", "vader", "oma", "opa",
    "buurvrouw", "buurman", "dochter", "zoon", "zus", "broer", "weduwe", "weduwnaar", "mantelzorger",
    "echtpaar", "voordeur",
)  # fmt: skip
"""Words after which an address with a postcode is no organisation's."""
OF = ("bij", "van", "mijn", "zijn", "haar", "hun")
"""Words before `PERSONS`, or before `adres`, that make a street with a number a home."""
ORGANISATIONS = (
    "postbus", "antwoordnummer", "kantoor", "kantoren", "praktijk", "praktijken", "locatie", "locaties",
    "vestiging", "gebouw", "gemeente", "stichting", "vereniging", "school", "scholen", "bibliotheek",
    "kerk", "moskee", "synagoge", "apotheek", "kliniek", "hospice", "loket", "balie", "receptie",
    "spreekuur", "zaal", "zaaltje", "organisatie", "instelling", "corporatie", "team", "teams", "winkel",
    "café", "restaurant", "boerderij", "hoeve", "atelier", "museum", "theater", "campus", "universiteit",
    "academie", "hotel", "besteding", "opvang", "bijeenkomst", "congres", "symposium", "cursus", "training",
    "coöperatie", "fonds", "instituut", "netwerk", "welzijn", "federatie", "ministerie", "provincie",
    "waterschap", "vilans", "zonmw", "movisie", "rivm", "vng", "nji", "nza", "ciz", "uwv", "umc", "dienst",
    "club", "complex", "station", "inloop", "huisarts", "huisartsen", "tandarts", "fysiotherapie", "ggd",
    "ggz", "fabriek", "paviljoen", "ingang", "b.v", "bv", "n.v", "kvk", "hoofdzetel", "gevestigd", "toren",
    "wijkhuis", "buurthuis", "dorpshuis", "gemeentehuis", "stadhuis", "raadhuis", "ziekenhuis",
    "verpleeghuis", "verzorgingshuis", "inloophuis", "gasthuis", "ontmoetingshuis", "zorghuis", "taalhuis",
    "kerkhuis", "provinciehuis", "clubhuis", "parochiehuis", "koffiehuis", "jongerenhuis",
)  # fmt: skip
"""How words end that mean a place where people work or meet."""
COMPOUNDS = (
    "adres", "centrum", "centra", "groep", "plek", "plaats", "ruimte", "kamer", "park", "tuin", "post",
    "punt", "bad", "hal",
)  # fmt: skip
"""The same, for words that mean this only at the end of a longer one."""
NEXT_TO = ("naast", "tegenover", "achter", "vlakbij", "nabij", "boven", "onder", "deze", "dit")
"""Words that make the place after them a landmark, or something that was spoken of."""


def is_home(before: str, after: str) -> bool:
    """Whether an address with a postcode, between these words, is not clearly that of an organisation."""
    return _nearest(before, after, (*LIVING, *PERSONS)) is not False


def is_lived_in(before: str, after: str) -> bool:
    """Whether a street with a number, between these words, is clearly where somebody lives."""
    return _nearest(before, after, LIVING) is True


def _nearest(before: str, after: str, homes: Sequence[str]) -> bool | None:
    """Whether the last telling word before, or else the first after, tells of a home; None without any."""
    words = re.findall(WORD, re.split(SENTENCE_END, before)[-1].lower())
    for at in reversed(range(len(words))):
        if (told := _told(words, at, homes)) is not None:
            return told
    words = re.findall(WORD, re.split(SENTENCE_END, after)[0].lower())
    told_after = (_told(words, at, homes) for at in range(len(words)))
    return next((told for told in told_after if told is not None), None)


def _told(words: Sequence[str], at: int, homes: Sequence[str]) -> bool | None:
    """Whether one word tells of a home (True), of an organisation (False), or of neither."""
    word, previous = words[at], words[at - 1] if at else ""
    if word in homes or (previous in OF and (word in PERSONS or word == "adres")):
        return True
    if word.endswith(ORGANISATIONS) or (word.endswith(COMPOUNDS) and word not in COMPOUNDS):
        return None if {previous, words[at - 2] if at > 1 else ""} & {*NEXT_TO} else False
    return None
