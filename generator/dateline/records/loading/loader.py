"""content/ read: every file to a record or to what is wrong with it, every problem collected."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from pydantic_core import from_json

from dateline.ground import processes as forking
from dateline.ground.caching.digests import FileDigests
from dateline.ground.garbage import uncollected
from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.records.loading.corpus import BRIEF, GEODATA, GRAVEYARD, MASTHEAD, PAGES, Corpus, Filed, Unread
from dateline.records.loading.filing import proper_stem, stem_without_endings
from dateline.records.loading.findings import FileFindings
from dateline.records.loading.listing import Listings
from dateline.records.loading.other_files import OtherFiles
from dateline.records.loading.parsing import Parser
from dateline.records.loading.record_cache import RecordCache
from dateline.records.loading.record_reading import RecordReader
from dateline.records.loading.stored_pictures import stored_pictures
from dateline.records.loading.unfiled import Unfiled
from dateline.records.types import Brief, Graveyard, Masthead, RecordKind, Vocabulary
from dateline.records.types.fields import is_id
from dateline.records.types.pictures import MEDIA

_TOGETHER: Final = 200
"""How many files a process parses before it hands the records over."""
_ANY: Final = ("utf-8", "surrogatepass")
_AT_THE_TOP: Final = frozenset({MASTHEAD, GRAVEYARD, "README.md", "LICENSE", "LICENSE.md", "LICENSE.txt"})


def load(  # noqa: PLR0913 - what is known beforehand, each with its name
    content: Path,
    root: Path,
    kept: Path | None = None,
    jobs: int = 1,
    digests: FileDigests | None = None,
    *,
    cache: RecordCache | None = None,
) -> tuple[Corpus, list[Problem]]:
    """Read the folder `content`; positions name files relative to `root`.

    Records are kept in the folder `kept`, or in `cache`, if one is given, and not parsed
    again until their files change.  Many are parsed in up to `jobs` processes.
    """
    with uncollected():  # looking for garbage takes a third of the time
        return Loader(content, root, cache or RecordCache(kept), digests or FileDigests(root, kept), jobs).load()


def reread(corpus: Corpus, content: Path, root: Path, path: Path, kind: RecordKind) -> Filed[Any] | None:
    """Read the file of one record, by the clock of the others; None where it has any problem, or is none."""
    loader = _of_one_file(corpus, content, root)
    filed = loader.reader.record(path, kind)
    return None if loader.findings.count else filed


def as_written(
    corpus: Corpus, kind: RecordKind, path: Path, text: str, place: tuple[Path, Path]
) -> tuple[Corpus, list[Problem]]:
    """Return the records as they would be if the record's file `path` had this text, and what is wrong with it.

    `place` is the folder of the records, and the project's.
    """
    loader = _of_one_file(corpus, *place)
    filed = loader.reader.record(path, kind, raw=text.encode())
    if filed is None:
        return corpus, loader.findings.problems
    of_kind = dict(sorted({**corpus.records.get(kind, {}), path.stem: filed}.items()))
    return replace(corpus, records={**corpus.records, kind: of_kind}), loader.findings.problems


def _of_one_file(corpus: Corpus, content: Path, root: Path) -> "Loader":
    loader = Loader(content, root, RecordCache(None), FileDigests(root, None), 1)
    loader.know(corpus.masthead)
    return loader


_BEGIN: Final = "run this in the project's folder, or begin a project with: dateline init FOLDER"


class Loader:
    """Walks content/ and has each file read."""

    def __init__(self, content: Path, root: Path, cache: RecordCache, digests: FileDigests, jobs: int) -> None:
        self.findings = FileFindings(content, root)
        self._digests, self._jobs = digests, jobs
        self._parser = Parser(self.findings)
        self._unfiled = Unfiled(self.findings, self._parser.refused)
        self._listings = Listings(self.findings, digests)
        self.reader = RecordReader(self.findings, self._parser, self._unfiled, self._listings, cache)
        self._others = OtherFiles(self.findings, self._parser, self._unfiled, digests, cache)
        self._linked: set[RecordKind] = set()

    def know(self, masthead: Filed[Masthead] | None) -> None:
        """Read records by what the masthead says: the clock of their times, and its words."""
        self._parser.zone = self.reader.cache.zone = Corpus(masthead=masthead).zone
        self._unfiled.vocabulary = masthead.record.vocabulary if masthead else Vocabulary()

    def load(self) -> tuple[Corpus, list[Problem]]:
        """Return everything that content/ holds, and what is wrong with it."""
        top = self.findings.content / MASTHEAD
        if not top.is_file():
            self.findings.report(top, Code.NO_CONTENT, f"there is no {MASTHEAD} here", _BEGIN)
            if not self.findings.content.is_dir():
                return Corpus(), self.findings.problems
        masthead = self._parser.single(top, Masthead)
        self.know(masthead)
        self._report_strays()
        self._parse_many(masthead)
        unread: dict[RecordKind, frozenset[str]] = {}
        records: dict[RecordKind, dict[str, Filed[Any]]] = {}
        for kind in RecordKind:
            records[kind], unread[kind] = self._records(kind)
        unread = {kind: ids | self._unfiled.moved.get(kind, set()) for kind, ids in unread.items()}
        files, media = self._others.pages(), stored_pictures(self.findings, self._digests, self.reader.cache)
        corpus = Corpus(
            masthead=masthead,
            graveyard=self._parser.single(self.findings.content / GRAVEYARD, Graveyard),
            brief=self._parser.single(self.findings.content / PAGES / BRIEF, Brief),
            records=records,
            pages=files.pages,
            images=files.images,
            media=media.known,
            geodata=tuple(self._others.geodata()),
            unread=unread,
            unread_pages=files.unread,
            unread_media=media.unread,
            unread_files=tuple(self._unfiled.files),
            unfinished=self._unfiled.unfinished(),
            notices=tuple(self.findings.notices),
            unread_kinds=frozenset(self._linked),
        )
        self.reader.cache.save()
        self._digests.save()
        return corpus, self.findings.problems

    def _parse_many(self, masthead: Filed[Masthead] | None) -> None:
        """Parse what is not in the cache in several processes, if it is much, and put it there."""
        if self._jobs == 1:
            return
        files = [
            (Path(file.path), kind)
            for kind in RecordKind
            for file in self._listings.of_kind(kind)
            if file.digest and is_id(file.stem) and not self.reader.cache.holds(file.shown, file.digest)
        ]

        def parse(number: int) -> bytes:
            loader = Loader(self.findings.content, self.findings.root, RecordCache(None), self._digests, 1)
            loader.know(masthead)
            for path, kind in files[number * _TOGETHER : (number + 1) * _TOGETHER]:
                loader.reader.record(path, kind, keep=True)
            return json.dumps(loader.reader.cache.found, ensure_ascii=False, separators=(",", ":")).encode(*_ANY)

        tasks = -(-len(files) // _TOGETHER)
        for _, entries in forking.results(parse, tasks, self._jobs) if tasks > 1 else ():
            self.reader.cache.add(from_json(entries, cache_strings="all"))

    def _report_strays(self) -> None:
        known = {kind.folder for kind in RecordKind} | {PAGES, GEODATA, MEDIA}
        for entry in sorted(self.findings.content.iterdir()):
            if entry.name.startswith(".") or entry.name in _AT_THE_TOP:
                continue
            if entry.is_symlink():
                self.findings.report_link(entry)
            elif entry.name not in known:
                into = f"put it into {PAGES}/" if entry.name == BRIEF else ""
                hint = into or did_you_mean(entry.name, known | {MASTHEAD, GRAVEYARD})
                hint = (self._unfiled.place_of(entry, None) if entry.is_file() else "") or hint
                self.findings.report(
                    entry, Code.STRAY_FILE, f"'{entry.name}' has no meaning in {self.findings.content.name}/", hint
                )
                if entry in self._unfiled.kinds:
                    self._unfiled.unread(entry, None)
            elif not entry.is_dir():
                self.findings.report(entry, Code.STRAY_FILE, f"'{entry.name}' is a file where a folder belongs")

    def _records(self, kind: RecordKind) -> tuple[dict[str, Filed[Any]], frozenset[str]]:
        found: dict[str, Filed[Any]] = {}
        seen: dict[str, str] = {}
        unread: set[str] = set()
        if (self.findings.content / kind.folder).is_symlink():
            self._linked.add(kind)
            self._unfiled.files.append(Unread(kind, ""))
        listed = self._listings.of_kind(kind)
        for file in listed:
            path = file.path
            if file.digest is None:
                self._report_stray_record(Path(path), kind)
                unread |= {self._unfiled.unread(Path(path), kind), stem_without_endings(Path(path).name)}
            elif file.stem in seen:
                hint = "rename one of the two"
                self.findings.report(
                    Path(path), Code.DUPLICATE_ID, f"the id '{file.stem}' is taken by {seen[file.stem]}", hint
                )
                unread.add(self._unfiled.unread(Path(path), kind))
            else:
                seen[file.stem] = file.shown
                filed = self.reader.known(file, kind) or self.reader.record(Path(path), kind)
                if filed is None:
                    unread |= {self._unfiled.unread(Path(path), kind), proper_stem(file.stem)}
                else:
                    found[file.stem] = filed
        self.findings.problems += self._listings.walked[kind]
        return dict(sorted(found.items())), frozenset(unread)

    def _report_stray_record(self, path: Path, kind: RecordKind) -> None:
        if path.is_symlink():
            self.findings.report_link(path)
            self._linked |= {kind} if path.is_dir() else set()
        else:
            self.findings.report(
                path, Code.STRAY_FILE, f"'{path.name}' is no {kind} record", self._unfiled.place_of(path, kind)
            )
