"""Two parties held beside each other: where they agree, contradict each other, or say something else.

What is compared are the disputes in which both take positions, and the claims about which both
say something, unless such a dispute is about the claim.  One order of the two says what the other says.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import Final

from dateline.ground.languages import ENGLISH, Language, marked_many
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.parties import PartyKind, parties_of, party_of, reports_by_party
from dateline.records.chronology import Chronology, ClaimInContext, EventOrder, event_order
from dateline.records.rules.attribution import opposes, supports, unretracted
from dateline.records.types import Dispute, Event, Report

MOST_SPEAKERS: Final = 24
"""How many parties of one dispute or claim are held beside each other: pairs grow as records do, not faster."""


class Relation(StrEnum):
    """How two parties stand to each other in one matter."""

    CONTRADICT = "contradict"
    AGREE = "agree"
    DIFFER = "differ"


class Ground(StrEnum):
    """What a party says of a claim."""

    SAYS = "says"
    AGAINST = "against"
    BOTH = "both"
    UNCONFIRMED = "unconfirmed"


_DISPUTES: Final = marked_many("%(count)s dispute in common: %(how)s", "%(count)s disputes in common: %(how)s")
_CLAIMS: Final = marked_many("%(count)s further claim: %(how)s", "%(count)s further claims: %(how)s")
_IN_ALL: Final = {
    Relation.CONTRADICT: marked_many("they contradict each other", "they contradict each other in all of them"),
    Relation.AGREE: marked_many("they agree", "they agree in all of them"),
    Relation.DIFFER: marked_many("they say different things", "they say different things in all of them"),
}
_HOW: Final = {
    Relation.CONTRADICT: marked_many("contradict each other in %(count)s", "contradict each other in %(count)s"),
    Relation.AGREE: marked_many("agree in %(count)s", "agree in %(count)s"),
    Relation.DIFFER: marked_many("say different things in %(count)s", "say different things in %(count)s"),
}


@dataclass(frozen=True, slots=True)
class Stand:
    """What a party says of a claim, with the reports that say it."""

    context: ClaimInContext
    sign: Ground
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """In how many matters of one kind two parties stand in which relation to each other: each counts once."""

    contradict: int = 0
    agree: int = 0
    differ: int = 0

    def with_one(self, relation: Relation) -> "Tally":
        """Return the same with one matter more."""
        return replace(self, **{relation.value: getattr(self, relation.value) + 1})

    @property
    def total(self) -> int:
        """In how many matters both are heard."""
        return self.contradict + self.agree + self.differ


@dataclass(frozen=True, slots=True)
class Common:
    """On how much two parties are both heard: disputes in which both take positions, and claims beside these."""

    disputes: Tally = Tally()
    claims: Tally = Tally()

    def with_one(self, relation: Relation, *, in_dispute: bool) -> "Common":
        """Return the same with one matter more."""
        if in_dispute:
            return replace(self, disputes=self.disputes.with_one(relation))
        return replace(self, claims=self.claims.with_one(relation))

    @property
    def matters(self) -> int:
        """In how many matters both are heard."""
        return self.disputes.total + self.claims.total


@dataclass(frozen=True, slots=True)
class Matter:
    """A dispute in which two parties take positions, or a claim about which both say something."""

    event: Event
    relation: Relation
    dispute: Dispute | None
    context: ClaimInContext | None

    @property
    def order(self) -> tuple[EventOrder, bool, str]:
        """What matters are ordered by: the event, disputes before claims."""
        if self.dispute is not None:
            return (event_order(self.event), False, self.dispute.id)
        return (event_order(self.event), True, self.context.reference if self.context else "")


def of_signs(one: Ground, other: Ground) -> Relation:
    """Return how two stand to each other who say this of one claim."""
    if one is other and one is not Ground.BOTH:
        return Relation.AGREE
    return Relation.CONTRADICT if {one, other} == {Ground.SAYS, Ground.AGAINST} else Relation.DIFFER


def positions_exclude(dispute: Dispute) -> bool:
    """Return whether only one position of a dispute can be true."""
    return dispute.relation == "exclusive" and dispute.status != "not-a-conflict"


def of_positions(dispute: Dispute, one: Collection[str], other: Collection[str]) -> Relation:
    """Return how two stand to each other who take these positions in a dispute."""
    if set(one) == set(other):
        return Relation.AGREE
    return Relation.CONTRADICT if positions_exclude(dispute) and set(one).isdisjoint(other) else Relation.DIFFER


def stands_of(edition: Edition, key: str) -> dict[str, Stand]:
    """Return what a party says, by claim; what was taken back or withdrawn is left out."""
    said: defaultdict[str, list[Report]] = defaultdict(list)
    contexts: dict[str, ClaimInContext] = {}
    for one in edition.derived(reports_by_party).get(key, ()):
        context = ClaimInContext(one.event, one.claim)
        contexts[context.reference] = context
        said[context.reference].append(one.report)
    found = {}
    for reference, reports in said.items():
        counting = set(map(id, unretracted(edition.chronology, contexts[reference].claim)))
        kept = tuple(report for report in reports if id(report) in counting)
        if (sign := _sign(kept)) is not None:
            found[reference] = Stand(contexts[reference], sign, kept)
    return found


def _sign(reports: Collection[Report]) -> Ground | None:
    says, against = any(map(supports, reports)), any(map(opposes, reports))
    if says and against:
        return Ground.BOTH
    if says or against:
        return Ground.SAYS if says else Ground.AGAINST
    return Ground.UNCONFIRMED if any(report.stance == "unconfirmed" for report in reports) else None


@derivation
def positions_by_party(edition: Edition) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the positions that each party takes, by dispute."""
    found: defaultdict[str, defaultdict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for dispute in edition.chronology.disputes.values():
        for standpoint in dispute.positions:
            speaks = opposes if standpoint.stance == "denies" else supports
            for reference in standpoint.claims:
                claim = edition.chronology.claims[reference].claim
                for report in filter(speaks, unretracted(edition.chronology, claim)):
                    for party in parties_of(edition.chronology, report):
                        found[party.key][dispute.id][standpoint.id] = None
    return {key: {id_: tuple(taken) for id_, taken in of.items()} for key, of in found.items()}


@derivation
def parties_by_dispute(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Return the keys of the parties that take positions in each dispute; of actors, only voices."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, taken in edition.derived(positions_by_party).items():
        if _is_whole(edition.chronology, key):
            for dispute in taken:
                found[dispute].append(key)
    return {dispute: tuple(sorted(keys)) for dispute, keys in found.items()}


def _is_whole(chronology: Chronology, key: str) -> bool:
    """Return whether a party is no part of another: a voice, a side or a publisher."""
    party = party_of(key)
    return party.kind is not PartyKind.ACTOR or chronology.voices.get(key) == key


def heard_most(edition: Edition, keys: Iterable[str]) -> list[str]:
    """Return the parties that say most, in the order of their keys."""
    reports = edition.derived(reports_by_party)
    return sorted(sorted(keys, key=lambda key: (-len(reports[key]), key))[:MOST_SPEAKERS])


@derivation
def common_by_voice(edition: Edition) -> dict[str, dict[str, Common]]:
    """Return, by voice and other voice, what both are heard on."""
    found: defaultdict[str, dict[str, Common]] = defaultdict(dict)
    for one, other, relation, in_dispute in _matters_of_all(edition):
        for left, right in ((one, other), (other, one)):
            found[left][right] = found[left].get(right, Common()).with_one(relation, in_dispute=in_dispute)
    return {voice: dict(sorted(others.items())) for voice, others in sorted(found.items())}


def _matters_of_all(edition: Edition) -> Iterator[tuple[str, str, Relation, bool]]:
    graph, taken = edition.chronology, edition.derived(positions_by_party)
    for id_, keys in edition.derived(parties_by_dispute).items():
        voices = (key for key in keys if party_of(key).kind is PartyKind.ACTOR)
        for one, other in combinations(heard_most(edition, voices), 2):
            yield one, other, of_positions(graph.disputes[id_], taken[one][id_], taken[other][id_]), True
    for reference, context in graph.claims.items():
        said: defaultdict[str, list[Report]] = defaultdict(list)
        for report in unretracted(graph, context.claim):
            if (voice := graph.voice(report)) is not None and voice in graph.actors:
                said[voice].append(report)
        signs = {voice: sign for voice, reports in said.items() if (sign := _sign(reports)) is not None}
        for one, other in combinations(heard_most(edition, signs), 2):
            if not is_in_common_dispute(edition, reference, one, other):
                yield one, other, of_signs(signs[one], signs[other]), False


def is_in_common_dispute(edition: Edition, reference: str, one: str, other: str) -> bool:
    """Return whether a claim is part of a dispute in which both take positions."""
    taken = edition.derived(positions_by_party)
    disputes = edition.chronology.disputes_by_claim.get(reference, ())
    return any(found.id in taken.get(one, ()) and found.id in taken.get(other, ()) for found in disputes)


def matters_of(edition: Edition, one: str, other: str) -> tuple[Matter, ...]:
    """Return all matters on which both are heard, in the order of the events."""
    return tuple(sorted(_matters_of(edition, one, other), key=lambda matter: matter.order))


def _matters_of(edition: Edition, one: str, other: str) -> Iterator[Matter]:
    for dispute, relation in _in_disputes(edition, one, other):
        yield Matter(first_event(edition, dispute), relation, dispute, None)
    said, answered = stands_of(edition, one), stands_of(edition, other)
    for reference in said.keys() & answered.keys():
        if not is_in_common_dispute(edition, reference, one, other):
            stand = said[reference]
            relation = of_signs(stand.sign, answered[reference].sign)
            yield Matter(stand.context.event, relation, None, stand.context)


def relations_in_disputes(edition: Edition, one: str, other: str) -> tuple[Relation, ...]:
    """Return how two stand to each other in each dispute in which both take positions."""
    return tuple(relation for _, relation in _in_disputes(edition, one, other))


def _in_disputes(edition: Edition, one: str, other: str) -> Iterator[tuple[Dispute, Relation]]:
    taken = edition.derived(positions_by_party)
    left, right = taken.get(one, {}), taken.get(other, {})
    for id_ in left.keys() & right.keys():
        dispute = edition.chronology.disputes[id_]
        yield dispute, of_positions(dispute, left[id_], right[id_])


def reports_for(dispute: Dispute, taken: Collection[str], stands: Mapping[str, Stand]) -> tuple[Report, ...]:
    """Return the reports by which a party, of which these are all stands, takes positions in a dispute."""
    found: dict[int, Report] = {}
    for standpoint in dispute.positions:
        if standpoint.id in taken:
            speaks = opposes if standpoint.stance == "denies" else supports
            own = (report for one in standpoint.claims if one in stands for report in stands[one].reports)
            found |= {id(report): report for report in own if speaks(report)}
    return tuple(found.values())


def first_event(edition: Edition, dispute: Dispute) -> Event:
    """Return the first event that a dispute is about."""
    references = (reference for standpoint in dispute.positions for reference in standpoint.claims)
    return min((edition.chronology.claims[reference].event for reference in references), key=event_order)


def common_in_words(common: Common, language: Language = ENGLISH) -> str:
    """Return on how much two are both heard, and how they stand to each other: the parts add up to each number."""
    parts = [
        language.ngettext(*message, tally.total, how=_how_in_words(tally, language))
        for message, tally in ((_DISPUTES, common.disputes), (_CLAIMS, common.claims))
        if tally.total
    ]
    return language.clauses(parts)


def _how_in_words(tally: Tally, language: Language) -> str:
    counts = {relation: count for relation in _HOW if (count := getattr(tally, relation.value))}
    if len(counts) == 1:
        ((relation, count),) = counts.items()
        return language.ngettext(*_IN_ALL[relation], count)
    return language.listed(language.ngettext(*_HOW[relation], count) for relation, count in counts.items())
