"""Plain values to records, with every refusal told as a problem at its position."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any, Final, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from dateline.ground import urls
from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.ground.yamltree import Step, Surprise, straight
from dateline.ground.yamltree.scalars import quoted
from dateline.records.loading.cures import blank_of, cure, takes, words_of
from dateline.records.loading.files import Document
from dateline.records.loading.fixed_words import fixed_word
from dateline.records.loading.stray_keys import whose_key
from dateline.records.loading.typed_references import claim_form, gathered, place_typed
from dateline.records.loading.wishes import as_value, instead_of_key
from dateline.records.types import Archive, Claim, Dispute, Event, Place, Report, Source, Standpoint, State, amounts
from dateline.records.types.degrees_told import typed_point
from dateline.records.types.fields import AMOUNT
from dateline.records.types.shapes import annotation_at, bare, keys_of, record_type_of
from dateline.records.types.standard_words import STANDARD_WORDS
from dateline.records.types.when import ZONE, calendar_meant

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
_BOUNDS: Final = {"from": "since when", "until": "that it ended"}
_STILL: Final = frozenset(
    (
        "..",
        "...",
        "/",
        "open",
        "present",
        "the present",
        "now",
        "today",
        "ongoing",
        "current",
        "still",
        "date",
        "always",
    )
)
"""What people type for a fact that has not ended, or that always was."""
_LACKS: Final = frozenset({"missing", "too_short", Code.MISSING_KEY.value})
_NAMES_OF_DRAFTS: Final = frozenset({("title",), ("name",), ("question",)})
_OWN_CODES: Final = {code.value: code for code in Code}
MAX_TOLD: Final = 100
_GIVE_OR_REMOVE: Final = "give it one, or remove the key if it may be missing"
_REASONS: Final = frozenset({"unused", "inferred", "named_because", "accuses"})
"""Keys that say why, where people answer yes."""
_NOBODY_KNOWS: Final = "the last day that is possible"
"""What is offered to whoever says that a date is not known."""
_KEY_MEANT: Final = re.compile(r"^(?:did you mean '|write \{?|put a (?:space|colon) behind (?:the colon: )?)(\w+)")
"""The key that a hint says to write instead of another."""
_EXPECTED_WORDS: Final = re.compile(r"'([^']*)'")


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One of Pydantic's errors, with the type it arose in, the value it arose from, and where this is written."""

    details: ErrorDetails
    record_type: type
    whole: object
    document: Document

    @property
    def way(self) -> tuple[Step, ...]:
        """The steps through the types, in which one entry that stands for a list is the first of it."""
        return tuple(step for step in self.details["loc"] if step != "[key]")

    @property
    def loc(self) -> tuple[Step, ...]:
        """The steps through what is written: an entry may stand for a list, an id for an entry that says no more."""
        value, steps = self.whole, list[Step]()
        for step in self.way:
            is_alone = isinstance(step, int) and not isinstance(value, list | tuple)
            if steps and (is_alone or not isinstance(value, Mapping | list | tuple)):
                continue
            steps.append(step)
            value = _inner(value, step)
        return tuple(steps)

    @property
    def key(self) -> str:
        """The key whose value was refused, for a list's entry the list's."""
        return next((step for step in reversed(self.loc) if isinstance(step, str)), "")

    @property
    def holder(self) -> type | None:
        """The record type that the refused key belongs to."""
        return record_type_of(annotation_at(self.record_type, self.way[:-1]))

    @property
    def annotation(self) -> object:
        """What is wanted at the place refused."""
        return annotation_at(self.record_type, self.way)

    @property
    def beside(self) -> dict[str, object]:
        """The other keys that stand beside the refused one."""
        value: Any = self.whole
        for step in self.loc[:-1]:
            value = value[step]
        refused = self.key  # worked out once: there may be tens of thousands beside it
        return {key: other for key, other in value.items() if key != refused} if isinstance(value, Mapping) else {}

    @property
    def is_of_lack(self) -> bool:
        """Whether something is only missing that a draft may lack: its name it may not."""
        is_missing = self.details["type"] in _LACKS or self.details["input"] is None
        return is_missing and self.loc not in _NAMES_OF_DRAFTS

    @property
    def cure(self) -> str:
        """What to write instead."""
        source = self.document.source_of(self.loc)
        return cure(self.annotation, self.details["input"], source, key=str(self.loc[-1]), holder=self.holder)

    def problem(self, code: Code, message: str, hint: str = "", *, of_key: bool = False) -> Problem:
        return Problem(self.document.position(self.loc, of_key=of_key), code, message, hint)


def _inner(value: Any, step: Step) -> object:
    """Return what stands at a step of a value, or None."""
    try:
        return value[step]
    except (LookupError, TypeError):
        return None


def validate(
    value: object, record_type: type, document: Document, zone: str | None = None
) -> tuple[Any, list[Problem]]:
    """Return the record of `record_type` that `value` describes, or None and the problems, a hundred at most.

    Times of day are by the clock of `zone`, if they do not say of what clock they are.
    """
    try:
        return _adapter(record_type).validate_python(value, context={ZONE: zone}), []
    except ValidationError as error:
        told = islice(_significant(error), MAX_TOLD)
        refusals = [_Refusal(details, record_type, value, document) for details in told]
        is_draft = isinstance(value, Mapping) and value.get("state") == State.DRAFT
        pairs = [(one, _as_note(one) if is_draft and one.is_of_lack else _as_problem(one)) for one in refusals]
        return None, [problem for refusal, problem in pairs if not _is_told_by_another(refusal, pairs)]


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def _significant(error: ValidationError) -> Iterator[ErrorDetails]:
    """Leave out lists that are only too short because their items were refused."""
    for details in error.errors(include_url=False):
        counted = details.get("ctx", {}).get("min_length", 1)
        if details["type"] == "too_short" and len(details["input"]) >= counted:
            continue
        yield details


def _is_told_by_another(refusal: _Refusal, told: Sequence[tuple[_Refusal, Problem]]) -> bool:
    """Return whether a key is missing only because it stands there under another name, which is told already."""
    if refusal.details["type"] != "missing":
        return False
    return any(
        other.details["type"] == "unexpected_keyword_argument"
        and other.way[:-1] == refusal.way[:-1]
        and refusal.key in _KEY_MEANT.findall(problem.hint)
        for other, problem in told
    )


def _as_problem(refusal: _Refusal) -> Problem:
    kind, value = refusal.details["type"], refusal.details["input"]
    if kind in _OWN_CODES:
        return _own_problem(refusal, _OWN_CODES[kind])
    if kind == "unexpected_keyword_argument":
        return _unknown_key(refusal)
    lacking = _MISSING.get((refusal.holder, refusal.key)) if refusal.holder else None
    if lacking is not None and (kind in {"missing", "too_short"} or value is None):
        return refusal.problem(lacking, *_MISSING_MESSAGE[lacking])
    if kind == "missing":
        return refusal.problem(Code.MISSING_KEY, f"the key '{refusal.key}' is missing", _addition(refusal))
    if kind in {"literal_error", "enum"} and isinstance(value, str):
        return _unknown_word(refusal)
    return _wrong_value(refusal)


def _as_note(refusal: _Refusal) -> Problem:
    return replace(_as_problem(refusal), code=Code.DRAFT_LACKS)


def _own_problem(refusal: _Refusal, code: Code) -> Problem:
    context = refusal.details["ctx"]
    hint = context.get("hint", "")
    if AMOUNT in context:
        in_braces = refusal.document.is_in_braces(refusal.loc)
        hint = amounts.advice(refusal.key, context[AMOUNT], refusal.beside, in_braces=in_braces)
    elif code is Code.BAD_DATE and refusal.holder is Source and refusal.key == "published" and _NOBODY_KNOWS in hint:
        hint = f"take the key away and say 'unknown: [published]'; or {hint}"
    elif code is Code.BAD_DATE and refusal.key in _BOUNDS and _is_open(refusal.details["input"]):
        hint = f"leave {refusal.key} away: without it, nobody says {_BOUNDS[refusal.key]}"
    elif not hint and code is Code.WRONG_TYPE:
        hint = refusal.cure
    elif not hint and code is Code.UNKNOWN_CLAIM:
        hint = claim_form(refusal.details["input"])
    return refusal.problem(code, context["message"], hint)


def _is_open(typed: object) -> bool:
    """Return whether a bound of a fact says that there is none, or that it is not known."""
    text = str(typed).strip().lower()
    return text in _STILL or amounts.is_not_known(text)


def _unknown_key(refusal: _Refusal) -> Problem:
    key, holder = refusal.key, refusal.holder
    known = list(keys_of(holder)) if holder else []
    meant = gathered(holder, {**refusal.beside, key: refusal.details["input"]})
    alone = _alone_in_braces(refusal, holder)
    meant = meant or (place_typed(key, refusal.details["input"], refusal.beside) if "at" in known else "")
    meant = meant or (typed_point(refusal.details["input"]) if holder is Place else "")
    hint = _misspelt(key, known) or meant or instead_of_key(holder, key) or alone or _value_for_key(refusal, holder)
    hint = hint or as_value(holder, key, refusal.details["input"], refusal.beside)
    if not hint and refusal.details["input"] is None and refusal.document.is_in_braces(refusal.loc):
        hint = did_you_mean(key, known) or f"text with a comma in it needs quotes; known keys: {', '.join(known)}"
    hint = hint or _near(refusal, key, known) or f"known keys: {', '.join(known)}"
    return refusal.problem(Code.UNKNOWN_KEY, f"'{key}' is no key here", hint, of_key=True)


def _alone_in_braces(refusal: _Refusal, holder: type | None) -> str:
    """Return what to write for an id that stands alone in braces, without its key."""
    is_alone = refusal.details["input"] is None and refusal.document.is_in_braces(refusal.loc)
    first = next(iter(keys_of(holder).items())) if holder and is_alone else None
    is_lacking = first is not None and first[0] not in refusal.beside
    return f"write {first[0]}: {refusal.key}" if first and is_lacking and takes(first[1], refusal.key) else ""


def _value_for_key(refusal: _Refusal, holder: type | None) -> str:
    """Return what to write for {id: note}, where the id is no key but the value of the first."""
    said = refusal.details["input"]
    first = next(iter(keys_of(holder).items())) if holder and "-" in refusal.key else None
    if first is None or first[0] in refusal.beside or not isinstance(said, str) or not words_of(first[1]):
        return ""
    return f"write {first[0]}: {refusal.key}" if takes(first[1], refusal.key) else ""


def _near(refusal: _Refusal, key: str, known: Sequence[str]) -> str:
    """Return the key that is meant, or whose it is; the same word in another case or number comes first."""
    folded = key.lower().replace("-", "_")
    same = next((one for one in known if one in {folded, f"{folded}s", folded.removesuffix("s")}), None)
    if same is not None:
        return f"did you mean '{same}'?"
    return whose_key(refusal.record_type, refusal.loc, key) or did_you_mean(key, known)


def _misspelt(key: str, known: Sequence[str]) -> str:
    """Return how a key is typed that lacks its colon, or the space behind it."""
    name, colon, value = key.partition(":")
    if colon and value:
        return f"put a space behind the colon: {name}: {value}"
    name, sign, value = (part.strip() for part in key.partition("="))
    if sign and name in known:
        return f"write {name}: {value}"
    name, space, value = key.partition(" ")
    return f"put a colon behind {name}: {name}: {value}" if space and name in known else ""


def _addition(refusal: _Refusal) -> str:
    """Return how a key that is missing is added."""
    if (refusal.holder, refusal.key) == (Source, "title"):
        return "add 'title: …'; what bears no title is called what it is: Post of 5 March 2031"
    if (refusal.holder, refusal.key) == (Archive, "date") and (
        day := urls.day_of_capture(str(refusal.beside.get("url")))
    ):
        return f"add 'date: {day}', as its address says"
    words = get_args(bare(refusal.annotation)) if refusal.annotation is not None else ()
    words = words or STANDARD_WORDS.get(words_of(refusal.annotation), ())
    if words and all(isinstance(word, str) for word in words):
        return f"add '{refusal.key}:' with one of: {', '.join(words)}"
    form = blank_of(refusal.annotation)
    return f"add '{refusal.key}: {form}'"


def _unknown_word(refusal: _Refusal) -> Problem:
    word = str(refusal.details["input"])
    known = _expected(refusal)
    meant = calendar_meant(word) if refusal.key == "calendar" else fixed_word(refusal.key, word, known)
    hint = meant or did_you_mean(word, known) or _one_of(refusal)
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
        name, space, rest = key.partition(" ")
        hint = f"put a colon behind {name}: {name}: {rest}" if value is None and space else _GIVE_OR_REMOVE
        return refusal.problem(Code.EMPTY_VALUE, f"'{key}' has no value", hint)
    if isinstance(value, Surprise | bool | int | float) and kind in _WANT_TEXT:
        return _not_read_as_text(refusal)
    if isinstance(value, Surprise) and kind in _WANT_NUMBER:
        message = f"'{key}' takes {_wanted(kind)}, and '{value.text}' is not read as one by every YAML tool"
        return refusal.problem(Code.SURPRISING_TYPE, message, refusal.cure)
    if kind.endswith("_type") or kind in _WANTED:
        wanted = "one id" if kind == "string_type" and words_of(refusal.annotation) else _wanted(kind)
        message = f"'{key}' takes {wanted}, not {_kind_of(value)}"
        return refusal.problem(Code.WRONG_TYPE, message, _one_of(refusal) if kind in _WORDS else refusal.cure)
    return refusal.problem(Code.BAD_VALUE, f"'{key}': {refusal.details['msg'].lower()}")


def _not_read_as_text(refusal: _Refusal) -> Problem:
    value, kind = refusal.details["input"], refusal.details["type"]
    if isinstance(value, Surprise):
        text, reads_as = value.text, value.reads_as
    else:
        text = refusal.document.text_of(refusal.loc) or str(value)
        reads_as = "true or false" if isinstance(value, bool) else "a number"
    if kind not in _WORDS and (refused := _refused_text(refusal, text)):
        return refused
    message = f"'{refusal.key}: {text}' is read as {reads_as} by YAML tools, not as text"
    hint = _one_of(refusal) if kind in _WORDS else f"write {quoted(straight(text))} in quotes"
    if refusal.key in _REASONS and isinstance(value, bool):
        hint = "say why, in words"
    return refusal.problem(Code.SURPRISING_TYPE, message, hint)


def _refused_text(refusal: _Refusal, text: str) -> Problem | None:
    """Return what is wrong with a text that quotes would not mend."""
    try:
        _adapter(refusal.annotation).validate_python(text)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        if details["type"] in _OWN_CODES:
            context = details["ctx"]
            return refusal.problem(_OWN_CODES[details["type"]], context["message"], context.get("hint", ""))
    return None


_WORDS: Final = frozenset({"literal_error", "enum"})
_WANT_NUMBER: Final = frozenset({"int_type", "int_from_float", "float_type"})
_WANT_TEXT: Final = _WORDS | {"string_type"}
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


def _kind_of(value: object) -> str:
    if isinstance(value, Mapping):
        return "keys with values"
    if isinstance(value, Surprise):
        return f"'{value.text[:40]}'"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{str(value)[:40]}'"
