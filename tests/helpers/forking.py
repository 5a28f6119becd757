"""Commands as processes of their own, without starting Python for each: forks of one that has imported everything.

As a program it is that one: it reads orders, a line each, and answers each with a line; it takes orders at a socket as
well, from what a test starts without knowing of forks (`as_fork`).  Every fork begins as a new process would, with its
own folder, environment, arguments and files; nothing that it does is seen by the next.
"""

import atexit
import contextlib
import gc
import importlib
import json
import os
import runpy
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from as_fork import reach
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
        self.address = tempfile.mkdtemp(prefix="dateline-tests-forks-") + "/orders"
        """Where others than this process give orders."""
        self._process = self._start()
        atexit.register(self.close)

    def _start(self) -> "subprocess.Popen[bytes]":
        Path(self.address).unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as listening:
            reach(listening.bind, self.address)
            listening.listen()
            return subprocess.Popen(
                [sys.executable, "-m", "forking", str(self._templates), str(listening.fileno())],
                cwd=_HELPERS,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,  # so that `select` sees whatever has not been read
                env=self._beginning,
                pass_fds=[listening.fileno()],
                start_new_session=True,
            )

    def can(self, environment: Mapping[str, str]) -> bool:
        """Return whether a new Python in this environment would begin as a fork does."""
        return not _adds_packages(environment) and _told_to_python(environment) == self._environment

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
        shutil.rmtree(Path(self.address).parent, ignore_errors=True)

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


def _adds_packages(environment: Mapping[str, str]) -> bool:
    """Return whether a new Python in this environment would run or find packages of its own."""
    folders = [Path(folder) for folder in environment.get("PYTHONPATH", "").split(os.pathsep) if folder]
    return any([*folder.glob("sitecustomize.py"), *folder.glob("*.dist-info")] for folder in folders)


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
    with socket.socket(fileno=int(sys.argv[2])) as listening:
        if not os.fork():
            _listen(listening)
    answers = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            _become(order, [os.open(name, os.O_RDWR | os.O_CREAT) for name in (os.devnull, *order["files"])])
        answers.write(f"{child}\n")
        answers.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")


def _listen(listening: socket.socket) -> NoReturn:
    """Take orders at a socket, a process for each, for as long as orders may come from standard input."""
    waiting = select.poll()
    waiting.register(listening, select.POLLIN)
    waiting.register(0, 0)  # what stands there is for another; that nobody writes there any more is told
    while not any(file == 0 for file, _ in waiting.poll()):
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        asked, _ = listening.accept()
        if not os.fork():
            _obey(asked)
        asked.close()
    os._exit(0)


def _obey(asked: socket.socket) -> NoReturn:
    """Answer who asked with the status of the command, or with nothing where it would be no fork."""
    told, files, *_ = socket.recv_fds(asked, 1 << 16, 3)
    while not told.endswith(b"\n"):
        told += asked.recv(1 << 16)
    order = json.loads(told)
    if not _adds_packages(order["environment"]) and _of_python(order["environment"]) == _of_python(os.environ):
        asked.sendall(b"begun\n")
        child = os.fork()
        if not child:
            asked.close()
            _become(order, files)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        asked.sendall(f"{status}\n".encode())
    os._exit(0)


def _of_python(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a new Python reads of an environment before anything else, but for where it looks for modules."""
    read = {name: value for name, value in environment.items() if name.startswith(("PYTHON", "LC_", "LANG"))}
    return {name: value for name, value in read.items() if name not in {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}}


def _become(order: Mapping[str, Any], files: Sequence[int]) -> NoReturn:
    """Be the command that was ordered."""
    status = 1
    try:
        os.setsid()
        for number, opened in enumerate(files):
            os.dup2(opened, number)
            os.close(opened)
        _open_streams()
        status = _run(order)
    except BaseException:  # noqa: BLE001 - as Python itself ends
        traceback.print_exc()
    with contextlib.suppress(Exception):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _open_streams() -> None:
    """Open the three streams as Python does: those that were opened for other files know what those can do."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        was = getattr(sys, name)
        is_by_line = name == "stderr" or os.isatty(number)
        stream = open(  # noqa: SIM115 - it has no path, and ends with the process
            number, "w" if number else "r", 1 if is_by_line else -1, was.encoding, was.errors, "\n", closefd=False
        )
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


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
