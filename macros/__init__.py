"""The macros that hand-written pages call. A page opts in with `render_macros: true`.

This file and `hooks.py` are the only ones that know MkDocs.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from . import message
from .forge import forge_of
from .form import mail_questions, rules
from .fragments import Fragments, plural
from .indexes import FACETS, group, matrix, newest, select
from .maturity import CRITERIA, Maturity
from .model import SECTIONS
from .options import options_of
from .reference import entries
from .residents import addresses, in_danger

Macro = TypeVar("Macro", bound=Callable[..., str])


def define_env(env: Any) -> None:
    """Called by mkdocs-macros at each build; `hooks.py` has put the fragments in `extra`.

    Every macro but `total` returns one block of HTML; `forge` and `editors` say where contributions go.
    `wanted` narrows what is shown, by any facet and in any combination: `regios="twente"`,
    `financiering=["wmo", "wlz"]` (see `indexes.FACETS`).
    """
    extra = env.conf["extra"]
    fragments: Fragments = extra["fragments"]
    library = fragments.library
    macro: Callable[[Macro], Macro] = env.macro
    forge = forge_of(env.conf["repo_url"], env.conf["edit_uri"], extra["forge"])
    editors = extra["editors"]
    site_url = env.conf["site_url"]
    env.variables.update({"forge": forge, "editors": editors})

    def render(name: str, **values: Any) -> str:
        return fragments.keep(fragments.render(name, env.page.url, **values))

    @macro
    def practice_list(by: str = "", level: int = 2, **wanted: Any) -> str:
        """Titles with summaries, in order of title; with `by`, under a heading per term."""
        practices = select(library, **wanted)
        groups = group(library, practices, by) if by else ()
        return render("list", practices=practices, groups=groups, by=by, level=level)

    @macro
    def practice_table(caption: str, **wanted: Any) -> str:
        """A row per practice: place, phase, who pays, how well described."""
        return render("table", practices=select(library, **wanted), caption=caption)

    @macro
    def practice_cards(level: int = 3, **wanted: Any) -> str:
        """A card per practice, in order of title."""
        return render("cards", practices=select(library, **wanted), level=level)

    @macro
    def home() -> str:
        """The first page: search, map, a door for each kind of visitor, themes, what is fresh."""
        regions = group(library, library.practices, "regios")
        return render(
            "home",
            counts={one.term.id: len(one.practices) for one in regions},
            themes=group(library, library.practices, "themas", empty=True),
            fresh=newest(library, 6),
        )

    @macro
    def maturity_rule() -> str:
        """The rule by which a description is a signal, described or elaborated."""
        return render("maturity_rule", stages=tuple(Maturity), criteria=CRITERIA)

    @macro
    def funding_table(caption: str) -> str:
        """Every funding route with who pays, its status and its number of practices."""
        groups = group(library, library.practices, "financiering", empty=True)
        return render("funding_table", groups=groups, caption=caption)

    @macro
    def term_counts(key: str, **wanted: Any) -> str:
        """Every term of a facet with its number of practices, zero included."""
        practices = select(library, **wanted)
        return render("counts", key=key, groups=group(library, practices, key, empty=True))

    @macro
    def term_matrix(rows: str, columns: str, caption: str) -> str:
        """Every term of one facet against every term of another."""
        return render("matrix", table=matrix(library, rows, columns), caption=caption)

    @macro
    def white_spots(key: str) -> str:
        """The terms of a facet that nobody has anything for yet."""
        groups = group(library, library.practices, key, empty=True)
        return render("white_spots", key=key, groups=[one for one in groups if not one.practices])

    @macro
    def region_map() -> str:
        """The regions as tiles; the same numbers stand in `term_counts("regios")`."""
        counts = {one.term.id: len(one.practices) for one in group(library, library.practices, "regios")}
        return render("map", counts=counts)

    @macro
    def barriers() -> str:
        """All barriers by the level at which they can be taken away."""
        found = [(b, practice) for practice in library.practices for b in practice.front.barriers or ()]
        return render("barriers", found=found)

    @macro
    def address_list() -> str:
        """The spoken addresses, each with what a practice gets for it."""
        written = {one.id: message.kit(site_url, one.id, one.question).written for one in addresses(library)}
        return render("address_list", written=written)

    @macro
    def total(**wanted: Any) -> str:
        """How many practices there are, in words: `29 praktijken`."""
        return plural(len(select(library, **wanted)), "praktijk", "praktijken")

    @macro
    def field_reference() -> str:
        """Every key of front matter: what it means and what it may hold."""
        return render("field_reference", entries=entries())

    @macro
    def picture(file: str, alt: str, width: int, height: int) -> str:
        """A picture from the page's own folder, loaded when it comes into view; its size in pixels."""
        return render("picture", file=file, alt=alt, width=width, height=height)

    @macro
    def practice_form() -> str:
        """The form that makes a practice's file; without scripts, the other ways to send one."""
        return render(
            "form",
            entries=entries(),
            options=lambda entry: options_of(entry, library),
            sections=SECTIONS,
            questions=mail_questions(),
            forge=forge,
            editors=editors,
            settings={"rules": rules(library), "forge": asdict(forge), "editors": editors},
        )

    @macro
    def search() -> str:
        """What the search on /zoeken/ fills; without scripts, every term with its number of practices."""
        facets = {facet: group(library, library.practices, key, empty=True)
                  for key, facet in FACETS.items() if facet.grouped_by}  # fmt: skip
        return render("search", facets=facets, danger=in_danger(library))
