"""Templates written as Python by our compiler say what they say when Jinja writes them."""

import gc
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from dateline.ground import escaping
from dateline.pages.rendering.compiled import compiled_fast
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

TEXTS = st.text(st.sampled_from("ab<>&{}'\"\n\t ")) | st.text()
SHARED = """
{% macro pair(a, b="b<", class="") %}<i class="{{ class }}">{{ a }}{{ b }}</i>{% endmacro %}
{% macro framed(a) %}<div>{{ caller(a) }}{{ outer }}</div>{% endmacro %}
{% macro counted(n) %}{{ n }}{% if n %}{{ counted(n - 1) }}{% endif %}{% endmacro %}
{% macro rest() %}{{ varargs | length }}{{ kwargs | length }}{% endmacro %}
"""
PAGE = """{% from "shared" import pair, framed, counted, rest with context %}
{{ text }}{{ "<" }}{{ "a" ~ text }}{{ number }}{{ none }}{{ markup }}{{ texts | join(", ") }}
{{ pair(text) }}{{ pair(text, text) }}{{ pair(b=text, a=markup) }}{{ pair(text, class=text) }}{{ pair(*texts[:2]) }}
{% call(x) framed(text) %}{{ x }}{{ pair(x) }}{% endcall %}
{% for t in texts if t %}{{ loop.index }}{{ pair(t, class="x") }}{{ say(t, end=text) }}{% endfor %}
{% filter upper %}{{ text }}{% endfilter %}{{ counted(2) }}{{ rest(1, 2, a=3) }}{% set x %}{{ text }}{% endset %}{{ x }}
"""


def environment(*, fast: bool, **templates: str) -> Environment:
    made = Environment(
        loader=DictLoader(templates), autoescape=True, finalize=escaping.finalize, undefined=StrictUndefined
    )
    return compiled_fast(made, escaping.printed) if fast else made


ENVIRONMENTS = [environment(fast=fast, shared=SHARED, page=PAGE) for fast in (False, True)]


@given(text=TEXTS, texts=st.lists(TEXTS, min_size=1, max_size=3), number=st.integers())
def test_a_template_says_the_same_with_our_compiler_as_with_jinjas(text: str, texts: list[str], number: int) -> None:
    def say(what: str, end: str) -> str:
        return what + end

    values: dict[str, Any] = {"text": text, "texts": texts, "number": number, "markup": Markup("<b>"), "say": say}
    slow, fast = (one.get_template("page").render(values, outer=text) for one in ENVIRONMENTS)
    assert fast == slow


@pytest.mark.parametrize(
    "wrong", ["pair()", "pair(1, 2, 3, 4)", "pair(1, d=2)", "pair(1, a=2)", "missing(1)", "text()"]
)
def test_a_wrong_call_is_refused_as_jinja_refuses_it(wrong: str) -> None:
    for fast in (False, True):
        made = environment(fast=fast, page=SHARED + "\n{{ " + wrong + " }}")
        with pytest.raises((TypeError, UndefinedError)):
            made.get_template("page").render(text="a")


def test_what_jinja_prints_goes_through_us_once_and_jinjas_calls_are_gone() -> None:
    """Else the hooks are no longer those of this version of Jinja, and templates are slow."""
    made = environment(fast=True)
    code = made.compile("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b) }}{{ b.c }}", raw=True)
    assert made.code_generator_class is not CodeGenerator
    assert "printed(" in code
    for slow in ("escape(", "environment.finalize(", "context.call(", "Macro("):
        assert slow not in code


class View:
    """What a page is given, and nobody else holds."""

    text = "a"


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
def test_a_page_that_is_filled_in_lets_go_of_its_view() -> None:
    page = '{% from "shared" import pair with context %}{{ pair(view.text) }}'
    template = environment(fast=True, shared=SHARED, page=page).get_template("page")
    view = View()
    gone = weakref.ref(view)
    assert template.render(view=view) == '<i class="">ab&lt;</i>'
    del view
    assert gone() is None


def test_a_fault_is_told_on_the_line_of_the_template_that_has_it() -> None:
    """The traceback is the one that Jinja makes of it."""
    for fast in (False, True):
        made = environment(fast=fast, page="a\nb\n{{ missing.x }}\n")
        with pytest.raises(UndefinedError) as caught:
            made.get_template("page").render()
        assert [entry.lineno for entry in caught.traceback if "template" in str(entry.path)] == [2]
