"""Where to tell us of a weakness: the file is there, right, and its end does not come unseen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from macros import settings
from macros.audit import Audit
from macros.library import Reading
from macros.security_txt import LONGEST, SOON, URL, remarks, security_txt
from macros.upkeep import as_markdown

from .conftest import ROOT, TODAY, VALID
from .test_commands import run

SETTINGS = settings.read(ROOT)


def ending_in(days: int) -> list[str]:
    until = replace(SETTINGS, security_until=TODAY + timedelta(days))
    return [str(one) for one in remarks(ROOT, until, TODAY)]


def test_the_site_has_the_file_with_every_line_that_the_standard_asks_for(site: Path) -> None:
    text = (site / URL).read_bytes().decode("ascii")
    assert text == security_txt(SETTINGS)
    lines = dict(line.split(": ", 1) for line in text.splitlines())
    assert lines["Contact"] == f"mailto:{SETTINGS.editors}"
    assert lines["Canonical"] == f"{SETTINGS.site_url}.well-known/security.txt"
    assert lines["Expires"] == f"{SETTINGS.security_until}T00:00:00Z"
    assert lines["Policy"].endswith("/SECURITY.md")
    assert (ROOT / "SECURITY.md").is_file()


def test_it_is_published_though_its_folder_begins_with_a_dot() -> None:
    assert "include-hidden-files: true" in (ROOT / ".github/workflows/publish.yml").read_text()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (LONGEST.days + 1, "meer dan een jaar"),
        (SOON.days, f"verloopt over {SOON.days} dagen"),
        (1, "verloopt over 1 dag."),
        (0, "is verlopen"),
        (-400, "is verlopen"),
    ],
)
def test_its_end_is_told_at_its_line(days: int, said: str) -> None:
    (remark,) = ending_in(days)
    lines = (ROOT / settings.PATH).read_text().splitlines()
    line = next(at for at, text in enumerate(lines, 1) if "security_until" in text)
    assert remark.startswith(f"mkdocs.yml:{line}:3: security_until: security.txt")
    assert said in remark


@pytest.mark.parametrize("days", [SOON.days + 1, LONGEST.days])
def test_an_end_that_is_neither_near_nor_far_needs_no_word(days: int) -> None:
    assert ending_in(days) == []


def test_the_check_says_it_and_goes_on(copy: Path) -> None:
    file = copy / settings.PATH
    file.write_text(file.read_text().replace(f"{SETTINGS.security_until}", "2026-01-01"))
    done = run(copy, "check")
    assert done.returncode == 0, done.stdout
    assert "security.txt is verlopen" in done.stderr


def test_the_weekly_report_says_it(check: Callable[..., Reading]) -> None:
    library = check(VALID).library
    ended = replace(SETTINGS, security_until=date(2026, 1, 1))
    today = date(2026, 11, 21)
    report = as_markdown(library, today, {}, [], Audit(), remarks(ROOT, ended, today))
    assert "security.txt is verlopen" in report
    assert "security.txt" not in as_markdown(library, today, {}, [], Audit(), remarks(ROOT, SETTINGS, today))
