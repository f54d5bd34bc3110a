"""The kinds of value that several keys of front matter share, under the names that the model uses."""

from typing import Annotated

from .characters import SPACE
from .kinds import Length, Pattern, Words

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A name that can stand in an address: small letters, digits, single hyphens."""
RESERVED = (
    "index", "404", "feed", "zoeken", "sitemap", "robots", "con", "prn", "aux", "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
)  # fmt: skip
"""Names that mean something else on a website, or that Windows cannot store."""

_HOST = r"(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,63}"
_PORT = ":(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
WEB = rf"https://{_HOST}(?:{_PORT})?(?:[/?#][^{SPACE}<>\x22'\\^`{{|}}]*)?"
"""An address on the web: of a host with a name, and without signs that Markdown or HTML could read."""
MAILBOX = rf"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@{_HOST}"

Title = Annotated[str, Length(5, 90)]
Line = Annotated[str, Length(2, 120)]
Phrase = Annotated[str, Length(3, 200)]
Summary = Annotated[str, Length(5, 600), Words(40)]
Explanation = Annotated[str, Length(2, 1000), Words(80)]
Link = Annotated[str, Pattern("link", WEB, "Schrijf een volledig adres dat met https:// begint")]
Email = Annotated[str, Pattern("email", MAILBOX, "Schrijf het adres van een functie: info@organisatie.nl")]
Slug = Annotated[str, Pattern("slug", SLUG, "Schrijf de bestandsnaam van een praktijk, zonder .md")]
