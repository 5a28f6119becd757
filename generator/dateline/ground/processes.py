"""Work in several processes: each is a copy of this one, takes tasks by number, and hands back bytes.

What a task needs is in memory already and is shared with the copies (fork), so nothing but
the results is passed on.  Where a system cannot fork, the tasks run here, one by one.
"""

import contextlib
import gc
import os
import selectors
import signal
import struct
import traceback
from collections.abc import Callable, Iterator
from typing import Final

Work = Callable[[int], bytes]
"""Does the task of a number and returns its result."""

_HEAD: Final = struct.Struct("<Iq")
_TASK: Final = struct.Struct("<I")
_FAILED: Final = 0xFFFFFFFF
_MOST: Final = 8_000
"""How many tasks fit into a pipe at once."""
_CHUNK: Final = 1 << 20


class WorkerError(RuntimeError):
    """A process failed in a way that nobody foresaw; the message is its traceback."""


def cores() -> int:
    """Return on how many cores this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Return whether this system can make a copy of a process; Windows cannot."""
    return hasattr(os, "fork")


def results(work: Work, count: int, jobs: int) -> Iterator[tuple[int, bytes]]:
    """Do `count` tasks in up to `jobs` processes, and yield each one's number and result as they are done.

    Raises WorkerError where one fails; the processes are then stopped.
    """
    jobs = min(jobs, count)
    if jobs < 2 or count > _MOST or not can_fork():  # noqa: PLR2004 - one process is this one
        yield from ((number, work(number)) for number in range(count))
        return
    with beside(work, count, jobs) as done:
        yield from done()


@contextlib.contextmanager
def beside(work: Work, count: int, jobs: int) -> Iterator[Callable[[], Iterator[tuple[int, bytes]]]]:
    """Begin `count` tasks in processes beside this one, if `jobs` allows any; give how to wait for their results.

    Raises WorkerError where one fails, when it is waited for; at the end the processes are stopped.
    """
    if jobs < 2 or not count or count > _MOST or not can_fork():  # noqa: PLR2004 - one process is this one
        yield lambda: ((number, work(number)) for number in range(count))
        return
    tasks = _filled_pipe(count)
    gc.freeze()  # what the copies share is not written to by the collector
    workers: dict[int, int] = {}
    try:
        for _ in range(min(jobs, count)):
            workers |= _worker(work, tasks)
        yield lambda: _collected(workers)
    finally:
        os.close(tasks)
        gc.unfreeze()
        _stop(workers)


def later(work: Callable[[], bytes], jobs: int) -> Callable[[], bytes]:
    """Begin `work` in a process of its own, if `jobs` allows more than this one; return how to get its result.

    The result has to be asked for, once.  Raises WorkerError where the work fails.
    """
    if jobs < 2 or not can_fork():  # noqa: PLR2004 - one process is this one
        return work
    tasks = _filled_pipe(1)
    workers = _worker(lambda _: work(), tasks)
    os.close(tasks)

    def result() -> bytes:
        try:
            ((_, found),) = _collected(workers)
            return found
        finally:
            _stop(workers)

    return result


def _worker(work: Work, tasks: int) -> dict[int, int]:
    """Begin a process that takes tasks; return where its results are read, with its number."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        _serve(work, tasks, writing)
    os.close(writing)
    return {reading: pid}


def _filled_pipe(count: int) -> int:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as file:
        file.write(b"".join(map(_TASK.pack, range(count))))
    return reading


def _serve(work: Work, tasks: int, out: int) -> None:
    """Take tasks until there are none, then end this process."""
    status = 1
    try:
        while task := os.read(tasks, _TASK.size):
            (number,) = _TASK.unpack(task)
            _send(out, number, work(number))
        status = 0
    except BaseException:  # noqa: BLE001 - told to the process that waits, which raises it
        with contextlib.suppress(OSError):
            _send(out, _FAILED, traceback.format_exc().encode("utf-8", "replace"))
    finally:
        os._exit(status)


def _send(out: int, number: int, result: bytes) -> None:
    view = memoryview(_HEAD.pack(number, len(result)) + result)
    while view:
        view = view[os.write(out, view) :]


def _collected(workers: dict[int, int]) -> Iterator[tuple[int, bytes]]:
    buffers = {reading: bytearray() for reading in workers}
    with selectors.DefaultSelector() as selector:
        for reading in workers:
            selector.register(reading, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                chunk = os.read(key.fd, _CHUNK)
                buffers[key.fd] += chunk
                yield from _complete(buffers[key.fd])
                if not chunk:
                    selector.unregister(key.fd)
                    _ended(workers, key.fd)


def _complete(buffer: bytearray) -> Iterator[tuple[int, bytes]]:
    while len(buffer) >= _HEAD.size:
        number, length = _HEAD.unpack_from(buffer)
        end = _HEAD.size + length
        if len(buffer) < end:
            return
        result = bytes(buffer[_HEAD.size : end])
        del buffer[:end]
        if number == _FAILED:
            raise WorkerError(result.decode("utf-8", "replace"))
        yield number, result


def _ended(workers: dict[int, int], reading: int) -> None:
    os.close(reading)
    _, status = os.waitpid(workers.pop(reading), 0)
    if status:
        raise WorkerError("a process of the build was stopped")


def _stop(workers: dict[int, int]) -> None:
    for reading, pid in workers.items():
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)
    workers.clear()
