"""White space that nobody sees: at the ends of lines and of the file, and line ends of other systems."""

import re

import yaml

from dateline.editing.mending.nodes import every, root_of

_BYTE_ORDER_MARK = "\ufeff"


def unified(text: str) -> str:
    """Return `text` with LF alone at the ends of its lines, and no byte order mark."""
    return text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def trimmed(text: str) -> str:
    """Return YAML without spaces at the ends of lines, except in texts of several lines, which may mean them."""
    lines = text.split("\n")
    kept = {
        line
        for node in every(root_of(text))
        if isinstance(node, yaml.ScalarNode) and node.end_mark.line > node.start_mark.line
        for line in range(node.start_mark.line, node.end_mark.line + 1)
    }
    return "\n".join(line if number in kept else re.sub(r"[ \t]+$", "", line) for number, line in enumerate(lines))


def ended(text: str) -> str:
    """Return `text` with one line end at its end."""
    return text.rstrip("\n \t") + "\n"
