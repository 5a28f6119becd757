"""The anchors of the site's pages: the headings of a body, and the sections that pages have of their own."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, count
from typing import Final

from dateline.records import prose
from dateline.records.chronology import Chronology, ClaimInContext
from dateline.records.rules.context import Context
from dateline.records.rules.weights import has_turning_points
from dateline.records.types import Actor, Dispute, Place, RecordKind, Report, Source, State
from dateline.records.types.spots import anchor_of

PAGE: Final = "page"
"""What a hand-written page is called among the kinds of what links lead to."""
HOME: Final = "index"
_METHOD: Final = "method"
_OF_ACTORS: Final = frozenset({"did", "said", "said-of", "published", "disputes", "compared", "history"})
_OF_DISPUTES: Final = frozenset({"positions", "resolution", "would-settle", "evidence", "note", "events", "history"})
_OF_HOME: Final = frozenset(
    {"what-happened", "open-disputes", "turning-points", "about", "how-to-read", "map", "days", "newest-changes"}
)
_OF_METHOD: Final = frozenset(
    {
        "_derived",
        "_outcome",
        "_standing",
        "_status",
        "_echo",
        "_stance",
        "_date-basis",
        "_date-meaning",
        "_withdrawn",
        "_fingerprints",
    }
)
TOP: Final = frozenset({"", "top"})
"""Where every browser goes to the beginning of a page."""


def reserved(graph: Chronology, kind: str, id_: str) -> frozenset[str]:
    """Return the anchors of a page's own sections, whether it has them or not: no heading of its body gets one."""
    if kind == RecordKind.ACTOR:
        return _OF_ACTORS
    if kind == RecordKind.DISPUTE:
        return _OF_DISPUTES | frozenset(_of_positions(graph.disputes[id_]))
    return _OF_HOME if (kind, id_) == (PAGE, HOME) else frozenset()


def _of_positions(dispute: Dispute) -> Iterator[str]:
    for position in dispute.positions:
        yield f"position-{position.id}"
        yield f"position-{position.id}-title"
        yield f"evidence-{position.id}"


def anchors_on(context: Context, kind: str, id_: str) -> frozenset[str]:
    """Return the anchors of a page, to which links may lead; what only drafts would put there is not."""
    graph = context.chronology
    headings = prose.anchors(_body(graph, kind, id_), reserved(graph, kind, id_))
    found = {*headings, *_sections(context, kind, id_)}
    return frozenset(found | {_of_title(_title(graph, kind, id_), found)})


def _title(graph: Chronology, kind: str, id_: str) -> str:
    if kind == PAGE:
        return graph.masthead.title if id_ == HOME else graph.pages[id_].head.title
    match graph.of_kind(RecordKind(kind))[id_]:
        case Actor(name=title) | Place(name=title) | Source(title=title) | Dispute(question=title):
            return title
        case record:
            raise TypeError(f"a {type(record).__name__} has no page of its own")


def _of_title(title: str, taken: set[str]) -> str:
    """Return the anchor of a page's title, which Python-Markdown gives: that of its `slugify` and `unique`."""
    ascii_ = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    anchor = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_).strip().lower())
    return next(name for name in chain([anchor], (f"{anchor}_{n}" for n in count(1))) if name and name not in taken)


def _body(graph: Chronology, kind: str, id_: str) -> str:
    if kind == PAGE:
        return graph.pages[id_].document.body if id_ in graph.pages else ""
    record = graph.of_kind(RecordKind(kind))[id_]
    return record.body if isinstance(record, Actor | Dispute) else ""


def _sections(context: Context, kind: str, id_: str) -> Iterator[str]:
    """Yield the anchors of the sections that a page has of its own."""
    graph = context.chronology
    if kind == PAGE:
        yield from _OF_METHOD if id_ == _METHOD else _of_home(graph) if id_ == HOME else ()
        return
    record = graph.of_kind(RecordKind(kind))[id_]
    by_publisher = isinstance(record, Source) and (record.corrected or record.withdrawn)
    if record.history or by_publisher:  # what a publisher did stands among the changes
        yield "history"
    match record:
        case Source():
            yield "paragraphs"
            yield from (anchor_of(part.spot) for part in record.parts)
        case Dispute():
            yield from _of_dispute(record)
        case Actor():
            yield from context.once(_by_actor).get(id_, ())
            if id_ in graph.sources_by_publisher:
                yield "published"
        case Place():
            yield from context.once(_by_place).get(id_, ())


def _of_home(graph: Chronology) -> Iterator[str]:
    yield from ("open-disputes", "newest-changes")
    if graph.brief.what_happened:
        yield "what-happened"
    if has_turning_points(graph):
        yield "turning-points"
    if graph.masthead.description or (HOME in graph.pages and graph.pages[HOME].document.body):
        yield "about"
    if any(event.state is State.PUBLISHED for event in graph.events.values()):
        yield from ("how-to-read", "days")
    located = (place for place in graph.places.values() if place.spot is not None)
    if any(_published(graph, place.id) for place in located):
        yield "map"


def _published(graph: Chronology, place: str) -> bool:
    return any(event.state is State.PUBLISHED for event in graph.events_by_place.get(place, ()))


def _of_dispute(dispute: Dispute) -> Iterator[str]:
    yield from ("positions", "evidence", "events", *_of_positions(dispute))
    if dispute.resolution is not None:
        yield "resolution"
    if dispute.would_settle:
        yield "would-settle"
    if dispute.body or dispute.note:
        yield "note"


def _claims(graph: Chronology) -> Iterator[ClaimInContext]:
    return (one for one in graph.claims.values() if one.event.state is State.PUBLISHED)


def _by_actor(context: Context) -> dict[str, set[str]]:
    """Return the sections of each actor's page that depend on events."""
    graph = context.chronology
    found: dict[str, set[str]] = {}
    for event in graph.events.values():
        for role in event.actors if event.state is State.PUBLISHED else ():
            found.setdefault(role.actor, set()).add("did")
    for one in _claims(graph):
        speakers = {graph.origin(report) for report in one.claim.reports}
        whose = {actor for report in one.claim.reports for actor in _whose_word(graph, report)}
        named = set(one.claim.concerns)
        for actor in speakers | whose:
            found.setdefault(actor, set()).add("said")
        for actor in whose:
            found[actor].add("compared")
        for actor in named:
            found.setdefault(actor, set()).update({"said-of"} if speakers != {actor} else ())
        if one.reference in graph.disputes_by_claim:
            for actor in speakers | whose | named | {role.actor for role in one.event.actors}:
                found.setdefault(actor, set()).add("disputes")
    return found


def _whose_word(graph: Chronology, report: Report) -> tuple[str, ...]:
    """Return the actors whose word a report is: what a medium passes on without saying from whom is nobody's."""
    return () if graph.voice(report) is None else graph.chain_of_voice(report)


def _by_place(context: Context) -> dict[str, set[str]]:
    """Return the sections of each place's page that depend on events."""
    graph = context.chronology
    found: dict[str, set[str]] = {}
    for place in graph.events_by_place:
        if _published(graph, place):
            found.setdefault(place, set()).add("events")
    for one in _claims(graph):
        if one.claim.control is not None:
            of_place = found.setdefault(one.claim.control.place, set())
            of_place.add("control")
            if one.reference in graph.disputes_by_claim:
                of_place.add("disputes")
    return found
