"""A page loses the white space of the theme's templates, and of its own content nothing."""

import pytest
from dateline.site.frames import lean, unasked
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

WORDS = st.text("ab<> \n\t&;=\"'", max_size=30)


@given(WORDS, WORDS, WORDS)
def test_content_stays_as_it_is_and_words_around_it_stay_apart(before: str, content: str, after: str) -> None:
    own = f"<p>{content}|</p>"

    made = lean(f"{before}{own}{after}", own)

    assert own in made
    assert made.split() == f"{before}{own}{after}".split()


def test_lines_around_content_are_neither_indented_nor_empty() -> None:
    content = "<p>\n\n  own\n</p>"

    assert lean(f"<ul>\n\n   <li>a\n  b</li>\n \n</ul>\n{content}\n\n</html>", content) == (
        f"<ul>\n<li>a\nb</li>\n</ul>\n{content}\n</html>"
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
