"""New records as an editor would type them: complete, commented, in the right place."""

from dateline.editing.drafting.claims import NoPlaceError, with_claim
from dateline.editing.drafting.ids import claim_id, event_folder, event_id, is_free
from dateline.editing.drafting.issues import MAX_ISSUE, Issue, IssueError, IssueForm, form_of_yaml, read_issue
from dateline.editing.drafting.known_already import known_already, said_already
from dateline.editing.drafting.known_records import KnownRecords, UnknownError
from dateline.editing.drafting.record_text import Blank, record_text
from dateline.editing.drafting.suggestions import event_of, remarks_of, source_of
from dateline.editing.intake import free_id

__all__ = [
    "MAX_ISSUE",
    "Blank",
    "Issue",
    "IssueError",
    "IssueForm",
    "KnownRecords",
    "NoPlaceError",
    "UnknownError",
    "claim_id",
    "event_folder",
    "event_id",
    "event_of",
    "form_of_yaml",
    "free_id",
    "is_free",
    "known_already",
    "read_issue",
    "record_text",
    "remarks_of",
    "said_already",
    "source_of",
    "with_claim",
]
