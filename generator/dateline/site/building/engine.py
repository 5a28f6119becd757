"""MkDocs, one page at a time: the same HTML as `mkdocs build` gives, without holding every page at once.

MkDocs 1.6 reads all pages and then writes all.  Dateline's pages need each other only for
the navigation, whose few pages are known beforehand; so each page is read and written by
itself, in any process and any order.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkDocsPage

from dateline.ground import caching
from dateline.ground.caching.digests import FileDigests
from dateline.ground.dates import Day
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.rendering.pages import Page
from dateline.site import failures, surroundings
from dateline.site.building import inputs
from dateline.site.configuration import paths_in, read_config
from dateline.site.plugin import TELLING, DatelinePlugin, update_date
from dateline.site.speed import list_by_folder

_DEEPEST: Final = 12
_PACKAGES: Final = ("mkdocs", "material")


class EngineError(Exception):
    """MkDocs, its theme or an extension could not build a page."""


class Engine:
    """MkDocs with one configuration, ready to build pages into `site_dir`."""

    def __init__(
        self,
        config_file: Path,
        site_dir: Path,
        *,
        strict: bool,
        command: Literal["build", "serve"] = "build",
        **options: str,
    ) -> None:
        """Read the configuration; what `options` has stands in the place of what mkdocs.yml says."""
        self.config: MkDocsConfig = read_config(config_file, site_dir=str(site_dir), strict=strict, **options)
        self._root = config_file.parent.resolve()
        if "dateline" not in self.config.plugins:
            raise EngineError(f"{config_file.name} does not list the plugin dateline")
        self._refuse(surroundings.unfit(self.config))
        if self.can_build:
            with self._told():
                self.config.plugins.on_startup(command=command, dirty=False)
                self.config = self.config.plugins.on_config(self.config)

    def close(self) -> None:
        """Tell the plugins that there is no more to build."""
        if self.can_build:
            with self._told():
                self.config.plugins.on_shutdown()

    @property
    def can_build(self) -> bool:
        """Whether pages can be built one by one: nothing but Dateline looks at more than one page."""
        plugins = [type(plugin) for plugin in self.config.plugins.values()]
        return plugins == [DatelinePlugin] and not self.whole_because

    @property
    def whole_because(self) -> str:
        """Why the site has to be built as a whole; empty where it has not."""
        return surroundings.whole_because(self.config)

    @property
    def commit(self) -> str:
        """The commit that the site is built from, as the configuration tells it; empty where it does not."""
        return self._plugin.commit

    def told_on(self, page: str) -> str:
        """Return what a page shows beside its Markdown that no other page does."""
        language = self._plugin.site.language
        speaks = language.code if language.texts else ""
        return f"{self._plugin.site.updated} {self.commit} {speaks}" if page in TELLING else speaks

    def all_inputs(self, digests: FileDigests) -> str:
        """Return a digest of everything that the site depends on besides records and templates of pages."""
        return f"{caching.engine()} {self.commit} {self.key(digests)}"

    @property
    def _plugin(self) -> DatelinePlugin:
        plugin = self.config.plugins["dateline"]
        assert isinstance(plugin, DatelinePlugin)  # noqa: S101 - can_build has looked
        return plugin

    def key(self, digests: FileDigests) -> str:
        """Return a digest of everything that a page's HTML depends on besides its Markdown and the navigation."""
        theme = self.config.theme
        trees = [digests.of_tree(Path(folder), follows=True) for folder in theme.dirs if not _is_packaged(Path(folder))]
        # The same project says the same wherever it lies: shards are built on several machines.
        plain = repr(_plain([self._told_on_pages, sorted(theme.static_templates)])).replace(str(self._root), ".")
        return caching.digest("\n".join([plain, inputs.surroundings(), *trees]).encode("utf-8", "replace"))

    @property
    def _told_on_pages(self) -> dict[str, object]:
        return {name: value for name, value in self.config.items() if name not in _NOT_IN_PAGES}

    @property
    def not_known(self) -> str:
        """What may read files that no build knows, in words; empty where there is nothing."""
        config = {name: value for name, value in self._told_on_pages.items() if name != "markdown_extensions"}
        return inputs.not_known(self.config.markdown_extensions, self.config.mdx_configs, config)

    def explicit_titles(self) -> set[str]:
        """Return the pages of the navigation whose titles mkdocs.yml gives."""
        return set(_titled(self.config.nav or []))

    def listed(self) -> set[str]:
        """Return the pages that mkdocs.yml lists in the navigation, with a title or without."""
        return paths_in(self.config.nav or [])

    def prepare(self, stubs: Sequence[Page], updated: Day | None, language: Language = ENGLISH) -> None:
        """Make the navigation of `stubs`: the pages at the top, whose contents matter only for their titles."""
        with self._told():
            self._prepare(stubs, updated, language)

    def _prepare(self, stubs: Sequence[Page], updated: Day | None, language: Language) -> None:
        config = self.config
        self._plugin.show(stubs, updated, language)
        files = Files([])
        self.env = config.theme.get_env()
        if self._plugin.speed.listing:
            list_by_folder(self.env)
        files.add_files_from_theme(self.env, config)
        self.files = config.plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        self.nav = config.plugins.on_nav(get_navigation(self.files, config), config=config, files=self.files)
        for file in self.files.documentation_pages():
            if file.page is not None:
                file.page.read_source(config)
        self.env = config.plugins.on_env(self.env, config=config, files=self.files)

    def navigation(self) -> str:
        """Return the navigation as text: what every page shows of others."""
        return str(self.nav)

    def build(self, page: Page) -> str:
        """Write a page's HTML below the site's folder, and return its path there."""
        file = self.files.get_file_from_path(page.path)
        if file is None:
            file = _generated(page, self.config)
            self._refuse(surroundings.excluded(page.path, self.config, is_preview=self._plugin.serving))
        file.content_string = str(page.content)
        file.edit_uri = page.edit_path
        of_file = file.page or MkDocsPage(None, file, self.config)
        if page.edit_path:  # a page of the navigation was made before its record was known
            of_file._set_edit_url(self.config.repo_url, self.config.edit_uri, self.config.edit_uri_template)  # noqa: SLF001 - the same
        with self._told():
            mkdocs_build._populate_page(of_file, self.config, self.files)  # noqa: SLF001 - MkDocs has no other way to one page
            mkdocs_build._build_page(of_file, self.config, [], self.nav, self.env)  # noqa: SLF001 - the same
        return file.dest_uri

    def build_frame(self, paths: Iterable[str], updated: Day | None) -> None:
        """Write what is no page: the theme's files, its own pages (404), and the sitemap of the pages at `paths`."""
        with self._told():
            self.files.copy_static_files()
            everything = Files([self._known(path, updated) for path in paths])
            for template in self.config.theme.static_templates:
                self._build_own(template, everything)

    # --- for a preview -----------------------------------------------------------------------------------------------

    def at_home(self) -> tuple[str, int, str]:
        """Let the site's address be that of a preview, with the path of its own, as MkDocs does; return its parts."""
        host, port = self.config.dev_addr
        path = urlsplit(self.config.site_url or "/").path.strip("/")
        path = f"/{path}/" if path else "/"
        self.config.site_url = f"http://{f'[{host}]' if ':' in host else host}:{port}{path}"
        return host, port, path

    def watched(self) -> list[Path]:
        """Return the files and folders, besides packages, that the site is made from."""
        folders = [Path(folder) for folder in self.config.theme.dirs if not _is_packaged(Path(folder))]
        return [Path(self.config.config_file_path).resolve(), *folders, *map(Path, self.config.watch)]

    def redate(self, stubs: Sequence[Page], updated: Day | None) -> None:
        """Let pages say that the records were last changed on the day `updated`."""
        plugin = self.config.plugins["dateline"]
        assert isinstance(plugin, DatelinePlugin)  # noqa: S101 - can_build has looked
        plugin.show(stubs, updated, plugin.site.language)
        self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.files)

    def asset(self, path: str) -> bytes | None:
        """Return a file of the theme."""
        file = self.files.get_file_from_path(path)
        return None if file is None or file.is_documentation_page() else file.content_bytes

    def own_page(self, name: str, paths: Iterable[str], updated: Day | None) -> bytes | None:
        """Return a page of the theme's own (404, sitemap), on a site with pages at `paths`."""
        if name.removesuffix(".gz") not in self.config.theme.static_templates:
            return None
        with self._told():
            self._build_own(name.removesuffix(".gz"), Files([self._known(path, updated) for path in paths]))
        made = Path(self.config.site_dir, name)
        return made.read_bytes() if made.is_file() else None

    def _build_own(self, template: str, pages: Files) -> None:
        mkdocs_build._build_theme_template(template, self.env, pages, self.config, self.nav)  # noqa: SLF001 - MkDocs has no other way to one page

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Raise EngineError, which says who failed, for whatever an extension or the theme raises."""
        try:
            yield
        except EngineError:
            raise
        except Exception as error:
            raise EngineError(failures.told(error, self._root)) from error

    def _refuse(self, reason: str) -> None:
        if reason:
            raise EngineError(f"dateline: {reason}")

    def _known(self, path: str, updated: Day | None) -> File:
        file = self.files.get_file_from_path(path) or _generated(Page(path, ""), self.config)
        page = file.page or MkDocsPage(None, file, self.config)
        page.update_date = update_date(updated)
        return file


_NOT_IN_PAGES: Final = frozenset({"site_dir", "docs_dir", "config_file_path", "watch", "strict", "dev_addr", "plugins"})


def _generated(page: Page, config: MkDocsConfig) -> File:
    return File.generated(config, page.path, content=page.content, inclusion=InclusionLevel.NOT_IN_NAV)


@contextmanager
def warnings_of_mkdocs() -> Iterator[list[tuple[int, str]]]:
    """Collect what MkDocs warns of, with its level, instead of printing it."""
    told: list[tuple[int, str]] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append((record.levelno, record.getMessage()))

    logger, handler = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    before, passes_on = logger.handlers[:], logger.propagate
    logger.handlers[:], logger.propagate = [handler], False
    try:
        yield told
    finally:
        logger.handlers[:], logger.propagate = before, passes_on


def _is_packaged(folder: Path) -> bool:
    return any(part in _PACKAGES for part in folder.parts) and "site-packages" in folder.parts


def _titled(nav: object) -> Iterator[str]:
    for entry in nav if isinstance(nav, list) else ():
        if isinstance(entry, dict):
            for value in entry.values():
                yield from (value,) if isinstance(value, str) else _titled(value or [])


def _plain(value: object, depth: int = 0) -> object:
    """Return a configuration's value in a form that says the same in every process."""
    if depth > _DEEPEST:
        return "deeper than is looked"
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if isinstance(value, list | tuple):
        return [_plain(part, depth + 1) for part in value]
    if hasattr(value, "items"):
        return [(repr(key), _plain(part, depth + 1)) for key, part in value.items()]
    return _plain_object(value, depth)


def _plain_object(value: object, depth: int) -> object:
    """Return a function by its name, an object by its type and what it holds, anything else as it is written."""
    if isinstance(value, partial):
        return ["partial", *(_plain(part, depth + 1) for part in (value.func, value.args, value.keywords))]
    if hasattr(value, "__qualname__"):
        return f"{value.__module__}.{value.__qualname__}"
    if hasattr(value, "patterns"):
        return [str(getattr(pattern, "pattern", pattern)) for pattern in value.patterns]
    text = repr(value)
    if " at 0x" not in text:
        return text
    kind = type(value)
    return [f"{kind.__module__}.{kind.__qualname__}", _plain(getattr(value, "__dict__", {}), depth + 1)]
