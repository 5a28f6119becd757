"""How places in a source are written: pages, lines, sections, times, verses, folios, items; and in what order."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from dateline.ground import roman_numerals

Scheme = Literal["paragraph", "page", "page-line", "section", "time", "verse", "folio", "item", "whole"]
RANGE: Final = ".."
WHOLE: Final = "whole"

SpotOrder = tuple[Any, ...]
"""What places of one scheme are compared by: as their source counts, never as text."""

_PAGE: Final = re.compile(
    rf"(?P<roman>{roman_numerals.PATTERN}|{roman_numerals.PATTERN.upper()})"
    r"|(?:(?P<letters>[A-Za-z]{1,4})-?)?(?P<number>[0-9]{1,7})(?:-(?P<within>[0-9]{1,7}))?(?P<suffix>[a-z]?)"
)
_LINED: Final = re.compile(r"(?P<page>[A-Za-z0-9-]{1,20}):(?P<line>[0-9]{1,6})")
_SECTION: Final = re.compile(r"(?!(?:§|sec|section|chapter|ch|pp?|page)\b)[^\W_][^\n\x00-\x1f]*", re.IGNORECASE)
_TIME: Final = re.compile(
    r"(?:(?P<h>[0-9]{1,4}):(?=[0-5][0-9]:))?(?P<m>[0-5]?[0-9]):(?P<s>[0-5][0-9])(?P<f>\.[0-9]{1,3})?"
)
_VERSE: Final = re.compile(
    r"(?P<work>(?:[0-9] )?[^\W\d_][^\d:]*? )?"
    r"(?P<numbers>[0-9]{1,6}(?:[a-z](?:[0-9]{1,3})?)?(?:[.:][0-9]{1,6}[a-z]?){0,6})"
)
_NUMBERED: Final = re.compile(r"(?P<number>[0-9]+)(?P<letter>[a-z]?)(?P<line>[0-9]*)")
_FOLIO: Final = re.compile(r"(?P<number>[0-9]{1,6})(?P<side>[rv]?)(?P<column>(?<=[rv])[ab]|)")
_BY_COLUMN: Final = re.compile(r"[0-9]{2,}[a-e][0-9]+")
_DIGITS: Final = re.compile(r"([0-9]+)")
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
    return first, _completed(first, last) if scheme == "verse" else last


def _completed(first: str, last: str) -> str:
    """Return the end of a range of verses with the numbers, and the work, that it shares with its beginning."""
    start, end = _VERSE.fullmatch(first), _VERSE.fullmatch(last)
    if start is None or end is None:
        return last
    lined = _NUMBERED.fullmatch(start["numbers"])
    if lined and lined["line"] and end["numbers"].isdecimal():  # 514a1..4
        return f"{start['work'] or ''}{lined['number']}{lined['letter']}{end['numbers']}"
    numbers, fewer = (re.split(r"([.:])", one["numbers"]) for one in (start, end))
    shared = numbers[: len(numbers) - len(fewer)] if len(fewer) < len(numbers) else []
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
    tidied = tidy(scheme, at)
    if tidied != at and tidied and misplaced(scheme, tidied) is None:
        return f'write "{tidied}"'
    example, more = EXAMPLES[scheme], _MORE.get(scheme, "a..b")
    if scheme != WHOLE and (apart := _APART.split(tidied))[1:] and all(_key(scheme, side) for side in apart):
        return f'cite each of them by itself: "{apart[0]}", "{apart[1]}"'
    if said := _with_lines(scheme, at):
        return said
    if _OPEN.fullmatch(tidied):
        return f'say where it ends, as "{more}"'
    if scheme == WHOLE:
        return f"write {WHOLE}; what has parts says in locators how they are counted"
    return f'write it like "{example}", and what runs from one to another as "{more}"'


def _with_lines(scheme: Scheme, at: str) -> str:
    """Return what to write where a source that is counted by pages is cited by lines as well; nothing elsewhere."""
    if scheme != "page" or misplaced("page-line", lined := tidy("page-line", at)) is not None:
        return ""
    pages = RANGE.join(dict.fromkeys(side.partition(":")[0] for side in sides("page-line", lined) if side))
    return f'write "{pages}"; or, with lines, say locators: page-line and write "{lined}"'


_MORE: Final[dict[Scheme, str]] = {
    "page-line": "7574:12..25",
    "section": "3.2..3.4",
    "time": "00:12:31..00:12:58",
}
"""A range of each scheme as an example, if it needs one."""
_APART: Final = re.compile(r"\s*(?:[,;&]|\band\b|\bor\b)\s*")
_OPEN: Final = re.compile(r".*[0-9]\s?(?:ff\.?|sqq\.?|et seq\.?|\+|\.\.)", re.IGNORECASE)
"""A place from which a passage goes on, nobody says how far."""
_PREFIX: Final = re.compile(
    r"^(?:pages?|seiten?|(?-i:S)(?=\. )|pp?|pgs?|sections?|secs?|§+|folios?|fols?|ff?|at|t|verses?|vv?)\b\.?\s*|^§+\s*",
    re.IGNORECASE,
)
_DASH: Final = re.compile(r"\s*(?:[\u2010-\u2014]|-{2,}|\s-\s|\bto\b|\.{3,}|…)\s*")
_LINE: Final = re.compile(r"\s*[,;:]?\s*(?:lines?|ll?)\.?\s*(?=[0-9])", re.IGNORECASE)
_PAGES: Final = re.compile(r"(?:pages|pp|pgs)\b\.?\s*[0-9]+-[0-9]+", re.IGNORECASE)
_NEXT: Final = re.compile(r"(?P<page>[0-9]+)\s?f\.?")
_PAGES_OF_A_KIND: Final = re.compile(r"[ivxlc]+-[ivxlc]+|[IVXLC]+-[IVXLC]+|[0-9]+[a-z]-[0-9]+[a-z]")
_TRANSCRIPT: Final = re.compile(r"^(?:tr|trial tr|hr'?g tr|transcript|dep|r|t)\b\.?\s*(?:at\s+)?", re.IGNORECASE)
_PARTED: Final = re.compile(r"(?<![0-9:])([0-9]+)(?:[/.]| )(?=[0-9]+(?:$|-|\.\.))([0-9]+)")
"""A page and a line with another sign between them."""
_COLUMNED: Final = re.compile(
    r"(?P<before>.*?(?<![^\s(]))(?P<page>[0-9]+)\s?(?P<column>[a-e])(?:\s?[:.,])?\s*(?:lines?\b|ll?\.)?\s*(?P<line>[0-9]+)"
    r"(?:\s?(?P<next>f)\.?|(?:-|\.\.)(?:(?P<to_page>[0-9]+)?\s?(?P<to_column>[a-e])[:.\s]*)?(?P<to_line>[0-9]+))?\)?"
)
"""A page with its column and line, as Plato (by Stephanus) and Aristotle (by Bekker) are cited: 1365a31, 1365a30-b2."""
_ELAPSED: Final = re.compile(r"^(?:(?:get|met|aet|elapsed)\b|t?\s?[=+])\s*", re.IGNORECASE)
_CHAPTER: Final = re.compile(
    r"(?:^|(?<=[0-9])|,)\s*(?:books?|chapters?|chap\.?|ch\.?|verses?|sections?)\s+(?=[0-9])", re.IGNORECASE
)
_TYPED_PAGE: Final = re.compile(r"(?:pp?|pgs?)(?=[0-9])", re.IGNORECASE)
"""Words before a page without a space, which are no letters of it."""
_DAYS: Final = re.compile(r"(?P<days>[0-9]{1,3}):(?P<hours>[01][0-9]|2[0-3])(?P<rest>:[0-5][0-9]:[0-5][0-9])")
_SIDE: Final = re.compile(r"\s*(?:(?P<recto>recto|r\b)|(?:verso|v\b))\.?", re.IGNORECASE)
_BOOK: Final = re.compile(rf"(?P<book>{roman_numerals.PATTERN.upper()})[.,](?=[0-9])")
_UNITS: Final = re.compile(
    r"(?:([0-9]+)\s*h[a-z]*\s*)?(?:([0-9]+)\s*(?:m[a-z]*|['\u2032’])\s*)?(?:([0-9]+)\s*(?:s[a-z]*|[\"\u2033”]))?"
)


def tidy(scheme: Scheme, at: str) -> str:
    """Return as it is written here a place that an editor wrote as books do: "pp. 4–6", "p. 12, l. 3", "24m10s"."""
    at = re.sub(r"\s*-->\s*", RANGE, at)
    text = _DASH.sub(RANGE, _PREFIX.sub("", _TYPED_PAGE.sub("", at.strip()) if scheme in _OF_PAGES else at.strip()))
    return _TIDIED[scheme](text, at.strip()) if scheme in _TIDIED else text


def _tidy_page(text: str, at: str) -> str:
    text = text.strip("[]. ")
    if found := _NEXT.fullmatch(text):
        return f"{found['page']}{RANGE}{int(found['page']) + 1}"
    is_range = _PAGES_OF_A_KIND.fullmatch(text) or _PAGES.fullmatch(at)
    return text.replace("-", RANGE) if is_range else text


def _columned(text: str, stop: str, *, is_named: bool) -> str | None:
    """Return a place by page, column and line, with a sign or none between page and line; None where it is none."""
    found = _COLUMNED.fullmatch(text)
    if found is None:
        return None
    first, line = f"{found['page']}{found['column']}", found["line"]
    begin = f"{found['before'] if is_named else ''}{first}{stop}{line}"
    if found["next"]:
        return f"{begin}{RANGE}{int(line) + 1}"
    if found["to_line"] is None:
        return begin
    column = f"{found['to_page'] or found['page']}{found['to_column']}" if found["to_column"] else first
    return f"{begin}{RANGE}{'' if column == first else f'{column}{stop}'}{found['to_line']}"


def _tidy_lines(text: str, _at: str) -> str:
    if (columned := _columned(text, ":", is_named=False)) is not None:
        return columned
    lined = _LINE.sub(":", _TRANSCRIPT.sub("", text))
    parted = _PARTED.sub(r"\1:\2", RANGE.join(_PREFIX.sub("", side) for side in lined.split(RANGE)))
    return re.sub(r"(?<=:)([0-9]+)-(?=[0-9]+(?::[0-9]+)?$)", rf"\1{RANGE}", parted)


def _tidy_times(text: str, _at: str) -> str:
    text = _ELAPSED.sub("", text)
    return RANGE.join(_as_clock(side.replace(",", ".")) for side in text.replace("-", RANGE).split(RANGE))


def _tidy_verse(text: str, _at: str) -> str:
    columned = _columned(text, "", is_named=True)
    if columned is not None and _verse(text) is None:
        return columned
    spelt = " ".join(_CHAPTER.sub(" ", text).split())
    spaced = spelt.replace(" ", ".") if re.fullmatch(r"[0-9]+(?: [0-9]+)+", spelt) else spelt
    dotted = re.sub(r"(?<=[0-9]), ?(?=[0-9])", ".", spaced)
    lettered = re.sub(r"(?<=[0-9])([a-e])-([a-e])$", rf"\1{RANGE}\2", dotted)
    if pair := re.fullmatch(r"(.*?)([0-9]+)([a-e])\.\.([a-e])", lettered):
        return f"{pair[1]}{pair[2]}{pair[3]}{RANGE}{pair[1]}{pair[2]}{pair[4]}"
    ranged = re.sub(r"(?<=[0-9a-z])-(?=[0-9])", RANGE, lettered)
    book = _BOOK.match(ranged)
    return f"{roman_numerals.sum_of(book['book'])}.{ranged[book.end() :]}" if book else ranged


def _tidy_folio(text: str, _at: str) -> str:
    if turned := re.fullmatch(r"(?:fo\.? ?)?([rv])\.? ?([0-9]+)|fo\.? ?([0-9]+[rv]?)", text):
        return turned[3] or f"{turned[2]}{turned[1]}"
    sides_named = _SIDE.sub(lambda side: "r" if side["recto"] else "v", text)
    both = re.fullmatch(r"([0-9]+)r-v", sides_named)
    return f"{both[1]}r{RANGE}{both[1]}v" if both else sides_named.replace("-", RANGE)


_TIDIED: Final[dict[Scheme, Callable[[str, str], str]]] = {
    "page": _tidy_page,
    "page-line": _tidy_lines,
    "time": _tidy_times,
    "verse": _tidy_verse,
    "folio": _tidy_folio,
}
"""How what is left of a place without words before it is written here, scheme by scheme; with it what was typed."""


def _as_clock(text: str) -> str:
    if days := _DAYS.fullmatch(text):
        return f"{int(days['days']) * 24 + int(days['hours'])}{days['rest']}"
    if short := re.fullmatch(r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})", text):
        padded = ":".join(f"{int(part):02}" for part in short.groups())
        return padded if _time(padded) else text
    found = _UNITS.fullmatch(text)
    if found and any(found.groups()):
        total = sum(int(part or 0) * size for part, size in zip(found.groups(), (_HOUR, _MIN, 1), strict=True))
    elif text.isdecimal():
        total = int(text)
    elif re.fullmatch(r"[0-9]{1,3}:[0-9]{2}", text):
        total = int(text.partition(":")[0]) * _MIN + int(text.partition(":")[2])
    else:
        return text.replace(".", ":") if re.fullmatch(r"[0-9]{1,2}\.[0-9]{2}\.[0-9]{2}", text) else text
    return clock(total)


def clock(total: int) -> str:
    """Return seconds as a time of a recording: 00:12:31."""
    return f"{total // _HOUR:02}:{total // _MIN % _MIN:02}:{total % _MIN:02}"


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
    return (2 if letters else 1, letters, int(found["number"]), within, found["suffix"])


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
    numbers = re.split(r"[.:]", found["numbers"])
    return (
        (found["work"] or "").strip().casefold(),
        *map(_numbered, numbers),
    )


def _numbered(text: str) -> _Key:
    """Return a number with its letter and, as Plato and Aristotle are cited, the line behind it: 514a1."""
    found = _NUMBERED.fullmatch(text)
    return (int(found["number"]), found["letter"], int(found["line"] or 0)) if found else (0, text, 0)


def _folio(at: str) -> _Key | None:
    found = _FOLIO.fullmatch(at)
    return (int(found["number"]), found["side"], found["column"]) if found else None


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
