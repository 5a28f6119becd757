"""Pages reach the disk whole, only where they changed, and never at somebody else's cost."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from dateline.ground import writing
from dateline.ground.publishing import claim, publish
from dateline.ground.writing import BUILD, MANIFEST, ForeignFileError, Written, marks, write
from projects import environment, files_of

LONG_AGO = 1_000_000_000


def aged(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def touched(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {MANIFEST, BUILD} and path.stat().st_mtime != LONG_AGO
    }


def texts(folder: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in files_of(folder).items() if path not in {MANIFEST, BUILD}}


def test_a_missing_folder_is_made_and_filled(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    assert write([("x.md", "é\n"), ("y/z.bin", b"\0\xff")], out) == Written(2, 0, 0)
    assert (out / "x.md").read_bytes() == b"\xc3\xa9\n"
    assert (out / "y" / "z.bin").read_bytes() == b"\0\xff"


def test_a_second_run_writes_only_what_changed(tmp_path: Path) -> None:
    write([("a.md", "1"), ("b.md", "2"), ("c.md", "3")], tmp_path)
    aged(tmp_path)
    assert write([("a.md", "1"), ("b.md", "new"), ("c.md", "3")], tmp_path) == Written(1, 2, 0)
    assert touched(tmp_path) == {"b.md"}


def test_what_is_gone_is_removed_with_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    write([("a.md", "1"), ("x/y/z.md", "2"), ("x/w.md", "3")], tmp_path)
    assert write([("a.md", "1")], tmp_path) == Written(0, 1, 2)
    assert not (tmp_path / "x").exists()


def test_a_manifest_with_whole_hashes_still_says_what_may_go(tmp_path: Path) -> None:
    write([("a.html", "a"), ("b.html", "b")], tmp_path)
    whole = {name: hashlib.sha256(name[:1].encode()).hexdigest() for name in ("a.html", "b.html")}
    writing.write_manifest(tmp_path, whole)
    write([("b.html", "b")], tmp_path)
    assert not (tmp_path / "a.html").exists()
    assert (tmp_path / "b.html").exists()


def test_a_folder_that_holds_somebody_elses_file_stays(tmp_path: Path) -> None:
    write([("x/y.md", "1")], tmp_path)
    (tmp_path / "x" / "mine.txt").write_text("mine")
    write([("a.md", "1")], tmp_path)
    assert texts(tmp_path) == {"a.md": "1", "x/mine.txt": "mine"}


def test_a_file_that_dateline_did_not_write_is_never_removed(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / ".hidden").write_text("mine")
    write([("a.md", "1")], tmp_path)
    write([], tmp_path)
    assert texts(tmp_path) == {"mine.txt": "mine", ".hidden": "mine"}


def test_a_file_that_dateline_did_not_write_is_never_overwritten_and_nothing_else_is_either(tmp_path: Path) -> None:
    write([("old.md", "old")], tmp_path)
    (tmp_path / "a.md").write_text("mine")
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "b.md").write_text("mine")
    aged(tmp_path)
    with pytest.raises(ForeignFileError) as error:
        write([("0.md", "new"), ("a.md", "1"), ("x/b.md", "2")], tmp_path)
    assert error.value.paths == ("a.md", "x/b.md")
    assert texts(tmp_path) == {"old.md": "old", "a.md": "mine", "x/b.md": "mine"}
    assert touched(tmp_path) == set()


def test_a_foreign_file_that_says_the_same_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("1")
    assert write([("a.md", "1")], tmp_path) == Written(0, 1, 0)


def test_a_page_that_somebody_edited_by_hand_is_written_again(tmp_path: Path) -> None:
    write([("a.md", "1")], tmp_path)
    (tmp_path / "a.md").write_text("edited")
    assert write([("a.md", "1")], tmp_path) == Written(1, 0, 0)
    assert texts(tmp_path) == {"a.md": "1"}


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"version": 1}',
        b'{"version": 1, "files": []}',
        b'{"version": 1, "files": {"mine.txt": 5}}',
        b'{"version": 99, "files": {"mine.txt": "x"}}',
        b'{"version": 1, "files": {"../outside.txt": "x"}}',
        b'{"version": 1, "files": {"/etc/outside.txt": "x"}}',
        b"[" * 100_000,
    ],
    ids=range(13),
)
def test_a_damaged_or_foreign_manifest_gives_no_right_to_remove_anything(tmp_path: Path, manifest: bytes) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "outside.txt").write_text("outside")
    (out / "mine.txt").write_text("mine")
    (out / MANIFEST).write_bytes(manifest)
    write([("a.md", "1")], out)
    assert (tmp_path / "outside.txt").read_text() == "outside"
    assert texts(out) == {"mine.txt": "mine", "a.md": "1"}
    assert write([("a.md", "1")], out) == Written(0, 1, 0)


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "a/../../x.md", "a/.."])
def test_a_path_that_leads_out_of_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        write([("ok.md", "1"), (path, "1")], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_manifest_that_names_a_file_behind_a_link_removes_nothing_outside(tmp_path: Path) -> None:
    outside, out = tmp_path / "outside", tmp_path / "out"
    outside.mkdir()
    out.mkdir()
    (outside / "mine.txt").write_text("mine")
    (out / "link").symlink_to(outside)
    (out / MANIFEST).write_text(json.dumps({"version": 1, "files": {"link/mine.txt": "x"}}))
    write([], out)
    assert (outside / "mine.txt").read_text() == "mine"


def test_a_folder_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    outside, out = tmp_path / "outside", tmp_path / "out"
    outside.mkdir()
    out.mkdir()
    (out / "days").symlink_to(outside)
    with pytest.raises(ForeignFileError):
        write([("days/a.md", "1")], out)
    assert list(outside.iterdir()) == []


def test_a_link_in_the_place_of_a_page_is_replaced_and_not_followed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write([("a.md", "1")], out)
    (tmp_path / "mine.txt").write_text("mine")
    (out / "a.md").unlink()
    (out / "a.md").symlink_to(tmp_path / "mine.txt")
    write([("a.md", "2")], out)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (out / "a.md").read_text() == "2"
    assert not (out / "a.md").is_symlink()


def test_a_page_may_take_the_place_of_a_folder_that_dateline_wrote_and_the_other_way_round(tmp_path: Path) -> None:
    write([("a/b.md", "1")], tmp_path)
    write([("a", "2")], tmp_path)
    assert texts(tmp_path) == {"a": "2"}
    write([("a/b.md", "3")], tmp_path)
    assert texts(tmp_path) == {"a/b.md": "3"}


def test_a_failed_write_leaves_the_earlier_page_whole_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write([("a.md", "1")], tmp_path)

    def fail(_: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail)
        with pytest.raises(OSError, match="No space"):
            write([("a.md", "2")], tmp_path)
    assert texts(tmp_path) == {"a.md": "1"}


def test_after_a_kill_in_the_middle_every_page_is_whole_and_the_next_run_puts_all_right(tmp_path: Path) -> None:
    before = [(f"{n}.md", f"old {n}\n" * 5000) for n in range(40)]
    after = [(f"{n}.md", f"new {n}\n" * 5000) for n in range(20, 60)]
    write(before, tmp_path)
    program = f"""
        import os, signal
        from pathlib import Path
        from dateline.ground import writing
        whole, count = writing.write_atomically, 0
        def interrupted(path, content):
            global count
            count += 1
            if count == 15:
                handle = (path.parent / ".dateline-half.tmp").open("wb")
                handle.write(content[:100]); handle.flush()
                os.kill(os.getpid(), signal.SIGKILL)
            whole(path, content)
        writing.write_atomically = interrupted
        writing.write([(f"{{n}}.md", f"new {{n}}\\n" * 5000) for n in range(20, 60)], Path({str(tmp_path)!r}))
    """
    killed = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False, env=environment())
    assert killed.returncode == -signal.SIGKILL
    known = {*before, *after}
    assert {item for item in texts(tmp_path).items() if item[0].endswith(".md")} <= known
    write(after, tmp_path)
    assert {path: text for path, text in texts(tmp_path).items() if path.endswith(".md")} == dict(after)


def test_pages_can_be_read_by_everybody_as_files_made_by_hand_can(tmp_path: Path) -> None:
    write([("a.md", "1")], tmp_path)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644


def test_what_is_written_depends_on_nothing_but_the_pages(tmp_path: Path) -> None:
    pages = [("b.md", "2"), ("a/c.md", "3"), ("a.md", "1")]
    write(pages, tmp_path / "one")
    write([("x.md", "1")], tmp_path / "two")
    write(reversed(pages), tmp_path / "two")
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_publishing_replaces_a_site_file_by_file_and_prunes_the_earlier_one(tmp_path: Path) -> None:
    built, site = tmp_path / "built", tmp_path / "site"
    write([("index.html", "1"), ("old/index.html", "2"), ("same.css", "3")], built)
    publish(built, site)
    (site / "CNAME").write_text("mine")
    aged(site)
    write([("index.html", "new"), ("same.css", "3")], built)
    assert publish(built, site) == Written(1, 1, 1)
    assert texts(site) == {"index.html": "new", "same.css": "3", "CNAME": "mine"}
    assert touched(site) == {"index.html"}


def test_publishing_replaces_what_mkdocs_built_there_before(tmp_path: Path) -> None:
    built, site = tmp_path / "built", tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("by mkdocs")
    write([("index.html", "new")], built)
    publish(built, site)
    assert texts(site) == {"index.html": "new"}


def test_a_site_that_mkdocs_built_can_be_pruned_by_the_next_publishing(tmp_path: Path) -> None:
    built, site = tmp_path / "built", tmp_path / "site"
    site.mkdir()
    (site / "gone.html").write_text("by mkdocs")
    claim(site, {})
    write([("index.html", "new")], built)
    publish(built, site)
    assert texts(site) == {"index.html": "new"}


@pytest.mark.parametrize("keep", ["mine.txt", None])
def test_a_folder_of_somebody_elses_in_the_place_of_a_page_is_refused(tmp_path: Path, keep: str | None) -> None:
    built, site = tmp_path / "built", tmp_path / "site"
    write([("index.html", "new")], built)
    (site / "index.html").mkdir(parents=True)
    if keep:
        (site / "index.html" / keep).write_text("mine")
    with pytest.raises(ForeignFileError):
        publish(built, site)
    with pytest.raises(ForeignFileError):
        write([("index.html", "new")], site)
    assert texts(site) == ({f"index.html/{keep}": "mine"} if keep else {})


def test_a_file_of_somebody_elses_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "days").write_text("mine")
    with pytest.raises(ForeignFileError):
        write([("days/a.md", "1")], tmp_path)
    assert texts(tmp_path) == {"days": "mine"}


# --- what is pruned, and what is not ---------------------------------------------------------------------------------


def test_a_page_in_whose_place_somebody_put_an_own_file_is_not_removed(tmp_path: Path) -> None:
    write([("a.md", "1"), ("b.md", "2"), ("x/c.md", "3")], tmp_path)
    (tmp_path / "b.md").write_text("mine")
    (tmp_path / "x" / "c.md").write_text("mine")
    assert write([("a.md", "1")], tmp_path) == Written(0, 1, 0)
    assert texts(tmp_path) == {"a.md": "1", "b.md": "mine", "x/c.md": "mine"}
    with pytest.raises(ForeignFileError):
        write([("b.md", "4")], tmp_path)


def test_a_folder_with_an_edited_page_is_not_replaced_by_a_page(tmp_path: Path) -> None:
    write([("a/b.md", "1")], tmp_path)
    (tmp_path / "a" / "b.md").write_text("mine")
    with pytest.raises(ForeignFileError):
        write([("a", "2")], tmp_path)
    assert texts(tmp_path) == {"a/b.md": "mine"}


@pytest.mark.parametrize("written_before_the_kill", [False, True])
def test_after_a_kill_a_page_is_pruned_whether_it_was_reached_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, written_before_the_kill: bool
) -> None:
    write([("a.md", "old"), ("b.md", "old")], tmp_path)

    class KilledError(Exception):
        pass

    whole = writing.write_atomically

    def killed(path: Path, content: bytes) -> None:
        if path.name == ("b.md" if written_before_the_kill else "a.md"):
            raise KilledError
        whole(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(writing, "write_atomically", killed)
        with pytest.raises(KilledError):
            write([("a.md", "new"), ("b.md", "new")], tmp_path)
    assert write([("c.md", "1")], tmp_path).removed == 2
    assert texts(tmp_path) == {"c.md": "1"}


@pytest.mark.parametrize("folder", ["", "days/"])
def test_what_a_killed_write_left_is_cleaned_up_and_nothing_else(tmp_path: Path, folder: str) -> None:
    write([("days/a.md", "1")], tmp_path)
    base = tmp_path / folder
    (base / ".dateline-k1ll3d.tmp").write_text("half")
    kept = {".dateline-notes.txt", "dateline-x.tmp", ".dateline-later.tmp", ".dateline-link.tmp", ".dateline-dir.tmp"}
    for name in (".dateline-notes.txt", "dateline-x.tmp", ".dateline-later.tmp"):
        (base / name).write_text("mine")
    (base / ".dateline-link.tmp").symlink_to(base / ".dateline-notes.txt")
    (base / ".dateline-dir.tmp").mkdir()
    aged(tmp_path)
    os.utime(base / ".dateline-later.tmp", (LONG_AGO * 4, LONG_AGO * 4))
    write([("days/a.md", "1")], tmp_path)
    assert {path.name for path in base.iterdir()} - {MANIFEST, "days", "a.md"} == kept


def test_a_rest_in_a_folder_that_goes_does_not_keep_it(tmp_path: Path) -> None:
    write([("days/a.md", "1")], tmp_path)
    (tmp_path / "days" / ".dateline-k1ll3d.tmp").write_text("half")
    aged(tmp_path)
    write([], tmp_path)
    assert not (tmp_path / "days").exists()


def test_only_what_a_build_wrote_is_claimed(tmp_path: Path) -> None:
    site, built = tmp_path / "site", tmp_path / "built"
    foreign = {".nojekyll": "", ".git/HEAD": "ref", "x/.keep": "mine", "CNAME": "mine", "x/own.txt": "mine"}
    for path, text in foreign.items() | {("index.html", "older")}:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    before = marks(site)
    (site / "index.html").unlink()
    (site / "index.html").write_text("by mkdocs")
    (site / "gone.html").write_text("by mkdocs")
    (site / ".well-known").write_text("put there meanwhile")
    (site / "link").symlink_to(tmp_path / "nothing")
    claim(site, before)
    assert set(json.loads((site / MANIFEST).read_text())["files"]) == {"index.html", "gone.html"}
    write([("index.html", "new")], built)
    publish(built, site)
    assert texts(site) == foreign | {".well-known": "put there meanwhile", "index.html": "new"}


def test_what_the_manifest_lists_stays_claimed_unless_it_says_something_else(tmp_path: Path) -> None:
    write([("a.html", "1"), ("b.html", "2")], tmp_path)
    (tmp_path / "b.html").write_text("mine")
    claim(tmp_path, marks(tmp_path))
    assert set(json.loads((tmp_path / MANIFEST).read_text())["files"]) == {"a.html"}
