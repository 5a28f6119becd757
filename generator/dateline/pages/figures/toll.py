"""Tolls: a bar for each number of each voice, on one scale from zero.

A stem leads from zero to the lowest number that a count allows, a bar from there to the highest; one number is a
narrow bar. A bar with a pointed end is open on that side. What has no number has no bar, which zero has. On a page
each bar stands in a row of its own beside its words, as wide as there is room; drawn alone, the words are in the
drawing. Gridlines stand among the bars and never behind words.
"""

from collections.abc import Iterator
from typing import Final

from dateline.ground.languages import ENGLISH, Language
from dateline.pages.figures.labels import width_of, wrapped
from dateline.pages.figures.patterns import filled, patterns
from dateline.pages.figures.svg import element, figure, link, text
from dateline.pages.shared.tolls import TollBar, TollView
from dateline.pages.wording.addresses import Relative
from dateline.pages.wording.words import number_on_axis
from dateline.records.quantities import CountedIn

_WIDTH: Final = 720.0
_LABELS: Final = 300.0
_AMOUNTS: Final = 110.0
_LEFT: Final = _LABELS + 16
_RIGHT: Final = _WIDTH - _AMOUNTS - 16
_FONT: Final = 13.0
_LINE: Final = 17.0
_TOP: Final = 26.0
_ROW: Final = 20.0
_BAR: Final = 14.0
_GAP: Final = 10.0
_POINT: Final = 8.0
_NARROW: Final = 6.0
_STEPS: Final = (1, 2, 5)


def toll_bars(toll: TollView, name: str) -> tuple[str, ...]:
    """Return the drawing of each bar alone, as wide as what holds it; `name` is unique on the page.

    The patterns are defined in the first one.
    """
    scale = _scale_of(toll)
    definitions = element("defs", None, patterns((bar.side for bar in toll.bars), name))
    drawn = (_alone(bar, scale, name) if bar.is_stated else () for bar in toll.bars)
    return tuple(
        element(
            "svg",
            {"class": "dl-bar", "width": "100%", "height": _ROW, "aria-hidden": "true"},
            *(() if number else (definitions,)),
            *marks,
        )
        for number, marks in enumerate(drawn)
    )


def scale_in_words(toll: TollView, language: Language = ENGLISH) -> tuple[str, str]:
    """Return the numbers at which the scale of the bars begins and ends."""
    scale = _scale_of(toll)
    return number_on_axis(toll.kind, scale.bottom, language), number_on_axis(toll.kind, scale.top, language)


def draw_toll(toll: TollView, at: Relative, name: str, language: Language = ENGLISH) -> str:
    """Return the whole as one drawing with its words; `at` makes addresses relative to where it stands."""
    scale = _scale_of(toll)
    rows: list[str] = []
    y = _TOP + _GAP
    for bar in toll.bars:
        told = _words(bar, language)
        lines = wrapped(told, _FONT, _LABELS)
        label = language.told_of(told, bar.amount)
        rows.append(link(at(bar.claim.address), label, *_row(bar, lines, y, scale, name)))
        y += max(_ROW, _LINE * len(lines)) + _GAP
    description = language.gettext(
        "A row for each number of each voice: a bar from the lowest to the highest number that it allows, pointed "
        "where open; the pattern tells the side of who says it."
    )
    definitions = patterns((number for number, _ in toll.sides), name)
    marks = [*_ticks(scale, y, toll.kind, language), *rows]
    return figure(
        "toll", (_WIDTH, y + 6), language.told_of(toll.title, toll.summary), description, marks, definitions=definitions
    )


class _Scale:
    """Numbers from zero, or a round number below the lowest, to one above the highest, as shares of the width."""

    def __init__(self, lowest: float, highest: float) -> None:
        self.step = _round_step(max(highest, -lowest))
        self.top = self.step * (int(highest / self.step) + 1)
        self.bottom = -self.step * (int(-lowest / self.step) + 1) if lowest < 0 else 0

    def share(self, value: float) -> float:
        return (value - self.bottom) / (self.top - self.bottom)

    def x(self, value: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * self.share(value)

    def ticks(self) -> list[float]:
        first, last = round(self.bottom / self.step), round(self.top / self.step)
        return [self.step * index for index in range(first, last + 1)]


def _scale_of(toll: TollView) -> _Scale:
    bounds = [float(bound) for bar in toll.bars for bound in (bar.low, bar.high) if bound is not None]
    return _Scale(min([0, *bounds]), max([0, *bounds]) if bounds else 1)


def _round_step(highest: float) -> float:
    """Return the smallest of 1, 2, 5, 10, 20, 50 … that needs six steps at most."""
    power = 1
    while True:
        for step in _STEPS:
            if highest / (step * power) <= 6:  # noqa: PLR2004 - more labels would touch
                return step * power
        power *= 10


def _alone(bar: TollBar, scale: _Scale, name: str) -> Iterator[str]:
    """Yield the marks of one bar in shares of a width that is not known."""
    low, high = _ends(bar, scale)
    zero = scale.share(0)
    if low != zero:
        yield _stem(_percent(zero) if zero else "0", _percent(low))
    if high > low:
        yield from _marks(bar, name, {"x": _percent(low), "width": _percent(high - low)})
    else:
        nested = "".join(_marks(bar, name, {"x": -_NARROW / 2, "width": _NARROW}))
        yield element("svg", {"x": _percent(low), "class": "dl-bar__at"}, nested)
    for share, d in _points(bar, low, high):
        yield element(
            "svg", {"x": _percent(share), "class": "dl-bar__at"}, element("path", {"class": "dl-bar__open", "d": d})
        )


def _ends(bar: TollBar, scale: _Scale) -> tuple[float, float]:
    low = scale.share(float(bar.low)) if bar.low is not None else 0.0
    return low, scale.share(float(bar.high)) if bar.high is not None else 1.0


def _percent(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


def _stem(start: str | float, end: str | float, middle: float = _ROW / 2) -> str:
    return element("line", {"class": "dl-bar__stem", "x1": start, "x2": end, "y1": middle, "y2": middle})


def _marks(bar: TollBar, name: str, span: dict[str, object], top: float = (_ROW - _BAR) / 2) -> Iterator[str]:
    yield from filled("rect", {**span, "y": top, "height": _BAR}, bar.side, name)


def _points(bar: TollBar, low: float, high: float, middle: float = _ROW / 2) -> Iterator[tuple[float, str]]:
    """Yield the notches that make an open end a point: where each stands, and its outline beside that."""
    top, bottom = middle - _BAR / 2 - 1, middle + _BAR / 2 + 1
    if bar.low is None:
        yield low, f"M-1 {top:g}H{_POINT:g}L0 {middle:g}L{_POINT:g} {bottom:g}H-1Z"
    if bar.high is None:
        yield high, f"M1 {top:g}H-{_POINT:g}L0 {middle:g}L-{_POINT:g} {bottom:g}H1Z"


def _ticks(scale: _Scale, bottom: float, kind: CountedIn, language: Language) -> Iterator[str]:
    ticks = scale.ticks()
    room = (_RIGHT - _LEFT) / len(ticks)
    told = {value: number_on_axis(kind, value, language) for value in ticks}
    has_room = all(width_of(text_, _FONT) < room for text_ in told.values())
    for value in ticks:
        x = scale.x(value)
        yield element("path", {"class": "dl-svg__line", "d": f"M{x:.1f} {_TOP:g}V{bottom:g}"})
        if has_room or value in {0, ticks[0], ticks[-1]}:
            yield text(told[value], x, _TOP - 8, text_anchor="middle", class_="dl-svg__tick")


def _words(bar: TollBar, language: Language) -> str:
    """Return what stands beside a bar: whose number it is, for what, and in how many papers."""
    return language.facts((bar.speaker, bar.scope, bar.papers))


def _row(bar: TollBar, lines: list[str], top: float, scale: _Scale, name: str) -> list[str]:
    shown = [
        text(line, _LABELS, top + 14 + _LINE * index, class_="dl-svg__label", text_anchor="end")
        for index, line in enumerate(lines)
    ]
    if bar.is_stated:
        low, high = (_LEFT + (_RIGHT - _LEFT) * share for share in _ends(bar, scale))
        middle = top + _ROW / 2
        start, width = (low, high - low) if high > low else (low - _NARROW / 2, _NARROW)
        shown += [_stem(scale.x(0), low, middle), *_marks(bar, name, {"x": start, "width": width}, middle - _BAR / 2)]
        for x, d in _points(bar, low, high, middle):
            notch = element("path", {"class": "dl-bar__open", "d": d})
            shown.append(element("g", {"transform": f"translate({x:.1f} 0)"}, notch))
    shown.append(text(bar.amount, _RIGHT + 16, top + 14, class_="dl-svg__label"))
    return shown
