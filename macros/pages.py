"""The pages that are made from the library: of practices, of vocabulary terms, for residents."""

import re
from collections.abc import Collection, Iterator

import nh3
from markupsafe import Markup

from .body import SITE_LINK, WEB_LINK, with_pictures
from .fragments import Fragments
from .indexes import FACETS, Facet, Group, adopted, group
from .kit import kit_pages
from .library import Practice
from .page import GeneratedPage, GeneratedPages
from .resident_pages import resident_pages
from .settings import Settings

TAGS = {
    "a", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6",
    "hr", "img", "li", "ol", "p", "pre", "span", "strong", "sub", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
"""What Markdown makes of a practice's text; anything else is dropped after rendering."""
PICTURE_ATTRIBUTES = {"src", "alt", "width", "height", "loading", "decoding"}


def generated(fragments: Fragments, settings: Settings) -> GeneratedPages:
    """Every page that the library calls for."""
    pages = (*_pages(fragments, settings), *kit_pages(fragments, settings.site_url, settings.site_name))
    return GeneratedPages((page.uri, page) for page in pages)


def _pages(fragments: Fragments, settings: Settings) -> Iterator[GeneratedPage]:
    library = fragments.library
    for practice in library.practices:
        yield practice_page(practice, fragments, settings)
    for key, facet in FACETS.items():
        if facet.grouped_by:
            for one in group(library, library.practices, key, empty=True):
                yield _term_page(one, facet, fragments)
    yield from resident_pages(fragments)


def html_of(practice: Practice, fragments: Fragments, settings: Settings) -> str:
    """The text of a practice as HTML, not sanitised. Made here, so that MkDocs sees nothing of it.

    A link that MkDocs cannot make sense of would end the building of the whole site. In the Markdown the
    pictures are HTML already, as it has no place for their sizes.
    """
    pictures = {picture.name: picture for picture in practice.pictures}

    def shown(name: str, alt: str) -> str:
        return str(fragments.render("shown", practice.url, picture=pictures[name], alt=alt))

    return settings.html(with_pictures(practice.body, shown))


def sanitised(html: str, pictures: Collection[str] = ()) -> str:
    """HTML of a contributor's Markdown, without anything that could act, load or look like the site.

    Links lose any address but those that a practice may have, whatever Markdown made of what was checked;
    those to files lead to pages, as seen from a practice's. Ids survive on second-level headings alone, whose
    texts come from a fixed list. Pictures lose their address unless it is one of `pictures`.
    """

    def kept(_tag: str, attribute: str, value: str) -> str | None:
        if attribute == "src":
            return value if value in pictures else None
        if attribute == "href":
            if re.fullmatch(SITE_LINK, value):
                return f"../{value.removesuffix('.md')}/"
            return value if re.fullmatch(WEB_LINK, value) else None
        return value

    return nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href", "title"}, "h2": {"id"}, "img": PICTURE_ATTRIBUTES, "ol": {"start"}},
        attribute_filter=kept,
        url_schemes={"https", "mailto", "tel"},
        link_rel="noopener",
        set_tag_attribute_values={"pre": {"tabindex": "0"}},
    )


def sanitised_page(html: str) -> str:
    """HTML of a page written by hand, in which the macros' pieces are still stand-ins (see `Fragments.keep`).

    It keeps what such a page may have and a practice may not: pictures beside it, classes of paragraphs and
    buttons, and a name for each heading.
    """
    return nh3.clean(
        html,
        tags=TAGS | {"h1"},
        attributes={
            "a": {"class", "href", "title"},
            "div": {"data-fragment"},
            "img": PICTURE_ATTRIBUTES,
            "p": {"class"},
            **{f"h{level}": {"id"} for level in range(1, 7)},
        },
        attribute_filter=lambda _tag, attribute, value: (
            None if attribute in ("href", "src") and _leads_away(value) else value
        ),
        url_schemes={"https", "mailto", "tel"},
        link_rel=None,
    )


def _leads_away(address: str) -> bool:
    """Whether a browser takes an address to another host though it does not say so."""
    return address.lstrip().startswith(("//", "/\\", "\\"))


def practice_page(practice: Practice, fragments: Fragments, settings: Settings) -> GeneratedPage:
    """The page of a practice; its text becomes HTML when the page is asked for."""
    names = frozenset(picture.name for picture in practice.pictures)
    return GeneratedPage(
        uri=f"praktijken/{practice.slug}.md",
        title=practice.front.title,
        description=practice.front.summary,
        render=lambda edit_url: fragments.render(
            "practice",
            practice.url,
            practice=practice,
            body=Markup(sanitised(html_of(practice, fragments, settings), names)),  # noqa: S704 – sanitised
            edit_url=edit_url,
        ),
        edit_path=practice.path,
        kind="practice",
    )


def _term_page(of: Group, facet: Facet, fragments: Fragments) -> GeneratedPage:
    key, term = facet.key, of.term
    return GeneratedPage(
        uri=f"{key}/{term.id}.md",
        title=f"{term.label} – {facet.label}",
        description=term.description,
        render=lambda _edit_url: fragments.render(
            "term",
            f"{key}/{term.id}/",
            facet=facet,
            term=term,
            practices=of.practices,
            groups=group(fragments.library, of.practices, facet.grouped_by),
            by=FACETS[facet.grouped_by].label,
            adopted=adopted(fragments.library, term.id) if key == "regios" else (),
        ),
        edit_path=f"practices/_vocabulary/{key}.yml",
        kind="term",
    )
