"""The records as they were read, each with its file, and what could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic.dataclasses import dataclass as record_dataclass

from dateline.ground import dates
from dateline.ground.geodata import Geodata
from dateline.ground.problems import Position, Problem
from dateline.records.loading.files import (
    Document,
)
from dateline.records.loading.stored_pictures import StoredPicture
from dateline.records.types import Brief, Graveyard, Masthead, RecordKind, State
from dateline.records.types.fields import RECORD, Line, Text

MASTHEAD: Final = "chronology.yml"
GRAVEYARD: Final = "tombstones.yml"
PAGES: Final = "pages"
BRIEF: Final = "brief.yml"
"""The one file among the pages that is no page."""
GEODATA: Final = "geodata"
GEOJSON: Final = ".geojson"
INDEX: Final = "index"
"""The one id that would take the address of another page."""

R = TypeVar("R")


@record_dataclass(frozen=True, kw_only=True, config=RECORD)
class PageHead:
    """The front matter of a hand-written page."""

    title: Line
    """The page's title."""
    description: Text | None = None
    """One sentence for search engines and previews."""


@dataclass(frozen=True, slots=True)
class Filed(Generic[R]):
    """A record with the document that it was read from."""

    record: R
    document: Document


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is no record yet, as far as it could be read; `kind` is None for a page."""

    kind: RecordKind | None
    id: str
    value: Mapping[str, object] | None = None
    """Its plain values, where it is YAML at all."""
    document: Document | None = None
    """Where its values stand."""
    told: frozenset[Position] = frozenset()
    """Where problems have been told already."""
    is_draft: bool = False
    """Whether it is a draft that only lacks what a record has to have."""
    text: str | None = None
    """Its text, where it has no values; None where it is not even text."""


@dataclass(frozen=True, slots=True)
class HandPage:
    """A hand-written page: its id is its file's stem."""

    id: str
    head: PageHead
    document: Document


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that content/ holds, as far as it could be read."""

    masthead: Filed[Masthead] | None = None
    graveyard: Filed[Graveyard] | None = None
    brief: Filed[Brief] | None = None
    records: Mapping[RecordKind, Mapping[str, Filed[Any]]] = field(default_factory=dict)
    pages: Mapping[str, HandPage] = field(default_factory=dict)
    images: Mapping[str, Path] = field(default_factory=dict)
    media: Mapping[str, StoredPicture] = field(default_factory=dict)
    """The pictures of events, by the names of their files."""
    geodata: tuple[Geodata, ...] = ()
    """The lines that maps are drawn with."""
    unread: Mapping[RecordKind, frozenset[str]] = field(default_factory=dict)
    """The ids of records whose files have problems of their own: references to them are not told as broken."""
    unfinished: Mapping[RecordKind, frozenset[str]] = field(default_factory=dict)
    """The ids of the drafts among them that only lack what a record has to have."""
    unread_pages: frozenset[str] = frozenset()
    """The same of pages."""
    unread_media: frozenset[str] = frozenset()
    """The names of pictures that cannot be shown."""
    unread_files: tuple[Unread, ...] = ()
    """What can be known of these records and pages: it keeps rules from telling what they may already mend."""
    unread_kinds: frozenset[RecordKind] = frozenset()
    """Kinds of whose files some lie behind a link, so that nobody knows what records there are."""
    notices: tuple[Problem, ...] = ()
    """What is told of texts that are records all the same; their files are read anew each time."""

    @property
    def draft_count(self) -> int:
        """How many records are drafts, those among them that still lack something."""
        sound = (filed.record.state is State.DRAFT for of in self.records.values() for filed in of.values())
        return sum(sound) + sum(map(len, self.unfinished.values()))

    @property
    def zone(self) -> str | None:
        """The zone whose clock shows the times of day; where the masthead cannot be read, no record lacks one."""
        return self.masthead.record.timezone if self.masthead else dates.ANY_ZONE
