"""From an article to the record of a source: what is its body, and what its page says about it."""

from generator.intake.blocks import Judged, Settled, judge, paragraphs_of
from generator.intake.choices import ChoiceError, settled_by
from generator.intake.metadata import Finding, Findings, look_up, slug, suggested_id
from generator.intake.signs import Kind
from generator.intake.writing import Draft, record_text

__all__ = [
    "ChoiceError",
    "Draft",
    "Finding",
    "Findings",
    "Judged",
    "Kind",
    "Settled",
    "judge",
    "look_up",
    "paragraphs_of",
    "record_text",
    "settled_by",
    "slug",
    "suggested_id",
]
