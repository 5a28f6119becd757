"""Words that are near misses of known ones: ids, words of the vocabulary, keys."""

import difflib
import re
from collections.abc import Iterable
from typing import Final

from dateline.ground.problems import Code, Problem, suggestion

RESPELLED: Final = frozenset(
    {
        Code.UNKNOWN_ACTOR,
        Code.UNKNOWN_PLACE,
        Code.UNKNOWN_SOURCE,
        Code.UNKNOWN_EVENT,
        Code.UNKNOWN_CLAIM,
        Code.UNKNOWN_DISPUTE,
        Code.UNKNOWN_POSITION,
        Code.UNKNOWN_WORD,
        Code.UNKNOWN_MEASURE,
        Code.UNKNOWN_KEY,
    }
)
_SLIP: Final = 0.8
"""How alike two words are of which one is a slip of the other; a suggestion may be much further off."""
_NAMED: Final = re.compile(r"'([^']+)'")
_INSTEAD: Final = re.compile(r"write '([^']+)' instead")
"""How the check says what took the place of something removed."""


def respelled(text: str, problems: Iterable[Problem]) -> str:
    """Return a file's text with each word that a problem names exchanged for the one that it suggests.

    What was removed is exchanged for what its tombstone says stands in its place; not so a source, whose paragraphs
    have other numbers.
    """
    lines = text.split("\n")
    for problem in sorted(problems, reverse=True):
        near, named = _suggested(problem), _NAMED.search(problem.message)
        here = problem.position
        if near and named and here.line <= len(lines):
            line = lines[here.line - 1]
            before, behind = line[: here.column - 1], line[here.column - 1 :]
            word = re.compile(rf"(?<![\w-]){re.escape(named[1])}(?![\w-])")
            lines[here.line - 1] = before + word.sub(lambda _: near, behind, count=1)  # noqa: B023 - called at once
    return "\n".join(lines)


def _suggested(problem: Problem) -> str | None:
    """Return the word that a problem suggests for sure."""
    near, named = suggestion(problem.hint), _NAMED.search(problem.message)
    if problem.code not in RESPELLED or named is None:
        return None
    if near is None:
        instead = _INSTEAD.fullmatch(problem.hint)
        return instead[1] if instead and problem.code is not Code.UNKNOWN_SOURCE else None
    return near if _is_slip(named[1], near) else None


def _is_slip(word: str, near: str) -> bool:
    return difflib.SequenceMatcher(None, word, near).ratio() >= _SLIP
