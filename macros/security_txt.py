"""`/.well-known/security.txt`: where someone tells us of a weakness, as RFC 9116 has it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from .problem import Problem
from .settings import PATH, Settings, mark_of

URL = ".well-known/security.txt"
"""From the site's root."""
SOON = timedelta(days=60)
"""How long before its end the editors hear of it."""
LONGEST = timedelta(days=366)
"""RFC 9116, section 2.5.5, recommends less than a year, so that somebody looks at it now and then."""


def security_txt(settings: Settings) -> str:
    """The file; it holds until the start of the day `settings.security_until`."""
    lines = {
        "Contact": f"mailto:{settings.editors}",
        "Expires": f"{settings.security_until.isoformat()}T00:00:00Z",
        "Preferred-Languages": "nl, en",
        "Canonical": settings.site_url + URL,
        "Policy": settings.forge.at(settings.forge.file, path="SECURITY.md"),
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def remarks(root: Path, settings: Settings, today: date) -> Iterator[Problem]:
    """A warning where the file has ended, is about to, or promises too much; no reason to stop a build."""
    left = settings.security_until - today
    if left > LONGEST:
        message = "security.txt belooft meer dan een jaar vooruit. Zet hier een dag binnen een jaar"
    elif left <= timedelta(0):
        message = (
            "security.txt is verlopen. Kijk na of het mailadres nog klopt, en zet hier een dag over een jaar"
        )
    elif left <= SOON:
        message = (
            f"security.txt verloopt over {left.days} {'dag' if left.days == 1 else 'dagen'}. "
            "Kijk na of het mailadres nog klopt, en zet hier een dag over een jaar"
        )
    else:
        return
    mark = mark_of(root, "security_until")
    yield Problem(PATH, *mark, "security_until", "security-txt", message, "warning")
