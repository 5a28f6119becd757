"""content/ to records with positions, every problem collected."""

from dateline.records.loading.corpus import Corpus, Filed, HandPage, PageHead, Unread
from dateline.records.loading.files import Document
from dateline.records.loading.live_corpus import LiveCorpus
from dateline.records.loading.loader import as_written, load
from dateline.records.loading.record_cache import RecordCache
from dateline.records.loading.stored_pictures import StoredPicture

__all__ = [
    "Corpus",
    "Document",
    "Filed",
    "HandPage",
    "LiveCorpus",
    "PageHead",
    "RecordCache",
    "StoredPicture",
    "Unread",
    "as_written",
    "load",
]
