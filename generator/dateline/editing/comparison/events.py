"""What differs between two versions of an event: its date, who and where, its claims."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.editing.comparison.differences import ChangeKind, FoundChange
from dateline.editing.comparison.fieldwise import changed_fields, in_plain_words
from dateline.editing.comparison.reports import Pair, report_differences
from dateline.editing.comparison.versions import Version
from dateline.ground.provenance import normalise
from dateline.ground.yamltree import Step
from dateline.pages.wording import addresses, words
from dateline.records.types import ActorRole, Claim, Event, PlaceRole, State

_LETTERS: Final = re.compile(r"\w+")


def event_differences(before: Version, after: Version, old: Event, new: Event) -> Iterator[FoundChange]:
    """Yield what differs between two versions of an event."""
    if old.state is not new.state:
        kind = ChangeKind.EVENT_PUBLISHED if new.state is State.PUBLISHED else ChangeKind.EVENT_WITHDRAWN
        yield FoundChange(kind=kind, steps=("state",), before=old.state, after=new.state)
    if old.date != new.date:
        yield _redated(old, new)
    apart = {"claims", "state", "date", "places", "actors"} | ({"formerly"} if _moved_alike(old, new) else set())
    for name, one, other in changed_fields(old, new, apart):
        label = name.replace("_", " ")
        yield FoundChange(
            kind=ChangeKind.EVENT_CHANGED,
            steps=(name,),
            part=label,
            before=in_plain_words(one),
            after=in_plain_words(other),
        )
    yield from _roles(before, after, old, new)
    yield from _claims(Pair(before, after), old, new)


def _moved_alike(old: Event, new: Event) -> bool:
    """Return whether both name the same earlier dates, in whatever order."""
    return set(old.formerly) == set(new.formerly)


def _redated(old: Event, new: Event) -> FoundChange:
    there, here = addresses.period_of(old.date), addresses.period_of(new.date)
    moved = f"; its address moves to days/{here}/" if here != there else ""
    return FoundChange(
        kind=ChangeKind.EVENT_REDATED,
        steps=("date",),
        before=words.when(old),
        after=f"{words.when(new)}{moved}",
    )


def _roles(before: Version, after: Version, old: Event, new: Event) -> Iterator[FoundChange]:
    """Compare who took part and where; the order means nothing."""
    for name in ("places", "actors"):
        one = sorted(_role_in_words(before, role) for role in getattr(old, name))
        other = sorted(_role_in_words(after, role) for role in getattr(new, name))
        if one != other:
            before_, after_ = "; ".join(one), "; ".join(other)
            yield FoundChange(kind=ChangeKind.EVENT_CHANGED, steps=(name,), part=name, before=before_, after=after_)


def _role_in_words(version: Version, role: ActorRole | PlaceRole) -> str:
    if isinstance(role, ActorRole):
        name, notes = version.actor(role.actor), (role.role, role.inferred)
    else:
        name, notes = version.place(role.place), (role.note, role.inferred)
    said = ", ".join(note for note in notes if note)
    return f"{name} ({said})" if said else name


def _claims(pair: Pair, old: Event, new: Event) -> Iterator[FoundChange]:
    known = {claim.id: (index, claim) for index, claim in enumerate(old.claims)}
    for index, claim in enumerate(new.claims):
        here: tuple[Step, ...] = ("claims", index)
        if claim.id not in known:
            yield FoundChange(kind=ChangeKind.CLAIM_ADDED, steps=here, after=claim.text, claim=claim.id)
        else:
            found = _claim(pair, known[claim.id][1], claim, known[claim.id][0], index)
            yield from (replace(one, claim=claim.id) for one in found)
    kept = {claim.id for claim in new.claims}
    for index, claim in enumerate(old.claims):
        if claim.id not in kept:
            steps = ("claims", index)
            yield FoundChange(
                kind=ChangeKind.CLAIM_REMOVED, steps=steps, before=claim.text, claim=claim.id, is_gone=True
            )


def _claim(pair: Pair, old: Claim, new: Claim, there: int, here: int) -> Iterator[FoundChange]:
    if old.text != new.text:
        kind = ChangeKind.CLAIM_RESPELLED if _letters(old.text) == _letters(new.text) else ChangeKind.CLAIM_REWORDED
        yield FoundChange(kind=kind, steps=("claims", here, "text"), before=old.text, after=new.text)
    if old.control != new.control:
        yield FoundChange(
            kind=ChangeKind.CLAIM_CHANGED,
            steps=("claims", here, "control"),
            part="who holds the place",
            before=_control(pair.before, old),
            after=_control(pair.after, new),
        )
    if old.note != new.note:
        before, after = old.note or "", new.note or ""
        yield FoundChange(
            kind=ChangeKind.CLAIM_NOTE_CHANGED, steps=("claims", here, "note"), before=before, after=after
        )
    yield from report_differences(pair, old, new, ("claims", there), ("claims", here))


def _letters(text: str) -> list[str]:
    return _LETTERS.findall(normalise(text).casefold())


def _control(version: Version, claim: Claim) -> str:
    held = claim.control
    if held is None:
        return ""
    inferred = f" (inferred: {held.inferred})" if held.inferred else ""
    return f"{version.actor(held.holder)} at {version.place(held.place)}: {words.EXTENT_LABEL[held.extent]}{inferred}"
