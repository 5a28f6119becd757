"""The control strip: a row per speaker, time across, a mark for each holder that it names.

Holders differ by colour and by pattern, extent by height, collisions by a hatched edge
and a mark; every mark is a link to its claim and bears its words.
"""

from collections.abc import Iterator
from typing import Final

from generator.figures.days_axis import DaysAxis, days_axis
from generator.figures.svg import element, figure, link, shortened, text
from generator.views.addresses import Relative
from generator.views.strips import StripMark, StripView

_WIDTH: Final = 720.0
_LEFT: Final = 168.0
_ROW: Final = 36.0
_BAR: Final = 26.0
_TOP: Final = 12.0
_AXIS: Final = 40.0
_LEGEND: Final = 24.0
_LONGEST_NAME: Final = 24
_HOLDERS: Final = 6
_HEIGHT: Final = {"full": 1.0, "most": 0.78, "part": 0.5, "contested": 0.5, "besieged": 0.34}


def draw_strip(strip: StripView, at: Relative, name: str) -> str:
    """Return the strip as SVG; `at` makes addresses relative to the page, `name` is unique on it."""
    axis = days_axis([(mark.first, mark.last) for row in strip.rows for mark in row.marks], _LEFT, _WIDTH - _LEFT - 8)
    bottom = _TOP + _ROW * len(strip.rows)
    marks = [
        *_grid(axis, bottom),
        *_rows(strip, axis, at, name),
        *_axis_labels(axis, bottom),
        *_legend(strip, bottom + _AXIS, name),
    ]
    description = (
        "A row for each speaker. Each bar is a claim that somebody held the place: its pattern tells the holder, "
        "its height how much of the place. Bars with a notched outline collide with another row."
    )
    height = bottom + _AXIS + _LEGEND * len(strip.holders)
    return figure("strip", (_WIDTH, height), strip.title, description, marks, definitions=_patterns(strip, name))


def _grid(axis: DaysAxis, bottom: float) -> Iterator[str]:
    for stretch in axis.stretches:
        x = stretch.x
        width = axis.end(stretch.last) - x
        yield element("rect", {"class": "dl-svg__ground", "x": x, "y": _TOP, "width": width, "height": bottom - _TOP})
    for x in axis.gaps:
        path = f"M{x - 3:.1f} {bottom + 4:.1f}l3 -8M{x + 3:.1f} {bottom + 4:.1f}l3 -8"
        yield element("path", {"class": "dl-svg__line", "d": path})


def _rows(strip: StripView, axis: DaysAxis, at: Relative, name: str) -> Iterator[str]:
    for index, row in enumerate(strip.rows):
        middle = _TOP + _ROW * index + _ROW / 2
        words = row.speaker.text
        short = shortened(words, _LONGEST_NAME)
        label = text(short, _LEFT - 10, middle + 4, text_anchor="end", class_="dl-svg__label")
        yield link(at(row.speaker.address), words, label)
        yield element("path", {"class": "dl-svg__line", "d": f"M{_LEFT:g} {middle + _ROW / 2:g}H{axis.right:.1f}"})
        for mark in row.marks:
            yield _bar(mark, axis, middle, at, name)


def _bar(mark: StripMark, axis: DaysAxis, middle: float, at: Relative, name: str) -> str:
    height = _BAR * _HEIGHT[mark.extent]
    x, width = axis.start(mark.first) + 1, axis.end(mark.last) - axis.start(mark.first) - 2
    box: dict[str, object] = {"x": x, "y": middle - height / 2, "width": width, "height": height, "rx": 2}
    number = mark.holder % _HOLDERS
    kinds = ["dl-svg__mark", f"dl-svg__holder{number}"]
    kinds += ["dl-svg__mark--collides"] if mark.collides else []
    kinds += [] if mark.is_certain else ["dl-svg__mark--unsure"]
    solid = element("rect", {"class": " ".join(kinds), **box})
    pattern = element("rect", {"class": "dl-svg__pattern", "fill": f"url(#{name}-{number})", **box})
    words = f"{mark.label}; collides with another speaker" if mark.collides else mark.label
    return link(at(mark.address), words, solid, pattern)


def _axis_labels(axis: DaysAxis, bottom: float) -> Iterator[str]:
    for tick in axis.days:
        yield text(tick.text, tick.x, bottom + 15, text_anchor="middle", class_="dl-svg__tick")
    last = float("-inf")
    for tick in axis.months:
        if tick.x - last > len(tick.text) * 6:
            yield text(tick.text, tick.x, bottom + 31, class_="dl-svg__label")
            last = tick.x


def _legend(strip: StripView, top: float, name: str) -> Iterator[str]:
    for index, (holder_number, holder) in enumerate(strip.holders):
        number = holder_number % _HOLDERS
        box: dict[str, object] = {"x": _LEFT, "y": top + _LEGEND * index, "width": 26, "height": 14, "rx": 2}
        yield element("rect", {"class": f"dl-svg__mark dl-svg__holder{number}", **box})
        yield element("rect", {"class": "dl-svg__pattern", "fill": f"url(#{name}-{number})", **box})
        yield text(holder.text, _LEFT + 36, top + _LEGEND * index + 11, class_="dl-svg__label")


def _patterns(strip: StripView, name: str) -> str:
    """Return a pattern for each holder, so that holders are told apart without colour."""
    drawings = ("", "M0 8L8 0", "M0 0L8 8", "M0 4H8", "M4 0V8", "M0 8L8 0M0 0L8 8")
    used = sorted({number % _HOLDERS for number, _ in strip.holders})
    return "".join(
        element(
            "pattern",
            {"id": f"{name}-{number}", "width": 8, "height": 8, "patternUnits": "userSpaceOnUse"},
            element("path", {"class": "dl-svg__stroke", "d": drawings[number] or "M0 0"}),
        )
        for number in used
    )
