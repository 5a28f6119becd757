"""When what a claim says was so."""

from dateline.ground.dates import Edtf
from dateline.records.chronology import ClaimInContext


def time_of(context: ClaimInContext) -> Edtf:
    """Return when it was so, by a claim or else by its event; of who held a place, how long."""
    return context.time
