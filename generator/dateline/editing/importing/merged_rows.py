"""What a record says once its row has changed: of what the row said and says, and of what an editor wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dateline.editing.importing.row_ledger import ValuePath, digest_of, digest_of_path, named

_GONE: Final = object()


@dataclass(slots=True)
class ThreeWay:
    """Brings together what a row gave (in digests), what stands in the file, and what the row gives now."""

    given: Mapping[str, str]
    kept: list[ValuePath] = field(default_factory=list)
    """Where the row has changed and an editor too: what the editor wrote stays."""

    def merged(self, ours: Mapping[str, object], theirs: Mapping[str, object]) -> dict[str, object]:
        """Return what the record is to say."""
        found = self._mapping(ours, theirs, ())
        return {key: value for key, value in found.items() if value is not _GONE}

    def _value(self, ours: object, theirs: object, path: ValuePath) -> object:
        if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            return self._mapping(ours, theirs, path)
        if isinstance(ours, list) and isinstance(theirs, list):
            return self._list(ours, theirs, path)
        if ours == theirs:
            return ours
        if self._was(path) == digest_of(theirs):
            return ours  # only the editor changed it
        if self._was(path) == digest_of(ours):
            return theirs  # only the row did
        self.kept.append(path)
        return ours

    def _mapping(self, ours: Mapping[str, object], theirs: Mapping[str, object], path: ValuePath) -> dict[str, object]:
        found = ((key, self._entry(ours, theirs, key, path)) for key in dict.fromkeys([*ours, *theirs]))
        return {key: value for key, value in found if value is not _GONE}

    def _list(self, ours: list[object], theirs: list[object], path: ValuePath) -> list[object]:
        mine, other = dict(named(ours)), dict(named(theirs))
        found = (self._entry(mine, other, name, path) for name in dict.fromkeys([*mine, *other]))
        return [value for value in found if value is not _GONE]

    def _entry(self, ours: Mapping[str, object], theirs: Mapping[str, object], name: str, path: ValuePath) -> object:
        here = (*path, name)
        if name in ours and name in theirs:
            return self._value(ours[name], theirs[name], here)
        if name in theirs:
            if self._was(here) is None:
                return theirs[name]  # the row has it anew
            if self._was(here) != digest_of(theirs[name]):
                self.kept.append(here)  # the row changed it, and an editor had taken it out
            return _GONE
        if self._was(here) is None:
            return ours[name]  # the editor's own
        if self._was(here) == digest_of(ours[name]):
            return _GONE  # the row has it no more
        self.kept.append(here)
        return ours[name]

    def _was(self, path: ValuePath) -> str | None:
        return self.given.get(digest_of_path(path))


ValuePlace = tuple[str | int, ...]
"""The steps to a value: keys, and the numbers of entries."""


def changed_leaves(before: object, after: object) -> list[tuple[ValuePlace, object]] | None:
    """Return the single values that differ, where nothing else does; None where keys or entries came or went."""
    found: list[tuple[ValuePlace, object]] = []
    return found if _collect(before, after, (), found) else None


def _collect(before: object, after: object, place: ValuePlace, found: list[tuple[ValuePlace, object]]) -> bool:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        is_alike = list(before) == list(after)
        return is_alike and all(_collect(before[key], after[key], (*place, key), found) for key in before)
    if isinstance(before, list) and isinstance(after, list):
        pairs = enumerate(zip(before, after, strict=False))
        is_alike = len(before) == len(after)
        return is_alike and all(_collect(one, other, (*place, number), found) for number, (one, other) in pairs)
    if isinstance(before, Mapping | list) or isinstance(after, Mapping | list):
        return False
    if before != after:
        found.append((place, after))
    return True
