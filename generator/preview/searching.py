"""The search of a preview: indexed behind the pages, served from a folder."""

from pathlib import Path

from generator import caching, search
from generator.views.edition import Edition


class SearchIndex:
    """The bundles made of the editions so far; the last two are served, since pages still open ask for older files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bundles: list[Path] = []
        self._digest = ""
        self._number = 0

    def make(self, edition: Edition) -> tuple[str, Path | None, str]:
        """Index what is found; return its digest, the folder if it is another than before, and why there is none."""
        documents = search.search_documents(edition)
        digest = caching.digest(repr(documents).encode("utf-8", "surrogatepass"))
        if digest == self._digest:
            return digest, None, ""
        bundle = search.bundle(documents, edition.chronology.masthead.language)
        if bundle.missing:
            return "", None, bundle.missing
        folder = self._folder / f"search-{self._number}"
        for path, content in bundle.files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return digest, folder, ""

    def take(self, digest: str, folder: Path | None) -> None:
        """Serve what another process has made."""
        self._digest = digest
        if folder is not None:
            self._number += 1
            self._bundles = [folder, *self._bundles[:1]]

    def file(self, path: str) -> bytes | None:
        """Return a file of the search by its path on the site."""
        found = (folder / path for folder in self._bundles)
        return next((file.read_bytes() for file in found if file.is_file()), None)
