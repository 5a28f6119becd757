"""Problems as values: what is wrong, where, and what to do about it."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dateline.ground.problems.catalogue import CATALOGUE, CatalogueEntry
from dateline.ground.problems.codes import Code, Severity
from dateline.ground.problems.examples import EXAMPLES, Example

__all__ = [
    "CATALOGUE",
    "EXAMPLES",
    "CatalogueEntry",
    "Code",
    "Example",
    "Position",
    "Problem",
    "Severity",
    "did_you_mean",
    "has_errors",
    "one_line",
    "suggestion",
]

_NEAR = 0.6
_ARTICLE = 2
_MOST = 0.65
"""An id that has the words of another and more is meant only where those are most of it: not 'kataib-hezbollah' for
'hezbollah'."""
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}-(?=.)")
_SUGGESTED = re.compile(r"did you mean '([^']+)'\?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What a terminal would obey, and halves of characters, which no stream can take."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: `path` as the editor knows it, `line` and `column` counted from one."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return the form that terminals and editors turn into a link."""
        return f"{one_line(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in the records; sorts by position, then by code."""

    position: Position
    code: Code
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        """Keep what editors typed, and the message quotes, on one line and without control characters."""
        object.__setattr__(self, "message", one_line(self.message))
        object.__setattr__(self, "hint", one_line(self.hint))

    def as_object(self) -> dict[str, str | int]:
        """Return it as an object of JSON, for other tools."""
        return {
            "code": self.code.value,
            "severity": self.severity.value,
            "path": self.position.path,
            "line": self.position.line,
            "column": self.position.column,
            "message": self.message,
            "hint": self.hint,
        }

    @property
    def severity(self) -> Severity:
        """Whether the problem stops a build; a property of the code, never of the case."""
        return CATALOGUE[self.code].severity

    def __str__(self) -> str:
        """Return the problem as one line of plain text."""
        tail = f" ({self.hint})" if self.hint else ""
        return f"{self.position}: {self.severity} [{self.code}] {self.message}{tail}"


def one_line(text: str) -> str:
    """Return `text` on one line, with anything that a terminal would obey shown as �."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of `problems` stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a question naming the nearest of the `known` words, or nothing if none is near."""
    near = _nearest(word, tuple(sorted(set(known))))
    return f"did you mean '{near}'?" if near else ""


def suggestion(hint: str) -> str | None:
    """Return the word that a hint of `did_you_mean` suggests, or None where it suggests none."""
    found = _SUGGESTED.fullmatch(hint)
    return found[1] if found else None


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    """Cached, because one renamed record makes the same mistake in every record that names it."""
    near = difflib.get_close_matches(word, known, n=5, cutoff=_NEAR)
    return next((one for one in near if _is_alike(_DATE.sub("", word), _DATE.sub("", one))), None)


def _is_alike(word: str, other: str) -> bool:
    """Return whether two words are alike, part by part where they have parts: who shares one is somebody else."""
    if not _are_near(word, other):
        return False
    ours, theirs = word.split("-"), other.split("-")
    if len(ours) == len(theirs):
        return all(_are_near(one, another) for one, another in zip(ours, theirs, strict=True) if _tells(one, another))
    fewer, more = sorted((ours, theirs), key=len)
    is_part = len(fewer) < len(more) and set(fewer) < set(more)
    return not is_part or len("-".join(fewer)) >= _MOST * len("-".join(more))


def _tells(part: str, other: str) -> bool:
    """Return whether parts of two ids tell who bears them: numbers and articles do not."""
    return part.isalpha() and other.isalpha() and max(len(part), len(other)) > _ARTICLE


def _are_near(word: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, word, other).ratio() >= _NEAR
