"""Other plugins, hooks and themes: begun and ended as MkDocs does, given what they ask for, or refused in words."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from dateline.ground.writing import MANIFEST
from previewing import eventually, previewed
from projects import build, environment, files_of, run

LOGGING = """
def log(text):
    with open("log", "a", encoding="utf-8") as file:
        file.write(text + "\\n")
"""
COUNTING = f"""{LOGGING}
def on_startup(*, command, dirty):
    global pages
    pages = 0
    log(f"startup {{command}} {{dirty}}")

def on_config(config):
    log("config")

def on_page_content(html, **_):
    global pages
    pages += 1

def on_build_error(error):
    log(f"error {{error}}")

def on_serve(server, **_):
    log("serve")

def on_shutdown():
    log(f"shutdown {{'after pages' if pages > 20 else pages}}")
"""
CLASSES = f"""{LOGGING}
from mkdocs.plugins import BasePlugin, event_priority

class Prepared(BasePlugin):
    def on_startup(self, *, command, dirty):
        log(f"startup {{command}} {{dirty}}")
        self.pool = []

    @event_priority(-100)
    def on_config(self, config):
        log("config")

    def on_post_page(self, output, page, **_):
        self.pool.append(page.url)
        return output

    def on_shutdown(self):
        log(f"shutdown {{'after pages' if len(self.pool) > 20 else len(self.pool)}}")
"""


def configure(project: Path, *changes: tuple[str, str], more: str = "") -> None:
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(f"{text}\n{more}\n", encoding="utf-8")


def hook(project: Path, text: str, name: str = "h.py") -> None:
    (project / name).write_text(text, encoding="utf-8")
    configure(project, more=f"hooks: [{name}]")


def plugged(project: Path, text: str, *names: str) -> dict[str, str]:
    """List plugins of our own, and return the environment in which MkDocs finds them."""
    folder = project.parent / "packages"
    about = folder / "own-1.0.dist-info"
    about.mkdir(parents=True)
    (folder / "own.py").write_text(text, encoding="utf-8")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: own\nVersion: 1.0\n", encoding="utf-8")
    entries = "".join(f"{name.lower()} = own:{name}\n" for name in names)
    (about / "entry_points.txt").write_text(f"[mkdocs.plugins]\n{entries}", encoding="utf-8")
    listed = "".join(f"  - {name.lower()}\n" for name in names)
    configure(project, ("\n  - dateline: {embeds: true}\n", f"\n  - dateline\n{listed}"))
    return environment(PYTHONPATH=str(folder))


def command(project: Path, *words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return run("dateline", *words, cwd=project, env=env)


def refused(project: Path, *words: str, env: dict[str, str] | None = None) -> str:
    """Return the one sentence with which a command that writes nothing ends."""
    done = command(project, *(words or ("build",)), env=env)
    assert done.returncode == 1, done.stdout
    assert not (project / "site").exists()
    assert "Traceback" not in done.stderr
    (last,) = re.findall(r"^Error: (.*)$", done.stderr, re.MULTILINE)
    return str(last)


def logged(project: Path) -> list[str]:
    lines = (project / "log").read_text(encoding="utf-8").splitlines()
    (project / "log").unlink()
    return lines


# --- plugins and hooks are begun and ended ---------------------------------------------------------------------------


def test_a_hook_that_prepares_itself_is_begun_before_the_configuration_and_ended_after_the_last_page(
    project: Path,
) -> None:
    hook(project, COUNTING)
    done = command(project, "build")
    assert done.returncode == 0, done.stderr
    assert "the hook h.py may look at all pages together, so every page is made anew" in done.stderr
    assert logged(project) == ["startup build False", "config", "shutdown after pages"]
    with previewed(project) as running:
        eventually(running.address, lambda page: "</html>" in page)
        assert "the hook h.py may look at all pages together, so every change builds all of it" in running.said()
        assert running.interrupted() == 0
    assert logged(project) == ["startup serve False", "config", "serve", "shutdown after pages"]


def test_a_plugin_that_prepares_itself_is_begun_and_the_site_is_that_of_mkdocs(project: Path) -> None:
    env = plugged(project, CLASSES, "Prepared")
    done = command(project, "build", env=env)
    assert done.returncode == 0, done.stderr
    assert logged(project) == ["startup build False", "config", "shutdown after pages"]
    found = files_of(project / "site")
    assert run("mkdocs", "build", "--strict", "-d", "other", cwd=project, env=env).returncode == 0
    assert {path: content for path, content in files_of(project / "other").items() if path != MANIFEST} == {
        path: content for path, content in found.items() if path != MANIFEST
    }


def test_plugins_of_a_group_are_begun(project: Path) -> None:
    env = plugged(project, CLASSES, "Prepared")
    configure(project, ("\n  - prepared\n", "\n  - group:\n      enabled: true\n      plugins:\n        - prepared\n"))
    done = command(project, "build", env=env)
    assert done.returncode == 0, done.stderr
    assert logged(project)[0] == "startup build False"


def test_what_was_begun_is_told_of_a_failure_and_ended(project: Path) -> None:
    hook(project, COUNTING.replace("    pages += 1", "    raise ValueError('no good')"))
    assert refused(project).endswith("no good")
    assert logged(project) == ["startup build False", "config", "error no good", "shutdown 0"]


def test_what_was_begun_is_told_that_the_records_have_errors(project: Path) -> None:
    hook(project, COUNTING)
    event = project / "content/events/2020/2020-05-04-market-flooded.yml"
    event.write_text(event.read_text(encoding="utf-8").replace("kind: flood", "kind: flod"), encoding="utf-8")
    assert refused(project) == "nothing was written, because of the problems above"
    assert logged(project) == [
        "startup build False",
        "config",
        "error Dateline found 1 error; the site was not built.",
        "shutdown 0",
    ]


def test_a_hook_that_exits_does_not_pass_for_a_site(project: Path) -> None:
    hook(project, "import sys\n\ndef on_nav(nav, **_):\n    sys.exit(0)\n")
    assert "h.py:4: the hook h.py failed in on_nav" in refused(project)


# --- generated files -------------------------------------------------------------------------------------------------


def test_plugins_that_ask_a_page_for_its_file_get_one_with_its_markdown(project: Path) -> None:
    hook(
        project,
        f"""{LOGGING}
from pathlib import Path

def on_page_markdown(markdown, page, **_):
    path = Path(page.file.abs_src_path)
    assert path.is_absolute() and path.read_text(encoding="utf-8") == page.file.content_string
    assert page.file.generated_by == "dateline" and page.file.src_dir is None
    log(page.file.src_uri)

def on_env(env, files, **_):
    assert all(Path(file.abs_src_path).is_file() for file in files)
""",
    )
    done = command(project, "build")
    assert done.returncode == 0, done.stderr
    assert build(project).returncode == 0
    assert {"index.md", "days/2020-05-04.md", "actors/council.md"} <= set(logged(project))
    (project / "content/pages/thanks.md").rename(project / "content/pages/gratitude.md")
    assert command(project, "build").returncode == 0
    kept = {path.name for path in (project / ".cache/dateline/pages").glob("*.md")}
    assert "gratitude.md" in kept
    assert "thanks.md" not in kept


# --- what cannot be together with Dateline ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", [("build",), ("serve",), ("render", "--out", "out"), ("build", "--shard", "1/2", "-d", "out")]
)
def test_addresses_without_folders_are_refused_whoever_asks_for_them(project: Path, words: tuple[str, ...]) -> None:
    configure(project, more="use_directory_urls: false")
    assert "its addresses need use_directory_urls: true" in refused(project, *words)
    assert not (project / "out").exists()


@pytest.mark.parametrize("words", [("build",), ("serve",), ("render", "--out", "out")])
def test_the_plugin_that_takes_folders_out_of_addresses_is_refused(project: Path, words: tuple[str, ...]) -> None:
    configure(project, ("\n  - dateline: {embeds: true}\n", "\n  - dateline\n  - offline\n"))
    assert "take offline out of the plugins in mkdocs.yml" in refused(project, *words)
    assert build(project).returncode == 1
    configure(project, ("\n  - offline\n", "\n  - offline:\n      enabled: false\n"))
    assert command(project, "render", "--out", "out").returncode == 0


@pytest.mark.parametrize(
    "event, told",
    [
        ("on_config(config):\n    config.use_directory_urls = False", "it is set to false by the hook h.py"),
        (
            "on_pre_build(config):\n    config.use_directory_urls = False",
            "take out of mkdocs.yml what does it: the hook",
        ),
        ("on_files(files, config):\n    files.remove(files.get_file_from_path('method.md'))", "method.md is left out"),
        (
            "on_files(files, config):\n    files.get_file_from_path('method.md').dest_uri = 'm.html'",
            "method.md goes to m.html instead of method/index.html",
        ),
        ("on_config(config):\n    config.site_dir += '/en'", "the hook h.py changed site_dir"),
        ("on_config(config):\n    del config.theme.dirs[:2]", "the theme lacks main.html"),
    ],
)
def test_what_a_hook_takes_away_from_the_site_is_told_after_all_hooks(project: Path, event: str, told: str) -> None:
    hook(project, f"def {event}\n")
    assert told in refused(project)


def test_known_plugins_that_cannot_work_on_generated_pages_are_refused_by_name(project: Path) -> None:
    classes = ("class RSS(BasePlugin):\n    pass\n", "class Macros(BasePlugin):\n    pass\n")
    code = "\n\n".join(["from mkdocs.plugins import BasePlugin", *classes])
    env = plugged(project, code, "RSS", "Macros")
    said = refused(project, env=env)
    assert "Dateline brings feeds" in said
    assert "take rss out of the plugins in mkdocs.yml" in said
    assert "take macros out of the plugins in mkdocs.yml" in said


def test_a_configuration_without_dateline_is_refused(project: Path) -> None:
    configure(project, ("\n  - dateline: {embeds: true}\n", "\n  - search\n"))
    assert refused(project).endswith("mkdocs.yml does not list the plugin dateline")
    assert refused(project, "serve").endswith("mkdocs.yml does not list the plugin dateline")


@pytest.mark.parametrize("key", ["exclude_docs", "draft_docs"])
def test_pages_that_others_link_to_cannot_be_left_out(project: Path, key: str) -> None:
    configure(project, more=f"{key}: |\n  actors/council.md\n")
    assert f"{key} in mkdocs.yml leaves out actors/council.md" in refused(project)
    (project / "site").mkdir()
    (project / "site" / "index.html").touch()
    assert build(project).returncode == 1
    assert (project / "site" / "index.html").is_file()


# --- themes ----------------------------------------------------------------------------------------------------------


def without(key: str) -> Callable[[str], str]:
    return lambda text: re.sub(rf"\n{key}:\n(  .*\n)+", "\n", text)


@pytest.mark.parametrize(
    "change, told",
    [
        (lambda text: text.replace("  name: material\n", "  name: readthedocs\n"), "the theme readthedocs"),
        (lambda text: text.replace("  name: material\n", "  name: null\n"), "the theme null"),
        (lambda text: without("theme")(text) + "\ntheme: mkdocs\n", "the theme mkdocs"),
    ],
)
def test_a_theme_that_is_neither_ours_nor_material_is_refused_in_one_sentence(
    project: Path, change: Callable[[str], str], told: str
) -> None:
    config = project / "mkdocs.yml"
    config.write_text(change(config.read_text(encoding="utf-8")), encoding="utf-8")
    said = refused(project)
    assert told in said
    assert "write theme: dateline" in said


def test_a_theme_that_cannot_show_pages_is_refused_by_every_command_and_noted_where_only_pages_are_written(
    project: Path,
) -> None:
    configure(project, ("  name: material\n", "  name: readthedocs\n"))
    assert "the theme readthedocs" in refused(project, "serve")
    done = build(project)
    assert done.returncode == 1
    assert "the theme readthedocs" in done.stderr
    done = command(project, "render", "--out", "out")
    assert done.returncode == 0
    assert "dateline build would refuse mkdocs.yml: the theme readthedocs" in done.stderr


def test_style_sheets_of_one_s_own_are_honoured_and_told_where_they_are_not_there(project: Path) -> None:
    configure(project, ("\nextra_css:\n", "\nextra_css:\n  - https://elsewhere.example/a.css\n  - css/mine.css\n"))
    assert "extra_css names css/mine.css: there is no such file in the theme's folder" in refused(project)
    (project / "templates/theme/css").mkdir()
    (project / "templates/theme/css/mine.css").write_text("b {}", encoding="utf-8")
    assert command(project, "build").returncode == 0
    assert '"css/mine.css"' in (project / "site/index.html").read_text(encoding="utf-8")
    assert (project / "site/css/mine.css").is_file()


# --- the navigation --------------------------------------------------------------------------------------------------


def test_a_navigation_that_leads_to_no_section_is_noted_with_whoever_replaced_it(project: Path) -> None:
    hook(
        project, "from mkdocs.structure.nav import Navigation\n\ndef on_nav(nav, **_):\n    return Navigation([], [])\n"
    )
    done = command(project, "build")
    assert done.returncode == 0, done.stderr
    assert "the navigation does not lead to index.md, actors/index.md," in done.stderr
    assert "the hook h.py may have replaced it" in done.stderr


def test_a_navigation_of_one_s_own_without_a_section_is_noted(project: Path) -> None:
    configure(project, ("  - Places: places/index.md\n", ""))
    done = command(project, "build")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("the navigation does not lead to places/index.md") == 1


def test_a_navigation_without_titles_is_as_mkdocs_makes_it(project: Path) -> None:
    nav = "nav: [index.md, {More: [actors/index.md, {A: places/index.md}]}, changes/index.md, method.md, data/index.md]"
    config = project / "mkdocs.yml"
    config.write_text(without("nav")(config.read_text(encoding="utf-8")) + f"\n{nav}\n", encoding="utf-8")
    done = command(project, "build")
    assert done.returncode == 0, done.stderr
    assert run("mkdocs", "build", "--strict", "-d", "other", cwd=project).returncode == 0
    found, expected = files_of(project / "site"), files_of(project / "other")
    assert [path for path in expected if found.get(path) != expected[path] and path != MANIFEST] == []
