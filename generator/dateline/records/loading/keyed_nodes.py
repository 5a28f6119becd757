"""The nodes of a YAML text, each with what its key takes."""

from collections.abc import Iterator

import yaml

from dateline.records.types.dated_facts import as_typed
from dateline.records.types.shapes import inside, keys_of, one_of_them, record_type_of


def root_of(text: str) -> yaml.Node | None:
    """Return the node that a text is; raises yaml.YAMLError."""
    root: yaml.Node | None = yaml.compose(text, Loader=yaml.CSafeLoader)
    return root


def name_of(key: yaml.Node) -> str:
    """Return a key as text; what is a list, or has keys of its own, names nothing."""
    return key.value if isinstance(key, yaml.ScalarNode) else ""


def typed_nodes(node: yaml.Node | None, annotation: object) -> Iterator[tuple[yaml.Node, object]]:
    """Yield every node with the annotation of what it has to be, inner ones first."""
    if isinstance(node, yaml.MappingNode):
        annotation = one_of_them(annotation)
        record_type = record_type_of(annotation)
        keys = keys_of(record_type) if record_type is not None else {}
        for key, value in node.value:
            yield from typed_nodes(value, keys.get(name_of(key)) if record_type is not None else inside(annotation))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from typed_nodes(item, inside(annotation))
    if node is not None:
        yield node, as_typed(annotation) if isinstance(node, yaml.ScalarNode) else annotation
