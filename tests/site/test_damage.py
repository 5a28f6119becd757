"""What is kept between builds can be damaged in any way: it is then as good as not kept, and never published."""

import json
import os
import random
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dateline.ground import caching, writing
from dateline.ground.caching import FOLDER
from dateline.ground.writing import BUILD, MANIFEST
from dateline.pages.shared.derivations import derivation_of
from dateline.records.loading.record_cache import RecordCache
from dateline.records.types import Source
from dateline.site.building import build_state as remembering
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from projects import files_of, run
from rebuilding import built, generated, reworded

SCRIPT = "javascript:alert(1)"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built, to be copied."""
    project = generated(tmp_path_factory.mktemp("whole"), events=1)
    built(project)
    built(project, "cold", fresh=True)
    return project


@pytest.fixture(scope="module")
def retitled(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build from nothing makes of the project after its event was retitled."""
    project = copied(whole, tmp_path_factory.mktemp("retitled") / "project")
    retitle(project)
    built(project, "cold", fresh=True)
    return files_of(project / "cold")


def retitle(project: Path) -> None:
    """Edit the project's one event."""
    (event,) = (project / "content" / "events").rglob("*.yml")
    reworded(event, "title: ", "title: Again ")


@pytest.fixture
def project(whole: Path, tmp_path: Path) -> Path:
    return copied(whole, tmp_path / "project")


def copied(whole: Path, project: Path) -> Path:
    """Copy a project with what its builds remember, which goes by where their sites are."""
    shutil.copytree(whole, project, symlinks=True, dirs_exist_ok=True)
    for site in ("site", "cold"):
        (project / FOLDER / memory_of(whole / site)).rename(project / FOLDER / memory_of(project / site))
    return project


def memory_of(site: Path) -> str:
    return caching.digest(str(site).encode())[:8]


def kept_files(project: Path) -> list[Path]:
    found = [path for path in sorted((project / FOLDER).rglob("*")) if path.is_file()]
    return [*found, project / "site" / MANIFEST, project / "site" / BUILD]


# --- damage of every kind --------------------------------------------------------------------------------------------


def cut(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(max(path.stat().st_size, 1))])


def empty(path: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    path.write_bytes(b"")


def flip(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes() or b"?")
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def flip_unseen(path: Path, chance: random.Random) -> None:
    """Flip a bit as a bad disk does: the file is dated as before."""
    status = path.stat()
    content = bytearray(path.read_bytes() or b"?")
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    with path.open("r+b") as file:
        file.write(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def folder(path: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    path.unlink()
    path.mkdir()
    (path / "inside.txt").write_text("x")


def pipe(path: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    path.unlink()
    os.mkfifo(path)


def plug(path: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    path.unlink()
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path is short
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def link(path: Path, chance: random.Random) -> None:
    target = chance.choice(["/dev/zero", "/dev/null", "nowhere", path.name, ".."])
    path.unlink()
    path.symlink_to(target)


def other_json(path: Path, chance: random.Random) -> None:
    texts = ("null", "[]", "{}", '"x"', "NaN", "1e999", "[NaN]", "-0", "[[1]]", '{"files": 3, "version": 1}', "1" * 400)
    path.write_text(chance.choice(texts), encoding="utf-8")


def deep(path: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    path.write_text("[" * 200_000, encoding="utf-8")


def huge(path: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    with path.open("wb") as file:
        file.truncate(1 << 40)


def no_text(path: Path, chance: random.Random) -> None:
    path.write_bytes(b"\xff\xfe\x00\xd8" + chance.randbytes(200))


def another(path: Path, chance: random.Random) -> None:
    others = [one for one in sorted(path.parent.iterdir()) if one.is_file() and one != path]
    if others:
        shutil.copy(chance.choice(others), path)


def gone(path: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    path.unlink()


def another_engine(path: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    path.write_bytes(path.read_bytes().replace(caching.engine().encode(), b"0" * 32))


DAMAGES: tuple[Callable[[Path, random.Random], None], ...] = (
    cut, empty, flip, flip_unseen, folder, pipe, plug, link, other_json, deep, huge, no_text, another, gone,
    another_engine,
)  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 1 << 30),
    harm=st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=4),
    is_edited=st.booleans(),
    is_fresh=st.booleans(),
)
def test_whatever_is_damaged_the_site_is_as_from_nothing(  # noqa: PLR0913 - what may happen
    whole: Path,
    retitled: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
    *,
    seed: int,
    harm: list[Callable[[Path, random.Random], None]],
    is_edited: bool,
    is_fresh: bool,
) -> None:
    project = copied(whole, tmp_path_factory.mktemp("damaged") / "project")
    chance = random.Random(seed)  # noqa: S311 - for the same damage again
    for one in harm:
        kept = [path for path in kept_files(project) if path.is_file() and not path.is_symlink()]
        one(chance.choice(kept), chance)
    if is_edited:
        retitle(project)
    unlisted = {} if remembers(project) and not is_fresh else unlisted_files(project / "site")
    built(project, fresh=is_fresh)
    assert files_of(project / "site") == {**unlisted, **(retitled if is_edited else files_of(whole / "cold"))}
    assert built(project).made == 0
    shutil.rmtree(project)


def remembers(project: Path) -> bool:
    """Return whether it is still known, beside the manifest, what the site was made of."""
    return bool(remembering.read(project / FOLDER / memory_of(project / "site")).files)


def unlisted_files(site: Path) -> dict[str, bytes]:
    """Return the files of a site that its manifest no longer lists: they could be anybody's, and stay."""
    listed = writing.read_manifest(site)
    return {
        path: content
        for path, content in files_of(site).items()
        if path not in {MANIFEST, BUILD} and not writing.stands(site / path, listed.get(path, ""))
    }


@pytest.mark.parametrize("is_fresh", [False, True])
def test_a_file_stays_only_where_nothing_tells_any_more_that_it_is_ours(
    project: Path, retitled: dict[str, bytes], *, is_fresh: bool
) -> None:
    (project / "site" / MANIFEST).unlink()
    before = files_of(project / "site")
    retitle(project)
    gone = before.keys() - retitled.keys()
    assert gone
    built(project, fresh=is_fresh)
    assert files_of(project / "site") == retitled | ({path: before[path] for path in gone} if is_fresh else {})


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_the_file_that_remembers_a_build_may_be_damaged_in_any_way(project: Path, damage: Callable[..., None]) -> None:
    kept = project / FOLDER / memory_of(project / "site") / "build.json"
    damage(kept, random.Random(1))  # noqa: S311 - any
    built(project)
    built(project, "cold")
    assert files_of(project / "site") == files_of(project / "cold")


# --- what an edit by hand cannot do ----------------------------------------------------------------------------------


def edited_by_hand(project: Path, old: str, new: str) -> int:
    """Replace text in every kept record, in every way in which it may stand there."""
    count = 0
    for path in sorted((project / FOLDER).rglob("*")):
        if path.is_file() and old in (text := path.read_text(encoding="utf-8", errors="surrogateescape")):
            path.write_text(text.replace(old, new), encoding="utf-8", errors="surrogateescape")
            count += 1
    return count


@pytest.mark.parametrize("arguments", [[], ["--fresh"]])
def test_an_address_or_a_title_that_was_changed_in_what_is_kept_is_not_published(
    project: Path, retitled: dict[str, bytes], arguments: list[str]
) -> None:
    assert edited_by_hand(project, "https://", SCRIPT)
    assert edited_by_hand(project, "title", "liar")
    (project / "content" / "chronology.yml").touch()
    retitle(project)
    done = run("dateline", "build", *arguments, cwd=project)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(project / "site") == retitled
    assert not any(SCRIPT.encode() in content for content in files_of(project / "site").values())


def forged(project: Path, change: Callable[[str], str]) -> None:
    """Change what is kept of records, and have a checksum that fits."""
    for path in sorted((project / FOLDER / "records").glob("*.json")):
        kept = caching.read(path)
        assert isinstance(kept, dict)
        caching.write(path, json.loads(change(json.dumps(kept))))


@pytest.mark.parametrize(
    "old, new",
    [
        ('"https://', f'"{SCRIPT}'),
        ("null", "3"),
        ("[]", '"x"'),
        ('"asserts"', "[]"),
        ("[[", '["y",['),
        ("true", "null"),
    ],
)
def test_what_has_no_valid_shape_is_not_believed_whatever_its_checksum(project: Path, old: str, new: str) -> None:
    forged(project, lambda text: text.replace(old, new))
    built(project)
    assert files_of(project / "site") == files_of(project / "cold")


def test_a_fresh_build_reads_nothing_that_is_remembered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path) -> None:
        pytest.fail(f"{path} was read")

    monkeypatch.setattr(caching, "content_of", read)
    built(project, fresh=True)


def test_a_cache_does_not_take_a_record_for_one_of_another_type(tmp_path: Path) -> None:
    caching.write(tmp_path / "records" / "00.json", {"a.yml": ["d", "Event"]})
    cache = RecordCache(tmp_path)
    assert not cache.holds("a.yml", "d")
    assert cache.find("a.yml", "d", Source) is None


# --- names that are remembered ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "derived dateline.ground.processes.cores",
        "derived dateline.site.building.staging.finish_interrupted",
        "derived os.getcwd",
        "Edition derived",
        "Chronology __class__",
        "Edition __init__",
    ],
)
def test_a_name_that_nobody_registered_is_never_looked_up(project: Path, retitled: dict[str, bytes], name: str) -> None:
    for path in sorted((project / FOLDER).glob("*/build.json")):
        kept = caching.read(path)
        assert isinstance(kept, dict)
        kept["notes"][0][0] = name
        caching.write(path, kept)
    retitle(project)
    built(project)
    assert files_of(project / "site") == retitled
    with pytest.raises(KeyError):
        derivation_of(name.removeprefix("derived "))


def shapeless() -> Iterator[tuple[str, object]]:
    for key in ("inputs", "shell", "problems", "told", "fingerprints", "frame", "wholes", "pieces", "marks", "plans"):
        yield from ((key, value) for value in (None, 3, "x", ["x"], {"x": 3}, {"x": ["y"]}, [[["x"]]]))
    yield "frame", {"../outside.txt": "0" * 64}
    yield "frame", {"/etc/passwd": "0" * 64}


def test_a_memory_without_a_valid_shape_is_none(project: Path) -> None:
    path = min((project / FOLDER).glob("*/build.json"))
    kept = caching.read(path)
    assert isinstance(kept, dict)
    assert remembering.read(path.parent).inputs
    for key, value in shapeless():
        if type(value) is type(kept[key]) and (type(value) is str or (key, value) == ("told", ["x"])):
            continue  # of this shape it may be
        caching.write(path, {**kept, key: value})
        assert not remembering.read(path.parent).inputs, (key, value)
