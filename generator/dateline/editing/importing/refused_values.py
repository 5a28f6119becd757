"""What of a record's values no check takes, by their keys; what a draft lacks is no matter here."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from dateline.ground.problems import Code
from dateline.records.types.when import ZONE

_LACKS: Final = frozenset({"missing", "too_short", Code.MISSING_KEY.value})
_OWN: Final = {code.value: code for code in Code}


def refused_values(values: Mapping[str, Any], record_type: type, zone: str | None) -> dict[str, tuple[Code, str, str]]:
    """Return the keys whose values are refused, each with a code, what is wrong and what to do."""
    try:
        _adapter(record_type).validate_python(values, context={ZONE: zone})
    except ValidationError as error:
        return dict(_told(error))
    return {}


@cache
def _adapter(record_type: Any) -> TypeAdapter[Any]:
    return TypeAdapter(record_type)


def _told(error: ValidationError) -> Iterator[tuple[str, tuple[Code, str, str]]]:
    for one in error.errors(include_url=False):
        if one["type"] in _LACKS or one["input"] is None or not one["loc"]:
            continue
        code = _OWN.get(one["type"], Code.BAD_VALUE)
        context = one.get("ctx", {}) if one["type"] in _OWN else {}
        yield str(one["loc"][0]), (code, context.get("message", one["msg"]), context.get("hint", ""))
