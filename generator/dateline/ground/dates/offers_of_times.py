"""Times of day as people type them, and what to write for them."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.dates import zones
from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.edtf import read
from dateline.ground.dates.human import is_date, readings
from dateline.ground.dates.instants import offset
from dateline.ground.dates.refused import DateError
from dateline.ground.dates.told import in_words
from dateline.ground.dates.values import Edtf

_ZONE: Final = r"Z|UTC|GMT|(?:UTC|GMT)? ?[+-]\d{1,2}(?::?\d\d)?"
_CLOCK: Final = (
    r"(?P<{n}h>\d{{1,2}})(?:[:.h ]?(?P<{n}m>\d\d)(?::(?P<{n}s>\d\d)(?:[.,]\d+)?)?)?"
    r" ?(?P<{n}half>[ap]\.?m\.?)?(?: ?(?:hrs|hours|h|o['’]clock|uhr))?"
)
_ONE: Final = _CLOCK.format(n="a") + rf" ?(?P<zone>{_ZONE})?"
_UNTIL: Final = r" ?(?:-|–|to|until|till|and|/) ?"
_TWO: Final = _CLOCK.format(n="a") + _UNTIL + _CLOCK.format(n="b") + rf" ?(?P<zone>{_ZONE})?"
_ON: Final = r",?(?: on(?: the)?| of)? "
_FORMS: Final = tuple(
    re.compile(f"(?i){form}")
    for form in (
        rf"(?P<day>.*\d{{3,4}}|.*\d)(?:T|,? (?:at )?(?:from |between )?)(?:{_TWO})",
        rf"(?:at |from |between )?(?:{_TWO}){_ON}(?P<day>\D*\d.*)",
        rf"(?P<day>.*\d{{3,4}}|.*\d)(?:T|,? (?:at )?)(?:{_ONE})",
        rf"(?:at )?(?:{_ONE}){_ON}(?P<day>\D*\d.*)",
    )
)
_CLOCK_ALONE: Final = re.compile(f"(?i){_ONE}")
_IS_CLOCK: Final = re.compile(r"\d[:h]\d\d|\d ?[ap]\.?m")
_NAMED: Final = {"noon": "12:00", "midday": "12:00"}
_PARTS: Final = (
    "early hours|first hours|small hours|morning|noon|midday|afternoon|evening|night|midnight|dawn|dusk|daybreak"
    "|sunrise|sunset"
)
_NEAR: Final = "(?:(?:shortly|just|soon|right) (?:before|after) )?"
_NEARLY: Final = re.compile("(?:shortly|just|soon|right) ")
_PART_OF_A_DAY: Final = re.compile(
    rf"(?i)(?P<day>.+?),? (?:in the |at |the |(?:early|late) )*(?P<part>{_NEAR}(?:{_PARTS}))"
    rf"|(?:(?:in|on|during) the |at |the |(?:early|late) )*(?P<which>{_NEAR}(?:{_PARTS}))"
    r"(?: of| on|,)?(?: the)? (?P<other>.+)"
)
_SAME_DAY: Final = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<first>\d\d:\d\d(?::\d\d)?)(?:/|\.\.)T?(?P<last>\d\d:\d\d(?::\d\d)?)"
)
_TWELVE: Final = re.compile(r"(?i)\b12(?:[:.]00)? (?=(?:noon|midnight)\b)")
_ENDS: Final = (
    (re.compile(rf"(?i)(?<=\d)((?: ?[ap]m)?)({_UNTIL})midnight\b"), r"\1\g<2>24:00"),
    (re.compile(rf"(?i)(?<=\d)((?: ?[ap]m)?)({_UNTIL})(?:noon|midday)\b"), r"\1\g<2>12:00"),
    (re.compile(rf"(?i)\b(?:noon|midday)(?={_UNTIL}\d)"), "12:00"),
    (re.compile(rf"(?i)\bmidnight(?={_UNTIL}\d)"), "00:00"),
)
"""Noon and midnight at an end of some hours."""
_OTHER_CLOCK: Final = re.compile(
    r"(?P<before>.*\d(?: ?[aApP]\.?[mM]\.?)?),? (?P<clock>(?!UTC|GMT)[A-Z]{2,4}T|(?:[^\W\d]+ ){1,3}time)\b(?P<after>.*)"
)
"""A time by a clock that has a name."""
_OF_A_ZONE: Final = re.compile(r"(?P<before>.*\d) ?\[?(?P<zone>[A-Z][A-Za-z]*(?:/[A-Za-z_+-]+)+)\]?")
_BEHIND_UTC: Final = re.compile(
    r"(?i)(?P<day>\d{4}-\d\d-\d\d)(?P<sign>T| )(?P<clock>\d\d:\d\d)(?:(?P<second>:\d\d)(?:[.,]\d+)?)?"
    r" ?-(?P<behind>(?:0\d|1[0-2]):?(?:00|30|45))"
)
_ABOUT: Final = re.compile(
    r"(?i),?(?:^| )(?:at )?(?:about|around|circa|ca\.?|c\.|approx\.?|approximately|~) ?"
    r"(?=\d{1,2}[:.h]\d\d\b|\d{4} ?(?:hrs|hours|Z)\b|\d{1,2} ?[ap]\.?m)"
)
_ONE_TIME: Final = re.compile(r'write "(?P<time>[^"/]+T[^"/]+)" for [^;]*')
_NEXT: Final = "T24:00"
_WHOLE_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NOON: Final = 12


def timed(text: str) -> str | None:
    """Return what to write for a text that names a time of day; None where it names none, or no day."""
    text = _TWELVE.sub("", text)
    for pattern, instead in _ENDS:
        text = pattern.sub(instead, text)
    if said := _by_another_clock(text) or _behind_utc(text):
        return said
    if (found := _SAME_DAY.fullmatch(text)) and is_date(found["day"]):
        return _lasted_or_within(*_on_its_days(found["day"], [f"T{found[side]}" for side in ("first", "last")]))
    if found := _PART_OF_A_DAY.fullmatch(text):
        return _part_of_a_day(found)
    if (plain := _ABOUT.sub(" ", text).strip()) != text:
        return _about(timed(plain) or "")
    for form in _FORMS:
        found = form.fullmatch(text)
        if found is not None and (said := _said(found)):
            return said
    return None


def _behind_utc(text: str) -> str | None:
    """Return what to write for a time with a clock behind UTC, which looks like a time until another."""
    found = _BEHIND_UTC.fullmatch(text)
    if found is None or not is_date(found["day"]):
        return None
    time = f"{found['day']}T{found['clock']}{found['second'] or ''}"
    told = f"{time}-{found['behind'][:2]}:{found['behind'][-2:]}"
    if not is_date(told):
        return None
    said = f'write "{told}"'
    if found["sign"].strip() or found["second"]:
        return f"{said} for {in_words(sketched(told))}"
    until = f"T{found['behind'][:2]}:{found['behind'][-2:]}"
    lasted = _lasted_or_within(*_on_its_days(found["day"], [f"T{found['clock']}", until]))
    return f"{lasted}; if its clock was behind UTC by so much, {said}"


def _by_another_clock(text: str) -> str | None:
    """Return what to write for a time by a clock that has a name; None for another text."""
    if (found := _OF_A_ZONE.fullmatch(text)) and found["zone"] in zones.names():
        return _of_zone(timed(found["before"]) or "", found["zone"])
    found = _OTHER_CLOCK.fullmatch(text)
    said = timed(f"{found['before']}{found['after']}") if found else None
    if found is None or said is None:
        return None
    return (
        f"{said}; if {found['clock']} is not the chronology's, put behind the time how far it was ahead of UTC, "
        "as +02:00"
    )


def _of_zone(said: str, zone: str) -> str | None:
    """Return what to write for a time by the clock of a zone, from what is written for the time."""
    found = _ONE_TIME.fullmatch(said)
    if found is None:
        return None
    try:
        instant = read(found["time"], zone).instant
    except DateError as error:
        return error.cure
    told = f"{found['time']}{offset(instant.shift)}" if instant else ""
    return f'write "{told}" for {in_words(sketched(told))}' if told and is_date(told) else None


def _about(said: str) -> str | None:
    """Return what to write for about a time, from what is written for the time."""
    found = _ONE_TIME.fullmatch(said)
    return f'write "{found["time"]}~" for {in_words(sketched(found["time"] + "~"))}' if found else None


def clock_alone(text: str) -> str:
    """Return the time of a text that names no day: "T14:30"; "" for another text."""
    plain = text.lower().removeprefix("at ").removeprefix("about ")
    if plain in _NAMED:
        return f"T{_NAMED[plain]}"
    if plain == "midnight":
        return "T00:00"
    found = _CLOCK_ALONE.fullmatch(plain) if _IS_CLOCK.search(plain) else None
    side = _side(found, "a") if found else ""
    return side if found and is_date(f"2031-03-06{side}") else ""


def sketched(text: str) -> Edtf:
    """Return a date that is only to be offered: its times are of no zone, as long as nobody knows of which."""
    try:
        return read(text)
    except DateError:
        return read(text, "UTC")


def _said(found: re.Match[str]) -> str | None:
    days = [day for day in readings(found["day"]) if _WHOLE_DAY.fullmatch(day)]
    zone = _zone(found["zone"] or "")
    sides = [_side(found, name) for name in ("a", "b") if f"{name}h" in found.groupdict()]
    if len(sides) > 1 and not sides[0] and found["bhalf"]:
        sides[0] = _before(found)
    if not days or not all(sides):
        return None
    spans = [[f"{one}{zone}" for one in _on_its_days(day, sides)] for day in days if is_date(day)]
    told = [span for span in spans if all(map(_is_time, span))]
    if not told:
        return None
    if len(sides) == 1:
        return "write " + ", or ".join(f'"{one}" for {in_words(sketched(one))}' for (one,) in told)
    return _lasted_or_within(*told[0])


def _on_its_days(day: str, sides: list[str]) -> list[str]:
    """Return times with their days: one that is over before it begins ends on the next day, as does 24:00."""
    following = str(Day.fromisoformat(day).shifted(1))
    told = [f"{following}T00:00" if side == _NEXT else f"{day}{side}" for side in sides]
    return [told[0], f"{following}{sides[1]}"] if len(sides) > 1 and sides[1] < sides[0] else told


def _lasted_or_within(first: str, last: str) -> str:
    return f'write "{first}/{last}" if it lasted, "[{first}..{last}]" if it was some time within'


def _side(found: re.Match[str], name: str) -> str:
    """Return a time as EDTF has it; "" where a number alone may be anything."""
    hour, minute, second, half = (found[f"{name}{part}"] for part in ("h", "m", "s", "half"))
    hours, part = int(hour), (half or "").lower().replace(".", "")
    if not (minute or part) or (part and not 1 <= hours <= _NOON):
        return ""
    if part in {"pm", "am"}:
        hours = hours % _NOON + (_NOON if part == "pm" else 0)
    return f"T{hours:02}:{minute or '00'}" + (f":{second}" if second else "")


def _before(found: re.Match[str]) -> str:
    """Return the beginning of some hours that says neither am nor pm: it is before their end, 11 to 2 pm too."""
    hour, end = int(found["ah"]), int(found["bh"])
    if not (1 <= hour <= _NOON and 1 <= end <= _NOON):
        return ""
    is_afternoon = found["bhalf"].lower().startswith("p")
    is_same = hour % _NOON < end % _NOON
    return f"T{hour % _NOON + (_NOON if is_afternoon is is_same else 0):02}:{found['am'] or '00'}"


def _zone(text: str) -> str:
    """Return how far a clock is ahead of UTC as ISO 8601 writes it."""
    offset = re.sub(r"(?i)utc|gmt| ", "", text)
    if not offset or offset.upper() == "Z":
        return "Z" if text else ""
    sign, hours, minutes = offset[0], *_halves(offset[1:])
    return f"{sign}{hours:02}:{minutes:02}"


def _halves(text: str) -> tuple[int, int]:
    digits = text.replace(":", "")
    return (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))  # noqa: PLR2004 - an hour's


def _is_time(text: str) -> bool:
    try:
        return sketched(text).has_times
    except DateError:
        return False


def _part_of_a_day(found: re.Match[str]) -> str | None:
    told, part = found["day"] or found["other"], (found["part"] or found["which"]).lower()
    days = [day for day in readings(told) if _WHOLE_DAY.fullmatch(day)]
    if not days:
        return None
    if part in _NAMED:
        return "write " + ", or ".join(_named(days, part))
    if part == "midnight":
        return f'write "{days[0]}T00:00" if the day begins with it; the midnight that ends it is T00:00 of the next one'
    return (
        f"write {days[0]}, and {'' if _NEARLY.match(part) else 'the '}{part} into date_wording; "
        f'where a source gives hours, they are written as "{days[0]}T18:00/{days[0]}T21:30"'
    )


def _named(days: list[str], part: str) -> Iterator[str]:
    return (f'"{day}T{_NAMED[part]}" for {part}' for day in days)
