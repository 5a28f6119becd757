"""The social card of a day or a dispute as PNG."""

from typing import Final

from dateline.pages.figures.card_sheet import HEIGHT, Sheet
from dateline.pages.figures.card_type import drawable
from dateline.pages.kinds.topic_card import TopicCard

_FLOOR: Final = HEIGHT - 61
_FOOT: Final = HEIGHT - 49
_SHORT: Final = 72
"""The characters of a title that is set large."""
_LARGE: Final = 44
_SMALL: Final = 36
_TITLE_LINES: Final = 3
_ROW: Final = 34
"""What a line takes."""
_ROW_LINES: Final = 2


def can_be_drawn(view: TopicCard) -> bool:
    """Return whether the typefaces have the letters of the title; a card without one says nothing."""
    return bool(drawable(view.title))


def draw_topic_card(view: TopicCard) -> bytes:
    """Return the card as a PNG file, the same bytes for the same view and the same Pillow."""
    sheet = Sheet(view.name)
    sheet.write(view.state, size=24, colour="accent", most=1, after=8, bold=True)
    size = _LARGE if len(view.title) <= _SHORT else _SMALL
    sheet.write(view.title, size=size, colour="ink", most=_TITLE_LINES, after=14, bold=True)
    room = (_FLOOR - sheet.top) // _ROW // max(1, len(view.rows))
    for row in view.rows:
        sheet.row(row.text, row.note, size=24, most=max(1, min(room, _ROW_LINES)), after=4)
    sheet.rule(_FLOOR)
    sheet.top = _FOOT
    sheet.write(view.foot, size=20, colour="quiet", most=1, after=0)
    return sheet.png()
