"""The search of a preview: indexed behind the pages, bundle by bundle where it would differ, served from a folder."""

import io
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from dateline.ground import caching
from dateline.pages.rendering.pages import Page
from dateline.site.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Indexed:
    """What indexing came to: each bundle's digest, and a folder with those that are new."""

    digests: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None


class SearchIndex:
    """The bundles as they were last made, and as they were before: pages still open ask for older files.

    Each is one archive, since a bundle has thousands of files.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now: dict[str, ZipFile] = {}
        self._before: dict[str, ZipFile] = {}
        self._digests: Mapping[str, str] = {}

    def make(self, recipe: Recipe) -> Indexed:
        """Make those bundles of the search whose pieces differ; `take` then serves them."""
        pieces = recipe.pieces()
        folder = Path(tempfile.mkdtemp(dir=self._folder, prefix="search-"))
        digests: dict[str, str] = {}
        for whole in recipe.wholes():
            if not whole.is_search:
                continue
            texts = pieces.get(whole.name, {})
            digests[whole.name] = caching.digest(
                "\0".join((whole.key, *texts.values())).encode("utf-8", "surrogatepass")
            )
            if self._digests.get(whole.name) == digests[whole.name]:
                continue
            _pack(whole.make(texts).files, folder / whole.name)
        return Indexed(digests, folder)

    def take(self, made: Indexed) -> None:
        """Serve what another process has made, beside what did not change."""
        self._digests = made.digests
        for new in sorted(made.folder.iterdir()) if made.folder else ():
            if new.name in self._now:
                self._before[new.name] = self._now[new.name]
            self._now[new.name] = ZipFile(io.BytesIO(new.read_bytes()))
            new.unlink()

    def file(self, path: str) -> bytes | None:
        """Return a file of the search by its path on the site."""
        packed = (one for one in (*self._now.values(), *self._before.values()) if path in one.NameToInfo)
        return next((one.read(path) for one in packed), None)


def _pack(files: Iterable[Page], target: Path) -> None:
    with ZipFile(target, "w") as packed:  # not compressed: the files are
        for file in files:
            packed.writestr(file.path, file.as_bytes())
