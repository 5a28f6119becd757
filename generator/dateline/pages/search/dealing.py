"""Which bundle a document goes to.

An edit indexes the bundles of what it changes, and nothing else; a browser asks all.  What
decides is measured (README.md): a thousand documents take 0.9 s of indexing; a further
bundle costs a reader two small files, and one more for each word.  A step changes all
bundles, so there are few.
"""

import hashlib
import json
from typing import Final

FOLDER: Final = "search-index"
"""Where the bundles go, below the site's root."""
MANIFEST: Final = f"{FOLDER}/bundles.json"
"""Says how many there are."""
_STEPS: Final = ((2_000, 1), (32_000, 8), (256_000, 32))
"""Below how many documents a site has how many bundles."""
_MOST: Final = 128


def shard_count(documents: int) -> int:
    """Return in how many bundles a site's documents go."""
    return next((count for below, count in _STEPS if documents < below), _MOST)


def shard_of(key: str, count: int) -> int:
    """Return which of `count` bundles the document with this key goes to, counted from 0."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % count


def folder_of(shard: int) -> str:
    """Return the folder of a bundle, below the site's root."""
    return f"{FOLDER}/{shard}"


def manifest(count: int) -> bytes:
    """Return what says how many bundles there are."""
    return json.dumps({"bundles": count}).encode()
