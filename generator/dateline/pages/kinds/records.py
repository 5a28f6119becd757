"""The pages of sources, actors and places."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from dateline.ground.dates import in_words
from dateline.pages.kinds.actor_rows import ActorLists, cites_of, lists_of, parts_by_actor, rows_of
from dateline.pages.kinds.index import actors_in_order, places_in_order
from dateline.pages.shared import since
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import ChangeView, CitationView, ClaimView, Edition, Link, SourceLine, Tools
from dateline.pages.shared.lists import (
    NO_STEPS,
    ListPart,
    Neighbours,
    by_month,
    by_note,
    in_order_of_names,
    is_short,
    steps,
)
from dateline.pages.shared.maps import MapView, PlaceMaps
from dateline.pages.shared.since import Mark
from dateline.pages.shared.strips import StripView, strip_of
from dateline.pages.shared.timelines import TimelineView, timeline_of_actor, timeline_of_place
from dateline.pages.wording import addresses, descriptions, words
from dateline.records.chronology import ClaimInContext, ReportInContext, Use
from dateline.records.rules.standing import Standing
from dateline.records.types import Actor, Citation, Claim, Dispute, Event, Paragraph, Place, Source


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in some language, with the direction that it is written in."""

    text: str
    lang: str
    dir: str
    language: str


@dataclass(frozen=True, slots=True)
class SideView:
    """Where a source places an actor."""

    side: str
    basis: str
    citation: CitationView


@dataclass(frozen=True, slots=True)
class DrawnView:
    """What was drawn from a paragraph: a claim as somebody's report, or a part of another record."""

    link: Link
    kind: str
    speaker: Link | None
    stance_label: str
    standing: str
    standing_label: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of a source: how to find it, how to check it, what rests on it."""

    number: int
    anchor: str
    begins: str
    ends: str
    words: int | None
    sha256: str
    quote: str
    note: str
    unused: str
    original: str | None
    mark: Mark | None
    copied: Link | None
    """The source that it was taken from, which is another one."""
    drawn: tuple[DrawnView, ...]

    @property
    def claims(self) -> tuple[DrawnView, ...]:
        """The claims drawn from it."""
        return tuple(drawn for drawn in self.drawn if drawn.kind == "claim")

    @property
    def also(self) -> tuple[DrawnView, ...]:
        """The parts of other records drawn from it."""
        return tuple(drawn for drawn in self.drawn if drawn.kind != "claim")


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How much of a source is recorded."""

    source: Link
    paragraphs: int
    cited: int
    unused: int
    reports: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of a source."""

    id: str
    address: str
    title: str
    description: str
    publisher: Link
    sides: tuple[str, ...]
    kind: str
    language: str
    lang: str
    dir: str
    is_foreign: bool
    published: str
    published_note: str
    url: str | None
    archive_url: str | None
    archive_date: str
    archive_lookup: str | None
    accessed: str
    reading: str
    copies: tuple[tuple[Link, str, str | None], ...]
    copy_of: tuple[Link, str, str] | None
    """The source that its text was taken from, which paragraphs, and what the editors note about it."""
    copied_by: tuple[Link, ...]
    withdrawn: str
    withdrawn_cite: CitationView | None
    corrected: tuple[str, ...]
    since_anchor: str
    rights: str
    note: str
    paragraphs: tuple[ParagraphView, ...]
    cited: int
    unused: int
    pending: int
    reports: int
    history: tuple[ChangeView, ...]
    tools: Tools
    steps: Neighbours
    edit_path: str


@dataclass(frozen=True, slots=True)
class ActorView:
    """The page of an actor."""

    id: str
    address: str
    name: str
    description: str
    kind: str
    names: tuple[NameView, ...]
    aliases: tuple[str, ...]
    part_of: tuple[Link, ...]
    parts: tuple[Link, ...]
    sides: tuple[SideView, ...]
    body: str
    timeline: TimelineView | None
    lists: ActorLists
    said: int
    """Of how many reports it is the first speaker."""
    tally: tuple[tuple[str, str, int], ...]
    disputes: tuple[Link, ...]
    disputes_by_status: tuple[ListPart[Link], ...]
    sources: tuple[SourceLine, ...]
    steps: Neighbours
    note: str
    history: tuple[ChangeView, ...]
    tools: Tools
    edit_path: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The page of a place."""

    id: str
    address: str
    name: str
    description: str
    kind: str
    names: tuple[NameView, ...]
    aliases: tuple[str, ...]
    within: Link | None
    contains: tuple[Link, ...]
    coordinates: str
    precision: str
    located_by: str
    note: str
    timeline: TimelineView | None
    events: tuple[Link, ...]
    events_by_month: tuple[ListPart[Link], ...]
    control: tuple[ClaimView, ...]
    control_open: bool
    """Whether the claims about who holds it are few enough to be seen without asking."""
    strip: StripView | None
    map: MapView | None
    disputes: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    steps: Neighbours
    history: tuple[ChangeView, ...]
    tools: Tools
    edit_path: str


@derivation
def _steps_of_sources(edition: Edition) -> dict[str, Neighbours]:
    return steps(edition.source(id_) for id_ in edition.chronology.sources)


def coverage_of(edition: Edition, source: Source) -> CoverageRow:
    """Return how many paragraphs of a source are cited or unused, and how many reports were drawn."""
    uses = edition.chronology.uses
    return CoverageRow(
        source=edition.source(source.id),
        paragraphs=len(source.paragraphs),
        cited=sum((source.id, paragraph.n) in uses for paragraph in source.paragraphs),
        unused=sum(paragraph.unused is not None for paragraph in source.paragraphs),
        reports=sum(use.report is not None for use in edition.chronology.uses_by_source.get(source.id, ())),
    )


def actor_view(edition: Edition, actor: Actor) -> ActorView:
    """Return the page of an actor."""
    disputes = edition.derived(disputes_by_actor).get(actor.id, {})
    parts = [edition.actor(part.id) for part in edition.derived(_parts_of_actors).get(actor.id, ())]
    neighbours = edition.derived(_steps_of_actors)[addresses.record_address(actor)]
    return replace(_actor_view(edition, actor, disputes, parts), steps=neighbours)


@derivation
def _parts_of_actors(edition: Edition) -> dict[str, list[Actor]]:
    parts: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in in_order_of_names(edition.chronology.actors.values()):
        for parent in actor.part_of:
            parts[parent].append(actor)
    return dict(parts)


@derivation
def _steps_of_actors(edition: Edition) -> dict[str, Neighbours]:
    return steps(edition.actor(actor.id) for actor in actors_in_order(edition))


def place_view(edition: Edition, place: Place) -> PlaceView:
    """Return the page of a place."""
    control = edition.derived(_control_by_place).get(place.id, [])
    contains = [edition.place(inner.id) for inner in edition.derived(_places_within).get(place.id, ())]
    neighbours = edition.derived(_steps_of_places)[addresses.record_address(place)]
    where = PlaceMaps(edition).of(place)
    return replace(_place_view(edition, place, control, contains, where), steps=neighbours)


@derivation
def _control_by_place(edition: Edition) -> dict[str, list[tuple[Event, Claim]]]:
    control: defaultdict[str, list[tuple[Event, Claim]]] = defaultdict(list)
    for event in edition.chronology.events.values():
        for claim in event.claims:
            if claim.control is not None:
                control[claim.control.place].append((event, claim))
    return dict(control)


@derivation
def _places_within(edition: Edition) -> dict[str, list[Place]]:
    contains: defaultdict[str, list[Place]] = defaultdict(list)
    for place in in_order_of_names(edition.chronology.places.values()):
        if place.within is not None:
            contains[place.within].append(place)
    return dict(contains)


@derivation
def _steps_of_places(edition: Edition) -> dict[str, Neighbours]:
    return steps(edition.place(place.id) for place in places_in_order(edition))


def source_view(edition: Edition, source: Source) -> SourceView:
    """Return the page of a source."""
    neighbours = edition.derived(_steps_of_sources)[addresses.record_address(source)]
    language = source.language or edition.chronology.masthead.language
    publisher = edition.actor(source.publisher)
    sides = sorted(edition.chronology.side_of(source.publisher))
    recorded = coverage_of(edition, source)
    return SourceView(
        id=source.id,
        address=f"sources/{source.id}/",
        title=source.title,
        description=f"{source.title}. {publisher.text}, {in_words(source.published)}: what each paragraph says.",
        publisher=publisher,
        sides=tuple(edition.term("sides", side) for side in sides),
        kind=words.source_kind(source),
        language=words.language_name(language),
        lang=language,
        dir=words.direction(language),
        is_foreign=language != edition.chronology.masthead.language,
        published=in_words(source.published),
        published_note=source.published_note or "",
        url=source.url,
        archive_url=source.archive.url if source.archive else None,
        archive_date=in_words(source.archive.date) if source.archive else "",
        archive_lookup=addresses.archive_lookup(source),
        accessed=in_words(source.accessed) if source.accessed else "",
        reading=words.reading_in_words(source.reading) if source.reading else "",
        copies=tuple(
            (edition.actor(copy.publisher), in_words(copy.published) if copy.published else "", copy.url)
            for copy in source.copies
        ),
        copy_of=_copy_of(edition, source),
        copied_by=tuple(
            edition.source(copy.id, f"{edition.actor(copy.publisher).text}, {in_words(copy.published)}")
            for copy in edition.chronology.copies_by_original.get(source.id, ())
        ),
        withdrawn=words.withdrawn_in_words(source.withdrawn, "This source") if source.withdrawn else "",
        withdrawn_cite=edition.citation(source.withdrawn.cite) if source.withdrawn and source.withdrawn.cite else None,
        corrected=tuple(map(words.correction_in_words, source.corrected)),
        since_anchor=since.ANCHOR,
        rights=words.RIGHTS_LABEL[source.rights],
        note=source.note or "",
        paragraphs=tuple(_paragraph_view(edition, source, paragraph) for paragraph in source.paragraphs),
        cited=recorded.cited,
        unused=recorded.unused,
        # Only drafts rest on them so far.
        pending=recorded.paragraphs - recorded.cited - recorded.unused,
        reports=recorded.reports,
        history=edition.changes(source),
        tools=edition.tools(source),
        steps=neighbours,
        edit_path=edition.chronology.document(source).path,
    )


def _copy_of(edition: Edition, source: Source) -> tuple[Link, str, str] | None:
    copy = source.copy_of
    if copy is None:
        return None
    publisher = edition.chronology.actors[edition.chronology.sources[copy.source].publisher].name
    published = in_words(edition.chronology.sources[copy.source].published)
    link = edition.source(copy.source, f"{publisher}, {published}")
    return link, f"¶ {', '.join(map(str, copy.paragraphs))}" if copy.paragraphs else "", copy.note or ""


def _paragraph_view(edition: Edition, source: Source, paragraph: Paragraph) -> ParagraphView:
    uses = edition.chronology.uses.get((source.id, paragraph.n), ())
    cite = Citation(source=source.id, paragraph=paragraph.n)
    original = edition.chronology.original(cite)
    return ParagraphView(
        number=paragraph.n,
        anchor=f"p{paragraph.n}",
        begins=paragraph.begins,
        ends=paragraph.ends or "",
        words=paragraph.words,
        sha256=paragraph.sha256 or "",
        quote=paragraph.text or paragraph.quote or "",
        note=paragraph.note or "",
        unused=paragraph.unused or "",
        original=addresses.original_address(source, paragraph),
        mark=since.mark_of(edition.chronology, cite),
        copied=edition.source(original) if original != source.id else None,
        drawn=tuple(dict.fromkeys(_drawn(edition, use) for use in uses)),
    )


def _drawn(edition: Edition, use: Use) -> DrawnView:
    if isinstance(use.record, Event) and use.claim is not None and use.report is not None:
        standing = edition.standing(use.record, use.claim)
        return DrawnView(
            link=edition.claim_link(use.record, use.claim),
            kind="claim",
            speaker=edition.actor(edition.chronology.origin(use.report)),
            stance_label=words.STANCE_LABEL[use.report.stance],
            standing=standing.value,
            standing_label=words.STANDING_LABEL[standing],
        )
    kind = type(use.record).__name__.lower()
    return DrawnView(edition.record(use.record), kind, None, "", "", "")


def _actor_view(edition: Edition, actor: Actor, disputes: dict[str, Dispute], parts: list[Link]) -> ActorView:
    said = edition.chronology.reports_by_speaker.get(actor.id, ())
    did = edition.chronology.events_by_actor.get(actor.id, ())
    rows = () if actor.id in edition.derived(parts_by_actor) else rows_of(edition, actor.id)
    kind = words.ACTOR_KIND_LABEL[actor.kind]
    return ActorView(
        id=actor.id,
        address=f"actors/{actor.id}/",
        name=actor.name,
        description=descriptions.of_actor(
            edition.chronology.masthead.title, actor.name, kind, (len(did), len(said), len(disputes))
        ),
        kind=kind,
        names=_names(actor),
        aliases=actor.aliases,
        part_of=tuple(edition.actor(parent) for parent in actor.part_of),
        parts=tuple(parts),
        sides=tuple(
            SideView(edition.term("sides", side.side), side.basis or "", edition.citation(side.cite))
            for side in actor.sides
        ),
        body=actor.body,
        timeline=timeline_of_actor(edition, actor.id),
        lists=lists_of(edition, actor),
        said=len(said),
        tally=_tally(edition, said),
        disputes=tuple(edition.dispute(dispute) for dispute in disputes.values()),
        disputes_by_status=by_note((edition.dispute(dispute) for dispute in disputes.values()), "disputes"),
        sources=edition.sources_cited([*(side.cite for side in actor.sides), *cites_of(rows)]),
        steps=NO_STEPS,
        note=actor.note or "",
        history=edition.changes(actor),
        tools=edition.tools(actor),
        edit_path=edition.chronology.document(actor).path,
    )


def _tally(edition: Edition, said: tuple[ReportInContext, ...]) -> tuple[tuple[str, str, int], ...]:
    """Count the claims that an actor asserted by how they stand now."""
    asserted = {
        (spoken.event.id, spoken.claim.id): edition.standing(spoken.event, spoken.claim)
        for spoken in said
        if spoken.report.stance in {"asserts", "concedes"}
    }
    counts = Counter(asserted.values())
    return tuple((standing.value, words.STANDING_LABEL[standing], counts[standing]) for standing in Standing)


@derivation
def disputes_by_actor(edition: Edition) -> dict[str, dict[str, Dispute]]:
    """Return, by actor, the disputes in whose claims it speaks, acts or is counted."""
    found: defaultdict[str, dict[str, Dispute]] = defaultdict(dict)
    for dispute in edition.chronology.disputes.values():
        for standpoint in dispute.positions:
            for reference in standpoint.claims:
                context = edition.chronology.claims[reference]
                for actor in _actors_of(edition, context.event, context.claim):
                    found[actor][dispute.id] = dispute
    return found


def _actors_of(edition: Edition, event: Event, claim: Claim) -> dict[str, None]:
    actors = dict.fromkeys(edition.chronology.origin(report) for report in claim.reports)
    actors |= dict.fromkeys(role.actor for role in event.actors)
    actors |= dict.fromkeys(figure.of for report in claim.reports for figure in report.figures if figure.of)
    if claim.control is not None:
        actors[claim.control.holder] = None
    return actors


def _place_view(
    edition: Edition,
    place: Place,
    control: list[tuple[Event, Claim]],
    contains: list[Link],
    where: MapView | None,
) -> PlaceView:
    contexts = [ClaimInContext(event, claim) for event, claim in control]
    disputes = {
        dispute.id: dispute
        for event, claim in control
        for dispute in edition.chronology.disputes_by_claim.get(f"{event.id}#{claim.id}", ())
    }
    events = [(event.date, edition.event(event)) for event in edition.chronology.events_by_place.get(place.id, ())]
    located = place.lat is not None and place.lon is not None
    return PlaceView(
        id=place.id,
        address=f"places/{place.id}/",
        name=edition.place_name(place.id),
        description=descriptions.of_place(
            edition.chronology.masthead.title,
            edition.place_name(place.id),
            edition.term("place_kinds", place.kind),
            (len(edition.chronology.events_by_place.get(place.id, ())), len(control), len(disputes)),
        ),
        kind=edition.term("place_kinds", place.kind),
        names=_names(place),
        aliases=place.aliases,
        within=edition.place(place.within) if place.within else None,
        contains=tuple(contains),
        coordinates=words.coordinates(place.lat or 0.0, place.lon or 0.0) if located else "",
        precision=words.PRECISION_LABEL[place.precision],
        located_by=place.located_by or "",
        note=place.note or "",
        timeline=timeline_of_place(edition, place.id),
        events=tuple(link for _, link in events),
        events_by_month=by_month(events, "events"),
        control=tuple(edition.claim(event, claim) for event, claim in control),
        control_open=is_short(len(control)),
        strip=strip_of(edition, place.id, contexts, with_disputes=True),
        map=where,
        disputes=tuple(edition.dispute(dispute) for dispute in disputes.values()),
        sources=edition.sources_cited(report.cite for _, claim in control for report in claim.reports),
        steps=NO_STEPS,
        history=edition.changes(place),
        tools=edition.tools(place),
        edit_path=edition.chronology.document(place).path,
    )


def _names(record: Actor | Place) -> tuple[NameView, ...]:
    return tuple(
        NameView(name, language, words.direction(language), words.language_name(language))
        for language, name in sorted(record.names.items())
    )
