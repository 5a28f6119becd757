"""The page from which any two parties are compared, and what a script needs to do so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from dateline.ground.collation import by_name
from dateline.ground.json_values import compact_json
from dateline.ground.languages import marked
from dateline.pages.kinds.compare_pair import compare_link
from dateline.pages.shared.common_ground import (
    Common,
    common_by_voice,
    common_in_words,
    relations_in_disputes,
)
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.pairs import pairs_with_pages
from dateline.pages.shared.parties import PartyKind, party_name, party_of, reports_by_party
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses

_KINDS: Final = {
    PartyKind.SIDE: marked("Sides"),
    PartyKind.ACTOR: marked("Actors, with their parts and outlets"),
    PartyKind.PUBLISHER: marked("Publishers, by what they printed"),
}
_SHOWN: Final = 15


@dataclass(frozen=True, slots=True)
class PairsOfKind:
    """The pairs of one kind that have pages, with how often the two agree."""

    name: str
    anchor: str
    shown: tuple[Link, ...]
    folded: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page from which any two parties are compared."""

    template: ClassVar[str] = "compare"
    address: ClassVar[str] = addresses.COMPARE
    edit_path: ClassVar[None] = None
    title: str
    is_choice: bool
    """Whether there are two to choose."""
    groups: tuple[PairsOfKind, ...]


def compare_view(edition: Edition) -> CompareView:
    """Return the page from which any two parties are compared."""
    pairs = edition.derived(pairs_with_pages)
    return CompareView(
        title=compare_link(edition).text,
        is_choice=len(edition.derived(reports_by_party)) > 1,
        groups=tuple(_group(edition, kind, pairs[kind.value]) for kind in _KINDS if pairs[kind.value]),
    )


def _group(edition: Edition, kind: PartyKind, pairs: tuple[tuple[str, str], ...]) -> PairsOfKind:
    links = tuple(_link(edition, kind, one, other) for one, other in pairs)
    return PairsOfKind(
        name=edition.language.gettext(_KINDS[kind]),
        anchor=f"_{kind.value}s",
        shown=links[:_SHOWN],
        folded=links[_SHOWN:],
    )


def _link(edition: Edition, kind: PartyKind, one: str, other: str) -> Link:
    found = edition.derived(common_by_voice).get(one, {}).get(other) if kind is PartyKind.ACTOR else None
    if found is None:
        found = Common()
        for relation in relations_in_disputes(edition, one, other):
            found = found.with_one(relation, in_dispute=True)
    return Link(
        pair_title(edition, one, other),
        addresses.pair_address(one, other),
        common_in_words(found, edition.language),
        *edition.own_tongue,
    )


def pair_title(edition: Edition, one: str, other: str) -> str:
    """Return what a comparison is called."""
    names = [party_name(edition, party_of(key)) for key in (one, other)]
    return edition.language.gettext("%(one)s / %(other)s", one=names[0], other=names[1])


def parties_json(edition: Edition) -> str:
    """Return who can be compared, for the script: keys, kinds, names, how much heard, and the pairs that have pages."""
    pairs = edition.derived(pairs_with_pages)
    found = {
        "parties": list(_parties(edition)),
        "pages": [f"{one}/{other}" for kind in _KINDS for one, other in pairs[kind.value]],
    }
    return f"{compact_json(found)}\n"


def _parties(edition: Edition) -> Iterator[tuple[str, str, str, int]]:
    """Yield key, kind and name of each party, in the order in which a reader chooses, and how much it is heard.

    That is so coarse that a further report seldom changes it.
    """
    order = list(_KINDS)
    reports = edition.derived(reports_by_party)
    named = [(party_of(key), key) for key in reports]
    rows = [(order.index(party.kind), party_name(edition, party), key) for party, key in named]
    for kind, name, key in sorted(rows, key=lambda row: (row[0], by_name(row[1]), row[2])):
        yield key, order[kind].value, name, len(reports[key]).bit_length()
