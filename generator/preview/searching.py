"""The search of a preview: indexed behind the pages, bundle by bundle where it would differ, served from a folder."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import caching, search
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Indexed:
    """What indexing came to: each bundle's digest, a folder with those that are new, and why there is no search."""

    digests: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    missing: str = ""


class SearchIndex:
    """The bundles as they were last made, and as they were before: pages still open ask for older files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now, self._before = folder / "now", folder / "before"
        self._digests: Mapping[str, str] = {}

    def make(self, edition: Edition) -> Indexed:
        """Index what is found in those bundles that would differ; `take` then serves them."""
        language = edition.chronology.masthead.language
        documents = search.search_documents(edition)
        count = search.shard_count(len(documents))
        shards: list[list[str]] = [[] for _ in range(count)]
        for document in documents:
            shards[search.shard_of(document.key, count)].append(search.as_html(document))
        self._folder.mkdir(exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=self._folder))
        digests: dict[str, str] = {}
        for shard, htmls in enumerate(shards):
            name = search.folder_of(shard)
            digests[name] = caching.digest("\0".join((f"{count} {language}", *htmls)).encode("utf-8", "surrogatepass"))
            if self._digests.get(name) == digests[name]:
                continue
            bundle = search.bundle(htmls, language, shard, count)
            if bundle.missing:
                return Indexed(missing=bundle.missing)
            _write(bundle.files, made / str(shard))
        return Indexed(digests, made)

    def take(self, made: Indexed) -> None:
        """Serve what another process has made, beside what did not change."""
        self._digests = made.digests
        for new in sorted(made.folder.iterdir()) if made.folder else ():
            now, before = self._now / new.name, self._before / new.name
            if now.exists():
                shutil.rmtree(before, ignore_errors=True)
                before.parent.mkdir(exist_ok=True)
                now.rename(before)
            now.parent.mkdir(exist_ok=True)
            new.rename(now)

    def file(self, path: str) -> bytes | None:
        """Return a file of the search by its path on the site."""
        bundles = (bundle for folder in (self._now, self._before) if folder.exists() for bundle in folder.iterdir())
        found = (bundle / path for bundle in bundles)
        return next((file.read_bytes() for file in found if file.is_file()), None)


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
