"""The record types as JSON Schemas, which editors complete and check by, and as a field reference."""

from dateline.editing.schemas.json_schemas import TARGETS, Target, differences, schemas
from dateline.editing.schemas.offers import MOST_OFFERED, Offer, offers_of
from dateline.editing.schemas.reference import reference
from dateline.records.types.meanings import FieldMeaning, told_of

__all__ = [
    "MOST_OFFERED",
    "TARGETS",
    "FieldMeaning",
    "Offer",
    "Target",
    "differences",
    "offers_of",
    "reference",
    "schemas",
    "told_of",
]
