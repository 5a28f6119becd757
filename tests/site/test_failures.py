"""Whoever fails within MkDocs is named with its event and line, and no traceback is shown."""

from pathlib import Path

import pytest
from dateline.site import configuration, stopping
from dateline.site.failures import told
from mkdocs.commands.build import build
from mkdocs.exceptions import PluginError
from projects import environment, run

EVENTS = {
    "startup": "*, command, dirty",
    "shutdown": "",
    "config": "config",
    "pre_build": "config",
    "files": "files, config",
    "nav": "nav, config, files",
    "env": "env, config, files",
    "pre_page": "page, config, files",
    "page_read_source": "page, config",
    "page_markdown": "markdown, page, config, files",
    "page_content": "html, page, config, files",
    "page_context": "context, page, config, nav",
    "post_page": "output, page, config",
    "pre_template": "template, template_name, config",
    "template_context": "context, template_name, config",
    "post_template": "output_content, template_name, config",
    "post_build": "config",
}
PAGED = {"pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page"}


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A project of MkDocs with one page, which is quick to build."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n\nA word.\n", encoding="utf-8")
    return tmp_path


def failed(project: Path, more: str) -> str:
    """Return what is told of a build that fails."""
    config_file = project / "mkdocs.yml"
    config_file.write_text(f"site_name: x\nplugins: []\n{more}\n", encoding="utf-8")
    with pytest.raises((stopping.Abort, stopping.ConfigurationError)) as caught, stopping.in_words(project):
        _build(config_file)
    return str(caught.value)


def _build(config_file: Path) -> None:
    config = configuration.read_config(config_file)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def hooked(project: Path, text: str) -> str:
    (project / "h.py").write_text(text, encoding="utf-8")
    return failed(project, "hooks: [h.py]")


@pytest.mark.parametrize("event", EVENTS)
def test_a_hook_that_fails_is_named_with_its_event_and_line(plain: Path, event: str) -> None:
    said = hooked(
        plain, f"def help():\n    raise ValueError('a\\nb')\n\ndef on_{event}({EVENTS[event]}):\n    help()\n"
    )
    page = " on the page index.md" if event in PAGED else ""
    assert said == f"h.py:2: the hook h.py failed in on_{event}{page}: ValueError: a b"


@pytest.mark.parametrize(
    "text, said",
    [
        ("def on_config(config)\n    pass\n", "h.py:1: the hook h.py failed while it was loaded: SyntaxError"),
        (
            "import os\nfoo()\n",
            "h.py:2: the hook h.py failed while it was loaded: NameError: name 'foo' is not defined",
        ),
        ("import nowhere_at_all\n", "h.py:1: the hook h.py failed while it was loaded: ModuleNotFoundError"),
        ("def on_nav(nav):\n    return nav\n", "h.py:1: the hook h.py failed in on_nav: TypeError"),
        (
            "from mkdocs.exceptions import PluginError\ndef on_nav(nav, **_):\n    raise PluginError('Say a name.')\n",
            "h.py:3: the hook h.py failed in on_nav and stops the build: Say a name.",
        ),
        (
            "import sys\ndef on_nav(nav, **_):\n    sys.exit(0)\n",
            "h.py:3: the hook h.py failed in on_nav: SystemExit: 0",
        ),
    ],
)
def test_a_hook_that_cannot_be_loaded_or_called_or_stops_the_build_is_named(plain: Path, text: str, said: str) -> None:
    assert hooked(plain, text).startswith(said)


def test_a_markdown_extension_that_fails_is_named_with_its_line(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (plain / "shouting.py").write_text(
        "from markdown import Extension\n"
        "from markdown.preprocessors import Preprocessor\n\n"
        "class Shout(Preprocessor):\n"
        "    def run(self, lines):\n"
        "        raise ValueError('too loud')\n\n"
        "class Shouting(Extension):\n"
        "    def extendMarkdown(self, md):\n"
        "        md.preprocessors.register(Shout(md), 'shout', 0)\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(plain)
    said = failed(plain, "markdown_extensions: ['shouting:Shouting']")
    assert said == "shouting.py:6: the Markdown extension shouting failed on the page index.md: ValueError: too loud"


def test_a_template_of_the_theme_that_fails_is_named_with_its_line(plain: Path) -> None:
    (plain / "theme").mkdir()
    (plain / "theme" / "main.html").write_text("<p>\n{{ page.nothing.at_all }}\n", encoding="utf-8")
    said = failed(plain, "theme: {name: null, custom_dir: theme}")
    assert said.startswith("theme/main.html:2: the theme's template failed on the page index.md: UndefinedError")


def test_where_nobody_can_be_named_those_who_took_part_are() -> None:
    assert told(KeyError("x"), Path(), ["the hook h.py"]) == "KeyError: 'x' (beside Dateline, the hook h.py took part)"
    assert told(PluginError("Say a name."), Path(), ["the hook h.py"]) == "Say a name."
    assert told(ValueError(), Path()) == "ValueError"


@pytest.mark.parametrize("command", [("build",), ("serve",), ("render", "--out", "out")])
def test_no_command_shows_the_traceback_of_a_hook(project: Path, command: tuple[str, ...]) -> None:
    (project / "h.py").write_text("import os\nfoo()\n", encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nhooks: [h.py]\n")
    done = run("dateline", *command, cwd=project, env=environment())
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert line.endswith("h.py:2: the hook h.py failed while it was loaded: NameError: name 'foo' is not defined")
