"""The marks of a map: precision by form, number of events by size."""

import math
from collections.abc import Iterator
from typing import Final

from dateline.pages.figures.geometry import Spot
from dateline.pages.figures.svg import element, text
from dateline.pages.shared.maps import MapPoint

_LEAST: Final = 5.0
_MOST: Final = 12.0
_NEAR: Final = 3.5
_WIDER: Final = {"area": 1.7, "region": 2.2, "unknown": 1.4}


def radius_of(point: MapPoint) -> float:
    """Return how far a mark reaches from its point, in user units."""
    return _own_radius(point) * _WIDER.get(point.precision, 1.0)


def mark_of(point: MapPoint, spot: Spot) -> Iterator[str]:
    """Yield the mark of a place, and around it the ground on which a finger or a pointer finds it."""
    yield element("circle", {"class": "dl-map__hit", "cx": spot[0], "cy": spot[1], "r": max(12.0, radius_of(point))})
    yield from symbol(point.precision, spot, _own_radius(point), is_near=point.is_neighbour)


def symbol(precision: str, spot: Spot, radius: float, *, is_near: bool = False) -> Iterator[str]:
    """Yield the form that stands for a precision: a dot is a point, a broken outline an area around it."""
    x, y = spot
    kind = "dl-map__mark dl-map__mark--near" if is_near else "dl-map__mark"
    wide = radius * _WIDER.get(precision, 1.0)
    dot = element("circle", {"class": kind, "cx": x, "cy": y, "r": radius})
    match precision:
        case "exact":
            yield dot
            yield element("path", {"class": "dl-map__cross", "d": _cross(x, y, radius)})
        case "area":
            yield element("circle", {"class": "dl-map__around", "cx": x, "cy": y, "r": wide})
            yield element("circle", {"class": kind, "cx": x, "cy": y, "r": radius * 0.5})
        case "region":
            side = wide * 2
            box: dict[str, object] = {"x": x - wide, "y": y - wide, "width": side, "height": side}
            yield element("rect", {"class": "dl-map__around", **box})
            yield element("circle", {"class": kind, "cx": x, "cy": y, "r": radius * 0.5})
        case "unknown":
            outline = f"M{x:.1f} {y - wide:.1f}L{x + wide:.1f} {y:.1f}L{x:.1f} {y + wide:.1f}L{x - wide:.1f} {y:.1f}Z"
            yield element("path", {"class": "dl-map__around dl-map__around--unknown", "d": outline})
            yield text("?", x, y + 3.5, text_anchor="middle", class_="dl-map__doubt")
        case _:
            yield dot


def _own_radius(point: MapPoint) -> float:
    if point.is_neighbour:
        return _NEAR
    return min(_LEAST + 1.4 * math.sqrt(max(point.events - 1, 0)), _MOST)


def _cross(x: float, y: float, radius: float) -> str:
    return f"M{x - radius:.1f} {y:.1f}H{x + radius:.1f}M{x:.1f} {y - radius:.1f}V{y + radius:.1f}"
