"""What runs on Linux runs where there is no fork and no fcntl, with few signals, and with a terminal of few letters."""

import io
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from dateline.cli import main, reporting
from dateline.ground.languages import Language
from dateline.ground.problems import Code, Position, Problem
from dateline.ground.writing import MANIFEST
from dateline.site.building.staging import alone, staging
from dateline.site.preview import web
from dateline.site.preview.replies import Answer
from dateline.site.preview.web import PreviewSite, Server
from filelock import FileLock
from previewing import PATIENCE, eventually, previewed
from projects import ADDRESSES, ROOT, environment, files_of, run

PYTHONPATH: Final = os.pathsep.join(map(str, (ROOT, ROOT / "tests" / "helpers")))
EVENT: Final = "content/events/2020/2020-05-04-market-flooded.yml"
COMMANDS: Final = (
    ("check",),
    ("check", "--format", "github"),
    ("check", "--format", "markdown"),
    ("check", "--format", "json"),
    ("check", "--format", "sarif"),
    ("explain", "bad-id"),
    ("explain", "--format", "markdown"),
    ("schema", "--reference"),
    ("diff", ".", "other", "--no-pages", "--format", "markdown"),
    ("build",),
    ("بوكمال",),
)


def elsewhere(project: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the command as on a system without what only Unix has, on a terminal with few letters."""
    return subprocess.run(
        [sys.executable, "-m", "elsewhere", *arguments],
        cwd=project,
        env=environment(**ADDRESSES, PYTHONPATH=PYTHONPATH, PYTHONIOENCODING="cp1252"),
        capture_output=True,
        check=False,
        timeout=300,
        stdin=subprocess.DEVNULL,
    )


def test_check_and_render_give_the_same_elsewhere(project: Path) -> None:
    assert elsewhere(project, "check").stdout == b"No problems.\n"
    assert elsewhere(project, "render", "--out", "there").returncode == 0
    assert run("dateline", "render", "--out", "here", cwd=project, env=environment(**ADDRESSES)).returncode == 0
    assert files_of(project / "there") == files_of(project / "here")


def test_a_build_gives_the_same_bytes_elsewhere_and_remembers_them(project: Path, small_site: Path) -> None:
    done = elsewhere(project, "build", "--jobs", "4")
    assert done.returncode == 0, done.stderr
    built, as_built = files_of(project / "site"), files_of(small_site)
    assert built.keys() == as_built.keys()
    assert [path for path in built if built[path] != as_built[path]] in ([], [MANIFEST])
    assert b" 0 made anew; 0 files written" in elsewhere(project, "build", "--jobs", "4").stdout
    assert not list(project.glob(".dateline-build-*"))


def test_a_preview_follows_changes_elsewhere(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", PYTHONPATH)
    with previewed(project, ("elsewhere", "serve")) as preview:
        day = f"{preview.address}days/2020-05-04/"
        assert "The market square was under water" in eventually(day, lambda page: "under water" in page)
        path = project / EVENT
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("under water by noon", "under water by night"), encoding="utf-8")
        assert "under water by night" in eventually(day, lambda page: "under water by night" in page)
        path.write_text(text.replace("kind: flood", "kind: flod"), encoding="utf-8")
        assert "did you mean" in eventually(day, lambda page: "did you mean" in page)
        path.write_text(text, encoding="utf-8")
        assert "did you mean" not in eventually(day, lambda page: "did you mean" not in page)
        assert "bundles" in eventually(f"{preview.address}search-index/bundles.json", lambda file: "bundles" in file)
        assert preview.interrupted() == 0
        assert "The preview has ended." in preview.said()


def test_builds_wait_for_one_another_and_sweep_what_killed_ones_left(tmp_path: Path) -> None:
    waited = []
    with alone(tmp_path, lambda: waited.append("first")):
        ours = "from dateline.site.building.staging import alone; import pathlib, sys\n"
        ours += "with alone(pathlib.Path(sys.argv[1]), lambda: print('waits', flush=True)): print('alone')\n"
        env = environment(PYTHONPATH=PYTHONPATH)
        other = subprocess.Popen([sys.executable, "-c", ours, tmp_path], env=env, stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        assert other.stdout.readline() == "waits\n"
    assert other.communicate(timeout=PATIENCE)[0] == "alone\n"
    assert waited == []
    left, held = tmp_path / ".dateline-build-left", tmp_path / ".dateline-build-held"
    for folder in (left, held):
        folder.mkdir()
        (folder / "lock").touch()
    with FileLock(held / "lock"), staging(tmp_path / "site") as staged:
        assert not left.exists()
        assert held.exists()
        staged.mkdir()
    assert not staged.parent.exists()


def test_a_message_in_any_script_is_told_on_any_terminal(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project / EVENT
    path.write_text(path.read_text(encoding="utf-8").replace("kind: flood", "kind: بوكمال"), encoding="utf-8")
    shutil.copytree(project / "content", project / "other")
    monkeypatch.chdir(project)
    for encoding in ("cp1252", "ascii", "latin-1", "utf-8"):
        read_as = encoding.replace("ascii", "utf-8")  # Click's own guess, which is right on most systems that say ASCII
        for arguments in COMMANDS:
            out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2))
            with monkeypatch.context() as patched:
                patched.setattr(sys, "stdout", out)
                patched.setattr(sys, "stderr", err)
                with pytest.raises(SystemExit) as ended:
                    main(list(arguments), prog_name="dateline")
                out.flush()
                err.flush()
            said = (out.buffer.getvalue() + err.buffer.getvalue()).decode(read_as)
            assert ended.value.code in {0, 1, 2}, (encoding, arguments)
            assert said


def test_a_path_on_another_drive_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_way(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", no_way)
    problem = Problem(Position("content/events/a.yml", 1, 1), Code.BAD_ID, "m", "h")
    (seen,) = reporting.seen_from(Path("/here"), Path("/there"), [problem])
    assert seen.position.path == "/there/content/events/a.yml"


# --- many at once ----------------------------------------------------------------------------------------------------


def answers(port: int, count: int) -> Counter[str]:
    """Open `count` connections at once, hold all until each has its answer, and count the answers."""
    got: list[str] = []
    together = threading.Barrier(count)

    def ask() -> None:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
            connection.sendall(b"GET /page HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            got.append(connection.recv(12).decode())
            together.wait(PATIENCE)

    threads = [threading.Thread(target=ask) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter(got)


@pytest.fixture
def server() -> Iterator[Server]:
    with listening() as server:
        yield server


@contextmanager
def listening(mount: str = "/") -> Iterator[Server]:
    site = PreviewSite(mount, lambda _: Answer(200, b"text", "text/plain"))
    with Server("127.0.0.1", 0, site) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_the_servers_own_pages_speak_the_language_of_the_chronology() -> None:
    texts = {"Not here": ("<Nicht hier>",), "Not found": ("Nicht da",), "There is no such page.": ("Keine Seite.",)}
    with listening("/mount/") as server:
        server.site.show("2", Language("de", texts))
        refused = own_page(server, "/mount/", "elsewhere.example")
        missing = own_page(server, "/elsewhere", "127.0.0.1")
    assert "403" in refused.partition("\n")[0]
    assert '<html lang="de" dir="ltr">' in refused
    assert "<h1>&lt;Nicht hier&gt;</h1>" in refused
    assert "404" in missing.partition("\n")[0]
    assert '<h1>Nicht da</h1>\n<p role="alert">Keine Seite.</p>' in missing


def own_page(server: Server, path: str, host: str) -> str:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


@pytest.mark.parametrize("count", [1, 100, 250])
def test_a_preview_answers_many_connections_at_once(server: Server, count: int) -> None:
    assert answers(server.server_port, count) == {"HTTP/1.1 200": count}


def test_connections_that_come_while_the_server_is_busy_wait_for_it(server: Server) -> None:
    server.shutdown()  # nobody takes any connection for as long
    port = server.server_port
    waiting = [socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) for _ in range(110)]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    for connection in waiting:
        connection.sendall(b"GET /page HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    assert {connection.recv(12) for connection in waiting} == {b"HTTP/1.1 200"}
    for connection in waiting:
        connection.close()


def test_more_than_can_be_served_are_told_so_and_are_served_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_AT_ONCE", 10)
    with listening() as server:
        assert answers(server.server_port, 30) == {"HTTP/1.1 200": 10, "HTTP/1.1 503": 20}
        end = time.monotonic() + PATIENCE
        while answers(server.server_port, 10) != {"HTTP/1.1 200": 10}:
            assert time.monotonic() < end
