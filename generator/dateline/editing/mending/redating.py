"""Dates that are typed otherwise than EDTF, and can mean but one thing."""

import re
from collections.abc import Iterable
from typing import Final

from dateline.ground.dates import alone_offered, is_date
from dateline.ground.problems import Code, Problem

_TYPED: Final = re.compile(r"'(?P<text>[^\n]+?)' is not a date in a form that is taken")
_WITHOUT_QUOTES: Final = re.compile(r'put quotes around it: write "(?P<date>[\[{][^"\]}]+[\]}])"')
_WORDING: Final = "date_wording"
_OPENING: Final = "[{"
_PLAIN: Final = re.compile(r"[1-9][0-9]{3}(?:-[0-9]{2}){0,2}")
"""What stands without quotes."""
_BRACKETED: Final = re.compile(r"[\[{][^\[\]{}]*[\]}]")


def redated(text: str, problems: Iterable[Problem]) -> str:
    """Return a file's text with each date that the check refuses as what it offers for it, if that is one thing only.

    What would need another key, or could be read in two ways, stays.
    """
    lines = text.split("\n")
    for problem in sorted(problems, reverse=True):
        here = problem.position
        if problem.code is not Code.BAD_DATE or here.line > len(lines):
            continue
        line = lines[here.line - 1]
        before, behind = line[: here.column - 1], line[here.column - 1 :]
        lines[here.line - 1] = before + _exchanged(behind, problem)
    return "\n".join(lines)


def _exchanged(behind: str, problem: Problem) -> str:
    """Return the rest of a line with the date that it begins with exchanged for the one that is offered."""
    if quoted := _WITHOUT_QUOTES.fullmatch(problem.hint):
        found = _BRACKETED.match(behind)
        return f'"{quoted["date"]}"{behind[found.end() :]}' if found and is_date(quoted["date"], None) else behind
    date, typed = alone_offered(problem.hint), _TYPED.match(problem.message)
    if date is None or typed is None or _WORDING in problem.hint:
        return behind
    if date[0] in _OPENING and typed["text"][0] not in _OPENING:  # "late March" says more than the days that it may be
        return behind
    place = re.match(rf"""(?P<quote>["']?){re.escape(typed["text"])}(?P=quote)(?=\s*(?:$|[,}}\]]|\s#))""", behind)
    written = date if _PLAIN.fullmatch(date) else f'"{date}"'
    return f"{written}{behind[place.end() :]}" if place else behind
