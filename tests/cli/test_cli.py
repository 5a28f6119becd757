"""The command line: what it tells, in which form, with which exit status, and what it leaves alone."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from dateline.cli import main, reporting
from dateline.cli.reporting import FORMATS
from dateline.ground.problems import CATALOGUE, Code, Position, Problem
from dateline.ground.writing import MANIFEST
from dateline.ground.yamltree import MAX_BYTES
from projects import ADDRESSES, environment, files_of, run

EVENT = "content/events/2020/2020-05-04-market-flooded.yml"
PLACE = "content/places/wend.yml"


@pytest.fixture(autouse=True)
def _here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


def dateline(*arguments: str, **env: str) -> Result:
    result = CliRunner().invoke(main, arguments, env={"FORCE_COLOR": None, "COLUMNS": "200", **env})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def change(path: str, old: str, new: str) -> None:
    file = Path(path)
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def break_records() -> None:
    change(EVENT, "kind: flood", "kind: flod")
    change(PLACE, "kind: river", "kind: rivr")


def warn() -> None:
    Path("content/actors/nobody.md").write_text("---\nname: Nobody\nkind: organisation\n---\n", encoding="utf-8")


# --- check ---------------------------------------------------------------------------------------------------------


def test_check_of_sound_records_says_so_and_succeeds() -> None:
    result = dateline("check")
    assert (result.exit_code, result.output) == (0, "No problems.\n")


def test_check_tells_every_problem_sorted_one_a_line_and_fails() -> None:
    break_records()
    result = dateline("check")
    lines = result.output.splitlines()
    assert result.exit_code == 1
    assert [line.partition(": ")[0] for line in lines] == [f"{EVENT}:3:7", f"{PLACE}:3:7", "2 errors."]
    assert lines[0].startswith(f"{EVENT}:3:7: error [unknown-word] ")
    assert "did you mean 'flood'?" in lines[0]


def test_a_warning_is_told_and_does_not_fail() -> None:
    warn()
    result = dateline("check")
    assert result.exit_code == 0
    assert "warning [unused-actor]" in result.output
    assert result.output.endswith("1 warning.\n")


def test_piped_text_has_no_colour() -> None:
    break_records()
    assert "\x1b" not in dateline("check").output


def test_a_terminal_shows_the_line_with_a_caret_below_the_place() -> None:
    break_records()
    lines = re.sub(r"\x1b\[[0-9;]*m", "", dateline("check", FORCE_COLOR="1").output).splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith(f"{EVENT}:3:7"))
    assert lines[at + 1] == "    3 | kind: flod"
    assert lines[at + 2] == "              ^"
    assert "did you mean 'flood'?" in lines[at + 3]


def test_in_a_real_terminal_it_is_coloured() -> None:
    break_records()
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dateline", "check"]
    env = environment(TERM="xterm-256color")
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env=env) as process:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
    os.close(ours)
    assert process.returncode == 1
    assert b"\x1b[" in shown
    assert b"^" in shown


@pytest.mark.parametrize("code", [Code.UNREADABLE, Code.TOO_LARGE, Code.NOT_UTF8])
def test_no_line_of_a_file_that_was_refused_is_shown(code: Code) -> None:
    Path("refused.yml").write_text("a line\n", encoding="utf-8")
    assert reporting._line_of(Problem(Position("refused.yml"), code, "no")) is None
    assert reporting._line_of(Problem(Position("refused.yml"), Code.UNKNOWN_WORD, "no")) == "a line"


@pytest.mark.parametrize("kind", ["link", "endless", "fifo", "large", "folder"])
def test_only_plain_files_are_opened_for_their_lines(kind: str) -> None:
    here = Path("odd.yml")
    if kind == "link":
        Path("secret").write_text("a secret\n", encoding="utf-8")
        here.symlink_to("secret")
    elif kind == "endless":
        here.symlink_to("/dev/zero")
    elif kind == "fifo":
        os.mkfifo(here)
    elif kind == "large":
        here.write_text("a line\n" + " " * MAX_BYTES, encoding="utf-8")
    else:
        here.mkdir()
    assert reporting._line_of(Problem(Position("odd.yml"), Code.UNKNOWN_WORD, "no")) is None


def test_a_record_that_is_a_link_is_refused_in_colour_without_what_it_leads_to() -> None:
    Path("secret").write_text("a secret\n", encoding="utf-8")
    Path("content/actors/sly.md").symlink_to(Path("secret").absolute())
    shown = dateline("check", FORCE_COLOR="1").output
    assert "unreadable" in shown
    assert "a secret" not in shown


def test_a_problem_cannot_drive_the_terminal() -> None:
    change(PLACE, "kind: river", 'kind: "riv\\e]0;owned\\a\\u202Eer"')
    for form in ("text", "github"):
        shown = dateline("check", "--format", form).output
        assert not set(shown) & {"\x1b", "\x07", "\u202e"}
    shown = dateline("check", FORCE_COLOR="1").output
    assert "\x1b]" not in shown
    assert not set(shown) & {"\x07", "\u202e"}


def test_json_is_a_list_of_objects_with_the_documented_keys() -> None:
    break_records()
    result = dateline("check", "--format", "json")
    problems = json.loads(result.output)
    assert result.exit_code == 1
    assert [list(problem) for problem in problems] == [
        ["code", "severity", "path", "line", "column", "message", "hint"],
    ] * 2
    assert problems[0] | {"message": "", "hint": ""} == {
        "code": "unknown-word",
        "severity": "error",
        "path": EVENT,
        "line": 3,
        "column": 7,
        "message": "",
        "hint": "",
    }
    assert "flood" in problems[0]["hint"]


def test_json_of_sound_records_is_an_empty_list() -> None:
    assert json.loads(dateline("check", "--format", "json").output) == []


def test_github_annotates_the_line_and_escapes_what_would_end_the_annotation() -> None:
    change(PLACE, "name: Wend", 'name: Wend\nkind: "a%,b:c\\nd"')
    lines = dateline("check", "--format", "github").output.splitlines()
    assert all(
        re.fullmatch(r"::(error|warning) file=[^:,]+,line=\d+,col=\d+,title=[^:,]+::[^\n]*", line) for line in lines
    )
    assert any(line.startswith(f"::error file={PLACE},line=") for line in lines)


def test_github_escapes_a_path_that_holds_signs_of_the_annotation() -> None:
    shutil.move("content/places/wend.yml", "content/places/we,n:d%.yml")
    lines = dateline("check", "--format", "github").output.splitlines()
    assert any(line.startswith("::error file=content/places/we%2Cn%3Ad%25.yml,line=1") for line in lines)


def test_sarif_has_what_code_scanning_needs() -> None:
    break_records()
    warn()
    log = json.loads(dateline("check", "--format", "sarif").output)
    (scan,) = log["runs"]
    driver = scan["tool"]["driver"]
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert log["version"] == "2.1.0"
    assert log["$schema"].startswith("https://")
    assert driver["name"] == "Dateline"
    assert set(rules) == {"unknown-word", "unused-actor"}
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules.values())
    assert [result["level"] for result in scan["results"]] == ["warning", "error", "error"]
    for result in scan["results"]:
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert result["ruleId"] in rules
        assert result["message"]["text"]
        assert Path(place["artifactLocation"]["uri"]).is_file()
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1


def test_sarif_addresses_are_uris() -> None:
    shutil.move("content/places/wend.yml", "content/places/we nd%é.yml")
    log = json.loads(dateline("check", "--format", "sarif").output)
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]
    }
    assert "content/places/we%20nd%25%C3%A9.yml" in uris


def test_every_format_is_offered_and_another_is_refused() -> None:
    assert set(FORMATS) == {"text", "github", "json", "markdown", "sarif"}
    assert dateline("check", "--format", "xml").exit_code == 2


def test_markdown_is_grouped_by_code_counted_and_of_nothing_but_text() -> None:
    break_records()
    change(PLACE, "kind: rivr", 'kind: "<b>@editors</b>\\n# x"')
    told = dateline("check", "--format", "markdown").output
    assert told.startswith("2 errors.\n\n### unknown-word (2)\n\nTold when ")
    assert f"- {EVENT.replace('/', '&#47;')}&#58;3&#58;7: " in told
    assert "<b>" not in told
    assert "@" not in told
    assert len([line for line in told.splitlines() if line.startswith("#")]) == 1


def test_markdown_of_very_many_problems_stays_below_what_github_takes(capsys: pytest.CaptureFixture[str]) -> None:
    many = [Problem(Position("x" * 200, line), code, "ش" * 4000) for code in Code for line in range(60)]
    reporting.report(many, "markdown")
    told = capsys.readouterr().out
    assert "- … and 20 more\n" in told
    assert told.endswith("… and more than fits here.\n")
    assert len(told.encode()) < 65_536


def test_a_path_narrows_what_is_told_and_the_exit_status_to_the_files_there() -> None:
    break_records()
    told = dateline("check", "content/places")
    assert (told.exit_code, told.output.count("[unknown-word]")) == (1, 1)
    assert PLACE in told.output
    assert dateline("check", "content/actors").exit_code == 0
    assert dateline("check", PLACE, EVENT).output.count("[unknown-word]") == 2
    assert dateline("check", "content/actors", PLACE).exit_code == 1


def test_a_path_that_does_not_exist_is_an_error_of_use() -> None:
    assert dateline("check", "content/nowhere").exit_code == 2


@pytest.mark.parametrize("folder,shown", [("content", PLACE[8:]), ("content/events/2020", "../../places/wend.yml")])
def test_from_a_folder_of_the_project_the_project_is_found_and_paths_lead_from_there(
    monkeypatch: pytest.MonkeyPatch, folder: str, shown: str
) -> None:
    break_records()
    monkeypatch.chdir(folder)
    paths = [problem["path"] for problem in json.loads(dateline("check", "--format", "json").output)]
    assert shown in paths
    assert all(Path(path).is_file() for path in paths)


def test_another_project_and_its_content_folder_can_be_named(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_records()
    monkeypatch.chdir(tmp_path)
    for path in (project.name, f"{project.name}/content"):
        paths = [problem["path"] for problem in json.loads(dateline("check", path, "--format", "json").output)]
        assert paths == [f"{project.name}/{EVENT}", f"{project.name}/{PLACE}"]


def test_where_no_chronology_is_it_is_said_how_one_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    for command in (
        ("build",),
        ("check",),
        ("find", "x"),
        ("fix",),
        ("new", "actor"),
        ("schema",),
        ("serve",),
        ("upgrade",),
    ):
        result = dateline(*command)
        assert result.exit_code == 1
        assert "dateline init FOLDER" in result.output
    assert not list((tmp_path / "empty").iterdir())


def test_where_no_chronology_is_that_is_the_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert "[no-content]" in dateline("check").output


def test_content_elsewhere_as_mkdocs_yml_says_is_found(project: Path) -> None:
    (project / "content").rename(project / "records")
    change("mkdocs.yml", "  - dateline: {embeds: true}\n", "  - dateline: {content: records}\n")
    change("mkdocs.yml", "docs_dir: content ", "docs_dir: records ")
    assert dateline("check").output == "No problems.\n"


# --- render --------------------------------------------------------------------------------------------------------


def test_render_writes_pages_and_data_and_a_second_run_writes_nothing() -> None:
    first = dateline("render", "--out", "out")
    before = files_of(Path("out"))
    second = dateline("render", "--out", "out")
    assert first.exit_code == second.exit_code == 0
    assert {"index.md", "days/2020-05-04.md", "data/chronology.json", "map.png"} < set(before)
    assert re.search(r": \d+ files written, 0 unchanged, 0 removed\.", first.output)
    assert f": 0 files written, {len(before) - 1} unchanged, 0 removed." in second.output
    assert files_of(Path("out")) == before


def test_render_of_broken_records_writes_nothing_and_fails() -> None:
    break_records()
    result = dateline("render", "--out", "out")
    assert result.exit_code == 1
    assert "nothing was written" in result.output
    assert not Path("out").exists()


def test_render_tells_of_a_broken_template_with_its_line() -> None:
    change("templates/pages/place.md.j2", "<dd>{{ view.kind }}</dd>", "<dd>{{ view.kynd }}</dd>")
    line = Path("templates/pages/place.md.j2").read_text(encoding="utf-8").split("kynd")[0].count("\n") + 1
    result = dateline("render", "--out", "out")
    assert result.exit_code == 1
    assert f"templates/pages/place.md.j2:{line}:1: error [template-error]" in result.output
    assert not Path("out").exists()


@pytest.mark.parametrize(
    "broken", ["{% if %}", "{{ 1 / 0 }}", "{{ nothing() }}", "{{ view | nofilter }}", "{{ view.name[9999999] }}"]
)
def test_whatever_is_wrong_with_a_template_is_told_and_not_thrown(broken: str) -> None:
    change("templates/pages/place.md.j2", "<dd>{{ view.kind }}</dd>", f"<dd>{broken}</dd>")
    result = dateline("render", "--out", "out")
    assert result.exit_code == 1
    assert "templates/pages/place.md.j2" in result.output
    assert "[template-error]" in result.output


def test_a_missing_template_is_told_and_not_thrown() -> None:
    Path("templates/pages/place.md.j2").unlink()
    result = dateline("render", "--out", "out")
    assert result.exit_code == 1
    assert "[template-error]" in result.output


def test_a_template_that_is_no_text_is_told_and_not_thrown() -> None:
    Path("templates/pages/place.md.j2").write_bytes(b"\xff\xfe")
    result = dateline("render", "--out", "out")
    assert result.exit_code == 1
    assert "[template-error]" in result.output


def test_render_refuses_to_overwrite_a_file_that_it_did_not_write() -> None:
    Path("out").mkdir()
    Path("out/index.md").write_text("mine", encoding="utf-8")
    result = dateline("render", "--out", "out")
    assert result.exit_code == 1
    assert "index.md" in result.output
    assert files_of(Path("out")) == {"index.md": b"mine"}


def test_render_into_a_folder_that_cannot_be_written_is_told_and_not_thrown() -> None:
    Path("file").write_text("", encoding="utf-8")
    assert dateline("render", "--out", "file").exit_code == 2
    result = dateline("render", "--out", "file/out")
    assert result.exit_code == 1
    assert "file/out" in result.output


# --- build ---------------------------------------------------------------------------------------------------------


def test_build_makes_the_site_that_mkdocs_makes_and_again_writes_nothing(project: Path, small_site: Path) -> None:
    first = run("dateline", "build", cwd=project, env=environment(**ADDRESSES))
    assert (first.returncode, first.stderr) == (0, "")
    assert re.search(
        r"site: \d+ pages; of these and the files beside them, \d+ made anew; \d+ files written, 0 unchanged\.",
        first.stdout,
    )
    assert _without_manifest(project / "site") == _without_manifest(small_site)
    assert sorted(path.name for path in project.iterdir()) == [".cache", "content", "mkdocs.yml", "site", "templates"]
    second = run("dateline", "build", cwd=project, env=environment(**ADDRESSES))
    assert re.search(r" 0 files written, \d+ unchanged\.", second.stdout)


def test_a_failed_build_leaves_the_last_good_site_untouched(project: Path, small_site: Path) -> None:
    shutil.copytree(small_site, "site")
    good = files_of(Path("site"))
    change("mkdocs.yml", "  - Home: index.md", "  - Home: index.md\n  - Missing: missing.md")
    for_mkdocs = run("dateline", "build", cwd=project)
    assert for_mkdocs.returncode == 1
    assert "missing.md" in for_mkdocs.stderr
    change("templates/pages/place.md.j2", "<dd>{{ view.kind }}</dd>", "<dd>{{ view.kynd }}</dd>")
    for_template = dateline("build")
    assert (for_template.exit_code, "[template-error]" in for_template.output) == (1, True)
    break_records()
    for_records = dateline("build")
    assert (for_records.exit_code, "[unknown-word]" in for_records.output) == (1, True)
    assert files_of(Path("site")) == good
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == [".cache"]


def test_build_prunes_the_pages_of_what_is_gone_and_keeps_foreign_files(project: Path, small_site: Path) -> None:
    shutil.copytree(small_site, "site")
    Path("site/CNAME").write_text("mine", encoding="utf-8")
    Path("content/pages/thanks.md").unlink()
    done = run("dateline", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert not Path("site/thanks").exists()
    assert Path("site/CNAME").read_text(encoding="utf-8") == "mine"


def test_a_theme_template_that_is_broken_fails_the_build_without_a_traceback(project: Path) -> None:
    Path("templates/theme/main.html").write_text("{% extends 'base.html' %}{% block content %}{{ 1/0 }}{% endblock %}")
    done = run("dateline", "build", cwd=project)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert not Path("site").exists()


@pytest.mark.parametrize(
    "config",
    [
        "",
        "plugins: [dateline",
        "site_name: x\nplugins: [nonesuch]\n",
        "site_name: x\nplugins: [search]\n",
        "site_name: x\nplugins: [dateline]\nuse_directory_urls: false\n",
        "site_name: x\nplugins: [{dateline: {contnt: x}}]\n",
        "site_name: x\nplugins: [{dateline: {content: 5}}]\n",
        "[]",
        "\x00",
    ],
    ids=range(9),
)
def test_a_broken_mkdocs_yml_is_told_and_not_thrown(config: str) -> None:
    Path("mkdocs.yml").write_text(config, encoding="utf-8")
    for command in (["check"], ["render", "--out", "out"], ["build"], ["serve"]):
        result = dateline(*command)
        assert result.exit_code != 0 or command == ["check"]
        assert result.output.strip()


def test_without_mkdocs_yml_build_and_serve_say_so() -> None:
    Path("mkdocs.yml").unlink()
    for command in ("build", "serve"):
        result = dateline(command)
        assert result.exit_code != 0
        assert "mkdocs.yml" in result.output


def test_a_site_folder_that_is_a_file_is_told_and_not_thrown(project: Path) -> None:
    Path("site").write_text("mine", encoding="utf-8")
    done = run("dateline", "build", cwd=project)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert Path("site").read_text(encoding="utf-8") == "mine"


# --- the whole -----------------------------------------------------------------------------------------------------


def test_python_m_dateline_is_the_command(project: Path) -> None:
    done = run("dateline", "--version", cwd=project)
    assert re.fullmatch(r"dateline, version \d+\.\d+\.\d+\n", done.stdout)
    script = subprocess.run(
        [Path(sys.executable).parent / "dateline", "--version"], capture_output=True, text=True, check=True
    )
    assert script.stdout == done.stdout


def _commands() -> dict[str, click.Command]:
    context = click.Context(main)
    found = ((name, main.get_command(context, name)) for name in main.list_commands(context))
    return {name: command for name, command in found if command is not None}


COMMANDS = _commands()


def test_help_names_every_command_and_option_with_a_sentence() -> None:
    assert COMMANDS.keys() >= {"check", "render", "build", "merge", "serve", "diff"}
    for name, command in COMMANDS.items():
        assert dateline(name, "--help").exit_code == 0
        assert command.help
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert getattr(parameter, "help", None), (name, parameter.name)


def test_every_problem_has_a_meaning_and_a_cure_for_every_format() -> None:
    assert set(CATALOGUE) == set(Code)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def _without_manifest(folder: Path) -> dict[str, bytes]:
    return {path: content for path, content in files_of(folder).items() if path != MANIFEST}
