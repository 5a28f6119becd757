"""What is settled of each position of a dispute: that it is so, that it is not, or nothing yet.

Its own resolution says so first; where that leaves a position open, the resolution of another does, by its claims: a
claim has one outcome wherever it is told, and so has a position all of whose claims are settled one way.
"""

from typing import Final

from dateline.records.chronology import Chronology, Settlement
from dateline.records.rules.standing import Outcome
from dateline.records.types import Dispute, Resolution, Standpoint

_ORDER: Final = (Outcome.SETTLED_STANDS, Outcome.OPEN, Outcome.SETTLED_FALLS)


def verdict(chronology: Chronology, dispute: Dispute, position: Standpoint) -> Outcome:
    """Return whether a position is settled as so, as not so, or open, in its own dispute or in another."""
    own = _own_verdict(chronology, dispute, position)
    elsewhere = settled_elsewhere(chronology, dispute, position)
    if elsewhere is None:
        return own
    is_so = elsewhere.stands == (position.stance == "asserts")
    return Outcome.SETTLED_STANDS if is_so else Outcome.SETTLED_FALLS


def settled_elsewhere(chronology: Chronology, dispute: Dispute, position: Standpoint) -> Settlement | None:
    """Return by what another dispute settled all claims of a position one way that its own dispute leaves open."""
    if _own_verdict(chronology, dispute, position) is not Outcome.OPEN:
        return None
    found = [_of_another(chronology, dispute, reference) for reference in position.claims]
    settled = [one for one in found if one is not None]
    if not settled or len(settled) < len(found) or len({one.stands for one in settled}) > 1:
        return None
    return max(settled, key=lambda one: one.resolution.date.order)


def _of_another(chronology: Chronology, dispute: Dispute, reference: str) -> Settlement | None:
    """Return the last settlement of a claim by another dispute."""
    others = [one for one in chronology.settlements.get(reference, ()) if one.dispute.id != dispute.id]
    return max(others, key=lambda one: one.resolution.date.order) if others else None


def _own_verdict(chronology: Chronology, dispute: Dispute, position: Standpoint) -> Outcome:
    """Return what the resolution of its own dispute says of a position.

    Where a dispute is settled only in part, several positions in its outcome are still open, unless each claim of one
    is settled for it.  Where it names what it settles, no position is so, and none falls, without a claim of it.
    """
    resolution = dispute.resolution
    if resolution is None or not resolution.outcome or dispute.status in {"open", "not-a-conflict"}:
        return Outcome.OPEN
    if chronology.keeps_range(resolution):
        return Outcome.OPEN
    is_partial = dispute.status == "partly-resolved"
    held = _settled_for(resolution, position)
    if position.id in resolution.outcome:
        is_so = (
            not is_partial
            or (bool(held) and all(held))
            or (len(resolution.outcome) == 1 and _is_named(resolution, held))
        )
        return Outcome.SETTLED_STANDS if is_so else Outcome.OPEN
    if is_partial and resolution.settles:
        return Outcome.SETTLED_FALLS if False in held else Outcome.OPEN
    return Outcome.SETTLED_FALLS if not is_partial or dispute.relation == "exclusive" else Outcome.OPEN


def by_verdict(chronology: Chronology, dispute: Dispute) -> tuple[Standpoint, ...]:
    """Return the positions of a dispute: what is so first, what is not so last, else as the record has them."""
    return tuple(sorted(dispute.positions, key=lambda one: _ORDER.index(verdict(chronology, dispute, one))))


def _is_named(resolution: Resolution, held: list[bool | None]) -> bool:
    """Return whether something of a position is among what is settled, or nothing is named at all."""
    return not resolution.settles or True in held


def _settled_for(resolution: Resolution, position: Standpoint) -> list[bool | None]:
    """Return, for each claim of a position, whether it is settled for the position; None where it is not settled."""
    so = "stands" if position.stance == "asserts" else "falls"
    settled = map(resolution.settles.get, position.claims)
    return [None if how is None else how == so for how in settled]
