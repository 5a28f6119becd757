"""What a site is made of, and what of it a build can know: in doubt, everything is made anew.

What can change a page, and how a build knows:

- Records, images, geodata (content/): a digest of each file; links are refused there.
- Page templates and own themes (templates/, `custom_dir`): a digest of each file.  A link
  counts for what it leads to, files and folders, in the project or not.  Not known is a
  folder behind a link that holds the tree itself, or more than 10,000 files.
- Where content/ and templates/ lie, since pages link there: by name.
- mkdocs.yml, what it inherits (INHERIT) and takes from the environment (!ENV): the values
  as MkDocs reads them, in their order.
- Functions and objects that mkdocs.yml names (!!python/name:): by name and by what they
  were made with where they are of MkDocs, Material, Python-Markdown or PyMdown; else not known.
- Markdown extensions: those of Python-Markdown and PyMdown by version.  Of these, snippets
  and b64 read files, and emoji with custom_icons: not known.  Any other may read files,
  and a local one changes without a version: not known.
- Hooks, other plugins and `extra_templates`, with all that they read: such a site is
  built as a whole each time (`cli.build`).
- The engine: a digest of its code.
- Python and every installed package, themes among them: by version.  Whoever edits an
  installed package says --fresh.
- SOURCE_DATE_EPOCH, which a theme may print: by value.
- What is remembered: by checksums (`caching`); nothing of it is read with --fresh.

Where something is not known, nothing that is remembered is used, and a note says why.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from markdown.util import get_installed_extensions

from dateline.site.settings import Settings

_DAY: Final = "SOURCE_DATE_EPOCH"
_DISTRIBUTIONS: Final = (".dist-info", ".egg-info", ".egg-link", ".pth")
_OWN: Final = frozenset({"dateline"})
_TRUSTED: Final = frozenset({"markdown", "pymdownx", "material", "mkdocs"})
"""Packages whose functions and extensions read no files but those named below."""
_READERS: Final = frozenset({"pymdownx.snippets", "pymdownx.b64", "material.extensions.preview"})
_DEEPEST: Final = 8


def where(settings: Settings) -> str:
    """Return where records and templates lie, seen from the project's folder."""
    return "\n".join(os.path.relpath(folder, settings.root) for folder in (settings.content, settings.templates))


def surroundings() -> str:
    """Return what pages depend on around the project: a day, and the installed packages with their versions."""
    names = sorted({name for folder in sys.path for name in _names_in(folder) if name.endswith(_DISTRIBUTIONS)})
    return "\n".join([repr(os.environ.get(_DAY)), *names])


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - entries of sys.path are texts
    except OSError:
        return []


def not_known(extensions: Sequence[object], options: Mapping[str, object], config: Mapping[str, object]) -> str:
    """Return in words what may read files that no build knows; empty where there is nothing."""
    for extension in extensions:
        if why := _why_extension(extension, options):
            return why
    return next((f"{name} comes from outside MkDocs and Material" for name in _strangers([options, config])), "")


def _why_extension(extension: object, options: Mapping[str, object]) -> str:
    if not isinstance(extension, str):
        return "" if _is_trusted(type(extension).__module__) else f"the Markdown extension {extension!r} may read files"
    found = (entry.module for entry in get_installed_extensions() if entry.name == extension)
    module = next(found, extension.partition(":")[0])
    if module in _READERS or "custom_icons" in repr(options.get(extension)):
        return f"the Markdown extension {extension} reads files"
    return "" if _is_trusted(module) else f"the Markdown extension {extension} may read files"


def _is_trusted(module: str) -> bool:
    """Return whether a module is of a package that is known, as installed and not as somebody's own of that name."""
    package = module.partition(".")[0]
    if package in _OWN:
        return True
    file = getattr(sys.modules.get(package), "__file__", None)
    return package in _TRUSTED and bool({"site-packages", "dist-packages"}.intersection(Path(file or "").parts))


def _strangers(value: object, depth: int = 0) -> Iterator[str]:
    """Yield the names of functions and objects that are no plain values, and not of a known package."""
    if depth > _DEEPEST:
        yield "what lies deep in mkdocs.yml"
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strangers(part, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _strangers(part, depth + 1)
    elif isinstance(value, partial):
        yield from _strangers([value.func, value.args, value.keywords], depth + 1)
    elif callable(value) or " at 0x" in repr(value):
        kind = value if hasattr(value, "__qualname__") else type(value)
        module = kind.__module__ or ""
        if not _is_trusted(module):
            yield f"{module}.{kind.__qualname__}"
