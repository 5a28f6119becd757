"""What a reader can narrow a search by: the values that a document has, or one of its claims."""

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.ground.dates import Edtf
from dateline.pages.search.naming import actor_names, place_names, publishers
from dateline.pages.search.parts import Filters, Value
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import outcomes, words
from dateline.records.types import Claim, Dispute, Event, Report

_DISPUTE_OUTCOMES: Final = {"open": "open", "partly-resolved": "open", "resolved": "settled-dispute"}
"""What a dispute's status is to who asks for an outcome; an open claim and an open dispute are asked for alike."""


def filters(**values: Iterable[Value]) -> Filters:
    """Return filters with the values that there are."""
    found = ((name, tuple(of_name)) for name, of_name in values.items())
    return tuple((name, of_name) for name, of_name in found if of_name)


def of_claim(edition: Edition, event: Event, claim: Claim) -> Filters:
    """Return who speaks in a claim, who published it, and its outcome."""
    outcome = edition.outcome(event, claim)
    return filters(
        actor=_named(edition, {id_ for report in claim.reports for id_ in speakers(edition, report)}),
        source=published_by(edition, [claim]),
        outcome=[(outcome.value, edition.language.gettext(outcomes.OUTCOME_LABEL[outcome]))],
    )


def outcome_of(edition: Edition, dispute: Dispute) -> list[Value]:
    """Return how a dispute stands, as an outcome that is asked for."""
    label = words.status_label(dispute, edition.language)
    id_ = _DISPUTE_OUTCOMES.get(dispute.status, dispute.status)
    if id_ == "open":
        label = edition.language.gettext(words.STATUS_LABEL["open"])
    return [(id_, label)]


def taking_part(edition: Edition, events: Iterable[Event]) -> list[Value]:
    """Return who takes part in events."""
    return _named(edition, {role.actor for event in events for role in event.actors})


def in_places(edition: Edition, events: Iterable[Event]) -> list[Value]:
    """Return where events were."""
    names = edition.derived(place_names)
    return sorted({(at.place, names[at.place].label) for event in events for at in event.places})


def published_by(edition: Edition, claims: Iterable[Claim]) -> list[Value]:
    """Return who published the sources of claims."""
    of_source = edition.derived(publishers)
    return _named(edition, {of_source[report.cite.source] for claim in claims for report in claim.reports} - {""})


def kind_of(edition: Edition, id_: str, label: str) -> list[Value]:
    """Return the kind of a document."""
    return [(id_, edition.language.gettext(label))]


def days(*dates: Edtf) -> list[Value]:
    """Return dates' bounds as values, `2017-11-17` or `2017-11-01/2017-11-30`, each member of a set as its own.

    An open side stays empty.
    """
    return [(bounds, bounds) for bounds in sorted({bounds for when in dates for bounds in _bounds(when)} - {""})]


def speakers(edition: Edition, report: Report) -> tuple[str, ...]:
    """Return who says so, first speaker first: the publisher where nobody else is named."""
    return report.by or (edition.derived(publishers)[edition.chronology.original(report.cite)],)


def _named(edition: Edition, ids: set[str]) -> list[Value]:
    names = edition.derived(actor_names)
    return [(id_, names[id_].label) for id_ in sorted(ids)]


def _bounds(when: Edtf) -> Iterator[str]:
    for one in when.candidates:
        first, last = (day.isoformat() if day else "" for day in (one.earliest, one.latest))
        yield first if first == last else f"{first}/{last}"
