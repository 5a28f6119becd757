"""With whom an actor agrees, and whom it contradicts: the way from its page to the comparisons."""

from dataclasses import dataclass
from typing import Final

from dateline.pages.shared.common_ground import Common, common_by_voice, common_in_words
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.pairs import partners
from dateline.pages.shared.parties import reports_by_party
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses

_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Somebody else who is heard on the same matters; the link leads to the comparison."""

    link: Link
    common: str
    """How often the two contradict each other and agree."""


@dataclass(frozen=True, slots=True)
class ComparedView:
    """Those who are heard on most of the same matters, and where any other can be compared."""

    rows: tuple[ComparedRow, ...]
    others: int
    """How many more there are."""
    voice: Link | None
    """Whose word its word is, where that is somebody else's."""
    any: Link
    """The page that compares it with anybody."""


def compared_view(edition: Edition, actor: str) -> ComparedView | None:
    """Return with whom an actor agrees and whom it contradicts; None where nothing is its word."""
    if actor not in edition.derived(reports_by_party):
        return None
    voice = edition.chronology.voices.get(actor, actor)
    common = edition.derived(common_by_voice).get(actor, {})
    in_order = sorted(common, key=lambda other: (-common[other].disputes.total, -common[other].matters, other))
    return ComparedView(
        rows=tuple(_row(edition, actor, other, common[other]) for other in in_order[:_MOST]),
        others=max(len(in_order) - _MOST, 0),
        voice=None if voice == actor else edition.actor(voice),
        any=Link("", f"{addresses.COMPARE}?a={actor}"),
    )


def _row(edition: Edition, actor: str, other: str, common: Common) -> ComparedRow:
    return ComparedRow(_link(edition, actor, other), common_in_words(common, edition.language))


def _link(edition: Edition, actor: str, other: str) -> Link:
    """Return the link to the comparison with another actor; where the two have no page, a script makes it."""
    link = edition.actor(other)
    has_page = other in edition.derived(partners).get(actor, ())
    address = addresses.pair_address(actor, other) if has_page else f"{addresses.COMPARE}?a={actor}&b={other}"
    return Link(link.text, address, "", link.lang, link.dir)
