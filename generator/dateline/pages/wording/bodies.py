"""What kind of body an actor is, as the first sentence of its page, from its record alone."""

from typing import Final

from dateline.ground.languages import marked

_ALONE: Final = {
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
_WITHIN: Final = {
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


def kind_message(kind: str, *, is_part: bool) -> str:
    """Return the message of a kind of actor, of one that is a part of `bodies` or of nothing."""
    return (_WITHIN if is_part else _ALONE)[kind]
