"""What a preview does beside its pages: done once after the last order, given up when it is ordered anew."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dateline.site.preview import chores
from dateline.site.preview.chores import Chore
from previewing import PATIENCE

KINDS = ["fork", "thread"]


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the chore is done: in a copy of this process, or in a thread of it."""
    if request.param == "thread":
        monkeypatch.setattr(chores, "can_fork", lambda: False)
    return str(request.param)


Order = Callable[..., "tuple[Chore[str], list[str]]"]


@pytest.fixture
def chore(kind: str) -> Iterator[Order]:
    made: list[Chore[str]] = []

    def new(work: Callable[[], str], pause: float = 0) -> tuple[Chore[str], list[str]]:
        results: list[str] = []
        made.append(Chore(work, results.append, pause))
        return made[-1], results

    assert kind in KINDS
    yield new
    for one in made:
        one.close()


def until(chore: Chore[str], holds: Callable[[], object]) -> None:
    """Tend a chore as the preview does, until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        chore.tend()
        time.sleep(0.005)


def test_a_chore_that_nobody_ordered_is_not_due_and_finishing_it_waits_for_nothing(chore: Order) -> None:
    one, results = chore(lambda: "done")
    one.tend()
    one.finish()
    assert one.due_in() is None
    assert one.waits_for() == ()
    assert results == []


def test_an_order_is_carried_out_once(chore: Order) -> None:
    one, results = chore(lambda: "done")
    one.restart()
    assert one.due_in() == 0
    until(one, lambda: results)
    assert one.due_in() is None
    assert one.waits_for() == ()
    one.tend()
    one.finish()
    assert results == ["done"]


def test_it_begins_after_its_pause(chore: Order) -> None:
    one, results = chore(lambda: "done", pause=1_000)
    one.restart()
    one.tend()
    assert one.waits_for() == ()
    assert 0 < (one.due_in() or 0) <= 1_000
    one.finish()  # whoever waits for it does not wait for the pause
    assert results == ["done"]


def test_an_order_amid_the_work_has_it_done_anew(chore: Order, tmp_path: Path) -> None:
    state = tmp_path / "state"

    def work() -> str:
        found = state.read_text(encoding="utf-8")
        while found == "old" and state.read_text(encoding="utf-8") == "old":
            time.sleep(0.005)
        return found

    state.write_text("old", encoding="utf-8")
    one, results = chore(work)
    one.restart()
    until(one, one.waits_for)
    state.write_text("new", encoding="utf-8")
    one.restart()
    until(one, lambda: results)
    assert results == ["new"]


def test_what_is_given_up_hands_over_nothing(chore: Order, tmp_path: Path) -> None:
    gate = tmp_path / "gate"

    def work() -> str:
        while not gate.exists():
            time.sleep(0.005)
        return "too late"

    one, results = chore(work)
    one.restart()
    until(one, one.waits_for)
    one.finish(within=0.01)
    assert results == []
    one.stop()
    gate.touch()
    one.finish()
    one.tend()
    assert results == []
    assert one.due_in() is None


def test_work_that_fails_is_told_without_a_traceback_and_may_be_ordered_again(
    chore: Order, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "good"

    def work() -> str:
        if not good.exists():
            raise ValueError("no good")
        return "done"

    one, results = chore(work)
    one.restart()
    one.finish()
    until(one, lambda: not one.waits_for())
    assert results == []
    said = capfd.readouterr().err
    assert "dateline: ValueError: no good" in said
    assert "Traceback" not in said
    good.touch()
    one.restart()
    one.finish()
    assert results == ["done"]


def test_closing_leaves_no_process_whatever_it_is_doing(tmp_path: Path) -> None:
    def work() -> str:
        import signal  # noqa: PLC0415 - in the copy

        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        (tmp_path / "id").write_text(str(os.getpid()), encoding="utf-8")
        while True:
            time.sleep(0.01)

    one: Chore[str] = Chore(work, lambda _: None, 0)
    one.restart()
    until(one, lambda: (tmp_path / "id").exists() and (tmp_path / "id").read_text(encoding="utf-8"))
    one.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "id").read_text(encoding="utf-8")), 0)
