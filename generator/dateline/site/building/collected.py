"""What a site has beside the pages of its plans: what is made of pieces, and the frame."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dateline.ground import caching
from dateline.ground import processes as forking
from dateline.ground.caching import typed
from dateline.site.building import build_state as remembering
from dateline.site.building.build_state import BuildState, MadeWhole
from dateline.site.building.contributions import KeptTexts
from dateline.site.building.worker import write
from dateline.site.recipe import Collected


@dataclass(frozen=True, slots=True)
class CollectedFiles:
    """What is made of pieces, as the build remembers it; `reasons` tells of what was made anew."""

    wholes: dict[str, MadeWhole]
    reasons: dict[str, str]


@contextmanager
def making(  # noqa: PLR0913, PLR0917 - what it is made of, and where
    wholes: Sequence[Collected],
    kept: Mapping[str, KeptTexts],
    before: BuildState,
    missing: set[str],
    staged: Path,
    jobs: int,
) -> Iterator[Callable[[], CollectedFiles]]:
    """Begin to make in `staged` what pieces were added to, beside what this process does, and give how to wait for it.

    What is made of the same as before, and stands, stays.
    """
    found: dict[str, MadeWhole] = {}
    reasons: dict[str, str] = {}
    todo: list[tuple[Collected, str]] = []
    for whole in wholes:
        pieces = kept[whole.name].file.name if whole.name in kept else ""
        key = caching.digest(f"{whole.key}\0{pieces}".encode("utf-8", "surrogateescape"))
        known = before.wholes.get(whole.name)
        if known and known.key == key and missing.isdisjoint(known.files):
            found[whole.name] = known
        else:
            reasons[whole.name] = "a piece of it changed" if known else "it is new"
            todo.append((whole, key))

    def work(number: int) -> bytes:
        whole, key = todo[number]
        made = whole.make(kept.get(whole.name, KeptTexts(staged, {})))
        return typed.as_json(MadeWhole(key, {page.path: write(staged, page) for page in made.files}))

    with forking.beside(work, len(todo), jobs) as done:

        def finished() -> CollectedFiles:
            for number, result in done():
                found[todo[number][0].name] = typed.of_json(result, MadeWhole)
            return CollectedFiles(found, reasons)

        yield finished


def sizes_of(paths: Iterable[str], staged: Path, target: Path) -> dict[str, int]:
    """Return the sizes of exports in bytes, of which some were made now and some stand."""
    return {path: _size(path, staged, target) for path in sorted(paths)}


def _size(path: str, staged: Path, target: Path) -> int:
    made = staged / path
    return (made if made.exists() else target / path).stat().st_size


def frame(staged: Path, pages: Collection[str]) -> dict[str, str]:
    """Return the files in `staged` that are no pages, with their hashes."""
    files = (path for path in staged.rglob("*") if path.is_file())
    names = {path.relative_to(staged).as_posix(): path for path in files}
    return {name: remembering.hash_of(path) for name, path in sorted(names.items()) if name not in pages}
