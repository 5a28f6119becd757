"""What an import is to write: each row's record, new or brought up to date, and what of the file has no place."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import yaml

from dateline.editing.drafting.record_text import Blank, record_text
from dateline.editing.importing.column_map import ColumnMap
from dateline.editing.importing.given_tables import MOST_BYTES, Table, Unplaced
from dateline.editing.importing.merged_rows import ThreeWay
from dateline.editing.importing.proposals import Proposal, RowOutcome, RowReader
from dateline.editing.importing.refused_values import refused_values
from dateline.editing.importing.rewritten import LayoutError, rewritten_record, values_of
from dateline.editing.importing.row_ledger import FOLDER, Given, RowLedger, digest, digests
from dateline.ground import plainfiles
from dateline.ground.problems import Code, Problem
from dateline.records.loading import Corpus
from dateline.records.loading.files import decoded, read_bytes
from dateline.records.types import RecordKind, type_of_kind

NEW: Final = "new"
CHANGED: Final = "changed"
SAME: Final = "as they are"
LEFT: Final = "left to their editors"
Progress = Callable[[int], None]
_EVERY: Final = 200


@dataclass(slots=True)
class ImportPlan:
    """What an import is to write, and what it tells."""

    changes: dict[str, tuple[bytes | None, bytes]] = field(default_factory=dict)
    """The files of content/ with what they say and are to say."""
    counts: Counter[tuple[RecordKind, str]] = field(default_factory=Counter)
    unplaced: list[Unplaced] = field(default_factory=list)
    unmapped: Counter[str] = field(default_factory=Counter)
    """The columns that become nothing, with how many cells they have."""
    silent: Counter[str] = field(default_factory=Counter)
    """What stood in cells that only say that they have nothing to say."""
    withheld: int = 0
    rows: int = 0
    gone: int = 0
    """How many records have rows that the file has no more."""
    notes: tuple[str, ...] = ()
    """What is told of the file as a whole."""
    sample: tuple[int, str, str] = (9, "", "")
    """The first record that is new or changed, to be shown: an event rather than what it names."""


@dataclass(slots=True)
class ImportPlanner:
    """Makes a plan of what rows come to."""

    content: Path
    root: Path
    corpus: Corpus
    ledger: RowLedger
    plan: ImportPlan = field(default_factory=ImportPlan)
    noted: RowLedger = field(default_factory=RowLedger)
    zone: str | None = None
    _paths: dict[tuple[RecordKind, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind in RecordKind:
            for id_, filed in self.corpus.records.get(kind, {}).items():
                self._paths[kind, id_] = self._below(self.root / filed.document.path)
        for unread in self.corpus.unread_files:
            if unread.kind is not None and unread.document is not None:
                self._paths[unread.kind, unread.id] = self._below(self.root / unread.document.path)

    def run(self, table: Table, known: ColumnMap, reader: RowReader, progress: Progress) -> ImportPlan:
        """Return what a table comes to."""
        outcome, taken = RowOutcome(unplaced=self.plan.unplaced), known.taken
        for row in table.rows:
            self.plan.rows += 1
            outcome.unplaced += row.faults
            self.plan.unmapped.update(column for column in row.cells if column not in taken)
            self.plan.silent.update(
                text for column, text in row.cells.items() if column in known.columns and known.is_silent(column, text)
            )
            reader.read(row, outcome)
            self._settle(outcome)
            if self.plan.rows % _EVERY == 0:
                progress(self.plan.rows)
        if self.plan.rows % _EVERY:
            progress(self.plan.rows)
        reader.finish()
        return self.finish(outcome, known.name)

    def finish(self, outcome: RowOutcome, name: str) -> ImportPlan:
        """Return the plan, with what is noted for the next run."""
        self._settle(outcome)
        self.plan.withheld = outcome.withheld
        self.plan.unplaced.sort(key=lambda one: one.row)
        self.plan.gone = len(self.ledger.known.keys() - self.noted.known.keys())
        self.noted.known = {**self.ledger.known, **self.noted.known}
        path = f"{FOLDER}/{name}.json"
        before, after = _bytes(self.content / path), self.noted.text().encode()
        if before != after and (self.plan.changes or self.noted.known != self.ledger.known):
            self.plan.changes[path] = (before, after)
        return self.plan

    def _settle(self, outcome: RowOutcome) -> None:
        for proposal in outcome.proposals:
            self._one(proposal)
        outcome.proposals.clear()

    def _one(self, proposal: Proposal) -> None:
        known = self.ledger.known.get(proposal.key)
        whole = digest(json.dumps(proposal.values, default=str, sort_keys=True))
        if known is not None and known.whole == whole and (proposal.kind, proposal.id) in self._paths:
            self._count(proposal, SAME)
            self.noted.known[proposal.key] = known
            return
        values = self._sound(proposal)
        self._settled(proposal, values, whole if len(values) == len(_given_values(proposal)) else "")

    def _settled(self, proposal: Proposal, values: Mapping[str, Any], whole: str) -> None:
        """Put what a row comes to into the plan: a new record, one that changes, or one that stays."""
        text = record_text(proposal.kind, values, is_terse=True)
        theirs = values_of(text, proposal.kind)
        given = self.ledger.known.get(proposal.key)
        path = self._paths.get((proposal.kind, proposal.id))
        if given is not None and given.values == digests(theirs):
            self._count(proposal, SAME)
            self.noted.known[proposal.key] = replace(given, whole=whole)
        elif path is None and given is not None:
            self._tell(
                proposal, Code.BURIED_ID, f"its record {proposal.id} is gone", "take the row out of the file, too"
            )
            self.noted.known[proposal.key] = given
        elif path is None:
            self._count(proposal, NEW)
            folder = f"{proposal.folder}/" if proposal.folder else ""
            self._write(proposal, f"{proposal.kind.folder}/{folder}{proposal.id}{proposal.kind.suffix}", None, text)
            self.noted.note(proposal.key, proposal.id, theirs, whole)
        else:
            self._bring_up(proposal, path, theirs, given or Given(proposal.id, {}))

    def _bring_up(self, proposal: Proposal, path: str, theirs: Mapping[str, Any], given: Given) -> None:
        """Have a record that is there say what its row says now, as far as no editor says otherwise."""
        raw = read_bytes(self.content / path, path)
        text = decoded(raw, path) if isinstance(raw, bytes) else raw
        if isinstance(text, Problem) or isinstance(raw, Problem):
            self._tell(proposal, Code.UNREADABLE, f"{path} cannot be read", "mend it first: dateline check")
            return
        try:
            ours = values_of(text, proposal.kind)
        except yaml.YAMLError:
            self._tell(proposal, Code.YAML_SYNTAX, f"{path} is not valid YAML", "mend it first: dateline check")
            return
        if ours.get("state") != "draft":
            self._leave(proposal, path, given, "is published", "change it by hand, with an entry in its history")
            return
        way = ThreeWay(given.values)
        merged = way.merged(ours, theirs)
        try:
            after = rewritten_record(text, proposal.kind, ours, merged) if merged != ours else text
        except LayoutError as error:
            self._leave(proposal, path, given, f"cannot be changed: {error}", "change it by hand")
            return
        for place in way.kept:
            why = f"an editor changed {' '.join(place)} of {proposal.id} as well; that stays"
            self._tell(proposal, Code.BAD_VALUE, why, "compare the two")
        self._count(proposal, CHANGED if after != text else SAME)
        if after != text:
            self._write(proposal, path, raw, after)
        self.noted.note(proposal.key, proposal.id, theirs)

    def _leave(self, proposal: Proposal, path: str, given: Given, why: str, cure: str) -> None:
        self._count(proposal, LEFT)
        self.noted.known[proposal.key] = given
        self._tell(proposal, Code.BAD_VALUE, f"the row has changed, and {path} {why}", cure)

    def _sound(self, proposal: Proposal) -> dict[str, Any]:
        """Return the values that the check takes; those that it refuses are told."""
        values = _given_values(proposal)
        said = {key: value for key, value in values.items() if not isinstance(value, Blank)} | {"id": proposal.id}
        refused = refused_values(said, type_of_kind[proposal.kind], self.zone)
        for key, (code, why, cure) in refused.items():
            self._tell(proposal, code, f"{key}: {why}", cure)
        return {key: value for key, value in values.items() if key not in refused}

    def _write(self, proposal: Proposal, path: str, before: bytes | None, after: str) -> None:
        self.plan.changes[path] = (before, after.encode())
        self._paths[proposal.kind, proposal.id] = path
        rank = _RANK.index(proposal.kind) if proposal.kind in _RANK else len(_RANK)
        if rank < self.plan.sample[0]:
            self.plan.sample = (rank, path, after)

    def _count(self, proposal: Proposal, what: str) -> None:
        self.plan.counts[proposal.kind, what] += 1

    def _tell(self, proposal: Proposal, code: Code, why: str, cure: str) -> None:
        self.plan.unplaced.append(Unplaced(proposal.row, "", "", code, why, cure))

    def _below(self, path: Path) -> str:
        return path.relative_to(self.content).as_posix()


_RANK: Final = (RecordKind.EVENT, RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.PLACE)
"""Of which kind a record is shown rather than of another."""


def _given_values(proposal: Proposal) -> dict[str, Any]:
    return {key: value for key, value in proposal.values.items() if value is not None}


def _bytes(path: Path) -> bytes | None:
    """Return what a ledger says; it is larger than any record may be."""
    try:
        return plainfiles.read(path, MOST_BYTES, follows=False)
    except OSError:
        return None


def ledger_of(content: Path, name: str) -> RowLedger:
    """Return what the last run of an import noted."""
    raw = _bytes(content / FOLDER / f"{name}.json")
    return RowLedger.read(raw.decode("utf-8", "replace")) if raw is not None else RowLedger()
