"""What an editor says on the command line about blocks: ranges of the body, and what belongs together."""

import re
from typing import Final

from dateline.editing.intake.judged import Settled
from dateline.ground.extraction import BlockKind

_RANGE: Final = re.compile(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?")
_NONE: Final = "none"


class ChoiceError(ValueError):
    """A choice that cannot be; the message says why."""


def settled_by(body: str | None, joins: tuple[str, ...], count: int) -> Settled:
    """Return what --body and --join say of an article of `count` blocks."""
    groups = [group for join in joins if (group := _joined(join, count))]
    joined = {number for group in groups for number in group[1:]}
    members = {number for group in groups for number in group}
    kinds: dict[int, BlockKind] = dict.fromkeys(members, BlockKind.BODY)
    if body is not None:
        chosen = numbers_in(body, count)
        outside = sorted(members - set(chosen))
        if outside:
            raise ChoiceError(f"block {outside[0]} is to be joined, but is not in --body {body}")
        kinds = {number: BlockKind.BODY if number in chosen else BlockKind.LEFT_OUT for number in range(1, count + 1)}
    every = {number: number in joined for number in range(1, count + 1)} if joins else {}
    return Settled(kinds, every)


def numbers_in(ranges: str, count: int) -> list[int]:
    """Return the numbers in ranges like "8-15,17", in order; each has to be that of a block."""
    numbers: list[int] = []
    for part in ranges.split(","):
        match = _RANGE.fullmatch(part)
        if match is None:
            raise ChoiceError(f"'{part.strip()}' is no number or range of blocks, such as 8-15,17")
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= count:
            raise ChoiceError(f"'{part.strip()}' is not within the blocks 1-{count}")
        numbers += range(first, last + 1)
    return sorted(set(numbers))


def _joined(join: str, count: int) -> list[int]:
    """Return the blocks of "12+13" or "12+13+14"; nothing for "none"."""
    if join.strip().lower() == _NONE:
        return []
    parts = [part.strip() for part in join.split("+")]
    numbers = [int(part) for part in parts if part.isdecimal() and 1 <= int(part) <= count]
    if len(numbers) < 2 or len(numbers) < len(parts):  # noqa: PLR2004 - two are the fewest that can be joined
        raise ChoiceError(f"'{join}' joins no blocks: write 12+13, or none")
    if numbers != sorted(set(numbers)):
        raise ChoiceError(f"'{join}': blocks are joined in their order")
    return numbers
