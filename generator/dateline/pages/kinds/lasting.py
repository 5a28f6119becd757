"""The lasting address of an event, events/ID/: a small page that says what is said and leads to where it stands now."""

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar, Final

from dateline.ground import escaping
from dateline.ground.dates import in_words, parse
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.moved import MovedView, claims_removed_from, moved_from, now_at
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses, words
from dateline.records.types import Claim, Event, Tombstone

LARGEST: Final = 3000
"""The bytes that such a page may have."""
_FRAME: Final = 1370
"""What a page takes besides texts and claims."""
_ROW: Final = 42
_ANCHOR: Final = 16
"""What an entry takes besides its texts and addresses, and what the bare anchor of a claim takes."""
_LONGEST: Final = 160
_LONGEST_NAME: Final = 120
_LONGEST_NOTE: Final = 500


@dataclass(frozen=True, slots=True)
class LastingClaim:
    """A claim with its standing, and where it stands with its reports."""

    id: str
    text: str
    standing: str
    address: str


@dataclass(frozen=True, slots=True)
class LastingView:
    """A page without the theme's frame, at an address that stays.

    `now` is where it leads; `canonical` the page that search engines are to list instead,
    whole, and empty where the site's address is not known.  Where `listed` is false, they
    are to list nothing.
    """

    template: ClassVar[str] = "lasting.html"
    address: str
    own: str
    """Its own address, whole; empty where the site's is not known."""
    site: str
    """The site's address; empty where that is not known."""
    title: str
    chronology: str
    description: str
    direction: str
    canonical: str
    listed: bool
    now: Link | None
    kind: str = ""
    claims: tuple[LastingClaim, ...] = ()
    others: tuple[str, ...] = ()
    """The anchors of the claims that there is no room for."""
    more: int = 0
    """How many these are."""
    moved: tuple[MovedView, ...] = ()
    """What stood on a day's page that nothing else stands on any more, or what was removed."""


def event_page(edition: Edition, event: Event) -> LastingView:
    """Return the page of an event."""
    now = edition.event(event)
    title = _shortened(event.title, _LONGEST)
    count = words.plural(len(event.claims), "claim")
    room = _room(edition, title) - 2 * len(event.id)
    removed, unseen = _removed(edition, event, room // 2)
    room -= sum(map(_cost_of_row, removed)) + sum(_ANCHOR + len(id_) for id_ in unseen)
    claims, others = _within(room, [_claim(edition, event, claim) for claim in event.claims])
    view = _view(
        edition,
        addresses.lasting_address(event.id),
        title,
        f"{now.note}. {count}, each with who says so, and where.",
        now,
    )
    return replace(
        view,
        kind=edition.term("event_kinds", event.kind),
        claims=claims,
        others=(*others, *unseen),
        more=len(event.claims) - len(claims),
        moved=removed,
    )


def _removed(edition: Edition, event: Event | Tombstone, room: int) -> tuple[tuple[MovedView, ...], tuple[str, ...]]:
    """Return the claims that were removed and that there is room for, and the anchors of the others."""
    shown: list[MovedView] = []
    unseen: list[str] = []
    for claim in claims_removed_from(edition, event):
        anchor = claim.id.partition("--")[2]
        row = replace(claim, id=anchor, note=_shortened(claim.note, _LONGEST), now=_brief(claim.now))
        if unseen or sum(map(_cost_of_row, (*shown, row))) > room:
            unseen.append(anchor)
        else:
            shown.append(row)
    return tuple(shown), tuple(unseen)


def _cost_of_row(row: MovedView) -> int:
    link = len(row.now.address) + _cost(row.now.text) + _cost(row.now.note) if row.now else 0
    return 4 * _ROW + len(row.id) + _cost(row.title) + _cost(row.removed) + _cost(row.note) + link


def _claim(edition: Edition, event: Event, claim: Claim) -> LastingClaim:
    label = words.STANDING_LABEL[edition.standing(event, claim)]
    return LastingClaim(claim.id, _shortened(claim.text, _LONGEST), label, edition.claim_address(event, claim))


def _within(room: int, claims: list[LastingClaim]) -> tuple[tuple[LastingClaim, ...], tuple[str, ...]]:
    """Return the claims that there is room for, and the anchors of the others, as far as there is room for these."""
    left = room - sum(_ANCHOR + len(claim.id) for claim in claims)
    if left < 0:
        return (), ()
    shown = 0
    for claim in claims:
        left -= _ROW + _cost(claim.text) + _cost(claim.standing) + len(claim.address)
        if left < 0:
            break
        shown += 1
    return tuple(claims[:shown]), tuple(claim.id for claim in claims[shown:])


def stone_page(edition: Edition, stone: Tombstone) -> LastingView:
    """Return the page of an event that was removed or merged."""
    now = now_at(edition, stone.kind, stone.id)
    note, title = _shortened(stone.note, _LONGEST_NOTE), f"Removed: {stone.id}"
    row = MovedView(stone.id, (), "", in_words(stone.date), note, _brief(now))
    claims, unseen = _removed(edition, stone, (_room(edition, title) - _cost_of_row(row)) // 2)
    description = f"This event was removed on {row.removed}."
    view = _view(edition, addresses.lasting_address(stone.id), title, description, now)
    return replace(view, moved=(replace(row, anchors=unseen), *claims))


def _room(edition: Edition, title: str) -> int:
    """Return how many bytes a page has for what is its own, besides its title."""
    name = edition.chronology.masthead.title[:_LONGEST_NAME]
    return LARGEST - _FRAME - 3 * _cost(title) - 2 * _cost(name) - 4 * len(edition.site_url or "")


def left_page(edition: Edition, period: str) -> LastingView:
    """Return the page of a day, month or year on which nothing stands any more, for what stood there before."""
    moved = moved_from(edition, period)
    where = {one.now.address.partition("#")[0]: one.now for one in moved if one.now}
    now = next(iter(where.values())) if len(where) == 1 else None
    description = "What stood here has moved or was removed."
    view = _view(edition, f"days/{period}/", f"Moved from {_in_words(period)}", description, now)
    return replace(view, moved=moved)


def _in_words(period: str) -> str:
    if period == addresses.UNDATED:
        return "the events of no certain year"
    return in_words(parse(period.upper()))


def _view(edition: Edition, address: str, title: str, description: str, now: Link | None) -> LastingView:
    site = edition.site_url or ""
    masthead = edition.chronology.masthead
    return LastingView(
        address=address,
        own=f"{site}{address}" if site else "",
        site=site,
        title=title,
        chronology=_shortened(masthead.title, _LONGEST_NAME),
        description=description,
        direction=words.direction(masthead.language),
        canonical=f"{site}{now.address.partition('#')[0]}" if site and now else "",
        listed=now is not None,
        now=_brief(now),
    )


def _brief(link: Link | None) -> Link | None:
    return link and Link(_shortened(link.text, _LONGEST), link.address, link.note)


def _shortened(text: str, most: int) -> str:
    """Return text of at most so many bytes as they stand in a page; what is left out, "…" says."""
    if _cost(text) <= most:
        return text
    sizes = accumulate(_cost(character) for character in text)
    kept = sum(size <= most - len("…".encode()) for size in sizes)
    return f"{text[:kept].rstrip()}…"


def _cost(text: str) -> int:
    return len(escaping.html(text).encode("utf-8", "surrogatepass"))
