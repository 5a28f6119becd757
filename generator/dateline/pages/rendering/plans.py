"""Every page of the site, in the order of its addresses' kinds, each as a plan by which it can be made alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline.pages.exports.record_feeds import tag_feed
from dateline.pages.kinds import actor_rows, lasting, pages_of_days, signpost, tag
from dateline.pages.kinds import day as days
from dateline.pages.kinds import days as calendars
from dateline.pages.kinds import index as indexes
from dateline.pages.kinds.actor import actor_view
from dateline.pages.kinds.changes import changes_view
from dateline.pages.kinds.compare import compare_view, parties_json
from dateline.pages.kinds.compare_data import party_json
from dateline.pages.kinds.compare_pair import pair_view
from dateline.pages.kinds.dispute import dispute_view
from dateline.pages.kinds.disputes import disputes_view
from dateline.pages.kinds.home import home_view
from dateline.pages.kinds.method import method_view
from dateline.pages.kinds.page import hand_page_view, hand_pages
from dateline.pages.kinds.place import place_view
from dateline.pages.kinds.search import search_view
from dateline.pages.kinds.silence import silence_view
from dateline.pages.kinds.small_claim import small_stone
from dateline.pages.kinds.source import source_view
from dateline.pages.kinds.tombstone import tombstone_views
from dateline.pages.rendering import beside
from dateline.pages.rendering.pages import FOLDER_S, Page, Renderer
from dateline.pages.shared.budgets import part_name
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.page_view import PageView
from dateline.pages.shared.pairs import pairs_with_pages, partners
from dateline.pages.shared.parties import reports_by_party
from dateline.pages.shared.tagged import events_by_tag
from dateline.pages.wording.addresses import (
    COMPARE,
    PARTIES,
    SILENCE,
    TAGS,
    page_address,
    pair_address,
    party_address,
    source_path,
    tag_address,
)
from dateline.pages.wording.sections import ACTORS, CHANGES, DAYS, DISPUTES, PLACES, SOURCES
from dateline.records.types import Record, RecordKind
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.redacted import is_digest


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a plan adds to something that is made of all plans: `whole` names that, `name` the piece in it."""

    whole: str
    name: str
    text: str


def _no_records(_: Edition) -> Iterable[Record]:
    return ()


def _no_pieces(_: Edition) -> Iterable[Contribution]:
    return ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Some files of the site that are made together: a Markdown page, first, and what goes with it.

    `path` names the plan from one build to the next.  Whatever `make` needs it takes from
    the renderer's edition, so that what it looked at can be told.
    """

    path: str
    make: Callable[[Renderer], Iterator[Page]]
    records: Callable[[Edition], Iterable[Record]] = _no_records
    """The records that it is the plan of: each record has one."""
    pieces: Callable[[Edition], Iterable[Contribution]] = _no_pieces
    """What it adds to what is made of all plans."""


def pages(edition: Edition, templates: Path) -> Iterator[Page]:
    """Yield every Markdown page; raises TemplateProblemError where a template is broken."""
    renderer = Renderer(templates, edition)
    for plan in plans(edition):
        yield from plan.make(renderer)


def plans(edition: Edition) -> Iterator[Plan]:
    """Yield the plan of every page, in the order of the site."""
    yield from _about_the_whole(edition)
    yield from _days(edition)
    yield from _records(edition)
    yield from _disputes(edition)
    yield from _comparisons(edition)
    yield from _tags(edition)


def _page(view_of: Callable[[Edition], PageView], to: Renderer) -> Iterator[Page]:
    yield from to.page_with_figures(view_of(to.edition))


def _about_the_whole(edition: Edition) -> Iterator[Plan]:
    yield Plan("index.md", partial(_page, home_view))
    yield Plan(ACTORS.path, partial(_page, indexes.actors_index))
    yield Plan(PLACES.path, partial(_page, indexes.places_index))
    yield Plan(SOURCES.path, partial(_page, indexes.sources_index))
    for key in edition.derived(indexes.keys_of_source_parts):
        yield Plan(source_path(indexes.source_part_address(key)), partial(_page, partial(indexes.source_part, key=key)))
    yield Plan("search.md", partial(_page, search_view))
    yield Plan(CHANGES.path, partial(_page, changes_view))
    yield Plan("method.md", partial(_page, method_view))
    for id_ in hand_pages(edition):
        yield Plan(f"{id_}.md", partial(_page, partial(hand_page_view, id_=id_)))
    yield Plan("signposts", _signposts)
    yield Plan("tombstones", _tombstones)
    if edition.chronology.held:
        yield Plan("withheld", _withheld)


def _signposts(to: Renderer) -> Iterator[Page]:
    for post in signpost.signposts(to.edition):
        yield beside.signpost_page(to, post)


def _tombstones(to: Renderer) -> Iterator[Page]:
    for stone in tombstone_views(to.edition):
        if stone.address:
            yield to.page(stone)
    for buried in (one for one in to.edition.chronology.tombstones if not is_digest(one.id)):
        if buried.kind == RecordKind.EVENT.value:
            yield _lasting(lasting.stone_page(to.edition, buried), to)
            yield from beside.embeds_of_event(to, buried)
        elif buried.kind == CLAIM:
            yield from beside.small_page(to, small_stone(to.edition, buried))


def _withheld(to: Renderer) -> Iterator[Page]:
    for held in to.edition.chronology.held:
        if held.has_address:
            yield _lasting(lasting.withheld_page(to.edition, held), to)


def _days(edition: Edition) -> Iterator[Plan]:
    yield Plan(DAYS.path, partial(_page, calendars.calendar_view))
    for period in pages_of_days.day_pages(edition):
        yield Plan(f"days/{period}.md", partial(_day, period), partial(pages_of_days.events_of_page, period=period))
        for number in pages_of_days.part_numbers(edition, period):
            yield Plan(f"days/{period}/{part_name(number)}.md", partial(_part_of_day, period, number))
    for period in pages_of_days.left_pages(edition):
        yield Plan(f"days/{period}/{FOLDER_S}", partial(_left, period))


def _day(period: str, to: Renderer) -> Iterator[Page]:
    yield from _day_page(days.day_view(to.edition, period), to)
    yield from beside.card_of_day(to, period)


def _part_of_day(period: str, number: int, to: Renderer) -> Iterator[Page]:
    yield from _day_page(days.day_part_view(to.edition, period, number), to)


def _left(period: str, to: Renderer) -> Iterator[Page]:
    yield _lasting(lasting.left_page(to.edition, period), to)


def _lasting(view: lasting.LastingView, to: Renderer) -> Page:
    return to.file(view, f"{view.address}{FOLDER_S}")


def _day_page(view: days.DayView, to: Renderer) -> Iterator[Page]:
    yield from to.page_with_figures(view)
    for event in (to.edition.chronology.events[event.id] for event in view.events):
        yield _lasting(lasting.event_page(to.edition, event), to)
        yield from beside.small_pages(to, event)
    yield from beside.citations(to, view)


def _records(edition: Edition) -> Iterator[Plan]:
    for kind, view_of in ((RecordKind.SOURCE, _source), (RecordKind.ACTOR, _actor), (RecordKind.PLACE, _place)):
        for id_ in edition.chronology.of_kind(kind):
            yield _plan_of_record(kind, id_, view_of)
            if kind is RecordKind.ACTOR:
                yield from _parts_of_actor(edition, id_)


def _plan_of_record(kind: RecordKind, id_: str, view_of: Callable[[str, Edition], PageView]) -> Plan:
    path = source_path(page_address(kind, id_))
    return Plan(path, partial(_record_page, view_of, kind, id_), partial(_record, kind, id_))


def _record_page(
    view_of: Callable[[str, Edition], PageView], kind: RecordKind, id_: str, to: Renderer
) -> Iterator[Page]:
    yield from to.page_with_figures(view_of(id_, to.edition))
    if kind is not RecordKind.SOURCE:
        yield from beside.feed(to, to.edition.chronology.of_kind(kind)[id_])


def _record(kind: RecordKind, id_: str, edition: Edition) -> Iterable[Record]:
    return (edition.chronology.of_kind(kind)[id_],)


def _parts_of_actor(edition: Edition, id_: str) -> Iterator[Plan]:
    for key in edition.derived(actor_rows.keys_of_parts).get(id_, ()):
        path = source_path(f"{page_address(RecordKind.ACTOR, id_)}{key}/")
        yield Plan(path, partial(_page, partial(_part_of_actor, id_, key)))


def _source(id_: str, edition: Edition) -> PageView:
    return source_view(edition, edition.chronology.sources[id_])


def _actor(id_: str, edition: Edition) -> PageView:
    return actor_view(edition, edition.chronology.actors[id_])


def _part_of_actor(id_: str, key: str, edition: Edition) -> PageView:
    return actor_rows.actor_part_view(edition, edition.chronology.actors[id_], key)


def _place(id_: str, edition: Edition) -> PageView:
    return place_view(edition, edition.chronology.places[id_])


def _disputes(edition: Edition) -> Iterator[Plan]:
    yield Plan(DISPUTES.path, partial(_page, disputes_view))
    for id_ in edition.chronology.disputes:
        path = source_path(page_address(RecordKind.DISPUTE, id_))
        yield Plan(path, partial(_dispute, id_), partial(_record, RecordKind.DISPUTE, id_))


def _dispute(id_: str, to: Renderer) -> Iterator[Page]:
    dispute = to.edition.chronology.disputes[id_]
    yield from to.page_with_figures(dispute_view(to.edition, dispute))
    yield from beside.beside_dispute(to, dispute)


def _tags(edition: Edition) -> Iterator[Plan]:
    """Yield the plans of the tags: nothing where no event has one."""
    found = edition.derived(events_by_tag)
    if found:
        yield Plan(source_path(f"{TAGS}/"), partial(_page, tag.tags_index))
    for name in found:
        yield Plan(source_path(tag_address(name)), partial(_tag, name))
        for key in edition.derived(tag.keys_of_tag_parts).get(name, ()):
            path = source_path(f"{tag_address(name)}{key}/")
            yield Plan(path, partial(_page, partial(tag.tag_part_view, tag=name, key=key)))


def _tag(name: str, to: Renderer) -> Iterator[Page]:
    yield from to.page_with_figures(tag.tag_view(to.edition, name))
    yield Page(f"{tag_address(name)}feed.xml", tag_feed(to.edition, name))


def _comparisons(edition: Edition) -> Iterator[Plan]:
    yield Plan(source_path(COMPARE), partial(_page, compare_view))
    yield Plan(source_path(SILENCE), partial(_page, silence_view))
    for pairs in edition.derived(pairs_with_pages).values():
        for one, other in pairs:
            yield Plan(source_path(pair_address(one, other)), partial(_page, partial(_pair, one, other)))
            yield Plan(f"{COMPARE}{other}/{one}/{FOLDER_S}", partial(_other_order, one, other))
    for key in edition.derived(partners):
        if not signpost.gives_way(edition, f"{COMPARE}{key}/"):
            yield Plan(f"{COMPARE}{key}/{FOLDER_S}", partial(_of_party, key))
    yield Plan(PARTIES, _parties)
    for key in edition.derived(reports_by_party):
        yield Plan(party_address(key), partial(_party, key))


def _pair(one: str, other: str, edition: Edition) -> PageView:
    return pair_view(edition, one, other)


def _other_order(one: str, other: str, to: Renderer) -> Iterator[Page]:
    yield beside.signpost_page(to, signpost.other_order(to.edition, one, other))


def _of_party(key: str, to: Renderer) -> Iterator[Page]:
    yield beside.signpost_page(to, signpost.of_party(to.edition, key))


def _parties(to: Renderer) -> Iterator[Page]:
    yield Page(PARTIES, parties_json(to.edition))


def _party(key: str, to: Renderer) -> Iterator[Page]:
    yield Page(party_address(key), party_json(to.edition, key))
