"""Rules about what disputes settle."""

from collections.abc import Iterator
from typing import Final

from dateline.ground.problems import Code, Problem
from dateline.records.chronology import Settlement
from dateline.records.rules.context import Context
from dateline.records.rules.standing import UNSETTLED, Outcome
from dateline.records.rules.verdicts import verdict
from dateline.records.types import Dispute, Resolution

_BESIDE_EACH_OTHER: Final = frozenset({"different-scope", "different-time"})
"""Relations by which there is nothing to settle."""
_TURNS: Final = {"resolution": ("settled", "reopening"), "reopening": ("opened again", "resolution")}
"""How an entry of a history left a dispute, and which entry tells the reverse."""
_ENDS: Final = {"resolution": {"open"}, "reopening": {"resolved", "not-a-conflict"}}
"""The statuses that such an entry does not leave."""
_GIVEN_UP: Final = "concession"
_GIVES_UP: Final = frozenset({"concedes", "retracts"})
"""Stances by which a speaker gives up what it said."""


def histories_end_as_disputes_stand(context: Context) -> Iterator[Problem]:
    """What was settled and is open again says so in its history, and the reverse."""
    for dispute in context.chronology.disputes.values():
        turns = [(index, entry.type) for index, entry in enumerate(dispute.history) if entry.type in _TURNS]
        index, last = turns[0] if turns else (0, "")
        if dispute.status in _ENDS.get(last, ()):
            how, other = _TURNS[last]
            message = f"the dispute is '{dispute.status}', and by its history it was {how} last"
            hint = f"add the entry that tells since: type: {other}"
            yield context.problem(dispute, ("history", index, "type"), Code.HISTORY_UNLIKE_STATUS, message, hint)


def a_claim_is_settled_one_way(context: Context) -> Iterator[Problem]:
    """No claim is said to stand in one dispute and to fall in another."""
    for reference, settled in context.chronology.settlements.items():
        first: dict[bool, Settlement] = {}
        for one in settled:
            other = first.get(not one.stands)
            first.setdefault(one.stands, one)
            if other is not None:
                how, otherwise = ("stand", "fall") if one.stands else ("fall", "stand")
                message = f"'{reference}' is said to {how}, and in dispute '{other.dispute.id}' to {otherwise}"
                hint = "a claim has one outcome: correct one of the two, or split the claim"
                steps = ("resolution", "settles", reference)
                yield context.problem(one.dispute, steps, Code.SETTLED_BOTH_WAYS, message, hint)


def what_is_resolved_says_what_it_settles(context: Context) -> Iterator[Problem]:
    """A resolved dispute names the claims that stand or fall, unless what it keeps is a range."""
    for dispute in context.chronology.disputes.values():
        resolution = dispute.resolution
        if resolution is None:
            continue
        settles_some = resolution.settles or context.chronology.keeps_range(resolution)
        if dispute.status in {"resolved", "partly-resolved"} and not settles_some:
            is_told = dispute.status == "partly-resolved" and not _are_all(context, dispute, Outcome.OPEN)
            if not is_told:
                message = f"the dispute is '{dispute.status}', and no claim is said to stand or to fall"
                hint = f"add settles: {{{_example(dispute)}: stands}}, with every claim that it settles"
                yield context.problem(dispute, ("resolution",), Code.NOTHING_SETTLED, message, hint, of_key=True)
        if dispute.status == "not-a-conflict" and resolution.settles:
            message = "where there is no conflict, nothing is settled"
            yield context.problem(
                dispute, ("resolution", "settles"), Code.BAD_VALUE, message, "remove settles", of_key=True
            )
        yield from _settled_against_its_outcome(context, dispute, resolution)


def what_is_settled_in_part_leaves_something_open(context: Context) -> Iterator[Problem]:
    """A dispute that is settled in part has a position that is not settled."""
    for dispute in context.chronology.disputes.values():
        found = [verdict(context.chronology, dispute, position) for position in dispute.positions]
        if dispute.status == "partly-resolved" and Outcome.OPEN not in found:
            message = "the dispute is 'partly-resolved', and each of its positions is settled"
            hint = "say resolved, or add the position that is still open"
            yield context.problem(dispute, ("status",), Code.NOTHING_LEFT_OPEN, message, hint)


def _are_all(context: Context, dispute: Dispute, outcome: Outcome) -> bool:
    return all(verdict(context.chronology, dispute, position) is outcome for position in dispute.positions)


def somebody_conceded(context: Context) -> Iterator[Problem]:
    """What is settled by a concession has a report, of a claim that it is about, by which somebody concedes."""
    graph = context.chronology
    for dispute in graph.disputes.values():
        resolution = dispute.resolution
        if resolution is None or graph.masthead.vocabulary.behaves_as("resolution_rules", resolution.rule) != _GIVEN_UP:
            continue
        named = dict.fromkeys(one for position in dispute.positions for one in (*position.claims, *position.rests_on))
        claims = [found.claim for one in (*named, *resolution.settles) if (found := graph.claims.get(one)) is not None]
        if not any(report.stance in _GIVES_UP for claim in claims for report in claim.reports):
            message = "the rule is 'concession', and no report of its claims concedes anything"
            hint = "record who concedes it, with stance: concedes; or name the rule by which it was settled"
            yield context.problem(dispute, ("resolution", "rule"), Code.NOTHING_CONCEDED, message, hint)


def positions_stand_to_each_other_as_they_are_settled(context: Context) -> Iterator[Problem]:
    """What is open is about one thing, and nothing is left open that a position excludes which stands."""
    for dispute in context.chronology.disputes.values():
        if dispute.status in UNSETTLED and dispute.relation in _BESIDE_EACH_OTHER:
            message = (
                f"the dispute is '{dispute.status}', and its positions are said to be about different things or times"
            )
            hint = "where that is known, the status is not-a-conflict; else the relation is exclusive or both-possible"
            yield context.problem(dispute, ("relation",), Code.RELATION_UNFIT, message, hint)
        yield from _open_though_excluded(context, dispute)


def _open_though_excluded(context: Context, dispute: Dispute) -> Iterator[Problem]:
    found = [verdict(context.chronology, dispute, position) for position in dispute.positions]
    outcome = dispute.resolution.outcome if dispute.resolution else ()
    if dispute.relation != "exclusive" or Outcome.SETTLED_STANDS not in found:
        return
    so = dispute.positions[found.index(Outcome.SETTLED_STANDS)].id
    for index, position in enumerate(dispute.positions):
        if found[index] is Outcome.OPEN and position.id not in outcome:
            message = f"position '{position.id}' is still open, and '{so}', which excludes it, stands"
            hint = "say under settles which claims of it fall, or change the relation to both-possible"
            yield context.problem(dispute, ("positions", index), Code.RELATION_UNFIT, message, hint)


def _example(dispute: Dispute) -> str:
    """Return a claim that the resolution may settle as one that stands, of a position in its outcome if it has any."""
    outcome = dispute.resolution.outcome if dispute.resolution else ()
    in_order = sorted(dispute.positions, key=lambda position: position.id not in outcome)
    return next((claim for position in in_order for claim in position.claims), "event-id#claim-id")


def _settled_against_its_outcome(context: Context, dispute: Dispute, resolution: Resolution) -> Iterator[Problem]:
    """Tell a claim that is settled against the only positions that state it; those of a figure's dispute may differ."""
    for reference, how in resolution.settles.items():
        stating = [one for one in dispute.positions if reference in one.claims]
        holds = {(one.id in resolution.outcome) == (one.stance == "asserts") for one in stating}
        if resolution.outcome and len(holds) == 1 and holds != {how == "stands"}:
            where = " and ".join(f"'{one.id}'" for one in stating)
            message = f"'{reference}' is settled as one that {how}, against the outcome for position {where}"
            hint = "correct the outcome or the settlement, or list the claim under rests_on if it is mere evidence"
            steps = ("resolution", "settles", reference)
            yield context.problem(dispute, steps, Code.SETTLED_BOTH_WAYS, message, hint)


def what_fell_carries_nothing(context: Context) -> Iterator[Problem]:
    """No position that stands rests on a claim that was settled as one that falls."""
    graph = context.chronology
    fallen = {reference: all_[-1] for reference, all_ in graph.settlements.items() if not all_[-1].stands}
    for dispute in graph.disputes.values():
        standing = dispute.resolution.outcome if dispute.resolution is not None else ()
        for index, position in enumerate(dispute.positions):
            for number, reference in enumerate(position.rests_on if position.id in standing else ()):
                if reference in fallen:
                    by = fallen[reference].dispute.id
                    message = f"position '{position.id}' stands on '{reference}', which fell in dispute '{by}'"
                    hint = "take the claim away, or look at the resolution again"
                    yield context.problem(
                        dispute, ("positions", index, "rests_on", number), Code.RESTS_ON_FALLEN, message, hint
                    )
