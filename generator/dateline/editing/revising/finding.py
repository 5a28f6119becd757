"""Records found by what they say: by id, name, alias, claim, note, or the first words of a paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from dateline.editing.comparison import Version
from dateline.editing.mending import root_of
from dateline.editing.revising.file_parts import Parts
from dateline.editing.revising.manuscript import Manuscript
from dateline.ground.dates import in_words
from dateline.ground.problems import Position
from dateline.ground.yamltree import Step
from dateline.pages.search.folding import fold, words
from dateline.records.types import Event, RecordKind
from dateline.records.types.named_kinds import CLAIM, named_by
from dateline.records.types.shapes import inside, keys_of, one_of_them, record_type_of, takes_text
from dateline.records.types.spots import anchor_of, spot_at

_NAMES = frozenset({"name", "names", "named", "aliases", "title", "titles", "question"})
_PAGE = "page"
_FAR: Final = 4
_PARTS = frozenset({("event", "claims"), ("source", "paragraphs"), ("source", "passages")})


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """What was found: a record, or a claim or paragraph of one, with the words that say it."""

    rank: int
    """How near it is.

    0 where it is called so, 1 where its name has the words, 2 where some text has them, 3 where all together do, 4
    where a claim does with its event.
    """
    kind: str
    id: str
    position: Position
    text: str
    cited_by: tuple[str, ...] = ()
    """The claims that rest on the paragraph that was found."""

    @property
    def is_far(self) -> bool:
        """Whether what was found says the words only with what it stands in."""
        return self.rank == _FAR


@dataclass(frozen=True, slots=True)
class _Words:
    """What is looked for: in any case and script form, with or without an article."""

    typed: tuple[str, ...]

    @property
    def whole(self) -> str:
        return fold(" ".join(self.typed))

    def are_in(self, text: str) -> bool:
        said, known = fold(text), f" {' '.join(words(text))}"
        return all(fold(one) in said or _are_words(one, known) for one in self.typed)


def _are_words(one: str, known: str) -> bool:
    wanted = words(one)
    return bool(wanted) and all(f" {word}" in known for word in wanted)


def find(manuscript: Manuscript, typed: Sequence[str]) -> list[Hit]:
    """Return what says all the words, what is called so first; of a record's texts those that have them all."""
    wanted = _Words(tuple(one for text in typed for one in text.split()))
    hits = [hit for path in manuscript.paths() for hit in _in_file(manuscript, path, wanted)]
    order = [*RecordKind, CLAIM, _PAGE, ""]
    return sorted(hits, key=lambda hit: (hit.rank, order.index(hit.kind), hit.id, hit.position))


def _in_file(manuscript: Manuscript, path: str, wanted: _Words) -> Iterator[Hit]:
    text = manuscript.text(path)
    kind, id_ = _called(path)
    shown = (manuscript.content / path).relative_to(manuscript.root).as_posix()
    event = manuscript.version.chronology.events.get(id_) if kind == RecordKind.EVENT else None
    said = f"{text} {in_words(event.date) if event is not None else ''} {id_}"
    if not wanted.are_in(said) and "#" not in wanted.whole:
        return
    hits = [
        *_of_id(kind, id_, shown, wanted),
        *_in_yaml(manuscript, path, shown, wanted),
        *_in_body(text, path, shown, wanted),
    ]
    if not hits and wanted.are_in(said):
        hits.append(Hit(3, kind, id_, Position(shown), ""))
    if event is not None:
        hits += _by_their_event(manuscript.version, event, shown, wanted)
    yield from _one_of_each(hits)


def _by_their_event(version: Version, event: Event, shown: str, wanted: _Words) -> Iterator[Hit]:
    """Yield the claims that say all the words together with the title and the date of their event."""
    of_all = f"{event.title} {in_words(event.date)} {event.date}"
    for index, claim in enumerate(event.claims):
        own = " ".join([claim.id, claim.text, *(one.measure for report in claim.reports for one in report.figures)])
        if wanted.are_in(f"{of_all} {own}"):
            here = version.document(event).position(("claims", index, "id"))
            place = Position(shown, here.line, here.column)
            yield Hit(_FAR, CLAIM, f"{event.id}#{claim.id}", place, claim.text)


def _called(path: str) -> tuple[str, str]:
    """Return the kind and the id of a file's record, or what is nearest to it."""
    folder, stem = Path(path).parts[0], Path(path).stem
    kind = next((kind.value for kind in RecordKind if kind.folder == folder), _PAGE if folder != path else "")
    return kind, stem


def _of_id(kind: str, id_: str, shown: str, wanted: _Words) -> Iterator[Hit]:
    if wanted.whole == id_:
        yield Hit(0, kind, id_, Position(shown), "")
    elif wanted.are_in(id_):
        yield Hit(1, kind, id_, Position(shown), "")


def _one_of_each(hits: list[Hit]) -> Iterator[Hit]:
    """Yield the best hit of each record, claim and paragraph."""
    seen: set[tuple[str, str]] = set()
    for hit in sorted(hits, key=lambda hit: (hit.rank, not hit.text, hit.position)):
        if (hit.kind, hit.id) not in seen:
            seen.add((hit.kind, hit.id))
            yield hit


def _in_yaml(manuscript: Manuscript, path: str, shown: str, wanted: _Words) -> Iterator[Hit]:
    parts = Parts.of(manuscript.text(path), is_markdown=path.endswith(".md"))
    first = parts.head.count("\n") + 1
    try:
        root = root_of(parts.yaml)
    except yaml.YAMLError:
        return
    for steps, node in _texts(root, manuscript.form(path), ()):
        kind, id_ = _part_of(*_called(path), root, steps)
        name = steps[0] in _NAMES
        is_called = wanted.whole == (fold(node.value) if name else id_ if "#" in id_ else None)
        if is_called or wanted.are_in(node.value):
            here = Position(shown, first + node.start_mark.line, node.start_mark.column + 1)
            rank = 0 if is_called else 1 if name else 2
            yield Hit(rank, kind, id_, here, " ".join(node.value.split()), _cited_by(manuscript.version, kind, id_))


def _texts(
    node: yaml.Node | None, annotation: object, steps: tuple[Step, ...]
) -> Iterator[tuple[tuple[Step, ...], yaml.ScalarNode]]:
    """Yield every free text with the steps to it; what names a record is none."""
    if isinstance(node, yaml.MappingNode):
        annotation = one_of_them(annotation)
        of = record_type_of(annotation)
        for key, value in node.value:
            known = keys_of(of).get(key.value) if of is not None else inside(annotation)
            yield from _texts(value, known, (*steps, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _texts(item, inside(annotation), (*steps, index))
    elif isinstance(node, yaml.ScalarNode) and takes_text(annotation) and named_by(annotation) is None and steps:
        yield steps, node


def _part_of(kind: str, id_: str, root: yaml.Node | None, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Return what a text belongs to: a claim of an event, a paragraph or passage of a source, or the record."""
    if len(steps) < 3 or (kind, steps[0]) not in _PARTS:  # noqa: PLR2004 - list, entry, key
        return kind, id_
    item = next(value for key, value in root.value if key.value == steps[0]).value[steps[1]] if root else None
    said = {key.value: value.value for key, value in item.value} if isinstance(item, yaml.MappingNode) else {}
    if kind == RecordKind.EVENT:
        return CLAIM, f"{id_}#{said.get('id')}"
    spot = f"p{said.get('n')}" if steps[0] == "paragraphs" else anchor_of(str(said.get("at")))
    return kind, f"{id_}#{spot}"


def _cited_by(version: Version, kind: str, id_: str) -> tuple[str, ...]:
    source, _, anchor = id_.partition("#")
    spot = spot_at(anchor) if kind == RecordKind.SOURCE else None
    uses = version.chronology.uses.get((source, spot), ()) if spot is not None else ()
    named = (f"{use.record.id}#{use.claim.id}" if use.claim else use.record.id for use in uses)
    return tuple(dict.fromkeys(named))


def _in_body(text: str, path: str, shown: str, wanted: _Words) -> Iterator[Hit]:
    parts = Parts.of(text, is_markdown=path.endswith(".md"))
    first = (parts.head + parts.yaml).count("\n") + 1
    for number, line in enumerate(parts.body.split("\n") if path.endswith(".md") else ()):
        if wanted.are_in(line):
            yield Hit(2, *_called(path), Position(shown, first + number), " ".join(line.split()))
