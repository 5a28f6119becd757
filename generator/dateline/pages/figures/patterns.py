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
        for number in sorted({number % KINDS for number in numbers})
    )


def draw_swatch(number: int, name: str) -> str:
    """Return a hue and its pattern, for the legend beside the figure called `name`."""
    kind = number % KINDS
    box: dict[str, object] = {"x": 1, "y": 1, "width": 26, "height": 14, "rx": 2}
    marks = (
        element("rect", {"class": f"dl-svg__mark dl-svg__holder{kind}", **box}),
        element("rect", {"class": "dl-svg__pattern", "fill": f"url(#{name}-{kind})", **box}),
    )
    return element("svg", {"class": "dl-swatch", "width": 28, "height": 16, "aria-hidden": "true"}, *marks)
