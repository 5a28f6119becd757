"""Text of a copy that the record of its source lacks, however the copy was read when the record was made."""

from dateline.editing.verification.copies import Match
from dateline.ground.extraction import ShownBlock
from dateline.ground.provenance import normalise


def leftovers(match: Match, *, is_part: bool) -> list[str]:
    """Return the blocks of a copy that are in no paragraph found; of a source read in part, only those between them.

    What is told as an unrecorded paragraph already is not told again.
    """
    shown = match.copy.shown
    known = [_squeezed(text) for text in (*(found.text for found in match.found.values()), *match.unrecorded)]
    every = "".join(known)
    covered = [_is_covered(_squeezed(block.text), every, known) for block in shown]
    places = [index for index, is_covered in enumerate(covered) if is_covered]
    if not places:
        return []
    units = {shown[index].unit for index in places}
    return [
        block.text
        for index, block in enumerate(shown)
        if not covered[index] and block.unit in units and _counts(block, index, places, is_part=is_part)
    ]


def _counts(block: ShownBlock, index: int, places: list[int], *, is_part: bool) -> bool:
    return places[0] < index < places[-1] or (block.is_weighty and not is_part)


def _is_covered(block: str, every: str, known: list[str]) -> bool:
    """Return whether all of a block is in paragraphs, whose bounds may lie elsewhere than its own."""
    if block in every:
        return True
    for text in known:
        block = block.replace(text, "")
    return not block


def _squeezed(text: str) -> str:
    return "".join(normalise(text).split())
