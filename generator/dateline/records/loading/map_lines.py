"""Lines of the maps, read from content/geodata/ with the texts in them checked as any text of a record is."""

from functools import cache
from typing import Final

from pydantic import TypeAdapter, ValidationError

from dateline.ground.geodata import BadGeodataError, Flaw, Geodata, parse
from dateline.ground.problems import Code, Position, Problem, Severity
from dateline.records.loading.characters import cleaned, controls
from dateline.records.types.fields import Text

_HALF: Final = "string_unicode"
"""Pydantic's word for a text with a lone surrogate, which JSON can spell."""


def lines_of(text: str, shown: str) -> Geodata | list[Problem]:
    """Return the lines of a GeoJSON file, or everything that is wrong with it."""
    try:
        return parse(text, _flaw_of)
    except BadGeodataError as error:
        return [
            Problem(Position(shown, flaw.line, flaw.column), flaw.code, flaw.message, flaw.hint) for flaw in error.flaws
        ]


def _flaw_of(text: str) -> Flaw | None:
    try:
        _adapter().validate_python(text)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        if details["type"] == _HALF:
            return Flaw("half a character stands here, which no page can show", "write the whole character")
        context = details.get("ctx", {})
        code = Code(details["type"]) if details["type"] in set(Code) else Code.BAD_GEODATA
        return Flaw(context.get("message", details["msg"]), context.get("hint", ""), code)
    told = (*controls(text, 1, ""), *cleaned(text, "")[1])
    wrong = next((problem for problem in told if problem.severity is Severity.ERROR), None)
    return Flaw(wrong.message, wrong.hint, wrong.code) if wrong is not None else None


@cache
def _adapter() -> TypeAdapter[str]:
    return TypeAdapter(Text)
