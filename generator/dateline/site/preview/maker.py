"""What makes the files of a preview, and takes up what was saved: records, templates, theme, configuration."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from dateline.ground.languages import ENGLISH
from dateline.ground.problems import Problem, has_errors
from dateline.pages.banners import placeholder
from dateline.pages.rendering.pages import Page
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.sections import FIXED_PAGES
from dateline.records.loading import Corpus, LiveCorpus
from dateline.site import compiling
from dateline.site.building.engine import Engine, EngineError, warnings_of_mkdocs
from dateline.site.configuration import settings_of
from dateline.site.preview.answering import Answering
from dateline.site.preview.page_store import PageStore
from dateline.site.preview.replies import Answer
from dateline.site.preview.state import Means, PreviewState
from dateline.site.stopping import Abort, ConfigurationError

_UNUSABLE: Final = (ConfigurationError, Abort, EngineError)


class Maker:
    """Makes the files of the site as the records, the templates and the configuration are now."""

    corpus: Corpus

    def __init__(self, means: Means, engine: Engine) -> None:
        self._means = means
        self._state = PreviewState(engine, settings_of(engine.config).remembering(means.jobs))
        self._answering = Answering(self._state, means)
        self._resident = self._new_resident()
        self._take(*self._resident.load())

    @property
    def edition(self) -> Edition | None:
        """What pages are made of, once the records could be read."""
        return self._state.edition

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is known to be wrong with the records."""
        return self._state.problems

    def watched(self) -> list[Path]:
        """Return the files and folders that the site is made from."""
        return self._state.engine.watched()

    def answer(self, path: str) -> Answer:
        """Return the file of the site at `path`; one that ends in a slash, or is empty, is a folder's page."""
        return self._answering.answer(path)

    def changed(self, paths: Iterable[Path]) -> bool:
        """Take up what was saved at `paths`; return whether it may have reached the records."""
        paths = set(paths)
        records = set(filter(self._state.is_of_records, paths))
        templates = set(filter(self._state.is_of_templates, paths))
        self._state.told.clear()
        if paths - records - templates and self._configure():
            return True
        if templates:
            self._state.renderer = None
        if records:
            self._take(*self._resident.load_changed(records))
        else:
            self._lay_out()
        return bool(records)

    def checked(self, problems: Iterable[Problem]) -> None:
        """Take what the rules found in the records."""
        self._state.broken = tuple(problems)
        if not self._state.is_broken:
            self._state.good = self._state.pages

    def _new_resident(self) -> LiveCorpus:
        of = self._state.settings
        return LiveCorpus(of.content, of.root, of.cache, of.jobs)

    def _configure(self) -> bool:
        """Read configuration and theme again, and the records with them; tell why where that cannot be."""
        with warnings_of_mkdocs() as warnings:
            try:
                engine = self._means.engine()
            except _UNUSABLE as error:
                said = "; ".join(message for _, message in warnings) or str(error)
                return self._refuse(f"mkdocs.yml cannot be used: {said}")
        if not engine.can_build:
            return self._refuse(f"{engine.whole_because}: stop the preview and start it again")
        before = self._state.settings
        self._state.configure(engine, self._means.jobs)
        if before.content != self._state.settings.content:
            self._resident = self._new_resident()
        self._take(*self._resident.load())
        return True

    def _refuse(self, trouble: str) -> bool:
        self._state.trouble = trouble
        self._means.tell(trouble)
        return False

    def _take(self, corpus: Corpus, problems: Sequence[Problem]) -> None:
        """Link the records, if every file is one."""
        self.corpus = corpus
        self._state.refused = tuple(problems)
        if not has_errors(problems):
            self._state.edition = compiling.linked(self._state.settings, corpus)
        self._lay_out()

    def _lay_out(self) -> None:
        """Begin the pages anew, and MkDocs too where its navigation would differ."""
        state = self._state
        state.pages = self._new_pages()
        stubs = self._top()
        heads = [(page.path, str(page.content).partition("\n---\n")[0]) for page in stubs]
        try:
            if state.stubs is None:
                self._prepare(state.engine, stubs, heads)
            elif state.stubs != heads:
                self._prepare(self._means.engine(), stubs, heads)
            else:
                with warnings_of_mkdocs() as warnings:
                    state.engine.redate(stubs, state.updated)
                self._answering.tell(message for _, message in warnings)
        except _UNUSABLE as error:
            self._refuse(f"MkDocs cannot make the site: {error}")

    def _new_pages(self) -> PageStore | None:
        state = self._state
        if state.edition is None:
            return None
        if state.renderer is None:
            state.renderer = compiling.renderer_of(state.settings, state.edition)
        return PageStore(state.edition, state.renderer)

    def _prepare(self, engine: Engine, stubs: Sequence[Page], heads: list[tuple[str, str]]) -> None:
        with warnings_of_mkdocs() as warnings:
            edition = self._state.edition
            language = edition.language if edition is not None else ENGLISH
            engine.prepare(stubs, self._state.updated, language)
        self._state.engine, self._state.stubs, self._state.trouble = engine, heads, ""
        self._answering.tell(message for _, message in warnings)

    def _top(self) -> list[Page]:
        """Return the pages that MkDocs's navigation may list, made where their titles must be known."""
        pages = self._state.pages
        if pages is None:
            return [placeholder(path, self._state.language) for path in sorted(FIXED_PAGES)]
        titled, listed = self._state.engine.explicit_titles(), self._state.engine.listed()
        top = pages.top()
        others = [path for path in sorted(listed - set(top)) if path in FIXED_PAGES or _has(pages, path)]
        return [Page(path, "") if path in titled else _titled(pages, path) for path in (*top, *others)]


def _has(pages: PageStore, path: str) -> bool:
    try:
        return pages.has_plan(path)
    except Exception:  # noqa: BLE001 - told where a page is asked for
        return False


def _titled(pages: PageStore, path: str) -> Page:
    try:
        return pages.find(path) or placeholder(path)
    except Exception:  # noqa: BLE001 - told where the page is asked for
        return placeholder(path)
