"""A page without the white space that the theme's templates leave around its content.

The theme indents what it prints and leaves a line for each condition that it asks: 4 kB of a page.  A browser
takes any run of white space between two tags or words for one, so a line's end in the place of a run says the same.
"""

import re
from typing import Final

_RUNS: Final = re.compile(r"\n\s+")
_KEEPING: Final = re.compile(r"<(?:pre|textarea)\b", re.IGNORECASE)
"""What keeps its white space."""


def lean(output: str, content: str | None) -> str:
    """Return a page with each run of white space around its `content` as a line's end, and the content as it is."""
    if not content:
        return output
    before, found, after = output.partition(content)
    if not found or _KEEPING.search(before) or _KEEPING.search(after):
        return output
    return _RUNS.sub("\n", before) + found + _RUNS.sub("\n", after)
