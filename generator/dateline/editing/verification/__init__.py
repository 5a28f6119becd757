"""Records held against copies of the texts that they were drawn from, or against their addresses."""

from dateline.editing.verification.copy_texts import CopyText
from dateline.editing.verification.live import Fetcher
from dateline.editing.verification.reading_copies import read_copies
from dateline.editing.verification.report import Verification, verify, verify_live

__all__ = ["CopyText", "Fetcher", "Verification", "read_copies", "verify", "verify_live"]
