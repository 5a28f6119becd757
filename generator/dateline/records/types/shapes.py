"""The shape of record types: what keys each has, in their order, and what each key takes."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from dateline.ground.dates import Edtf
from dateline.records.types.fields import key_of, one_or_several

_NOT_TYPED: Final = frozenset({"_", "body"})
"""What the types have and no file has as a key."""
_NUMBERS: Final = frozenset({int, float})


@cache
def keys_of(record_type: type) -> dict[str, object]:
    """Return the keys of a record type, in the order in which editors write them, each with its annotation."""
    hints = get_type_hints(record_type, include_extras=True)
    return {key_of(field.name): hints[field.name] for field in fields(record_type) if field.name not in _NOT_TYPED}


def values_of(record: Any) -> dict[str, object]:
    """Return the values of a record or of a part of one by their keys, its body among them."""
    return {key_of(field.name): getattr(record, field.name) for field in fields(record) if field.name != "_"}


def with_values(record: Any, values: Mapping[str, object]) -> Any:
    """Return a record, or a part of one, with other values, given by their keys."""
    return type(record)(**{**values_of(record), **values})


def record_type_of(annotation: object) -> type | None:
    """Return the record type that a value of `annotation` is of, or None where it is of none."""
    stripped = bare(annotation)
    return stripped if isinstance(stripped, type) and is_dataclass(stripped) and stripped is not Edtf else None


def inside(annotation: object) -> object:
    """Return the annotation of what stands in a list, or of the values of a mapping; None where it is neither."""
    stripped = bare(annotation)
    arguments = get_args(stripped)
    return arguments[-1 if get_origin(stripped) is dict else 0] if get_origin(stripped) in {dict, tuple} else None


def one_of_them(annotation: object) -> object:
    """Return what one entry of a list is, for where it may stand for the list; of no list what it is itself."""
    return inside(annotation) if get_origin(bare(annotation)) is tuple else annotation


def takes_one_alone(annotation: object) -> bool:
    """Return whether one entry may stand for the list that a value of `annotation` is."""
    if get_origin(annotation) is not Annotated:
        return False
    first, *more = get_args(annotation)
    return takes_one_alone(first) or any(getattr(one, "func", None) is one_or_several for one in more)


def annotation_at(record_type: type, steps: Iterable[str | int]) -> object:
    """Return the annotation of what stands at some steps from a record; None where nothing can."""
    current: object = record_type
    for step in steps:
        found = record_type_of(current)
        current = inside(current) if found is None else keys_of(found).get(str(step))
    return current


def takes_text(annotation: object) -> bool:
    """Return whether a value of `annotation` is free text (a date is none, nor is a word of a fixed list)."""
    return bare(annotation) is str


def takes_date(annotation: object) -> bool:
    """Return whether a value of `annotation` is a date."""
    return bare(annotation) is Edtf


def takes_number(annotation: object) -> bool:
    """Return whether a value of `annotation` is a number."""
    return bare(annotation) in _NUMBERS


def bare(annotation: object) -> object:
    """Return a type without Annotated and Optional; of several arms the first counts."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return bare(next(arm for arm in get_args(annotation) if arm is not NoneType))
    return annotation
