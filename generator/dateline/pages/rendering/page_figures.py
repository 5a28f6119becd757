"""The figures of one page: how its templates draw them, and the files of those that it offers to take away."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from markupsafe import Markup

from dateline.ground.languages import Language
from dateline.pages.figures.alone import alone
from dateline.pages.figures.map import DAY_SWITCH, TABLE, draw_map, draw_map_days, projection_in_words, sizes_of
from dateline.pages.figures.patterns import draw_swatch
from dateline.pages.figures.sheets import Sheets
from dateline.pages.figures.strip import draw_key_of_edge, draw_key_of_wrong, draw_strip, width_of_strip
from dateline.pages.figures.tables import DrawnView
from dateline.pages.figures.timeline import draw_timeline
from dateline.pages.figures.toll import scale_in_words, toll_bars
from dateline.pages.wording.addresses import figure_address, relative_from

_DRAWERS: Final[Mapping[str, Callable[..., str]]] = {
    "map": draw_map,
    "strip": draw_strip,
    "timeline": draw_timeline,
}


class FigureAddresses(NamedTuple):
    """Where a figure's files are."""

    svg: str
    csv: str


class PageFigures:
    """What the templates of the page at `address` draw, with the figures that they offer as files."""

    def __init__(self, address: str, language: Language) -> None:
        self._address, self._language = address, language
        self._offered: dict[FigureAddresses, DrawnView] = {}

    def functions(self) -> Mapping[str, Callable[..., object]]:
        """Return what templates call."""
        drawers = {f"draw_{kind}": self._drawer(draw) for kind, draw in _DRAWERS.items()}
        plain: dict[str, Callable[..., object]] = {
            "draw_swatch": lambda mark, name: Markup(draw_swatch(mark, name)),  # noqa: S704 - escaped there
            "draw_key_of_edge": lambda kind: Markup(draw_key_of_edge(kind)),  # noqa: S704 - escaped there
            "draw_key_of_wrong": lambda: Markup(draw_key_of_wrong()),  # noqa: S704 - escaped there
            "draw_map_days": lambda view: Markup(draw_map_days(view)),  # noqa: S704 - escaped there
            "figure_files": self._offer,
            "map_ids": lambda: (DAY_SWITCH, TABLE),
            "map_projection": lambda view: projection_in_words(view, self._language),
            "map_sizes": sizes_of,
            "toll_bars": lambda toll, name: [Markup(bar) for bar in toll_bars(toll, name)],  # noqa: S704 - escaped there
            "toll_scale": lambda toll: scale_in_words(toll, self._language),
            "width_of_strip": width_of_strip,
        }
        return drawers | plain

    def files(self, site: str | None, credit: str, sheets: Sheets) -> Iterator[tuple[str, str]]:
        """Yield the files of the figures offered, by path; their links are whole where `site` is known."""
        for addresses, figure in self._offered.items():
            here = relative_from(addresses.svg)
            at = here if site is None else lambda to: f"{site}{to}"
            found = alone(figure, at, credit, sheets, self._language)
            yield addresses.svg, found.svg.replace(' href="#', f' href="{at(self._address)}#')
            yield addresses.csv, found.csv

    def _drawer(self, draw: Callable[..., str]) -> Callable[..., Markup]:
        at = relative_from(self._address)

        def drawn(view: object, *how: object) -> Markup:
            return Markup(draw(view, at, *how, language=self._language))  # noqa: S704 - escaped there

        return drawn

    def _offer(self, figure: DrawnView, name: str) -> FigureAddresses:
        addresses = FigureAddresses(*(figure_address(self._address, name, ending) for ending in ("svg", "csv")))
        self._offered[addresses] = figure
        return addresses
