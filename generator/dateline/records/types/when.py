"""Dates in records: EDTF as editors type it, of the Gregorian calendar or of another one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import PlainSerializer, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from dateline.ground import dates
from dateline.ground.dates import Edtf
from dateline.ground.problems import Code, did_you_mean
from dateline.ground.yamltree import Surprise
from dateline.records.types.fields import MAX_SHOWN, refuse

ZONE: Final = "zone"
"""What the context of a validation calls the zone whose clock shows the times of day."""
CalendarName = Literal[
    "gregorian",
    "julian",
    "hijri",
    "hebrew",
    "persian",
    "coptic",
    "armenian",
    "french-republican",
    "indian-civil",
    "bahai",
]
"""The calendars that a date may be of; hijri is the civil one, whose day may be the one before or after."""
_CALENDARS: Final = get_args(CalendarName)
_CALLED: Final = {
    **dict.fromkeys(("islamic", "muslim", "ah", "hijra", "hegira", "lunar-hijri", "umm-al-qura", "هجري"), "hijri"),
    **dict.fromkeys(("jewish", "anno-mundi"), "hebrew"),
    **dict.fromkeys(("old-style", "o.s.", "os", "orthodox"), "julian"),
    **dict.fromkeys(("new-style", "n.s.", "ns", "western", "civil", "common", "iso", "proleptic"), "gregorian"),
    **dict.fromkeys(("jalali", "shamsi", "iranian", "solar-hijri", "afghan"), "persian"),
    **dict.fromkeys(("saka", "indian", "indian-national"), "indian-civil"),
    **dict.fromkeys(("french", "republican", "revolutionary"), "french-republican"),
    **dict.fromkeys(("alexandrian", "egyptian"), "coptic"),
}
"""What editors call a calendar otherwise."""
_NOT_RECKONED: Final = frozenset({
    *("ethiopian", "ethiopic", "chinese", "japanese", "korean", "buddhist", "thai", "roman", "mayan", "maya"),
    *("byzantine", "nepali", "vikram-samvat", "hindu", "minguo", "assyrian", "babylonian", "attic", "lunar"),
})  # fmt: skip
_KEYS: Final = frozenset({"date", "calendar"})
_GREGORIAN: Final = "gregorian"
_READ_OTHERWISE: Final = re.compile(r"0[0-9]{3}|-[0-9]+")
"""A year that YAML tools read as a number: 0476 is 318 to some, -0430 is -280."""
_CLOCK: Final = re.compile(r"[Tt ]\s*[0-9]{1,2}:")
_LEAST_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as an editor typed it, with the calendar that it is of."""

    date: object
    calendar: str


def by_its_calendar(value: Any) -> Any:
    """Return the plain values of a record with its date, of which `calendar` says the calendar, as one."""
    if not isinstance(value, Mapping) or "date" not in value or isinstance(value["date"], Edtf | CalendarDate | dict):
        return value
    calendar = value.get("calendar")
    if not isinstance(calendar, str) or calendar not in _CALENDARS or calendar == _GREGORIAN:
        return value
    return {**value, "date": CalendarDate(value["date"], calendar)}


def read_date(value: object, zone: str | None = None) -> Edtf:
    """Return the date that a plain value is, as an editor typed it; raises what the loader tells.

    Its times are by the clock of `zone`, if they do not say of what clock they are.
    """
    if isinstance(value, Edtf):  # of a record made from another
        return value
    if value is None:
        raise refuse(Code.EMPTY_VALUE, "the date has no value", "give it one, or remove the key if it may be missing")
    if isinstance(value, dict) and value.keys() == _KEYS:
        value = CalendarDate(value["date"], _checked_calendar(value["calendar"]))
    typed = value if isinstance(value, CalendarDate) else CalendarDate(value, _GREGORIAN)
    if isinstance(typed.date, list | dict):
        raise _bracketed(typed.date)
    text = _as_typed(typed.date)
    try:
        return dates.parse(text, zone, None if typed.calendar == _GREGORIAN else typed.calendar)
    except dates.DateError as error:
        raise refuse(Code.BAD_DATE, error.problem, error.cure) from None


def _read_when(value: object, info: ValidationInfo) -> Edtf:
    return read_date(value, (info.context or {}).get(ZONE))


def _as_typed(value: object) -> str:
    """Return a date as the editor typed it; a number of fewer than four digits is a year only with three."""
    if isinstance(value, Surprise):
        if value.text.startswith("{"):
            message = f"{value.text} without quotes is {value.reads_as} to YAML, not a date"
            raise refuse(Code.BAD_DATE, message, f'put quotes around it: write "{value.text}"')
        if _CLOCK.search(value.text) and dates.is_date(value.text):
            message = f"'{value.text}' without quotes is a time of another clock, or text, to other YAML tools"
            raise refuse(Code.SURPRISING_TYPE, message, f'put quotes around it: write "{value.text}"')
        if _READ_OTHERWISE.fullmatch(value.text):
            raise _without_quotes(value.text)
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value < 0:
        raise _without_quotes(str(value))
    if isinstance(value, int) and len(str(value)) < _LEAST_DIGITS:
        message = f"'{value}' may be a year, a month or a day"
        raise refuse(Code.BAD_DATE, message, f'for the year {value} write "{value:04}"')
    return f"{value:04}" if isinstance(value, int) else str(value)


def _without_quotes(text: str) -> PydanticCustomError:
    """Return the error of a year that is a number to YAML tools, and another one to some."""
    begins = "a sign" if text[0] == "-" else "a zero"
    number = f"{text[:1] if text[0] == '-' else ''}{text.lstrip('-').zfill(4)}"
    if text[0] == "-" and len(text) < len("-0430") and int(text):  # people count 431 BCE as -431
        both = (f'"{number}"', f'"-{-int(number) - 1:04}"')
        told = (f"{written} for {dates.in_words(dates.parse(written.strip(chr(34))))}" for written in both)
        return refuse(
            Code.SURPRISING_TYPE,
            f"'{text}' is a number to YAML tools",
            f"put quotes around it: write {', or '.join(told)}",
        )
    octal = int(number, 8) if number.lstrip("-")[0] == "0" and not set(number) & set("89") else None
    is_other = f"the number {octal}" if octal is not None and text == number else "a number"
    message = f"'{text}' begins with {begins} and is {is_other}, or text, to other YAML tools"
    return refuse(Code.SURPRISING_TYPE, message, f'put quotes around it: write "{number}"')


def _checked_calendar(name: object) -> str:
    if isinstance(name, str) and name in _CALENDARS:
        return name
    known = f"one of: {', '.join(_CALENDARS)}"
    hint = calendar_meant(name) or did_you_mean(name, _CALENDARS) or known if isinstance(name, str) else known
    raise refuse(Code.UNKNOWN_WORD, f"'{str(name)[:MAX_SHOWN]}' is no calendar that is known here", hint)


def calendar_meant(name: str) -> str:
    """Return which calendar somebody means who calls it otherwise, or what to do without it; nothing for others."""
    folded = "-".join(name.casefold().replace("_", " ").split()).removesuffix("-calendar")
    if folded in _NOT_RECKONED:
        return "it is not reckoned here: write the Gregorian date, and what the source says into date_wording"
    meant = folded if folded in _CALENDARS else _CALLED.get(folded)
    return f"did you mean '{meant}'?" if meant else ""


def _bracketed(value: list[object] | dict[str, object]) -> PydanticCustomError:
    """Return the error of a set without quotes, which YAML reads as a list or as keys."""
    name = "a list" if isinstance(value, list) else "keys with values"
    is_plain = all(isinstance(item, str | int | Surprise) for item in value)
    is_set = is_plain and (isinstance(value, list) or not any(value.values()))
    opening, closing = "[]" if isinstance(value, list) else "{}"
    inside = ",".join(str(getattr(item, "text", item)) for item in value) if is_set else ""
    if not inside or len(inside) > MAX_SHOWN:
        return refuse(
            Code.BAD_DATE, f"this is {name}, not a date", 'a date is one value, such as 2017-11-17 or "[..2017-11-17]"'
        )
    told = f"{opening}{inside}{closing}"
    cure = f'put quotes around it: write "{told}"'
    if not dates.is_date(told):  # Quotes alone would not mend it.
        try:
            dates.parse(told)
        except dates.DateError as error:
            cure = error.cure
    return refuse(Code.BAD_DATE, f"{told} without quotes is {name} to YAML, not a date", cure)


def _written(when: Edtf) -> str | dict[str, str]:
    return {"date": when.text, "calendar": when.calendar} if when.calendar else when.text


When = Annotated[
    Edtf,
    PlainValidator(_read_when),
    PlainSerializer(_written),
    WithJsonSchema(
        {
            "type": ["string", "integer", "object"],
            "examples": ["2017-11-17", "2017-11", "2017-11~", "2017-11-10/2017-11-13", "[2017-11-10..2017-11-13]"],
            "propertyNames": {"enum": sorted(_KEYS)},
            "required": sorted(_KEYS),
        }
    ),
]
"""A date in EDTF; where it is of another calendar, {date, calendar}."""
