"""Where in a source something stands, as reference managers and LaTeX write it."""

from typing import Final, NotRequired, TypedDict

from dateline.ground.places_as_typed import RANGE
from dateline.ground.schemes import Scheme, sides
from dateline.records.types import Source, Spot

_LABELS: Final[dict[Scheme, str]] = {
    "page": "page",
    "page-line": "page",
    "section": "section",
    "time": "timestamp",
    "verse": "verse",
    "folio": "folio",
}
"""The words of CSL for how places are counted; for what is numbered otherwise it has none."""


class CslLocator(TypedDict):
    """What a citation of CSL says of the place: counted and named so, or in words behind the rest."""

    locator: NotRequired[str]
    label: NotRequired[str]
    suffix: NotRequired[str]


def csl_locator(source: Source, spot: Spot) -> CslLocator:
    """Return the place of a paragraph or passage; of a paragraph its page or time, where that is recorded."""
    at = spot if isinstance(spot, str) else next((part.at for part in source.paragraphs if part.n == spot), None)
    if at is None:
        return {"locator": str(spot), "label": "paragraph"}
    scheme = source.scheme_of(at)
    if scheme == "whole":
        return {}
    has_words = scheme == "section" and not (at[:1].isdecimal() and "§" not in at)  # Chapter 4, Annex B
    if scheme is None or scheme not in _LABELS or has_words:
        return {"suffix": f", {at.replace(RANGE, '–')}"}
    first, last = sides(scheme, at)
    if scheme == "page-line":
        first, last = _lined(first, last)
    return {"locator": first if last is None else f"{first}–{last}", "label": _LABELS[scheme]}


def _lined(first: str, last: str | None) -> tuple[str, str | None]:
    """Return a page with its line as both are cited: 7574:12–25; of a page with columns 1365a31–33 and 1365a30–b2."""
    page, _, line = first.partition(":")
    other, _, end = (last or "").partition(":")
    stop = "" if page[-1:].isalpha() else ":"
    if last is not None:
        is_column = not stop and other[:-1] == page[:-1]
        last = end if other == page else f"{other[-1] if is_column else other}{stop}{end}"
    return f"{page}{stop}{line}", last
