"""In which columns the keys and entries of a text stand, and a line that stands in none of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_BARE_KEY: Final = re.compile(r"[a-z_]+")
_NO_DASH: Final = "this is the first entry of a list, and its dash is missing"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong at a line and a column, counted from zero, and what to do."""

    line: int
    column: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a key, an entry or the value of a key begins, and the text from there on."""

    line: int
    column: int
    text: str


@dataclass(slots=True)
class Columns:
    """What begins in which column, down to the line that is read."""

    open: list[int] = field(default_factory=list)
    """The columns in which the keys and entries stand that a line may still belong to."""
    takes_more: bool = True
    """Whether the last key has no value yet, so that one may follow below it."""
    key_column: int = -1
    keys: dict[int, Start] = field(default_factory=dict)
    """The first key in each open column."""
    entries: dict[int, Start] = field(default_factory=dict)
    """The first entry of a list in each open column."""
    above: Start = Start(0, -1, "")
    """What the line above begins with, behind its dashes."""
    closed: frozenset[int] = frozenset()
    """The columns that the line above was the first to leave."""

    def take(self, here: Start, content: Start, *, is_key: bool) -> Iterator[Mistake]:
        """Yield what is wrong with where a line begins, and take it in; `content` is what stands behind its dashes."""
        is_entry = here.column != content.column or here.text == "-"
        closed = self._close(here.column)
        yield from self._misplaced(here, closed, is_key=is_key, is_entry=is_entry)
        self.closed = frozenset(closed)
        for column in closed:
            self.keys.pop(column, None)
            self.entries.pop(column, None)
        if is_entry:
            self.entries.setdefault(here.column, here)
        if is_key:
            self.keys.setdefault(content.column, content)
        if is_key or is_entry:
            new = [here.column] if is_entry else []
            new += [content.column] if is_key else []
            self.open += [column for column in new if not self.open or column > self.open[-1]]
            self.key_column = self.open[-1]
        self.above = content

    def _close(self, column: int) -> list[int]:
        closed: list[int] = []
        while self.open and self.open[-1] > column:
            closed.append(self.open.pop())
            self.takes_more = True
        return closed

    def _misplaced(self, here: Start, closed: list[int], *, is_key: bool, is_entry: bool) -> Iterator[Mistake]:
        is_new = not self.open or self.open[-1] < here.column
        if not is_new:
            yield from self._of_other_sort(here, is_key=is_key, is_entry=is_entry)
        elif self.open and not self.takes_more and is_key:
            yield self._too_far_right(here)
        elif self.key_column >= 0 and here.column < self.key_column and (is_key or is_entry) and self.open:
            is_dashless = is_entry and closed and not {min(closed), self.open[-1]} & self.entries.keys()
            first = self.keys.get(min(closed)) if is_dashless else None
            message = f"this line begins in column {here.column + 1}, where nothing above it begins"
            wrong = Mistake(here.line, here.column, message, "indent it as the lines that it belongs to")
            yield Mistake(first.line, first.column, _NO_DASH, f"write - {first.text}") if first else wrong
        if is_entry and self.above.column == here.column and self.above.text.startswith(("{", "[")):
            yield Mistake(self.above.line, here.column, _NO_DASH, f"put '- ' before the {self.above.text[0]}")

    def _too_far_right(self, here: Start) -> Mistake:
        if _BARE_KEY.fullmatch(self.above.text) and self.above.column == here.column:
            message = "this key has no colon, so that nothing can stand below it"
            return Mistake(self.above.line, self.above.column, message, f"write {self.above.text}:")
        message = "this line is indented more than the line above it, to which it does not belong"
        other = f"; or line {self.above.line + 1} belongs in column {here.column + 1}"
        hint = f"begin it in the column of the key above{other if here.column in self.closed else ''}"
        return Mistake(here.line, here.column, message, hint)

    def _of_other_sort(self, here: Start, *, is_key: bool, is_entry: bool) -> Iterator[Mistake]:
        """Yield a key where only entries of a list begin, or an entry among keys."""
        column = here.column
        first, entry = self.keys.get(column), self.entries.get(column)
        if is_entry and first and not entry and not self.takes_more:
            yield self._among_keys(here, first)
        elif is_key and not is_entry and entry and not first:
            yield self._among_entries(here, entry)

    def _among_keys(self, here: Start, first: Start) -> Mistake:
        dashes = [column for column in self.entries if column < here.column]
        if dashes:
            message = "an entry of a list begins here among the keys of the entry above"
            return Mistake(here.line, here.column, message, f"begin it in column {max(dashes) + 1}, as the entry above")
        message = "an entry of a list begins here among keys"
        return Mistake(
            here.line, here.column, message, f"line {first.line + 1} lacks its - , or this one has it too much"
        )

    def _among_entries(self, here: Start, entry: Start) -> Mistake:
        around = max((column for column in self.open if column < here.column), default=None)
        if around is None:
            message = "a record is no list: it is made of keys with values"
            return Mistake(entry.line, entry.column, message, "remove the - , and begin each key in the first column")
        message = "this is no entry of the list above it"
        within = min((one for one in self.keys if one > here.column), default=None)
        if within is None:
            hint = "begin it with - too, or none of the lines beside it"
        else:
            own = f"in column {within + 1} it belongs to the entry above"
            hint = f"an entry begins with '- '; {own}, in column {around + 1} to what is around the list"
        return Mistake(here.line, here.column, message, hint)
