"""A citation as CSL-JSON, the form of reference managers (schema csl-data, version 1.0)."""

import json
from json.encoder import encode_basestring
from typing import Any

from generator.citing.plain import rests_on
from generator.dates import Precision
from generator.views.citing import ClaimCitation


def csl_item(claim: ClaimCitation) -> dict[str, Any]:
    """Return the item of a claim; its id is the claim's anchor, its date of issue the version of the records."""
    version = claim.version
    return {
        "id": claim.key,
        "type": "webpage",
        "title": claim.text,
        "container-title": claim.chronology,
        "event": claim.event,
        "event-date": _date(claim),
        "issued": {"date-parts": [[version.year, version.month, version.day]]},
        "version": version.isoformat(),
        "language": claim.language,
        "URL": claim.url,
        "note": rests_on(claim),
    }


def csl_json(claim: ClaimCitation) -> str:
    """Return a list with the one item, as reference managers import it."""
    # As json.dumps lays it out with an indent, which it does in Python; a text alone it does in C.
    item = ",\n".join(f'    "{name}": {_as_json(value)}' for name, value in csl_item(claim).items())
    return f"[\n  {{\n{item}\n  }}\n]"


def _as_json(value: Any) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n    ")


def _date(claim: ClaimCitation) -> dict[str, Any]:
    """Return an event's date: one day, a range of days, or in words where it is open or doubtful."""
    first, last = claim.when.earliest, claim.when.latest
    if first is None or last is None or claim.when.uncertain or claim.when.approximate:
        return {"literal": claim.when_in_words}
    parts = [[day.year, day.month, day.day] for day in (first, last)]
    return {"date-parts": parts[:1] if claim.when.precision is Precision.DAY else parts}
