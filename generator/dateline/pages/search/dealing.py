"""Which bundle a document goes to.

An edit indexes the bundles of what it changes, and nothing else; a browser asks all.  What
decides is measured (README.md): a thousand documents take 0.9 s of indexing; a further
bundle costs a reader two small files, and one more for each word.  A step changes all
bundles, so there are few.
"""

import hashlib
import json
from typing import Final

FOLDER: Final = "pagefind"
"""Where the first bundle goes, below the site's root; the others are below it: `pagefind/2`."""
MANIFEST: Final = "bundles.json"
"""The list of the other bundles, in the folder of the first."""
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
    return f"{FOLDER}/{shard + 1}" if shard else FOLDER


def manifest(count: int) -> bytes:
    """Return the list of the bundles besides the first, as a browser reads it: folders below its own."""
    return json.dumps([f"{shard + 1}/" for shard in range(1, count)]).encode()
