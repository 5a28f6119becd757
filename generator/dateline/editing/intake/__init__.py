"""From an article to the record of a source: what is its body, and what its page says about it."""

from dateline.editing.intake.choices import ChoiceError, settled_by
from dateline.editing.intake.judging import Judged, Settled, judge, paragraphs_of
from dateline.editing.intake.metadata import Finding, Findings, free_id, look_up, slug, suggested_id
from dateline.editing.intake.signs import BlockKind
from dateline.editing.intake.source_text import Draft, record_text

__all__ = [
    "BlockKind",
    "ChoiceError",
    "Draft",
    "Finding",
    "Findings",
    "Judged",
    "Settled",
    "free_id",
    "judge",
    "look_up",
    "paragraphs_of",
    "record_text",
    "settled_by",
    "slug",
    "suggested_id",
]
