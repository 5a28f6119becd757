"""The MkDocs plugin: a thin shell over `compile_site`, and the only module that imports MkDocs."""

import copy
import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, cast

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import Config, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator import placing, publishing, writing
from generator.banners import FIXED_PAGES, banner, count, placeholder, with_banner
from generator.blocks import HtmlBlocks
from generator.compiling import Settings, Site, as_bytes, compile_site
from generator.dates import days_in_words
from generator.fragments import Watch, keep_fragments
from generator.gathering import Pieces, Whole
from generator.problems import Problem, Severity, has_errors
from generator.rendering.pages import Page

__all__ = [
    "TELLING",
    "Abort",
    "ConfigurationError",
    "DatelineConfig",
    "DatelinePlugin",
    "build_site",
    "place_of_site",
    "read_settings",
    "serve_site",
    "settings_of",
]

TELLING: Final = frozenset({"index.md", "changes/index.md"})
"""The pages that tell when the records last changed, and the commit: what every page told would reach every page."""
_LOG: Final = get_plugin_logger("dateline")
_NOTES: Final = logging.getLogger("dateline")
"""For what is no failure even in a strict build: MkDocs counts the warnings of its own loggers only."""


class DatelineConfig(Config):
    """The plugin's options in mkdocs.yml, relative to its folder."""

    content = option.Type(str, default="content")
    templates = option.Optional(option.Type(str))


class DatelinePlugin(BasePlugin[DatelineConfig]):
    """Hands the pages of a chronology to MkDocs."""

    def __init__(self) -> None:
        self.site = Site((), ())
        self.last_good: tuple[Page, ...] = ()
        self.serving = False
        self.compiled: Site | None = None
        """A site compiled beforehand, which spares compiling it again."""
        self.before: writing.Marks = {}
        """What stood in the site's folder before the build."""
        self.search: Mapping[str, bytes] = {}
        self.indexed: tuple[tuple[Whole, Pieces], ...] | None = None
        """What `search` was made from."""
        self.commit = ""
        """The commit that the site is built from, as `extra.commit` tells it."""
        self.watch = Watch()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs's names
        """Learn whether a broken record stops the build or is shown in the preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse what Dateline's links cannot do without, and watch the records and templates."""
        if not config.use_directory_urls:
            raise PluginError("dateline: its addresses need use_directory_urls: true")
        settings = settings_of(config)
        _refuse_place(config, settings)
        for folder in (settings.content, settings.templates):
            if str(folder) not in config.watch:
                config.watch.append(str(folder))
        self.commit = str(config.extra.pop("commit", self.commit) or "")
        extensions: list[Any] = config.markdown_extensions  # MkDocs types its names; Markdown takes instances too
        extensions.append(HtmlBlocks())
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Compile before MkDocs empties the site's folder, so that a failure leaves the last good site."""
        self.before = {} if self.serving else writing.marks(Path(config.site_dir))
        self.site = self.compiled or compile_site(settings_of(config).remembering(1))
        # Whoever compiled the site beforehand has told its problems.
        for problem in () if self.compiled else self.site.problems:
            _LOG.log(_level(problem), "%s", problem)
        if has_errors(self.site.problems):
            if not self.serving:
                raise Abort(f"Dateline found {count(self.site.problems)}; the site was not built.")
        else:
            self.last_good = self.site.pages
            self._index()

    def show(self, pages: Iterable[Page], updated: date) -> None:
        """Hand over just these pages, which somebody else has compiled and will build one by one."""
        self.site = Site(tuple(pages), (), updated)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the chronology's pages in the place of the hand-written ones that they were made from."""
        for file in list(files):
            if file.src_dir is not None and Path(file.src_dir) == Path(config.docs_dir):
                files.remove(file)
        pages = _shown_pages(self.site, self.last_good)
        for page in pages:
            files.append(_as_file(page, config))
        _extend_navigation(config, pages)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs's names
        """Learn which pages the navigation lists."""
        self.watch = Watch(frozenset(page.file.src_uri for page in nav.pages))
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs's names
        """Keep the theme's fragments, unless another plugin or a hook may have them differ."""
        if is_alone(config):
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
        if page.file.src_uri in TELLING and self.site.pages:
            changed = self.site.updated
            told = {"records_changed": changed, "records_changed_in_words": days_in_words(changed, changed)}
            cast("dict[str, Any]", context).update(told, built_from=self.commit)  # the theme's own names
        return context

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs's names
        """Date the page by the records, so that the sitemap does not tell when the site was built."""
        page.update_date = self.site.updated.isoformat()
        return markdown

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the search, and record which files the build wrote, so that a later one may remove them."""
        for path, content in self.search.items():
            target = Path(config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        if not self.serving:
            publishing.claim(Path(config.site_dir), self.before)

    def _index(self) -> None:
        """Index what the search finds, unless it is the same as before; without Pagefind, say so and go on."""
        if self.indexed == self.site.search:
            return
        made = [whole.make(pieces) for whole, pieces in self.site.search]
        self.search = {page.path: as_bytes(page.content) for one in made for page in one.files}
        self.indexed = self.site.search
        for note in dict.fromkeys(one.note for one in made if one.note):
            _NOTES.warning("dateline: %s.", note)


def is_alone(config: MkDocsConfig) -> bool:
    """Return whether no other plugin and no hook has a say in what a page looks like."""
    return not config.hooks and all(type(plugin) is DatelinePlugin for plugin in config.plugins.values())


def settings_of(config: MkDocsConfig) -> Settings:
    """Return Dateline's settings as mkdocs.yml gives them."""
    root = Path(config.config_file_path).parent.resolve()
    plugin = config.plugins.get("dateline")
    options: Any = plugin.config if plugin is not None else DatelineConfig()
    templates = root / options.templates if options.templates else None
    found = Settings.of(root, root / (options.content or "content"), templates)
    repository = config.repo_url.rstrip("/") if config.repo_url else None
    return Settings(
        root=found.root,
        content=found.content,
        templates=found.templates,
        edit_base=_edit_base(config, repository),
        contest_base=f"{repository}/issues/new" if repository else None,
        repository=repository,
        site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else None,
    )


def place_of_site(config_file: Path, site_dir: Path | None) -> tuple[Path, str]:
    """Return where the site goes: `site_dir`, or else where mkdocs.yml has it go; and why it cannot, if so."""
    config = load_config(str(config_file))
    target = Path(site_dir or config.site_dir).resolve()
    return target, placing.fault_of(target, settings_of(config), _folders_of(config))


def _folders_of(config: MkDocsConfig) -> dict[str, Path]:
    """Return the folders that mkdocs.yml names, and that are no part of a package, with what they are."""
    themes = (Path(folder) for folder in config.theme.dirs if "site-packages" not in Path(folder).parts)
    return {"docs_dir": Path(config.docs_dir), **{f"the theme's folder {folder.name}": folder for folder in themes}}


def _refuse_place(config: MkDocsConfig, settings: Settings) -> None:
    """Refuse a folder for the site that it is made from, and what in a theme's folders is no file."""
    folders = _folders_of(config)
    themes = [folder for name, folder in folders.items() if name != "docs_dir"]
    fault = placing.fault_of(Path(config.site_dir), settings, folders) or placing.odd_assets(themes)
    if fault:
        raise PluginError(f"dateline: {fault}")


def read_settings(config_file: Path) -> Settings:
    """Return Dateline's settings from a mkdocs.yml file."""
    return settings_of(load_config(str(config_file)))


def build_site(config_file: Path, site: Site, site_dir: Path, *, strict: bool, on_page: Callable[[], None]) -> None:
    """Build `site` into `site_dir`, calling `on_page` twice for each page; raises Abort on failure."""
    config = load_config(str(config_file), site_dir=str(site_dir), strict=strict)
    plugin = config.plugins.get("dateline")
    if not isinstance(plugin, DatelinePlugin):
        raise Abort(f"{config_file} does not list the plugin dateline")
    plugin.compiled = site
    for event in ("page_content", "post_page"):
        config.plugins.events[event].append(_counter(on_page))
    try:
        mkdocs_build.build(config)
    except Abort:
        raise
    except Exception as error:  # of a template of the theme, an extension, another plugin
        raise Abort(f"{type(error).__name__}: {error}") from error


def serve_site(config_file: Path, address: str | None) -> None:
    """Serve a live preview until interrupted."""
    options: dict[str, Any] = {"dev_addr": address} if address else {}
    mkdocs_serve.serve(str(config_file), livereload=True, **options)


def _counter(on_page: Callable[[], None]) -> Callable[..., None]:
    def count(_: str, **__: Any) -> None:
        on_page()

    return count


def _edit_base(config: MkDocsConfig, repository: str | None) -> str | None:
    if config.edit_uri is None or config.edit_uri_template or repository is None:
        return None
    if config.edit_uri.startswith(("http://", "https://")):
        return config.edit_uri
    return f"{repository}/{config.edit_uri.strip('/')}/"


def _level(problem: Problem) -> int:
    return logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING


def _as_file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(config, page.path, content=page.content)
    file.edit_uri = page.edit_path
    return file


def _extend_navigation(config: MkDocsConfig, pages: Iterable[Page]) -> None:
    """List hand-written pages that mkdocs.yml's explicit navigation does not name, at its end."""
    if config.nav is None:
        return
    known = _paths_in(config.nav)
    extra = [page.path for page in pages if "/" not in page.path and page.path.endswith(".md")]
    config.nav = copy.deepcopy(config.nav) + [path for path in extra if path not in known | FIXED_PAGES]


def _paths_in(nav: Any) -> set[str]:
    if isinstance(nav, str):
        return {nav}
    entries = nav.values() if isinstance(nav, dict) else nav
    return {path for entry in entries for path in _paths_in(entry)}


def _shown_pages(site: Site, last_good: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages, or in a preview with a broken record the last good ones with the problems on top."""
    if not has_errors(site.problems):
        return site.pages
    on_top = banner(site.problems)
    return tuple(with_banner(page, on_top) for page in last_good or map(placeholder, sorted(FIXED_PAGES)))
