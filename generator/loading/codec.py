"""Records as plain lists and back, without validating again what was found valid.

A record becomes the list of its fields' values in the order of the type, dates become
their text.  Slots are filled directly: that is ten times as fast as validating.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator import dates
from generator.dates import Edtf
from generator.records import State

Coder = Callable[[Any], Any]


def encode(record: Any) -> list[Any]:
    """Return a record as a list of plain values."""
    kind: type = type(record)
    plain: list[Any] = _encoder(kind)(record)
    return plain


def decode(record_type: type, values: Any) -> Any:
    """Return the record that `values` were made from; raises TypeError or ValueError where they are of none."""
    return _decoder(record_type)(values)


@cache
def _encoder(record_type: type) -> Coder:
    parts = [(name, _coder(hint, _encoder, str)) for name, hint in _fields(record_type)]

    def encoded(record: Any) -> list[Any]:
        values = ((getattr(record, name), code) for name, code in parts)
        return [value if code is None or value is None else code(value) for value, code in values]

    return encoded


@cache
def _decoder(record_type: type) -> Coder:
    hints = _fields(record_type)
    fillers = [(getattr(record_type, name).__set__, _coder(hint, _decoder, dates.parse)) for name, hint in hints]
    count = len(fillers)
    make = object.__new__

    def decoded(values: Any) -> Any:
        if type(values) is not list or len(values) != count:
            raise TypeError(f"no {record_type.__name__}")
        record: Any = make(record_type)
        for (fill, code), value in zip(fillers, values, strict=True):
            fill(record, value if code is None or value is None else code(value))
        return record

    return decoded


def _fields(record_type: type) -> list[tuple[str, Any]]:
    hints = get_type_hints(record_type, include_extras=True)
    return [(field.name, _bare(hints[field.name])) for field in fields(record_type) if field.name != "_"]


def _coder(hint: Any, of_record: Callable[[type], Coder], of_date: Coder) -> Coder | None:
    """Return how a value of this type is coded; None where it is plain already."""
    if hint is Edtf:
        return of_date
    if hint is State:
        return str if of_date is str else State
    if is_dataclass(hint) and isinstance(hint, type):
        return of_record(hint)
    if get_origin(hint) is not tuple:
        return None
    of_item = _coder(_bare(get_args(hint)[0]), of_record, of_date)
    sequence: Coder = list if of_date is str else tuple
    return sequence if of_item is None else lambda values: sequence(map(of_item, values))


def _bare(annotation: Any) -> Any:
    """Strip Annotated and Optional from a type."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        arms = [arm for arm in get_args(annotation) if arm is not NoneType]
        return _bare(arms[0]) if len(arms) == 1 else annotation
    return annotation
