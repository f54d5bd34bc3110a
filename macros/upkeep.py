"""What time asks of the editors: reviews that lapsed, money that ends, dead links, unsafe packages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html.parser import HTMLParser

from .audit import Audit
from .choices import Phase
from .fragments import dutch_date, plural
from .freshness import HELP_LAPSES, REVIEW_LAPSES, ends_soon, last_day, review_lapsed
from .library import Library, Practice
from .links import Outcome, Verdict
from .problem import Problem
from .quoting import code, text, within
from .residents import addresses, help_sources, unplaced
from .settings import Settings
from .terms import FundingRoute, Release

MOST = 60_000
"""Bytes; GitHub takes at most 65,536 characters in an issue."""

_ENDING = "**Hier is afgebroken: dit verslag werd te lang.** Met `scripts/upkeep` ziet u alles."


def external_links(library: Library, settings: Settings) -> Mapping[str, tuple[str, ...]]:
    """Each address on the web, without what is after `#` → paths of the files that name it, sorted."""
    found: dict[str, set[str]] = {}
    for practice in library.practices:
        named = _urls(practice.front.model_dump(mode="json"))
        for url in (*named, *_Links(settings.html(practice.body)).urls):
            if url.startswith("https://"):
                found.setdefault(url.partition("#")[0], set()).add(practice.path)
    for source in help_sources(library).values():
        if source.url:
            found.setdefault(source.url.partition("#")[0], set()).add("practices/_vocabulary/hulpbronnen.yml")
    return {url: tuple(sorted(paths)) for url, paths in sorted(found.items())}


def as_markdown(
    library: Library,
    today: date,
    links: Mapping[str, Sequence[str]],
    outcomes: Iterable[Outcome],
    audit: Audit,
    site: Iterable[Problem] = (),
) -> str:
    """The report, whose first line says how many points there are (or `niets te doen`).

    `links` are the addresses with the files they are in, `outcomes` what came of asking for them; `audit` is
    what is known against the packages, `site` what is weak in the settings of the site.
    """
    bad = sorted((one for one in outcomes if one.verdict is not Verdict.ALIVE), key=lambda one: one.url)
    chapters = {
        "Pakketten met een bekend lek": (
            "Voor wie de code beheert: draai `scripts/lock` en `scripts/test`, en leg de versies vast. "
            "Is een lek nog nergens verholpen, lees dan op https://osv.dev of het ons raakt.",
            list(audit.vulnerable),
        ),
        "Pakketten die niet zijn nagekeken": (
            "Van osv.dev kwam geen antwoord. Start deze workflow opnieuw, of draai zelf `scripts/audit`.",
            list(audit.unknown),
        ),
        "Langer dan een jaar niet nagekeken": (
            "Klopt het nog? Vraag het na, en zet bij `gecontroleerd` de datum van vandaag.",
            list(_lapsed(library, today)),
        ),
        "Geld dat binnen een half jaar stopt, of gestopt is": (
            "Vraag hoe het verdergaat: wie betaalt daarna?",
            list(_ending(library, today)),
        ),
        "Financieringsroutes die een jaar niet zijn nagekeken": (
            "Kijk ze na in `practices/_vocabulary/financiering.yml`.",
            list(_routes(library, today)),
        ),
        "Hulp voor inwoners die een half jaar niet is nagekeken": (
            "Bel de nummers, lees de pagina's, en zet bij `gecontroleerd` de datum van vandaag.",
            list(_help(library, today)),
        ),
        "De site zelf": (
            "Voor wie de site beheert.",
            [f"- {code(one.path)}, regel {one.line}: {text(one.message)}" for one in site],
        ),
        "Vrijgegeven gegevens die een jaar niet zijn nagekeken": (
            "Mag dit nog openbaar zijn? Kijk in `practices/_vocabulary/vrijgegeven.yml`.",
            list(_releases(library, today)),
        ),
        "Onderwerpen zonder pagina voor inwoners": (
            "Neem een woord uit `practices/_vocabulary/adressen.yml`, of zet het daar bij een pagina.",
            list(_topics(library)),
        ),
        "Dode links": (
            "Zoek de pagina in het webarchief, op het adres dat erbij staat. Vervang de link door het nieuwe "
            "adres of dat van het archief, of haal hem weg.",
            list(_links(bad, Verdict.DEAD, links)),
        ),
        "Links die niet zeker zijn": (
            "De website gaf geen duidelijk antwoord. Probeer ze zelf; vaak is er niets aan de hand.",
            list(_links(bad, Verdict.UNSURE, links)),
        ),
    }
    points = sum(len(found) for _, found in chapters.values())
    lines = [f"# Onderhoud: {plural(points, 'punt', 'punten') if points else 'niets te doen'}"]
    for heading, (advice, found) in chapters.items():
        if found:
            lines += ["", f"## {heading} ({len(found)})", "", advice, "", *found]
    return within(lines, MOST, _ENDING)


def _lapsed(library: Library, today: date) -> Iterator[str]:
    late = [practice for practice in library.practices if review_lapsed(practice, today)]
    for practice in sorted(late, key=lambda one: (one.front.reviewed, one.slug)):
        yield f"- {_named(practice)}: nagekeken op {dutch_date(practice.front.reviewed)}"


def _ending(library: Library, today: date) -> Iterator[str]:
    """Routes first, then practices; what has stopped needs no money any more."""
    for route in _funding_routes(library):
        if ends_soon(route.until, today):
            yield f"- route {code(route.id)}: {_ends(str(route.until), today)}"
    ends = {route.id: route.until for route in _funding_routes(library)}
    for practice in library.practices:
        for item in practice.front.funding:
            until = item.until or ends.get(item.route)
            if until and ends_soon(until, today) and practice.front.phase is not Phase.STOPPED:
                yield f"- {_named(practice)}: {code(item.route)} {_ends(until, today)}"


def _routes(library: Library, today: date) -> Iterator[str]:
    """Routes that were checked once, more than a year ago; those never checked say so on their page."""
    for route in _funding_routes(library):
        if route.reviewed and today - date.fromisoformat(route.reviewed) > REVIEW_LAPSES:
            yield f"- {code(route.id)}: nagekeken op {dutch_date(route.reviewed)}"


def _help(library: Library, today: date) -> Iterator[str]:
    """Numbers and pages that someone in need relies on, so twice as often as the rest."""
    reviewed = [("hulpbronnen", one.id, one.reviewed) for one in help_sources(library).values()]
    reviewed += [("adressen", one.id, one.reviewed) for one in addresses(library)]
    for key, name, day in reviewed:
        if today - date.fromisoformat(day) > HELP_LAPSES:
            file = code(f"practices/_vocabulary/{key}.yml")
            yield f"- {code(name)} in {file}: nagekeken op {dutch_date(day)}"


def _releases(library: Library, today: date) -> Iterator[str]:
    for term in library.vocabularies["vrijgegeven"].terms.values():
        if isinstance(term, Release) and today - date.fromisoformat(term.reviewed) > REVIEW_LAPSES:
            yield f"- {code(term.id)}: nagekeken op {dutch_date(term.reviewed)}"


def _topics(library: Library) -> Iterator[str]:
    for practice, topic in unplaced(library):
        yield f"- {_named(practice)}: {text(topic)}"


def _links(bad: Sequence[Outcome], verdict: Verdict, links: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for one in bad:
        if one.verdict is verdict:
            archive = f". Archief: {code('https://web.archive.org/web/*/' + one.url)}"
            yield (
                f"- {code(one.url)}: {one.reason}. Staat in {', '.join(map(code, links[one.url]))}"
                + (archive if verdict is Verdict.DEAD else "")
            )


def _ends(until: str, today: date) -> str:
    return f"{'liep' if last_day(until) < today else 'loopt'} af: tot en met {dutch_date(until)}"


def _named(practice: Practice) -> str:
    return f"{text(practice.front.title)} ({code(practice.path)})"


def _funding_routes(library: Library) -> Iterator[FundingRoute]:
    for term in library.vocabularies["financiering"].terms.values():
        if isinstance(term, FundingRoute):
            yield term


def _urls(data: object) -> Iterator[str]:
    """Each address in front matter, wherever it is."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "url" and isinstance(value, str):
                yield value
            else:
                yield from _urls(value)
    elif isinstance(data, list):
        for value in data:
            yield from _urls(value)


class _Links(HTMLParser):
    """The addresses that a text links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.urls += [value for name, value in attrs if tag == "a" and name == "href" and value]
