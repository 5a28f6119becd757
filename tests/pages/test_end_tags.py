"""End tags that are left out change nothing of what a browser reads."""

import pytest
from dateline.pages.rendering.end_tags import tight, without_end_tags
from html_reading import Node, folded, read


def told(node: Node) -> list[tuple[str, str]]:
    """Return every element with its text, as a browser folds it."""
    return [(found.tag, folded(found.text)) for found in node.elements()]


@pytest.mark.parametrize(
    "text, left",
    [
        ("<ul>\n<li>a</li>\n<li>b <ol><li>c</li></ol></li>\n</ul>", "<ul>\n<li>a\n<li>b <ol><li>c</ol>\n</ul>"),
        ("<dl>\n<dt>a</dt>\n<dt>b</dt>\n<dd>c</dd>\n</dl>", "<dl>\n<dt>a\n<dt>b\n<dd>c\n</dl>"),
        (
            "<table><tbody>\n<tr><th>a</th><td>b</td></tr>\n<tr><td>c</td></tr>\n</tbody></table>",
            "<table><tbody>\n<tr><th>a<td>b\n<tr><td>c\n</tbody></table>",
        ),
    ],
)
def test_items_terms_cells_and_rows_end_where_they_ended(text: str, left: str) -> None:
    assert without_end_tags(text) == left
    assert told(read(left)) == told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "<li>a</li> b",
        "<dl><div><dt>a</dt><dd>b</dd></div></dl>".replace("</dt>", ""),
        "<dl><dt>a</dt></dl>",
        "<li>a</li><!-- b --><li>c",
        "<tr><td>a</td> b</tr>",
        "<li>a</li><link>",
        "<p>&lt;/li> <b>x</b></p>",
    ],
)
def test_an_end_tag_that_says_something_stays(text: str) -> None:
    assert without_end_tags(text) == text


def test_lines_ends_go_before_blocks_and_never_within_code() -> None:
    page = "<head>\n<title>a</title>\n</head>\n<main>\n\n<h1>b</h1>\n<p>c\n<b>d</b></p>\n<pre>{\n  e\n}</pre>\n</main>"
    assert tight(page) == (
        "<head><title>a</title></head><main><h1>b</h1>\n<p>c\n<b>d</b></p>\n<pre>{\n  e\n}</pre></main>"
    )
