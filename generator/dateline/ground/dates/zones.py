"""Time zones by their IANA names: read from the locked `tzdata` package, never from the machine.

So a chronology comes out the same wherever it is built.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Final

DAY: Final = 86_400
"""How many seconds a day has here: no leap second is counted, as in UTC as computers keep it."""
_FIRST: Final = datetime(1, 1, 1, tzinfo=UTC)
_LAST_DAY: Final = date.max.toordinal()


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Return the names of all zones."""
    return frozenset(_package().joinpath("zones").read_text(encoding="utf-8").split())


def named_like(text: str) -> tuple[str, ...]:
    """Return the zones that somebody may mean who writes a town, or a name in other letters: "damascus"."""
    meant = "_".join(text.casefold().split())
    same = [name for name in names() if name.casefold() == meant]
    return tuple(sorted(same or [name for name in names() if name.casefold().rpartition("/")[2] == meant]))


def has_a_clock(day: int) -> bool:
    """Return whether zones tell the clock of a day: of the years 1 to 9999."""
    return 1 <= day <= _LAST_DAY


def shifts(name: str, day: int, second: int) -> tuple[int, int]:
    """Return how many seconds a zone's clock is ahead of UTC when it shows a second of a day.

    There are two answers where the clock was changed: of an hour that was skipped the second
    is the greater, of one that came twice the lesser.  Else they are the same.
    """
    shown = datetime.fromordinal(day) + timedelta(seconds=second)
    zone = _zone(name)
    return _shift(shown.replace(tzinfo=zone)), _shift(shown.replace(tzinfo=zone, fold=1))


def shift_at(name: str, instant: int) -> int | None:
    """Return how many seconds a zone's clock is ahead of UTC at an instant; None outside the years 1 to 9999.

    Instants are seconds since the day before the year 1, in UTC.
    """
    try:
        return _shift((_FIRST + timedelta(seconds=instant - DAY)).astimezone(_zone(name)))
    except OverflowError:
        return None


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only chronologies that have times need it

    if name not in names():
        raise ValueError(f"there is no zone '{name}'")
    with _package().joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def _package() -> Traversable:
    from importlib.resources import files  # noqa: PLC0415 - the same

    return files("tzdata")


def _shift(when: datetime) -> int:
    ahead = when.utcoffset()
    return 0 if ahead is None else int(ahead.total_seconds())
