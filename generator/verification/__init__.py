"""Records held against copies of the texts that they were drawn from, or against their addresses."""

from generator.verification.copies import CopyText, read_copies
from generator.verification.live import Fetcher
from generator.verification.report import Verification, verify, verify_live

__all__ = ["CopyText", "Fetcher", "Verification", "read_copies", "verify", "verify_live"]
