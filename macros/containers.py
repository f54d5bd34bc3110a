"""How picture files are put together: of what parts, and which of them it takes to show the picture.

What decodes a picture passes over what it does not know, and stops at its end: about who, where and how, and
whatever else somebody put there. Of a picture that is published, only what shows it goes along.
Each function takes the file and raises `ValueError`, `IndexError` or `struct.error` if it is broken.
"""

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""What a picture is by content, as Pillow calls it, by the suffix of its name."""
MOST_SCANS = 30
"""Passes over one progressive JPEG. Programs make at most some twenty, and each costs a decoder as much as
the whole picture, though it may take a few bytes only."""

_MARKER = re.compile(rb"\xff(?![\xff\x00\xd0-\xd7])")
"""What ends the data of a scan: no filling, no stuffed byte, and no restart."""
_FILLING, _START, _END, _SCAN = 0xFF, 0xD8, 0xD9, 0xDA
_JFIF, _ICC, _ADOBE, _EXIF = 0xE0, 0xE2, 0xEE, 0xE1
_APPLICATIONS, _COMMENT = range(0xE0, 0xF0), 0xFE
_NEEDED = frozenset({_START, _END, _SCAN, 0xC4, 0xDB, 0xDD, *range(0xC0, 0xCC)} - {0xC8})
"""Markers of JPEG that make the picture: tables, frames, scans. Arithmetic coding no browser reads."""
_CHUNKS: Mapping[bytes, int] = {
    b"IHDR": 13, b"PLTE": 768, b"tRNS": 256, b"IEND": 0, b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"sBIT": 4,
    b"pHYs": 9, b"IDAT": 2**31, b"iCCP": 2**31,
}  # fmt: skip
"""What PNG has to show a picture in its right colours, and how long each may be."""
_EXTENDED = b"VP8X"
_FLAGS: Mapping[bytes, int] = {b"ICCP": 0x20, b"ALPH": 0x10}
"""What a WebP says in its head to have; transparency may be in the picture itself as well."""
_BODIES = frozenset({b"VP8 ", b"VP8L", _EXTENDED, *_FLAGS})


class Part(NamedTuple):
    """A piece of a file."""

    kind: bytes
    """The name of a chunk; of a segment, its marker, one byte."""
    start: int
    end: int
    """Where it begins and where the next one does; all together are the file up to the end of the picture."""


def parts_of_jpeg(content: bytes) -> Iterator[Part]:
    """Segments, each with the data after it (ITU T.81, annex B)."""
    yield Part(bytes((_START,)), 0, 2)
    at, scans, marker = 2, 0, _START
    while marker != _END:
        start = at
        while content[at + 1] == _FILLING:
            at += 1
        if content[start] != 0xFF:
            raise ValueError("no marker")
        marker = content[at + 1]
        at += 2
        if marker != _END:
            at += struct.unpack_from(">H", content, at)[0]
        if marker == _SCAN:
            scans += 1
            found = _MARKER.search(content, at)
            if found is None or scans > MOST_SCANS:
                raise ValueError("no end")
            at = found.start()
        yield Part(bytes((marker,)), start, at)


def parts_of_png(content: bytes) -> Iterator[Part]:
    """The signature, which has no name, and chunks (PNG, third edition, section 5)."""
    yield Part(b"", 0, 8)
    at, kind = 8, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, at)
        yield Part(kind, at, at + 12 + length)
        at += 12 + length


def parts_of_webp(content: bytes) -> Iterator[Part]:
    """The head of the file, which has no name, and chunks of even length (RFC 9649, section 2)."""
    yield Part(b"", 0, 12)
    size: int = struct.unpack_from("<I", content, 4)[0]
    at, end = 12, 8 + size + size % 2
    while at < end:
        kind, length = struct.unpack_from("<4sI", content, at)
        yield Part(kind, at, at + 8 + length + length % 2)
        at += 8 + length + length % 2


PARTS: Mapping[str, Callable[[bytes], Iterator[Part]]] = {
    "JPEG": parts_of_jpeg,
    "PNG": parts_of_png,
    "WEBP": parts_of_webp,
}
"""By format."""


def end_of(content: bytes, kind: str) -> int:
    """The first byte after the picture, of the format `kind`."""
    *_, last = PARTS[kind](content)
    return last.end


def bare(content: bytes, kind: str, orientation: int = 1) -> bytes:
    """The same picture, of the format `kind`, with nothing in its file but what it takes to show it.

    `orientation` is how a JPEG is stored, as Exif says it (1 is upright): it is written down anew. Other
    formats are shown as they are stored. The same bytes give the same bytes.
    """
    return _BARE[kind](content, orientation)


def _bare_jpeg(content: bytes, orientation: int) -> bytes:
    kept, once = [], set()
    for part in parts_of_jpeg(content):
        marker, piece = part.kind[0], content[part.start : part.end].lstrip(b"\xff")
        data = piece[3:]
        if marker in _NEEDED:
            kept.append(b"\xff" + piece)
        elif marker == _JFIF and data[:5] == b"JFIF\0" and len(data) >= 14 and marker not in once:
            kept.append(_segment(marker, data[:12] + b"\0\0"))  # without its thumbnail
        elif marker == _ICC and data[:12] == b"ICC_PROFILE\0":
            kept.append(b"\xff" + piece)
        elif marker == _ADOBE and data[:5] == b"Adobe" and len(data) >= 12 and marker not in once:
            kept.append(_segment(marker, data[:12]))
        elif marker not in _APPLICATIONS and marker != _COMMENT:
            raise ValueError("no part of a picture for the web")
        once.add(marker)
    if 1 < orientation <= 8:
        tag = b"MM" + struct.pack(">HIHHHIHHI", 42, 8, 1, 0x0112, 3, 1, orientation, 0, 0)
        kept.insert(1, _segment(_EXIF, b"Exif\0\0" + tag))
    return b"".join(kept)


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def _bare_png(content: bytes, _orientation: int) -> bytes:
    kept, once = [content[:8]], set()
    for part in islice(parts_of_png(content), 1, None):
        long = part.end - part.start - 12
        if long <= _CHUNKS.get(part.kind, -1) and (part.kind not in once or part.kind == b"IDAT"):
            kept.append(content[part.start : part.end])
        elif part.kind[:1].isupper():
            raise ValueError("a part that it takes to show the picture, and that nobody knows")
        once.add(part.kind)
    return b"".join(kept)


def _bare_webp(content: bytes, _orientation: int) -> bytes:
    found: dict[bytes, bytes] = {}
    for part in islice(parts_of_webp(content), 1, None):
        if part.kind in _BODIES:
            found.setdefault(part.kind, content[part.start : part.end])
    if found.keys().isdisjoint((b"VP8 ", b"VP8L")):
        raise ValueError("no picture")
    if extended := found.get(_EXTENDED):
        flags = extended[8] & sum(_FLAGS.values())
        if b"ICCP" not in found:
            flags &= ~_FLAGS[b"ICCP"]
        found[_EXTENDED] = extended[:4] + struct.pack("<IB3x", 10, flags) + extended[12:18]
    body = b"".join(found.values())
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


_BARE: Mapping[str, Callable[[bytes, int], bytes]] = {
    "JPEG": _bare_jpeg,
    "PNG": _bare_png,
    "WEBP": _bare_webp,
}
