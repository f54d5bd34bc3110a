"""A picture that lies beside a practice: what it must be before anybody else may load it.

Its file is somebody else's until it has been decoded as a whole: its size is looked at before it is read, its
pixels are counted before they are decoded, and what decodes it may fail in any way that it likes.
What else its file says is left out where it is published (see `containers.bare`): who made it, with what, and
what they wrote along. Where it was made is refused, since who reads the project's files reads that too.
"""

import re
import warnings
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import ExifTags, Image

from .checks import LONGEST_SLUG
from .containers import FORMATS, PARTS, bare, end_of
from .document import Document
from .fields import RESERVED, SLUG
from .problem import START, Problem, Refusal
from .source import read_bytes

MOST_BYTES = 500_000
"""In one picture: on a slow telephone that is some seconds already."""
MOST_PIXELS = 12_000_000
LONGEST_SIDE = 4_000
"""Pixels; more than any screen here shows, and what costs a fraction of a second to decode."""

NAME = Refusal(
    "picture-name",
    "de naam '{value}' kan niet. Gebruik kleine letters, cijfers en streepjes "
    f"(hoogstens {LONGEST_SLUG}), zoals: wijkcentrum.jpg",
)
TOO_LARGE = Refusal(
    "picture-size",
    "dit plaatje is te groot: hoogstens {most} bytes. Bewaar een kleinere kopie, van zo'n 1200 pixels breed",
)
TOO_MANY_PIXELS = Refusal(
    "picture-pixels",
    "dit plaatje heeft te veel pixels: hoogstens {side} aan een kant, {most} bij elkaar. Bewaar een kleinere "
    "kopie, van zo'n 1200 pixels breed",
)
NOT_WHOLE = Refusal(
    "picture-content",
    "dit is geen heel plaatje van de soort {suffix}. Bewaar het opnieuw, met een programma voor foto's",
)
OTHER_KIND = Refusal(
    "picture-kind", "dit heet {suffix}, maar het is van binnen {kind}. Bewaar het opnieuw als {suffix}"
)
MOVING = Refusal("picture-moving", "dit plaatje beweegt. Bewaar er één beeld van")
MORE_INSIDE = Refusal(
    "picture-more",
    "in dit bestand staat na het plaatje nog iets. Bewaar het opnieuw, met een programma voor foto's",
)
TELLS_TOO_MUCH = Refusal(
    "picture-tells",
    "in dit bestand staat waar het plaatje is gemaakt. Bewaar een kopie zonder die gegevens, of maak er een "
    "schermafdruk van",
)

_PLACE = re.compile(rb"(?i)latitude|longitude|location|\bcity\b|gps ?(?:position|coord|info)")
"""How XMP, the text chunks of PNG and comments say where, all of which are free text."""
_TELLING = frozenset(
    {*(bytes((marker,)) for marker in (0xE1, *range(0xE3, 0xF0), 0xFE))}
    | {b"eXIf", b"tEXt", b"iTXt", b"EXIF", b"XMP "}
)
"""The parts of a file that may say something of a place, but for colour profiles."""
_EXIF = b"Exif\0\0"
_NO_TEXT = ("exif", "icc_profile", "jfif", "transparency", "background")
"""What Pillow knows of a picture that is no text: it is read in another way, or tells of colours."""


@dataclass(frozen=True)
class Picture:
    """A picture that may be shown."""

    name: str
    """Its file, in the folder of the practice that shows it."""
    path: str
    """The same from the project's folder."""
    width: int
    """Pixels, as it is shown: a picture may be stored on its side."""
    height: int
    content: bytes = field(repr=False)
    """What is published of its file."""

    @property
    def media_type(self) -> str:
        """As the web calls its format (RFC 2046)."""
        return f"image/{FORMATS[PurePosixPath(self.name).suffix].lower()}"


def read_picture(file: Path, path: str) -> tuple[Picture | None, tuple[Problem, ...]]:
    """The picture in a file, or what is wrong with it; `path` is how messages name the file.

    Never raises for what is in the file, and takes no longer than a picture of `MOST_PIXELS` takes.
    """
    document = Document(path)
    name = path.rpartition("/")[2]
    suffix = PurePosixPath(name).suffix
    content = read_bytes(file, document, MOST_BYTES)
    found = None
    if content is not None:
        try:
            with warnings.catch_warnings():
                # What this decoder warns of, as of data that are cut off, another one may read after all.
                warnings.simplefilter("error", UserWarning)
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                found = _examined(content, suffix)
        except _Refused as refused:
            document.report(START, "bestand", *refused.args)
        except Exception:  # whatever a decoder says of bytes like these: they are no picture
            document.report(START, "bestand", *NOT_WHOLE.said(suffix=suffix[1:]))
    stem = name.removesuffix(suffix)
    if not re.fullmatch(SLUG, stem) or len(stem) > LONGEST_SLUG or stem in RESERVED:
        document.report(START, "bestand", *NAME.said(value=name))
    if found is None or document.problems:
        return None, tuple(document.problems)
    (width, height), published = found
    return Picture(name, path, width, height, published), ()


class _Refused(Exception):
    """A picture that cannot be shown; its arguments are a code and a message."""


def _examined(content: bytes, suffix: str) -> tuple[tuple[int, int], bytes]:
    """Width and height of a picture that is all right, as it is shown, and what of its file is published.

    Raises `_Refused`, or anything.
    """
    if len(content) > MOST_BYTES:
        raise _Refused(*TOO_LARGE.said(most=_dutch(MOST_BYTES)))
    many = _Refused(*TOO_MANY_PIXELS.said(side=_dutch(LONGEST_SIDE), most=_dutch(MOST_PIXELS)))
    try:
        image = Image.open(BytesIO(content), formats=tuple(PARTS))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise many from bomb
    with image:
        # A JPEG that is several (MPO) is called so by its first part, which has the others behind it.
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        if kind != FORMATS[suffix]:
            raise _Refused(*OTHER_KIND.said(suffix=suffix[1:], kind=kind.lower()))
        if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_SIDE:
            raise many
        if kind != "JPEG" and getattr(image, "is_animated", False):
            raise _Refused(*MOVING.said())
        end = end_of(content, kind)
        image.load()
        if end != len(content):
            raise _Refused(*MORE_INSIDE.said())
        if _tells_where(image, content, kind):
            raise _Refused(*TELLS_TOO_MUCH.said())
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
        if kind == "JPEG" and orientation in range(5, 9):
            return image.size[::-1], bare(content, kind, orientation)
        return image.size, bare(content, kind, orientation if orientation in range(1, 9) else 1)


def _tells_where(image: Image.Image, content: bytes, kind: str) -> bool:
    """Whether a decoded picture, whose file has this content, says where it was made."""
    pieces = [content[part.start : part.end] for part in PARTS[kind](content) if part.kind in _TELLING]
    for piece in pieces:
        exif = Image.Exif()
        if piece[4:10] == _EXIF or piece[4:8] == b"eXIf":
            exif.load(piece[4:] if kind == "JPEG" else _EXIF + piece[8:])
        elif piece[:4] == b"EXIF":
            exif.load(piece[8:])
        if ExifTags.Base.GPSInfo in exif:
            return True
    free = [part for name, value in image.info.items() if name not in _NO_TEXT for part in (name, value)]
    texts = [one if isinstance(one, bytes) else one.encode() for one in free if isinstance(one, bytes | str)]
    # Without zeros, what is stored as UTF-16 reads the same.
    return bool(_PLACE.search(b" ".join((*texts, *pieces)).replace(b"\0", b"")))


def _dutch(number: int) -> str:
    return f"{number:,}".replace(",", ".")
