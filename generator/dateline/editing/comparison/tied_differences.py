"""What differs in how an event is tied to others: what it is a part of, and what somebody relates it to."""

from collections.abc import Iterator

from dateline.editing.comparison.differences import ChangeKind, FoundChange
from dateline.editing.comparison.in_full import event_in_words, relation_in_words
from dateline.editing.comparison.versions import Version
from dateline.records.types import Event


def tied_differences(before: Version, after: Version, old: Event, new: Event) -> Iterator[FoundChange]:
    """Yield what differs; that a tie was only added changes nothing of what readers were told."""
    if old.part_of != new.part_of:
        yield FoundChange(
            kind=ChangeKind.EVENT_TIES_CHANGED if old.part_of else ChangeKind.EVENT_CHANGED,
            steps=("part_of",),
            part="part of",
            before=event_in_words(before, old.part_of),
            after=event_in_words(after, new.part_of),
        )
    if set(old.related) != set(new.related):
        is_added = set(old.related) < set(new.related)
        yield FoundChange(
            kind=ChangeKind.EVENT_CHANGED if is_added else ChangeKind.EVENT_TIES_CHANGED,
            steps=("related",),
            part="related",
            before=_in_words(before, old),
            after=_in_words(after, new),
        )


def _in_words(version: Version, event: Event) -> str:
    """Return what an event is related to; the order means nothing."""
    return "; ".join(sorted(relation_in_words(version, tie) for tie in event.related))
