"""Pictures: what a practice may show, how it comes on the site, and what hostile files do: nothing."""

import base64
import io
import re
import struct
import time
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, PngImagePlugin

from macros import library as libraries
from macros import settings as site_settings
from macros.body import MOST_PICTURES, with_pictures
from macros.containers import bare
from macros.exports import practice_json
from macros.fragments import Fragments
from macros.library import Reading
from macros.pages import html_of, sanitised
from macros.picture import LONGEST_SIDE, MOST_BYTES, read_picture
from macros.preview import as_html
from macros.search.records import records

from .conftest import ROOT, TODAY, VALID
from .test_commands import run

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
ALT = "De zaal van het wijkcentrum"
FOLDER = "practices/groningen"
FREE = b"tekst" * 20

Check = Callable[..., Reading]


def image(suffix: str = "jpg", size: tuple[int, int] = (60, 40), **options: Any) -> bytes:
    """A small picture with something on it."""
    made = Image.linear_gradient("L").resize(size).convert("RGB")
    stream = io.BytesIO()
    made.save(stream, FORMATS[suffix], **options)
    return stream.getvalue()


def showing(*lines: str) -> str:
    """A practice that shows this."""
    return VALID + "\n## Aanpak\n\n" + "\n\n".join(lines) + "\n"


@pytest.fixture
def put(project: Path) -> Callable[[str, bytes], Path]:
    """Put a file among the practices of the small project."""

    def write(place: str, content: bytes) -> Path:
        file = project / "practices" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    return write


Put = Callable[[str, bytes], Path]


def chunk(kind: bytes, content: bytes) -> bytes:
    """A piece of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of(width: int, height: int) -> bytes:
    """A PNG that says in its head to be so large, and is hardly there."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = zlib.compress(b"\0" * 10_000)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def webp_of(width: int, height: int) -> bytes:
    """The same as WebP."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunks = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + sides + image("webp")[12:]
    return b"RIFF" + struct.pack("<I", len(chunks)) + chunks


def scans(number: int) -> bytes:
    """A progressive JPEG whose last pass comes again and again."""
    stream = io.BytesIO()
    Image.new("RGB", (3_000, 3_000), "green").save(stream, "JPEG", progressive=True)
    whole = stream.getvalue()
    at = whole.rindex(b"\xff\xda")
    return whole[:at] + whole[at:-2] * number + whole[-2:]


def gps() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.GPSInfo] = {1: "N", 2: (53.0, 0.0, 0.0), 3: "E", 4: (6.0, 57.0, 0.0)}
    return exif


def tag(number: int, value: object) -> Image.Exif:
    exif = Image.Exif()
    exif[number] = value
    return exif


def owner() -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.CameraOwnerName] = "J. Jansen"
    return exif


def png_text(name: str, value: str, *, packed: bool = False) -> PngImagePlugin.PngInfo:
    found = PngImagePlugin.PngInfo()
    found.add_itxt(name, value, zip=packed)
    return found


XMP = b"<x:xmpmeta><rdf:Description exif:GPSLatitude='53,0N'/></x:xmpmeta>"


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_picture_beside_a_practice_may_be_shown(check: Check, put: Put, suffix: str) -> None:
    content = image(suffix)
    put(f"groningen/de-zaal.{suffix}", content)
    reading = check(showing("Zo ziet het eruit:", f"![{ALT}](de-zaal.{suffix})"))
    assert reading.problems == ()
    ((picture,),) = (one.pictures for one in reading.library.practices)
    assert (picture.name, picture.width, picture.height) == (f"de-zaal.{suffix}", 60, 40)
    assert picture.content == bare(content, FORMATS[suffix])


@pytest.mark.parametrize(
    "content",
    [
        image(progressive=True),
        image(quality=100, comment=b"GIMP"),
        image("png", exif=tag(ExifTags.Base.Model, "Toestel 7")),
        image("webp", lossless=True, exif=tag(ExifTags.Base.Software, "Paint")),
        image(icc_profile=b"\0" * 128, xmp=b"<x:xmpmeta xmp:CreatorTool='Paint'/>"),
    ],
)
def test_what_programs_and_cameras_write_along_is_no_problem(tmp_path: Path, content: bytes) -> None:
    suffix = "png" if b"PNG" in content[:8] else "webp" if b"WEBP" in content[:16] else "jpg"
    (tmp_path / f"x.{suffix}").write_bytes(content)
    picture, problems = read_picture(tmp_path / f"x.{suffix}", f"x.{suffix}")
    assert picture
    assert problems == ()


def test_a_picture_that_is_stored_on_its_side_has_the_size_that_is_shown(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(image(exif=tag(ExifTags.Base.Orientation, 6)))
    picture, _ = read_picture(tmp_path / "x.jpg", "x.jpg")
    assert picture
    assert (picture.width, picture.height) == (40, 60)


def segment(marker: int, data: bytes) -> bytes:
    """A piece of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def riff(content: bytes, kind: bytes, data: bytes) -> bytes:
    """A WebP with one more chunk."""
    body = content[8:] + kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


SECRET = b"Jan Jansen, PK\x03\x04"
JPEG, PNG = image(progressive=True), image("png", (40, 30), optimize=True)
LADEN = {
    "exif": ("jpg", image(exif=tag(ExifTags.Base.Copyright, SECRET.decode("latin-1")))),
    "xmp": ("jpg", image(xmp=b"<dc:rights>" + SECRET)),
    "opmerking": ("jpg", image(comment=SECRET)),
    **{
        f"segment {marker:x}": ("jpg", JPEG[:2] + segment(marker, SECRET) * 2 + JPEG[2:])
        for marker in (*range(0xE0, 0xF0), 0xFE)
    },
    "duim": ("jpg", JPEG[:2] + segment(0xE0, b"JFXX\0\x10" + SECRET) + JPEG[2:]),
    "adobe": ("jpg", JPEG[:-2] + segment(0xEE, b"Adobe" + SECRET) + JPEG[-2:]),
    **{
        f"stuk {kind.decode()}": ("png", PNG[:33] + chunk(kind, SECRET) * 2 + PNG[33:])
        for kind in (b"tEXt", b"eXIf", b"prVt", b"caBX", b"gAMA", b"sRGB")
    },
    "webp exif": ("webp", image("webp", exif=owner())),
    "webp xmp": ("webp", image("webp", xmp=SECRET)),
    "webp eigen": ("webp", riff(image("webp"), b"ABCD", SECRET)),
}


@pytest.mark.parametrize("case", LADEN)
def test_nothing_is_published_but_what_shows_the_picture(case: str) -> None:
    suffix, content = LADEN[case]
    left = bare(content, FORMATS[suffix])
    assert b"Jansen" in content
    assert b"Jansen" not in left
    assert bare(left, FORMATS[suffix]) == left
    with Image.open(io.BytesIO(content)) as before, Image.open(io.BytesIO(left)) as after:
        assert (before.mode, before.size) == (after.mode, after.size)
        assert before.convert("RGBA").tobytes() == after.convert("RGBA").tobytes()
        assert not after.getexif()


@pytest.mark.parametrize(("suffix", "mode"), [("png", "P"), ("png", "RGBA"), ("png", "I;16"), ("jpg", "CMYK"),
                                              ("jpg", "L"), ("webp", "RGBA")])  # fmt: skip
def test_colours_and_transparency_stay(suffix: str, mode: str) -> None:
    stream = io.BytesIO()
    shape = Image.linear_gradient("L").resize((60, 40))
    made = (shape if mode in ("L", "I;16") else shape.convert("RGB")).convert(mode)
    more = {"transparency": 3} if mode == "P" else {}
    profile = b"\0" * 128
    made.save(stream, FORMATS[suffix], icc_profile=profile, dpi=(72, 72), **more)
    with (
        Image.open(stream) as before,
        Image.open(io.BytesIO(bare(stream.getvalue(), FORMATS[suffix]))) as after,
    ):
        assert before.tobytes() == after.tobytes()
        assert after.info["icc_profile"] == profile
        assert before.info.get("transparency") == after.info.get("transparency")


@pytest.mark.parametrize("orientation", range(10))
def test_a_picture_stays_the_right_way_up_and_that_is_all_it_says(tmp_path: Path, orientation: int) -> None:
    exif = tag(ExifTags.Base.Orientation, orientation)
    exif[ExifTags.Base.Copyright] = "Jan Jansen"
    (tmp_path / "x.jpg").write_bytes(image(exif=exif))
    picture, _ = read_picture(tmp_path / "x.jpg", "x.jpg")
    assert picture
    with Image.open(io.BytesIO(picture.content)) as shown:
        assert dict(shown.getexif()) == ({0x0112: orientation} if 2 <= orientation <= 8 else {})


@pytest.mark.parametrize(
    "content",
    [
        image(xmp=XMP.decode().encode("utf-16")),
        image(xmp=XMP.decode().encode("utf-16-be")),
        JPEG[:2] + segment(0xE1, tag(0x010E, "x").tobytes()) + segment(0xE1, gps().tobytes()) + JPEG[2:],
        JPEG[:2] + segment(0xFE, b"niets") + segment(0xFE, b"latitude 53") + JPEG[2:],
        PNG[:33]
        + chunk(b"eXIf", tag(0x010E, "x").tobytes()[6:])
        + chunk(b"eXIf", gps().tobytes()[6:])
        + PNG[33:],
        riff(image("webp", exif=tag(0x010E, "x")), b"EXIF", gps().tobytes()[6:]),
    ],
)
def test_a_place_is_found_wherever_it_is_written(tmp_path: Path, content: bytes) -> None:
    suffix = "png" if b"PNG" in content[:8] else "webp" if b"WEBP" in content[:16] else "jpg"
    (tmp_path / f"x.{suffix}").write_bytes(content)
    _, problems = read_picture(tmp_path / f"x.{suffix}", f"x.{suffix}")
    assert [one.code for one in problems] == ["picture-tells"]


HTML = b"<!doctype html><script>alert(1)</script>"
REFUSED = {
    "leeg": ("x.jpg", b"", "picture-content"),
    "tekst": ("x.jpg", FREE, "picture-content"),
    "html": ("x.png", HTML, "picture-content"),
    "svg": ("x.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "picture-content"),
    "lfs": ("x.jpg", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "picture-content"),
    "gif": ("x.png", b"GIF89a" + FREE, "picture-content"),
    "png als jpg": ("x.jpg", image("png"), "picture-kind"),
    "jpg als webp": ("x.webp", image(), "picture-kind"),
    "afgebroken jpg": ("x.jpg", image(size=(300, 300))[:-200], "picture-content"),
    "afgebroken png": ("x.png", image("png")[:-14], "picture-content"),
    "afgebroken webp": ("x.webp", image("webp", (300, 300))[:-40], "picture-content"),
    "html achter jpg": ("x.jpg", image() + HTML, "picture-more"),
    "html achter png": ("x.png", image("png") + HTML, "picture-more"),
    "html achter webp": ("x.webp", image("webp") + HTML, "picture-more"),
    "jpg achter jpg": ("x.jpg", image() + image(), "picture-more"),
    "mpo": ("x.jpg", image(), "picture-more"),
    "bewegend png": (
        "x.png", image("png", save_all=True, append_images=[Image.new("RGB", (60, 40))]), "picture-moving",
    ),
    "bewegend webp": (
        "x.webp", image("webp", save_all=True, append_images=[Image.new("RGB", (60, 40))]), "picture-moving",
    ),
    "plaats in exif": ("x.jpg", image(exif=gps()), "picture-tells"),
    "plaats in exif van png": ("x.png", image("png", exif=gps()), "picture-tells"),
    "plaats in exif van webp": ("x.webp", image("webp", exif=gps()), "picture-tells"),
    "plaats in xmp": ("x.jpg", image(xmp=XMP), "picture-tells"),
    "plaats in xmp van webp": ("x.webp", image("webp", xmp=XMP), "picture-tells"),
    "plaats in xmp van png": (
        "x.png",
        image("png", pnginfo=png_text("XML:com.adobe.xmp", XMP.decode(), packed=True)),
        "picture-tells",
    ),
    "plaats achteraan in png": (
        "x.png",
        image("png")[:-12] + chunk(b"tEXt", b"Comment\0GPS position 53 N") + chunk(b"IEND", b""),
        "picture-tells",
    ),
    "kapotte gegevens": ("x.jpg", image(exif=gps().tobytes()[:18]), "picture-content"),
    "te breed": ("x.png", image("png", (LONGEST_SIDE + 1, 10)), "picture-pixels"),
    "te veel pixels": ("x.png", png_of(4_000, 3_001), "picture-pixels"),
    "bom": ("x.png", png_of(10_000, 10_000), "picture-pixels"),
    "grote bom": ("x.png", png_of(2**31 - 1, 2**31 - 1), "picture-pixels"),
    "bom van webp": ("x.webp", webp_of(16_000, 16_000), ""),
    "niets in png": ("x.png", png_of(4_000, 3_000), "picture-content"),
    "te vaak": ("x.jpg", scans(2_000), "picture-content"),
    "te groot": ("x.jpg", image() + b"\0" * MOST_BYTES, "picture-size"),
    "lange teksten": (
        "x.png",
        image("png")[:-12] + chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(30_000_000))) + image("png")[-12:],
        "picture-content",
    ),
    "opvulling": ("x.jpg", image()[:-2] + b"\xff" * 400_000, "picture-content"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_honest_picture_is_refused_in_a_second(tmp_path: Path, case: str) -> None:
    name, content, code = REFUSED[case]
    if case == "mpo":
        stream = io.BytesIO()
        Image.new("RGB", (60, 40)).save(
            stream, "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))]
        )
        content = stream.getvalue()
    (tmp_path / name).write_bytes(content)
    start = time.process_time()
    picture, problems = read_picture(tmp_path / name, f"{FOLDER}/{name}")
    assert time.process_time() - start < 1
    assert picture is None
    (problem,) = problems
    assert (problem.path, problem.line, problem.column) == (f"{FOLDER}/{name}", 1, 1)
    assert problem.code == code or (not code and problem.code.startswith("picture-"))
    assert re.search(r"\. [A-Z][^.]+$", problem.message)


def test_a_huge_picture_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "x.jpg").open("wb") as file:
        file.write(image())
        file.truncate(20_000_000_000)
    _, (problem,) = read_picture(tmp_path / "x.jpg", "x.jpg")
    assert problem.code == "picture-size"


@pytest.mark.parametrize(
    "name", ["Foto.jpg", "een foto.jpg", "con.jpg", "a--b.png", "é.webp", "a" * 61 + ".jpg"]
)
def test_a_picture_has_a_name_that_can_stand_in_an_address(check: Check, put: Put, name: str) -> None:
    put(f"groningen/{name}", image(name.rpartition(".")[2]))
    codes = {(one.path, one.code) for one in check(VALID).problems}
    assert codes == {(f"{FOLDER}/{name}", "picture-unused")}
    _, (problem,) = read_picture(put(f"groningen/{name}", image(name.rpartition(".")[2])), name)
    assert problem.code == "picture-name"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("![](foto.jpg)", "image-text"),
        ("![    ](foto.jpg)", "image-text"),
        ("![zaal](foto.jpg)", "image-text"),
        ("![foto](foto.jpg)", "image-text"),
        ("![foto.jpg](foto.jpg)", "image-text"),
        ("![IMG_2041.JPG](foto.jpg)", "image-text"),
        ("![2041-12-1](foto.jpg)", "image-text"),
        ("![het-dorpshuis](het-dorpshuis.jpg)", "image-text"),
        (f'![{ALT}](foto.jpg "titel")', "image"),
        (f"![{ALT}](foto.jpg){{: width=1 }}", "image template"),
        (f"![{ALT}]( foto.jpg )", "image"),
        (f"![{ALT}](<foto.jpg>)", "html image"),
        (f"![{ALT}](https://tracker.example/p.gif)", "image"),
        (f"![{ALT}](//tracker.example/foto.jpg)", "image"),
        (f"![{ALT}](http://tracker.example/foto.jpg)", "image"),
        (f"![{ALT}](data:image/png;base64,AAAA)", "image"),
        (f"![{ALT}](javascript:alert(1))", "image"),
        (f"![{ALT}](../groningen/foto.jpg)", "image"),
        (f"![{ALT}](/foto.jpg)", "image"),
        (f"![{ALT}](map/foto.jpg)", "image"),
        (f"![{ALT}](foto.svg)", "image"),
        (f"![{ALT}](foto.JPG)", "image"),
        (f"![{ALT}](foto%2ejpg)", "image"),
        (f"![{ALT}](foto.jpg?x=1)", "image"),
        (f"![{ALT}](foto.jpg#x)", "image"),
        (f"![{ALT}][foto]", "image"),
        (f"![{ALT}]", "image"),
        (f"Kijk: ![{ALT}](foto.jpg)", "image"),
        (f"- ![{ALT}](foto.jpg)", "image"),
        (f"![{ALT}](foto.jpg) ![{ALT}](foto.jpg)", "image"),
        (f"[![{ALT}](foto.jpg)](https://a.nl)", "image"),
        (f"![een `{ALT}](foto.jpg)", "image"),
        (f"![{ALT}](er-is-niets.jpg)", "picture-missing"),
        (f"\n\n![{ALT}](foto.jpg)".join([""] * (MOST_PICTURES + 2)), "too-many"),
    ],
)  # fmt: skip
def test_a_picture_is_shown_in_one_form_only(check: Check, put: Put, line: str, code: str) -> None:
    put("groningen/foto.jpg", image())
    put("groningen/het-dorpshuis.jpg", image())
    found = check(showing(f"![{ALT}](foto.jpg)", line, f"![{ALT}](het-dorpshuis.jpg)")).problems
    assert {one.code for one in found} == set(code.split())
    assert {(one.path, one.field) for one in found} == {(f"{FOLDER}/voorzorggroepen.md", "tekst")}
    assert all(one.line >= 24 for one in found)


def test_a_missing_picture_is_missed_where_it_should_be_and_the_nearest_is_named(
    check: Check, put: Put
) -> None:
    put("groningen/de-zaal.jpg", image())
    put("twente/de-zaal.png", image("png"))
    problems = check(showing(f"![{ALT}](de-zaal.png)")).problems
    assert [(one.path, one.line, one.column, one.code) for one in problems] == [
        (f"{FOLDER}/de-zaal.jpg", 1, 1, "picture-unused"),
        (f"{FOLDER}/voorzorggroepen.md", 24, 32, "picture-missing"),
        ("practices/twente/de-zaal.png", 1, 1, "picture-unused"),
    ]
    assert "Bedoelde u 'de-zaal.jpg'?" in problems[1].message


def test_a_bad_picture_is_named_once_and_no_practice_that_shows_it_is_published(
    check: Check, put: Put
) -> None:
    put("groningen/foto.jpg", HTML)
    check(showing(f"![{ALT}](foto.jpg)"), "groningen/een.md")
    reading = check(showing(f"![{ALT}](foto.jpg)"), "groningen/twee.md")
    assert [(one.path, one.code) for one in reading.problems] == [(f"{FOLDER}/foto.jpg", "picture-content")]
    assert reading.library.practices == ()


def test_a_picture_is_checked_with_the_practice_and_by_itself(check: Check, put: Put, project: Path) -> None:
    bad, loose = put("groningen/foto.jpg", HTML), put("groningen/los.jpg", HTML)
    check(showing(f"![{ALT}](foto.jpg)"))
    practice = project / FOLDER / "voorzorggroepen.md"

    def said(*only: Path) -> list[tuple[str, str]]:
        return [
            (one.path[len(FOLDER) + 1 :], one.code) for one in libraries.read(project, TODAY, only).problems
        ]

    assert said(practice) == [("foto.jpg", "picture-content")]
    assert said(bad) == [("foto.jpg", "picture-content")]
    assert said(loose) == [("los.jpg", "picture-unused")]
    assert said(project / FOLDER) == [("foto.jpg", "picture-content"), ("los.jpg", "picture-unused")]


def test_nobody_calls_a_picture_unused_while_a_practice_cannot_be_read(check: Check, put: Put) -> None:
    put("groningen/foto.jpg", image())
    assert [one.code for one in check(showing(f"![{ALT}](foto.jpg)")[3:]).problems] == ["fence"]


GOOD = {suffix: image(suffix, (30, 20)) for suffix in ("jpg", "png", "webp")}


@settings(max_examples=600, deadline=1_000, suppress_health_check=list(HealthCheck))
@given(
    suffix=st.sampled_from(sorted(GOOD)),
    changes=st.lists(st.tuples(st.integers(0, 1_000), st.integers(0, 6), st.binary(max_size=6)), max_size=4),
    cut=st.integers(0, 1_200),
)
def test_nothing_makes_looking_at_a_picture_fail(
    tmp_path: Path, suffix: str, changes: list[tuple[int, int, bytes]], cut: int
) -> None:
    content = GOOD[suffix]
    for at, length, new in changes:
        at %= len(content)
        content = content[:at] + new + content[at + length :]
    (tmp_path / f"x.{suffix}").write_bytes(content[:cut] if cut < 300 else content)
    picture, problems = read_picture(tmp_path / f"x.{suffix}", f"x.{suffix}")
    assert bool(picture) != bool(problems)


def test_a_picture_says_how_large_it_is_and_waits_until_it_is_needed(check: Check, put: Put) -> None:
    put("groningen/foto.jpg", image())
    alt = 'De zaal & "de keuken" < 4 weken, *nieuw* _nu_'
    (practice,) = check(showing(f"![{alt}](foto.jpg)")).library.practices
    fragments = Fragments(ROOT, check(VALID, "groningen/ander.md").library, date(2026, 11, 22))
    html = html_of(practice, fragments, site_settings.read(ROOT))
    assert sanitised(html, {"foto.jpg"}).count("<img") == 1
    assert (
        '<img src="foto.jpg" alt="De zaal &amp; &quot;de keuken&quot; &lt; 4 weken, *nieuw* _nu_" width="60"'
        ' height="40" loading="lazy" decoding="async">' in sanitised(html, {"foto.jpg"})
    )


@pytest.mark.parametrize(
    "text", ["Zie `a\n{}\nb` hier", "| a | b |\n|---|---|\n{}\n| 1 | 2 |", "``a\n{}\n``"]
)
def test_a_picture_is_in_no_code_or_table(text: str) -> None:
    body = with_pictures(text.format("![Een zaal](foto.jpg)"), lambda name, alt: f'<img src="{name}">')
    html = sanitised(site_settings.read(ROOT).html(body), {"foto.jpg"})
    assert '<p><img src="foto.jpg"></p>' in html


@pytest.mark.parametrize(
    "address",
    ["//a.nl/foto.jpg", "https://a.nl/foto.jpg", "../foto.jpg", "data:image/png;base64,AAAA", "x.jpg", ""],
)
def test_no_other_picture_comes_through(address: str) -> None:
    html = f'<p><img src="{address}" srcset="{address}" onerror="alert(1)" style="x" alt="zaal"></p>'
    assert sanitised(html, {"foto.jpg"}) == '<p><img alt="zaal"></p>'


def test_the_search_and_the_open_data_know_the_words_and_not_the_file(check: Check, put: Put) -> None:
    put("groningen/geheimenaam.jpg", image())
    line = f"![{ALT}](geheimenaam.jpg)"
    library = check(showing(line)).library
    texts = " ".join(text for record in records(library, ()) for _, text in record.weighed)
    assert ALT in texts
    assert "geheimenaam" not in texts
    assert line in practice_json(library.practices[0])


def test_the_preview_of_a_contribution_carries_its_pictures(
    check: Check, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = image("png")
    put("groningen/foto.png", content)
    library = check(showing(f"![{ALT}](foto.png)")).library
    fragments = Fragments(ROOT, library, TODAY)

    def shown() -> str:
        return as_html(ROOT, fragments, site_settings.read(ROOT), {f"{FOLDER}/foto.png"}, ())

    data = f'src="data:image/png;base64,{base64.b64encode(content).decode()}"'
    assert "img-src data:" in shown()
    assert shown().count("<img") == shown().count(data) == 1
    monkeypatch.setattr("macros.preview.MOST_BYTES", 10)
    assert data not in shown()
    assert f'alt="{ALT}"' in shown()


@pytest.fixture
def built(copy: Path) -> Path:
    """The real project with a picture in two regions, and the site that comes of it."""
    for region, size in (("groningen", (60, 40)), ("west-brabant", (50, 70))):
        practice = next((copy / "practices" / region).glob("*.md"))
        practice.write_text(practice.read_text().rstrip() + f"\n\n![{ALT}](foto.jpg)\n")
        (practice.parent / "foto.jpg").write_bytes(image(size=size))
    done = run(copy, "build", "--site-dir", copy / "uit")
    assert done.returncode == 0, done.stderr
    return copy / "uit"


def test_each_practice_has_its_own_pictures_on_the_site(built: Path, copy: Path) -> None:
    for region, width in (("groningen", 60), ("west-brabant", 50)):
        practice = next((copy / "practices" / region).glob("*.md"))
        page = built / "praktijken" / practice.stem
        assert (page / "foto.jpg").read_bytes() == (practice.parent / "foto.jpg").read_bytes()
        (tag,) = re.findall("<img [^>]*>", (page / "index.html").read_text())
        assert tag.startswith(f'<img src="foto.jpg" alt="{ALT}" width="{width}"')
    assert len(list(built.glob("praktijken/**/*.jpg"))) == 2
