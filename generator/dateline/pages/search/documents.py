"""What a reader can find: a document for each event, actor, place, dispute, day and page, and one for a few sources.

Each is made alone, of an edition that may note what was looked at (`site/building/tracing.py`):
what documents share comes from `edition.derived`.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from dateline.ground.dates import DateError, Precision, parse, period_named
from dateline.ground.dates.in_words import in_words
from dateline.ground.languages.counted import large_number
from dateline.pages.kinds.pages_of_days import day_pages, events_of_page, title_of
from dateline.pages.kinds.within_months import events_on_days
from dateline.pages.search import filtering
from dateline.pages.search.filtering import filters
from dateline.pages.search.grouping import NOBODY, groups_of_sources, source_groups
from dateline.pages.search.naming import Naming, actor_names, place_names
from dateline.pages.search.parts import ResultPart, SearchDocument
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.parties import said_by
from dateline.pages.shared.standpoints import verdict_in_words
from dateline.pages.shared.tolls import ranges_in_words, tolls_in_dispute
from dateline.pages.wording import words
from dateline.pages.wording.bibliographies import names_of
from dateline.pages.wording.sections import SECTIONS
from dateline.pages.wording.words_alike import COUNT_WORDS, DEATH_WORDS, DISPUTE_WORDS, KIND_WORDS, OF_DEATHS
from dateline.records import prose
from dateline.records.quantities import PLAIN, counted_in
from dateline.records.rules.attribution import UNNAMED
from dateline.records.rules.verdicts import by_verdict, verdict
from dateline.records.types import Actor, Claim, Dispute, Event, Figure, Place, Report, Source, Standpoint

_SPEAKERS_SHOWN: Final = 3
_RANKS: Final = 9
_ENDS: Final = re.compile(r"[^\w\s,’'-]|\n")
"""Where the first thing that a text says ends."""


def search_documents(edition: Edition) -> tuple[SearchDocument, ...]:
    """Return every document, in the order of the chronology."""
    graph = edition.chronology
    return tuple(
        chain(
            chain.from_iterable(documents_of_actor(edition, actor) for actor in graph.actors.values()),
            chain.from_iterable(documents_of_place(edition, place) for place in graph.places.values()),
            chain.from_iterable(documents_of_dispute(edition, dispute) for dispute in graph.disputes.values()),
            chain.from_iterable(documents_of_day(edition, period) for period in day_pages(edition)),
            chain.from_iterable(documents_of_event(edition, event) for event in graph.events.values()),
            chain.from_iterable(documents_of_source_group(edition, key) for key in source_groups(edition)),
            chain.from_iterable(documents_of_page(edition, page) for page in graph.pages),
        )
    )


def documents_of_actor(edition: Edition, actor: Actor) -> tuple[SearchDocument, ...]:
    """Return the document of an actor."""
    names = edition.derived(actor_names)[actor.id]
    graph = edition.chronology
    like = graph.behaves_as(actor)
    called = KIND_WORDS.get(like)
    told = len(graph.events_by_actor.get(actor.id, ())) + len(graph.reports_by_speaker.get(actor.id, ()))
    return (
        SearchDocument(
            # Who has no name is described by what others are called: they come first.
            "speaker" if like == UNNAMED else "actor",
            actor.id,
            f"actors/{actor.id}/",
            actor.name,
            edition.language.facts((edition.term("actor_kinds", actor.kind), _heard(edition, actor))),
            filters(kind=filtering.kind_of(edition, "actor", "Actor"), party=[(actor.id, names.label)]),
            _joined(actor.note, prose.plain(actor.body), called and edition.language.gettext(called)),
            names.names,
            terms=_office(actor) if like == "person" else "",
            rank=_rank(told),
        ),
    )


def _office(actor: Actor) -> str:
    """Return what a person is, as the profile begins: who is asked for as the leader of a body is found first."""
    begin = _ENDS.split(actor.note or prose.plain(actor.body), maxsplit=1)[0]
    return _joined(begin, *(side.basis for side in actor.sides))


def _heard(edition: Edition, actor: Actor) -> str:
    """Return in how many reports an actor is heard with its parts and outlets; nothing of one that is silent."""
    count = len(said_by(edition, actor.id))
    return edition.language.ngettext("%(count)s report", "%(count)s reports", count) if count else ""


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
            filters(kind=filtering.kind_of(edition, "place", "Place"), place=[(place.id, names.label)]),
            place.note or "",
            names.names,
            rank=_rank(len(edition.chronology.events_by_place.get(place.id, ()))),
        ),
    )


def documents_of_dispute(edition: Edition, dispute: Dispute) -> tuple[SearchDocument, ...]:
    """Return the document of a dispute: its positions are the parts."""
    address = f"disputes/{dispute.id}/"
    graph = edition.chronology
    found = [graph.claims[claim] for standpoint in dispute.positions for claim in standpoint.claims]
    events = list({context.event.id: context.event for context in found}.values())
    return (
        SearchDocument(
            "dispute",
            dispute.id,
            address,
            dispute.question,
            edition.language.facts(
                (
                    edition.term("dispute_kinds", dispute.kind),
                    *ranges_in_words(edition, tolls_in_dispute(edition, dispute)),
                )
            ),
            filters(
                kind=filtering.kind_of(edition, "dispute", "Dispute"),
                party=filtering.taking_part(edition, events),
                place=filtering.in_places(edition, events),
                source=filtering.published_by(edition, (context.claim for context in found)),
                outcome=filtering.outcome_of(edition, dispute),
                day=filtering.days(*(event.date for event in events)),
            ),
            _told_of(edition, dispute),
            terms=_asked(edition, dispute, [context.claim for context in found]),
            exact=tuple(chain.from_iterable((day, *_any_year(day)) for day in _days_asked(edition, dispute, events))),
            mark=dispute.status,
            rank=_rank(sum(len(context.claim.reports) for context in found)),
            # What is settled to be so comes first, with its badge.
            parts=tuple(
                _position(edition, dispute, standpoint) for standpoint in by_verdict(edition.chronology, dispute)
            ),
        ),
    )


def documents_of_day(edition: Edition, period: str) -> tuple[SearchDocument, ...]:
    """Return the document of a day's page, or of a month's and so on; none of what is not dated."""
    try:
        when = parse(period.replace("x", "X"))
    except DateError:
        return ()
    events = events_of_page(edition, period)
    count = len(events) + events_on_days(edition, period)
    told = edition.language.ngettext("%(count)s event", "%(count)s events", count)
    return (
        SearchDocument(
            "day",
            period,
            f"days/{period}/",
            title_of(period, edition.language),
            told if count else "",
            filters(kind=filtering.kind_of(edition, "day", "Day"), day=filtering.days(when)),
            exact=(period, *_any_year(period)),
            rank=_rank(count),
            parts=tuple(ResultPart(edition.event_address(event), event.title) for event in events),
        ),
    )


def documents_of_event(edition: Edition, event: Event) -> tuple[SearchDocument, ...]:
    """Return the document of an event: its claims are the parts."""
    label = edition.term("event_kinds", event.kind)
    actors, places = edition.derived(actor_names), edition.derived(place_names)
    tags = [(tag, edition.term("tags", tag)) for tag in event.tags]
    names = chain(
        chain.from_iterable(places[at.place].names for at in event.places),
        chain.from_iterable(actors[role.actor].names for role in event.actors),
    )
    return (
        SearchDocument(
            "event",
            event.id,
            edition.event_address(event),
            event.title,
            edition.language.facts((words.when(event, edition.language), label)),
            filters(
                kind=filtering.kind_of(edition, "event", "Event"),
                event=[(event.kind, label)],
                tag=tags,
                party=filtering.taking_part(edition, [event]),
                place=filtering.in_places(edition, [event]),
                day=filtering.days(event.date),
            ),
            _joined(*_own_texts(event), *(label for _, label in tags), *names),
            rank=_rank(len(event.claims)),
            parts=tuple(_claim(edition, event, claim) for claim in event.claims),
        ),
    )


def _own_texts(event: Event) -> tuple[str | None, ...]:
    return (event.summary, event.note, event.date_wording, *(picture.caption for picture in event.media))


def documents_of_source_group(edition: Edition, key: str) -> tuple[SearchDocument, ...]:
    """Return the document of a group of `source_groups`: its sources are the parts."""
    sources = [edition.chronology.sources[id_] for id_ in edition.derived(groups_of_sources)[key]]
    publisher, year = key.split("/")[:2]
    is_known = publisher != NOBODY
    unknown = edition.language.gettext("publisher not known")
    names = edition.derived(actor_names)[publisher] if is_known else Naming(unknown, unknown, ())
    return (
        SearchDocument(
            "source",
            key,
            f"actors/{publisher}/" if is_known else SECTIONS["sources"].address,
            names.name,
            year or edition.language.gettext("Undated"),
            filters(
                kind=filtering.kind_of(edition, "source", "Source"),
                source=[(publisher, names.label)] if is_known else [],
            ),
            _joined(*names.names),
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
            filters(kind=filtering.kind_of(edition, "page", "Page")),
            prose.plain(page.document.body),
        ),
    )


def _position(edition: Edition, dispute: Dispute, standpoint: Standpoint) -> ResultPart:
    graph = edition.chronology
    stated = (graph.claims[claim].claim.text for claim in standpoint.claims)
    return ResultPart(
        f"disputes/{dispute.id}/#position-{standpoint.id}",
        standpoint.label,
        verdict(edition.chronology, dispute, standpoint).value
        if verdict_in_words(edition, dispute, standpoint)
        else "",
        also=_joined(*stated),
    )


def _days_asked(edition: Edition, dispute: Dispute, events: Iterable[Event]) -> list[str]:
    """Return the days of its events that a question names: "12 and 13 November 2017" names both."""
    bounds = (day for event in events for one in event.date.candidates for day in (one.earliest, one.latest) if day)
    return [day for day in sorted({day.isoformat() for day in bounds}) if _names(edition, dispute.question, day)]


def _names(edition: Edition, text: str, day: str) -> bool:
    month, _, number = day.rpartition("-")
    if in_words(parse(month), edition.language) not in text:
        return False
    return re.search(rf"(?<!\d){int(number)}(?!\d)", text) is not None


def _asked(edition: Edition, dispute: Dispute, claims: Sequence[Claim]) -> str:
    """Return what a dispute is about in the words of whoever asks for it."""
    if edition.chronology.is_about_figures(dispute):
        return _measured(edition, claims)
    like = edition.chronology.masthead.vocabulary.behaves_as("dispute_kinds", dispute.kind)
    return edition.language.gettext(DISPUTE_WORDS[like]) if like else edition.term("dispute_kinds", dispute.kind)


def _told_of(edition: Edition, dispute: Dispute) -> str:
    resolution = dispute.resolution.note if dispute.resolution else None
    kind = edition.language.gettext("Dispute")
    return _joined(kind, dispute.note, dispute.would_settle, resolution, prose.plain(dispute.body))


def _claim(edition: Edition, event: Event, claim: Claim) -> ResultPart:
    actors = edition.derived(actor_names)
    said_by = list(dict.fromkeys(actors[_first(edition, one)].name for one in claim.reports))
    told = ", ".join(said_by[:_SPEAKERS_SHOWN])
    if len(said_by) > _SPEAKERS_SHOWN:
        count = len(said_by) - _SPEAKERS_SHOWN
        told = edition.language.ngettext(
            "%(speakers)s and %(count)s more", "%(speakers)s and %(count)s more", count, speakers=told
        )
    notes = (note for report in claim.reports for note in (report.note, report.inferred))
    figures = (figure for report in claim.reports for figure in report.figures)
    return ResultPart(
        edition.claim_address(event, claim),
        claim.text,
        edition.outcome(event, claim).value,
        told,
        _joined(*said_by[_SPEAKERS_SHOWN:], claim.note, *notes, *_counted(edition, figures)),
        filters=filtering.of_claim(edition, event, claim),
    )


def _counted(edition: Edition, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return numbers with what they count in, as readers ask for them: "US$200 million", "5 km"."""
    masthead, language = edition.chronology.masthead, edition.language
    told: dict[str, None] = {}
    for figure in figures:
        if counted_in(masthead.vocabulary, figure) != PLAIN:
            told[words.amount_in_words(masthead, figure, language)] = None
        large = (bound for bound in (figure.lowest, figure.highest) if bound is not None)
        told |= {number: None for bound in large if (number := large_number(language, bound)) != language.number(bound)}
    return tuple(told)


def _source(edition: Edition, source: Source) -> ResultPart:
    link = edition.source(source.id)
    notes = (part.note for part in source.parts)
    return ResultPart(
        link.address,
        link.text,
        line=link.note,
        also=_joined(*_bibliography(edition, source), source.note, *notes),
        lang=link.lang,
        filters=filters(day=filtering.days(source.published)),
    )


def _bibliography(edition: Edition, source: Source) -> list[str]:
    """Return what people look a publication up by besides its title."""
    makers = (*source.authors, *source.editors, *source.translators)
    place = (source.volume, source.container, source.issue, source.pages)  # as in 273 U.S. 456
    said = (*place, source.doi, source.isbn, source.identifier)
    return [*names_of(edition.chronology, makers), *filter(None, said), *source.titles.values()]


def _first(edition: Edition, report: Report) -> str:
    return filtering.speakers(edition, report)[0]


def _any_year(period: str) -> tuple[str, ...]:
    """Return the key of a day or a month of any year: --11-17, --11."""
    found = period_named(period)
    if found is None or found.unit not in {Precision.DAY, Precision.MONTH}:
        return ()
    day = f"-{found.first.day:02}" if found.unit is Precision.DAY else ""
    return (f"--{found.first.month:02}{day}",)


def _measured(edition: Edition, claims: Sequence[Claim]) -> str:
    """Return what claims count, in the words of whoever asks for it."""
    measures = {figure.measure for claim in claims for report in claim.reports for figure in report.figures}
    labels = [edition.term("measures", measure) for measure in sorted(measures)]
    if measures & OF_DEATHS:
        labels.append(edition.language.gettext(DEATH_WORDS))
    return _joined(edition.language.gettext(COUNT_WORDS), *labels)


def _rank(count: int) -> int:
    """Return how much there is, so coarse that a further record seldom changes it."""
    return min(_RANKS, count.bit_length())


def _joined(*texts: str | None) -> str:
    return " ".join(filter(None, texts))
