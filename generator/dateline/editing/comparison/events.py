"""What differs between two versions of an event: its date, who and where, its claims."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from dateline.editing.comparison.differences import ChangeKind, FoundChange
from dateline.editing.comparison.fieldwise import changed_fields, in_plain_words
from dateline.editing.comparison.in_full import claim_in_full, control_in_words, role_in_words
from dateline.editing.comparison.red_flags import of_roles, of_title
from dateline.editing.comparison.reports import Pair, report_differences
from dateline.editing.comparison.tied_differences import picture_differences, tied_differences
from dateline.editing.comparison.versions import Version
from dateline.ground import dates
from dateline.ground.provenance import normalise
from dateline.ground.yamltree import Step
from dateline.pages.wording import addresses, words
from dateline.records.types import Claim, Event, State

_LETTERS: Final = re.compile(r"\w+")
_TOLD_BY_ITSELF: Final = frozenset({"text", "control", "note", "reports", "unlike", "withheld"})
"""What a claim has besides when it was and whom it blames: told in its own way, or to nobody but editors."""


def event_differences(before: Version, after: Version, old: Event, new: Event) -> Iterator[FoundChange]:
    """Yield what differs between two versions of an event."""
    if old.state is not new.state:
        kind = ChangeKind.EVENT_PUBLISHED if new.state is State.PUBLISHED else ChangeKind.EVENT_WITHDRAWN
        yield FoundChange(kind=kind, steps=("state",), before=old.state, after=new.state)
    is_redated = dates.kept(old.date) != dates.kept(new.date)
    if is_redated:
        yield _redated(old, new)
    apart = {"claims", "state", "date", "places", "actors", "part_of", "related", "media"} | (
        {"formerly"} if _moved_alike(old, new) else set()
    )
    apart |= {"calendar"} if is_redated else set()
    for name, one, other in changed_fields(old, new, apart):
        label = name.replace("_", " ")
        yield FoundChange(
            kind=ChangeKind.EVENT_KIND_CHANGED if name == "kind" else ChangeKind.EVENT_CHANGED,
            steps=(name,),
            red=_red(name, one, other),
            part="" if name == "kind" else label,
            before=in_plain_words(one),
            after=in_plain_words(other),
        )
    yield from _roles(before, after, old, new)
    yield from tied_differences(before, after, old, new)
    yield from picture_differences(before, after, old, new)
    yield from _claims(Pair(before, after), old, new)


def _red(name: str, old: Any, new: Any) -> str:
    if name == "title":
        return of_title(old, new)
    return "the event is of another kind" if name == "kind" else ""


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
        one = sorted(role_in_words(before, role) for role in getattr(old, name))
        other = sorted(role_in_words(after, role) for role in getattr(new, name))
        if one != other:
            kind = (
                ChangeKind.EVENT_ROLES_CHANGED if _turned(old, new) and name == "actors" else ChangeKind.EVENT_CHANGED
            )
            before_, after_ = "; ".join(one), "; ".join(other)
            red = of_roles(old.actors, new.actors) if name == "actors" else ""
            yield FoundChange(kind=kind, steps=(name,), part=name, before=before_, after=after_, red=red)


def _turned(old: Event, new: Event) -> bool:
    """Return whether an actor that took part has another role now, or none."""
    known = {role.actor: role.role for role in old.actors}
    return any(role.actor in known and known[role.actor] != role.role for role in new.actors)


def _claims(pair: Pair, old: Event, new: Event) -> Iterator[FoundChange]:
    known = {claim.id: (index, claim) for index, claim in enumerate(old.claims)}
    for index, claim in enumerate(new.claims):
        here: tuple[Step, ...] = ("claims", index)
        if claim.id not in known:
            told = tuple(claim_in_full(pair.after, claim))
            yield FoundChange(kind=ChangeKind.CLAIM_ADDED, steps=here, after=claim.text, claim=claim.id, details=told)
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
            red="somebody else holds the place" if _holder(old) != _holder(new) else "",
            before=control_in_words(pair.before, old.control),
            after=control_in_words(pair.after, new.control),
        )
    for name, one, other in changed_fields(old, new, _TOLD_BY_ITSELF):
        yield FoundChange(
            kind=ChangeKind.CLAIM_CHANGED,
            steps=("claims", here, name),
            part={"when": "when it was", "accuses": "whom it blames"}.get(name, name),
            before=in_plain_words(one),
            after=in_plain_words(other),
        )
    if old.note != new.note:
        before, after = old.note or "", new.note or ""
        yield FoundChange(
            kind=ChangeKind.CLAIM_NOTE_CHANGED, steps=("claims", here, "note"), before=before, after=after
        )
    yield from report_differences(pair, old, new, ("claims", there), ("claims", here))


def _holder(claim: Claim) -> str | None:
    return claim.control.holder if claim.control else None


def _letters(text: str) -> list[str]:
    return _LETTERS.findall(normalise(text).casefold())
