"""The date that somebody surely means who types it otherwise than EDTF: that of the one cure that there is for it."""

import re
from typing import Final

from dateline.ground.dates.offers_of_dates import advice

_ONE_OFFER: Final = re.compile(
    r'write (?:date: "(?P<day>[^"]+)" and calendar: (?P<calendar>[a-z-]+)'
    r'|"(?P<quoted>[^"]+)"|(?P<plain>[0-9XY~?%/.-]+))'
    r"(?:, in plain digits and hyphens|,? for (?P<words>[^;]+))?"
)
_OTHERS: Final = (", or ", "; or ", "if ")
"""What stands in a cure that offers more than one date, or asks for something."""


def surely_meant(text: str, calendar: str | None = None) -> tuple[str, str | None] | None:
    """Return the EDTF that is meant and the calendar that the text names; None where it may be several, or none.

    What is taken so is what a message would offer as the only thing to write, so that both never differ.
    """
    return _offered(advice(text.strip(), calendar) or "")


def alone_offered(cure: str) -> str | None:
    """Return the date that a cure offers as the only thing to write; None where it asks, or names a calendar too."""
    date, calendar = _offered(cure) or ("", None)
    return date if date and calendar is None else None


def _offered(cure: str) -> tuple[str, str | None] | None:
    found = _ONE_OFFER.fullmatch(cure)
    if found is None or any(other in cure for other in _OTHERS):
        return None
    return found["day"] or found["quoted"] or found["plain"], found["calendar"]
