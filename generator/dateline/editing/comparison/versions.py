"""A version of the records: what a folder holds, as far as it can be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from dateline.ground.dates import in_words
from dateline.ground.problems import Problem, has_errors
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import words
from dateline.pages.wording.places_in_sources import spot_in_words
from dateline.records import loading, rules
from dateline.records.chronology import Chronology, link
from dateline.records.loading import Corpus, Document
from dateline.records.types import Citation, Dispute, Event, Figure, Record, RecordKind, Report, Source
from dateline.records.types.spots import marked_spot
from dateline.records.withholding import Held, without_withheld

_LONGEST_CHAIN: Final = ", as reported by "


@dataclass(frozen=True)
class Version:
    """The records of one revision or folder, drafts included, and what kept files from being read."""

    corpus: Corpus
    problems: tuple[Problem, ...]

    @cached_property
    def chronology(self) -> Chronology:
        """Every record that could be read, linked."""
        return link(self.corpus, drafts=True)

    @cached_property
    def published(self) -> Chronology:
        """The records without the drafts, linked."""
        return link(self.corpus, drafts=False)

    @cached_property
    def shown(self) -> tuple[Corpus, tuple[Held, ...]]:
        """The records without what is withheld, drafts included, and what that is."""
        return without_withheld(self.corpus)

    @cached_property
    def edition(self) -> Edition:
        """What was published, as its pages look at it."""
        return Edition(self.published)

    @cached_property
    def is_sound(self) -> bool:
        """Whether pages can be made of it; the rules are asked only when somebody wants to know."""
        return not has_errors(self.faults)

    @cached_property
    def faults(self) -> tuple[Problem, ...]:
        """All that the check tells of it."""
        return (*self.problems, *rules.check(self.corpus))

    def of_kind(self, kind: RecordKind) -> Mapping[str, Any]:
        """Return the records of one kind by id."""
        return self.chronology.of_kind(kind)

    def is_unread(self, kind: RecordKind, id_: str) -> bool:
        """Return whether there is a file of that id which could not be read as a record."""
        return id_ in self.corpus.unread.get(kind, frozenset())

    def document(self, record: Record) -> Document:
        """Return the file of a record."""
        return self.chronology.document(record)

    # --- in words; a reference that leads to nothing stays as it is ---

    def actor(self, id_: str) -> str:
        """Return the name of an actor."""
        actor = self.chronology.actors.get(id_)
        return actor.name if actor else id_

    def place(self, id_: str) -> str:
        """Return the name of a place."""
        place = self.chronology.places.get(id_)
        return place.name if place else id_

    def chain(self, report: Report) -> str:
        """Return the speakers of a report, first speaker first."""
        return _LONGEST_CHAIN.join(self.actor(speaker) for speaker in self.chronology.speakers(report))

    def report(self, report: Report) -> str:
        """Return a report as it is cited: the chain, and the paragraph."""
        return f"{self.chain(report) or report.cite.source}, {self.cited(report)}"

    def cited(self, report: Report) -> str:
        """Return what a report cites of its source: ¶ 3, p. 4-27."""
        return self.spot(report.cite)

    def spot(self, cite: Citation) -> str:
        """Return what is cited of a source: ¶ 3, p. 4-27."""
        source = self.chronology.sources.get(cite.source)
        return spot_in_words(source, cite.spot) if source is not None else marked_spot(cite.spot)

    def figure(self, figure: Figure) -> str:
        """Return a figure in words: "evacuated: at least 1,200, “more than 1,200 people”"."""
        return f"{self.measure(figure)}: {self.amount(figure)}"

    def measure(self, figure: Figure) -> str:
        """Return what a figure counts."""
        what = words.term(self.chronology.masthead, "measures", figure.measure).lower()
        parts = (figure.item, self.actor(figure.of) if figure.of else None, figure.scope)
        said = ", ".join(part for part in parts if part)
        return f"{what} ({said})" if said else what

    def amount(self, figure: Figure) -> str:
        """Return a figure's numbers with the wording."""
        amount = words.amount_in_words(self.chronology.masthead, figure)
        return f"{amount}, “{figure.wording}”" if figure.wording else amount


def read_version(content: Path, root: Path, kept: Path | None = None, jobs: int = 1) -> Version:
    """Read the records in the folder `content`; paths are told relative to `root`.

    `kept` and `jobs` are those of `loading.load`.
    """
    corpus, problems = loading.load(content, root, kept, jobs)
    return Version(corpus, tuple(problems))


def title_of(record: Record) -> str:
    """Return what a record calls itself: with its date, where it has one."""
    if isinstance(record, Event):
        return f"{record.title} ({words.when(record)})"
    if isinstance(record, Source):
        return f"{record.title or record.id} ({in_words(record.published)})"
    return record.question if isinstance(record, Dispute) else record.name
