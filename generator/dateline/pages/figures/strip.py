"""The control strip: a row per speaker, time across, a mark for each holder that it names.

Holders differ by colour and by pattern, extent by height, collisions by a broken edge and
words; every mark is a link to its claim and bears its words.  The names of the rows stand
beside the drawing as HTML, so that they wrap, and stay in sight while a phone scrolls; both
sides reckon a row's height in the same way (`figures.css`).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from dateline.ground.languages import ENGLISH, Language
from dateline.pages.figures.days_axis import DaysAxis, days_axis
from dateline.pages.figures.patterns import KINDS, patterns
from dateline.pages.figures.svg import element, figure, link, text
from dateline.pages.shared.strips import StripDispute, StripMark, StripRow, StripView
from dateline.pages.wording.addresses import Relative

_WIDTH: Final = 560.0
_EDGE: Final = 6.0
_LANE: Final = 22.0
_PADDING: Final = 14.0
_BAR: Final = 20.0
_AXIS: Final = 50.0
_HEIGHT: Final = {"full": 1.0, "most": 0.8, "part": 0.55, "contested": 0.55, "besieged": 0.4}
_ROOM_FOR_NUMBER: Final = 9.0
_LETTER: Final = 6.5


def draw_strip(strip: StripView, at: Relative, name: str, language: Language = ENGLISH, *, folded: bool = False) -> str:
    """Return the rows shown at once, or those folded away, as SVG; `name` is unique on the page."""
    rows = strip.folded if folded else strip.shown
    disputes = () if folded else strip.disputes
    axis = days_axis(_spans(strip), _EDGE, _WIDTH - 2 * _EDGE, language)
    bottom = _AXIS + _row_height(1) * len(disputes) + sum(_row_height(row.lanes) for row in rows)
    marks = [
        *_grid(axis, bottom),
        *_disputes(disputes, axis, at),
        *_rows(rows, _AXIS + _row_height(1) * len(disputes), axis, at, name),
        *_axis_labels(axis, _AXIS - 24, _AXIS - 8, -13),
        *_axis_labels(axis, bottom + 29, bottom + 15, 13),
    ]
    description = language.gettext(
        "A row for each speaker. Each bar is a claim that somebody held the place: its pattern tells the holder, "
        "its height how much of the place. Bars with a broken outline collide with another claim; "
        "a number in a bar is that of the dispute about it."
    )
    size = (_WIDTH, bottom + _AXIS)
    definitions = patterns((number for number, _ in strip.holders), name)
    return figure("strip", size, strip.title, description, marks, definitions=definitions, is_fixed=True)


def _spans(strip: StripView) -> list[tuple[date, date]]:
    # Only the ends of a dispute: one that comes up again after months leaves these out like everything else.
    ends = [(day, day) for one in strip.disputes for day in (one.first, one.last)]
    return [(mark.first, mark.last) for row in strip.rows for mark in row.marks] + ends


def _row_height(lanes: int) -> float:
    return _PADDING + _LANE * lanes


def _grid(axis: DaysAxis, bottom: float) -> Iterator[str]:
    for stretch in axis.stretches:
        x = stretch.x
        size = {"width": axis.end(stretch.last) - x, "height": bottom - _AXIS}
        yield element("rect", {"class": "dl-svg__ground", "x": x, "y": _AXIS, **size})
    for x in axis.gaps:
        path = f"M{x - 3:.1f} {bottom + 4:.1f}l3 -8M{x + 3:.1f} {bottom + 4:.1f}l3 -8"
        yield element("path", {"class": "dl-svg__line", "d": path})


def _disputes(disputes: Sequence[StripDispute], axis: DaysAxis, at: Relative) -> Iterator[str]:
    """Yield a row for each dispute: a bar from its first day to its last, with its number."""
    height = _row_height(1)
    for index, one in enumerate(disputes):
        top = _AXIS + height * index
        x = axis.start(one.first)
        box: dict[str, object] = {"x": x, "y": top + 11, "width": axis.end(one.last) - x, "height": 14, "rx": 7}
        label = axis.language.gettext(
            "Dispute %(number)s: %(question)s (%(status)s)",
            number=one.number,
            question=one.dispute.text,
            status=one.dispute.note,
        )
        bar = element("rect", {"class": "dl-svg__dispute", **box})
        number = text(str(one.number), x + 5, top + 22, class_="dl-svg__number")
        yield link(at(one.dispute.address), label, bar, number)
        yield _rule(axis, top + height)


def _rows(rows: Sequence[StripRow], top: float, axis: DaysAxis, at: Relative, name: str) -> Iterator[str]:
    for row in rows:
        for mark in row.marks:
            yield _bar(mark, axis, top + _PADDING / 2 + _LANE * (mark.lane + 0.5), at, name)
        top += _row_height(row.lanes)
        yield _rule(axis, top)


def _rule(axis: DaysAxis, y: float) -> str:
    return element("path", {"class": "dl-svg__line", "d": f"M0 {y:g}H{axis.right:.1f}"})


def _bar(mark: StripMark, axis: DaysAxis, middle: float, at: Relative, name: str) -> str:
    height = _BAR * _HEIGHT[mark.extent]
    x, width = axis.start(mark.first) + 0.5, max(axis.end(mark.last) - axis.start(mark.first) - 1, 1.5)
    box: dict[str, object] = {"x": x, "y": middle - height / 2, "width": width, "height": height, "rx": 2}
    number = mark.holder % KINDS
    kinds = ["dl-svg__mark", f"dl-svg__holder{number}"]
    kinds += ["dl-svg__mark--collides"] if mark.collides else []
    kinds += [] if mark.is_certain else ["dl-svg__mark--unsure"]
    solid = element("rect", {"class": " ".join(kinds), **box})
    pattern = element("rect", {"class": "dl-svg__pattern", "fill": f"url(#{name}-{number})", **box})
    told = [mark.label]
    told += [axis.language.gettext("collides with another speaker")] if mark.collides else []
    told += [axis.language.gettext("dispute %(number)s", number=one) for one in mark.disputes]
    noted = ",".join(map(str, mark.disputes))
    shown = [text(noted, x + width / 2, middle + 4, text_anchor="middle", class_="dl-svg__number")]
    return link(
        at(mark.address), "; ".join(told), solid, pattern, *(shown if noted and width >= _ROOM_FOR_NUMBER else [])
    )


def _axis_labels(axis: DaysAxis, months: float, days: float, aside: float) -> Iterator[str]:
    """Yield the days' numbers and the months' names; a name without room stands `aside` of the others."""
    for tick in axis.days:
        yield text(tick.text, tick.x, days, text_anchor="middle", class_="dl-svg__tick")
    ends = [float("-inf"), float("-inf")]
    for tick in axis.months:
        width = len(tick.text) * _LETTER
        x = min(tick.x, _WIDTH - width)
        line = next((index for index, end in enumerate(ends) if end < x), None)
        if line is not None:
            yield text(tick.text, x, months + line * aside, class_="dl-svg__label")
            ends[line] = x + width
