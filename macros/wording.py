"""What a text for residents may not say, as data: reviewed lists, and the patterns made of them.

Patients act on what they read, so a doubtful sentence is refused: better a contributor who has to write
another one. The form in the browser is given all of this; see `kinds` for what a pattern may use. All of
it is matched against a text as `levelled` gives it.
"""

import re
from dataclasses import dataclass

from .characters import SPACE
from .plain import LETTER

HELP_NUMBERS = ("112", "113", "0800-0113", "0800-2000", "088 0767 000")
"""The only telephone numbers for residents: danger to life, 113 Zelfmoordpreventie (twice), Veilig Thuis and
De Luisterlijn. Any other changes without us, or belongs to one practice."""

_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_LOWERED = "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089"
LEVEL = (
    (f"[{SPACE}]+", " "),
    ("[\u2010-\u2015\u2212]", "-"),
    ("[\u2018\u2019]", "'"),
    ("\ufe0f?\u20e3", ""),
    ("\u03bc", "\u00b5"),
    *(
        (f"[{raised}{lowered}]", f"{digit}")
        for digit, (raised, lowered) in enumerate(zip(_RAISED, _LOWERED, strict=True))
    ),
)
"""What is made equal before looking: spaces, dashes, apostrophes, digits however they are set, and micro."""


@dataclass(frozen=True)
class Unsafe:
    """Something that a text for residents may not hold."""

    code: str
    form: str
    """Regular expression; its group, if it has one, is what the message repeats."""
    message: str
    """Dutch; `{found}` is what was found."""


def any_of(*forms: str) -> str:
    """A pattern for any of these."""
    return f"(?:{'|'.join(forms)})"


def _words(*forms: str) -> str:
    """Any of these as whole words."""
    return f"(?<![{LETTER}]){any_of(*forms)}(?![{LETTER}])"


_WORD = "[^ .!?]+"
_START = f"(?:^|[.!?:;,] |{_words('en', 'of', 'maar', 'want', 'dan', 'eerst')} )[\"'(]*"
"""Where a sentence or a clause begins: there a bare verb is an order, and a verb before `u` a question."""


def _within(most: int) -> str:
    """So many characters of the same sentence."""
    return f"[^.!?]{{0,{most}}}"


_BETWEEN = "[ .-]?"
HELP_FORM = (
    "(?<![0-9+])(?<![0-9][ .-])"
    + any_of(*(_BETWEEN.join(re.sub("[^0-9]", "", number)) for number in HELP_NUMBERS))
    + f"(?!{_BETWEEN}[0-9])"
)
"""A help number in any usual spelling, and no part of a longer one."""
_SIGNS = f"[^0-9{LETTER}]"
_LINKED = f"(?:{any_of('en', 'dan', 'daarna')}{_SIGNS}{{1,3}}){{0,2}}"
"""Words between the parts of a number that is dictated."""
_ONE = f"{any_of('een', 'één', 'elf', 'honderd')}{_SIGNS}{{0,3}}{_LINKED}"
NO_DUTCH_NUMBER = any_of(
    f"(?<![0-9]){f'{_SIGNS}{{0,4}}'.join('116117')}(?![0-9])",
    f"(?<![0-9{LETTER}])[1il]{{2}}6[^0-9]{{0,20}}[1il]{{2}}7(?![0-9])",
    f"(?<![{LETTER}])(?:{_ONE}){{1,3}}zes(?:tien)?{_SIGNS}{{0,4}}{_LINKED}(?:{_ONE}){{0,3}}zeven(?:tien)?"
    f"(?![{LETTER}])",
)
"""116117, which other countries have for the doctor out of hours, in figures or in words."""

_LOOSE = f"(?:[^0-9{LETTER}!?;€%+]{{0,4}}{_LINKED})"
_ALONE = "(?<![0-9])(?<![0-9][.,])"
_YEAR = "(?:19|20)[0-9]{2}"
_MOMENT = any_of(
    f"[0-3]?[0-9][-./ ][01]?[0-9][-./ ]{_YEAR}",
    f"{_YEAR}(?: ?[-/] ?{_YEAR})?",
    "[0-2]?[0-9][.:][0-5][0-9]",
)
_HOURS = "[0-2]?[0-9] ?[-/] ?[0-2]?[0-9]"
_AND = "(?: ?[,-] ?| (?:en|of|tot) | )"
_MOMENTS = any_of(f"{_MOMENT}(?:{_AND}{_MOMENT}){{0,5}}(?:{_AND}{_HOURS})?", _HOURS) + f"(?!{_LOOSE}[0-9])"
"""Days and hours (12-3-2026 9.00-17.00, 9-12, 24/7), which can have as many digits as a telephone number."""
_UNIT = any_of(
    "euro", "uur", "jaar", "dag", "week", "weken", "maand", "minu", "mensen", "keer", "stap", "meter", "km",
    "procent", "%", "deelnemers", "bewoners", "inwoners",
    "graden",
)  # fmt: skip
_DIGIT = any_of("nul", "een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS = f"(?:{_DIGIT}(?:en|ën))?{any_of('twin', 'der', 'veer', 'vijf', 'zes', 'zeven', 'tach', 'negen')}tig"
_NUMBER = any_of("[0-9]{2,4}", _words(_DIGIT, "tien", "elf", "twaalf", "[a-z]{3,5}tien", _TENS))
_LIKE = "[0-9oøºil|]"
"""A digit, or a letter that passes for one beside digits."""
_CALL = _words(
    "bel(?! aan)", "belt", "bellen", "gebeld", "tel", "telefoon", "telefonisch", "telefoonnummer",
    "ons nummer", "nummer is", "mobiel", "app", "appt", "appen", "sms", "whatsapp", "draai", "toets",
)  # fmt: skip
_TELEPHONE = any_of(
    f"{_ALONE}(?<![0-9][-/])(?!{_MOMENTS})0(?:{_LOOSE}[0-9]){{6,}}",  # 050 123 45 67, (0900) 1234567
    f"(?<![0-9])[+] ?[(]?[0-9](?:{_LOOSE}[0-9]){{6,}}",
    "[0-9]{7,}",
    f"{_ALONE}6[ -]?[1-9](?:[ -]?[0-9]){{7}}(?![0-9])",  # a mobile number without its 0
    f"{_ALONE}14[ -]?0[1-9][0-9]{{1,2}}(?![0-9]| ?{_UNIT})",  # a municipality
    f"{_ALONE}[1-9][0-9]{{2}}[ -][0-9]{{2}}[ -][0-9]{{2}}(?![0-9])",  # 123 45 67
    f"{_ALONE}[1-9][0-9](?:[ -][0-9]{{2}}){{3,}}(?![0-9])",
    f"{_CALL}[.]?[^0-9#€.!?;]{{0,30}}(?!{_MOMENTS})[0-9](?:[ ./()-]{{0,2}}[0-9]){{2,}}(?![0-9]| ?{_UNIT})",
    f"{_ALONE}(?!{_MOMENTS}){any_of('0[0-9]{0,3}', _words('nul'))}(?:{_LOOSE}{_NUMBER}){{4,}}",
    f"(?<![0-9{LETTER}])(?!{_MOMENTS})(?=[0-9 ./()-]{{0,20}}[oøºil|](?![a-hjkmnp-z]))"
    f"(?=(?:[^0-9]{{0,5}}[0-9]){{4}}){_LIKE}(?:{_LOOSE}{_LIKE}){{6,}}(?![{LETTER}])",
    f"{_CALL} (?=[oøºil|]{{0,2}}[0-9])(?=[0-9]{{0,2}}[oøºil|]){_LIKE}{{3}}(?![0-9{LETTER}])",  # 9ll
    f"(?<![{LETTER}])nul(?:{_LOOSE}{any_of(_DIGIT, _TENS)}){{3,}}(?![{LETTER}])",
    f"(?<![{LETTER}]){_DIGIT}(?:[ ,.-]{{0,3}}{_DIGIT}){{4,}}(?![{LETTER}])",
    f"{_CALL} {_DIGIT}(?:[ -]{{1,2}}{_DIGIT}){{2,}}(?![{LETTER}])",
)

_HELPER = any_of(
    "#",
    "(?<!verwijzing van de )(?<!verwijzing van uw )(?<!brief van de )(?<!brief van uw )"
    + _words("[a-z]*arts", "[a-z]*artsen", "dokters?", "huisartsenpost", "huisartsenpraktijk", "ambulance"),
    _words(f"naar (?:{_WORD} )?{any_of('psycholoog', 'psychiater')}"),
)
"""Who can save a life; a letter or referral of theirs is something else, and often not needed."""
_NOT = _words(
    "niet(?! (?:alleen|te lang|elke|iedere|alle)(?![a-z]))(?![?])",
    "geen(?! huisarts(?:[?]| hebt| nodig om mee)| eigen risico)",
    "nooit", "pas", "liever", "minder", "zonder", "in plaats van", "alleen als",
    f"beter {any_of('ons', 'wij')}", "later", "morgen", "overmorgen",
)  # fmt: skip
"""What keeps somebody away, when it stands near `_HELPER`."""
_CARE = any_of(
    "#",
    _words(
        "[a-z]*arts", "[a-z]*artsen", "dokters?", "huisartsenpost", "huisartsenpraktijk", "ambulance",
        "[a-z]*ziekenhuis", "[a-z]*ziekenhuizen", "specialist", "specialisten", "psycholoog", "psychiater",
        "[a-z]*therapeut", "hulpverlening", "hulpverleners?", "zorgverleners?", "behandelaars?", "apotheek",
        "apotheker", "verpleegkundigen?", "ggz", "poli", "polikliniek", "crisisdienst", "eerste hulp",
    ),
)  # fmt: skip
"""Anyone who treats people."""
_NEAR = f"(?:(?! {any_of('als', 'wanneer', 'of', 'en', 'maar', 'want', 'dat')} )[^.!?,;:]){{0,40}}"
"""A part of the same clause."""
_SHUN = ("vermijd", "mijd", "ontwijk", "negeer", "wantrouw", "weiger", "annuleer", "schrap", "verzuim")
_DISCOURAGED = any_of(
    f"{_NOT}{_NEAR}{_HELPER}",
    f"{_HELPER}{_NEAR}{_NOT}",
    f"{_words('bel', 'bellen')}{_within(20)}{_NOT}{_within(20)}#",
    f"{_words('eerst (?:bij |naar )?ons', 'ons eerst')}{_within(40)}{_HELPER}",
    f"{_words('eerst')}{_within(40)}{_words('dan', 'daarna')} (?:{_WORD} )?{_HELPER}",
    f"{_words('wacht', 'wachten')} (?!niet )(?:{_WORD} ){{0,3}}met (?:{_WORD} ){{0,3}}"
    + any_of("bellen", "hulp", _HELPER),
    f"{_words('slaap er')} (?:{_WORD} ){{0,3}}over(?![a-z])",
    f"{_CARE} (?:{_WORD} ){{0,2}}{_words('nergens', 'onnodig', 'overbodig', 'zinloos', 'onzin')}",
    f"{_START}(laat{_NEAR}{_CARE} "
    f"{_words('met rust', 'links liggen', 'zitten', 'schieten', 'lopen', 'staan')})",
    f"{_words('blijf', 'blijft', 'blijven')} (?:{_WORD} ){{0,3}}{_words('weg', 'vandaan', 'uit de buurt')}"
    f"{_NEAR}{_CARE}",
    f"{_START}({any_of(*_SHUN)} (?!u ){_NEAR}{_CARE})",
    f"{_START}((?:sla|zeg) (?!u ){_NEAR}{_CARE}{_NEAR} {any_of('over', 'af')}(?![a-z]))",
    f"{_words('beter', 'meer', 'slimmer', 'sneller', 'goedkoper')} dan (?:{_WORD} ){{0,2}}{_CARE}",
    f"{_START}({any_of('praat', 'spreek', 'ga', 'luister', 'vertrouw', 'vraag', 'kom')} (?!u ){_NEAR}"
    f"{_words('niet(?! (?:alleen|te lang))', 'nooit', 'niks', 'niets')}{_NEAR}{_CARE}(?! alleen))",
)
_TO_112 = "[?:,](?:$| bel #)"
"""A question that nothing follows (the page shows a number there), or that is answered well."""
_URGENT = any_of(
    _words("spoed[a-z]*", "dringend[a-z]*", "urgent[a-z]*", "noodgeval[a-z]*"),
    _words("dood", "doodga[a-z]*", "zelfdoding", "su[iï]cid[a-z]*"),
    f"{_words('zelfmoord')}(?!{_TO_112})",
    f"{_words('levensgevaar', 'gevaar')}(?=[?:,])(?!{_TO_112})",
    f"{_words('kan het niet wachten')}[?] (?!bel )",
)
"""Where it may be a matter of life or death: each page has its own words for that."""

_REMEDY = _words(
    "[a-z]*medicijn", "[a-z]*medicijnen", "medicatie", "geneesmiddel", "geneesmiddelen", "[a-z]*pil",
    "[a-z]*pillen", "pilletje", "pilletjes", "tabletten", "pijnstiller", "pijnstillers", "antidepressiva",
    "slaapmiddel", "slaapmiddelen", "kalmeringsmiddel", "kalmeringsmiddelen", "bloedverdunner",
    "bloedverdunners", "bloedverdunning", "antistolling", "[a-z]*stollers?", "maagzuurremmer",
    "maagzuurremmers", "dosis", "dosering", "zalf", "hormonen", "puffer",
    "vitamine[a-z]*", "[a-z]+tablet", "[a-z]+tabletten",
)  # fmt: skip
_FRAME = any_of(
    f"neem{_within(60)} mee",
    _words("vraag", "vragen", "overleg", "overleggen", "praat", "praten", "contact", "omgaan", "uitleg"),
    "ordenen",
    "hulp (?:krijgen )?bij",
    f"{any_of('haal', 'haalt', 'halen')}{_within(40)} op",
    "ophalen", "meenemen", "mee te nemen",
)  # fmt: skip
"""What a sentence about medicines can well be about, unless it has one of the next."""
_LEFT = _words("laat", "overslaan", "weggooien", "weg", "zonder", "in plaats van", "stop", "stopt")
_ABOUT_MEDICINES = (
    f"(?:^|[.!?]){any_of(f'(?![^.!?]*(?<![{LETTER}]){_FRAME}(?![{LETTER}]))', f'(?=[^.!?]*{_LEFT})')}"
    f"[^.!?]*?({_REMEDY})"
)
_BY_NAME = any_of(
    "paracetamol", "ibuprofen", "aspiri", "diclofenac", "naproxen", "morfine", "oxycodon", "tramadol",
    "fentanyl", "oxazepam", "diazepam", "temazepam", "lorazepam", "antibiotic", "penicilline", "amoxicilline",
    "insuline", "metformine", "semaglutide", "ozempic", "statine", "prednis", "omeprazol", "pantoprazol",
    "citalopram", "sertraline", "paroxetine", "fluoxetine", "venlafaxine", "mirtazapine", "amitriptyline",
    "quetiapine", "haloperidol", "lithium", "melatonine", "methylfenidaat", "ritalin", "codeïne",
    "heparine", "apixaban", "rivaroxaban", "dabigatran", "acenocoumarol", "fenprocoumon", "marcoumar",
    "sintrom",
    "bisoprolol", "furosemide", "lisinopril", "enalapril", "amlodipine", "levothyroxine", "thyrax",
    "clozapine",
    "olanzapine", "risperidon", "methadon", "zolpidem", "pregabaline", "gabapentine", "nurofen", "advil",
    "panadol", "ivermectine", "metoprolol", "salbutamol", "ventolin", "nitroglycerine", "sint-janskruid",
    "cbd-olie",
)  # fmt: skip
_MEDICINE = any_of(
    f"(?<![{LETTER}]){_BY_NAME}",
    f"[0-9] ?{any_of('mg', 'mcg', 'µg', 'ml', 'milligram', 'microgram', 'milliliter')}(?![{LETTER}])",
    "[0-9] tablet(?![a-z])",
    _words("daags"),
    rf"{any_of('[0-9]', _words('halve', _DIGIT, 'tien'))} (?:{_WORD} )?"
    + _words(
        "pil", "pillen", "pilletjes", "tabletten", "capsules?", "pufjes?", "druppels", "zetpil", "zetpillen"
    ),
)

_DAYS = any_of("dag", "nacht", "week", "weken", "weekend", "maand")
_TIME_SPAN = any_of("minu", "uur", "uren", _DAYS)
_GONE = f"{any_of('het', 'de pijn')} {any_of('over', 'weg', 'beter', 'minder', 'vanzelf', 'zakt')}"
_TREATMENT = _words(
    "[a-z]*behandeling", "[a-z]*behandelingen", "chemo", "chemotherapie", "bestraling", "bestralingen",
    "therapie", "[a-z]*kuur", "[a-z]*kuren", "dialyse", "operatie", "transfusie",
)  # fmt: skip
_WOUND = _words("[a-z]*wond(?:en)?", "[a-z]*blaar", "[a-z]*blaren", "steenpuist", "botbreuk", "hechtingen")
_HOME_REMEDY = _words(
    "[a-z]*azijn", "zout water", "zeewater", "kurkuma", "knoflook", "ginseng", "levertraan", "wonderolie",
    "urine", "bleek", "bleekwater", "chloor", "terpentine", "petroleum", "zilverwater", "[a-z]*supplement",
    "[a-z]*supplementen", "homeopathi[a-z]*", "kruidenmiddel", "kruidenmiddelen",
)  # fmt: skip
_ORDER = any_of(
    f"{any_of('stop', 'staak', 'onderbreek', *_SHUN)} (?!u ){_NEAR}{_TREATMENT}",
    f"{any_of('doe', 'volg', 'neem', 'begin')} (?!u ){_NEAR}{_TREATMENT} {_words('niet', 'nooit')}",
    f"{any_of('doe', 'volg', 'neem', 'begin')} (?:geen|niet|nooit) {_NEAR}{_TREATMENT}",
    f"{any_of('laat', 'sla', 'zeg')} {_NEAR}{_TREATMENT} "
    f"{any_of('staan', 'zitten', 'lopen', 'over', 'af')}(?![a-z])",
    f"{any_of('gooi', 'spoel', 'doe')} {_NEAR}{_CARE}{_NEAR} {_words('weg', 'door')}",
    f"{any_of('eet', 'drink')} (?!u )(?:{_WORD} ){{0,4}}{_words('niets', 'niks')}",
    f"{any_of('eet', 'drink', 'neem', 'slik', 'gebruik', 'smeer', 'doe', 'probeer')} (?!u )"
    f"{_NEAR}{_HOME_REMEDY}(?!{_NEAR} mee(?![a-z]))",
    f"{any_of('smeer', 'doe', 'leg', 'druk', 'duw', 'wrijf', 'strooi', 'houd', 'plak')} {_NEAR}{_WOUND}",
    f"{any_of('prik', 'snijd', 'knip', 'trek', 'haal', 'verwijder', 'pulk')} {_NEAR}"
    + any_of(_WOUND, _words("tand", "kies", "tanden", "kiezen")),
)
"""What a clause may not tell people to do about their treatment, food or wounds."""
_ADVICE = any_of(
    f"{_START}({_ORDER})",
    f"{_words('u (?:moet|mag|kunt|kan|hoeft)', '(?:moet|mag|kunt|kan|hoeft) u')}{_NEAR}{_TREATMENT}{_NEAR}"
    + _words("stoppen", "staken", "overslaan", "afzeggen", "weigeren"),
    _words("stop met eten", "stoppen met eten"),
    _words("slik", "injecteer", "inhaleer", "reanimeer"),
    _words(
        f"neem(?! (?:{_WORD} )?(?:contact|deel))(?!{_within(80)} mee(?![{LETTER}]))", "verander", "verhoog",
        "verlaag", "halveer", "verdubbel", "gooi", "bouw", "sla", "probeer", "smeer", "vermijd",
    ) + f"{_within(80)}{_REMEDY}",
    f"{_START}({_words('gebruik', 'stop', 'begin', 'start', 'minder', 'koop')}{_within(80)}{_REMEDY})",
    f"{_words('u (?:moet|mag|kunt|kan|hoeft|dient)', '(?:moet|mag|kunt|kan|hoeft|dient) u')}"
    f"(?!{_within(80)}{any_of('hulp', 'help', 'vra', 'prat', 'overleg', 'leren')})(?={_within(80)}{_REMEDY})"
    + _within(80) + _words(
        "nemen", "innemen", "slikken", "gebruiken", "stoppen", "afbouwen", "verlagen", "verhogen", "minderen",
        "overslaan", "beginnen", "starten",
    ),
    f"{_START}(wacht (?!u )(?:{_WORD} ){{0,2}}{any_of('[0-9]+', 'enkele', _DIGIT)} (?:paar )?{_TIME_SPAN})",
    f"{_START}(wacht (?!u )(?:{_WORD} ){{0,4}}"
    f"{_words('af', 'tot morgen', 'tot overmorgen', 'tot maandag', f'tot {_GONE}')})",
    f"{_words('kijk het')} (?:{_WORD} ){{0,5}}{_words('aan')}",
    f"u {any_of('kunt', 'mag')} (?:{_WORD} ){{0,5}}{_DAYS}[a-z]* (?:af)?wachten",
    _words("ga naar bed", "blijf in bed", "doe een zelftest"),
    f"{_words('ga', 'kom', 'rijd')} (?!niet alleen|samen|met )(?:{_WORD} ){{0,4}}naar (?:{_WORD} )?"
    + _words("eerste hulp", "seh", "ziekenhuis", "huisartsenpost"),
    f"{_words('eet', 'drink')} {_words('geen', 'minder', 'niets', 'nuchter', 'veel', 'extra')}"
    "(?! (?:vaak )?(?:alleen|samen)(?![a-z]))",
    f"{_words('neem', 'slik')} (?:{_WORD} ){{0,2}}tablet(?![a-z])(?!{_within(40)} mee(?![{LETTER}]))",
    f"{_words('rook', 'gebruik', 'neem', 'probeer')} (?:{_WORD} ){{0,2}}"
    + _words("wiet", "joint", "hasj", "cannabis", "xtc", "kruiden", "drugs"),
    f"{_words('drink', 'neem')} (?:{_WORD} ){{0,2}}{_words('borrel', 'wijn', 'bier', 'alcohol')}",
    f"{_START}(vast (?:{_WORD} ){{0,3}}{_TIME_SPAN})",
    f"{_words('haal', 'neem', 'geen', 'zonder')} (?:{_WORD} )?"
    + _words("prik", "spuit", "vaccin", "vaccinatie", "inenting"),
    _words("vanzelf over", "onschuldig"),
    _words("meet", "controleer", "prik", "verzorg", "spoel", "koel", "verbind", "ontsmet")
    + f" (?:{_WORD} ){{0,2}}"
    + any_of("bloeddruk", "bloedsuiker", "suiker", "temperatuur", "koorts", "hartslag", "wond", "brandwond"),
    f"{_words('laat')} (?:{_WORD} ){{1,4}}"
    + _words("inenten", "vaccineren", "testen", "onderzoeken", "prikken", "opereren", "opnemen(?! in)"),
)  # fmt: skip

_SYMPTOM = _words(
    "[a-z]*pijn", "koorts", "benauwd", "benauwdheid", "kortademig", "duizelig", "misselijk", "[a-z]*bloed",
    "[a-z]*bloeding", "[a-z]*bloedingen", "braken", "overgeven", "diarree", "verlamd", "verlamming", "jeuk",
    "huiduitslag", "zwelling", "gezwollen", "hartkloppingen", "flauw", "flauwgevallen", "bewusteloos",
    "stuipen", "krampen", "kramp", "tintelingen", "hoest", "hoesten", "knobbel", "knobbeltje",
    "verward(?! door)", "symptomen", "[a-z]*klachten",
)  # fmt: skip
_ACUTE = _words(
    "koorts", "benauwd", "benauwdheid", "(?:op|in) (?:de|uw) borst", "geen lucht", "geen adem", "ademt niet",
    f"niet meer (?:{_WORD} )?adem[a-z]*", "stikt", "(?:last|pijn) (?:van|aan|in) uw hart",
    f"(?<!na een )(?<!na uw ){any_of('hartaanval', 'hartinfarct', 'beroerte')}", "scheve mond", "verlamd",
    "bewusteloos", "buiten bewustzijn", "flauwvalt", "flauwgevallen", "stuipen", "overgeeft", "braakt",
    "bloedt", "bloeding", "bloedverlies", "bloed (?:in|uit|bij|op[a-z]+|spu[a-z]+|plast|hoest)", "overdosis",
    "vergiftiging", f"niet meer {any_of('wilt', 'wil', 'willen', 'verder')} (?:{_WORD} )?leven",
    f"niet meer {any_of('leven', 'verder', 'zijn')} {any_of('wilt', 'wil')}", "er niet meer wilt? zijn",
)  # fmt: skip
"""What may be a matter of life or death: refused wherever it stands, so that no heading can go with it."""
_ABOUT_YOU = _words(
    f"{any_of('hebt', 'heeft', 'krijgt', 'voelt', 'bent', 'is', 'zijn', 'merkt', 'ziet', 'doet')} "
    f"{any_of('u', f'uw {_WORD}', 'iemand', 'het', 'de')}",
    f"{any_of('heb', 'ben', 'voel', 'krijg', 'merk', 'zie')} {any_of('je', 'jij')}",
    f"{any_of('hoest', 'bloedt', 'braakt', 'zweet', 'plast')} u",
)
_TRIAGE = any_of(
    f"{_START}({_ABOUT_YOU}{_within(60)}{_SYMPTOM})",
    f"({_ABOUT_YOU}{_within(60)}{_SYMPTOM}{_within(60)}[?])",
    f"{_START}({_words('hoest u', 'bloedt u', 'braakt u')})",
)

_COMPLAINT = any_of(
    "[a-z]*klachten", "[a-z]*pijn", "angst", "angsten", "somberheid", "depressie", "verslaving", "stress",
    "[a-z]*kanker", "[a-z]*ziekte", "diabetes", "dementie", "reuma",
)  # fmt: skip
_AWAY = _words("(?<!de )(?<!op )weg(?! naar)", "kwijt", "verdwijnt", "verdwijnen", "verdwenen", "voorbij")
_PROMISE = any_of(
    f"{_words('wordt u', 'u wordt', 'word je', 'je wordt')} (?:{_WORD} ){{0,5}}"
    f"{any_of('beter', 'gezond', 'genezen', 'klachtenvrij')}"
    "(?= ?(?:$|[.!?,;:)]| (?:van|door|als|en|met)(?![a-z])))",
    f"{_words('bent u', 'u bent')} (?:{_WORD} ){{0,3}}{any_of('beter', 'genezen', 'klachtenvrij')}"
    "(?= ?(?:$|[.!?,;:)]))",
    _words(
        "geneest",
        "genezing",
        "geneeskrachtig",
        "gegarandeerd",
        "garandeert",
        "garanderen",
        "wondermiddel",
        "(?<!niet )bel(?:oof|ooft|oven)(?! niet)",
    ),
    f"{_words('wij', 'we', 'zult', 'zal', 'laat', 'laten')} (?:{_WORD} ){{0,3}}{_words('genezen')}",
    f"{_words('maakt', 'maken')} {any_of('u', 'je', 'iedereen', 'mensen')} (?:{_WORD} ){{0,2}}"
    + _words("beter", "gezond"),
    f"{_words(_COMPLAINT)}{_within(20)}{_AWAY}",
    f"{_words('helpt', 'werkt')} {_words('zeker', 'altijd', 'iedereen', 'bij iedereen', 'voor iedereen')}",
    f"{_words('nooit meer')} (?:{_WORD} )?{_words('last', 'ziek', 'somber', 'eenzaam', 'bang', _COMPLAINT)}",
    f"{_words(_COMPLAINT)} (?:{_WORD} ){{0,2}}{_words('gaat over', 'gaan over')}",
    f"{_words('verdwijnt', 'verdwijnen')} (?:{_WORD} ){{0,2}}{_words(_COMPLAINT)}",
    f"{_words('komt u', 'u komt', 'bent u', 'u bent')} (?:{_WORD} ){{0,5}}van (?:{_WORD} ){{0,2}}"
    f"{_words(_COMPLAINT)} af(?![{LETTER}])",
)

_SECRET = _words(
    "pin", "pincodes?", "pinpas", "pinpassen", "bankpas", "bankpassen", "bankpasje", "creditcard",
    "wachtwoord",
    "wachtwoorden", "digid", "inlogcodes?", "inloggegevens", "rekeningnummer", "burgerservicenummer", "bsn",
)  # fmt: skip
_TELL = ("geef", "stuur", "mail", "app", "vertel", "noem", "zeg", "deel", "schrijf", "toon", "laat")
_MONEY = any_of("€", _words("geld", "euro", "bedrag", "spaargeld", "borg"))
_FRAUD = any_of(
    f"{_START}({any_of('neem', 'breng', 'vergeet')} (?!u ){_within(60)}{_SECRET})",
    f"{_START}({any_of(*_TELL)} (?!u )"
    f"(?!{_within(80)}{_words('nooit', 'niet', 'niemand', 'geen')}){_within(60)}{_SECRET})",
    f"{_words('(?:u moet|moet u)', '(?:wij|we) (?:vragen|willen)', 'vragen wij')}{_within(60)}{_SECRET}",
    f"{_START}({any_of('maak', 'boek', 'schrijf', 'stort')} (?!u ){_within(40)}{_MONEY}{_within(60)}"
    f"{_words('over', 'op', 'naar')})",
    f"{_words('u moet', 'moet u', 'u kunt', 'kunt u')}{_within(40)}{_MONEY}{_within(40)}"
    + _words("overmaken", "overboeken", "overschrijven", "storten"),
    f"{_START}((?:vertel|zeg) (?!u )(?!{_within(60)}{_SECRET}){_NEAR}"
    + any_of(_words("niemand"), f"{_words('niet', 'nooit')} {_words('aan', 'tegen', 'dat')}")
    + ")",
    f"{_START}({any_of('praat', 'spreek')} (?!u ){_NEAR}{_words('met niemand', 'niemand')})",
    f"{_START}({any_of('houd', 'hou')} (?!u ){_NEAR}{_words('geheim', 'stil', 'verborgen')})",
    _words("bitcoins?", "cryptomunt", "cryptomunten"),
)
"""What swindlers ask: what opens a bank account, money beforehand, and silence."""

_ADDRESS = any_of(
    "(?<![a-z])[a-z]+://[^ ]*",
    f"(?<![0-9{LETTER}])www[.][^ ]*",
    "(?<![^ ])[^ @]+@[0-9a-z][^ ]*",
    f"(?<![0-9{LETTER}.-])(?!thuisarts[.]nl(?![.-]?[0-9{LETTER}]))[0-9a-z][0-9a-z.-]*(?:[.]| punt | dot )"
    f"(?:nl|com|org|net|eu|be|io|info|online|site|shop|xyz|click|frl|example)(?![0-9{LETTER}-])",
)
"""Where a text sends people by itself; thuisarts.nl is the doctors' own."""

UNSAFE = (
    Unsafe(
        "no-dutch-number",
        NO_DUTCH_NUMBER,
        "'{found}' is geen Nederlands nummer. Schrijf: bel uw huisarts of de huisartsenpost",
    ),
    Unsafe(
        "telephone",
        _TELEPHONE,
        "'{found}' lijkt een telefoonnummer, en nummers verouderen. Schrijf aan wie de lezer het kan vragen",
    ),
    Unsafe(
        "discourages-help",
        _DISCOURAGED,
        "'{found}' kan iemand bij een dokter of bij 112 weghouden. Schrijf alleen wat u zelf biedt",
    ),
    Unsafe(
        "discourages-help",
        _URGENT,
        "'{found}' gaat over nood, en elke pagina zegt al wie men dan belt. Schrijf alleen wat u zelf biedt",
    ),
    Unsafe(
        "medicine",
        _MEDICINE,
        "'{found}' is een medicijn of een dosis. Schrijf 'uw medicijnen', en laat de rest aan de huisarts",
    ),
    Unsafe(
        "medical-advice",
        _ADVICE,
        "'{found}' is medisch advies. Schrijf wie de lezer kan helpen, zoals: overleg met uw huisarts",
    ),
    Unsafe(
        "medicine",
        _ABOUT_MEDICINES,
        "Over '{found}' gaat de huisarts of de apotheker. "
        "Schrijf bijvoorbeeld: vraag uw apotheker naar uw medicijnen",
    ),
    Unsafe(
        "fraud",
        _FRAUD,
        "'{found}' is wat oplichters vragen. Schrijf alleen wat men bij u doet",
    ),
    Unsafe(
        "address",
        _ADDRESS,
        "'{found}' is een adres op internet, en hier leest men het zonder ons. "
        "Schrijf aan wie de lezer het kan vragen, en zet het adres bij contact",
    ),
    Unsafe(
        "symptom",
        _ACUTE,
        "'{found}' kan ernstig zijn, en deze site kan daar niet mee helpen. "
        "Schrijf voor wie het is, zonder deze klacht",
    ),
    Unsafe(
        "symptom",
        _TRIAGE,
        "'{found}' vraagt naar klachten, en deze site geeft daar geen antwoord op. "
        "Schrijf voor wie het is, zoals: voor mensen met pijn",
    ),
    Unsafe(
        "promise",
        _PROMISE,
        "'{found}' belooft iets over iemands gezondheid. "
        "Schrijf wat men bij u doet, zoals: u wandelt elke week samen",
    ),
    Unsafe(
        "informal",
        _words("je", "jij", "jou", "jouw", "jullie"),
        "'{found}' klinkt hier te vertrouwd. Spreek de lezer aan met u",
    ),
)
"""In this order: the first that is found is said."""


def levelled(text: str) -> str:
    """`text` as it is matched: in small letters, with `LEVEL` applied, and # for each help number."""
    text = text.lower()
    for form, plain in LEVEL:
        text = re.sub(form, plain, text)
    return re.sub(HELP_FORM, "#", text)


def unsafe(text: str) -> tuple[Unsafe, str] | None:
    """What is most wrong with `text`, and the words that are; nothing if all is well."""
    level = levelled(text)
    for one in UNSAFE:
        if match := re.search(one.form, level):
            return one, match[match.lastindex or 0]
    return None
