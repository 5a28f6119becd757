"""How the columns of a file become records: a small file in YAML, which the command writes and anybody can change."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from dateline.editing.importing.column_targets import KINDS, NOTHING, VICTIMS, is_target, targets
from dateline.editing.importing.given_tables import says_nothing
from dateline.editing.importing.row_dates import ORDERS, SPANS, DateReader, Order, Spans
from dateline.ground import yamltree
from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.ground.yamltree import Step, Tree
from dateline.ground.yamltree.scalars import quoted, scalar, text_scalar
from dateline.records.types import RecordKind
from dateline.records.types.fields import is_id

T = TypeVar("T", bound=str)
NAMED_CELL: Final = re.compile(r"\{([^{}]+)\}")
"""A cell that a fixed text names, by its column."""
MINUS: Final = ("bce", "astronomical")
_KEYS: Final = ("name", "record", "key", "order", "spans", "minus", "source", "fixed", "columns")
_OF_COLUMN: Final = ("to", "apart", "words")
_OF_SOURCE: Final = ("title", "url", "publisher", "published", "kind", "licence", "language", "note", "doi")


@dataclass(frozen=True, slots=True)
class ColumnTarget:
    """What a column becomes: what parts several values in it, and what its words are here."""

    to: str
    apart: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """What becomes of the columns of a file."""

    name: str
    """Under which name the rows are known again, the next time."""
    record: RecordKind = RecordKind.EVENT
    key: tuple[str, ...] = ()
    """The columns that tell rows apart; of none, what a row says first of all does."""
    order: Order | None = None
    spans: Spans | None = None
    minus: str | None = None
    columns: Mapping[str, ColumnTarget] = field(default_factory=dict)
    source: Mapping[str, str] = field(default_factory=dict)
    """What is known of the file itself, where it is the source of its rows."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """What every row is, by what a column would become."""

    @property
    def taken(self) -> frozenset[str]:
        """The columns of which something becomes something, or nothing on purpose."""
        named = (name for text in self.fixed.values() for name in NAMED_CELL.findall(text))
        return frozenset({*self.columns, *self.key, *named})

    def is_silent(self, column: str, text: str) -> bool:
        """Return whether a cell of a column says nothing, and nothing is said for it here."""
        return says_nothing(text) and text not in self.columns[column].words

    def dates(self, zone: str | None) -> DateReader:
        """Return what reads the dates of the file."""
        return DateReader(zone, self.order, self.spans, None if self.minus is None else self.minus == MINUS[1])


def map_text(known: ColumnMap, seen: Mapping[str, str]) -> str:
    """Return the file of a map; `seen` is what stands in a column first, as a comment."""
    lines = [
        "# How the columns of a file become records: dateline import … --map THIS. What a column may become:",
        *(f"#   {name}: {meaning}" for name, meaning in targets(known.record).items()),
        f"name: {text_scalar(known.name)} # under which the rows are known again; keep it",
        f"record: {known.record}",
    ]
    lines += (
        [f"key: [{', '.join(map(quoted, known.key))}]"] if known.key else ["# key: [a column that tells rows apart]"]
    )
    for key, words in (("order", ORDERS), ("spans", SPANS), ("minus", MINUS)):
        value = getattr(known, key)
        lines.append(f"{key}: {value}" if value else f"# {key}: {' or '.join(words)}")
    for name, of in (("source", known.source), ("fixed", known.fixed)):
        lines += [f"{name}:", *(f"  {key}: {scalar(value)}" for key, value in of.items())] if of else []
    lines.append("columns:")
    for name in dict.fromkeys([*seen, *known.columns]):
        target, comment = known.columns.get(name), _comment(seen.get(name, ""))
        lines.append(
            f"  {quoted(name)}: {_target_text(target)}{comment}" if target else f"  # {quoted(name)}: …{comment}"
        )
    return "\n".join([*lines, ""])


def _comment(text: str) -> str:
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return f" # such as: {shown[:40]}{'…' if len(shown) > 40 else ''}" if shown else ""  # noqa: PLR2004 - to recognise


def _target_text(target: ColumnTarget) -> str:
    if target.apart is None and not target.words:
        return scalar(target.to)
    parts = [f"to: {scalar(target.to)}"]
    parts += [f"apart: {quoted(target.apart)}"] if target.apart is not None else []
    words = ", ".join(f"{quoted(word)}: {scalar(meant)}" for word, meant in target.words.items())
    return "{" + ", ".join([*parts, *([f"words: {{{words}}}"] if words else [])]) + "}"


def read_map(text: str, path: str) -> tuple[ColumnMap | None, list[Problem]]:
    """Return the map that a file is, or None and what is wrong with it."""
    tree, problems = yamltree.read(text, path)
    if tree is None or problems:
        return None, problems
    if not isinstance(tree.value, Mapping):
        return None, [Problem(tree.position(), Code.WRONG_TYPE, "a map has keys", "write name, record and columns")]
    reader = _MapReader(tree)
    made = reader.read(tree.value)
    return (None, reader.problems) if reader.problems else (made, [])


class _MapReader:
    """Reads the keys of a map, and collects what is wrong."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.problems: list[Problem] = []

    def read(self, value: Mapping[str, object]) -> ColumnMap:
        self._refuse_others(value, _KEYS, ())
        for key in ("name", "columns"):
            if key not in value:
                self._tell((), Code.MISSING_KEY, f"the key '{key}' is missing", f"add '{key}: …'")
        name = self._text(value, "name")
        if name and not is_id(name):
            self._tell(("name",), Code.BAD_ID, f"'{name}' is no id", "small letters, digits and single hyphens")
        record = RecordKind(self._word(value, "record", [kind.value for kind in KINDS]) or RecordKind.EVENT)
        columns = dict(self._columns(value.get("columns"), record))
        return ColumnMap(
            name=name,
            record=record,
            key=tuple(self._listed(value, "key")),
            order=self._word(value, "order", ORDERS),
            spans=self._word(value, "spans", SPANS),
            minus=self._word(value, "minus", MINUS),
            columns=columns,
            source=self._texts(value, "source", _OF_SOURCE),
            fixed={key: text for key, text in self._texts(value, "fixed", ()).items() if self._fits(record, key)},
        )

    def _columns(self, value: object, record: RecordKind) -> Iterator[tuple[str, ColumnTarget]]:
        if value is not None and not isinstance(value, Mapping):
            self._tell(("columns",), Code.WRONG_TYPE, "columns are names with what each becomes", "write 'Day: date'")
            return
        for name, said in (value or {}).items():
            steps = ("columns", name)
            parts = said if isinstance(said, Mapping) else {"to": said}
            self._refuse_others(parts, _OF_COLUMN, steps)
            to = self._typed(parts.get("to"), (*steps, "to") if isinstance(said, Mapping) else steps) or NOTHING
            if not is_target(record, to):
                hint = did_you_mean(to, targets(record)) or "one of those that --write-map lists"
                self._tell(steps, Code.UNKNOWN_WORD, f"a column cannot become '{to}'", hint)
            words = parts.get("words")
            said_here = words.items() if isinstance(words, Mapping) else ()
            meant = {word: self._typed(one, (*steps, "words", word)) or "" for word, one in said_here}
            yield name, ColumnTarget(to, self._typed(parts.get("apart"), (*steps, "apart")), meant)

    def _fits(self, record: RecordKind, target: str) -> bool:
        if is_target(record, target) and target not in {NOTHING, VICTIMS}:
            return True
        self._tell(
            ("fixed", target),
            Code.UNKNOWN_WORD,
            f"no row can be given '{target}'",
            did_you_mean(target, targets(record)),
        )
        return False

    def _texts(self, value: Mapping[str, object], key: str, known: tuple[str, ...]) -> dict[str, str]:
        found = value.get(key) or {}
        if not isinstance(found, Mapping):
            self._tell((key,), Code.WRONG_TYPE, f"'{key}' has keys with texts", f"write '{key}: {{title: …}}'")
            return {}
        if known:
            self._refuse_others(found, known, (key,))
        return {str(name): self.tree.text_of((key, name)) or "" for name in found}

    def _listed(self, value: Mapping[str, object], key: str) -> list[str]:
        """Return the texts of a list, or the one text that stands for it; none where nothing does."""
        said = value.get(key)
        if not isinstance(said, list):
            return [text] if (text := self._typed(said, (key,))) else []
        return [text for place, one in enumerate(said) if (text := self._typed(one, (key, place)))]

    def _typed(self, value: object, steps: tuple[Step, ...]) -> str | None:
        """Return a text as it is typed, whatever tools read in it (no, 1.50); None where there is none."""
        if value is None:
            return None
        text = self.tree.text_of(steps)
        return str(value) if text is None else text

    def _text(self, value: Mapping[str, object], key: str) -> str:
        return (self.tree.text_of((key,)) or "") if key in value else ""

    def _word(self, value: Mapping[str, object], key: str, words: tuple[T, ...] | list[T]) -> T | None:
        if key not in value:
            return None
        said = self._text(value, key)
        found = next((word for word in words if word == said), None)
        if found is None:
            hint = did_you_mean(said, words) or f"one of: {', '.join(words)}"
            self._tell((key,), Code.UNKNOWN_WORD, f"'{key}' cannot be '{said}'", hint)
        return found

    def _refuse_others(self, value: Mapping[str, object], known: tuple[str, ...], steps: tuple[str, ...]) -> None:
        for key in value:
            if key not in known:
                hint = did_you_mean(str(key), known) or f"one of: {', '.join(known)}"
                self._tell((*steps, key), Code.UNKNOWN_KEY, f"there is no key '{key}'", hint, of_key=True)

    def _tell(self, steps: tuple[str, ...], code: Code, message: str, hint: str, *, of_key: bool = False) -> None:
        self.problems.append(Problem(self.tree.position(steps, of_key=of_key), code, message, hint))
