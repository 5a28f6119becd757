"""A preview from its start to Ctrl-C: read `serve` to know its parts."""

import errno
import itertools
import signal
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from dateline.ground.languages import language_of
from dateline.ground.problems import Problem
from dateline.ground.processes import can_fork
from dateline.pages.banners import placeholder
from dateline.pages.wording.sections import FIXED_PAGES
from dateline.site.building.engine import Engine, EngineError, warnings_of_mkdocs
from dateline.site.preview import process
from dateline.site.preview.process import Answered, Asked, Message, ProblemsFound, Saved, Shown
from dateline.site.preview.replies import Answer
from dateline.site.preview.watching import Watch
from dateline.site.preview.web import PreviewSite, Server
from dateline.site.stopping import Abort, ConfigurationError

_GRACE: Final = 3.0
"""How many seconds the maker has to end by itself."""
_LOOK: Final = 1.0
"""How often, in seconds, it is looked whether Ctrl-C was pressed: the system may tell it while nobody listens."""


class PreviewError(Exception):
    """The preview could not begin, or cannot go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What to serve, where, and how a user is told of it."""

    config_file: Path
    address: str | None
    """IP:PORT; that of the configuration if absent."""
    jobs: int
    tell: Callable[[str], None]
    tell_problems: Callable[[Sequence[Problem]], None]


def serve(options: ServeOptions) -> str:
    """Serve until interrupted; or return at once why MkDocs has to build the whole site after every change."""
    with tempfile.TemporaryDirectory(prefix="dateline-preview-", ignore_cleanup_errors=True) as name:
        engine = partial(_engine, options, Path(name))
        tried = _tried(engine)
        if not tried.can_build:
            return tried.whole_because
        host, port, mount = tried.at_home()
        calls = _Calls()
        server = _listening(host, port, PreviewSite(mount, calls.ask))
        ours, makers = Pipe()
        begin = _beside if can_fork() else _within
        end = begin(partial(process.run, makers, engine, Path(name), options.jobs), server, ours, makers)
        calls.connect(ours)
        try:
            _Front(options, server, calls, tried.watched()).run(ours)
        finally:
            ours.close()
            end()
            tried.close()
    return ""


def _beside(make: Callable[[], None], server: Server, ours: Connection, makers: Connection) -> Callable[[], None]:
    """Begin to make pages in a process beside this one; return how to end it."""
    maker = get_context("fork").Process(target=_make, args=(make, server, ours))
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the maker is not told by Ctrl-C, but by the server
    maker.start()
    signal.signal(signal.SIGINT, before)
    makers.close()

    def end() -> None:
        maker.join(_GRACE)
        maker.terminate()  # where it is in the middle of something long
        maker.join()

    return end


def _within(make: Callable[[], None], _server: Server, _ours: Connection, makers: Connection) -> Callable[[], None]:
    """Begin to make pages in a thread of this process, on a system that cannot fork; return how to end it."""

    def made() -> None:
        try:
            make()
        finally:
            makers.close()

    maker = threading.Thread(target=made, daemon=True)
    maker.start()
    return lambda: maker.join(_GRACE)


def _engine(options: ServeOptions, folder: Path) -> Engine:
    overrides = {"dev_addr": options.address} if options.address else {}
    engine = Engine(options.config_file, folder / "site", strict=False, command="serve", **overrides)
    engine.at_home()
    return engine


def _tried(engine: Callable[[], Engine]) -> Engine:
    """Return an engine that was tried out, if pages can be made one by one; raises where nothing can be served."""
    with warnings_of_mkdocs() as warnings:
        try:
            tried = engine()
            if tried.can_build:
                tried.prepare([placeholder(path) for path in sorted(FIXED_PAGES)], None)
        except (ConfigurationError, Abort, EngineError) as error:
            raise PreviewError("; ".join(message for _, message in warnings) or str(error)) from error
    return tried


def _listening(host: str, port: int, site: PreviewSite) -> Server:
    try:
        return Server(host, port, site)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PreviewError(
                f"{host}:{port} is taken by another program; name another port: -a {host}:{port + 1}"
            ) from error
        raise PreviewError(f"nothing can be served on {host}:{port}: {error.strerror or error}") from error


def _make(make: Callable[[], None], server: Server, ours: Connection) -> None:
    """Be the process that makes pages: it has no part in the server's socket and pipe."""
    server.socket.close()
    ours.close()
    make()


class _Calls:
    """Requests that wait for the other process, by number."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._waiting: dict[int, Future[Answer]] = {}
        self._lock = threading.Lock()
        self._to: Connection | None = None

    def connect(self, to: Connection) -> None:
        """Send requests here."""
        self._to = to

    def ask(self, path: str) -> Answer:
        """Return the answer for a file of the site."""
        found: Future[Answer] = Future()
        number = next(self._numbers)
        self._waiting[number] = found
        self.send(Asked(number, path))
        return found.result()

    def answered(self, number: int, answer: Answer) -> None:
        """Hand an answer to whoever waits for it."""
        self._waiting.pop(number).set_result(answer)

    def send(self, message: Asked | Saved) -> None:
        """Send a message, whole, from whichever thread."""
        with self._lock, suppress(OSError):  # the other process ends, and so will this one
            if self._to is not None:
                self._to.send(message)


class _Front:
    """The server with its threads, and what it is told by the process that makes pages."""

    def __init__(self, options: ServeOptions, server: Server, calls: _Calls, watched: Sequence[Path]) -> None:
        self._options, self._server, self._calls, self._watched = options, server, calls, watched
        self._watch = Watch(lambda paths: calls.send(Saved(paths)))
        self._is_shown = False

    def run(self, maker: Connection) -> None:
        """Serve until interrupted; raises PreviewError where the other process has ended."""
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        if hasattr(signal, "SIGTERM"):  # as if Ctrl-C had been pressed
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            self._follow(self._watched)
            while True:
                if maker.poll(_LOOK):
                    self._take(maker.recv())
        except EOFError as error:
            raise PreviewError("the process that makes the pages has ended") from error
        except KeyboardInterrupt:
            self._options.tell("The preview has ended.")
        finally:
            self._watch.stop()
            self._server.shutdown()
            self._server.server_close()

    def _take(self, message: Answered | Shown | Message | ProblemsFound) -> None:
        match message:
            case Answered(number, answer):
                self._calls.answered(number, answer)
            case Shown():
                self._show(message)
            case Message(text):
                self._options.tell(text)
            case ProblemsFound(problems):
                self._options.tell_problems(problems)

    def _show(self, shown: Shown) -> None:
        self._server.site.show(shown.edition, language_of(shown.language))
        if not self._watch.over(shown.watched):
            self._options.tell(
                "This system lets fewer folders be watched than there are: they are looked at twice a second."
            )
        if not self._is_shown:
            self._is_shown = True
            self._options.tell(f"Serving on {self._server.url} and following every change; Ctrl-C ends it.")

    def _follow(self, watched: Sequence[Path]) -> None:
        if not self._watch.over(watched):
            self._options.tell(
                "This system does not tell of every change here, so the files are looked at every second."
            )
