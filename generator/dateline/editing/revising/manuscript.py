"""The files of content/ as they stand, and as they are to be."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Concatenate, Final, ParamSpec, Self

import yaml

from dateline.editing.comparison import Version
from dateline.editing.drafting import NoPlaceError
from dateline.editing.mending import form_of
from dateline.editing.revising.file_parts import Parts
from dateline.editing.revising.mentions import Moved, rewritten
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code, Problem
from dateline.records.loading import RecordCache, load
from dateline.records.loading.files import files_below, read_bytes
from dateline.records.types import RecordKind

P = ParamSpec("P")
_WINDOWS: Final = "\r\n"


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file of content/ with what it says and what it is to say; None where it does not stand."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass
class Manuscript:
    """All record files of a project by their paths in content/, and what they are to say instead."""

    content: Path
    root: Path
    version: Version
    cache: RecordCache = field(default_factory=lambda: RecordCache(None))
    _before: dict[str, str] = field(default_factory=dict)
    _after: dict[str, str | None] = field(default_factory=dict)
    _foreign: dict[str, bytes] = field(default_factory=dict)
    """What is no text in UTF-8, which nothing can be changed in."""

    @classmethod
    def read(cls, content: Path, root: Path, kept: Path | None = None, jobs: int = 1) -> Self:
        """Read the records in `content`; paths of problems are relative to `root`; `kept` and `jobs` as for loading."""
        cache = RecordCache(kept)
        corpus, problems = load(content, root, kept, jobs, cache=cache)
        raw = dict(_files(content))
        texts = {path: text for path, said in raw.items() if (text := _text(said)) is not None}
        foreign = {path: said for path, said in raw.items() if path not in texts}
        return cls(content, root, Version(corpus, tuple(problems)), cache, texts, {}, foreign)

    @contextmanager
    def as_it_will_be(self) -> Iterator[Version]:
        """Yield the records as they are to be, read from a folder in which the change is made."""
        with TemporaryDirectory(prefix="dateline-change-") as name:
            root = Path(name)
            content = root / self.content.relative_to(self.root)
            shutil.copytree(self.content, content, symlinks=True, ignore=shutil.ignore_patterns(".*"))
            for one in self.changes():
                file = content / one.path
                if one.after is None:
                    file.unlink(missing_ok=True)
                else:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(one.after)
            corpus, problems = load(content, root, cache=self.cache)
            yield Version(corpus, tuple(problems))

    def paths(self) -> list[str]:
        """Return the paths of all files that are to stand, in order."""
        return sorted(path for path in {*self._before, *self._after} if self._after.get(path, "") is not None)

    def text(self, path: str) -> str:
        """Return what a file is to say; its lines end with a line feed alone, where all end in one way."""
        text = self._after.get(path, self._before.get(path))
        if text is None:
            raise RefusalError.because(Code.UNREADABLE, f"there is no file {path} that can be read")
        return text.replace(_WINDOWS, "\n") if _is_of_windows(text) else text

    def write(self, path: str, text: str, like: str | None = None) -> None:
        """Have a file say something; its lines end as they did, or those of the file that it is `like`."""
        known = like or path
        model = self._after.get(known, self._before.get(known)) or text
        plain = text.replace(_WINDOWS, "\n") if _WINDOWS not in model or _is_of_windows(model) else text
        self._after[path] = plain.replace("\n", _WINDOWS) if _is_of_windows(model) else plain

    def remove(self, path: str) -> None:
        """Have a file go."""
        self._after[path] = None

    def stands(self, path: str) -> bool:
        """Return whether a file of this path is to stand."""
        return self._after.get(path, self._before.get(path)) is not None

    def form(self, path: str) -> type:
        """Return the record type of a file."""
        form = form_of(Path(path))
        if form is None:
            raise RefusalError.because(Code.STRAY_FILE, f"{path} is no record's file")
        return form

    def edit(self, path: str, change: Callable[Concatenate[str, P], str], *values: P.args, **more: P.kwargs) -> None:
        """Change the YAML of a file by a function of it and `values`; where its layout does not allow that, refuse."""
        parts = Parts.of(self.text(path), is_markdown=path.endswith(".md"))
        try:
            self.write(path, parts.with_yaml(change(parts.yaml, *values, **more)))
        except NoPlaceError as error:
            raise RefusalError.because(
                Code.WRONG_TYPE, f"{path}: {error}", "change it by hand, or lay it out with each entry on its own line"
            ) from None
        except yaml.YAMLError:
            raise RefusalError.because(Code.YAML_SYNTAX, f"{path} is not valid YAML", "mend it first") from None

    def yaml_of(self, path: str) -> str:
        """Return the YAML of a file as it is to be."""
        return Parts.of(self.text(path), is_markdown=path.endswith(".md")).yaml

    def rewrite(self, moved: Moved) -> None:
        """Have every file name by its new id what is called otherwise now."""
        for path, said in self._foreign.items():
            if any(id_.partition("#")[0].encode() in said for _, id_ in moved):
                message = f"{path} is no text in UTF-8, and may name what is to change"
                raise RefusalError.because(Code.NOT_UTF8, message, "mend it first: dateline check")
        for path in self.paths():
            text = self.text(path)
            try:
                new = rewritten(text, self.form(path), moved, is_markdown=path.endswith(".md"))
            except yaml.YAMLError:
                message = f"{path} is not valid YAML, and may name what is to change"
                raise RefusalError.because(Code.YAML_SYNTAX, message, "mend it first: dateline check") from None
            if new != text:
                self.write(path, new)

    def path_of(self, kind: RecordKind, id_: str) -> str:
        """Return the path of a record's file."""
        filed = self.version.corpus.records[kind][id_]
        return (self.root / filed.document.path).relative_to(self.content).as_posix()

    def changes(self) -> tuple[FileChange, ...]:
        """Return what is to change, in the order of paths."""
        found = ((path, self._before.get(path), new) for path, new in sorted(self._after.items()))
        return tuple(FileChange(path, _raw(old), _raw(new)) for path, old, new in found if old != new)


def _files(content: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what each file of records says, with line ends and marks as they are."""
    for path in map(Path, files_below(content, lambda _: None)):
        below = path.relative_to(content)
        raw = read_bytes(path, "") if form_of(below) is not None else b""
        if form_of(below) is not None and not isinstance(raw, Problem):
            yield below.as_posix(), raw


def _text(said: bytes) -> str | None:
    try:
        return said.decode()
    except UnicodeDecodeError:
        return None


def _is_of_windows(text: str) -> bool:
    """Return whether all lines of a text end as Windows ends them."""
    return _WINDOWS in text and text.count("\n") == text.count(_WINDOWS)


def _raw(text: str | None) -> bytes | None:
    return None if text is None else text.encode()
