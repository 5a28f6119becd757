"""Begin one of the environment's own Python modules as a fork of a process that has imported what it needs.

It is for what starts our commands itself, by their names, such as a workflow's steps: this imports next to nothing, and
the fork has its files, folder and environment.  Where it cannot be a fork, a new Python takes the place of this one.

As a program: python -I -S tests/helpers/as_fork.py SOCKET OTHERWISE MODULE ARGUMENT…
"""

import json
import os
import socket
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Final

_IMPORTED: Final = ("dateline", "mkdocs")
_SIGNALLED: Final = "serve"
"""The command that is ended by signals, which a fork of another process would not get."""
_LONGEST: Final = 100
"""So many bytes the path of a socket may have on every system."""


def main(address: str, otherwise: str, *command: str) -> int:
    """Return the status of the command, which has said whatever it says."""
    status = _asked(address, command) if command[0] in _IMPORTED and _SIGNALLED not in command[1:2] else None
    if status is None:
        os.execv(sys.executable, [sys.executable, otherwise, *command])  # noqa: S606 - what we were asked for
    return status


def _asked(address: str, command: tuple[str, ...]) -> int | None:
    """Return the status with which a fork ended, or None where there was none."""
    order = {"command": command, "cwd": str(Path.cwd()), "environment": dict(os.environ)}
    told = f"{json.dumps(order)}\n".encode()
    with socket.socket(socket.AF_UNIX) as asked:
        try:
            reach(asked.connect, address)
        except OSError:
            return None
        sent = socket.send_fds(asked, [told], [0, 1, 2])
        asked.sendall(told[sent:])
        with asked.makefile() as answers:
            return int(answers.readline() or 1) if answers.readline() else None


def reach(go: Callable[[str], None], address: str) -> None:
    """Bind or connect a socket; a path for which a system has no room is told from the folder in which it ends."""
    path = Path(address)
    if len(os.fsencode(path)) <= _LONGEST:
        go(address)
        return
    with chdir(path.parent):
        go(path.name)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
