"""What a reader can find: a document for each event, actor, place, dispute and page, and one for a few sources.

Each is made alone, of an edition that may note what was looked at (`site/building/tracing.py`):
what documents share comes from `edition.derived`.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Final

from dateline.ground.dates import Edtf
from dateline.pages.search.folding import spellings
from dateline.pages.search.grouping import groups_of_sources, source_groups
from dateline.pages.search.naming import actor_names, place_names, publishers
from dateline.pages.search.parts import Filters, ResultPart, SearchDocument
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import outcomes, words
from dateline.records import prose
from dateline.records.types import Actor, Claim, Dispute, Event, Place, Report, Source

_SPEAKERS_SHOWN: Final = 3


def search_documents(edition: Edition) -> tuple[SearchDocument, ...]:
    """Return every document, in the order of the chronology."""
    graph = edition.chronology
    return tuple(
        chain(
            chain.from_iterable(documents_of_actor(edition, actor) for actor in graph.actors.values()),
            chain.from_iterable(documents_of_place(edition, place) for place in graph.places.values()),
            chain.from_iterable(documents_of_dispute(edition, dispute) for dispute in graph.disputes.values()),
            chain.from_iterable(documents_of_event(edition, event) for event in graph.events.values()),
            chain.from_iterable(documents_of_source_group(edition, key) for key in source_groups(edition)),
            chain.from_iterable(documents_of_page(edition, page) for page in graph.pages),
        )
    )


def documents_of_actor(edition: Edition, actor: Actor) -> tuple[SearchDocument, ...]:
    """Return the document of an actor."""
    names = edition.derived(actor_names)[actor.id]
    return (
        SearchDocument(
            "actor",
            actor.id,
            f"actors/{actor.id}/",
            actor.name,
            edition.language.gettext(words.ACTOR_KIND_LABEL[actor.kind]),
            _filters(kind=[edition.language.gettext("Actor")], actor=[names.label]),
            _joined(actor.note, prose.plain(actor.body)),
            names.parts,
            names.whole,
        ),
    )


def documents_of_place(edition: Edition, place: Place) -> tuple[SearchDocument, ...]:
    """Return the document of a place."""
    names = edition.derived(place_names)[place.id]
    return (
        SearchDocument(
            "place",
            place.id,
            f"places/{place.id}/",
            names.label,
            edition.term("place_kinds", place.kind),
            _filters(kind=[edition.language.gettext("Place")], place=[names.label]),
            place.note or "",
            names.parts,
            names.whole,
        ),
    )


def documents_of_dispute(edition: Edition, dispute: Dispute) -> tuple[SearchDocument, ...]:
    """Return the document of a dispute: its positions are the parts."""
    address = f"disputes/{dispute.id}/"
    found = [edition.chronology.claims[claim] for standpoint in dispute.positions for claim in standpoint.claims]
    events = list({context.event.id: context.event for context in found}.values())
    resolution = dispute.resolution.note if dispute.resolution else None
    return (
        SearchDocument(
            "dispute",
            dispute.id,
            address,
            dispute.question,
            words.status_label(dispute, edition.language),
            _filters(
                kind=[edition.language.gettext("Dispute")],
                actor=_actors(edition, events),
                place=_places(edition, events),
                source=_publishers(edition, (context.claim for context in found)),
                day=sorted({day for event in events for day in _days(event.date)}),
            ),
            _joined(dispute.note, dispute.would_settle, resolution, prose.plain(dispute.body)),
            _also(dispute.question),
            parts=tuple(
                ResultPart(f"{address}#position-{standpoint.id}", standpoint.label, also=_also(standpoint.label))
                for standpoint in dispute.positions
            ),
        ),
    )


def documents_of_event(edition: Edition, event: Event) -> tuple[SearchDocument, ...]:
    """Return the document of an event: its claims are the parts."""
    label = edition.term("event_kinds", event.kind)
    actors, places = edition.derived(actor_names), edition.derived(place_names)
    return (
        SearchDocument(
            "event",
            event.id,
            edition.event_address(event),
            event.title,
            f"{words.when(event, edition.language)} · {label}",
            _filters(
                kind=[edition.language.gettext("Event")],
                event=[label],
                actor=_actors(edition, [event]),
                place=_places(edition, [event]),
                source=_publishers(edition, event.claims),
                outcome=sorted(
                    {
                        edition.language.gettext(outcomes.OUTCOME_LABEL[edition.outcome(event, claim)])
                        for claim in event.claims
                    }
                ),
                day=_days(event.date),
            ),
            _joined(event.summary, event.note),
            _joined(
                *(places[at.place].words for at in event.places),
                *(actors[role.actor].words for role in event.actors),
                _also(f"{event.title} {event.summary or ''}"),
            ),
            parts=tuple(_claim(edition, event, claim) for claim in event.claims),
        ),
    )


def documents_of_source_group(edition: Edition, key: str) -> tuple[SearchDocument, ...]:
    """Return the document of a group of `source_groups`: its sources are the parts."""
    sources = [edition.chronology.sources[id_] for id_ in edition.derived(groups_of_sources)[key]]
    publisher, year = key.split("/")[:2]
    names = edition.derived(actor_names)[publisher]
    return (
        SearchDocument(
            "source",
            key,
            f"actors/{publisher}/",
            names.name,
            year or edition.language.gettext("Undated"),
            _filters(
                kind=[edition.language.gettext("Source")],
                actor=[names.label],
                source=[names.label],
                day=sorted({day for source in sources for day in _days(source.published)}),
            ),
            also=names.words,
            parts=tuple(_source(edition, source) for source in sources),
        ),
    )


def documents_of_page(edition: Edition, id_: str) -> tuple[SearchDocument, ...]:
    """Return the document of a hand-written page."""
    page = edition.chronology.pages[id_]
    return (
        SearchDocument(
            "page",
            page.id,
            "" if page.id == "index" else f"{page.id}/",
            page.head.title,
            page.head.description or "",
            _filters(kind=[edition.language.gettext("Page")]),
            prose.plain(page.document.body),
        ),
    )


def _claim(edition: Edition, event: Event, claim: Claim) -> ResultPart:
    actors = edition.derived(actor_names)
    said_by = list(dict.fromkeys(actors[_speaker(edition, one)].name for one in claim.reports))
    told = ", ".join(said_by[:_SPEAKERS_SHOWN])
    if len(said_by) > _SPEAKERS_SHOWN:
        count = len(said_by) - _SPEAKERS_SHOWN
        told = edition.language.ngettext(
            "%(speakers)s and %(count)s more", "%(speakers)s and %(count)s more", count, speakers=told
        )
    return ResultPart(
        edition.claim_address(event, claim),
        claim.text,
        edition.outcome(event, claim).value,
        told,
        _joined(*said_by[_SPEAKERS_SHOWN:], claim.note, _also(claim.text)),
    )


def _source(edition: Edition, source: Source) -> ResultPart:
    link = edition.source(source.id)
    notes = (part.note for part in source.paragraphs)
    return ResultPart(
        link.address,
        source.title,
        line=link.note,
        also=_joined(source.note, *notes, _also(source.title)),
        lang=link.lang,
        day=_bounds(source.published),
    )


def _actors(edition: Edition, events: Iterable[Event]) -> list[str]:
    """Return who takes part in events or speaks about them."""
    found: set[str] = set()
    for event in events:
        found.update(role.actor for role in event.actors)
        for report in (report for claim in event.claims for report in claim.reports):
            found.update(report.by or (_speaker(edition, report),))
    names = edition.derived(actor_names)
    return sorted(names[id_].label for id_ in found)


def _places(edition: Edition, events: Iterable[Event]) -> list[str]:
    names = edition.derived(place_names)
    return sorted({names[at.place].label for event in events for at in event.places})


def _publishers(edition: Edition, claims: Iterable[Claim]) -> list[str]:
    names, of_source = edition.derived(actor_names), edition.derived(publishers)
    cited = {report.cite.source for claim in claims for report in claim.reports}
    return sorted({names[of_source[id_]].label for id_ in cited})


def _speaker(edition: Edition, report: Report) -> str:
    """Return who said it first: the publisher where nobody else is named."""
    return report.by[0] if report.by else edition.derived(publishers)[edition.chronology.original(report.cite)]


def _filters(**values: Iterable[str]) -> Filters:
    found = ((name, tuple(of_name)) for name, of_name in values.items())
    return tuple((name, of_name) for name, of_name in found if of_name)


def _days(when: Edtf) -> list[str]:
    """Return a date's bounds as a word, `2017-11-17` or `2017-11-01/2017-11-30`, each member of a set as its own.

    An open side stays empty.
    """
    return list(dict.fromkeys(filter(None, (_bounds(one) for one in when.candidates))))


def _bounds(when: Edtf) -> str:
    first, last = (day.isoformat() if day else "" for day in (when.earliest, when.latest))
    return first if first == last else f"{first}/{last}"


def _also(text: str) -> str:
    return _joined(*dict.fromkeys(spellings(text)))


def _joined(*texts: str | None) -> str:
    return " ".join(filter(None, texts))
