"""The page of changes: the ledger of all records, by day, newest first, and what each record became."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Final

from dateline.pages.kinds.disputes import references_of
from dateline.pages.kinds.tombstone import TombstoneView, tombstone_views
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import ChangedClaim, ChangeView, Link
from dateline.pages.wording import outcomes, verdict_words, words
from dateline.pages.wording.sections import CHANGES
from dateline.records.rules.standing import UNSETTLED
from dateline.records.types import Change, Dispute

_NOT_IN_ANCHOR: Final = re.compile("[^0-9-]")
_RESOLUTION: Final = "resolution"


@dataclass(frozen=True, slots=True)
class Became:
    """What a dispute became by its last resolution: its status, and the outcomes of its claims with their number."""

    before: str
    """What it was before; empty where the records do not tell it."""
    after: str
    claims: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """What was changed in one record on one day."""

    link: Link
    kind: str
    publisher: Link | None
    changes: tuple[ChangeView, ...]
    became: Became | None
    settled: str = ""
    """Of a dispute, which of its positions are so and which are not, as sentences."""

    @property
    def claims(self) -> tuple[ChangedClaim, ...]:
        """The claims that the changes name, each once."""
        return tuple(dict.fromkeys(claim for change in self.changes for claim in change.claims))

    @property
    def labels(self) -> tuple[str, ...]:
        """What kinds of change these are, each once."""
        return tuple(dict.fromkeys(change.label for change in self.changes))

    @property
    def order(self) -> int:
        """What a reader looks for first: that the answer to a question changed, then what concerns a question."""
        return 0 if self.became else 1 if self.changes[0].stands else 2


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """What was changed on one day, by record."""

    date: str
    anchor: str
    records: tuple[ChangedRecord, ...]
    counts: tuple[tuple[str, int], ...]
    """How many changes of each kind."""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The ledger of the whole chronology."""

    template: ClassVar[str] = "changes"
    address: ClassVar[str] = CHANGES.address
    title: ClassVar[str] = CHANGES.name
    edit_path: ClassVar[None] = None
    changes: tuple[ChangeView, ...]
    days: tuple[DayOfChanges, ...]
    tombstones: tuple[TombstoneView, ...]


def changes_view(edition: Edition) -> ChangesView:
    """Return every ledger entry of every record, newest first, and the tombstones."""
    changes = all_changes(edition)
    return ChangesView(changes, tuple(_days(edition, changes)), tombstone_views(edition))


def all_changes(edition: Edition) -> tuple[ChangeView, ...]:
    """Return every ledger entry of every record, newest first."""
    # What changed on one day stands in the reverse order of the records, as all that is newest first.
    records = reversed(tuple(edition.chronology.records()))
    entries = [entry for record in records for entry in newest_first(edition.changes(record))]
    return tuple(sorted(entries, key=lambda entry: entry.iso, reverse=True))


def newest_first(entries: Iterable[ChangeView]) -> list[ChangeView]:
    """Return the entries of one record; the numbers at the ends of ids in the feed hang on this order."""
    return sorted(entries, key=lambda entry: (entry.iso, entry.note), reverse=True)


def _days(edition: Edition, changes: Iterable[ChangeView]) -> Iterator[DayOfChanges]:
    anchors: Counter[str] = Counter()
    for iso, of_day in groupby(changes, key=lambda change: change.iso):
        told = list(of_day)
        anchor = f"changed-{_NOT_IN_ANCHOR.sub('', iso)}"
        anchors[anchor] += 1
        yield DayOfChanges(
            date=told[0].date,
            anchor=anchor if anchors[anchor] == 1 else f"{anchor}-{anchors[anchor]}",
            records=tuple(sorted(_records(edition, told), key=lambda record: record.order)),
            counts=tuple(Counter(change.label for change in told).items()),
        )


def _records(edition: Edition, changes: list[ChangeView]) -> Iterator[ChangedRecord]:
    for (kind, _), of_record in groupby(changes, key=lambda change: (change.kind, change.id)):
        told = tuple(of_record)
        first = told[0]
        kind_of_record = edition.language.gettext(words.KIND_OF_RECORD[kind])
        dispute = edition.chronology.disputes.get(first.id) if kind == "dispute" else None
        settled = verdict_words.which_way(edition.chronology, dispute, edition.language) if dispute else ""
        became = _became(edition, dispute, told)
        yield ChangedRecord(first.record, kind_of_record, first.publisher, told, became, settled)


def _became(edition: Edition, dispute: Dispute | None, changes: tuple[ChangeView, ...]) -> Became | None:
    """Return what a dispute became, if its last resolution is among these changes."""
    resolved = [change for change in dispute.history if change.type == _RESOLUTION] if dispute else []
    if dispute is None or not resolved or dispute.status == "open":
        return None
    last = max(resolved, key=lambda change: change.date.order)
    if not any(change.type == _RESOLUTION and change.iso == last.date.text for change in changes):
        return None
    was_open = len(resolved) == 1 and _was_there_before(dispute, last)
    labels = (
        edition.language.gettext(outcomes.OUTCOME_LABEL[edition.outcome(context.event, context.claim)])
        for context in (edition.chronology.claims[reference] for reference in dict.fromkeys(references_of(dispute)))
    )
    return Became(
        before=edition.language.gettext(words.STATUS_LABEL["open"]) if was_open else "",
        after=words.status_label(dispute, edition.language),
        claims=() if dispute.status in UNSETTLED else tuple(Counter(labels).items()),
    )


def _was_there_before(dispute: Dispute, resolution: Change) -> bool:
    """Return whether a dispute had a ledger entry on an earlier day, so that it was there and not yet resolved."""
    first = resolution.date.earliest
    return first is not None and any(
        change.date.latest is not None and change.date.latest < first for change in dispute.history
    )
