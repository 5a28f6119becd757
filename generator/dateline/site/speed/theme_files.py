"""The theme's files listed without the 12,000 icons that Material brings, none of which the site has.

MkDocs asks Jinja for every file of the theme and drops those in hidden folders.  Here its filter
is asked of a hidden folder before each file in it is looked up; where it would take one, the
folder is listed as ever.

It saves 0.1 s of a build, a sixth of what one edited record takes in a small chronology.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader

_ANY: Final = "any"


def list_by_folder(environment: Environment) -> None:
    """Have an environment that reads templates from folders list them so."""
    loader = environment.loader
    if type(loader) is FileSystemLoader and not loader.followlinks:
        environment.list_templates = partial(_listed, loader)  # type: ignore[method-assign]


def _listed(loader: FileSystemLoader, filter_func: Callable[[str], bool]) -> list[str]:
    """Return the names that a filter takes, as `Environment.list_templates` does."""
    found = {name for folder in loader.searchpath for name in _names(os.fspath(folder), filter_func)}
    return sorted(name for name in found if filter_func(name))


def _names(root: str, is_taken: Callable[[str], bool]) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        below = Path(os.path.relpath(folder, root)).as_posix()
        before = "" if below == "." else f"{below}/"
        folders[:] = [name for name in folders if name[0] != "." or is_taken(f"{before}{name}/{_ANY}")]
        yield from (f"{before}{name}" for name in files)
