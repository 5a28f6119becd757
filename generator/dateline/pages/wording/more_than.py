"""Numbers that somebody is said to be above: "more than 16" is recorded as 17 or more, which nobody said."""

import re
from typing import Final

from dateline.records.types import Figure

_NUMBER: Final = re.compile(r"\d+(?:[.,’\s]\d{3})*(?!\d)")


def more_than(figure: Figure) -> int | None:
    """Return the number above which a figure is: its wording names it, and not the next one, from which it is open."""
    low = figure.lowest
    if low is None or figure.highest is not None or low != int(low):
        return None
    named = {int(re.sub(r"\D", "", found)) for found in _NUMBER.findall(figure.wording or "")}
    return int(low) - 1 if int(low) - 1 in named and int(low) not in named else None
