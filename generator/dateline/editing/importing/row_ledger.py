"""What each row gave to which record, so that a second run changes only what the row changed.

Of a value only a digest is kept: what is taken out of a record is not left here.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from dateline.records.types import RecordKind
from dateline.records.types.fields import is_id

FOLDER: Final = ".imports"
"""Where it lies in content/: hidden, so that no record is looked for in it."""
_VERSION: Final = 1
_DIGITS: Final = 12
_FEW: Final = 8
"""How many digits tell the values of one record from one another."""
_KEY: Final = re.compile(rf"(?:{'|'.join(kind.value for kind in RecordKind)}):[0-9a-f]{{{_DIGITS}}}")
ValuePath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What a row gave to a record: the record's id, and of each value where it stands and what it says, in digests."""

    id: str
    values: Mapping[str, str]
    whole: str = ""
    """The digest of all of it, by which a row is known to be as it was; nothing where something of it was refused."""

    def listed(self) -> list[str]:
        """Return it as a file has it."""
        return [self.id, "".join(f"{at}{said}" for at, said in sorted(self.values.items())), self.whole]


@dataclass(slots=True)
class RowLedger:
    """The records of one import by the keys of their rows."""

    known: dict[str, Given] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the ledger that a file is; an empty one where it is none of ours."""
        try:
            said: Any = json.loads(text)
            if said["version"] != _VERSION:
                return cls()
            return cls(dict(_given(said["records"])))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls()

    def text(self) -> str:
        """Return the file: a record a line, so that a change is a line."""
        lines = (f"{json.dumps(key)}: {json.dumps(one.listed())}" for key, one in sorted(self.known.items()))
        return f'{{"version": {_VERSION}, "records": {{\n' + ",\n".join(lines) + "\n}}\n"

    def note(self, key: str, id_: str, values: object, whole: str = "") -> None:
        """Note what a row gives."""
        self.known[key] = Given(id_, digests(values), whole)


def row_key(kind: RecordKind, key: str) -> str:
    """Return under which name a row's record is noted."""
    return f"{kind.value}:{digest(key)}"


def digest(text: str) -> str:
    """Return what tells a text from others."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def digests(value: object) -> dict[str, str]:
    """Return the digest of every value in a record, by the digest of where it stands."""
    return {digest_of_path(path): digest_of(said) for path, said in walked(value)}


def digest_of_path(path: ValuePath) -> str:
    """Return the digest of where something stands."""
    return digest("\x1f".join(path))[:_FEW]


def digest_of(value: object) -> str:
    """Return the digest of what a value says, whatever the order of its keys is."""
    return digest(json.dumps(value, ensure_ascii=False, sort_keys=True))[:_FEW]


def walked(value: object, path: ValuePath = ()) -> Iterator[tuple[ValuePath, object]]:
    """Yield all values within a record, each with where it stands: entries of lists by what they are known by."""
    if path:
        yield path, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walked(inner, (*path, str(key)))
    elif isinstance(value, list):
        for name, inner in named(value):
            yield from walked(inner, (*path, name))


def named(items: Iterable[object]) -> Iterator[tuple[str, object]]:
    """Yield the entries of a list, each with what it is known by: its id, what it names, or itself."""
    counts: dict[str, int] = {}
    for item in items:
        name = _name_of(item)
        counts[name] = counts.get(name, 0) + 1
        yield (name if counts[name] == 1 else f"{name} {counts[name]}"), item


_KNOWN_BY: Final = ("id", "place", "actor", "measure", "event", "url", "image", "name", "n", "at")


def _name_of(item: object) -> str:
    if not isinstance(item, Mapping):
        return str(item)
    if "how" in item:
        return f"{item['how']} {item.get('event')}"
    if isinstance(item.get("cite"), Mapping):
        return f"cite {item['cite'].get('source')} {item['cite'].get('paragraph', item['cite'].get('at', ''))}"
    return next((f"{key} {item[key]}" for key in _KNOWN_BY if key in item), digest_of(item))


def _given(records: Mapping[str, Any]) -> Iterator[tuple[str, Given]]:
    for key, (id_, values, whole) in records.items():
        if is_id(id_) and _KEY.fullmatch(key):  # a ledger of somebody else's making leads out of no folder
            parts = (values[place : place + 2 * _FEW] for place in range(0, len(values), 2 * _FEW))
            yield key, Given(id_, {part[:_FEW]: part[_FEW:] for part in parts}, str(whole))
