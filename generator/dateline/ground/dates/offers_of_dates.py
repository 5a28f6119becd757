"""What an editor may have meant by a text that is no date here, and what to write for it."""

import itertools
import re
from collections.abc import Callable, Iterable
from typing import Final

from dateline.ground import keyboard
from dateline.ground.dates import human
from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.counted_otherwise import counted_otherwise
from dateline.ground.dates.edtf import read
from dateline.ground.dates.human import is_date, readings
from dateline.ground.dates.in_two_calendars import in_two_calendars
from dateline.ground.dates.lacking import goes_on, lacking, relative, unknown
from dateline.ground.dates.offered import one_of, typed
from dateline.ground.dates.offers_of_calendars import of_other_calendar, of_this_calendar
from dateline.ground.dates.offers_of_eras import of_era
from dateline.ground.dates.offers_of_feasts import of_feast
from dateline.ground.dates.offers_of_level_two import of_level_two
from dateline.ground.dates.offers_of_spans import is_in_order, lasting, of_parts, out_of_order
from dateline.ground.dates.offers_of_times import timed
from dateline.ground.dates.offers_of_weekdays import weekday_is_wrong
from dateline.ground.dates.reckoned import reckoned
from dateline.ground.dates.respelt import respelt
from dateline.ground.dates.retyped import give_or_take, in_brackets, retyped
from dateline.ground.dates.roman_days import roman_day
from dateline.ground.dates.told import in_words
from dateline.ground.dates.values import MONTHS

_SIGNS: Final = str.maketrans(dict.fromkeys(keyboard.HYPHENS, "-") | dict.fromkeys(keyboard.DASHES, "–"))
_BEFORE: Final = re.compile(
    r"(?i)(?:(?:some time |sometime |shortly |just )?(?:before|prior to|earlier than)|<|ante) ?(?P<date>.+)"
)
_AFTER: Final = re.compile(
    r"(?i)(?:(?:some time |sometime |shortly |just )?(?:after|later than)|>|post)[ -]?(?P<date>.+)"
)
_UNTIL: Final = re.compile(
    r"(?i)(?:until|till|til|up to|up until|by|to|through|thru|no later than|not later than|not after"
    r"|at (?:the )?latest(?: by| on)?|on or before|<=|≤|\.\.) ?(?P<date>.+)"
    r"|(?P<other>.+?),? (?:or (?:earlier|before)|at (?:the )?latest)"
)
_SINCE: Final = re.compile(
    r"(?i)(?:(?:(?:still )?ongoing |going on )?since|from|starting(?: on)?|beginning(?: on)?|as (?:of|from)"
    r"|no earlier than|not earlier than|not before|at (?:the )?earliest|on or after|>=|≥) ?(?P<date>.+?)"
    r"(?: on(?:wards?)?| and after)?|(?P<other>.+?)(?: ?\+|,? (?:and |or )?(?:on(?:wards?)?|later|after"
    r"|at (?:the )?earliest)|/|/(?:open|unknown|)| ?[-–]| to| until| ?\.\.|[ -](?:and )?(?:still )?(?:present|ongoing))"
)
_BETWEEN: Final = re.compile(r"(?i)(?:some time |sometime )?between (?P<begin>.+?) (?:and|&|to) (?P<end>.+)")
_FROM_TO: Final = re.compile(
    r"(?i)(?:from )?(?P<begin>.+?)(?: ?\.{2,} ?| ?… ?| to | until | till | thru | through | ?– ?| -+ )(?P<end>.+)"
)
_ABOUT: Final = re.compile(r"(?i)(?:circa|cca\.?|ca\.?|c\.|about|around|approximately|roughly) ?(?P<dates>.+)")
_SLASHED: Final = re.compile(r"(?P<begin>.+?) ?/ ?(?P<end>.+)")
_HYPHENED: Final = re.compile(
    r"(?P<begin>\d{4}-\d\d-\d\d)-(?P<end>\d{4}-\d\d-\d\d|\d\d)|(?P<y1>\d{3}[\dX]|\d{8})-(?P<y2>\d{3}[\dX]~?|\d\d|\d{8})"
    r"|(?P<d1>[^\W\d]+ \d{1,2}|\d{1,2}|[^\W\d]+)-(?P<d2>\d{1,2},? .+|[^\W\d]+,? .+)"
)
_STILL: Final = re.compile(
    r"(?i)(?:still )?(?:and )?(?:present|now|ongoing)|today|current|date|open|unknown|\?|this day"
)
_NOT_KNOWN: Final = re.compile(r"(?i)unknown|\?|not known")
_OR: Final = re.compile(r"(?i) or | oder |\|")
_COMMA_OR: Final = re.compile(r"(?i),? or |, (?=\d)")
_AND: Final = re.compile(r"(?i),? and | & |; ?|, (?=\d)")
_BCE_SPAN: Final = re.compile(r"(?i)(?P<begin>\d{1,4}) ?[-–] ?(?P<end>\d{1,4} ?B\. ?C\..*|\d{1,4} ?BC.*)")
_WEEKDAY: Final = re.compile(r"(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ")
_NIGHT: Final = re.compile(
    r"(?i)(?:(?:on |in |during )?(?:the )?night (?:of |from |between )?(?:the )?|overnight,? )"
    r"(?P<dates>.+?(?P<sign> to | and |[-–/]).+)"
)
_WEEK_OF: Final = re.compile(
    r"(?i)(?:the )?(?:week (?:of|from|beginning|starting|commencing)|w/?[cb])(?: on)? (?P<day>.+)"
    r"|(?:the )?(?:week ending|w/?e)(?: on)? (?P<last>.+)|(?:the |on the )?weekend (?:of|beginning)(?: on)?"
    r" (?P<free>.+)"
)
_SATURDAY: Final = 5
_TWO_MONTHS: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])/(0[1-9]|1[0-2])")
_FEW_YEARS: Final = re.compile(r"(?P<first>\d{4})(?:[-–](?P<last>\d)|–(?P<dashed>\d\d))")
"""Years, the last of them cut off: 1990-5; two digits behind a hyphen are a month, behind a dash hardly."""
_OPEN_YEAR: Final = re.compile(r"[^\W\d] \d{3}-$")
"""A year of which the last digit is not known, behind a month."""
_MANY_YEARS: Final = 50
_FEW_DIGITS: Final = re.compile(r"\d{1,2}")
_SOME_YEAR: Final = re.compile(r"\d{3}|['’]\d\d|[^\W\d] (?:\d\d)?[-_]+$")
_SOME_DAY: Final = re.compile(r"[^\W\d]{3}")
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_STEM: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")


def advice(text: str, calendar: str | None = None) -> str | None:
    """Return what to write for a text, as the second half of a message; None where nothing comes to mind.

    Where the calendar is said beside it, the text is understood as a date of that one.
    """
    plain = _normalised(text)
    if calendar is not None:
        return next((said for one in (plain, *respelt(plain)) if (said := of_this_calendar(one, calendar))), None)
    for one in (plain, plain.replace("–", "-")):
        if one != text and is_date(one) and not _months(plain):
            return f"write {typed(one)}, in plain digits and hyphens"
    if said := _first_said(itertools.chain([plain], retyped(plain)), plain):
        return said
    told = dict.fromkeys(said for one in respelt(plain) if (said := _first_said((one, *retyped(one)), plain)))
    return "; or ".join(told) or None


def _first_said(texts: Iterable[str], typed_so: str) -> str | None:
    return next((said for one in texts if (said := _said(one, typed_so))), None)


def _said(one: str, typed_so: str) -> str | None:
    if one != typed_so and is_date(one):
        return f"write {one_of([one])}"
    return next((said for way in _WAYS if (said := way(one))), None)


def _normalised(text: str) -> str:
    """Return a text with the digits 0 to 9, letters that all patterns understand, plain hyphens and single spaces."""
    plain = keyboard.with_plain_letters(keyboard.with_plain_digits(text))
    return " ".join(plain.translate(_SIGNS).split())


# --- one date --------------------------------------------------------------------------------------------------------


def _single(text: str) -> str | None:
    found = readings(text)
    return f"write {one_of(found)}" if found else None


def _impossible(text: str) -> str | None:
    found = human.impossible(text)
    if found is None or found[0] == text:  # The problem says that itself.
        return None
    day, error = found
    problem = error.problem.partition("': ")[2]
    return f"{problem}: {of_other_calendar(day) or error.otherwise}"


def _no_such_month(text: str) -> str | None:
    found = human.impossible(text, "there is no month")
    if found is None or found[0] == text or found[0][5:7] == "00":
        return None
    problem = found[1].problem.partition("': ")[2]
    return f"{problem}: {found[1].otherwise}"


def _impossible_side(text: str) -> str | None:
    sides = (side for cut in _cuts(text) for side in cut)
    return next((said for side in sides if (said := _impossible(side))), None)


def _yearless(text: str) -> str | None:
    day = human.yearless(_WEEKDAY.sub("", text))
    said = f"the year is missing: put it before the month and the day, as 2031-{day}"
    return f"{said}; if nobody knows it, write XXXX-{day}" if day else None


def _without_year(text: str) -> str | None:
    """Return what to ask for where a span or a list of days has no year: "17 to 18 November"."""
    if _SOME_YEAR.search(text) or not _SOME_DAY.search(text):
        return None
    with_year = f"{text} 2031"
    found = next(
        (said for way in (_single, _between, _from_to, _since, _until, _listed) if (said := way(with_year))), None
    )
    return f"the year is missing: put it behind, as {with_year}, and it is told how to write that" if found else None


# --- sides and spans -------------------------------------------------------------------------------------------------


def _before(text: str) -> str | None:
    return _side(_BEFORE.fullmatch(text), lambda day: _beside(day, -1, 'write "[..{}]"'))


def _after(text: str) -> str | None:
    return _side(_AFTER.fullmatch(text), lambda day: _beside(day, 1, 'write "[{}..]"'))


def _beside(day: str, step: int, said: str) -> str:
    return said.format(human.neighbour(day, step) or day)


def _until(text: str) -> str | None:
    return _side(
        _UNTIL.fullmatch(text.removeprefix("/")) or (_ISO_STEM.fullmatch(text[1:]) if text[:1] == "/" else None),
        lambda day: f'if it was some time until then, write "[..{day}]"; if it lasted until then, ../{day}',
    )


def _since(text: str) -> str | None:
    return _side(
        None if _OPEN_YEAR.search(text) else _SINCE.fullmatch(text),
        lambda day: f'if it goes on since then, write {day}/..; if it was once, then or later, "[{day}..]"',
    )


def _side(found: re.Match[str] | None, said: Callable[[str], str]) -> str | None:
    if found is None:
        return None
    groups = found.groupdict()
    text = groups.get("date") or groups.get("other") or found[0].strip("/")
    days = _plain(readings(text))
    return "; or ".join(said(day) for day in days) if days else None


def _plain(found: Iterable[str]) -> list[str]:
    """Return the readings that may be the side of a span: those that are no sets."""
    return [one for one in found if one[:1] not in {"[", "{"}]


def _night(text: str) -> str | None:
    """Return what to write for a night of which both days are named, and for a week of which the first is."""
    if (found := _NIGHT.fullmatch(text)) and (ends := _ends(*(found["dates"].split(found["sign"], 1)))):
        return f'write "[{ends[0]}..{ends[1]}]", and the night into date_wording'
    if found := _WEEK_OF.fullmatch(text):
        typed_day = found["day"] or found["last"] or found["free"]
        days = [Day.fromisoformat(day) for day in readings(typed_day) if _ISO_DAY.fullmatch(day)]
        if found["free"]:
            firsts = [day.shifted(_SATURDAY - day.weekday()) for day in days if day.weekday() >= _SATURDAY]
            spans = [f"[{day}..{day.shifted(1)}]" for day in firsts]
        else:
            spans = [f"[{day.shifted(-6)}..{day}]" if found["last"] else f"[{day}..{day.shifted(6)}]" for day in days]
        return f"write {one_of(spans)}" if spans else None
    return None


def _few_digits(text: str) -> str | None:
    return f'for the year {int(text)} write "{int(text):04}"' if _FEW_DIGITS.fullmatch(text) and int(text) else None


def _between(text: str) -> str | None:
    found = _BETWEEN.fullmatch(text)
    ends = _ends(found["begin"], found["end"]) if found else None
    if found and not ends and (parts := of_parts(text, lambda _text: [(found["begin"], found["end"])])):
        return parts
    return (
        f'write "[{ends[0]}..{ends[1]}]" if it was some time between, {ends[0]}/{ends[1]} if it lasted'
        if ends
        else None
    )


def _from_to(text: str) -> str | None:
    if found := _ABOUT.fullmatch(text):
        spans = (ends for cut in _cuts(found["dates"]) if (ends := _ends(*cut)))
        for first, last in (tuple(f"{end.rstrip('~')}~" for end in ends) for ends in spans):
            return f'write "[{first}..{last}]" if it was some time within, {first}/{last} if it lasted'
    for begin, end in _cuts(text):
        if _NOT_KNOWN.fullmatch(end) and (days := _plain(readings(begin))):
            return f"if it lasted and nobody knows how long, write {days[0]}/.. and say so in date_note"
        if _STILL.fullmatch(end) and (days := _plain(readings(begin))):
            return f"if it still goes on, write {days[0]}/.."
        if ends := _ends(begin, end):
            first, last = ends
            lasted = f"if it lasted from the one to the other, write {first}/{last}"
            return f'{lasted}; if it was some time within, "[{first}..{last}]"'
    return None


def _cuts(text: str) -> Iterable[tuple[str, str]]:
    """Yield the ways to cut a text into a beginning and an end."""
    if found := _BCE_SPAN.fullmatch(text):
        yield found["begin"], found["end"]
    if found := _HYPHENED.fullmatch(text):
        yield found["begin"] or found["y1"] or found["d1"], found["end"] or found["y2"] or found["d2"]
    for found in re.finditer("-", text):
        begin, end = text[: found.start()], text[found.end() :]
        if re.search(r"\d{4}", begin) and (re.search(r"\d{4}", end) or _STILL.fullmatch(end)):
            yield begin, end
    for pattern in (_FROM_TO, _SLASHED):
        if found := pattern.fullmatch(text):
            yield found["begin"], found["end"]


def _ends(begin: str, end: str) -> tuple[str, str] | None:
    """Return both sides as dates; each may lack what the other has."""
    for first, last in human.completed(begin, end):
        pairs = ((one, other) for one in _plain(readings(first)) for other in _plain(readings(last)))
        for one, other in pairs:
            if is_in_order(one, other):
                return one, other
    return None


def _backwards(text: str) -> str | None:
    for sign, opening, closing in (("/", "", ""), ("..", "[", "]"), ("..", "{", "}")):
        if text.startswith(opening) and text.endswith(closing):
            first, found, last = text[len(opening) : len(text) - len(closing)].partition(sign)
            if found and first and last and is_in_order(last, first):
                return f"write {typed(f'{opening}{last}{sign}{first}{closing}')} if the two are exchanged"
    return None


def _months(text: str) -> str | None:
    """Return what 2031-03/04 may be: two months, or a day with a stroke; and 1990-5: a month, or years."""
    if (years := _FEW_YEARS.fullmatch(text)) and (said := _few_years(years["first"], years["last"] or years["dashed"])):
        return said
    found = _TWO_MONTHS.fullmatch(text)
    if found is None or not is_in_order(ends := f"{found[1]}-{found[2]}", last := f"{found[1]}-{found[3]}"):
        return None
    day = f"; if it is one day, {ends}-{found[3]}" if is_date(f"{ends}-{found[3]}") else ""
    return f"if it lasted from the one month to the other, write {ends}/{last}{day}"


def _few_years(first: str, digits: str) -> str | None:
    """Return what to write for a year and the last digits of another one, or of a month; None where they are none."""
    last = f"{first[: -len(digits)]}{digits}"
    if last <= first and len(digits) > 1:  # 1999–01
        last = f"{int(last) + 100:04}"
    month = f"{first}-{digits:>02}"
    is_month = 1 <= int(digits) <= len(MONTHS)
    if not 0 < int(last) - int(first) < _MANY_YEARS:
        return None
    told = f"write {month} for {in_words(read(month)) if len(digits) > 1 else 'that month'}; " if is_month else ""
    write = "" if is_month else "write "
    return f'{told}if it lasted so many years, {write}{first}/{last}; if it was some time within, "[{first}..{last}]"'


def _listed(text: str) -> str | None:
    for pattern, brackets in ((_OR, "[]"), (_AND, "{}"), (_COMMA_OR, "[]")):
        parts = [part.strip() for part in pattern.split(text) if part.strip()]
        days = human.all_of(parts) if len(parts) > 1 else None
        if days:
            choice, every = ("[" + ",".join(days) + "]", "{" + ",".join(days) + "}")
            if brackets == "[]":
                return f'write "{choice}"'
            return f'if it was on each of them, write "{every}"; if on one of them, "{choice}"'
    return None


_WAYS: Final[tuple[Callable[[str], str | None], ...]] = (
    unknown,
    of_level_two,
    lasting,
    _months,
    in_two_calendars,
    roman_day,
    of_feast,
    weekday_is_wrong,
    of_era,
    reckoned,
    counted_otherwise,
    timed,
    of_other_calendar,
    _backwards,
    _night,
    _few_digits,
    _single,
    _impossible,
    _yearless,
    in_brackets,
    give_or_take,
    _between,
    _before,
    _after,
    _from_to,
    _until,
    _since,
    _listed,
    lambda text: of_parts(text, _cuts),
    lambda text: out_of_order(text, _cuts),
    _impossible_side,
    goes_on,
    relative,
    lacking,
    _without_year,
    _no_such_month,
)
"""What is tried in turn."""
