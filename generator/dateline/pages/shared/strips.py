"""Control strips: who says that who held a place, along time, a row for each side and one for each speaker."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from dateline.ground.collation import Key, by_name
from dateline.ground.dates import Day
from dateline.ground.dates.in_words import days_in_words, in_words
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.side_marks import FURTHER, NO_SIDE, mark_of_actor, sides_by_mark
from dateline.pages.shared.time_of_claims import time_of
from dateline.pages.shared.views import Link
from dateline.pages.wording import words
from dateline.records.chronology import ClaimInContext, claim_order
from dateline.records.rules.attribution import supports
from dateline.records.rules.standing import Outcome
from dateline.records.types import Control

_FEW: Final = 4
"""So many speakers need no summary."""
_WRONG: Final = frozenset({Outcome.SETTLED_FALLS, Outcome.TAKEN_BACK})


@dataclass(frozen=True, slots=True)
class StripMark:
    """One claim of control as one speaker or side makes it: from `first` to `last`, both included.

    `holder` is the mark of the holder's side; holders on no side that are several have numbers after the marks.
    `is_wrong` is whether the claim was settled as wrong, or taken back.  `disputes` are the numbers of the strip's
    disputes that it is in; `lane` tells marks of one row apart that share a day, from 0.
    """

    first: Day
    last: Day
    is_certain: bool
    holder: int
    holder_name: str
    extent: str
    collides: bool
    label: str
    address: str
    is_wrong: bool = False
    disputes: tuple[int, ...] = ()
    lane: int = 0


_ONE_LANE: Final = 30
"""A longer name takes more than the two lines for which a row of one lane has room on a phone."""


@dataclass(frozen=True, slots=True)
class StripRow:
    """What a speaker, or a side, says about who held the place; it has room for as many `lanes` of marks."""

    name: str
    side: int
    """The mark of the side on which the speaker is placed."""
    marks: tuple[StripMark, ...]
    lanes: int = 1
    speaker: Link | None = None
    """None for a side."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StripDispute:
    """A dispute about the strip's claims, from the first day of one to the last of another."""

    number: int
    dispute: Link
    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class StripKey:
    """A mark with what it stands for: a side, where it is one, and the holders that the rows name."""

    mark: int
    side: str
    holders: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StripView:
    """A control strip: a row for each speaker, by their sides; where they are many, one for each side as well."""

    title: str
    place: str
    keys: tuple[StripKey, ...]
    rows: tuple[StripRow, ...]
    summary: tuple[StripRow, ...] = ()
    disputes: tuple[StripDispute, ...] = ()

    @property
    def first(self) -> tuple[StripRow, ...]:
        """The rows to show at once."""
        return self.summary or self.rows

    @property
    def has_unsure(self) -> bool:
        """Whether it has a claim whose days are not certain."""
        return any(not mark.is_certain for row in self.rows for mark in row.marks)

    @property
    def has_collisions(self) -> bool:
        """Whether it has a claim that collides with another, and is not settled as wrong."""
        return any(mark.collides and not mark.is_wrong for row in self.rows for mark in row.marks)

    @property
    def has_wrong(self) -> bool:
        """Whether anything that it shows was settled as wrong."""
        return any(mark.is_wrong for row in self.rows for mark in row.marks)


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
    disputes = _disputes(edition, shown) if with_disputes else ()
    made = _Marking(edition, shown, {one.dispute.address: one.number for one in disputes})
    rows: dict[str, list[StripMark]] = {}
    for context in shown:
        for speaker, reports in made.speakers(context).items():
            rows.setdefault(speaker, []).append(made.mark(context, speaker, reports))
    place = edition.place_name(place_id)
    in_order = sorted((made.row(speaker, marks) for speaker, marks in rows.items()), key=_order)
    return StripView(
        title=edition.language.gettext("Who is said to have held %(place)s, and by whom", place=place),
        place=place,
        keys=made.keys(),
        rows=tuple(in_order),
        summary=tuple(_summary(edition, in_order)) if len(in_order) > _FEW else (),
        disputes=disputes,
    )


def _is_drawn(context: ClaimInContext, place_id: str) -> bool:
    control, when = context.claim.control, time_of(context)
    is_bounded = when.earliest is not None and when.latest is not None
    return control is not None and control.place == place_id and is_bounded


def _order(row: StripRow) -> tuple[bool, int, Day, Key]:
    return row.side == NO_SIDE, row.side, min(mark.first for mark in row.marks), by_name(row.name)


class _Marking:
    """Claims of control as marks, with the numbers of their holders."""

    def __init__(self, edition: Edition, contexts: Iterable[ClaimInContext], numbers: Mapping[str, int]) -> None:
        self.edition, self.numbers = edition, numbers
        held = [context.claim.control.holder for context in contexts if context.claim.control]
        further = count(FURTHER + 1)
        self.holders: dict[str, int] = {}
        for holder in dict.fromkeys(held):
            mark = mark_of_actor(edition, holder)
            is_taken = mark == NO_SIDE and NO_SIDE in self.holders.values()
            self.holders[holder] = next(further) if is_taken else mark

    def keys(self) -> tuple[StripKey, ...]:
        marks = sorted(set(self.holders.values()), key=lambda mark: (mark == NO_SIDE or mark > FURTHER, mark))
        sides = dict(sides_by_mark(self.edition, (mark for mark in marks if NO_SIDE < mark <= FURTHER)))
        return tuple(
            StripKey(
                mark,
                sides.get(mark, ""),
                tuple(self.edition.actor(holder) for holder, its in self.holders.items() if its == mark),
            )
            for mark in marks
        )

    def speakers(self, context: ClaimInContext) -> Counter[str]:
        chronology = self.edition.chronology
        counted = (one for one in context.claim.reports if supports(one) and chronology.counts(one))
        return Counter(chronology.origin(report) for report in counted)

    def row(self, speaker: str, marks: list[StripMark]) -> StripRow:
        link = self.edition.actor(speaker)
        return _row(StripRow(link.text, mark_of_actor(self.edition, speaker), (), 1, link), marks)

    def mark(self, context: ClaimInContext, speaker: str, reports: int) -> StripMark:
        edition, event, claim, when = self.edition, context.event, context.claim, time_of(context)
        control = claim.control
        assert control is not None  # noqa: S101 - only claims of control are drawn
        assert when.earliest is not None  # noqa: S101 - the same
        assert when.latest is not None  # noqa: S101 - the same
        disputes = edition.chronology.disputes_by_claim.get(context.reference, ()) if self.numbers else ()
        label = self._label(context, control, speaker)
        told = edition.language.ngettext("%(count)s report", "%(count)s reports", reports)
        return StripMark(
            first=when.earliest,
            last=when.latest,
            is_certain=bool(context.compared.certain),
            holder=self.holders[control.holder],
            holder_name=edition.chronology.actors[control.holder].name,
            extent=control.extent,
            collides=context.reference in edition.colliding_holders,
            label=f"{label} ({told})" if reports > 1 else label,
            address=edition.claim_address(event, claim),
            is_wrong=edition.outcome(event, claim) in _WRONG,
            disputes=tuple(sorted(self.numbers[edition.dispute(dispute).address] for dispute in disputes)),
        )

    def _label(self, context: ClaimInContext, control: Control, speaker: str) -> str:
        language, actors = self.edition.language, self.edition.chronology.actors
        return language.gettext(
            "%(speaker)s: %(holder)s, %(extent)s, %(when)s",
            speaker=actors[speaker].name,
            holder=actors[control.holder].name,
            extent=language.gettext(words.EXTENT_LABEL[control.extent]),
            when=in_words(time_of(context), language),
        )


def _row(row: StripRow, marks: Iterable[StripMark]) -> StripRow:
    """Return a row with marks that stand in as few lanes as need be for none to lie on another."""
    ends: list[Day] = []
    placed: list[StripMark] = []
    for mark in sorted(marks, key=lambda one: one.first):  # in their order, so that none begins before the last
        lane = next((index for index, end in enumerate(ends) if end < mark.first), len(ends))
        ends[lane : lane + 1] = [mark.last]
        placed.append(replace(mark, lane=lane))
    return replace(row, marks=tuple(placed), lanes=max(len(ends), 2 if len(row.name) > _ONE_LANE else 1))


def _summary(edition: Edition, rows: list[StripRow]) -> Iterable[StripRow]:
    """Yield a row for each side of the speakers, who are in the order of their sides."""
    for side, label in sides_by_mark(edition, (row.side for row in rows)):
        of_side = [row for row in rows if row.side == side]
        marks = sorted(_joined(edition, label, of_side), key=lambda mark: (mark.first, mark.last, mark.holder))
        told = edition.language.ngettext("%(count)s speaker", "%(count)s speakers", len(of_side))
        yield _row(StripRow(label, side, (), note=told), marks)


def _joined(edition: Edition, side: str, rows: list[StripRow]) -> Iterable[StripMark]:
    """Yield one mark for all who name one side of the same days; it leads to the claim that most of them make."""
    groups: dict[tuple[Day, Day, int, bool], list[tuple[str, StripMark]]] = {}
    for row in rows:
        for mark in row.marks:
            groups.setdefault((mark.first, mark.last, mark.holder, mark.is_wrong), []).append((row.name, mark))
    language = edition.language
    for said_by in groups.values():
        marks = [mark for _, mark in said_by]
        said = Counter(mark.address for mark in marks)
        chief = max(marks, key=lambda mark: said[mark.address])
        extents = dict.fromkeys(mark.extent for mark in sorted(marks, key=lambda mark: -said[mark.address]))
        label = language.gettext(
            "%(side)s: %(holder)s, %(extents)s, %(when)s",
            side=side,
            holder=language.listed(dict.fromkeys(mark.holder_name for mark in marks)),
            extents=language.listed(language.gettext(words.EXTENT_LABEL[extent]) for extent in extents),
            when=days_in_words(chief.first, chief.last, language),
        )
        speakers = len({name for name, _ in said_by})
        told = language.ngettext("%(count)s speaker", "%(count)s speakers", speakers)
        yield replace(
            chief,
            label=f"{label} ({told})",
            is_certain=all(mark.is_certain for mark in marks),
            collides=any(mark.collides for mark in marks),
            disputes=tuple(sorted({number for mark in marks for number in mark.disputes})),
        )


def _disputes(edition: Edition, contexts: list[ClaimInContext]) -> tuple[StripDispute, ...]:
    spans: dict[str, list[Day]] = {}
    links: dict[str, Link] = {}
    for context in contexts:
        when = time_of(context)
        for dispute in edition.chronology.disputes_by_claim.get(context.reference, ()):
            links[dispute.id] = edition.dispute(dispute)
            spans.setdefault(dispute.id, []).extend(day for day in (when.earliest, when.latest) if day)
    in_order = sorted(spans, key=lambda id_: (min(spans[id_]), max(spans[id_]), id_))
    return tuple(
        StripDispute(number, links[id_], min(spans[id_]), max(spans[id_])) for number, id_ in enumerate(in_order, 1)
    )
