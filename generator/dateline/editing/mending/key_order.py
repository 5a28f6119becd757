"""Keys in the order of their record type; comments above a key, and behind it, go with it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import yaml

from dateline.editing.mending.nodes import Edit, edited, end_of, name_of, root_of, source, typed_nodes
from dateline.records.types.shapes import keys_of, record_type_of

_KEPT: Final = re.compile(r"[|>][1-9]?\+")
"""A text block that keeps the blank lines behind it: where it ends cannot be told from its layout."""


def in_order(text: str, record_type: type) -> str:
    """Return `text` with the keys of every mapping in order, where each is a key of its record type."""
    while edits := list(_edits(text, record_type)):
        text = edited(text, edits)
    return text


def _edits(text: str, record_type: type) -> Iterator[Edit]:
    """Yield edits that do not overlap: of mappings within one another only the innermost."""
    done: list[tuple[int, int]] = []
    for node, annotation in typed_nodes(root_of(text), record_type):
        of = record_type_of(annotation)
        if not isinstance(node, yaml.MappingNode) or of is None or any(_holds(node, span) for span in done):
            continue
        edit = _reordered(text, node, list(keys_of(of)))
        if edit is not None and edit.text != text[edit.start : edit.end]:
            done.append((edit.start, edit.end))
            yield edit


def _holds(node: yaml.Node, span: tuple[int, int]) -> bool:
    start: int = node.start_mark.index
    end: int = node.end_mark.index
    return start <= span[0] and span[1] <= end


def _reordered(text: str, node: yaml.MappingNode, keys: list[str]) -> Edit | None:
    names = [name_of(key) for key, _ in node.value]
    if len(set(names)) < len(names) or not set(names) <= set(keys):
        return None
    order = sorted(range(len(names)), key=lambda index: keys.index(names[index]))
    if order == list(range(len(names))):
        return None
    return _in_braces(text, node, order) if node.flow_style else _in_lines(text, node, order)


def _in_braces(text: str, node: yaml.MappingNode, order: list[int]) -> Edit | None:
    """Exchange the entries between their commas; where a comment stands among them, nothing is done."""
    spans = [(key.start_mark.index, value.end_mark.index) for key, value in node.value]
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
    if any("#" in gap or "," not in gap for gap in gaps):
        return None
    entries = [text[slice(*spans[index])] for index in order]
    inner = entries[0] + "".join(gap + entry for gap, entry in zip(gaps, entries[1:], strict=True))
    return Edit(spans[0][0], spans[-1][1], inner)


def _in_lines(text: str, node: yaml.MappingNode, order: list[int]) -> Edit | None:
    starts = [key.start_mark.index for key, _ in node.value]
    margin = " " * node.value[0][0].start_mark.column
    before = text[text.rfind("\n", 0, starts[0]) + 1 : starts[0]]
    end = end_of(text, node)
    if _KEPT.search(source(text, node)) or any(_indent(text, start) != margin for start in starts[1:]):
        return None
    leads, bodies = [""], list[str]()
    for start, following in zip(starts, [*starts[1:], end], strict=True):
        body, lead = _parted(text[start:following], margin) if following != end else (text[start:end], "")
        bodies.append(body)
        leads.append(lead)
    if before != margin and leads[order[0]]:
        return None  # a comment has no place between a list's dash and its first key
    first = leads[order[0]] + margin if before == margin else before
    rest = "".join(leads[index] + margin + bodies[index] for index in order[1:])
    return Edit(starts[0] - len(before), end, first + bodies[order[0]] + rest)


def _indent(text: str, start: int) -> str:
    return text[text.rfind("\n", 0, start) + 1 : start]


def _parted(body: str, margin: str) -> tuple[str, str]:
    """Part an entry from the comments that belong to the next: blank lines, and comments at its own indent."""
    lines = body.splitlines(keepends=True)
    lines.pop() if lines and not lines[-1].strip() and not lines[-1].endswith("\n") else None  # the next one's indent
    count = 0
    while count < len(lines) - 1 and _leads(lines[-1 - count], margin):
        count += 1
    cut = len(lines) - count
    return "".join(lines[:cut]), "".join(lines[cut:])


def _leads(line: str, margin: str) -> bool:
    return not line.strip() or (line.startswith(f"{margin}#"))
