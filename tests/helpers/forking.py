"""Commands as processes of their own, without starting Python for each: forks of one that has imported everything.

As a program it is that one: it reads orders, a line each, and answers each with a line.  Every fork begins as a new
process would, with its own folder, environment, arguments and files; nothing that it does is seen by the next.
"""

import atexit
import contextlib
import gc
import importlib
import json
import os
import runpy
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from templating import remember_templates

_HELPERS: Final = Path(__file__).parent
_MAY_DIFFER: Final = ("DATELINE_", "SOURCE_DATE_EPOCH", "COLUMNS", "NO_MKDOCS_", "PYTEST_", "PATH", "PWD")
_PATIENCE: Final = 300.0
"""How many seconds the process that forks may take to import everything."""
_IMPORTED: Final = (
    "dateline.cli.building", "dateline.cli.check", "dateline.cli.diff", "dateline.cli.render", "dateline.cli.serve",
    "dateline.site.building.engine",
    "dateline.site.preview.web", "dateline.site.plugin", "mkdocs.__main__", "mkdocs.commands.build", "material",
    "markdown.extensions.codehilite", "markdown.extensions.fenced_code", "markdown.extensions.tables",
    "material.templates", "pymdownx.superfences", "PIL.PngImagePlugin", "rich._emoji_codes",
)  # fmt: skip


class Forking:
    """The process that forks; it is started when it is first asked."""

    def __init__(self, templates: Path) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(_MAY_DIFFER[:4])}
        self._environment = _told_to_python(environment)
        self._beginning = environment
        self._templates = templates
        self._process = self._start()
        atexit.register(self.close)

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "forking", str(self._templates)],
            cwd=_HELPERS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,  # so that `select` sees whatever has not been read
            env=self._beginning,
            start_new_session=True,
        )

    def can(self, environment: Mapping[str, str]) -> bool:
        """Return whether a new Python in this environment would begin as a fork does."""
        folders = [Path(folder) for folder in environment.get("PYTHONPATH", "").split(os.pathsep) if folder]
        begins_otherwise = any([*folder.glob("sitecustomize.py"), *folder.glob("*.dist-info")] for folder in folders)
        return not begins_otherwise and _told_to_python(environment) == self._environment

    def run(
        self, command: Sequence[str], cwd: Path, environment: Mapping[str, str], timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """Run `python -m command` and return what it printed."""
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, name) for name in ("stdout", "stderr")]
            order = {"command": command, "cwd": str(cwd), "environment": dict(environment), "files": [*map(str, files)]}
            self._tell(order)
            child = int(self._answer(_PATIENCE))
            try:
                status = int(self._answer(timeout))
            except subprocess.TimeoutExpired:
                self._begin_anew(child)
                raise
            said = [path.read_text(encoding="utf-8") for path in files]
        return subprocess.CompletedProcess(command, status, *said)

    def close(self) -> None:
        """End the process, which ends when nobody can tell it anything."""
        atexit.unregister(self.close)
        self._process.communicate()

    def _begin_anew(self, child: int) -> None:
        """End a fork that takes too long, which may not be in a group of its own yet, and what it is a fork of."""
        for end in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError):
                end(child, signal.SIGKILL)
        self._process.kill()
        self._process.communicate()
        self._process = self._start()

    def _tell(self, order: Mapping[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{json.dumps(order)}\n".encode())

    def _answer(self, timeout: float) -> bytes:
        assert self._process.stdout is not None
        if not select.select([self._process.stdout], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("a fork", timeout)
        return self._process.stdout.readline()


def _told_to_python(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what an environment says that counts before a program begins; a path to modules can still be changed."""
    return {
        name: value
        for name, value in environment.items()
        if not name.startswith(_MAY_DIFFER) and name not in {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}
    }


# --- the process that forks ------------------------------------------------------------------------------------------


def main() -> None:
    """Import everything, and fork for each line of standard input."""
    for name in _IMPORTED:
        __import__(name)
    chronology_schema = importlib.import_module("dateline.pages.exports.chronology_json").chronology_schema
    chronology_schema()  # of the record types alone, and kept
    remember_templates(Path(sys.argv[1]))
    gc.collect()
    gc.freeze()  # what all forks share is looked through by none of them
    answers = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            _become(order)
        answers.write(f"{child}\n")
        answers.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")


def _become(order: Mapping[str, Any]) -> NoReturn:
    """Be the command that was ordered."""
    status = 1
    try:
        os.setsid()
        for number, name in enumerate((os.devnull, *order["files"])):
            opened = os.open(name, os.O_RDWR | os.O_CREAT)
            os.dup2(opened, number)
            os.close(opened)
        status = _run(order)
    except BaseException:  # noqa: BLE001 - as Python itself ends
        traceback.print_exc()
    with contextlib.suppress(Exception):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _run(order: Mapping[str, Any]) -> int:
    module, *arguments = order["command"]
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["environment"])
    time.tzset()
    folders = [folder for folder in os.environ.get("PYTHONPATH", "").split(os.pathsep) if folder]
    given = {folder for folder in sys.path if Path(folder) == _HELPERS or not folder}
    sys.path[:] = [order["cwd"], *folders, *(folder for folder in sys.path if folder not in given)]
    sys.dont_write_bytecode = bool(os.environ.get("PYTHONDONTWRITEBYTECODE"))
    sys.argv[1:] = arguments
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if ended.code is None or isinstance(ended.code, int):
            return ended.code or 0
        print(ended.code, file=sys.stderr)  # noqa: T201 - as Python itself does
        return 1
    return 0


if __name__ == "__main__":
    main()
