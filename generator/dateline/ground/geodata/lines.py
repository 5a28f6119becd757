"""Lines with fewer points."""

from collections.abc import Sequence

from dateline.ground.geodata.geojson import Point


def straightened(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line without the points that lie within `tolerance` of it (Douglas and Peucker, 1973)."""
    kept = {0, len(points) - 1}
    open_spans = [(0, len(points) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        far, at = 0.0, first
        for index in range(first + 1, last):
            distance = _distance(points[index], points[first], points[last])
            if distance > far:
                far, at = distance, index
        if far > tolerance:
            kept.add(at)
            open_spans += [(first, at), (at, last)]
    return [points[index] for index in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point lies from a segment."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    x, y = point[0] - start[0] - along * dx, point[1] - start[1] - along * dy
    return float((x * x + y * y) ** 0.5)
