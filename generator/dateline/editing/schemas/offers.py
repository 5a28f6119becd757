"""The words that an editor is offered: the vocabulary's, and the ids of records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any, Final

from dateline.records.loading import Corpus
from dateline.records.types import RecordKind, Vocabulary

MOST_OFFERED: Final = 2000
"""So many ids of a kind are offered at most: beyond, a list helps nobody and makes the schema heavy."""
_NAME_OF: Final = {
    RecordKind.ACTOR: "name",
    RecordKind.PLACE: "name",
    RecordKind.SOURCE: "title",
    RecordKind.DISPUTE: "question",
}
"""Events are left out: nothing takes an event's id alone, but claims of events."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A word with what it means."""

    word: str
    meaning: str


def offers_of(corpus: Corpus) -> Mapping[str, tuple[Offer, ...]]:
    """Return the words of each list of the vocabulary, and the ids of records and claims, sorted."""
    offered: dict[str, tuple[Offer, ...]] = {}
    vocabulary = corpus.masthead.record.vocabulary if corpus.masthead is not None else Vocabulary()
    for words in fields(vocabulary):
        terms = vocabulary.terms(words.name)
        offered[words.name] = tuple(Offer(word, _meaning(term)) for word, term in sorted(terms.items()))
    for kind in _NAME_OF:
        offered[kind.folder] = _few(_ids(corpus, kind))
    offered["claims"] = _few(_claims(corpus))
    return offered


def _meaning(term: Any) -> str:
    return ": ".join(part for part in (term.label, term.description) if part)


def _ids(corpus: Corpus, kind: RecordKind) -> Iterator[Offer]:
    for id_, filed in sorted(corpus.records.get(kind, {}).items()):
        yield Offer(id_, getattr(filed.record, _NAME_OF[kind]))


def _claims(corpus: Corpus) -> Iterator[Offer]:
    for id_, filed in sorted(corpus.records.get(RecordKind.EVENT, {}).items()):
        date = filed.record.date.text
        yield from (Offer(f"{id_}#{claim.id}", f"{date}: {claim.text}") for claim in filed.record.claims)


def _few(offers: Iterator[Offer]) -> tuple[Offer, ...]:
    found = tuple(islice(offers, MOST_OFFERED + 1))
    return found if len(found) <= MOST_OFFERED else ()
