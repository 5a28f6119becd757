"""Begins the command as on a system that has none of what only Unix has: no fork, no fcntl, few signals, cp1252.

Run as a program: `python tests/helpers/elsewhere.py check`.
"""

import multiprocessing.context
import os
import signal
import sys
from pathlib import Path
from typing import Final

_MODULES: Final = ("fcntl", "grp", "pwd", "resource", "termios", "tty")
_OF_OS: Final = ("fork", "forkpty", "getuid", "killpg", "nice", "sched_getaffinity", "setsid")
_SIGNALS: Final = ("SIGHUP", "SIGKILL", "SIGTERM")
_KINDS: Final = ("fork", "forkserver")


def hide() -> None:
    """Take away what Windows does not have."""
    for name in _MODULES:
        sys.modules[name] = None  # type: ignore[assignment] # as Python's own import takes it: there is no such module
    for name in _OF_OS:
        delattr(os, name)
    for name in _SIGNALS:
        delattr(signal, name)
    for kind in _KINDS:
        multiprocessing.context._concrete_contexts.pop(kind)  # type: ignore[attr-defined]


if __name__ == "__main__":
    hide()
    from dateline.cli import main
    from templating import TEMPLATES, remember_templates

    remember_templates(Path(os.environ[TEMPLATES]))

    main(prog_name="dateline")
