"""What differs between two versions of what is said in brief: line by line, since each is read alone."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, TypeAlias

from dateline.editing.comparison.differences import ChangeKind, FoundChange
from dateline.editing.comparison.fieldwise import in_plain_words
from dateline.records.types import Brief, BriefSentence, DisputedLine

Line: TypeAlias = BriefSentence | DisputedLine
"""A sentence about what happened, or a line about what is disputed."""
_PARTS: Final = {"what_happened": "what happened", "what_is_disputed": "what is disputed"}


def brief_differences(old: Brief, new: Brief) -> Iterator[FoundChange]:
    """Yield the lines that came, went or say something else now, or rest on something else."""
    for name, part in _PARTS.items():
        yield from _lines(name, part, getattr(old, name), getattr(new, name))


def _lines(name: str, part: str, old: Sequence[Line], new: Sequence[Line]) -> Iterator[FoundChange]:
    """Yield the differences of one list; lines that stand in both, wherever, are no difference."""
    went = [(index, line) for index, line in enumerate(old) if line not in new]
    came = [(index, line) for index, line in enumerate(new) if line not in old]
    for before, after in zip_longest(went, came):
        if after is None:
            steps = (name, before[0])
            yield FoundChange(
                kind=ChangeKind.BRIEF_REMOVED, steps=steps, part=part, before=_words(before[1]), is_gone=True
            )
        elif before is None:
            yield FoundChange(kind=ChangeKind.BRIEF_ADDED, steps=(name, after[0]), part=part, after=_words(after[1]))
        else:
            old_words, new_words = _told(before[1], after[1])
            steps = (name, after[0])
            yield FoundChange(kind=ChangeKind.BRIEF_CHANGED, steps=steps, part=part, before=old_words, after=new_words)


def _told(old: Line, new: Line) -> tuple[str, str]:
    """Return what two versions of a line say or, where they say the same, what they rest on."""
    if _words(old) != _words(new):
        return _words(old), _words(new)
    return in_plain_words(old), in_plain_words(new)


def _words(line: Line) -> str:
    return line.whole if isinstance(line, BriefSentence) else line.text
