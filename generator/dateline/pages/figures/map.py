"""The map: places by how exactly they are known, on borders, coasts and rivers.

It fits where most of it happened; an inset has the whole with what lies far away.  The form of a mark tells the
precision, its size the number of events; it is a link and bears its words.  Places that a finger could not tell apart
are one mark that counts them and leads to the table below the map, which has every name.  Where a label finds no spot
free of lines, marks and other labels, a letter stands for it, and the name below the map.  Drawn from the
chronology's own lines (`content/geodata/`), or without any.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.ground.escaping import html
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.figures.geometry import Box, Spot, box_around
from dateline.pages.figures.labels import Paper, around, on_one_line, width_of
from dateline.pages.figures.map_ground import drawn_lines, graticule, line_labels, pieces_of, scale_bar
from dateline.pages.figures.map_inset import inset_of
from dateline.pages.figures.map_key import Entry, foot_of, letter_of
from dateline.pages.figures.map_marks import MapMark, grouped, mark_of
from dateline.pages.figures.projection import Frame, frame_around
from dateline.pages.figures.svg import element, figure, link
from dateline.pages.shared.maps import MapView
from dateline.pages.wording.addresses import Relative

SMALL: Final = (360.0, 280.0)
LARGE: Final = (720.0, 440.0)
TALL: Final = (360.0, 400.0)
"""The large map on a phone."""
_MARGIN: Final = 40.0
_LEAST_KM: Final = 40.0
_FONT: Final = 12.5
_LINE: Final = 16.0
_FAR: Final = (14.0, 26.0, 40.0)
DAY_SWITCH: Final = "_mapday"
"""What the ids of the switches of days begin with."""
TABLE: Final = "_map-table"
"""The id of the table that says what a map shows."""


@dataclass(frozen=True, slots=True)
class PlacedPoint:
    """A mark where it comes to lie, with its label's box, if it found room."""

    group: MapMark
    words: str
    box: Box | None
    has_leader: bool = False
    of_all: str = ""
    """What the words end in that counts all days."""
    letter: str = ""
    """What stands for the words, where these found no room."""


def draw_map(view: MapView, at: Relative, size: tuple[float, float] = SMALL, language: Language = ENGLISH) -> str:
    """Return the map as SVG; `at` makes addresses relative to the page, `size` is of the frame in user units."""
    frame = _frame_of(view, size)
    paper = Paper(frame.box.grown(-2))
    spots = [(point, frame.spot(point.lon, point.lat)) for point in view.near]
    shown = grouped([(point, spot) for point, spot in spots if _is_on(frame, spot)])
    for group in shown:
        paper.take(box_around(group.spot, group.radius))
    lines = view.lines
    pieces = pieces_of(frame, lines)
    scale = list(scale_bar(frame, paper, language))
    inset = inset_of(frame, view, paper, pieces, _FONT)
    seen = inset.leaves(pieces)
    for _, piece in pieces:
        paper.take_line(piece)
    on_paper = lettered([placed(group, paper, shown) for group in shown], paper)
    marks = [
        element("rect", {"class": "dl-map__land", "width": frame.width, "height": frame.height}),
        *graticule(frame, paper, language, has_labels=not lines),
        *drawn_lines(seen),
        *line_labels(seen, paper, _FONT),
        *inset.marks,
        *(_mark(one, at, language) for one in reversed(on_paper)),
        *scale,
        element("rect", {"class": "dl-map__frame", "width": frame.width, "height": frame.height}),
    ]
    foot = foot_of(view, _entries(on_paper, at, language), (frame.width, frame.height), _FONT)
    size = (frame.width, frame.height + foot.height)
    return figure("map", size, view.title, _description(view, frame, language), [*marks, *foot.marks])


def draw_map_days(view: MapView) -> str:
    """Return the style by which the switches of a map's days act on its marks; it needs no script."""
    rules = "".join(
        f".dl-map:has(#{DAY_SWITCH}{step.number}:checked) .dl-map__place:not(.dl-d{step.number}){{opacity:.13}}"
        for step in view.steps
    )
    # What counts all days says nothing of some; a script counts anew.
    if view.steps:
        all_days = ":is(.dl-map__all,.dl-map__count:not([data-told]))"
        rules += f".dl-map:has(#{DAY_SWITCH}0:not(:checked)) {all_days}{{display:none}}"
    style = element("style", None, html(rules))
    return element("svg", {"class": "dl-map__days", "width": 0, "height": 0, "aria-hidden": "true"}, style)


def _frame_of(view: MapView, size: tuple[float, float]) -> Frame:
    # Neighbours are for orientation: what the map is about decides what it shows.
    focus = [point for point in view.near if view.has_reach or not point.is_neighbour] or list(view.near)
    return frame_around([(point.lon, point.lat) for point in focus], size, _MARGIN, _LEAST_KM)


def projection_in_words(view: MapView, language: Language = ENGLISH) -> str:
    """Return in what projection a map is drawn, as a sentence."""
    pole = _frame_of(view, SMALL).pole
    if not pole:
        return language.gettext("Drawn in an equirectangular projection, true to scale in the middle, north above.")
    if pole > 0:
        return language.gettext("Drawn around the North Pole: every way from it has its length and its direction.")
    return language.gettext("Drawn around the South Pole: every way from it has its length and its direction.")


def _is_on(frame: Frame, spot: Spot) -> bool:
    return 0 <= spot[0] <= frame.width and 0 <= spot[1] <= frame.height


def _description(view: MapView, frame: Frame, language: Language) -> str:
    count = sum(not point.is_neighbour for point in view.points)
    if not frame.pole:
        told = language.ngettext("A map of one place, north above.", "A map of %(count)s places, north above.", count)
    elif frame.pole > 0:
        told = language.ngettext(
            "A map of one place, around the North Pole.", "A map of %(count)s places, around the North Pole.", count
        )
    else:
        told = language.ngettext(
            "A map of one place, around the South Pole.", "A map of %(count)s places, around the South Pole.", count
        )
    how = language.gettext("The form of a mark tells how exactly the place is known. A table follows.")
    return f"{told} {how}"


def placed(group: MapMark, paper: Paper, shown: Sequence[MapMark]) -> PlacedPoint:
    """Return a mark with its label in the first free spot that no other mark is nearer to than its own."""
    point = group.head
    words, of_all = on_one_line(point.place.text), ""
    if len(group.points) > 1:
        of_all = f" +{len(group.points) - 1}"
    elif point.events > 1 and not point.is_neighbour:
        of_all = f" ({point.events})"
    width = width_of(f"{words}{of_all}", _FONT) + 2
    others = [(other.spot, other.radius) for other in shown if other.spot != group.spot]

    def candidates(away: float) -> Iterator[Box]:
        boxes = around(group.spot, group.radius + away, width, _LINE)
        return (box for box in boxes if _is_own(box, (group.spot, group.radius), others))

    box = paper.place(candidates(3))
    if box is not None or point.is_neighbour:
        return PlacedPoint(group, words, box, of_all=of_all)
    far = (box for away in _FAR for box in candidates(away))
    return PlacedPoint(group, words, paper.place(far), has_leader=True, of_all=of_all)


def lettered(placed_points: Iterable[PlacedPoint], paper: Paper) -> list[PlacedPoint]:
    """Return the marks, those without room for their names with a letter, for which there is room or made."""
    found: list[PlacedPoint] = []
    count = 0
    for one in placed_points:
        if one.box is None:
            letter = letter_of(count)
            count += 1
            spot, radius = one.group.spot, one.group.radius
            boxes = list(around(spot, radius + 2, width_of(letter, _FONT) + 2, _LINE))
            inside = (box for box in boxes if paper.bounds.holds(box))
            found.append(
                replace(one, box=paper.place(boxes) or next(inside, boxes[0]), letter=letter, has_leader=False)
            )
        else:
            found.append(one)
    return found


def _entries(points: Iterable[PlacedPoint], at: Relative, language: Language) -> Iterator[Entry]:
    for one in points:
        if one.letter:
            names = language.listed(on_one_line(member.place.text) for member in one.group.points)
            words = names if len(one.group.points) > 1 else f"{names}{one.of_all}"
            yield Entry(one.letter, words, *_target(one.group, at, language))


def _target(group: MapMark, at: Relative, language: Language) -> tuple[str, str]:
    """Return where a mark leads, and how that is told to those who do not see it."""
    point = group.head
    if len(group.points) == 1:
        words = (point.place.text, point.count, point.precision_label)
        return at(point.address), ", ".join(filter(None, words))
    label = language.ngettext(
        "%(count)s place, listed below the map: %(places)s",
        "%(count)s places, listed below the map: %(places)s",
        len(group.points),
        places=language.listed(member.place.text for member in group.points),
    )
    return f"#{TABLE}", label


def _is_own(box: Box, own: tuple[Spot, float], others: Iterable[tuple[Spot, float]]) -> bool:
    """Return whether no other mark, each a point with its radius, is nearer to a box than its own."""
    away = _gap(box, *own)
    return all(_gap(box, *other) > away for other in others)


def _gap(box: Box, spot: Spot, radius: float) -> float:
    return max(0.0, box.away_from(spot) - radius)


def _mark(one: PlacedPoint, at: Relative, language: Language) -> str:
    group, point = one.group, one.group.head
    parts = list(mark_of(group))
    if one.box is not None:
        kind = "dl-map__name dl-map__name--near" if point.is_neighbour else "dl-map__name"
        if one.has_leader:
            parts.insert(0, _leader(group.spot, one.box))
        anchor, x = _anchor(group.spot, one.box)
        tail = [element("tspan", {"class": "dl-map__all"}, html(one.of_all))] if one.of_all else []
        at_words = {"x": x, "y": one.box.bottom - 4, "text-anchor": anchor}
        if one.letter:
            parts.append(element("text", {**at_words, "class": "dl-map__name dl-map__letter"}, html(one.letter)))
        else:
            parts.append(element("text", {**at_words, "class": kind}, html(one.words), *tail))
    kinds = " ".join(["dl-map__place", *(f"dl-d{step}" for step in group.steps)])
    return link(*_target(group, at, language), *parts, class_=kinds)


def _anchor(spot: Spot, box: Box) -> tuple[str, float]:
    """Return how words stand in their box: close to their mark, since the box may be wider than they."""
    if box.right <= spot[0]:
        return "end", box.right - 1
    return ("start", box.left + 1) if box.left >= spot[0] else ("middle", (box.left + box.right) / 2)


def _leader(spot: Spot, box: Box) -> str:
    x = min(max(spot[0], box.left), box.right)
    y = min(max(spot[1], box.top), box.bottom)
    return element("path", {"class": "dl-map__leader", "d": f"M{spot[0]:.1f} {spot[1]:.1f}L{x:.1f} {y:.1f}"})


def sizes_of(view: MapView) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield the drawings that a page needs, each with the name of the screens that it is for."""
    if view.is_large:
        yield "wide", LARGE
        yield "narrow", TALL
    else:
        yield "any", SMALL
