"""How picture files are put together, as far as it takes to see where the picture in one ends.

What decodes a picture stops at its end and says nothing of what follows: a page of HTML, another picture, a
program. Each function takes the file and raises `ValueError`, `IndexError` or `struct.error` if it is broken.
"""

import re
import struct
from collections.abc import Callable, Mapping

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""What a picture is by content, as Pillow calls it, by the suffix of its name."""
MOST_SCANS = 30
"""Passes over one progressive JPEG. Programs make at most some twenty, and each costs a decoder as much as
the whole picture, though it may take a few bytes only."""

_MARKER = re.compile(rb"\xff(?![\xff\x00\xd0-\xd7])")
"""What ends the data of a scan: no filling, no stuffed byte, and no restart."""
_FILLING, _SCAN, _END = 0xFF, 0xDA, 0xD9


def end_of_jpeg(content: bytes) -> int:
    """The first byte after the picture (ITU T.81, annex B): segments, and data after the head of a scan."""
    at, scans = 2, 0
    while (marker := content[at + 1]) != _END:
        if content[at] != 0xFF:
            raise ValueError("no marker")
        if marker == _FILLING:
            at += 1
            continue
        at += 2 + struct.unpack_from(">H", content, at + 2)[0]
        if marker == _SCAN:
            scans += 1
            found = _MARKER.search(content, at)
            if found is None or scans > MOST_SCANS:
                raise ValueError("no end")
            at = found.start()
    return at + 2


def end_of_png(content: bytes) -> int:
    """The first byte after the picture (PNG, third edition, section 5): chunks after eight bytes."""
    at, kind = 8, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, at)
        at += 12 + length
    return at


def end_of_webp(content: bytes) -> int:
    """The first byte after the picture (RFC 9649, section 2.4): the size is in the head, and even."""
    size: int = struct.unpack_from("<I", content, 4)[0]
    return 8 + size + size % 2


ENDS: Mapping[str, Callable[[bytes], int]] = {
    "JPEG": end_of_jpeg,
    "PNG": end_of_png,
    "WEBP": end_of_webp,
}
"""By format."""
