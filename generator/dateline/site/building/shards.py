"""A site built on several machines: each builds the plans of its share, and one puts these together.

A shard is a folder with the files that were built and, beside them, what any build
remembers: so merging is a build that finds everything made.  Which plans a shard has
follows from their names alone.
"""

import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from dateline.pages import search
from dateline.site.building import build_state as remembering
from dateline.site.building.build_state import BuildState
from dateline.site.building.options import Shard
from dateline.site.building.site_build import KnownBuild, SiteBuild
from dateline.site.recipe import name_of_bundle, shards

_FOLDER: Final = ".dateline-shard"


class ShardError(Exception):
    """Shards that cannot be put together."""


def folder_of_state(shard: Path) -> Path:
    """Return where the folder of a shard has what is remembered of its build."""
    return shard / _FOLDER


def of_shard(site: SiteBuild, shard: Shard, staged: Path) -> BuildState:
    """Make in `staged` the files of one shard, and return what its merger needs to know."""
    bundles = shards(site.edition)
    share = _Share(shard, bundles)
    now = site.made_of_share(
        staged,
        [path for path in site.all_plans if share.has(path)],
        {name_of_bundle(number) for number in range(bundles) if share.has_bundle(number)},
    )
    now.shard = f"{shard.number}/{shard.count}"
    return now


class _Share:
    """Which plans and which bundles of the search a shard has.

    Where the bundles can be dealt out evenly, a shard has all plans that add to its
    bundles, and makes these; else they are made when the shards are merged.
    """

    def __init__(self, shard: Shard, bundles: int) -> None:
        self._place, self._count = shard.number - 1, shard.count
        self._bundles = bundles if bundles % shard.count == 0 else 0

    def has(self, path: str) -> bool:
        return search.shard_of(path, self._bundles or self._count) % self._count == self._place

    def has_bundle(self, number: int) -> bool:
        return bool(self._bundles) and number % self._count == self._place


def gather(folders: Sequence[Path], inputs: str, staged: Path, folder: Path) -> KnownBuild:
    """Put the files of all shards into `staged`, and return what their builds remember as that of one build.

    Raises ShardError where they are not all there, were built of other files than those
    whose digest is `inputs`, or do not hold what they remember.
    """
    found = {path: remembering.read(folder_of_state(path)) for path in folders}
    _refuse_others(found, inputs)
    together = BuildState()
    for path, state in found.items():
        _copy(path, state.files, staged)
        _add(state, together)
    stores = tuple((folder_of_state(path), state) for path, state in found.items())
    return KnownBuild(folder, together, stores=stores, is_of_now=True)


def _refuse_others(found: Mapping[Path, BuildState], inputs: str) -> None:
    seen: dict[tuple[int, int], Path] = {}
    for path, state in found.items():
        place = _place(state.shard)
        if place is None:
            raise ShardError(f"{path} is no shard that this version of Dateline has built")
        if state.inputs != inputs:
            raise ShardError(f"{path} was built of other records, templates or settings than those here")
        if place in seen:
            raise ShardError(f"{path} and {seen[place]} are the same shard")
        seen[place] = path
    counts = {count for _, count in seen}
    if len(counts) != 1:
        raise ShardError(f"there are shards of {' and of '.join(map(str, sorted(counts))) or 'nothing'}")
    if missing := sorted({*range(1, max(counts) + 1)} - {number for number, _ in seen}):
        raise ShardError(f"shard {missing[0]} of {max(counts)} is not there")


def _place(shard: str) -> tuple[int, int] | None:
    with suppress(ValueError):
        number, count = map(int, shard.split("/"))
        return number, count
    return None


def _copy(folder: Path, files: Mapping[str, str], staged: Path) -> None:
    for path, hash_ in files.items():
        pure = PurePosixPath(path)
        source, target = folder / path, staged / path
        is_inside = not pure.is_absolute() and ".." not in pure.parts
        try:
            if not is_inside or source.is_symlink() or remembering.hash_of(source) != hash_:
                raise ShardError(f"{source} is not what the shard's build wrote")
        except OSError as error:
            raise ShardError(f"{source} cannot be read: {error.strerror}") from error
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _add(state: BuildState, to: BuildState) -> None:
    first = len(to.notes)
    to.shell = state.shell
    to.notes += state.notes
    to.fingerprints += state.fingerprints
    to.wholes |= state.wholes
    for path, made in state.plans.items():
        to.plans[path] = replace(made, notes=[first + note for note in made.notes])
