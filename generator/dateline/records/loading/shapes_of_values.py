"""Which plain values a field of a record may be kept as: what is kept has a valid shape, or is as good as not kept.

Shapes are compared by the tuple of their types, once each: that is a hundredth of the time of validating.
"""

from collections.abc import Callable
from dataclasses import is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeGuard, Union, get_args, get_origin

from dateline.ground.dates import Edtf
from dateline.records.types.fields import Url

Check = Callable[[Any], bool]

_PLAIN: Final[dict[object, frozenset[type]]] = {
    str: frozenset({str}),
    int: frozenset({int}),
    float: frozenset({float, int}),
    bool: frozenset({bool}),
    NoneType: frozenset({NoneType}),
    Edtf: frozenset({str}),
}
_SCHEMES: Final = ("https://", "http://")


def types_of(hint: object) -> frozenset[type]:
    """Return the types of JSON that a value of a field's type is kept as."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return types_of(arguments[0])
    if origin in {Union, UnionType}:
        return frozenset().union(*map(types_of, arguments))
    if origin is Literal:
        return frozenset(map(type, arguments))
    if origin in {tuple, dict}:
        return frozenset({list if origin is tuple else dict})
    return _PLAIN.get(hint) or _types_of_class(hint)


def _types_of_class(hint: object) -> frozenset[type]:
    if is_dataclass(hint):
        return frozenset({list})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return frozenset({str})
    raise TypeError(f"no shape is known for {hint}")


def check_of(hint: object) -> Check | None:
    """Return how a value is looked at whose type says too little; None where its type says all."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint == Url:
        return lambda value: value.startswith(_SCHEMES)
    if origin is Annotated:
        return check_of(arguments[0])
    if origin is Literal:
        return frozenset(arguments).__contains__
    if origin in {Union, UnionType}:
        return _check_of_some(arguments)
    return _check_of_items(hint) if origin in {tuple, dict} else None


def _check_of_some(hints: tuple[object, ...]) -> Check | None:
    checks = [(types_of(hint), check) for hint in hints if (check := check_of(hint)) is not None]
    if not checks:
        return None
    return lambda value: all(check(value) for types, check in checks if type(value) in types)


def _check_of_items(hint: object) -> Check | None:
    inner = get_args(hint)[0] if get_origin(hint) is tuple else get_args(hint)[1]
    types, check = types_of(inner), check_of(inner)
    if get_origin(hint) is dict:
        return lambda value: types.issuperset(map(type, value.values()))
    if types == {list}:  # the parts of a record look at themselves
        return None
    if check is None:
        return lambda value: types.issuperset(map(type, value))
    return lambda value: types.issuperset(map(type, value)) and all(map(check, value))


class Shape:
    """The shape of a record type's values: a type for each, and a look at those whose type says too little."""

    def __init__(self, hints: list[object]) -> None:
        self._types = [types_of(hint) for hint in hints]
        self._checks = [(at, check) for at, hint in enumerate(hints) if (check := check_of(hint)) is not None]
        self._seen: set[tuple[type, ...]] = set()

    def fits(self, values: object) -> TypeGuard[list[Any]]:
        """Return whether `values` is a list of values that fields of these types are kept as."""
        if type(values) is not list:
            return False
        found = tuple(map(type, values))
        if found not in self._seen:
            if len(found) != len(self._types) or not all(map(frozenset.__contains__, self._types, found)):
                return False
            self._seen.add(found)
        return all(check(values[at]) for at, check in self._checks if values[at] is not None)
