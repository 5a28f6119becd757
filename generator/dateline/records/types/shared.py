"""Parts that several kinds of record share."""

from dataclasses import KW_ONLY
from enum import StrEnum
from typing import Annotated, Final, Literal, Self

from pydantic import ConfigDict, model_validator
from pydantic.dataclasses import dataclass

from dateline.ground.problems import Code
from dateline.records.types.fields import RECORD, At, DisputeId, PositiveInt, SourceId, Text, like, refuse
from dateline.records.types.when import When

Spot = int | str
"""What is cited of a source: the number of a paragraph, or where a passage stands."""

ChangeType = Literal["correction", "new-evidence", "resolution", "reopening", "retraction"]


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


_ONE_OF_TWO: Final = ConfigDict(
    **RECORD, json_schema_extra={"oneOf": [{"required": ["paragraph"]}, {"required": ["at"]}]}
)


@dataclass(frozen=True, slots=True, config=_ONE_OF_TWO)
class Citation:
    """What something rests on: a paragraph of a source, or a passage of it."""

    _: KW_ONLY
    source: SourceId
    """The source."""
    paragraph: PositiveInt | None = None
    """The number of the paragraph in the source, counted from one; either this or `at`."""
    at: Annotated[At | None, like("4-27", "00:12:31")] = None
    """The passage of the source, as its record says where it stands; either this or `paragraph`."""

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        """Refuse a citation of a whole source, and of a paragraph and a passage at once."""
        if self.paragraph is None and self.at is None:
            message = "this names no paragraph and no passage of the source"
            raise refuse(Code.MISSING_KEY, message, "add 'paragraph: …' or, of a source with passages, 'at: …'")
        if self.paragraph is not None and self.at is not None:
            message = "a citation names a paragraph or a passage, not both"
            raise refuse(Code.BAD_VALUE, message, "keep paragraph or at; a paragraph's page stands with the paragraph")
        return self

    @property
    def spot(self) -> Spot:
        """The number of the paragraph, or where the passage stands."""
        return self.paragraph if self.paragraph is not None else self.at or ""


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
