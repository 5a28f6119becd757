"""Sides by hue and pattern, the same on all pages: the place of a side in the vocabulary decides, and nothing else.

Grey is for whoever is placed on no side, or on several.  There are eight hues; the sides of a longer vocabulary
share a ninth mark, which is neutral and has a pattern of its own.  `assets/sides.css` has the looks.
"""

from collections.abc import Iterable
from typing import Final

from dateline.pages.shared.edition import Edition

NO_SIDE: Final = 0
HUES: Final = 8
FURTHER: Final = HUES + 1
"""The mark of every side after the eighth."""


def mark_of_side(edition: Edition, side: str) -> int:
    """Return the number of a side's mark, from 1; that of no side for a word that the vocabulary lacks."""
    known = list(edition.chronology.masthead.vocabulary.sides)
    return min(known.index(side) + 1, FURTHER) if side in known else NO_SIDE


def mark_of_actor(edition: Edition, actor: str) -> int:
    """Return the number of the mark of the one side on which an actor is placed; else that of no side."""
    sides = edition.chronology.side_of(actor)
    return mark_of_side(edition, next(iter(sides))) if len(sides) == 1 else NO_SIDE


def class_of_mark(mark: int) -> str:
    """Return the classes of whatever bears a mark at its edge."""
    return f"dl-side dl-side-{mark}"


def sides_by_mark(edition: Edition, marks: Iterable[int]) -> tuple[tuple[int, str], ...]:
    """Return what each of these marks stands for, in the order of the vocabulary; what is on no side comes last."""
    sides = list(edition.chronology.masthead.vocabulary.sides)
    in_order = sorted(set(marks), key=lambda mark: (mark == NO_SIDE, mark))
    return tuple((mark, _label(edition, sides, mark)) for mark in in_order)


def _label(edition: Edition, sides: list[str], mark: int) -> str:
    if mark == NO_SIDE:
        return edition.language.gettext("Placed on no side, or on several")
    if mark == FURTHER and len(sides) > FURTHER:
        return edition.language.gettext("Another side")
    return edition.term("sides", sides[mark - 1])
