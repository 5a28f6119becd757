"""Dateline compiles curated YAML event records into the pages of a chronology.

Of the package these names are public, and stay:

* `Settings`: where a project is; `Settings.of(root)` finds its content and templates.
* `check(settings)`: every problem of its records, sorted by position.
* `compile_site(settings)`: its pages and data files, with the problems; no pages where one is an error.
* `DatelinePlugin`: the MkDocs plugin that `mkdocs.yml` names `dateline`.

They are loaded when they are asked for, so that a start of the command pays only for what it uses;
their types stand in `__init__.pyi`.
"""

import importlib
from typing import Any, Final

__all__ = ["DatelinePlugin", "Settings", "__version__", "check", "compile_site"]
__version__ = "1.0.0"

_HOMES: Final = {
    "DatelinePlugin": "dateline.site.plugin",
    "Settings": "dateline.site.settings",
    "check": "dateline.site.checking",
    "compile_site": "dateline.site.compiling",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
