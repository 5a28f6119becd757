"""The twins of the records' pages, made with the plan of each record, where a site asks for them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from dateline.pages.exports import markdown_of, record_json
from dateline.pages.rendering.pages import Page, Renderer
from dateline.pages.rendering.plans import Plan
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.twins import NO_TWINS, json_twin, markdown_twin
from dateline.records.types import Record


def with_twins(edition: Edition, plans: Iterable[Plan]) -> Iterator[Plan]:
    """Yield plans that make the twins of their records as well."""
    has_any = edition.twins != NO_TWINS
    yield from (replace(plan, make=partial(_and_twins, plan)) if has_any else plan for plan in plans)


def _and_twins(plan: Plan, to: Renderer) -> Iterator[Page]:
    yield from plan.make(to)
    for record in plan.records(to.edition):
        yield from _twins(to.edition, record)


def _twins(edition: Edition, record: Record) -> Iterator[Page]:
    """Yield the twins of a record, unless its page is one that search engines are asked to leave out."""
    page = edition.shared_address(record)
    if not getattr(record, "index", True):
        return
    if edition.twins.json:
        yield Page(json_twin(page), record_json(edition, record) + "\n")
    if edition.twins.markdown:
        yield Page(markdown_twin(page), markdown_of(edition, record))
