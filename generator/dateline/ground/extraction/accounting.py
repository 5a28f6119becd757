"""Every word accounted for: what a text shows, less what its blocks hold, is nothing."""

from collections import Counter
from collections.abc import Iterable

from dateline.ground.extraction.articles import Block, LostTextError


def account(words: "Counter[str]", blocks: Iterable[Block]) -> None:
    """Raise LostTextError where the blocks have not each of `words` as often as the text does, or have others."""
    held = Counter(word for block in blocks for word in block.text.split())
    if held != words:
        differing = [*(words - held).elements(), *(held - words).elements()]
        raise LostTextError(
            sorted(differing, key=lambda word: word in words and word in held)
        )  # the telling ones first
