"""Facts that held for a time, in words: on the pages of a day those of that day, on a record's own page all of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from dateline.ground.dates import Edtf
from dateline.ground.languages import direction_of
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import CitationView, Link
from dateline.pages.wording import words
from dateline.pages.wording.times_of_facts import time_of_fact
from dateline.records.types import Actor, ActorRole, Citation, Place, PlaceRole
from dateline.records.types.dated_facts import (
    Dated,
    DatedName,
    LiesIn,
    Membership,
    bounds,
    days_of,
    held,
    is_dated,
    name_then,
)

F = TypeVar("F", Membership, LiesIn)


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact with its time, and the paragraphs that say so."""

    text: str
    """What is told before the link, or alone: a name, an office, how a source puts it."""
    of: Link | None
    when: str
    citations: tuple[CitationView, ...]
    lang: str = ""
    dir: str = ""


# --- on the pages of a day -------------------------------------------------------------------------------------------


def actor_then(edition: Edition, role: ActorRole, when: Edtf) -> Link:
    """Return the link to an actor with its part in an event, called as it was then, and with what it was then."""
    actor = edition.chronology.actors[role.actor]
    then = [_membership(edition, one, when) for one in _held(actor.part_of, when) if is_dated(one) or one.as_]
    return _then(
        edition, actor, edition.actor(actor.id), (edition.term("roles", role.role), *then), when, role.inferred
    )


def place_then(edition: Edition, role: PlaceRole, when: Edtf) -> Link:
    """Return the link to a place of an event, called as it was then, and with what it lay in then."""
    place = edition.chronology.places[role.place]
    wholes = [edition.chronology.places[one.place] for one in _held(place.within, when) if is_dated(one)]
    names = edition.language.listed(called_then(edition, whole, when) for whole in wholes)
    then = edition.language.gettext("in %(place)s", place=names) if names else ""
    return _then(edition, place, edition.place(place.id), (role.note or "", then), when, role.inferred)


def _then(  # noqa: PLR0913, PLR0917 - the parts of a link, each with its name
    edition: Edition, record: Actor | Place, link: Link, told: Iterable[str], when: Edtf, inferred: str | None
) -> Link:
    name = called_then(edition, record, when)
    listed = "" if name == record.name else edition.language.gettext("listed as %(name)s", name=record.name)
    return Link(
        text=link.text if not listed else name,
        address=link.address,
        note=edition.language.clauses((*told, listed)),
        lang=link.lang,
        dir=link.dir,
        inferred=inferred or "",
    )


def called_then(edition: Edition, record: Actor | Place, when: Edtf) -> str:
    """Return what an actor or a place was called at a time: the one name of that time, or else the site's."""
    return name_then(record, *days_of(when), edition.chronology.masthead.language)


def _membership(edition: Edition, entry: Membership, when: Edtf) -> str:
    body = called_then(edition, edition.chronology.actors[entry.actor], when)
    if entry.as_ is None:
        return edition.language.gettext("part of %(body)s", body=body)
    return edition.language.gettext("%(office)s, %(body)s", office=entry.as_, body=body)


def _held(facts: Iterable[F], when: Edtf) -> Iterator[F]:
    yield from (one for one in facts if held(one, *days_of(when)))


# --- on the record's own page ----------------------------------------------------------------------------------------


def names_in_time(edition: Edition, record: Actor | Place) -> tuple[ToldFact, ...]:
    """Return what an actor or a place was called when, in order."""
    return tuple(_name(edition, one) for one in sorted(record.named, key=bounds))


def _name(edition: Edition, one: DatedName) -> ToldFact:
    lang, direction = (one.language, direction_of(one.language)) if one.language else edition.own_tongue
    return ToldFact(one.name, None, *_told(edition, one, one.cite), lang=lang, dir=direction)


def memberships_in_time(edition: Edition, actor: Actor) -> tuple[ToldFact, ...]:
    """Return what an actor was a part of when, and as what, in order; nothing where only that is told."""
    facts = sorted(actor.part_of, key=bounds) if any(map(says_more, actor.part_of)) else []
    return tuple(ToldFact(one.as_ or "", edition.actor(one.actor), *_told(edition, one, one.cite)) for one in facts)


def members_in_time(edition: Edition, body: Actor, members: Iterable[Actor]) -> tuple[ToldFact, ...]:
    """Return who was a part of a body when, and as what, in order."""
    facts = [(one, member) for member in members for one in member.part_of if one.actor == body.id and says_more(one)]
    facts.sort(key=lambda pair: (bounds(pair[0]), pair[1].id))
    return tuple(ToldFact(one.as_ or "", edition.actor(it.id), *_told(edition, one, one.cite)) for one, it in facts)


def wholes_in_time(edition: Edition, place: Place) -> tuple[ToldFact, ...]:
    """Return what a place lay in when, in order; nothing where only that is told."""
    facts = sorted(place.within, key=bounds) if any(map(says_more, place.within)) else []
    return tuple(ToldFact("", edition.place(one.place), *_told(edition, one, one.cite)) for one in facts)


def parts_in_time(edition: Edition, whole: Place, parts: Iterable[Place]) -> tuple[ToldFact, ...]:
    """Return what lay in a place when, in order."""
    facts = [(one, part) for part in parts for one in part.within if one.place == whole.id and says_more(one)]
    facts.sort(key=lambda pair: (bounds(pair[0]), pair[1].id))
    return tuple(ToldFact("", edition.place(it.id), *_told(edition, one, one.cite)) for one, it in facts)


def owners_in_time(edition: Edition, actor: Actor) -> tuple[ToldFact, ...]:
    """Return whose a medium was when, in order."""
    return tuple(
        ToldFact(
            edition.language.gettext(words.OWNERSHIP_LABEL[one.kind]),
            edition.actor(one.of) if one.of is not None else None,
            *_told(edition, one, one.cite),
        )
        for one in sorted(actor.ownership, key=bounds)
    )


def _told(edition: Edition, fact: Dated, cites: tuple[Citation, ...]) -> tuple[str, tuple[CitationView, ...]]:
    return time_of_fact(fact, edition.language), tuple(map(edition.citation, cites))


def says_more(entry: Membership | LiesIn) -> bool:
    """Return whether an entry tells more than what it is a part of."""
    return is_dated(entry) or bool(entry.cite) or (isinstance(entry, Membership) and entry.as_ is not None)
