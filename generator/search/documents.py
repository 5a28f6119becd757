"""What a reader can find: a document for each event, actor, place, dispute and page, and one for sources by year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator import prose
from generator.dates import Edtf, in_words
from generator.records import Actor, Claim, Dispute, Event, Place, Report, Source
from generator.search.folding import spellings, whole_names
from generator.search.folding import words as folded_words
from generator.views import words
from generator.views.edition import Edition

_SPEAKERS_SHOWN: Final = 3
_SOURCES_TOGETHER: Final = 40
"""The most sources in one document: what a browser loads for one result."""

Filters = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of filters with the values that a document has."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document that a result leads to: a claim, a position, a source.

    `mark` tells how a claim stands, `line` who said so; `also` is found and not shown;
    `lang` is given where the text is not in the language of the site, `day` where the
    part has a date that the document does not share.
    """

    address: str
    text: str
    mark: str = ""
    line: str = ""
    also: str = ""
    lang: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """Something that is found.

    `text`, `also` and `names` are found and not shown, the rest is what a result shows;
    a word of `names` names just this, and counts most.
    """

    kind: str
    address: str
    title: str
    line: str
    filters: Filters
    text: str = ""
    also: str = ""
    names: str = ""
    parts: tuple[Part, ...] = ()


def search_documents(edition: Edition) -> tuple[SearchDocument, ...]:
    """Return every document, in the order of the chronology."""
    return tuple(_Documents(edition).all())


class _Documents:
    """Makes the documents of one edition, with each name's spellings made once."""

    def __init__(self, edition: Edition) -> None:
        graph = edition.chronology
        self._edition = edition
        self._graph = graph
        self._actor_labels = _labels(graph.actors)
        self._place_labels = _labels(graph.places)
        self._names: dict[tuple[str, str], tuple[str, str]] = {}

    def all(self) -> Iterator[SearchDocument]:
        graph = self._graph
        yield from (self._actor(actor) for actor in graph.actors.values())
        yield from (self._place(place) for place in graph.places.values())
        yield from (self._dispute(dispute) for dispute in graph.disputes.values())
        yield from (self._event(event) for event in graph.events.values())
        yield from self._sources()
        yield from (
            SearchDocument(
                "page",
                "" if page.id == "index" else f"{page.id}/",
                page.head.title,
                page.head.description or "",
                (("kind", ("Page",)),),
                prose.plain(page.document.body),
            )
            for page in graph.pages.values()
        )

    def _actor(self, actor: Actor) -> SearchDocument:
        names, also = self._names_of(actor)
        return SearchDocument(
            "actor",
            f"actors/{actor.id}/",
            actor.name,
            words.ACTOR_KIND_LABEL[actor.kind],
            _filters(kind=["Actor"], actor=[self._actor_labels[actor.id]]),
            _joined(actor.note, prose.plain(actor.body)),
            also,
            names=names,
        )

    def _place(self, place: Place) -> SearchDocument:
        names, also = self._names_of(place)
        return SearchDocument(
            "place",
            f"places/{place.id}/",
            place.name,
            self._edition.term("place_kinds", place.kind),
            _filters(kind=["Place"], place=[self._place_labels[place.id]]),
            place.note or "",
            also,
            names=names,
        )

    def _dispute(self, dispute: Dispute) -> SearchDocument:
        address = f"disputes/{dispute.id}/"
        found = [self._graph.claims[claim] for standpoint in dispute.positions for claim in standpoint.claims]
        events = list({context.event.id: context.event for context in found}.values())
        resolution = dispute.resolution.note if dispute.resolution else None
        return SearchDocument(
            "dispute",
            address,
            dispute.question,
            words.status_label(dispute),
            _filters(
                kind=["Dispute"],
                actor=self._actors(events),
                place=self._places(events),
                source=self._publishers(context.claim for context in found),
                day=sorted({day for event in events for day in _days(event.date)}),
            ),
            _joined(dispute.note, dispute.would_settle, resolution, prose.plain(dispute.body)),
            _also(dispute.question),
            parts=tuple(
                Part(f"{address}#position-{standpoint.id}", standpoint.label, also=_also(standpoint.label))
                for standpoint in dispute.positions
            ),
        )

    def _event(self, event: Event) -> SearchDocument:
        label = self._edition.term("event_kinds", event.kind)
        return SearchDocument(
            "event",
            self._edition.event_address(event),
            event.title,
            f"{in_words(event.date)} · {label}",
            _filters(
                kind=["Event"],
                event=[label],
                actor=self._actors([event]),
                place=self._places([event]),
                source=self._publishers(event.claims),
                standing=sorted({self._standing(event, claim) for claim in event.claims}),
                day=_days(event.date),
            ),
            _joined(event.summary, event.note),
            _joined(
                *(self._words_of(self._graph.places[at.place]) for at in event.places),
                *(self._words_of(self._graph.actors[role.actor]) for role in event.actors),
                _also(f"{event.title} {event.summary or ''}"),
            ),
            parts=tuple(self._claim(event, claim) for claim in event.claims),
        )

    def _claim(self, event: Event, claim: Claim) -> Part:
        said_by = list(dict.fromkeys(self._graph.actors[_speaker(self._edition, one)].name for one in claim.reports))
        more = f" and {len(said_by) - _SPEAKERS_SHOWN} more" if len(said_by) > _SPEAKERS_SHOWN else ""
        return Part(
            self._edition.claim_address(event, claim),
            claim.text,
            self._edition.standing(event, claim).value,
            ", ".join(said_by[:_SPEAKERS_SHOWN]) + more,
            _joined(*said_by[_SPEAKERS_SHOWN:], claim.note, _also(claim.text)),
        )

    def _sources(self) -> Iterator[SearchDocument]:
        """Yield the sources in documents of one publisher and year: thousands would cost a reader more to load."""
        groups: defaultdict[tuple[str, str], list[Source]] = defaultdict(list)
        for source in self._graph.sources.values():
            year = source.published.earliest.isoformat()[:4] if source.published.earliest else ""
            groups[source.publisher, year].append(source)
        for (publisher, year), sources in sorted(groups.items()):
            for first in range(0, len(sources), _SOURCES_TOGETHER):
                yield self._source_group(publisher, year, sources[first : first + _SOURCES_TOGETHER])

    def _source_group(self, publisher: str, year: str, sources: list[Source]) -> SearchDocument:
        actor = self._graph.actors[publisher]
        return SearchDocument(
            "source",
            f"actors/{publisher}/",
            actor.name,
            year or "Undated",
            _filters(
                kind=["Source"],
                actor=[self._actor_labels[publisher]],
                source=[self._actor_labels[publisher]],
                day=sorted({day for source in sources for day in _days(source.published)}),
            ),
            also=self._words_of(actor),
            parts=tuple(self._source(source) for source in sources),
        )

    def _source(self, source: Source) -> Part:
        link = self._edition.source(source.id)
        notes = (part.note for part in source.paragraphs)
        return Part(
            link.address,
            source.title,
            line=in_words(source.published),
            also=_joined(source.note, *notes, _also(source.title)),
            lang=link.lang,
            day="".join(_days(source.published)),
        )

    def _standing(self, event: Event, claim: Claim) -> str:
        return words.STANDING_LABEL[self._edition.standing(event, claim)]

    def _actors(self, events: Iterable[Event]) -> list[str]:
        """Return who takes part in events or speaks about them."""
        found: set[str] = set()
        for event in events:
            found.update(role.actor for role in event.actors)
            for report in (report for claim in event.claims for report in claim.reports):
                found.update(report.by or (_speaker(self._edition, report),))
        return sorted(self._actor_labels[id_] for id_ in found)

    def _places(self, events: Iterable[Event]) -> list[str]:
        return sorted({self._place_labels[at.place] for event in events for at in event.places})

    def _publishers(self, claims: Iterable[Claim]) -> list[str]:
        cited = {report.cite.source for claim in claims for report in claim.reports}
        return sorted({self._actor_labels[self._graph.sources[id_].publisher] for id_ in cited})

    def _names_of(self, record: Actor | Place) -> tuple[str, str]:
        """Return the names of an actor or a place as one word each, and the words of all, as a query has them."""
        key = (type(record).__name__, record.id)
        if key not in self._names:
            names = (record.name, *record.names.values(), *record.aliases)
            whole = dict.fromkeys(one for name in names for one in whole_names(name))
            parts = dict.fromkeys(word for name in names for word in folded_words(name))
            self._names[key] = " ".join(whole), " ".join(word for word in parts if word not in whole)
        return self._names[key]

    def _words_of(self, record: Actor | Place) -> str:
        return _joined(*self._names_of(record))


def _speaker(edition: Edition, report: Report) -> str:
    """Return who said it first: the publisher where nobody else is named."""
    return report.by[0] if report.by else edition.chronology.sources[report.cite.source].publisher


def _labels(records: Mapping[str, Actor] | Mapping[str, Place]) -> dict[str, str]:
    """Return a label for each record that no other has: its name, with its id where several bear the name."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for id_, record in records.items():
        bearers[record.name].append(id_)
    return {id_: name if len(ids) == 1 else f"{name} ({id_})" for name, ids in bearers.items() for id_ in ids}


def _filters(**values: Iterable[str]) -> Filters:
    found = ((name, tuple(of_name)) for name, of_name in values.items())
    return tuple((name, of_name) for name, of_name in found if of_name)


def _days(when: Edtf) -> list[str]:
    """Return a date's bounds as one word, `2017-11-17` or `2017-11-01/2017-11-30`; an open side stays empty."""
    first, last = (day.isoformat() if day else "" for day in (when.earliest, when.latest))
    return [first if first == last else f"{first}/{last}"] if first or last else []


def _also(text: str) -> str:
    return _joined(*dict.fromkeys(spellings(text)))


def _joined(*texts: str | None) -> str:
    return " ".join(filter(None, texts))
