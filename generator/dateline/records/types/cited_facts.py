"""The paragraphs that facts about actors and places rest on."""

from collections.abc import Iterator

from dateline.records.types.actor import Actor, Ownership, Side, SpeaksFor
from dateline.records.types.dated_facts import DatedName, LiesIn, Membership
from dateline.records.types.place import Place
from dateline.records.types.shared import Citation


def cited_by(record: Actor | Place) -> Iterator[Citation]:
    """Yield the paragraphs that the facts about an actor or a place rest on, as its keys have them."""
    facts: list[Side | SpeaksFor | Ownership | Membership | DatedName | LiesIn]
    if isinstance(record, Actor):
        speaks = (record.speaks_for,) if record.speaks_for is not None else ()
        facts = [*record.sides, *record.named, *record.part_of, *speaks, *record.ownership]
    else:
        facts = [*record.named, *record.within]
    yield from (fact.cite for fact in facts if fact.cite is not None)
