"""Pages taken apart in a process of their own, which is ended where a page takes too long.

A page may be made to keep a parser busy for hours or to exhaust the memory; a process can be killed on every system,
a thread or a regular expression cannot.  The process is started anew (not forked), and serves page after page.
"""

import contextlib
import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final, TypeAlias

from dateline.editing.verification.copy_texts import CopyText
from dateline.editing.verification.reading_copies import TAKEN_APART, taken_apart
from dateline.ground.extraction import PdfError, SubtitlesError, decoded, is_pdf, read_file, readings_of

_MOST_BLOCKS: Final = 5_000
"""More than any article has with all that stands around it."""
_MOST_OF_A_BOOK: Final = 50_000
"""The same of what has pages or times."""
_TO_BEGIN: Final = 60.0
"""Seconds that the process may take to be there, which depends on the machine and not on a page."""
_READY: Final = "ready"

Copies: TypeAlias = list[CopyText]
"""The ways to read a page as blocks; whoever asked knows what it is called."""


class UnreadableError(Exception):
    """A page that no text can be taken from; the message says why."""


@dataclass
class Reader:
    """Takes pages apart, each in limited time."""

    _process: BaseProcess | None = None
    _pipe: Connection | None = None

    def read(self, body: bytes, suffix: str, seconds: float) -> Copies:
        """Return the ways to read a page as blocks; raise UnreadableError where there is none in time."""
        answer = self._answer(body, suffix, max(seconds, 0.0))
        if isinstance(answer, str):
            raise UnreadableError(answer)
        return answer

    def _answer(self, body: bytes, suffix: str, seconds: float) -> Copies | str:
        pipe = self._begun()
        try:
            pipe.send((body, suffix))
            if pipe.poll(seconds):
                answer: Copies | str = pipe.recv()
                return answer
        except (EOFError, OSError):
            self.close()
            return "its text could not be taken out: the page is too much for any reader"
        self.close()
        return f"its text could not be taken out in {seconds:.0f} seconds"

    def close(self) -> None:
        """End the process, whatever it is at."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def _begun(self) -> Connection:
        """Return the pipe to a process that waits for a page."""
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, its_end = context.Pipe()
            self._process = context.Process(target=_serve, args=(its_end,), daemon=True)
            self._process.start()
            its_end.close()
            if not _is_ready(self._pipe):
                self.close()
                raise UnreadableError("the process that takes pages apart did not start")
        return self._pipe


def _is_ready(pipe: Connection) -> bool:
    """Return whether the process is there in time; one that ended at once leaves a pipe without another end."""
    try:
        return pipe.poll(_TO_BEGIN) and pipe.recv() == _READY
    except (EOFError, OSError):
        return False


def _serve(pipe: Connection) -> None:
    """Take pages apart until the other end of the pipe is closed."""
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        pipe.send(_READY)
        while True:
            body, suffix = pipe.recv()
            pipe.send(_copies(body, suffix))


def _copies(body: bytes, suffix: str) -> Copies | str:
    try:
        found = _read(body, suffix)
    except (PdfError, SubtitlesError) as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - whatever a page brings about, it is the page that is unreadable
        return f"its text could not be taken out ({type(error).__name__})"
    most = _MOST_OF_A_BOOK if suffix in TAKEN_APART else _MOST_BLOCKS
    if any(len(copy.blocks) > most for copy in found):
        return f"it has more than {most} blocks of text, which no article has"
    return found


def _read(body: bytes, suffix: str) -> Copies:
    if suffix == ".pdf" and not is_pdf(body):
        raise PdfError("it is called a PDF, and is none", "open it, and see what it is")
    if suffix in TAKEN_APART:
        return [taken_apart("", read_file(body, suffix))]
    return [CopyText("", tuple(blocks)) for blocks in readings_of(decoded(body), suffix)]
