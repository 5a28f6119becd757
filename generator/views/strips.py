"""Control strips: who says that who held a place, along time."""

from dataclasses import dataclass
from datetime import date

from generator.chronology import ClaimInContext
from generator.dates import in_words
from generator.records import Report
from generator.rules.standing import supports
from generator.views import addresses, words
from generator.views.edition import Edition, Link


@dataclass(frozen=True, slots=True)
class StripMark:
    """One claim of control as one speaker makes it: from `first` to `last`, both included."""

    first: date
    last: date
    is_certain: bool
    holder: int
    extent: str
    collides: bool
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class StripRow:
    """What one speaker says about who held the place."""

    speaker: Link
    marks: tuple[StripMark, ...]


@dataclass(frozen=True, slots=True)
class StripView:
    """A control strip: a row per speaker, and the holders that the rows name, each with its number on the site."""

    title: str
    place: str
    holders: tuple[tuple[int, Link], ...]
    rows: tuple[StripRow, ...]


def strip_of(edition: Edition, place_id: str, contexts: list[ClaimInContext]) -> StripView | None:
    """Return the strip of those claims that are about who held a place, or None if there is none to draw."""
    shown = [context for context in contexts if _is_drawn(context, place_id)]
    if not shown:
        return None
    holders = dict.fromkeys(context.claim.control.holder for context in shown if context.claim.control)
    rows: dict[str, list[StripMark]] = {}
    for context in shown:
        for report in context.claim.reports:
            if supports(report):
                speaker = edition.chronology.origin(report)
                rows.setdefault(speaker, []).append(_mark(edition, context, report))
    place = edition.chronology.places[place_id].name
    return StripView(
        title=f"Who held {place}, as each speaker has it",
        place=place,
        holders=tuple((edition.holder_numbers[holder], edition.actor(holder)) for holder in holders),
        rows=tuple(StripRow(edition.actor(speaker), tuple(marks)) for speaker, marks in rows.items()),
    )


def _is_drawn(context: ClaimInContext, place_id: str) -> bool:
    control, when = context.claim.control, context.event.date
    is_bounded = when.earliest is not None and when.latest is not None
    return control is not None and control.place == place_id and is_bounded


def _mark(edition: Edition, context: ClaimInContext, report: Report) -> StripMark:
    event, claim, when = context.event, context.claim, context.event.date
    control = claim.control
    assert control is not None  # noqa: S101 - only claims of control are drawn
    assert when.earliest is not None  # noqa: S101 - the same
    assert when.latest is not None  # noqa: S101 - the same
    speaker = edition.chronology.actors[edition.chronology.origin(report)].name
    holder = edition.chronology.actors[control.holder].name
    return StripMark(
        first=when.earliest,
        last=when.latest,
        is_certain=when.day is not None or "/" in when.text,
        holder=edition.holder_numbers[control.holder],
        extent=control.extent,
        collides=context.reference in edition.colliding_holders,
        label=f"{speaker}: {holder}, {words.EXTENT_LABEL[control.extent]}, {in_words(when)}",
        address=addresses.claim_address(event, claim),
    )
