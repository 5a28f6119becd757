"""content/ read: every file to a record or to what is wrong with it, every problem collected."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic_core import from_json

from dateline.ground import caching
from dateline.ground import processes as forking
from dateline.ground.caching.digests import FileDigests
from dateline.ground.garbage import uncollected
from dateline.ground.geodata import Geodata
from dateline.ground.problems import Code, Position, Problem, did_you_mean
from dateline.ground.yamltree import Tree
from dateline.records.loading.characters import controls
from dateline.records.loading.clean_text import readable
from dateline.records.loading.conflicts import conflicts
from dateline.records.loading.corpus import (
    GEODATA,
    GEOJSON,
    GRAVEYARD,
    INDEX,
    MASTHEAD,
    PAGES,
    Corpus,
    Filed,
    HandPage,
    PageHead,
    R,
    Unread,
)
from dateline.records.loading.cuts import lost_or_kept
from dateline.records.loading.files import (
    Document,
    decoded,
    files_below,
    front_matter,
    parse_markdown,
    parse_yaml,
    read_bytes,
    read_text,
)
from dateline.records.loading.filing import (
    advice_for_ending,
    advice_for_id,
    fences_for,
    home,
    kind_of_keys,
    misfiled,
    proper_stem,
    stem_without_endings,
    with_article,
)
from dateline.records.loading.images import problem_of_image
from dateline.records.loading.map_lines import lines_of
from dateline.records.loading.record_cache import CachedRecord, RecordCache
from dateline.records.loading.validation import validate
from dateline.records.types import Graveyard, Masthead, Record, RecordKind, type_of_kind
from dateline.records.types.fields import is_id

IMAGES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})


_LIKE_RECORDS: Final = frozenset({".yml", ".yaml", ".md", ".txt", ".markdown"})


_TOGETHER: Final = 200
"""How many files a process parses before it hands the records over."""


_ANY: Final = ("utf-8", "surrogatepass")


_AT_THE_TOP: Final = frozenset({MASTHEAD, GRAVEYARD, "README.md", "LICENSE", "LICENSE.md", "LICENSE.txt"})


_RESERVED_PAGES: Final = frozenset(
    {"days", "actors", "disputes", "sources", "places", "changes", "data", "search", "pagefind", "assets", "404"}
)


def load(  # noqa: PLR0913 - what is known beforehand, each with its name
    content: Path,
    root: Path,
    kept: Path | None = None,
    jobs: int = 1,
    stamps: FileDigests | None = None,
    *,
    shelf: RecordCache | None = None,
) -> tuple[Corpus, list[Problem]]:
    """Read the folder `content`; positions name files relative to `root`.

    Records are kept in the folder `kept`, or on `shelf`, if one is given, and not parsed
    again until their files change.  Many are parsed in up to `jobs` processes.
    """
    with uncollected():  # looking for garbage takes a third of the time
        return _Loader(content, root, shelf or RecordCache(kept), stamps or FileDigests(root, kept), jobs).load()


def reread(content: Path, root: Path, path: Path, kind: RecordKind) -> Filed[Any] | None:
    """Read the file of one record; None where it has any problem, or is none."""
    loader = _Loader(content, root, RecordCache(None), FileDigests(root, None), 1)
    filed = loader.record(path, kind)
    return None if loader.problems or loader.notices else filed


def as_written(
    corpus: Corpus, kind: RecordKind, path: Path, text: str, place: tuple[Path, Path]
) -> tuple[Corpus, list[Problem]]:
    """Return the records as they would be if the record's file `path` had this text, and what is wrong with it.

    `place` is the folder of the records, and the project's.
    """
    content, root = place
    loader = _Loader(content, root, RecordCache(None), FileDigests(root, None), 1)
    filed = loader.record(path, kind, text.encode())
    if filed is None:
        return corpus, loader.problems
    of_kind = dict(sorted({**corpus.records.get(kind, {}), path.stem: filed}.items()))
    return replace(corpus, records={**corpus.records, kind: of_kind}), loader.problems


class _Listed(NamedTuple):
    """A file in the folder of a kind of record; `digest` is None where its name ends in another way."""

    path: str
    shown: str
    stem: str
    digest: str | None


class _Loader:
    """Collects problems while it walks content/."""

    def __init__(self, content: Path, root: Path, shelf: RecordCache, stamps: FileDigests, jobs: int) -> None:
        self.content = content
        self.root = root
        self.shelf = shelf
        self.stamps = stamps
        self.jobs = jobs
        self.start = f"{content}/"
        prefix = Path(os.path.relpath(content, root)).as_posix()
        self.prefix = "" if prefix == "." else f"{prefix}/"
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []
        self.moved: dict[RecordKind, set[str]] = {}
        """Ids that records have which lie elsewhere than among their kind."""
        self.kinds: dict[Path, RecordKind] = {}
        self.place_kinds: frozenset[str] = frozenset()
        self.renamed: dict[tuple[RecordKind, str], str] = {}
        self.linked: set[RecordKind] = set()
        self.refused: dict[str, Unread] = {}
        self.unread_files: list[Unread] = []
        self.listed: dict[RecordKind, list[_Listed]] = {}
        self.walked: dict[RecordKind, list[Problem]] = {}

    def load(self) -> tuple[Corpus, list[Problem]]:
        top = self.content / MASTHEAD
        if not top.is_file():
            self._report(top, Code.NO_CONTENT, f"there is no {MASTHEAD} here", "run this in the project's folder")
            if not self.content.is_dir():
                return Corpus(), self.problems
        masthead = self._single(top, Masthead)
        self.place_kinds = frozenset(masthead.record.vocabulary.place_kinds) if masthead else frozenset()
        self._report_strays()
        self._parse_many()
        unread: dict[RecordKind, frozenset[str]] = {}
        records: dict[RecordKind, dict[str, Filed[Any]]] = {}
        for kind in RecordKind:
            records[kind], unread[kind] = self._records(kind)
        unread = {kind: ids | self.moved.get(kind, set()) for kind, ids in unread.items()}
        pages, images, unread_pages = self._pages()
        corpus = Corpus(
            masthead=masthead,
            graveyard=self._single(self.content / GRAVEYARD, Graveyard),
            records=records,
            pages=pages,
            images=images,
            geodata=tuple(self._geodata()),
            unread=unread,
            unread_pages=unread_pages,
            unread_files=tuple(self.unread_files),
            notices=tuple(self.notices),
            unread_kinds=frozenset(self.linked),
        )
        self.shelf.save()
        self.stamps.save()
        return corpus, self.problems

    def _parse_many(self) -> None:
        """Parse what is not on the shelf in several processes, if it is much, and put it there."""
        if self.jobs == 1:
            return
        files = [
            (Path(file.path), kind)
            for kind in RecordKind
            for file in self._listed(kind)
            if file.digest and is_id(file.stem) and not self.shelf.holds(file.shown, file.digest)
        ]

        def parse(number: int) -> bytes:
            loader = _Loader(self.content, self.root, RecordCache(None), self.stamps, 1)
            for path, kind in files[number * _TOGETHER : (number + 1) * _TOGETHER]:
                loader.shelf_record(path, kind)
            return json.dumps(loader.shelf.found, ensure_ascii=False, separators=(",", ":")).encode(*_ANY)

        tasks = -(-len(files) // _TOGETHER)
        for _, entries in forking.results(parse, tasks, self.jobs) if tasks > 1 else ():
            self.shelf.add(from_json(entries, cache_strings="all"))

    def record(self, path: Path, kind: RecordKind, raw: bytes | None = None) -> Filed[Record] | None:
        """Return the record of a file, or of what would be written to it, if it is one."""
        return self._record(path, kind, raw=raw)

    def shelf_record(self, path: Path, kind: RecordKind) -> None:
        """Put the record of a file on the shelf, if it has no problem; whoever wants the problem reads it again."""
        self._record(path, kind, keep=True)

    def _shown(self, path: str | Path) -> str:
        name = str(path)
        if name.startswith(self.start):
            return f"{self.prefix}{name[len(self.start) :]}"
        return Path(os.path.relpath(path, self.root)).as_posix()

    def _report(self, path: Path, code: Code, message: str, hint: str = "") -> None:
        self.problems.append(Problem(Position(self._shown(path)), code, message, hint))

    def _report_strays(self) -> None:
        known = {kind.folder for kind in RecordKind} | {PAGES, GEODATA}
        for entry in sorted(self.content.iterdir()):
            if entry.name.startswith(".") or entry.name in _AT_THE_TOP:
                continue
            if entry.is_symlink():
                self._report_link(entry)
            elif entry.name not in known:
                hint = did_you_mean(entry.name, known | {MASTHEAD, GRAVEYARD})
                hint = (self._place_of(entry, None) if entry.is_file() else "") or hint
                self._report(entry, Code.STRAY_FILE, f"'{entry.name}' has no meaning in {self.content.name}/", hint)
                if entry in self.kinds:
                    self._unread(entry, None)
            elif not entry.is_dir():
                self._report(entry, Code.STRAY_FILE, f"'{entry.name}' is a file where a folder belongs")

    def _report_link(self, path: Path) -> None:
        self._report(path, Code.UNREADABLE, f"'{path.name}' is a link", "put the file or folder itself here")

    def _listed(self, kind: RecordKind) -> list[_Listed]:
        """Return the files in the folder of a kind; it is walked once."""
        if kind not in self.listed:
            told = len(self.problems)
            self.listed[kind] = [self._listed_file(path, kind) for path in self._files_in(kind.folder)]
            self.walked[kind] = self.problems[told:]
            del self.problems[told:]  # told when the records are read
        return self.listed[kind]

    def _listed_file(self, path: str, kind: RecordKind) -> _Listed:
        name = path[path.rfind(os.sep) + 1 :]
        if not name.endswith(kind.suffix):
            return _Listed(path, self._shown(path), Path(path).stem, None)
        return _Listed(path, self._shown(path), name[: -len(kind.suffix)], self.stamps.of(path))

    def _records(self, kind: RecordKind) -> tuple[dict[str, Filed[Any]], frozenset[str]]:
        found: dict[str, Filed[Any]] = {}
        seen: dict[str, str] = {}
        unread: set[str] = set()
        if (self.content / kind.folder).is_symlink():
            self.linked.add(kind)
            self.unread_files.append(Unread(kind, ""))
        listed = self._listed(kind)
        for file in listed:
            path = file.path
            if file.digest is None:
                self._report_stray_record(Path(path), kind)
                unread |= {self._unread(Path(path), kind), stem_without_endings(Path(path).name)}
            elif file.stem in seen:
                hint = "rename one of the two"
                self._report(Path(path), Code.DUPLICATE_ID, f"the id '{file.stem}' is taken by {seen[file.stem]}", hint)
                unread.add(self._unread(Path(path), kind))
            else:
                seen[file.stem] = file.shown
                filed = self._known(file, kind) or self._record(Path(path), kind)
                if filed is None:
                    unread |= {self._unread(Path(path), kind), proper_stem(file.stem)}
                else:
                    found[file.stem] = filed
        self.problems += self.walked[kind]
        return dict(sorted(found.items())), frozenset(unread)

    def _known(self, file: _Listed, kind: RecordKind) -> Filed[Record] | None:
        """Return the record of a file that says what it said when it was kept."""
        known = self.shelf.find(file.shown, file.digest or "", type_of_kind[kind])
        if known is None:
            return None
        return Filed(known.record, Document(file.shown, "", known.body, known.body_line, file.digest or "", file.path))

    def _unread(self, path: Path, kind: RecordKind | None) -> str:
        """Keep what can be known of a file that is no record, and return its id."""
        kind = self.kinds.get(path, kind)
        refused = self.refused.get(self._shown(path))
        if refused is None:
            text = read_text(path, self._shown(path))
            unread = Unread(kind, path.stem, text=None if isinstance(text, Problem) else text)
        else:
            unread = replace(refused, kind=kind, id=path.stem)
        self.unread_files.append(unread)
        return path.stem

    def _report_stray_record(self, path: Path, kind: RecordKind) -> None:
        if path.is_symlink():
            self._report_link(path)
            self.linked |= {kind} if path.is_dir() else set()
        else:
            self._report(path, Code.STRAY_FILE, f"'{path.name}' is no {kind} record", self._place_of(path, kind))

    def _belongs_to(self, kind: RecordKind, path: Path) -> None:
        """Note that a file is a record of `kind`, wherever it lies: what it is and says is not told as lacking."""
        self.moved.setdefault(kind, set()).add(stem_without_endings(path.name))
        self.kinds[path] = kind

    def _place_of(self, path: Path, kind: RecordKind | None) -> str:
        """Return where a file belongs that is not where or how records are: by its keys, if it has any."""
        text = read_text(path, "")
        text = "" if isinstance(text, Problem) or path.suffix.lower() not in _LIKE_RECORDS else text
        parse = parse_markdown if front_matter(text) else parse_yaml
        tree = parse(text, "")[1] if text else None
        value = tree.value if tree is not None and isinstance(tree.value, dict) else {}
        found = kind_of_keys(value)
        if found is None or found is kind:
            return advice_for_ending(path.name, kind) if kind is not None else ""
        self._belongs_to(found, path)
        fences = fences_for(RecordKind.ACTOR if parse is parse_markdown else RecordKind.EVENT, found)
        return f"this looks like {with_article(found)}: move it to {home(found, path.stem, value)}{fences}"

    def _files_in(self, name: str) -> Iterator[str]:
        folder = self.content / name
        return iter(()) if folder.is_symlink() or not folder.is_dir() else files_below(folder, self._report_error)

    def _report_error(self, error: OSError) -> None:
        self._report(Path(error.filename), Code.UNREADABLE, f"the folder cannot be read: {error.strerror}")

    def _record(
        self, path: Path, kind: RecordKind, *, keep: bool = False, raw: bytes | None = None
    ) -> Filed[Record] | None:
        if not is_id(path.stem):
            stem = proper_stem(path.stem)
            others = [file.shown for file in self._listed(kind) if file.stem == stem]
            other = self.renamed.setdefault((kind, stem), others[0] if others else self._shown(path))
            taken = "" if other == self._shown(path) else other
            self._report(path, Code.BAD_ID, f"'{path.stem}' is no id", advice_for_id(path, taken))
            return None
        if path.stem == INDEX and kind is not RecordKind.EVENT:
            hint = "rename the file"
            self._report(path, Code.BAD_ID, f"'{INDEX}' is the page that lists the {kind.folder}", hint)
            return None
        if raw is not None:
            return self._record_of(path, kind, raw)
        raw_or_problem = read_bytes(path, self._shown(path))
        return self._read_record(path, kind, raw_or_problem, keep=keep or self.shelf.keeps)

    def _read_record(self, path: Path, kind: RecordKind, raw: bytes | Problem, *, keep: bool) -> Filed[Record] | None:
        told = len(self.problems) + len(self.notices)
        filed = self._record_of(path, kind, raw)
        if filed is None or isinstance(raw, Problem) or len(self.problems) + len(self.notices) > told:
            return filed
        digest, document = caching.digest(raw), filed.document
        if keep:
            self.shelf.keep(document.path, digest, CachedRecord(filed.record, document.body, document.body_line))
        return Filed(filed.record, Document(document.path, "", document.body, document.body_line, digest, str(path)))

    def _record_of(self, path: Path, kind: RecordKind, raw: bytes | Problem) -> Filed[Record] | None:
        parse = parse_markdown if kind.suffix == ".md" else parse_yaml
        parsed = self._parsed(path, parse, raw)
        if parsed is None:
            return None
        document, value = parsed
        if (found := misfiled(kind, value, path.stem, self.place_kinds)) is not None:
            hint = f"move it to {found[1]}" + fences_for(kind, found[0])
            self._report(
                path, Code.STRAY_FILE, f"this looks like {with_article(found[0])}, not like {with_article(kind)}", hint
            )
            self._belongs_to(found[0], path)
            return None
        self._refuse_body_key(kind, document, value)
        if kind.suffix == ".md":
            value["body"] = document.body
        if "id" in value and document.text_of(("id",)) != path.stem:
            message = f"the id '{document.text_of(('id',)) or ''}' differs from the file's name '{path.stem}'"
            here = document.position(("id",))
            self.problems.append(Problem(here, Code.ID_MISMATCH, message, "remove the line: the name is the id"))
        value["id"] = path.stem
        filed: Filed[Record] | None = self._validated(value, type_of_kind[kind], document)
        return filed

    def _refuse_body_key(self, kind: RecordKind, document: Document, value: dict[str, object]) -> None:
        if kind.suffix == ".md" and "body" in value:
            here = document.position(("body",), of_key=True)
            hint = "write the text below the front matter"
            self.problems.append(Problem(here, Code.UNKNOWN_KEY, "'body' is no key here", hint))

    def _single(self, path: Path, record_type: type[R]) -> Filed[R] | None:
        if not path.exists() and not path.is_symlink():
            return None
        parsed = self._parsed(path, parse_yaml)
        return None if parsed is None else self._validated(parsed[1], record_type, parsed[0])

    def _parsed(
        self,
        path: Path,
        parse: Callable[[str, str], tuple[Document, Tree | None, list[Problem]]],
        raw: bytes | Problem | None = None,
    ) -> tuple[Document, dict[str, object]] | None:
        raw = read_bytes(path, self._shown(path)) if raw is None else raw
        text = raw if isinstance(raw, Problem) else decoded(raw, self._shown(path))
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        read = readable(text, self._shown(path))
        self.problems.extend(read.problems)
        self.notices.extend(read.notices)
        if read.text is None:
            return None
        document, tree, problems = parse(read.text, self._shown(path))
        is_told = any(problem.code is Code.YAML_SYNTAX for problem in read.problems)
        self.problems.extend(problem for problem in problems if not (is_told and problem.code is Code.YAML_SYNTAX))
        self.problems.extend(controls(document.body, document.body_line, document.path))
        if tree is None:
            return None
        if tree.value is None:
            self._report(path, Code.EMPTY_VALUE, "nothing is written here", "write the record's keys, 'key: value'")
            return None
        if not isinstance(tree.value, dict):
            message = "a record is made of keys with values, 'key: value' on each line"
            self.problems.append(Problem(tree.position(), Code.WRONG_TYPE, message))
            return None
        return document, tree.value

    def _validated(self, value: dict[str, object], record_type: type[R], document: Document) -> Filed[R] | None:
        record, problems = validate(value, record_type, document)
        self.problems.extend([*problems, *lost_or_kept(document.yaml, record_type, document.path)])
        if record is None:
            told = frozenset(problem.position for problem in problems)
            self.refused[document.path] = Unread(None, "", value, document, told)
            return None
        return Filed(record, document)

    def _geodata(self) -> Iterator[Geodata]:
        for path in map(Path, self._files_in(GEODATA)):
            if path.is_symlink():
                self._report_link(path)
            elif path.suffix != GEOJSON:
                self._report(
                    path, Code.STRAY_FILE, f"'{path.name}' is no GeoJSON", f"lines are files ending in {GEOJSON}"
                )
            elif (lines := self._lines(path)) is not None:
                yield lines

    def _lines(self, path: Path) -> Geodata | None:
        text = read_text(path, self._shown(path))
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        if found := list(conflicts(text, self._shown(path))):
            self.problems.extend(found)
            return None
        lines = lines_of(text, self._shown(path))
        if isinstance(lines, Geodata):
            return lines
        self.problems.extend(lines)
        return None

    def _pages(self) -> tuple[dict[str, HandPage], dict[str, Path], frozenset[str]]:
        pages: dict[str, HandPage] = {}
        images: dict[str, Path] = {}
        unread: set[str] = set()
        for path in map(Path, self._files_in(PAGES)):
            is_at_the_top = path.parent == self.content / PAGES
            if path.is_symlink():
                self._report_link(path)
                unread.add(self._unread(path, None))
            elif path.suffix.lower() in IMAGES and is_at_the_top:
                self._image(path, images)
            elif path.suffix != ".md" or not is_at_the_top or not is_id(path.stem) or path.stem in _RESERVED_PAGES:
                hint = "pages are id.md, without folders"
                self._report(path, Code.STRAY_FILE, f"'{path.name}' cannot be a page", hint)
                unread.add(self._unread(path, None))
            elif (page := self._page(path)) is not None:
                pages[page.id] = page
            else:
                unread.add(self._unread(path, None))
        return pages, images, frozenset(unread)

    def _image(self, path: Path, images: dict[str, Path]) -> None:
        problem = problem_of_image(path, self._shown(path))
        if problem is None:
            images[path.name] = path
        else:
            self.problems.append(problem)

    def _page(self, path: Path) -> HandPage | None:
        parsed = self._parsed(path, parse_markdown)
        head = None if parsed is None else self._validated(parsed[1], PageHead, parsed[0])
        return None if head is None else HandPage(path.stem, head.record, head.document)
