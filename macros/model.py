"""The field model of a practice: every front-matter key, declared once.

The alias is the key that contributors write, `title` what readers see, `description` the help that
contributors get. Checks, pages and exports read them from here.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from .choices import BarrierStatus, Level, Phase, Purpose, Role
from .fields import (
    Day,
    Distinct,
    Email,
    Explanation,
    Known,
    Line,
    Link,
    PartialDate,
    Phrase,
    Size,
    Slug,
    Summary,
    Title,
    UnknownAlone,
    Words,
)

Region = Annotated[str, Known("regios")]
RegionOrUnknown = Annotated[str, Known("regios", or_unknown=True)]
Theme = Annotated[str, Known("themas")]
Sector = Annotated[str, Known("domeinen")]
Route = Annotated[str, Known("financiering")]
PastDate = Annotated[str, PartialDate()]
Month = Annotated[str, PartialDate(days=False)]
AnyDate = Annotated[str, PartialDate(past=False)]
Answer = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=600), Words(60)]
Phrases = Annotated[tuple[Phrase, ...], Size(1, 20), Distinct()]


class Record(BaseModel):
    """Something in front matter: cannot change, and knows no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Organisation(Record):
    """An organisation that takes part."""

    name: Line = Field(alias="naam", title="Naam")
    sector: Sector | None = Field(None, alias="domein", title="Domein")
    role: Role | None = Field(None, alias="rol", title="Rol")


class Funding(Record):
    """One way in which a practice is paid."""

    route: Route = Field(alias="route", title="Route")
    purpose: Purpose | None = Field(None, alias="voor", title="Waarvoor")
    note: Explanation | None = Field(None, alias="toelichting", title="Toelichting")
    until: AnyDate | None = Field(None, alias="tot", title="Loopt tot")


class SuccessFactors(Record):
    """What makes it work; the sources tell soft factors (people) from hard ones (conditions)."""

    soft: Phrases = Field((), alias="zacht", title="Zachte factoren")
    hard: Phrases = Field((), alias="hard", title="Harde factoren")


class Barrier(Record):
    """Something that stands, or stood, in the way."""

    title: Title = Field(alias="titel", title="Knelpunt")
    level: Level | None = Field(None, alias="niveau", title="Niveau")
    status: BarrierStatus | None = Field(None, alias="status", title="Stand")
    note: Explanation | None = Field(None, alias="toelichting", title="Toelichting")
    solution: Explanation | None = Field(None, alias="oplossing", title="Oplossing")


class Adoption(Record):
    """Use of the practice elsewhere. A source may count regions without naming them: `aantal`."""

    region: RegionOrUnknown = Field(alias="regio", title="Regio")
    count: int = Field(1, alias="aantal", title="Aantal regio's", ge=1, le=31)
    since: PastDate | None = Field(None, alias="sinds", title="Sinds")
    adapted: Explanation | None = Field(None, alias="aangepast", title="Wat is aangepast")
    source: Phrase | None = Field(None, alias="bron", title="Bron")


class Recognition(Record):
    """A copy of an entry in an official register; never a verdict of this site."""

    register_name: Line = Field(alias="register", title="Register")
    level: Line = Field(alias="niveau", title="Niveau")
    date: PastDate | None = Field(None, alias="datum", title="Datum")
    url: Link = Field(alias="url", title="Adres")


class Residents(Record):
    """What residents need to know, in plain Dutch."""

    what: Answer = Field(alias="wat", title="Wat is het?")
    for_whom: Answer = Field(alias="voor_wie", title="Voor wie is het?")
    how: Answer = Field(alias="hoe", title="Hoe doet u mee?")
    costs: Answer | None = Field(None, alias="kosten", title="Wat kost het?")
    referral: Answer | None = Field(None, alias="verwijzing", title="Hebt u een verwijzing nodig?")
    topics: Annotated[tuple[Line, ...], Size(1, 10), Distinct()] | None = Field(
        None, alias="onderwerpen", title="Onderwerpen"
    )


class Reference(Record):
    """A public source; what it does not say about itself is left out."""

    title: Phrase = Field(alias="titel", title="Titel")
    publisher: Line | None = Field(None, alias="uitgever", title="Uitgever")
    date: PastDate | None = Field(None, alias="datum", title="Datum")
    url: Link | None = Field(None, alias="url", title="Adres")


class Contact(Record):
    """Whom to ask: an organisation or a function, never a person."""

    organisation: Line = Field(alias="organisatie", title="Organisatie")
    url: Link | None = Field(None, alias="url", title="Website")
    email: Email | None = Field(None, alias="email", title="E-mailadres")


class FrontMatter(Record):
    """What stands between the fences of a practice, in the order in which people write it."""

    title: Title = Field(alias="titel", title="Titel", description="De naam waaronder mensen het kennen.")
    summary: Summary = Field(
        alias="samenvatting",
        title="Samenvatting",
        description="Wat is het, voor wie, en wat levert het op? Hoogstens 40 woorden.",
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
        alias="themas", title="Thema's", description="Een tot vier thema's."
    )
    sectors: Annotated[tuple[Sector, ...], Size(1, 20), Distinct(), UnknownAlone()] = Field(
        alias="domeinen", title="Domeinen", description="Wie werken hier samen?"
    )
    audiences: Annotated[tuple[Line, ...], Size(1, 10), Distinct(), UnknownAlone()] = Field(
        alias="doelgroepen", title="Voor wie", description="Wie heeft er wat aan, in gewone woorden."
    )
    phase: Phase = Field(alias="fase", title="Fase", description="Hoe ver is het?")
    started: Month | None = Field(
        None, alias="gestart", title="Gestart", description="Jaar, of jaar en maand."
    )
    organisations: Annotated[tuple[Organisation, ...], Size(1, 40)] | None = Field(
        None, alias="organisaties", title="Organisaties", description="Wie doen mee, in welke rol?"
    )
    funding: Annotated[tuple[Funding, ...], Size(1, 10)] = Field(
        alias="financiering",
        title="Financiering",
        description="Wie betaalt wat? Weet u het niet: route onbekend.",
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
        description="Bestandsnamen zonder .md; het verband geldt naar twee kanten.",
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
    reviewed: Annotated[str, Day()] = Field(
        alias="gecontroleerd",
        title="Gecontroleerd",
        description="De dag waarop iemand dit voor het laatst nakeek.",
    )


SECTIONS = (
    "Aanleiding",
    "Aanpak",
    "Resultaten",
    "Geleerde lessen",
    "Wat is er nodig",
    "Open vragen",
)
"""The second-level headings that the Markdown of a practice may have, in this order."""
