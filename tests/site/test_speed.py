"""What is there for speed only changes no byte, can be left away, and is left away by itself where it would."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from dateline.cli.building import build
from dateline.ground import blocks, caching
from dateline.ground.writing import MANIFEST
from dateline.pages.rendering import compiled, pages
from dateline.site import plugin
from dateline.site.building import engine
from dateline.site.compiling import compile_site
from dateline.site.settings import Settings
from dateline.site.speed import PLAIN, choosing, fragments, list_by_folder, speed_of
from jinja2 import Environment, FileSystemLoader
from projects import files_of, make_project, run

PARTIAL = """<footer><a href="{{ 'days/2020-05-03/' | url }}">one day</a> <a href="{{ 'places/' | url }}">places</a>
{{ config.site_name }}</footer>
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose theme has a partial of its own, which leads from every page to one of them."""
    made = make_project(tmp_path / "project")
    own = made / "templates" / "theme" / "partials" / "copyright.html"
    own.write_text(PARTIAL, encoding="utf-8")
    return made


@pytest.fixture
def tried_anew() -> Iterator[None]:
    """Have the tricks tried out as by a new process, now and afterwards."""
    choosing.tried.cache_clear()
    yield
    choosing.tried.cache_clear()


def test_a_site_built_plainly_is_the_same_to_the_byte(project: Path) -> None:
    for arguments in (("build", "--jobs", "2"), ("build", "--plain", "--site-dir", "plain")):
        done = run("dateline", *arguments, cwd=project)
        assert done.returncode == 0, done.stderr
    found, plain = (
        {path: content for path, content in files_of(project / folder).items() if path != MANIFEST}
        for folder in ("site", "plain")
    )
    assert b"one day" in plain["days/index.html"]
    assert found.keys() == plain.keys()
    assert [path for path in found if found[path] != plain[path]] == []


def test_a_plain_build_uses_nothing_that_is_there_for_speed_only(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def used(name: str) -> Callable[..., None]:
        return lambda *_, **__: pytest.fail(f"{name} was used")

    for module, name in (
        (caching, "content_of"),
        (caching, "write_content"),
        (pages, "compiled_fast"),
        (plugin, "keep_fragments"),
        (plugin, "HtmlBlocks"),
        (engine, "list_by_folder"),
    ):
        monkeypatch.setattr(module, name, used(name))
    monkeypatch.setattr("os.fork", used("fork"))
    monkeypatch.chdir(project)
    done = CliRunner().invoke(build, ["--plain"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert (project / "site" / "index.html").is_file()


def test_a_part_of_a_site_cannot_be_built_plainly(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    done = CliRunner().invoke(build, ["--plain", "--shard", "1/2", "--site-dir", "part"])
    assert (done.exit_code, "--plain" in done.output) == (2, True)


def test_pages_are_rendered_plainly_to_the_same_byte(project: Path) -> None:
    for arguments in (("--out", "fast"), ("--out", "plain", "--plain")):
        assert run("dateline", "render", *arguments, cwd=project).returncode == 0
    assert files_of(project / "fast") == files_of(project / "plain")


@pytest.mark.parametrize("pattern", [r"^(?!.*(^|/)\.).*$", r"^(?!\.mar).*$", r"^(?!\.hidden/x)", "."])
def test_the_files_of_a_theme_are_those_that_jinja_lists(tmp_path: Path, pattern: str) -> None:
    for name in (".marks/one/a.svg", ".marks/b.svg", ".hidden/x", "assets/.kept/c", "assets/d.css", "e.html", ".f"):
        for theme in ("own", "packaged")[name == "e.html" :]:
            (tmp_path / theme / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / theme / name).touch()
    environment = Environment(loader=FileSystemLoader([tmp_path / "own", tmp_path / "packaged"]))  # noqa: S701 - lists only
    listed = environment.list_templates(filter_func=lambda name: bool(re.search(pattern, name)))
    list_by_folder(environment)
    assert environment.list_templates(filter_func=lambda name: bool(re.search(pattern, name))) == listed


# --- where a library has changed -----------------------------------------------------------------------------------


class CompilerWithoutCalls(compiled.Compiler):
    """Writes nothing where a template calls something."""

    def visit_Call(self, *_: object, **__: object) -> None:  # noqa: N802 - Jinja's name
        self.write("''")


class CompilerWithoutNames(compiled.Compiler):
    """Does not name what the rest of the code calls."""

    def write_commons(self) -> None:
        pass


def breaks_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "Compiler", CompilerWithoutCalls)


def breaks_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "Compiler", CompilerWithoutNames)


def breaks_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragments.Fragment, "_noted", lambda *_: "")


def breaks_includes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragments.KeptForm, "holds", lambda *_: True)


def breaks_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks.HtmlBlocks, "extendMarkdown", lambda _, md: md.preprocessors.deregister("html_block"))


@pytest.mark.usefixtures("tried_anew")
@pytest.mark.parametrize(
    "breaks, trick",
    [
        (breaks_calls, "templates"),
        (breaks_hooks, "templates"),
        (breaks_notes, "fragments"),
        (breaks_includes, "fragments"),
        (breaks_blocks, "blocks"),
    ],
)
def test_a_trick_that_no_longer_holds_is_not_used(
    monkeypatch: pytest.MonkeyPatch, breaks: Callable[[pytest.MonkeyPatch], None], trick: str
) -> None:
    breaks(monkeypatch)
    speed = speed_of(plain=False)
    assert [name for name in ("templates", "fragments", "blocks") if not getattr(speed, name)] == [trick]
    assert "made without them" in speed.note


@pytest.mark.usefixtures("tried_anew")
def test_pages_are_right_where_jinja_has_changed_and_a_user_is_told_once(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    right = compile_site(Settings.of(project))
    choosing.tried.cache_clear()
    breaks_calls(monkeypatch)
    breaks_includes(monkeypatch)
    assert compile_site(Settings.of(project)).pages == right.pages
    monkeypatch.chdir(project)
    done = CliRunner().invoke(build, ["--jobs", "1"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert [record.getMessage() for record in caplog.records].count(f"dateline: {speed_of(plain=False).note}.") == 1


def test_with_these_libraries_every_trick_holds() -> None:
    assert choosing.tried() == choosing.Speed()
    assert speed_of(plain=True) is PLAIN
