"""Shards of a site: only all of them, of the same records, are a site, and no file of them leads astray."""

from pathlib import Path

import pytest
from dateline.ground.caching import FOLDER
from dateline.site.building import build_state as remembering
from dateline.site.building.build_state import BuildState, KeptPiece, MadeWhole, PlanResult
from dateline.site.building.options import Shard
from dateline.site.building.shards import ShardError, _Share, folder_of_state, gather
from dateline.site.building.tracing import KeptNote
from hypothesis import given
from hypothesis import strategies as st


def shard(folder: Path, told: str, *files: str, inputs: str = "now") -> Path:
    """Write a shard whose files say their names, each made by a plan that looked at one thing."""
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    state = BuildState(
        inputs=inputs,
        shard=told,
        notes=[KeptNote("events", name) for name in files],
        fingerprints=[f"print of {name}" for name in files],
        plans={
            f"{name}.md": PlanResult({name: remembering.hash_of(folder / name)}, {}, [place], [KeptPiece("x", name, 1)])
            for place, name in enumerate(files)
        },
        pieces={"x": "digest"},
        wholes={f"whole {told}": MadeWhole("key", {})},
    )
    state.shell = "shell"
    remembering.write(folder_of_state(folder), state)
    return folder


def test_the_files_of_all_shards_and_what_they_remember_are_one(tmp_path: Path) -> None:
    one = shard(tmp_path / "1", "1/2", "a", "deep/b")
    two = shard(tmp_path / "2", "2/2", "c")
    known = gather([two, one], "now", tmp_path / "staged", tmp_path / "kept")
    assert {path.name for path in (tmp_path / "staged").rglob("*") if path.is_file()} == {"a", "b", "c"}
    assert (known.folder, known.is_of_now, known.before.shell) == (tmp_path / "kept", True, "shell")
    assert sorted(known.before.wholes) == ["whole 1/2", "whole 2/2"]
    assert [path for path, _ in known.stores] == [folder_of_state(two), folder_of_state(one)]
    for path, made in known.before.plans.items():
        (note,) = made.notes
        assert known.before.notes[note].key == path.removesuffix(".md")
        assert known.before.fingerprints[note] == f"print of {path.removesuffix('.md')}"


def told_of(tmp_path: Path, folders: list[Path], inputs: str = "now") -> str:
    with pytest.raises(ShardError) as refused:
        gather(folders, inputs, tmp_path / "staged", tmp_path / "kept")
    return str(refused.value).replace(str(tmp_path), "")


@pytest.mark.parametrize(
    "shards, told",
    [
        ([], "there are shards of nothing"),
        (["1/2"], "shard 2 of 2 is not there"),
        (["2/3", "1/3"], "shard 3 of 3 is not there"),
        (["1/2", "1/2"], "/1 and /0 are the same shard"),
        (["1/2", "2/3"], "there are shards of 2 and of 3"),
        ([""], "/0 is no shard that this version of Dateline has built"),
        (["one/two"], "/0 is no shard that this version of Dateline has built"),
        (["1/2/3"], "/0 is no shard that this version of Dateline has built"),
    ],
)
def test_shards_that_are_not_all_of_one_site_are_refused(tmp_path: Path, shards: list[str], told: str) -> None:
    assert told_of(tmp_path, [shard(tmp_path / str(place), name) for place, name in enumerate(shards)]) == told
    assert not (tmp_path / "staged").exists()


def test_a_folder_that_is_no_shard_and_one_of_other_records_are_refused(tmp_path: Path) -> None:
    (tmp_path / "any").mkdir()
    assert told_of(tmp_path, [tmp_path / "any"]) == "/any is no shard that this version of Dateline has built"
    old = shard(tmp_path / "old", "1/1", "a", inputs="before")
    assert told_of(tmp_path, [old]) == "/old was built of other records, templates or settings than those here"


@pytest.mark.parametrize("damage", ["changed", "linked"])
def test_a_file_that_is_not_what_the_shard_wrote_is_refused(tmp_path: Path, damage: str) -> None:
    folder = shard(tmp_path / "1", "1/1", "a")
    (folder / "a").unlink()
    if damage == "linked":
        (tmp_path / "copy").write_text("a", encoding="utf-8")
        (folder / "a").symlink_to(tmp_path / "copy")
    else:
        (folder / "a").write_text("another", encoding="utf-8")
    assert told_of(tmp_path, [folder]) == "/1/a is not what the shard's build wrote"


def test_a_file_that_is_gone_is_told_with_the_reason(tmp_path: Path) -> None:
    folder = shard(tmp_path / "1", "1/1", "a")
    (folder / "a").unlink()
    assert told_of(tmp_path, [folder]).startswith("/1/a cannot be read: ")


@given(st.integers(1, 9), st.integers(1, 40), st.text("abc/-", min_size=1, max_size=12))
def test_every_plan_is_in_one_shard_and_every_bundle_in_one_or_none(count: int, bundles: int, path: str) -> None:
    shares = [_Share(Shard(number, count), bundles) for number in range(1, count + 1)]
    assert sum(share.has(path) for share in shares) == 1
    expected = 1 if bundles % count == 0 else 0
    assert all(sum(share.has_bundle(number) for share in shares) == expected for number in range(bundles))


def test_what_is_remembered_of_a_shard_lies_apart_from_its_files_and_from_the_projects_own(tmp_path: Path) -> None:
    assert folder_of_state(tmp_path).parent == tmp_path
    assert FOLDER not in folder_of_state(tmp_path).parents
