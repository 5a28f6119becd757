"""What was last said of a place before a day, of those who say nothing of the day itself.

Who speaks of a place seldom says so anew each day: what was said of the day before is what its
speakers still stand for, and the dispute about a day has it among its positions.
"""

from collections.abc import Collection, Iterator

from dateline.ground.dates import Day
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.time_of_claims import time_of
from dateline.records.chronology import ClaimInContext
from dateline.records.rules.standing import UNSETTLED
from dateline.records.types import Dispute


def disputes_about(edition: Edition, contexts: Collection[ClaimInContext]) -> list[Dispute]:
    """Return the disputes of some claims about who held a place, an open one first; after them, those about when."""
    by_claim = edition.chronology.disputes_by_claim
    found = {dispute.id: dispute for one in contexts for dispute in by_claim.get(one.reference, ())}
    return sorted(found.values(), key=lambda one: (one.kind != "control", one.status not in UNSETTLED))


def said_before(
    edition: Edition, day: Day, contexts: Collection[ClaimInContext], disputes: Collection[Dispute]
) -> list[ClaimInContext]:
    """Return what their `disputes` have of an earlier time, latest first: of who held the same place."""
    places = {one.claim.control.place for one in contexts if one.claim.control}
    known = {one.reference for one in contexts}
    found: dict[str, tuple[Day, ClaimInContext]] = {}
    for context in _stated(edition, disputes):
        control, last = context.claim.control, time_of(context).latest
        if control and control.place in places and last and last < day and context.reference not in known:
            found[context.reference] = (last, context)
    return [context for _, context in sorted(found.values(), key=lambda pair: pair[0], reverse=True)]


def _stated(edition: Edition, disputes: Collection[Dispute]) -> Iterator[ClaimInContext]:
    for dispute in disputes:
        for position in dispute.positions if dispute.kind == "control" else ():
            yield from (edition.chronology.claims[reference] for reference in position.claims)
