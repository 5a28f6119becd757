"""What a figure shows as CSV: a line for each mark, with the address of what it rests on."""

from collections.abc import Iterator
from typing import TypeAlias

from dateline.ground.cells import csv_lines
from dateline.pages.shared.maps import MapView
from dateline.pages.shared.strips import StripView
from dateline.pages.shared.timeline_views import TimelineView
from dateline.pages.shared.tolls import TollView
from dateline.pages.wording.addresses import Relative
from dateline.records.quantities import PLAIN

DrawnView: TypeAlias = StripView | TollView | TimelineView | MapView
"""What can be taken away from its page."""
Row = tuple[object, ...]


def csv_of(figure: DrawnView, at: Relative) -> str:
    """Return a figure's data as CSV, its addresses as `at` makes them; what a sheet would reckon is words."""
    return "".join(csv_lines(_rows(figure, at)))


def _rows(figure: DrawnView, at: Relative) -> Iterator[Row]:
    match figure:
        case StripView():
            return _of_strip(figure, at)
        case MapView():
            return _of_map(figure, at)
        case TimelineView():
            return _of_timeline(figure, at)
        case _:
            return _of_toll(figure, at)


def _of_strip(strip: StripView, at: Relative) -> Iterator[Row]:
    yield "speaker", "holder", "extent", "from", "to", "certain", "settled_as_wrong", "collides", "disputes", "address"
    disputes = {one.number: one.dispute.address for one in strip.disputes}
    for row in strip.rows:
        for mark in row.marks:
            span = (mark.first.isoformat(), mark.last.isoformat())
            told = ("yes" if one else "no" for one in (mark.is_certain, mark.is_wrong, mark.collides))
            about = " ".join(at(disputes[number]) for number in mark.disputes)
            yield row.name, mark.holder_name, mark.extent, *span, *told, about, at(mark.address)


def _of_map(view: MapView, at: Relative) -> Iterator[Row]:
    yield "place", "latitude", "longitude", "precision", "given_by", "events", "address"
    for one in view.points:
        yield one.place.text, one.lat, one.lon, one.precision, one.located_by, one.events, at(one.place.address)


def _of_timeline(view: TimelineView, at: Relative) -> Iterator[Row]:
    yield "clock", "when", "what", "events", "in_an_open_dispute", "address"
    for lane in view.lanes:
        for bin_ in lane.bins:
            yield lane.title, bin_.name, "", bin_.count, bin_.disputed, at(bin_.address)
        for one in lane.spans:
            yield lane.title, one.when, one.name if one.count == 1 else "", one.count, one.disputed, at(one.address)


def _of_toll(toll: TollView, at: Relative) -> Iterator[Row]:
    counted = "" if toll.kind == PLAIN else "counted_in"
    head = ("speaker", "least", "most", counted, "amount", "wording", "about", "source", "paragraph", "published")
    yield *filter(None, head), "address"
    for one in toll.rows:
        least, most = ("" if bound is None else bound for bound in (one.low, one.high))
        cite = one.citation
        source = (cite.source.text, cite.paragraph.text, cite.published)
        kind = (one.counted_in,) if counted else ()
        yield one.speaker, least, most, *kind, one.amount, one.wording, one.scope, *source, at(one.claim.address)
