"""What makes the pages of a preview, mostly a process: one request or change after another, chores behind them."""

import gc
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final

from dateline.ground.languages import ENGLISH, Language
from dateline.ground.problems import Problem, has_errors
from dateline.pages.search.dealing import FOLDER
from dateline.records import rules
from dateline.site.building.engine import Engine
from dateline.site.preview.chores import Chore
from dateline.site.preview.maker import Maker
from dateline.site.preview.replies import Answer, media_type, plain_page
from dateline.site.preview.searching import Indexed, SearchIndex
from dateline.site.preview.state import Means
from dateline.site.recipe import recipe_of

_FEW: Final = 1000
"""So many records are looked at by the rules before a browser loads anything again."""
_AT_ONCE: Final = 2.0
"""How many seconds the rules have for that."""
_RULES_PAUSE: Final = 0.5
_SEARCH_PAUSE: Final = 4.0
_GARBAGE: Final = (50_000, 20, 1_000)
"""When Python looks for garbage: seldom, among millions of objects that are none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Told to the server: pages are made from another state of the records."""

    edition: str
    language: str
    watched: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """Told to the server: something that the user wants to read."""

    text: str


@dataclass(frozen=True, slots=True)
class ProblemsFound:
    """Told to the server: everything that is wrong with the records now."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """Told to the server: the answer to the request of a number."""

    number: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """Asked of the maker: a file of the site."""

    number: int
    path: str


@dataclass(frozen=True, slots=True)
class Saved:
    """Told to the maker: these files changed."""

    paths: frozenset[Path]


def run(server: Connection, engine: Callable[[], Engine], folder: Path, jobs: int) -> None:
    """Make what `server` asks for until it hangs up."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    tempfile.tempdir = str(folder)  # what is left there goes with the preview
    preview = _Preview(server, engine, folder, jobs)
    try:
        preview.run()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass
    finally:
        preview.stop()


class _Preview:
    """The maker, its chores, and what the server was told."""

    def __init__(self, server: Connection, engine: Callable[[], Engine], folder: Path, jobs: int) -> None:
        self._server = server
        self._rules = Chore(lambda: rules.check(self._maker.corpus), self._checked, _RULES_PAUSE)
        self._search = SearchIndex(folder)
        self._index = Chore(self._indexed, self._take_index, _SEARCH_PAUSE)
        self._number = time.time_ns()
        self._told: tuple[Problem, ...] = ()
        means = Means(engine, jobs, self._await_rules, lambda text: server.send(Message(text)))
        self._maker = Maker(means, engine())

    @property
    def _language(self) -> Language:
        return self._maker.edition.language if self._maker.edition else ENGLISH

    @property
    def _edition(self) -> str:
        return f"{self._number:x}"

    def run(self) -> None:
        gc.set_threshold(*_GARBAGE)
        gc.freeze()
        self._records_changed()
        chores: tuple[Chore[Any], ...] = (self._rules, self._index)
        while True:
            due = [seconds for chore in chores if (seconds := chore.due_in()) is not None]
            results = [result for chore in chores for result in chore.waits_for()]
            if self._server in wait([self._server, *results], min(due, default=None)):
                self._take(self._server.recv())
            for chore in chores:
                chore.tend()

    def stop(self) -> None:
        self._rules.close()
        self._index.close()

    def _take(self, message: Asked | Saved) -> None:
        if isinstance(message, Asked):
            self._server.send(Answered(message.number, self._answer(message.path)))
        elif self._maker.changed(message.paths):
            self._records_changed()
        else:
            self._show()

    def _await_rules(self) -> None:
        self._rules.finish()

    def _answer(self, path: str) -> Answer:
        try:
            found = self._from_search(path) if path.startswith(f"{FOLDER}/") else self._maker.answer(path)
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on
            text = f"{type(error).__name__}: {error}"
            self._tell_unless_broken(f"/{path} cannot be made: {text}")
            title = self._language.gettext("This page cannot be made")
            found = Answer(500, plain_page(title, text, self._language, is_english=True))
        return Answer(found.status, found.content, found.media_type, found.location, self._edition)

    def _from_search(self, path: str) -> Answer:
        content = self._search.file(path)
        if content is None:
            language = self._language
            title, text = language.gettext("Not there yet"), language.gettext("The search is still being indexed.")
            return Answer(404, plain_page(title, text, language))
        return Answer(200, content, media_type(path))

    # --- after a change ----------------------------------------------------------------------------------------------

    def _records_changed(self) -> None:
        self._rules.restart()
        if self._maker.edition is not None:
            self._index.restart()
        if sum(map(len, self._maker.corpus.records.values())) <= _FEW:
            self._rules.finish(_AT_ONCE)
        self._tell_problems()
        self._show()

    def _show(self) -> None:
        """Have browsers load again what they show."""
        self._number += 1
        self._server.send(Shown(self._edition, self._language.code, tuple(self._maker.watched())))

    def _checked(self, found: list[Problem]) -> None:
        before = self._maker.problems
        self._maker.checked(found)
        if self._maker.problems != before:
            self._tell_problems()
            self._show()

    def _tell_problems(self) -> None:
        if self._maker.problems != self._told:
            self._told = self._maker.problems
            self._server.send(ProblemsFound(self._told))

    def _tell_unless_broken(self, text: str) -> None:
        """Tell why something cannot be made, where what is wrong with the records does not say it better."""
        self._await_rules()
        if not has_errors(self._maker.problems):
            self._server.send(Message(text))

    def _indexed(self) -> Indexed | str:
        """Return the search's index; or why it cannot be made, maybe of records that no rule has looked at yet."""
        assert self._maker.edition is not None  # noqa: S101 - ordered only with one
        try:
            return self._search.make(recipe_of(self._maker.edition))
        except Exception as error:  # noqa: BLE001 - what names a record that is gone fails in as many ways
            return f"{type(error).__name__}: {error}"

    def _take_index(self, made: Indexed | str) -> None:
        if isinstance(made, str):
            self._tell_unless_broken(f"the search stays as it was: {made}")
            return
        self._search.take(made)
