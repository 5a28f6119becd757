"""The small chronology in a folder, changed by commands, and what may never follow from one."""

import shutil
from collections import Counter
from pathlib import Path

from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.editing.comparison import compare, read_version
from dateline.site import checking
from dateline.site.settings import Settings
from projects import CASES, files_of

DAY = ("--date", "2026-11-29")


class Desk:
    """A project with the small chronology, where commands are given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        shutil.copytree(CASES / "small" / "content", self.content)
        self.was = folder / "was"
        self.keep()

    def keep(self) -> None:
        """Take what stands there for what was published."""
        shutil.rmtree(self.was, ignore_errors=True)
        shutil.copytree(self.content, self.was / "content")

    def run(self, *command: str, said: str | None = None) -> Result:
        """Give a command, with `--yes` unless something is said to it."""
        yes = [] if said is not None or command[0] in {"check", "diff", "find"} else ["--yes"]
        return CliRunner().invoke(main, [*command, *yes], input=said)

    def done(self, *command: str) -> str:
        """Give a command that is to be carried out, and return what it printed."""
        done = self.run(*command)
        assert done.exit_code == 0, done.output
        return done.output

    def refused(self, *command: str) -> str:
        """Give a command that is to be refused, with nothing written, and return why."""
        before = self.files()
        done = self.run(*command)
        assert done.exit_code in {1, 2}, done.output
        assert not isinstance(done.exception, Exception) or isinstance(done.exception, SystemExit), done.exception
        assert self.files() == before
        return done.output

    def files(self) -> dict[str, bytes]:
        """Return all files of content/."""
        return files_of(self.content)

    def text(self, path: str) -> str:
        """Return what a file of content/ says."""
        return (self.content / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Have a file of content/ say something."""
        (self.content / path).write_text(text, encoding="utf-8")

    def new_problems(self) -> list[str]:
        """Return what the check tells now and did not tell of what was published; lines may differ."""
        was, now = (
            Counter((problem.code.value, problem.message) for problem in checking.check(Settings.of(folder)))
            for folder in (self.was, self.folder)
        )
        return [f"{code}: {message}" for code, message in now - was]

    def broken_promises(self) -> list[str]:
        """Return what `dateline diff` finds wrong."""
        before = read_version(self.was / "content", self.was)
        after = read_version(self.content, self.folder)
        return [str(problem) for problem in compare(before, after, None).problems]

    def is_clean(self) -> bool:
        """Whether neither check nor diff tells anything new."""
        assert self.new_problems() == []
        assert self.broken_promises() == []
        return True
