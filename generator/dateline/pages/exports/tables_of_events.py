"""The tables made of events: what happened, what is claimed, who said so where, and what they counted."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from dateline.ground.dates import first_and_last
from dateline.ground.languages import marked
from dateline.pages.exports.table import Cell, Column, Leading, RecordTable, listed, whole_address
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import claim_page_address, part_address
from dateline.records.rules.standing import Assessment, Echo
from dateline.records.types import Actor, Claim, Event, Figure, RecordKind, Report, Source
from dateline.records.types.spots import anchor_of


class OneEvent(NamedTuple):
    """What a row of events is made of."""

    edition: Edition
    event: Event


class OneClaim(NamedTuple):
    """What a row of claims is made of."""

    edition: Edition
    event: Event
    claim: Claim
    assessment: Assessment
    echo: Echo

    @property
    def id(self) -> str:
        """The claim's id everywhere outside its event."""
        return f"{self.event.id}#{self.claim.id}"

    @property
    def disputes(self) -> str | None:
        """The disputes that it is part of."""
        return listed(one.id for one in self.edition.chronology.disputes_by_claim.get(self.id, ()))


class OneReport(NamedTuple):
    """What a row of reports is made of."""

    edition: Edition
    event: Event
    claim: Claim
    number: int
    report: Report

    @property
    def claim_id(self) -> str:
        """The claim that it is about."""
        return f"{self.event.id}#{self.claim.id}"

    @property
    def speaker(self) -> Actor | None:
        """Who says so."""
        graph = self.edition.chronology
        return graph.actors.get(graph.origin(self.report))

    @property
    def source(self) -> Source | None:
        """Where it stands."""
        return self.edition.chronology.sources.get(self.report.cite.source)


class OneFigure(NamedTuple):
    """What a row of figures is made of."""

    of: OneReport
    number: int
    figure: Figure


def _events(edition: Edition, event: Event) -> Iterator[OneEvent]:
    yield OneEvent(edition, event)


def _claims(edition: Edition, event: Event) -> Iterator[OneClaim]:
    for claim in event.claims:
        yield OneClaim(edition, event, claim, edition.assessment(event, claim), edition.echo(claim))


def _reports(edition: Edition, event: Event) -> Iterator[OneReport]:
    for claim in event.claims:
        for number, report in enumerate(claim.reports, 1):
            yield OneReport(edition, event, claim, number, report)


def _figures(edition: Edition, event: Event) -> Iterator[OneFigure]:
    for of in _reports(edition, event):
        yield from (OneFigure(of, number, figure) for number, figure in enumerate(of.report.figures, 1))


def _control(part: str) -> Callable[[OneClaim], Cell]:
    return lambda row: None if row.claim.control is None else getattr(row.claim.control, part)


_FIRST: Final = "The first day or time that the date may cover (ISO 8601, Gregorian); empty where it is open."
_LAST: Final = "The last day or time that the date may cover; empty where it is open."
_OF_CLAIM: Final = Leading(("claim",), "claims")

EVENTS: Final = RecordTable(
    "events",
    marked("Events, one a row"),
    RecordKind.EVENT,
    _events,
    (
        Column("id", "The event.", lambda row: row.event.id),
        Column("title", "What it is called.", lambda row: row.event.title),
        Column("date", "When it was (EDTF), by its own calendar.", lambda row: row.event.date.text),
        Column("calendar", "The calendar of the date; Gregorian where empty.", lambda row: row.event.calendar),
        Column("earliest", _FIRST, lambda row: first_and_last(row.event.date)[0]),
        Column("latest", _LAST, lambda row: first_and_last(row.event.date)[1]),
        Column(
            "meaning",
            "Whether it was on the one day (point), went on from the first to the last (lasts), was on each day "
            "named (each), or was some time within (doubt).",
            lambda row: row.event.date.meaning.value,
        ),
        Column("date_basis", "Where the date comes from.", lambda row: row.event.date_basis),
        Column("kind", "What kind of event.", lambda row: row.event.kind),
        Column("tags", "What it is about besides.", lambda row: listed(row.event.tags)),
        Column("part_of", "The event that it is a part of.", lambda row: row.event.part_of),
        Column("is_key", "Whether it is a turning point.", lambda row: row.event.weight == "key", "boolean"),
        Column("places", "The places where it happened.", lambda row: listed(one.place for one in row.event.places)),
        Column("actors", "Who took part.", lambda row: listed(one.actor for one in row.event.actors)),
        Column("summary", "One or two sentences about it.", lambda row: row.event.summary),
        Column("note", "What a reader must know about it.", lambda row: row.event.note),
        Column(
            "url",
            "Its lasting address.",
            lambda row: whole_address(row.edition, row.edition.shared_address(row.event)),
            in_database="'events/' || id || '/'",
        ),
    ),
    leading=(Leading(("part_of",), "events"),),
)
CLAIMS: Final = RecordTable(
    "claims",
    marked("What is claimed about events, a claim a row"),
    RecordKind.EVENT,
    _claims,
    (
        Column("id", "The claim, as event#claim.", lambda row: row.id),
        Column("event", "The event that it is about.", lambda row: row.event.id),
        Column("text", "What is claimed.", lambda row: row.claim.text),
        Column("outcome", "The one word for it.", lambda row: row.assessment.outcome.value),
        Column("standing", "What its reports amount to.", lambda row: row.assessment.standing.value),
        Column("reports", "How many reports carry it.", lambda row: row.echo.reports, "integer"),
        Column("voices", "Voices that say so, each counted once.", lambda row: len(row.assessment.counted), "integer"),
        Column(
            "may_be_same",
            "Speakers who say so besides, are not named, and may be one of those.",
            lambda row: len(row.assessment.perhaps_the_same),
            "integer",
        ),
        Column(
            "against",
            "Voices that deny or doubt it, counted like those who say so.",
            lambda row: len(row.assessment.denying),
            "integer",
        ),
        Column(
            "unattributed",
            "Publishers that do not say from whom they have it.",
            lambda row: row.echo.unattributed,
            "integer",
        ),
        Column(
            "sides",
            "On how many sides the voices are that say so; 0 where one of them is placed on none.",
            lambda row: row.assessment.sides,
            "integer",
        ),
        Column("withdrawn", "Reports that count no more.", lambda row: row.echo.withdrawn, "integer"),
        Column(
            "says_when",
            "When it says that it was (EDTF).",
            lambda row: None if row.claim.when is None else row.claim.when.text,
        ),
        Column("held_place", "The place that it says is held.", _control("place")),
        Column("holder", "Who holds it, as claimed.", _control("holder")),
        Column("held_extent", "How much of it.", _control("extent")),
        Column("accuses", "Whom it blames.", lambda row: listed(row.claim.accuses)),
        Column("disputes", "The disputes that it is part of.", lambda row: row.disputes),
        Column("note", "What a reader must know about it.", lambda row: row.claim.note),
        Column(
            "url",
            "Its lasting address.",
            lambda row: whole_address(row.edition, claim_page_address(row.event.id, row.claim.id)),
            in_database="'events/' || replace(id, '#', '/') || '/'",
        ),
    ),
    leading=(Leading(("event",), "events"),),
)
REPORTS: Final = RecordTable(
    "reports",
    marked("Who said what where: a speaker, a claim and a paragraph a row"),
    RecordKind.EVENT,
    _reports,
    (
        Column("claim", "The claim.", lambda row: row.claim_id),
        Column("number", "Which report of the claim.", lambda row: row.number, "integer"),
        Column("speaker", "Who says so first.", lambda row: row.edition.chronology.origin(row.report) or None),
        Column(
            "speaker_name",
            "What the speaker is called.",
            lambda row: row.speaker.name if row.speaker else None,
            in_database="",
        ),
        Column(
            "chain",
            "The speakers through whom it came, the first first, the publisher last.",
            lambda row: listed(row.edition.chronology.speakers(row.report)),
        ),
        Column(
            "voice",
            "Whose word it is, counted once; empty where a publisher does not say from whom it has it.",
            lambda row: row.edition.chronology.voice(row.report),
        ),
        Column("stance", "What the speaker does to the claim.", lambda row: row.report.stance),
        Column("modality", "How firmly.", lambda row: row.report.modality),
        Column(
            "own_reporting",
            "Whether the publisher saw or worked it out itself.",
            lambda row: row.report.own_reporting,
            "boolean",
        ),
        Column("source", "The source.", lambda row: row.report.cite.source),
        Column(
            "publisher",
            "Who published it.",
            lambda row: (row.source.publisher or None) if row.source else None,
            in_database="",
        ),
        Column(
            "published",
            "When it was published (EDTF).",
            lambda row: row.source.published.text if row.source else None,
            in_database="",
        ),
        Column("paragraph", "The paragraph of the source.", lambda row: row.report.cite.paragraph, "integer"),
        Column("passage", "Or where else in the source it stands.", lambda row: row.report.cite.at),
        Column("anchor", "Where it is on the source's page here.", lambda row: anchor_of(row.report.cite.spot)),
        Column(
            "counts",
            "Whether it counts: not where its source was withdrawn.",
            lambda row: row.edition.chronology.counts(row.report),
            "boolean",
        ),
        Column("inferred", "What the editors inferred, and from what.", lambda row: row.report.inferred),
        Column("note", "What a reader must know about it.", lambda row: row.report.note),
        Column(
            "url",
            "The address of the paragraph here.",
            lambda row: whole_address(row.edition, part_address(row.report.cite.source, row.report.cite.spot)),
            in_database="'sources/' || source || '/#' || anchor",
        ),
    ),
    ("claim", "number"),
    (_OF_CLAIM, Leading(("source",), "sources"), Leading(("speaker",), "actors")),
)
FIGURES: Final = RecordTable(
    "figures",
    marked("The numbers that reports give, a number a row"),
    RecordKind.EVENT,
    _figures,
    (
        Column("claim", "The claim.", lambda row: row.of.claim_id),
        Column("report", "Which report of the claim.", lambda row: row.of.number, "integer"),
        Column("number", "Which figure of the report.", lambda row: row.number, "integer"),
        Column("measure", "What is counted.", lambda row: row.figure.measure),
        Column("whose", "Whose.", lambda row: row.figure.of),
        Column("item", "What thing.", lambda row: row.figure.item),
        Column("min", "The least; empty where open.", lambda row: row.figure.lowest, "number"),
        Column("max", "The most; empty where open.", lambda row: row.figure.highest, "number"),
        Column("unit", "Its unit (UCUM), where it is not the measure's.", lambda row: row.figure.unit),
        Column("currency", "Its currency (ISO 4217), where it is not the measure's.", lambda row: row.figure.currency),
        Column("out_of", "Of how many.", lambda row: row.figure.out_of, "number"),
        Column("approximate", "Whether it is about right.", lambda row: row.figure.approximate, "boolean"),
        Column("scope", "What it is about.", lambda row: row.figure.scope),
        Column("wording", "How the report puts it.", lambda row: row.figure.wording),
    ),
    ("claim", "report", "number"),
    (Leading(("claim", "report"), "reports", ("claim", "number")),),
)
