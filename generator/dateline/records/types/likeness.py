"""Actors and places that may be one and the same."""

from dataclasses import KW_ONLY
from typing import Annotated

from pydantic.dataclasses import dataclass

from dateline.records.types.fields import RECORD, ActorId, PlaceId, Text, like

_Why = Annotated[Text, like("The letter of 1731 is signed with the same initials.")]


@dataclass(frozen=True, slots=True, config=RECORD)
class ActorLikeness:
    """Another actor who may be the same one."""

    _: KW_ONLY
    actor: ActorId
    """The other actor."""
    note: _Why
    """What speaks for it, and what against it."""


@dataclass(frozen=True, slots=True, config=RECORD)
class PlaceLikeness:
    """Another place that may be the same one."""

    _: KW_ONLY
    place: PlaceId
    """The other place."""
    note: _Why
    """What speaks for it, and what against it."""
