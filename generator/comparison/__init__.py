"""What changed in meaning between two versions of the records, and what of it breaks a promise."""

from generator.comparison.comparing import Comparison, compare
from generator.comparison.consequences import Pages
from generator.comparison.differences import ASKS, SUGGESTS, Difference, Group, Kind
from generator.comparison.revisions import RevisionError, unpacked
from generator.comparison.versions import Version, read_version

__all__ = [
    "ASKS",
    "SUGGESTS",
    "Comparison",
    "Difference",
    "Group",
    "Kind",
    "Pages",
    "RevisionError",
    "Version",
    "compare",
    "read_version",
    "unpacked",
]
