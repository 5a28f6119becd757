"""content/ to records with positions, every problem collected."""

from generator.loading.corpus import Corpus, Filed, HandPage, PageHead, Unread, load
from generator.loading.documents import Document

__all__ = ["Corpus", "Document", "Filed", "HandPage", "PageHead", "Unread", "load"]
