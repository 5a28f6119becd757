"""Which pairs of parties have a page: those that share most disputes, so that pages grow as records do."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Final

from dateline.pages.shared.common_ground import heard_most, parties_by_dispute
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.parties import PartyKind, party_of, reports_by_party

FEWEST_PAIRS: Final = 8
"""How many pairs of a kind may have pages in any case."""
MOST_PAIRS: Final = 400
"""How many may have them at most: their list is one page."""
DISPUTES_A_PAIR: Final[Mapping[PartyKind, int]] = {PartyKind.ACTOR: 3, PartyKind.PUBLISHER: 12}
"""For so many disputes one more pair of a kind may have a page; sides, of which there are few, have no more."""


@derivation
def pairs_with_pages(edition: Edition) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return, by kind, the pairs that have a page, those first that share most disputes and say most.

    For three disputes one pair of voices has a page, for twelve one of publishers, and eight of each kind in any case.
    """
    shared: dict[PartyKind, defaultdict[tuple[str, str], int]] = {kind: defaultdict(int) for kind in PartyKind}
    for keys in edition.derived(parties_by_dispute).values():
        for kind in PartyKind:
            of_kind = (key for key in keys if party_of(key).kind is kind)
            for pair in combinations(heard_most(edition, of_kind), 2):
                shared[kind][pair] += 1
    return {kind.value: _most_shared(edition, kind, shared[kind]) for kind in PartyKind}


def _most_shared(
    edition: Edition, kind: PartyKind, shared: Mapping[tuple[str, str], int]
) -> tuple[tuple[str, str], ...]:
    reports = edition.derived(reports_by_party)
    disputes = len(edition.chronology.disputes)
    most = disputes // DISPUTES_A_PAIR[kind] if kind in DISPUTES_A_PAIR else 0

    def rank(pair: tuple[str, str]) -> tuple[int, int, tuple[str, str]]:
        return (-shared[pair], -sum(len(reports[key]) for key in pair), pair)

    in_order = sorted(shared, key=rank)
    return tuple(in_order[: min(max(most, FEWEST_PAIRS), MOST_PAIRS)])


@derivation
def partners(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Return the parties with which each has a page of its own."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pairs in edition.derived(pairs_with_pages).values():
        for one, other in pairs:
            found[one].append(other)
            found[other].append(one)
    return {key: tuple(sorted(others)) for key, others in sorted(found.items())}
