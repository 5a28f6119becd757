"""Whose word a report is, and on whose side somebody stands: derived from what editors recorded of the actors.

A *voice* is somebody whose word counts once.  From a speaker it is reached by `speaks_for`, else by the one
`part_of` that is no alliance, until nothing changes; `own_voice` stops there, and so does an alliance.

What somebody is a part of may change.  A report has the voice that its first speaker had when the report appeared:
*stretches* are the times in which that is one and the same.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from typing import Final, NamedTuple

from dateline.ground.dates import EARLIEST, LATEST, Day, Edtf
from dateline.records.behaviours import Behaving
from dateline.records.types import Actor, Side, Source
from dateline.records.types.dated_facts import bounds, days_of, held, overlap

Actors = Mapping[str, Actor]
Sources = Mapping[str, Source]
Alliances = Collection[str]
"""The kinds of actor that are alliances."""

_FEWEST_PLACING: Final = 2


class PlacingWeight(StrEnum):
    """What it weighs that a voice places an actor on a side."""

    OWN = "own"
    """It is the actor's own word, which counts."""
    COUNTED = "counted"
    """It is no adversary's, and another such voice says so too, or the actor itself."""
    ALONE = "alone"
    """No other voice says so that is no adversary, so that it does not count."""
    ADVERSARY = "adversary"
    """The voice is of another side, so that it does not count."""
    UNKNOWN = "unknown"
    """Who published the source is not known, so that nobody's voice can count."""


COUNTING: Final = frozenset({PlacingWeight.OWN, PlacingWeight.COUNTED})
"""The weights of what places an actor on a side."""
Placings = Mapping[tuple[str, str], PlacingWeight]
"""What it weighs that an actor is placed on a side, by the side and the voice that says so."""


class VoiceTime(NamedTuple):
    """Days, both included, and all as whom somebody spoke on them, up to the voice."""

    first: Day
    last: Day
    chain: tuple[str, ...]


def chains(actors: Actors, alliances: Alliances) -> Mapping[str, tuple[VoiceTime, ...]]:
    """Return as whom each actor spoke when: the actor and all whose word its word was, up to the voice."""
    return {id_: _stretches(actors, alliances, id_) for id_ in actors}


def chain_at(stretches: Collection[VoiceTime], id_: str, when: Edtf | None) -> tuple[str, ...]:
    """Return as whom an actor spoke at a time; as nobody but itself where that changed within the time.

    Without a time, it is that of all days; a chain that leads round in a circle ends where it begins.
    """
    first, last = days_of(when) if when is not None else (EARLIEST, LATEST)
    found = {one.chain for one in stretches if one.first <= last and first <= one.last}
    return found.pop() if len(found) == 1 else (id_,)


def _stretches(actors: Actors, alliances: Alliances, id_: str) -> tuple[VoiceTime, ...]:
    found: list[VoiceTime] = []
    for first, last in _steady(actors, id_):
        chain = _chain(actors, alliances, id_, first, last)
        if found and found[-1].chain == chain:
            found[-1] = found[-1]._replace(last=last)
        else:
            found.append(VoiceTime(first, last, chain))
    return tuple(found)


def _turns(actors: Actors, id_: str) -> Iterator[Day]:
    """Yield the days from which an actor, or anything above it, may be a part of something else."""
    seen, level = {id_}, [id_]
    while level:
        actor = actors.get(level.pop())
        for entry in actor.part_of if actor is not None else ():
            first, last = bounds(entry)
            yield from (first, *([_beside(last, 1)] if last < LATEST else ()))
        above = [up for up in _above(actor) if up not in seen] if actor is not None else []
        seen.update(above)
        level += above


def _beside(day: Day, by: int) -> Day:
    return Day.fromordinal(day.toordinal() + by)


def _chain(actors: Actors, alliances: Alliances, id_: str, first: Day, last: Day) -> tuple[str, ...]:
    """Return an actor and all whose word its word is on some days, up to the voice; in a circle, itself alone."""
    found = [id_]
    while (then := _next(actors, alliances, found[-1], first, last)) is not None:
        if then in found:
            return (id_,)
        found.append(then)
    return tuple(found)


def _bodies(actors: Actors, alliances: Alliances, actor: Actor, first: Day, last: Day) -> tuple[str, ...]:
    """Return what an actor is a part of on some days and whose word may be its word: alliances are left out."""
    above = (entry.actor for entry in actor.part_of if held(entry, first, last))
    return tuple(dict.fromkeys(up for up in above if up in actors and actors[up].kind not in alliances))


def _next(actors: Actors, alliances: Alliances, id_: str, first: Day, last: Day) -> str | None:
    actor = actors.get(id_)
    if actor is None or actor.own_voice or actor.kind in alliances:
        return None
    if actor.speaks_for is not None:
        return actor.speaks_for.actor if actor.speaks_for.actor in actors else None
    above = _bodies(actors, alliances, actor, first, last)
    return above[0] if len(above) == 1 else None


def placements(actors: Actors, placings: Mapping[str, Placings]) -> Mapping[str, frozenset[str]]:
    """Return the sides on which each actor is placed, by its id; those that are placed on none are left out.

    An actor is placed where it places itself, or where two voices do of which neither is its adversary; else where
    what it speaks for, or is a part of, is placed.  `placings` has what others say of each, and what that weighs.
    """
    own = {id_: _placed(placings[id_]) for id_ in actors}
    found = {id_: _inherited(actors, own, id_) for id_ in actors}
    return {id_: sides for id_, sides in found.items() if sides}


def said_sides(actors: Actors) -> Mapping[str, frozenset[str]]:
    """Return the sides on which anybody, were it one voice or an adversary, says that each actor is."""
    said = _said(actors)
    return {id_: _inherited(actors, said, id_) for id_ in actors}


def _said(actors: Actors) -> Mapping[str, frozenset[str]]:
    return {id_: frozenset(side.side for side in actor.sides) for id_, actor in actors.items()}


def placing_voices(actor: Actor, side: str, sources: Sources, speaking: Mapping[str, str]) -> tuple[str, ...]:
    """Return the voices that place an actor on a side: those of the publishers of the paragraphs cited for it."""
    publishers = (
        sources[one.cite.source].publisher for one in actor.sides if one.side == side and one.cite.source in sources
    )
    return tuple(dict.fromkeys(speaking.get(publisher, publisher) for publisher in publishers if publisher))


def weighed(
    actor: Actor, said: Mapping[str, frozenset[str]], sources: Sources, speaking: Mapping[str, str]
) -> Placings:
    """Return what each placing of an actor weighs, in the order of the record.  `speaking` has the voice of each."""
    found: dict[tuple[str, str], PlacingWeight] = {}
    itself = {actor.id, speaking[actor.id]}
    for side in dict.fromkeys(one.side for one in actor.sides):
        placing = placing_voices(actor, side, sources, speaking)
        apart = [voice for voice in placing if not _is_adverse(said.get(voice, frozenset()), side)]
        is_counted = len(apart) >= _FEWEST_PLACING or not itself.isdisjoint(placing)
        for voice in placing:
            if voice in itself:
                found[side, voice] = PlacingWeight.OWN
            elif voice not in apart:
                found[side, voice] = PlacingWeight.ADVERSARY
            else:
                found[side, voice] = PlacingWeight.COUNTED if is_counted else PlacingWeight.ALONE
    return found


def _placed(placings: Placings) -> frozenset[str]:
    return frozenset(side for (side, _), weight in placings.items() if weight in COUNTING)


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
    return (actor.speaks_for.actor,) if actor.speaks_for is not None else actor.parents


def several_bodies(actors: Actors, alliances: Alliances) -> Iterator[tuple[Actor, tuple[str, ...], Day]]:
    """Yield the actors that are at one time parts of several bodies and do not say whose word theirs is, since when."""
    for actor in actors.values():
        if actor.speaks_for is None and not actor.own_voice and actor.kind not in alliances:
            for first, last in _steady(actors, actor.id):
                above = _bodies(actors, alliances, actor, first, last)
                reached = {up: _chain(actors, alliances, up, first, last)[-1] for up in above}
                entries = [entry for entry in actor.part_of if entry.actor in reached and held(entry, first, last)]
                if any(
                    reached[one.actor] != reached[other.actor] and overlap(one, other) is not None
                    for one, other in combinations(entries, 2)
                ):
                    yield actor, above, first
                    break


def _steady(actors: Actors, id_: str) -> list[tuple[Day, Day]]:
    """Return the times, first and last day, in which an actor and all above it are parts of the same."""
    starts = sorted({EARLIEST, *_turns(actors, id_)})
    return list(zip(starts, [*(_beside(start, -1) for start in starts[1:]), LATEST], strict=True))


class Speakers(Behaving):
    """A part of a chronology: whose word the word of its actors is, and on which sides they stand."""

    actors: Actors
    sources: Sources

    @cached_property
    def chains(self) -> Mapping[str, tuple[VoiceTime, ...]]:
        """As whom each actor spoke when, up to the voice that counts once."""
        return chains(self.actors, self.alliances)

    @cached_property
    def voices(self) -> Mapping[str, str]:
        """Whose word the word of each actor always is; its own where that changed."""
        return {id_: chain_at(stretches, id_, None)[-1] for id_, stretches in self.chains.items()}

    def speaking_as(self, id_: str, when: Edtf | None = None) -> tuple[str, ...]:
        """Return an actor and all whose word its word was at a time, up to the voice; in a circle, itself alone."""
        return chain_at(self.chains.get(id_, ()), id_, when)

    @cached_property
    def placements(self) -> Mapping[str, frozenset[str]]:
        """The sides of the actors that are placed on any."""
        return placements(self.actors, self.placings)

    @cached_property
    def placings(self) -> Mapping[str, Placings]:
        """What it weighs that others place an actor on a side, by the actor."""
        said = _said(self.actors)
        return {id_: weighed(actor, said, self.sources, self.voices) for id_, actor in self.actors.items()}

    def weight_of_placing(self, actor: Actor, side: Side) -> PlacingWeight:
        """Return what it weighs that a source places an actor on a side."""
        source = self.sources.get(side.cite.source)
        publisher = source.publisher if source is not None else None
        voice = self.voices.get(publisher, publisher) if publisher else ""
        return self.placings[actor.id].get((side.side, voice), PlacingWeight.UNKNOWN)

    @cached_property
    def said_sides(self) -> Mapping[str, frozenset[str]]:
        """The sides on which anybody says that each actor is, whether or not that places it there."""
        return said_sides(self.actors)

    def side_of(self, actor_id: str) -> frozenset[str]:
        """Return the sides on which the actor or, if it is on none, what it is a part of is placed."""
        return self.placements.get(actor_id, frozenset())
