"""The control strip: a row for each side or speaker, time across, a mark for each holder that it names.

Holders differ by hue and by pattern, extent by height, collisions by a broken edge and words; what was settled as
wrong is hollow and struck out.  A mark is a link to its claim and bears its words, if a day is as wide as a finger
needs: else the table of the page has the links.  The names of the rows stand beside the drawing as HTML, so that they
wrap, and stay in sight while a phone scrolls; both sides reckon a row's height in the same way (`figures.css`).
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

from dateline.ground.dates import Day
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.figures.days_axis import DaysAxis, days_axis, month_names, width_of_days
from dateline.pages.figures.labels import wrapped
from dateline.pages.figures.patterns import filled, hue_of, pattern_of, patterns
from dateline.pages.figures.svg import element, figure, link, text
from dateline.pages.shared.strips import StripDispute, StripMark, StripRow, StripView
from dateline.pages.wording.addresses import Relative

_EDGE: Final = 6.0
_FINGER: Final = 24.0
"""How wide and high a target is at least, in pixels (WCAG 2.5.8)."""
_ROUNDING: Final = 0.01
_WIDEST: Final = 1600.0
_LEAST: Final = 150.0
"""As wide as the narrowest phone has room for, beside the names, and as the name of a month and a year needs."""
_LANE: Final = _FINGER
_PADDING: Final = 6.0
_BAR: Final = 20.0
_AXIS: Final = 44.0
_HEIGHT: Final = {"full": 1.0, "most": 0.8, "part": 0.55, "contested": 0.55, "besieged": 0.4}
_LETTER: Final = 7.0
_MANY: Final = 7
"""Below so many rows, days stand again."""
_NAMES: Final = 190.0
_NAME: Final = 12.0


def draw_strip(strip: StripView, at: Relative, name: str, part: str = "", language: Language = ENGLISH) -> str:
    """Return the rows to show at once, all "speakers" or the "disputes" as SVG; `name` is unique on the page."""
    drawing = _Drawing(strip, at, name, language)
    if part == "disputes":
        return drawing.of_disputes()
    return drawing.of_rows(strip.rows if part == "speakers" else strip.first)


def draw_strip_alone(strip: StripView, at: Relative, language: Language = ENGLISH) -> str:
    """Return all rows as one drawing that has their names in itself."""
    rows = (*strip.summary, *strip.rows)
    return _Drawing(strip, at, "s", language, _NAMES).of_rows(rows)


def width_of_strip(strip: StripView) -> int:
    """Return how wide a strip is drawn, in pixels."""
    return ceil(max(width_of_days(_spans(strip), _FINGER, _WIDEST) + 2 * _EDGE, _LEAST))


def _spans(strip: StripView) -> list[tuple[Day, Day]]:
    # Only the ends of a dispute: one that comes up again after months leaves these out like everything else.
    ends = [(day, day) for one in strip.disputes for day in (one.first, one.last)]
    return [(mark.first, mark.last) for row in strip.rows for mark in row.marks] + ends


class _Drawing:
    """A part of a strip, on the axis of the whole; `left` is the room for names."""

    def __init__(self, strip: StripView, at: Relative, name: str, language: Language, left: float = 0.0) -> None:
        self.strip, self.at, self.name, self.language, self.left = strip, at, name, language, left
        self.width = left + width_of_strip(strip)
        self.axis = days_axis(_spans(strip), left + _EDGE, self.width - left - 2 * _EDGE, language)

    def of_rows(self, rows: Sequence[StripRow]) -> str:
        top = _AXIS
        marks: list[str] = []
        for row in rows:
            lane = _LANE * row.lanes / _lanes_taken(row)
            middle = top + _PADDING / 2 + lane / 2
            marks += [self._bar(mark, middle + lane * mark.lane, lane) for mark in row.marks]
            marks += self._words(row, top) if self.left else ()
            top += _row_height(row.lanes)
            marks.append(_rule(self.axis, top))
        description = self.language.gettext(
            "Each bar is a claim that somebody held the place: its pattern tells the side of the holder, its height "
            "how much of the place. Bars with a broken outline collide with another claim, and the days of pale ones "
            "are not certain; hollow and struck out is what was settled as wrong, or taken back."
        )
        shown = (mark.holder for row in rows for mark in row.marks if not mark.is_wrong and pattern_of(mark.holder))
        return self._figure(description, marks, top, patterns(shown, self.name), len(rows))

    def of_disputes(self) -> str:
        disputes = self.strip.disputes
        marks = [
            part for index, one in enumerate(disputes) for part in self._dispute(one, _AXIS + _row_height(1) * index)
        ]
        description = self.language.gettext("Each bar is a dispute, from the first day that it is about to the last.")
        return self._figure(description, marks, _AXIS + _row_height(1) * len(disputes), "", len(disputes))

    def _figure(self, description: str, marks: Sequence[str], bottom: float, definitions: str, count: int) -> str:
        labels = list(_axis_labels(self.axis, _AXIS - 21, _AXIS - 6, -12, self.width))
        height = bottom + 2
        if count > _MANY:
            labels += _axis_labels(self.axis, bottom + 29, bottom + 14, 12, self.width)
            height = bottom + _AXIS
        shown = [*_grid(self.axis, bottom), *marks, *labels]
        size = (self.width, height)
        return figure("strip", size, self.strip.title, description, shown, definitions=definitions, is_fixed=True)

    def _dispute(self, one: StripDispute, top: float) -> Iterator[str]:
        x = self.axis.start(one.first)
        box: dict[str, object] = {"x": x, "y": top + 8, "width": self.axis.end(one.last) - x, "height": 14, "rx": 7}
        label = self.language.gettext(
            "Dispute %(number)s: %(question)s (%(status)s)",
            number=one.number,
            question=one.dispute.text,
            status=one.dispute.note,
        )
        bar = element("rect", {"class": "dl-svg__dispute", **box})
        number = text(str(one.number), x + 5, top + 19, class_="dl-svg__number")
        yield self._target(one.dispute.address, label, self._hit(one.first, one.last, top + 15), bar, number)
        yield _rule(self.axis, top + _row_height(1))

    def _bar(self, mark: StripMark, middle: float, lane: float) -> str:
        height = _BAR * lane / _LANE * _HEIGHT[mark.extent]
        x, width = (
            self.axis.start(mark.first) + 0.5,
            max(self.axis.end(mark.last) - self.axis.start(mark.first) - 1, 1.5),
        )
        box: dict[str, object] = {"x": x, "y": middle - height / 2, "width": width, "height": height, "rx": 2}
        kinds = ["dl-svg__mark"]
        kinds += ["dl-svg__mark--collides"] if mark.collides and not mark.is_wrong else []
        kinds += [] if mark.is_certain else ["dl-svg__mark--unsure"]
        told = [mark.label]
        told += [self.language.gettext("settled: it was not so")] if mark.is_wrong else []
        told += [self.language.gettext("collides with another claim")] if mark.collides else []
        told += [self.language.gettext("dispute %(number)s", number=one) for one in mark.disputes]
        drawn = _hollow(box, mark) if mark.is_wrong else filled("rect", box, mark.holder, self.name, " ".join(kinds))
        return self._target(mark.address, self.language.clauses(told), self._hit(mark.first, mark.last, middle), *drawn)

    def _hit(self, first: Day, last: Day, middle: float) -> str:
        x = self.axis.start(first)
        box: dict[str, object] = {
            "x": x,
            "y": middle - _FINGER / 2,
            "width": self.axis.end(last) - x,
            "height": _FINGER,
        }
        return element("rect", {"class": "dl-svg__hit", **box})

    def _target(self, address: str, label: str, hit: str, *drawn: str) -> str:
        if self.axis.day_width >= _FINGER - _ROUNDING:
            return link(self.at(address), label, hit, *drawn)
        return element("g", {"role": "img", "aria-label": label}, *drawn)

    def _words(self, row: StripRow, top: float) -> Iterator[str]:
        words = f"{row.name} ({row.note})" if row.note else row.name
        lines = wrapped(words, _NAME, self.left - 22)[: max(2, 2 * row.lanes)]
        middle = top + _row_height(row.lanes) / 2
        box: dict[str, object] = {"x": 0, "y": top + 3, "width": 8, "height": _row_height(row.lanes) - 6}
        yield element("rect", {"class": f"dl-svg__holder{hue_of(row.side)}", **box})
        for number, line in enumerate(lines):
            y = middle + 4 + (number - (len(lines) - 1) / 2) * 12
            yield text(line, 14, y, class_="dl-svg__label", font_size=_NAME)


def _hollow(box: dict[str, object], mark: StripMark) -> list[str]:
    """Return the outline of what was settled as wrong, in its holder's hue, struck out."""
    x, y, width, height = (float(str(box[key])) for key in ("x", "y", "width", "height"))
    path = f"M{x - 2:.1f} {y + height + 2:.1f}L{x + width + 2:.1f} {y - 2:.1f}"
    return [
        element("rect", {"class": f"dl-svg__hollow dl-svg__edge{hue_of(mark.holder)}", **box}),
        element("path", {"class": "dl-svg__struck", "d": path}),
    ]


def draw_key_of_edge(kind: str) -> str:
    """Return the sign of what collides, or of what is not certain, for a legend."""
    box: dict[str, object] = {"x": 2, "y": 2, "width": 24, "height": 12, "rx": 2}
    shape = element("rect", {"class": f"dl-svg__holder0 dl-svg__mark dl-svg__mark--{kind}", **box})
    return element("svg", {"class": "dl-swatch", "width": 28, "height": 16, "aria-hidden": "true"}, shape)


def draw_key_of_wrong() -> str:
    """Return the sign of what was settled as wrong, for a legend."""
    box: dict[str, object] = {"x": 2, "y": 2, "width": 24, "height": 12, "rx": 2}
    shapes = (
        element("rect", {"class": "dl-svg__hollow dl-svg__edge0", **box}),
        element("path", {"class": "dl-svg__struck", "d": "M1 15L27 1"}),
    )
    return element("svg", {"class": "dl-swatch", "width": 28, "height": 16, "aria-hidden": "true"}, *shapes)


def _lanes_taken(row: StripRow) -> int:
    """Return how many lanes the marks of a row share: one that is higher for a long name has no empty ones."""
    return max((mark.lane + 1 for mark in row.marks), default=1)


def _row_height(lanes: int) -> float:
    return _PADDING + _LANE * lanes


def _grid(axis: DaysAxis, bottom: float) -> Iterator[str]:
    for stretch in axis.stretches:
        x = stretch.x
        size = {"width": axis.end(stretch.last) - x, "height": bottom - _AXIS}
        yield element("rect", {"class": "dl-svg__ground", "x": x, "y": _AXIS, **size})
    for x in axis.gaps:
        path = f"M{x - 3:.1f} {bottom:.1f}l3 -8M{x + 3:.1f} {bottom:.1f}l3 -8"
        yield element("path", {"class": "dl-svg__line", "d": path})


def _rule(axis: DaysAxis, y: float) -> str:
    return element("path", {"class": "dl-svg__line", "d": f"M0 {y:g}H{axis.right:.1f}"})


def _axis_labels(axis: DaysAxis, months: float, days: float, aside: float, width: float) -> Iterator[str]:
    """Yield the days' numbers and the months' names; a name without room stands `aside` of the others."""
    for tick in axis.days:
        yield text(tick.text, tick.x, days, text_anchor="middle", class_="dl-svg__tick")
    for named in month_names(axis, width, _LETTER):
        yield text(named.text, named.x, months + named.line * aside, class_="dl-svg__label")
