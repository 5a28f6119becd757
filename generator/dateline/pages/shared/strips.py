"""Control strips: who says that who held a place, along time."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.ground.collation import Key, by_name
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.side_marks import mark_of_actor
from dateline.pages.shared.views import Link
from dateline.pages.wording import words
from dateline.records.chronology import ClaimInContext, claim_order
from dateline.records.rules.attribution import supports

_MOST_SHOWN: Final = 16
"""Rows beyond are folded away, one click from the reader."""


@dataclass(frozen=True, slots=True)
class StripMark:
    """One claim of control as one speaker makes it: from `first` to `last`, both included.

    `disputes` are the numbers of the strip's disputes that the claim is in; `lane` tells
    marks of one row apart that share a day, from 0.
    """

    first: date
    last: date
    is_certain: bool
    holder: int
    extent: str
    collides: bool
    label: str
    address: str
    disputes: tuple[int, ...] = ()
    lane: int = 0


@dataclass(frozen=True, slots=True)
class StripRow:
    """What one speaker says about who held the place; `lanes` is how many marks stand above each other."""

    speaker: Link
    marks: tuple[StripMark, ...]
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class StripDispute:
    """A dispute about the strip's claims, from the first day of one to the last of another."""

    number: int
    dispute: Link
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class StripView:
    """A control strip: a row per speaker, and the holders that the rows name, each with the mark of its side.

    The rows of speakers whose claims are disputed come first, those with earlier claims before others.
    """

    title: str
    place: str
    holders: tuple[tuple[int, Link], ...]
    rows: tuple[StripRow, ...]
    disputes: tuple[StripDispute, ...] = ()

    @property
    def shown(self) -> tuple[StripRow, ...]:
        """The rows to show at once."""
        return self.rows if len(self.rows) <= _MOST_SHOWN + 2 else self.rows[:_MOST_SHOWN]

    @property
    def folded(self) -> tuple[StripRow, ...]:
        """The other rows."""
        return self.rows[len(self.shown) :]


def strip_of(
    edition: Edition, place_id: str, contexts: list[ClaimInContext], *, with_disputes: bool = False
) -> StripView | None:
    """Return the strip of those claims that are about who held a place, or None if there is none to draw.

    With `with_disputes`, the disputes that the claims are in are numbered and shown.
    """
    drawn = (context for context in contexts if _is_drawn(context, place_id))
    shown = sorted(drawn, key=claim_order)
    if not shown:
        return None
    holders = dict.fromkeys(context.claim.control.holder for context in shown if context.claim.control)
    disputes = _disputes(edition, shown) if with_disputes else ()
    numbers = {one.dispute.address: one.number for one in disputes}
    rows: dict[str, list[StripMark]] = {}
    for context in shown:
        said = Counter(
            edition.chronology.origin(report)
            for report in context.claim.reports
            if supports(report) and edition.chronology.counts(report)
        )
        for speaker, reports in said.items():
            rows.setdefault(speaker, []).append(_mark(edition, context, speaker, reports, numbers))
    place = edition.chronology.places[place_id].name
    in_order = sorted((_row(edition.actor(speaker), marks) for speaker, marks in rows.items()), key=_order)
    return StripView(
        title=edition.language.gettext("Who held %(place)s, as each speaker has it", place=place),
        place=place,
        holders=tuple((mark_of_actor(edition, holder), edition.actor(holder)) for holder in holders),
        rows=tuple(in_order),
        disputes=disputes,
    )


def _is_drawn(context: ClaimInContext, place_id: str) -> bool:
    control, when = context.claim.control, context.event.date
    is_bounded = when.earliest is not None and when.latest is not None
    return control is not None and control.place == place_id and is_bounded


def _order(row: StripRow) -> tuple[bool, date, Key, str]:
    is_undisputed = not any(mark.disputes or mark.collides for mark in row.marks)
    first = min(mark.first for mark in row.marks)
    return is_undisputed, first, by_name(row.speaker.text), row.speaker.address


def _row(speaker: Link, marks: list[StripMark]) -> StripRow:
    """Return a row whose marks stand in as few lanes as need be for none to lie on another."""
    ends: list[date] = []
    placed: list[StripMark] = []
    for mark in marks:  # in their order, so that none begins before the last
        lane = next((index for index, end in enumerate(ends) if end < mark.first), len(ends))
        ends[lane : lane + 1] = [mark.last]
        placed.append(replace(mark, lane=lane))
    return StripRow(speaker, tuple(placed), len(ends))


def _disputes(edition: Edition, contexts: list[ClaimInContext]) -> tuple[StripDispute, ...]:
    spans: dict[str, list[date]] = {}
    links: dict[str, Link] = {}
    for context in contexts:
        when = context.event.date
        for dispute in edition.chronology.disputes_by_claim.get(context.reference, ()):
            links[dispute.id] = edition.dispute(dispute)
            spans.setdefault(dispute.id, []).extend(day for day in (when.earliest, when.latest) if day)
    in_order = sorted(spans, key=lambda id_: (min(spans[id_]), max(spans[id_]), id_))
    return tuple(
        StripDispute(number, links[id_], min(spans[id_]), max(spans[id_])) for number, id_ in enumerate(in_order, 1)
    )


def _mark(edition: Edition, context: ClaimInContext, speaker: str, reports: int, numbers: dict[str, int]) -> StripMark:
    event, claim, when = context.event, context.claim, context.event.date
    control = claim.control
    assert control is not None  # noqa: S101 - only claims of control are drawn
    assert when.earliest is not None  # noqa: S101 - the same
    assert when.latest is not None  # noqa: S101 - the same
    name = edition.chronology.actors[speaker].name
    holder = edition.chronology.actors[control.holder].name
    disputes = edition.chronology.disputes_by_claim.get(context.reference, ()) if numbers else ()
    label = edition.language.gettext(
        "%(speaker)s: %(holder)s, %(extent)s, %(when)s",
        speaker=name,
        holder=holder,
        extent=edition.language.gettext(words.EXTENT_LABEL[control.extent]),
        when=words.when(event, edition.language),
    )
    told = edition.language.ngettext("%(count)s report", "%(count)s reports", reports)
    return StripMark(
        first=when.earliest,
        last=when.latest,
        is_certain=bool(event.compared.certain),
        holder=mark_of_actor(edition, control.holder),
        extent=control.extent,
        collides=context.reference in edition.colliding_holders,
        label=f"{label} ({told})" if reports > 1 else label,
        address=edition.claim_address(event, claim),
        disputes=tuple(sorted(numbers[edition.dispute(dispute).address] for dispute in disputes)),
    )
