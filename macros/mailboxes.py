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
    "administratie", "bestuur", "communicatie", "klantcontact", "klantenservice", "servicepunt",
    "meldpunt", "steunpunt", "helpdesk", "hospice", "school", "thuiszorg", "zorggroep", "woonzorgcentrum",
    "zorgcentrum", "verpleeghuis", "noreply", "postbus", "aanmeldpunt", "aanmeldingen", "afmelden",
    "afmelding", "toegangsteam", "wijkzorgteam", "ouderenteam", "sociaalteam", "sociaalwijkteam",
    "welzijnsteam", "kernteam", "expertteam", "casemanagement", "zorgbemiddeling", "wmoloket",
    "zorgloket", "jeugdloket", "klantcontactcentrum", "werkenbij", "jongerenteam", "thuisteam",
    "behandelteam", "ondersteuningsteam", "dagcentrum", "dagopvang", "activiteitencentrum",
    "ontmoetingscentrum", "informatiepunt", "adviespunt", "expertisepunt", "coordinatiepunt",
    "buurtkamer", "huiskamer", "regionetwerk", "ketennetwerk",
)  # fmt: skip
"""Words that make a mailbox an organisation's when it begins with them, whatever name follows."""

WORDS = (
    *FIRST,
    "aanbesteding", "aanbod", "aandacht", "aangifte", "aanjager", "aanmeldformulier", "aanpak",
    "aansluiting", "aanspreekpunt", "aanvraag", "aanvraagformulier", "aanvragen", "abonnement",
    "abonnementen", "abuse", "academie", "achternaam", "acties", "activeren", "activering",
    "activiteiten", "acute", "adres", "advies", "adviesraad", "adviseur", "adviseurs", "afdelingen",
    "afmeldingen", "afspraak", "afspraken", "afstemming", "agenda", "akkoord", "algemeen", "algemene",
    "alliantie", "alzheimer", "ambassadeur", "ambassadeurs", "ambtelijk", "ambulance", "ambulancezorg",
    "ambulant", "anderhalvelijn", "annuleren", "annulering", "antwoordapparaat", "apotheken",
    "apothekers", "arbeid", "arbo", "archief", "archiefbeheer", "armoede", "arts", "artsen", "assistent",
    "assistente", "assistenten", "assistentes", "audicien", "autisme", "avg", "avond", "avondzorg",
    "balans", "basis", "basisteam", "bedrijf", "bedrijfsbureau", "bedrijfsvoering", "beeldbellen",
    "begeleider", "begeleiders", "begeleiding", "begroting", "behandelaar", "behandelcentrum",
    "behandeling", "behandelplan", "beheer", "beheerder", "belangen", "belangenbehartiging", "beleid",
    "beleidsadviseur", "beleidsmedewerker", "bemiddelaar", "bemiddeling", "bericht", "beroep",
    "beschermd", "beschermdwonen", "beschikbaar", "bestel", "bestelling", "bestellingen", "bestuurders",
    "bestuursbureau", "bestuurssecretariaat", "bestuurssecretaris", "betalen", "betalingen", "betrokken",
    "beweeg", "beweegcoach", "beweegmakelaar", "bewegen", "beweging", "bewoners", "bewonerscommissie",
    "bewonersraad", "bezoek", "bezoekdienst", "bezoekers", "bezwaar", "bezwaren", "bibliotheken", "bij",
    "bijeenkomst", "bijeenkomsten", "bijscholing", "boekhouding", "boeking", "boekingen", "bouw", "brein",
    "bureau", "burenhulp", "burgemeester", "burger", "burgerinitiatief", "burgerkracht", "burgers",
    "buurt", "buurtcoach", "buurtsport", "buurtsportcoach", "buurtverbinder", "buurtwerk", "buurtzorg",
    "bv", "cadeau", "calamiteit", "calamiteiten", "campagne", "cao", "cardiologie", "care", "casemanager",
    "casemanagers", "casuistiek", "casus", "casusoverleg", "centraal", "centrale", "centrum",
    "chauffeurs", "chirurgie", "chronisch", "ciz", "cjg", "claims", "client", "clienten",
    "clientenadministratie", "clientenbelangen", "clientenraad", "clientondersteuner",
    "clientondersteuning", "clientservice", "clientvertrouwenspersoon", "coach", "coaching", "coalitie",
    "collectief", "collega", "college", "combinatiefunctionaris", "commissie", "communicatieadviseur",
    "compliance", "conferentie", "congres", "consulent", "consulenten", "consult", "consultatie",
    "consultatiebureau", "contactformulier", "contactpunt", "contract", "contractbeheer", "contracten",
    "contractering", "contractmanagement", "controle", "cooperatie", "coordinatie", "coordinator",
    "coordinatoren", "copd", "corona", "corporatie", "cr", "creatief", "crediteuren", "crisis",
    "crisisdienst", "crisisteam", "cultuur", "cultuurcoach", "cursus", "cursusadministratie",
    "cursusbureau", "cursussen", "dag", "dagactiviteiten", "dagbehandeling", "dagbesteding", "dagelijks",
    "dagverzorging", "data", "datalek", "debiteuren", "declaratie", "declaraties", "deelname",
    "deelnemers", "deelnemersraad", "dementie", "dementieconsulent", "dementievriendelijk", "desk",
    "deskundigheid", "diabetes", "dichtbij", "dieet", "dienst", "diensten", "dienstencentrum",
    "dienstverlening", "dietetiek", "dietist", "dietisten", "digitaal", "digitaalplein",
    "digitaalvaardig", "digitale", "digitalisering", "directie", "directiesecretariaat", "docent",
    "docenten", "doelgroep", "dokter", "dokters", "dokterspost", "domein", "domeinen", "domotica",
    "donateurs", "donatie", "donaties", "dorp", "drogist", "duurzaam", "ecd", "echo", "educatie",
    "eenzaamheid", "eerste", "eerstelijn", "eerstelijns", "eerstelijnsverblijf", "eetcafe", "ehealth",
    "elkaar", "elv", "email", "energie", "energiearmoede", "ergo", "ergotherapeut", "ergotherapeuten",
    "ergotherapie", "erop", "eropaf", "ervaring", "ervaringsdeskundige", "ervaringsdeskundigen",
    "ervaringskracht", "eten", "evaluatie", "evenement", "evenementen", "events", "evenwicht", "evv",
    "expert", "expertise", "expertisecentrum", "experts", "express", "extramuraal", "facilitair",
    "facturatie", "facturen", "factuur", "familie", "familieraad", "farmaceutisch", "farmacie",
    "feedback", "fg", "financieel", "financiele", "financien", "financiering", "flex", "flexbureau",
    "flexteam", "folders", "fonds", "fondsen", "fondsenwerving", "formulier", "formulieren", "forum",
    "fraude", "functionaris", "functioneel", "fysiek", "fysio", "fysiotherapeut", "fysiotherapeuten",
    "fysiotherapie", "gast", "gastvrouwen", "gebied", "gebiedsgericht", "gebiedsmanager", "geboorte",
    "geboortezorg", "gebruiker", "gedrag", "gedragswetenschapper", "geestelijk", "geestelijke",
    "gegevens", "gegevensbescherming", "geheugen", "geheugenpoli", "geldzaken", "gemeenschap",
    "gemeentelijk", "gemeenten", "geneeskunde", "geriatrie", "gezin", "gezinnen", "gezinscoach", "gezond",
    "gezonde", "gezondheid", "gezondheids", "gezondheidsbevordering", "gezondheidscentra",
    "gezondheidsmakelaar", "gezondheidsmakelaars", "ggd", "ggz", "giften", "git", "gli", "griffie",
    "groen", "groenezorg", "groep", "groepen", "groepspraktijk", "gz", "haio", "hallo", "hap", "hart",
    "hartfalen", "hbo", "help", "herstel", "herstelacademie", "herstelzorg", "hogeschool", "hoofd",
    "hoofdkantoor", "hr", "hrm", "huis", "huisarts", "huisartsenpost", "huisbezoek", "huisbezoeken",
    "huishoudelijk", "huishoudelijke", "huishouden", "huisvesting", "hulp", "hulpdienst", "hulplijn",
    "hulpmiddelen", "hulpverlening", "hulpvraag", "huur", "huurders", "huurdersraad", "ict", "ideeen",
    "iedereen", "iedereendoetmee", "iemand", "implementatie", "inburgering", "inclusie", "indicatie",
    "indicatiestelling", "infectie", "infectiepreventie", "infopunt", "informatiebeheer",
    "informatieveiligheid", "informele", "initiatief", "inkomen", "inkomensondersteuning", "inkoop",
    "inkopen", "inloop", "innovatie", "innovaties", "innovatieteam", "inschrijven", "inschrijving",
    "inspectie", "inspraak", "instelling", "instroom", "intake", "integraal", "integratie", "intern",
    "interne", "interventie", "intramuraal", "inval", "inwoners", "inzage", "inzet", "it", "iza", "jeugd",
    "jeugdarts", "jeugdconsulent", "jeugdgezondheid", "jeugdhulp", "jeugdteams", "jeugdverpleegkundige",
    "jeugdzorg", "jgz", "jong", "jonge", "jongeren", "jongerencoach", "jongerenpunt", "jongerenwerk",
    "jongerenwerker", "jongvolwassenen", "jouw", "jubileum", "juridisch", "juridische", "kanker", "kans",
    "kansrijke", "kantine", "kantoren", "kcc", "kennis", "kenniscentrum", "kern", "keten", "ketenzorg",
    "keuken", "kind", "kinderarts", "kinderen", "kinderfysiotherapie", "kinderopvang", "kinderteam",
    "klacht", "klachtbehandeling", "klachten", "klachtencommissie", "klachtenfunctionaris",
    "klachtenregeling", "klant", "klantadvies", "klanten", "klantrelaties", "klantteam", "kleding",
    "kliniek", "knooppunt", "koffie", "koken", "kookgroep", "koor", "kraam", "kraamzorg", "kracht",
    "kring", "kwaliteit", "kwaliteits", "kwaliteitsbureau", "kwaliteitszorg", "kwartiermaker",
    "kwetsbare", "laaggeletterdheid", "lab", "laboratorium", "landelijk", "langdurig", "langdurige",
    "lectoraat", "leden", "ledenadministratie", "ledenservice", "leefkracht", "leefomgeving", "leefstijl",
    "leefstijlcoach", "leerbedrijf", "leerhuis", "leerkring", "leerlijn", "leerlingen", "leernetwerk",
    "leerwerkplaats", "leren", "lerend", "levenseinde", "levensloop", "leveranciers", "lezers", "lid",
    "lidmaatschap", "lobby", "logistiek", "logopedie", "logopedist", "lokaal", "lokale", "loketten",
    "longen", "longgeneeskunde", "longpoli", "loopbaan", "luisterlijn", "maaltijden", "maaltijdservice",
    "maaltijdvoorziening", "maatje", "maatjes", "maatschappelijk", "maatschappelijke", "maatwerk", "mail",
    "mailadres", "mailbox", "makelaar", "management", "manager", "mantelzorg", "mantelzorgconsulent",
    "mantelzorgers", "mantelzorgmakelaar", "mantelzorgondersteuning", "mantelzorgsteunpunt", "marketing",
    "materiaal", "materialen", "mbo", "mdl", "mdo", "mdt", "medewerker", "medewerkers", "media",
    "medicatie", "medisch", "medische", "meedoen", "meerzorg", "meldcode", "melden", "melding",
    "meldingen", "meldkamer", "mensen", "mentale", "mentor", "mentoren", "mentorschap", "midden",
    "milieu", "minima", "mobiliteit", "mond", "mondzorg", "monitor", "monitoring", "mr", "museum",
    "muziek", "naam", "naasten", "nabestaanden", "nacht", "nachtzorg", "nazorg", "netwerken",
    "netwerkzorg", "neurologie", "nierpoli", "nieuws", "nieuwsbrief", "nl", "no", "noodopvang",
    "noodzorg", "noord", "noordoost", "noordwest", "objectief", "oefentherapie", "ombudsman", "omgeving",
    "onafhankelijk", "onafhankelijke", "oncologie", "onderhoud", "ondernemers", "ondernemersloket",
    "ondernemingsraad", "ondersteuner", "ondersteuners", "ondersteuning", "onderwijs", "onderzoek",
    "onderzoeker", "onderzoekers", "onderzoeksbureau", "onderzoeksgroep", "ontmoeten", "ontmoeting",
    "ontregeld", "ontslag", "ontvangst", "ontwikkel", "ontwikkeling", "ontwikkelplein", "ontzorg",
    "oogzorg", "oost", "op", "open", "opgave", "opgeven", "opgroeien", "opleider", "opleiding",
    "opleidingen", "opleidingscentrum", "opleidingsinstituut", "opname", "opnames", "oprecept",
    "opticien", "opvang", "opvoeden", "opvoeding", "opvoedondersteuning", "opvoedpoli", "or", "orde",
    "order", "orders", "organisatie", "orthopedie", "ouder", "ouderen", "ouderenadviseur", "ouderenbond",
    "ouderencoach", "ouderenconsulent", "ouderengeneeskunde", "ouderengeneeskundige", "ouderenpunt",
    "ouderenwerk", "ouderenzorg", "ouderinitiatief", "ouders", "overdracht", "overgewicht", "overheid",
    "overlast", "overleg", "oz", "palliatief", "palliatiefteam", "palliatieve", "parkinson",
    "participatie", "participatieraad", "partner", "partners", "patient", "patienten", "patientenraad",
    "patientenvereniging", "patientenvoorlichting", "penningmeester", "pensioen", "perceel", "periode",
    "pers", "personeel", "personeelszaken", "persoonlijk", "persvoorlichting", "pg", "pgb", "pilot",
    "planbureau", "planner", "planners", "platform", "plein", "plus", "podium", "podotherapie", "poh",
    "pohggz", "poliklinieken", "polis", "poort", "portaal", "positieve", "post", "postkamer",
    "postmaster", "poz", "praktijkassistent", "praktijkhouders", "praktijkmanager",
    "praktijkondersteuner", "praktijkondersteuners", "praktijkondersteuning", "praktijkteam",
    "praktijkverpleegkundige", "preventie", "preventieadviseur", "preventiecoach", "preventieteam",
    "privacy", "privacyofficer", "procesregisseur", "productie", "proef", "proeftuin", "professionals",
    "programmabureau", "programmaleider", "programmamanager", "programmateam", "projectbureau",
    "projecten", "projectleider", "projectleiders", "projectmanager", "projectsecretaris", "projectteam",
    "promotie", "protocol", "psychiater", "psychiatrie", "psychisch", "psychische", "psychologen",
    "psychologie", "psycholoog", "psychosomatisch", "publiciteit", "publieksvoorlichting",
    "publiekszaken", "punt", "raad", "raadpleging", "radiologie", "reablement", "reactie", "reacties",
    "reageren", "recept", "recepten", "receptenlijn", "recepties", "receptuur", "recht", "rechtswinkel",
    "reclassering", "recreatie", "regelingen", "regie", "regio", "regioadviseur", "regiobeeld",
    "regiobureau", "regiocoordinator", "regiokantoor", "regiomanager", "regionaal", "regionale",
    "regioplan", "regiotafel", "regiozorg", "regisseur", "register", "registratie", "reiniging",
    "reintegratie", "rekening", "rekeningen", "rekenkamer", "relatie", "relatiebeheer", "relaties",
    "repaircafe", "reply", "reserveren", "reservering", "reserveringen", "respijt", "respijthuis",
    "respijtzorg", "retour", "revalidatie", "revalidatiecentrum", "ribw", "roaz", "roc", "rooster",
    "roostering", "rouw", "ruimte", "salaris", "salarisadministratie", "samen", "samenwerken",
    "samenwerking", "samenwerkingsverband", "scholing", "schulden", "schuldenloket", "schuldhulp",
    "schuldhulpverlening", "secr", "secretaris", "sectie", "security", "senioren", "seniorenraad",
    "seniorenvoorlichting", "seniorenwonen", "seniorweb", "service", "servicebureau", "servicedesk",
    "servicelijn", "servicepunten", "slaap", "sociaal", "sociaalcultureel", "sociaaldomein",
    "sociaalraadslieden", "sociaalraadsman", "sociaalwerk", "sociale", "sollicitatie", "sollicitaties",
    "solliciteren", "somatiek", "specialist", "specialisten", "specialistisch", "spoed", "spoedeisend",
    "spoedlijn", "spoedpost", "sponsoring", "sport", "sportakkoord", "sportcoach", "sporthal", "sportief",
    "sportservice", "spreekuur", "stad", "staf", "stafbureau", "stage", "stagebureau", "stages", "start",
    "statistiek", "statushouders", "stichtingen", "stoppenmetroken", "studenten", "studie", "studiedag",
    "stuurgroep", "subsidie", "subsidieaanvraag", "subsidies", "suggestie", "support", "symposium",
    "systeem", "systeembeheer", "taal", "taalcoach", "taalhuis", "taalpunt", "tafel", "tandarts",
    "tandartsen", "taskforce", "teamcoach", "teamleider", "teammanager", "teamondersteuning", "teams",
    "technisch", "technische", "technologie", "tel", "teleconsultatie", "telefonisch", "telefonist",
    "telezorg", "terminaal", "terminale", "test", "tevredenheid", "thema", "thuis", "thuisbegeleiding",
    "thuismonitoring", "thuiswonen", "thuiswonend", "tijdelijk", "tips", "toegang", "toeleiding",
    "toeslagen", "toetsing", "toezicht", "toezichthouder", "toolkit", "trainer", "trainers", "training",
    "trainingen", "traject", "trajecten", "transfer", "transferbureau", "transferpunt",
    "transferverpleegkundige", "transformatie", "transitie", "triage", "tuin", "tuinen", "tweede",
    "tweedelijns", "uitgave", "uitgeverij", "uitleen", "uitleenservice", "uitvaart", "uitvoering",
    "uitwisseling", "universiteit", "uw", "vacature", "vacaturebank", "vacatures", "vaccinatie",
    "vakbekwaamheid", "valpreventie", "veilig", "veiligheid", "verbinder", "verblijf", "vergadering",
    "vergaderzaal", "vergoeding", "vergunning", "vergunningen", "verhuur", "verkeer", "verkoop",
    "verlies", "verlof", "verloskunde", "verloskundig", "verloskundige", "verloskundigen", "verpleeg",
    "verpleegkundig", "verpleegkundige", "verpleegkundigen", "verpleegtechnisch", "verpleging", "verslag",
    "verslagen", "verslaving", "verslavingszorg", "vertrouwenspersoon", "vervoer", "vervolg", "verwijs",
    "verwijzers", "verwijzing", "verwijzingen", "verzekeraar", "verzekerden", "verzekering",
    "verzorgende", "verzorgenden", "verzorging", "vg", "vgn", "vitaal", "vitaalpunt", "vitaliteit",
    "vluchtelingen", "vluchtelingenwerk", "voeding", "voedingscentrum", "voedselbank", "volwassenen",
    "volwasseneneducatie", "voor", "voorbeeld", "voorjeugd", "voorkamer", "voorlichting", "voornaam",
    "voorraad", "voorzieningen", "voorzitter", "voorzitters", "vptz", "vraag", "vraagbaak", "vragen",
    "vrijwillig", "vrijwillige", "vrijwilliger", "vrijwilligers", "vrijwilligersacademie",
    "vrijwilligerscentrale", "vrijwilligerscoordinator", "vrijwilligerspunt", "vrijwilligerswerk",
    "vrouw", "vrouwen", "vrouwengezondheid", "vve", "vvt", "waarneming", "wachtlijst", "wachtlijsten",
    "wachttijd", "wachttijden", "web", "webmaster", "webredactie", "webshop", "website", "webteam",
    "welkom", "welzijn", "welzijnoprecept", "welzijnsadviseur", "welzijnscoach", "welzijnscoaches",
    "welzijnsconsulent", "welzijnspunt", "welzijnswerk", "welzijnswerker", "werk", "werkbedrijf",
    "werkbegeleiding", "werken", "werkervaring", "werkgevers", "werkgeversservicepunt", "werkgroepen",
    "werknemers", "werkplaats", "werkvoorbereiding", "west", "wet", "wethouder", "wijk", "wijkaanjager",
    "wijkagent", "wijkbeheer", "wijkcentra", "wijkcoach", "wijkcoaches", "wijkcontact", "wijken",
    "wijkgericht", "wijkleerbedrijf", "wijknetwerk", "wijkpunt", "wijkraad", "wijkregisseur",
    "wijkteamleider", "wijkteams", "wijkverbinder", "wijkverpleegkundige", "wijkverpleegkundigen",
    "wijkverpleging", "wijkzorg", "wijzer", "winkel", "wlz", "wmo", "wmoconsulent", "wonen", "wonenzorg",
    "woning", "woningbouw", "woningcorporatie", "woon", "woonadvies", "woonbegeleiding", "woonconsulent",
    "woonconsulenten", "wooncorporatie", "woonhulp", "woonruimte", "woonvorm", "woonzorg", "wv", "wvp",
    "wzd", "zaal", "zaken", "zelfhulp", "zelfmanagement", "zelfredzaam", "zelfstandig", "zelfzorg",
    "ziekenhuis", "ziekte", "ziekteverzuim", "zintuig", "zorg", "zorgadministratie", "zorgadvies",
    "zorgadviseur", "zorgalliantie", "zorgbelang", "zorgbemiddelaar", "zorgboerderij", "zorgbureau",
    "zorgcentrale", "zorgcoach", "zorgconsulent", "zorgcontractering", "zorgcoordinatie",
    "zorgcoordinatiecentrum", "zorgcoordinator", "zorgdomein", "zorgethuis", "zorghotel", "zorginkoop",
    "zorgkantoor", "zorgkwaliteit", "zorglijn", "zorgmail", "zorgmakelaar", "zorgmanager", "zorgmijders",
    "zorgnetwerk", "zorgondersteuning", "zorgpad", "zorgpaden", "zorgplan", "zorgplein",
    "zorgprofessionals", "zorgregie", "zorgregisseur", "zorgservice", "zorgteam", "zorgtechnologie",
    "zorgtoewijzing", "zorgtrajectbegeleider", "zorgtransitie", "zorgverlener", "zorgverleners",
    "zorgverzekeraar", "zorgvraag", "zorgvrager", "zorgzaam", "zorgzame", "zuid", "zuidoost", "zuidwest",
    "zwanger", "zwangerschap", "zwerfjongeren",
)  # fmt: skip
"""What functions, departments and organisations are called."""

BIRTH_YEAR = "[a-z]19[3-9][0-9](?![0-9])"
"""A year that people put behind their name."""
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
    if re.search(BIRTH_YEAR, local):
        return False
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
