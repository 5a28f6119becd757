"""The text of a new record: its values in the order of its keys, and a comment for each key that may be added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self

from dateline.editing.schemas import FieldMeaning, told_of
from dateline.ground.yamltree.scalars import scalar
from dateline.records.types import Claim, RecordKind, Report, Standpoint, type_of_kind
from dateline.records.types.shapes import inside, keys_of, record_type_of

_LISTED: Final[frozenset[type]] = frozenset({Claim, Report, Standpoint})
"""What is written key by key on lines of its own; all else stands in braces."""
_LEFT_OUT: Final = frozenset({"id", "formerly", "history", "state", "body"})
"""Keys that a new record has no use for: of them nothing is said."""
_LONG: Final = 60


@dataclass(frozen=True, slots=True)
class Blank:
    """A value that is still to be given; `why` says what is missing."""

    why: str


class AsTyped(str):
    """A text that stands in a record as somebody typed it, in quotes or without."""

    __slots__ = ("typed",)

    typed: str

    @classmethod
    def of(cls, text: str, typed: str) -> Self:
        """Return a text with how it was typed."""
        made = cls(text)
        made.typed = typed
        return made


def record_text(
    kind: RecordKind, values: Mapping[str, object], *, schema: str | None = None, head: str = "", is_terse: bool = False
) -> str:
    """Return the file of a new record of `kind`; a terse one says nothing of keys that it has no value for.

    `values` are by key: texts, numbers, lists and mappings of them, or a Blank, which becomes a comment.  `schema` is
    the way to the schema, for editors; `head` is what the first comment says.
    """
    lines = [f"# {line}" for line in head.splitlines()]
    lines += _keys(type_of_kind[kind], values, 0, is_terse=is_terse)
    if kind.suffix == ".md":
        return "\n".join(["---", *lines, "---", ""])
    first = [f"# yaml-language-server: $schema={schema}"] if schema is not None else []
    return "\n".join([*first, *lines, ""])


def item_lines(record_type: type, values: Mapping[str, object], indent: int, *, is_terse: bool = False) -> list[str]:
    """Return an entry of a list, its dash at column `indent`."""
    first, *rest = _keys(record_type, values, indent + 2, is_terse=is_terse)
    return [f"{' ' * indent}- {first.lstrip()}", *rest]


def key_lines(record_type: type, key: str, value: object) -> list[str]:
    """Return a key of a record with its value, and nothing of keys within it that have none."""
    return list(_lines(key, value, keys_of(record_type)[key], 0, is_terse=True))


def _keys(record_type: type, values: Mapping[str, object], indent: int, *, is_terse: bool) -> Iterator[str]:
    margin, told = " " * indent, told_of(record_type)
    for key, annotation in keys_of(record_type).items():
        value = values.get(key)
        if isinstance(value, Blank):
            yield f"{margin}# {key}: …  # {one_line(value.why)}"
        elif value is not None:
            yield from _lines(key, value, annotation, indent, is_terse=is_terse)
        elif key not in _LEFT_OUT and not is_terse:
            yield f"{margin}# {key}: …  # {told[key].meaning}{_example(told[key])}"


def _lines(key: str, value: object, annotation: object, indent: int, *, is_terse: bool) -> Iterator[str]:
    margin, of = " " * indent, record_type_of(inside(annotation))
    if isinstance(value, list) and of is not None and value:
        yield f"{margin}{key}:"
        for item in value:
            is_listed = of in _LISTED
            yield from (
                item_lines(of, item, indent + 2, is_terse=is_terse) if is_listed else [f"{margin}  - {flow(item)}"]
            )
    elif isinstance(value, list) and sum(len(str(item)) for item in value) > _LONG:
        yield f"{margin}{key}:"
        yield from (f"{margin}  - {flow(item)}" for item in value)
    else:
        yield f"{margin}{key}: {flow(value)}"


def flow(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items() if item is not None) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, AsTyped):
        return value.typed
    if isinstance(value, bool):  # as YAML and the check write it, not as Python does
        return "true" if value else "false"
    if isinstance(value, float):  # never 1e-05, which YAML tools read in different ways
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return scalar(value) if isinstance(value, str) else str(value)


def _example(told: FieldMeaning) -> str:
    # Behind the meaning, so that an editor who takes the comment's sign away does not publish the example.
    return f" Such as: {flow(told.example)}" if told.example is not None else ""


def one_line(text: str) -> str:
    """Return a text as a comment can hold it: on one line, of signs that can be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
