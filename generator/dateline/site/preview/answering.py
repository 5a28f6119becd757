"""The files of the site as they are answered: what is wrong stands on top of a page, or the page as it last was."""

import re
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from dateline.ground.languages import marked
from dateline.ground.problems import Severity, has_errors
from dateline.pages.banners import AS_FAR_AS_IT_GOES, AS_IT_WAS, Lead, banner, notice, placeholder, with_banner
from dateline.pages.rendering.pages import Page, TemplateProblemError
from dateline.pages.wording.addresses import LASTING, source_path
from dateline.site import compiling
from dateline.site.building.engine import EngineError, warnings_of_mkdocs
from dateline.site.preview.replies import Answer, media_type, plain_page
from dateline.site.preview.state import Means, PreviewState

_REMEMBERED: Final = 200
"""How many pages are remembered as they last were."""
_PAGE: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")
_INDEX: Final = "index.html"
_CANNOT: Final = marked("This page cannot be made")


class _BrokenError(EngineError):
    """The records have errors, which were told, and nothing can be made of them."""


class Answering:
    """Answers with the files of the site that a state of the preview makes."""

    def __init__(self, state: PreviewState, means: Means) -> None:
        self._state, self._means = state, means
        self._last: OrderedDict[str, Page] = OrderedDict()

    def answer(self, path: str) -> Answer:
        """Return the file of the site at `path`; one that ends in a slash, or is empty, is a folder's page."""
        if self._state.stubs is None:
            return Answer(500, self._plain(_CANNOT, self._state.trouble))
        with warnings_of_mkdocs() as warnings:
            try:
                found = self._found(path)
            except _BrokenError as error:
                found = Answer(500, self._plain(_CANNOT, str(error)))
            except EngineError as error:
                self.tell([f"{_CANNOT}: {error}"])
                found = Answer(500, self._plain(_CANNOT, str(error)))
        self.tell(message for _, message in warnings)
        return found

    def tell(self, messages: Iterable[str]) -> None:
        """Tell the user each thing once, until the next change."""
        for message in messages:
            if message not in self._state.told:
                self._state.told.add(message)
                self._means.tell(message)

    # --- files -------------------------------------------------------------------------------------------------------

    def _found(self, path: str) -> Answer:
        if path == "" or path.endswith("/"):
            return self._of_folder(path) or self._missing()
        if path.rpartition("/")[2] == _INDEX:
            return self._of_folder(path.removesuffix(_INDEX)) or self._missing()
        content = self._state.engine.asset(path)
        content = self._file(path) if content is None else content
        if content is not None:
            return Answer(200, content, media_type(path))
        if self._of_folder(f"{path}/") is not None:
            return Answer(302, b"", location=f"{path.rpartition('/')[2]}/")
        return self._missing()

    def _of_folder(self, address: str) -> Answer | None:
        path = source_path(address)
        if not _PAGE.fullmatch(path):
            return None
        if address.startswith(LASTING):  # no page of MkDocs's has these addresses
            return self._of_file(f"{address}{_INDEX}")
        if (page := self._page(path)) is None:
            return self._of_file(f"{address}{_INDEX}")
        built = self._state.engine.build(page)
        html = self._taken(built)
        return Answer(200, html) if built == f"{address}{_INDEX}" else None

    def _of_file(self, path: str) -> Answer | None:
        """Return a page that stands on the site as it is made of the records, without the theme's frame."""
        content = self._file(path)
        return None if content is None else Answer(200, content)

    def _taken(self, built: str) -> bytes:
        """Return what MkDocs wrote, and leave nothing behind."""
        file = Path(self._state.engine.config.site_dir, built)
        try:
            return file.read_bytes()
        except FileNotFoundError as error:
            raise EngineError(f"MkDocs wrote no {built}") from error
        finally:
            file.unlink(missing_ok=True)

    def _missing(self) -> Answer:
        return Answer(404, self._own("404.html") or self._none())

    def _plain(self, title: str, why: str) -> bytes:
        """Return a page for when the theme cannot make one; the reason is told as it is, in English."""
        language = self._state.language
        return plain_page(language.gettext(title), why, language, is_english=True)

    def _none(self) -> bytes:
        language = self._state.language
        return plain_page(language.gettext("Not found"), language.gettext("There is no such page."), language)

    def _own(self, name: str) -> bytes | None:
        paths = self._state.pages.paths() if self._state.pages and name.startswith("sitemap") else ()
        return self._state.engine.own_page(name, paths, self._state.updated)

    def _file(self, path: str) -> bytes | None:
        """Return a file that the theme fills in, or one that stands on the site as it is made of the records."""
        if (own := self._own(path)) is not None:
            return own
        if self._state.pages is None or path.endswith(".md"):
            return None
        try:
            page = self._state.pages.find(path)
        except Exception as error:  # noqa: BLE001 - of a template, or of a record that names one that is gone
            page = self._file_instead(path, error)
        return None if page is None else page.as_bytes()

    def _file_instead(self, path: str, error: Exception) -> Page:
        """Return a file as it last was; where it never was, say why: what is wrong with the records, if anything is."""
        self._means.await_rules()
        if not self._state.is_broken:
            raise EngineError(self._reason(error)) from error
        if (page := self._as_it_was(path)) is None:
            first = next(problem for problem in self._state.problems if problem.severity is Severity.ERROR)
            raise _BrokenError(str(first)) from error
        return page

    # --- pages, and what stands on top of them -----------------------------------------------------------------------

    def _page(self, path: str) -> Page | None:
        """Return a page with what is wrong on top; one that cannot be made, as it last was."""
        if self._state.pages is None:
            return with_banner(placeholder(path, self._state.language), self._on_top(AS_IT_WAS))
        try:
            found = self._state.pages.find(path)
        except Exception as error:  # noqa: BLE001 - of a template, or of a record that no rule has looked at
            return self._instead(path, error)
        if found is None:
            return None
        self._remember(found)
        on_top = self._on_top(AS_IT_WAS if has_errors(self._state.refused) else AS_FAR_AS_IT_GOES)
        return with_banner(found, on_top) if on_top else found

    def _remember(self, page: Page) -> None:
        self._last[page.path] = page
        self._last.move_to_end(page.path)
        if len(self._last) > _REMEMBERED:
            self._last.popitem(last=False)

    def _on_top(self, lead: Lead) -> str:
        """Return the banner for a page that could be made; empty where nothing is wrong."""
        if self._state.trouble:
            return notice(self._state.trouble, self._state.language)
        return banner(self._state.problems, lead, self._state.language) if self._state.is_broken else ""

    def _instead(self, path: str, error: Exception) -> Page:
        """Return what stands in for a page that cannot be made, and why on top of it."""
        self._means.await_rules()
        language = self._state.language
        page = self._last.get(path) or self._as_it_was(path) or placeholder(path, language)
        if self._state.is_broken:
            return with_banner(page, banner(self._state.problems, language=language))
        self.tell([self._reason(error)])
        if isinstance(error, TemplateProblemError):
            problem = compiling.relative_to(self._state.settings.root, error.problem)
            return with_banner(page, banner((problem,), language=language))
        return with_banner(page, notice(self._reason(error), language))

    def _as_it_was(self, path: str) -> Page | None:
        if self._state.good is None or self._state.good is self._state.pages:
            return None
        try:
            return self._state.good.find(path)
        except Exception:  # noqa: BLE001 - the reason is told of the page as it is now
            return None

    def _reason(self, error: Exception) -> str:
        if isinstance(error, TemplateProblemError):
            return str(compiling.relative_to(self._state.settings.root, error.problem))
        return f"{type(error).__name__}: {error}"
