"""What an event has to do with others, as its page shows it: its whole, its parts, and what somebody ties it to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.known import ClaimsAsKnown
from dateline.pages.shared.turning_points import turning_points
from dateline.pages.shared.views import CitationView, Link
from dateline.pages.wording import words
from dateline.pages.wording.relation_labels import INVERSE_LABEL
from dateline.records.chronology import ClaimInContext
from dateline.records.types import Citation, Event, RelatedEvent

FEW: Final = 12
"""So many parts are listed at once: of more, the turning points are, and all of them unfold."""


class _Tie(NamedTuple):
    """What ties an event to the one that it stands with."""

    event: str
    said: RelatedEvent


@dataclass(frozen=True, slots=True)
class RelationView:
    """Another event that somebody ties this one to, and who says so."""

    label: str
    event: Link
    citation: CitationView
    step: int
    """The step in which it became known; 0 where the page cannot be read as of an earlier day."""


@dataclass(frozen=True, slots=True)
class PartsView:
    """The parts of an event in their order, each turning point called one; of many, these stand alone first."""

    shown: tuple[Link, ...]
    folded: tuple[Link, ...]
    """All of them, where not all are shown at once."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.folded or self.shown)

    @property
    def step(self) -> int:
        """The step in which the first of them became known."""
        return min(link.step for link in self.folded or self.shown)


@dataclass(frozen=True, slots=True)
class TiedView:
    """What an event has to do with others."""

    whole: Link | None = None
    parts: PartsView | None = None
    relations: tuple[RelationView, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether it has a whole, or anything is related to it."""
        return self.whole is not None or bool(self.relations)


def tied_to(page: ClaimsAsKnown, event: Event) -> TiedView:
    """Return what an event has to do with others, as its page shows it."""
    events = page.edition.chronology.events
    whole = events.get(event.part_of) if event.part_of else None
    parts = [events[id_] for id_ in page.edition.derived(_parts).get(event.id, ())]
    return TiedView(
        whole=_link(page, whole) if whole is not None else None,
        parts=_parts_view(page, parts) if parts else None,
        relations=tuple(_relations(page, event)),
    )


def _parts_view(page: ClaimsAsKnown, parts: list[Event]) -> PartsView:
    points = {point.id for point in turning_points(page.edition, parts)}
    links = {part.id: _link(page, part, is_point=part.id in points) for part in parts}
    told = tuple(links.values())
    if len(parts) <= FEW:
        return PartsView(told, ())
    return PartsView(tuple(link for id_, link in links.items() if id_ in points), told)


def cites_of_ties(edition: Edition, event: Event) -> Iterator[Citation]:
    """Yield what the ties and the pictures of an event rest on, and the ties that others say of it."""
    yield from event.cites
    yield from (tie.said.cite for tie in edition.derived(_tied_from).get(event.id, ()))


def _relations(page: ClaimsAsKnown, event: Event) -> Iterator[RelationView]:
    """Yield what others are to it in its own words, then what it is to others that say so."""
    edition = page.edition
    masthead, language = edition.chronology.masthead, edition.language
    for tie in event.related:
        if tie.event in edition.chronology.events:
            label = words.term(masthead, "relations", tie.how, language)
            yield _relation(page, label, edition.chronology.events[tie.event], tie)
    for other, tie in edition.derived(_tied_from).get(event.id, ()):
        yield _relation(page, inverse_label(edition, tie.how), edition.chronology.events[other], tie)


def inverse_label(edition: Edition, relation: str) -> str:
    """Return how the page of the other event writes a relation: the same way, where it is one both ways."""
    known = edition.chronology.masthead.vocabulary.relations.get(relation)
    if known is not None and known.inverse is not None:
        return known.inverse
    standard = INVERSE_LABEL.get(relation)
    return edition.term("relations", relation) if standard is None else edition.language.gettext(standard)


def _relation(page: ClaimsAsKnown, label: str, other: Event, tie: RelatedEvent) -> RelationView:
    source = page.edition.chronology.sources[tie.cite.source]
    step = page.step_on(source.readable_from(tie.by))
    return RelationView(label, _link(page, other), page.edition.citation(tie.cite, tie.by), step)


def _link(page: ClaimsAsKnown, event: Event, *, is_point: bool = False) -> Link:
    language = page.edition.language
    told = (words.when(event, language), language.gettext("turning point") if is_point else "")
    step = page.first(ClaimInContext(event, claim) for claim in event.claims)
    return replace(page.edition.event(event, language.facts(told)), step=step)


@derivation
def _parts(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Return the parts of each event that has any, in the order of time."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for event in edition.chronology.events.values():
        if event.part_of is not None:
            found[event.part_of].append(event.id)
    return {whole: tuple(parts) for whole, parts in found.items()}


@derivation
def _tied_from(edition: Edition) -> Mapping[str, tuple[_Tie, ...]]:
    """Return which events name each event as related, in the order of time, with what each says."""
    found: defaultdict[str, list[_Tie]] = defaultdict(list)
    for event in edition.chronology.events.values():
        for tie in event.related:
            found[tie.event].append(_Tie(event.id, tie))
    return {event: tuple(ties) for event, ties in found.items()}
