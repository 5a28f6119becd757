"""The index of tags, and the page of each: its events in their order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.ground.languages import marked, marked_many
from dateline.pages.kinds.index import IndexView
from dateline.pages.shared.budgets import ROWS
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.lists import ListPart, Neighbours, by_month, months_elsewhere, steps
from dateline.pages.shared.partition import Stretch, stretches
from dateline.pages.shared.tagged import events_by_tag, tag_link, tags_in_order
from dateline.pages.shared.turning_points import turning_points
from dateline.pages.shared.views import Link
from dateline.pages.wording import descriptions, words
from dateline.pages.wording.addresses import TAGS, tag_address
from dateline.records.types import Event

NAME = marked("Tags")
_PREFIX = "tagged"


@dataclass(frozen=True, slots=True)
class TagView:
    """The page of a tag, or a further page of one that very many events have."""

    template: ClassVar[str] = "tag"
    edit_path: ClassVar[None] = None
    id: str
    address: str
    title: str
    description: str
    meaning: str
    """What the tag means, in the words of the vocabulary."""
    events: tuple[ListPart[Link], ...]
    """Its events by month; of very many, where those of each month stand."""
    whole: Link
    """The index of tags; of a further page, the first."""
    previous: Link | None
    next: Link | None


def tags_index(edition: Edition) -> IndexView:
    """Return the index of tags."""
    language = edition.language
    title = language.gettext(NAME)
    found = edition.derived(events_by_tag)
    counts = {tag: language.ngettext("%(count)s event", "%(count)s events", len(found[tag])) for tag in found}
    links = tuple(tag_link(edition, tag, counts[tag]) for tag in tags_in_order(edition))
    return IndexView(
        address=f"{TAGS}/",
        title=title,
        description=language.gettext("What the events of the chronology are about, beside their kinds."),
        lead=language.gettext("What the events are about, beside their kinds. Each tag leads to its events."),
        counted=marked_many("%(count)s tag", "%(count)s tags"),
        groups=(ListPart(language.gettext("All tags"), "_group-1", links, open=True),),
    )


def tag_view(edition: Edition, tag: str) -> TagView:
    """Return the page of a tag."""
    label, events = edition.term("tags", tag), edition.derived(events_by_tag)[tag]
    beside = edition.derived(_steps_of_tags)[tag_address(tag)]
    parts = edition.derived(_parts_by_tag).get(tag, ())
    term = edition.chronology.masthead.vocabulary.tags.get(tag)
    return TagView(
        id=tag,
        address=tag_address(tag),
        title=label,
        description=descriptions.of_part(edition.chronology.masthead.title, label, len(events), edition.language),
        meaning=(term.description if term is not None else None) or "",
        events=_elsewhere(edition, tag, parts) if parts else _by_month(edition, events),
        whole=Link(edition.language.gettext(NAME), f"{TAGS}/"),
        previous=beside.previous,
        next=beside.next,
    )


def tag_part_view(edition: Edition, tag: str, key: str) -> TagView:
    """Return the further page of a tag whose address ends in `key`."""
    parts = {part.key: part for part in edition.derived(_parts_by_tag)[tag]}
    label, address = edition.term("tags", tag), f"{tag_address(tag)}{key}/"
    title = edition.language.told_of(label, parts[key].name)
    beside = steps(Link(part.name, f"{tag_address(tag)}{part.key}/") for part in parts.values())[address]
    return TagView(
        id=tag,
        address=address,
        title=title,
        description=descriptions.of_part(
            edition.chronology.masthead.title, title, len(parts[key].items), edition.language
        ),
        meaning="",
        events=_by_month(edition, parts[key].items),
        whole=Link(label, tag_address(tag)),
        previous=beside.previous,
        next=beside.next,
    )


@derivation
def keys_of_tag_parts(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Return the ends of the addresses of the further pages of each tag, of which most have none."""
    return {tag: tuple(part.key for part in parts) for tag, parts in edition.derived(_parts_by_tag).items()}


@derivation
def _parts_by_tag(edition: Edition) -> Mapping[str, tuple[Stretch[Event], ...]]:
    """Return, for the tags that too many events have for one page, the parts that they are told in."""
    return {
        tag: stretches(((event.date, event) for event in events), language=edition.language)
        for tag, events in edition.derived(events_by_tag).items()
        if len(events) > ROWS
    }


@derivation
def _steps_of_tags(edition: Edition) -> Mapping[str, Neighbours]:
    return steps(tag_link(edition, tag) for tag in tags_in_order(edition))


def _by_month(edition: Edition, events: Iterable[Event]) -> tuple[ListPart[Link], ...]:
    """Return events by month, each turning point called one."""
    found, language = tuple(events), edition.language
    points = {point.id for point in turning_points(edition, found)}

    def link(event: Event) -> Link:
        is_point = language.gettext("turning point") if event.id in points else ""
        return edition.event(event, language.facts((words.when(event, language), is_point)))

    parts = by_month([(event.date, link(event)) for event in found], _PREFIX, language)
    return tuple(replace(part, open=True) for part in parts)


def _elsewhere(edition: Edition, tag: str, parts: Iterable[Stretch[Event]]) -> tuple[ListPart[Link], ...]:
    """Return each month, and the first part that has events of it."""
    where = ((event.date, part.key) for part in parts for event in part.items)
    return months_elsewhere(where, _PREFIX, lambda key: f"{tag_address(tag)}{key}/", edition.language)
