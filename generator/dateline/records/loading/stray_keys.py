"""A key that its record does not have, and another does: where it belongs."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.ground.yamltree import Step
from dateline.records.types import Actor, Dispute, Event, Place, Source
from dateline.records.types.shapes import annotation_at, inside, keys_of, record_type_of

_KINDS: Final = {"events": Event, "actors": Actor, "places": Place, "sources": Source, "disputes": Dispute}
_EVERYWHERE: Final = frozenset({"id", "note", "kind", "name", "title", "text", "date", "history"})
"""Keys that so many kinds of record have that it says nothing whose they are."""


def whose_key(record_type: type, loc: Sequence[Step], key: str) -> str:
    """Return whose a key is that stands at `loc` in a record and is unknown there; nothing where it is nobody's."""
    outside = (annotation_at(record_type, loc[:step]) for step in range(len(loc) - 1))
    around = [found for annotation in outside if (found := record_type_of(annotation))]
    holder = record_type_of(annotation_at(record_type, loc[:-1]))
    outer = next((one for one in reversed(around) if one is not holder and key in keys_of(one)), None)
    if outer is not None:
        return f"it is a key of the {outer.__name__.lower()}: write it in the column of that one's other keys"
    if holder is None:
        return ""
    inner = next((name for name, of in _parts(holder) if key in keys_of(of)), None)
    if inner is not None and key not in _EVERYWHERE:
        return f"it is a key of an entry of {inner}: write it there"
    kinds = [name for name, of in _KINDS.items() if of is not record_type and key in keys_of(of)]
    if not kinds or key in _EVERYWHERE:
        return ""
    return f"it is a key of {' and '.join(kinds)}, and of nothing here"


def _parts(holder: type) -> Iterator[tuple[str, type]]:
    """Yield the keys of a record type that hold records themselves, with their types."""
    for name, annotation in keys_of(holder).items():
        of = record_type_of(annotation) or record_type_of(inside(annotation))
        if of is not None:
            yield name, of
