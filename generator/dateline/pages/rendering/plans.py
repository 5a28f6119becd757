"""Every page of the site, in the order of its addresses' kinds, each as a plan by which it can be made alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from dateline.pages.citing import bibtex, csl_json, plain
from dateline.pages.kinds import actor_rows, lasting
from dateline.pages.kinds import day as days
from dateline.pages.kinds import days as calendars
from dateline.pages.kinds import dispute as disputes
from dateline.pages.kinds import index as indexes
from dateline.pages.kinds.actor import actor_view
from dateline.pages.kinds.changes import changes_view
from dateline.pages.kinds.home import home_view
from dateline.pages.kinds.method import method_view
from dateline.pages.kinds.page import hand_page_view, hand_pages
from dateline.pages.kinds.place import place_view
from dateline.pages.kinds.source import source_view
from dateline.pages.kinds.tombstone import tombstone_views
from dateline.pages.rendering.pages import Page, Renderer
from dateline.pages.shared.budgets import part_name
from dateline.pages.shared.claim_citation import claim_citation
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import page_address, source_path
from dateline.records.types import Record, RecordKind

_FOLDER_S: Final = "index.html"
"""What a page without the theme's frame is called in its folder."""


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


def _about_the_whole(edition: Edition) -> Iterator[Plan]:
    yield Plan("index.md", _home)
    yield Plan("actors/index.md", partial(_index, indexes.actors_index))
    yield Plan("places/index.md", partial(_index, indexes.places_index))
    yield Plan("sources/index.md", partial(_index, indexes.sources_index))
    for key in edition.derived(indexes.keys_of_source_parts):
        yield Plan(source_path(indexes.source_part_address(key)), partial(_part_of_sources, key))
    yield Plan("search.md", _search)
    yield Plan("changes/index.md", _changes)
    yield Plan("method.md", _method)
    for id_ in hand_pages(edition):
        yield Plan(f"{id_}.md", partial(_hand_page, id_))
    yield Plan("tombstones", _tombstones)


def _home(to: Renderer) -> Iterator[Page]:
    home = home_view(to.edition)
    yield to.page("home", "", home.edit_path, view=home)


def _index(view_of: Callable[[Edition], indexes.IndexView], to: Renderer) -> Iterator[Page]:
    index = view_of(to.edition)
    yield to.page("index", index.address, view=index)


def _part_of_sources(key: str, to: Renderer) -> Iterator[Page]:
    part = indexes.source_part(to.edition, key)
    yield to.page("index", part.address, view=part)


def _search(to: Renderer) -> Iterator[Page]:
    yield to.page("search", "search/")


def _changes(to: Renderer) -> Iterator[Page]:
    yield to.page("changes", "changes/", view=changes_view(to.edition))


def _method(to: Renderer) -> Iterator[Page]:
    method = method_view(to.edition)
    yield to.page("method", "method/", method.edit_path, view=method)


def _hand_page(id_: str, to: Renderer) -> Iterator[Page]:
    page = hand_page_view(to.edition, id_)
    yield to.page("page", page.address, page.edit_path, view=page)


def _tombstones(to: Renderer) -> Iterator[Page]:
    for stone in tombstone_views(to.edition):
        if stone.address:
            yield to.page("tombstone", stone.address, view=stone)
    for buried in to.edition.chronology.tombstones:
        if buried.kind == RecordKind.EVENT.value:
            yield _lasting(lasting.stone_page(to.edition, buried), to)


def _days(edition: Edition) -> Iterator[Plan]:
    yield Plan("days/index.md", _all_days)
    for day in days.day_pages(edition):
        yield Plan(f"days/{day}.md", partial(_day, day), partial(days.events_of_page, day=day))
        for number in days.part_numbers(edition, day):
            yield Plan(f"days/{day}/{part_name(number)}.md", partial(_part_of_day, day, number))
    for period in days.left_pages(edition):
        yield Plan(f"days/{period}/{_FOLDER_S}", partial(_left, period))


def _all_days(to: Renderer) -> Iterator[Page]:
    yield to.page("days", "days/", view=calendars.calendar_view(to.edition))


def _day(day: date | str, to: Renderer) -> Iterator[Page]:
    yield from _day_page(days.day_view(to.edition, day), to)


def _part_of_day(day: date | str, number: int, to: Renderer) -> Iterator[Page]:
    yield from _day_page(days.day_part_view(to.edition, day, number), to)


def _left(period: str, to: Renderer) -> Iterator[Page]:
    yield _lasting(lasting.left_page(to.edition, period), to)


def _lasting(view: lasting.LastingView, to: Renderer) -> Page:
    return to.file("lasting.html", f"{view.address}{_FOLDER_S}", view=view)


def _day_page(view: days.DayView, to: Renderer) -> Iterator[Page]:
    yield to.page("day", view.address, view.edit_path, view=view)
    for event in view.events:
        yield _lasting(lasting.event_page(to.edition, to.edition.chronology.events[event.id]), to)
    if view.cite:
        yield to.file("cite.html", view.cite, view=view, citations=_citations(to.edition, view))


def _citations(edition: Edition, day: days.DayView) -> list[dict[str, str]]:
    """Return the claims of a day as readers cite them, in three forms each."""
    contexts = (edition.chronology.claims[claim.reference] for event in day.events for claim in event.claims)
    claims = (claim_citation(edition, context) for context in contexts)
    return [
        {"key": one.key, "text": one.text, "plain": plain(one), "bibtex": bibtex(one), "csl": csl_json(one)}
        for one in claims
    ]


def _records(edition: Edition) -> Iterator[Plan]:
    for kind, make in ((RecordKind.SOURCE, _source), (RecordKind.ACTOR, _actor), (RecordKind.PLACE, _place)):
        for id_ in edition.chronology.of_kind(kind):
            path = source_path(page_address(kind, id_))
            yield Plan(path, partial(make, id_), partial(_record, kind, id_))
            if kind is RecordKind.ACTOR:
                yield from _parts_of_actor(edition, id_)


def _record(kind: RecordKind, id_: str, edition: Edition) -> Iterable[Record]:
    return (edition.chronology.of_kind(kind)[id_],)


def _parts_of_actor(edition: Edition, id_: str) -> Iterator[Plan]:
    for part in edition.derived(actor_rows.keys_of_parts).get(id_, ()):
        yield Plan(source_path(f"{page_address(RecordKind.ACTOR, id_)}{part}/"), partial(_part_of_actor, id_, part))


def _source(id_: str, to: Renderer) -> Iterator[Page]:
    source = source_view(to.edition, to.edition.chronology.sources[id_])
    yield to.page("source", source.address, source.edit_path, view=source)


def _actor(id_: str, to: Renderer) -> Iterator[Page]:
    actor = actor_view(to.edition, to.edition.chronology.actors[id_])
    yield to.page("actor", actor.address, actor.edit_path, view=actor)


def _part_of_actor(id_: str, key: str, to: Renderer) -> Iterator[Page]:
    part = actor_rows.actor_part_view(to.edition, to.edition.chronology.actors[id_], key)
    yield to.page("actor_part", part.address, part.edit_path, view=part)


def _place(id_: str, to: Renderer) -> Iterator[Page]:
    place = place_view(to.edition, to.edition.chronology.places[id_])
    yield to.page("place", place.address, place.edit_path, view=place)


def _disputes(edition: Edition) -> Iterator[Plan]:
    yield Plan("disputes/index.md", _all_disputes)
    for id_ in edition.chronology.disputes:
        path = source_path(page_address(RecordKind.DISPUTE, id_))
        yield Plan(path, partial(_dispute, id_), partial(_record, RecordKind.DISPUTE, id_))


def _all_disputes(to: Renderer) -> Iterator[Page]:
    yield to.page("disputes", "disputes/", view=disputes.disputes_view(to.edition))


def _dispute(id_: str, to: Renderer) -> Iterator[Page]:
    dispute = disputes.dispute_view(to.edition, to.edition.chronology.disputes[id_])
    yield to.page("dispute", dispute.address, dispute.edit_path, view=dispute)
