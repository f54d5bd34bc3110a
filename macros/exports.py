"""The open data: every practice as it stands in front matter."""

import json
from typing import Any

from .library import Library, Practice


def record(practice: Practice, site_url: str) -> dict[str, Any]:
    """The front matter with its own keys, plus `slug` and the absolute `url`; no empty keys."""
    fields = practice.front.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return {"slug": practice.slug, "url": site_url + practice.url, **fields}


def practice_json(practice: Practice) -> str:
    """`/data/praktijken/<slug>.json`: where its file is, its front matter by key, its Markdown by heading."""
    return json.dumps(
        {
            "path": practice.path,
            "front": practice.front.model_dump(mode="json", by_alias=True, exclude_unset=True),
            "sections": {section.heading: section.text for section in practice.sections},
        },
        ensure_ascii=False,
    )


def titles_json(library: Library) -> str:
    """`/data/titels.json`: the title of every practice by slug, in order of title."""
    return json.dumps({one.slug: one.front.title for one in library.practices}, ensure_ascii=False, indent=0)


def practices_json(library: Library, site_url: str) -> str:
    """`/data/praktijken.json`: a list of all practices, one a line, in order of slug.

    `site_url` ends in a slash.
    """
    ordered = sorted(library.practices, key=lambda practice: practice.slug)
    records = (json.dumps(record(one, site_url), ensure_ascii=False) for one in ordered)
    return "[\n" + ",\n".join(records) + "\n]\n"
