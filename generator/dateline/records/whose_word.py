"""Whose word a report is, and on whose side somebody stands: derived from what editors recorded of the actors.

A *voice* is somebody whose word counts once.  From a speaker it is reached by `speaks_for`, else by the one
`part_of` that is no alliance, until nothing changes; `own_voice` stops there, and so does an alliance.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import Final

from dateline.records.types import Actor, Source

Actors = Mapping[str, Actor]
Sources = Mapping[str, Source]
Alliances = Collection[str]
"""The kinds of actor that are alliances."""

_FEWEST_PLACING: Final = 2


def voices(actors: Actors, alliances: Alliances) -> Mapping[str, str]:
    """Return the voice of each actor, by the actor's id."""
    return {id_: voice(actors, alliances, id_) for id_ in actors}


def voice(actors: Actors, alliances: Alliances, id_: str) -> str:
    """Return whose word an actor's word is; where the records lead round in a circle, its own."""
    return speaking_as(actors, alliances, id_)[-1]


def speaking_as(actors: Actors, alliances: Alliances, id_: str) -> tuple[str, ...]:
    """Return an actor and all whose word its word is, up to the voice; in a circle, itself alone."""
    found = [id_]
    while (then := _next(actors, alliances, found[-1])) is not None:
        if then in found:
            return (id_,)
        found.append(then)
    return tuple(found)


def bodies(actors: Actors, alliances: Alliances, actor: Actor) -> tuple[str, ...]:
    """Return the actors that an actor is a part of and whose word may be its word: alliances are left out."""
    return tuple(dict.fromkeys(up for up in actor.part_of if up in actors and actors[up].kind not in alliances))


def _next(actors: Actors, alliances: Alliances, id_: str) -> str | None:
    actor = actors.get(id_)
    if actor is None or actor.own_voice or actor.kind in alliances:
        return None
    if actor.speaks_for is not None:
        return actor.speaks_for.actor if actor.speaks_for.actor in actors else None
    above = bodies(actors, alliances, actor)
    return above[0] if len(above) == 1 else None


def placements(actors: Actors, sources: Sources, speaking: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Return the sides on which each actor is placed, by its id; those that are placed on none are left out.

    An actor is placed where it places itself, or where two voices do of which neither is its adversary; else where
    what it speaks for, or is a part of, is placed.  `speaking` has the voice of each, as `voices` gives it.
    """
    said = _said(actors)
    own = {id_: frozenset(_placed(actor, said, sources, speaking)) for id_, actor in actors.items()}
    found = {id_: _inherited(actors, own, id_) for id_ in actors}
    return {id_: sides for id_, sides in found.items() if sides}


def said_sides(actors: Actors) -> Mapping[str, frozenset[str]]:
    """Return the sides on which anybody, were it one voice or an adversary, says that each actor is."""
    said = _said(actors)
    return {id_: _inherited(actors, said, id_) for id_ in actors}


def _said(actors: Actors) -> Mapping[str, frozenset[str]]:
    return {id_: frozenset(side.side for side in actor.sides) for id_, actor in actors.items()}


def placing_voices(actor: Actor, side: str, sources: Sources, speaking: Mapping[str, str]) -> frozenset[str]:
    """Return the voices that place an actor on a side: those of the publishers of the paragraphs cited for it."""
    publishers = (
        sources[one.cite.source].publisher for one in actor.sides if one.side == side and one.cite.source in sources
    )
    return frozenset(speaking.get(publisher, publisher) for publisher in publishers if publisher)


def _placed(
    actor: Actor, said: Mapping[str, frozenset[str]], sources: Sources, speaking: Mapping[str, str]
) -> Iterator[str]:
    for side in dict.fromkeys(one.side for one in actor.sides):
        placing = placing_voices(actor, side, sources, speaking)
        if speaking[actor.id] in placing or actor.id in placing:
            yield side
            continue
        apart = [one for one in placing if not _is_adverse(said.get(one, frozenset()), side)]
        if len(apart) >= _FEWEST_PLACING:
            yield side


def _is_adverse(sides: frozenset[str], side: str) -> bool:
    """Return whether somebody of whom these sides are said speaks of an adversary when placing an actor on `side`."""
    return bool(sides) and side not in sides


def _inherited(actors: Actors, own: Mapping[str, frozenset[str]], id_: str) -> frozenset[str]:
    seen: set[str] = set()
    level = [id_]
    while level:
        sides = frozenset(side for known in level for side in own.get(known, ()))
        if sides:
            return sides
        seen.update(level)
        level = [up for known in level if known in actors for up in _above(actors[known]) if up not in seen]
    return frozenset()


def _above(actor: Actor) -> tuple[str, ...]:
    return (actor.speaks_for.actor,) if actor.speaks_for is not None else actor.part_of


def several_bodies(actors: Actors, alliances: Alliances) -> Iterator[tuple[Actor, tuple[str, ...]]]:
    """Yield the actors that are parts of several bodies, and do not say whose word theirs is."""
    for actor in actors.values():
        if actor.speaks_for is None and not actor.own_voice and actor.kind not in alliances:
            above = bodies(actors, alliances, actor)
            reached = [voice(actors, alliances, up) for up in above]
            if any(one != other for one, other in combinations(reached, 2)):
                yield actor, above
