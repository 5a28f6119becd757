"""Quotes that HTML can do without left out of templates, once as they are read: two bytes of every class and id.

They were 2 kB of what a site has for an event.  Only values that a template spells out are touched, and of
those only plain words: what is printed keeps its quotes, whatever it says.
"""

import re
from typing import Final

from jinja2.ext import Extension

_KEPT: Final = "|".join(rf"<{tag}\b.*?</{tag}>" for tag in ("script", "style", "pre", "textarea"))
_TRIMMED: Final = r"(?:\s+(?=\{[{%#]-))?"
"""White space that Jinja takes away: without quotes a value would run into what stands behind the tag."""
_OF_JINJA: Final = re.compile(rf"({_TRIMMED}(?:\{{\{{.*?\}}\}}|\{{%.*?%\}}|\{{#.*?#\}})|{_KEPT})", re.DOTALL)
"""What is no markup of the page, between which there is only that; or holds code."""
_QUOTED: Final = re.compile(r'(?<=[\w-])(?<! src)(?<! href)="([\w.:#-]+)"(?=[\s>])', re.ASCII)
"""Not addresses: extensions of Markdown that take files in look for them in quotes."""
_ENDINGS: Final = (".html", ".html.j2", ".md.j2")


class BareAttributes(Extension):
    """Leaves the quotes out."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """Return a template's text without them, if it makes HTML."""
        if name is None or not name.endswith(_ENDINGS):
            return source
        parts = _OF_JINJA.split(source)
        return "".join(part if number % 2 else _QUOTED.sub(r"=\1", part) for number, part in enumerate(parts))
