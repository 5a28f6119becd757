"""A paragraph that is cited from now on, and so no longer said to be unused."""

from dateline.editing.revising.entries import without_value
from dateline.editing.revising.manuscript import Manuscript
from dateline.records.types import RecordKind


def cite(manuscript: Manuscript, source: str, number: int) -> None:
    """Take away why a paragraph is unused, where that is said of it."""
    record = manuscript.version.chronology.sources.get(source)
    for index, one in enumerate(record.paragraphs if record is not None else ()):
        if one.n == number and one.unused is not None:
            path = manuscript.path_of(RecordKind.SOURCE, source)
            manuscript.edit(path, without_value, ("paragraphs", index), "unused")
