"""The record types as JSON Schemas, which editors complete and check by, and as a field reference."""

from generator.schemas.offers import MOST_OFFERED, Offer, offers_of
from generator.schemas.reference import reference
from generator.schemas.telling import Told, told_of
from generator.schemas.writing import TARGETS, Target, differences, schemas

__all__ = [
    "MOST_OFFERED",
    "TARGETS",
    "Offer",
    "Target",
    "Told",
    "differences",
    "offers_of",
    "reference",
    "schemas",
    "told_of",
]
