"""What a map is to fit: where most of it happened, when a few places lie so far away that all would be one dot."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from dateline.ground.geodata import Point, kilometres

_FEWEST: Final = 6
"""Fewer places than these are all shown: none of them is an exception yet."""
_MOST_OF_IT: Final = 0.8
_REACH: Final = 3.0
"""How many times farther than most a place may lie from the middle."""
_LEAST_KM: Final = 60.0
_GAIN: Final = 2.0
"""How much larger what is fitted must become for others to be left out."""
_TURN: Final = 360.0
P = TypeVar("P")


def near_and_far(
    found: Sequence[P], spot: Callable[[P], Point], weight: Callable[[P], int]
) -> tuple[tuple[P, ...], tuple[P, ...]]:
    """Return what a map fits, and what lies too far away for it; the order stays."""
    if len(found) < _FEWEST:
        return tuple(found), ()
    middle = _middle([(spot(one), max(weight(one), 1)) for one in found])
    away = [kilometres(middle, spot(one)) for one in found]
    total = sum(max(weight(one), 1) for one in found)
    reached, most = 0, 0.0
    for distance, one in sorted(zip(away, found, strict=True), key=lambda pair: pair[0]):
        reached, most = reached + max(weight(one), 1), distance
        if reached >= total * _MOST_OF_IT:
            break
    limit = max(most * _REACH, _LEAST_KM)
    near = [one for one, distance in zip(found, away, strict=True) if distance <= limit]
    farthest = max(distance for distance in away if distance <= limit)
    if max(away) < _GAIN * max(farthest, _LEAST_KM / 2):
        return tuple(found), ()
    return tuple(near), tuple(one for one, distance in zip(found, away, strict=True) if distance > limit)


def _middle(weighted: Sequence[tuple[Point, int]]) -> Point:
    """Return the weighted median of points, their longitudes unrolled around the heaviest."""
    (first, _) = max(weighted, key=lambda pair: pair[1])[0]
    lons = [(lon + _TURN * round((first - lon) / _TURN), weight) for (lon, _), weight in weighted]
    return _median(lons), _median([(lat, weight) for (_, lat), weight in weighted])


def _median(weighted: Sequence[tuple[float, int]]) -> float:
    half, reached = sum(weight for _, weight in weighted) / 2, 0
    for value, weight in sorted(weighted):
        reached += weight
        if reached >= half:
            return value
    raise AssertionError  # half of a sum is reached
