"""The files that are made besides pages: open data, pictures, what leads to an address, sheets to print."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from .exports import practice_json, practices_json, titles_json
from .fragments import Fragments
from .kit import kit_files
from .resident_pages import alias_files
from .schema import PATH as SCHEMA_PATH
from .schema import practice_schema
from .security_txt import URL as SECURITY_TXT
from .security_txt import security_txt
from .settings import Settings
from .spoken.variants import Alias


def generated_files(
    fragments: Fragments, aliases: Iterable[Alias], theme: Path, settings: Settings, capitals: bool
) -> Iterator[tuple[str, str | bytes]]:
    """Path from the site's root and contents of each; `theme` is the folder with the site's templates.

    `capitals`: whether a capital makes another file where the site is built.
    """
    library, site_url = fragments.library, settings.site_url
    yield "data/praktijken.json", practices_json(library, site_url)
    yield "data/titels.json", titles_json(library)
    yield SCHEMA_PATH, practice_schema(library, site_url)
    for practice in library.practices:
        yield f"data/praktijken/{practice.slug}.json", practice_json(practice)
        for picture in practice.pictures:
            yield practice.url + picture.name, picture.content
    yield from alias_files(fragments, aliases, site_url, capitals)
    yield from kit_files(fragments, theme, site_url, settings.site_name)
    yield SECURITY_TXT, security_txt(settings)
