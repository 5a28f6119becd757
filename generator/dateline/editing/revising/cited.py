"""A paragraph or passage that is cited from now on, and so no longer said to be unused."""

from dateline.editing.revising.entries import without_value
from dateline.editing.revising.manuscript import Manuscript
from dateline.records.types import RecordKind, Spot


def cite(manuscript: Manuscript, source: str, spot: Spot) -> None:
    """Take away why a paragraph or passage is unused, where that is said of it."""
    record = manuscript.version.chronology.sources.get(source)
    for index, one in enumerate(record.parts if record is not None else ()):
        if record is not None and one.spot == spot and one.unused is not None:
            path = manuscript.path_of(RecordKind.SOURCE, source)
            manuscript.edit(path, without_value, record.steps_to(index), "unused")
