"""What it is to contradict: two claims that cannot both be true, and in what way."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dateline.records.chronology import ClaimInContext
from dateline.records.quantities import Bound
from dateline.records.types import Claim, Figure, Report

MOST_TOLD: Final = 1_000
"""How many contradictions of a sort are told of an event, or of two: claims that all collide make millions of pairs."""


class Collision(StrEnum):
    """In what way two claims contradict each other."""

    FIGURES = "figures"
    HOLDERS = "holders"
    STANCES = "stances"
    DATES = "dates"
    PRESENCE = "presence"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be true; the same claim twice where its own reports collide."""

    collision: Collision
    left: ClaimInContext
    right: ClaimInContext
    about: str

    @property
    def references(self) -> frozenset[str]:
        """The claims that it is about."""
        return frozenset({self.left.reference, self.right.reference})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A figure with the claim and the report that give it."""

    claim: Claim
    report: Report
    figure: Figure
    low: Bound
    """Its bounds in the base units of what it counts in, so that they are compared."""
    high: Bound
