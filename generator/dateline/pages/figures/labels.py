"""Labels that never lie on each other: each takes the first free spot, or none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final
from unicodedata import category, east_asian_width

from dateline.pages.figures.geometry import Box, Spot, clipped_segment
from dateline.pages.figures.svg import shortened

Segment = tuple[Spot, Spot]
_CELL: Final = 40.0
_LONGEST_NAME: Final = 30
_NARROW: Final = 0.6
"""The width of a letter in sizes of its font: more than any common sans-serif takes on average."""
_WIDE: Final = 1.05
_COMBINING: Final = frozenset({"Mn", "Me", "Cf"})


def width_of(words: str, size: float) -> float:
    """Return about how wide words are in a font of `size`, rather too much than too little."""
    return size * sum(_width_of_letter(letter) for letter in words)


@cache
def _width_of_letter(letter: str) -> float:
    if category(letter) in _COMBINING:
        return 0.0
    if east_asian_width(letter) in {"W", "F"}:
        return _WIDE
    return _WIDE * 0.85 if letter.isupper() or letter in "mwMW@%—…" else _NARROW


class Paper:
    """What is taken on a drawing, in cells, so that a look around costs the same however much is drawn."""

    def __init__(self, bounds: Box) -> None:
        self.bounds = bounds
        self.cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        self.segments: defaultdict[tuple[int, int], list[Segment]] = defaultdict(list)

    def take(self, box: Box) -> None:
        """Keep everything else off a box."""
        for cell in _cells(box):
            self.cells[cell].append(box)

    def take_line(self, line: Sequence[Spot]) -> None:
        """Keep every label off a line."""
        for start, end in pairwise(line):
            box = Box(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
            for cell in _cells(box):
                self.segments[cell].append((start, end))

    def is_free(self, box: Box) -> bool:
        """Return whether a box lies on the drawing, on nothing that was taken and across no line."""
        cells = list(_cells(box))
        return (
            self.bounds.holds(box)
            and not any(box.meets(other) for cell in cells for other in self.cells.get(cell, ()))
            and not any(crosses(segment, box) for cell in cells for segment in self.segments.get(cell, ()))
        )

    def place(self, candidates: Iterable[Box]) -> Box | None:
        """Take the first free one of some boxes and return it, or None."""
        found = next((box for box in candidates if self.is_free(box)), None)
        if found is not None:
            self.take(found)
        return found


def crosses(segment: Segment, box: Box) -> bool:
    """Return whether a segment has a part in a box."""
    start, end = segment
    is_beside = (
        (start[0] < box.left and end[0] < box.left)
        or (start[0] > box.right and end[0] > box.right)
        or (start[1] < box.top and end[1] < box.top)
        or (start[1] > box.bottom and end[1] > box.bottom)
    )
    return not is_beside and clipped_segment(start, end, box) is not None


def around(spot: Spot, away: float, width: float, height: float) -> Iterator[Box]:
    """Yield the boxes beside a point at a distance, the best to read first.

    They are to its right and left, above and below, at the corners, and above and below moved to one side.
    """
    x, y = spot
    slant = away * 0.75
    yield _box(x + away, y - height / 2, width, height)
    yield _box(x - away - width, y - height / 2, width, height)
    yield _box(x - width / 2, y - away - height, width, height)
    yield _box(x - width / 2, y + away, width, height)
    yield _box(x + slant, y - slant - height, width, height)
    yield _box(x + slant, y + slant, width, height)
    yield _box(x - slant - width, y - slant - height, width, height)
    yield _box(x - slant - width, y + slant, width, height)
    for share in (0.25, 0.75):
        yield _box(x - width * share, y - away - height, width, height)
        yield _box(x - width * share, y + away, width, height)


def _box(left: float, top: float, width: float, height: float) -> Box:
    return Box(left, top, left + width, top + height)


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def on_one_line(words: str) -> str:
    """Return a name as a label bears it: without line ends, and not longer than a label can be."""
    return shortened(" ".join(words.split()), _LONGEST_NAME)


def wrapped(words: str, size: float, width: float) -> list[str]:
    """Return words in lines that are `width` wide at most; a longer word stands alone and is cut."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [shortened(line, int(width / size / _NARROW)) if width_of(line, size) > width else line for line in lines]
