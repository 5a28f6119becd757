"""Flat geometry of a figure: boxes, and lines cut at a box."""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Spot = tuple[float, float]
"""A point in user units: x to the right, y downwards."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in user units."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Return whether two boxes share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Return whether another box lies wholly in this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def away_from(self, spot: Spot) -> float:
        """Return how far a point is from the box; 0 where it lies in it."""
        dx = max(self.left - spot[0], 0.0, spot[0] - self.right)
        dy = max(self.top - spot[1], 0.0, spot[1] - self.bottom)
        return math.hypot(dx, dy)

    def grown(self, by: float) -> "Box":
        """Return the box with `by` more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def box_around(spot: Spot, radius: float) -> Box:
    """Return the square box around a point."""
    return Box(spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius)


def clipped_segment(start: Spot, end: Spot, box: Box) -> tuple[Spot, Spot] | None:
    """Return the part of a segment that lies in a box, or None (Liang and Barsky, 1984)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, start[0] - box.left),
        (dx, box.right - start[0]),
        (-dy, start[1] - box.top),
        (dy, box.bottom - start[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    cut_start = start if first == 0 else (start[0] + first * dx, start[1] + first * dy)
    cut_end = end if last == 1 else (start[0] + last * dx, start[1] + last * dy)
    return cut_start, cut_end


def clipped(line: Sequence[Spot], box: Box) -> Iterator[list[Spot]]:
    """Yield the pieces of a line that lie in a box."""
    piece: list[Spot] = []
    for start, end in itertools.pairwise(line):
        kept = clipped_segment(start, end, box)
        if kept is None:
            if piece:
                yield piece
            piece = []
            continue
        if piece and piece[-1] != kept[0]:
            yield piece
            piece = []
        piece = [*piece, kept[1]] if piece else list(kept)
    if piece:
        yield piece


def outside(line: Sequence[Spot], box: Box) -> Iterator[list[Spot]]:
    """Yield the pieces of a line that lie outside a box."""
    piece = list(line[:1])
    for start, end in itertools.pairwise(line):
        hidden = clipped_segment(start, end, box)
        if hidden is None:
            piece.append(end)
            continue
        piece += [hidden[0]] if hidden[0] != start else []
        if len(piece) > 1:
            yield piece
        piece = [hidden[1], end] if hidden[1] != end else [end]
    if len(piece) > 1:
        yield piece


def joined(pieces: Iterable[list[Spot]]) -> list[list[Spot]]:
    """Return the pieces, those that follow on each other made one."""
    whole: list[list[Spot]] = []
    for piece in pieces:
        if whole and whole[-1][-1] == piece[0]:
            whole[-1].extend(piece[1:])
        else:
            whole.append(list(piece))
    return whole


def along(line: Sequence[Spot], share: float) -> tuple[Spot, Spot]:
    """Return the point at a share (0 to 1) of a line's length, and the direction there as a unit vector."""
    lengths = [_length(start, end) for start, end in itertools.pairwise(line)]
    left = sum(lengths) * share
    for index, length in enumerate(lengths):
        if left <= length and length > 0:
            start, end = line[index], line[index + 1]
            toward = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
            return (start[0] + toward[0] * left, start[1] + toward[1] * left), toward
        left -= length
    return line[-1], (1.0, 0.0)


def length_of(line: Sequence[Spot]) -> float:
    """Return a line's length."""
    return sum(_length(start, end) for start, end in itertools.pairwise(line))


def _length(start: Spot, end: Spot) -> float:
    return float(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
