"""The styles that a page carries itself, made small."""

import re


def compact(style: str) -> str:
    """A style sheet without comments and the space that only people need; it has no strings with those."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    style = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r":\s+", ":", style.strip()))
    return style.replace(";}", "}")
