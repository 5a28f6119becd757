"""A whole search made of documents at once."""

from collections.abc import Sequence

from dateline.pages.search import Bundle, SearchDocument, as_html, bundle, shard_count, shard_of


def in_bundles(documents: Sequence[SearchDocument]) -> list[list[str]]:
    """Return documents as HTML, in as many bundles as their number asks for."""
    shards: list[list[str]] = [[] for _ in range(shard_count(len(documents)))]
    for document in documents:
        shards[shard_of(document.key, len(shards))].append(as_html(document))
    return shards


def bundles(documents: Sequence[SearchDocument], language: str) -> Bundle:
    """Return the files of all bundles, or why one is missing."""
    shards = in_bundles(documents)
    made = [bundle(htmls, language, shard, len(shards)) for shard, htmls in enumerate(shards)]
    missing = next((one.missing for one in made if one.missing), "")
    return Bundle({}, missing) if missing else Bundle({path: one.files[path] for one in made for path in one.files})
