"""What time asks of the editors, and asking for links without troubling anyone; never over the network."""

import http.client
import http.server
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from macros import settings
from macros.audit import Audit
from macros.library import Library, Reading, read
from macros.links import PAUSE, Asker, Outcome, Verdict
from macros.residents import addresses, help_sources
from macros.upkeep import MOST, as_markdown, external_links

from .conftest import ROOT, TODAY, VALID
from .test_commands import run

PUBLIC = "93.184.215.14"


class _Web(http.server.BaseHTTPRequestHandler):
    """One server for all hosts; the path says how it behaves."""

    seen: list[tuple[str, str]]
    agents: set[str]
    port: int

    def _answer(self) -> None:
        self.seen.append((self.command, self.path))
        self.agents.add(str(self.headers["User-Agent"]))
        kind = self.path.strip("/").split("/")[0]
        times = Counter(self.seen)
        if kind == "wankel":  # fails the first time
            first = times["HEAD", self.path] + times["GET", self.path] <= 2
            self.send_response(503 if first else 200)
        elif kind == "geen-head":
            self.send_response(405 if self.command == "HEAD" else 200)
        elif kind == "door":
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/door/"))
        elif kind == "stil":
            self.close_connection = True
            return
        else:
            self.send_response(int(kind) if kind.isdigit() else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815 – named by the standard library

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def web() -> Iterator[type[_Web]]:
    """A web server, with what it was asked."""

    class Web(_Web):
        seen: list[tuple[str, str]] = []  # noqa: RUF012 – one server a test
        agents: set[str] = set()  # noqa: RUF012

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web) as server:
        Web.port = server.server_port
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield Web
        server.shutdown()


@pytest.fixture
def asker(web: type[_Web]) -> Asker:
    """Asks the test's server instead of the web; takes no time."""

    def resolve(host: str) -> list[str]:
        if host.startswith("weg."):
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        if host.startswith("even-niet."):
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        addresses = {
            "binnen": ["10.0.0.1"],
            "zelf": ["127.0.0.1"],
            "gewikkeld": ["64:ff9b::a9fe:a9fe"],
            "zes": ["2002:7f00:1::"],
            "half": [PUBLIC, "169.254.169.254"],
        }
        return addresses.get(host.split(".")[0], [PUBLIC])

    def connect(host: str, port: int, address: str) -> http.client.HTTPConnection:
        assert address == PUBLIC
        if host.startswith("traag."):
            raise TimeoutError
        return http.client.HTTPConnection("127.0.0.1", web.port, timeout=5)

    return Asker("Test (+https://a.example/)", resolve, connect, lambda _: None)


@pytest.mark.parametrize(
    ("url", "verdict"),
    [
        ("https://a.nl/", Verdict.ALIVE),
        ("https://a.nl", Verdict.ALIVE),
        ("https://a.nl/geen-head", Verdict.ALIVE),
        ("https://a.nl/wankel", Verdict.ALIVE),
        ("https://a.nl/één?x=ü", Verdict.ALIVE),
        ("https://a.nl/door//goed", Verdict.ALIVE),
        ("https://a.nl/door/https://b.nl/", Verdict.ALIVE),
        ("https://a.nl/404", Verdict.DEAD),
        ("https://a.nl/410", Verdict.DEAD),
        ("https://a.nl/door//404", Verdict.DEAD),
        ("https://weg.nl/", Verdict.DEAD),
        ("https://a.nl/403", Verdict.UNSURE),
        ("https://a.nl/429", Verdict.UNSURE),
        ("https://a.nl/500", Verdict.UNSURE),
        ("https://a.nl/stil", Verdict.UNSURE),
        ("https://traag.nl/", Verdict.UNSURE),
        ("https://even-niet.nl/", Verdict.UNSURE),
        ("https://a.nl/door/http://b.nl/", Verdict.UNSURE),
        ("https://a.nl/door/https://[", Verdict.UNSURE),
        ("https://a.nl/door//door//door//door//door//door//door//goed", Verdict.UNSURE),
        ("https://a.nl:port/", Verdict.UNSURE),
    ],
)
def test_an_address_is(asker: Asker, url: str, verdict: Verdict) -> None:
    (outcome,) = asker.outcomes([url])
    assert outcome.verdict is verdict
    assert bool(outcome.reason) == (verdict is not Verdict.ALIVE)


def test_a_machine_without_a_network_does_not_call_everything_dead(asker: Asker) -> None:
    def resolve(host: str) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    asker.resolve = resolve
    (outcome,) = asker.outcomes(["https://a.nl/"])
    assert outcome.verdict is Verdict.UNSURE


@pytest.mark.parametrize(
    "url",
    [
        "https://binnen.nl/",
        "https://gewikkeld.nl/",
        "https://zes.nl/",
        "https://zelf.nl/",
        "https://half.nl/",
        "https://a.nl/door/https://zelf.nl/",
        "https://a.nl/door/https://binnen.nl/",
    ],
)
def test_nothing_inside_a_network_is_ever_asked(asker: Asker, web: type[_Web], url: str) -> None:
    (outcome,) = asker.outcomes([url])
    assert outcome.verdict is Verdict.UNSURE
    assert outcome.reason == "dit adres is niet van het openbare internet"
    assert all(path.startswith("/door/") for _, path in web.seen)


def test_a_page_that_is_there_is_asked_for_once_and_without_its_text(asker: Asker, web: type[_Web]) -> None:
    list(asker.outcomes(["https://a.nl/x?y=1"]))
    assert web.seen == [("HEAD", "/x?y=1")]
    assert web.agents == {"Test (+https://a.example/)"}


def test_a_page_that_is_not_there_is_asked_for_again_once(asker: Asker, web: type[_Web]) -> None:
    list(asker.outcomes(["https://a.nl/404"]))
    assert web.seen == [("HEAD", "/404"), ("GET", "/404")] * 2


def test_one_host_is_given_a_pause_and_another_need_not_wait(asker: Asker) -> None:
    slept: list[float] = []
    asker.sleep, asker.clock = slept.append, lambda: 100.0
    list(asker.outcomes(["https://a.nl/een", "https://b.nl/een", "https://a.nl/twee"]))
    assert slept == [PAUSE]


def test_after_a_long_time_the_rest_is_left_for_another_day(asker: Asker, web: type[_Web]) -> None:
    ticks = iter(range(0, 10**6, 1000))
    asker.clock = lambda: float(next(ticks))
    outcomes = list(asker.outcomes([f"https://a.nl/{number}" for number in range(200, 206)]))
    assert len(outcomes) == 6
    assert outcomes[-1].reason == "er was geen tijd meer om dit na te kijken"
    assert len(web.seen) < 6


def test_links_come_from_front_matter_and_text_and_are_asked_for_once(
    check: Callable[..., Reading],
) -> None:
    entry = VALID.replace(
        "    datum: 2024-05-30\n", "    datum: 2024-05-30\n    url: https://a.nl/bron#deel\n"
    ).replace(
        "staat stil.", "[staat](https://a.nl/bron) [stil](https://b.nl/(x)?a=1&b=2) [t](../themas/wonen.md)."
    )
    library = check(entry).library
    assert external_links(library, settings.read(ROOT)) == {
        "https://www.thuisarts.nl/": ("practices/_vocabulary/hulpbronnen.yml",),
        "https://a.nl/bron": ("practices/groningen/voorzorggroepen.md",),
        "https://b.nl/(x)?a=1&b=2": ("practices/groningen/voorzorggroepen.md",),
    }


@pytest.fixture
def aged(check: Callable[..., Reading]) -> Library:
    """One practice, whose money ends at the end of 2026."""
    reading = check(VALID.replace("route: onbekend", "route: wmo\n    tot: 2026-12"))
    assert not reading.problems
    return reading.library


def chapters(report: str) -> list[str]:
    return [line for line in report.splitlines() if line.startswith("## ")]


def test_money_is_reported_half_a_year_before_it_ends_and_after(aged: Library) -> None:
    line = "(`practices/groningen/voorzorggroepen.md`): `wmo` {} af: tot en met december 2026"
    assert line.format("loopt") not in as_markdown(aged, date(2026, 6, 30), {}, [], Audit())
    assert line.format("loopt") in as_markdown(aged, date(2026, 7, 1), {}, [], Audit())
    assert line.format("loopt") in as_markdown(aged, date(2026, 12, 31), {}, [], Audit())
    assert line.format("liep") in as_markdown(aged, date(2027, 1, 1), {}, [], Audit())
    assert "- route `spuk-iza`: liep af" in as_markdown(aged, date(2027, 1, 1), {}, [], Audit())


def test_what_stopped_needs_no_money(check: Callable[..., Reading]) -> None:
    entry = VALID.replace("route: onbekend", "route: wmo\n    tot: 2025").replace("lopend", "gestopt")
    assert "`wmo`" not in as_markdown(check(entry).library, TODAY, {}, [], Audit())


def test_a_practice_and_a_route_are_due_after_a_year_and_a_day(aged: Library) -> None:
    assert "in Stadskanaal (`practices/groningen/voorzorggroepen.md`): nagekeken" not in as_markdown(
        aged, date(2027, 11, 21), {}, [], Audit()
    )
    report = as_markdown(aged, date(2027, 11, 22), {}, [], Audit())
    assert (
        "- Voorzorggroepen in Stadskanaal (`practices/groningen/voorzorggroepen.md`): nagekeken op 21"
        in report
    )
    assert "- `wmo`: nagekeken op 21 november 2026" in report


def test_a_dead_link_comes_with_a_way_out(aged: Library) -> None:
    outcomes = [
        Outcome("https://a.nl/weg", Verdict.DEAD, "deze pagina bestaat niet meer (404)"),
        Outcome("https://a.nl/misschien", Verdict.UNSURE, "geen antwoord op tijd"),
        Outcome("https://a.nl/goed", Verdict.ALIVE),
    ]
    links = {outcome.url: ("practices/a/b.md",) for outcome in outcomes}
    report = as_markdown(aged, date(2026, 1, 1), links, outcomes, Audit())
    assert report.startswith("# Onderhoud: 2 punten\n")
    assert chapters(report) == ["## Dode links (1)", "## Links die niet zeker zijn (1)"]
    assert (
        "- `https://a.nl/weg`: deze pagina bestaat niet meer (404). Staat in `practices/a/b.md`. "
        "Archief: `https://web.archive.org/web/*/https://a.nl/weg`" in report
    )
    assert "goed" not in report


def test_nothing_to_do_is_said_on_the_first_line(aged: Library) -> None:
    assert as_markdown(aged, date(2026, 1, 1), {}, [], Audit()) == "# Onderhoud: niets te doen\n"


def test_a_long_report_fits_in_an_issue(aged: Library) -> None:
    outcomes = [Outcome(f"https://a.nl/{number}", Verdict.DEAD, "weg") for number in range(2000)]
    report = as_markdown(aged, TODAY, {one.url: ("practices/a/b.md",) for one in outcomes}, outcomes, Audit())
    assert len(report.encode()) <= MOST
    assert report.rstrip().endswith("ziet u alles.")


def test_the_command_prints_the_report_and_is_content(copy: Path) -> None:
    done = run(copy, "upkeep", "--no-links")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Onderhoud: ")
    assert run(copy, "upkeep", "--anders").returncode == 2


def test_the_real_practices_give_a_report() -> None:
    library = read(ROOT, TODAY).library
    assert "`spuk-iza`" in as_markdown(library, TODAY, {}, [], Audit())
    assert all(url.startswith("https://") for url in external_links(library, settings.read(ROOT)))


def test_help_is_due_after_half_a_year(aged: Library) -> None:
    days = [one.reviewed for one in help_sources(aged).values()] + [one.reviewed for one in addresses(aged)]
    reviewed = [date.fromisoformat(day) for day in days]
    assert "Hulp voor inwoners" not in as_markdown(aged, min(reviewed) + timedelta(183), {}, [], Audit())
    report = as_markdown(aged, max(reviewed) + timedelta(184), {}, [], Audit())
    assert f"## Hulp voor inwoners die een half jaar niet is nagekeken ({len(reviewed)})" in report
    assert "- `112` in `practices/_vocabulary/hulpbronnen.yml`: nagekeken op" in report


def test_the_pages_that_residents_are_sent_to_are_links_too(aged: Library) -> None:
    links = external_links(aged, settings.read(ROOT))
    assert "practices/_vocabulary/hulpbronnen.yml" in links["https://www.thuisarts.nl/"]
