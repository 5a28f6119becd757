"""The exports of the chronologies of the tests, as other people's programs are handed them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from dateline.pages.exports import EXPORTS, makers_of
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import link
from dateline.records.loading import load
from projects import CASES, SITE_URL

NAMES: Final = ("base", "small", "hostile")


@cache
def edition_named(name: str) -> Edition:
    """Return the published records of a chronology in tests/cases, on a site whose address is known."""
    corpus, _ = load(CASES / name / "content", CASES / name)
    return Edition(link(corpus, drafts=False), site_url=SITE_URL)


def exports_of(edition: Edition) -> dict[str, bytes]:
    """Return every export of an edition by its path."""
    made = (file for maker in makers_of(edition) for file in maker.at_once(edition))
    return {path: content if isinstance(content, bytes) else content.encode() for path, content in made}


@cache
def exports_named(name: str) -> Mapping[str, bytes]:
    """Return the exports of a chronology in tests/cases, made once."""
    return exports_of(edition_named(name))


def laid_out(folder: Path, exports: Mapping[str, bytes]) -> Path:
    """Write exports where a site has them, and return the folder."""
    for path, content in exports.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def offered(path: str) -> str:
    """Return the media type under which a file is offered."""
    return next(export.media_type for export in EXPORTS if export.path == path)
