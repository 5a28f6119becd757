"""What is cited of a source, as it is named: in anchors and links, and to editors."""

import re
from collections.abc import Mapping
from typing import Final

from dateline.records.types.shared import Citation, Spot

_PARAGRAPH: Final = re.compile("p([1-9][0-9]{0,8})")
_PASSAGE: Final = "at-"
_NOT_IN_ANCHORS: Final = re.compile("[^A-Za-z0-9.:-]")
_WRITTEN: Final = re.compile("~([0-9a-f]{1,6})~|_")
_MOST_CODE: Final = 0x10FFFF


def anchor_of(spot: Spot) -> str:
    """Return the anchor of a paragraph or passage on its source's page: p3, at-4-27, at-exhibit_7; each its own."""
    return f"p{spot}" if isinstance(spot, int) else _PASSAGE + _NOT_IN_ANCHORS.sub(_sign, spot)


def _sign(found: re.Match[str]) -> str:
    return "_" if found[0] == " " else f"~{ord(found[0]):x}~"


def spot_at(anchor: str) -> Spot | None:
    """Return the paragraph or passage that an anchor stands for; None where it is another's."""
    if found := _PARAGRAPH.fullmatch(anchor):
        return int(found[1])
    if not anchor.startswith(_PASSAGE) or anchor == _PASSAGE:
        return None
    spot = _WRITTEN.sub(_letter, anchor.removeprefix(_PASSAGE))
    return spot if anchor_of(spot) == anchor else None


def _letter(found: re.Match[str]) -> str:
    code = int(found[1] or "20", 16)
    return chr(code) if code <= _MOST_CODE else ""


def told_spot(spot: Spot) -> str:
    """Return how an editor is told of it: paragraph 3, passage '4-27'."""
    return f"paragraph {spot}" if isinstance(spot, int) else f"passage '{spot}'"


def marked_spot(spot: Spot) -> str:
    """Return the same in brief: ¶ 3, '4-27'."""
    return f"¶ {spot}" if isinstance(spot, int) else f"'{spot}'"


def cited_spot(spot: Spot | None) -> dict[str, Spot | None]:
    """Return the key and the value of a citation that name it."""
    return {"at": spot} if isinstance(spot, str) else {"paragraph": spot}


def citation_to(source: str, spot: Spot) -> Citation:
    """Return the citation of a paragraph or passage."""
    if isinstance(spot, int):
        return Citation(source=source, paragraph=spot)
    return Citation(source=source, at=spot)


def spot_in(cite: Mapping[str, object]) -> Spot | None:
    """Return what the values of a citation name that may be none; None where they name nothing, or both."""
    number, at = cite.get("paragraph"), cite.get("at")
    if number is not None and at is not None:
        return None
    if isinstance(number, int) and not isinstance(number, bool):
        return number
    if isinstance(at, int) and not isinstance(at, bool):
        return str(at)
    return at.strip() or None if isinstance(at, str) else None
