"""A Pagefind bundle in one form: the same input gives the same bytes.

Pagefind 1.5 writes the values of a filter, and the list of filters, in the order of a
hash table, which differs from run to run, and names files by what is in them.  So the
filters are sorted and named anew here, and the index's head with them.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.pages.search import cbor
from dateline.pages.search.index_files import split

_ENTRY: Final = "pagefind-entry.json"
_PAGES: Final = 1
_CHUNKS: Final = 2
"""Where the head lists the index's files, as triples of a first word, a last word and a name."""
_FILTERS: Final = 3
"""Where the head lists its filters, as pairs of a name and a file."""
_EMPTY: Final = "none"
"""A file without words, for the search without words: Pagefind would load all files of the index for it."""


def canonical(files: Mapping[str, bytes], *, is_split: bool = False) -> dict[str, bytes]:
    """Return a bundle's files, its filters sorted and every file that changed by this named anew.

    The index gets a file for the search without words.  One of several bundles `is_split`:
    its index is in smaller files, since a browser loads one of each bundle for each word.
    """
    entry = json.loads(files[_ENTRY])
    rewritten = (".pf_filter", ".pf_meta", *([".pf_index"] if is_split else []))
    kept = {path: content for path, content in files.items() if not path.endswith(rewritten)}
    for language in sorted(entry["languages"]):
        about = entry["languages"][language]
        head = cbor.array(cbor.read(files[f"pagefind.{about['hash']}.pf_meta"]))
        filters = {name: _sorted_filter(files[_filter_path(file)]) for name, file in _files_listed(head[_FILTERS])}
        named = {name: f"{language}_{_hash(content)}" for name, content in filters.items()}
        kept |= {_filter_path(named[name]): content for name, content in filters.items()}
        head[_FILTERS] = [[name, named[name]] for name in sorted(named)]
        if is_split:
            chunks = [name for _, name in _files_listed(head[_CHUNKS])]
            pieces = [piece for name in chunks for piece in split(cbor.unpacked(files[_chunk_path(name)]))]
            names = [f"{language}_{_hash(piece.content)}" for piece in pieces]
            head[_CHUNKS] = [[piece.first, piece.last, name] for piece, name in zip(pieces, names, strict=True)]
            kept |= {_chunk_path(name): piece.content for piece, name in zip(pieces, names, strict=True)}
        head[_CHUNKS] = [["", "", _EMPTY], *cbor.array(head[_CHUNKS])]
        kept[_chunk_path(_EMPTY)] = cbor.packed([[]])
        content = cbor.packed(head)
        about["hash"] = f"{language}_{_hash(content)}"
        kept[f"pagefind.{about['hash']}.pf_meta"] = content
    kept[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(kept.items()))


def emptied(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a bundle's files without its documents and words: the bundle of nothing."""
    entry = json.loads(files[_ENTRY])
    kept = {path: content for path, content in files.items() if not path.endswith((".pf_fragment", ".pf_index"))}
    for about in entry["languages"].values():
        path = f"pagefind.{about['hash']}.pf_meta"
        head = cbor.array(cbor.read(files[path]))
        head[_PAGES], head[_CHUNKS] = [], []
        kept[path] = cbor.packed(head)
        about["page_count"] = 0
    kept[_ENTRY] = json.dumps(entry).encode()
    return kept


def _files_listed(rows: cbor.Value) -> Iterator[tuple[str, str]]:
    """Yield what stands first in each row of a head, and the name of the file that stands last."""
    for row in map(cbor.array, cbor.array(rows)):
        yield cbor.text(row[0]), cbor.text(row[-1])


def _sorted_filter(content: bytes) -> bytes:
    """Return the file of a filter with its values, each an array that begins with its text, in order."""
    name, values = cbor.array(cbor.read(content))
    return cbor.packed([name, sorted(cbor.array(values), key=_first_text)])


def _first_text(row: cbor.Value) -> str:
    return cbor.text(cbor.array(row)[0])


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _filter_path(name: str) -> str:
    return f"filter/{name}.pf_filter"


def _chunk_path(name: str) -> str:
    return f"index/{name}.pf_index"
