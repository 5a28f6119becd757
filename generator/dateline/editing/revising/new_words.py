"""A word more in the vocabulary, and a paragraph that is said to be unused: what a record needs beside itself."""

from collections.abc import Mapping
from typing import Final

import yaml

from dateline.editing.drafting.record_text import flow
from dateline.editing.mending import root_of
from dateline.editing.revising.entries import node_at, with_key, with_value
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.named_ids import existing
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code
from dateline.ground.yamltree.scalars import scalar, text_scalar
from dateline.records.loading.corpus import MASTHEAD
from dateline.records.rules.passages import missing_part
from dateline.records.types import Masthead, RecordKind, Source, Spot, Vocabulary
from dateline.records.types.fields import MAX_ID, is_id
from dateline.records.types.shapes import keys_of
from dateline.records.types.spots import told_spot

LISTS: Final = tuple(keys_of(Vocabulary))
"""The lists of words that a chronology adds to or has of its own."""
_VOCABULARY: Final = "vocabulary"


def add_word(manuscript: Manuscript, list_name: str, word: str, values: Mapping[str, object]) -> None:
    """Put a word with its label behind the others of a list of the vocabulary."""
    masthead = manuscript.version.corpus.masthead
    if masthead is None:
        raise RefusalError.because(Code.NO_CONTENT, f"{MASTHEAD} cannot be read", "dateline check says why")
    if word in masthead.record.vocabulary.terms(list_name):
        raise RefusalError.because(Code.DUPLICATE_ID, f"'{word}' is among the {list_name} already")
    if not is_id(word):
        raise RefusalError.because(
            Code.BAD_ID,
            f"'{word}' is no word of a vocabulary",
            f"lower-case a-z, 0-9 and single hyphens, {MAX_ID} at most",
        )
    written, name = flow(values), str(scalar(word))
    manuscript.edit(MASTHEAD, _with_word, list_name, name, written)


def _with_word(text: str, list_name: str, name: str, written: str) -> str:
    for steps, key, value in (
        ((_VOCABULARY, list_name), name, written),
        ((_VOCABULARY,), list_name, f"{{{name}: {written}}}"),
    ):
        there = node_at(root_of(text), steps)
        if isinstance(there, yaml.MappingNode) and there.value:
            return with_value(text, steps, key, value)
    return with_key(text, Masthead, _VOCABULARY, f"{_VOCABULARY}:\n  {list_name}:\n    {name}: {written}\n")


def say_unused(manuscript: Manuscript, source: str, spot: Spot, why: str) -> None:
    """Say why nothing is recorded of a paragraph or passage; what is cited is not unused."""
    existing(manuscript, RecordKind.SOURCE.value, source)
    record: Source = manuscript.version.chronology.sources[source]
    index = next((index for index, one in enumerate(record.parts) if one.spot == spot), None)
    if index is None:
        loss = missing_part(record, spot)
        raise RefusalError.because(loss.code, loss.message, loss.hint)
    uses = manuscript.version.chronology.uses.get((source, spot), ())
    if uses:
        by = uses[0].record.id
        raise RefusalError.because(Code.PARAGRAPH_CITED_AND_UNUSED, f"{told_spot(spot)} is cited by '{by}'")
    path = manuscript.path_of(RecordKind.SOURCE, source)
    manuscript.edit(path, with_value, record.steps_to(index), "unused", text_scalar(why))
