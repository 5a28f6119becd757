"""Whatever a site is made of: after it changed, a build gives what one from nothing gives, byte for byte."""

import os
import shutil
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import environment, files_of, run
from rebuilding import built, generated, reworded

PAGE = "pages/source.md.j2"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return generated(tmp_path, events=1)


def built_apart(project: Path, *arguments: str, **env: str) -> None:
    """Build in a process of its own: what this one has imported is no matter."""
    done = run("dateline", "build", "--jobs", "1", *arguments, cwd=project, env=environment(**env), timeout=300)
    assert done.returncode == 0, done.stderr


def assert_as_from_nothing(project: Path, **env: str) -> None:
    built_apart(project, **env)
    built_apart(project, "--site-dir", "cold", "--fresh", **env)
    assert files_of(project / "site") == files_of(project / "cold")


def says(project: Path, text: str) -> bool:
    return any(text.encode() in content for path, content in files_of(project / "site").items() if path[-5:] == ".html")


def linked(project: Path, target: Path, text: str = "First.") -> None:
    """Have a template include a part that is a link to `target`, relative to templates/pages/."""
    pages = project / "templates" / "pages"
    (pages / target).resolve().parent.mkdir(parents=True, exist_ok=True)
    (pages / target).resolve().write_text(text, encoding="utf-8")
    (pages / "part.j2").symlink_to(target)
    with (project / "templates" / PAGE).open("a", encoding="utf-8") as file:
        file.write('\n{% include "part.j2" %}\n')


@pytest.mark.parametrize("target", ["../elsewhere.txt", "../../kept/beside.txt", "../../../outside.txt"])
def test_a_template_that_is_a_link_counts_for_what_it_leads_to(project: Path, target: str) -> None:
    linked(project, Path(target))
    built(project)
    assert built(project).made == 0
    (project / "templates" / "pages" / target).resolve().write_text("Second.", encoding="utf-8")
    built(project)
    built(project, "cold", fresh=True)
    assert says(project, "Second.")
    assert files_of(project / "site") == files_of(project / "cold")


def test_a_chain_of_links_and_a_link_to_a_folder_count_for_what_they_lead_to(project: Path) -> None:
    parts = project / "parts"
    parts.mkdir()
    (parts / "inner.txt").write_text("First.", encoding="utf-8")
    (project / "middle").symlink_to(parts)
    (project / "templates" / "pages" / "linked").symlink_to("../../middle")
    with (project / "templates" / PAGE).open("a", encoding="utf-8") as file:
        file.write('\n{% include "linked/inner.txt" %}\n')
    built(project)
    assert built(project).made == 0
    (parts / "inner.txt").write_text("Second.", encoding="utf-8")
    built(project)
    assert says(project, "Second.")
    shutil.copytree(parts, project / "others")
    (project / "others" / "inner.txt").write_text("Third.", encoding="utf-8")
    (project / "middle").unlink()
    (project / "middle").symlink_to(project / "others")
    built(project)
    built(project, "cold", fresh=True)
    assert says(project, "Third.")
    assert files_of(project / "site") == files_of(project / "cold")


@pytest.mark.parametrize("target", [".", "..", "nowhere", "loop", "theme"])
def test_links_in_circles_and_links_to_nothing_do_no_harm(project: Path, target: str) -> None:
    (project / "templates" / "loop").symlink_to(target)
    built(project)
    built(project)
    reworded(project / "templates" / PAGE, "{", "Added.\n{")
    built(project)
    built(project, "cold", fresh=True)
    assert files_of(project / "site") == files_of(project / "cold")


def test_a_link_above_the_templates_is_not_known_so_nothing_is_reused(project: Path) -> None:
    (project / "templates" / "all").symlink_to("..")
    (project / "note.txt").write_text("First.", encoding="utf-8")
    with (project / "templates" / PAGE).open("a", encoding="utf-8") as file:
        file.write('\n{% include "note.txt" %}\n')
    (project / "templates" / "pages" / "note.txt").symlink_to("../all/note.txt")
    built(project)
    (project / "note.txt").write_text("Second.", encoding="utf-8")
    built(project)
    assert says(project, "Second.")


# --- what mkdocs.yml names -------------------------------------------------------------------------------------------

EXTENSION = """
    from markdown import Extension
    from markdown.postprocessors import Postprocessor

    import told

    class Last(Postprocessor):
        def run(self, text):
            return text + f"<p>{told.text()}</p>"

    class Mine(Extension):
        def extendMarkdown(self, md):
            md.postprocessors.register(Last(md), "mine", 1)

    def makeExtension(**options):
        return Mine(**options)
"""
READER = "def text():\n    return open('said.txt').read()\n"


def extended(project: Path, extension: str) -> None:
    reworded(project / "mkdocs.yml", "markdown_extensions:\n", f"markdown_extensions:\n{extension}")


def with_local_extension(project: Path) -> None:
    (project / "mine.py").write_text(textwrap.dedent(EXTENSION), encoding="utf-8")
    (project / "told.py").write_text(READER, encoding="utf-8")
    (project / "said.txt").write_text("First.", encoding="utf-8")
    extended(project, "  - mine\n")


def change_the_extension(project: Path) -> None:
    reworded(project / "mine.py", "<p>", "<p>Second.")


def change_what_it_imports(project: Path) -> None:
    (project / "told.py").write_text("def text():\n    return 'Second.'\n", encoding="utf-8")


def change_what_it_reads(project: Path) -> None:
    (project / "said.txt").write_text("Second.", encoding="utf-8")


def with_snippets(project: Path) -> None:
    (project / "said.txt").write_text("First.", encoding="utf-8")
    extended(project, "  - pymdownx.snippets: {base_path: [.]}\n")
    with (project / "templates" / PAGE).open("a", encoding="utf-8") as file:
        file.write('\n--8<-- "said.txt"\n')


def with_images_in_base64(project: Path) -> None:
    (project / "said.txt").write_text("x", encoding="utf-8")
    (project / "dot.png").write_bytes(b"first")
    extended(project, "  - pymdownx.b64: {base_path: .}\n")
    with (project / "templates" / PAGE).open("a", encoding="utf-8") as file:
        file.write('\n<p><img alt="" src="dot.png"></p>\n')


def change_the_image(project: Path) -> None:
    (project / "dot.png").write_bytes(b"Second.")


SLUG = "  - toc: {{ title: On this page, permalink: true, toc_depth: 2, slugify: !!python/name:{} }}\n"


def with_a_function(project: Path) -> None:
    (project / "slugs.py").write_text("def slug(text, separator):\n    return 'first'\n", encoding="utf-8")
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [SLUG.format("slugs.slug").rstrip() if line.startswith("  - toc:") else line for line in text.splitlines()]
    (project / "mkdocs.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def change_the_function(project: Path) -> None:
    (project / "slugs.py").write_text("def slug(text, separator):\n    return 'Second.'\n", encoding="utf-8")


def with_a_known_function(project: Path) -> None:
    with_a_function(project)
    reworded(project / "mkdocs.yml", "slugs.slug", "markdown.extensions.toc.slugify")


def name_another_known_function(project: Path) -> None:
    reworded(project / "mkdocs.yml", "toc.slugify", "toc.slugify_unicode")


def with_a_made_function(project: Path) -> None:
    with_a_function(project)
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    made = "!!python/object/apply:pymdownx.slugs.slugify { kwds: { case: lower } }"
    (project / "mkdocs.yml").write_text(text.replace("!!python/name:slugs.slug", made), encoding="utf-8")


def make_it_otherwise(project: Path) -> None:
    reworded(project / "mkdocs.yml", "case: lower", "case: none")


def with_a_parent(project: Path) -> None:
    (project / "mkdocs.yml").rename(project / "base.yml")
    (project / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")


def change_the_parent(project: Path) -> None:
    reworded(project / "base.yml", "copyright: ", "copyright: New ")


def with_nothing(project: Path) -> None:
    pass


def list_a_template(project: Path) -> None:
    (project / "templates" / "theme" / "humans.txt").write_text("Second.", encoding="utf-8")
    reworded(project / "mkdocs.yml", "static_templates: [", "static_templates: [humans.txt, ")


def with_keys_in_order(project: Path) -> None:
    keys = "{% for key in config.extra.told %}{{ key }} {% endfor %}"
    (project / "templates" / "theme" / "humans.txt").write_text(keys, encoding="utf-8")
    reworded(project / "mkdocs.yml", "static_templates: [", "static_templates: [humans.txt, ")
    reworded(project / "mkdocs.yml", "extra:\n", "extra:\n  told: {first: 1, second: 2}\n")


def turn_keys_round(project: Path) -> None:
    reworded(project / "mkdocs.yml", "{first: 1, second: 2}", "{second: 2, first: 1}")


def move_the_records(project: Path) -> None:
    (project / "content").rename(project / "records")
    reworded(project / "mkdocs.yml", "  - dateline: {embeds: true}\n", "  - dateline: {content: records}\n")
    reworded(project / "mkdocs.yml", "docs_dir: content", "docs_dir: records")


def with_a_theme_elsewhere(project: Path) -> None:
    (project / "templates" / "theme").rename(project / "look")
    reworded(project / "mkdocs.yml", "custom_dir: templates/theme", "custom_dir: look")


def change_the_theme(project: Path) -> None:
    with (project / "look" / "assets" / "dateline.css").open("a", encoding="utf-8") as file:
        file.write("/* Second. */\n")


def with_a_hook(project: Path) -> None:
    (project / "told.py").write_text("def text():\n    return 'First.'\n", encoding="utf-8")
    hook = "import told\ndef on_page_content(html, **_):\n    return html + told.text()\n"
    (project / "hook.py").write_text(hook, encoding="utf-8")
    reworded(project / "mkdocs.yml", "nav:\n", "hooks: [hook.py]\nnav:\n")


CHANGES: dict[str, tuple[Callable[[Path], None], Callable[[Path], None]]] = {
    "the code of a local extension": (with_local_extension, change_the_extension),
    "a module that it imports": (with_local_extension, change_what_it_imports),
    "a file that it reads": (with_local_extension, change_what_it_reads),
    "a file that snippets takes in": (with_snippets, change_what_it_reads),
    "an image that b64 takes in": (with_images_in_base64, change_the_image),
    "the code of a function that mkdocs.yml names": (with_a_function, change_the_function),
    "which function mkdocs.yml names": (with_a_known_function, name_another_known_function),
    "what a function is made with": (with_a_made_function, make_it_otherwise),
    "what mkdocs.yml inherits": (with_a_parent, change_the_parent),
    "the list of templates of the theme": (with_nothing, list_a_template),
    "the order of keys": (with_keys_in_order, turn_keys_round),
    "where the records lie": (with_nothing, move_the_records),
    "a theme elsewhere": (with_a_theme_elsewhere, change_the_theme),
    "a module that a hook imports": (with_a_hook, change_what_it_imports),
}


@pytest.mark.parametrize("what", CHANGES)
def test_after_any_change_of_what_mkdocs_reads_the_site_is_as_from_nothing(project: Path, what: str) -> None:
    prepare, change = CHANGES[what]
    prepare(project)
    path = {"PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"}
    built_apart(project, **path)
    before = files_of(project / "site")
    change(project)
    assert_as_from_nothing(project, **path)
    assert files_of(project / "site") != before


def test_what_the_environment_says_to_mkdocs_counts(project: Path) -> None:
    built_apart(project, DATELINE_COMMIT="1" * 40)
    assert_as_from_nothing(project, DATELINE_COMMIT="2" * 40, SOURCE_DATE_EPOCH="1000000000")
    assert_as_from_nothing(project, DATELINE_SITE_URL="https://chronology.example/")


def test_a_reason_is_told_where_everything_is_made_anew(project: Path) -> None:
    with_snippets(project)
    done = run("dateline", "build", cwd=project)
    assert "made anew each time, since the Markdown extension pymdownx.snippets reads files" in done.stderr


def test_an_installed_package_of_another_version_counts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(project)
    assert built(project).made == 0
    packages = project / "packages"
    (packages / "something-2.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    assert built(project).made > 0


def test_a_file_that_is_dated_as_before_is_read_again(project: Path) -> None:
    template = project / "templates" / PAGE
    built(project)
    status = template.stat()
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("{", " {", 1)[:-1] if text.endswith("\n") else text, encoding="utf-8")
    os.utime(template, ns=(status.st_atime_ns, status.st_mtime_ns))
    built(project)
    built(project, "cold", fresh=True)
    assert files_of(project / "site") == files_of(project / "cold")
