"""Records as plain lists and back, without validating again what was found valid.

A record becomes the list of its fields' values in the order of the type, dates become
their text.  Records are filled without validating: that is twenty times as fast.  Only the
shape of what they are filled with is looked at, and that an address leads to the web.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, make_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.ground import dates
from dateline.ground.dates import Edtf
from dateline.ground.json_values import Json
from dateline.records.loading.shapes_of_values import Shape
from dateline.records.types import State

R = TypeVar("R")
Coder: TypeAlias = Callable[[Any], Any]
"""Takes and gives one value of a record: only the hint of its field tells of which type."""


def encode(record: object) -> Json:
    """Return a record as a list of plain values."""
    kind: type = type(record)
    plain: Json = _encoder(kind)(record)
    return plain


def decode(record_type: type[R], values: Json, zone: str | None = None) -> R:
    """Return the record that `values` were made from; raises TypeError or ValueError where they are of none.

    Times of day are by the clock of `zone`, as they were when they were validated.
    """
    kind: type = record_type
    record: R = _decoder(kind, zone)(values)
    return record


@cache
def _encoder(record_type: type) -> Coder:
    parts = [(name, _coder(hint, _encoder, dates.kept)) for name, hint in _fields(record_type)]

    def encoded(record: object) -> list[Json]:
        values = ((getattr(record, name), code) for name, code in parts)
        return [value if code is None or value is None else code(value) for value, code in values]

    return encoded


@cache
def _decoder(record_type: type, zone: str | None) -> Coder:
    def of_record(kind: type) -> Coder:
        return _decoder(kind, zone)

    def of_date(text: str) -> Edtf:
        return dates.of_kept(text, zone)

    coders = [_coder(hint, of_record, of_date) for _, hint in _fields(record_type)]
    coded = [(index, code) for index, code in enumerate(coders) if code is not None]
    twin = _twin(record_type)
    shape = Shape([hint for _, hint in _annotated_fields(record_type)])

    def decoded(values: object) -> object:
        if not shape.fits(values):
            raise TypeError(f"no {record_type.__name__}")
        if coded:
            values = values.copy()
            for index, code in coded:
                value = values[index]
                if value is not None:
                    values[index] = code(value)
        record = twin(*values)
        record.__class__ = record_type
        return record

    return decoded


def _twin(record_type: type) -> Callable[..., Any]:
    """Return a type with the slots of a record type, to be filled where a frozen one that validates cannot be.

    Python lets an object change its class for one with the same slots.
    """
    names = [name for name, _ in _fields(record_type)]
    return make_dataclass(f"{record_type.__name__}Twin", names, slots=True, repr=False, eq=False, match_args=False)


def _fields(record_type: type) -> list[tuple[str, object]]:
    return [(name, _bare(hint)) for name, hint in _annotated_fields(record_type)]


def _annotated_fields(record_type: type) -> list[tuple[str, object]]:
    hints = get_type_hints(record_type, include_extras=True)
    return [(field.name, hints[field.name]) for field in fields(record_type) if field.name != "_"]


def _coder(hint: object, of_record: Callable[[type], Coder], of_date: Coder) -> Coder | None:
    """Return how a value of this type is coded; None where it is plain already."""
    if hint is Edtf:
        return of_date
    if hint is State:
        return str if of_date is dates.kept else State
    if is_dataclass(hint) and isinstance(hint, type):
        return of_record(hint)
    if get_origin(hint) is not tuple:
        return None
    of_item = _coder(_bare(get_args(hint)[0]), of_record, of_date)
    sequence: Coder = list if of_date is dates.kept else tuple
    return sequence if of_item is None else lambda values: sequence(map(of_item, values) if values else ())


def _bare(annotation: object) -> object:
    """Strip Annotated and Optional from a type."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        arms = [arm for arm in get_args(annotation) if arm is not NoneType]
        return _bare(arms[0]) if len(arms) == 1 else annotation
    return annotation
