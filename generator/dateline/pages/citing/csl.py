"""A citation as CSL-JSON, the form of reference managers (schema csl-data, version 1.0)."""

import json
import re
from collections.abc import Mapping
from json.encoder import encode_basestring
from typing import Final, NotRequired, TypedDict

from dateline.ground.dates import Day, Meaning
from dateline.pages.citing.in_a_note import standing
from dateline.pages.shared.claim_citation import ClaimCitation

_CslDate = TypedDict("_CslDate", {"date-parts": NotRequired[list[list[int]]], "literal": NotRequired[str]})


class _Issued(TypedDict):
    issued: NotRequired[_CslDate]
    version: NotRequired[str]


CslItem = TypedDict(
    "CslItem",
    {
        "id": str,
        "type": str,
        "title": str,
        "container-title": str,
        "event": str,
        "event-date": _CslDate,
        "issued": NotRequired[_CslDate],
        "version": NotRequired[str],
        "language": str,
        "URL": str,
        "note": str,
    },
)
"""An item, as far as a claim has what a reference manager knows."""

_PLAIN: Final = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")


def csl_item(claim: ClaimCitation) -> CslItem:
    """Return the item of a claim; its id is the claim's anchor, its date of issue the version of the records."""
    return {
        "id": claim.key,
        "type": "webpage",
        "title": claim.text,
        "container-title": claim.chronology,
        "event": claim.event,
        "event-date": _date(claim),
        **_issued(claim.version),
        "language": claim.language,
        "URL": claim.url,
        "note": standing(claim),
    }


def _issued(version: Day | None) -> _Issued:
    if version is None:
        return {}
    return {
        "issued": {"date-parts": [[version.year, version.month, version.day]]},
        "version": version.isoformat(),
    }


def csl_json(claim: ClaimCitation) -> str:
    """Return a claim as reference managers import it."""
    return one_item(csl_item(claim))


def one_item(item: Mapping[str, object]) -> str:
    """Return a list with the one item, a field a line."""
    fields = ",\n".join(f"{_as_json(name)}: {_as_json(value)}" for name, value in item.items())
    return f"[{{\n{fields}\n}}]"


def _as_json(value: object) -> str:
    if isinstance(value, str):  # as json.dumps has it, without an encoder made for it
        return encode_basestring(value)
    return json.dumps(value, ensure_ascii=False)


def _date(claim: ClaimCitation) -> _CslDate:
    """Return an event's date: a day, month or year, a range of what lasts, or in words where it is open or doubtful."""
    when = claim.when
    sides = (when.begin, when.end) if when.meaning is Meaning.LASTS else (when,)
    if claim.is_bound or not all(side and _PLAIN.fullmatch(side.text) for side in sides):
        return {"literal": claim.when_in_words}
    return {"date-parts": [[int(part) for part in side.text.split("-")] for side in sides if side]}
