"""Whether two dates can both be true, or the one is after the other: by their times of day, else by their days."""

from typing import Final

from dateline.ground.dates.instants import HOUR
from dateline.ground.dates.values import Edtf
from dateline.ground.dates.zones import DAY

_FURTHEST_BEHIND: Final = 12 * HOUR
"""By so much the last clock of the world ends a day after UTC."""


def is_after(one: Edtf, published: Edtf) -> bool:
    """Return whether a date is for certain after another, that of a publication.

    A day of publication is that of the publisher's clock, which nobody tells: on the evening
    of the 13th a paper in Houston may tell of 03:08 UTC on the 14th.
    """
    began, last = one.began, published.latest
    if began is None or last is None:
        return one.earliest is not None and last is not None and one.earliest > last
    appeared = published.began
    over = appeared[1] if appeared else (last.toordinal() + 1) * DAY - 1 + _FURTHEST_BEHIND
    return began[0] > over


def lie_apart(one: Edtf, other: Edtf) -> bool:
    """Return whether no moment is in both dates."""
    earlier, later = sorted((one, other), key=lambda when: when.order)
    ended, began = earlier.ended, later.began
    if ended is not None and began is not None:
        return ended[1] < began[0]
    return earlier.latest is not None and later.earliest is not None and earlier.latest < later.earliest
