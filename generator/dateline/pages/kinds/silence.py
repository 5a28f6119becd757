"""Of whom no report is recorded on what others report: parties by key events, with how much of theirs was read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from dateline.pages.kinds.compare_pair import compare_link
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.parties import Party, PartyKind, parties_of, party_of, reports_by_party, sources_by_party
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses
from dateline.records.rules.attribution import UNNAMED
from dateline.records.types import Event, Source

MOST_EVENTS: Final = 24
MOST_WITHOUT_KEYS: Final = 12
"""How many events are told where no editor has named key events: those with most voices."""
MOST_PARTIES: Final = 7
AFTERWARDS: Final = 14
"""How many days after an event a source that is silent about it might have told it."""


@dataclass(frozen=True, slots=True)
class HeardView:
    """How often a party is heard on an event; where it is not, how many of its sources of that time were read."""

    party: str
    reports: int
    read: int


@dataclass(frozen=True, slots=True)
class PartyColumn:
    """A party with how many of its sources were read."""

    name: str
    link: Link | None
    sources: int


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Parties of one kind by events."""

    name: str
    anchor: str
    parties: tuple[PartyColumn, ...]
    rows: tuple[tuple[Link, tuple[HeardView, ...]], ...]

    @property
    def tells(self) -> bool:
        """Whether anything is missing that could have been read: of a silence beside no source nothing can be said."""
        return any(not cell.reports and cell.read for _, cells in self.rows for cell in cells)


@dataclass(frozen=True, slots=True)
class SilenceView:
    """The page that tells of whom no report is recorded."""

    template: ClassVar[str] = "silence"
    address: ClassVar[str] = addresses.SILENCE
    edit_path: ClassVar[None] = None
    title: str
    whole: Link
    chosen: bool
    """Whether editors named the key events."""
    events: int
    are_heard: bool
    """Whether anybody by name is heard."""
    matrices: tuple[MatrixView, ...]


def silence_view(edition: Edition) -> SilenceView:
    """Return the page that tells of whom no report is recorded."""
    events = [edition.chronology.events[id_] for id_ in edition.derived(key_events)]
    sides = [Party(PartyKind.SIDE, side) for side in edition.chronology.masthead.vocabulary.sides]
    names = {
        PartyKind.SIDE: edition.language.gettext("Sides"),
        PartyKind.ACTOR: edition.language.gettext("Actors heard most"),
    }
    parties = {PartyKind.SIDE: _heard(edition, sides), PartyKind.ACTOR: edition.derived(_main_actors)}
    found = (_matrix(edition, names[kind], kind, keys, events) for kind, keys in parties.items() if keys and events)
    return SilenceView(
        title=edition.language.gettext("Missing reports"),
        whole=compare_link(edition),
        chosen=any(map(_is_key, events)),
        events=len(events),
        are_heard=any(parties.values()),
        matrices=tuple(one for one in found if one.tells),
    )


def _is_key(event: Event) -> bool:
    return event.weight == "key"


@derivation
def key_events(edition: Edition) -> tuple[str, ...]:
    """Return the events that editors named as turning points, else those with most voices, in the order of events."""
    events = edition.chronology.events
    keys = [id_ for id_, event in events.items() if _is_key(event)][:MOST_EVENTS]
    if keys:
        return tuple(keys)
    most = sorted(events, key=lambda id_: -len(_voices(edition, events[id_])))[:MOST_WITHOUT_KEYS]
    return tuple(id_ for id_ in events if id_ in set(most))


def _voices(edition: Edition, event: Event) -> frozenset[str | None]:
    voices = (edition.chronology.voice(report) for claim in event.claims for report in claim.reports)
    return frozenset(voices) - {None}


def _heard(edition: Edition, parties: Iterable[Party]) -> tuple[str, ...]:
    """Return the keys of the parties that are heard and of which sources were read, those that are heard most first."""
    reports, sources = edition.derived(reports_by_party), edition.derived(sources_by_party)
    keys = [party.key for party in parties if party.key in reports and sources.get(party.key)]
    return tuple(sorted(keys, key=lambda key: (-len(reports[key]), key)))


@derivation
def _main_actors(edition: Edition) -> tuple[str, ...]:
    graph = edition.chronology
    named = (
        id_ for id_, actor in graph.actors.items() if graph.behaves_as(actor) != UNNAMED and graph.voices[id_] == id_
    )
    return _heard(edition, (Party(PartyKind.ACTOR, id_) for id_ in named))[:MOST_PARTIES]


def _matrix(edition: Edition, name: str, kind: PartyKind, keys: tuple[str, ...], events: Iterable[Event]) -> MatrixView:
    return MatrixView(
        name=name,
        anchor=f"_{kind.value}s",
        parties=tuple(_column(edition, key) for key in keys),
        rows=tuple((edition.event(event), _cells(edition, keys, event)) for event in events),
    )


def _column(edition: Edition, key: str) -> PartyColumn:
    party = party_of(key)
    is_side = party.kind is PartyKind.SIDE
    name = edition.term("sides", party.id) if is_side else edition.chronology.actors[key].name
    sources = edition.derived(sources_by_party).get(key, ())
    return PartyColumn(name, None if is_side else edition.actor(key), len(sources))


def _cells(edition: Edition, keys: tuple[str, ...], event: Event) -> tuple[HeardView, ...]:
    heard: Counter[str] = Counter()
    for claim in event.claims:
        for report in claim.reports:
            heard.update({party.key: 1 for party in parties_of(edition.chronology, report)})
    sources = edition.derived(sources_by_party)
    return tuple(
        HeardView(_column(edition, key).name, heard[key], sum(_may_tell(one, event) for one in sources.get(key, ())))
        for key in keys
    )


def _may_tell(source: Source, event: Event) -> bool:
    """Return whether a source may have appeared from the beginning of an event to two weeks after its end."""
    begins, ends = event.date.earliest, event.date.latest or event.date.earliest
    first, last = source.published.earliest, source.published.latest
    if begins is None or ends is None or first is None or last is None:
        return False
    return last >= begins and first <= ends.shifted(AFTERWARDS)
