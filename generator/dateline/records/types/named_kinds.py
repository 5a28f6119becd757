"""Which texts of the record types name a record or a claim: those that `one_of` marks so."""

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Final, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from dateline.records.types.fields import ONE_OF
from dateline.records.types.shared import RecordKind

CLAIM: Final = "claim"
"""The kind of what is named and is no record."""
_KINDS: Final = {**{kind.folder: kind.value for kind in RecordKind}, "claims": CLAIM}


@cache
def named_by(annotation: object) -> str | None:
    """Return the kind of record, or of claim, that a text of this type names; None where it names none."""
    if get_origin(annotation) is Annotated:
        first, *marks = get_args(annotation)
        return next(filter(None, map(_marked, marks)), None) or named_by(first)
    if get_origin(annotation) in {Union, UnionType}:
        return next(filter(None, (named_by(arm) for arm in get_args(annotation) if arm is not NoneType)), None)
    return None


def _marked(mark: object) -> str | None:
    extra = mark.json_schema_extra if isinstance(mark, FieldInfo) else None
    return _KINDS.get(str(extra.get(ONE_OF))) if isinstance(extra, dict) else None
