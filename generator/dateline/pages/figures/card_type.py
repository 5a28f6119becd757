"""The type of the social cards: the typefaces that Dateline ships, what they can show, and text in lines."""

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import ImageFont, features

_FONTS: Final = Path(__file__).parent / "fonts"
_REGULAR: Final = _FONTS / "DejaVuSansCondensed.ttf"
_BOLD: Final = _FONTS / "DejaVuSansCondensed-Bold.ttf"
_NO_GLYPH: Final = "\ue000"
_SIZE_OF_SAMPLES: Final = 24
_UNSEEN: Final = frozenset({"Cf"})
_MARKS: Final = frozenset({"Mn"})
_FROM_THE_RIGHT: Final = frozenset({"R", "AL", "AN"})


@lru_cache(maxsize=32)
def typeface(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return the typeface in which cards are set."""
    return ImageFont.truetype(_BOLD if bold else _REGULAR, size)


def drawable(text: str) -> str:
    """Return `text` on one line in letters that the typeface has, or nothing where it lacks one.

    Half a name is worse than none.  A letter whose accents the typeface lacks goes without them.  Writing from the
    right to the left needs HarfBuzz and FriBiDi, which Pillow brings for most systems; elsewhere there is none.
    """
    seen = [letter for letter in unicodedata.normalize("NFC", " ".join(text.split())) if _is_seen(letter)]
    if any(map(is_from_the_right, seen)) and not features.check_feature("raqm"):
        return ""
    letters = [letter if _has(letter) else _without_marks(letter) for letter in seen]
    return "".join(letters) if all(map(_is_shown, seen, letters)) else ""


def _is_shown(letter: str, drawn: str) -> bool:
    return bool(drawn) or unicodedata.category(letter) in _MARKS


def runs_from_the_right(text: str) -> bool:
    """Return whether a line of text begins at the right: whether its first letter with a direction does."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((way in _FROM_THE_RIGHT for way in directions if way in {"L", *_FROM_THE_RIGHT}), False)


def in_lines(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    """Break `text` into at most so many lines of a width; what is left out, "…" says."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    shown = [line for line in lines if line]
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{shown[most - 1]}…"]
    return [_cut(line, font, width) for line in shown]


def _cut(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while font.getlength(line) > width:
        line = f"{line.removesuffix('…')[:-1].rstrip()}…"
    return line


def is_from_the_right(letter: str) -> bool:
    """Return whether a letter is of a script that is written from the right to the left."""
    return unicodedata.bidirectional(letter) in _FROM_THE_RIGHT


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in _UNSEEN


def _without_marks(letter: str) -> str:
    parts = [part for part in unicodedata.normalize("NFKD", letter) if unicodedata.category(part) not in _MARKS]
    return "".join(parts) if all(map(_has, parts)) else ""


@lru_cache(maxsize=4096)
def _has(letter: str) -> bool:
    """Return whether the typeface has a letter; what it lacks, it shows as an empty box."""
    if letter.isascii():
        return letter.isprintable()
    return all(_sample(letter, bold=bold) != _sample(_NO_GLYPH, bold=bold) for bold in (False, True))


def _sample(letter: str, *, bold: bool) -> bytes:
    return bytes(typeface(_SIZE_OF_SAMPLES, bold=bold).getmask(letter))
