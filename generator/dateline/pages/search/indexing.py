"""Pieces to a bundle of the index: files that a browser loads one by one, of what it needs.

A bundle has a head (`head.json`), which names the folder of the rest by its digest: the
words in chunks, in order; what results show in packs; a file for each filter.  All are
JSON, packed.  The same pieces give the same bytes, in whatever order they come.
"""

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from dateline.ground.json_values import compact_json
from dateline.pages.search.dealing import MANIFEST, folder_of, manifest

_CHUNK: Final = (40_000, 9_000)
"""About how many characters of words are in a file: where there is one bundle, and where there are several."""
_PACK: Final = 6_000
"""About how many characters of results are in a file."""

Piece = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of an index, and what it begins with: a word, or the number of a document."""

    first: str | int
    content: bytes


def bundle(pieces: Iterable[str], shard: int = 0, count: int = 1) -> dict[str, bytes]:
    """Return the files of one of `count` bundles by their paths on the site; the first has the list of all."""
    documents = sorted(map(_read, pieces), key=lambda piece: (piece["kind"], piece["key"]))
    chunks = list(_chunks(_postings(documents), _CHUNK[count > 1]))
    packs = list(_cut((json.dumps(piece["shown"], ensure_ascii=False) for piece in documents), _PACK))
    files = {f"w{number}.bin": chunk.content for number, chunk in enumerate(chunks)}
    files |= {f"r{number}.bin": pack.content for number, pack in enumerate(packs)}
    files |= {f"f-{name}.bin": _packed(rows) for name, rows in _facets(documents).items()}
    digest = hashlib.sha256(b"\0".join(part for path in sorted(files) for part in (path.encode(), files[path])))
    head = {
        "folder": digest.hexdigest()[:12],
        "count": len(documents),
        "kinds": [[kind, sum(1 for _ in group)] for kind, group in groupby(piece["kind"] for piece in documents)],
        "ranks": "".join(str(piece["rank"]) for piece in documents),
        "words": [chunk.first for chunk in chunks],
        "packs": _steps(int(pack.first) for pack in packs),
        "filters": sorted({name for piece in documents for name in piece["filters"]}),
    }
    folder = folder_of(shard)
    made = {f"{folder}/{head['folder']}/{path}": content for path, content in files.items()}
    made[f"{folder}/head.bin"] = _packed(head)
    if not shard:
        made[MANIFEST] = manifest(count)
    return dict(sorted(made.items()))


def _read(piece: str) -> Piece:
    found: Piece = json.loads(piece)
    return found


def _postings(documents: Sequence[Piece]) -> Iterator[str]:
    """Yield each word as JSON, in the order in which a browser compares: where it stands, and how it may be written.

    Where it stands is one list: how far the document is from the one before, how many
    slots of it, and the slots.
    """
    places: dict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = defaultdict(int)
    spelt: dict[str, set[str]] = defaultdict(set)
    for number, piece in enumerate(documents):
        for word, slots in piece["words"].items():
            places[word] += (number - last[word], len(slots), *slots)
            last[word] = number
        for token, written in piece["spelt"].items():
            spelt[token].update(written)
    for word in sorted(places, key=_as_compared):
        row = [word, places[word], *([sorted(spelt[word])] if word in spelt else [])]
        yield compact_json(row)


def _as_compared(word: str) -> bytes:
    return word.encode("utf-16-be", "surrogatepass")


def _chunks(rows: Iterable[str], size: int) -> Iterator[IndexFile]:
    for words in _portions(rows, size):
        yield IndexFile(json.loads(words[0])[0], _zipped(f"[{','.join(words)}]"))


def _cut(rows: Iterable[str], size: int) -> Iterator[IndexFile]:
    first = 0
    for portion in _portions(rows, size):
        yield IndexFile(first, _zipped(f"[{','.join(portion)}]"))
        first += len(portion)


def _portions(rows: Iterable[str], size: int) -> Iterator[list[str]]:
    portion: list[str] = []
    length = 0
    for row in rows:
        portion.append(row)
        length += len(row)
        if length >= size:
            yield portion
            portion, length = [], 0
    if portion:
        yield portion


def _facets(documents: Sequence[Piece]) -> dict[str, list[list[object]]]:
    """Return of each filter its values, sorted: an id, what a reader sees, and the documents with their parts."""
    found: dict[str, dict[str, list[object]]] = defaultdict(dict)
    for number, piece in enumerate(documents):
        for name, values in piece["filters"].items():
            for id_, (label, *parts) in values.items():
                found[name].setdefault(id_, [id_, label]).append([number, *parts])
    return {name: [values[id_] for id_ in sorted(values)] for name, values in sorted(found.items())}


def _steps(numbers: Iterable[int]) -> list[int]:
    before, steps = 0, []
    for number in numbers:
        steps.append(number - before)
        before = number
    return steps


def _packed(value: object) -> bytes:
    return _zipped(compact_json(value))


def _zipped(text: str) -> bytes:
    return gzip.compress(text.encode("utf-8", "surrogatepass"), 9, mtime=0)
