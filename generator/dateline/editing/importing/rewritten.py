"""A record's file changed to what it is to say, with all else of it as it stands: comments, quotes, order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from dateline.editing.drafting.record_text import AsTyped, key_lines
from dateline.editing.importing.merged_rows import ValuePlace, changed_leaves
from dateline.editing.mending import end_of
from dateline.editing.mending.nodes import Edit, edited, name_of, root_of, source
from dateline.editing.revising.file_parts import Parts
from dateline.ground.yamltree.scalars import quoted
from dateline.records.types import RecordKind, type_of_kind
from dateline.records.types.shapes import keys_of

_BLOCKS: Final = frozenset({"|", ">"})


class LayoutError(ValueError):
    """A file is laid out in a way in which it cannot be changed with all else as it stands."""


def values_of(text: str, kind: RecordKind) -> dict[str, object]:
    """Return what a record's file says, each value as it is typed; nothing where it says nothing."""
    yaml_text = Parts.of(text, is_markdown=kind.suffix == ".md").yaml
    root = root_of(yaml_text)
    said = _plain(root, yaml_text) if root is not None else None
    return said if isinstance(said, dict) else {}


def rewritten_record(text: str, kind: RecordKind, before: Mapping[str, object], after: Mapping[str, object]) -> str:
    """Return a record's file that says `after`, where it says `before`; raises LayoutError."""
    parts = Parts.of(text, is_markdown=kind.suffix == ".md")
    root = root_of(parts.yaml)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise LayoutError("its keys do not stand on lines of their own")
    keys = _Keys(parts.yaml, type_of_kind[kind], {name_of(key): (key, value) for key, value in root.value})
    differing = [key for key in dict.fromkeys([*before, *after]) if before.get(key) != after.get(key)]
    edits = [edit for key in differing for edit in keys.edits(key, before.get(key), after.get(key))]
    new = parts.with_yaml(edited(parts.yaml, edits))
    if values_of(new, kind) != after:
        raise LayoutError("its layout does not allow the change")
    return new


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of a record's file, with where they and their values stand."""

    text: str
    form: type
    nodes: Mapping[str, tuple[yaml.Node, yaml.Node]]

    def edits(self, key: str, before: object, after: object) -> Iterator[Edit]:
        """Yield what makes a key say `after`; None says that it is not there."""
        lines = [f"{line}\n" for line in key_lines(self.form, key, after)] if after is not None else []
        if before is None:
            gap = self._gap(key)
            yield Edit(gap, gap, "".join(lines))
            return
        start, value = self.nodes[key][0].start_mark.index, self.nodes[key][1]
        leaves = changed_leaves(before, after) if after is not None else None
        if leaves is None:
            end = end_of(self.text, value)
            kept = [line for line in self.text[start:end].splitlines(keepends=True) if line.lstrip().startswith("#")]
            yield Edit(start, end, "".join([*(line.lstrip() for line in kept), *lines]))
            return
        for place, leaf in leaves:
            node = _at(value, place)
            yield Edit(node.start_mark.index, _end(self.text, node), _typed(leaf))

    def _gap(self, key: str) -> int:
        """Return where a new key goes: behind the last of those that come before it."""
        order = list(keys_of(self.form))
        before = [name for name in self.nodes if name in order and order.index(name) < order.index(key)]
        if not before:
            return min(pair[0].start_mark.index for pair in self.nodes.values())
        end = max(end_of(self.text, self.nodes[name][1]) for name in before)
        if self.text[end - 1 : end] != "\n":
            raise LayoutError("its last line does not end")
        return end


def _at(node: yaml.Node, place: ValuePlace) -> yaml.Node:
    for step in place:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if name_of(key) == step)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
    return node


def _end(text: str, node: yaml.Node) -> int:
    """Return where a scalar ends, without the line end that a block of text counts to itself."""
    end: int = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in _BLOCKS:
        return len(text[:end].rstrip("\n "))
    return end


def _typed(value: object) -> str:
    return value.typed if isinstance(value, AsTyped) else quoted(str(value))


def _plain(node: yaml.Node, text: str) -> object:
    if isinstance(node, yaml.MappingNode):
        return {name_of(key): _plain(value, text) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, text) for item in node.value]
    typed = source(text, node)
    if not isinstance(node, yaml.ScalarNode) or node.style in _BLOCKS or "\n" in typed:
        return AsTyped.of(str(node.value), quoted(str(node.value)))
    return AsTyped.of(node.value, typed)
