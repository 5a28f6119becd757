"""Pages are taken apart by a process of their own, which may end, hang or never begin, and costs one page at most."""

import multiprocessing
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from dateline.editing.verification import taking_apart
from dateline.editing.verification.taking_apart import Reader, UnreadableError
from pdf_files import pdf_of

PAGE = b"<html><body><p>The well was closed on Monday, the clerk said.</p></body></html>"
SUBTITLES = b"1\n00:00:01,000 --> 00:00:03,000\nThe well was closed.\n"


@dataclass
class Pipe:
    """One end of a pipe: what comes from the other, and what was sent there."""

    coming: deque[Any] = field(default_factory=deque)
    sent: list[Any] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    is_closed: bool = False

    def poll(self, seconds: float) -> bool:
        """Return whether something is there."""
        self.waited.append(seconds)
        return bool(self.coming)

    def recv(self) -> Any:
        """Return what came first, or raise it."""
        if not self.coming:
            raise EOFError
        first = self.coming.popleft()
        if isinstance(first, Exception):
            raise first
        return first

    def send(self, what: Any) -> None:
        """Send something to the other end."""
        self.sent.append(what)

    def close(self) -> None:
        """Close this end."""
        self.is_closed = True


@dataclass
class Processes:
    """What begins processes, none of which does anything; each has the next of some pipes."""

    pipes: list[Pipe]
    told: list[str] = field(default_factory=list)
    others: list[Pipe] = field(default_factory=list)

    def get_context(self, way: str) -> "Processes":
        """Return itself."""
        self.told.append(way)
        return self

    def Pipe(self) -> tuple[Pipe, Pipe]:  # noqa: N802 - multiprocessing's name
        """Return both ends of the next pipe."""
        self.others.append(Pipe())
        return self.pipes.pop(0), self.others[-1]

    def Process(self, *, target: object, args: tuple[object, ...], daemon: bool) -> "Processes":  # noqa: N802 - the same
        """Return itself as the process."""
        assert target is taking_apart._serve
        assert args == (self.others[-1],)
        assert daemon
        return self

    def start(self) -> None:
        """Begin."""
        self.told.append("start")

    def kill(self) -> None:
        """End."""
        self.told.append("kill")

    def join(self) -> None:
        """Wait for the end."""
        self.told.append("join")


@pytest.fixture
def begin(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have processes begun that answer with what is said of each."""

    def begun(*answers: list[Any]) -> Processes:
        processes = Processes([Pipe(deque(one)) for one in answers])
        monkeypatch.setattr(multiprocessing, "get_context", processes.get_context)
        return processes

    return begun


def read(reader: Reader) -> Any:
    """Return what the process answers to a page."""
    return reader.read(PAGE, ".html", 5)


def refused(reader: Reader, seconds: float = 5) -> str:
    """Return why a page is not read."""
    with pytest.raises(UnreadableError) as error:
        reader.read(PAGE, ".html", seconds)
    return str(error.value)


def test_one_process_started_anew_reads_page_after_page(begin: Any) -> None:
    processes = begin(["ready", ["first"], ["second"]])
    pipe, reader = processes.pipes[0], Reader()
    answers: list[Any] = [read(reader), reader.read(b"x", ".txt", 3)]
    assert answers == [["first"], ["second"]]
    assert processes.told == ["spawn", "start"]
    assert pipe.sent == [(PAGE, ".html"), (b"x", ".txt")]
    assert pipe.waited == [60, 5, 3]
    assert processes.others[0].is_closed, "else its end would never be seen"


def test_what_the_process_says_of_a_page_is_why_it_is_not_read_and_the_process_stays(begin: Any) -> None:
    processes = begin(["ready", "it is locked with a password", ["next"]])
    reader = Reader()
    assert refused(reader) == "it is locked with a password"
    assert read(reader) == ["next"]
    assert processes.told == ["spawn", "start"]


def test_a_page_that_takes_too_long_ends_the_process_and_the_next_page_has_another(begin: Any) -> None:
    processes = begin(["ready"], ["ready", ["next"]])
    pipe, reader = processes.pipes[0], Reader()
    assert refused(reader, 2.4) == "its text could not be taken out in 2 seconds"
    assert pipe.is_closed
    assert read(reader) == ["next"]
    assert processes.told == ["spawn", "start", "kill", "join", "spawn", "start"]


def test_no_time_is_no_less_than_none(begin: Any) -> None:
    processes = begin(["ready"])
    pipe = processes.pipes[0]
    assert refused(Reader(), -3) == "its text could not be taken out in 0 seconds"
    assert pipe.waited == [60, 0]


@pytest.mark.parametrize("end", [EOFError(), ConnectionResetError()])
def test_a_page_that_ends_the_process_is_told_and_the_next_one_is_read_by_another(begin: Any, end: Exception) -> None:
    processes = begin(["ready", end], ["ready", ["next"]])
    reader = Reader()
    assert refused(reader) == "its text could not be taken out: the page is too much for any reader"
    assert read(reader) == ["next"]
    assert processes.told == ["spawn", "start", "kill", "join", "spawn", "start"]


@pytest.mark.parametrize("answer", [[], ["something else"], [EOFError()], [ConnectionResetError()]])
def test_a_process_that_does_not_start_is_told_as_such_and_tried_again(begin: Any, answer: list[Any]) -> None:
    processes = begin(answer, ["ready", ["next"]])
    reader = Reader()
    assert refused(reader) == "the process that takes pages apart did not start"
    assert read(reader) == ["next"]
    assert processes.told == ["spawn", "start", "kill", "join", "spawn", "start"]


def test_a_reader_is_closed_as_often_as_one_likes(begin: Any) -> None:
    processes = begin(["ready", ["first"]])
    pipe, reader = processes.pipes[0], Reader()
    reader.close()
    assert processes.told == []
    reader.read(PAGE, ".html", 5)
    reader.close()
    reader.close()
    assert processes.told == ["spawn", "start", "kill", "join"]
    assert pipe.is_closed


# --- the other end ---------------------------------------------------------------------------------------------------


def served(*pages: tuple[bytes, str]) -> Iterator[Any]:
    """Yield what the process answers to pages, until the pipe is closed."""
    pipe = Pipe(deque(pages))
    taking_apart._serve(pipe)  # type: ignore[arg-type]
    yield from pipe.sent


def test_the_process_says_that_it_is_there_then_answers_each_page_until_nobody_asks() -> None:
    ready, page, broken, text = served((PAGE, ".html"), (b"%PDF-", ".pdf"), (b"One line.", ".txt"))
    assert ready == "ready"
    assert {block for copy in page for block in copy.blocks} == {"The well was closed on Monday, the clerk said."}
    assert broken.startswith("its inside is broken")
    assert [copy.blocks for copy in text] == [("One line.",)]


def test_a_file_that_is_not_what_it_is_called_is_no_page() -> None:
    assert list(served((PAGE, ".pdf"))) == ["ready", "it is called a PDF, and is none"]


def test_files_with_pages_or_times_are_read_in_one_way_and_keep_their_places() -> None:
    _, (pdf,), (subtitles,) = served((pdf_of(["One sentence is here."]), ".pdf"), (SUBTITLES, ".srt"))
    assert (pdf.name, pdf.blocks, pdf.places.scheme) == ("", ("One sentence is here.",), "page")
    assert (subtitles.name, subtitles.places.scheme) == ("", "time")


def test_whatever_a_page_brings_about_is_told_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def bad(_data: bytes) -> str:
        raise MemoryError

    monkeypatch.setattr(taking_apart, "decoded", bad)
    assert list(served((PAGE, ".html"))) == ["ready", "its text could not be taken out (MemoryError)"]


@pytest.mark.parametrize("bound, suffix", [("_MOST_BLOCKS", ".html"), ("_MOST_OF_A_BOOK", ".pdf")])
def test_more_blocks_than_any_article_has_are_none_by_the_bound_of_their_form(
    monkeypatch: pytest.MonkeyPatch, bound: str, suffix: str
) -> None:
    monkeypatch.setattr(taking_apart, bound, 2)
    sentences = [f"Here is sentence number {number}, which stands alone." for number in "123"]
    bodies = {
        ".html": lambda many: "".join(f"<p>{one}</p>" for one in many).encode(),
        ".pdf": lambda many: pdf_of(*([one] for one in many)),
    }
    _, two, three = served((bodies[suffix](sentences[:2]), suffix), (bodies[suffix](sentences), suffix))
    assert {len(copy.blocks) for copy in two} == {2}
    assert three == "it has more than 2 blocks of text, which no article has"
