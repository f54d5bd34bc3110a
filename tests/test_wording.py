"""What a text for residents may not say: each danger is found, and ordinary Dutch passes."""

import re
import time
import timeit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.abbreviations import unexplained
from macros.wording import HELP_NUMBERS, UNSAFE, levelled, unsafe

REFUSED = {
    "no-dutch-number": (
        "Bel 116117.", "Bel 116 117.", "Bel 116-117.", "Bel 116.117.", "1 1 6 1 1 7", "11 61 17",
        "Bel 116\u00a0117", "116\u2011117", "116/117", "+31 116117", "116, 117", "(116) 117",
        "Toets 116 en dan 117.", "Toets 116 • 117.", "De dokter heeft 116|117.", "116....117", "116 - - 117",
        "Toets elf zes elf zeven.", "elf-zestien-zeventien", "honderd zestien honderd zeventien",
        "honderd en zestien en dan honderd en zeventien", "Bel één één zes. Dan één één zeven.",
        "één-zestien-één-zeventien", "l16ll7", "honderdzestienhonderdzeventien",
        "Bel honderdzestien honderdzeventien.",
    ),
    "telephone": (
        "Bel 06 12345678.", "06-12345678", "06-12 34 56 78", "0612345678", "+31 6 12345678",
        "+31612345678", "0031 6 12 34 56 78", "+31 (0)6 12345678", "(050) 123 45 67", "050-1234567",
        "050 - 123 45 67", "050/1234567", "06.12.34.56.78", "0900 1234", "0900-1234567", "0800-1234",
        "088 123 45 67", "14 050", "14050", "14-0592", "Bel 4711.", "Bel ons op nummer 312.",
        "Bel 123 45 67", "tel. 123456", "tel.0612345678", "Ons nummer is 612 345.", "6 12 34 56 78",
        "12 34 56 78 90", "nul zes een twee drie vier vijf zes", "Bel 112 34 56", "Bel 113-4567",
        "Bel 0800-0113-5", "Bel 144.", "App naar 06 1234 5678", "Bel ons, elke dag, 24 uur: 0592 12 34 56",
        "Bel gerust: 911", "0 5 0 1 2 3 4 5 6 7",
        "020-6 123 456", "Bel 1813",
        "Toets 06·12·34·56·78.", "06_12_34_56_78", "06#12#34#56#78", "06,12,34,56,78",
        "Ons nummer is 06 en dan 12 en 34 en 56 en 78.",
        "Bel nul zes, twaalf, vierendertig, zesenvijftig, achtenzeventig.", "Appen kan: 06 twaalf 34 56 78.",
        "Bel o5o 12 34 567.", "O6-12345678", "06 l2 34 56 78", "ø5ø 1234567", "Bel 9ll.",
        "Ons nummer: nulvijftig eentwee drievier.", "Bel vijf vijf vijf twee drie.",
        "Draai nul vijf nul een.",
        "Bel een vier vier.", "vijfvijfvijftweedrie", "nul-vijf-nul-een-twee-drie", "Draai 911.",
        "Toets 0900.",
        "0⁶¹ ²³⁴ ⁵⁶⁷⁸", "Bel ₀₅₀ 123 45 67.", "Bel 1\ufe0f\u20e34\ufe0f\u20e34\ufe0f\u20e3.",
        " ".join(f"{digit}\ufe0f\u20e3" for digit in "0612345678"),
    ),
    "medicine": (
        "Neem twee paracetamol.", "500 mg", "Ibuprofen helpt.", "U krijgt 20 mg per dag.",
        "Twee tabletten per dag.", "Een pil voor het slapen.", "10 druppels", "Gebruik insuline.",
        "5 ml siroop",
        "Neem een aspirientje.", "Tweemaal daags.", "Neem 1 tablet.",
        "Laat uw pillen staan.", "Laat uw medicijnen liggen.", "Uw pillen mag u overslaan.",
        "Uw pillen kunt u weggooien.", "U kunt zonder uw pillen.", "Zonder pillen gaat het ook.",
        "U mag stoppen met uw pillen, wij helpen u.", "Veel mensen stoppen daarna met hun medicijnen.",
        "Kies kruiden in plaats van uw medicijnen.", "Vraag niets en laat uw pillen staan.",
        "Dit is een medicijn tegen angst.",
        "Neem geen prednisolon.", "Laat uw bloedverdunning staan.",
    ),
    "discourages-help": (
        "Wacht met 112 bellen.", "U hoeft 112 niet te bellen.", "Bel 112 pas als u het niet meer houdt.",
        "Bel ons in plaats van 112.", "U hoeft uw huisarts niet te bellen.", "Ga niet naar de huisarts.",
        "Ga pas na drie dagen naar de dokter.", "Wacht met naar de dokter gaan.", "Wacht met bellen.",
        "Bel ons in plaats van de dokter.", "Slaap er een nacht over en bel dan pas de dokter.",
        "Is het dringend? Stuur ons een mail.", "Bij spoed: mail ons.", "Spoed? Kom langs.",
        "Denkt u aan zelfmoord? Ga wandelen.", "Zorgt dat u niet meer naar de huisarts hoeft.",
        "Met ons hoeft u niet naar de psycholoog.", "Bel niet 112.", "Bel nooit meteen 112",
        "Bel geen huisarts.", "U hoeft geen dokter te bellen.", "Bel ons eerst, dan pas 112.",
        "Is iemand in levensgevaar? Kom langs.", "Kan het niet wachten? Mail ons.", "Is uw kind dood?",
        "Ga naar de spoed.", "Ga direct naar de spoedeisende hulp.", "Kom naar de spoedeisende hulp.",
        "Bel de dokter morgen.", "Bel eerst de buurvrouw en dan 112.", "Bel 112 alleen als het erg is.",
        "U kunt beter ons bellen dan de dokter.", "Denkt u aan zelfdoding? Kom langs.",
        "De huisarts is niet nodig.", "Bel liever niet de huisarts.",
        "112 is nergens voor nodig.", "Laat 112 met rust.", "Blijf weg bij de dokter.",
        "Vermijd het ziekenhuis.",
        "Sla uw afspraak in het ziekenhuis over.", "Zeg uw afspraak bij de specialist af.",
        "Wij zijn beter dan uw arts.", "Wij weten meer dan uw dokter.", "Praat niet met de hulpverlening.",
        "Ga niet met de psychiater praten.", "Wantrouw uw behandelaar.", "Blijf uit de buurt van artsen.",
        "Een dokter is overbodig.",
    ),
    "medical-advice": (
        "Stop met uw medicijnen.", "Slik", "Slik uw medicijnen op tijd.", "Wacht drie dagen.",
        "Wacht eerst een paar dagen af.", "Wacht nog een week", "Wacht het rustig af.",
        "Wacht tot morgen.",
        "Ga naar de huisartsenpost", "Ga meteen naar het ziekenhuis.", "Neem uw pillen met water.",
        "Neem een pijnstiller.", "Gebruik minder medicijnen", "Bouw uw medicijnen af.",
        "Sla een dosis over.", "U moet uw medicijnen blijven slikken.",
        "U kunt stoppen met uw medicijnen.", "Dan kunt u de pillen overslaan.",
        "U mag drie dagen wachten.", "Kijk het een week aan.",
        "Drink geen alcohol.", "Eet minder zout.", "Meet uw bloeddruk.", "Koel de wond", "Laat u testen.",
        "Laat uw kind vaccineren.", "Bel niet maar wacht drie dagen.", "Stop nooit met uw medicatie",
        "Begin niet zelf met slaappillen",
        "Neem vitamine D.", "Verdubbel de dosis.", "Gooi uw slaappillen weg.",
        "Doe een zelftest.",
        "Drink veel water.", "Blijf in bed.",
        "Neem twee slaaptabletten.", "Neem een tablet.", "Rook wiet tegen de pijn.", "Rook een joint.",
        "Drink een borrel voor het slapen.", "Vast drie dagen. Dat is goed voor uw suiker.",
        "Haal geen prik.", "Het gaat vanzelf over.", "Wacht tot het over is.",
        "Stop met uw behandeling.", "Stop met uw chemo.", "Doe de kuur niet.", "Volg geen therapie.",
        "Laat die operatie zitten.", "U kunt de bestraling overslaan.", "Sla de dialyse over.",
        "Zeg uw behandeling af.", "Neem uw antistolling niet.", "Gooi uw spullen van de apotheek weg.",
        "Eet drie dagen niets.", "Stop met eten.", "Drink zout water.", "Drink elke dag een liter azijn.",
        "Neem elke dag kurkuma.", "Gebruik supplementen.", "Smeer boter op de brandwond.",
        "Prik de blaar door.",
        "Trek de tand er zelf uit.", "Druk hard op de wond.",
    ),
    "symptom": (
        "Hebt u pijn op de borst?", "Heeft uw kind koorts?", "Bent u benauwd?", "Hebt u klachten?",
        "Voelt u zich duizelig?", "Doet het pijn?", "Hoe erg is de pijn?", "Hoe lang hebt u al hoofdpijn?",
        "Hebt u pijn op de borst, bel dan 112.", "Bel 112 als u koorts hebt.",
        "Bij hoge koorts belt u de huisarts.", "Is uw kind benauwd?", "Hoest u?", "Bloedt u?",
        "Wanneer u pijn op de borst voelt", "Bent u gevallen of hebt u hoofdpijn?",
        "Ben je benauwd?", "Heb je hoofdpijn?",
        "Pijn op de borst? Rust uit.", "Pijn op de borst is vaak stress.",
        "Een drukkend gevoel op de borst? Ga even zitten.", "Hebt u een scheve mond? Kom langs.",
        "Krijgt uw kind geen lucht? Kom langs.", "Krijgt u geen lucht? Adem rustig.",
        "Heeft u last van uw hart?", "Een beetje koorts is niet erg.", "Bloed in uw plas is niet erg.",
        "Blijf thuis met koorts.", "Bij benauwdheid belt u niemand.", "u pijn op de borst hebt",
        "uw kind niet meer ademt", "u niet meer kunt ademen", "Pijn in uw borst? Ga zitten.",
        "u bloed ophoest", "u niet meer wilt leven",
    ),
    "promise": (
        "Dan wordt u beter.", "U wordt weer gezond.", "Dit geneest u.", "Dan bent u snel beter.",
        "Uw klachten verdwijnen.", "Dan verdwijnen uw klachten", "Het helpt altijd.",
        "Dit werkt bij iedereen.", "Gegarandeerd resultaat.", "Nooit meer eenzaam.",
        "Zo komt u van uw angst af.", "U bent zo van uw rugpijn af", "De pijn gaat over.",
        "Je wordt beter.", "U zult genezen.", "Wij genezen u.", "U raakt uw klachten kwijt.",
        "Dit helpt zeker.", "Wij beloven dat u opknapt.",
        "Wij maken u beter.", "Kanker gaat weg met yoga.", "Wij nemen uw pijn weg.",
        "Na afloop is de angst weg.",
        "U bent na een week van uw ziekte af.",
    ),
    "informal": (
        "Voor jou, als je alleen bent.", "Jij telt mee.", "Neem jouw buurman mee.",
        "Wij zijn er voor jullie.",
    ),
    "fraud": (
        "Neem uw bankpas en pincode mee.", "Vergeet uw pincode niet.", "Geef uw wachtwoord aan ons.",
        "Stuur ons uw DigiD.", "Wij vragen uw pincode.", "Maak 50 euro naar ons over.",
        "Stort € 20 op onze rekening.",
        "U moet eerst geld overmaken.", "Vertel niemand dat u komt.", "Vertel het niet aan uw kinderen.",
        "Praat er met niemand over.", "Houd het geheim.", "U betaalt in bitcoin.",
    ),
    "address": (
        "Kijk op https://evil.example/x.", "Kijk op www.voorbeeld.nl.", "Kijk op voorbeeld.nl.",
        "Mail naar info@voorbeeld.nl.", "Kijk op voorbeeld punt nl.", "Kijk op thuisarts.nl.evil.example.",
        "Kijk op mijn-thuisarts.nl.",
    ),
}  # fmt: skip
"""By code: what is refused."""

PASSED = (
    "Neem contact op.", "Neem contact op over uw medicijnen.", "Neem uw partner mee.",
    "Neem uw medicijnen mee naar de afspraak.", "Bel uw huisarts.", "Stop met piekeren.",
    "U krijgt hulp bij het ordenen van medicijnen.", "U krijgt hulp bij het gebruik van medicijnen.",
    "U kunt hulp krijgen bij het innemen van medicijnen.", "Vraag uw apotheker naar uw medicijnen.",
    "Voor iedereen vanaf 65 jaar.", "Drie euro per keer.", "Het kost 3 euro.", "Het duurt 12 weken.",
    "U betaalt € 1.250.", "Sinds 2026.", "Om 10.30 uur.", "Van 09.00-17.00 uur.",
    "Op 01-02-2026 om 09:00 uur.", "In 2025-2026", "1 op de 3 mensen.", "Bel 112.",
    "Bel 113 of 0800-0113.", "Bel 113/0800-0113.", "Bel Veilig Thuis: 0800-2000. Dat is gratis.",
    "Bel De Luisterlijn: 088 0767 000.", "Bel 088-0767000", "Bel 088 076 70 00", "Bel 0800 01 13",
    "Bel ons tussen 9.00 en 17.00 uur.", "Bel op werkdagen, 9-12 uur.", "Bel voor 10.30 uur.",
    "Bel in 2026.", "Bel 24/7.", "Bel ons. Het kost 500 euro.", "Dat waren 1.250.000 mensen.",
    "Voor wie 18 tot 65 is.", "Er zijn 14.000 mensen.", "In de week van 12-03-2026.",
    "De les duurt 1,5 uur.", "In 2025 12 keer.", "Elke dinsdag 10.00-12.00 uur en 19:00-21:00 uur.",
    "Wacht u op hulp?", "U wacht gemiddeld 12 weken.", "Wie wacht, staat stil.",
    "Wacht niet te lang met bellen.", "Blijf aan de lijn.", "Denkt u aan zelfmoord? Bel 113.",
    "Voelt u zich alleen?", "Slaapt u slecht?", "Bent u somber?", "Zorgt u voor iemand die ziek is?",
    "Voor mensen met pijn.", "U leert omgaan met uw klachten.", "Samen wandelen houdt u fit.",
    "U wordt beter geholpen.", "Dan wordt u beter begeleid.", "U leert werken met een tablet.",
    "Bel de huisartsenpost.", "De groep is in het ziekenhuis.", "Ga naar het wijkcentrum.",
    "Ga niet alleen naar het ziekenhuis.", "Eet niet alleen: kom samen eten.", "Drink koffie met ons.",
    "Beweeg elke dag een half uur.", "Wij helpen u te stoppen met roken.", "Stop met roken, wij helpen u.",
    "Laat het ons weten.", "Bel uw huisarts als u zich zorgen maakt.",
    "Loop op donderdag binnen, of vraag het aan de balie.", "Is het thuis niet veilig?",
    "Wilt u uw verhaal kwijt?", "Kan het niet wachten? Bel de huisartsenpost bij u in de buurt.",
    "U kunt zo binnenlopen.", "Een verwijzing van de huisarts is niet nodig.",
    "Is iemand in levensgevaar? Bel 112.", "De zorg wordt beter.", "Doet u mee?", "Hebt u een verwijzing?",
    "Bent u mantelzorger?", "Is er gevaar? Bel 112.", "Hoe meldt u zich aan?",
    "Als u wilt stoppen met medicijnen, overleg dan met uw huisarts.", "Lees verder op thuisarts.nl.",
    "De bus stopt bij het ziekenhuis.", "U gaat naar het ziekenhuis voor een gesprek.",
    "Wat doet de groep als u ziek bent?", "U hoeft niet te wachten.",
    "Ons adres is Kerkstraat 12, 9501 AB Stadskanaal.",
    "Hulp van de geestelijke gezondheidszorg (ggz). De GGZ helpt.",
    "De GGZ (geestelijke gezondheidszorg) helpt.", "DMO (Doorstroom Maatwerk Ouderenzorg) helpt u.",
    "Voor wie ADHD (druk en snel afgeleid) heeft.", "Kijk op tv of TV.", "U betaalt min of meer niets.",
    "Kom op het gala.", "Kom naar zaal B12.",
    "Neem gerust iemand mee.", "Begin klein.", "Wacht even bij de balie.", "Bent u zwanger?",
    "Elke dinsdag, 19.30 uur.", "Hebt u vragen over later?", "Het eigen risico is 385 euro.",
    "Bij klachten belt u uw huisarts.",
    "Is het druk? Dan wacht u soms een week.", "Ga met een vriend naar het ziekenhuis.",
    "Bel 112, 24 uur per dag.",
    "U hebt geen huisarts nodig om mee te doen.", "U hebt geen verwijzing van uw huisarts nodig.",
    "Vraag het uw huisarts of de gemeente.", "Weet uw huisarts het niet? Vraag dan uw gemeente.",
    "Nee, u kunt zo komen.", "Ga naar de balie van het ziekenhuis.",
    "Ga naar de fysiotherapeut in het ziekenhuis.", "Wacht bij de ingang tot het begint.",
    "U kunt een uur wachten.", "Het is op nummer 123.", "Bel aan bij nummer 123.",
    "Laat uw naam opnemen in de lijst.", "Eet veel samen met anderen.", "Drink een kop koffie met ons.",
    "Wij kunnen niet beloven dat er plek is.", "Wij beloven niets, maar we luisteren wel.",
    "Bent u verward door alle brieven?", "Bel de ANWB.",
    "Het nummer bij levensgevaar.",
    "Hebt u geen huisarts? Vraag het uw gemeente.", "Wacht niet en bel 112.", "Wacht niet met bellen.",
    "Bel uw huisarts als het niet meer gaat.", "Als u het niet weet, vraag dan uw huisarts.",
    "Niet elke huisarts kent dit.", "Alleen via uw huisarts.", "Ga niet alleen naar de dokter.",
    "Haal uw medicijnen op bij de balie.",
    "U leert omgaan met uw medicijnen.", "Voor groep zes, zeven en acht.", "Om 09.00, 10.30 en 12.00 uur.",
    "Praat met ons over uw medicijnen.", "Vergeet niet uw medicijnen mee te nemen.",
    "U betaalt geen eigen risico voor de huisarts.", "Voor mensen na een beroerte.",
    "Stop met wiet, wij helpen u.", "Vraag op weg naar huis uw buurman mee.",
    "Sla de route in de app op.", "Laat u verrassen.", "De hele groep telt 8 tot 10 mensen.",
    "Neem iets te drinken mee.", "Eet met ons mee.", "Neem uw pasje van de bibliotheek mee.",
    "Wij drinken samen koffie.", "Vertel wat u nodig hebt.", "Neem een fles water mee.",
    "Trek stevige schoenen aan.", "Trek iets warms aan.", "Wij lopen drie tot vijf kilometer.",
    "Doe mee, ook als u langzaam loopt.", "Loop in uw eigen tempo.", "Wij lopen ook als het regent.",
    "Na het wandelen drinken wij thee.", "Kook samen met uw buren.", "Neem uw eigen bord mee.",
    "Wij eten elke week een andere soep.", "Eet elke maandag samen met de buurt.",
    "Drink elke dag koffie in het buurthuis.", "Drink een glas water of thee met ons.",
    "U eet voor vijf euro een warme maaltijd.", "Neem vijf euro mee.", "U betaalt met pin.",
    "U kunt met uw bankpas betalen.", "Wij helpen u met DigiD.",
    "Leer veilig werken met DigiD en wachtwoorden.",
    "Bent u uw wachtwoord kwijt? Wij helpen u.", "Geef uw pincode nooit aan een ander.",
    "Vertel uw wachtwoord aan niemand.", "U hoeft vooraf niets te betalen.",
    "Wij helpen u geld te sparen.", "Maak samen iets moois.", "Schrijf u in bij de balie.",
    "Schrijf op wat u wilt vragen.", "Vertel uw verhaal, of luister alleen.",
    "Vertel het aan iemand die u kent.",
    "Wat u vertelt, blijft in de groep.", "Zeg het als u iets niet wilt.", "Zeg op tijd af als u niet komt.",
    "Bel af als u niet kunt komen.", "Sla gerust een keer over.", "Houd rekening met elkaar.",
    "Houd een plek vrij voor uw buurman.", "Praat met mensen die hetzelfde meemaken.",
    "U praat met mensen die ook wachten op therapie.", "U maakt zich klaar voor uw behandeling.",
    "Voor mensen die chemo krijgen of kregen.", "Voor wie na een operatie weer wil bewegen.",
    "Hebt u een behandeling gehad? Dan kunt u meedoen.", "De groep komt niet in plaats van uw behandeling.",
    "Voor mensen met een wond die moeilijk loopt.", "Voor naasten van mensen met kanker.",
    "Stop gerust als u moe bent.", "Stop met roken met hulp van de groep.",
    "Wij oefenen met stoppen met drinken.",
    "Begin met een kort rondje.", "Doe de oefeningen thuis nog eens.", "Doe een boodschap voor uw buurvrouw.",
    "Ga samen naar de markt.", "Laat uw hond thuis.", "Laat uw fiets bij de ingang staan.",
    "Haal koffie aan de bar.", "Haal samen boodschappen.", "Leg uw telefoon even weg.",
    "Gooi een balletje met ons.",
    "Druk op de bel bij de deur.", "Houd de deur voor elkaar open.", "Gebruik de trap of de lift.",
    "Kook met verse kruiden uit de tuin.", "Smeer zelf uw boterham.", "Plak mee aan het grote doek.",
    "Eén, twee, drie, vier keer per jaar is er feest.", "Wij zijn met een man of tien.",
    "Op nul na de leukste groep.", "Groep een of groep twee, dat kiest u zelf.",
    "Deel 1, 2 en 3 van de cursus.",
    "Kies ⅓ groente en ½ brood.", "De zaal is 40 m² groot.", "Stap 1\ufe0f\u20e3: kom binnen.",
    "Voor 65⁺.", "Samen eten 👨\u200d👩\u200d👧", "Meer weten? Vraag het de specialist.",
    "U blijft gewoon onder behandeling bij uw arts.", "Ga op tijd naar uw tandarts.",
    "De verpleegkundige loopt soms mee.", "Wij werken samen met het ziekenhuis.",
    "Weet u meer dan één taal? Help dan mee.", "Meer dan tien mensen lopen mee.",
    "Er komt elke maand een arts praten.",
)  # fmt: skip
"""What residents may well be told."""


@pytest.mark.parametrize(("code", "text"), [(code, text) for code in REFUSED for text in REFUSED[code]])
def test_what_may_harm_a_patient_is_refused(code: str, text: str) -> None:
    for one in (text, text.lower(), text.upper(), f"Kom langs. {text}", f"{text} Kom langs."):
        found = unsafe(one)
        assert found, one
        assert found[0].code == code
        assert found[1] in levelled(one)


@pytest.mark.parametrize("text", PASSED)
def test_ordinary_dutch_passes(text: str) -> None:
    for one in (text, f"Kom langs. {text}", f"{text} Kom langs."):
        assert unsafe(one) is None
        assert not unexplained(one)


@pytest.mark.parametrize("text", ["Denkt u aan zelfmoord?", "Is iemand in levensgevaar?", "Is er gevaar?"])
def test_danger_is_asked_about_only_where_a_number_follows(text: str) -> None:
    assert unsafe(text) is None  # the page shows the number itself
    assert unsafe(f"{text} Bel 113.") is None
    assert unsafe(f"{text} Kom langs.")


@pytest.mark.parametrize("number", HELP_NUMBERS)
@pytest.mark.parametrize("sign", [" ", "-", ".", "", "\u2011", "\u00a0"])
def test_a_help_number_passes_in_any_spelling_and_no_longer_one_does(number: str, sign: str) -> None:
    spelled = sign.join(re.findall("[0-9]+", number))
    assert unsafe(f"Bel {spelled}. Bel ({spelled}) of {spelled}, dag en nacht.") is None
    assert unsafe(f"Bel {spelled}4567.")
    assert unsafe(f"Bel {spelled} 4567.")


@given(st.sampled_from(["06", "050", "0592", "+31 6", "0031 50", "(0592)", "0900"]), st.data())
def test_a_number_is_found_however_it_is_cut_up(start: str, data: st.DataObject) -> None:
    signs = st.sampled_from(["", "", " ", "-", ".", " - ", "/", "\u2011", "\u00a0"])
    digits = data.draw(st.text("123456789", min_size=7, max_size=8))
    number = start + "".join(data.draw(signs) + digit for digit in digits)
    found = unsafe(f"Kom langs of {number} voor meer.")
    assert found
    assert found[0].code in ("telephone", "no-dutch-number")


@given(
    st.integers(1, 999_999).filter(lambda number: number != 116_117),
    st.sampled_from(["jaar", "euro", "weken", "mensen", "keer", "uur"]),
)
def test_an_amount_is_no_telephone_number(number: int, unit: str) -> None:
    assert unsafe(f"Het gaat om {number} {unit}.") is None
    assert unsafe(f"Bel ons. Het zijn {number:,} {unit}.".replace(",", ".")) is None


@given(st.dates(), st.times())
def test_a_day_and_a_time_are_no_telephone_number(day: object, time_of_day: object) -> None:
    numbers = re.findall("[0-9]+", f"{day} {time_of_day}")
    year, month, date, hour, minute = numbers[:5]
    if "1900" <= year <= "2099":
        for sign in "-/.":
            assert unsafe(f"Kom op {date}{sign}{month}{sign}{year} om {hour}.{minute} uur.") is None
    assert unsafe(f"Bel tussen {hour}.{minute} en 17.00 uur, of {hour}:{minute} - 17:00.") is None


def test_every_message_says_what_is_wrong_and_what_to_do() -> None:
    for one in UNSAFE:
        assert one.message.count("{found}") == 1
        assert re.search(r"[.] (?:Schrijf|Spreek)[ :][^.]+$", one.message)


@settings(max_examples=300)
@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    found = unsafe(text)
    assert found is None or found[1] in levelled(text)


PIECES = sorted(
    {word for texts in REFUSED.values() for text in texts for word in (*text.lower().split(), text)}
)


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=6),
    st.sampled_from(["", " "]),
)
def test_no_text_takes_long(pieces: list[str], between: str) -> None:
    text = ((between.join(pieces) + between) * 800)[:800]

    assert min(timeit.repeat(lambda: unsafe(text), time.thread_time, repeat=2, number=1)) < 0.01
