"""The page of a source: what is known of it, and every paragraph with what was drawn from it."""

from dataclasses import dataclass
from typing import ClassVar

from dateline.ground.dates import in_words
from dateline.pages.shared import since
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.lists import (
    Neighbours,
    steps,
)
from dateline.pages.shared.since import Mark
from dateline.pages.shared.views import ChangeView, CitationView, Link, Tools
from dateline.pages.wording import addresses, words
from dateline.records.chronology import Use
from dateline.records.types import Citation, Event, Paragraph, Source


@dataclass(frozen=True, slots=True)
class DrawnView:
    """What was drawn from a paragraph: a claim as somebody's report, or a part of another record."""

    link: Link
    kind: str
    speaker: Link | None
    stance_label: str
    standing: str
    standing_label: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of a source: how to find it, how to check it, what rests on it."""

    number: int
    anchor: str
    begins: str
    ends: str
    words: int | None
    sha256: str
    quote: str
    note: str
    unused: str
    original: str | None
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


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of a source."""

    template: ClassVar[str] = "source"
    id: str
    address: str
    title: str
    description: str
    publisher: Link
    sides: tuple[str, ...]
    kind: str
    language: str
    lang: str
    dir: str
    is_foreign: bool
    published: str
    published_note: str
    url: str | None
    archive_url: str | None
    archive_date: str
    archive_lookup: str | None
    accessed: str
    reading: str
    copies: tuple[tuple[Link, str, str | None], ...]
    copy_of: tuple[Link, str, str] | None
    """The source that its text was taken from, which paragraphs, and what the editors note about it."""
    copied_by: tuple[Link, ...]
    withdrawn: str
    withdrawn_cite: CitationView | None
    corrected: tuple[str, ...]
    since_anchor: str
    rights: str
    note: str
    paragraphs: tuple[ParagraphView, ...]
    cited: int
    unused: int
    pending: int
    reports: int
    history: tuple[ChangeView, ...]
    tools: Tools
    steps: Neighbours
    edit_path: str


@derivation
def _steps_of_sources(edition: Edition) -> dict[str, Neighbours]:
    return steps(edition.source(id_) for id_ in edition.chronology.sources)


def coverage_of(edition: Edition, source: Source) -> CoverageRow:
    """Return how many paragraphs of a source are cited or unused, and how many reports were drawn."""
    uses = edition.chronology.uses
    return CoverageRow(
        source=edition.source(source.id),
        paragraphs=len(source.paragraphs),
        cited=sum((source.id, paragraph.n) in uses for paragraph in source.paragraphs),
        unused=sum(paragraph.unused is not None for paragraph in source.paragraphs),
        reports=sum(use.report is not None for use in edition.chronology.uses_by_source.get(source.id, ())),
    )


def source_view(edition: Edition, source: Source) -> SourceView:
    """Return the page of a source."""
    neighbours = edition.derived(_steps_of_sources)[addresses.record_address(source)]
    language = source.language or edition.chronology.masthead.language
    publisher = edition.actor(source.publisher)
    sides = sorted(edition.chronology.side_of(source.publisher))
    recorded = coverage_of(edition, source)
    return SourceView(
        id=source.id,
        address=f"sources/{source.id}/",
        title=source.title,
        description=f"{source.title}. {publisher.text}, {in_words(source.published)}: what each paragraph says.",
        publisher=publisher,
        sides=tuple(edition.term("sides", side) for side in sides),
        kind=words.source_kind(source),
        language=words.language_name(language),
        lang=language,
        dir=words.direction(language),
        is_foreign=language != edition.chronology.masthead.language,
        published=in_words(source.published),
        published_note=source.published_note or "",
        url=source.url,
        archive_url=source.archive.url if source.archive else None,
        archive_date=in_words(source.archive.date) if source.archive else "",
        archive_lookup=addresses.archive_lookup(source),
        accessed=in_words(source.accessed) if source.accessed else "",
        reading=words.reading_in_words(source.reading) if source.reading else "",
        copies=tuple(
            (edition.actor(copy.publisher), in_words(copy.published) if copy.published else "", copy.url)
            for copy in source.copies
        ),
        copy_of=_copy_of(edition, source),
        copied_by=tuple(
            edition.source(copy.id, f"{edition.actor(copy.publisher).text}, {in_words(copy.published)}")
            for copy in edition.chronology.copies_by_original.get(source.id, ())
        ),
        withdrawn=words.withdrawn_in_words(source.withdrawn, "This source") if source.withdrawn else "",
        withdrawn_cite=edition.citation(source.withdrawn.cite) if source.withdrawn and source.withdrawn.cite else None,
        corrected=tuple(map(words.correction_in_words, source.corrected)),
        since_anchor=since.ANCHOR,
        rights=words.RIGHTS_LABEL[source.rights],
        note=source.note or "",
        paragraphs=tuple(_paragraph_view(edition, source, paragraph) for paragraph in source.paragraphs),
        cited=recorded.cited,
        unused=recorded.unused,
        # Only drafts rest on them so far.
        pending=recorded.paragraphs - recorded.cited - recorded.unused,
        reports=recorded.reports,
        history=edition.changes(source),
        tools=edition.tools(source),
        steps=neighbours,
        edit_path=edition.chronology.document(source).path,
    )


def _copy_of(edition: Edition, source: Source) -> tuple[Link, str, str] | None:
    copy = source.copy_of
    if copy is None:
        return None
    publisher = edition.chronology.actors[edition.chronology.sources[copy.source].publisher].name
    published = in_words(edition.chronology.sources[copy.source].published)
    link = edition.source(copy.source, f"{publisher}, {published}")
    return link, f"¶ {', '.join(map(str, copy.paragraphs))}" if copy.paragraphs else "", copy.note or ""


def _paragraph_view(edition: Edition, source: Source, paragraph: Paragraph) -> ParagraphView:
    uses = edition.chronology.uses.get((source.id, paragraph.n), ())
    cite = Citation(source=source.id, paragraph=paragraph.n)
    original = edition.chronology.original(cite)
    return ParagraphView(
        number=paragraph.n,
        anchor=f"p{paragraph.n}",
        begins=paragraph.begins,
        ends=paragraph.ends or "",
        words=paragraph.words,
        sha256=paragraph.sha256 or "",
        quote=paragraph.text or paragraph.quote or "",
        note=paragraph.note or "",
        unused=paragraph.unused or "",
        original=addresses.original_address(source, paragraph),
        mark=since.mark_of(edition.chronology, cite),
        copied=edition.source(original) if original != source.id else None,
        drawn=tuple(dict.fromkeys(_drawn(edition, use) for use in uses)),
    )


def _drawn(edition: Edition, use: Use) -> DrawnView:
    if isinstance(use.record, Event) and use.claim is not None and use.report is not None:
        standing = edition.standing(use.record, use.claim)
        return DrawnView(
            link=edition.claim_link(use.record, use.claim),
            kind="claim",
            speaker=edition.actor(edition.chronology.origin(use.report)),
            stance_label=words.STANCE_LABEL[use.report.stance],
            standing=standing.value,
            standing_label=words.STANDING_LABEL[standing],
        )
    kind = type(use.record).__name__.lower()
    return DrawnView(edition.record(use.record), kind, None, "", "", "")
