"""What is new in a version of Dateline, as its changelog tells it."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Final

from packaging.version import Version

import dateline

_NAME: Final = "CHANGELOG.md"
_SECTION: Final = re.compile(r"(?m)^## \[?(?P<version>[0-9]+(?:\.[0-9]+)*)[^\n]*\n")


def is_newer(one: str, other: str) -> bool:
    """Return whether a version comes after another (PEP 440)."""
    return Version(one) > Version(other)


def news_since(version: str, changelog: str | None = None) -> str:
    """Return what the changelog says of each version after one, the newest first; empty where it says nothing."""
    text = _changelog() if changelog is None else changelog
    found = [*_SECTION.finditer(text)]
    bounds = pairwise([*(one.start() for one in found), len(text)])
    parts = zip(found, bounds, strict=True)
    newer = [text[start:end] for one, (start, end) in parts if is_newer(one["version"], version)]
    return "".join(newer).strip()


def _changelog() -> str:
    """Return the changelog that came with Dateline, in its wheel or beside its source."""
    here = Path(dateline.__file__).parent
    found = next((path for path in (here / _NAME, here.parents[1] / _NAME) if path.is_file()), None)
    return found.read_text(encoding="utf-8") if found else ""
