"""The record types: the only definition of a field, of its key, its type and its meaning."""

from generator.records.actor import Actor, Side
from generator.records.dispute import Dispute, Resolution, Standpoint
from generator.records.event import ActorRole, Claim, Control, Event, Figure, PlaceRole, Report
from generator.records.masthead import Graveyard, Masthead, Term, Tombstone, Vocabulary
from generator.records.place import Place
from generator.records.shared import Change, Citation, RecordKind, State
from generator.records.source import Archive, Copy, CopyOf, Corrected, Paragraph, Reading, Source, Withdrawn

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
    "ActorRole",
    "Archive",
    "Change",
    "Citation",
    "Claim",
    "Control",
    "Copy",
    "CopyOf",
    "Corrected",
    "Dispute",
    "Event",
    "Figure",
    "Graveyard",
    "Masthead",
    "Paragraph",
    "Place",
    "PlaceRole",
    "Reading",
    "Record",
    "RecordKind",
    "Report",
    "Resolution",
    "Side",
    "Source",
    "Standpoint",
    "State",
    "Term",
    "Tombstone",
    "Vocabulary",
    "Withdrawn",
    "type_of_kind",
]
