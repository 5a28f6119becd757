"""Several files changed together: all or none, wherever the process stops."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dateline.ground.together import PENDING, ChangedMeanwhileError, change, finish, is_pending
from projects import files_of

OLD = {"a/one.yml": b"one\n", "b/two.yml": b"two\n", "three.yml": b"three\n"}
BEFORE = OLD | {"c/four.yml": None}
AFTER = {"a/one.yml": b"ONE\n", "b/two.yml": None, "three.yml": b"THREE\n", "c/four.yml": b"four\n"}
NEW = {path: content for path, content in AFTER.items() if content is not None}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, content in OLD.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


def test_all_files_change_and_nothing_is_left_behind(folder: Path) -> None:
    change(folder, BEFORE, AFTER)
    assert files_of(folder) == NEW
    assert not (folder / "b").exists()
    assert not is_pending(folder)


def test_a_file_that_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    (folder / "three.yml").write_bytes(b"by hand\n")
    with pytest.raises(ChangedMeanwhileError) as told:
        change(folder, BEFORE, AFTER)
    assert told.value.paths == ("three.yml",)
    assert files_of(folder) == OLD | {"three.yml": b"by hand\n"}


def killed_at(folder: Path, number: int) -> bool:
    """Make the change in a process that is killed at its `number`th touch of the file system; return whether it was."""
    program = f"""
import os, pathlib, shutil, signal, sys
sys.path[:0] = {sys.path!r}
from dateline.ground import together, writing
left = {number}
def counted(call):
    def counts(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)
    return counts
together.os.fsync = counted(os.fsync)
for name in ("rename", "replace", "unlink", "mkdir", "chmod", "rmdir"):
    setattr(pathlib.Path, name, counted(getattr(pathlib.Path, name)))
together.shutil.rmtree = counted(shutil.rmtree)
together.change(pathlib.Path({str(folder)!r}), {BEFORE!r}, {AFTER!r})
"""
    return subprocess.run([sys.executable, "-c", program], check=False).returncode != 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed so elsewhere")
def test_a_process_that_is_killed_anywhere_leaves_all_or_none(tmp_path: Path) -> None:
    seen = set()
    for number in range(100):
        folder = tmp_path / str(number)
        for path, content in OLD.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        if not killed_at(folder, number):
            break
        finish(folder)
        stands = {path: said for path, said in files_of(folder).items() if not path.startswith(f"{PENDING}-")}
        assert stands in (OLD, NEW), number
        seen.add(stands == NEW)
    else:
        pytest.fail("it never came to its end")
    assert seen == {False, True}


def test_what_a_killed_process_prepared_is_swept_once_it_is_old(folder: Path) -> None:
    left = folder / f"{PENDING}-abc"
    left.mkdir()
    finish(folder)
    assert left.is_dir()
    os.utime(left, (0, 0))
    finish(folder)
    assert not left.exists()


def pending(folder: Path, listed: object) -> None:
    (folder / PENDING).mkdir()
    (folder / PENDING / "0").write_bytes(b"bad\n")
    (folder / PENDING / "list.json").write_text(json.dumps(listed))


@pytest.mark.parametrize(
    "listed", [[["../out.yml", "0"]], [["/out.yml", "0"]], {"a": 1}, [1], "x", [["a.yml", "../x"]]]
)
def test_a_list_that_is_none_of_ours_moves_nothing_out(folder: Path, listed: object) -> None:
    inside = folder / "inside"
    inside.mkdir()
    pending(inside, listed)
    finish(inside)
    assert files_of(folder) == OLD
    assert not is_pending(inside)


def test_nothing_is_written_through_a_link(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (folder / "c").symlink_to(elsewhere)
    with pytest.raises(OSError, match="link"):
        change(folder, BEFORE, AFTER)
    assert list(elsewhere.iterdir()) == []
    assert not is_pending(folder)
    pending(folder, [["c/four.yml", "0"]])
    finish(folder)
    assert list(elsewhere.iterdir()) == []


def test_the_rights_of_a_file_stay(folder: Path) -> None:
    (folder / "three.yml").chmod(0o640)
    change(folder, BEFORE, AFTER)
    assert (folder / "three.yml").stat().st_mode & 0o777 == 0o640


def test_a_system_that_refuses_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        change(folder, BEFORE, AFTER)
    assert files_of(folder) == OLD
    assert [path.name for path in folder.iterdir() if path.name.startswith(PENDING)] == []


def test_one_change_waits_for_none(folder: Path) -> None:
    change(folder, BEFORE, AFTER)
    change(folder, AFTER, BEFORE)
    assert files_of(folder) == OLD
    shutil.rmtree(folder / "a")
