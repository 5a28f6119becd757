"""Events, the claims about them, and the reports that carry the claims."""

from dataclasses import KW_ONLY
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from dateline.ground import dates
from dateline.ground.dates import Edtf
from dateline.records.types.dated_facts import DATED, Since, Until
from dateline.records.types.fields import (
    RECORD,
    ActorId,
    ActorIds,
    Amount,
    ClaimReference,
    CurrencyCode,
    EventId,
    EventKind,
    Id,
    Line,
    Measure,
    PlaceId,
    Role,
    TagWord,
    Text,
    UnitCode,
    like,
)
from dateline.records.types.keeping_back import Withheld
from dateline.records.types.pictures import Picture
from dateline.records.types.related import RelatedEvent
from dateline.records.types.shared import Change, Citation, State
from dateline.records.types.when import CalendarName, When, by_its_calendar

Stance = Literal["asserts", "denies", "doubts", "unconfirmed", "concedes", "retracts"]
Modality = Literal["stated", "alleged", "possible", "predicted"]
DateBasis = Literal["stated", "relative", "inferred", "publication"]
Extent = Literal["full", "most", "part", "contested", "besieged"]


@dataclass(frozen=True, slots=True, config=RECORD)
class PlaceRole:
    """A place where the event happened."""

    _: KW_ONLY
    place: PlaceId
    """The place."""
    note: Annotated[Text | None, like("Two villages bear the name.")] = None
    """What a reader must know about the place here."""
    inferred: Text | None = None
    """From what the editors inferred it, where the cited paragraphs do not name it."""


@dataclass(frozen=True, slots=True, config=RECORD)
class ActorRole:
    """An actor with its part in the event."""

    _: KW_ONLY
    actor: ActorId
    """The actor."""
    role: Role | None = None
    """What it did or suffered, a word of the vocabulary's roles."""
    inferred: Text | None = None
    """From what the editors inferred it, where the cited paragraphs do not name it."""


@dataclass(frozen=True, slots=True, config=DATED)
class Control:
    """Who holds a place, as claimed."""

    _: KW_ONLY
    place: PlaceId
    """The place held."""
    holder: ActorId
    """The actor that holds it."""
    extent: Extent
    """How much of it."""
    from_: Since = None
    """Since when, where that is told; without it, from the time of the claim."""
    until: Until = None
    """Until when, where that is told; without it, until the time of the claim."""
    inferred: Text | None = None
    """From what the editors inferred it, where the cited paragraphs do not name it."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Figure:
    """A number as a report gives it; what the report leaves open stays open."""

    _: KW_ONLY
    measure: Measure
    """What is counted, a word of the vocabulary's measures."""
    of: Annotated[ActorId | None, like("council")] = None
    """Whose: the actor that lost or had what is counted."""
    item: Annotated[Text | None, like("hand pump")] = None
    """What thing, where the measure alone does not say."""
    min: Amount | None = None
    """The lowest number that the report allows."""
    max: Amount | None = None
    """The highest number that the report allows."""
    exact: Amount | None = None
    """Short for min and max where they are the same."""
    unit: Annotated[UnitCode | None, like("[mi_i]")] = None
    """The unit that the report gives it in, as its code in UCUM, where it is not that of the measure."""
    currency: Annotated[CurrencyCode | None, like("EUR")] = None
    """The currency that the report gives it in (ISO 4217), where it is not that of the measure."""
    out_of: Annotated[Amount | None, like(12)] = None
    """Of how many, as in 7 out of 12."""
    approximate: Annotated[bool, Field(strict=True)] = False
    """Whether the report gives the number as about right; such a figure never contradicts another."""
    scope: Annotated[Text | None, like("by noon", "on the east bank")] = None
    """The subset or period that the number is about."""
    wording: Annotated[Text | None, like("at least 10", "dozens")] = None
    """How the report puts it, in a few words."""
    inferred: Text | None = None
    """From what the editors inferred it, where the cited paragraphs do not name it."""

    @property
    def lowest(self) -> int | float | None:
        """The lower bound, or None where there is none."""
        return self.min if self.exact is None else self.exact

    @property
    def highest(self) -> int | float | None:
        """The upper bound, or None where there is none."""
        return self.max if self.exact is None else self.exact


@dataclass(frozen=True, slots=True, config=RECORD)
class Report:
    """Somebody's statement of a claim, at a paragraph of a source."""

    _: KW_ONLY
    by: Annotated[tuple[ActorId, ...], like(["clerk"])] = ()
    """The chain of speakers, first speaker first; empty where the publisher speaks in its own voice."""
    stance: Stance = "asserts"
    """How the first speaker stands to the claim."""
    modality: Modality = "stated"
    """How firmly it is said; `alleged` only where the claim blames somebody (`accuses`)."""
    own_reporting: Annotated[bool, Field(strict=True)] = False
    """Whether the publisher saw, filmed, asked or worked it out itself, as the note says."""
    restates: Annotated[ActorId | None, like("gazette")] = None
    """Whose words these are, though the text does not say so; `inferred` says from what that is known."""
    cite: Annotated[Citation, like({"source": "gazette-2031-03-04", "paragraph": 3})]
    """The paragraph."""
    figures: Annotated[
        tuple[Figure, ...], like([{"measure": "killed", "of": "council", "min": 10, "wording": "at least 10"}])
    ] = ()
    """The numbers that the report gives."""
    inferred: Text | None = None
    """What the editors inferred from the paragraph that it does not say in so many words, and from what."""
    note: Text | None = None
    """What a reader must know about this report."""


@dataclass(frozen=True, slots=True, config=RECORD)
class UnlikeClaim:
    """Another claim that says much the same, and why the two are not one."""

    _: KW_ONLY
    claim: ClaimReference
    """The other claim."""
    because: Annotated[Text, like("That one counts the wounded as well.")]
    """Why they are not one."""


@dataclass(frozen=True, slots=True, config=RECORD)
class UnlikeEvent:
    """Another event that looks much the same, and why the two are not one."""

    _: KW_ONLY
    event: EventId
    """The other event."""
    because: Annotated[Text, like("Another well, closed on the same day.")]
    """Why they are not one."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Claim:
    """One checkable statement about an event."""

    _: KW_ONLY
    id: Id
    """Unique in the event; everywhere else the claim is event-id#claim-id."""
    text: Annotated[Text, like("The old well was closed.")]
    """The statement in the editors' own words."""
    control: Annotated[Control | None, like({"place": "old-well", "holder": "council", "extent": "most"})] = None
    """Only on claims about who holds a place."""
    when: Annotated[When | None, like("2031-03-03")] = None
    """Only on claims about when it happened."""
    accuses: Annotated[ActorIds, like(["council"])] = ()
    """Whom it blames; its reports are alleged, unless somebody outside the quarrel found it so."""
    note: Text | None = None
    """What a reader must know about this claim."""
    unlike: tuple[UnlikeClaim, ...] = ()
    """Claims that say much the same and are not the same."""
    withheld: Annotated[Withheld | None, like({"until": "never", "reason": "safety", "on": "2026-11-29"})] = None
    """That it is kept from readers, for a time or for good."""
    reports: Annotated[tuple[Report, ...], Field(min_length=1)]
    """Who said so, and where."""

    @property
    def concerns(self) -> tuple[str, ...]:
        """The actors whose losses it counts, who holds a place by it and whom it blames, each once."""
        counted = (figure.of for report in self.reports for figure in report.figures if figure.of)
        holders = (self.control.holder,) if self.control is not None else ()
        return tuple(dict.fromkeys((*counted, *holders, *self.accuses)))


@dataclass(frozen=True, slots=True, config=RECORD)
class Event:
    """Something that happened, or is said to have happened."""

    _: KW_ONLY
    id: Id
    """The file's name without its ending."""
    title: Annotated[Line, like("The old well is closed")]
    """A headline in the editors' own neutral words."""
    date: When
    """When it happened, in EDTF: a day, a month, a year; in quotes, a time of day (2017-11-08T14:30, T14, with Z or
    +03:00). a/b lasts from a to b; in quotes, [a..b] is some time within, [a,b] one of these, {a,b} each of these."""
    calendar: CalendarName | None = None
    """The calendar that `date` is of; Gregorian, if it does not say. Of another one the Gregorian day is shown beside
    it. Hijri is the civil calendar, whose day may be the one before or after; Hebrew months are counted from Nisan."""
    date_wording: Annotated[Line | None, like("10 Muharram 61 AH", "the night of the 13th")] = None
    """The date as the source says it, in a few words."""
    date_basis: DateBasis = "stated"
    """Where the date comes from: stated by the source, relative to another date in it, inferred by the
    editors, or the day of publication as an upper bound."""
    date_note: Annotated[Text | None, like("No day is given; the report of 4 March is the upper bound.")] = None
    """From what the date was taken; required unless it is stated."""
    formerly: Annotated[tuple[When, ...], like(["2031-03-02"])] = ()
    """The dates that it had before, once published: the pages on which it stood lead on to where it stands now."""
    seq: Annotated[Annotated[int, Field(strict=True)] | None, like(10)] = None
    """Order within a day."""
    kind: EventKind
    """What kind of event, a word of the vocabulary's event_kinds."""
    weight: Annotated[Literal["key"] | None, like("key")] = None
    """Says that it is a turning point: the home page and the timeline name it. Six to ten are enough; where no event
    has it, those of which most voices tell stand there."""
    tags: Annotated[tuple[TagWord, ...], like(["water", "petitions"])] = ()
    """What it is about besides: words of the vocabulary's tags, each with a page of its events."""
    places: Annotated[tuple[PlaceRole, ...], like([{"place": "old-well"}])] = ()
    """Where it happened."""
    actors: Annotated[tuple[ActorRole, ...], like([{"actor": "council", "role": "owner"}])] = ()
    """Who took part."""
    part_of: EventId | None = None
    """The event that it is a part of, whose page lists its parts."""
    related: Annotated[
        tuple[RelatedEvent, ...],
        like(
            [
                {
                    "event": "2031-03-02-meeting",
                    "how": "caused-by",
                    "cite": {"source": "gazette-2031-03-04", "paragraph": 2},
                }
            ]
        ),
    ] = ()
    """What it has to do with other events, as somebody says."""
    summary: Annotated[
        Text | None, like("The gazette reports the closing; that the council ordered it the petitioners say.")
    ] = None
    """One or two neutral sentences in the editors' own words."""
    media: Annotated[
        tuple[Picture, ...],
        like(
            [
                {
                    "image": "well-1931.jpg",
                    "alt": "Two men lift a grating over the well.",
                    "credit": "Harrow County Archive",
                    "licence": "CC-BY-4.0",
                }
            ]
        ),
    ] = ()
    """Pictures of it."""
    note: Text | None = None
    """What a reader must know about this record."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """What is claimed about it."""
    unlike: tuple[UnlikeEvent, ...] = ()
    """Events that look much the same and are not the same."""
    added: Annotated[When | None, like("2026-11-22")] = None
    """The day on which the record was added; where absent, an event is new when a source of it was first read."""
    reread: Annotated[When | None, like("2026-11-28")] = None
    """The day on which somebody who did not write it read it again against its paragraphs."""
    state: State = State.PUBLISHED
    """A draft is checked, and never built into the site; it may lack anything but its title."""
    withheld: Annotated[Withheld | None, like({"until": "never", "reason": "safety", "on": "2026-11-29"})] = None
    """That it is kept from readers, for a time or for good."""
    history: tuple[Change, ...] = ()
    """Substantive changes, newest first."""

    @model_validator(mode="before")
    @classmethod
    def _dated_by_its_calendar(cls, value: Any) -> Any:
        return by_its_calendar(value)

    @property
    def cites(self) -> tuple[Citation, ...]:
        """What its ties and its pictures rest on."""
        shown = (picture.cite for picture in self.media if picture.cite is not None)
        return (*(tie.cite for tie in self.related), *shown)

    @property
    def compared(self) -> Edtf:
        """The date as it is compared with others: that of a publication is only the last on which it can have been."""
        if self.date_basis != "publication" or self.date.latest is None or self.date.earliest is None:
            return self.date
        return dates.some_time(None, self.date.latest)
