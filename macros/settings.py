"""What `mkdocs.yml` says that is not MkDocs' alone: addresses, and how Markdown becomes HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from markdown.blockprocessors import OListProcessor

from .forge import Forge, forge_of
from .problem import START, Mark

PATH = "mkdocs.yml"
"""The file, from the project's folder."""
_ALWAYS = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs adds by itself."""


@dataclass(frozen=True)
class Settings:
    """The part of `mkdocs.yml` that more than MkDocs needs."""

    site_name: str
    site_url: str
    """Ends in a slash."""
    forge: Forge
    editors: str
    """Mail address of the editors."""
    security_until: date
    """Day on which `security.txt` ends."""
    extensions: Mapping[str, Mapping[str, Any]]
    """Markdown extensions by name, with their settings."""
    nav: tuple[str, ...]
    """The pages that the navigation leads to, from `docs/`."""

    def html(self, markdown: str) -> str:
        """HTML of Markdown as MkDocs makes it, but for links between pages, which stay as they are.

        A list begins with the number that was typed, as in `2024. Dat jaar.` Not sanitised.
        """
        maker = Markdown(extensions=list(self.extensions), extension_configs=self.extensions)
        maker.parser.blockprocessors.register(_Numbered(maker.parser), "olist", 40)  # in the place of its own
        return maker.convert(markdown)


def read(root: Path) -> Settings:
    """The settings of the project in `root`."""
    said = yaml.load((root / PATH).read_text("utf-8"), _Loader)  # noqa: S506 – a safe loader
    extensions: dict[str, Mapping[str, Any]] = {name: {} for name in _ALWAYS}
    for entry in said.get("markdown_extensions", ()):
        extensions |= {entry: {}} if isinstance(entry, str) else entry
    return Settings(
        said["site_name"],
        said["site_url"].rstrip("/") + "/",
        forge_of(said["repo_url"], said["edit_uri"], said["extra"]["forge"]),
        said["extra"]["editors"],
        said["extra"]["security_until"],
        extensions,
        tuple(page for entry in said["nav"] for page in entry.values()),
    )


def mark_of(root: Path, key: str) -> Mark:
    """Where a setting stands in the file of the project in `root`; its start if it is not there."""
    for number, line in enumerate((root / PATH).read_text("utf-8").splitlines(), 1):
        if line.lstrip().startswith(f"{key}:"):
            return Mark(number, line.index(key) + 1)
    return START


class _Numbered(OListProcessor):
    """Lists that begin with the number that was typed."""

    LAZY_OL = False


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' own tags (`!ENV`) as nothing."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
