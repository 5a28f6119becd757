"""Below a map: what its forms mean, and the names that found no room, each with the letter that its mark bears."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from dateline.ground.escaping import html
from dateline.pages.figures.labels import width_of, wrapped
from dateline.pages.figures.map_marks import symbol
from dateline.pages.figures.svg import element, link, text
from dateline.pages.shared.maps import MapView, precisions_of

_ROW: Final = 22.0
_LINE: Final = 16.0
_MARGIN: Final = 12.0
_INDENT: Final = 18.0
_FINGER: Final = 26.0
"""How high an entry is at least: 24 pixels on a phone, which draws a map a little smaller."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Entry(NamedTuple):
    """A name that found no room: the letter that stands for it, and where it leads."""

    letter: str
    words: str
    address: str
    label: str


class Foot(NamedTuple):
    """What is drawn below a map, and how much room it takes."""

    marks: list[str]
    height: float


def letter_of(number: int) -> str:
    """Return the letter of an entry, counted from 0: a to z, then aa."""
    rest, last = divmod(number, len(_LETTERS))
    return f"{letter_of(rest - 1) if rest else ''}{_LETTERS[last]}"


def foot_of(view: MapView, entries: Iterable[Entry], size: tuple[float, float], font: float) -> Foot:
    """Return what stands below a map of a size: its forms in rows, then an entry for each letter."""
    width, top = size
    marks, bottom = _forms(view, size, font)
    for entry in entries:
        lines = wrapped(entry.words, font, width - _MARGIN - _INDENT - 2)
        high = max(_FINGER, len(lines) * _LINE + _FINGER - _LINE)
        marks.append(_drawn(entry, lines, (width, bottom), high))
        bottom += high
    return Foot(marks, bottom - top)


def _drawn(entry: Entry, lines: list[str], at: tuple[float, float], high: float) -> str:
    width, top = at
    first = top + (high - (len(lines) - 1) * _LINE) / 2 + 4
    ground = {"class": "dl-map__hit", "x": 0, "y": top, "width": width, "height": high}
    told = [text(line, _MARGIN + _INDENT, first + row * _LINE, class_="dl-map__name") for row, line in enumerate(lines)]
    letter = element("text", {"x": _MARGIN, "y": first, "class": "dl-map__letter"}, html(entry.letter))
    return link(entry.address, entry.label, element("rect", ground), letter, *told, class_="dl-map__entry")


def _forms(view: MapView, size: tuple[float, float], font: float) -> tuple[list[str], float]:
    """Return the forms that the map uses with their meanings, and where their last row ends."""
    width, top = size
    marks: list[str] = []
    x, y = _MARGIN, top + _ROW * 0.7
    for precision, words in _meanings(view):
        wide = 22 + width_of(words, font)
        if x + wide > width and x > _MARGIN:
            x, y = _MARGIN, y + _ROW
        marks += symbol(precision, (x, y), 5.0)
        marks.append(text(words, x + 14, y + 4, class_="dl-map__key"))
        x += wide + 14
    return marks, y + _ROW * 0.5


def _meanings(view: MapView) -> Iterator[tuple[str, str]]:
    labels = {point.precision: point.precision_label for point in view.points}
    yield from ((precision, labels[precision]) for precision in precisions_of(view))
