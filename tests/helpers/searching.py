"""A whole search made of documents at once."""

from collections.abc import Sequence

from dateline.pages.search import Bundle, SearchDocument, bundle
from dateline.pages.search.bundling import in_bundles


def bundles(documents: Sequence[SearchDocument], language: str) -> Bundle:
    """Return the files of all bundles, or why one is missing."""
    shards = in_bundles(documents)
    made = [bundle(htmls, language, shard, len(shards)) for shard, htmls in enumerate(shards)]
    missing = next((one.missing for one in made if one.missing), "")
    return Bundle({}, missing) if missing else Bundle({path: one.files[path] for one in made for path in one.files})
