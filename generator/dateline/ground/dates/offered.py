"""What a message offers to write for a date, with its words, so that the editor sees which one is meant."""

from collections.abc import Iterable
from typing import Final

from dateline.ground.dates.edtf import read
from dateline.ground.dates.offers_of_times import sketched
from dateline.ground.dates.told import in_words

_QUOTED: Final = frozenset("[{-0")
"""How a date begins that YAML tools read as something else: -0430 is -280 to some, 0476 is 318."""


def typed(text: str) -> str:
    """Return a date as it is typed: in quotes where YAML would read a list, a time or another number."""
    return f'"{text}"' if text[:1] in _QUOTED or "T" in text else text


def one_of(found: Iterable[str]) -> str:
    """Return dates with their words, any of which may be meant: "2031-03-02 for 2 March 2031, or …"."""
    told = ((one, in_words(sketched(one))) for one in found)
    return ", or ".join(typed(one) if one == words else f"{typed(one)} for {words}" for one, words in told)


def within_or_lasting(first: str, last: str) -> str:
    """Return what to write for some time from one date to another, and for what lasted so long."""
    return f'write "[{first}..{last}]" if it was some time within, {first}/{last} if it lasted'


def of_calendar(date: str, calendar: str) -> str:
    """Return a date of another calendar as the two keys of a record, with its words."""
    words = in_words(read(date, calendar=calendar))
    return f'write date: "{date}" and calendar: {calendar}, for {words}'
