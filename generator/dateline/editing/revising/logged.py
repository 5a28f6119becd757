"""An entry for the history of a record that is named by its id alone."""

from dateline.editing.revising.ledger import Telling, log
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.named_ids import existing, kind_of
from dateline.records.types import RecordKind


def log_change(
    manuscript: Manuscript, id_: str, told: Telling, *, kind: str | None = None, dispute: str | None = None
) -> None:
    """Write an entry into a record's history; where several kinds have the id, `kind` says which is meant."""
    found, _ = existing(manuscript, kind or kind_of(manuscript, id_.partition("#")[0]), id_.partition("#")[0])
    if dispute is not None:
        existing(manuscript, RecordKind.DISPUTE.value, dispute)
    log(manuscript, manuscript.path_of(RecordKind(found), id_.partition("#")[0]), told, dispute)
