"""Fragments of the theme that were kept are what they would be if they were filled in again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from dateline.site import compiling, plugin
from dateline.site.building.engine import Engine
from dateline.site.settings import Settings
from dateline.site.speed.fragments import FragmentWatch, keep_fragments
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from mkdocs.utils.templates import url_filter
from projects import make_project

TEMPLATES = {
    "main.html": """{% extends "base.html" %}
{% set own = page.meta.title if page and page.meta else "none" %}
{% block extra %}{{ super() }}{{ own }}{% endblock %}""",
    "base.html": """{% import "partials/words.html" as words with context %}
{% import "partials/named.html" as named with context %}
{% set shared = namespace(n=0) %}{% set features = config.features %}
{% block head %}{{ page.title }}{{ words.t("a") }}{% endblock %}
{% block nav %}{% include "partials/nav.html" %}{% endblock %}
{% block extra %}{{ words.t("b") }}{{ base_url }}{% endblock %}
{% block counter %}{% set shared.n = shared.n + 1 %}{{ shared.n }}{% endblock %}
{% for item in page.toc if page %}{% include "partials/item.html" %}{% endfor %}
{% for name in ("hide", "all", "meta", "data", "link") %}{% include "partials/" ~ name ~ ".html" %}{% endfor %}
{% block macros %}{{ named.name() }}{% endblock %}{{ shared.n }}""",
    "partials/words.html": "{% macro t(key) %}{{ config.language }}.{{ key }}{% endmacro %}",
    "partials/named.html": "{% macro name() %}{{ page.title }}{{ features | length }}{% endmacro %}",
    "partials/nav.html": """{% for to in nav.items %}<a href="{{ to | url }}">{{ words.t(to) }}</a>{% endfor %}
{% if page in nav.pages %}current{% endif %}{% set page = 1 %}{{ page }}{% include "partials/leaf.html" %}""",
    "partials/leaf.html": "{{ page }}{{ features | join }}",
    "partials/hide.html": "{% if page.meta and page.meta.hide %}{{ 'x' in page.meta.hide }}{% endif %}",
    "partials/item.html": "<li>{{ item }}{{ 'a/' | url }}</li>",
    "partials/all.html": "{% for other in pages if other == page %}{{ other.title }}{% endfor %}",
    "partials/meta.html": """{% for key in page.meta %}{{ key }}{% endfor %}{{ page.nothing }}
{{ page.meta.items() | length if page }}{{ 'title' in page.meta if page }}""",
    "partials/link.html": """<a href="{{ 'a/b/' | url }}">{{ words.t("a") }}</a>""",
    "partials/data.html": "{{ page.meta | tojson if page }}{{ page is mapping }}{{ page.meta }}",
}
NAV = ("a/", "b/", "a/b/", "../c/", "https://example.org/a/", "./", "a/b/#c")


@dataclass
class Page:
    """As much of a page of MkDocs as themes ask for."""

    url: str
    title: str
    meta: dict[str, Any]
    toc: list[str] = field(default_factory=list)

    @property
    def file(self) -> SimpleNamespace:
        return SimpleNamespace(src_uri=f"{self.url.rstrip('/')}.md")


NAMES = st.sampled_from("abc")
PAGES = st.builds(
    Page,
    url=st.lists(NAMES, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + "/"),
    title=NAMES,
    meta=st.fixed_dictionaries({}, optional={"title": NAMES, "hide": st.lists(st.sampled_from("xy"))}),
    toc=st.lists(NAMES, max_size=2),
)


def theme(*, kept: bool, listed: frozenset[str]) -> Callable[[Page | None, list[Page], list[str]], str]:
    """Return how a page is filled in among all pages and a navigation."""
    environment, watch = Environment(loader=DictLoader(TEMPLATES)), FragmentWatch(listed)  # noqa: S701 - as MkDocs has it
    environment.filters["url"] = environment.filters["script_tag"] = url_filter
    if kept:
        for _ in range(2):  # a preview begins anew with the same environment
            keep_fragments(environment, watch)
    config = {"language": "en", "features": ["f"]}

    def filled(page: Page | None, pages: list[Page], items: list[str]) -> str:
        if page is not None:
            watch.begin(page)
        nav = SimpleNamespace(items=items, pages=[one for one in pages if one.file.src_uri in listed])
        base_url = "../" * page.url.count("/") if page else "/"
        context = {"page": page, "pages": pages, "nav": nav, "config": config, "base_url": base_url}
        return environment.get_template("main.html").render(context)

    return filled


LISTED = frozenset({"a.md", "b/a.md"})
PLAIN, KEPT = theme(kept=False, listed=LISTED), theme(kept=True, listed=LISTED)


@given(pages=st.lists(PAGES, min_size=1, max_size=12), items=st.lists(st.sampled_from(NAV), max_size=3))
def test_a_page_looks_as_it_would_without_what_was_kept_of_others(pages: list[Page], items: list[str]) -> None:
    for page in [*pages, None, *pages]:
        assert KEPT(page, pages, items) == PLAIN(page, pages, items)


def test_a_page_that_a_fragment_leads_to_does_not_give_its_own_address_to_others() -> None:
    kept, plain = theme(kept=True, listed=LISTED), theme(kept=False, listed=LISTED)
    pages = [Page(f"a/{name}/", "one", {}) for name in "bc"]
    assert [kept(page, pages, []) for page in pages] == [plain(page, pages, []) for page in pages]


def test_what_is_the_same_on_all_pages_is_filled_in_once() -> None:
    filled: list[str] = []
    tell = filled.append
    source = "{% block a %}{{ tell(config) }}{% endblock %}"
    environment, watch = Environment(loader=DictLoader({"main.html": source})), FragmentWatch()  # noqa: S701 - the same
    environment.filters["url"] = environment.filters["script_tag"] = url_filter
    keep_fragments(environment, watch)
    for name in "abcd":
        page = Page(f"a/{name}/", name, {})
        watch.begin(page)
        environment.get_template("main.html").render(page=page, config="c", tell=tell)
    assert filled == ["c"]


def test_every_page_of_a_site_is_the_same_with_and_without_fragments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path / "project")
    site = compiling.compile_site(Settings.of(project))
    pages = [page for page in site.pages if page.path.endswith(".md")]
    built: list[dict[str, bytes]] = []
    for kept in (True, False):
        if not kept:
            monkeypatch.setattr(plugin, "keep_fragments", lambda *_: None)
        engine = Engine(project / "mkdocs.yml", tmp_path / str(kept), strict=False)
        titled = engine.explicit_titles()
        engine.prepare([page for page in pages if "/" not in page.path or page.path in titled], site.updated)
        built.append({path: (tmp_path / str(kept) / path).read_bytes() for path in map(engine.build, pages)})
    assert built[0] == built[1]
