"""The search: what a reader can find, folded so that it is found however it is typed, as a Pagefind bundle."""

from generator.search.bundle import Bundle, bundle
from generator.search.documents import SearchDocument, search_documents

__all__ = ["Bundle", "SearchDocument", "bundle", "search_documents"]
