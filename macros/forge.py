"""The forge where the files live, and the addresses at which a visitor can change them there."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True)
class Forge:
    """Where contributions arrive. Addresses hold `{folder}`, `{name}`, `{text}` or `{path}`, to fill in."""

    label: str
    """Its name as people know it."""
    repository: str
    """Address of the repository, without a slash at its end."""
    new: str
    """Opens a new file with its name filled in."""
    new_with_text: str
    """The same with its text; empty where the forge cannot."""
    edit: str
    """Opens an existing file for editing."""
    file: str
    """Shows a file."""
    issue: str
    """Starts a question or report."""
    uploads: str
    """What a contributor without rights presses there, in the forge's own words."""

    def at(self, address: str, **filled: str) -> str:
        """One of the addresses above, filled in."""
        return address.format(**{key: quote(value, safe="/") for key, value in filled.items()})


def forge_of(repository: str, edit_uri: str, kind: str = "") -> Forge:
    """The forge of a repository's address, told by its host; `kind` says so where the host does not.

    `kind` is `github`, `gitlab` or `forgejo` (which is also Gitea). `edit_uri` is MkDocs' setting, whose
    branch we take (`edit/main/docs/`).
    """
    base = repository.rstrip("/")
    host = urlsplit(base).hostname or ""
    branch = re.sub(r"^.*?edit/|/.*$", "", edit_uri.strip("/")) or "main"
    kind = kind or next((name for name in ("github", "gitlab") if name in host), "forgejo")
    if kind == "github":
        new = f"{base}/new/{branch}/{{folder}}?filename={{name}}"
        return Forge(
            "GitHub", base, new, new + "&value={text}", f"{base}/edit/{branch}/{{path}}",
            f"{base}/blob/{branch}/{{path}}", f"{base}/issues/new/choose", "Propose changes",
        )  # fmt: skip
    if kind == "gitlab":
        return Forge(
            "GitLab", base, f"{base}/-/new/{branch}/{{folder}}?file_name={{name}}", "",
            f"{base}/-/edit/{branch}/{{path}}", f"{base}/-/blob/{branch}/{{path}}", f"{base}/-/issues/new",
            "Commit changes",
        )  # fmt: skip
    new = f"{base}/_new/{branch}/{{folder}}?filename={{name}}"
    return Forge(
        "Forgejo", base, new, new + "&value={text}", f"{base}/_edit/{branch}/{{path}}",
        f"{base}/src/branch/{branch}/{{path}}", f"{base}/issues/new", "Propose file change",
    )  # fmt: skip
