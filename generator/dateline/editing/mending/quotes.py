"""Quotes where a text would be read as another type, and none where a number is meant."""

import re
from collections.abc import Iterator
from typing import Final

import yaml

from dateline.editing.mending.nodes import Edit, edited, root_of, typed_nodes
from dateline.ground.yamltree import reads_as_text
from dateline.ground.yamltree.scalars import quoted
from dateline.records.types.shapes import inside, takes_date, takes_number, takes_text

_READ_OTHERWISE: Final = re.compile(r"0[0-9]{3}|-[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(:[0-9]{2}){2}\S*")
"""A year that YAML 1.1 reads as an octal number, or as text; one with a sign, a number to all; a time of day."""
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?")


def with_quotes(text: str, record_type: type) -> str:
    """Return `text` with quotes put where they are needed, and taken off plain numbers."""
    edits: list[Edit] = []
    for node, annotation in typed_nodes(root_of(text), record_type):
        if isinstance(node, yaml.ScalarNode):
            edits += _of_value(node, annotation)
        elif isinstance(node, yaml.MappingNode) and takes_text(inside(annotation)):
            keys = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
            edits += [_edit(key, quoted(key.value)) for key in keys if not reads_as_text(key)]
    return edited(text, edits)


def _of_value(node: yaml.ScalarNode, annotation: object) -> Iterator[Edit]:
    lacks_quotes = takes_text(annotation) and node.value and not _is_nothing(node) and not reads_as_text(node)
    lacks_quotes = lacks_quotes or (takes_date(annotation) and _READ_OTHERWISE.fullmatch(node.value))
    if lacks_quotes and not node.style:
        yield _edit(node, quoted(node.value))
    elif takes_number(annotation) and node.style in {"'", '"'} and _NUMBER.fullmatch(node.value):
        yield _edit(node, node.value)


def _is_nothing(node: yaml.ScalarNode) -> bool:
    return bool(node.tag == "tag:yaml.org,2002:null")


def _edit(node: yaml.Node, text: str) -> Edit:
    return Edit(node.start_mark.index, node.end_mark.index, text)
