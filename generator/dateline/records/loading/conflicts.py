"""What a merge leaves in a file where two people changed the same lines."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.problems import Code, Position, Problem

_OPENING: Final = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_CLOSING: Final = re.compile(r"^>{7}(?: .*)?$", re.MULTILINE)
_MIDDLE: Final = re.compile(r"^(?:={7}|\|{7}(?: .*)?)$", re.MULTILINE)
_HINT: Final = "keep one of the two versions, or make one of both, and remove the lines <<<<<<<, ======= and >>>>>>>"


def conflicts(text: str, shown: str, *, has_body: bool = False) -> Iterator[Problem]:
    """Yield one problem for each conflict, and for each mark that is left of one.

    A line of = alone makes a heading in Markdown, so there it is none.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text and (has_body or not _MIDDLE.search(text)):
        return
    end = 0
    for opening in _OPENING.finditer(text):
        if opening.start() < end:
            continue
        yield from _left(text, end, opening.start(), shown, has_body=has_body)
        closing = _CLOSING.search(text, opening.end())
        end = closing.end() if closing else len(text)
        last = text.count("\n", 0, closing.start()) + 1 if closing else 0
        message = f"a merge left a conflict here, down to line {last}" if last else "a merge left a conflict here"
        yield Problem(_at(text, opening.start(), shown), Code.CONFLICT_MARKER, message, _HINT)
    yield from _left(text, end, len(text), shown, has_body=has_body)


def _left(text: str, start: int, end: int, shown: str, *, has_body: bool) -> Iterator[Problem]:
    for pattern in (_CLOSING,) if has_body else (_CLOSING, _MIDDLE):
        for match in pattern.finditer(text, start, end):
            message = f"'{match[0][:7]}' is left of a conflict of a merge"
            hint = "remove the line, and see that what stands around it is one version"
            yield Problem(_at(text, match.start(), shown), Code.CONFLICT_MARKER, message, hint)


def _at(text: str, offset: int, shown: str) -> Position:
    return Position(shown, text.count("\n", 0, offset) + 1)
