"""Templates lose the quotes that HTML can do without, and pages say the same."""

import pytest
from dateline.pages.rendering.bare_attributes import BareAttributes
from html_reading import read
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment

_VALUES = st.text(st.sampled_from("ab-_.:#09/ '=<>`&\u0660"), max_size=6)


def filled(text: str, name: str = "page.html", **values: object) -> str:
    """Return what a template says, read without its quotes."""
    environment = Environment(loader=DictLoader({name: text}), extensions=[BareAttributes], autoescape=True)
    return environment.get_template(name).render(values)


@given(_VALUES, _VALUES)
def test_an_element_has_the_attributes_that_the_template_gives_it(one: str, other: str) -> None:
    said = f'<p class="{one}" id="x" data-said="{other}">y</p>'
    assert read(filled(said)).element().attributes == read(said).element().attributes


@pytest.mark.parametrize("text", ['<p class="a">', '<p id="a_b" lang="ar">', '<link rel="icon" sizes="any">'])
def test_quotes_around_a_plain_word_go(text: str) -> None:
    assert filled(text) == text.replace('"', "")


@pytest.mark.parametrize(
    "text",
    [
        '<p class="a b">',
        '<p title="">',
        '<a href="../x/">',
        '<img src="x.png">',  # in quotes an extension of Markdown finds it
        '<link href="x.png">',
        '<rect class="a"/>',
        '<script>f(a="b" )</script>',
        '<pre class="a">b="c" d</pre>',
        "<p class='a'>",
    ],
)
def test_quotes_that_are_needed_or_are_no_attribute_s_stay(text: str) -> None:
    assert filled(text) == text


def test_what_is_printed_keeps_its_quotes_and_what_jinja_reads_its_own() -> None:
    text = '{% macro m(a="b" ) %}{{ a }}{% endmacro %}<p class="{{ x }}" id="y">{{ m(a="c" ) }}{{ m() }}</p>'
    assert filled(text, x="z") == '<p class="z" id=y>cb</p>'


@pytest.mark.parametrize("tag", ["{%- if true -%}", "{{- '' -}}", "{#- a -#}"])
def test_a_value_never_runs_into_what_stands_behind_a_tag_that_takes_white_space_away(tag: str) -> None:
    end = "{%- endif %}" if "if" in tag else ""
    assert read(filled(f'<p id="x" {tag}data-a="b"{end} lang="en">')).element().attributes == {
        "id": "x",
        "data-a": "b",
        "lang": "en",
    }


@pytest.mark.parametrize("name", ["sitemap.xml", "robots.txt", "feed.xml.j2"])
def test_a_template_that_makes_no_html_is_left_alone(name: str) -> None:
    text = '<?xml version="1.0" encoding="UTF-8"?><a b="c" />'
    assert filled(text, name) == text
