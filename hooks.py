"""Hands the library to MkDocs: what happens at each event, in the order in which they come."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime

from macros import handwritten, settings
from macros.addresses import judge_host
from macros.characters import printable
from macros.files import generated_files
from macros.fragments import Fragments, digits
from macros.handwritten import Handwritten
from macros.inline import compact
from macros.library import read
from macros.page import GeneratedPages
from macros.pages import generated, sanitised_page
from macros.policy import SERVED, SITE, lean
from macros.resident_pages import tells_capitals_apart
from macros.residents import addresses, in_danger
from macros.search.files import search_files
from macros.search.records import Lesson
from macros.spoken import lexicon

log = get_plugin_logger("leernetwerk")


@event_priority(100)  # before mkdocs-macros, which gives the fragments to the macros
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything once. A problem, named with file and line, ends the build.

    `scripts/serve` shows problems on every page instead, so that a writer can go on.
    """
    root = Path(config.config_file_path).parent
    for problem in judge_host(root, config.site_url or "", lexicon.read()):
        if problem.severity == "error":
            raise PluginError(str(problem))
    reading = read(root, date.today())
    by_hand = handwritten.read(root, reading)
    problems = sorted((*reading.problems, *by_hand.problems))
    if problems:
        report = "\n".join(
            ["de praktijken of pagina's zijn niet in orde:", *map(printable, map(str, problems))]
        )
        if not config.extra["show_problems"]:
            raise PluginError(report)
        log.warning(report)
    fragments = Fragments(root, reading.library, get_build_datetime().date())
    config.extra["problems"] = problems
    config.extra["by_hand"] = by_hand
    config.extra["fragments"] = fragments
    config.extra["aliases"] = reading.addresses.aliases
    config.extra["settings"] = replace(settings.read(root), site_url=str(config.site_url))  # which is served
    config.extra["generated"] = generated(fragments, config.extra["settings"])
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is generated; leave out what of the theme we do not use, and what of `docs/` is not right."""
    by_hand: Handwritten = config.extra["by_hand"]
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri not in by_hand.pages:
            files.remove(file)
    for uri, picture in by_hand.pictures.items():
        files.append(File.generated(config, uri, content=picture.content))
    for page in _generated(config).values():
        # Nothing to read: MkDocs sees no text of a contributor.
        file = File.generated(config, page.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = f"../{page.edit_path}"
        files.append(file)
    site = Path(config.site_dir)
    site.mkdir(parents=True, exist_ok=True)
    root = Path(config.config_file_path).parent
    made = generated_files(
        config.extra["fragments"],
        config.extra["aliases"],
        root / "theme",
        config.extra["settings"],
        tells_capitals_apart(site),
    )
    for path, content in made:
        # Named as included, because MkDocs leaves out what begins with a dot.
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))
    for file in list(files):
        if file.src_uri.startswith(("assets/javascripts/", "print/")) or file.src_uri.endswith(".map"):
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Have the frames escape every value; give them what they call; add the search, also of pages by hand.

    Material's stylesheet has a version in its name.
    """
    (stylesheet,) = [file.url for file in files if file.src_uri.startswith("assets/stylesheets/main.")]
    fragments: Fragments = config.extra["fragments"]
    env.autoescape = True  # MkDocs leaves it off
    env.globals.update(material_stylesheet=stylesheet, addresses=addresses(fragments.library))
    env.globals["danger"] = in_danger(fragments.library)
    env.globals.update(site_policy=SERVED if config.extra["show_problems"] else SITE, lean_policy=lean)
    env.filters.update(compact=compact, digits=digits)
    lessons = [
        Lesson(page.url, str(page.title), page.meta["description"], page.content or "")
        for page in (file.page for file in files.documentation_pages())
        if page and page.file.src_uri.startswith("lessen/") and not page.is_index
    ]
    for path, content in search_files(fragments.library, lessons):
        files.append(File.generated(config, path, content=content))
    return env


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Hand over a page written by hand without its front matter: we have read that, MkDocs does not."""
    by_hand: Handwritten = config.extra["by_hand"]
    source = by_hand.pages.get(page.file.src_uri)
    return f"\n{source.body}" if source else None


@event_priority(100)  # before mkdocs-macros, which looks whether a page asks for macros
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Give a page its title, its description, and what else its frame asks for."""
    by_hand: Handwritten = config.extra["by_hand"]
    if written := by_hand.pages.get(page.file.src_uri):
        page.meta = written.meta
        page.title = page.meta["title"]
    elif source := _generated(config).get(page.file.src_uri):
        page.title = source.title
        page.meta = {
            "title": source.title,
            "description": source.description,
            "kind": source.kind,
            "template": source.template,
            "scripts": list(source.scripts),
            "styles": list(source.styles),
        }


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the text of a generated page in its frame, and what the macros made in a page written by hand."""
    if source := _generated(config).get(page.file.src_uri):
        return source.render(page.edit_url or "")
    fragments: Fragments = config.extra["fragments"]
    return fragments.restore(sanitised_page(html))


def _generated(config: MkDocsConfig) -> GeneratedPages:
    pages: GeneratedPages = config.extra["generated"]
    return pages
