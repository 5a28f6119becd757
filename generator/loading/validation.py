"""Plain values to records, with every refusal told as a problem at its position."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.loading.documents import Document
from generator.problems import Code, Problem, did_you_mean
from generator.records import Claim, Dispute, Event, Report, Standpoint
from generator.records.shapes import inside, keys_of, record_type_of
from generator.yamltree import Step, Surprise

_MISSING: Final[dict[tuple[type, str], Code]] = {
    (Event, "claims"): Code.EVENT_WITHOUT_CLAIM,
    (Claim, "reports"): Code.CLAIM_WITHOUT_REPORT,
    (Report, "cite"): Code.REPORT_WITHOUT_CITATION,
    (Dispute, "positions"): Code.TOO_FEW_POSITIONS,
    (Standpoint, "claims"): Code.POSITION_WITHOUT_CLAIMS,
}
_MISSING_MESSAGE: Final = {
    Code.EVENT_WITHOUT_CLAIM: ("this event has no claim", "add a claim with a report"),
    Code.CLAIM_WITHOUT_REPORT: ("this claim has no report", "add a report with its citation"),
    Code.REPORT_WITHOUT_CITATION: ("this report cites no paragraph", "add cite: {source: …, paragraph: …}"),
    Code.TOO_FEW_POSITIONS: ("a dispute needs two positions at least", "add the other position"),
    Code.POSITION_WITHOUT_CLAIMS: ("this position rests on no claim", "add claims, as event-id#claim-id"),
}
_OWN_CODES: Final = {code.value: code for code in Code}
MAX_TOLD: Final = 100
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_EXPECTED_WORDS: Final = re.compile(r"'([^']*)'")


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One of Pydantic's errors, with the type it arose in and the document it arose from."""

    details: ErrorDetails
    record_type: type
    document: Document

    @property
    def loc(self) -> tuple[Step, ...]:
        return tuple(step for step in self.details["loc"] if step != "[key]")

    @property
    def key(self) -> str:
        """The key whose value was refused, for a list's entry the list's."""
        return next((step for step in reversed(self.loc) if isinstance(step, str)), "")

    @property
    def holder(self) -> Any:
        """The record type that the refused key belongs to."""
        return _type_at(self.record_type, self.loc[:-1])

    def problem(self, code: Code, message: str, hint: str = "", *, of_key: bool = False) -> Problem:
        return Problem(self.document.position(self.loc, of_key=of_key), code, message, hint)


def validate(value: Any, record_type: type, document: Document) -> tuple[Any, list[Problem]]:
    """Return the record of `record_type` that `value` describes, or None and the problems, a hundred at most."""
    try:
        return _adapter(record_type).validate_python(value), []
    except ValidationError as error:
        told = islice(_significant(error), MAX_TOLD)
        return None, [_as_problem(_Refusal(details, record_type, document)) for details in told]


@cache
def _adapter(record_type: type) -> TypeAdapter[Any]:
    return TypeAdapter(record_type)


def _significant(error: ValidationError) -> Iterator[ErrorDetails]:
    """Leave out lists that are only too short because their items were refused."""
    for details in error.errors(include_url=False):
        counted = details.get("ctx", {}).get("min_length", 1)
        if details["type"] == "too_short" and len(details["input"]) >= counted:
            continue
        yield details


def _as_problem(refusal: _Refusal) -> Problem:
    kind, value = refusal.details["type"], refusal.details["input"]
    if kind in _OWN_CODES:
        return _own_problem(refusal, _OWN_CODES[kind])
    if kind == "unexpected_keyword_argument":
        known = _keys(refusal.holder)
        hint = did_you_mean(refusal.key, known) or f"known keys: {', '.join(known)}"
        return refusal.problem(Code.UNKNOWN_KEY, f"'{refusal.key}' is no key here", hint, of_key=True)
    lacking = _MISSING.get((refusal.holder, refusal.key))
    if lacking is not None and (kind in {"missing", "too_short"} or value is None):
        return refusal.problem(lacking, *_MISSING_MESSAGE[lacking])
    if kind == "missing":
        return refusal.problem(Code.MISSING_KEY, f"the key '{refusal.key}' is missing", f"add '{refusal.key}:'")
    if kind in {"literal_error", "enum"} and isinstance(value, str):
        return _unknown_word(refusal)
    return _wrong_value(refusal)


def _own_problem(refusal: _Refusal, code: Code) -> Problem:
    context = refusal.details["ctx"]
    return refusal.problem(code, context["message"], context.get("hint", ""))


def _unknown_word(refusal: _Refusal) -> Problem:
    word = str(refusal.details["input"])
    known = _expected(refusal)
    hint = did_you_mean(word, known) or _one_of(refusal)
    return refusal.problem(Code.UNKNOWN_WORD, f"'{word}' is no word that '{refusal.key}' takes", hint)


def _expected(refusal: _Refusal) -> list[str]:
    return _EXPECTED_WORDS.findall(str(refusal.details["ctx"]["expected"]))


def _one_of(refusal: _Refusal) -> str:
    return f"one of: {', '.join(_expected(refusal))}"


def _wrong_value(refusal: _Refusal) -> Problem:
    value, kind, key = refusal.details["input"], refusal.details["type"], refusal.key
    if kind == "too_short":
        return refusal.problem(Code.EMPTY_VALUE, f"'{key}' lists nothing", "add an entry")
    if value is None or kind == "string_too_short":
        hint = "give it one, or remove the key if it may be missing"
        return refusal.problem(Code.EMPTY_VALUE, f"'{key}' has no value", hint)
    if isinstance(value, Surprise) or (kind in _WANT_TEXT and isinstance(value, bool | int | float)):
        return _surprise(refusal)
    if kind.endswith("_type") or kind in _WANTED:
        message = f"'{key}' takes {_wanted(kind)}, not {_kind_of(value)}"
        return refusal.problem(Code.WRONG_TYPE, message, _conversion(refusal))
    return refusal.problem(Code.BAD_VALUE, f"'{key}': {refusal.details['msg'].lower()}")


def _surprise(refusal: _Refusal) -> Problem:
    value, kind = refusal.details["input"], refusal.details["type"]
    text = refusal.document.text_of(refusal.loc) or str(value)
    if isinstance(value, Surprise):
        reads_as = value.reads_as
    else:
        reads_as = "true or false" if isinstance(value, bool) else "a number"
    if kind in _WANT_TEXT:
        message = f"'{refusal.key}: {text}' is read as {reads_as} by YAML tools, not as text"
        hint = f'write "{text}" in quotes' if kind == "string_type" else _one_of(refusal)
        return refusal.problem(Code.SURPRISING_TYPE, message, hint)
    message = f"'{refusal.key}' takes {_wanted(kind)}, and '{text}' is not read as one by every YAML tool"
    hint = "write a plain number in decimal digits" if "number" in _wanted(kind) else ""
    return refusal.problem(Code.SURPRISING_TYPE, message, hint)


_WANT_TEXT: Final = frozenset({"string_type", "literal_error", "enum"})
_WANTED: Final = {
    "string_type": "text",
    "literal_error": "text",
    "enum": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "dataclass_type": "keys with values",
    "bool_type": "true or false",
}


def _wanted(kind: str) -> str:
    return _WANTED.get(kind, "another kind of value")


def _kind_of(value: Any) -> str:
    if isinstance(value, Mapping):
        return "keys with values"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{str(value)[:40]}'"


def _conversion(refusal: _Refusal) -> str:
    """Return how the value would have to be written, where that is plain to see."""
    value, kind = refusal.details["input"], refusal.details["type"]
    if kind == "dataclass_type":
        return f"its keys: {', '.join(_keys(_type_at(refusal.record_type, refusal.loc)))}"
    if kind == "tuple_type":
        return "begin each entry with '- '" if isinstance(value, Mapping) else f"write [{str(value)[:40]}]"
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return f"write {value} without quotes"
    return ""


def _keys(record_type: Any) -> list[str]:
    return list(keys_of(record_type)) if record_type else []


def _type_at(record_type: type, loc: Sequence[Step]) -> Any:
    """Return the record type found by walking `loc` through the annotations, or None where there is none."""
    current: Any = record_type
    for step in loc:
        current = _step_into(current, step)
        if current is None:
            return None
    return record_type_of(current)


def _step_into(annotation: Any, step: Step) -> Any:
    record_type = record_type_of(annotation)
    return inside(annotation) if record_type is None else keys_of(record_type).get(str(step))
