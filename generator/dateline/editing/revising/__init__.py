"""One change over all files that it reaches: each mention follows, tombstone and history are written."""

from dateline.editing.revising.added_reports import add_report, figure_of, known_claim
from dateline.editing.revising.cited import cite
from dateline.editing.revising.completing import NOTHING_MORE, Allowed, completed
from dateline.editing.revising.file_parts import Parts
from dateline.editing.revising.filling import filled, is_waiting
from dateline.editing.revising.finding import Hit, find
from dateline.editing.revising.ledger import Telling
from dateline.editing.revising.logged import log_change
from dateline.editing.revising.manuscript import FileChange, Manuscript
from dateline.editing.revising.mentions import Target, mentions, rewritten
from dateline.editing.revising.merging import merge
from dateline.editing.revising.moving import Offshoot, move_claim, split_event
from dateline.editing.revising.named_ids import KINDS, kind_of
from dateline.editing.revising.new_words import LISTS, add_word, say_unused
from dateline.editing.revising.published_drafts import publish, publish_all
from dateline.editing.revising.redacting import Redaction, redact
from dateline.editing.revising.refusal import RefusalError
from dateline.editing.revising.removing import remove
from dateline.editing.revising.renaming import rename
from dateline.editing.revising.settling import NO_CONFLICT, PARTLY, Settling, reopen, resolve

__all__ = [
    "KINDS",
    "LISTS",
    "NOTHING_MORE",
    "NO_CONFLICT",
    "PARTLY",
    "Allowed",
    "FileChange",
    "Hit",
    "Manuscript",
    "Offshoot",
    "Parts",
    "Redaction",
    "RefusalError",
    "Settling",
    "Target",
    "Telling",
    "add_report",
    "add_word",
    "cite",
    "completed",
    "figure_of",
    "filled",
    "find",
    "is_waiting",
    "kind_of",
    "known_claim",
    "log_change",
    "mentions",
    "merge",
    "move_claim",
    "publish",
    "publish_all",
    "redact",
    "remove",
    "rename",
    "reopen",
    "resolve",
    "rewritten",
    "say_unused",
    "split_event",
]
