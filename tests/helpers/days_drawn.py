"""Days for property tests."""

from dateline.ground.dates import Day
from hypothesis import strategies as st


def days_between(first: str = "0001-01-01", last: str = "9999-12-31") -> st.SearchStrategy[Day]:
    """Return any day from one to another."""
    begin, end = (Day.fromisoformat(text).toordinal() for text in (first, last))
    return st.integers(begin, end).map(Day.fromordinal)
