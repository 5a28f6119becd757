"""The founding texts, which lie beside the project on some machines and are never part of it."""

from pathlib import Path
from typing import Final

import pytest
from projects import ROOT

FOLDER: Final = ROOT.parent / "shared" / "sources"
here = pytest.mark.skipif(not any(FOLDER.glob("*.txt")), reason=f"the founding texts are not at {FOLDER}")
"""Skips a test, visibly, where the texts are not at hand."""

OPTIONS: Final[dict[str, tuple[Path, tuple[str, ...]]]] = {
    "sf-2017-11-09": (FOLDER / "004_6513c490c7c241bb.txt", ()),
    "sf-2017-11-13": (FOLDER / "003_1ae89d4d9f6863ef.txt", ("--join", "16+17")),
    "sf-2017-11-17": (FOLDER / "000_d42dc490fe5e1493.txt", ("--join", "none")),
    "sf-2017-11-20": (FOLDER / "001_c20bc0d91e597606.txt", ("--body", "8-18", "--join", "17+18")),
    "sf-2018-06-09": (FOLDER / "002_681fcba8f48c98b4.txt", ("--body", "4-8")),
}
"""Each text, and what has to be said of its blocks."""
