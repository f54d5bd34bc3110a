"""A host of static files, as any is: it compresses, and it counts what it sends."""

import functools
import gzip
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LEVEL = 6
"""Of gzip: what hosts use where nobody chose."""
_GZIP = b"\x1f\x8b"


@dataclass
class Host:
    """What is served, and what was."""

    address: str
    """Ends in a slash."""
    sent: dict[str, int] = field(default_factory=dict)
    """Path → bytes of the body as it went over the network, in the order of the requests."""

    def bytes_sent(self) -> int:
        """All bodies together, without what the comparison itself adds."""
        return sum(size for path, size in self.sent.items() if path not in FRAME)


FRAME = ("/", "/trial.js", "/adapter.js", "/favicon.ico")
"""What the comparison itself adds to a folder."""


@contextmanager
def serving(folder: Path) -> Iterator[Host]:
    """A host of `folder`, until the end of the block."""
    host = Host("")
    pack = functools.cache(_pack)
    handler = functools.partial(_Handler, directory=folder, host=host, pack=pack)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        host.address = f"http://127.0.0.1:{web.server_port}/"
        yield host
        web.shutdown()


def _pack(file: Path) -> tuple[bytes, bool]:
    """A file's bytes and whether they are compressed here; what is compressed already is left as it is."""
    plain = file.read_bytes()
    packed = gzip.compress(plain, LEVEL)
    return (plain, False) if plain.startswith(_GZIP) or len(packed) >= len(plain) else (packed, True)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # it would hold up each answer by 40 ms

    def __init__(
        self, *args: Any, host: Host, pack: Callable[[Path], tuple[bytes, bool]], **kwargs: Any
    ) -> None:
        self._host = host
        self._pack = pack
        super().__init__(*args, **kwargs)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        body, packed = self._pack(file) if file.is_file() else (b"", False)
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        path = self.path.partition("?")[0]
        self._host.sent[path] = self._host.sent.get(path, 0) + len(body)
