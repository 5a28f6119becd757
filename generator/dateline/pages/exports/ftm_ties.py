"""What records say of one another, as the links of FollowTheMoney: who said what, who is part of what, and so on."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.ground.json_values import JsonObject
from dateline.pages.exports.ftm_things import kind_in_ftm
from dateline.pages.exports.ftm_values import Values, actor_ids, date_of, entity, id_of, resting_on
from dateline.pages.shared.edition import Edition
from dateline.records.types import Actor, Dispute, Event, Place, Record, Report
from dateline.records.types.dated_facts import Dated

_BODIES: Final = frozenset({"Organization", "PublicBody"})
"""What somebody can be a member of."""


class EndsOfTie(NamedTuple):
    """How a schema calls the two ends of its links."""

    schema: str
    one: str
    other: str


_LINKED: Final = EndsOfTie("UnknownLink", "subject", "object")
_MEMBER: Final = EndsOfTie("Membership", "member", "organization")
_SPEAKS: Final = EndsOfTie("Representation", "agent", "client")
_SUCCEEDS: Final = EndsOfTie("Succession", "successor", "predecessor")
_DOCUMENTED: Final = EndsOfTie("Documentation", "document", "entity")


def ties_of(edition: Edition, record: Record) -> Iterator[JsonObject]:
    """Yield what a record says of others; the reports of its claims, where it is an event."""
    match record:
        case Event():
            yield from _of_event(edition, record)
        case Actor():
            yield from _of_actor(edition, record)
        case Place():
            yield from _of_place(edition, record)
        case Dispute():
            yield from _of_dispute(edition, record)
        case _:
            return


def _tie(ends: EndsOfTie, one: str, other: str, number: int | str, values: Values) -> JsonObject:
    """Return a link from one thing to another; what stands on it, and its number or name, tell it from others."""
    id_ = id_of(ends.schema.lower(), one, other, number)
    return entity(id_, ends.schema, {ends.one: one, ends.other: other, **values})


def _of_event(edition: Edition, event: Event) -> Iterator[JsonObject]:
    for claim in event.claims:
        for number, report in enumerate(claim.reports, 1):
            yield from _report(edition, id_of("claim", event.id, claim.id), number, report)
    here = id_of("event", event.id)
    for number, tie in enumerate(event.related, 1):
        if tie.event in edition.chronology.events:
            values: Values = {"role": tie.how, **resting_on(edition, tie.cite)}
            yield _tie(_LINKED, here, id_of("event", tie.event), number, values)
    if event.part_of in edition.chronology.events:
        yield _tie(_LINKED, here, id_of("event", str(event.part_of)), "part", {"role": "part_of"})


def _report(edition: Edition, claim: str, number: int, report: Report) -> Iterator[JsonObject]:
    """Yield what a report does to a claim: by its first speaker or, where that one is not told of, by its source."""
    source = edition.chronology.sources.get(report.cite.source)
    values: Values = {
        "role": report.stance,
        "status": report.modality,
        "date": date_of(source.published) if source is not None else None,
        "description": report.note,
        **resting_on(edition, report.cite),
    }
    if speaker := actor_ids(edition, (edition.chronology.origin(report),)):
        yield _tie(_LINKED, speaker[0], claim, number, values)
    elif source is not None:
        yield _tie(_DOCUMENTED, id_of("source", source.id), claim, number, values)


def _of_actor(edition: Edition, actor: Actor) -> Iterator[JsonObject]:
    for here in actor_ids(edition, (actor.id,)):
        yield from _memberships(edition, here, actor)
        for former in actor_ids(edition, actor.succeeds):
            yield _tie(_SUCCEEDS, here, former, 1, {})
        if (told := actor.speaks_for) is not None:
            for body in actor_ids(edition, (told.actor,)):
                yield _tie(_SPEAKS, here, body, 1, resting_on(edition, told.cite))
        for like in actor.perhaps_same_as:
            for other in actor_ids(edition, (like.actor,)):
                yield _tie(_LINKED, here, other, "perhaps", {"role": "perhaps_same_as", "description": like.note})


def _memberships(edition: Edition, here: str, actor: Actor) -> Iterator[JsonObject]:
    """Yield what an actor is a part of, and whose it is."""
    for number, told in enumerate(actor.part_of, 1):
        for body in actor_ids(edition, (told.actor,)):
            values = {**_during(told), **resting_on(edition, *told.cite)}
            if kind_in_ftm(edition, edition.chronology.actors[told.actor]) in _BODIES:
                yield _tie(_MEMBER, here, body, number, {"role": told.as_, **values})
            else:
                yield _tie(_LINKED, here, body, number, {"role": told.as_ or "part_of", **values})
    for number, owned in enumerate(actor.ownership, 1):
        for owner in actor_ids(edition, (owned.of,) if owned.of else ()):
            told_of_owner = {"role": "ownership", **_during(owned), **resting_on(edition, *owned.cite)}
            yield _tie(_LINKED, here, owner, f"owned{number}", told_of_owner)


def _of_place(edition: Edition, place: Place) -> Iterator[JsonObject]:
    here, known = id_of("place", place.id), edition.chronology.places
    for number, told in enumerate(place.within, 1):
        if told.place in known:
            values = {"role": "within", **_during(told), **resting_on(edition, *told.cite)}
            yield _tie(_LINKED, here, id_of("place", told.place), number, values)
    for former in place.succeeds:
        if former in known:
            yield _tie(_LINKED, here, id_of("place", former), "succeeds", {"role": "succeeds"})
    for like in place.perhaps_same_as:
        if like.place in known:
            values = {"role": "perhaps_same_as", "description": like.note}
            yield _tie(_LINKED, here, id_of("place", like.place), "perhaps", values)


def _of_dispute(edition: Edition, dispute: Dispute) -> Iterator[JsonObject]:
    here = id_of("dispute", dispute.id)
    for position in dispute.positions:
        for reference in position.claims:
            if reference in edition.chronology.claims:
                values = {"role": position.label, "status": position.stance}
                yield _tie(_LINKED, here, id_of("claim", *reference.split("#", 1)), position.id, values)


def _during(fact: Dated) -> dict[str, str | None]:
    return {"startDate": date_of(fact.from_), "endDate": date_of(fact.until)}
