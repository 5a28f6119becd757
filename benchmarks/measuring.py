"""Every row of the table: what is measured, against what, and what it must reach."""

import gzip
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks import live, peers
from benchmarks.processes import Run, run
from benchmarks.project import ROOT, make_project
from benchmarks.rows import Row

_GROWTH: Final = 4
_MB: Final = 1_000_000
_EDITS: Final = 3


@dataclass(slots=True)
class Bench:
    """A folder to measure in, and the runs so far."""

    folder: Path
    events: int
    seed: int = 1
    limit: float = 3600
    programs: tuple[Path, ...] = ()
    tell: Callable[[str], None] = print
    runs: dict[str, Run] = field(default_factory=dict)

    @property
    def project(self) -> Path:
        """The generated project."""
        return self.folder / f"events-{self.events}"

    def dateline(self, name: str, *arguments: str, project: Path | None = None) -> Run:
        """Run a command of this Dateline."""
        return self.run(name, [sys.executable, "-m", "dateline", *arguments], project or self.project)

    def run(self, name: str, command: list[str | Path], cwd: Path) -> Run:
        """Run a command, keep its figures under `name`, and stop where it fails."""
        env = {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
        return self.keep(name, run(command, cwd, limit=self.limit, env=env))

    def keep(self, name: str, done: Run) -> Run:
        """Keep a run's figures, and tell them."""
        if done.status and not done.stopped:
            raise RuntimeError(f"{name} failed:\n{done.said}")
        self.runs[name] = done
        more = " (stopped)" if done.stopped else ""
        self.tell(f"{name}: {done.seconds:.1f} s, {done.cpu:.1f} s CPU, {done.memory / _MB:.0f} MB{more}")
        return done


def measure(bench: Bench, *, with_peers: bool, growth: bool) -> Iterator[Row]:
    """Measure everything, and yield the table row by row."""
    shutil.rmtree(bench.folder, ignore_errors=True)
    counts = make_project(bench.project, bench.events, bench.seed)
    bench.tell(", ".join(f"{count} {kind}" for kind, count in counts.items() if count > 1))
    yield from _checked(bench)
    bench.dateline("render", "render", "--out", str(bench.folder / "markdown"))
    _forget(bench.project)
    bench.dateline("cold", "build")
    yield _share(bench)
    yield from _reader(bench)
    yield from _edited(bench)
    yield live.row(bench.project, ROOT)
    yield from _peers(bench) if with_peers else ()
    yield from _grown(bench) if growth else ()


def _checked(bench: Bench) -> Iterator[Row]:
    parsing: list[str | Path] = [sys.executable, ROOT / "benchmarks" / "parsing.py", bench.project / "content"]
    merely = bench.run("parsing", parsing, bench.project).seconds
    first = bench.dateline("check", "check").seconds / merely
    again = bench.dateline("check again", "check").seconds / merely
    yield Row("`dateline check`, first run", "≤ 3 × parsing", f"{first:.2f} ×", first <= 3)
    yield Row("`dateline check`, nothing changed", "≤ 0.5 × parsing", f"{again:.2f} ×", again <= 0.5)


def _share(bench: Bench) -> Row:
    share = bench.runs["render"].cpu / bench.runs["cold"].cpu
    what = "check, link, views and render (`dateline render`), processor time"
    return Row(what, "≤ 25 % of cold", f"{share:.0%}", share <= 0.25)


def _edited(bench: Bench) -> Iterator[Row]:
    cold = bench.runs["cold"].seconds
    same = bench.dateline("nothing changed", "build").seconds / cold
    yield Row("nothing changed", "≤ 3 % of cold", f"{same:.1%}", same <= 0.03)
    seconds = statistics.median(_edit(bench, number) for number in range(_EDITS))
    edit = seconds / cold
    told = f"{edit:.1%} ({seconds:.1f} s, the median of {_EDITS})"
    yield Row("one record edited, search included", "≤ 5 % of cold", told, edit <= 0.05)


def _edit(bench: Bench, number: int) -> float:
    """Edit an event and build; return the seconds."""
    record = live.some_event(bench.project, number)
    record.write_text(live.reworded(record.read_text(encoding="utf-8"), "edited"), encoding="utf-8")
    return bench.dateline("one record edited", "build").seconds


def _reader(bench: Bench) -> Iterator[Row]:
    site = bench.project / "site"
    pages = [*site.glob("days/*/index.html"), *site.glob("actors/*/index.html")]
    size, page = max((len(gzip.compress(page.read_bytes(), 6)), page) for page in pages)
    what = f"largest day or actor page, compressed ({page.parent.relative_to(site).as_posix()})"
    yield Row(what, "< 150 kB", f"{size / 1000:.0f} kB", size < 150_000)
    search = sum(_size(path) for path in _first_search(site))
    yield Row("bytes until the first search result", "< 300 kB", f"{search / 1000:.0f} kB", search < 300_000)


def _first_search(site: Path) -> Iterator[Path]:
    """Yield what a browser fetches for a word: what finds, and of each bundle its head and the largest chunks.

    A word is looked up as such, as a name and as it sounds: three chunks, if no two are one.
    """
    yield from (site / "assets" / f"{name}.js" for name in ("search-index", "search-words"))
    index = site / "search-index"
    yield index / "bundles.json"
    for bundle in sorted(path for path in index.iterdir() if path.is_dir()):
        yield bundle / "head.bin"
        yield from sorted(bundle.glob("*/w*.bin"), key=_size)[-3:]
    yield from sorted(index.glob("*/*/r*.bin"), key=_size)[-10:]


def _size(path: Path) -> int:
    return path.stat().st_size


def _peers(bench: Bench) -> Iterator[Row]:
    cold = bench.runs["cold"].seconds
    for peer, least in ((peers.MKDOCS_NAV, 15), (peers.MKDOCS, 2), (peers.ZENSICAL, 3)):
        done = _peer(bench, peer)
        if done is None:
            yield Row(f"cold, against {peer.name}", f"≥ {least} × faster", f"not here, or it failed: {peer.hint}", None)
        else:
            ratio = done.seconds / cold
            said = f"{'> ' if done.stopped else ''}{ratio:.1f} ×"
            yield Row(f"cold, against {peer.name}", f"≥ {least} × faster", said, ratio >= least or None)
    hugo = _peer(bench, peers.HUGO)
    ratio = hugo.seconds / bench.runs["one record edited"].seconds if hugo else 0
    said = f"{ratio:.1f} ×" if hugo else f"not here: {peers.HUGO.hint}"
    yield Row("one record edited, against Hugo from nothing", "faster", said, ratio > 1 if hugo else None)


def _peer(bench: Bench, peer: peers.Peer) -> Run | None:
    program = peer.found(bench.programs)
    if program is None:
        return None
    limit = min(bench.limit, 16 * bench.runs["cold"].seconds + 20)
    folder = bench.folder / peer.name.replace(" ", "-")
    done = peers.build(peer, program, bench.folder / "markdown", folder, limit)
    shutil.rmtree(folder)
    if done.status and not done.stopped:
        bench.tell(f"{peer.name} failed after {done.seconds:.0f} s: {done.said.strip()[-300:]}")
        return None
    return bench.keep(peer.name, done)


def _grown(bench: Bench) -> Iterator[Row]:
    larger = bench.folder / f"events-{_GROWTH * bench.events}"
    make_project(larger, _GROWTH * bench.events, bench.seed)
    cold = bench.runs["cold"]
    done = bench.dateline("cold, four times the events", "build", project=larger)
    seconds, memory = done.seconds / cold.seconds, done.memory / cold.memory
    measured = f"time {seconds:.1f} ×, memory {memory:.1f} ×"
    yield Row("four times the events", "≤ 4.4 ×", measured, max(seconds, memory) <= 4.4)
    size = f"{done.memory / _MB:.0f} MB"
    yield Row(f"memory, {_GROWTH * bench.events} events", "< 1,500 MB", size, done.memory < 1500 * _MB)


def _forget(project: Path) -> None:
    shutil.rmtree(project / ".cache", ignore_errors=True)
    shutil.rmtree(project / "site", ignore_errors=True)
