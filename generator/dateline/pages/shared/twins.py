"""What stands beside the page of each record where a site asks for it: the record as JSON, and as plain Markdown."""

from dataclasses import dataclass

_JSON = "record.json"
_MARKDOWN = "record.md.txt"
"""An ending that MkDocs takes for no page of its own."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Which twins a site has; none, unless mkdocs.yml says so, since they cost as much as all exports together."""

    json: bool = False
    markdown: bool = False


NO_TWINS = Twins()


def json_twin(page: str) -> str:
    """Return where the record of a page is as JSON."""
    return f"{page}{_JSON}"


def markdown_twin(page: str) -> str:
    """Return where the record of a page is as Markdown."""
    return f"{page}{_MARKDOWN}"
