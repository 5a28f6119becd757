"""Runs commands and tells their time and memory."""

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SAMPLED_EVERY: Final = 0.1
_TO_KIB: Final = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """How long a command took, and how many bytes it and its processes had in memory together at most.

    `memory` is the sum of their proportional set sizes where /proc tells these, else the
    largest resident size of one.  `seconds` is a lower bound where the command was `stopped`.
    """

    seconds: float
    cpu: float
    memory: int
    status: int
    said: str
    stopped: bool = False


def run(command: Sequence[str | Path], cwd: Path, *, limit: float = 3600, env: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end, or stop it after `limit` seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 - the commands are ours
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    watch = _Watch(process.pid)
    watch.start()
    stopped = False
    try:
        said, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        stopped = True
        os.killpg(process.pid, signal.SIGKILL)
        said, _ = process.communicate()
    seconds = time.monotonic() - started
    watch.done.set()
    watch.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, cpu, watch.most or after.ru_maxrss * _TO_KIB, process.returncode, said[-2000:], stopped)


class _Watch(threading.Thread):
    """Adds up the memory of a process and all that it started, ten times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.most = 0
        self.done = threading.Event()

    def run(self) -> None:
        """Watch until told that the process is done."""
        while not self.done.wait(_SAMPLED_EVERY):
            self.most = max(self.most, sum(map(_memory_of, _family(self.pid))))


def _family(pid: int) -> list[int]:
    found = [pid]
    for known in found:
        try:
            text = Path(f"/proc/{known}/task/{known}/children").read_text(encoding="ascii")
        except OSError:
            continue
        found += [int(child) for child in text.split()]
    return found


def _memory_of(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return sum(int(line.split()[1]) * _TO_KIB for line in text.splitlines() if line.startswith("Pss:"))
