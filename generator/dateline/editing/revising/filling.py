"""A draft that gets its text: what it says besides stays."""

from typing import Final

import yaml

from dateline.editing.mending import root_of
from dateline.editing.revising.entries import key_text, node_at, with_key

_GONE: Final = frozenset({"state"})
"""Keys of a draft that a record with its text has no more."""


def is_waiting(draft: str) -> bool:
    """Return whether a YAML is a draft of a source that says nothing yet of its text."""
    try:
        root = root_of(draft)
    except yaml.YAMLError:
        return False
    said = {key: node_at(root, (key,)) for key in ("state", "paragraphs", "passages")}
    state = said["state"]
    is_draft = isinstance(state, yaml.ScalarNode) and state.value == "draft"
    return is_draft and said["paragraphs"] is None and said["passages"] is None


def filled(text: str, draft: str, form: type) -> str:
    """Return the YAML of a record with the keys of its draft that it lacks, each as it is typed there."""
    root = root_of(draft)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        there = node_at(root_of(text), (key.value,))
        is_blank = there is None or (isinstance(there, yaml.ScalarNode) and there.tag.endswith(":null"))
        if is_blank and key.value not in _GONE and not (isinstance(value, yaml.ScalarNode) and not value.value):
            text = with_key(text, form, key.value, key_text(draft, key.value))
    return text
