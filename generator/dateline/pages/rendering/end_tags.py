"""End tags that HTML lets one leave out, left out: of items, terms, cells and rows before what ends them anyway.

With the lines' ends before blocks of small pages they were 1.2 kB of an event.  A parser makes the same tree;
white space between two items is then the first one's last, where it shows no more than before.
"""

import re
from typing import Final

_NEEDLESS: Final = re.compile(
    r"</li>(?=\s*(?:<li\b|</[uo]l>))"
    r"|</dt>(?=\s*<d[dt]\b)"
    r"|</dd>(?=\s*(?:<d[dt]\b|</dl>))"
    r"|</t[dh]>(?=\s*(?:<t[dh]\b|</tr>))"
    r"|</tr>(?=\s*(?:<tr\b|</t(?:body|head|able)>))"
)
"""Texts of records are escaped: what looks like a tag is one."""

_BEFORE_BLOCKS: Final = re.compile(
    r"\n+(?=</?(?:article|body|details|dl|footer|h[1-6]|head|link|main|meta|section|title|ul)\b)"
)


def tight(html: str) -> str:
    """Return a page without the theme's frame, also without lines' ends before what begins a line anyway."""
    return without_end_tags(_BEFORE_BLOCKS.sub("", html))


def without_end_tags(html: str) -> str:
    """Return a page or a part of one without them."""
    return _NEEDLESS.sub("", html)
