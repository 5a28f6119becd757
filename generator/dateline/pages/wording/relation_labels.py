"""What pages call the relations of events that every chronology has, from either end."""

from typing import Final

from dateline.ground.languages import marked

RELATED_LABEL: Final = {
    "caused-by": marked("Caused by"),
    "follows": marked("Follows"),
    "planned": marked("Planned as"),
    "actual": marked("Carried out as"),
}
"""What the other event is, on the page of the one that names it."""
INVERSE_LABEL: Final = {
    "caused-by": marked("Led to"),
    "follows": marked("Followed by"),
    "planned": RELATED_LABEL["actual"],
    "actual": RELATED_LABEL["planned"],
}
"""What that one is, on the page of the other event."""
