"""What is kept from readers: a record, a claim or some texts, for a time or for good."""

from dataclasses import KW_ONLY
from typing import Annotated, Final, Literal

from pydantic import PlainValidator, WithJsonSchema
from pydantic.dataclasses import dataclass

from dateline.ground import dates
from dateline.ground.dates import Edtf
from dateline.ground.problems import Code
from dateline.records.types.fields import RECORD, Text, like, refuse
from dateline.records.types.when import When, read_date

NEVER: Final = "never"
EMBARGO: Final = "embargo"
HIDEABLE: Final = frozenset({"body", "date_note", "note", "published_note", "summary", "would_settle", "written_note"})
"""The texts that a record may lack, and that are withheld by themselves."""

ReasonToWithhold = Literal["embargo", "safety", "privacy", "legal", "rights", "review"]


def _read_until(value: object) -> str:
    if value == NEVER:
        return NEVER
    when: Edtf = read_date(value, dates.ANY_ZONE)
    if when.latest is None:
        raise refuse(Code.BAD_DATE, f"'{when.text}' has no last day", "write a day, a month or a year, or never")
    return dates.kept(when)


Until = Annotated[
    str,
    PlainValidator(_read_until),
    WithJsonSchema({"type": ["string", "integer", "object"], "examples": [NEVER, "2027-03-01"]}),
]
"""A date in EDTF as `dates.kept` has it, or never."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Withheld:
    """That readers are not shown it, until when, and for what kind of reason.

    The site says that something is withheld, and since when; neither the reason nor what it said.
    """

    _: KW_ONLY
    until: Until
    """The last day on which it is withheld, or never where it is for good. No day ends it by itself: the check reminds
    the editors once it has passed, and they take the key away."""
    reason: ReasonToWithhold
    """The kind of reason, for the editors: embargo (no reader has seen it, so that its address says nothing either),
    safety (somebody would be in danger), privacy, legal, rights or review. What happened is not written here: the file
    is as public as the repository."""
    on: When
    """The day from which it is withheld."""
    fields: Annotated[tuple[Text, ...], like(["summary", "note"])] = ()
    """The texts of the record that are withheld, where the rest of it stays on the site; all of it where absent. Of a
    claim, nothing is withheld by itself."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is withheld, not only some texts."""
        return not self.fields

    @property
    def last(self) -> Edtf | None:
        """The date until which it is withheld; None where that is for good."""
        return None if self.until == NEVER else dates.of_kept(self.until, dates.ANY_ZONE)
