"""Rules about what leads back to itself: nothing is a part of itself, succeeds itself or is perhaps itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from dateline.ground.dates import EARLIEST, LATEST, Day, days_in_words
from dateline.ground.problems import Code, Problem
from dateline.records.rules.context import Context
from dateline.records.types import Actor, Place
from dateline.records.types.dated_facts import LiesIn, Membership, bounds
from dateline.records.types.likeness import ActorLikeness, PlaceLikeness

_Above: TypeAlias = Callable[[str], Iterable[tuple[str, Day, Day]]]
"""What something is a part of or succeeds, each with the first and the last day of that."""
_BACK: Final = "remove the id that leads back, here or in what it"


def nothing_contains_itself(context: Context) -> Iterator[Problem]:
    """No actor is part of itself, no place lies within itself and nothing succeeds itself, by however many steps.

    What is a part of something on other days than that is a part of it goes round in no circle.
    """
    actors, places = context.chronology.actors, context.chronology.places
    yield from _circles(context, actors, "part_of", "is part of", f"{_BACK} is part of")
    yield from _circles(context, actors, "succeeds", "succeeds", f"{_BACK} succeeds")
    yield from _circles(context, places, "succeeds", "succeeds", f"{_BACK} succeeds")
    yield from _circles(context, places, "within", "lies within", "remove within here, or in what it lies within")


def nobody_is_perhaps_themselves(context: Context) -> Iterator[Problem]:
    """Who is perhaps the same as another, or which place, is not the record itself."""
    records: list[Actor | Place] = [*context.chronology.actors.values(), *context.chronology.places.values()]
    for record in records:
        likenesses: tuple[ActorLikeness | PlaceLikeness, ...] = record.perhaps_same_as
        for index, likeness in enumerate(likenesses):
            of = "actor" if isinstance(likeness, ActorLikeness) else "place"
            if record.id == getattr(likeness, of):
                message = f"'{record.id}' is perhaps the same as itself"
                hint = "name the other one, or remove the entry"
                yield context.problem(record, ("perhaps_same_as", index, of), Code.CIRCULAR_REFERENCE, message, hint)


def _circles(
    context: Context, records: Mapping[str, Actor] | Mapping[str, Place], key: str, does: str, hint: str
) -> Iterator[Problem]:
    """Yield the records that the entries of a key lead back to."""

    def above(id_: str) -> Iterator[tuple[str, Day, Day]]:
        entries: tuple[Membership | LiesIn | str, ...] = getattr(records.get(id_), key, ())
        yield from map(_dated, entries)

    for record in records.values():
        if (day := _day_of_circle(record.id, above)) is not None:
            on = "" if day == EARLIEST else f" on {days_in_words(day, day)}"
            message = f"'{record.id}' {does} itself{on}"
            yield context.problem(record, (key,), Code.CIRCULAR_REFERENCE, message, hint)


def _dated(entry: Membership | LiesIn | str) -> tuple[str, Day, Day]:
    if isinstance(entry, str):
        return entry, EARLIEST, LATEST
    return entry.actor if isinstance(entry, Membership) else entry.place, *bounds(entry)


def _day_of_circle(start: str, above: _Above) -> Day | None:
    """Return the first day on which `start` is reached from itself; None where that is on no day."""
    seen: set[tuple[str, Day, Day]] = set()
    level = list(above(start))
    while level:
        current = level.pop()
        if current in seen or current[1] > current[2]:
            continue
        if current[0] == start:
            return current[1]
        seen.add(current)
        level += [(up, max(first, current[1]), min(last, current[2])) for up, first, last in above(current[0])]
    return None
