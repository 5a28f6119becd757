"""The social card as PNG, 1200 × 630 pixels, the size that links are shown with elsewhere."""

import io
import unicodedata
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from dateline.ground.languages import ENGLISH, Language
from dateline.pages.kinds.card import CardView, caption

WIDTH: Final = 1200
HEIGHT: Final = 630
_MARGIN: Final = 72
_GROUND: Final = "#1d3346"
_INK: Final = "#ffffff"
_QUIET: Final = "#c9d6e2"
_BAR: Final = "#f0a37c"
_COLOURS: Final = 64
_TITLE_LINES: Final = 2
_TEXT_LINES: Final = 2
_FLOOR: Final = 560
_TALLEST: Final = 150
_WIDEST_BAR: Final = 40
_LIKE: Final = {
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-"),  # hyphens, dashes and the minus sign
    0x02BE: "\N{RIGHT SINGLE QUOTATION MARK}",  # hamza
    0x02BF: "\N{LEFT SINGLE QUOTATION MARK}",  # ayin
    0x201E: '"',
}
_NO_GLYPH: Final = "\ue000"


def draw_card(view: CardView, language: Language = ENGLISH) -> bytes:
    """Return the card as a PNG file, the same bytes for the same view and the same Pillow.

    The typeface is the one that Pillow brings, which has the letters of ASCII and little
    more.  Accents are left out; a text that still has other letters is left out whole,
    since half a name is worse than none: the numbers and the bars then stand alone.
    """
    image = Image.new("RGB", (WIDTH, HEIGHT), _GROUND)
    pen = _Pen(ImageDraw.Draw(image))
    pen.write(view.title, size=68, colour=_INK, most=_TITLE_LINES, after=14)
    pen.write(view.description, size=30, colour=_QUIET, most=_TEXT_LINES, after=20)
    pen.write(view.span, size=30, colour=_BAR, most=1, after=12)
    pen.write(" · ".join(view.counts), size=26, colour=_INK, most=1, after=0)
    _draw_bars(pen.draw, view.bars)
    pen.top = _FLOOR + 14
    pen.write(caption(view, language), size=20, colour=_QUIET, most=1, after=0)
    file = io.BytesIO()
    image.quantize(_COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()


def drawable(text: str, font: ImageFont.FreeTypeFont) -> str:
    """Return `text` in letters that the typeface has, or nothing where it lacks one."""
    folded = unicodedata.normalize("NFC", " ".join(text.split())).translate(_LIKE)
    seen = [letter for letter in folded if unicodedata.category(letter) not in {"Mn", "Cf"}]
    letters = [letter if _has(font, letter) else _without_marks(letter) for letter in seen]
    return "".join(letters) if all(letters) else ""


def _without_marks(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if part.isascii() and part.isprintable())


class _Pen:
    """Writes lines of text one below the other."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self.draw = draw
        self.top = _MARGIN - 16

    def write(self, text: str, *, size: int, colour: str, most: int, after: int) -> None:
        font = ImageFont.load_default(size)
        if not isinstance(font, ImageFont.FreeTypeFont):  # Pillow without FreeType has only a font of fixed size
            return
        lines = _wrapped(drawable(text, font), font, most)
        for line in lines:
            self.draw.text((_MARGIN, self.top), line, font=font, fill=colour)
            self.top += round(size * 1.22)
        self.top += after if lines else 0


def _wrapped(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """Break `text` into lines of the card's width, and end the last one with an ellipsis if there are too many."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _fits(longer, font):
            lines[-1] = longer
        else:
            lines.append(word)
    shown = [line for line in lines if line]
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{shown[most - 1]}…"]
    return [_cut(line, font) for line in shown]


def _cut(line: str, font: ImageFont.FreeTypeFont) -> str:
    while not _fits(line, font):
        line = f"{line.removesuffix('…')[:-1].rstrip()}…"
    return line


def _fits(line: str, font: ImageFont.FreeTypeFont) -> bool:
    return font.getlength(line) <= WIDTH - 2 * _MARGIN


def _has(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable()
    return bytes(font.getmask(letter)) != bytes(font.getmask(_NO_GLYPH))


def _draw_bars(draw: ImageDraw.ImageDraw, bars: tuple[int, ...]) -> None:
    right = WIDTH - _MARGIN
    draw.line((_MARGIN, _FLOOR, right, _FLOOR), fill=_QUIET, width=2)
    if not bars:
        return
    step = (right - _MARGIN) / len(bars)
    width = max(2.0, min(step * 0.72, _WIDEST_BAR))
    for index, count in enumerate(bars):
        if count:
            left = _MARGIN + step * index + (step - width) / 2
            tall = max(3.0, _TALLEST * count / max(bars))
            draw.rectangle((round(left), round(_FLOOR - tall), round(left + width) - 1, _FLOOR - 2), fill=_BAR)
