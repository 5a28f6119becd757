"""Pages in the terms of schema.org, for machines: what happened, who said it and where; never whether it is true.

There is no ClaimReview and no rating of any kind.  A claim names its first speakers as
authors, the works that put it forward, and the disputes about it.
"""

from dateline.pages.linked_data.of_pages import linked_data
from dateline.pages.linked_data.schema_org import known_time

__all__ = ["known_time", "linked_data"]
