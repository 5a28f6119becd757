"""The social card of the whole chronology as PNG: what it is, and its events over time."""

from typing import Final

from dateline.ground.languages import ENGLISH, Language
from dateline.pages.figures.card_sheet import HEIGHT, MARGIN, WIDTH, Sheet
from dateline.pages.kinds.card import CardView, caption

_FLOOR: Final = HEIGHT - 61
_TALLEST: Final = 130
_WIDEST_BAR: Final = 33


def draw_card(view: CardView, language: Language = ENGLISH) -> bytes:
    """Return the card as a PNG file, the same bytes for the same view and the same Pillow.

    A text with letters that the typefaces lack is left out: the numbers and the bars then stand alone.
    """
    sheet = Sheet(view.span)
    sheet.write(view.title, size=52, colour="ink", most=2, after=10, bold=True)
    sheet.write(view.description, size=24, colour="ink", most=2, after=12)
    sheet.write(language.facts(view.counts), size=19, colour="accent", most=1, after=0, bold=True)
    _draw_bars(sheet, view.bars)
    sheet.top = _FLOOR + 12
    sheet.write(caption(view, language), size=18, colour="quiet", most=1, after=0)
    return sheet.png()


def _draw_bars(sheet: Sheet, bars: tuple[int, ...]) -> None:
    right = WIDTH - MARGIN
    sheet.rule(_FLOOR)
    if not bars:
        return
    step = (right - MARGIN) / len(bars)
    width = max(2.0, min(step * 0.72, _WIDEST_BAR))
    for index, count in enumerate(bars):
        if count:
            left = MARGIN + step * index + (step - width) / 2
            tall = max(3.0, _TALLEST * count / max(bars))
            sheet.bar(left, _FLOOR - tall, left + width, _FLOOR - 1)
