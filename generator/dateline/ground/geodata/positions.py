"""Where the values of a JSON text stand, and keys that stand twice: looked for only once something is wrong."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

Step: TypeAlias = str | int
"""One step into a JSON text: a key, or an index from zero."""
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)


class Place(NamedTuple):
    """A place in a text, both counted from one."""

    line: int
    column: int


class _Value(NamedTuple):
    """A value, or the key of one, at `offset`; `steps` lead to it."""

    steps: tuple[Step, ...]
    offset: int
    is_key: bool


def places_of(text: str, wanted: Sequence[tuple[Step, ...]]) -> list[Place]:
    """Return where the value at each of these steps begins; where one is missing, the innermost part there is."""
    sought = {steps[:length] for steps in wanted for length in range(len(steps) + 1)}
    offsets = {value.steps: value.offset for value in _values(text) if not value.is_key and value.steps in sought}
    innermost = (next(steps[:end] for end in range(len(steps), -1, -1) if steps[:end] in offsets) for steps in wanted)
    return [_place(text, offsets[steps]) for steps in innermost]


def second_key(text: str) -> tuple[str, Place] | None:
    """Return the first key that stands twice in one object, where the second stands; None where none does."""
    seen: list[set[Step]] = []
    for value in _values(text):
        del seen[len(value.steps) :]
        seen += [set() for _ in range(len(value.steps) - len(seen))]
        if value.is_key:
            key = value.steps[-1]
            if key in seen[-1]:
                return str(key), _place(text, value.offset)
            seen[-1].add(key)
    return None


def _values(text: str) -> Iterator[_Value]:
    """Yield keys and values in the order in which they stand; the text is known to be JSON."""
    steps: list[Step] = []
    awaits_key = False
    for match in _TOKEN.finditer(text):
        part = match[0]
        if part in "]}":
            steps.pop()
        elif part == ",":
            last = steps[-1]
            awaits_key = isinstance(last, str)
            steps[-1] = last + 1 if isinstance(last, int) else last
        elif part == ":":
            awaits_key = False
        elif awaits_key:
            steps[-1] = _unquoted(part)
            yield _Value(tuple(steps), match.start(), is_key=True)
        else:
            yield _Value(tuple(steps), match.start(), is_key=False)
            if part in "[{":
                steps.append(0 if part == "[" else "")
                awaits_key = part == "{"


def _unquoted(part: str) -> str:
    return str(json.loads(part, strict=False))


def _place(text: str, offset: int) -> Place:
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
