"""New records as an editor would type them: complete, commented, in the right place."""

from generator.drafting.claims import NoPlaceError, with_claim
from generator.drafting.ids import claim_id, event_folder, event_id, free_id, is_free
from generator.drafting.issues import MAX_ISSUE, Form, Issue, IssueError, form_of_yaml, read_issue
from generator.drafting.shelf import Shelf, UnknownError
from generator.drafting.suggestions import event_of, remarks_of, source_of
from generator.drafting.writing import Blank, record_text

__all__ = [
    "MAX_ISSUE",
    "Blank",
    "Form",
    "Issue",
    "IssueError",
    "NoPlaceError",
    "Shelf",
    "UnknownError",
    "claim_id",
    "event_folder",
    "event_id",
    "event_of",
    "form_of_yaml",
    "free_id",
    "is_free",
    "read_issue",
    "record_text",
    "remarks_of",
    "source_of",
    "with_claim",
]
