"""Values with types as JSON, and back: a NamedTuple is a list there, a dataclass an object.

So what is kept between runs, or handed from process to process, has a name and a shape, and a
file of it can be opened and read.  A file without the shape of its type is as good as not kept.
"""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from dateline.ground import caching

T = TypeVar("T")


def read_as(path: Path, kind: type[T]) -> T | None:
    """Return what was kept at `path` by this engine, if it has the shape of this type."""
    content = caching.content_of(path)
    if content is None:
        return None
    try:
        engine, value = _adapter(tuple[str, kind]).validate_json(content, strict=True)  # type: ignore[valid-type] # known when it runs
    except (ValidationError, RecursionError):
        return None
    found: T = value
    return found if engine == caching.engine() else None


def write(path: Path, value: object) -> None:
    """Keep a value with a type."""
    caching.write_content(path, json.dumps([caching.engine(), value], default=_parts, **_COMPACT))


def as_json(value: object) -> bytes:
    """Return a value to be handed to another process of ours, whatever its texts hold."""
    return json.dumps(value, default=_parts, separators=(",", ":")).encode()


def of_json(content: bytes, kind: type[T]) -> T:
    """Return the value that another process of ours has handed over."""
    type_: type = kind
    value: T = _adapter(type_).validate_python(json.loads(content))
    return value


_COMPACT: Any = {"ensure_ascii": False, "separators": (",", ":"), "allow_nan": False}


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _parts(value: object) -> dict[str, object]:
    """Return the parts of a dataclass by their names."""
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no value of JSON")
    return {field.name: getattr(value, field.name) for field in fields(value)}
