"""An entry for the history of a record that is named by its id alone."""

from dataclasses import replace

from dateline.editing.revising.ledger import Telling, log
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.named_ids import existing, kind_of
from dateline.records.types import RecordKind
from dateline.records.types.named_kinds import CLAIM


def log_change(
    manuscript: Manuscript, id_: str, told: Telling, *, kind: str | None = None, dispute: str | None = None
) -> None:
    """Write an entry into a record's history, of a claim into its event's; `kind` says which of several is meant."""
    record, _, claim = id_.partition("#")
    found, _ = existing(manuscript, kind or kind_of(manuscript, record), record)
    if claim:
        existing(manuscript, CLAIM, id_)
        told = replace(told, note=f"Claim {claim}: {told.note}")
    if dispute is not None:
        existing(manuscript, RecordKind.DISPUTE.value, dispute)
    log(manuscript, manuscript.path_of(RecordKind(found), record), told, dispute)
