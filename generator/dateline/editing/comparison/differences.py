"""What can differ between two versions of the records, as values."""

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from dateline.ground.problems import Position
from dateline.ground.yamltree import Step


@unique
class Group(StrEnum):
    """Under which heading a difference is told; in this order."""

    EVENTS = "Events"
    CLAIMS = "Claims"
    REPORTS = "Reports"
    FIGURES = "Figures"
    DISPUTES = "Disputes"
    OUTCOME = "Outcome, as a consequence"
    SOURCES = "Sources"
    ACTORS = "Actors"
    PLACES = "Places"
    LEDGER = "Ledger"
    CHRONOLOGY = "Chronology and pages"


@unique
class ChangeKind(StrEnum):
    """What kind of difference; the names are an interface (`dateline diff --format json`)."""

    EVENT_ADDED = "event-added"
    EVENT_REMOVED = "event-removed"
    EVENT_REDATED = "event-redated"
    EVENT_PUBLISHED = "event-published"
    EVENT_WITHDRAWN = "event-withdrawn"
    EVENT_KIND_CHANGED = "event-kind-changed"
    EVENT_ROLES_CHANGED = "event-roles-changed"
    EVENT_TIES_CHANGED = "event-ties-changed"
    EVENT_CHANGED = "event-changed"
    EVENT_WITHHELD = "event-withheld"
    CLAIM_ADDED = "claim-added"
    CLAIM_REMOVED = "claim-removed"
    CLAIM_REWORDED = "claim-reworded"
    CLAIM_RESPELLED = "claim-respelled"
    CLAIM_CHANGED = "claim-changed"
    CLAIM_NOTE_CHANGED = "claim-note-changed"
    CLAIM_WITHHELD = "claim-withheld"
    REPORT_ADDED = "report-added"
    REPORT_REMOVED = "report-removed"
    REPORT_STANCE_TURNED = "report-stance-turned"
    REPORT_CHAIN_CHANGED = "report-chain-changed"
    REPORT_SPEAKER_MERGED = "report-speaker-merged"
    REPORT_CITATION_CHANGED = "report-citation-changed"
    REPORT_CHANGED = "report-changed"
    FIGURE_ADDED = "figure-added"
    FIGURE_REMOVED = "figure-removed"
    FIGURE_CHANGED = "figure-changed"
    DISPUTE_OPENED = "dispute-opened"
    DISPUTE_REMOVED = "dispute-removed"
    DISPUTE_RESOLVED = "dispute-resolved"
    DISPUTE_REOPENED = "dispute-reopened"
    DISPUTE_STATUS_CHANGED = "dispute-status-changed"
    DISPUTE_RESOLUTION_CHANGED = "dispute-resolution-changed"
    DISPUTE_POSITION_ADDED = "dispute-position-added"
    DISPUTE_POSITION_REMOVED = "dispute-position-removed"
    DISPUTE_POSITION_CHANGED = "dispute-position-changed"
    DISPUTE_CHANGED = "dispute-changed"
    DISPUTE_WITHHELD = "dispute-withheld"
    OUTCOME_CHANGED = "outcome-changed"
    CONTRADICTION_FOUND = "contradiction-found"
    CONTRADICTION_GONE = "contradiction-gone"
    SOURCE_ADDED = "source-added"
    SOURCE_REMOVED = "source-removed"
    SOURCE_PARAGRAPH_ADDED = "source-paragraph-added"
    SOURCE_PARAGRAPH_REMOVED = "source-paragraph-removed"
    SOURCE_PARAGRAPH_CHANGED = "source-paragraph-changed"
    SOURCE_WITHDRAWN = "source-withdrawn"
    SOURCE_CORRECTED = "source-corrected"
    SOURCE_COPY_CHANGED = "source-copy-changed"
    SOURCE_ADDRESS_CHANGED = "source-address-changed"
    SOURCE_CHANGED = "source-changed"
    SOURCE_WITHHELD = "source-withheld"
    ACTOR_ADDED = "actor-added"
    ACTOR_REMOVED = "actor-removed"
    ACTOR_SIDES_CHANGED = "actor-sides-changed"
    ACTOR_CHANGED = "actor-changed"
    ACTOR_WITHHELD = "actor-withheld"
    PLACE_ADDED = "place-added"
    PLACE_REMOVED = "place-removed"
    PLACE_MOVED = "place-moved"
    PLACE_CHANGED = "place-changed"
    PLACE_WITHHELD = "place-withheld"
    HISTORY_ADDED = "history-added"
    HISTORY_REMOVED = "history-removed"
    TOMBSTONE_ADDED = "tombstone-added"
    CHRONOLOGY_CHANGED = "chronology-changed"
    PAGE_ADDED = "page-added"
    PAGE_REMOVED = "page-removed"
    PAGE_CHANGED = "page-changed"
    BRIEF_ADDED = "brief-added"
    BRIEF_REMOVED = "brief-removed"
    BRIEF_CHANGED = "brief-changed"

    @property
    def group(self) -> Group:
        """The heading under which it is told."""
        return _GROUPS[self.partition("-")[0]]

    @property
    def verb(self) -> str:
        """What happened, in a word or two under its group's heading: "added", "stance turned", "tombstone added"."""
        noun, _, verb = self.partition("-")
        return (self if list(_GROUPS.values()).count(self.group) > 1 and noun != "outcome" else verb).replace("-", " ")


_GROUPS: Final = {
    "event": Group.EVENTS,
    "claim": Group.CLAIMS,
    "report": Group.REPORTS,
    "figure": Group.FIGURES,
    "dispute": Group.DISPUTES,
    "outcome": Group.OUTCOME,
    "contradiction": Group.OUTCOME,
    "source": Group.SOURCES,
    "actor": Group.ACTORS,
    "place": Group.PLACES,
    "history": Group.LEDGER,
    "tombstone": Group.LEDGER,
    "chronology": Group.CHRONOLOGY,
    "page": Group.CHRONOLOGY,
    "brief": Group.CHRONOLOGY,
}

ASKS: Final = {
    ChangeKind.EVENT_REDATED: "correction",
    ChangeKind.EVENT_KIND_CHANGED: "correction",
    ChangeKind.EVENT_ROLES_CHANGED: "correction",
    ChangeKind.EVENT_TIES_CHANGED: "correction",
    ChangeKind.CLAIM_REMOVED: "retraction",
    ChangeKind.CLAIM_REWORDED: "correction",
    ChangeKind.CLAIM_CHANGED: "correction",
    ChangeKind.REPORT_REMOVED: "retraction",
    ChangeKind.REPORT_STANCE_TURNED: "correction",
    ChangeKind.REPORT_CHAIN_CHANGED: "correction",
    ChangeKind.REPORT_SPEAKER_MERGED: "correction",
    ChangeKind.REPORT_CITATION_CHANGED: "correction",
    ChangeKind.FIGURE_ADDED: "correction",
    ChangeKind.FIGURE_REMOVED: "correction",
    ChangeKind.FIGURE_CHANGED: "correction",
    ChangeKind.DISPUTE_RESOLVED: "resolution",
    ChangeKind.DISPUTE_REOPENED: "reopening",
    ChangeKind.DISPUTE_STATUS_CHANGED: "resolution",
    ChangeKind.DISPUTE_RESOLUTION_CHANGED: "correction",
    ChangeKind.DISPUTE_POSITION_REMOVED: "correction",
    ChangeKind.SOURCE_PARAGRAPH_REMOVED: "correction",
    ChangeKind.SOURCE_WITHDRAWN: "retraction",
    ChangeKind.SOURCE_COPY_CHANGED: "correction",
    ChangeKind.SOURCE_ADDRESS_CHANGED: "correction",
    ChangeKind.ACTOR_SIDES_CHANGED: "correction",
    ChangeKind.PLACE_MOVED: "correction",
}
"""The differences that are substantive, each with the type of `history` entry that usually tells it."""
SUGGESTS: Final = {ChangeKind.REPORT_ADDED: "new-evidence", ChangeKind.CLAIM_ADDED: "new-evidence"}
"""The differences that only add; an entry is worth writing where they change what a reader should believe."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A line about what is new, so many levels below its difference, with the address of the original, if any."""

    level: int
    text: str
    original: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChange:
    """A difference within a record: `steps` lead to it in the newer file, or the older one where it is gone.

    `part` says which part of the record in words, `before` and `after` what it says; all are
    plain text that editors may have typed.  `claim` is the id of the claim that it is about.
    """

    kind: ChangeKind
    steps: tuple[Step, ...] = ()
    part: str = ""
    before: str = ""
    after: str = ""
    claim: str = ""
    is_gone: bool = False
    """Whether `steps` lead to a place in the older file, since the newer one has nothing there."""
    details: tuple[Detail, ...] = ()
    """What is new, in full."""
    red: str = ""
    """Why a reviewer looks at it first, if there is a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A difference with the record that it is in.

    `reference` is the record's id, or the claim's as event-id#claim-id; `address` the page on
    the site, from its root, empty where it has none (yet).
    """

    kind: ChangeKind
    record: str
    """The record's kind and id: "event 2017-11-17-kashmah-ambush"."""
    reference: str
    title: str
    part: str
    before: str
    after: str
    position: Position
    is_gone: bool = False
    """Whether the position is in the older version."""
    address: str = ""
    is_on_site: bool = False
    """Whether the page is at that address in the older version as well, and so on the published site."""
    details: tuple[Detail, ...] = ()
    red: tuple[str, ...] = ()
    """Why a reviewer looks at it first."""
