"""What changed in meaning between two versions of the records, and what of it breaks a promise."""

from dateline.editing.comparison.comparing import Comparison, compare
from dateline.editing.comparison.consequences import ChangedPages
from dateline.editing.comparison.differences import ASKS, SUGGESTS, ChangeKind, Difference, Group
from dateline.editing.comparison.revisions import RevisionError, public_commit, unpacked
from dateline.editing.comparison.versions import Version, read_version

__all__ = [
    "ASKS",
    "SUGGESTS",
    "ChangeKind",
    "ChangedPages",
    "Comparison",
    "Difference",
    "Group",
    "RevisionError",
    "Version",
    "compare",
    "public_commit",
    "read_version",
    "unpacked",
]
