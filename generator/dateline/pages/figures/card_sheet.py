"""What social cards are drawn on: 1000 × 525 pixels in few colours, the shape that links are shown with elsewhere."""

import io
from typing import Final, Literal

from PIL import Image, ImageChops, ImageDraw

from dateline.pages.figures.card_type import drawable, in_lines, runs_from_the_right, typeface

WIDTH: Final = 1000
HEIGHT: Final = 525
MARGIN: Final = 54
BAND: Final = 70
"""The height of the band at the top."""
_ROOM: Final = WIDTH - 2 * MARGIN
_LINE: Final = 1.24
_NAME: Final = 25
_PAPER: Final = (251, 250, 246)
_INK: Final = (27, 31, 35)
_NAVY: Final = (29, 51, 70)
_WHITE: Final = (255, 255, 255)
_ACCENT: Final = (168, 68, 26)
_FULL: Final = 255
_QUIET: Final = 165
_INKS: Final = 3
_WHITES: Final = 2
_ACCENTS: Final = 2
_EFFORT: Final = 7
"""Beyond it a card takes ten times as long and gets no lighter than by a twentieth."""

Colour = Literal["ink", "quiet", "accent"]


class Sheet:
    """A card that is written from its top to its bottom.

    Two colours are kept apart as two layers of grey and put together at the end: so a card has few colours, which need
    neither be counted nor chosen, half a byte a pixel, and 10 to 15 kB.
    """

    def __init__(self, name: str) -> None:
        """Begin a card with what stands in its band."""
        self.top = BAND + 28
        self._layers = {layer: Image.new("L", (WIDTH, HEIGHT)) for layer in ("ink", "accent", "white")}
        self._pens = {layer: ImageDraw.Draw(image) for layer, image in self._layers.items()}
        for line in in_lines(drawable(name), typeface(_NAME, bold=True), _ROOM, 1):
            self._line("white", line, BAND // 2, _NAME, bold=True, anchor="m")

    def write(  # noqa: PLR0913 - what type has
        self, text: str, *, size: int, colour: Colour, most: int, after: int, bold: bool = False
    ) -> None:
        """Write a text below what is written, in at most so many lines."""
        lines = in_lines(drawable(text), typeface(size, bold=bold), _ROOM, most)
        for line in lines:
            self._line(colour, line, self.top, size, bold=bold)
            self.top += round(size * _LINE)
        self.top += after if lines else 0

    def row(self, text: str, note: str, *, size: int, most: int, after: int) -> None:
        """Write a text with a note at its end, which it leaves room for; nothing where the text cannot be shown."""
        shown, beside = drawable(text), drawable(note)
        if not shown:
            return
        font = typeface(size)
        room = round(font.getlength(beside)) + size if beside else 0
        if beside:
            self._line("quiet", beside, self.top, size, bold=False, at_end=not runs_from_the_right(shown))
        for line in in_lines(shown, font, _ROOM - room, most):
            self._line("ink", line, self.top, size, bold=False)
            self.top += round(size * _LINE)
        self.top += after

    def bar(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draw a bar."""
        self._pens["accent"].rectangle((round(left), round(top), round(right) - 1, round(bottom) - 1), fill=_FULL)

    def rule(self, top: int) -> None:
        """Draw a line across the card."""
        self._pens["ink"].rectangle((MARGIN, top, WIDTH - MARGIN - 1, top + 1), fill=_QUIET)

    def png(self) -> bytes:
        """Return the card as a PNG file, the same bytes for the same words and the same Pillow."""
        ink = self._layers["ink"].point([round(grey * _INKS / _FULL) for grey in range(256)])
        accent = self._layers["accent"].point([_of_accent(grey) for grey in range(256)])
        band = self._layers["white"].crop((0, 0, WIDTH, BAND))
        card = ImageChops.lighter(ink, accent)
        card.paste(band.point([1 + _INKS + round(grey * _WHITES / _FULL) for grey in range(256)]), (0, 0))
        card.putpalette(_PALETTE)
        file = io.BytesIO()
        card.save(file, "PNG", bits=4, compress_level=_EFFORT)
        return file.getvalue()

    def _line(  # noqa: PLR0913 - where it stands, and what type has
        self, colour: str, line: str, top: int, size: int, *, bold: bool, anchor: str = "a", at_end: bool | None = None
    ) -> None:
        to_right = runs_from_the_right(line) if at_end is None else at_end
        left = WIDTH - MARGIN if to_right else MARGIN
        pen = self._pens["ink" if colour == "quiet" else colour]
        grey = _QUIET if colour == "quiet" else _FULL
        pen.text(
            (left, top), line, font=typeface(size, bold=bold), fill=grey, anchor=f"{'r' if to_right else 'l'}{anchor}"
        )


def _of_accent(grey: int) -> int:
    level = round(grey * _ACCENTS / _FULL)
    return 1 + _INKS + _WHITES + level if level else 0


def _between(one: tuple[int, int, int], other: tuple[int, int, int], part: float) -> list[int]:
    return [round(first + (last - first) * part) for first, last in zip(one, other, strict=True)]


def _colours() -> list[int]:
    """Return the palette: the paper, the inks on it, the band with its whites, the accents on the paper."""
    found = list(_PAPER)
    for level in range(1, _INKS + 1):
        found += _between(_PAPER, _INK, level / _INKS)
    for level in range(_WHITES + 1):
        found += _between(_NAVY, _WHITE, level / _WHITES)
    for level in range(1, _ACCENTS + 1):
        found += _between(_PAPER, _ACCENT, level / _ACCENTS)
    return found


_PALETTE: Final = _colours()
