"""Records that are only called otherwise: `dateline diff` takes them for the same, and tells what else changed."""

from pathlib import Path

import pytest
from dateline.editing.comparison import ChangeKind, Comparison, compare, read_version
from revised_records import DAY, Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


def compared(desk: Desk) -> Comparison:
    return compare(read_version(desk.was / "content", desk.was), read_version(desk.content, desk.folder), None)


@pytest.mark.parametrize(
    "record", ["actor mayor", "source herald-2020-05-04", "place wend", "event 2020-05-03-warning"]
)
def test_another_name_changes_nothing_but_the_tombstones(desk: Desk, record: str) -> None:
    desk.done("rename", *record.split(), "another-name", *DAY)
    kinds = {one.kind for one in compared(desk).differences}
    assert kinds <= {
        ChangeKind.TOMBSTONE_ADDED,
        ChangeKind.ACTOR_CHANGED,
        ChangeKind.DISPUTE_CHANGED,
        ChangeKind.PAGE_CHANGED,
    }


def test_what_else_changed_under_the_new_name_is_told(desk: Desk) -> None:
    desk.done("rename", "event", "2020-05-04-market-flooded", "2020-05-04-flood", *DAY)
    path = "events/2020/2020-05-04-flood.yml"
    desk.write(path, desk.text(path).replace("exact: 800", "exact: 900"))
    found = compared(desk)
    assert [(one.kind, one.reference) for one in found.differences if one.kind is ChangeKind.FIGURE_CHANGED] == [
        (ChangeKind.FIGURE_CHANGED, "2020-05-04-flood#evacuated")
    ]
    assert [problem.code.value for problem in found.problems] == ["history-missing"]


def test_what_was_merged_into_another_is_told(desk: Desk) -> None:
    desk.done("merge", "actor", "mayor", "council", "--note", "They are one.", *DAY)
    kinds = {one.kind for one in compared(desk).differences}
    assert {ChangeKind.ACTOR_REMOVED, ChangeKind.REPORT_SPEAKER_MERGED, ChangeKind.HISTORY_ADDED} <= kinds
    assert compared(desk).problems == ()
