"""A web archive on this machine: what is asked of it, and whatever it may answer."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.cli.archiving import told
from dateline.editing.verification.captures import Capture, CaptureError, Keys, WebArchive
from dateline.editing.verification.live import FetchedPage, Unreadable
from dateline.editing.verification.sendable import unfit
from dateline.editing.verification.wanting import wanting
from dateline.records.rules.context import Context
from projects import CASES
from readings import context_of, source_of

URL = "https://gazette.example.org/2031/pier"
ACCESS, SECRET = "acc3ss", "s3cret-key"
SUCCESS = {"status": "success", "timestamp": "20310507101112", "original_url": URL}


@dataclass
class Reply:
    body: object
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Server:
    """Answers each path with its replies one after the other; the last of them again and again."""

    base: str = ""
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str], str]] = field(default_factory=list)

    def says(self, path: str, *replies: object) -> None:
        self.replies[path] = [one if isinstance(one, Reply) else Reply(one) for one in replies]

    @property
    def paths(self) -> list[str]:
        return [f"{method} {path}" for method, path, _, _ in self.asked]

    def next_reply(self, path: str) -> Reply:
        replies = self.replies.get(path, [Reply({}, 404)])
        return replies.pop(0) if len(replies) > 1 else replies[0]


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            sent = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            server.asked.append((self.command, parts.path, dict(self.headers), sent or parts.query))
            reply = server.next_reply(parts.path)
            body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            for name, value in ({"Content-Length": str(len(body))} | reply.headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        server.base = f"http://127.0.0.1:{listening.server_port}"
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        listening.shutdown()
        thread.join()


@pytest.fixture(name="server")
def _server() -> Iterator[Server]:
    with serving() as server:
        yield server


class Clock:
    """A time that passes only by being waited for."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waited: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


def archive_at(server: Server, clock: Clock | None = None, *, keys: Keys | None = None) -> WebArchive:
    clock = clock or Clock()
    return WebArchive(server.base, keys or Keys(ACCESS, SECRET), sleep=clock.sleep, clock=lambda: clock.now)


def test_a_capture_is_asked_for_waited_for_and_returned(server: Server) -> None:
    clock = Clock()
    server.says("/save", {"url": URL, "job_id": "spn2-1"})
    server.says("/save/status/spn2-1", {"status": "pending", "resources": []}, {"status": "pending"}, SUCCESS)
    assert archive_at(server, clock).capture(URL) == Capture(f"{server.base}/web/20310507101112/{URL}", "2031-05-07")
    assert server.paths == ["POST /save", *["GET /save/status/spn2-1"] * 3]
    method, _, headers, sent = server.asked[0]
    assert headers["Authorization"] == f"LOW {ACCESS}:{SECRET}"
    assert headers["Accept"] == "application/json"
    assert "Dateline/" in headers["User-Agent"]
    assert (method, parse_qs(sent)["url"]) == ("POST", [URL])
    assert clock.waited == [6.0, 6.0, 6.0]  # a pause between any two requests


def test_what_the_archive_asks_to_wait_is_waited(server: Server) -> None:
    clock = Clock()
    server.says("/save", Reply({}, 429, {"Retry-After": "40"}), {"job_id": "1"})
    server.says("/save/status/1", SUCCESS)
    assert archive_at(server, clock).capture(URL).day == "2031-05-07"
    assert clock.waited[0] == 40.0


@pytest.mark.parametrize(
    "save,status,said",
    [
        (Reply({}, 429, {"Retry-After": "4000"}), None, "asks to wait 4000 seconds; try again later"),
        (Reply({}, 429, {"Retry-After": "no number"}), None, "no answer in time"),
        (Reply({}, 503), None, "no answer in time"),
        (Reply({"message": "no"}, 401), None, "are the keys right"),
        (Reply({"message": "You need to slow down"}, 400), None, "refuses (status 400): You need to slow down"),
        (Reply({}, 302, {"Location": "https://elsewhere.example.org/"}), None, "status 302"),
        (Reply(b"<html>Down for maintenance</html>"), None, "no proper answer"),
        (Reply(b"[" * 100_000), None, "no proper answer"),
        (Reply(b"x" * 2_000_000), None, "too long"),
        ([1, 2], None, "none that is known"),
        ({"job_id": 7}, None, "does not capture it: it gives no reason"),
        ({"job_id": "../../cdx"}, None, "does not capture it"),
        ({"status": "error", "message": "Cannot resolve host"}, None, "does not capture it: Cannot resolve host"),
        ({"job_id": "1"}, {"status": "error", "status_ext": "error:blocked-url"}, "could not capture it: error:block"),
        ({"job_id": "1"}, {"status": "error", "message": f"key {SECRET} for {ACCESS}"}, "could not capture it: key …"),
        ({"job_id": "1"}, {"status": "success", "timestamp": "20319907101112"}, "the capture is none"),
        ({"job_id": "1"}, {"status": "success"}, "the capture is none"),
        ({"job_id": "1"}, {"status": ["odd"]}, "the capture is none"),
        ({"job_id": "1"}, {"status": "pending"}, "it takes too long; try again later"),
        ({"job_id": "1"}, Reply({}, 500), "refuses (status 500)"),
    ],
)
def test_whatever_an_archive_answers_is_told_in_a_sentence(
    server: Server, save: object, status: object, said: str
) -> None:
    server.says("/save", save)
    server.says("/save/status/1", status)
    with pytest.raises(CaptureError) as caught:
        archive_at(server).capture(URL)
    assert said in str(caught.value)
    assert SECRET not in str(caught.value)
    assert ACCESS not in str(caught.value)


def test_what_is_no_address_in_an_answer_is_not_written(server: Server) -> None:
    server.says("/save", {"job_id": "1"})
    server.says("/save/status/1", {**SUCCESS, "original_url": "javascript:alert(1)"})
    assert archive_at(server).capture(URL).url == f"{server.base}/web/20310507101112/{URL}"


def test_no_server_is_told() -> None:
    with serving() as server:
        archive = archive_at(server)
    with pytest.raises(CaptureError, match="cannot be reached"):
        archive.newest(URL)


@pytest.mark.parametrize(
    "answer,found",
    [
        ([["timestamp", "original"], ["20310507000000", URL], ["20310601000000", URL]], "2031-06-01"),
        ([["timestamp", "original"]], None),
        ([], None),
        ([["garbage"], [7], "x", ["20310507000000"]], "2031-05-07"),
    ],
)
def test_the_newest_capture_is_looked_up_without_keys(server: Server, answer: object, found: str | None) -> None:
    server.says("/cdx/search/cdx", answer)
    capture = archive_at(server).newest(URL, "20310506")
    assert (capture.day if capture else None) == found
    _, _, headers, query = server.asked[0]
    assert "Authorization" not in headers
    assert parse_qs(query)["from"] == ["20310506"]


@pytest.mark.parametrize(
    "base",
    ["http://archive.example.org", "ftp://127.0.0.1", "https://a.example.org/x", "https://u:p@a.example.org", ""],
)
def test_an_archive_elsewhere_is_asked_over_https_alone(base: str) -> None:
    with pytest.raises(CaptureError, match="https"):
        WebArchive(base)


def test_keys_are_shown_nowhere() -> None:
    assert SECRET not in repr(WebArchive(keys=Keys(ACCESS, SECRET)))
    with pytest.raises(CaptureError) as caught:
        Keys("a\r\nX: b", SECRET)
    assert SECRET not in str(caught.value)


# --- which addresses are sent ----------------------------------------------------------------------------------------


def at(*addresses: str) -> Callable[[str], list[str]]:
    return lambda _host: list(addresses)


@pytest.mark.parametrize(
    "url",
    [
        "https://gazette.example.org/a?token=abc",
        "https://gazette.example.org/a?X-Amz-Signature=1",
        "https://gazette.example.org/a?key=a9f8e7d6c5b4a3f2",
        "https://gazette.example.org/a#access_token=abc",
        "https://gazette.example.org/wp-admin/post.php?post=1",
        "https://gazette.example.org/login?next=/a",
        "https://gazette.example.org/preview/77",
        "https://docs.google.com/document/d/1/edit",
        "https://council.sharepoint.com/sites/a",
        "https://t.me/+AbCdEf",
        "https://t.me/c/123/4",
        "https://chat.whatsapp.com/abc",
        "https://web.archive.org/web/2031/https://gazette.example.org/",
        "https://intranet/a",
        "https://files.local/a",
        "http://127.0.0.1/a",
        "http://[::1]/a",
        "http://192.168.1.7/a",
        "https://user:word@gazette.example.org/a",
        "ftp://gazette.example.org/a",
    ],
)
def test_what_a_login_guards_or_only_some_can_reach_is_not_sent(url: str) -> None:
    assert unfit(url, at("93.184.216.34")) is not None


def test_a_host_is_sent_only_if_each_of_its_addresses_is_public() -> None:
    assert unfit(URL, at("93.184.216.34", "10.0.0.7")) == "gazette.example.org is at no public address"
    assert unfit(URL, at()) == "gazette.example.org is at no public address"
    assert unfit(URL, at("93.184.216.34", "2606:2800:220:1::1")) is None
    assert unfit(f"{URL}?id=77&key=pier&code=news", at("93.184.216.34")) is None


# --- source captures -------------------------------------------------------------------------------------------------


class Pages:
    def fetch(self, url: str) -> FetchedPage | Unreadable:
        return Unreadable("no answer in time") if "dead" in url else FetchedPage(url, ())


class Known:
    def __init__(self, *, fails: bool = False) -> None:
        self.asked: list[str] = []
        self.fails = fails

    def newest(self, url: str, since: str = "") -> Capture | None:
        self.asked.append(f"{url} {since}")
        if self.fails:
            raise CaptureError("the archive <b>does</b> not answer")
        return Capture(f"https://web.archive.org/web/20310507000000/{url}", "2031-05-07") if "old" in url else None

    def capture(self, url: str) -> Capture:
        return Capture(f"https://web.archive.org/web/20310601000000/{url}", "2031-06-01")


def of_addresses(root: Path, *urls: str) -> Context:
    paragraph = "The clerk of Lindwell said on Monday that the old well was shut until further notice."
    records = {f"sources/s{at}.yml": source_of([f"{at} {paragraph}"], url=url) for at, url in enumerate(urls)}
    return context_of(root, records)


def test_captures_that_exist_are_told_and_live_addresses_without_one_proposed(tmp_path: Path) -> None:
    host = "https://gazette.example.org"
    context = of_addresses(
        tmp_path, f"{host}/old", f"{host}/new", f"{host}/dead", "https://docs.google.com/d/1", "null"
    )
    known = Known()
    text = told(wanting(context, known, Pages(), at("93.184.216.34")), "markdown")
    kept = f"archive: {{url: https://web.archive.org/web/20310507000000/{host}/old, date: 2031-05-07}}"
    assert f"### A capture exists: look at it, and write it into the record\n\n- s0: `{kept}`\n" in text
    assert f"### No capture yet: dateline source captures ID --ask\n\n- s1: `{host}/new`\n" in text
    assert "s2: its address gives no page" in text
    assert "s3: docs" in text
    assert known.asked == [f"{host}/old 20310304", f"{host}/new 20310304", f"{host}/dead 20310304"]
    asked = told(wanting(context, known, Pages(), at("93.184.216.34"), ["s1"], asks=True), "text")
    assert asked.startswith("Captured just now:\n  s1: archive: {url: ")


def test_of_a_source_that_a_login_guards_the_archive_is_not_even_asked(tmp_path: Path) -> None:
    paragraph = "The clerk of Lindwell said on Monday that the old well was shut until further notice."
    guarded = f"{source_of([paragraph], url='https://gazette.example.org/old')}access: login\n"
    known = Known()
    text = told(wanting(context_of(tmp_path, {"sources/s.yml": guarded}), known, Pages(), at("93.184.216.34")), "text")
    assert "a login guards it" in text
    assert known.asked == []


def test_an_archive_that_does_not_answer_is_left_alone_after_three_times(tmp_path: Path) -> None:
    context = of_addresses(tmp_path, *(f"https://gazette.example.org/{number}" for number in range(5)))
    known = Known(fails=True)
    text = told(wanting(context, known, Pages(), at("93.184.216.34")), "markdown")
    assert len(known.asked) == 3
    assert "<b>" not in text


# --- source add --archive --------------------------------------------------------------------------------------------

HEAD = ("--publisher", "harrow-gazette", "--published", "2031-05-06", "--id", "pier", "--accessed", "2031-05-07")


@pytest.fixture(name="add")
def _add(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dateline.editing.verification.live.addresses_of", at("93.184.216.34"))
    keys = {"DATELINE_ARCHIVE_ACCESS_KEY": ACCESS, "DATELINE_ARCHIVE_SECRET_KEY": SECRET}

    def add(*more: str, shape: str = "text.txt", url: str = URL, **environment: str | None) -> Result:
        runner = CliRunner(env={"DATELINE_ARCHIVE": server.base, **keys, **environment})
        return runner.invoke(
            main, ["source", "add", str(CASES / "intake" / shape), *HEAD, "--url", url, "--archive", "--yes", *more]
        )

    return add


def record(tmp_path: Path) -> str:
    return (tmp_path / "content" / "sources" / "pier.yml").read_text(encoding="utf-8")


def test_the_capture_is_written_into_the_record(add: Callable[..., Result], server: Server, tmp_path: Path) -> None:
    server.says("/save", {"job_id": "1"})
    server.says("/save/status/1", SUCCESS)
    done = add()
    assert done.exit_code == 0, done.output
    line = next(line for line in record(tmp_path).splitlines() if line.startswith("archive: "))
    assert f"/web/20310507101112/{URL}" in line
    assert line.endswith("date: 2031-05-07}")
    assert SECRET not in record(tmp_path) + done.output


def test_without_a_capture_the_record_is_written_and_it_is_told_why(
    add: Callable[..., Result], server: Server, tmp_path: Path
) -> None:
    server.says("/save", {"message": "This host is blocked"})
    server.says("/cdx/search/cdx", [["timestamp", "original"], ["20310506000000", URL]])
    done = add()
    assert done.exit_code == 1
    assert "written without a capture: the archive does not capture it: This host is blocked" in done.output
    assert "An older capture exists" in done.output
    assert "# archive: " in record(tmp_path)


def test_nothing_is_asked_where_nothing_may_be_sent(add: Callable[..., Result], server: Server, tmp_path: Path) -> None:
    assert "was not sent to an archive" in add(url="https://docs.google.com/d/1").output
    (tmp_path / "content" / "sources" / "pier.yml").unlink()
    assert "a login or a payment stands before it" in add("--body", "2-3", shape="paywall-behind-a-part.html").output
    assert server.asked == []


def test_without_keys_nothing_is_written(add: Callable[..., Result], tmp_path: Path) -> None:
    done = add(DATELINE_ARCHIVE_SECRET_KEY=None)
    assert done.exit_code == 1
    assert "DATELINE_ARCHIVE_ACCESS_KEY and DATELINE_ARCHIVE_SECRET_KEY" in done.output
    assert not (tmp_path / "content" / "sources" / "pier.yml").exists()
