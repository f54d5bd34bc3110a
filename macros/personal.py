"""What in a text is about one person, or leads to one: numbers, mailboxes, homes, names.

A sign is a pattern, and where the form alone says too little, a proof by name: a checksum, or the words
around it. The form in the browser is given the signs and the lists, and has the same few proofs (see `kinds`
for what a pattern may use). What is found is never repeated: problems stand in public logs and issues.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from string import ascii_lowercase

from .characters import SPACE
from .dwellings import is_home, is_lived_in
from .mailboxes import FREE, is_function

PREFIX = "personal-"
"""What the code of every sign begins with."""
MOST = 40
"""Places of each sign that are found in one text; nobody mends more at once."""
WINDOW = 120
"""Characters before and after what is found that a proof looks at."""
REACH = 240
"""Characters around what a sign needs within which it is looked for; no sign is longer."""
LEVEL = (
    (f"[{SPACE.replace(chr(10), '').lstrip(' ')}]", " "),
    ("[\u2010-\u2015\u2212]", "-"),
    ("[\u2018\u2019\u02bc]", "'"),
    (r"\n(?<=[^\n]\n)(?=[^\n#>|*+-])", " "),
)
"""What is made equal before looking: spaces, dashes, apostrophes, and lines of one paragraph. Each replaces
one character by one, so that places stay the same."""
CAPITALS = "[A-ZÀ-ÖØ-Þ]"
"""Letters of which there is a small one, as long."""

_APART = "\n\n\f\n\n"
"""Between two texts: no text has it, and no form goes across it."""
_REMEDY = "Haal het weg, of vraag de redactie om het vrij te geven"


@dataclass(frozen=True)
class Cleared:
    """What may stand in a text although it looks like somebody's."""

    values: tuple[str, ...] = ()
    """Exact texts that the editors have cleared."""
    places: frozenset[str] = frozenset()
    """Names of places, in small letters, that mailboxes of functions have in them."""

    @cached_property
    def form(self) -> str:
        """Regular expression for those texts where they stand by themselves; empty without any.

        `jan@x.nl` says nothing of `marjan@x.nl` or `jan@x.nl.example`.
        """
        escaped = (re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", value) for value in self.values)
        known = "|".join(sorted(escaped, key=len, reverse=True))
        return f"(?<![A-Za-z0-9._%+-])(?:{known})(?![A-Za-z0-9_%+@-]|[.][A-Za-z0-9])" if known else ""


NOTHING = Cleared()


@dataclass(frozen=True)
class Sign:
    """A form that personal data have."""

    code: str
    message: str
    """Dutch: why it may not be here, and what to do."""
    form: str
    """Regular expression; its group, if it has one, is what was found."""
    needs: str
    """Regular expression for something small that the sign has, in small letters: the dear form is only
    looked for around it."""
    words: tuple[str, ...] = ()
    """Of these the text must have at least one, in small letters: saves looking as well."""
    cased: bool = False
    """Whether capitals tell; else it looks at small letters."""
    proof: str = ""
    """Name of what else must hold (see `PROOFS`)."""
    unless: str = ""
    """Regular expression for what stands before, in small letters, where it is no sign after all."""
    unless_after: str = ""
    """The same for what follows."""


def _any(*forms: str) -> str:
    return f"(?:{'|'.join(forms)})"


# --- Numbers ------------------------------------------------------------------------------------------------

_GAP = r"[ /()*_`~\\\[\]\u00b7\u2022.-]{0,3}"
"""What people put between the digits of a telephone number, marks of Markdown among it."""


_MANY_DIGITS = f"[0-9](?!0[0-9]{{2}}-[01][0-9]-[0-3][0-9](?![0-9]))(?:{_GAP}[0-9]){{7}}"
"""What numbers of people have: eight digits."""


def _digits(count: str) -> str:
    return f"(?:{_GAP}[0-9]){{{count}}}(?![0-9])"


_OTHER_NUMBER = (
    "(?:kvk|k[.]v[.]k[.]|kamer van koophandel|rsin|agb|vestigings?|isbn|issn|doi|big|btw|fiscaal|zaak|kenmerk"
    "|artikel|bestel|order|project|rapport|document|publicatie|referentie|factuur|registratie|pmid|pmcid|ean|oin"
    "|subsidie|lrk|anbi|kamerstuk|id)"
)
_LABELLED = (
    f"(?<![a-z]){_OTHER_NUMBER}(?:[- ]?(?:nummer|nr[.]?|code|registratie))?(?: is| luidt)?[ :#(.-]{{0,4}}$"
)
"""Before a number that says itself what it is."""
_IN_ADDRESS = (
    "(?:https?:|www[.]|doi[.]org|doi:)"
    "(?![^ ]*(?:wa[.]me|whatsapp|signal[.]me|t[.]me|telegram|phone|tel[=:]|mobiel))[^ \n)]*$"
)
"""Before a number within the address of a page, that is not one to call."""
_IN_ACCOUNT = "(?<![a-z0-9])[a-z]{2}[0-9]{2}[ .-]?[a-z]{4}[ .-]?$"
"""Before a number that is part of an account's."""
_UNIT = (
    "^ ?(?:euro|eur(?![a-z])|miljoen|mln|duizend|inwoners|mensen|deelnemers|bewoners|stuks|keer|uur(?![a-z])"
    "|minuten|stappen|kilo|kg|km|m2|m3|kwh|%|procent|cliënten|patiënten|huishoudens|bezoekers)"
)
_COUNTRY = f"(?:[+]|00){_GAP}"
_TRUNK = "(?:[(]?0[)]?)?"
_NOT_DATE = (
    "(?!06[./ -][01]?[0-9][./ -](?:19|20)[0-9]{2}(?![0-9]))(?!06[.:][0-5][0-9] ?- ?[0-2]?[0-9][.:][0-5][0-9])"
)
_MOBILE_START = _any(
    f"{_COUNTRY}31{_GAP}{_TRUNK}{_GAP}6", f"316|31[ -]?{_TRUNK}[ -]?6(?=[ -]?[0-9]{{8}}(?![0-9]))",
    f"{_NOT_DATE}(?:[(]?[0o]6[)]?(?!6)|[(]0[)] ?6|0 6(?= [0-9] )|06(?:-?nummer)? is:?)",
)  # fmt: skip
_FOREIGN_MOBILE = _COUNTRY + _any(
    f"32{_GAP}{_TRUNK}{_GAP}4{_digits('8')}", f"49{_GAP}{_TRUNK}{_GAP}1{_GAP}[567]{_digits('8,9')}",
    f"44{_GAP}{_TRUNK}{_GAP}7{_digits('9')}",
)  # fmt: skip
_NUMBER_WORD = (
    "(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[a-z]{3,5}tien"
    "|(?:[a-zëé]{3,7}(?:en|ën))?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|[0-9]{1,4})"
)
_MISTER = "(?:mevrouw|mevr[.]|mw[.]|meneer|de heer|dhr[.]|familie|mijn [a-z]+)"
_OWN_LINE = _any(
    "thuisnummer", "nummer thuis", "privé-?(?:nummer|telefoon)?",
    "mijn (?:eigen |vaste )?(?:telefoon|nummer)[a-z]*",
    f"(?:telefoon|tel[.]|nummer|telefoonnummer)(?: is)? (?:van )?{_MISTER}(?: [a-z]+){{0,3}}",
    "thuis(?: (?:te bereiken|bereikbaar|bellen))?(?: op| onder)?",
)  # fmt: skip
_CALLS = ("mobiel", "app", "bel", "sms")
_CALL = "(?:mobiele?|mobieltje|app|appen|whatsapp|bel|sms)"

_BSN_CUE = "(?:bsn|b[.]s[.]n[.]?|burger ?service-? ?(?:nummer|nr)|sofi[ -]?(?:nummer|nr))"
_GROUPS = ("9", "3 3 3", "4 2 3", "4 3 2", "3 2 4", "2 3 4", "3 4 2", "2 2 2 3", "3 2 2 2", "2 2 3 2")
"""How people divide nine digits."""
_NINE = _any(*("[ .-]".join(f"[0-9]{{{size}}}" for size in group.split()) for group in _GROUPS))

_CODED = "[- ]?(?:nummer|nr[.]?|no[.]?|id)"
_IS = "(?: (?:is|luidt|was|van [a-z. ]{2,30}?))?[ :=#(]{1,4}"
_HELD = _any(
    "cliënt", "client", "patiënt", "patient", "polis", "dossier", "bewoners?", "verzekerden?", "zorgpas",
    "epd", "ecd", "zorgdossier", "lidmaatschaps", "zorgpolis", "verzekerings", "v",
)  # fmt: skip

# --- Mailboxes ----------------------------------------------------------------------------------------------

_OPEN, _SHUT = r"[(\[{<] ?", r" ?[)\]}>]"
_DOT_WORD = _any(rf" ?{_OPEN}(?:punt|dot|[.]){_SHUT} ?", " (?:punt|dot|[.]) ", "&(?:#46|#x2e|period);")
DOT = rf"(?:[.]|{_DOT_WORD})"
"""A full stop in an address, also as people write it to mislead a machine."""
_AT_SIGN = _any(
    r"[ *`\\]{0,4}@[ *`\\]{0,4}", "%40", "&(?:#64|#x40|commat);",
    rf" ?{_OPEN}(?:at|@|ad|a|ap[a-z]*staart[a-z]*){_SHUT} ?",
    "[ -]?ap[a-z]{0,3}staart(?:je)?[ -]?",
)  # fmt: skip
AT = _any(_AT_SIGN, " at ")
"""An @, in the same way."""
_NAME_SIGN = "[a-z0-9à-ÿ_+'-]"
_LOCAL = f"(?<![a-z0-9à-ÿ._+'-]){_NAME_SIGN}{{1,64}}(?:{DOT}{_NAME_SIGN}{{1,64}}){{0,5}}"
_LABEL = "[a-z0-9à-ÿ-]{1,63}"
_FREE = _any(*FREE)

# --- Birth --------------------------------------------------------------------------------------------------

_MONTH = (
    "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)[.]?"
)
_DAY_MONTH = "[0-3]?[0-9] ?[./-] ?[01]?[0-9] ?[./-] ?"
_YEAR = "(?:(?:18|19|20)[0-9]{2}|'?[0-9]{2})"
_DATE = "{}(?![0-9])".format(
    _any(
        f"{_DAY_MONTH}{_YEAR}",
        f"[0-3]?[0-9](?:e|ste|de)?[ -]{_MONTH},?[ -]{_YEAR}",
        f"{_MONTH} [0-3]?[0-9],? (?:18|19|20)[0-9]{{2}}",
        "(?:18|19|20)[0-9]{2} ?[./-] ?[01]?[0-9] ?[./-] ?[0-3]?[0-9]",
        "[0-3]?[0-9] [01]?[0-9] (?:18|19|20)[0-9]{2}",
        "(?:18|19|20)[0-9]{2}[01][0-9][0-3][0-9]",
        "[0-3][0-9][01][0-9](?:18|19|20)[0-9]{2}",
    )
)
_DAYLIKE = (
    "[0-9][a-z]{0,3}[ ,./'-]{1,3}(?:[0-9]|jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|[0-9]{8}"
)
"""What every day has."""
_OLD_YEAR = "19[0-7][0-9]"
_BEFORE_2000 = "(?:19[0-9]|[./-] ?'?[3-9])[0-9](?![0-9])"
_LONG_AGO = _any(
    f"{_DAY_MONTH}{_OLD_YEAR}",
    f"[0-3]?[0-9](?:e|ste)?[ -]{_MONTH},?[ -]{_OLD_YEAR}",
    f"{_OLD_YEAR} ?[./-] ?[01][0-9] ?[./-] ?[0-3][0-9]",
    f"[0-3][0-9] [01][0-9] {_OLD_YEAR}",
)
"""A day on which people were born who are old now."""
_FULL_OLD_DATE = _any(
    f"{_DAY_MONTH}19[0-9]{{2}}", f"[0-3]?[0-9] {_MONTH} 19[0-9]{{2}}", "19[0-9]{2}-[01][0-9]-[0-3][0-9]"
)
_OLD_DATE = _any(_FULL_OLD_DATE, f"{_DAY_MONTH}'?[3-9][0-9](?![0-9])")
_BORN = _any(
    "geboren,?(?: (?:te|in) [a-zà-ÿ' -]{2,30}?)?,?(?: op| d[.]?d[.]?)?(?: [a-z]{3,6}dag)?(?: de)?[: ]{1,2}",
    "geb[.]?(?: op)?[:.]? ?",
    "geb(?:oorte)?[.]? ?-?(?:datum|dag|dat[.]?|dtm)(?:(?: van [a-zà-ÿ. ]{2,40}?)?"
    "(?: is| was)?(?: op)?[ :=(]{1,3}|[^0-9\n.;]{1,12})",
    "geb(?:oorte)?[.]? ?-?datum[^0-9\n]{0,40}\n[|: -]{3,40}\n[^\n]{0,60}?[ |]",
    "birth[ _-]?(?:date|day)[^0-9\n.;]{1,6}",
    "(?:date of birth|dob|d[.]o[.]b[.])[: ]{1,2}",
    "° ?",
    "(?<=[a-z.)] )[*] ?",
    "[(,] ?[*] ?",
    "(?:jarig|verjaart|verjaardag)(?: van [a-zà-ÿ. ]{2,30}?)?(?: is| was)?(?: op)?[ :]{1,2}",
    "(?:levenslicht|wereld)(?: op)? ",
)
_BIRTH_WORDS = (
    "gebo", "geb.", "geb ", "geb:", "geb-", "gebd", "dob", "birth", "d.o", "jarig", "verja", "°", "*",
    "levenslicht", "wereld op",
)  # fmt: skip
_PERSON = (
    "(?<![a-zà-ÿ])(?:cliënte?|client|patiënte?|mevrouw|mevr|mw|meneer|dhr|moeder|vader|oma|opa|zoon|dochter|zus"
    "|broer|man|vrouw|hij|zij|ze|ik|haar|bewoner|bewoonster|buurvrouw|buurman|partner|mantelzorger)(?![a-zà-ÿ])"
)
_SENTENCE = "[^.!?;\n]|(?<![a-z0-9)]{4})[.]"
"""A sign within a sentence; a full stop after a short word may be part of it."""
_THING = (
    "(?<![a-zà-ÿ])(?:idee|idee[ëe]n|initiatief|plan|project|programma|stichting|vereniging|samenwerking|werkwijze"
    "|aanpak|praktijk|methode|netwerk|concept|droom|beweging|wijkteam|organisatie|kinderen|mensen|baby's|personen"
    "|inwoners|iedereen|bewoners|jongeren|ouderen|wie|cliënten|patiënten)(?![a-zà-ÿ])"
    f"(?:(?!{_PERSON}| - )[^[.,;:!?()\n]){{0,40}}$"
)
"""Before a day on which not one person was born: what was, with nobody in between."""
_INSTITUTION = (
    "(?:wet|wetten|besluit|regeling|verordening|verdrag|akkoord|overeenkomst|convenant|richtlijn|uitspraak|arrest"
    "|stichting|vereniging|organisatie|instelling|gemeente|provincie|opgericht|oprichting|gesticht|gestart|startte"
    "|begon|begonnen|sinds|invoering|ingevoerd|ingang|werking|van kracht|(?:ging|gingen) in|gebouw|gebouwd"
    "|bouw|geopend|opening|opende|sluiting|gesloten|rapport|nota|advies|brief|krant|publicatie|boek|bron|artikel"
    "|archief|foto|film|verschenen|verscheen|stb|stcrt|awbz|oorlog|bevrijding|watersnood|ramp|gebombardeerd|fusie"
    "|jubileum|vergadering|verslag|bijeenkomst|idee|initiatief|bestaat|bestaan|statuten|notaris|koning|koningin|minister|centrum|kerk|school|fabriek"
    "|(?:zieken|wijk|buurt|dorps|verpleeg|verzorgings|gast|raad|stad)huis)(?![a-zà-ÿ])"
)
_SOURCE = (
    f"{_INSTITUTION}(?:(?!{_PERSON})(?:{_SENTENCE})){{0,80}}$"
    "|(?:18|19|20)[0-9]{2} ?(?:-|en|tot|t/m) ?$|(?<![a-z])(?:tussen|voor|vóór|na|vanaf|tot|t/m|per) $"
)
"""Before an old day that is of an institution, a law, a building, or the end of a time."""
_SOURCE_AFTER = f"^(?:(?!{_PERSON})(?:{_SENTENCE})){{0,80}}?{_INSTITUTION}"

# --- Homes --------------------------------------------------------------------------------------------------

_LETTER = "A-Za-zÀ-ÿ"
_WORD_START = f"(?<![{_LETTER}'.-])"
_NUMBERED_THINGS = (
    "artikel", "art[.]?", "versie", "week", "dag", "pagina", "blz[.]?", "hoofdstuk", "bijlage", "tabel",
    "figuur", "stap", "fase", "les", "deel", "punt", "lid", "kamerstuk", "stb[.]?", "stcrt[.]?", "postbus",
    "antwoordnummer", "de", "het", "een", "in", "van", "en", "tot", "op", "om", "vanaf", "kamer", "zaal",
    "lokaal", "product",
)  # fmt: skip
_NO_STREET = f"(?!{_any(*(f'[{word[0]}{word[0].upper()}]{word[1:]}' for word in _NUMBERED_THINGS))} )"
_ADDITION = "(?:[a-zA-Z]{1,2}|hs|bis|huis|boven|beneden|rood|zwart|I{1,3}|IV)(?![a-zA-Z])"
_HOUSE = f"[1-9][0-9]{{0,4}}(?: ?-? ?{_ADDITION}|[-/ ][0-9]{{1,4}}(?![0-9]))?"
_NO_POSTCODE = _any(
    "en", "in", "is", "de", "op", "te", "we", "er", "of", "om", "al", "zo", "nu", "na", "je", "ze", "ik",
    "ja", "me", "km", "kg", "cm", "mm", "ml", "st", "ha", "pm", "am", "ca", "gr", "eu",
)  # fmt: skip
_NO_CAPITALS = "(?:EU|NL|AI|VN|IC|UN)(?! [A-Z])"
_POSTCODE = (
    f"[1-9][0-9]{{3}}(?! ?(?:{_NO_POSTCODE}|{_NO_CAPITALS})(?![a-zA-Z]))"
    "[ +]?(?:[A-Z]{2}|[a-z]{2}|[A-Z][a-z])(?![A-Za-z])"
)
_LOW_POSTCODE = "[1-9][0-9]{3}[ +]?[a-z]{2}(?![a-z])"
_TO_POSTCODE = (
    f"(?:[ ,;+(\n-]{{1,4}}|&[a-z0-9#]{{2,6}}; ?)(?:[{_LETTER}' -]{{2,30}}(?:[0-9]{{1,4}})?[ ,;(:]{{1,3}})?"
    f"{_POSTCODE}"
)
"""What stands between the number of a house and the end of its postcode."""
_STREET_ENDS = (
    "straat", "str.", "laan", "weg", "plein", "gracht", "kade", "singel", "dijk", "hof", "hofje", "pad",
    "dreef", "steeg", "plantsoen", "markt", "wal", "ring", "baan", "burg", "horst", "oord", "erf", "hoek",
    "akker", "kamp", "veld", "es", "brink", "vliet", "zijde", "poort", "park", "haven", "stede", "donk",
    "meent", "wijk", "tuin", "tuinen", "bos", "bosch", "berg", "heide", "kant", "gaarde", "dam", "eind",
    "einde",
)  # fmt: skip
_STREETS = _any(*(end.replace(".", "[.]") for end in _STREET_ENDS))
_AFTER_WORD = "[1-9](?<=[a-zà-ÿ.] [1-9])[0-9]{0,3}(?![0-9])"
"""A number after a word, as that of a house."""
_LAST = _any(*sorted({end[-3:].replace(".", "[.]") for end in _STREET_ENDS if len(end) > 2}))
_AFTER_STREET = (
    f"[1-9](?!9[0-9]{{2}}|0[0-9]{{2}})(?:(?<={_LAST} [1-9])|(?<=(?:es|nr|no|r[.]|o[.]|er) [1-9])|(?<=#[1-9]))"
)
"""The same, after what ends as a street does."""
_STREET = f"{_WORD_START}[{_LETTER}'.-]{{0,40}}{_STREETS}"
_NUMBER = "(?:(?:op )?(?:nr[.]?|nummer|no[.]?|huisnummer|huisnr[.]?) |#)?"
_NO_UNIT = "(?![0-9]|[.,:][0-9]| ?(?:jaar|maand|week|weken|dag|uur|km|kilo|meter|minu|procent|%|mensen|euro))"
_NO_NAME = (
    "(?!(?:De|Het|Een|In|Op|Oude|Nieuwe|[A-Za-z]*(?:[Zz]org|[Ww]elzijn|[Hh]uis|[Cc]entrum|[Pp]raktijk|[Gg]roep"
    "|[Ss]tichting|[Ss]chool|[Kk]erk|[Tt]eam|[Gg]emeente|[Pp]ark|[Bb]ibliotheek|[Aa]potheek))(?![a-zà-ÿ]))"
)
_NAMED = (
    "(?:(?<=[dt]e )|(?<=t )|(?<=; ))(?<! de )(?<!het )(?<!met )(?<!uit )(?<!loket )(?<!punt )(?<!gemeente )"
    f"{_NO_NAME}[A-Z][a-zà-ÿ]+ (?:(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]|[Ee]l) ){{0,2}}{_NO_NAME}[A-Z][a-zà-ÿ]+"
    r"(?:,| -| [(\[]) ?(?:adres:? )?"
)
"""After a verb somebody's name, right before an address: what stands before it has its own."""
_LATER_WORD = f"(?:[A-ZÀ-Þ][{_LETTER}'-]+|van|de|der|den|het|ten|ter|'t)"

# --- Names --------------------------------------------------------------------------------------------------

_ADDRESSED = (
    "(?:[Mm]evrouw|MEVROUW|[Mm]evr[.]?|MEVR[.]?|[Mm]w[.]?|MW[.]?|[Mm]eneer|MENEER|[Mm]ijnheer|[Dd]e heer"
    "|DE HEER|[Dd]hr[.]?|DHR[.]?)"
)
_DEGREES = "(?:(?:[Dd]rs|[Dd]r|[Pp]rof|[Ii]r|[Ii]ng|[Mm]r|[Dd]s)[.]? ){0,3}"
_SURNAME = (
    "(?:[A-Z][.] ?){0,4}(?:(?:van|de|der|den|ter|ten|te|het|'t|in|op) ){0,3}"
    "(?!(?:De|Het|Een|In|Op|Als|Ook|Wat|Wie|En|Of|Uw|Naam|Achternaam) (?![A-Z]))[A-ZÀ-Þ][a-zà-ÿ'A-Z]"
)


def _mobile(form: str, unless: str = "", words: tuple[str, ...] = (), needs: str = _MANY_DIGITS) -> Sign:
    why = "dit lijkt een mobiel nummer, en dat is van één mens. Schrijf het nummer van een balie. "
    return Sign("personal-mobile", why + _REMEDY, form, needs, words, unless=unless)


def _mail(form: str, needs: str) -> Sign:
    why = "dit lijkt iemands eigen mailadres. Schrijf dat van een functie of afdeling, zoals info@. "
    return Sign("personal-mail", why + _REMEDY, form, needs, proof="person_mailbox")


def _bsn(form: str, proof: str = "", unless: str = _LABELLED, words: tuple[str, ...] = ()) -> Sign:
    why = "dit lijkt een burgerservicenummer, en dat mag nooit openbaar zijn. "
    after = _UNIT if proof else ""
    return Sign(
        "personal-bsn",
        why + _REMEDY,
        form,
        _MANY_DIGITS,
        words,
        proof=proof,
        unless=unless,
        unless_after=after,
    )


def _birth(
    form: str, unless: str = "", unless_after: str = "", words: tuple[str, ...] = (), needs: str = _DAYLIKE,
    *, cased: bool = False,
) -> Sign:  # fmt: skip
    why = "dit lijkt een geboortedatum. Schrijf hoogstens een leeftijd. "
    return Sign("personal-birth", why + _REMEDY, form, needs, words, cased, "", unless, unless_after)


def _home(
    form: str, proof: str = "", words: tuple[str, ...] = (), needs: str = _LOW_POSTCODE, *, cased: bool = True
) -> Sign:
    why = "dit lijkt het adres waar iemand woont. Is het van een organisatie, zeg dat er dan bij. "
    return Sign("personal-home", why + _REMEDY, form, needs, words, cased, proof)


def _number(form: str, words: tuple[str, ...], unless: str = "", needs: str = "[0-9]") -> Sign:
    why = "dit lijkt een nummer waarmee één mens te vinden is. "
    return Sign("personal-number", why + _REMEDY, form, needs, words, unless=unless)


def _profile(form: str, proof: str = "") -> Sign:
    why = "dit lijkt iemands eigen pagina. Verwijs naar de website van een organisatie. "
    return Sign("personal-profile", why + _REMEDY, form, "[.]com/", (".com/",), proof=proof)


SIGNS = (
    # A mobile number: 06 and eight digits. One that begins with 066, 085, 088, 097 or 0900 is no person's.
    _mobile(
        f"(?<![a-z0-9])(?<![0-9][-.])(?<![^0-9](?:19|20)[0-9]{{2}}/){_MOBILE_START}{_digits('8')}",
        f"{_LABELLED}|{_IN_ADDRESS}|{_IN_ACCOUNT}",
    ),
    _mobile(f"(?<![0-9]){_FOREIGN_MOBILE}", f"{_LABELLED}|{_IN_ADDRESS}"),
    _mobile(f"(?<![a-z]){_CALL}(?![a-z])[^0-9\n]{{0,15}}(6[ -]?[1-58][0-9]{_digits('6')})", "", _CALLS),
    _mobile(
        f"(?<![a-z])nul[ ,-]{{0,3}}zes(?:[ ,-]{{1,3}}{_NUMBER_WORD}(?![a-z0-9])){{4,8}}", "", ("nul",), "nul"
    ),
    # A landline that is said to be somebody's own.
    Sign(
        "personal-phone",
        f"dit lijkt iemands eigen telefoonnummer. Schrijf het nummer van een balie. {_REMEDY}",
        f"(?<![a-zà-ÿ]){_OWN_LINE}(?![a-zà-ÿ])[^0-9\n]{{0,12}}([(]?0[1-57][0-9]?{_digits('7,8')})",
        _MANY_DIGITS,
        ("thuis", "priv", "mijn", "tel", "nummer"),
    ),
    # A mailbox that is no function's, also as people write it to mislead a machine.
    _mail(
        f"{_LOCAL}{_AT_SIGN}{_LABEL}(?:{DOT}{_LABEL}){{0,4}}{DOT}[a-z]{{2,}}",
        r"[@%&s(\[{<](?:(?<=@)|(?<=%)40|(?<=&)(?:#64|#x40|commat);|(?<=s)taart"
        r"|(?<![&%s@]) ?a(?:[tdp]| ?[)\]}>]))",
    ),
    _mail(f"{_LOCAL} at (?:{_LABEL}(?:{DOT}{_LABEL}){{0,3}}{_DOT_WORD}|{_FREE}[.])[a-z]{{2,}}", " at "),
    # A citizen service number (Wet algemene bepalingen burgerservicenummer), by its test or a word before it.
    _bsn(
        "(?<![a-z0-9])(?<![0-9][ .,/-])(?<![€+])(?<![€+] )(?!(?:19|20)[0-9]{2}[-.][01][0-9][-.])"
        f"{_NINE}(?![a-z0-9])(?![ .,/-][0-9])",
        "bsn",
        f"{_LABELLED}|{_IN_ADDRESS}",
    ),
    _bsn(
        f"(?<![a-z]){_BSN_CUE}[^0-9\n]{{0,25}}([0-9](?:[ .-]?[0-9]){{7,8}})(?![0-9])",
        words=("bsn", "b.s.n", "burger", "sofi"),
    ),
    # An international bank account number (ISO 13616), in any layout.
    Sign(
        "personal-iban",
        f"dit lijkt het nummer van een bankrekening. {_REMEDY}",
        "(?<![a-z0-9])(?=([a-z]{2}[ .-]?[0-9][ .-]?[0-9](?:[ .:-]{0,2}[a-z0-9]){11,30}))",
        "[0-9](?:[ .:-]{0,2}[0-9]){5}",
        proof="iban",
    ),
    # A date of birth: after or before a word that says so, right after a person, or any day long ago.
    _birth(
        f"(?<![a-zà-ÿ]){_BORN}({_DATE})",
        _THING,
        "^(?:[*]| (?:of|en) (?:later|eerder|ervoor|erna|daarna))",
        _BIRTH_WORDS,
    ),
    _birth(
        f"(?<![0-9])({_DATE})(?: (?:is|werd|was|ben)(?: (?!idee|het|de|dit|een|ons)[a-z.]+(?: [a-z]+)?)?)?"
        "(?: (?:te|in) [a-z-]+)?(?: geboren| ?[(]?geboortedatum)(?![a-z])",
        _THING,
        words=("gebo",),
    ),
    _birth(
        f"[A-ZÀ-Þ][a-zà-ÿ]+(?:, | [(])((?<=[(]){_OLD_DATE}|{_FULL_OLD_DATE})(?![0-9])",
        _SOURCE,
        needs=_BEFORE_2000,
        cased=True,
    ),
    _birth(
        f"(?<![0-9a-z])(?<![0-9][./-])({_LONG_AGO})(?![0-9])",
        f"{_SOURCE}|{_LABELLED}|{_IN_ADDRESS}",
        _SOURCE_AFTER,
        needs=_OLD_YEAR,
    ),
    # Where somebody lives: a street and a number with a postcode, or with a word that says so.
    _home(
        f"{_WORD_START}{_NO_STREET}[{_LETTER}'.-]{{1,40}}[ +]{{0,2}}{_NUMBER}({_HOUSE}{_TO_POSTCODE})", "home"
    ),
    _home(f"{_NAMED}(?:[{_LETTER}0-9'.-]+ ){{1,4}}{_NUMBER}({_HOUSE}{_TO_POSTCODE})"),
    _home(
        f"(?<![A-Za-z0-9])({_POSTCODE}(?:[ ,-]{{0,3}}|[ ,'|-]{{1,4}}huisn[a-z]{{1,7}}[.:]{{1,2}} ?'?)"
        f"{_NUMBER}[1-9][0-9]{{0,3}}[a-zA-Z]?)(?![a-zA-Z0-9])",
        "home",
    ),
    _home(
        f"(?<![A-Za-z0-9])({_POSTCODE}[ ,]{{1,2}}(?:[A-Z][{_LETTER}' -]{{1,30}}[ ,(]{{1,3}})?"
        f"(?:[{_LETTER}'.]{{1,20}} ){{0,3}}{_STREET} {_NUMBER}[1-9][0-9]{{0,3}})(?![0-9])",
        "home",
    ),
    _home(
        f"({_STREET} {_NUMBER}[1-9][0-9]{{0,3}}(?: ?[a-z](?![a-z]))?){_NO_UNIT}",
        "lived_in",
        needs=_AFTER_STREET,
        cased=False,
    ),
    _home(
        "(?<![a-z])[Ww]o(?:on(?:t|de|achtig)?|nen)(?: [a-z]+){0,3} (?:op|aan|in)(?: de| het| 't)? "
        f"([A-ZÀ-Þ][{_LETTER}'-]+(?: {_LATER_WORD}){{0,3}} {_NUMBER}[1-9][0-9]{{0,3}}){_NO_UNIT}",
        words=("woon", "wonen"),
        needs=_AFTER_WORD,
    ),
    # Other numbers of one person, by what stands before them.
    _number(
        f"(?<![a-zà-ÿ]){_HELD}{_CODED}{_IS}([a-z]{{0,4}}[ .-]?[0-9][0-9a-z./-]{{2,}}[0-9])",
        (
            "liënt",
            "client",
            "atiënt",
            "patient",
            "polis",
            "dossier",
            "bewoner",
            "verzeker",
            "zorgpas",
            "epd",
            "ecd",
            "lidm",
            "v-",
        ),
        "(?:kamer|wetsvoorstel|parlement|zonmw|subsidie)[^\n]{0,60}$",
        "(?:nummer|nr|no|id)[.]?[ :=#(]",
    ),
    _number(
        "(?<![a-z])(?:paspoort|identiteitskaart|id-kaart|identiteitsbewijs|verblijfsdocument)"
        f"(?: ?(?:nummer|nr[.]?))?{_IS}([a-z]{{2}}[a-z0-9]{{5,7}}[0-9])(?![a-z0-9])",
        ("paspoort", "identiteit", "id-kaart", "verblijfsdocument"),
    ),
    _number(f"(?<![a-z])rijbewijs(?: ?(?:nummer|nr[.]?))?{_IS}([0-9]{{10}})(?![0-9])", ("rijbewijs",)),
    _number(
        "(?<![a-z])(?:mijn|haar|zijn|uw) big-?(?:nummer|registratie|registratienummer|nr[.]?)"
        f"{_IS}([0-9]{{11}})(?![0-9])",
        (" big",),
    ),
    _number(
        f"(?<![a-z])kenteken{_IS}(?=[a-z-]{{0,8}}[0-9])"
        "((?:[a-z0-9]{1,3}-){2}[a-z0-9]{1,3})(?![a-z0-9-])",
        ("kenteken",),
    ),
    # Somebody by name.
    Sign(
        "personal-name",
        f"hier staat een mens bij naam. Schrijf 'een cliënt', of een functie. {_REMEDY}",
        f"(?<![{_LETTER}]){_ADDRESSED}(?: |(?<=[.])){_DEGREES}({_SURNAME})",
        "[md](?:evr|w|e?ijn?heer|eneer|e heer|hr)",
        ("mevr", "mw", "heer", "eneer", "dhr"),
        cased=True,
    ),
    # A page of one's own.
    _profile("linkedin[.]com/(?:in|pub)/[a-z0-9%]"),
    _profile("facebook[.]com/(?:profile[.]php|people/)"),
    _profile(
        "(?:facebook|instagram)[.]com/(?![a-z]+[.]php)([a-z]+(?:[._][a-z]+)+(?:[.]?[0-9]+)?)(?![a-z0-9.])",
        "person_page",
    ),
)
"""Everything that is looked for; each says in its message why it may not be here."""

_HINT = re.compile(r"[0-9@%&]|[(\[{<] ?[aA]")
_SPOKEN = ("staart", "nul", "mevr", "mw", "eneer", "heer", "dhr", ".com/")
"""Of these a text with any sign must have something: most values of front matter have not."""
_DAY = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")
"""Most of the others are no more than this."""

IBAN_LENGTHS = {
    country: length
    for length, countries in (
        (15, "no"), (16, "be"), (18, "dk fi fo gl nl sd"), (19, "mk si"), (20, "at ba ee kz lt lu xk"),
        (21, "ch cr hr li lv"), (22, "bg bh de gb ge ie me rs va"), (23, "ae gi il iq om tl"),
        (24, "ad cz es md pk ro sa se sk tn vg"), (25, "ly pt st"), (26, "is tr"),
        (27, "bi dj fr gr it mc mr sm"),
        (28, "al az by cy do gt hu lb ni pl sv"), (29, "br eg ps qa ua"), (30, "jo kw mu"), (31, "mt sc"),
        (32, "lc"), (33, "ru"),
    )
    for country in countries.split()
}  # fmt: skip
"""Country → characters of an account number there, spaces apart (SWIFT's IBAN Registry)."""

_NO_SEPARATORS = str.maketrans("", "", " .:-")
_LETTER_VALUES = str.maketrans({letter: str(int(letter, 36)) for letter in ascii_lowercase})

Proof = Callable[[str, str, str, Cleared], bool]
"""Whether what was found, between what stands before and after, is personal indeed."""


def _is_bsn(found: str, before: str, after: str, cleared: Cleared) -> bool:
    """The 11-test: the digits times 9, 8, … 2, and -1, add up to a multiple of 11."""
    digits = [int(one) for one in re.findall("[0-9]", found)]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(digits) and sum(a * b for a, b in zip(digits, weights, strict=True)) % 11 == 0


def _is_iban(found: str, before: str, after: str, cleared: Cleared) -> bool:
    """A country's length, and modulo 97 (ISO 7064) equal to 1."""
    size = IBAN_LENGTHS.get(found[:2], 0)
    signs = found.translate(_NO_SEPARATORS)[:size]
    if not size or len(signs) < size or sum(map(str.isdigit, signs)) < 10:
        return False
    return int((signs[4:] + signs[:4]).translate(_LETTER_VALUES)) % 97 == 1


def _is_person_mailbox(found: str, before: str, after: str, cleared: Cleared) -> bool:
    local, domain = (re.sub(f" ?{DOT} ?", ".", part) for part in re.split(AT, found, maxsplit=1))
    return not is_function(local, domain, cleared.places)


def _is_person_page(found: str, before: str, after: str, cleared: Cleared) -> bool:
    return not is_function(found, "example", cleared.places)


PROOFS: Mapping[str, Proof] = {
    "bsn": _is_bsn,
    "iban": _is_iban,
    "person_mailbox": _is_person_mailbox,
    "person_page": _is_person_page,
    "home": lambda found, before, after, cleared: is_home(before, after),
    "lived_in": lambda found, before, after, cleared: is_lived_in(before, after),
}


def findings(text: str, cleared: Cleared = NOTHING) -> Iterator[tuple[int, int, str, str]]:
    """Each place in `text` that holds something personal, in order.

    Yields how many lines it is below the first one (0 is on it), its column from 1, a code that begins with
    `PREFIX`, and a Dutch message, which never repeats what was found. Takes time in proportion to the text.
    """
    for _, line, column, code, message in findings_among([text], cleared):
        yield line, column, code, message


def findings_among(
    texts: Sequence[str], cleared: Cleared = NOTHING
) -> Iterator[tuple[int, int, int, str, str]]:
    """The same for several texts, each by itself; also yields which of them it is, counted from 0.

    Looks through all of them at once: looking through many short texts would take much longer.
    """
    hinting = [(at, text) for at, text in enumerate(texts) if _is_hinting(text)]
    starts = list(accumulate((len(text) + len(_APART) for _, text in hinting), initial=0))
    for at, _, sign in _found(_APART.join(text for _, text in hinting), cleared):
        place = bisect_right(starts, at) - 1
        which, text = hinting[place]
        within = at - starts[place]
        yield (
            which,
            text.count("\n", 0, within),
            within - text.rfind("\n", 0, within),
            sign.code,
            sign.message,
        )


def _is_hinting(text: str) -> bool:
    if _HINT.search(text):
        return not _DAY.fullmatch(text)
    low = text.lower()
    return any(word in low for word in _SPOKEN) or "at" in low.split()


def without(text: str) -> str:
    """`text` with `…` for everything personal, for messages that repeat what somebody typed."""
    for at, end, _ in reversed(list(_found(text, NOTHING))):
        text = f"{text[:at]}…{text[end:]}"
    return text


def _found(text: str, cleared: Cleared) -> Iterator[tuple[int, int, Sign]]:
    """From where to where each sign is found; those of the same kind do not overlap."""
    if cleared.form:
        text = re.sub(cleared.form, lambda match: "\n" * len(match[0]), text)
    for form, plain in LEVEL:
        text = re.sub(form, plain, text)
    low = re.sub(CAPITALS, lambda match: match[0].lower(), text)
    around: dict[str, list[tuple[int, int]]] = {}
    found: list[tuple[int, int, Sign]] = []
    for sign in SIGNS:
        if sign.words and not any(word in low for word in sign.words):
            continue
        if sign.needs not in around:
            around[sign.needs] = list(_around(sign.needs, low))
        places = (place for span in around[sign.needs] for place in _places(sign, span, text, low, cleared))
        found += islice(places, MOST)
    ends = dict.fromkeys((sign.code for sign in SIGNS), 0)
    for at, end, sign in sorted(found, key=lambda place: place[:2]):
        if at >= ends[sign.code]:
            ends[sign.code] = end
            yield at, end, sign


def _around(needs: str, low: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that lie within reach of what a sign needs."""
    first, last = 0, -1
    for match in re.finditer(needs, low):
        if match.start() - REACH > last:
            if last >= 0:
                yield first, last
            first = max(0, match.start() - REACH)
        last = match.end() + REACH
    if last >= 0:
        yield first, last


def _places(
    sign: Sign, span: tuple[int, int], text: str, low: str, cleared: Cleared
) -> Iterator[tuple[int, int, Sign]]:
    for match in re.compile(sign.form).finditer(text if sign.cased else low, *span):
        at, end = match.span(1 if match.re.groups else 0)
        first, last = max(0, at - WINDOW), end + WINDOW
        # What stands in another text says nothing here.
        if (apart := text.rfind(_APART, max(0, first - len(_APART)), at)) >= 0:
            first = apart + len(_APART)
        if (apart := text.find(_APART, end, last + len(_APART))) >= 0:
            last = apart
        if sign.unless and re.search(sign.unless, low[first:at]):
            continue
        if sign.unless_after and re.search(sign.unless_after, low[end:last]):
            continue
        if not sign.proof or PROOFS[sign.proof](low[at:end], text[first:at], text[end:last], cleared):
            yield at, end, sign
