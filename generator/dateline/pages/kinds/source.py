"""The page of a source: what is known of it, and every paragraph with what was drawn from it."""

from dataclasses import dataclass
from typing import ClassVar

from dateline.ground.dates import Edtf, in_words
from dateline.ground.languages import Language, direction_of
from dateline.pages.shared import since
from dateline.pages.shared.bibliography_view import AddressesView, PublishedAs, published_as, readable_at
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.lists import Neighbours, steps
from dateline.pages.shared.names_of_records import NameView, names_in
from dateline.pages.shared.since import Mark
from dateline.pages.shared.views import ChangeView, CitationView, Link, Tools
from dateline.pages.wording import addresses, outcomes, words
from dateline.pages.wording.bibliographies import is_headline, publisher_of
from dateline.pages.wording.places_in_sources import part_in_words, parts_counted, parts_title, spots_in_words
from dateline.records.chronology import Use
from dateline.records.types import Event, Source, SourcePart
from dateline.records.types.spots import anchor_of, citation_to


@dataclass(frozen=True, slots=True)
class DrawnView:
    """What was drawn from a paragraph: a claim as somebody's report, or a part of another record."""

    link: Link
    kind: str
    kind_label: str
    speaker: Link | None
    how: str
    """How it is said, before by whom; empty where it is just said."""
    outcome: str
    outcome_label: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph or passage of a source: how to find it, how to check it, what rests on it."""

    name: str
    """Where it stands: ¶ 3, p. 4-27."""
    anchor: str
    link_label: str
    begins: str
    ends: str
    words: int | None
    sha256: str
    quote: str
    translation: str
    note: str
    unused: str
    original: str | None
    capture: str | None
    """The same in a capture, where both can be read."""
    mark: Mark | None
    copied: Link | None
    """The source that it was taken from, which is another one."""
    drawn: tuple[DrawnView, ...]

    @property
    def claims(self) -> tuple[DrawnView, ...]:
        """The claims drawn from it."""
        return tuple(drawn for drawn in self.drawn if drawn.kind == "claim")

    @property
    def also(self) -> tuple[DrawnView, ...]:
        """The parts of other records drawn from it."""
        return tuple(drawn for drawn in self.drawn if drawn.kind != "claim")


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How much of a source is recorded."""

    source: Link
    paragraphs: int
    cited: int
    unused: int
    reports: int

    @property
    def pending(self) -> int:
        """How many paragraphs only drafts rest on so far."""
        return self.paragraphs - self.cited - self.unused


@dataclass(frozen=True, slots=True)
class LanguageView:
    """The language of a source: its name, and how its words are marked."""

    name: str
    code: str
    dir: str
    of_editors: tuple[str, str]
    """The language of the editors' own words, and the way that it runs."""
    is_foreign: bool
    """Whether it is not that of the site."""


@dataclass(frozen=True, slots=True)
class SinceView:
    """What the publisher did to a source since."""

    anchor: str
    withdrawn: str
    withdrawn_cite: CitationView | None
    corrected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopiesView:
    """What a source was taken from, and who took it over."""

    of: tuple[Link, str, str] | None
    """The source that its text was taken from, which paragraphs, and what the editors note about it."""
    by: tuple[Link, ...]
    """The sources whose texts were taken from it."""
    elsewhere: tuple[tuple[Link, str, str | None], ...]
    """Who republished it, when and where, without a record of its own."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of a source."""

    template: ClassVar[str] = "source"
    id: str
    address: str
    title: str
    is_titled: bool
    """Whether the title is its own, and not what stands for one."""
    description: str
    publisher: Link
    sides: tuple[str, ...]
    kind: str
    language: LanguageView
    published: str
    published_note: str
    written: str
    written_note: str
    parts_title: str
    """What its parts are called: paragraphs, passages."""
    counted: str
    """How many of them are recorded."""
    are_selected: bool
    """Whether only those passages are recorded that are cited."""
    published_as: PublishedAs
    where: AddressesView
    accessed: str
    reading: str
    reading_note: str
    reread: str
    """The day on which somebody else read it again."""
    glosses: tuple[NameView, ...]
    """Its title in other languages, in the editors' words."""
    copies: CopiesView
    since: SinceView
    rights: str
    note: str
    paragraphs: tuple[ParagraphView, ...]
    recorded: CoverageRow
    history: tuple[ChangeView, ...]
    tools: Tools
    steps: Neighbours
    edit_path: str


@derivation
def _steps_of_sources(edition: Edition) -> dict[str, Neighbours]:
    return steps(edition.source(id_) for id_ in edition.chronology.sources)


def coverage_of(edition: Edition, source: Source) -> CoverageRow:
    """Return how many paragraphs and passages of a source are cited or unused, and how many reports were drawn."""
    uses = edition.chronology.uses
    return CoverageRow(
        source=edition.source(source.id),
        paragraphs=len(source.parts),
        cited=sum((source.id, part.spot) in uses for part in source.parts),
        unused=sum(part.unused is not None for part in source.parts),
        reports=sum(use.report is not None for use in edition.chronology.uses_by_source.get(source.id, ())),
    )


def source_view(edition: Edition, source: Source) -> SourceView:
    """Return the page of a source."""
    published = in_words(source.published, edition.language)
    return SourceView(
        id=source.id,
        address=addresses.record_address(source),
        title=edition.quoted_title(source),
        is_titled=is_headline(source),
        description=_description(edition, source),
        publisher=edition.publisher(source),
        sides=tuple(edition.term("sides", side) for side in sorted(edition.chronology.side_of(source.publisher))),
        kind=edition.term("source_kinds", source.kind),
        language=_language(edition, source),
        published=published,
        published_note=source.published_note or "",
        written=in_words(source.written, edition.language) if source.written is not None else "",
        written_note=source.written_note or "",
        parts_title=parts_title(source, edition.language),
        counted=parts_counted(source, edition.language),
        are_selected=bool(source.passages) and source.coverage != "complete",
        published_as=published_as(edition, source),
        where=readable_at(source, edition.language),
        accessed=_day_of_work(source.accessed, edition.language),
        reading=words.reading_in_words(source.reading, edition.language) if source.reading else "",
        reading_note=(source.reading.note or "") if source.reading else "",
        reread=_day_of_work(source.reread, edition.language),
        glosses=names_in(source.titles, edition.language),
        copies=_copies(edition, source),
        since=_since(edition, source),
        rights=edition.language.gettext(words.RIGHTS_LABEL[source.rights]),
        note=source.note or "",
        paragraphs=tuple(_part_view(edition, source, part) for part in source.ordered_parts),
        recorded=coverage_of(edition, source),
        history=edition.changes(source),
        tools=edition.tools(source),
        steps=edition.derived(_steps_of_sources)[addresses.record_address(source)],
        edit_path=edition.chronology.document(source).path,
    )


def _description(edition: Edition, source: Source) -> str:
    return edition.language.gettext(
        "%(title)s. %(publisher)s, %(date)s: what each paragraph says.",
        title=edition.quoted_title(source),
        publisher=edition.publisher(source).text,
        date=in_words(source.published, edition.language),
    )


def _day_of_work(day: Edtf | None, language: Language) -> str:
    return in_words(day, language) if day else ""


def _language(edition: Edition, source: Source) -> LanguageView:
    of_site = edition.chronology.masthead.language
    code = source.language or of_site
    return LanguageView(
        name=words.language_name(code, edition.language),
        code=code,
        dir=direction_of(code),
        of_editors=(of_site, direction_of(of_site)),
        is_foreign=code != edition.language.code,
    )


def _since(edition: Edition, source: Source) -> SinceView:
    withdrawn = source.withdrawn
    return SinceView(
        since.ANCHOR,
        words.withdrawn_in_words(withdrawn, language=edition.language) if withdrawn else "",
        edition.citation(withdrawn.cite) if withdrawn and withdrawn.cite else None,
        tuple(words.correction_in_words(source, one, edition.language) for one in source.corrected),
    )


def _copies(edition: Edition, source: Source) -> CopiesView:
    copies = edition.chronology.copies_by_original.get(source.id, ())
    return CopiesView(
        of=_copy_of(edition, source),
        by=tuple(_with_publisher(edition, copy) for copy in copies),
        elsewhere=tuple(
            (
                edition.actor(copy.publisher),
                in_words(copy.published, edition.language) if copy.published else "",
                copy.url,
            )
            for copy in source.copies
        ),
    )


def _copy_of(edition: Edition, source: Source) -> tuple[Link, str, str] | None:
    copy = source.copy_of
    if copy is None:
        return None
    link = _with_publisher(edition, edition.chronology.sources[copy.source])
    return link, spots_in_words(source, (*copy.paragraphs, *copy.passages), edition.language), copy.note or ""


def _with_publisher(edition: Edition, source: Source) -> Link:
    publisher = publisher_of(edition.chronology, source, edition.language)
    return edition.source(source.id, edition.language.listed((publisher, in_words(source.published, edition.language))))


def _link_label(source: Source, part: SourcePart, language: Language) -> str:
    if isinstance(part.spot, int):
        return language.gettext("Link to paragraph %(number)s", number=part.spot)
    return language.gettext("Link to %(place)s", place=part_in_words(source, part, language))


def _part_view(edition: Edition, source: Source, paragraph: SourcePart) -> ParagraphView:
    uses = edition.chronology.uses.get((source.id, paragraph.spot), ())
    cite = citation_to(source.id, paragraph.spot)
    original = edition.chronology.original(cite)
    return ParagraphView(
        name=part_in_words(source, paragraph, edition.language),
        anchor=anchor_of(paragraph.spot),
        link_label=_link_label(source, paragraph, edition.language),
        begins=paragraph.begins or "",
        ends=paragraph.ends or "",
        words=paragraph.words,
        sha256=paragraph.sha256 or "",
        quote=paragraph.text or paragraph.quote or "",
        translation=paragraph.translation or "",
        note=paragraph.note or "",
        unused=paragraph.unused or "",
        original=addresses.original_address(source, paragraph),
        capture=addresses.captured_address(source, paragraph) if source.gone is None else None,
        mark=since.mark_of(edition.chronology, cite, edition.language),
        copied=edition.source(original) if original != source.id else None,
        drawn=tuple(dict.fromkeys(_drawn(edition, use) for use in uses)),
    )


def _drawn(edition: Edition, use: Use) -> DrawnView:
    if isinstance(use.record, Event) and use.claim is not None and use.report is not None:
        outcome = edition.outcome(use.record, use.claim)
        return DrawnView(
            link=edition.claim_link(use.record, use.claim),
            kind="claim",
            kind_label=edition.language.gettext(words.KIND_OF_RECORD["claim"]),
            speaker=edition.actor(edition.chronology.origin(use.report)),
            how=words.how(use.report.stance, use.report.modality, edition.language),
            outcome=outcome.value,
            outcome_label=edition.language.gettext(outcomes.OUTCOME_LABEL[outcome]),
        )
    kind = type(use.record).__name__.lower()
    label = edition.language.gettext(words.KIND_OF_RECORD[kind])
    return DrawnView(edition.record(use.record), kind, label, None, "", "", "")
