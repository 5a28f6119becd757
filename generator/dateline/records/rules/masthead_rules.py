"""Rules about chronology.yml itself."""

from collections.abc import Iterator

from dateline.ground.problems import Code, Problem
from dateline.records.rules.context import Context
from dateline.records.types.masthead import inherited_feed_id


def feeds_have_an_id_of_their_own(context: Context) -> Iterator[Problem]:
    """The ids of the feeds hang on feed_id, not on a title that may change."""
    filed = context.corpus.masthead
    if filed is not None and filed.record.feed_id is None:
        message = "no feed_id says what the ids of the feeds hang on, so they hang on the title"
        hint = f"add the line feed_id: {inherited_feed_id(filed.record.title)}, which keeps them as they are"
        position = filed.document.position(("title",), of_key=True)
        yield Problem(position, Code.FEED_ID_MISSING, message, hint)
