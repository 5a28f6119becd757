"""What the coordinates of a place may have been meant to be: exchanged, with a lost sign, or with digits exchanged."""

import math
from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.ground.geodata import Point

_HIGHEST: Final = 90.0
EXCHANGED: Final = ((500.0, 50.0), (750.0, 100.0), (1500.0, 200.0), (3000.0, 400.0))
"""How far a place must be from the others as written, and how near another reading must bring it, in kilometres.

The first holds only where the others are several.
"""
_TRANSPOSED: Final = ((500.0, 50.0), (750.0, 100.0))
_MIRRORED: Final = ((1000.0, 100.0), (2000.0, 200.0), (3000.0, 400.0))


class Misreading(NamedTuple):
    """Another way in which two numbers may have been meant."""

    lat: float
    lon: float
    question: str
    bounds: tuple[tuple[float, float], ...]
    """How far and how near: what such a reading must bring about to be believed."""
    together: float = 2000.0
    """How near half of the others must lie to it: those of a continent, or of the world, tell nothing."""

    @property
    def point(self) -> Point:
        """The place so read: longitude first."""
        return self.lon, self.lat

    @property
    def hint(self) -> str:
        """What to write."""
        return f"{self.question} write lat: {self.lat:.10g} and lon: {self.lon:.10g}"


def readings(lat: float, lon: float) -> Iterator[Misreading]:
    """Yield the other ways in which a latitude and a longitude may have been meant, the likeliest first."""
    exchanged, mirrored = "were lat and lon exchanged?", "was a minus sign lost, or one too many?"
    if abs(lon) <= _HIGHEST:
        yield Misreading(lon, lat, exchanged, EXCHANGED)
    for south, east in ((lat, -lon), (-lat, lon), (-lat, -lon)):
        yield Misreading(south, east, mirrored, _MIRRORED)
    for south, east in ((lon, -lat), (-lon, lat), (-lon, -lat)) if abs(lon) <= _HIGHEST else ():
        yield Misreading(south, east, "were lat and lon exchanged, and a minus sign lost?", _MIRRORED)
    for south, limit in ((True, _HIGHEST), (False, 2 * _HIGHEST)):
        for meant in _with_digits_exchanged(lat if south else lon):
            if abs(meant) <= limit:
                lat_meant, lon_meant = (meant, lon) if south else (lat, meant)
                yield Misreading(lat_meant, lon_meant, "were two digits exchanged?", _TRANSPOSED, 500.0)


def _with_digits_exchanged(value: float) -> Iterator[float]:
    """Yield a number of degrees with two whole digits, side by side, in each other's place."""
    sign, whole = math.copysign(1.0, value), f"{int(abs(value))}"
    fraction = abs(value) - int(abs(value))
    for index in range(len(whole) - 1):
        if whole[index] != whole[index + 1]:
            swapped = f"{whole[:index]}{whole[index + 1]}{whole[index]}{whole[index + 2 :]}"
            yield sign * (int(swapped) + fraction)
