"""What a page may do: its content security policy.

The policy stands in the page, so that it holds on any host. It is the third wall: what a contributor writes
is refused by the check, and dropped after rendering, before a browser ever has to stop it.
"""

import base64
import hashlib

SITE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""The policy of an ordinary page: only what this site serves, nothing inline, no text that becomes markup.
Pictures may stand in Material's stylesheet itself (`data:`)."""
SERVED = SITE.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
"""The same while writing: MkDocs then puts a script in each page, to load it again after a change."""


def lean(style: str = "", script: str = "") -> str:
    """The policy of a page that fetches nothing: at most the inline `style` and `script` that it carries."""
    rules = ["default-src 'none'", "img-src data:"]
    rules += [f"style-src {digest(style)}"] if style else []
    rules += [f"script-src {digest(script)}"] if script else []
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def digest(text: str) -> str:
    """What a policy calls the inline style or script that is exactly `text` (CSP Level 3, section 2.3.1)."""
    hashed = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(hashed).decode()}'"
