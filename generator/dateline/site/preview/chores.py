"""What takes longer than a reader waits, done in a copy of this process while pages are made.

Where a system cannot copy a process (fork), a thread does it: pages take longer meanwhile, and
what is given up is left to end by itself.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final, Generic, TypeAlias, TypeVar

from dateline.ground.processes import can_fork

T = TypeVar("T")
Work: TypeAlias = BaseProcess | threading.Thread
_KIND: Final = "fork"
"""A copy has the records in memory already."""
_NICE: Final = 5
_GRACE: Final = 2.0
"""How many seconds it has to tidy up."""


class Chore(Generic[T]):
    """One kind of work, done again after every change; `pause` is how long after it, in seconds, it begins."""

    def __init__(self, work: Callable[[], T], done: Callable[[T], object], pause: float) -> None:
        self._work, self._done, self._pause = work, done, pause
        self._due: float | None = None
        self._process: Work | None = None
        self._result: Connection | None = None
        self._ending: list[Work] = []

    def restart(self) -> None:
        """Have it done anew, whatever is being done."""
        self.stop()
        self._due = time.monotonic() + self._pause

    def waits_for(self) -> tuple[Connection, ...]:
        """Return what tells that it is done."""
        return (self._result,) if self._result is not None else ()

    def due_in(self) -> float | None:
        """Return in how many seconds it begins; None where it does not."""
        return None if self._due is None else max(0.0, self._due - time.monotonic())

    def tend(self) -> None:
        """Begin it if it is time, take its result if it is there."""
        if self._due is not None and self._due <= time.monotonic():
            self.begin()
        if self._result is not None and self._result.poll():
            self._finish()
        self._ending = [process for process in self._ending if process.is_alive()]

    def begin(self) -> None:
        """Begin now."""
        self._due = None
        self._result, sending = Pipe(duplex=False)
        if not can_fork():
            self._process = threading.Thread(target=_do_here, args=(self._work, sending), daemon=True)
            self._process.start()
            return
        self._process = get_context(_KIND).Process(target=_do, args=(self._work, sending), daemon=True)
        self._process.start()
        sending.close()

    def finish(self, within: float | None = None) -> None:
        """Wait until it is done, if it is to be done at all, for at most `within` seconds."""
        if self._due is not None:
            self.begin()
        if self._result is not None and self._result.poll(within):
            self._finish()

    def stop(self) -> None:
        """Give up what is being done or was to be; it tidies up by itself."""
        self._due = None
        if self._result is not None:
            _stop(self._process)
            self._end()

    def close(self) -> None:
        """Give up for good, and leave no process behind."""
        self.stop()
        for process in self._ending:
            process.join(_GRACE)
            _stop(process, for_good=True)

    def _finish(self) -> None:
        assert self._result is not None  # noqa: S101 - asked only while it is being done
        try:
            result = self._result.recv()
        except EOFError:  # it was stopped from outside, and is done again after the next change
            self._end()
            return
        self._end()
        self._done(result)

    def _end(self) -> None:
        if self._result is not None:
            self._result.close()
        if self._process is not None:
            self._ending.append(self._process)
        self._result = self._process = None


def _stop(process: Work | None, *, for_good: bool = False) -> None:
    """Have a process end, and the programs that it runs; `for_good`, whatever it is doing. A thread cannot be told."""
    if not isinstance(process, BaseProcess):
        return
    _signal(process, signal.SIGKILL if for_good else signal.SIGTERM)
    if for_good:
        process.join()


def _signal(process: BaseProcess, number: signal.Signals) -> None:
    """Signal a process and the programs that it runs, once: the second would disturb it while it tidies up."""
    if not process.is_alive() or process.pid is None:
        return
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:  # it has just begun, and has no group yet
        with suppress(ProcessLookupError):
            os.kill(process.pid, number)


def _do(work: Callable[[], object], sending: Connection) -> None:
    """Work in a group of its own, so that programs that it runs end with it, and behind the pages."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    os.setsid()
    os.nice(_NICE)
    _do_here(work, sending)


def _do_here(work: Callable[[], object], sending: Connection) -> None:
    """Work, and send what came out."""
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 - told where a user sees it, instead of a traceback
        sys.stderr.write(f"dateline: {type(error).__name__}: {error}\n")
    else:
        with suppress(OSError):  # nobody waits for it any more
            sending.send(result)
    finally:
        sending.close()
