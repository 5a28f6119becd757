"""From an article to the record of a source: what is its body, and what its page says about it."""

from dateline.editing.intake.choices import ChoiceError, settled_by
from dateline.editing.intake.judged import Judged, Settled
from dateline.editing.intake.judging import judge, paragraphs_of, units_of
from dateline.editing.intake.metadata import Finding, Findings, actors_named, free_id, look_up, slug, suggested_id
from dateline.editing.intake.source_text import Counted, Draft, passages_text, record_text
from dateline.ground.extraction import BlockKind

__all__ = [
    "BlockKind",
    "ChoiceError",
    "Counted",
    "Draft",
    "Finding",
    "Findings",
    "Judged",
    "Settled",
    "actors_named",
    "free_id",
    "judge",
    "look_up",
    "paragraphs_of",
    "passages_text",
    "record_text",
    "settled_by",
    "slug",
    "suggested_id",
    "units_of",
]
