"""An article that a page carries in its data, for search engines, and does not show."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from dateline.ground.extraction.page_tree import Element

BODY_IN_DATA: Final = "the article that the page carries as data (articleBody), and does not show"
_TAG: Final = re.compile(r"<[^>]*>")
_FEWEST: Final = 12
_PART: Final = 0.2


def hidden_article(root: Element, shown: "Counter[str]") -> int:
    """Return how many words of an article in the page's data the page does not show; 0 where it shows about all."""
    most = 0
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        for text in _bodies(script.text or ""):
            words = Counter(_TAG.sub(" ", text).split())
            missing = (words - shown).total()
            if missing >= max(_FEWEST, _PART * words.total()):
                most = max(most, missing)
    return most


def _bodies(text: str) -> Iterator[str]:
    try:
        left = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while left:
        value = left.pop()
        if isinstance(value, dict):
            body = value.get("articleBody")
            if isinstance(body, str):
                yield body
            left += value.values()
        elif isinstance(value, list):
            left += value
