"""What stands at certain paths of a record, found in one pass without the steps that lead there."""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, TypeVar

from dateline.records.rules.context import EACH, Path
from dateline.records.types import Record

L = TypeVar("L")
Picker = Callable[[Record], list[tuple[L, object]]]
"""Finds what stands at the paths that it was made for, each with its path's label."""
_Visit = Callable[[Any, list[tuple[L, object]]], None]


def picker(paths: Mapping[Path, L]) -> Picker[L]:
    """Return what finds everything at `paths`, a step `EACH` leading to every entry of a list, in records of one type.

    The paths become one tree of functions: a record is walked once, and no value is asked for its type.
    """
    visit = _visit(paths)

    def pick(record: Record) -> list[tuple[L, object]]:
        found: list[tuple[L, object]] = []
        visit(record, found)
        return found

    return pick


def _visit(paths: Mapping[Path, L]) -> _Visit[L]:
    if () in paths:
        return _taking(paths[()])
    below: dict[str, dict[Path, L]] = {}
    for path, label in paths.items():
        below.setdefault(path[0], {})[path[1:]] = label
    if EACH in below:
        return _each(_visit(below[EACH]))
    return _keys([(attrgetter(key), _visit(rest)) for key, rest in below.items()])


def _taking(label: L) -> _Visit[L]:
    def visit(value: object, found: list[tuple[L, object]]) -> None:
        found.append((label, value))

    return visit


def _each(inner: _Visit[L]) -> _Visit[L]:
    def visit(entries: Iterable[object], found: list[tuple[L, object]]) -> None:
        for entry in entries:
            inner(entry, found)

    return visit


def _keys(keys: list[tuple["attrgetter[object]", _Visit[L]]]) -> _Visit[L]:
    def visit(value: object, found: list[tuple[L, object]]) -> None:
        for get, inner in keys:
            child = get(value)
            if child:  # neither nothing nor an empty list
                inner(child, found)

    return visit
