"""What `mkdocs.yml` says that is not MkDocs' alone: addresses, and how Markdown becomes HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from .forge import Forge, forge_of

_ALWAYS = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs adds by itself."""


@dataclass(frozen=True)
class Settings:
    """The part of `mkdocs.yml` that more than MkDocs needs."""

    site_name: str
    site_url: str
    """Ends in a slash."""
    forge: Forge
    extensions: Mapping[str, Mapping[str, Any]]
    """Markdown extensions by name, with their settings."""

    def html(self, markdown: str) -> str:
        """HTML of Markdown as MkDocs makes it, but for links between pages, which stay as they are.

        Not sanitised.
        """
        return Markdown(extensions=list(self.extensions), extension_configs=self.extensions).convert(markdown)


def read(root: Path) -> Settings:
    """The settings of the project in `root`."""
    said = yaml.load((root / "mkdocs.yml").read_text("utf-8"), _Loader)  # noqa: S506 – a safe loader
    extensions: dict[str, Mapping[str, Any]] = {name: {} for name in _ALWAYS}
    for entry in said.get("markdown_extensions", ()):
        extensions |= {entry: {}} if isinstance(entry, str) else entry
    return Settings(
        said["site_name"],
        said["site_url"].rstrip("/") + "/",
        forge_of(said["repo_url"], said["edit_uri"], said["extra"]["forge"]),
        extensions,
    )


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' own tags (`!ENV`) as nothing."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
