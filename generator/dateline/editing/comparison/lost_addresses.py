"""Addresses that were published and from which nothing leads on: of events that were redated, merged or removed."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.editing.comparison.versions import Version
from dateline.ground.dates import Edtf
from dateline.ground.problems import Code, Position, Problem
from dateline.pages.wording import addresses
from dateline.records.types import RecordKind, State, Tombstone


def lost_addresses(before: Version, after: Version) -> Iterator[Problem]:
    """Yield a problem for each page on which an event stood that does not lead on to it.

    An event that moved has its old date in `formerly`; of one that was removed, its tombstone has it.
    """
    stones = _of_events(after)
    for old in before.published.events.values():
        new = after.chronology.events.get(old.id)
        stood = (*old.formerly, old.date)
        if new is not None and new.state is State.PUBLISHED:
            where = after.document(new).position(("formerly",) if new.formerly else ("date",), of_key=True)
            yield from _lost(f"event '{old.id}'", stood, (*new.formerly, new.date), new.formerly, where)
        elif new is None and old.id in stones:
            yield from _lost_of_stone(after, stones[old.id], stood)
    for stone in before.chronology.tombstones:
        if stone.formerly and stone.id in stones and stone.id not in before.published.events:
            yield from _lost_of_stone(after, stones[stone.id], stone.formerly)


def _of_events(version: Version) -> Mapping[str, Tombstone]:
    return {stone.id: stone for stone in version.chronology.tombstones if stone.kind == RecordKind.EVENT.value}


def _lost_of_stone(after: Version, stone: Tombstone, stood: Iterable[Edtf]) -> Iterator[Problem]:
    graveyard = after.corpus.graveyard
    if graveyard is not None:
        where = graveyard.document.position(("tombstones", graveyard.record.tombstones.index(stone)))
        yield from _lost(f"the removed event '{stone.id}'", stood, stone.formerly, stone.formerly, where)


def _lost(
    what: str, stood: Iterable[Edtf], leads: Iterable[Edtf], formerly: tuple[Edtf, ...], where: Position
) -> Iterator[Problem]:
    known = {addresses.period_of(when) for when in leads}
    lost = {addresses.period_of(when): when.text for when in stood if addresses.period_of(when) not in known}
    if lost:
        pages = " and ".join(f"days/{period}/" for period in lost)
        quoted = [
            f'"{text}"' if text.startswith(("[", "{")) else text for text in (*map(str, formerly), *lost.values())
        ]
        hint = f"add formerly: [{', '.join(quoted)}]"
        yield Problem(where, Code.ADDRESS_LOST, f"{what} stood at {pages}, and nothing there leads on to it", hint)
