"""Parts that several kinds of record share."""

from dataclasses import KW_ONLY
from enum import StrEnum
from typing import Literal

from pydantic.dataclasses import dataclass

from dateline.records.types.fields import RECORD, DisputeId, PositiveInt, SourceId, Text
from dateline.records.types.when import When

ChangeType = Literal["correction", "new-evidence", "resolution", "retraction"]


class RecordKind(StrEnum):
    """The five kinds of record; each has a folder in content/."""

    __hash__ = str.__hash__
    """That of an enumeration is a function in Python, and kinds are parts of keys by the hundred thousand."""

    EVENT = "event"
    SOURCE = "source"
    ACTOR = "actor"
    PLACE = "place"
    DISPUTE = "dispute"

    @property
    def folder(self) -> str:
        """The folder of the kind in content/."""
        return f"{self.value}s"

    @property
    def suffix(self) -> str:
        """The ending of the kind's files: those with a body are Markdown with front matter."""
        return ".md" if self in {RecordKind.ACTOR, RecordKind.DISPUTE} else ".yml"


class State(StrEnum):
    """Whether a record is shown: a draft is checked and never built into the site."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, config=RECORD)
class Citation:
    """The paragraph that something rests on."""

    _: KW_ONLY
    source: SourceId
    """The source."""
    paragraph: PositiveInt
    """The number of the paragraph in the source, counted from one."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Change:
    """An entry of a record's ledger of substantive changes."""

    _: KW_ONLY
    date: When
    """The day of the change."""
    type: ChangeType
    """What kind of change it was."""
    note: Text
    """What changed and why, in one sentence."""
    dispute: DisputeId | None = None
    """The dispute that the change belongs to, if any."""
