"""The lasting address of an event, events/ID/: a small page that says what is said and leads to where it stands now."""

from dataclasses import dataclass, replace
from typing import ClassVar, Final

from dateline.ground.dates import in_words, period_in_words
from dateline.ground.languages import Language
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.moved import MovedView, claims_removed_from, moved_from, now_at
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses, outcomes
from dateline.pages.wording.shortening import shortened as _shortened
from dateline.pages.wording.shortening import size_in_html as _cost
from dateline.records.types import Claim, Event, RecordKind, Tombstone
from dateline.records.withholding import Held

LARGEST: Final = 3000
"""The bytes that such a page may have, unless its claims need more."""
_FRAME: Final = 1060
"""What a page takes besides texts and claims."""
_ROW: Final = 56
"""What an entry takes besides its texts and addresses."""
_LONGEST: Final = 160
_SHORTENED: Final = 100
"""The bytes that each claim's text keeps in any case: a reader must see which claim it is."""
_LONGEST_NAME: Final = 120
_LONGEST_NOTE: Final = 500


@dataclass(frozen=True, slots=True)
class LastingClaim:
    """A claim with its outcome, and where it stands with its reports."""

    id: str
    text: str
    outcome: str
    outcome_label: str
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
    moved: tuple[MovedView, ...] = ()
    """What stood on a day's page that nothing else stands on any more, or what was removed."""


def event_page(edition: Edition, event: Event) -> LastingView:
    """Return the page of an event: a line for each claim, also where these need more than the page should have."""
    now = edition.event(event)
    title = _shortened(event.title, _LONGEST)
    language = edition.language
    room = _room(edition, title) - 2 * len(event.id)
    claims = [_claim(edition, event, claim) for claim in event.claims]
    removed = _removed(edition, event)
    room -= sum(map(_cost_of_claim, claims)) + sum(map(_cost_of_row, removed))
    longest = _longest(room, [*(claim.text for claim in claims), *(one.note for one in removed)])
    view = _view(
        edition,
        addresses.lasting_address(event.id),
        title,
        language.ngettext(
            "%(date)s. %(count)s claim, each with who says so, and where.",
            "%(date)s. %(count)s claims, each with who says so, and where.",
            len(event.claims),
            date=now.note,
        ),
        now,
    )
    return replace(
        view,
        kind=edition.term("event_kinds", event.kind),
        claims=tuple(replace(claim, text=_shortened(claim.text, longest)) for claim in claims),
        moved=_shorter(removed, longest),
    )


def _removed(edition: Edition, event: Event | Tombstone) -> list[MovedView]:
    """Return the claims that were removed from an event, at the anchors that they have on its page."""
    return [replace(one, id=one.id.partition("--")[2]) for one in claims_removed_from(edition, event)]


def _shorter(removed: list[MovedView], longest: int) -> tuple[MovedView, ...]:
    return tuple(replace(one, note=_shortened(one.note, longest), now=_brief(one.now, _SHORTENED)) for one in removed)


def _cost_of_claim(claim: LastingClaim) -> int:
    """Return what a claim takes besides its text."""
    return _ROW + len(claim.id) + len(claim.outcome) + _cost(claim.outcome_label) + len(claim.address)


def _cost_of_row(row: MovedView) -> int:
    """Return what the entry of a removed claim takes besides the note, what took its place at its shortest."""
    link = len(row.now.address) + min(_cost(row.now.text), _SHORTENED) + _cost(row.now.note) if row.now else 0
    return 4 * _ROW + len(row.id) + _cost(row.title) + _cost(row.removed) + link


def _longest(room: int, texts: list[str]) -> int:
    """Return to how many bytes texts are to be shortened, and no more than that, so that there is room for them."""
    costs = list(map(_cost, texts))
    fitting = (most for most in range(_LONGEST, _SHORTENED, -1) if sum(min(cost, most) for cost in costs) <= room)
    return next(fitting, _SHORTENED)


def _claim(edition: Edition, event: Event, claim: Claim) -> LastingClaim:
    outcome = edition.outcome(event, claim)
    label = edition.language.gettext(outcomes.OUTCOME_LABEL[outcome])
    return LastingClaim(claim.id, claim.text, outcome.value, label, edition.claim_address(event, claim))


def stone_page(edition: Edition, stone: Tombstone) -> LastingView:
    """Return the page of an event that was removed or merged, with a line for each claim that was removed from it."""
    now = now_at(edition, stone.kind, stone.id)
    language, note = edition.language, _shortened(stone.note, _LONGEST_NOTE)
    title = language.gettext("Removed: %(id)s", id=stone.id)
    row = MovedView(stone.id, (), "", in_words(stone.date, language), note, _brief(now))
    removed = _removed(edition, stone)
    room = _room(edition, title) - sum(map(_cost_of_row, (row, *removed))) - _cost(note)
    claims = _shorter(removed, _longest(room, [one.note for one in removed]))
    description = language.gettext("This event was removed on %(date)s.", date=row.removed)
    view = _view(edition, addresses.lasting_address(stone.id), title, description, now)
    return replace(view, moved=(row, *claims))


def withheld_page(edition: Edition, held: Held) -> LastingView:
    """Return the page of what is withheld: that it is, since when, and nothing else."""
    event, _, claim = held.id.partition("#")
    address = addresses.claim_page_address(event, claim) if claim else _lasting_address(held)
    day = in_words(held.since, edition.language)
    title = edition.language.gettext("Withheld since %(date)s", date=day)
    description = edition.language.gettext("What stood or would stand here is withheld since %(date)s.", date=day)
    return _view(edition, address, title, description, None)


def _lasting_address(held: Held) -> str:
    kind = RecordKind(held.kind)
    return addresses.lasting_address(held.id) if kind is RecordKind.EVENT else addresses.page_address(kind, held.id)


def _room(edition: Edition, title: str) -> int:
    """Return how many bytes a page has for what is its own, besides its title."""
    name = edition.chronology.masthead.title[:_LONGEST_NAME]
    return LARGEST - _FRAME - 3 * _cost(title) - 2 * _cost(name) - 4 * len(edition.site_url or "")


def left_page(edition: Edition, period: str) -> LastingView:
    """Return the page of a day, month or year on which nothing stands any more, for what stood there before."""
    moved = moved_from(edition, period)
    where = {one.now.address.partition("#")[0]: one.now for one in moved if one.now}
    now = next(iter(where.values())) if len(where) == 1 else None
    description = edition.language.gettext("What stood here has moved or was removed.")
    view = _view(edition, f"days/{period}/", _moved_from(period, edition.language), description, now)
    return replace(view, moved=moved)


def _moved_from(period: str, language: Language) -> str:
    if period == addresses.UNDATED:
        return language.gettext("Moved from the events of an unknown year")
    if period == addresses.WIDE:
        return language.gettext("Moved from the events of a long or open time")
    return language.gettext("Moved from %(time)s", time=period_in_words(period, language))


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
        direction=edition.language.direction,
        canonical=f"{site}{now.address.partition('#')[0]}" if site and now else "",
        listed=now is not None,
        now=_brief(now),
    )


def _brief(link: Link | None, longest: int = _LONGEST) -> Link | None:
    return link and Link(_shortened(link.text, longest), link.address, link.note)
