"""What is told of files while content/ is read, and how they are named in it."""

import os
from collections.abc import Iterator
from pathlib import Path

from dateline.ground.problems import Code, Position, Problem
from dateline.records.loading.files import files_below


class FileFindings:
    """The problems found so far in one folder of records; paths are told relative to the project's."""

    def __init__(self, content: Path, root: Path) -> None:
        self.content, self.root = content, root
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []
        """What is told of texts that are records all the same."""
        self._start = f"{content}/"
        prefix = Path(os.path.relpath(content, root)).as_posix()
        self._prefix = "" if prefix == "." else f"{prefix}/"

    @property
    def count(self) -> int:
        """How much has been told."""
        return len(self.problems) + len(self.notices)

    def shown(self, path: str | Path) -> str:
        """Return how a file is named to users."""
        name = str(path)
        if name.startswith(self._start):
            return f"{self._prefix}{name[len(self._start) :]}"
        return Path(os.path.relpath(path, self.root)).as_posix()

    def report(self, path: Path, code: Code, message: str, hint: str = "") -> None:
        """Tell what is wrong with a whole file."""
        self.problems.append(Problem(Position(self.shown(path)), code, message, hint))

    def report_link(self, path: Path) -> None:
        """Tell of a link, which is never followed."""
        self.report(path, Code.UNREADABLE, f"'{path.name}' is a link", "put the file or folder itself here")

    def files_in(self, name: str) -> Iterator[str]:
        """Yield the files below a folder of content/, in order; a link to a folder has none."""
        folder = self.content / name
        return iter(()) if folder.is_symlink() or not folder.is_dir() else files_below(folder, self._report_error)

    def _report_error(self, error: OSError) -> None:
        self.report(Path(error.filename), Code.UNREADABLE, f"the folder cannot be read: {error.strerror}")
