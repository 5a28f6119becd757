from collections.abc import Iterable

import markdown
import pytest
from dateline.ground.blocks import HtmlBlocks
from hypothesis import given
from hypothesis import strategies as st

_OTHERS = ["attr_list", "toc", "fenced_code"]


def _convert(text: str, *extensions: HtmlBlocks) -> str:
    return markdown.Markdown(extensions=[*_OTHERS, *extensions]).convert(text)


def _page(blocks: Iterable[str]) -> str:
    return "\n\n".join(["# Title", *blocks, "## End {: #end }"]) + "\n"


BLOCKS = [
    "<div>\n<p>A <b>bold</b> claim &amp; more</p>\n</div>",
    '<p class="x">&#42;not emphasis&#42; `nor code` [nor](a) link</p>',
    "<ul>\n<li>one\n<ul>\n<li>two</li>\n</ul>\n</li>\n</ul>",
    '<table>\n<tr><td data-label="a|b">c</td></tr>\n</table>',
    '<nav>\n<a href="../#x--y">¶ 3</a>\n</nav>',
    "A paragraph of *Markdown* with <b>inline</b> HTML.",
    "<div>\n<pre><code>a&#10;&#10;b</code></pre>\n</div>",
    "```\n<p>code</p>\n```",
    "~~~ {.x}\n<div>\n\n```\n\n</div>\n~~~",
    "<p>``` no fence</p>",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_comes_out_the_same_with_and_without_the_extension(block: str) -> None:
    page = _page([block])
    assert _convert(page, HtmlBlocks()) == _convert(page)


@given(st.lists(st.sampled_from(BLOCKS), max_size=6))
def test_any_sequence_of_blocks_comes_out_the_same_with_and_without_the_extension(blocks: list[str]) -> None:
    page = _page(blocks)
    assert _convert(page, HtmlBlocks()) == _convert(page)


def test_a_whole_block_is_not_parsed_as_markdown_or_html() -> None:
    block = "<div>\n<p>*a* </p></p> &amp;\n</div>"
    assert block in _convert(_page([block]), HtmlBlocks())


def test_an_element_that_does_not_end_its_block_is_left_to_the_engine() -> None:
    page = _page(["<div>\n<p>open</p>", "**bold**", "</div>"])
    assert _convert(page, HtmlBlocks()) == _convert(page)
