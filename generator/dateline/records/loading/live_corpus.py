"""Records held in memory while content/ is edited: only files that changed are read again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.ground.caching.digests import FileDigests
from dateline.ground.problems import Problem
from dateline.records.loading.corpus import Corpus, Filed
from dateline.records.loading.loader import load, reread
from dateline.records.loading.record_cache import CachedRecord, RecordCache
from dateline.records.types import Record, RecordKind


class LiveCorpus:
    """The records of a project, as they were when they were last looked at."""

    def __init__(self, content: Path, root: Path, kept: Path | None = None, jobs: int = 1) -> None:
        self._content, self._root, self._kept, self._jobs = content, root, kept, jobs
        self._digests: FileDigests | None = None
        self._corpus = Corpus()
        self._problems: list[Problem] = []
        self._files: dict[str, RecordKind] = {}
        """The records' files that have no problem."""

    def load(self) -> tuple[Corpus, list[Problem]]:
        """Return what content/ holds now: the first time as `loading.load` does, then by what is in memory."""
        if self._digests is None:
            self._digests = FileDigests(self._root, self._kept)
            found = load(self._content, self._root, self._kept, self._jobs, self._digests)
        else:
            self._digests = self._digests.renewed()
            found = load(self._content, self._root, digests=self._digests, cache=_HeldRecords(self._corpus))
        self._corpus, self._problems = found
        self._files = {
            filed.document.file: kind
            for kind, records in self._corpus.records.items()
            for filed in records.values()
            if filed.document.file is not None
        }
        return found

    def load_changed(self, paths: Iterable[Path]) -> tuple[Corpus, list[Problem]]:
        """Return what content/ holds after only the files at `paths` changed.

        Where these are records that stay records, no other file is looked at.
        """
        kinds = {path: self._files.get(str(path)) for path in paths}
        records = {kind: dict(filed) for kind, filed in self._corpus.records.items()}
        if self._problems or None in kinds.values():
            return self.load()
        for path, kind in kinds.items():
            filed = reread(self._corpus, self._content, self._root, path, kind) if kind else None
            if kind is None or filed is None:
                return self.load()
            records[kind][path.stem] = filed
        self._corpus = replace(self._corpus, records=records)
        return self._corpus, self._problems


class _HeldRecords(RecordCache):
    """A cache that has the records themselves."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(None)
        filed = (one for records in corpus.records.values() for one in records.values())
        self._zone = corpus.zone
        self._pictures = {one.shown: one for one in corpus.media.values()}
        self._filed: Mapping[str, Filed[Any]] = {one.document.path: one for one in filed if one.document.digest}

    @property
    def keeps(self) -> bool:
        """Whether what is read is kept: by whoever loads the records."""
        return True

    def find(self, shown: str, digest: str, record_type: type[Record]) -> CachedRecord | None:
        """Return the record that was read from a file whose bytes have this digest."""
        known = self._filed.get(shown)
        if known is None or known.document.digest != digest or type(known.record) is not record_type:
            return None
        if self.zone != self._zone:  # its times of day were by another clock
            return None
        return CachedRecord(known.record, known.document.body, known.document.body_line)

    def numbers_of(self, shown: str, digest: str) -> tuple[int, ...] | None:
        """Return the size of a picture that was read from a file whose bytes have this digest."""
        known = self._pictures.get(shown)
        return (known.width, known.height) if known is not None and known.digest == digest else None

    def keep(self, shown: str, digest: str, kept: CachedRecord) -> None:
        """Keep nothing: whoever loads the records has them."""
