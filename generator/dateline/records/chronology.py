"""The records linked into one immutable graph with indexes.

`link` never fails: a reference that leads to nothing is simply absent from the indexes,
and `dateline.records.rules` tells it as a problem.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf
from pathlib import Path
from typing import Any, Final, TypeVar

from dateline.ground.dates import Day, Edtf
from dateline.ground.geodata import Geodata
from dateline.ground.schemes import SpotOrder, spot_order
from dateline.records.loading import Corpus, Document, Filed, HandPage, StoredPicture
from dateline.records.prose import body_citations
from dateline.records.same_texts import Firsts, firsts, originals
from dateline.records.types import (
    Actor,
    Brief,
    Citation,
    Claim,
    Dispute,
    Event,
    Masthead,
    Place,
    Record,
    RecordKind,
    Report,
    Resolution,
    Source,
    SourcePart,
    Spot,
    Tombstone,
    Vocabulary,
    type_of_kind,
)
from dateline.records.types.cited_facts import cited_by
from dateline.records.types.dated_facts import lasting
from dateline.records.whose_word import Speakers
from dateline.records.withholding import Held, held_texts, published

_BEHIND_PARAGRAPHS: Final = 10**9
_NO_BRIEF: Final = Brief()
_KINDS: Final = {record_type: kind for kind, record_type in type_of_kind.items()}
_FIELDS: Final = {kind: kind.folder for kind in RecordKind}
"""The field that holds the records of a kind."""
R = TypeVar("R", Event, Source, Actor, Place, Dispute)


@dataclass(frozen=True, slots=True)
class ClaimInContext:
    """A claim with the event it is about."""

    event: Event
    claim: Claim

    @property
    def reference(self) -> str:
        """The claim's id everywhere outside its event."""
        return f"{self.event.id}#{self.claim.id}"

    @property
    def time(self) -> Edtf:
        """When it was so, by the claim or else by its event; of a holding, how long it lasted."""
        return lasting(self.claim.control, self.claim.when or self.event.date)

    @property
    def compared(self) -> Edtf:
        """The same as it is compared with others: what a publication tells was so by then."""
        return lasting(self.claim.control, self.claim.when or self.event.compared)


@dataclass(frozen=True, slots=True)
class ReportInContext:
    """A report with its claim and event."""

    event: Event
    claim: Claim
    report: Report


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that rests on a part of a source: a report of a claim, or a part of another record."""

    citation: Citation
    record: Record
    claim: Claim | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a dispute's resolution says of one claim."""

    dispute: Dispute
    resolution: Resolution
    stands: bool


@dataclass(frozen=True)
class Chronology(Speakers):
    """The published (or, while checking, all) records, sorted and indexed."""

    masthead: Masthead
    events: Mapping[str, Event]
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    disputes: Mapping[str, Dispute]
    tombstones: tuple[Tombstone, ...]
    pages: Mapping[str, HandPage]
    images: Mapping[str, Path]
    pictures: Mapping[str, StoredPicture]
    documents: Mapping[tuple[RecordKind, str], Document]
    geodata: tuple[Geodata, ...] = ()
    brief: Brief = _NO_BRIEF
    """What happened and what is disputed in a few sentences; empty where nobody wrote them."""
    held: tuple[Held, ...] = ()
    """What is withheld from readers, records, claims and texts; nothing where all records are linked."""

    def document(self, record: Record) -> Document:
        """Return the file that `record` was read from."""
        return self.documents[kind_of(record), record.id]

    def of_kind(self, kind: RecordKind) -> Mapping[str, Any]:
        """Return the records of one kind by id."""
        by_id: Mapping[str, Any] = getattr(self, _FIELDS[kind])
        return by_id

    def records(self) -> Iterator[Record]:
        """Yield every record, kind by kind, in order."""
        for kind in RecordKind:
            yield from self.of_kind(kind).values()

    @cached_property
    def claims(self) -> Mapping[str, ClaimInContext]:
        """Every claim by its reference, event-id#claim-id."""
        pairs = (ClaimInContext(event, claim) for event in self.events.values() for claim in event.claims)
        return {pair.reference: pair for pair in pairs}

    @cached_property
    def source_parts(self) -> Mapping[tuple[str, Spot], SourcePart]:
        """Every paragraph and passage by its source and what it is cited by."""
        return {(source.id, part.spot): part for source in self.sources.values() for part in source.parts}

    @cached_property
    def uses(self) -> Mapping[tuple[str, Spot], tuple[Use, ...]]:
        """What rests on each paragraph and passage, by source and what it is cited by."""
        found: defaultdict[tuple[str, Spot], list[Use]] = defaultdict(list)
        for use in self._uses():
            found[use.citation.source, use.citation.spot].append(use)
        return {key: tuple(uses) for key, uses in found.items()}

    @cached_property
    def uses_by_source(self) -> Mapping[str, tuple[Use, ...]]:
        """What rests on each source, in the order of its paragraphs and passages."""
        found: defaultdict[str, list[Use]] = defaultdict(list)
        for source, spot in sorted(self.uses, key=self._use_order):
            found[source].extend(self.uses[source, spot])
        return {source: tuple(uses) for source, uses in found.items()}

    def _use_order(self, place: tuple[str, Spot]) -> tuple[str, int, SpotOrder]:
        """Order what is cited by source, its paragraphs first, its passages as the source counts them."""
        source, spot = place
        if isinstance(spot, int):
            return source, spot, ()
        scheme = self.sources[source].locators if source in self.sources else "item"
        return source, _BEHIND_PARAGRAPHS, spot_order(scheme, spot)

    @cached_property
    def disputes_by_claim(self) -> Mapping[str, tuple[Dispute, ...]]:
        """The disputes that each claim is part of."""
        found: defaultdict[str, dict[str, Dispute]] = defaultdict(dict)
        for dispute in self.disputes.values():
            for standpoint in dispute.positions:
                for reference in standpoint.claims:
                    found[reference][dispute.id] = dispute
        return {reference: tuple(disputes.values()) for reference, disputes in found.items()}

    @cached_property
    def events_by_actor(self) -> Mapping[str, tuple[Event, ...]]:
        """The events that each actor took part in."""
        return _grouped(self.events.values(), lambda event: (role.actor for role in event.actors))

    @cached_property
    def events_by_place(self) -> Mapping[str, tuple[Event, ...]]:
        """The events at each place."""
        return _grouped(self.events.values(), lambda event: (role.place for role in event.places))

    @cached_property
    def events_by_day(self) -> Mapping[Day, tuple[Event, ...]]:
        """The events that stand on a day, if only about or perhaps then, in their order; what lasts, on its first."""
        found: defaultdict[Day, list[Event]] = defaultdict(list)
        for event in self.events.values():
            if (day := event.date.day) is not None:
                found[day].append(event)
        return {day: tuple(events) for day, events in sorted(found.items())}

    @cached_property
    def reports_by_speaker(self) -> Mapping[str, tuple[ReportInContext, ...]]:
        """The reports of which each actor is the first speaker."""
        found: defaultdict[str, list[ReportInContext]] = defaultdict(list)
        for event in self.events.values():
            for claim in event.claims:
                for report in claim.reports:
                    found[self.origin(report)].append(ReportInContext(event, claim, report))
        return {speaker: tuple(reports) for speaker, reports in found.items()}

    @cached_property
    def sources_by_publisher(self) -> Mapping[str, tuple[Source, ...]]:
        """The sources that each actor published."""
        return _grouped(self.sources.values(), lambda source: (source.publisher,) if source.publisher else ())

    def speakers(self, report: Report) -> tuple[str, ...]:
        """Return the chain of speakers, first speaker first, the source's publisher last."""
        source = self.sources.get(report.cite.source)
        chain = report.by or (self.origin(report),)
        if source is None or chain[-1:] == (source.publisher,) or not source.publisher:
            return report.by or (chain if source is not None else ())
        return (*chain, source.publisher)

    def origin(self, report: Report) -> str:
        """Return the first speaker: relays of one speaker, and copies of one text, are one origin."""
        if report.by:
            return report.by[0]
        if report.restates is not None:
            return report.restates
        source = self.sources.get(self.original(report.cite))
        return source.publisher if source is not None else ""

    def original(self, cite: Citation) -> str:
        """Return the source whose text is cited: the one that it stands in, or that it was taken from."""
        copied = self.copied.get(cite.source)
        return copied.get(cite.spot, cite.source) if copied is not None else cite.source

    def withdrawn_as(self, cite: Citation) -> Source | None:
        """Return the source that is cited, or the one that it was taken from, if that was withdrawn."""
        if not self._has_withdrawn:  # asked of every report, and seldom so
            return None
        source = self.sources.get(cite.source)
        if source is not None and source.withdrawn is not None:
            return source
        original = self.original(cite)
        taken_from = None if original == cite.source else self.sources.get(original)
        return taken_from if taken_from is not None and taken_from.withdrawn is not None else None

    @cached_property
    def _has_withdrawn(self) -> bool:
        return any(source.withdrawn is not None for source in self.sources.values())

    def counts(self, report: Report, on: Day | None = None) -> bool:
        """Return whether a report counts: its source was not withdrawn, or not yet on the day `on`."""
        source = self.withdrawn_as(report.cite)
        if source is None or source.withdrawn is None:
            return True
        day = source.withdrawn.date.earliest
        return on is not None and day is not None and day > on

    @cached_property
    def copied(self) -> Mapping[str, Mapping[Spot, str]]:
        """The source that a text was taken from, by the source that has it too, and the paragraph or passage."""
        return originals(self.sources, self.firsts)

    @cached_property
    def firsts(self) -> Firsts:
        """Which source had each text, and each address, first."""
        return firsts(self.sources)

    @cached_property
    def copies_by_original(self) -> Mapping[str, tuple[Source, ...]]:
        """The sources that say they are copies of each source."""
        return _grouped(self.sources.values(), lambda source: (source.copy_of.source,) if source.copy_of else ())

    def chain_of_voice(self, report: Report) -> tuple[str, ...]:
        """Return the first speaker of a report and all whose word that was when it was said, up to the voice."""
        source = self.sources.get(self.original(report.cite))
        return self.speaking_as(self.origin(report), source.said_when(report.by) if source is not None else None)

    @cached_property
    def settlements(self) -> Mapping[str, tuple[Settlement, ...]]:
        """What disputes settled about each claim."""
        found: defaultdict[str, list[Settlement]] = defaultdict(list)
        for dispute in self.disputes.values():
            if dispute.resolution is not None:
                for reference, how in dispute.resolution.settles.items():
                    found[reference].append(Settlement(dispute, dispute.resolution, stands=how == "stands"))
        return {reference: tuple(settled) for reference, settled in found.items()}

    def voice(self, report: Report) -> str | None:
        """Return whose word a report is; None where a publisher passes something on and does not say from whom.

        A medium that speaks in its own name is a voice where it saw or worked it out itself, where it is somebody's
        organ, or where it foretells something.
        """
        speaker = self.origin(report)
        actor = self.actors.get(speaker)
        if actor is not None and actor.kind in self.media and self._is_passed_on(report, actor):
            return None
        return self.chain_of_voice(report)[-1]

    def _is_passed_on(self, report: Report, speaker: Actor) -> bool:
        source = self.sources.get(self.original(report.cite))
        says_so_itself = not report.by or (source is not None and report.by == (source.publisher,))
        is_its_own = report.own_reporting or report.modality == "predicted" or speaker.speaks_for is not None
        return says_so_itself and report.restates is None and not is_its_own

    def _uses(self) -> Iterator[Use]:
        for event in self.events.values():
            for claim in event.claims:
                yield from (Use(report.cite, event, claim, report) for report in claim.reports)
            yield from (Use(cite, event) for cite in event.cites)
        for actor in self.actors.values():
            yield from (Use(citation, actor) for citation in (*cited_by(actor), *body_citations(actor.body)))
        for place in self.places.values():
            yield from (Use(citation, place) for citation in cited_by(place))
        for dispute in self.disputes.values():
            cites = dispute.resolution.cites if dispute.resolution else ()
            yield from (Use(citation, dispute) for citation in (*cites, *body_citations(dispute.body)))
        for source in self.sources.values():
            if source.withdrawn is not None and source.withdrawn.cite is not None:
                yield Use(source.withdrawn.cite, source)


def kind_of(record: Record) -> RecordKind:
    """Return which of the five kinds `record` is."""
    return _KINDS[type(record)]


def link(corpus: Corpus, *, drafts: bool) -> Chronology:
    """Link the records of `corpus`: what readers get or, with drafts, all of them, also what is withheld."""
    held: tuple[Held, ...] = ()
    if not drafts:
        every = corpus
        corpus, held = published(every)
        held = (*held, *held_texts(every, corpus))
    return Chronology(
        masthead=corpus.masthead.record if corpus.masthead else Masthead(title="A chronology", vocabulary=Vocabulary()),
        events={event.id: event for event in sorted(_records(corpus, RecordKind.EVENT), key=event_order)},
        sources={source.id: source for source in sorted(_records(corpus, RecordKind.SOURCE), key=source_order)},
        actors={actor.id: actor for actor in _records(corpus, RecordKind.ACTOR)},
        places={place.id: place for place in _records(corpus, RecordKind.PLACE)},
        disputes={dispute.id: dispute for dispute in _records(corpus, RecordKind.DISPUTE)},
        tombstones=corpus.graveyard.record.tombstones if corpus.graveyard else (),
        pages=corpus.pages,
        images=corpus.images,
        pictures=corpus.media,
        geodata=corpus.geodata,
        brief=corpus.brief.record if corpus.brief else Brief(),
        held=held,
        documents={
            (kind, id_): filed.document for kind, records in corpus.records.items() for id_, filed in records.items()
        },
    )


def _records(corpus: Corpus, kind: RecordKind) -> list[Any]:
    filed: Iterable[Filed[Any]] = corpus.records.get(kind, {}).values()
    return [entry.record for entry in filed]


EventOrder = tuple[Day, bool, int, float, Day, str]
"""What events are compared by."""


def event_order(event: Event) -> EventOrder:
    """Order events by their first day, then by seq, then by the time of day, those without one last, then by the rest.

    The day is that of the chronology's zone; the rest are the last day and the id.
    """
    first, last, _ = event.date.order
    began = event.date.began
    return (first, event.seq is None, event.seq or 0, began[0] if began else inf, last, event.id)


def claim_order(context: ClaimInContext) -> tuple[EventOrder, int]:
    """Order claims by their events, those of one event as it has them."""
    return (event_order(context.event), context.event.claims.index(context.claim))


def source_order(source: Source) -> tuple[bool, tuple[Day, Day, str], str]:
    """Order sources by the day on which they appeared, those that nobody can date last, then by id."""
    return (not source.is_dated, source.published.order, source.id)


def _grouped(records: Iterable[R], keys: Any) -> dict[str, tuple[R, ...]]:
    found: defaultdict[str, dict[str, R]] = defaultdict(dict)
    for record in records:
        for key in keys(record):
            found[key][record.id] = record
    return {key: tuple(group.values()) for key, group in found.items()}
