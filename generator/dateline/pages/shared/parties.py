"""Who can be compared: actors with their parts and outlets, sides with all who are placed on them, and publishers.

A party's key is the end of its address.  Two hyphens never occur in an id, so that a side and a
publisher cannot be taken for an actor of the same name.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import Chronology, ReportInContext, event_order
from dateline.records.types import Report, Source

_BETWEEN: Final = "--"


class PartyKind(StrEnum):
    """In which capacity somebody is compared."""

    ACTOR = "actor"
    """With all whose word is its word."""
    SIDE = "side"
    """All voices that are placed on it."""
    PUBLISHER = "publisher"
    """By what stands in its publications, whoever says it."""


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Somebody whose word can be compared with another's."""

    kind: PartyKind
    id: str

    @property
    def key(self) -> str:
        """The end of its address, and its name in data."""
        return self.id if self.kind is PartyKind.ACTOR else f"{self.kind.value}{_BETWEEN}{self.id}"


def party_of(key: str) -> Party:
    """Return the party of a key."""
    kind, between, id_ = key.partition(_BETWEEN)
    return Party(PartyKind(kind), id_) if between else Party(PartyKind.ACTOR, key)


@derivation
def reports_by_party(edition: Edition) -> dict[str, tuple[ReportInContext, ...]]:
    """Return the reports that are each party's word, in the order of the events."""
    found: defaultdict[str, list[ReportInContext]] = defaultdict(list)
    for event in edition.chronology.events.values():
        for claim in event.claims:
            for report in claim.reports:
                said = ReportInContext(event, claim, report)
                for party in parties_of(edition.chronology, report):
                    found[party.key].append(said)
    return {key: tuple(reports) for key, reports in found.items()}


def parties_of(chronology: Chronology, report: Report) -> Iterator[Party]:
    """Yield the parties whose word a report is.

    These are its first speaker, and all whose word that is, up to the voice; the sides of the
    voice; and the publisher.  What a medium passes on without saying from whom is nobody's word, only printed.
    """
    voice = chronology.voice(report)
    if voice is not None:
        speakers = chronology.chain_of_voice(report)
        yield from (Party(PartyKind.ACTOR, speaker) for speaker in speakers if speaker in chronology.actors)
        yield from (Party(PartyKind.SIDE, side) for side in sorted(chronology.side_of(voice)))
    source = chronology.sources.get(report.cite.source)
    if source is not None and source.publisher:
        yield Party(PartyKind.PUBLISHER, source.publisher)


def said_by(edition: Edition, actor: str) -> tuple[ReportInContext, ...]:
    """Return what an actor said itself, and what its parts and outlets said as its word, in the order of the events."""
    graph = edition.chronology
    own = graph.reports_by_speaker.get(actor, ())
    of_all = edition.derived(reports_by_party).get(actor, ())
    of_parts = [said for said in of_all if graph.origin(said.report) != actor]
    if not of_parts:
        return own
    return tuple(sorted((*own, *of_parts), key=lambda said: event_order(said.event)))


@derivation
def sources_by_party(edition: Edition) -> dict[str, tuple[Source, ...]]:
    """Return the sources that each actor or side published, by itself or by those whose word is its word."""
    found: defaultdict[str, list[Source]] = defaultdict(list)
    graph = edition.chronology
    for source in graph.sources.values():
        if not source.publisher:
            continue
        keys = [*graph.speaking_as(source.publisher, source.published)]
        keys += [Party(PartyKind.SIDE, side).key for side in sorted(graph.side_of(source.publisher))]
        for key in keys:
            found[key].append(source)
    return {key: tuple(sources) for key, sources in found.items()}


def party_name(edition: Edition, party: Party) -> str:
    """Return what a party is called where others stand beside it."""
    if party.kind is PartyKind.SIDE:
        return edition.language.gettext("%(side)s (side)", side=edition.term("sides", party.id))
    name = edition.chronology.actors[party.id].name
    if party.kind is PartyKind.PUBLISHER:
        return edition.language.gettext("%(publisher)s (what it printed)", publisher=name)
    return name
