"""The search: what a reader can find, folded so that it is found however it is typed, as an index in pieces."""

from dateline.pages.search.dealing import shard_count, shard_of
from dateline.pages.search.documents import (
    documents_of_actor,
    documents_of_day,
    documents_of_dispute,
    documents_of_event,
    documents_of_page,
    documents_of_place,
    documents_of_source_group,
    search_documents,
)
from dateline.pages.search.grouping import source_groups
from dateline.pages.search.indexing import bundle
from dateline.pages.search.parts import SearchDocument
from dateline.pages.search.pieces import as_piece

__all__ = [
    "SearchDocument",
    "as_piece",
    "bundle",
    "documents_of_actor",
    "documents_of_day",
    "documents_of_dispute",
    "documents_of_event",
    "documents_of_page",
    "documents_of_place",
    "documents_of_source_group",
    "search_documents",
    "shard_count",
    "shard_of",
    "source_groups",
]
