"""What differs in how an event is tied to others: its whole, what somebody relates it to; and in its pictures."""

from collections.abc import Collection, Iterator

from dateline.editing.comparison.differences import ChangeKind, FoundChange
from dateline.editing.comparison.in_full import event_in_words, picture_in_words, relation_in_words
from dateline.editing.comparison.versions import Version
from dateline.records.types import Event, Picture


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


def picture_differences(before: Version, after: Version, old: Event, new: Event) -> Iterator[FoundChange]:
    """Yield what differs in the pictures of an event, their files among it; their order is that of the page."""
    swapped = _swapped(before, after).intersection(picture.image for picture in old.media)
    if old.media != new.media or swapped:
        yield FoundChange(
            kind=ChangeKind.EVENT_CHANGED,
            steps=("media",),
            part="pictures",
            before="; ".join(picture_in_words(before, picture) for picture in old.media),
            after="; ".join(_told(after, picture, swapped) for picture in new.media),
        )


def with_other_pictures(before: Version, after: Version) -> frozenset[str]:
    """Return the events that show a picture whose file is another one now."""
    swapped = _swapped(before, after)
    if not swapped:
        return frozenset()
    events = after.chronology.events.values()
    return frozenset(event.id for event in events if any(picture.image in swapped for picture in event.media))


def _swapped(before: Version, after: Version) -> frozenset[str]:
    old, new = before.chronology.pictures, after.chronology.pictures
    return frozenset(name for name in old.keys() & new.keys() if old[name].digest != new[name].digest)


def _told(version: Version, picture: Picture, swapped: Collection[str]) -> str:
    told = picture_in_words(version, picture)
    return f"{told}, another file of that name" if picture.image in swapped else told


def _in_words(version: Version, event: Event) -> str:
    """Return what an event is related to; the order means nothing."""
    return "; ".join(sorted(relation_in_words(version, tie) for tie in event.related))
