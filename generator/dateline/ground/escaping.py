"""Text from records as HTML, Markdown and front matter: the characters that the editor typed.

Everything that a record says passes through one of these on its way to a page.  Claims,
citations and lists are HTML blocks, where only HTML's own characters matter; headings
are Markdown, where every punctuation mark may; front matter is YAML that themes paste
into HTML as it is, and so is escaped for both.
"""

import re
from collections.abc import Iterable
from typing import Final

from markupsafe import Markup, escape

from dateline.ground.json_values import compact_json

# Braces mean nothing to HTML, but template languages and CriticMarkup look for them in whole pages.
_HTML: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;", "{": "&#123;", "}": "&#125;"}
# Line ends would end an HTML block of CommonMark, tabs would be expanded, and Python-Markdown and its extensions use
# U+0001 to U+0004 for themselves.  Other control characters pass as they are: some parsers drop references to them.
_UNSEEN: Final = [0x00, 0x01, 0x02, 0x03, 0x04, 0x09, 0x0A, 0x0D, 0x2028, 0x2029]
_TO_HTML: Final = {ord(char): entity for char, entity in _HTML.items()} | {code: f"&#{code};" for code in _UNSEEN}
_MEANS_SOMETHING: Final = re.compile(f"[{re.escape(''.join(map(chr, _TO_HTML)))}]").search
# The ampersand comes first: the others put one there.
_ENTITIES: Final = tuple((chr(code), entity) for code, entity in _TO_HTML.items())
# Inside a line these marks mean nothing to any Markdown, and leaving them keeps headings readable,
_HARMLESS: Final = frozenset(",.-;?%")
# unless two of them make a dash or an ellipsis, or a point an address.
_TYPESET: Final = re.compile(r"[-.](?=[-.])|(?<=www)\.", re.IGNORECASE)
_TO_MARKDOWN: Final = _TO_HTML | {
    code: f"&#{code};"
    for code in range(0x21, 0x7F)
    if not chr(code).isalnum() and chr(code) not in _HARMLESS and chr(code) not in _HTML
}
# Marks that turn the direction of text around, and with it the sense of what stands beside them.
_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# GitHub looks for these in the finished HTML, where an escaped mark is the mark again.
_LINKED: Final = re.compile(r"(?<=[@#])|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-)", re.IGNORECASE)
# What HTML itself reads otherwise inside of an element.
_IN_PRE: Final = re.compile("[&<>\x00\r]")
_UNSEEN_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_WORD_JOINER: Final = Markup("&#8288;")
_NOT_YAML: Final = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"\\\\]')

_NOT_XML: Final = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_REFERENCE_NOT_XML: Final = re.compile("&#(?:[0-8]|1[124-9]|2[0-9]|3[01]);")
_LOST: Final = "\N{REPLACEMENT CHARACTER}"

_JSON_TEXT: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
# Beside what HTML reads in a script, what template languages look for, and what YAML or UTF-8 cannot hold.
_UNSAFE_IN_JSON: Final = (*map(ord, "&<>{}"), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)
_IS_UNSAFE_IN_JSON: Final = re.compile(f"[{re.escape(''.join(map(chr, _UNSAFE_IN_JSON)))}\ud800-\udfff]").search
_TO_JSON: Final = {code: f"\\u{code:04x}" for code in (*_UNSAFE_IN_JSON, *range(0xD800, 0xE000))}


def html(text: str) -> Markup:
    """Return `text` for HTML, in element or attribute, on one line."""
    return Markup(_in_html(text))  # noqa: S704 - every character that means something was replaced


def _in_html(text: str) -> str:
    # Few texts have a character that means something, and replacing one after another is quicker than a table.
    if _MEANS_SOMETHING(text):
        for char, entity in _ENTITIES:
            text = text.replace(char, entity)
    return text


def xml_text(text: str) -> str:
    """Return `text` with U+FFFD instead of each character that XML 1.0 cannot hold."""
    return _NOT_XML.sub(_LOST, text)


def xml_markup(markup: str) -> str:
    """Return markup for HTML so that it is XML as well: references to what XML 1.0 cannot hold are U+FFFD too."""
    return _REFERENCE_NOT_XML.sub(_LOST, xml_text(markup))


def message(text: str) -> Markup:
    """Return a message of the site's own for HTML; its apostrophes stay, which end no attribute of ours."""
    return Markup(_in_html(text).replace("&#39;", "'"))  # noqa: S704 - nothing else that means something is left


def preformatted(text: str, *, is_page: bool) -> Markup:
    """Return `text` for a `pre` element; on a page, which Markdown reads, with braces and lines as references.

    Code is full of quotes, braces and lines, each of which takes five bytes where it is one.
    """
    if is_page:
        return Markup(_in_html(text).replace("&#34;", '"').replace("&#39;", "'"))  # noqa: S704 - the same
    return Markup(_IN_PRE.sub(lambda found: _TO_HTML[ord(found[0])], text))  # noqa: S704 - the same


def markdown(text: str) -> Markup:
    """Return `text` for the inside of a line of Markdown: every mark with a meaning as its numeric reference."""
    escaped = text.translate(_TO_MARKDOWN)
    return Markup(_TYPESET.sub(lambda match: f"&#{ord(match[0])};", escaped))  # noqa: S704 - the same


def forge(text: str) -> Markup:
    """Return `text` for a line of GitHub's Markdown, where it can be no link, mention, reference or markup.

    White space is folded; what drives a terminal or turns the direction of text is shown as �.
    """
    plain = _UNSEEN_CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    parts = _LINKED.split(_TURNING.sub("\N{REPLACEMENT CHARACTER}", plain))
    return _WORD_JOINER.join(markdown(part) for part in parts)


def front_matter(text: str) -> Markup:
    """Return `text` as a double-quoted YAML scalar whose value is HTML."""
    quoted = _NOT_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", str(html(text)))
    return Markup(f'"{quoted}"')  # noqa: S704 - the same


def json_in_script(value: object) -> Markup:
    """Return `value` as JSON for a script element: nothing in a text can end it, or means anything to a template."""
    return Markup(_JSON_TEXT.sub(_safe_json, compact_json(value)))  # noqa: S704 - the same


def _safe_json(found: re.Match[str]) -> str:
    text = found[0]
    return text.translate(_TO_JSON) if _IS_UNSAFE_IN_JSON(text) else text


def finalize(value: object) -> object:
    """Escape what a template prints, unless it is markup already."""
    if isinstance(value, Markup):
        return value
    return html(value) if isinstance(value, str) else value


def printed(value: object) -> str:
    """Return what a template prints as it stands in the page: `finalize`, and Jinja's own escaping of what is left."""
    if type(value) is str:
        return _in_html(value)
    return value if type(value) is Markup else escape(finalize(value))


def join(texts: Iterable[str], separator: str) -> Markup:
    """Return `texts` escaped and joined; Jinja's own join leaves line ends and control characters."""
    return html(separator).join(html(text) for text in texts)


def block(text: str) -> Markup:
    """Return HTML as one block that every Markdown engine passes on: no blank line, no indent."""
    lines = "\n".join([stripped for line in str(text).split("\n") if (stripped := line.strip())])
    return Markup(f"\n\n{lines}\n\n")  # noqa: S704 - of a template
