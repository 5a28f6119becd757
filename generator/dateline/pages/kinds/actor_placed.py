"""On which side an actor is, by whom it is placed there, and what of that does not count."""

from dataclasses import dataclass
from typing import Final

from dateline.ground.languages import marked
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import CitationView, Link
from dateline.pages.wording.times_of_facts import time_of_fact
from dateline.records.types import Actor, Side
from dateline.records.whose_word import COUNTING, PlacingWeight

WEIGHT_LABEL: Final = {
    PlacingWeight.OWN: marked("counts: its own word"),
    PlacingWeight.COUNTED: marked("counts"),
    PlacingWeight.ALONE: marked("does not count: one voice alone"),
    PlacingWeight.ADVERSARY: marked("does not count: an adversary"),
    PlacingWeight.UNKNOWN: marked("does not count: its publisher is not known"),
}


@dataclass(frozen=True, slots=True)
class SideView:
    """Where a source places an actor, and whether that counts."""

    side: str
    basis: str
    when: str
    citation: CitationView
    weight: str


@dataclass(frozen=True, slots=True)
class UncountedSide:
    """A side on which an actor is placed without that counting, and by whom."""

    side: str
    alone: tuple[Link, ...]
    adversaries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlacedView:
    """On which sides an actor is, by the rule, and all that sources say of it."""

    sides: tuple[str, ...]
    """The sides on which it is."""
    uncounted: tuple[UncountedSide, ...]
    """Where it is on none: on which side sources place it all the same."""
    is_by_body: bool
    """Whether it is where the body is that it speaks for or is a part of."""
    told: tuple[SideView, ...]
    """Where each source places it."""


def placed_view(edition: Edition, actor: Actor) -> PlacedView:
    """Return on which sides an actor is, and what sources say of it."""
    sides = sorted(edition.chronology.side_of(actor.id))
    said = dict.fromkeys(one.side for one in actor.sides)
    return PlacedView(
        sides=tuple(edition.term("sides", side) for side in sides),
        uncounted=() if sides else tuple(_uncounted(edition, actor, side) for side in said),
        is_by_body=bool(sides) and COUNTING.isdisjoint(edition.chronology.placings[actor.id].values()),
        told=tuple(_side(edition, actor, one) for one in actor.sides),
    )


def _uncounted(edition: Edition, actor: Actor, side: str) -> UncountedSide:
    def by(wanted: PlacingWeight) -> tuple[Link, ...]:
        placings = edition.chronology.placings[actor.id].items()
        return tuple(edition.actor(voice) for (of, voice), weight in placings if (of, weight) == (side, wanted))

    return UncountedSide(edition.term("sides", side), by(PlacingWeight.ALONE), by(PlacingWeight.ADVERSARY))


def _side(edition: Edition, actor: Actor, side: Side) -> SideView:
    when = time_of_fact(side, edition.language)
    weight = edition.language.gettext(WEIGHT_LABEL[edition.chronology.weight_of_placing(actor, side)])
    return SideView(edition.term("sides", side.side), side.basis or "", when, edition.citation(side.cite), weight)
