"""What a rule may look at, and how it tells a problem."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.chronology import Chronology, kind_of
from generator.loading import Corpus
from generator.problems import Code, Problem
from generator.records import Record, RecordKind
from generator.yamltree import Step


@dataclass(frozen=True, slots=True)
class Context:
    """The linked records, drafts included, and the corpus that they came from."""

    chronology: Chronology
    corpus: Corpus

    def problem(  # noqa: PLR0913 - the parts of a problem, each with its name
        self,
        record: Record,
        steps: Sequence[Step],
        code: Code,
        message: str,
        hint: str = "",
        *,
        of_key: bool = False,
    ) -> Problem:
        """Return a problem at the value (or key) at `steps` of a record."""
        position = self.chronology.document(record).position(steps, of_key=of_key)
        return Problem(position, code, message, hint)

    def is_unread(self, kind: RecordKind, id_: str) -> bool:
        """Return whether the record exists but has problems of its own, told already."""
        return id_ in self.corpus.unread.get(kind, frozenset())

    def records(self) -> Iterator[Record]:
        """Yield every record, kind by kind, in order."""
        graph = self.chronology
        yield from graph.events.values()
        yield from graph.sources.values()
        yield from graph.actors.values()
        yield from graph.places.values()
        yield from graph.disputes.values()


Rule = Callable[[Context], Iterator[Problem]]
"""A rule yields a problem for each breach; its docstring is the rule."""

__all__ = ["Context", "Rule", "kind_of"]
