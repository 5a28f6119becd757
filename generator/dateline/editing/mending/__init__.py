"""Records put in their form without a change of meaning: white space, quotes, the order of keys."""

from dateline.editing.mending.mended import FORMS, form_of, mended
from dateline.editing.mending.nodes import end_of, meaning, root_of
from dateline.editing.mending.redating import redated
from dateline.editing.mending.remembered import with_outcomes
from dateline.editing.mending.site_names import named_as
from dateline.editing.mending.space import unified
from dateline.editing.mending.spelling import respelled

__all__ = [
    "FORMS",
    "end_of",
    "form_of",
    "meaning",
    "mended",
    "named_as",
    "redated",
    "respelled",
    "root_of",
    "unified",
    "with_outcomes",
]
