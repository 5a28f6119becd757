"""Work in several processes gives what it gives in one, tells what failed, and leaves no process behind."""

import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline.ground import processes
from dateline.ground.processes import WorkerError, beside, later, results


def squared(number: int) -> bytes:
    return str(number * number).encode()


def children() -> set[str]:
    """Return the processes that this one began and has not seen end."""
    told = Path("/proc/self/task").glob("*/children")
    return {child for path in told for child in path.read_text(encoding="utf-8").split()}


@pytest.fixture(autouse=True)
def no_child_is_left() -> Iterator[None]:
    before = children()
    yield
    assert children() <= before


@pytest.mark.parametrize("jobs", [0, 1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 100])
def test_any_number_of_processes_does_each_task_once(count: int, jobs: int) -> None:
    assert sorted(results(squared, count, jobs)) == [(number, squared(number)) for number in range(count)]


@pytest.mark.parametrize("length", [0, 1, 65_536, 3_000_001])
def test_results_of_any_size_come_back_whole(length: int) -> None:
    found = dict(results(lambda number: bytes([number]) * length, 3, 2))
    assert found == {number: bytes([number]) * length for number in range(3)}


def test_tasks_are_done_elsewhere_where_there_is_more_than_one_process() -> None:
    def who(_: int) -> bytes:
        return str(os.getpid()).encode()

    here = who(0)
    assert {found for _, found in results(who, 3, 1)} == {here}
    assert here not in {found for _, found in results(who, 3, 2)}


def test_more_tasks_than_a_pipe_holds_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_MOST", 3)
    who = str(os.getpid()).encode()
    assert {found for _, found in results(lambda _: str(os.getpid()).encode(), 4, 2)} == {who}
    with beside(lambda _: str(os.getpid()).encode(), 4, 2) as done:
        assert {found for _, found in done()} == {who}


def test_as_many_tasks_as_may_be_fit_into_the_pipe() -> None:
    """Else filling it would wait for processes that are not there yet."""
    os.close(processes._filled_pipe(processes._MOST))


def test_without_fork_everything_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert not processes.can_fork()
    assert dict(results(squared, 3, 4)) == {0: b"0", 1: b"1", 2: b"4"}
    assert later(lambda: b"x", 4)() == b"x"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_fails_is_told_with_its_traceback_and_nothing_goes_on(jobs: int) -> None:
    def failing(number: int) -> bytes:
        if number == 2:
            raise ValueError("no good: بوكمال")
        return b"done"

    with pytest.raises((ValueError, WorkerError), match="no good: بوكمال"):
        list(results(failing, 5, jobs))


def test_a_process_that_is_killed_is_told() -> None:
    def killed(number: int) -> bytes:
        if number == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"done"

    with pytest.raises(WorkerError, match="was stopped"):
        list(results(killed, 4, 2))


def test_who_stops_waiting_leaves_no_process(tmp_path: Path) -> None:
    def slow(number: int) -> bytes:
        if number:
            (tmp_path / str(os.getpid())).touch()
            signal.pause()
        return b"first"

    found = results(slow, 4, 2)
    assert next(found) == (0, b"first")
    found.close()  # type: ignore[attr-defined] # a generator


def test_work_beside_goes_on_while_something_else_is_done(tmp_path: Path) -> None:
    def noted(number: int) -> bytes:
        (tmp_path / str(number)).touch()
        return squared(number)

    with beside(noted, 3, 2) as done:
        while len(list(tmp_path.iterdir())) < 3:
            os.sched_yield()
        assert sorted(done()) == [(0, b"0"), (1, b"1"), (2, b"4")]


def test_what_begins_later_is_there_when_it_is_asked_for_and_tells_what_failed() -> None:
    def fails() -> bytes:
        raise ValueError("too late")

    assert later(lambda: b"result" * 100_000, 2)() == b"result" * 100_000
    failed = later(fails, 2)
    with pytest.raises(WorkerError, match="too late"):
        failed()


def test_memory_is_collected_again_after_the_work() -> None:
    before = gc.get_freeze_count()
    list(results(squared, 4, 2))
    assert gc.get_freeze_count() == before


def test_at_least_one_core_is_there_wherever_one_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert processes.cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processes.cores() == 1
