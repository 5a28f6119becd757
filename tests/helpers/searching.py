"""A whole search made of documents at once."""

from collections.abc import Sequence
from pathlib import Path

from dateline.ground.languages import Language
from dateline.pages.search import SearchDocument, as_piece, bundle, shard_count, shard_of
from dateline.pages.wording import scripts
from projects import ROOT

_SCRIPTS = ("search", "search-index", "search-words")


def in_bundles(documents: Sequence[SearchDocument]) -> list[list[str]]:
    """Return documents as pieces, in as many bundles as their number asks for."""
    shards: list[list[str]] = [[] for _ in range(shard_count(len(documents)))]
    for document in documents:
        shards[shard_of(document.key, len(shards))].append(as_piece(document))
    return shards


def bundles(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """Return the files of all bundles by their paths on the site."""
    shards = in_bundles(documents)
    made = [bundle(pieces, number, len(shards)) for number, pieces in enumerate(shards)]
    return {path: content for one in made for path, content in one.items()}


def written(documents: Sequence[SearchDocument], folder: Path) -> None:
    """Write a search with its scripts, and a page without words, into a folder."""
    files = bundles(documents)
    for name in _SCRIPTS:
        path = f"assets/{name}.js"
        text = (ROOT / "templates" / "theme" / path).read_text(encoding="utf-8")
        files[path] = (scripts.filled(text, path, Language()) if path in scripts.SCRIPTS else text).encode()
    files["index.html"] = b"<!doctype html><title>x</title>"
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
