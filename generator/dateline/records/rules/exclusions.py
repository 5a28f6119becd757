"""Which positions of a dispute cannot both be so, as far as the records show it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from dateline.records.rules.collisions import Contradiction
from dateline.records.types import Dispute, Standpoint


def colliding_claims(contradictions: Iterable[Contradiction]) -> Mapping[str, frozenset[str]]:
    """Return, for each claim that collides with others, which those are."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in contradictions:
        for left, right in combinations(one.references, 2):
            found[left].add(right)
            found[right].add(left)
    return {claim: frozenset(others) for claim, others in found.items()}


def exclusions(dispute: Dispute, colliding: Mapping[str, frozenset[str]]) -> Iterator[tuple[Standpoint, Standpoint]]:
    """Yield each pair of positions that exclude each other.

    One denies what the other states, or both state what cannot both be true.
    """
    for one, other in combinations(dispute.positions, 2):
        if one.stance != other.stance:
            is_excluded = not set(one.claims).isdisjoint(other.claims)
        else:
            pairs = product(one.claims, other.claims) if one.stance == "asserts" else ()
            is_excluded = any(right in colliding.get(left, ()) for left, right in pairs)
        if is_excluded:
            yield one, other
