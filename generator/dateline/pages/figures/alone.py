"""A figure by itself, for whoever takes it elsewhere: as SVG with its own style in both schemes, and its data as CSV.

The style is taken from the theme's sheets, of which a drawing keeps the rules of the classes that it uses, so that it
looks as on its page; it names the chronology that it is from.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from dateline.ground.escaping import html, xml_markup
from dateline.ground.languages import Language
from dateline.pages.figures.labels import wrapped
from dateline.pages.figures.map import SMALL, draw_map, sizes_of
from dateline.pages.figures.sheets import PAPER, Sheets
from dateline.pages.figures.strip import draw_strip_alone
from dateline.pages.figures.svg import element, text
from dateline.pages.figures.tables import DrawnView, csv_of
from dateline.pages.figures.timeline import draw_timeline
from dateline.pages.figures.toll import draw_toll
from dateline.pages.shared.maps import MapView
from dateline.pages.shared.strips import StripView
from dateline.pages.shared.timeline_views import TimelineView
from dateline.pages.wording.addresses import Relative

_SIZE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_HEIGHT: Final = re.compile(r'height="([\d.]+)"')
_WIDTH: Final = 960.0
_LABEL: Final = re.compile(r'(<a [^>]*?) aria-label="[^"]*"')
_MARGIN: Final = 14.0
_TITLE: Final = 15.0
_SMALL: Final = 11.0
_LINE: Final = 1.35
_FONT: Final = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"


class FigureFiles(NamedTuple):
    """A figure as the two files that readers take away."""

    svg: str
    csv: str


def alone(figure: DrawnView, at: Relative, credit: str, sheets: Sheets, language: Language) -> FigureFiles:
    """Return a figure as files; `at` makes the addresses of its links, `credit` tells where it is from."""
    drawing = _LABEL.sub(r"\1", _drawn(figure, at, language))  # its title says the same
    told = [credit, *(figure.credits if isinstance(figure, MapView) else ())]
    return FigureFiles(_framed(drawing, figure.title, told, sheets), csv_of(figure, at))


def _drawn(figure: DrawnView, at: Relative, language: Language) -> str:
    match figure:
        case StripView():
            return draw_strip_alone(figure, at, language)
        case MapView():
            return draw_map(figure, at, next((size for _, size in sizes_of(figure)), SMALL), language)
        case TimelineView():
            return draw_timeline(figure, at, "t", language)
        case _:
            return draw_toll(figure, at, "t", language)


def _framed(drawing: str, title: str, credits_: Sequence[str], sheets: Sheets) -> str:
    width, height = _size_of(drawing)
    head = wrapped(title, _TITLE, width)
    foot = [line for one in credits_ for line in wrapped(one, _SMALL, width)]
    top = _MARGIN + len(head) * _TITLE * _LINE + 6
    bottom = top + height + 8
    whole = (width + 2 * _MARGIN, bottom + len(foot) * _SMALL * _LINE + _MARGIN)
    inner = drawing.replace("<svg ", f'<svg x="{_MARGIN:g}" y="{top:g}" ', 1)
    if "viewBox" not in inner[: inner.index(">")]:
        inner = inner.replace('width="100%"', f'width="{width:g}"', 1)
    elif ' width="' not in inner[: inner.index(">")]:
        inner = inner.replace("<svg ", f'<svg width="{width:g}" height="{height:g}" ', 1)
    words = [
        *_lines(head, _MARGIN + _TITLE, _TITLE, font_weight="600"),
        *_lines(foot, bottom + _SMALL, _SMALL, class_="dl-credit"),
    ]
    style = (
        f"svg{{font:12px {_FONT};fill:var(--dl-ink)}}.dl-credit{{fill:var(--dl-quiet)}}{sheets.style_of(drawing)}"
        f".dl-ground{{fill:{PAPER[0]}}}@media(prefers-color-scheme:dark){{.dl-ground{{fill:{PAPER[1]}}}}}"
    )
    ground = element("rect", {"class": "dl-ground", "width": "100%", "height": "100%"})
    attributes: dict[str, object] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {whole[0]:g} {whole[1]:g}",
        "width": f"{whole[0]:g}",
        "height": f"{whole[1]:g}",
    }
    parts = [element("title", None, html(title)), element("style", None, _in_xml(style)), ground, *words, inner]
    return f"{xml_markup(element('svg', attributes, *parts))}\n"


def _in_xml(style: str) -> str:
    return style.replace("&", "&amp;").replace("<", "&lt;")


def _size_of(drawing: str) -> tuple[float, float]:
    head = drawing[: drawing.index(">")]
    if found := _SIZE.search(head):
        return float(found[1]), float(found[2])
    found = _HEIGHT.search(head)
    return _WIDTH, float(found[1]) if found else _WIDTH


def _lines(lines: Iterable[str], top: float, size: float, **attributes: object) -> list[str]:
    return [
        text(line, _MARGIN, round(top + number * size * _LINE, 1), font_size=f"{size:g}px", **attributes)
        for number, line in enumerate(lines)
    ]
