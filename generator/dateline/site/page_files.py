"""The files of pages as MkDocs and its plugins look at them: generated, and each with a file of its own on disk.

MkDocs lets a generated file have no path.  Plugins ask for one all the same, to tell pages
apart or to look for files beside them; whoever asks gets a file with the page's Markdown.
"""

import contextlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from dateline.ground import caching
from dateline.pages.rendering.pages import Page

_FOLDER: Final = caching.FOLDER / "pages"


class Sources:
    """Where pages are written for those who ask for their files."""

    def __init__(self) -> None:
        self._folder = Path()

    def begin(self, root: Path, pages: Iterable[Page]) -> None:
        """Begin a build of `pages`: what earlier builds wrote of others goes."""
        self._folder = root / _FOLDER
        if not self._folder.is_dir():
            return
        known = {self._folder / page.path for page in pages}
        for path in self._folder.rglob("*"):
            if path not in known and not path.is_dir():
                path.unlink(missing_ok=True)

    def path_of(self, page: Page) -> str:
        """Return the absolute path of a file with a page's content."""
        path, content = self._folder / page.path, page.as_bytes()
        with contextlib.suppress(OSError):
            if path.read_bytes() == content:
                return str(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        caching.replace(path, content)
        return str(path)


class PageFile(File):
    """A page or data file of Dateline's; it is written only if somebody asks for its path."""

    _made_from: tuple[Page, Sources]

    @classmethod
    def of(cls, page: Page, config: MkDocsConfig, sources: Sources) -> "PageFile":
        """Return a page as MkDocs's generated files are, said to be by the plugin that is at work."""
        file = cls(page.path, None, config.site_dir, config.use_directory_urls)
        file.generated_by = config.plugins._current_plugin or "dateline"  # noqa: SLF001 - as MkDocs's own do
        file._content = page.content
        file.edit_uri = page.edit_path
        file._made_from = (page, sources)
        return file

    @cached_property
    def abs_src_path(self) -> str | None:
        """The absolute path of a file with the page's Markdown."""
        return self._made_from[1].path_of(self._made_from[0])
