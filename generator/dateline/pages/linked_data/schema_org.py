"""What every node of JSON-LD is made by: how dates are told, and what is left out."""

import re
from collections.abc import Callable
from typing import Final

from dateline.ground import dates
from dateline.ground.dates import Edtf
from dateline.ground.json_values import JsonObject

At = Callable[[str], str]
"""Turns an address on the site into one that a page can use."""
_KNOWN_TIME: Final = re.compile(r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2}(T[0-9:]+(Z|[+-][0-9:]+))?)?)?")


def known_time(when: Edtf) -> str | None:
    """Return a date as schema.org takes it, or None where any of it is doubted, open or spread over a span."""
    told = dates.known_time(when) or ""
    return told if _KNOWN_TIME.fullmatch(told) else None


def without_gaps(node: JsonObject) -> JsonObject:
    """Return a node without what is not known; a list of one is that one."""
    filled = {name: value for name, value in node.items() if value is not None and value not in ([], "")}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in filled.items()}
