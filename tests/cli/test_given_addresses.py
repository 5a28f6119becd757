"""`dateline source add https://…`: the page is asked for warily, kept beside, and read as a file would be."""

import shutil
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml
from click.testing import CliRunner, Result
from dateline.cli import main
from projects import CASES

PAGE = b"""<html><head><title>The old well is shut</title></head><body><article><h1>The old well is shut</h1>
<p>The clerk of Lindwell said on Monday that the old well was shut until further notice.</p>
<p>Petitioners answered that the decision was made behind closed doors, and in a hurry.</p></article></body></html>"""
SAID = (
    "--publisher",
    "harrow-gazette",
    "--published",
    "2021-03-04",
    "--id",
    "gazette-2021-03-04",
    "--title",
    "The well",
)


class Pages(BaseHTTPRequestHandler):
    """A server of a page, of what leads to it, and of what is none."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        kinds = {"/well": "text/html; charset=utf-8", "/film": "video/mp4"}
        status = {"/old": 301, "/well": 200, "/film": 200}.get(self.path, 404)
        self.send_response(status)
        if self.path == "/old":
            self.send_header("Location", "/well")
        self.send_header("Content-Type", kinds.get(self.path, "text/html"))
        body = PAGE if status == 200 else b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        pass


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as listening:
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Pages, "asked", [], raising=False)
    return tmp_path


def add(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["source", "add", *arguments, "--yes"])


def added(base: str, path: str = "/well", *more: str) -> Result:
    return add(f"{base}{path}", *SAID, "--copies", "texts", "--allow-loopback", *more)


def test_a_page_is_recorded_and_kept_as_it_was_read(folder: Path, base: str) -> None:
    done = added(base)
    assert done.exit_code == 0, done.output
    record = yaml.safe_load((folder / "content/sources/gazette-2021-03-04.yml").read_text("utf-8"))
    assert record["url"] == f"{base}/well"
    assert [one["begins"][:9] for one in record["paragraphs"]] == ["The clerk", "Petitione"]
    assert (folder / "texts/gazette-2021-03-04.html").read_bytes() == PAGE
    assert Pages.asked == ["/robots.txt", "/well"]


def test_where_an_address_leads_is_what_is_recorded(folder: Path, base: str) -> None:
    done = added(base, "/old")
    assert f"It leads to {base}/well" in done.output
    record = yaml.safe_load((folder / "content/sources/gazette-2021-03-04.yml").read_text("utf-8"))
    assert record["url"] == f"{base}/well"


@pytest.mark.parametrize(
    "path, why",
    [
        ("/nothing", "there is nothing any more (status 404); open it in a browser, save the page, and give the file"),
        ("/film", "it is no text but video/mp4"),
    ],
)
def test_what_gives_no_text_is_told_and_nothing_is_written(folder: Path, base: str, path: str, why: str) -> None:
    done = added(base, path)
    assert done.exit_code == 1
    assert why in done.output
    assert not (folder / "texts").exists()
    assert not (folder / "content/sources/gazette-2021-03-04.yml").exists()


@pytest.mark.usefixtures("folder")
def test_a_host_of_ones_own_network_is_not_asked(base: str) -> None:
    done = add(f"{base}/well", *SAID, "--copies", "texts")
    assert "which is no public address" in done.output
    assert Pages.asked == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "more, why",
    [
        ((), "an address needs --copies FOLDER"),
        (("--copies", "content/texts"), "content/texts is a part of content/"),
        (("--copies", "texts", "--access", "login"), "a login guards it: open it yourself, save the page"),
    ],
)
def test_nothing_is_asked_before_it_is_known_where_it_goes(base: str, more: tuple[str, ...], why: str) -> None:
    done = add(f"{base}/well", *SAID, "--allow-loopback", *more)
    assert done.exit_code == 2
    assert why in done.output
    assert Pages.asked == []


def test_a_copy_that_is_there_is_not_overwritten(folder: Path, base: str) -> None:
    (folder / "texts").mkdir()
    (folder / "texts/gazette-2021-03-04.html").write_text("mine", encoding="utf-8")
    assert "nothing is overwritten" in added(base).output
    assert (folder / "texts/gazette-2021-03-04.html").read_text("utf-8") == "mine"
    assert not (folder / "content/sources/gazette-2021-03-04.yml").exists()


def test_who_can_open_it_is_recorded_where_not_everybody_can(folder: Path) -> None:
    (folder / "saved.html").write_bytes(PAGE)
    url = ("--url", "https://harrow.example/well")
    assert add("saved.html", *SAID, *url, "--access", "login").exit_code == 0
    lines = (folder / "content/sources/gazette-2021-03-04.yml").read_text("utf-8").splitlines()
    assert lines[lines.index("url: https://harrow.example/well") + 1] == "access: login"
    other = (*SAID[:4], "--id", "gazette-2021-03-05", "--title", "The well", "--not-a-copy")
    assert add("saved.html", *other, *url, "--access", "open").exit_code == 0
    assert "access" not in (folder / "content/sources/gazette-2021-03-05.yml").read_text("utf-8").replace(
        "accessed", ""
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "option, word, told",
    [
        ("--access", "log-in", "did you mean 'login'?"),
        ("--rights", "quotes", "did you mean 'quote'?"),
        ("--reading", "orginal", "did you mean 'original'?"),
        ("--extent", "all", "one of: whole, part"),
        ("--kind", "artikle", "did you mean 'article'?"),
    ],
)
def test_a_wrong_word_is_told_with_the_near_one(option: str, word: str, told: str) -> None:
    Path("saved.html").write_bytes(PAGE)
    done = add("saved.html", *SAID, option, word)
    assert done.exit_code == 2
    assert told in done.output


@pytest.mark.parametrize("typed", ["www.gazette.example", "gazette.org/well", "www.gazette.org/a.html"])
def test_an_address_without_its_beginning_is_told_what_it_lacks(typed: str) -> None:
    done = add(typed, *SAID)
    assert done.exit_code == 2
    assert "an address begins with https://" in done.output


@pytest.mark.parametrize("typed", ["well.html", "articles/well.txt", "no.such"])
def test_a_file_that_is_not_there_is_told_as_such(typed: str) -> None:
    done = add(typed, *SAID)
    assert done.exit_code == 2
    assert "does not exist" in done.output


def test_the_help_says_what_each_word_means() -> None:
    told = " ".join(CliRunner().invoke(main, ["source", "add", "--help"]).output.split())
    for meant in (
        "fingerprint: no word; quote: short quotations; full: all of it",
        "republication: elsewhere",
        "who has an account",
    ):
        assert meant in told
