"""The reports of an edition in words: who says what, in which paragraph of which source, with which figures."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ground.dates import in_words
from dateline.pages.shared.repeats import repeats
from dateline.pages.shared.since import in_brief, mark_of
from dateline.pages.shared.tongues import Speaking
from dateline.pages.shared.views import CitationView, FigureView, Link, ReportView
from dateline.pages.wording import addresses, words
from dateline.pages.wording.bibliographies import publisher_of
from dateline.pages.wording.places_in_sources import spot_in_words
from dateline.records.quantities import thing_counted
from dateline.records.types import Citation, Figure, Report, Source

_NAME: Final = 80
"""How many characters of the name of a source stand beside its publisher."""


class Reporting(Speaking):
    """A part of an edition: its actors and sources as links, its citations, figures and reports."""

    @property
    def told_by_name(self) -> frozenset[str]:
        """The sources that are told by their names where they are cited; the whole edition knows them."""
        raise NotImplementedError

    def actor(self, id_: str, note: str = "", inferred: str | None = None) -> Link:
        """Return the link to an actor."""
        return Link(self.chronology.actors[id_].name, f"actors/{id_}/", note, *self.own_tongue, inferred=inferred or "")

    def publisher(self, source: Source) -> Link:
        """Return the link to the publisher of a source; where it is not known, to the source, saying so."""
        if source.publisher:
            return self.actor(source.publisher)
        return Link(publisher_of(self.chronology, source, self.language), f"sources/{source.id}/")

    def source(self, id_: str, note: str = "") -> Link:
        """Return the link to a source, with its date unless another note is given, and with what became of it."""
        source = self.chronology.sources[id_]
        told = self.language.clauses(
            (note or in_words(source.published, self.language), in_brief(source, self.language))
        )
        return self._source(source, told)

    def _source(self, source: Source, note: str) -> Link:
        return Link(self.quoted_title(source), f"sources/{source.id}/", note, *self.tongue_of_title(source))

    def citation(self, cite: Citation, by: tuple[str, ...] = ()) -> CitationView:
        """Return a citation: the chain `by`, ended by the publisher, and the paragraph."""
        source = self.chronology.sources[cite.source]
        original = self.chronology.sources[self.chronology.original(cite)]
        chain = tuple(map(self.actor, by)) or (self.publisher(original),)
        if source.publisher and chain[-1].address != f"actors/{source.publisher}/":
            name = publisher_of(self.chronology, source, self.language)
            chain = (*chain, Link(name, f"sources/{source.id}/", "", *self.own_tongue))
        published = self._dated(source, by)
        return CitationView(
            chain,
            self._source(source, published),
            self.paragraph(cite),
            published,
            mark_of(self.chronology, cite, self.language),
            self.name_beside(source),
        )

    def _dated(self, source: Source, by: tuple[str, ...]) -> str:
        """Return when a source appeared, and where its author is cited of an old text, when it was written."""
        published = in_words(source.published, self.language)
        if (said := source.said_when(by)) == source.published:
            return published
        written, gettext = in_words(said, self.language), self.language.gettext
        if not source.is_dated:
            return gettext("text of %(written)s", written=written)
        return gettext("text of %(written)s, edition of %(published)s", written=written, published=published)

    def name_beside(self, source: Source) -> str:
        """Return the name of a source where publisher and date are those of several; else nothing."""
        return self.quoted_title(source, _NAME) if source.id in self.told_by_name else ""

    def paragraph(self, cite: Citation) -> Link:
        """Return the link to a paragraph or passage, which says of what it is one to those who hear it alone."""
        source, language = self.chronology.sources[cite.source], self.language
        told = {
            "publisher": self.name_beside(source) or publisher_of(self.chronology, source, language),
            "date": in_words(source.published, language),
        }
        where = spot_in_words(source, cite.spot, language)
        label = (
            language.gettext("%(place)s of %(publisher)s, %(date)s", place=where, **told)
            if cite.paragraph is None
            else language.gettext("paragraph %(number)s of %(publisher)s, %(date)s", number=cite.paragraph, **told)
        )
        return Link(where, addresses.part_address(cite.source, cite.spot), label=label)

    def figure(self, figure: Figure, source: str) -> FigureView:
        """Return a figure in words, as a source has it."""
        lang, direction = self.tongue(self.chronology.sources[source])
        return FigureView(
            measure=self.term("measures", figure.measure),
            amount=words.amount_in_words(self.chronology.masthead, figure, self.language),
            of=self.actor(figure.of) if figure.of else None,
            item=thing_counted(self.chronology.masthead.vocabulary, figure) or "",
            wording=figure.wording or "",
            scope=figure.scope or "",
            inferred=figure.inferred or "",
            lang=lang,
            dir=direction,
            tongue=self.tongue_name(lang),
        )

    def report(self, report: Report) -> ReportView:
        """Return a report as it stands below its claim."""
        return ReportView(
            citation=self.citation(report.cite, report.by),
            stance=report.stance,
            how=words.how(report.stance, report.modality, self.language),
            figures=tuple(self.figure(figure, report.cite.source) for figure in report.figures),
            inferred=report.inferred or "",
            note=report.note or "",
        )

    def reports(self, reports: Sequence[Report]) -> tuple[ReportView, ...]:
        """Return reports as they stand below their claim, those marked that only repeat another."""
        repeated = repeats(self.chronology, reports)
        return tuple(replace(self.report(report), is_repeat=place in repeated) for place, report in enumerate(reports))
