"""A block with what it is taken for, and what an editor has said of blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from dateline.ground.counting import first_words, word_count
from dateline.ground.extraction import BlockKind
from dateline.ground.provenance import normalise

TAKEN: Final = frozenset({BlockKind.BODY, BlockKind.CONTINUATION})
"""The kinds of block whose words are in paragraphs of the record."""
_SHOWN_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class Judged:
    """A block with what it is taken for; `kind` is None where there is not even a guess."""

    number: int
    text: str
    kind: BlockKind | None
    reason: str
    is_sure: bool = True
    unit: str | None = None
    """The entry or post that it stands in."""

    @property
    def drops(self) -> bool:
        """Whether its words would be in no paragraph of the record, if it is what it is taken for."""
        return self.kind not in TAKEN

    @property
    def words(self) -> int:
        """How many words it has."""
        return word_count(self.text)

    @property
    def beginning(self) -> str:
        """Its first words."""
        plain = normalise(self.text)
        shown = first_words(plain, _SHOWN_WORDS)
        return shown if shown == plain else f"{shown} …"


@dataclass(frozen=True, slots=True)
class Settled:
    """What the editor has said: kinds of blocks, and which do or do not go on the paragraph before."""

    kinds: Mapping[int, BlockKind] = field(default_factory=dict)
    joins: Mapping[int, bool] = field(default_factory=dict)

    def adding(self, number: int, kind: BlockKind) -> "Settled":
        """Return the same with the answer that block `number` is of `kind`."""
        if kind in TAKEN:
            joins = {**self.joins, number: kind is BlockKind.CONTINUATION}
            return Settled({**self.kinds, number: BlockKind.BODY}, joins)
        return replace(self, kinds={**self.kinds, number: kind})
