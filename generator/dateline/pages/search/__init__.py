"""The search: what a reader can find, folded so that it is found however it is typed, as Pagefind bundles."""

from dateline.pages.search.bundling import Bundle, as_html, bundle
from dateline.pages.search.dealing import shard_count, shard_of
from dateline.pages.search.documents import (
    documents_of_actor,
    documents_of_dispute,
    documents_of_event,
    documents_of_page,
    documents_of_place,
    documents_of_source_group,
    search_documents,
)
from dateline.pages.search.grouping import source_groups
from dateline.pages.search.parts import SearchDocument

__all__ = [
    "Bundle",
    "SearchDocument",
    "as_html",
    "bundle",
    "documents_of_actor",
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
