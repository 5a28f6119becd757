"""Disputes: where claims collide."""

from dataclasses import KW_ONLY, field
from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from dateline.records.types.fields import RECORD, ClaimReference, DisputeKind, Id, Line, ResolutionRule, Text, like
from dateline.records.types.keeping_back import Withheld
from dateline.records.types.shared import Change, Citation, State
from dateline.records.types.when import When

Relation = Literal["exclusive", "both-possible", "different-scope", "different-time"]
DisputeStatus = Literal["open", "partly-resolved", "resolved", "not-a-conflict"]


@dataclass(frozen=True, slots=True, config=RECORD)
class Standpoint:
    """One position of a dispute, with the claims that state it."""

    _: KW_ONLY
    id: Id
    """Unique in the dispute."""
    label: Annotated[Line, like("The council did")]
    """The position in a few neutral words."""
    stance: Literal["asserts", "denies"] = "asserts"
    """Whether the position is that its claims are so (asserts) or are not so (denies): it decides
    which of the claims' reports speak for the position."""
    note: Text | None = None
    """What a reader must know about the position."""
    claims: tuple[ClaimReference, ...] = ()
    """The claims that state it."""
    rests_on: tuple[ClaimReference, ...] = ()
    """Claims that are evidence for it and do not state it; the dispute does not open them."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Resolution:
    """How a dispute was settled, by what rule and on what evidence."""

    _: KW_ONLY
    outcome: Annotated[tuple[Text, ...], like(["most"])]
    """The ids of the positions that stand; empty where none does or where there is no conflict."""
    rule: ResolutionRule
    """The rule by which it was settled: one that every chronology has, or of the vocabulary's resolution_rules."""
    date: When
    """The day since which it is settled: the one from which the evidence was there, whenever the editors found it; of
    what is no conflict, which needs no evidence, the one on which the editors read it so."""
    note: Text
    """The reasoning, in a sentence or two."""
    cites: Annotated[tuple[Citation, ...], like([{"source": "gazette-2031-03-04", "paragraph": 3}])] = ()
    """The paragraphs that settle it."""
    settles: Annotated[
        dict[ClaimReference, Literal["stands", "falls"]],
        like({"2031-03-03-well-closed#by-the-council": "stands"}),
    ] = field(default_factory=dict)
    """The claims that are settled by it, and how; a claim that is not named is not settled."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Dispute:
    """A question that claims answer differently."""

    _: KW_ONLY
    id: Id
    """The file's name without its ending."""
    question: Annotated[Line, like("Who closed the old well?")]
    """The question in neutral words."""
    kind: DisputeKind
    """What the dispute is about: a word that every chronology has, or of the vocabulary's dispute_kinds."""
    relation: Relation
    """How the positions stand to each other."""
    status: DisputeStatus
    """Where it stands; a resolved dispute keeps every position in sight."""
    aside: Annotated[bool, Field(strict=True)] = False
    """Whether the question is beside what the chronology is about, told only since the same reports tell of it; the
    index lists it apart."""
    positions: Annotated[tuple[Standpoint, ...], Field(min_length=2)]
    """The positions, two or more."""
    resolution: Resolution | None = None
    """Required once the dispute is resolved or found to be none."""
    would_settle: Annotated[Text | None, like("The minutes of the council.")] = None
    """What evidence would settle it; required while it is open, in whole or in part."""
    note: Text | None = None
    """What a reader must know about this record."""
    state: State = State.PUBLISHED
    """A draft is checked, and never built into the site; it may lack anything but its question."""
    withheld: Annotated[Withheld | None, like({"until": "never", "reason": "safety", "on": "2026-11-29"})] = None
    """That it is kept from readers, for a time or for good."""
    history: tuple[Change, ...] = ()
    """Substantive changes, newest first."""
    body: str = ""
    """The editors' note, in Markdown; stands below the front matter."""
