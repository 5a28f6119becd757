"""Which events have which tag, and where the page of a tag is."""

from collections import defaultdict
from collections.abc import Mapping

from dateline.ground.collation import by_name
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Link
from dateline.pages.wording.addresses import tag_address
from dateline.records.types import Event


@derivation
def events_by_tag(edition: Edition) -> Mapping[str, tuple[Event, ...]]:
    """Return the events that have each tag, in the order of time; a tag that none has is left out."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in edition.chronology.events.values():
        for tag in dict.fromkeys(event.tags):
            found[tag].append(event)
    return {tag: tuple(found[tag]) for tag in sorted(found)}


def tags_in_order(edition: Edition) -> list[str]:
    """Return the tags that any event has, by their labels."""
    return sorted(edition.derived(events_by_tag), key=lambda tag: (by_name(edition.term("tags", tag)), tag))


def tag_link(edition: Edition, tag: str, note: str = "") -> Link:
    """Return the link to the page of a tag."""
    return Link(edition.term("tags", tag), tag_address(tag), note, *edition.own_tongue)
