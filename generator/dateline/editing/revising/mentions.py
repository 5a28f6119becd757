"""All places of a file where a record, a claim or a paragraph is named: found through the record types.

A field that names records says so in its type (`one_of`), so that a new one is found without a word here.  Bodies name
records in their links.  What only looks like an id, in a note or a title, is text and stays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, get_args, get_origin

import yaml

from dateline.editing.mending.nodes import Edit, edited, root_of
from dateline.editing.revising.file_parts import Parts
from dateline.ground.yamltree import reads_as_text
from dateline.ground.yamltree.scalars import quoted
from dateline.records import prose
from dateline.records.types import Citation, RecordKind, Tombstone
from dateline.records.types.dated_facts import as_typed
from dateline.records.types.named_kinds import CLAIM, named_by
from dateline.records.types.shapes import bare, inside, keys_of, one_of_them, record_type_of

PARAGRAPH: Final = "paragraph"
"""The kind of what is named as source-id#number."""

Target: TypeAlias = tuple[str, str]
"""The kind and the id of what is named: of a claim event-id#claim-id, of a paragraph source-id#number."""
Moved: TypeAlias = Mapping[Target, str]
"""What is to be called otherwise, with the id that it then has."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of a text, from `start` to `end`, that names a record, a claim or a paragraph."""

    kind: str
    id: str
    start: int
    end: int
    number: "Mention | None" = None
    """Where the number of the cited paragraph stands, where a source is cited."""
    is_link: bool = False

    @property
    def targets(self) -> tuple[Target, ...]:
        """What is named: of a claim its event as well, of a paragraph its source."""
        whole = self.id.partition("#")[0]
        if self.kind == CLAIM:
            return (CLAIM, self.id), (RecordKind.EVENT.value, whole)
        numbered: tuple[Target, ...] = ((PARAGRAPH, f"{self.id}#{self.number.id}"),) if self.number else ()
        return (*numbered, (self.kind, self.id))


def mentions(text: str, form: type, *, is_markdown: bool) -> Iterator[Mention]:
    """Yield every mention in a file, in its YAML and in the links of its body; raises yaml.YAMLError."""
    parts = Parts.of(text, is_markdown=is_markdown)
    for one in _in_node(root_of(parts.yaml), form, _Holder()):
        yield _shifted(one, len(parts.head))
    seen: set[int] = set()
    for link in prose.links(parts.body) if is_markdown else ():
        if (
            link.record
            and not link.image
            and link.offset not in seen
            and parts.body.startswith(link.target, link.offset)
        ):
            seen.add(link.offset)
            yield _of_link(link, len(parts.head) + len(parts.yaml))


def rewritten(text: str, form: type, moved: Moved, *, is_markdown: bool) -> str:
    """Return a file's text with everything that is called otherwise now named so; all else stays as it is typed."""
    if not any(id_.partition("#")[0] in text for _, id_ in moved):
        return text
    edits = [edit for one in mentions(text, form, is_markdown=is_markdown) for edit in _edits(text, one, moved)]
    return edited(text, edits)


@dataclass(frozen=True, slots=True)
class _Holder:
    """The mapping that a value stands in: its record type, and what its keys say."""

    record_type: type | None = None
    values: Mapping[str, yaml.Node] | None = None

    def scalar(self, key: str) -> yaml.ScalarNode | None:
        found = (self.values or {}).get(key)
        return found if isinstance(found, yaml.ScalarNode) else None


def _in_node(node: yaml.Node | None, annotation: object, holder: _Holder, key: str = "") -> Iterator[Mention]:
    if isinstance(node, yaml.MappingNode):
        yield from _in_mapping(node, annotation)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _in_node(item, inside(annotation), holder)
    elif isinstance(node, yaml.ScalarNode) and node.value.strip():
        kind = _kind_of_instead(holder, key) or named_by(one_of_them(as_typed(annotation)))
        if kind is not None:
            yield Mention(kind, node.value.strip(), *_span(node), number=_number(holder, key))


def _in_mapping(node: yaml.MappingNode, annotation: object) -> Iterator[Mention]:
    annotation = one_of_them(annotation)
    record_type = record_type_of(annotation)
    keys = keys_of(record_type) if record_type is not None else {}
    holder = _Holder(record_type, {key.value: value for key, value in node.value})
    names = get_args(bare(annotation))[0] if get_origin(bare(annotation)) is dict else None
    for key, value in node.value:
        if names is not None and (kind := named_by(names)):
            yield Mention(kind, key.value.strip(), *_span(key))
        known = keys.get(key.value) if record_type is not None else inside(annotation)
        yield from _in_node(value, known, holder, key.value)


def _kind_of_instead(holder: _Holder, key: str) -> str | None:
    """Return the kind of what took the place of something removed, which only the tombstone's own kind tells."""
    said = holder.scalar("kind") if holder.record_type is Tombstone and key == "instead" else None
    return said.value if said is not None else None


def _number(holder: _Holder, key: str) -> Mention | None:
    said = holder.scalar("paragraph") if holder.record_type is Citation and key == "source" else None
    return Mention(PARAGRAPH, said.value, *_span(said)) if said is not None else None


def _span(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def _shifted(one: Mention, by: int) -> Mention:
    number = _shifted(one.number, by) if one.number else None
    return Mention(one.kind, one.id, one.start + by, one.end + by, number)


def _of_link(link: prose.ProseLink, by: int) -> Mention:
    """Return what a link leads to; a heading behind the id stays as it is."""
    kind, target = link.record or ("", "")
    start = by + link.offset + len(kind) + 1
    if kind == CLAIM:
        return Mention(kind, target, start, start + len(target), is_link=True)
    id_, _, part = target.partition("#")
    end = start + len(id_)
    number = None
    if kind == RecordKind.SOURCE and part[:1] == "p" and part[1:].isdecimal():
        number = Mention(PARAGRAPH, part[1:], end + 2, end + 1 + len(part), is_link=True)
    return Mention(kind, id_, start, end, number, is_link=True)


def _edits(text: str, one: Mention, moved: Moved) -> Iterator[Edit]:
    """Yield what has to be written where a mention stands: what was moved itself first, else what it is a part of."""
    target = next((target for target in one.targets if target in moved), None)
    if target is None:
        return
    new = moved[target]
    if one.kind == CLAIM and target[0] != CLAIM:
        new = f"{new}#{one.id.partition('#')[2]}"
    if target[0] == PARAGRAPH and one.number is not None:
        new, _, number = new.partition("#")
        yield Edit(one.number.start, one.number.end, number)
    yield Edit(one.start, one.end, new if one.is_link else _typed(text[one.start : one.end], new))


def _typed(old: str, new: str) -> str:
    """Return an id with the quotes that the old one had, or with those that it needs."""
    mark = old[:1] if old[:1] in {"'", '"'} else ""
    end = "\n" if old.endswith("\n") else ""  # of a text block, which ends with its line
    return f"{mark}{new}{mark}" if mark else f"{plain(new)}{end}"


def plain(id_: str) -> str:
    """Return an id without quotes, or with them where a YAML tool would read a number or a day."""
    node = root_of(id_)
    return id_ if isinstance(node, yaml.ScalarNode) and reads_as_text(node) else quoted(id_)
