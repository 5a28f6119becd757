"""A snapshot: every export of one version, how it is cited (CITATION.cff), what it has (RO-Crate), and its sums."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from dateline.ground import licences
from dateline.pages.exports.export import ExportedFile
from dateline.pages.exports.registry import EXPORTS, makers_of
from dateline.pages.shared.edition import Edition

CITATION_PATH: Final = "CITATION.cff"
CRATE_PATH: Final = "ro-crate-metadata.json"
SUMS_PATH: Final = "SHA256SUMS"
_REFUSED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML takes only when it is written by its number."""


class Release(NamedTuple):
    """What a snapshot is called: its version, its day (ISO 8601), and whose names it is cited by."""

    version: str
    date: str
    authors: tuple[str, ...]


def snapshot_of(edition: Edition, release: Release) -> Iterator[ExportedFile]:
    """Yield the files of a snapshot, the sums of all others last."""
    exports = [file for maker in makers_of(edition) for file in maker.at_once(edition)]
    told = (
        ExportedFile(CITATION_PATH, _citation(edition, release)),
        ExportedFile(CRATE_PATH, _crate(edition, release, exports)),
    )
    files = sorted((*exports, *told), key=lambda file: file.path)
    yield from files
    sums = "".join(f"{hashlib.sha256(_bytes(file)).hexdigest()}  {file.path}\n" for file in files)
    yield ExportedFile(SUMS_PATH, sums)


def _citation(edition: Edition, release: Release) -> str:
    masthead = edition.chronology.masthead
    authors = release.authors or (f"Editors of {masthead.title}",)
    told = {
        "cff-version": "1.2.0",
        "message": "If you use these records, please cite them as below.",
        "type": "dataset",
        "title": masthead.title,
        "abstract": masthead.description,
        "authors": [{"name": name} for name in authors],
        "version": release.version,
        "date-released": release.date,
        "license": masthead.licence if masthead.licence and licences.address(masthead.licence) else None,
        "url": edition.site_url,
    }
    # JSON is YAML: so no text of a record can be taken for anything else.
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in told.items() if value)
    return _REFUSED.sub(lambda found: f"\\u{ord(found[0]):04x}", "".join(lines))


def _crate(edition: Edition, release: Release, files: Sequence[ExportedFile]) -> str:
    masthead = edition.chronology.masthead
    address = licences.address(masthead.licence) if masthead.licence else ""
    whole: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": masthead.title,
        "description": masthead.description or masthead.title,
        "version": release.version,
        "datePublished": release.date,
        "license": {"@id": address} if address else masthead.licence,
        "url": edition.site_url,
        "hasPart": [{"@id": file.path} for file in files],
    }
    offered = {export.path: export for export in EXPORTS}
    parts = [
        {
            "@id": file.path,
            "@type": "File",
            "name": file.path.rpartition("/")[2],
            "description": offered[file.path].what,
            "encodingFormat": offered[file.path].media_type,
            "contentSize": str(len(_bytes(file))),
        }
        for file in files
    ]
    itself = {
        "@id": CRATE_PATH,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }
    nodes = [itself, {key: value for key, value in whole.items() if value}, *parts]
    crate = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": nodes}
    return json.dumps(crate, ensure_ascii=False, indent=1) + "\n"


def _bytes(file: ExportedFile) -> bytes:
    return file.content if isinstance(file.content, bytes) else file.content.encode("utf-8", "surrogatepass")
