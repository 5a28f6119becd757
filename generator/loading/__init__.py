"""content/ to records with positions, every problem collected."""

from generator.loading.corpus import Corpus, Filed, HandPage, PageHead, Unread, as_written, load
from generator.loading.documents import Document
from generator.loading.resident import Resident
from generator.loading.shelf import Shelf

__all__ = ["Corpus", "Document", "Filed", "HandPage", "PageHead", "Resident", "Shelf", "Unread", "as_written", "load"]
