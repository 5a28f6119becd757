"""What a rule may look at, and how it tells a problem."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from dateline.ground.problems import Code, Position, Problem
from dateline.ground.yamltree import Step
from dateline.records.chronology import Chronology, kind_of
from dateline.records.loading import Corpus, Document
from dateline.records.types import Record, RecordKind, State

EACH: Final = "*"
"""The step of a path that leads to every entry of a list."""
Path = tuple[str, ...]
Steps = tuple[Step, ...]
T = TypeVar("T")
_ALONE: Final = frozenset({("actor",), ("place",)})
"""The last step to what an entry names, of which the id alone may stand for the entry."""


@dataclass(frozen=True, slots=True)
class RecordValues:
    """A record or, where its file could not be read as one, its plain values."""

    kind: RecordKind
    id: str
    value: Record | Mapping[str, object]
    document: Document
    told: frozenset[Position] = frozenset()
    """Where problems have been told already."""

    def problems(self, steps: Sequence[Step], code: Code, message: str, hint: str) -> Iterator[Problem]:
        """Yield a problem at `steps`, unless one has been told there."""
        position = self.document.position(steps)
        if position not in self.told:
            yield Problem(position, code, message, hint)

    @property
    def is_draft(self) -> bool:
        """Whether it is not published."""
        return (self.value.get("state") if isinstance(self.value, Mapping) else self.value.state) == State.DRAFT

    def values(self, path: Path) -> Iterator[tuple[Steps, object]]:
        """Yield what stands at `path`, a step `EACH` leading to every entry of a list, with the steps to it."""
        return _values(self.value, path, ())

    def texts(self, path: Path) -> Iterator[tuple[Steps, str]]:
        """Yield the texts at `path` that say something."""
        return ((steps, text.strip()) for steps, text in self.values(path) if isinstance(text, str) and text.strip())


def _values(part: object, path: Path, steps: Steps) -> Iterator[tuple[Steps, object]]:
    if not path or (isinstance(part, str) and path in _ALONE):
        yield steps, part
    elif path[0] != EACH:
        child = part.get(path[0]) if isinstance(part, Mapping) else getattr(part, path[0], None)
        if child is not None:
            yield from _values(child, path[1:], (*steps, path[0]))
    elif isinstance(part, list | tuple):
        for index, entry in enumerate(part):
            yield from _values(entry, path[1:], (*steps, index))
    elif isinstance(part, str | Mapping):  # one entry stands for a list of one
        yield from _values(part, path[1:], steps)


@dataclass(frozen=True, slots=True)
class Context:
    """The linked records, drafts included, and the corpus that they came from."""

    chronology: Chronology
    corpus: Corpus
    _found: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, find: Callable[["Context"], T]) -> T:
        """Return what `find` finds here; it is asked once, however many rules want it."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

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

    def may_exist(self, kind: RecordKind, id_: str) -> bool:
        """Return whether a record that is not known may be there all the same, unread or behind a link."""
        return self.is_unread(kind, id_) or kind in self.corpus.unread_kinds

    def parts(self) -> Iterator[RecordValues]:
        """Yield every record, and the values of every file that could not be read as one."""
        for record in self.records():
            yield RecordValues(kind_of(record), record.id, record, self.chronology.document(record))
        for unread in self.corpus.unread_files:
            if unread.kind is not None and unread.value is not None and unread.document is not None:
                yield RecordValues(unread.kind, unread.id, unread.value, unread.document, unread.told)

    def records(self) -> Iterator[Record]:
        """Yield every record, kind by kind, in order."""
        yield from self.chronology.records()


Rule = Callable[[Context], Iterator[Problem]]
"""A rule yields a problem for each breach; its docstring is the rule."""

__all__ = ["Context", "Rule", "kind_of"]
