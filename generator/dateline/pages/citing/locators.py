"""Where in a source something stands, as reference managers and LaTeX write it."""

from typing import Final, NotRequired, TypedDict

from dateline.ground.schemes import RANGE, Scheme, sides
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
    if scheme not in _LABELS:
        return {"suffix": f", {at.replace(RANGE, '–')}"}
    first, last = sides(scheme, at)
    if scheme == "page-line" and last is not None and last.partition(":")[0] == first.partition(":")[0]:
        last = last.partition(":")[2]
    return {"locator": first if last is None else f"{first}–{last}", "label": _LABELS[scheme]}
