"""The fragments of a tiny theme, kept and not kept: both have to come out the same."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Final

from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context

from dateline.site.speed.fragments import FragmentWatch, keep_fragments

_TEMPLATES: Final = {
    "main.html": '{% extends "base.html" %}{% block extra %}{{ super() }}{{ page.meta.title }}{% endblock %}',
    "base.html": '{% import "partials/words.html" as words with context %}'
    "{% block head %}{{ page.title }}{% endblock %}"
    '{% include "partials/nav.html" %}{% block extra %}{{ words.t("b") }}{{ base_url }}{% endblock %}'
    '{% block last %}{% if page.meta and page.meta.hide %}{{ "x" in page.meta.hide }}{% endif %}{% endblock %}',
    "partials/words.html": "{% macro t(key) %}{{ config }}.{{ key }}{% endmacro %}",
    "partials/nav.html": '{% for to in nav %}<a href="{{ to | url }}">{{ words.t(to) }}</a>{% endfor %}'
    "{% if page in listed %}here{% endif %}",
}


@dataclass
class _Leaf:
    """As much of a page of MkDocs as the tiny theme asks for."""

    url: str
    title: str
    meta: dict[str, str] = field(default_factory=dict)

    @property
    def file(self) -> SimpleNamespace:
        return SimpleNamespace(src_uri=f"{self.url.rstrip('/')}.md")


def says_the_same() -> bool:
    """Return whether pages of a tiny theme are the same with and without fragments."""
    pages = [
        _Leaf("a/b/", "one", {"title": "t"}),
        _Leaf("a/c/", "one", {"title": "t"}),
        _Leaf("a/c/", "two", {"title": "u", "hide": "x"}),
        _Leaf("d/e/", "two"),
        _Leaf("a/b/", "one", {"title": "t", "hide": "y"}),
        _Leaf("listed/", "l"),
    ]
    return list(_filled(pages, kept=True)) == list(_filled(pages, kept=False))


def _filled(pages: list[_Leaf], *, kept: bool) -> Iterator[str]:
    environment, watch = Environment(loader=DictLoader(_TEMPLATES)), FragmentWatch(frozenset({"listed.md"}))  # noqa: S701 - the theme's way
    environment.filters["url"] = environment.filters["script_tag"] = _relative()
    if kept:
        keep_fragments(environment, watch)
    for page in (*pages, *pages):
        watch.begin(page)
        known = {"page": page, "config": "c", "nav": ["a/b/", "d/"], "listed": [pages[-1]]}
        yield environment.get_template("main.html").render(known, base_url="../" * page.url.count("/"))


def _relative() -> Callable[[Context, str], str]:
    @pass_context
    def relative(context: Context, target: str) -> str:
        return posixpath.relpath(target, context["page"].url)

    return relative
