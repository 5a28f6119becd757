"""The marks of a map: precision by form, number of events by size."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.pages.figures.geometry import Spot
from dateline.pages.figures.svg import element, text
from dateline.pages.shared.maps import MapPoint

_LEAST: Final = 5.0
_MOST: Final = 12.0
_NEAR: Final = 3.5
_FINGER: Final = 25.0
"""How wide a target is at least: 24 pixels on a phone, which draws a map a little smaller."""
APART: Final = 26.0
"""How far marks lie from each other at least."""
_GROUP: Final = 9.5
_WIDER: Final = {"area": 1.7, "region": 2.2, "unknown": 1.4}


@dataclass(frozen=True, slots=True)
class MapMark:
    """Places so near to each other on paper that they are one mark; the first has the most events."""

    points: tuple[MapPoint, ...]
    spot: Spot

    @property
    def head(self) -> MapPoint:
        """The place that it is named after."""
        return self.points[0]

    @property
    def radius(self) -> float:
        """How far the mark reaches from its point, in user units."""
        if len(self.points) > 1:
            return _GROUP
        return _own_radius(self.head) * _WIDER.get(self.head.precision, 1.0)

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps in which something happened at any of them."""
        return tuple(sorted({step for point in self.points for step in point.steps}))


def grouped(found: Iterable[tuple[MapPoint, Spot]]) -> list[MapMark]:
    """Return the marks of places, none so near to another that a finger could not tell them apart."""
    groups: list[MapMark] = []
    for point, spot in found:
        near = next((number for number, one in enumerate(groups) if math.dist(one.spot, spot) < APART), None)
        if near is None:
            groups.append(MapMark((point,), spot))
        else:
            groups[near] = replace(groups[near], points=(*groups[near].points, point))
    return groups


def mark_of(group: MapMark) -> Iterator[str]:
    """Yield a mark, and around it the ground on which a finger or a pointer finds it."""
    x, y = group.spot
    yield element("circle", {"class": "dl-map__hit", "cx": x, "cy": y, "r": max(_FINGER / 2, group.radius)})
    if len(group.points) == 1:
        yield from symbol(group.head.precision, group.spot, _own_radius(group.head), is_near=group.head.is_neighbour)
        return
    yield element("circle", {"class": "dl-map__group", "cx": x, "cy": y, "r": _GROUP})
    # How many of them each step has, for the script that counts anew.
    by_step = Counter(step for point in group.points for step in point.steps)
    told = {"data-steps": " ".join(f"{step}:{by_step[step]}" for step in sorted(by_step))} if by_step else {}
    attributes = {"x": x, "y": y + 4, "text-anchor": "middle", "class": "dl-map__count", **told}
    yield element("text", attributes, str(len(group.points)))


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
