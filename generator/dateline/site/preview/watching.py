"""Folders and files watched: what was saved is told once it has been quiet for a moment."""

import queue
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

_QUIET: Final = 0.05
"""How many seconds without another change end a change."""
_LONGEST: Final = 0.4
_EACH: Final = 1.0
"""How often, in seconds, files are looked at where the system does not tell of them."""
_MOUNTS: Final = Path("/proc/mounts")
_SILENT: Final = ("9p", "cifs", "drvfs", "fakeowner", "fuse", "nfs", "smb", "vboxsf", "virtiofs")
"""File systems that others write to: over a network, or the machine around this one."""
_MATTERS: Final[list[type[events.FileSystemEvent]]] = [
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileClosedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirCreatedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
]


class Watch:
    """Tells `changed` the paths that changed, from a thread of its own."""

    def __init__(self, changed: Callable[[frozenset[Path]], object]) -> None:
        self._changed = changed
        self._seen: queue.SimpleQueue[Path] = queue.SimpleQueue()
        self._observer: BaseObserver | None = None
        self._watched: frozenset[Path] = frozenset()
        threading.Thread(target=self._tell, daemon=True).start()

    def over(self, paths: Iterable[Path]) -> bool:
        """Watch these files and folders and no others; return whether the system tells of changes by itself."""
        wanted = frozenset(_outermost(path for path in paths if path.exists()))
        if wanted == self._watched:
            return True
        self.stop()
        self._watched = wanted
        if not any(map(is_silent, wanted)):
            with suppress(OSError):  # most systems limit how many folders can be watched
                self._observer = self._begun(Observer())
                return True
        self._observer = self._begun(PollingObserver(timeout=_EACH))
        return False

    def stop(self) -> None:
        """Watch nothing."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None

    def _begun(self, observer: BaseObserver) -> BaseObserver:
        for path in sorted(self._watched):
            handler = _SavedHandler(path, self._seen)
            if path.is_dir():
                observer.schedule(handler, str(path), recursive=True, event_filter=_MATTERS)
            else:
                observer.schedule(handler, str(path.parent), recursive=False, event_filter=_MATTERS)
        observer.start()
        return observer

    def _tell(self) -> None:
        while True:
            paths = {self._seen.get()}
            end = time.monotonic() + _LONGEST
            while time.monotonic() < end:
                try:
                    paths.add(self._seen.get(timeout=_QUIET))
                except queue.Empty:
                    break
            self._changed(frozenset(paths))


class _SavedHandler(events.FileSystemEventHandler):
    """Takes down what changed at or below a path, and leaves out what editors hide beside it."""

    def __init__(self, root: Path, seen: "queue.SimpleQueue[Path]") -> None:
        self._root, self._seen = root, seen

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        """Take down both names of what was moved."""
        for name in (event.src_path, event.dest_path):
            path = Path(name.decode() if isinstance(name, bytes) else name)
            if name and path.is_relative_to(self._root) and not _is_hidden(path.relative_to(self._root)):
                self._seen.put(path)


def is_silent(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Tell whether a file stands on a file system that may not tell of changes, as far as this system lists them."""
    try:
        lines = [line.split() for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError:
        return False
    found = [(place, kind) for _, place, kind, *_ in lines if path.is_relative_to(place)]
    return max(found, key=lambda mount: len(mount[0]), default=("", ""))[1].startswith(_SILENT)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") or part.endswith("~") for part in path.parts)


def _outermost(paths: Iterable[Path]) -> Iterable[Path]:
    found = sorted(set(paths))
    return (path for path in found if not any(path != other and path.is_relative_to(other) for other in found))
