"""Which sources are told by their names where they are cited: publisher and date alone would be those of several."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from dateline.records.chronology import Chronology

WHOLE_WORKS: Final = frozenset({"book", "report", "map", "dataset", "judgment"})
"""What is published by itself, is known by its title, and has that in italics."""


def told_by_name(chronology: Chronology) -> frozenset[str]:
    """Return the sources whose publisher has another of the same date or, of works known by title, another at all."""
    return frozenset(_told(chronology))


def _told(chronology: Chronology) -> Iterator[str]:
    vocabulary = chronology.masthead.vocabulary
    for sources in chronology.sources_by_publisher.values():
        dates = Counter(source.published.text for source in sources)
        for source in sources:
            is_work = vocabulary.behaves_as("source_kinds", source.kind) in WHOLE_WORKS
            if dates[source.published.text] > 1 or (is_work and len(sources) > 1):
                yield source.id
