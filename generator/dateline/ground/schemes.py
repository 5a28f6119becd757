"""How places in a source are written: pages, lines, sections, times, verses, folios, items; and in what order."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from dateline.ground import roman_numerals
from dateline.ground.places_as_typed import RANGE, tidy

Scheme = Literal["paragraph", "page", "page-line", "section", "time", "verse", "folio", "item", "whole"]
WHOLE: Final = "whole"

SpotOrder = tuple[Any, ...]
"""What places of one scheme are compared by: as their source counts, never as text."""

_PAGE: Final = re.compile(
    rf"(?P<roman>{roman_numerals.PATTERN}|{roman_numerals.PATTERN.upper()})"
    r"|(?:(?P<letters>[A-Za-z]{1,4}|[A-Z]{5,12})[-_]?)?(?P<number>[0-9]{1,10})(?:-(?P<within>[0-9]{1,7}))?"
    r"(?P<suffix>[A-Za-z]?| ?(?:bis|ter))"
)
_LINED: Final = re.compile(r"(?P<page>[A-Za-z0-9-]{1,20}):(?P<line>[0-9]{1,6})")
_SECTION: Final = re.compile(r"(?!(?:§|sec|section|pp?|page)\b)[^\W_][^\n\x00-\x1f]*", re.IGNORECASE)
_TIME: Final = re.compile(
    r"(?:(?P<h>[0-9]{1,4}):(?=[0-5][0-9]:))?(?P<m>[0-5]?[0-9]):(?P<s>[0-5][0-9])(?P<f>\.[0-9]{1,3})?"
)
_VERSE: Final = re.compile(
    r"(?P<work>(?:[0-9] ?)?[^\W\d_][^\d:]*? )?"
    r"(?P<numbers>[0-9]{1,6}(?:[a-z](?:[0-9]{1,3})?)?(?:[.:][0-9]{1,6}(?:[a-z](?:[0-9]{1,3})?)?){0,6}(?:[. ]pr\.?)?)"
)
_NUMBERED: Final = re.compile(r"(?P<number>[0-9]+)(?P<letter>[a-z]?)(?P<line>[0-9]*)")
_BY_COLUMN: Final = re.compile(r"[0-9]{2,}[a-e][0-9]+")
_BOOK: Final = re.compile(rf"(?P<work>.*?)(?P<book>{roman_numerals.PATTERN}|{roman_numerals.PATTERN.upper()})[., ]+")
"""A work with its book in Roman numerals, before what is counted within."""
_FOLIO: Final = re.compile(
    rf"(?:(?P<quire>sig\. ?[A-Za-z]{{1,3}}|(?!fo?[0-9])[A-Za-z]{{1,2}})(?P<leaf>[0-9]{{1,3}})(?=[rv])"
    r"|(?P<number>[0-9]{1,6})(?P<again> ?bis\b ?|)"
    rf"|(?P<roman>{roman_numerals.PATTERN}|{roman_numerals.PATTERN.upper()})(?:$| (?=[rv])))"
    r"(?P<side>[rv]?)(?P<column>(?<=[rv])[ab]|)"
)
_DIGITS: Final = re.compile(r"(\d+)")
_MIN: Final = 60
_HOUR: Final = 3600
_NO_LETTERS: Final = frozenset({"p", "pp", "pg", "pgs"})
"""What stands before a page as a word for it, and is no part of its number."""
_OF_PAGES: Final = frozenset({"page", "page-line"})
_OF_FILM: Final = frozenset({"video", "audio"})

EXAMPLES: Final[dict[Scheme, str]] = {
    "page": "4-27",
    "page-line": "7574:12",
    "section": "3.2",
    "time": "00:12:31",
    "verse": "2.47.3",
    "folio": "12r",
    "item": "exhibit 7",
    "whole": WHOLE,
}


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Why a place is none of its scheme, and what to write."""

    message: str
    hint: str


def sides(scheme: Scheme, at: str) -> tuple[str, str | None]:
    """Return the two ends of a range, each in full: of 7574:12..25 the second is 7574:25; of one place, only it."""
    first, dots, last = (part.strip() for part in at.partition(RANGE))
    if not dots:
        return at.strip(), None
    if scheme == "page-line" and last.isdecimal():
        last = f"{first.partition(':')[0]}:{last}"
    return first, _completed(first, last) if scheme == "verse" else _counted_on(scheme, first, last)


def _counted_on(scheme: Scheme, first: str, last: str) -> str:
    """Return the end of a range with the words, letters or chapter that it shares with its beginning: Article 5..7."""
    shared = _SHARED[scheme].fullmatch(first) if scheme in _SHARED and last.isdecimal() else None
    return f"{shared['before']}{last}" if shared else last


_SHARED: Final[dict[Scheme, re.Pattern[str]]] = {
    "page": re.compile(r"(?P<before>[A-Za-z]+[-_]?|[0-9]+-)[0-9]+"),
    "section": re.compile(r"(?P<before>[^\W\d_]\D* )\d+"),
}


def _completed(first: str, last: str) -> str:
    """Return the end of a range of verses with the numbers, and the work, that it shares with its beginning."""
    start, end = _VERSE.fullmatch(first), _VERSE.fullmatch(last)
    if start is None or end is None:
        return last
    lined = _NUMBERED.fullmatch(start["numbers"])
    if lined and lined["line"] and end["numbers"].isdecimal():  # 514a1..4
        return f"{start['work'] or ''}{lined['number']}{lined['letter']}{end['numbers']}"
    numbers, fewer = (re.split(r"([.:])", one["numbers"]) for one in (start, end))
    is_counted_otherwise = _BY_COLUMN.fullmatch(fewer[-1]) and not _BY_COLUMN.fullmatch(numbers[-1])
    shared = numbers[: -len(fewer)] if len(fewer) < len(numbers) and not is_counted_otherwise else []
    return f"{end['work'] or start['work'] or ''}{''.join([*shared, *fewer])}"


def misplaced(scheme: Scheme, at: str) -> Misplaced | None:
    """Return what is wrong with a place of a scheme; None where nothing is."""
    first, last = sides(scheme, at)
    for side in (first, last):
        if side is not None and _key(scheme, side) is None:
            cure = "say in locators how the source is counted" if scheme == "paragraph" else _cure(scheme, at)
            return Misplaced(f"'{side or at}' is no {_called(scheme)}", cure)
    if last is None:
        return None
    start, end = _key(scheme, first), _key(scheme, last)
    if scheme == "item" or start is None or end is None or start < end:
        return None
    if start == end:
        return Misplaced(f"'{at}' ends where it begins", f'write "{first}"')
    if (whole := tidy(scheme, at)) != at and misplaced(scheme, whole) is None:
        return Misplaced(f"'{at}' ends before it begins", f'write "{whole}"')
    return Misplaced(f"'{at}' ends before it begins", f'write "{last}{RANGE}{first}", or correct one of the two')


def spot_order(scheme: Scheme, at: str) -> SpotOrder:
    """Return what a place is sorted by; a total order, in which what is no place of the scheme stands last."""
    first, last = sides(scheme, at)
    start, end = _key(scheme, first), _key(scheme, last) if last is not None else None
    if start is None:
        return (1, _natural(at), at)
    return (0, start, end is not None, end or start, at)


def lies_in(scheme: Scheme, at: str, within: str) -> bool:
    """Return whether a place lies in a range of the same scheme."""
    (first, last), (start, end) = sides(scheme, at), sides(scheme, within)
    keys = [_key(scheme, side) for side in (start, first, last or first, end or start)]
    known = [key for key in keys if key is not None]
    return scheme not in {"item", "whole"} and len(known) == len(keys) and known == sorted(known)


def same_place(scheme: Scheme, one: str, other: str) -> bool:
    """Return whether two texts name one place: 12:31 and 00:12:31, 4..6 and 4 .. 6."""
    return spot_order(scheme, one)[:-1] == spot_order(scheme, other)[:-1]


def seconds(at: str) -> float | None:
    """Return how far into a recording a time is, or a range of times begins."""
    key = _time(at.partition(RANGE)[0].strip())
    return None if key is None else key[0] / 1000


def guessed(at: str, form: str = "") -> Scheme | None:
    """Return the scheme of a place that a paragraph names, from its looks and the form of its source; None in doubt."""
    first = at.partition(RANGE)[0].strip()
    if _time(first) is not None and (form in _OF_FILM or first.count(":") > 1):
        return "time"
    if re.fullmatch(r"[0-9]{1,6}[rv][ab]?", first):
        return "folio"
    if _page(first) is not None:
        return "page"
    return "verse" if (first.count(".") > 1 and _verse(first) is not None) or _BY_COLUMN.fullmatch(first) else None


def _called(scheme: Scheme) -> str:
    return {"page-line": "page with its line"}.get(scheme, f"{scheme} of the source" if scheme == WHOLE else scheme)


def _cure(scheme: Scheme, at: str) -> str:
    if scheme == WHOLE:
        return f"write {WHOLE}; what has parts says in locators how they are counted"
    tidied = tidy(scheme, at)
    if tidied != at and tidied and misplaced(scheme, tidied) is None and not _OPEN.fullmatch(at):
        return f'write "{tidied}"'
    if found := _apart(scheme, at) or _with_lines(scheme, at) or _of_a_part(scheme, at):
        return found
    example, more = EXAMPLES[scheme], _MORE.get(scheme, "a..b")
    if _OPEN.fullmatch(tidied) or _OPEN.fullmatch(at):
        return f'say where it ends, as "{more}"'
    otherwise = "; what is counted otherwise says locators: item" if _OTHERWISE.fullmatch(at) else ""
    return f'write it like "{example}", and what runs from one to another as "{more}"{otherwise}'


def _with_lines(scheme: Scheme, at: str) -> str:
    """Return what to write where a source that is counted by pages is cited by lines as well; nothing elsewhere."""
    if scheme != "page" or misplaced("page-line", lined := tidy("page-line", at)) is not None:
        return ""
    pages = RANGE.join(dict.fromkeys(side.partition(":")[0] for side in sides("page-line", lined) if side))
    return f'write "{pages}"; or, with lines, say locators: page-line and write "{lined}"'


def _of_a_part(scheme: Scheme, at: str) -> str:
    """Return what to write of a place that names its volume, tape or document, too, or counts frames."""
    if scheme == "time" and (frames := _FRAMES.fullmatch(tidy(scheme, at))):
        whole = f"{int(frames[1]) * 24 + int(frames[2])}:{frames[3]}:{frames[4]}"
        days = f', or "{whole}" where the first is a day' if _time(whole) else ""
        return f'write "{frames[1]}:{frames[2]}:{frames[3]}" where the last number is a frame{days}'
    if scheme == "folio" and (leaf := _LINE_OF_A_LEAF.fullmatch(tidy(scheme, at))):
        return f'write "{leaf["leaf"]}" without the line'
    named = _NAMED[scheme].fullmatch(at) if scheme in _NAMED else None
    place = tidy(scheme, named["place"]) if named else ""
    if named is None or misplaced(scheme, place) is not None:
        return ""
    return f"write \"{place}\", and '{named['other']}' as volume or identifier of the source"


def _apart(scheme: Scheme, at: str) -> str:
    """Return that places which stand together are cited one by one; nothing where these are no places."""
    parts = _APART.split(tidy(scheme, at) if scheme != "verse" else at)
    whole = [tidy(scheme, part) for part in parts]
    placed = [sides(scheme, f"{whole[0]}{RANGE}{one}")[1] or one if scheme != "page" else one for one in whole]
    if (
        len(parts) == 1
        or (scheme == "time" and _FRAMES.fullmatch(at))
        or re.fullmatch("[IVXLC]+", whole[0])
        or any(misplaced(scheme, one) for one in placed)
    ):
        return ""
    listed = '", "'.join(placed)
    return f'cite each of them by itself: "{listed}"'


_FRAMES: Final = re.compile("([0-9]{1,3})[:.]([0-9]{2})[:.]([0-9]{2})[:;.]([0-9]{2})")
_NAMED: Final[dict[Scheme, re.Pattern[str]]] = {
    "page": re.compile(r"(?P<other>.*?[^\W_]\.?)(?:,\s*|\s+at\s+|,?\s+(?=(?:pp?|S|s)\.))(?P<place>.*[0-9].*)"),
    "page-line": re.compile(r"(?P<other>[^\W_].*?[^\W_]\.?)[,\s]\s*(?P<place>[0-9]+\s?:.*)"),
    "time": re.compile(r"(?P<other>[^\W\d_].*?[^\W_]\.?)(?:,?\s+at\s+|[,\s]\s*)(?P<place>[0-9]+:.*)"),
    "folio": re.compile(r"(?P<other>.*?[^\W_]\.?)(?:,\s*|\s+)(?P<place>(?:fols?|ff?)\b.*)", re.IGNORECASE),
}
"""What names a volume or a document before a place in it."""
_LINE_OF_A_LEAF: Final = re.compile(r"(?P<leaf>[0-9]+[rv][ab]?)(?:[:,. ]*(?:ll?|lines?)?[. ]*[0-9]+(?:-|\.\.|$))+")
_OTHERWISE: Final = re.compile(r"[^\W\d_]+(?:\. ?| )[0-9IVXLivxl]+[a-z]?")
_MORE: Final[dict[Scheme, str]] = {
    "page-line": "7574:12..25",
    "section": "3.2..3.4",
    "time": "00:12:31..00:12:58",
}
"""A range of each scheme as an example, if it needs one."""
_APART: Final = re.compile(r"\s*(?:[,;&]|\s/\s|\band\b|\bor\b|\bund\b|\bet\b)\s*")
_OPEN: Final = re.compile(r".*[0-9]\s?(?:ff\.?|sqq\.?|et seq\.?|\+|-|\.\.)", re.IGNORECASE)
"""A place from which a passage goes on, nobody says how far."""

# --- the keys by which places of one scheme are compared -------------------------------------------------------------

_Key = tuple[Any, ...]


def _key(scheme: Scheme, at: str) -> _Key | None:
    return _KEYS[scheme](at)


def _natural(text: str) -> _Key:
    """Return what text is sorted by so that exhibit 7 stands before exhibit 12."""
    parts = _DIGITS.split(text.casefold())
    return tuple((0, int(part), "") if place % 2 else (1, 0, part) for place, part in enumerate(parts) if part)


def _page(at: str) -> _Key | None:
    found = _PAGE.fullmatch(at)
    if found is None or (found["letters"] or "").casefold() in _NO_LETTERS:
        return None
    if found["roman"]:
        return (0, "", roman_numerals.sum_of(found["roman"]), -1, "")
    within = int(found["within"]) if found["within"] else -1
    letters = (found["letters"] or "").upper()
    return (2 if letters else 1, letters, int(found["number"]), within, found["suffix"].strip().casefold())


def _lined(at: str) -> _Key | None:
    found = _LINED.fullmatch(at)
    page = _page(found["page"]) if found else None
    return (*page, int(found["line"])) if found and page and int(found["line"]) else None


def _section(at: str) -> _Key | None:
    return _natural(at) if _SECTION.fullmatch(at) else None


def _time(at: str) -> tuple[int] | None:
    found = _TIME.fullmatch(at)
    if found is None:
        return None
    whole = int(found["h"] or 0) * _HOUR + int(found["m"]) * _MIN + int(found["s"])
    return (whole * 1000 + round(float(found["f"] or 0) * 1000),)


def _verse(at: str) -> _Key | None:
    found = _VERSE.fullmatch(at)
    if found is None:
        return None
    work, numbers = (found["work"] or "").replace("’", "'"), re.split(r"[.: ]", found["numbers"].rstrip("."))
    if (book := _BOOK.fullmatch(work)) and (len(book["book"]) > 1 or book["book"] in "IVXivx"):
        work, numbers = book["work"], [str(roman_numerals.sum_of(book["book"])), *numbers]
    return (work.strip(" ,").casefold(), *map(_numbered, numbers))


def _numbered(text: str) -> _Key:
    """Return a number with its letter and, as Plato and Aristotle are cited, the line behind it: 514a1."""
    found = _NUMBERED.fullmatch(text)
    return (int(found["number"]), found["letter"], int(found["line"] or 0)) if found else (0, text, 0)


def _folio(at: str) -> _Key | None:
    found = _FOLIO.fullmatch(at)
    if found is None:
        return None
    if found["roman"]:
        return (0, "", roman_numerals.sum_of(found["roman"]), "", found["side"], found["column"])
    quire = (found["quire"] or "").removeprefix("sig.").strip()
    number, again = int(found["leaf"] or found["number"]), (found["again"] or "").strip()
    return (2 if quire else 1, quire, number, again, found["side"], found["column"])


def _item(at: str) -> _Key | None:
    return _natural(at) if at else None


_KEYS: Final[dict[Scheme, Callable[[str], _Key | None]]] = {
    "paragraph": lambda _: None,
    "page": _page,
    "page-line": _lined,
    "section": _section,
    "time": _time,
    "verse": _verse,
    "folio": _folio,
    "item": _item,
    "whole": lambda at: () if at == WHOLE else None,
}
