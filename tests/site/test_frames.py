"""A page loses the white space of the theme's templates, and of its own content nothing."""

from pathlib import Path

import pytest
from dateline.site.configuration import read_config
from dateline.site.dressing import theme_folder
from dateline.site.frames import lean, tabs_suffice, unasked
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation, Section

WORDS = st.text("ab<> \n\t&;=\"'", max_size=30)


@given(WORDS, WORDS, WORDS)
def test_content_stays_as_it_is_and_words_around_it_stay_apart(before: str, content: str, after: str) -> None:
    own = f"<p>{content}|</p>"

    made = lean(f"{before}{own}{after}", own)

    assert own in made
    assert made.split() == f"{before}{own}{after}".split()


def test_lines_around_content_are_neither_indented_nor_empty_nor_ends_of_blocks() -> None:
    content = "<p>\n\n  own\n</p>"

    page = f"<div>\n <ul>\n\n   <li>a\n  b</li>\n \n<li> <b>c</b>\n  <i>d</i></li></ul></div>\n{content}\n\n</html>"
    assert lean(page, content) == f"<div><ul><li>a\nb<li> <b>c</b>\n<i>d</i></ul></div>\n{content}\n</html>"


def test_content_says_the_same_in_signs_of_its_own_and_keeps_its_white_space() -> None:
    content = "<dl>\n<dt>a</dt>\n<dd>b &amp;#10; &lt;</dd>\n</dl>\n<pre>&#123;&#10;  c&#125;</pre>"

    assert lean(f"<p>x</p>{content}", content) == (
        "<p>x</p><dl>\n<dt>a\n<dd>b &amp;#10; &lt;\n</dl>\n<pre>{\n  c}</pre>"
    )


@pytest.mark.parametrize("page", ["<pre>\n\n  a</pre>\n\n<p>b</p>", "<p>b</p>\n\n<TEXTAREA rows=2>\n  a</textarea>"])
def test_a_frame_that_keeps_white_space_is_left_alone(page: str) -> None:
    assert lean(page, "<p>b</p>") == page


@pytest.mark.parametrize("content", [None, "", "<p>elsewhere</p>"])
def test_a_page_whose_content_is_not_found_is_left_alone(content: str | None) -> None:
    page = "<p>\n\n  b</p>"

    assert lean(page, content) == page


@pytest.mark.parametrize("plugin", ["dateline", "search", "material/search"])
def test_of_the_theme_only_what_a_page_may_ask_for_is_published(plugin: str) -> None:
    own, packaged = "project/theme", "lib/site-packages/material/templates"
    config = MkDocsConfig()
    config["plugins"] = {plugin: None}

    def at(folder: str, *paths: str) -> list[File]:
        return [File(f"assets/{path}", folder, "site", use_directory_urls=True) for path in paths]

    search = at(packaged, "javascripts/lunr/tinyseg.js", "javascripts/workers/search.a.min.js")
    maps = at(packaged, "javascripts/bundle.a.min.js.map", "stylesheets/main.a.min.css.map")
    needed = at(packaged, "javascripts/bundle.a.min.js", "stylesheets/main.a.min.css")
    of_the_project = at(own, "own.js.map", "javascripts/lunr/own.js")

    left_out = list(unasked(Files([*search, *maps, *needed, *of_the_project]), config))

    assert left_out == [*(search if plugin == "dateline" else []), *maps]


DAYS = Link("Days", "days/")


def suffices(folder: Path, theme: str, *items: Link | Section) -> bool:
    """Return whether tabs suffice with this theme in mkdocs.yml and this navigation."""
    for made in ("content", "own/partials"):
        (folder / made).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(
        f"site_name: W\ndocs_dir: content\nplugins: [dateline]\ntheme: {theme}\n", "utf-8"
    )
    return tabs_suffice(Navigation([*items], []), read_config(folder / "mkdocs.yml"))


@pytest.mark.parametrize(
    "theme, items, holds",
    [
        ("dateline", (DAYS, DAYS), True),
        ("material", (DAYS,), True),
        ("dateline", (DAYS, Section("More", [DAYS, DAYS])), False),
        ("{name: dateline, features: [navigation.top]}", (DAYS,), False),
        ("{name: dateline, features: [navigation.tabs, navigation.tabs.sticky]}", (DAYS,), False),
        ("{name: dateline, features: [navigation.tabs, toc.integrate]}", (DAYS,), False),
    ],
)
def test_tabs_are_the_drawer_only_where_they_lead_wherever_the_navigation_does(
    tmp_path: Path,
    theme: str,
    items: tuple[Link | Section, ...],
    holds: bool,  # noqa: FBT001 - a parameter
) -> None:
    assert suffices(tmp_path, theme, *items) is holds


@pytest.mark.parametrize(
    "name", ["main.html", "base.html", "partials/nav.html", "partials/tabs.html", "partials/toc.html"]
)
def test_who_has_a_template_of_the_navigation_keeps_the_navigation_and_who_has_a_copy_of_ours_does_not(
    tmp_path: Path, name: str
) -> None:
    theme, ours = "{name: dateline, custom_dir: own}", theme_folder() / name
    assert suffices(tmp_path, theme, DAYS)
    own = tmp_path / "own" / name
    own.write_bytes(b"<nav></nav>")
    assert not suffices(tmp_path, theme, DAYS)
    if ours.exists():
        own.write_bytes(ours.read_bytes())
        assert suffices(tmp_path, theme, DAYS)
