"""The record types: the only definition of a field, of its key, its type and its meaning."""

from dateline.records.types.actor import Actor, Ownership, Side, SpeaksFor
from dateline.records.types.brief import Brief, BriefSentence, DisputedLine, OutcomeWord
from dateline.records.types.dispute import Dispute, Resolution, Standpoint
from dateline.records.types.event import ActorRole, Claim, Control, Event, Figure, PlaceRole, Report
from dateline.records.types.keeping_back import Withheld
from dateline.records.types.likeness import ActorLikeness, PlaceLikeness
from dateline.records.types.masthead import Graveyard, Masthead, MeasureTerm, Term, Tombstone, Vocabulary
from dateline.records.types.pictures import Picture
from dateline.records.types.place import Place
from dateline.records.types.related import RelatedEvent
from dateline.records.types.shared import Change, Citation, RecordKind, Spot, State
from dateline.records.types.source import (
    Archive,
    Copy,
    CopyOf,
    Corrected,
    Creator,
    Gone,
    Paragraph,
    Reading,
    Source,
    SourcePart,
    SourcePassage,
    Withdrawn,
)

type_of_kind = {
    RecordKind.EVENT: Event,
    RecordKind.SOURCE: Source,
    RecordKind.ACTOR: Actor,
    RecordKind.PLACE: Place,
    RecordKind.DISPUTE: Dispute,
}

Record = Event | Source | Actor | Place | Dispute

__all__ = [
    "Actor",
    "ActorLikeness",
    "ActorRole",
    "Archive",
    "Brief",
    "BriefSentence",
    "Change",
    "Citation",
    "Claim",
    "Control",
    "Copy",
    "CopyOf",
    "Corrected",
    "Creator",
    "Dispute",
    "DisputedLine",
    "Event",
    "Figure",
    "Gone",
    "Graveyard",
    "Masthead",
    "MeasureTerm",
    "OutcomeWord",
    "Ownership",
    "Paragraph",
    "Picture",
    "Place",
    "PlaceLikeness",
    "PlaceRole",
    "Reading",
    "Record",
    "RecordKind",
    "RelatedEvent",
    "Report",
    "Resolution",
    "Side",
    "Source",
    "SourcePart",
    "SourcePassage",
    "SpeaksFor",
    "Spot",
    "Standpoint",
    "State",
    "Term",
    "Tombstone",
    "Vocabulary",
    "Withdrawn",
    "Withheld",
    "type_of_kind",
]
