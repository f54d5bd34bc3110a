"""The field model of a practice: every front-matter key, declared once.

The alias is the key that contributors write, `title` what readers see, `description` the help that
contributors get. Checks, pages and exports read them from here.
"""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from .choices import BarrierStatus, Level, Phase, Purpose, Role
from .fields import Email, Explanation, Line, Link, Phrase, Slug, Summary, Title
from .kinds import Distinct, Known, Length, Number, PartialDate, PlainDutch, Size, UnknownAlone, Words

Region = Annotated[str, Known("regios")]
RegionOrUnknown = Annotated[str, Known("regios", or_unknown=True)]
Theme = Annotated[str, Known("themas")]
Sector = Annotated[str, Known("domeinen")]
Route = Annotated[str, Known("financiering")]
PastDate = Annotated[str, PartialDate()]
Month = Annotated[str, PartialDate(examples=("2025", "2025-03"))]
Day = Annotated[str, PartialDate(examples=("2025-03-31",))]
AnyDate = Annotated[str, PartialDate(past=False)]
Answer = Annotated[str, Length(2, 800), Words(60), PlainDutch()]
Name = Annotated[str, Length(2, 60), PlainDutch()]
Phrases = Annotated[tuple[Phrase, ...], Size(1, 20), Distinct()]


class Record(BaseModel):
    """Something in front matter: cannot change, and knows no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    noun: ClassVar[str] = ""
    """Dutch for one of them, where they come in lists."""


class Organisation(Record):
    """An organisation that takes part."""

    noun: ClassVar = "organisatie"

    name: Line = Field(alias="naam", title="Naam", description="Voluit, zoals de organisatie zichzelf noemt.")
    sector: Sector | None = Field(
        None, alias="domein", title="Domein", description="Wat voor organisatie is het?"
    )
    role: Role | None = Field(None, alias="rol", title="Rol", description="Wat doet zij hier?")


class Funding(Record):
    """One way in which a practice is paid."""

    noun: ClassVar = "geldbron"

    route: Route = Field(
        alias="route",
        title="Geldbron",
        description="Waar komt het geld vandaan? Kies onbekend als u het niet weet.",
    )
    purpose: Purpose | None = Field(
        None, alias="voor", title="Waarvoor", description="Welk deel wordt ervan betaald?"
    )
    note: Explanation | None = Field(
        None,
        alias="toelichting",
        title="Toelichting",
        description="Wie betaalt precies wat? Of: wat is nog niet bekend?",
    )
    until: AnyDate | None = Field(
        None, alias="tot", title="Loopt tot", description="Tot wanneer het geld er is."
    )


class SuccessFactors(Record):
    """What makes it work; the sources tell soft factors (people) from hard ones (conditions)."""

    soft: Phrases = Field(
        (),
        alias="zacht",
        title="Zacht: tussen mensen",
        description="Elkaar kennen, vertrouwen, een trekker.",
    )
    hard: Phrases = Field(
        (), alias="hard", title="Hard: de voorwaarden", description="Geld, tijd, ruimte, systemen."
    )


class Barrier(Record):
    """Something that stands, or stood, in the way."""

    noun: ClassVar = "knelpunt"

    title: Title = Field(
        alias="titel", title="Knelpunt", description="In één zin: wat zit of zat er in de weg?"
    )
    level: Level | None = Field(
        None, alias="niveau", title="Niveau", description="Waar kan het worden opgelost?"
    )
    status: BarrierStatus | None = Field(
        None, alias="status", title="Stand", description="Hoe staat het er nu voor?"
    )
    note: Explanation | None = Field(
        None, alias="toelichting", title="Toelichting", description="Hoe merkt u het?"
    )
    solution: Explanation | None = Field(
        None, alias="oplossing", title="Oplossing", description="Wat hielp, of wat wordt geprobeerd?"
    )


class Adoption(Record):
    """Use of the practice elsewhere. A source may count regions without naming them: `aantal`."""

    noun: ClassVar = "regio"

    region: RegionOrUnknown = Field(alias="regio", title="Regio", description="Welke regio doet dit ook?")
    count: Annotated[int, Number(1, 31)] = Field(
        1,
        alias="aantal",
        title="Aantal regio's",
        description="Alleen als een bron het aantal geeft en de regio's niet noemt.",
    )
    since: PastDate | None = Field(None, alias="sinds", title="Sinds", description="Wanneer begon het daar?")
    adapted: Explanation | None = Field(
        None, alias="aangepast", title="Wat is aangepast", description="Wat gaat daar anders, en waarom?"
    )
    source: Phrase | None = Field(
        None, alias="bron", title="Bron", description="Waar staat dit, of welke organisatie zegt het?"
    )


class Recognition(Record):
    """A copy of an entry in an official register; never a verdict of this site."""

    noun: ClassVar = "erkenning"

    register_name: Line = Field(alias="register", title="Register", description="De naam van het register.")
    level: Line = Field(alias="niveau", title="Niveau", description="Zoals het register het noemt.")
    date: PastDate | None = Field(
        None, alias="datum", title="Datum", description="Wanneer het register dit gaf."
    )
    url: Link = Field(alias="url", title="Adres", description="De bladzijde in het register.")


class Residents(Record):
    """What residents need to know, in plain Dutch."""

    name: Name | None = Field(
        None,
        alias="naam",
        title="Hoe heet het?",
        description="Alleen als de titel voor inwoners niet duidelijk is.",
    )
    what: Answer = Field(alias="wat", title="Wat is het?", description="In een paar korte zinnen.")
    for_whom: Answer = Field(
        alias="voor_wie", title="Voor wie is het?", description="Spreek de lezer aan met u."
    )
    how: Answer = Field(
        alias="hoe", title="Hoe doet u mee?", description="Waar gaat u heen, of aan wie vraagt u het?"
    )
    costs: Answer | None = Field(
        None, alias="kosten", title="Wat kost het?", description="Ook als het gratis is."
    )
    referral: Answer | None = Field(
        None,
        alias="verwijzing",
        title="Hebt u een verwijzing nodig?",
        description="Van de huisarts, of van iemand anders?",
    )
    topics: Annotated[tuple[Line, ...], Size(1, 10), Distinct()] | None = Field(
        None,
        alias="onderwerpen",
        title="Onderwerpen",
        description="Waar mensen over bellen: alleen zijn, bewegen.",
    )


class Reference(Record):
    """A public source; what it does not say about itself is left out."""

    noun: ClassVar = "bron"

    title: Phrase = Field(
        alias="titel", title="Titel", description="De naam van het rapport, de bladzijde of het verslag."
    )
    publisher: Line | None = Field(
        None, alias="uitgever", title="Uitgever", description="De organisatie die het uitgaf."
    )
    date: PastDate | None = Field(None, alias="datum", title="Datum", description="Wanneer het uitkwam.")
    url: Link | None = Field(None, alias="url", title="Adres", description="Waar het op internet staat.")


class Contact(Record):
    """Whom to ask: an organisation or a function, never a person."""

    organisation: Line = Field(
        alias="organisatie", title="Organisatie", description="Wie anderen te woord wil staan."
    )
    url: Link | None = Field(
        None, alias="url", title="Website", description="De bladzijde over dit onderwerp."
    )
    email: Email | None = Field(
        None,
        alias="email",
        title="E-mailadres",
        description="Van een functie of afdeling, nooit van een persoon.",
    )


class FrontMatter(Record):
    """What stands between the fences of a practice, in the order in which people write it."""

    title: Title = Field(alias="titel", title="Titel", description="De naam waaronder mensen het kennen.")
    summary: Summary = Field(
        alias="samenvatting",
        title="Samenvatting",
        description="Wat is het, voor wie, en wat levert het op?",
    )
    regions: Annotated[tuple[Region, ...], Size(1, 32), Distinct()] = Field(
        alias="regios",
        title="Regio",
        description="De zorgkantoorregio's waar dit gebeurt, of landelijk.",
    )
    place: Line | None = Field(
        None,
        alias="plaats",
        title="Plaats",
        description="Stad, wijk of streek in woorden: Stadskanaal, Vechtdal.",
    )
    themes: Annotated[tuple[Theme, ...], Size(1, 4), Distinct()] = Field(
        alias="themas", title="Thema's", description="Waar gaat het over?"
    )
    sectors: Annotated[tuple[Sector, ...], Size(1, 20), Distinct(), UnknownAlone()] = Field(
        alias="domeinen", title="Domeinen", description="Wie werken hier samen?"
    )
    audiences: Annotated[tuple[Line, ...], Size(1, 10), Distinct(), UnknownAlone()] = Field(
        alias="doelgroepen", title="Voor wie", description="Wie heeft er wat aan, in gewone woorden."
    )
    phase: Phase = Field(alias="fase", title="Fase", description="Hoe ver is het?")
    started: Month | None = Field(None, alias="gestart", title="Gestart", description="Wanneer begon het?")
    organisations: Annotated[tuple[Organisation, ...], Size(1, 40)] | None = Field(
        None, alias="organisaties", title="Organisaties", description="Wie doen mee, in welke rol?"
    )
    funding: Annotated[tuple[Funding, ...], Size(1, 10)] = Field(
        alias="financiering",
        title="Financiering",
        description="Wie betaalt wat? Weet u het niet, kies dan onbekend.",
    )
    success_factors: SuccessFactors | None = Field(
        None,
        alias="werkt_door",
        title="Wat maakt dat het werkt",
        description="Zachte factoren (mensen, vertrouwen) en harde (ruimte, geld, systemen).",
    )
    barriers: Annotated[tuple[Barrier, ...], Size(1, 20)] | None = Field(
        None,
        alias="knelpunten",
        title="Knelpunten",
        description="Wat zit of zat er in de weg, en wie kan het oplossen?",
    )
    adoptions: Annotated[tuple[Adoption, ...], Size(1, 40)] | None = Field(
        None, alias="toepassingen", title="Toepassingen", description="Waar gebeurt dit ook?"
    )
    recognition: Annotated[tuple[Recognition, ...], Size(1, 10)] | None = Field(
        None,
        alias="erkenning",
        title="Erkenning",
        description="Overgenomen uit een officieel register, met adres.",
    )
    related: Annotated[tuple[Slug, ...], Size(1, 20), Distinct()] | None = Field(
        None,
        alias="verwant",
        title="Verwante praktijken",
        description="Andere praktijken die erbij horen.",
    )
    residents: Residents | None = Field(
        None,
        alias="inwoners",
        title="Voor inwoners",
        description="Alleen als inwoners zelf kunnen meedoen; in gewone taal.",
    )
    sources: Annotated[tuple[Reference, ...], Size(1, 20)] = Field(
        alias="bronnen", title="Bronnen", description="Waar staat dit, openbaar?"
    )
    contact: Contact | None = Field(
        None, alias="contact", title="Contact", description="Een organisatie, geen persoon."
    )
    reviewed: Day = Field(
        alias="gecontroleerd",
        title="Gecontroleerd",
        description="De dag waarop iemand dit voor het laatst nakeek.",
    )


SECTIONS = {
    "Aanleiding": "Waarom begon dit? Wat ging er mis, of wat kon beter?",
    "Aanpak": "Wat doet wie, hoe vaak, en met wie?",
    "Resultaten": "Wat is er veranderd? Noem cijfers alleen als een bron ze geeft.",
    "Geleerde lessen": "Wat zou u een volgende keer anders doen? Wat raadt u een ander aan?",
    "Wat is er nodig": "Wat moet een andere regio regelen om dit ook te doen?",
    "Open vragen": "Wat weet u nog niet? Begin elke vraag op een nieuwe regel met een streepje.",
}
"""The second-level headings that the Markdown of a practice may have, in this order, and what goes there."""
