"""What makes tests cheap must change nothing: forks are as new processes are, and kept templates as made ones."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import as_fork
import pytest
from forking import Forking
from jinja2 import DictLoader, Environment, TemplateSyntaxError
from projects import environment, forks, run
from templating import TEMPLATES, remember_templates

SCRIPT = """
import os, pathlib, sys
here = pathlib.Path.cwd().name
print(__name__, here, sys.argv[1:], os.environ.get("DATELINE_X"), sys.stdin.read() == "", "json" in sys.modules)
print("to the other", file=sys.stderr)
sys.path.append("kept")
os.environ["DATELINE_X"] = "kept"
sys.exit({"none": None, "word": "a word", "three": 3}[sys.argv[1]])
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def started(*command: str, cwd: Path, env: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("argument, status", [("none", 0), ("word", 1), ("three", 3)])
def test_a_fork_says_and_ends_as_a_new_process_does_and_the_next_knows_nothing_of_it(
    tmp_path: Path, argument: str, status: int
) -> None:
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    env = environment(DATELINE_X="given")
    assert forks().can(env)
    said = [each("script", argument, "ü", cwd=tmp_path, env=env) for each in (run, started, run)]
    assert {one.returncode for one in said} == {status}
    assert len({(one.stdout.replace("True\n", "False\n"), one.stderr) for one in said}) == 1
    assert "__main__" in said[0].stdout
    assert "'ü'] given True" in said[0].stdout


def test_what_a_fork_raises_and_what_it_cannot_find_is_told(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text("raise ValueError('no good')", encoding="utf-8")
    done = run("script", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("ValueError: no good")
    assert run("nowhere_at_all", cwd=tmp_path).returncode == 1


def test_a_fork_that_takes_too_long_is_ended_and_the_next_is_run(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text(
        "import os, time; open('id', 'w').write(str(os.getpid())); time.sleep(600)", encoding="utf-8"
    )
    (tmp_path / "short.py").write_text("print('short')", encoding="utf-8")
    with pytest.raises(subprocess.TimeoutExpired):
        run("long", cwd=tmp_path, timeout=2)
    assert run("short", cwd=tmp_path).stdout == "short\n"
    if (tmp_path / "id").exists():
        id_ = int((tmp_path / "id").read_text(encoding="utf-8"))
        until = time.monotonic() + 60
        while not is_ended(id_) and time.monotonic() < until:  # who was killed is there until its parent looks
            time.sleep(0.05)
        assert is_ended(id_)


def is_ended(id_: int) -> bool:
    """Return whether a process is gone, or dead and only not yet looked after."""
    try:
        os.kill(id_, 0)
        return Path(f"/proc/{id_}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
    except (ProcessLookupError, FileNotFoundError):
        return True


def test_what_counts_before_a_program_begins_asks_for_a_new_process(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").touch()
    (tmp_path / "packages" / "own-1.0.dist-info").mkdir(parents=True)
    can = forks().can
    assert can(environment(DATELINE_COMMIT="1", PYTHONPATH=str(tmp_path / "other"), COLUMNS="9"))
    assert not can(environment(PYTHONHASHSEED="1"))
    assert not can(environment(LC_ALL="C.iso"))
    assert not can(environment(PYTHONPATH=str(tmp_path)))
    assert not can(environment(PYTHONPATH=f"{tmp_path / 'other'}{os.pathsep}{tmp_path / 'packages'}"))


def begun_by_others(
    *command: str, cwd: Path, env: dict[str, str], address: str = ""
) -> "subprocess.CompletedProcess[str]":
    """Begin a command as a script of somebody else would; where it is no fork, there is nothing in its place."""
    where = address or forks().address
    client = [sys.executable, "-I", "-S", as_fork.__file__, where, str(cwd / "no-python-of-its-own.py")]
    return subprocess.run(
        [*client, *command], cwd=cwd, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize("command", ["--version", "check", "nothing-of-that-name"])
def test_what_others_begin_says_and_ends_as_a_new_process_does(tmp_path: Path, command: str) -> None:
    env = environment(DATELINE_X="given", GITHUB_OUTPUT=str(tmp_path))
    fork, new = (each("dateline", command, cwd=tmp_path, env=env) for each in (begun_by_others, started))
    assert (fork.returncode, fork.stdout, fork.stderr) == (new.returncode, new.stdout, new.stderr)


def test_others_begin_a_fork_where_the_folder_of_temporary_files_has_a_long_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("long" * 30)
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    own = Forking(tmp_path / "templates")
    try:
        done = begun_by_others("dateline", "--version", cwd=tmp_path, env=environment(), address=own.address)
        assert (done.returncode, done.stderr) == (0, "")
    finally:
        own.close()
    assert not [*folder.iterdir()]


@pytest.mark.parametrize("command", [("timeit", "-n1"), ("dateline", "serve"), ("dateline", "--version")])
def test_what_others_begin_is_a_new_process_where_a_fork_would_be_otherwise(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    env = environment(**({"PYTHONHASHSEED": "1"} if command[-1] == "--version" else {}))
    assert "no-python-of-its-own.py" in begun_by_others(*command, cwd=tmp_path, env=env).stderr


def test_what_forks_ends_when_it_is_told(tmp_path: Path) -> None:
    own = Forking(tmp_path / "templates")
    own.close()
    assert own._process.returncode == 0


# --- templates -------------------------------------------------------------------------------------------------------


def filled(text: str, *, trim: bool = False) -> str:
    made = Environment(loader=DictLoader({"a.html": text}), autoescape=False, trim_blocks=trim)  # noqa: S701 - it shows what is escaped
    made.filters["twice"] = lambda value: value * 2
    return made.get_template("a.html").render(value="<b>")


def test_a_template_that_is_another_is_made_anew() -> None:
    remember_templates(Path(os.environ[TEMPLATES]))  # a second time, which is none
    assert [filled("{{ value }}"), filled("{{ value }}"), filled("{{ value }}!")] == ["<b>", "<b>", "<b>!"]


def test_a_template_is_made_anew_for_an_environment_that_reads_it_otherwise() -> None:
    text = "{% if 1 %}\n{{ value }}\n{% endif %}\n"
    assert filled(text) == "\n<b>\n"
    assert filled(text, trim=True) == "<b>\n"
    assert Environment(autoescape=True).from_string(text).render(value="<b>") == "\n&lt;b&gt;\n"


def test_a_kept_template_tells_its_own_file_and_line(tmp_path: Path) -> None:
    for name in ("one", "other"):
        code = Environment(autoescape=True).compile(
            "\n{{ 1 / 0 }}{% macro m() %}{% endmacro %}", "a", str(tmp_path / name)
        )
        assert {code.co_filename, *(one.co_filename for one in code.co_consts if hasattr(one, "co_filename"))} == {
            str(tmp_path / name)
        }
    with pytest.raises(TemplateSyntaxError) as failure:
        Environment(autoescape=True).compile("\n{{", "a", "b")
    assert failure.value.lineno == 2
