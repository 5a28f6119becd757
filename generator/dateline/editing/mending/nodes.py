"""What stands where in a YAML text, and what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from dateline.records.loading.keyed_nodes import name_of, root_of, typed_nodes

__all__ = ["Edit", "Meaning", "edited", "every", "meaning", "name_of", "root_of", "typed_nodes"]

Meaning: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Text to stand from one offset to another instead of what stands there."""

    start: int
    end: int
    text: str


def meaning(node: yaml.Node | None) -> Meaning:
    """Return what a node says, whatever its quotes, its layout and the order of its keys are."""
    if isinstance(node, yaml.MappingNode):
        return ("map", *sorted((meaning(key), meaning(value)) for key, value in node.value))
    if isinstance(node, yaml.SequenceNode):
        return ("list", *(meaning(item) for item in node.value))
    return ("text", node.value if isinstance(node, yaml.ScalarNode) else "")


def every(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Yield a node and all nodes in it, keys included."""
    if node is None:
        return
    yield node
    if isinstance(node, yaml.CollectionNode):
        for item in node.value:
            for part in item if isinstance(item, tuple) else (item,):
                yield from every(part)


def edited(text: str, edits: list[Edit]) -> str:
    """Return `text` with edits made that do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def source(text: str, node: yaml.Node) -> str:
    """Return a node as it is typed."""
    return text[node.start_mark.index : node.end_mark.index]


def end_of(text: str, node: yaml.Node) -> int:
    """Return the offset behind the line in which a node ends; what YAML counts to it may go on for blank lines."""
    offset = _behind(node)
    while offset and text[offset - 1] in "\n ":
        offset -= 1
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _behind(node: yaml.Node) -> int:
    behind = 0
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        item = node.value[-1]
        if isinstance(item, tuple):
            behind = max(behind, item[0].end_mark.index)
            item = item[1]
        node = item
    return max(behind, int(node.end_mark.index))
