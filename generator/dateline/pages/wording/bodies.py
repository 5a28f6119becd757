"""What kind of body an actor is, as the first sentence of its page, from its record alone."""

from collections.abc import Mapping
from typing import Final

from dateline.ground.languages import marked
from dateline.records.types import Actor, Masthead

_ALONE: Final[Mapping[str, str]] = {
    "state": marked("A state."),
    "armed-force": marked("An armed force."),
    "armed-group": marked("An armed group."),
    "unit": marked("A unit."),
    "alliance": marked("An alliance."),
    "ministry": marked("A ministry."),
    "organisation": marked("An organisation."),
    "media": marked("A medium."),
    "monitor": marked("A monitoring body."),
    "person": marked("A person."),
    "unnamed": marked("A speaker whom the sources do not name."),
}
_WITHIN: Final[Mapping[str, str]] = {
    "state": marked("A state, part of %(bodies)s."),
    "armed-force": marked("An armed force, part of %(bodies)s."),
    "armed-group": marked("An armed group, part of %(bodies)s."),
    "unit": marked("A unit of %(bodies)s."),
    "alliance": marked("An alliance, part of %(bodies)s."),
    "ministry": marked("A ministry, part of %(bodies)s."),
    "organisation": marked("An organisation, part of %(bodies)s."),
    "media": marked("A medium, part of %(bodies)s."),
    "monitor": marked("A monitoring body, part of %(bodies)s."),
    "person": marked("A person, part of %(bodies)s."),
    "unnamed": marked("A speaker whom the sources do not name, part of %(bodies)s."),
}


_OTHERWISE: Final = (marked("%(kind)s."), marked("%(kind)s, part of %(bodies)s."))
"""What is told of a kind that the chronology adds, or calls otherwise."""


def kind_message(masthead: Masthead, actor: Actor) -> str:
    """Return the message of what kind an actor is, `kind`, and what it is a part of, `bodies`."""
    added = masthead.vocabulary.actor_kinds.get(actor.kind)
    own = {} if added is not None and added.label is not None else _WITHIN if actor.still_part_of else _ALONE
    return own.get(actor.kind, _OTHERWISE[bool(actor.still_part_of)])
