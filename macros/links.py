"""Whether an address on the web still leads somewhere, asked gently.

One request at a time, a pause between two for the same host, and nothing of an answer is read but its head.
Addresses come from contributions, so none may make this machine talk to another one inside its own network.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import quote, urljoin, urlsplit

PAUSE = 2.0
"""Seconds between two requests to one host."""
TIMEOUT = 15.0
"""Seconds to wait for an answer."""
MOST_REDIRECTS = 5
MOST_SECONDS = 45 * 60.0
"""After this long, what is left is not asked any more: the report must still come."""

_GONE = {404, 410}
_SURE = "web.archive.org"
"""A host that is there, or the report would be of no use anyway."""
_AS_IS = "%/:=&?~#+!$,;'@()*[]"
"""Signs that an address may hold as they are."""


class Verdict(Enum):
    """What is known of an address."""

    ALIVE = "leeft"
    UNSURE = "niet zeker"
    DEAD = "dood"


@dataclass(frozen=True)
class Outcome:
    """What came of asking for one address."""

    url: str
    verdict: Verdict
    reason: str = ""
    """Dutch; why it is not alive."""


def resolve(host: str) -> list[str]:
    """The IP addresses of a host; raises `socket.gaierror`."""
    return sorted({str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)})


def connect(host: str, port: int, address: str) -> http.client.HTTPConnection:
    """A connection to the very address that was looked at, so that no second look-up can lead elsewhere."""
    connection = http.client.HTTPSConnection(host, port, timeout=TIMEOUT)
    raw = socket.create_connection((address, port), TIMEOUT)
    try:
        connection.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    except BaseException:
        raw.close()
        raise
    return connection


@dataclass
class Asker:
    """Asks for addresses; the ways out of this machine can be replaced by others."""

    user_agent: str
    resolve: Callable[[str], Collection[str]] = resolve
    connect: Callable[[str, int, str], http.client.HTTPConnection] = connect
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _asked: dict[str, float] = field(default_factory=dict)
    """When each host was asked last."""

    def outcomes(self, urls: Iterable[str]) -> Iterator[Outcome]:
        """What came of each address, as it comes."""
        started = self.clock()
        for url in urls:
            if self.clock() - started > MOST_SECONDS:
                yield Outcome(url, Verdict.UNSURE, "er was geen tijd meer om dit na te kijken")
                continue
            outcome = self._ask(url)
            if outcome.verdict is not Verdict.ALIVE:  # a single failure proves little
                outcome = self._ask(url)
            yield outcome

    def _ask(self, url: str) -> Outcome:
        """Ask once: without a text first, and with one where the server does not like that."""
        verdict, reason = self._follow("HEAD", url)
        if verdict is not Verdict.ALIVE:
            verdict, reason = self._follow("GET", url)
        return Outcome(url, verdict, reason)

    def _follow(self, method: str, url: str) -> tuple[Verdict, str]:
        for _ in range(MOST_REDIRECTS + 1):
            try:
                status, location = self._request(method, url)
                if not (location and 300 <= status < 400):
                    return _judged(status)
                url = urljoin(url, location)
            except _Refused as refused:
                return Verdict.UNSURE, str(refused)
            except socket.gaierror as error:
                if error.errno == socket.EAI_NONAME and self._online():
                    return Verdict.DEAD, "deze website bestaat niet (meer)"
                return Verdict.UNSURE, "de naam van deze website was niet op te zoeken"
            except TimeoutError:
                return Verdict.UNSURE, "geen antwoord op tijd"
            except ssl.SSLError:
                return Verdict.UNSURE, "de beveiliging van deze website klopt niet"
            except (OSError, ValueError, http.client.HTTPException):
                return Verdict.UNSURE, "geen verbinding"
        return Verdict.UNSURE, "verwijst telkens door"

    def _online(self) -> bool:
        """Whether names can be looked up at all, so that a name that cannot is to blame itself."""
        try:
            return bool(self.resolve(_SURE))
        except OSError:
            return False

    def _request(self, method: str, url: str) -> tuple[int, str | None]:
        """Status, and where it says to go instead."""
        parts = urlsplit(url)
        host = parts.hostname
        if parts.scheme != "https" or not host:
            raise _Refused("verwijst door naar een adres zonder https")
        addresses = self.resolve(host)
        if not addresses or not all(map(_is_public, addresses)):
            raise _Refused("dit adres is niet van het openbare internet")
        wait = self._asked.get(host, float("-inf")) + PAUSE - self.clock()
        if wait > 0:
            self.sleep(wait)
        try:
            # The shortest is one of version 4, if there is any: not every machine has version 6.
            connection = self.connect(host, parts.port or 443, min(addresses, key=len))
            try:
                target = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), _AS_IS)
                headers = {"User-Agent": self.user_agent, "Accept": "*/*", "Connection": "close"}
                connection.request(method, target, headers=headers)
                answer = connection.getresponse()
                return answer.status, answer.getheader("Location")
            finally:
                connection.close()
        finally:
            self._asked[host] = self.clock()


_INTERNET_6 = ipaddress.ip_network("2000::/3")
"""Where all addresses on the internet are; the rest is for other ends."""


class _Refused(Exception):
    """An address that is not asked for, and why."""


def _is_public(address: str) -> bool:
    """Whether it is on the internet; not even by way of an address in which another one is wrapped."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        wrapped = found.sixtofour or found.teredo or found.ipv4_mapped
        return found in _INTERNET_6 and found.is_global and not wrapped
    return found.is_global and not found.is_multicast


def _judged(status: int) -> tuple[Verdict, str]:
    if status < 400:
        return Verdict.ALIVE, ""
    if status in _GONE:
        return Verdict.DEAD, f"deze pagina bestaat niet meer ({status})"
    return Verdict.UNSURE, f"de website antwoordt met {status}"
