"""What files that are no records yet may mention: about that, and nothing else, completeness stays silent."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.records import prose
from dateline.records.loading import Unread
from dateline.records.prose import body_citations
from dateline.records.types import Spot
from dateline.records.types.spots import spot_at, spot_in

_KEY: Final = re.compile(r"^[^#\n]*:", re.MULTILINE)
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Mentions:
    """What some unread files mention, wherever it stands in them."""

    words: frozenset[str]
    """Every id, and the two halves of every claim's reference."""
    paragraphs: frozenset[tuple[str, Spot]]
    """The paragraphs and passages that citations name."""
    sources: frozenset[str]
    """Ids that stand outside a citation: any part of such a source may be meant."""
    is_anything: bool
    """Whether one of the files is no text or has no key, so that it may mention anything."""

    def name(self, id_: str) -> bool:
        """Return whether the record is mentioned."""
        return self.is_anything or id_ in self.words

    def cite(self, source: str, spot: Spot) -> bool:
        """Return whether the paragraph or passage is mentioned."""
        return self.is_anything or source in self.sources or (source, spot) in self.paragraphs

    def list_claims(self, claims: Iterable[str]) -> bool:
        """Return whether all of the claims, as event-id#claim-id, are mentioned."""
        return self.is_anything or all(half in self.words for claim in claims for half in claim.split("#"))


def mentions(files: Collection[Unread]) -> Mentions:
    """Return what `files` mention."""
    loose: set[str] = set()
    paragraphs: set[tuple[str, Spot]] = set()
    for file in files:
        for text in _texts(file.value, paragraphs) if file.value is not None else (file.text or "",):
            loose.update(_ID.findall(text))
        body = file.document.body if file.document else ""
        paragraphs.update((citation.source, citation.spot) for citation in body_citations(body))
        targets = [link.target.partition(":")[2] for link in prose.links(body) if link.record]
        loose.update(
            half for target in targets if spot_at(target.partition("#")[2]) is None for half in target.split("#")
        )
    return Mentions(
        words=frozenset(loose | {source for source, _ in paragraphs}),
        paragraphs=frozenset(paragraphs),
        sources=frozenset(loose),
        is_anything=any(file.value is None and not _KEY.search(file.text or "") for file in files),
    )


def _texts(value: object, paragraphs: set[tuple[str, Spot]]) -> Iterator[str]:
    """Yield the texts of a value, and put its citations with the `paragraphs`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry, paragraphs)
    elif isinstance(value, Mapping):
        source, spot = value.get("source"), spot_in(value)
        is_citation = isinstance(source, str) and spot is not None
        if isinstance(source, str) and spot is not None:
            paragraphs.add((source.strip(), spot))
        for key, entry in value.items():
            if key not in {"id", "body"} and not (is_citation and key == "source"):
                yield from _texts(entry, paragraphs)
