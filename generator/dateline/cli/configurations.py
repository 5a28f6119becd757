"""A configuration looked at before MkDocs reads it: plain files, none of them large, none inheriting from itself."""

import re
from pathlib import Path
from typing import Final

from dateline.ground import plainfiles

_LARGEST: Final = plainfiles.MEGABYTE
_PARENT: Final = re.compile(rb"""^INHERIT:[ \t]*(["']?)([^"'#\r\n]+?)\1[ \t]*(?:#.*)?$""", re.MULTILINE)


def fault_of_configuration(config_file: Path) -> str:
    """Return why a configuration, or one that it inherits from, cannot be read; empty where it can, or is not there."""
    seen: list[Path] = []
    path = config_file.resolve()
    while path not in seen:
        seen.append(path)
        try:
            content = plainfiles.read(path, _LARGEST)
        except FileNotFoundError:
            return ""
        except OSError as error:
            return f"{_shown(path, config_file)} cannot be read as a configuration: {error.strerror}"
        parent = _PARENT.search(content)
        if parent is None:
            return ""
        path = (path.parent / parent[2].decode("utf-8", "replace").strip()).resolve()
    return f"{config_file} inherits from itself, by way of {' and '.join(one.name for one in seen)}: remove one INHERIT"


def _shown(path: Path, config_file: Path) -> str:
    return str(config_file if path == config_file.resolve() else path)
