"""The files in the folders of records, each folder walked once."""

import os
from pathlib import Path
from typing import NamedTuple

from dateline.ground.caching.digests import FileDigests
from dateline.ground.problems import Problem
from dateline.records.loading.findings import FileFindings
from dateline.records.types import RecordKind


class ListedFile(NamedTuple):
    """A file in the folder of a kind of record; `digest` is None where its name ends in another way."""

    path: str
    shown: str
    stem: str
    digest: str | None


class Listings:
    """The files of each kind of record."""

    def __init__(self, findings: FileFindings, digests: FileDigests) -> None:
        self._findings, self._digests = findings, digests
        self._files: dict[RecordKind, list[ListedFile]] = {}
        self.walked: dict[RecordKind, list[Problem]] = {}
        """What was found wrong with folders on the way."""

    def of_kind(self, kind: RecordKind) -> list[ListedFile]:
        """Return the files in the folder of a kind; it is walked once."""
        if kind not in self._files:
            told = len(self._findings.problems)
            self._files[kind] = [self._listed_file(path, kind) for path in self._findings.files_in(kind.folder)]
            self.walked[kind] = self._findings.problems[told:]
            del self._findings.problems[told:]  # told when the records are read
        return self._files[kind]

    def _listed_file(self, path: str, kind: RecordKind) -> ListedFile:
        name = path[path.rfind(os.sep) + 1 :]
        if not name.endswith(kind.suffix):
            return ListedFile(path, self._findings.shown(path), Path(path).stem, None)
        return ListedFile(path, self._findings.shown(path), name[: -len(kind.suffix)], self._digests.of(path))
