"""A file in its parts: what stands above the YAML, the YAML, and the Markdown below it."""

from dataclasses import dataclass, replace
from typing import Self

from dateline.records.loading.files import front_matter

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Parts:
    """A file's text, parted so that the parts together are the text."""

    head: str
    yaml: str
    body: str

    @classmethod
    def of(cls, text: str, *, is_markdown: bool) -> Self:
        """Part a text; of Markdown without front matter nothing is YAML."""
        mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
        rest = text.removeprefix(mark)
        if not is_markdown:
            return cls(mark, rest, "")
        start, end = front_matter(rest) or (0, 0)
        return cls(mark + rest[:start], rest[start:end], rest[end:])

    def with_yaml(self, yaml: str) -> str:
        """Return the text with other YAML in it."""
        return replace(self, yaml=yaml).text

    @property
    def text(self) -> str:
        """The text."""
        return self.head + self.yaml + self.body
