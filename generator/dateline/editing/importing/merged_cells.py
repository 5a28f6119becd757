"""Cells of a spreadsheet that were merged: over rows, one value is meant for each of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_RANGE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class _Down:
    """One column of merged cells: their place, and their first and last row."""

    place: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MergedCells:
    """The merged cells of a sheet below its head: those of one column, and those that span several."""

    down: Sequence[_Down]
    called: Sequence[str]
    across: Sequence[str]

    def filled(self, rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        """Yield rows with the value of merged cells in each row that they span and that says anything else."""
        waiting = sorted(self.down, key=lambda one: one.first, reverse=True)
        open_: dict[_Down, str] = {}
        for number, texts in rows:
            while waiting and waiting[-1].first <= number:
                one = waiting.pop()
                open_[one] = texts[one.place] if one.first == number and one.place < len(texts) else ""
            open_ = {one: text for one, text in open_.items() if one.last >= number}
            yield number, _with(texts, open_) if any(texts) else texts

    def told(self) -> Iterator[str]:
        """Yield what is told of them."""
        if self.called:
            yield f"its merged cells ({_listed(self.called)}) were read as one value for each of their rows"
        if self.across:
            told = f"its cells merged over columns ({_listed(self.across)}) have their value in the first only"
            yield f"{told}: part them, and fill in the others"


def merged_below(ranges: Iterable[str], head: int) -> MergedCells:
    """Return the merged cells below the row that names the columns."""
    down, called, across = list[_Down](), list[str](), list[str]()
    for text in ranges:
        found = _RANGE.fullmatch(text)
        if found is None or int(found[2]) <= head:
            continue
        if found[1] == found[3]:
            down.append(_Down(place_of(found[1]), int(found[2]), int(found[4])))
            called.append(text)
        else:
            across.append(text)
    return MergedCells(down, called, across)


def place_of(letters: str) -> int:
    """Return the place of a column, counted from zero, by what a spreadsheet calls it."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _with(texts: list[str], values: dict[_Down, str]) -> list[str]:
    made = list(texts)
    for one, text in values.items():
        made += [""] * (one.place + 1 - len(made))
        made[one.place] = made[one.place] or text
    return made


def _listed(ranges: Sequence[str]) -> str:
    return f"{', '.join(ranges[:_SHOWN])}{' …' if len(ranges) > _SHOWN else ''}"
