"""What a reviewer looks at first: changes that turn a record around, touch an open dispute, or repeat something."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from dateline.editing.comparison.differences import ASKS, ChangeKind, Difference, Group
from dateline.editing.comparison.versions import Version
from dateline.ground.provenance import normalise
from dateline.pages.wording import words
from dateline.records.rules.likenesses import likenesses
from dateline.records.types import ActorRole, Event, Figure, RecordKind, Tombstone
from dateline.records.types.named_kinds import CLAIM

SHARED_WORDS: Final = 9
"""So many words in a row are a source's sentence, and no longer a fact told in our own words."""
_DOUBLED: Final = 2
_UNSETTLED: Final = frozenset({"open", "partly-resolved"})
_OF_SOURCES: Final = frozenset({Group.SOURCES, Group.LEDGER, Group.CHRONOLOGY, Group.OUTCOME})
_SAYS: Final = re.compile(
    r"\b(?:say(?:s|ing)?|said|claim(?:s|ed)?|reports?|reported|den(?:y|ies|ied)|alleg(?:e|es|ed|edly)|announce[sd]?"
    r"|accus(?:e|es|ed)|doubt(?:s|ed)?|according to|states?|stated)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w+")
Grams = frozenset[tuple[str, ...]]


# --- told where the difference is found ------------------------------------------------------------------------------


def of_figure(old: Figure, new: Figure) -> str:
    """Return why a change of a figure is looked at: a bound that is twice as much, or half."""
    for one, other in ((old.lowest, new.lowest), (old.highest, new.highest)):
        if one is not None and other is not None and one != other and max(one, other) >= _DOUBLED * min(one, other):
            return "a figure is twice as much or more" if other > one else "a figure is half as much or less"
    return ""


def of_address(old: str | None, new: str | None) -> str:
    """Return why a change of a source's address is looked at: it leads to another host."""
    hosts = [(urlsplit(address).hostname or "").removeprefix("www.") for address in (old, new) if address]
    return "the source is at another host" if len(set(hosts)) > 1 else ""


def of_title(old: str, new: str) -> str:
    """Return why a change of a title is looked at: it said who says so, and tells a fact now."""
    return (
        "the title said that somebody says so, and tells a fact now"
        if _SAYS.search(old) and not _SAYS.search(new)
        else ""
    )


def of_roles(old: Iterable[ActorRole], new: Iterable[ActorRole]) -> str:
    """Return why a change of roles is looked at: an actor had another one."""
    known = {role.actor: role.role for role in old}
    turned = any(role.role and known.get(role.actor) and known[role.actor] != role.role for role in new)
    return "an actor has another role" if turned else ""


def of_merge(before: Version, after: Version, stone: Tombstone) -> str:
    """Return why a tombstone is looked at: two records that were there have become one, with what says so now."""
    if stone.kind == CLAIM or not stone.instead:
        return ""
    kind = RecordKind(stone.kind)
    known = before.chronology.of_kind(kind)
    if stone.id not in known or stone.instead not in known:
        return ""
    reports = len(after.chronology.reports_by_speaker.get(stone.instead, ()))
    said = f"; {words.plural(reports, 'report')} by it now" if kind is RecordKind.ACTOR else ""
    return f"two records became one: '{stone.id}' went into '{stone.instead}'{said}"


# --- told of all differences -----------------------------------------------------------------------------------------


def flagged(before: Version, after: Version, differences: Iterable[Difference], grams: Grams) -> Iterator[Difference]:
    """Yield each difference with all the reasons to look at it first."""
    listed = list(differences)
    twins = _twins(before, after) if any(one.kind is ChangeKind.EVENT_ADDED for one in listed) else {}
    for one in listed:
        reasons = (*one.red, *_disputed(before, one), *twins.get(one.reference, ()), *_copied(one, grams))
        yield replace(one, red=tuple(dict.fromkeys(reasons))) if reasons else one


def _disputed(before: Version, one: Difference) -> Iterator[str]:
    """Yield the open disputes of a claim that changed in substance."""
    # A merge is looked at by itself, once, and not at each report that follows it.
    is_about_it = (
        one.kind in ASKS
        and one.kind is not ChangeKind.REPORT_SPEAKER_MERGED
        and _without_basis(one.before) != _without_basis(one.after)
    )
    for dispute in before.chronology.disputes_by_claim.get(one.reference, ()) if is_about_it else ():
        if dispute.status in _UNSETTLED:
            yield f"the open dispute '{dispute.id}' rests on this claim"


def _without_basis(said: str) -> str:
    """Return what is said of a place's holder without from what it was inferred."""
    return said.partition(" (inferred: ")[0]


def _twins(before: Version, after: Version) -> dict[str, list[str]]:
    """Return by new event the older ones that it may be a copy of."""
    old, found = before.chronology.events, dict[str, list[str]]()
    for one in likenesses(after.chronology):
        left, right = (side if isinstance(side, Event) else side.event for side in (one.left, one.right))
        for new, other in ((left, right), (right, left)):
            if new.id not in old and other.id in old and _is_same_event(new, other):
                found.setdefault(new.id, []).append(f"it may be a copy of the event '{other.id}'")
    return found


def _is_same_event(new: Event, other: Event) -> bool:
    places, others = ({role.place for role in event.places} for event in (new, other))
    return (new.date, new.kind) == (other.date, other.kind) and (bool(places & others) or not (places or others))


def _copied(one: Difference, grams: Grams) -> Iterator[str]:
    """Yield that a text of ours stands in a source word by word; the words themselves are never told."""
    if grams and one.kind.group not in _OF_SOURCES:
        texts = (one.after, *(detail.text for detail in one.details))
        if any(not grams.isdisjoint(_grams(text)) for text in texts):
            yield f"{SHARED_WORDS} words in a row stand in a source"


def grams_of(texts: Iterable[str]) -> Grams:
    """Return each run of so many words in the texts of sources."""
    return frozenset(gram for text in texts for gram in _grams(text))


def _grams(text: str) -> Collection[tuple[str, ...]]:
    words = _WORD.findall(normalise(text).casefold())
    return {tuple(words[start : start + SHARED_WORDS]) for start in range(len(words) - SHARED_WORDS + 1)}
