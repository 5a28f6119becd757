"""The preview's server answers browsers of this machine, holds what it was given until a change, and tells of it."""

import errno
import http.client
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

import pytest
from dateline.ground.languages import ENGLISH
from dateline.site.preview import serving, web
from dateline.site.preview.process import Answered, Asked, Message, ProblemsFound, Saved, Shown
from dateline.site.preview.reloading import ADDRESS
from dateline.site.preview.replies import HTML, Answer
from dateline.site.preview.serving import PreviewError, ServeOptions
from dateline.site.preview.web import PreviewSite, Server

PAGE: Final = b"<html><body><p>a</p></body></html>"


def html(content: bytes = PAGE, edition: str = "one", status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """Return a page of an edition."""
    return Answer(status, content, HTML, edition=edition)


class Asking:
    """Answers what is asked for, and remembers it."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, path: str) -> Answer:
        self.asked.append(path)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Begin servers, each with what answers it, and end them."""
    servers: list[Server] = []

    def begun(ask: Callable[[str], Answer], mount: str = "/flood/", host: str = "127.0.0.1") -> Server:
        servers.append(Server(host, 0, PreviewSite(mount, ask)))
        threading.Thread(target=servers[-1].serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return servers[-1]

    yield begun
    for server in servers:
        server.shutdown()
        server.server_close()


def get(
    server: Server, address: str, host: str | None = None, method: str = "GET"
) -> tuple[int, bytes, dict[str, str]]:
    """Return what a browser is told at an address."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.putrequest(method, address, skip_host=host is not None)
    if host:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    told = answer.status, answer.read(), dict(answer.getheaders())
    connection.close()
    return told


# --- what is held ---


def test_an_answer_of_the_edition_that_is_shown_is_made_once_until_the_next_edition() -> None:
    ask = Asking(html())
    site = PreviewSite("/", ask)
    site.show("one")
    assert [site.answer("a.html"), site.answer("a.html"), site.answer("b.html")] == [html()] * 3
    assert ask.asked == ["a.html", "b.html"]
    site.show("two")
    site.answer("a.html")
    assert ask.asked == ["a.html", "b.html", "a.html"]


@pytest.mark.parametrize("answer", [html(edition="earlier"), html(status=HTTPStatus.NOT_FOUND)])
def test_an_answer_of_another_edition_or_of_no_file_is_not_held(answer: Answer) -> None:
    ask = Asking(answer)
    site = PreviewSite("/", ask)
    site.show("one")
    assert [site.answer("a.html"), site.answer("a.html")] == [answer, answer]
    assert ask.asked == ["a.html", "a.html"]


def test_so_many_bytes_are_held_and_no_more_until_the_next_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_LARGEST", 5)
    ask = Asking(html(b"abc"), html(b"de"), html(b"f"))
    site = PreviewSite("/", ask)
    site.show("one")
    for path in "abcabc":
        site.answer(path)
    assert ask.asked == ["a", "b", "c", "c"]
    ask.answers[:] = [html(b"abcde", "two")]
    site.show("two")
    assert [site.answer("c"), site.answer("c")] == [html(b"abcde", "two")] * 2
    assert ask.asked[4:] == ["c"]


def test_who_waits_is_told_of_the_next_edition_at_once_and_of_none_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = PreviewSite("/", Asking(html()))
    site.show("one")
    assert site.edition_after("") == "one"
    told: list[str] = []
    waiting = threading.Thread(target=lambda: told.append(site.edition_after("one")))
    waiting.start()
    site.show("two")
    waiting.join(20)
    assert told == ["two"]
    monkeypatch.setattr(web, "_PATIENCE", 0.01)
    assert site.edition_after("two") == "two"


def test_the_server_s_own_pages_speak_the_language_of_the_records(serve: Callable[..., Server]) -> None:
    server = serve(Asking(html()))
    assert server.site.language is ENGLISH
    other = replace(ENGLISH, code="cy")
    server.site.show("one", other)
    assert [b'lang="cy"' in get(server, *asked)[1] for asked in (["/elsewhere"], ["/flood/", "evil.example"])] == [
        True
    ] * 2


# --- what a browser is told ---


def test_a_page_follows_its_edition_and_is_never_kept_and_a_file_is_asked_about(serve: Callable[..., Server]) -> None:
    server = serve(Asking(html(), Answer(HTTPStatus.OK, b"a{}", "text/css; charset=utf-8", edition="one")))
    status, content, headers = get(server, "/flood/days/")
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, HTML, "no-store")
    assert content.startswith(b"<html><body><p>a</p>")
    assert len(content) > len(PAGE)
    assert int(headers["Content-Length"]) == len(content)
    status, content, headers = get(server, "/flood/a.css")
    assert (status, content, headers["Cache-Control"]) == (200, b"a{}", "no-cache")
    assert "Location" not in headers


def test_who_asks_for_the_head_has_the_same_without_the_content(serve: Callable[..., Server]) -> None:
    server = serve(Asking(html()))
    whole, head = get(server, "/flood/"), get(server, "/flood/", method="HEAD")
    assert (head[0], head[1]) == (200, b"")
    assert head[2]["Content-Length"] == whole[2]["Content-Length"] == str(len(whole[1]))


def test_the_root_and_the_site_s_folder_without_its_slash_lead_to_the_site(serve: Callable[..., Server]) -> None:
    status, content, headers = get(serve(Asking(html()), "/a b/"), "/")
    assert (status, content, headers["Location"]) == (302, b"", "/a%20b/")
    assert get(serve(Asking(html()), "/flood/"), "/flood")[2]["Location"] == "/flood/"


def test_what_is_not_on_the_site_is_told_on_a_page(serve: Callable[..., Server]) -> None:
    ask = Asking(html())
    status, content, headers = get(serve(ask), "/elsewhere")
    assert (status, headers["Content-Type"], ask.asked) == (404, HTML, [])
    assert b"There is no such page." in content
    assert b"Not found" in content


def test_a_redirect_of_the_site_has_its_address_and_no_script(serve: Callable[..., Server]) -> None:
    led = Answer(HTTPStatus.FOUND, b"", location="/flood/days/é/")
    status, content, headers = get(serve(Asking(led)), "/flood/days")
    assert (status, content, headers["Location"]) == (302, b"", "/flood/days/%C3%A9/")


def test_a_browser_that_asks_for_another_edition_is_told_it_as_plain_text(serve: Callable[..., Server]) -> None:
    server = serve(Asking(html()))
    server.site.show("two")
    status, content, headers = get(server, f"{ADDRESS}one")
    assert (status, content, headers["Content-Type"]) == (200, b"two", "text/plain; charset=utf-8")


@pytest.mark.parametrize(
    "host, status",
    [
        ("127.0.0.1:8000", 200),
        ("127.0.0.1", 200),
        ("localhost", 200),
        ("LOCALHOST:80", 200),
        ("a.localhost:80", 200),
        ("[::1]:8000", 200),
        ("[::1]", 200),
        ("192.168.1.2", 200),
        ("", 200),
        ("evil.example", 403),
        ("evil.example:8000", 403),
        ("localhost.evil.example", 403),
        ("notlocalhost", 403),
        ("127.0.0.1.evil.example", 403),
    ],
)
def test_a_name_that_somebody_lets_point_here_is_refused(serve: Callable[..., Server], host: str, status: int) -> None:
    ask = Asking(html())
    told, content, _ = get(serve(ask), "/flood/", host)
    assert told == status
    assert ask.asked == ([""] if status == HTTPStatus.OK else [])
    assert (b"Ask for this preview by its IP address." in content) is (status == HTTPStatus.FORBIDDEN)


def test_who_serves_for_other_machines_is_asked_by_any_name(serve: Callable[..., Server]) -> None:
    server = serve(Asking(html()), host="0.0.0.0")  # noqa: S104 - as an editor may
    assert not server.is_local
    assert get(server, "/flood/", "desk.example")[0] == HTTPStatus.OK


@pytest.mark.parametrize("host, is_local", [("127.0.0.1", True), ("localhost", True), ("127.9.9.9", True)])
def test_an_address_of_this_machine_alone_is_known_as_one(
    serve: Callable[..., Server],
    host: str,
    is_local: bool,  # noqa: FBT001 - what is expected
) -> None:
    server = serve(Asking(html()), host=host)
    assert server.is_local is is_local
    assert server.url == f"http://{host}:0/flood/"


def test_one_connection_too_many_is_asked_to_come_again(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "_AT_ONCE", 1)
    going, came = threading.Event(), threading.Event()

    def slow(_path: str) -> Answer:
        came.set()
        going.wait(20)
        return html()

    server = serve(slow)
    first: list[int] = []
    one = threading.Thread(target=lambda: first.append(get(server, "/flood/")[0]))
    one.start()
    assert came.wait(20)
    status, content, headers = get(server, "/flood/a")
    assert (status, content, headers["Retry-After"], headers["Connection"]) == (503, b"", "1", "close")
    going.set()
    one.join(20)
    assert first == [200]
    for _ in range(200):  # the first one's thread may be at its end
        if get(server, "/flood/")[0] == HTTPStatus.OK:
            break
    else:
        pytest.fail("its room is taken for ever")


# --- the process beside it ---


class Pipe:
    """One end of a pipe: what comes, in order, and what was sent."""

    def __init__(self, *coming: object) -> None:
        self.coming = list(coming)
        self.sent: list[object] = []
        self.is_broken = False

    def poll(self, _seconds: float) -> bool:
        """Return that something is there, or that the other end is closed."""
        return True

    def recv(self) -> Any:
        """Return the next thing, or raise it."""
        if not self.coming:
            raise EOFError
        first = self.coming.pop(0)
        if isinstance(first, BaseException):
            raise first
        return first

    def send(self, message: object) -> None:
        """Send something."""
        if self.is_broken:
            raise BrokenPipeError
        self.sent.append(message)


class Beside:
    """A process beside this one, which does nothing."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.is_closed = False

    def begun(self, way: str) -> "Beside":
        """Return itself as what begins processes."""
        self.told.append(way)
        return self

    def Process(self, *, target: object, args: tuple[object, ...]) -> "Beside":  # noqa: N802 - multiprocessing's name
        """Return itself as the process."""
        self.told += [target, args]
        return self

    def start(self) -> None:
        """Begin, deaf to Ctrl-C."""
        self.told += ["start", signal.getsignal(signal.SIGINT)]

    def join(self, seconds: float | None = None) -> None:
        """Wait for the end."""
        self.told.append(("join", seconds))

    def terminate(self) -> None:
        """End."""
        self.told.append("terminate")

    def close(self) -> None:
        """Be closed, as an end of a pipe or a socket."""
        self.is_closed = True


def test_pages_are_made_in_a_process_that_ctrl_c_does_not_reach_and_that_ends_with_the_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    beside, ours, makers, server = Beside(), Beside(), Beside(), object()
    monkeypatch.setattr(serving, "get_context", beside.begun)
    before = signal.getsignal(signal.SIGINT)
    end = serving._beside(print, server, ours, makers)  # type: ignore[arg-type]
    assert beside.told == ["fork", serving._make, (print, server, ours), "start", signal.SIG_IGN]
    assert signal.getsignal(signal.SIGINT) is before
    assert (makers.is_closed, ours.is_closed) == (True, False)
    beside.told.clear()
    end()
    assert beside.told == [("join", 3.0), "terminate", ("join", None)]


def test_that_process_has_no_part_in_the_server_s_socket_and_pipe() -> None:
    class Holding:
        socket = Beside()

    ours, seen = Beside(), []
    serving._make(lambda: seen.append((Holding.socket.is_closed, ours.is_closed)), Holding(), ours)  # type: ignore[arg-type]
    assert seen == [(True, True)]


def test_a_system_that_cannot_fork_makes_pages_in_a_thread_whose_end_is_told_by_its_pipe() -> None:
    makers, going = Beside(), threading.Event()
    end = serving._within(lambda: going.wait(20) and None, None, None, makers)  # type: ignore[arg-type]
    assert not makers.is_closed
    going.set()
    end()
    assert makers.is_closed


def test_each_request_waits_for_its_own_answer() -> None:
    calls, to = serving._Calls(), Pipe()
    calls.connect(to)  # type: ignore[arg-type]
    found: dict[str, Answer] = {}
    threads = []
    for path in ("a", "b"):
        threads.append(threading.Thread(target=lambda path=path: found.update({path: calls.ask(path)})))
        threads[-1].start()
        while len(to.sent) < len(threads):
            pass
    assert to.sent == [Asked(0, "a"), Asked(1, "b")]
    calls.answered(1, html(b"B"))
    calls.answered(0, html(b"A"))
    for thread in threads:
        thread.join(20)
    assert found == {"a": html(b"A"), "b": html(b"B")}


def test_what_is_sent_to_a_process_that_ends_is_lost_without_a_word() -> None:
    calls, to = serving._Calls(), Pipe()
    calls.send(Saved(frozenset()))  # not connected yet
    calls.connect(to)  # type: ignore[arg-type]
    to.is_broken = True
    calls.send(Saved(frozenset()))
    assert to.sent == []


class Watching:
    """Watches folders as far as the system lets it."""

    def __init__(self, *, can: bool) -> None:
        self.can = can
        self.watched: list[Sequence[Path]] = []
        self.is_stopped = False

    def over(self, folders: Sequence[Path]) -> bool:
        """Watch folders; return whether all of them can be."""
        self.watched.append(folders)
        return self.can

    def stop(self) -> None:
        """Watch no more."""
        self.is_stopped = True


def front(server: Server, *coming: object, can: bool = True) -> tuple[list[object], Watching, str]:
    """Have a front run on what comes from the other process; return what it told, its watch and why it ended."""
    told: list[object] = []
    options = ServeOptions(
        config_file=Path("mkdocs.yml"), address=None, jobs=1, tell=told.append, tell_problems=told.append
    )
    calls = serving._Calls()
    made = serving._Front(options, server, calls, [Path("first")])
    watch = Watching(can=can)
    made._watch = watch  # type: ignore[assignment]
    handler = signal.getsignal(signal.SIGTERM)
    try:
        made.run(Pipe(*coming))  # type: ignore[arg-type]
    except PreviewError as error:
        return told, watch, str(error)
    finally:
        signal.signal(signal.SIGTERM, handler)
    return told, watch, ""


@pytest.fixture
def server() -> Server:
    """A server that nobody has begun."""
    return Server("127.0.0.1", 0, PreviewSite("/flood/", Asking(html())))


def test_it_says_once_where_it_serves_and_shows_every_edition(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "language_of", "language {}".format)
    shown = [Shown("one", "en", (Path("a"),)), Shown("two", "ar", (Path("b"),))]
    told, watch, why = front(server, *shown, KeyboardInterrupt())
    assert told == [
        f"Serving on {server.url} and following every change; Ctrl-C ends it.",
        "The preview has ended.",
    ]
    assert watch.watched == [[Path("first")], (Path("a"),), (Path("b"),)]
    assert (watch.is_stopped, why) == (True, "")
    assert (server.site.edition_after(""), str(server.site.language)) == ("two", "language ar")
    assert server.socket.fileno() == -1, "it is closed"


def test_it_tells_what_it_is_told_and_ends_where_the_other_process_does(server: Server) -> None:
    told, watch, why = front(server, Message("A word."), ProblemsFound(()))
    assert told == ["A word.", ()]
    assert why == "the process that makes the pages has ended"
    assert watch.is_stopped


def test_a_system_that_cannot_tell_of_every_change_is_told(server: Server) -> None:
    told, _, _ = front(server, Shown("one", "en", ()), KeyboardInterrupt(), can=False)
    assert told[:2] == [
        "This system does not tell of every change here, so the files are looked at every second.",
        "This system lets fewer folders be watched than there are: they are looked at twice a second.",
    ]


def test_an_answer_goes_to_whoever_waits_for_it(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[tuple[int, Answer]] = []
    monkeypatch.setattr(serving._Calls, "answered", lambda _self, number, answer: answers.append((number, answer)))
    front(server, Answered(3, html()), KeyboardInterrupt())
    assert answers == [(3, html())]


@pytest.mark.parametrize(
    "fault, why",
    [
        (
            OSError(errno.EADDRINUSE, "in use"),
            "127.0.0.1:80 is taken by another program; name another port: -a 127.0.0.1:81",
        ),
        (OSError(errno.EACCES, "Permission denied"), "nothing can be served on 127.0.0.1:80: Permission denied"),
        (socket.gaierror(), "nothing can be served on 127.0.0.1:80: "),
    ],
)
def test_a_port_that_cannot_be_had_is_told_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, fault: OSError, why: str
) -> None:
    def refuse(*_: object) -> Server:
        raise fault

    monkeypatch.setattr(serving, "Server", refuse)
    with pytest.raises(PreviewError) as error:
        serving._listening("127.0.0.1", 80, PreviewSite("/", Asking(html())))
    assert str(error.value) == why
