"""What differs between two versions of a source, an actor, a place, a dispute, or of the chronology's own record."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from dateline.editing.comparison.differences import ChangeKind, Detail, FoundChange
from dateline.editing.comparison.fieldwise import changed_fields, in_plain_words
from dateline.editing.comparison.red_flags import of_address
from dateline.pages.wording import words
from dateline.pages.wording.places_in_sources import part_in_words
from dateline.records.types import Actor, Dispute, Masthead, Place, Record, RecordKind, Source

_LOCATED: Final = ("globe", "lat", "lon", "within")
_SETTLED: Final = frozenset({"resolved", "not-a-conflict"})
_LABELS: Final = {
    "body": "text",
    "part_of": "part of",
    "copy_of": "copy of",
    "published_note": "note on its date",
    "written_note": "note on when it was written",
    "url": "",
}
_OF_SOURCES: Final = {
    "withdrawn": ChangeKind.SOURCE_WITHDRAWN,
    "corrected": ChangeKind.SOURCE_CORRECTED,
    "copy_of": ChangeKind.SOURCE_COPY_CHANGED,
    "url": ChangeKind.SOURCE_ADDRESS_CHANGED,
}
"""What changes how the reports of a source count, or are told, or where it is."""

ADDED: Final = {
    RecordKind.EVENT: ChangeKind.EVENT_ADDED,
    RecordKind.SOURCE: ChangeKind.SOURCE_ADDED,
    RecordKind.ACTOR: ChangeKind.ACTOR_ADDED,
    RecordKind.PLACE: ChangeKind.PLACE_ADDED,
    RecordKind.DISPUTE: ChangeKind.DISPUTE_OPENED,
}
REMOVED: Final = {
    RecordKind.EVENT: ChangeKind.EVENT_REMOVED,
    RecordKind.SOURCE: ChangeKind.SOURCE_REMOVED,
    RecordKind.ACTOR: ChangeKind.ACTOR_REMOVED,
    RecordKind.PLACE: ChangeKind.PLACE_REMOVED,
    RecordKind.DISPUTE: ChangeKind.DISPUTE_REMOVED,
}


def _links(name: str, old: Source, new: Source) -> tuple[Detail, ...]:
    """Return the two addresses of a source that is elsewhere now, to be looked at."""
    said = (("before", old.url), ("now", new.url)) if name == "url" else ()
    return tuple(Detail(1, when, url) for when, url in said if url)


def source_differences(old: Source, new: Source) -> Iterator[FoundChange]:
    """Yield what differs between two versions of a source; its parts are known by what they are cited by."""
    yield from _simple(ChangeKind.SOURCE_CHANGED, old, new, {"paragraphs", "passages", *_OF_SOURCES})
    for name, kind in _OF_SOURCES.items():
        before, after = in_plain_words(getattr(old, name)), in_plain_words(getattr(new, name))
        if before != after:
            red = of_address(old.url, new.url) if name == "url" else ""
            part = _LABELS.get(name, name)
            yield FoundChange(
                kind=kind, steps=(name,), part=part, before=before, after=after, red=red, details=_links(name, old, new)
            )
    known = {paragraph.spot: (index, paragraph) for index, paragraph in enumerate(old.parts)}
    kept = {paragraph.spot for paragraph in new.parts}
    for index, paragraph in enumerate(new.parts):
        part, here = part_in_words(new, paragraph), new.steps_to(index)
        if paragraph.spot not in known:
            after = paragraph.begins or ""
            yield FoundChange(kind=ChangeKind.SOURCE_PARAGRAPH_ADDED, steps=here, part=part, after=after)
            continue
        for name, one, other in changed_fields(known[paragraph.spot][1], paragraph):
            yield FoundChange(
                kind=ChangeKind.SOURCE_PARAGRAPH_CHANGED,
                steps=(*here, name),
                part=f"{part}, {name}",
                before=in_plain_words(one),
                after=in_plain_words(other),
                red="nothing is drawn from the paragraph any more" if name == "unused" and one is None else "",
            )
    for spot, (index, paragraph) in known.items():
        if spot not in kept:
            steps = old.steps_to(index)
            yield FoundChange(
                kind=ChangeKind.SOURCE_PARAGRAPH_REMOVED,
                steps=steps,
                part=part_in_words(old, paragraph),
                before=paragraph.begins or "",
                is_gone=True,
            )


def actor_differences(old: Actor, new: Actor) -> Iterator[FoundChange]:
    """Yield what differs between two versions of an actor."""
    if set(map(in_plain_words, old.sides)) != set(map(in_plain_words, new.sides)):
        steps = ("sides",)
        before, after = in_plain_words(old.sides), in_plain_words(new.sides)
        yield FoundChange(kind=ChangeKind.ACTOR_SIDES_CHANGED, steps=steps, before=before, after=after)
    yield from _simple(ChangeKind.ACTOR_CHANGED, old, new, {"sides"})


def place_differences(old: Place, new: Place) -> Iterator[FoundChange]:
    """Yield what differs between two versions of a place."""
    before, after = _located(old), _located(new)
    if before != after:
        changed = next(name for name in _LOCATED if getattr(old, name) != getattr(new, name))
        yield FoundChange(kind=ChangeKind.PLACE_MOVED, steps=(changed,), before=before, after=after)
    yield from _simple(ChangeKind.PLACE_CHANGED, old, new, _LOCATED)


def _located(place: Place) -> str:
    point = f"{place.lat}, {place.lon}" if place.lat is not None else "no coordinates"
    point += "" if place.globe == "earth" else f" on {place.globe}"
    return f"{point}, within {in_plain_words(place.within)}" if place.within else point


def dispute_differences(old: Dispute, new: Dispute) -> Iterator[FoundChange]:
    """Yield what differs between two versions of a dispute; positions are known by their ids."""
    if old.status != new.status:
        labels = words.STATUS_LABEL
        settled = new.resolution
        why = f" by {words.RULE_LABEL.get(settled.rule, settled.rule)}: {settled.note}" if settled else ""
        yield FoundChange(
            kind=_turn(old.status, new.status),
            steps=("status",),
            before=labels[old.status],
            after=f"{labels[new.status]}{why}",
        )
    if old.resolution != new.resolution and ((old.resolution and new.resolution) or old.status == new.status):
        before, after = in_plain_words(old.resolution), in_plain_words(new.resolution)
        steps = ("resolution",)
        yield FoundChange(kind=ChangeKind.DISPUTE_RESOLUTION_CHANGED, steps=steps, before=before, after=after)
    yield from _positions(old, new)
    yield from _simple(ChangeKind.DISPUTE_CHANGED, old, new, {"status", "resolution", "positions"})


def _turn(before: str, after: str) -> ChangeKind:
    if after in _SETTLED and before not in _SETTLED:
        return ChangeKind.DISPUTE_RESOLVED
    return (
        ChangeKind.DISPUTE_REOPENED
        if before in _SETTLED and after not in _SETTLED
        else ChangeKind.DISPUTE_STATUS_CHANGED
    )


def _positions(old: Dispute, new: Dispute) -> Iterator[FoundChange]:
    known = {standpoint.id: standpoint for standpoint in old.positions}
    kept = {standpoint.id for standpoint in new.positions}
    for index, standpoint in enumerate(new.positions):
        here = ("positions", index)
        if standpoint.id not in known:
            yield FoundChange(
                kind=ChangeKind.DISPUTE_POSITION_ADDED, steps=here, part=standpoint.id, after=in_plain_words(standpoint)
            )
            continue
        for name, one, other in changed_fields(known[standpoint.id], standpoint):
            if name != "claims" or set(one) != set(other):
                yield FoundChange(
                    kind=ChangeKind.DISPUTE_POSITION_CHANGED,
                    steps=(*here, name),
                    part=f"{standpoint.id}, {name}",
                    before=in_plain_words(one),
                    after=in_plain_words(other),
                )
    for index, standpoint in enumerate(old.positions):
        if standpoint.id not in kept:
            yield FoundChange(
                kind=ChangeKind.DISPUTE_POSITION_REMOVED,
                steps=("positions", index),
                part=standpoint.id,
                before=in_plain_words(standpoint),
                is_gone=True,
            )


def masthead_differences(old: Masthead, new: Masthead) -> Iterator[FoundChange]:
    """Yield what differs between two versions of chronology.yml, word by word in the vocabulary."""
    yield from _simple(ChangeKind.CHRONOLOGY_CHANGED, old, new, {"vocabulary"})
    for list_name, one, other in changed_fields(old.vocabulary, new.vocabulary):
        for word in (*other, *(word for word in one if word not in other)):
            before, after = _term(one, word), _term(other, word)
            if before != after:
                steps = ("vocabulary", list_name, word)
                part = f"{list_name.replace('_', ' ')}: {word}"
                yield FoundChange(
                    kind=ChangeKind.CHRONOLOGY_CHANGED, steps=steps, part=part, before=before, after=after
                )


def _term(terms: Mapping[str, Any], word: str) -> str:
    return (in_plain_words(terms[word]) or "a word") if word in terms else ""


def _simple(
    kind: ChangeKind, old: Record | Masthead, new: Record | Masthead, skip: Collection[str]
) -> Iterator[FoundChange]:
    for name, one, other in changed_fields(old, new, skip):
        yield FoundChange(
            kind=kind,
            steps=(name,),
            part=_LABELS.get(name, name.replace("_", " ")),
            before=in_plain_words(one),
            after=in_plain_words(other),
            red="another publisher" if name == "publisher" else "",
        )
