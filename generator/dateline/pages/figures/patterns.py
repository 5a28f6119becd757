"""Patterns that tell sides apart where hues do not: one for each mark of `shared/side_marks.py`, in its order."""

from collections.abc import Iterable
from typing import Final

from dateline.pages.figures.svg import element

_DRAWINGS: Final = (
    "M0 0",  # on no side: plain
    "M0 8L8 0",
    "M0 0L8 8",
    "M0 4H8",
    "M4 0V8",
    "M0 8L8 0M0 0L8 8",
    "M0 4H8M4 0V8",
    "M1 2h2M5 6h2",
    "M0 2L4 6L8 2",
    "M0 2H8M0 6H8",
)
KINDS: Final = len(_DRAWINGS)


def patterns(numbers: Iterable[int], name: str) -> str:
    """Return the definitions of the patterns with these numbers, for the figure called `name` on its page."""
    return "".join(
        element(
            "pattern",
            {"id": f"{name}-{number}", "width": 8, "height": 8, "patternUnits": "userSpaceOnUse"},
            element("path", {"class": "dl-svg__stroke", "d": _DRAWINGS[number]}),
        )
        for number in sorted(set(map(pattern_of, numbers)))
    )


def pattern_of(number: int) -> int:
    """Return the pattern of a mark; numbers beyond the marks are patterns in grey, for those on no side."""
    return number if number < KINDS else (number - KINDS) % (KINDS - 1) + 1


def hue_of(number: int) -> int:
    """Return the hue of a mark, which is grey for numbers beyond the marks."""
    return number if number < KINDS else 0


def filled(shape: str, box: dict[str, object], number: int, name: str, kinds: str = "dl-svg__mark") -> list[str]:
    """Return a shape in the hue of a mark, and its pattern on it; `name` is that of the figure on its page."""
    hue = element(shape, {"class": f"{kinds} dl-svg__holder{hue_of(number)}", **box})
    if not (pattern := pattern_of(number)):
        return [hue]
    return [hue, element(shape, {"class": "dl-svg__pattern", "fill": f"url(#{name}-{pattern})", **box})]


def draw_swatch(number: int, name: str) -> str:
    """Return a hue and its pattern, for the legend beside the figure called `name`."""
    box: dict[str, object] = {"x": 1, "y": 1, "width": 26, "height": 14, "rx": 2}
    attributes = {"class": "dl-swatch", "width": 28, "height": 16, "aria-hidden": "true"}
    return element("svg", attributes, *filled("rect", box, number, name))
