"""References as editors type them: a citation, an id, a claim, in another shape than their key takes."""

import re
from collections.abc import Mapping
from typing import Final

from dateline.ground.places_as_typed import tidy
from dateline.ground.schemes import Scheme, misplaced
from dateline.ground.yamltree import Surprise
from dateline.ground.yamltree.scalars import quoted, text_scalar
from dateline.records.types import Citation, RecordKind, Report, amounts
from dateline.records.types.fields import is_id

BLANK: Final = "…"
"""What stands in a suggestion for what only the editor knows."""
_FOLDED: Final = re.compile(
    rf"(?:(?:{'|'.join((*RecordKind, 'claim'))})s?[:/]\s*)?(?P<id>.+?)(?:\.(?:yml|yaml|md))?", re.IGNORECASE
)
_PARAGRAPH: Final = r"\(?#?\s*(?:paragraph|para|par|pp|p|¶|§|no|n)?\.?\s*(?P<number>\d+|[a-z]{3,})\)?"
_NUMBERED: Final = re.compile(_PARAGRAPH, re.IGNORECASE)
_CITED: Final = re.compile(rf"(?P<source>[a-z0-9-]+)(?:\s*[#,:/]\s*|\s+|(?=[¶§(])){_PARAGRAPH}", re.IGNORECASE)
_CITED_BEFORE: Final = re.compile(r"(?:p\.?|paragraph|¶|§)?\s*(?P<number>\d+),?\s+(?:of |in )?(?P<source>[a-z0-9-]+)")
_RANGE: Final = re.compile(r"\D*\d+\s*(?:-|–|—|to|and|,|&)\s*\d+\D*")
_LONGEST: Final = 300
_CLAIM: Final = re.compile(r"(?P<event>[a-z0-9-]+)\s*(?:[#/:,]| +#?)\s*(?P<claim>[a-z0-9-]+)")
_PAIR: Final = 2
PLACE_KEYS: Final = ("page", "pages", "time", "timecode", "section", "verse", "folio", "line", "exhibit", "item")
"""What editors may call the key `at`."""
_COUNTED_AS: Final[dict[str, Scheme]] = {
    "page": "page",
    "pages": "page",
    "time": "time",
    "timecode": "time",
    "section": "section",
    "verse": "verse",
    "folio": "folio",
    "item": "item",
    "exhibit": "item",
}
_KEYS: Final = frozenset({"source", "paragraph", "at"})
_SPEAKERS: Final = re.compile(r"\s*(?:[,;،、]|&|\+|→|\band\b|\bvia\b|\bthen\b)\s*")


def bare_id(text: str) -> str:
    """Return the id in a text that also says what kind of record it is, or is the name of its file."""
    found = _FOLDED.fullmatch(text)
    return found["id"].strip() if found else text


def ids(text: str) -> list[str]:
    """Return the ids that a text lists; none where one of its parts is none."""
    inner = text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text
    parts = [bare_id(part.strip()) for part in _SPEAKERS.split(" ".join(inner.split())) if part.strip()]
    return parts if all(map(is_id, parts)) else []


def citation(value: object) -> str | None:
    """Return a citation as it is written, with blanks for what is not said; None where nothing of it is said."""
    found = _cited(value)
    if found is None and not isinstance(value, list | Mapping) and (number := _number(_text(value))):
        return f"{{source: {BLANK}, paragraph: {number}}}"
    return f"{{source: {text_scalar(found[0])}, paragraph: {found[1] or BLANK}}}" if found else None


def cites_several(value: object) -> bool:
    """Return whether several paragraphs of one source are named: 1-3, [1, 2], [id, 1, 2]."""
    if not isinstance(value, list):
        return _RANGE.fullmatch(_text(value)) is not None
    return len(value) > 1 and all(_number(_text(one)) for one in value[1:]) and not _cited_in_list(value)


def claim(value: object) -> str | None:
    """Return the claim that is meant, as event-id#claim-id; None where none can be told."""
    parts = value
    if isinstance(value, Mapping):
        named = [value.get(key) for key in ("event", "claim")]
        only = next(iter(value.items())) if len(value) == 1 and "claim" not in value else None
        parts = named if None not in named else only
    if isinstance(parts, list | tuple) and len(parts) == _PAIR:
        event, one = (bare_id(_text(part)) for part in parts)
        return f"{event}#{one}" if is_id(event) and is_id(one) else None
    found = _CLAIM.fullmatch(bare_id(_text(value)))
    return f"{found['event']}#{found['claim']}" if found and all(map(is_id, found.groups())) else None


def claim_form(value: object) -> str:
    """Return how a claim is named that is typed otherwise, with a blank for the half that is not said."""
    text = bare_id(_text(value)).lstrip("#")
    if meant := claim(value):
        return f"write {meant}"
    if not is_id(text):
        return "name it by the event's id, # and the claim's id"
    if text[:4].isdecimal():
        return f"write {text}#{BLANK}, with the claim's id for {BLANK}"
    return f"write {BLANK}#{text}, with the event's id for {BLANK}"


def gathered(holder: type | None, beside: Mapping[str, object]) -> str:
    """Return what to write in the place of keys that no citation or report has and that name a source."""
    if holder is Citation and not beside.keys() & set(PLACE_KEYS):
        stray = {key: value for key, value in beside.items() if key not in _KEYS}
        known = {key: value for key, value in beside.items() if key in _KEYS}
        source = next((one for key, value in (*known.items(), *stray.items()) if (one := _source_in(key, value))), None)
        number = _number_in(beside)
        return f"write {{source: {text_scalar(source)}, paragraph: {number or BLANK}}}" if source else ""
    if holder is Report and (said := beside.get("source", beside.get("sources"))) is not None:
        source = bare_id(_text(said))
        number = _number(_text(beside.get("paragraph")))
        shown = text_scalar(source) if is_id(source) else BLANK
        return f"write cite: {{source: {shown}, paragraph: {number or BLANK}}}"
    return ""


def place_typed(key: str, value: object, beside: Mapping[str, object]) -> str:
    """Return how a place is written that stands under another key than `at`; nothing where it is none."""
    if key in PLACE_KEYS and "paragraph" in beside:
        return "take it away: where a paragraph stands as well, its source says once, as at beside the paragraph"
    scheme = _COUNTED_AS.get(key)
    if scheme is None or isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    text = tidy(scheme, f"exhibit {value}" if key == "exhibit" else str(value))
    return "" if misplaced(scheme, text) is not None else f"write at: {quoted(text)}"


def _source_in(key: str, value: object) -> str | None:
    if key in {"source", "id", "src", "ref", "cite"}:
        named = bare_id(_text(value))
    else:
        named = bare_id(key) if "-" in key and (value is None or _number(_text(value))) else ""
    return named if is_id(named) else None


def _number_in(beside: Mapping[str, object]) -> int | None:
    values = (_number(_text(value)) for key, value in beside.items() if key not in {"source", "id"})
    keys = (int(key) for key, value in beside.items() if value is None and key.isdecimal())
    return next((number for number in (*values, *keys) if number), None)


def _cited(value: object) -> tuple[str, int | None] | None:
    if isinstance(value, list):
        return _cited_in_list(value)
    if isinstance(value, Mapping) or value is None:
        return None
    text = re.sub(r"\.(?:yml|yaml|md)\b", "", bare_id(_text(value)))
    for form in (_CITED, _CITED_BEFORE):
        found = form.fullmatch(text)
        number = _number(found["number"]) if found else None
        if found and number and is_id(found["source"].lower()) and not found["source"].isdecimal():
            return found["source"].lower(), number
    return (text, None) if is_id(text) and not text.isdecimal() else None


def _cited_in_list(value: list[object]) -> tuple[str, int | None] | None:
    """Return what a source and a number in brackets cite, whichever comes first."""
    if len(value) != _PAIR:
        return _cited(value[0]) if len(value) == 1 else None
    for one, other in (value, reversed(value)):
        source, number = bare_id(_text(one)), _number(_text(other))
        if is_id(source) and not source.isdecimal() and number:
            return source, number
    return None


def _number(text: str) -> int | None:
    found = _NUMBERED.fullmatch(text.strip())
    number = amounts.whole(found["number"]).removeprefix("write ") if found else ""
    return int(number) if number.isdecimal() and int(number) > 0 else None


def _text(value: object) -> str:
    """Return what is typed; nothing of what is longer than any reference, since patterns take their time over it."""
    if isinstance(value, Surprise):
        text = value.text
    else:
        text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return text if len(text) <= _LONGEST else ""
