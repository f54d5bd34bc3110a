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
    "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "icloud", "me", "mac", "yahoo", "ymail", "aol",
    "gmx", "proton", "protonmail", "pm", "tutanota", "mail", "zoho", "fastmail", "hey", "ziggo", "kpn", "kpnmail",
    "kpnplanet", "planet", "hetnet", "xs4all", "home", "casema", "chello", "upc", "upcmail", "quicknet", "telfort",
    "tele2", "zonnet", "wanadoo", "orange", "online", "solcon", "caiway", "zeelandnet", "freedom", "freeler",
    "multiweb", "onsbrabantnet", "kabelfoon", "delta", "telenet", "skynet", "web", "versatel", "lycos", "tiscali",
    "concepts", "budget", "t-mobile", "odido", "xmsnet", "hccnet", "filternet", "skpnet", "kliksafe", "introweb",
)  # fmt: skip
"""Where anybody can have a mailbox: the name of such a domain says nothing of whose it is."""

FIRST = (
    "info", "informatie", "inlichtingen", "contact", "team", "wijkteam", "buurtteam", "gebiedsteam", "regioteam",
    "dorpsteam", "jeugdteam", "secretariaat", "redactie", "receptie", "balie", "loket", "kantoor", "locatie",
    "afdeling", "poli", "polikliniek", "apotheek", "praktijk", "huisartsenpraktijk", "huisartspraktijk",
    "huisartsen", "gezondheidscentrum", "wijkcentrum", "buurthuis", "wijkhuis", "dorpshuis", "buurtcentrum",
    "inloophuis", "stichting", "vereniging", "gemeente", "bibliotheek", "werkgroep", "projectgroep", "programma",
    "project", "netwerk", "planning", "aanmelden", "aanmelding", "administratie", "bestuur", "communicatie",
    "klantcontact", "klantenservice", "servicepunt", "meldpunt", "steunpunt", "helpdesk", "hospice", "school",
    "thuiszorg", "zorggroep", "woonzorgcentrum", "zorgcentrum", "verpleeghuis", "noreply", "postbus",
)  # fmt: skip
"""Words that make a mailbox an organisation's when it begins with them, whatever name follows."""

WORDS = (
    *FIRST,
    "aanbesteding", "aanbod", "aangifte", "aanpak", "aanvraag", "aanvragen", "abonnement", "abuse",
    "academie", "achternaam", "acties", "activering", "activiteiten", "acute", "adres", "advies",
    "adviseur", "agenda", "algemeen", "algemene", "ambulance", "ambulant", "anderhalvelijn",
    "antwoordapparaat", "apothekers", "arbeid", "arbo", "arts", "artsen", "assistent", "assistente",
    "assistenten", "assistentes", "avg", "avond", "bedrijf", "bedrijfsbureau", "bedrijfsvoering",
    "begeleider", "begeleiding", "behandelaar", "behandeling", "beheer", "beheerder", "beleid",
    "beleidsadviseur", "bemiddeling", "bericht", "bestelling", "bestellingen", "bestuurders",
    "bestuurssecretaris", "betalen", "betalingen", "beweeg", "beweegcoach", "beweegmakelaar", "bewegen",
    "bewoners", "bewonerscommissie", "bewonersraad", "bezoek", "bezwaar", "boekhouding", "bouw", "brein",
    "bureau", "buurt", "buurtcoach", "buurtsport", "buurtsportcoach", "buurtverbinder", "buurtwerk",
    "buurtzorg", "bv", "cadeau", "cao", "care", "casemanagement", "casemanager", "centraal", "centrale",
    "centrum", "ciz", "cjg", "client", "clienten", "clientenraad", "clientondersteuner",
    "clientondersteuning", "clientservice", "coach", "coaching", "coalitie", "collectief", "college",
    "commissie", "congres", "consulent", "consultatie", "consultatiebureau", "contracten", "controle",
    "cooperatie", "coordinatie", "coordinator", "corona", "corporatie", "cr", "crediteuren", "crisis",
    "crisisdienst", "cultuur", "cursus", "cursussen", "dag", "dagbehandeling", "dagbesteding", "data",
    "datalek", "debiteuren", "deelname", "deelnemers", "dementie", "desk", "diabetes", "dieet", "dienst",
    "diensten", "dienstverlening", "dietetiek", "dietist", "dietisten", "digitaal", "digitale",
    "digitalisering", "directie", "directiesecretariaat", "docent", "docenten", "doelgroep", "dokter",
    "dokters", "dokterspost", "domein", "domotica", "dorp", "drogist", "ecd", "educatie", "eerste",
    "eerstelijn", "eerstelijns", "eetcafe", "ehealth", "email", "ergo", "ergotherapeut", "ergotherapie",
    "ervaringsdeskundige", "ervaringsdeskundigen", "eten", "evaluatie", "evenement", "evenementen",
    "events", "expertise", "expertisecentrum", "express", "facilitair", "facturatie", "facturen", "factuur",
    "familie", "familieraad", "farmacie", "feedback", "fg", "financieel", "financiele", "financien",
    "fonds", "fondsen", "formulier", "formulieren", "forum", "functionaris", "fysio", "fysiotherapeut",
    "fysiotherapeuten", "fysiotherapie", "gast", "gastvrouwen", "gebruiker", "geestelijk", "geestelijke",
    "gegevens", "gegevensbescherming", "gemeenten", "geriatrie", "gezin", "gezinnen", "gezinscoach",
    "gezond", "gezonde", "gezondheid", "gezondheids", "ggd", "ggz", "giften", "git", "gli", "groep",
    "groepen", "groepspraktijk", "gz", "haio", "hap", "help", "herstel", "herstelacademie", "hoofd",
    "hoofdkantoor", "hr", "hrm", "huis", "huisarts", "huisartsenpost", "huisbezoek", "huishoudelijk",
    "huishoudelijke", "hulp", "hulpmiddelen", "huur", "ict", "ideeen", "iedereen", "iemand",
    "implementatie", "inclusie", "indicatie", "informele", "initiatief", "inkoop", "inkopen", "inloop",
    "innovatie", "innovaties", "inschrijven", "inschrijving", "inspectie", "instelling", "instroom",
    "intake", "integraal", "inwoners", "inzage", "it", "iza", "jeugd", "jeugdarts", "jeugdgezondheid",
    "jeugdhulp", "jeugdverpleegkundige", "jeugdzorg", "jgz", "jongeren", "jongerenwerk", "jongerenwerker",
    "jouw", "juridisch", "juridische", "kans", "kansrijke", "kantine", "kcc", "kennis", "kenniscentrum",
    "keten", "ketenzorg", "kind", "kinderen", "kinderopvang", "kinderteam", "klacht", "klachten",
    "klachtencommissie", "klachtenfunctionaris", "klant", "klanten", "kleding", "kliniek", "koffie",
    "koken", "kookgroep", "koor", "kraam", "kraamzorg", "kring", "kwaliteit", "kwaliteits", "kwetsbare",
    "lab", "laboratorium", "landelijk", "leden", "ledenadministratie", "ledenservice", "leefstijl",
    "leefstijlcoach", "leerbedrijf", "leerlingen", "leernetwerk", "leerwerkplaats", "leren", "leveranciers",
    "lezers", "lid", "lobby", "logistiek", "logopedie", "logopedist", "loopbaan", "maaltijden",
    "maatschappelijk", "maatschappelijke", "maatwerk", "mail", "mailadres", "mailbox", "makelaar",
    "management", "manager", "mantelzorg", "mantelzorgers", "mantelzorgondersteuning", "marketing", "mdo",
    "mdt", "medewerker", "medewerkers", "media", "medicatie", "medisch", "medische", "meedoen", "melden",
    "melding", "meldingen", "mentale", "midden", "milieu", "mobiliteit", "monitor", "mr", "museum",
    "muziek", "naam", "nacht", "nazorg", "nieuws", "nieuwsbrief", "nl", "no", "noord", "noordoost",
    "noordwest", "ombudsman", "onderhoud", "ondernemersloket", "ondernemingsraad", "ondersteuner",
    "ondersteuning", "onderwijs", "onderzoek", "onderzoeker", "onderzoekers", "ontmoeten", "ontmoeting",
    "ontmoetingscentrum", "ontslag", "ontvangst", "ontwikkel", "ontwikkeling", "ontzorg", "oost", "op",
    "opleider", "opleiding", "opleidingen", "opname", "opnames", "opvang", "opvoedpoli", "or", "orde",
    "order", "orders", "organisatie", "ouder", "ouderen", "ouderenadviseur", "ouderenbond", "ouderenwerk",
    "ouderenzorg", "ouders", "overdracht", "overleg", "oz", "palliatief", "palliatieve", "participatie",
    "partners", "patient", "patienten", "patientenraad", "patientenvereniging", "penningmeester", "pers",
    "personeel", "personeelszaken", "persoonlijk", "persvoorlichting", "pg", "pgb", "pilot", "platform",
    "plus", "poh", "pohggz", "poort", "portaal", "post", "postkamer", "postmaster", "poz",
    "praktijkhouders", "praktijkmanager", "praktijkondersteuner", "praktijkondersteuners",
    "praktijkondersteuning", "praktijkverpleegkundige", "preventie", "preventieadviseur", "privacy",
    "projectbureau", "projecten", "projectleider", "projectleiders", "projectmanager", "projectsecretaris",
    "psychiatrie", "psychologen", "psycholoog", "psychosomatisch", "punt", "raad", "raadpleging", "reactie",
    "reacties", "reageren", "recept", "recepten", "receptenlijn", "recepties", "recht", "regie", "regio",
    "regiobeeld", "regiobureau", "regionaal", "regionale", "regiotafel", "regisseur", "register",
    "registratie", "reiniging", "rekenkamer", "relatiebeheer", "reply", "respijtzorg", "retour",
    "revalidatie", "rooster", "roostering", "ruimte", "salaris", "salarisadministratie", "samen",
    "samenwerking", "samenwerkingsverband", "scholing", "schuldhulp", "schuldhulpverlening", "secr",
    "secretaris", "sectie", "security", "senioren", "seniorenraad", "seniorweb", "service", "servicebureau",
    "servicedesk", "sociaal", "sociaalteam", "sociaalwerk", "sociale", "sollicitatie", "sollicitaties",
    "solliciteren", "spoed", "spoedpost", "sport", "sportcoach", "sporthal", "sportief", "spreekuur",
    "stad", "staf", "stafbureau", "stage", "stagebureau", "stages", "start", "stichtingen", "stuurgroep",
    "subsidie", "subsidies", "support", "symposium", "systeem", "taal", "taalhuis", "teamleider",
    "teammanager", "teams", "technisch", "technische", "technologie", "tel", "telefonist", "test", "thuis",
    "thuisbegeleiding", "thuiswonend", "toegang", "toezicht", "toezichthouder", "trainer", "training",
    "trainingen", "transfer", "transferbureau", "transferpunt", "transferverpleegkundige", "transformatie",
    "triage", "tuin", "uitleen", "uitvoering", "uw", "vacature", "vacatures", "vaccinatie", "veilig",
    "veiligheid", "verbinder", "verblijf", "vergaderzaal", "vergoeding", "verhuur", "verkoop",
    "verloskunde", "verloskundig", "verloskundige", "verloskundigen", "verpleeg", "verpleegkundig",
    "verpleegkundige", "verpleegkundigen", "verpleging", "verslag", "verslaving", "verslavingszorg",
    "vertrouwenspersoon", "vervoer", "verwijs", "verwijzers", "verwijzing", "verwijzingen", "verzekering",
    "verzorgende", "verzorgenden", "verzorging", "vg", "vgn", "voeding", "voedselbank", "voor", "voorbeeld",
    "voorkamer", "voorlichting", "voornaam", "voorzieningen", "voorzitter", "vraag", "vraagbaak", "vragen",
    "vrijwillig", "vrijwillige", "vrijwilliger", "vrijwilligers", "vrijwilligerscentrale",
    "vrijwilligerswerk", "vrouwen", "vve", "vvt", "waarneming", "wachtlijst", "wachtlijsten", "web",
    "webmaster", "webredactie", "webshop", "website", "welkom", "welzijn", "welzijnscoach",
    "welzijnscoaches", "welzijnswerk", "welzijnswerker", "werk", "werkbedrijf", "werken", "werkgevers",
    "werkgeversservicepunt", "werkplaats", "west", "wet", "wethouder", "wijk", "wijkaanjager", "wijkagent",
    "wijkbeheer", "wijkcoach", "wijkcoaches", "wijken", "wijkgericht", "wijkraad", "wijkregisseur",
    "wijkverbinder", "wijkverpleegkundige", "wijkverpleegkundigen", "wijkverpleging", "wijkzorg", "wijzer",
    "winkel", "wlz", "wmo", "wonen", "wonenzorg", "woon", "woonbegeleiding", "woonconsulent", "woonzorg",
    "wv", "wvp", "wzd", "zaal", "zaken", "ziekenhuis", "zorg", "zorgadministratie", "zorgadvies",
    "zorgbemiddeling", "zorgboerderij", "zorgcoordinatie", "zorgcoordinator", "zorgdomein", "zorginkoop",
    "zorgkantoor", "zorglijn", "zorgloket", "zorgmakelaar", "zorgmijders", "zorgpad", "zorgpaden",
    "zorgtechnologie", "zorgverlener", "zorgverleners", "zorgverzekeraar", "zuid", "zuidoost", "zuidwest",
    "zwanger", "zwangerschap",
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
            ends = {end for end in range(at + 3, len(part) + 1) if part[at:end] in known}
            reached |= ends.union(
                end + len(link) for end in ends for link in LINKS if part[end:].startswith(link)
            )
    return len(part) in reached
