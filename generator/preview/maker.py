"""What makes the pages of a preview: the records in memory, the templates, and MkDocs with its theme."""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator import compiling, plugin
from generator.banners import AS_FAR_AS_IT_GOES, AS_IT_WAS, FIXED_PAGES, banner, notice, placeholder, with_banner
from generator.building.engine import Engine, EngineError, warnings_of_mkdocs
from generator.chronology import link
from generator.compiling import Settings
from generator.loading import Corpus, Resident
from generator.preview.answers import Answer, media_type, plain_page
from generator.preview.pages import Pages
from generator.problems import Problem, has_errors
from generator.rendering.pages import Page, Renderer, TemplateProblemError
from generator.views.addresses import source_path
from generator.views.edition import Edition

_REMEMBERED: Final = 200
"""How many pages are remembered as they last were."""
_RECORD_PAGE: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")
NO_DAY: Final = date(1970, 1, 1)
"""When records were changed that could never be read."""
_CANNOT: Final = "This page cannot be made"


@dataclass(frozen=True, slots=True)
class Means:
    """How the maker gets what it does not have."""

    engine: Callable[[], Engine]
    """Reads the configuration; raises what MkDocs raises."""
    jobs: int
    await_rules: Callable[[], None]
    """Waits until the rules have looked at the records, and told `Maker.checked`."""
    tell: Callable[[str], None]
    """Tells the user something in one line."""


class Maker:
    """Makes the files of the site as the records, the templates and the configuration are now."""

    corpus: Corpus

    def __init__(self, means: Means, engine: Engine) -> None:
        self.means = means
        self.problems: tuple[Problem, ...] = ()
        """What is known to be wrong with the records and templates."""
        self._refused: tuple[Problem, ...] = ()
        self._broken: tuple[Problem, ...] = ()
        """What the rules found; of the state before, until they have looked at this one."""
        self._edition: Edition | None = None
        self._pages: Pages | None = None
        self._good: Pages | None = None
        """The last pages whose records had no error."""
        self._last: OrderedDict[str, Page] = OrderedDict()
        self._told: set[str] = set()
        self._trouble = ""
        """Why the configuration cannot be used, if that is so."""
        self._configured(engine)
        self._corpus_loaded(self._resident.load())

    def _configured(self, engine: Engine) -> None:
        self._engine = engine
        self._stubs: list[tuple[str, str]] | None = None
        self._settings: Settings = plugin.settings_of(engine.config).remembering(self.means.jobs)
        self._resident = Resident(
            self._settings.content, self._settings.root, self._settings.cache, self._settings.jobs
        )
        self._renderer: Renderer | None = None

    @property
    def edition(self) -> Edition | None:
        """What pages are made of, once the records could be read."""
        return self._edition

    def watched(self) -> list[Path]:
        """Return the files and folders that the site is made from."""
        return self._engine.watched()

    # --- changes -----------------------------------------------------------------------------------------------------

    def changed(self, paths: Iterable[Path]) -> bool:
        """Take up what was saved at `paths`; return whether it may have reached the records."""
        paths = set(paths)
        records = {path for path in paths if path.is_relative_to(self._settings.content)}
        templates = {path for path in paths if path.is_relative_to(self._settings.templates / "pages")}
        self._told.clear()
        if paths - records - templates and self._configure():
            return True
        if templates:
            self._renderer = None
        if records:
            self._corpus_loaded(self._resident.load_changed(records))
        else:
            self._lay_out()
        return bool(records)

    def _configure(self) -> bool:
        """Read configuration and theme again, and the records if it says so; tell why where that cannot be."""
        before = self._settings
        with warnings_of_mkdocs() as warnings:
            try:
                engine = self.means.engine()
            except (plugin.ConfigurationError, plugin.Abort, EngineError) as error:
                said = "; ".join(message for _, message in warnings) or str(error)
                self._trouble = f"mkdocs.yml cannot be used: {said}"
                self.means.tell(self._trouble)
                return False
        if not engine.can_build:
            self._trouble = "mkdocs.yml names plugins or hooks: stop the preview and start it again"
            self.means.tell(self._trouble)
            return False
        self._trouble = ""
        resident = self._resident
        self._configured(engine)
        if (before.content, before.root) == (self._settings.content, self._settings.root):
            self._resident = resident
        self._corpus_loaded(self._resident.load())
        return True

    def _corpus_loaded(self, found: tuple[Corpus, list[Problem]]) -> None:
        self.corpus, problems = found
        self._refused = tuple(sorted(problems))
        if not has_errors(problems):
            of = self._settings
            chronology = link(self.corpus, drafts=False)
            self._edition = Edition(chronology, of.edit_base, of.contest_base, of.site_url)
        self._sum_up()
        self._lay_out()

    def checked(self, problems: Iterable[Problem]) -> None:
        """Take what the rules found in the records."""
        self._broken = tuple(problems)
        self._sum_up()
        if not has_errors(self.problems):
            self._good = self._pages

    def _sum_up(self) -> None:
        self.problems = tuple(sorted({*self._refused, *self._broken}))

    def _lay_out(self) -> None:
        """Begin the pages anew, and MkDocs too where its navigation would differ."""
        if self._renderer is not None and self._edition is not None:
            self._renderer.edition = self._edition
        elif self._edition is not None:
            self._renderer = Renderer(self._settings.templates, self._edition)
        self._pages = Pages(self._edition, self._renderer) if self._edition and self._renderer else None
        stubs = self._top()
        heads = [(page.path, str(page.content).partition("\n---\n")[0]) for page in stubs]
        updated = self._edition.updated if self._edition else None
        try:
            if self._stubs is None:
                self._prepare(self._engine, stubs, heads)
            elif self._stubs != heads:
                self._prepare(self.means.engine(), stubs, heads)
            elif updated:
                self._engine.redate(stubs, updated)
        except (EngineError, plugin.ConfigurationError, plugin.Abort) as error:
            self._trouble = f"MkDocs cannot make the site: {error}"
            self.means.tell(self._trouble)

    def _prepare(self, engine: Engine, stubs: Sequence[Page], heads: list[tuple[str, str]]) -> None:
        with warnings_of_mkdocs() as warnings:
            engine.prepare(stubs, self._edition.updated if self._edition else NO_DAY)
        self._engine, self._stubs, self._trouble = engine, heads, ""
        for _, message in warnings:
            self._tell(message)

    def _top(self) -> list[Page]:
        """Return the pages that MkDocs's navigation may list, made where their titles must be known."""
        if self._pages is None:
            return [placeholder(path) for path in sorted(FIXED_PAGES)]
        titled = self._engine.explicit_titles()
        paths = [*self._pages.plans, *sorted(FIXED_PAGES - self._pages.plans.keys())]
        known = [path for path in paths if path in titled or (path.endswith(".md") and "/" not in path)]
        return [Page(path, "") if path in titled else self._titled(path) for path in known]

    def _titled(self, path: str) -> Page:
        try:
            found = self._pages.find(path) if self._pages else None
        except Exception:  # noqa: BLE001 - told where the page is asked for
            found = None
        return found or placeholder(path)

    # --- answers -----------------------------------------------------------------------------------------------------

    def answer(self, path: str) -> Answer:
        """Return the file of the site at `path`; one that ends in a slash, or is empty, is a folder's page."""
        if self._stubs is None:
            return Answer(500, plain_page(_CANNOT, self._trouble))
        with warnings_of_mkdocs() as warnings:
            try:
                found = self._found(path)
            except EngineError as error:
                self._tell(f"{_CANNOT}: {error}")
                found = Answer(500, plain_page(_CANNOT, str(error)))
        for _, message in warnings:
            self._tell(message)
        return found

    def _found(self, path: str) -> Answer:
        if path == "" or path.endswith("/"):
            return self._of_folder(path, path) or self._missing()
        if path.endswith("/index.html") or path == "index.html":
            return self._of_folder(path.removesuffix("index.html"), path) or self._missing()
        content = self._engine.asset(path)
        content = self._file(path) if content is None else content
        if content is not None:
            return Answer(200, content, media_type(path))
        if self._of_folder(f"{path}/", path) is not None:
            return Answer(302, b"", location=f"{path.rpartition('/')[2]}/")
        return self._missing()

    def _of_folder(self, address: str, asked: str) -> Answer | None:
        path = source_path(address)
        if not _RECORD_PAGE.fullmatch(path) or (page := self._page(path)) is None:
            return None
        built = self._engine.build(page)
        html = self._taken(built)
        is_this = built == f"{address}index.html"
        return Answer(200, html) if is_this and asked in {address, built, address.rstrip("/")} else None

    def _taken(self, built: str) -> bytes:
        """Return what MkDocs wrote, and leave nothing behind."""
        file = Path(self._engine.config.site_dir, built)
        try:
            return file.read_bytes()
        except FileNotFoundError as error:
            raise EngineError(f"MkDocs wrote no {built}") from error
        finally:
            file.unlink(missing_ok=True)

    def _missing(self) -> Answer:
        return Answer(404, self._own("404.html") or plain_page("Not found", "There is no such page."))

    def _own(self, name: str) -> bytes | None:
        pages = self._pages.plans if self._pages and name.startswith("sitemap") else ()
        updated = self._edition.updated if self._edition else NO_DAY
        return self._engine.own_page(name, (path for path in pages if path.endswith(".md")), updated.isoformat())

    def _file(self, path: str) -> bytes | None:
        """Return a file that the theme fills in, or one that stands on the site as it is made of the records."""
        if (own := self._own(path)) is not None:
            return own
        if self._pages is None or path.endswith(".md"):
            return None
        try:
            page = self._pages.find(path)
        except Exception as error:
            raise EngineError(self._reason(error)) from error
        if page is None:
            return None
        return page.content if isinstance(page.content, bytes) else page.content.encode("utf-8", "surrogatepass")

    # --- pages, and what stands on top of them ---------------------------------------------------------------------

    def _page(self, path: str) -> Page | None:
        """Return a page with what is wrong on top; one that cannot be made, as it last was."""
        if self._pages is None:
            return with_banner(placeholder(path), self._on_top())
        try:
            found = self._pages.find(path)
        except Exception as error:  # noqa: BLE001 - of a template, or of a record that no rule has looked at
            return self._instead(path, error)
        if found is None:
            return None
        self._last[path] = found
        self._last.move_to_end(path)
        if len(self._last) > _REMEMBERED:
            self._last.popitem(last=False)
        on_top = self._on_top(AS_IT_WAS if has_errors(self._refused) else AS_FAR_AS_IT_GOES)
        return with_banner(found, on_top) if on_top else found

    def _on_top(self, below: str = AS_IT_WAS) -> str:
        """Return the banner for a page that could be made; empty where nothing is wrong."""
        if self._trouble:
            return notice(self._trouble)
        return banner(self.problems, below) if has_errors(self.problems) else ""

    def _instead(self, path: str, error: Exception) -> Page:
        """Return what stands in for a page that cannot be made, and why on top of it."""
        self.means.await_rules()
        page = self._last.get(path) or self._as_it_was(path) or placeholder(path)
        if has_errors(self.problems):
            return with_banner(page, banner(self.problems))
        self._tell(self._reason(error))
        if isinstance(error, TemplateProblemError):
            return with_banner(page, banner((self._located(error),)))
        return with_banner(page, notice(self._reason(error)))

    def _as_it_was(self, path: str) -> Page | None:
        if self._good is None or self._good is self._pages:
            return None
        try:
            return self._good.find(path)
        except Exception:  # noqa: BLE001 - the reason is told of the page as it is now
            return None

    def _located(self, error: TemplateProblemError) -> Problem:
        return compiling.relative_to(self._settings.root, error.problem)

    def _reason(self, error: Exception) -> str:
        if isinstance(error, TemplateProblemError):
            return str(self._located(error))
        return f"{type(error).__name__}: {error}"

    def _tell(self, message: str) -> None:
        """Tell something once, until the next change."""
        if message not in self._told:
            self._told.add(message)
            self.means.tell(message)
