"""The entries of the vocabularies: what a term of each kind says."""

from typing import Annotated, ClassVar

from pydantic import Field

from .choices import FundingStatus, HelpKind
from .fields import RESERVED, SLUG, Explanation, Line, Link, Phrase
from .kinds import Distinct, Harmless, Known, Length, Number, Pattern, Size
from .model import Answer, AnyDate, Day, PastDate, Record
from .wording import HELP_NUMBERS

Words = Annotated[tuple[Line, ...], Size(1, 60), Distinct()]
Answers = Annotated[tuple[Answer, ...], Size(1, 8), Distinct()]
HelpNumber = Annotated[
    str, Pattern("help-number", "|".join(HELP_NUMBERS), f"Hier kan alleen: {', '.join(HELP_NUMBERS)}")
]
Label = Annotated[Line, Harmless()]
"""A name that residents read."""
_RESERVED = "|".join(RESERVED)
_LONGEST_ID = 60
Id = Annotated[
    str,
    Pattern(
        "slug",
        rf"(?!(?:{_RESERVED})$)(?![a-z0-9-]{{{_LONGEST_ID + 1}}}){SLUG}",
        f"Een id bestaat uit kleine letters, cijfers en streepjes, hoogstens {_LONGEST_ID}",
    ),
]


class Term(Record):
    """One entry of a vocabulary."""

    id: Id = Field(alias="id", title="Id")
    label: Line = Field(alias="label", title="Label")
    description: Explanation = Field(alias="beschrijving", title="Beschrijving")
    synonyms: Words = Field((), alias="synoniemen", title="Synoniemen")


class MapTile(Record):
    """Place of a region on the tile map: columns from the west, rows from the north."""

    short: Annotated[str, Length(2, 4)] = Field(alias="afkorting", title="Afkorting")
    column: Annotated[int, Number(1, 12)] = Field(alias="kolom", title="Kolom")
    row: Annotated[int, Number(1, 12)] = Field(alias="rij", title="Rij")


class Region(Term):
    """A zorgkantoorregio, or `landelijk`, which has no place on the map."""

    label: Label = Field(alias="label", title="Label")
    provinces: Words = Field((), alias="provincies", title="Provincie")
    municipalities: Words = Field((), alias="gemeenten_voorbeelden", title="Gemeenten, onder andere")
    tile: MapTile | None = Field(None, alias="kaart", title="Plaats op de kaart")


class Concept(Term):
    """Words that mean the same, under the full name that people read. For the search: it has no page."""

    description: Explanation = Field("", alias="beschrijving", title="Beschrijving")
    synonyms: Words = Field(alias="synoniemen", title="Synoniemen")


class Release(Term):
    """Something that looks personal and may stand in a text all the same: the editors looked at it."""

    label: Line = Field(alias="waarde", title="Waarde")
    description: Explanation = Field(alias="reden", title="Reden")
    synonyms: Words = Field((), alias="ook_geschreven", title="Ook zo geschreven")
    reviewed: Day = Field(alias="nagekeken", title="Nagekeken")


class FundingRoute(Term):
    """A way in which care or welfare is paid for."""

    law: Phrase | None = Field(None, alias="wet", title="Wet of regeling")
    payer: Phrase | None = Field(None, alias="betaler", title="Wie betaalt")
    status: FundingStatus = Field(alias="status", title="Stand")
    until: AnyDate | None = Field(None, alias="tot", title="Tot")
    source: Phrase | None = Field(None, alias="bron", title="Bron")
    reviewed: PastDate | None = Field(None, alias="gecontroleerd", title="Gecontroleerd")
    uncertain: Explanation | None = Field(None, alias="onzeker", title="Nog te controleren")


class HelpSource(Term):
    """Someone to call, or a place to read, that is the same in the whole country."""

    label: Label = Field(alias="label", title="Label")
    description: Answer = Field(alias="beschrijving", title="Beschrijving")
    question: Answer = Field(alias="vraag", title="Vraag")
    kind: HelpKind = Field(alias="soort", title="Soort")
    number: HelpNumber | None = Field(None, alias="nummer", title="Nummer")
    also: HelpNumber | None = Field(None, alias="ook", title="Ander nummer")
    url: Link | None = Field(None, alias="url", title="Adres")
    reviewed: Day = Field(alias="gecontroleerd", title="Gecontroleerd")


class Elsewhere(Record):
    """Where a resident can read more."""

    noun: ClassVar = "verwijzing"

    title: Answer = Field(alias="titel", title="Titel")
    source: Annotated[str, Known("hulpbronnen")] = Field(alias="bron", title="Bron")
    note: Answer = Field(alias="uitleg", title="Uitleg")


class Address(Term):
    """A word that a GP can say on the answering machine, and the page that residents reach with it.

    Its id is the word; its synonyms are what people may type instead, and what practices name as topics.
    """

    label: Answer = Field(alias="label", title="Titel")
    description: Answer = Field(alias="beschrijving", title="Beschrijving")
    question: Answer = Field(alias="vraag", title="Vraag")
    today: Answers = Field(alias="vandaag", title="Wat u vandaag kunt doen")
    calls: Annotated[tuple[Annotated[str, Known("hulpbronnen")], ...], Size(1, 5), Distinct()] = Field(
        (), alias="bellen", title="Wie u ook kunt bellen"
    )
    elsewhere: Annotated[tuple[Elsewhere, ...], Size(1, 5)] = Field((), alias="verder", title="Lees verder")
    doctor: Answers = Field(alias="huisarts", title="Bel uw huisarts als …")
    owner: Label = Field(alias="eigenaar", title="Eigenaar")
    reviewed: Day = Field(alias="gecontroleerd", title="Gecontroleerd")
