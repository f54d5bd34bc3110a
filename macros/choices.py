"""The small fixed lists of the field model: each value with its Dutch label and explanation.

Lists that grow with the content (regions, themes, sectors, funding routes) are vocabularies, in
`practices/_vocabulary/`. These here do not grow without a change of the code that reads them.
"""

from enum import StrEnum


class Choice(StrEnum):
    """A value as it stands in front matter, with what a reader sees."""

    label: str
    """Dutch, with a capital, for pages and forms."""
    description: str
    """One Dutch sentence: when to choose it."""

    def __new__(cls, value: str, label: str, description: str = "") -> "Choice":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.description = description
        return member

    @property
    def id(self) -> str:
        """The value itself, so that a choice can stand where a vocabulary's term can."""
        return self.value


class Phase(Choice):
    """How far a practice has come; stopped practices stay, because they teach."""

    IDEA = "idee", "Idee", "Er is een plan; nog niemand werkt ermee."
    PILOT = "pilot", "Pilot", "Het wordt op kleine schaal geprobeerd."
    RUNNING = "lopend", "Lopend", "Mensen werken er nu mee."
    SECURED = "geborgd", "Geborgd", "Het hoort bij het gewone werk en het geld is geregeld."
    STOPPED = "gestopt", "Gestopt", "Het is gestopt; wat het leerde, blijft."
    UNKNOWN = "onbekend", "Nog onbekend", "De bronnen zeggen niet hoe ver het is."


class Role(Choice):
    """What an organisation does in a practice."""

    LEAD = "trekker", "Trekker", "Neemt het voortouw."
    PARTNER = "partner", "Partner", "Doet mee."
    FUNDER = "financier", "Financier", "Betaalt mee."
    COACH = "begeleider", "Begeleider", "Ondersteunt de mensen die het doen."


class Purpose(Choice):
    """Which part of a practice a funding route pays for."""

    START = "opstart", "Opstart", "Bedenken en beginnen."
    OPERATION = "uitvoering", "Uitvoering", "Het dagelijkse werk."
    SECURING = "borging", "Borging", "Blijvend maken."


class Level(Choice):
    """Where a barrier can be taken away: first by professionals themselves, then ever higher."""

    SHOP_FLOOR = "werkvloer", "Werkvloer", "Professionals kunnen er zelf omheen of het oprekken."
    ORGANISATION = "organisatie", "Organisatie", "In de eigen organisatie moet iets veranderen."
    BOARDS = "bestuurderstafel", "Bestuurderstafel", "Bestuurders moeten het samen oplossen."
    NATIONAL = "landelijk", "Landelijk", "Het ministerie van VWS of de zorgverzekeraars zijn nodig."


class BarrierStatus(Choice):
    """What has become of a barrier."""

    OPEN = "open", "Open", "Er is nog geen oplossing."
    DISCUSSED = "in-gesprek", "In gesprek", "Er wordt aan een oplossing gewerkt."
    SOLVED = "opgelost", "Opgelost", "Het staat niet meer in de weg."


class FundingStatus(Choice):
    """Whether a funding route can be used now."""

    AVAILABLE = "beschikbaar", "Beschikbaar", "De route staat open."
    ENDING = "eindigt", "Eindigt", "De route heeft een einddatum."
    CLOSED = "gesloten", "Gesloten", "Nieuwe plannen kunnen niet meer."
    ANNOUNCED = "aangekondigd", "Aangekondigd", "De route komt er, maar is nog niet open."
    UNKNOWN = "onbekend", "Nog onbekend", "Niet bekend of de route nu open staat."


class HelpKind(Choice):
    """What a source of help is for: in danger it is on every page, the others where a page names them."""

    DANGER = "gevaar", "Bij gevaar", "Staat boven aan elke pagina voor inwoners."
    TALK = "praten", "Om te praten", "Staat bij wat u vandaag kunt doen."
    READ = "lezen", "Om te lezen", "Staat bij de pagina's om verder te lezen."
