"""A build that is killed while it publishes leaves the old site, the new one, or one that says that it is neither."""

import errno
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from dateline.ground import publishing, writing
from dateline.ground.publishing import JOURNAL, finish, publish
from dateline.ground.writing import BUILD, MANIFEST
from dateline.site.building import finish_interrupted
from dateline.site.building.staging import staging
from projects import files_of, run
from rebuilding import built, generated, reworded

STEPS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "open", "os.chmod", "shutil.rmtree")
OLD = {f"{name}/index.html": f"old {name}" for name in "abcdef"} | {"gone/deep/index.html": "gone", "same.txt": "same"}
NEW = {f"{name}/index.html": f"new {name}" for name in "abcdef"} | {"x/y/z/index.html": "z", "same.txt": "same"}


def laid_out(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def publish_beside(site: Path, files: dict[str, str]) -> None:
    with staging(site) as staged:
        publish(laid_out(staged, files), site)


def killed_at(step: int, folder: Path, work: Callable[[], object]) -> bool:
    """Do `work` in a process that dies before its change of this number to a file below `folder`; return whether."""
    process = os.fork()
    if not process:
        left = iter(range(step))

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            if event not in STEPS or not arguments or not str(arguments[0]).startswith(str(folder)):
                return
            is_reading = event == "open" and not int(str(arguments[2] or 0)) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if not is_reading and next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def contents(site: Path) -> dict[str, str]:
    texts = {path: text.decode() for path, text in files_of(site).items() if path not in {MANIFEST, BUILD}}
    return {path: text for path, text in texts.items() if not path.startswith(".dateline-")}


def says_whole(site: Path) -> bool:
    return (site / BUILD).is_file() and (site / BUILD).read_text(encoding="utf-8").endswith(", whole.\n")


def test_a_kill_before_any_change_of_a_file_leaves_a_whole_site_or_says_that_it_does_not(tmp_path: Path) -> None:
    first = tmp_path / "first"
    publish_beside(first / "site", OLD)
    laid_out(first / "site", {"theirs/note.txt": "theirs"})
    old, new = OLD | {"theirs/note.txt": "theirs"}, NEW | {"theirs/note.txt": "theirs"}
    seen, step = set(), 0
    while True:
        here = shutil.copytree(first, tmp_path / f"at-{step}")
        if not killed_at(step, here, lambda site=here / "site": publish_beside(site, NEW)):  # type: ignore[misc]
            break
        now = contents(here / "site")
        seen.add("old" if now == old else "new" if now == new else "both")
        assert now in (old, new) or not says_whole(here / "site"), step
        finish_interrupted(here / "site")
        assert contents(here / "site") in (old, new), step
        assert says_whole(here / "site"), step
        if now not in (old, new):
            assert contents(here / "site") == new, step
        publish_beside(here / "site", NEW)
        assert contents(here / "site") == new, step
        # A folder that was made and not yet locked may be that of a build which begins just now.
        assert not any(list(path.iterdir()) for path in here.iterdir() if path.name != "site"), step
        step += 1
    assert seen == {"old", "new", "both"}
    assert step > len(NEW)


def test_finishing_can_be_killed_too_at_any_moment(tmp_path: Path) -> None:
    first = tmp_path / "first"
    publish_beside(first / "site", OLD)
    step = 0
    while not list(first.glob(f".dateline-build-*/{JOURNAL}")) or says_whole(first / "site"):
        shutil.rmtree(first)
        publish_beside(first / "site", OLD)
        assert killed_at(step, first, lambda: publish_beside(first / "site", NEW))
        step += 1
    step = 0
    while True:
        here = shutil.copytree(first, tmp_path / f"at-{step}")
        if not killed_at(step, here, lambda site=here / "site": finish_interrupted(site)):  # type: ignore[misc]
            break
        assert contents(here / "site") == NEW or not says_whole(here / "site")
        finish_interrupted(here / "site")
        assert contents(here / "site") == NEW
        assert says_whole(here / "site")
        step += 1
    assert step > 3


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = generated(tmp_path, events=1)
    built(project)
    return project


def interrupted(project: Path) -> None:
    """Have a build killed while it puts its files into place."""
    event = min((project / "content" / "events").rglob("*.yml"))
    reworded(event, "title: ", "title: Again ")
    built(project, "cold", fresh=True)
    before = contents_of_pages(project / "site")
    move = publishing._move

    def work() -> None:
        left = iter(range(3))

        def dying(source: Path, target: Path) -> None:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            move(source, target)

        publishing._move = dying
        built(project)

    process = os.fork()
    if not process:
        try:
            work()
        finally:
            os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(process, 0)[1])
    assert contents_of_pages(project / "site") not in (before, contents_of_pages(project / "cold"))
    assert "some pages may still be of the earlier one" in (project / "site" / BUILD).read_text(encoding="utf-8")


def contents_of_pages(site: Path) -> dict[str, bytes]:
    return {path: text for path, text in files_of(site).items() if path not in {MANIFEST, BUILD}}


def test_the_next_build_finishes_what_was_interrupted_even_where_the_records_are_broken_by_now(project: Path) -> None:
    interrupted(project)
    (project / "content" / "events" / "broken.yml").write_text("title: [\n", encoding="utf-8")
    assert run("dateline", "build", cwd=project).returncode == 1
    assert files_of(project / "site") == files_of(project / "cold")
    (project / "content" / "events" / "broken.yml").unlink()
    built(project)
    assert files_of(project / "site") == files_of(project / "cold")
    assert built(project).made == 0


def test_a_build_of_another_folder_finishes_it_as_well(project: Path) -> None:
    interrupted(project)
    built(project, "another")
    assert files_of(project / "site") == files_of(project / "cold")


def test_where_the_files_that_were_made_are_gone_the_site_goes_on_saying_so_and_the_next_build_mends_it(
    project: Path,
) -> None:
    interrupted(project)
    for left in project.glob(".dateline-build-*"):
        shutil.rmtree(left)
    assert not finish_interrupted(project / "site")
    assert not says_whole(project / "site")
    built(project)
    assert files_of(project / "site") == files_of(project / "cold")


@pytest.mark.parametrize("part", ["put", "site", "folder", "version", "all"])
def test_a_journal_that_is_not_ours_or_damaged_does_nothing(tmp_path: Path, part: str) -> None:
    outside = laid_out(tmp_path / "outside", {"secret.txt": "secret"})
    publish_beside(tmp_path / "site", OLD)
    work = laid_out(tmp_path / ".dateline-build-x", {"lock": "", "site/a/index.html": "evil"})
    writing.write_manifest(work, {"a/index.html": "0" * 64})
    journal: dict[str, object] = {
        "folder": "site", "site": "site", "put": {"a/index.html": "0" * 64}, "gone": {}, "version": 1,
    }  # fmt: skip
    harm: dict[str, dict[str, object]] = {
        "put": {"put": {"../outside/secret.txt": "0" * 64}},
        "site": {"site": "../outside"},
        "folder": {"folder": ".."},
        "version": {"version": 2},
        "all": {},
    }
    text = "[[[" if part == "all" else json.dumps(journal | harm[part])
    (work / JOURNAL).write_text(text, encoding="utf-8")
    assert not finish(work)
    finish_interrupted(tmp_path / "site")
    assert contents(tmp_path / "site") == OLD
    assert (outside / "secret.txt").read_text(encoding="utf-8") == "secret"


def test_a_file_that_one_of_two_lists_knows_as_it_stands_is_ours_and_goes(tmp_path: Path) -> None:
    site, staged = laid_out(tmp_path / "site", {"old.html": "old"}), tmp_path / "work" / "site"
    old, wrong = writing.hash_of(b"old"), writing.hash_of(b"something else")
    for listed, remembered in ((wrong, old), (old, wrong)):
        laid_out(site, {"old.html": "old"})
        writing.write_manifest(site, {"old.html": listed})
        assert publishing.update(staged, site, {}, {"old.html": remembered}).removed == 1
        assert not (site / "old.html").exists()


def test_a_site_in_another_file_system_is_copied_into_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_beside(tmp_path / "site", OLD)
    replace = Path.replace

    def across(self: Path, target: Path) -> Path:
        if (self.parent / "lock").exists() or ".dateline-build-" in str(self):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return replace(self, target)

    with monkeypatch.context() as patched, staging(tmp_path / "site") as staged:
        laid_out(staged, NEW)
        write = writing.write_atomically

        def begun(path: Path, content: bytes) -> None:
            write(path, content)
            if path.name == JOURNAL:
                patched.setattr(Path, "replace", across)

        patched.setattr(writing, "write_atomically", begun)
        publish(staged, tmp_path / "site")
    assert contents(tmp_path / "site") == NEW
    assert says_whole(tmp_path / "site")


def test_the_same_site_has_the_same_name_and_another_has_another(tmp_path: Path) -> None:
    names = []
    for number, files in enumerate((OLD, NEW, OLD)):
        publish_beside(tmp_path / str(number), files)
        names.append((tmp_path / str(number) / BUILD).read_text(encoding="utf-8"))
    assert names[0] == names[2] != names[1]
