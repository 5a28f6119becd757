"""The paragraphs that facts about actors and places rest on."""

from collections.abc import Iterator

from dateline.records.types.actor import Actor, Ownership
from dateline.records.types.dated_facts import DatedName, LiesIn, Membership
from dateline.records.types.place import Place
from dateline.records.types.shared import Citation


def cited_by(record: Actor | Place) -> Iterator[Citation]:
    """Yield the paragraphs that the facts about an actor or a place rest on, as its keys have them."""
    facts: list[Ownership | Membership | DatedName | LiesIn]
    if isinstance(record, Actor):
        yield from (side.cite for side in record.sides)
        facts = [*record.named, *record.part_of, *record.ownership]
        if record.speaks_for is not None:
            yield record.speaks_for.cite
    else:
        facts = [*record.named, *record.within]
    yield from (cite for fact in facts for cite in fact.cite)
