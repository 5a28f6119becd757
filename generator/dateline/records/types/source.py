"""Sources and their paragraphs."""

from collections.abc import Collection
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass

from dateline.ground.dates import UNDATED, Day, Edtf
from dateline.ground.problems import Code
from dateline.ground.schemes import Scheme, guessed, spot_order
from dateline.records.types.fields import (
    LISTING,
    RECORD,
    ActorId,
    At,
    Fingerprint,
    Id,
    Language,
    Line,
    Locator,
    Names,
    PositiveInt,
    SourceId,
    SourceKind,
    Text,
    Url,
    like,
    one_or_several,
    refuse,
)
from dateline.records.types.keeping_back import Withheld
from dateline.records.types.of_libraries import Doi, Isbn, ShortText
from dateline.records.types.shared import Change, Citation, Spot, State
from dateline.records.types.when import When

Access = Literal["open", "login"]
ReadingOf = Literal["original", "republication", "stored-copy"]


UnknownKey = Literal["title", "publisher", "published"]
_NAMED_ONCE: Final = ConfigDict(
    **RECORD, json_schema_extra={"oneOf": [{"required": ["actor"]}, {"required": ["name"]}]}
)


@dataclass(frozen=True, slots=True, config=RECORD)
class Paragraph:
    """A paragraph of a source: enough to find and check it, too little to copy it."""

    _: KW_ONLY
    n: PositiveInt
    """Its number in the body of the source, counted from one."""
    begins: Locator
    """Its first words, at most eight; where no spaces part them, two characters count as a word (of Thai, four)."""
    ends: Annotated[Locator | None, like("River north of it")] = None
    """Its last words, at most eight, counted in the same way."""
    at: Annotated[At | None, like("12", "00:24:10")] = None
    """Where it stands as well: its page, its second, counted as `locators` says."""
    pdf_page: Annotated[PositiveInt | None, like(39)] = None
    """Which page of the file it is on, counted from one, where the pages printed count otherwise."""
    words: PositiveInt | None = None
    """How many words it has; where no spaces part words, two characters count as one (of Thai and Lao, four)."""
    sha256: Fingerprint | None = None
    """The SHA-256 of its normal form."""
    unused: Annotated[Text | None, like("background; repeats paragraph 2")] = None
    """Why nothing is drawn from it."""
    quote: Text | None = None
    """A short quotation, where the source's rights are quote or full."""
    text: Text | None = None
    """The whole paragraph, where the source's rights are full."""
    translation: Annotated[Text | None, like("The old well was closed")] = None
    """The quotation in the chronology's language, in the editors' words."""
    note: Text | None = None
    """What a reader must know about the paragraph."""

    @property
    def spot(self) -> Spot:
        """What a citation names it by."""
        return self.n


@dataclass(frozen=True, slots=True, config=RECORD)
class SourcePassage:
    """A passage of a source that is not counted in paragraphs: where it stands, and how it is found and checked."""

    _: KW_ONLY
    at: At
    """Where it stands, counted as `locators` says: "4-27", "7574:12", "2.47.3", "00:12:31", "exhibit 7"; what runs from
    one place to another is "a..b"."""
    pdf_page: Annotated[PositiveInt | None, like(39)] = None
    """Which page of the file it is on, counted from one, where the pages printed count otherwise."""
    begins: Locator | None = None
    """Its first words, at most eight, where it has words."""
    ends: Annotated[Locator | None, like("River north of it")] = None
    """Its last words, at most eight."""
    words: PositiveInt | None = None
    """How many words it has."""
    sha256: Fingerprint | None = None
    """The SHA-256 of its normal form."""
    unused: Annotated[Text | None, like("background; repeats 4-26")] = None
    """Why nothing is drawn from it."""
    quote: Text | None = None
    """A short quotation, where the source's rights are quote or full."""
    text: Text | None = None
    """The whole passage, where the source's rights are full."""
    translation: Annotated[Text | None, like("The old well was closed")] = None
    """The quotation in the chronology's language, in the editors' words."""
    note: Text | None = None
    """What a reader must know about the passage."""

    @property
    def spot(self) -> Spot:
        """What a citation names it by."""
        return self.at


SourcePart = Paragraph | SourcePassage
"""What may be cited of a source."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Archive:
    """A capture in a web archive that somebody has seen."""

    _: KW_ONLY
    url: Url
    """The capture's address."""
    date: When
    """The day of the capture."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Gone:
    """That the original is no longer at its address: readers are led to a capture."""

    _: KW_ONLY
    date: When
    """The day on which it was first missed."""
    note: Annotated[Text | None, like("The account was deleted.")] = None
    """What is there instead, and why, as far as that is known."""


@dataclass(frozen=True, slots=True, config=_NAMED_ONCE)
class Creator:
    """Somebody who wrote, edited or translated a source: an actor, or a name without a record."""

    _: KW_ONLY
    actor: Annotated[ActorId | None, like("ann-clerk")] = None
    """The actor; either this or `name`."""
    name: Annotated[Line | None, like("E. M. Cortright")] = None
    """The name as the source has it; either this or `actor`."""

    @model_validator(mode="after")
    def _is_named_once(self) -> Self:
        """Refuse nobody, and an actor that is named as well."""
        if (self.actor is None) == (self.name is None):
            message = "this names nobody" if self.actor is None else "an actor has its name from its record"
            raise refuse(Code.BAD_VALUE, message, "write {actor: …} or {name: …}, one of the two")
        return self


@dataclass(frozen=True, slots=True, config=RECORD)
class Copy:
    """A republication of the same text: a copy, not a second witness."""

    _: KW_ONLY
    publisher: Annotated[ActorId, like("harrow-gazette")]
    """Who republished it."""
    published: When | None = None
    """When."""
    url: Url | None = None
    """Where, if known."""


@dataclass(frozen=True, slots=True, config=RECORD)
class CopyOf:
    """The source that this one took its text from.

    What both say counts as one report, made by whoever says it in the original.
    """

    _: KW_ONLY
    source: SourceId
    """The source that has the text first."""
    paragraphs: tuple[PositiveInt, ...] = ()
    """The numbers of the paragraphs here that are copied; all of them where absent."""
    passages: Annotated[tuple[At, ...], like(["4-27"])] = ()
    """The passages here that are copied; all of the source where neither they nor paragraphs are named."""
    note: Text | None = None
    """How that is known, and what differs."""

    def covers(self, spot: Spot) -> bool:
        """Return whether a paragraph or passage is among what is copied."""
        named: tuple[Spot, ...] = (*self.paragraphs, *self.passages)
        return not named or spot in named


@dataclass(frozen=True, slots=True, config=RECORD)
class Withdrawn:
    """The publisher took the source back: its reports count no more, and say so."""

    _: KW_ONLY
    date: When
    """The day on which it was withdrawn."""
    note: Text
    """Why, as far as that is known."""
    cite: Annotated[Citation | None, like({"source": "gazette-2031-03-04", "paragraph": 1})] = None
    """The paragraph of another source that says so."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Corrected:
    """The publisher corrected the source after it was read: the reports concerned are marked, and still count."""

    _: KW_ONLY
    date: When
    """The day of the correction."""
    paragraphs: tuple[PositiveInt, ...] = ()
    """The numbers of the paragraphs that were corrected; all of them where absent."""
    passages: Annotated[tuple[At, ...], like(["4-27"])] = ()
    """The passages that were corrected; all of the source where neither they nor paragraphs are named."""
    note: Text
    """What was corrected."""

    def covers(self, spot: Spot) -> bool:
        """Return whether a paragraph or passage is among what was corrected."""
        named: tuple[Spot, ...] = (*self.paragraphs, *self.passages)
        return not named or spot in named


@dataclass(frozen=True, slots=True, config=RECORD)
class Reading:
    """What the editors had before them when they read the source."""

    _: KW_ONLY
    of: ReadingOf
    """Whether they read the original, a republication of it, or a copy that some tool had stored."""
    extent: Literal["whole", "part"] = "whole"
    """Whether they saw all of its text; paragraphs are numbered as seen."""
    note: Text | None = None
    """What a reader must know about the copy."""


def _without_default(schema: dict[str, Any]) -> None:
    """Leave out of a schema the default that no file has as text."""
    schema.pop("default", None)


@dataclass(frozen=True, slots=True, config=RECORD)
class Source:
    """A publication that reports rest on."""

    _: KW_ONLY
    id: Id
    """The file's name without its ending."""
    title: Annotated[Line, like("The well is shut")] = ""
    """The title that the publication bears; a post may have none."""
    titles: Annotated[Names, like({"en": "The well is closed"})] = field(default_factory=dict)
    """The title in other languages, in the editors' words."""
    authors: Annotated[tuple[Creator, ...], *LISTING, like([{"name": "A. Clerk"}, {"actor": "ann-clerk"}])] = ()
    """Who wrote it, in the order of the source."""
    editors: Annotated[tuple[Creator, ...], *LISTING] = ()
    """Who edited it."""
    translators: Annotated[tuple[Creator, ...], *LISTING] = ()
    """Who translated it."""
    publisher: Annotated[ActorId, like("harrow-gazette")] = ""
    """The actor that published it."""
    kind: SourceKind = "article"
    """What form it has."""
    language: Language | None = None
    """Its language (BCP 47); the chronology's where absent."""
    published: Annotated[When, Field(json_schema_extra=_without_default)] = UNDATED
    """When it was published."""
    published_note: Annotated[Text | None, like("Inferred from the address.")] = None
    """From what the date was inferred, where it was."""
    written: Annotated[When | None, like("1831")] = None
    """When its authors wrote it, where it was published long after: of an old text. What others say in it, as a
    translator in a note, is of the day on which it was published."""
    written_note: Annotated[Text | None, like("He says so in his preface.")] = None
    """From what that is known, or inferred."""
    unknown: Annotated[tuple[UnknownKey, ...], like(["published"])] = ()
    """What nobody knows of title, publisher and published, which otherwise have to be said."""
    container: Annotated[Line | None, like("The Journal of Wells")] = None
    """What it appeared in: a journal, a newspaper, a book, a series."""
    volume: Annotated[ShortText | None, like("12")] = None
    """The volume of what it appeared in."""
    issue: Annotated[ShortText | None, like("3")] = None
    """The issue, or the number."""
    pages: Annotated[ShortText | None, like("101-117")] = None
    """The pages that it fills there."""
    edition: Annotated[ShortText | None, like("2nd")] = None
    """The edition."""
    place_published: Annotated[Line | None, like("Washington")] = None
    """Where it was published."""
    doi: Annotated[Doi | None, like("10.1000/182")] = None
    """Its digital object identifier."""
    isbn: Annotated[Isbn | None, like("978-0-306-40615-7")] = None
    """Its international standard book number."""
    identifier: Annotated[ShortText | None, like("docket 04-1084")] = None
    """Another identifier: of a docket, a call number, the number of a report."""
    licence: Annotated[Line | None, like("CC-BY-4.0")] = None
    """The licence of its text, where it has one: an SPDX identifier, or in words."""
    url: Url | None = None
    """Its address; null where not known, and then the site says so."""
    access: Annotated[Access, like("login")] = "open"
    """Who can open the address: everybody (open), or who has an account (login). What a login guards is never sent to
    a web archive."""
    gone: Annotated[Gone | None, like({"date": "2031-04-01", "note": "The account was deleted."})] = None
    """That it is no longer at its address."""
    archive: Annotated[
        tuple[Archive, ...], BeforeValidator(one_or_several, json_schema_input_type=Archive | tuple[Archive, ...])
    ] = ()
    """A capture that somebody has seen, or a list of several."""
    accessed: When | None = None
    """The day on which an editor read it."""
    reread: Annotated[When | None, like("2026-11-28")] = None
    """The day on which somebody else read it again against what is recorded of it."""
    copies: tuple[Copy, ...] = ()
    """Republications."""
    copy_of: Annotated[CopyOf | None, like({"source": "gazette-2031-03-04", "note": "Word for word."})] = None
    """The source that its text was taken from."""
    withdrawn: Annotated[Withdrawn | None, like({"date": "2031-04-01", "note": "The publisher removed it."})] = None
    """That its publisher took it back."""
    corrected: tuple[Corrected, ...] = ()
    """What its publisher corrected later."""
    reading: Reading | None = None
    """What was read then, where it was not the original in full."""
    rights: Literal["fingerprint", "quote", "full"] = "fingerprint"
    """How much of its text this site may carry."""
    note: Text | None = None
    """What a reader must know about this source."""
    locators: Annotated[Scheme, like("page")] = "paragraph"
    """How the places of its passages are counted: by page, page-line, section, time, verse, folio or item, or not at
    all (whole)."""
    coverage: Annotated[Literal["complete"] | None, like("complete")] = None
    """Says that every passage of it is recorded, cited or unused, so that a page, time or verse left out is an error;
    otherwise only those are that something rests on. Paragraphs are always recorded whole."""
    paragraphs: Annotated[tuple[Paragraph, ...], *LISTING] = ()
    """Every paragraph of its body."""
    passages: Annotated[tuple[SourcePassage, ...], *LISTING, like([{"at": "4-27", "begins": "At noon the crew"}])] = ()
    """The passages that are cited, of a source that is counted otherwise than in paragraphs, or beside them."""
    state: State = State.PUBLISHED
    """A draft is checked, and never built into the site; it may lack anything."""
    withheld: Annotated[Withheld | None, like({"until": "never", "reason": "safety", "on": "2026-11-29"})] = None
    """That it is kept from readers, for a time or for good."""
    history: tuple[Change, ...] = ()
    """Substantive changes, newest first."""

    @model_validator(mode="after")
    def _has_parts(self) -> Self:
        """Refuse a source of which nothing can be cited."""
        if not self.paragraphs and not self.passages:
            message = "this source has neither paragraphs nor passages"
            hint = "add 'paragraphs: [{n: 1, begins: …}]', or passages and how they are counted: 'locators: page'"
            raise refuse(Code.MISSING_KEY, message, hint)
        return self

    @property
    def is_dated(self) -> bool:
        """Whether it is known when it was published, if only about."""
        return bool(self.published.text)

    @property
    def captures(self) -> tuple[tuple[tuple[str | int, ...], Archive], ...]:
        """The captures, each with the steps that lead to it in the record."""
        return tuple((("archive", place), one) for place, one in enumerate(self.archive))

    @property
    def parts(self) -> tuple[SourcePart, ...]:
        """All that may be cited of it: its paragraphs, then its passages, as the record has them."""
        return (*self.paragraphs, *self.passages) if self.passages else self.paragraphs

    @property
    def ordered_parts(self) -> tuple[SourcePart, ...]:
        """All that may be cited of it, its passages in the order of the source."""
        return (*self.paragraphs, *sorted(self.passages, key=lambda part: spot_order(self.locators, part.at)))

    def said_when(self, by: Collection[str]) -> Edtf:
        """Return when what these speakers say in it was said: when it was written, if one of them is an author."""
        is_authors = any(author.actor in by for author in self.authors)
        return self.written if self.written is not None and is_authors else self.published

    def readable_from(self, by: Collection[str]) -> Day | None:
        """Return the day from which what these speakers say in it could be read; None if that may be any day."""
        return self.said_when(by).latest or self.published.latest

    def scheme_of(self, at: str) -> Scheme | None:
        """Return how a place is counted: as `locators` says or, where that is by paragraphs, as the place looks."""
        return guessed(at, self.kind) if self.locators == "paragraph" else self.locators

    def steps_to(self, place: int) -> tuple[str, int]:
        """Return the steps that lead in the record to a part, by its place among the parts."""
        before = len(self.paragraphs)
        return ("paragraphs", place) if place < before else ("passages", place - before)
