"""Two versions of the records compared by what they mean."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from dateline.editing.comparison.consequences import (
    ChangedPages,
    contradiction_differences,
    outcome_differences,
    page_differences,
)
from dateline.editing.comparison.differences import SUGGESTS, ChangeKind, Difference, FoundChange
from dateline.editing.comparison.events import event_differences
from dateline.editing.comparison.in_full import in_full
from dateline.editing.comparison.kinds_of_records import (
    ADDED,
    REMOVED,
    actor_differences,
    dispute_differences,
    masthead_differences,
    place_differences,
    source_differences,
)
from dateline.editing.comparison.lost_addresses import lost_addresses
from dateline.editing.comparison.promises import embargoes_on_what_was_seen, missing_history, vanished_ids
from dateline.editing.comparison.red_flags import flagged, grams_of, of_merge
from dateline.editing.comparison.renamed import Names, new_names, with_names
from dateline.editing.comparison.said_in_brief import brief_differences
from dateline.editing.comparison.tied_differences import with_other_pictures
from dateline.editing.comparison.told_redacted import UNSAID, struck
from dateline.editing.comparison.told_withheld import (
    MASK,
    as_published_before,
    names_withheld,
    withheld_differences,
    without_what_is_withheld,
)
from dateline.editing.comparison.unsaid import Unsaid
from dateline.editing.comparison.versions import Version, title_of
from dateline.ground.dates import in_words
from dateline.ground.problems import Problem, Severity
from dateline.pages.wording import addresses, words
from dateline.records.loading import Document
from dateline.records.types import Dispute, Event, Record, RecordKind, State

_COMPARE: Final[dict[RecordKind, Callable[[Any, Any], Iterator[FoundChange]]]] = {
    RecordKind.SOURCE: source_differences,
    RecordKind.ACTOR: actor_differences,
    RecordKind.PLACE: place_differences,
    RecordKind.DISPUTE: dispute_differences,
}
_TOLD_AS_THEY_GO: Final = frozenset({RecordKind.ACTOR, RecordKind.PLACE})
"""What is told in full when it goes, so that a reviewer sees whether it was the same as what stands for it now."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed in meaning between two versions of the records.

    `problems` are what the change breaks (see `promises`); `unread` names the files of either
    version that could not be read, about which nothing can be said.  `pages` is None where
    one of the versions has errors, so that no pages can be made of it.
    """

    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]
    faults: tuple[Problem, ...]
    """What the check tells of the newer version: every error, and the warnings that the older one has not."""
    suggestions: tuple[Difference, ...]
    """What only adds to a published record that has no new entry in its history."""
    pages: ChangedPages | None
    unread_before: tuple[str, ...]
    unread_after: tuple[str, ...]


def compare(before: Version, after: Version, templates: Path | None, copies: Iterable[str] = ()) -> Comparison:
    """Compare two versions; with `templates`, also the pages made of them, with `copies` also with texts of sources.

    Nothing is told that the newer version withholds, or that was redacted in it.
    """
    names = new_names(before, after)
    alike = with_names(before, names)
    masked = Unsaid(names_withheld(alike, after), MASK)
    old, new = without_what_is_withheld(alike, after)
    of_records = {(kind, id_): list(_record_differences(old, new, kind, id_)) for kind, id_ in _keys(old, new)}
    told = flagged(old, new, _differences(old, new, of_records.values()), grams_of(copies))
    differences = [*map(masked.difference, told), *withheld_differences(alike, after)]
    order = list(ChangeKind)
    differences.sort(key=lambda one: (order.index(one.kind), one.reference, one.position))
    problems = (
        *vanished_ids(before, after),
        *embargoes_on_what_was_seen(before, after),
        *lost_addresses(before, after),
        *missing_history(old, new, of_records),
    )
    pages = _changed_pages(before, after, names, templates) if templates is not None else None
    found = Comparison(
        differences=tuple(differences),
        problems=tuple(sorted(problems)),
        faults=tuple(map(masked.problem, _faults(before, after))),
        suggestions=tuple(_suggestions(old, new, of_records)),
        pages=pages and masked.pages(pages),
        unread_before=_unread(before),
        unread_after=_unread(after),
    )
    redacted = struck(before, alike, after)
    return found if redacted is None else _without(found, Unsaid(redacted, UNSAID, also_where=True))


def _without(found: Comparison, unsaid: Unsaid) -> Comparison:
    return replace(
        found,
        differences=tuple(map(unsaid.difference, found.differences)),
        problems=tuple(map(unsaid.problem, found.problems)),
        faults=tuple(map(unsaid.problem, found.faults)),
        suggestions=tuple(map(unsaid.difference, found.suggestions)),
        pages=found.pages and unsaid.pages(found.pages),
    )


def _differences(before: Version, after: Version, direct: Iterable[Iterable[Difference]]) -> Iterator[Difference]:
    """Yield what differs in records, what follows from that, and what differs besides."""
    for of_record in direct:
        yield from of_record
    for event, found in (*outcome_differences(before, after), *contradiction_differences(before, after)):
        yield _placed(before, after, event, found)
    yield from _other_differences(before, after)


def _changed_pages(before: Version, after: Version, names: Names, templates: Path) -> ChangedPages | None:
    """Return which pages change; of what is withheld now, nothing that they said."""
    return page_differences(before, after, templates, as_published_before(before, after, names))


def _keys(before: Version, after: Version) -> Iterator[tuple[RecordKind, str]]:
    """Yield what is worth looking at: every record that both do not have alike, and events with other pictures."""
    others = with_other_pictures(before, after)
    for kind in RecordKind:
        old, new = before.of_kind(kind), after.of_kind(kind)
        shown = others if kind is RecordKind.EVENT else frozenset()
        yield from ((kind, id_) for id_ in sorted({*old, *new}) if old.get(id_) != new.get(id_) or id_ in shown)


def _record_differences(before: Version, after: Version, kind: RecordKind, id_: str) -> Iterator[Difference]:
    old, new = before.of_kind(kind).get(id_), after.of_kind(kind).get(id_)
    if new is None:
        if old is not None and not after.is_unread(kind, id_):
            told = in_full(before, old) if kind in _TOLD_AS_THEY_GO else ()
            gone = FoundChange(kind=REMOVED[kind], before=_gist(old), is_gone=True, details=told)
            yield _placed(before, after, old, gone)
    elif old is None:
        if not before.is_unread(kind, id_):
            told = in_full(after, new)
            yield _placed(before, after, new, FoundChange(kind=ADDED[kind], after=_gist(new), details=told))
    else:
        found = event_differences(before, after, old, new) if kind is RecordKind.EVENT else _COMPARE[kind](old, new)
        for one in (*found, *_history(old, new)):
            yield _placed(before, after, new, one)


def _gist(record: Record) -> str:
    """Return in a few words how much a record holds that came or went as a whole."""
    draft = "draft" if record.state is State.DRAFT else ""
    if isinstance(record, Dispute):
        return ", ".join(filter(None, (draft, words.status_label(record))))
    if not isinstance(record, Event):
        return draft
    reports = sum(len(claim.reports) for claim in record.claims)
    return f"{draft and 'draft; '}{words.plural(len(record.claims), 'claim')}, {words.plural(reports, 'report')}"


def _history(old: Record, new: Record) -> Iterator[FoundChange]:
    for index, entry in enumerate(new.history):
        if entry not in old.history:
            part = f"{words.change_label(entry)}, {in_words(entry.date)}"
            yield FoundChange(kind=ChangeKind.HISTORY_ADDED, steps=("history", index), part=part, after=entry.note)
    for index, entry in enumerate(old.history):
        if entry not in new.history:
            part = f"{words.change_label(entry)}, {in_words(entry.date)}"
            yield FoundChange(
                kind=ChangeKind.HISTORY_REMOVED, steps=("history", index), part=part, before=entry.note, is_gone=True
            )


def _placed(before: Version, after: Version, record: Record, found: FoundChange) -> Difference:
    """Put a difference where it stands: in the newer version, or the older one where it is gone."""
    kind = RecordKind(type(record).__name__.lower())
    version = before if found.is_gone else after
    holder = version.of_kind(kind).get(record.id, record)
    address = _address(after, kind, record.id, found)
    return Difference(
        kind=found.kind,
        record=f"{kind} {record.id}",
        reference=f"{record.id}#{found.claim}" if found.claim else record.id,
        title=title_of(record),
        part=found.part,
        before=found.before,
        after=found.after,
        position=version.document(holder).position(found.steps),
        is_gone=found.is_gone,
        address=address,
        details=found.details,
        red=(found.red,) if found.red else (),
        is_on_site=address != "" and _page(address) == _page(_address(before, kind, record.id, found)),
    )


def _page(address: str) -> str:
    return address.partition("#")[0]


def _address(version: Version, kind: RecordKind, id_: str, found: FoundChange) -> str:
    """Return where a reader of that version sees it; empty where it has no page for it."""
    record = version.published.of_kind(kind).get(id_)
    if record is None:
        return ""
    if isinstance(record, Event):
        claim = next((claim for claim in record.claims if claim.id == found.claim), None)
        return version.edition.claim_address(record, claim) if claim else version.edition.event_address(record)
    return addresses.record_address(record)


def _other_differences(before: Version, after: Version) -> Iterator[Difference]:
    """Compare chronology.yml, the tombstones, the hand-written pages and what is said in brief."""
    old, new = before.corpus.masthead, after.corpus.masthead
    if old is not None and new is not None:
        for found in masthead_differences(old.record, new.record):
            yield _loose(found, "chronology", new.record.title, new.document)
    known = {(stone.kind, stone.id) for stone in before.chronology.tombstones}
    graveyard = after.corpus.graveyard
    for index, stone in enumerate(graveyard.record.tombstones if graveyard else ()):
        if graveyard is not None and (stone.kind, stone.id) not in known:
            instead = f"; instead: {stone.instead}" if stone.instead else ""
            found = FoundChange(
                kind=ChangeKind.TOMBSTONE_ADDED,
                steps=("tombstones", index),
                after=f"{stone.note}{instead}",
                red=of_merge(before, after, stone),
            )
            yield _loose(found, stone.id, f"{stone.kind} {stone.id}", graveyard.document)
    yield from _page_differences(before, after)
    filed = after.corpus.brief, before.corpus.brief
    documents = [one.document for one in filed if one is not None]
    for found in brief_differences(before.chronology.brief, after.chronology.brief) if documents else ():
        yield _loose(found, "brief.yml", "In brief", documents[-1] if found.is_gone else documents[0])


def _page_differences(before: Version, after: Version) -> Iterator[Difference]:
    old, new = before.corpus.pages, after.corpus.pages
    for id_ in sorted({*old, *new}):
        one, other = old.get(id_), new.get(id_)
        if other is None and one is not None:
            found = FoundChange(kind=ChangeKind.PAGE_REMOVED, is_gone=True)
            yield _loose(found, id_, one.head.title, one.document)
        elif other is not None and one is None:
            yield _loose(FoundChange(kind=ChangeKind.PAGE_ADDED), id_, other.head.title, other.document)
        elif (
            one is not None and other is not None and (one.head, one.document.body) != (other.head, other.document.body)
        ):
            found = FoundChange(kind=ChangeKind.PAGE_CHANGED, before=one.document.body, after=other.document.body)
            yield _loose(found, id_, other.head.title, other.document)


def _loose(found: FoundChange, reference: str, title: str, document: Document) -> Difference:
    return Difference(
        kind=found.kind,
        red=(found.red,) if found.red else (),
        record=f"{found.kind.partition('-')[0]} {reference}",
        reference=reference,
        title=title,
        part=found.part,
        before=found.before,
        after=found.after,
        position=document.position(found.steps),
        is_gone=found.is_gone,
    )


def _suggestions(
    before: Version, after: Version, found: Mapping[tuple[RecordKind, str], Iterable[Difference]]
) -> Iterator[Difference]:
    for (kind, id_), differences in found.items():
        old, new = before.of_kind(kind).get(id_), after.of_kind(kind).get(id_)
        if old is not None and new is not None and all(entry in old.history for entry in new.history):
            yield from (one for one in differences if one.kind in SUGGESTS)


def _faults(before: Version, after: Version) -> Iterator[Problem]:
    """Yield the errors of the newer version, and the warnings that are new, wherever they stand in the file."""
    known = {(one.position.path, one.code, one.message) for one in before.faults}
    for one in sorted(after.faults):
        if one.severity is Severity.ERROR or (one.position.path, one.code, one.message) not in known:
            yield one


def _unread(version: Version) -> tuple[str, ...]:
    return tuple(sorted({f"{file.kind or 'page'} {file.id}" for file in version.corpus.unread_files}))
