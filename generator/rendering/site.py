"""Every page of the site, in the order of its addresses' kinds."""

from collections.abc import Iterator
from pathlib import Path

from generator.citing import bibtex, csl_json, plain
from generator.rendering.pages import Page, Renderer
from generator.views import days, disputes, indexes, overview, records
from generator.views.citing import claim_citation
from generator.views.edition import Edition


def pages(edition: Edition, templates: Path) -> Iterator[Page]:
    """Yield every Markdown page; raises TemplateProblemError where a template is broken."""
    renderer = Renderer(templates, edition)
    yield from _about_the_whole(renderer)
    yield from _days(renderer)
    yield from _records(renderer)
    yield from _disputes(renderer)


def _about_the_whole(renderer: Renderer) -> Iterator[Page]:
    edition = renderer.edition
    home = overview.home_view(edition)
    yield renderer.page("home", "", home.edit_path, view=home)
    for index in indexes.index_views(edition):
        yield renderer.page("index", index.address, view=index)
    yield renderer.page("changes", "changes/", view=overview.changes_view(edition))
    method = overview.method_view(edition)
    yield renderer.page("method", "method/", method.edit_path, view=method)
    for page in overview.hand_page_views(edition):
        yield renderer.page("page", page.address, page.edit_path, view=page)
    for stone in overview.tombstone_views(edition):
        if stone.address:
            yield renderer.page("tombstone", stone.address, view=stone)


def _days(renderer: Renderer) -> Iterator[Page]:
    yield renderer.page("days", "days/", view=days.days_view(renderer.edition))
    for day in days.day_views(renderer.edition):
        yield renderer.page("day", day.address, day.edit_path, view=day)
        if day.cite:
            yield renderer.file("cite.html", day.cite, view=day, citations=_citations(renderer.edition, day))


def _citations(edition: Edition, day: days.DayView) -> list[dict[str, str]]:
    """Return the claims of a day as readers cite them, in three forms each."""
    contexts = (edition.chronology.claims[claim.reference] for event in day.events for claim in event.claims)
    claims = (claim_citation(edition, context) for context in contexts)
    return [
        {"key": one.key, "text": one.text, "plain": plain(one), "bibtex": bibtex(one), "csl": csl_json(one)}
        for one in claims
    ]


def _records(renderer: Renderer) -> Iterator[Page]:
    for source in records.source_views(renderer.edition):
        yield renderer.page("source", source.address, source.edit_path, view=source)
    for actor in records.actor_views(renderer.edition):
        yield renderer.page("actor", actor.address, actor.edit_path, view=actor)
    for place in records.place_views(renderer.edition):
        yield renderer.page("place", place.address, place.edit_path, view=place)


def _disputes(renderer: Renderer) -> Iterator[Page]:
    yield renderer.page("disputes", "disputes/", view=disputes.disputes_view(renderer.edition))
    for dispute in disputes.dispute_views(renderer.edition):
        yield renderer.page("dispute", dispute.address, dispute.edit_path, view=dispute)
