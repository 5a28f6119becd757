"""The MkDocs plugin: a thin shell over `compile_site`, event by event."""

import copy
import logging
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Final, Literal, cast

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from dateline.ground import publishing, writing
from dateline.ground.blocks import HtmlBlocks
from dateline.ground.dates import Day, days_in_words
from dateline.ground.languages import ENGLISH, Language
from dateline.ground.problems import CATALOGUE, Problem, Severity, has_errors
from dateline.pages.banners import banner, count, placeholder, with_banner
from dateline.pages.rendering.bare_attributes import BareAttributes
from dateline.pages.rendering.pages import Page
from dateline.pages.rendering.translating import speaking
from dateline.pages.wording import scripts
from dateline.pages.wording.sections import CHANGES, FIXED_PAGES, SECTIONS
from dateline.records.loading.masthead_alone import masthead_of
from dateline.site import surroundings
from dateline.site.compiling import CompiledSite, compile_site
from dateline.site.configuration import DatelineConfig, fault_of_form, nav_with, refuse_place, settings_of
from dateline.site.dressing import dress, other_title
from dateline.site.frame_parts import FrameParts, frame_parts
from dateline.site.frames import lean, tabs_suffice, unasked
from dateline.site.page_files import PageFile, Sources
from dateline.site.recipe import Collected, Pieces
from dateline.site.settings import Settings
from dateline.site.speed import FragmentWatch, Speed, keep_fragments, speed_of
from dateline.site.stopping import RecordsError, in_words, refuse

TELLING: Final = frozenset({"index.md", CHANGES.path})
"""The pages that tell when the records last changed, and the commit: what every page told would reach every page."""
_LOG: Final = get_plugin_logger("dateline")
_LEVELS: Final = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}
_NOTES: Final = logging.getLogger("dateline")
"""For what is no failure even in a strict build: MkDocs counts the warnings of its own loggers only."""


class DatelinePlugin(BasePlugin[DatelineConfig]):
    """Hands the pages of a chronology to MkDocs."""

    def __init__(self) -> None:
        self.site = CompiledSite((), ())
        self.last_good: tuple[Page, ...] = ()
        self.serving = False
        self.compile: Callable[[Settings], CompiledSite] = compiled
        """Compiles the site and tells its problems."""
        self.site_dir: Path | None = None
        """Where whoever asked for the build looks for the site, if that matters."""
        self.sources = Sources()
        self.before: writing.Marks = {}
        """What stood in the site's folder before the build."""
        self.search: Mapping[str, bytes] = {}
        self.indexed: tuple[tuple[Collected, Pieces], ...] | None = None
        """What `search` was made from."""
        self.commit = ""
        """The commit that the site is built from, as `extra.commit` tells it."""
        self.watch = FragmentWatch()
        self.parts = FrameParts((), {})
        """What the frame of every page says, as files."""
        self.is_plain = False
        """Whether pages are made without anything that is there for speed only."""
        self._noted: set[str] = set()
        """What a user was told, which need not be told again in a preview."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs's names
        """Learn whether a broken record stops the build or is shown in the preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse what Dateline's links cannot do without, and watch the records and templates."""
        settings = settings_of(config)
        head = masthead_of(settings.content)
        dress(config, head, settings.forge)
        refuse(surroundings.unfit(config))
        self._note(other_title(config, head))
        refuse_place(config, settings)
        self._note(fault_of_form(config))
        for folder in (settings.content, settings.templates):
            if str(folder) not in config.watch:
                config.watch.append(str(folder))
        self.commit = str(config.extra.pop("commit", self.commit) or "")
        # MkDocs types its names; Markdown takes instances too.
        extensions = cast("list[object]", config.markdown_extensions)
        if self.speed.blocks:
            extensions.append(HtmlBlocks())
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Compile before MkDocs empties the site's folder, so that a failure leaves the last good site."""
        refuse(surroundings.unfit(config))  # once more: other plugins have had their say
        self._refuse_elsewhere(config)
        self.before = {} if self.serving else writing.marks(Path(config.site_dir))
        self.site = self.compile(settings_of(config).remembering(1))
        if has_errors(self.site.problems):
            if not self.serving:
                raise RecordsError(f"Dateline found {count(self.site.problems)}; the site was not built.")
            return
        paths = (page.path for page in self.site.pages if page.path.endswith(".md"))
        left_out = (surroundings.excluded(path, config, is_preview=self.serving) for path in paths)
        refuse(next(filter(None, left_out), ""))
        self.last_good = self.site.pages
        self._index()

    def show(self, pages: Iterable[Page], updated: Day | None, language: Language = ENGLISH) -> None:
        """Hand over just these pages, which somebody else has compiled and will build one by one."""
        self.site = CompiledSite(tuple(pages), (), updated, language=language)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the chronology's pages in the place of the hand-written ones that they were made from."""
        for file in list(files):
            if file.src_dir is not None and Path(file.src_dir) == Path(config.docs_dir):
                files.remove(file)
        for file in list(unasked(files, config)):
            files.remove(file)
        pages = _shown_pages(self.site, self.last_good)
        self.parts = frame_parts(config)
        worded = [*self._worded(files), *self.parts.files]
        self.sources.begin(settings_of(config).root, (*pages, *worded))
        for page in (*pages, *worded):
            files.append(PageFile.of(page, config, self.sources))
        _extend_navigation(config, pages)
        return files

    def _worded(self, files: Files) -> list[Page]:
        """Take out the scripts, and return them with their words in the language of the site."""
        worded: list[Page] = []
        for path in scripts.SCRIPTS:
            file = files.get_file_from_path(path)
            if file is not None:
                files.remove(file)
                worded.append(Page(path, scripts.filled(file.content_string, path, self.site.language)))
        return worded

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs's names
        """Learn which pages the navigation lists, after whoever replaces it, and note sections that it lacks."""
        self.watch = FragmentWatch(frozenset(page.file.src_uri for page in nav.pages))
        config.extra["dateline_tabs_suffice"] = tabs_suffice(nav, config)
        lacking = surroundings.lacking(nav, config)
        self._note(lacking)
        self._note(self.speed.note)
        return nav

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the theme's fragments, unless another plugin or a hook may have them differ; refuse moved pages."""
        if unfound := surroundings.unfound(files, config):
            _LOG.warning("%s", unfound)
        paths = (page.path for page in _shown_pages(self.site, self.last_good) if page.path.endswith(".md"))
        refuse(surroundings.moved(paths, files, config, is_preview=self.serving))
        env.globals["sections"] = SECTIONS
        env.add_extension(BareAttributes)
        speaking(env, self.site.language)
        if self.site.language.texts:  # the theme's own words, and the way that the page runs
            config.theme["language"] = _known_to_theme(env, self.site.language.code) or config.theme["language"]
        if self.speed.fragments and is_alone(config):
            keep_fragments(env, self.watch)
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs's name
        nav: Navigation,  # noqa: ARG002 - MkDocs's name
    ) -> TemplateContext:
        """Tell the pages about changes when the records last changed, and the commit; all others stay as they are."""
        self.watch.begin(page)
        if page.file.src_uri in TELLING and self.site.pages and (changed := self.site.updated):
            told = {
                "records_changed": changed,
                "records_changed_in_words": days_in_words(changed, changed, self.site.language),
            }
            cast("MutableMapping[str, object]", context).update(told, built_from=self.commit)  # the theme's own names
        return context

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs's names
        """Date the page by the records, so that the sitemap does not tell when the site was built."""
        page.update_date = update_date(self.site.updated)
        return markdown

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs's names
        """Leave out the white space of the theme's templates, and what stands in files of the frame."""
        base, parts = get_relative_url(".", page.url), self.parts.of(output)
        return lean(output, page.content, lambda frame: parts.shortened(frame, base))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the search, and record which files the build wrote, so that a later one may remove them."""
        for path, content in self.search.items():
            target = Path(config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        if not self.serving:
            publishing.claim(Path(config.site_dir), self.before)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Have a later build that fails told in a sentence, as the first one is."""
        root = Path(config.config_file_path).parent.resolve()

        def build(*arguments: object) -> None:
            with in_words(root):
                builder(*arguments)

        server.builder = build
        return server

    @property
    def speed(self) -> Speed:
        """The tricks by which pages are made faster."""
        return speed_of(plain=self.is_plain)

    def _note(self, text: str) -> None:
        """Tell a user something, once."""
        if text and text not in self._noted:
            self._noted.add(text)
            _NOTES.warning("dateline: %s.", text)

    def _refuse_elsewhere(self, config: MkDocsConfig) -> None:
        """Stop where another plugin has sent the site to another folder, as if this one were to be empty."""
        if self.site_dir is not None and Path(config.site_dir).resolve() != self.site_dir.resolve():
            by = " and ".join(surroundings.others(config))
            refuse(
                f"{by} changed site_dir to {config.site_dir}: name the folder in mkdocs.yml or with --site-dir instead"
            )

    def _index(self) -> None:
        """Index what the search finds, unless it is the same as before."""
        if self.indexed == self.site.search:
            return
        made = [whole.make(pieces) for whole, pieces in self.site.search]
        self.search = {page.path: page.as_bytes() for one in made for page in one.files}
        self.indexed = self.site.search


def _known_to_theme(env: Environment, code: str) -> str:
    """Return what the theme calls a language; empty where it does not speak it."""
    primary = code.split("-", maxsplit=1)[0].lower()
    loader = env.loader
    try:
        known = loader is not None and loader.get_source(env, f"partials/languages/{primary}.html")
    except TemplateNotFound:
        return ""
    return primary if known else ""


def is_alone(config: MkDocsConfig) -> bool:
    """Return whether no other plugin and no hook has a say in what a page looks like."""
    return not config.hooks and all(type(plugin) is DatelinePlugin for plugin in config.plugins.values())


def compiled(settings: Settings) -> CompiledSite:
    """Compile the site, and log its problems as MkDocs's own are."""
    site = compile_site(settings)
    for problem in site.problems:
        if CATALOGUE[problem.code].is_advice:
            _NOTES.log(_level(problem), "dateline: %s", problem)
        else:
            _LOG.log(_level(problem), "%s", problem)
    return site


def _level(problem: Problem) -> int:
    return _LEVELS[problem.severity]


def _extend_navigation(config: MkDocsConfig, pages: Iterable[Page]) -> None:
    if config.nav is not None:
        config.nav = nav_with(copy.deepcopy(config.nav), [page.path for page in pages])


def _shown_pages(site: CompiledSite, last_good: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages, or in a preview with a broken record the last good ones with the problems on top."""
    if not has_errors(site.problems):
        return site.pages
    on_top = banner(site.problems, language=site.language)
    return tuple(with_banner(page, on_top) for page in last_good or map(placeholder, sorted(FIXED_PAGES)))


def update_date(day: Day | None) -> str:
    """Return a page's day of change as MkDocs wants it; no page of the theme shows it.

    MkDocs needs one for the time stamp of the compressed sitemap; the epoch stands for none there (RFC 1952).
    """
    return (day or Day(1970, 1, 1)).isoformat()
