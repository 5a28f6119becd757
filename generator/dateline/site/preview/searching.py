"""The search of a preview: indexed behind the pages, bundle by bundle where it would differ, served from a folder."""

import io
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from dateline.ground import caching
from dateline.pages import search
from dateline.pages.shared.edition import Edition


@dataclass(frozen=True, slots=True)
class Indexed:
    """What indexing came to: each bundle's digest, a folder with those that are new, and why there is no search."""

    digests: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    missing: str = ""


class SearchIndex:
    """The bundles as they were last made, and as they were before: pages still open ask for older files.

    Each is one archive, since a bundle has thousands of files.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now: dict[str, ZipFile] = {}
        self._before: dict[str, ZipFile] = {}
        self._digests: Mapping[str, str] = {}

    def make(self, edition: Edition) -> Indexed:
        """Index what is found in those bundles that would differ; `take` then serves them."""
        language = edition.chronology.masthead.language
        shards = search.in_bundles(search.search_documents(edition))
        count = len(shards)
        made = Path(tempfile.mkdtemp(dir=self._folder, prefix="search-"))
        digests: dict[str, str] = {}
        for shard, htmls in enumerate(shards):
            name = str(shard)
            digests[name] = caching.digest("\0".join((f"{count} {language}", *htmls)).encode("utf-8", "surrogatepass"))
            if self._digests.get(name) == digests[name]:
                continue
            bundle = search.bundle(htmls, language, shard, count)
            if bundle.missing:
                return Indexed(missing=bundle.missing)
            _pack(bundle.files, made / name)
        return Indexed(digests, made)

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


def _pack(files: Mapping[str, bytes], target: Path) -> None:
    with ZipFile(target, "w") as packed:  # not compressed: the files are
        for path, content in files.items():
            packed.writestr(path, content)
