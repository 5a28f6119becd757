"""Rules about chronology.yml itself."""

from collections.abc import Iterator
from typing import Final

from dateline.ground.problems import Code, Problem
from dateline.records.rules.context import Context
from dateline.records.types import State
from dateline.records.types.masthead import inherited_feed_id

_CORRECTIONS: Final = "corrections"
"""The page that says how a chronology is corrected."""


def feeds_have_an_id_of_their_own(context: Context) -> Iterator[Problem]:
    """The ids of the feeds hang on feed_id, not on a title that may change."""
    filed = context.corpus.masthead
    if filed is not None and filed.record.feed_id is None:
        message = "no feed_id says what the ids of the feeds hang on, so they hang on the title"
        hint = f"add the line feed_id: {inherited_feed_id(filed.record.title)}, which keeps them as they are"
        position = filed.document.position(("title",), of_key=True)
        yield Problem(position, Code.FEED_ID_MISSING, message, hint)


def persons_can_answer(context: Context) -> Iterator[Problem]:
    """A chronology that names persons says whom they can write to, and has a page on how it is corrected."""
    filed = context.corpus.masthead
    graph = context.chronology
    if filed is None or not any(
        graph.behaves_as(actor) == "person" and actor.state is State.PUBLISHED for actor in graph.actors.values()
    ):
        return
    position = filed.document.position(("title",), of_key=True)
    if filed.record.contact is None:
        message = "persons are named here, and nothing says whom they can write to"
        hint = "add contact: an address for e-mail, or of a web page such as that of the forms for corrections"
        yield Problem(position, Code.CONTACT_MISSING, message, hint)
    if _CORRECTIONS not in graph.pages and _CORRECTIONS not in context.corpus.unread_pages:
        message = "persons are named here, and no page says how what is wrong is corrected"
        hint = f"add pages/{_CORRECTIONS}.md: who may ask, what is corrected, how soon, how it is told"
        yield Problem(position, Code.CONTACT_MISSING, message, hint)
