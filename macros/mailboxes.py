"""Whether an e-mail address is that of a function, which may be public, or that of a person.

A function's name is made of words that organisations use: `secretariaat.wijkteam-noord2`. Those words are
declared here; the form in the browser is given them, and judges by them in the same way.
"""

import re
from collections.abc import Collection

LINKS = ("s", "e", "en", "op", "in", "van", "de", "het", "met")
"""What Dutch puts between the parts of a compound."""
LONGEST = 64
"""Characters that the part before the @ can have (RFC 5321, 4.5.3.1.1)."""

FREE = (
    "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "icloud", "me", "mac", "yahoo", "ymail",
    "aol", "gmx", "proton", "protonmail", "pm", "tutanota", "mail", "zoho", "fastmail", "hey", "ziggo",
    "kpn", "kpnmail", "kpnplanet", "planet", "hetnet", "xs4all", "home", "casema", "chello", "upc",
    "upcmail", "quicknet", "telfort", "tele2", "zonnet", "wanadoo", "orange", "online", "solcon", "caiway",
    "zeelandnet", "freedom", "freeler", "multiweb", "onsbrabantnet", "kabelfoon", "delta", "telenet",
    "skynet", "web", "versatel", "lycos", "tiscali", "concepts", "budget", "t-mobile", "odido", "xmsnet",
    "hccnet", "filternet", "skpnet", "kliksafe", "introweb",
)  # fmt: skip
"""Where anybody can have a mailbox: the name of such a domain says nothing of whose it is."""

FIRST = (
    "info", "informatie", "inlichtingen", "contact", "team", "wijkteam", "buurtteam", "gebiedsteam",
    "regioteam", "dorpsteam", "jeugdteam", "secretariaat", "redactie", "receptie", "balie", "loket",
    "kantoor", "locatie", "afdeling", "poli", "polikliniek", "apotheek", "praktijk", "huisartsenpraktijk",
    "huisartspraktijk", "huisartsen", "gezondheidscentrum", "wijkcentrum", "buurthuis", "wijkhuis",
    "dorpshuis", "buurtcentrum", "inloophuis", "stichting", "vereniging", "gemeente", "bibliotheek",
    "werkgroep", "projectgroep", "programma", "project", "netwerk", "planning", "aanmelden", "aanmelding",
    "administratie", "bestuur", "communicatie", "klantcontact", "klantenservice", "servicepunt", "meldpunt",
    "steunpunt", "helpdesk", "hospice", "school", "thuiszorg", "zorggroep", "woonzorgcentrum",
    "zorgcentrum", "verpleeghuis", "noreply", "postbus",
)  # fmt: skip
"""Words that make a mailbox an organisation's when it begins with them, whatever name follows."""

WORDS = (
    *FIRST,
    "aanbesteding", "aanbod", "aandacht", "aangifte", "aanpak", "aanvraag", "aanvragen", "abonnement",
    "abuse", "academie", "achternaam", "acties", "activering", "activiteiten", "acute", "adres", "advies",
    "adviseur", "agenda", "akkoord", "algemeen", "algemene", "alliantie", "alzheimer", "ambulance",
    "ambulancezorg", "ambulant", "anderhalvelijn", "antwoordapparaat", "apothekers", "arbeid", "arbo",
    "arts", "artsen", "assistent", "assistente", "assistenten", "assistentes", "audicien", "avg", "avond",
    "balans", "bedrijf", "bedrijfsbureau", "bedrijfsvoering", "begeleider", "begeleiding", "behandelaar",
    "behandeling", "beheer", "beheerder", "beleid", "beleidsadviseur", "bemiddeling", "bericht", "beroep",
    "bestelling", "bestellingen", "bestuurders", "bestuurssecretaris", "betalen", "betalingen", "beweeg",
    "beweegcoach", "beweegmakelaar", "bewegen", "beweging", "bewoners", "bewonerscommissie", "bewonersraad",
    "bezoek", "bezwaar", "boekhouding", "bouw", "brein", "bureau", "burgemeester", "buurt", "buurtcoach",
    "buurtsport", "buurtsportcoach", "buurtverbinder", "buurtwerk", "buurtzorg", "bv", "cadeau", "cao",
    "cardiologie", "care", "casemanagement", "casemanager", "centraal", "centrale", "centrum", "chirurgie",
    "ciz", "cjg", "client", "clienten", "clientenraad", "clientondersteuner", "clientondersteuning",
    "clientservice", "coach", "coaching", "coalitie", "collectief", "college", "combinatiefunctionaris",
    "commissie", "congres", "consulent", "consultatie", "consultatiebureau", "contracten", "controle",
    "cooperatie", "coordinatie", "coordinator", "corona", "corporatie", "cr", "crediteuren", "crisis",
    "crisisdienst", "cultuur", "cultuurcoach", "cursus", "cursussen", "dag", "dagactiviteiten",
    "dagbehandeling", "dagbesteding", "data", "datalek", "debiteuren", "deelname", "deelnemers", "dementie",
    "desk", "diabetes", "dichtbij", "dieet", "dienst", "diensten", "dienstverlening", "dietetiek",
    "dietist", "dietisten", "digitaal", "digitale", "digitalisering", "directie", "directiesecretariaat",
    "docent", "docenten", "doelgroep", "dokter", "dokters", "dokterspost", "domein", "domotica", "dorp",
    "drogist", "ecd", "educatie", "eenzaamheid", "eerste", "eerstelijn", "eerstelijns", "eetcafe",
    "ehealth", "elkaar", "email", "ergo", "ergotherapeut", "ergotherapie", "erop", "eropaf",
    "ervaringsdeskundige", "ervaringsdeskundigen", "eten", "evaluatie", "evenement", "evenementen",
    "events", "expertise", "expertisecentrum", "express", "facilitair", "facturatie", "facturen", "factuur",
    "familie", "familieraad", "farmacie", "feedback", "fg", "financieel", "financiele", "financien",
    "fonds", "fondsen", "formulier", "formulieren", "forum", "functionaris", "fysio", "fysiotherapeut",
    "fysiotherapeuten", "fysiotherapie", "gast", "gastvrouwen", "gebruiker", "geestelijk", "geestelijke",
    "gegevens", "gegevensbescherming", "gemeenschap", "gemeenten", "geneeskunde", "geriatrie", "gezin",
    "gezinnen", "gezinscoach", "gezond", "gezonde", "gezondheid", "gezondheids", "gezondheidsmakelaar",
    "ggd", "ggz", "giften", "git", "gli", "griffie", "groep", "groepen", "groepspraktijk", "gz", "haio",
    "hallo", "hap", "hbo", "help", "herstel", "herstelacademie", "hogeschool", "hoofd", "hoofdkantoor",
    "hr", "hrm", "huis", "huisarts", "huisartsenpost", "huisbezoek", "huishoudelijk", "huishoudelijke",
    "huiskamer", "hulp", "hulpmiddelen", "huur", "huurders", "ict", "ideeen", "iedereen", "iemand",
    "implementatie", "inclusie", "indicatie", "informele", "initiatief", "inkoop", "inkopen", "inloop",
    "innovatie", "innovaties", "inschrijven", "inschrijving", "inspectie", "instelling", "instroom",
    "intake", "integraal", "interne", "inwoners", "inzage", "inzet", "it", "iza", "jeugd", "jeugdarts",
    "jeugdgezondheid", "jeugdhulp", "jeugdverpleegkundige", "jeugdzorg", "jgz", "jong", "jonge", "jongeren",
    "jongerenwerk", "jongerenwerker", "jouw", "juridisch", "juridische", "kanker", "kans", "kansrijke",
    "kantine", "kcc", "kennis", "kenniscentrum", "kern", "keten", "ketenzorg", "kind", "kinderarts",
    "kinderen", "kinderopvang", "kinderteam", "klacht", "klachten", "klachtencommissie",
    "klachtenfunctionaris", "klant", "klanten", "kleding", "kliniek", "koffie", "koken", "kookgroep",
    "koor", "kraam", "kraamzorg", "kracht", "kring", "kwaliteit", "kwaliteits", "kwetsbare", "lab",
    "laboratorium", "landelijk", "lectoraat", "leden", "ledenadministratie", "ledenservice", "leefkracht",
    "leefstijl", "leefstijlcoach", "leerbedrijf", "leerlingen", "leernetwerk", "leerwerkplaats", "leren",
    "leveranciers", "lezers", "lid", "lobby", "logistiek", "logopedie", "logopedist", "longen",
    "longgeneeskunde", "loopbaan", "maaltijden", "maatje", "maatjes", "maatschappelijk", "maatschappelijke",
    "maatwerk", "mail", "mailadres", "mailbox", "makelaar", "management", "manager", "mantelzorg",
    "mantelzorgers", "mantelzorgondersteuning", "marketing", "mbo", "mdo", "mdt", "medewerker",
    "medewerkers", "media", "medicatie", "medisch", "medische", "meedoen", "melden", "melding", "meldingen",
    "meldkamer", "mentale", "midden", "milieu", "mobiliteit", "mond", "mondzorg", "monitor", "mr", "museum",
    "muziek", "naam", "nacht", "nazorg", "neurologie", "nieuws", "nieuwsbrief", "nl", "no", "noord",
    "noordoost", "noordwest", "oefentherapie", "ombudsman", "oncologie", "onderhoud", "ondernemersloket",
    "ondernemingsraad", "ondersteuner", "ondersteuning", "onderwijs", "onderzoek", "onderzoeker",
    "onderzoekers", "onderzoeksgroep", "ontmoeten", "ontmoeting", "ontmoetingscentrum", "ontslag",
    "ontvangst", "ontwikkel", "ontwikkeling", "ontzorg", "oost", "op", "opgroeien", "opleider", "opleiding",
    "opleidingen", "opname", "opnames", "opticien", "opvang", "opvoeden", "opvoedpoli", "or", "orde",
    "order", "orders", "organisatie", "orthopedie", "ouder", "ouderen", "ouderenadviseur", "ouderenbond",
    "ouderengeneeskunde", "ouderenwerk", "ouderenzorg", "ouders", "overdracht", "overgewicht", "overleg",
    "oz", "palliatief", "palliatieve", "parkinson", "participatie", "partners", "patient", "patienten",
    "patientenraad", "patientenvereniging", "penningmeester", "pers", "personeel", "personeelszaken",
    "persoonlijk", "persvoorlichting", "pg", "pgb", "pilot", "platform", "plus", "podotherapie", "poh",
    "pohggz", "poort", "portaal", "positieve", "post", "postkamer", "postmaster", "poz", "praktijkhouders",
    "praktijkmanager", "praktijkondersteuner", "praktijkondersteuners", "praktijkondersteuning",
    "praktijkverpleegkundige", "preventie", "preventieadviseur", "privacy", "projectbureau", "projecten",
    "projectleider", "projectleiders", "projectmanager", "projectsecretaris", "psychiater", "psychiatrie",
    "psychologen", "psycholoog", "psychosomatisch", "punt", "raad", "raadpleging", "radiologie", "reactie",
    "reacties", "reageren", "recept", "recepten", "receptenlijn", "recepties", "recht", "regie", "regio",
    "regiobeeld", "regiobureau", "regionaal", "regionale", "regiotafel", "regisseur", "register",
    "registratie", "reiniging", "rekenkamer", "relatiebeheer", "repaircafe", "reply", "respijtzorg",
    "retour", "revalidatie", "roaz", "roc", "rooster", "roostering", "rouw", "ruimte", "salaris",
    "salarisadministratie", "samen", "samenwerking", "samenwerkingsverband", "scholing", "schuldhulp",
    "schuldhulpverlening", "secr", "secretaris", "sectie", "security", "senioren", "seniorenraad",
    "seniorweb", "service", "servicebureau", "servicedesk", "sociaal", "sociaalteam", "sociaalwerk",
    "sociale", "sollicitatie", "sollicitaties", "solliciteren", "specialist", "specialisten", "spoed",
    "spoedpost", "sport", "sportakkoord", "sportcoach", "sporthal", "sportief", "sportservice", "spreekuur",
    "stad", "staf", "stafbureau", "stage", "stagebureau", "stages", "start", "statistiek", "stichtingen",
    "studie", "stuurgroep", "subsidie", "subsidies", "support", "symposium", "systeem", "taal", "taalhuis",
    "tafel", "tandarts", "tandartsen", "taskforce", "teamleider", "teammanager", "teams", "technisch",
    "technische", "technologie", "tel", "telefonist", "terminaal", "terminale", "test", "thuis",
    "thuisbegeleiding", "thuiswonend", "toegang", "toezicht", "toezichthouder", "trainer", "training",
    "trainingen", "transfer", "transferbureau", "transferpunt", "transferverpleegkundige", "transformatie",
    "transitie", "triage", "tuin", "uitleen", "uitvoering", "universiteit", "uw", "vacature", "vacatures",
    "vaccinatie", "valpreventie", "veilig", "veiligheid", "verbinder", "verblijf", "vergaderzaal",
    "vergoeding", "verhuur", "verkoop", "verlies", "verloskunde", "verloskundig", "verloskundige",
    "verloskundigen", "verpleeg", "verpleegkundig", "verpleegkundige", "verpleegkundigen", "verpleging",
    "verslag", "verslaving", "verslavingszorg", "vertrouwenspersoon", "vervoer", "verwijs", "verwijzers",
    "verwijzing", "verwijzingen", "verzekering", "verzorgende", "verzorgenden", "verzorging", "vg", "vgn",
    "vitaal", "vitaliteit", "voeding", "voedselbank", "voor", "voorbeeld", "voorkamer", "voorlichting",
    "voornaam", "voorzieningen", "voorzitter", "vptz", "vraag", "vraagbaak", "vragen", "vrijwillig",
    "vrijwillige", "vrijwilliger", "vrijwilligers", "vrijwilligerscentrale", "vrijwilligerswerk", "vrouwen",
    "vve", "vvt", "waarneming", "wachtlijst", "wachtlijsten", "web", "webmaster", "webredactie", "webshop",
    "website", "welkom", "welzijn", "welzijnscoach", "welzijnscoaches", "welzijnswerk", "welzijnswerker",
    "werk", "werkbedrijf", "werken", "werkgevers", "werkgeversservicepunt", "werkplaats", "west", "wet",
    "wethouder", "wijk", "wijkaanjager", "wijkagent", "wijkbeheer", "wijkcoach", "wijkcoaches", "wijken",
    "wijkgericht", "wijkraad", "wijkregisseur", "wijkverbinder", "wijkverpleegkundige",
    "wijkverpleegkundigen", "wijkverpleging", "wijkzorg", "wijzer", "winkel", "wlz", "wmo", "wonen",
    "wonenzorg", "woning", "woningbouw", "woningcorporatie", "woon", "woonbegeleiding", "woonconsulent",
    "wooncorporatie", "woonzorg", "wv", "wvp", "wzd", "zaal", "zaken", "ziekenhuis", "zorg",
    "zorgadministratie", "zorgadvies", "zorgbelang", "zorgbemiddeling", "zorgboerderij", "zorgcoordinatie",
    "zorgcoordinator", "zorgdomein", "zorginkoop", "zorgkantoor", "zorglijn", "zorgloket", "zorgmakelaar",
    "zorgmijders", "zorgpad", "zorgpaden", "zorgtechnologie", "zorgverlener", "zorgverleners",
    "zorgverzekeraar", "zuid", "zuidoost", "zuidwest", "zwanger", "zwangerschap",
)  # fmt: skip
"""What functions, departments and organisations are called."""


TOGETHER = tuple(word for word in FIRST if len(word) >= 8)
"""Those that no name begins with, so that one may be written to them: `praktijkdeboog`."""


def is_function(local: str, domain: str, places: Collection[str] = ()) -> bool:
    """Whether `local@domain`, in lower case, is nobody's own: made of words, places and its domain's name."""
    *labels, _ = domain.split(".")
    named = [label for label in labels if label not in FREE and len(label) > 2]
    own = {part for label in named for part in (label, *label.split("-")) if len(part) > 2}
    parts = [part for part in re.split("[^a-z]+", local) if part]
    if not parts or len(local) > LONGEST:
        return False
    if parts[0] in FIRST or parts[0].startswith(TOGETHER) or "info" in parts or local in own:
        return True
    if len(parts) == 1 and any(len(part) > 4 and part in local for part in own):
        return True
    known = {*WORDS, *places, *own}
    return all(part in known or _is_compound(part, known) for part in parts)


def _is_compound(part: str, known: Collection[str]) -> bool:
    """Whether `part` is made of words of three letters or more, perhaps linked."""
    reached = {0}
    for at in range(len(part)):
        if at in reached:
            reached |= {end for end in range(at + 3, len(part) + 1) if part[at:end] in known}
            reached |= {at + len(link) for link in LINKS if at and part.startswith(link, at)}
    return len(part) in reached
