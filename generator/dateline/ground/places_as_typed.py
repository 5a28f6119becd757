"""Places in a source as people type them, "pp. 4–6" or "p. 12, l. 3": how each is written here.

Only the form changes, and only where it is plain what is meant; what is left may still be no place.
"""

import re
from collections.abc import Callable
from typing import Final

from dateline.ground import roman_numerals

RANGE: Final = ".."

_MIN: Final = 60
_HOUR: Final = 3600
_OF_PAGES: Final = frozenset({"page", "page-line"})
_SIGNS: Final = str.maketrans("ʳᵛ\u2212", "rv–", "\u200e\u200f")
_WIDE: Final = range(0xFF01, 0xFF5F)
"""Letters and signs as wide as a Chinese character; each has its usual form at this distance."""
_TO_USUAL: Final = 0xFEE0
_PREFIX: Final = re.compile(
    r"^(?:pages?|seiten?|(?-i:S)(?=\. )|pp?|pgs?|sections?|secs?|§+|folios?|fols?|ff?|at|t|verses?|vv?)\b\.?\s*|^§+\s*",
    re.IGNORECASE,
)
_PAGE_WORDS: Final = re.compile(
    r"^(?:pages?|pp?|pgs?|s(?:id|eiten?)?|p[aá]g(?:ina)?s?|str|blz|стр|с|σελ?|صفحة|ص)\b\.?\s*|^pp?(?=[0-9])|^第\s*",
    re.IGNORECASE,
)
"""What a page is called before its number, in languages that are often cited."""
_BEHIND_PAGES: Final = re.compile(r"\s*(?:[页頁]|ページ)$|\s+(?:of|von|de|sur)\s+[0-9]+$")
_FOLIO_WORDS: Final = re.compile(
    r"^(?:foll?(?:io)?s?|fos?|ff?|bl(?:att)?|leaf|leaves|cc?|cart[ae]|лл?|листы?|ورقة)\b\.?\s*", re.IGNORECASE
)
_DASH: Final = re.compile(r"\s*(?:[\u2010-\u2015]|-{2,}|\s-\s|\b(?:to|bis(?=\s+\S*[0-9]))\b|\.{3,}|…)\s*")
_LINE: Final = re.compile(
    r"\s*[,;:]?\s*\b(?:lines?|ll?|z|zeilen?|lig(?:nes?)?|l[ií]neas?|строк[аи])\b\.?\s*(?=[0-9])"
    r"|(?<=[0-9])l(?=[0-9])",
    re.IGNORECASE,
)
_PLURAL: Final = re.compile(r"(?:pages|pp|pgs)\b\.?\s*[0-9]+-[0-9]+", re.IGNORECASE)
_SECTIONS: Final = re.compile(r"(?:§§|ss\.|sections|secs)\s*\.?\s*[0-9]+-[0-9]+", re.IGNORECASE)
_NEXT: Final = re.compile(r"(?P<before>.*?)(?P<number>[0-9]+)(?:\s?f\.|\sf)")
"""What runs on into the one that follows."""
_PAGES_OF_A_KIND: Final = re.compile(
    r"[ivxlc]+-[ivxlc]+|[IVXLC]+-[IVXLC]+|[0-9]+[a-z]-[0-9]+[a-z]|(?P<letters>[A-Z]{1,4})[0-9]+-(?P=letters)[0-9]+"
)
_THOUSANDS: Final = re.compile(r"([0-9]),([0-9]{3})")
_TRANSCRIPT: Final = re.compile(r"^(?:tr|trial tr|hr'?g tr|transcript|dep|r|t)\b[.,]?\s*(?:at\s+)?", re.IGNORECASE)
_PARTED: Final = re.compile(r"(?<![0-9:])([0-9]+)(?:[/.,;]\s?|\s)(?=[0-9]+(?:$|-|\.\.))([0-9]+)")
"""A page and a line with another sign between them."""
_COLUMNED: Final = re.compile(
    r"(?P<before>.*?(?<![^\s(]))(?P<page>[0-9]+)\s?(?P<column>[a-e])(?:\s?[:.,])?\s*(?:lines?\b|ll?\.)?\s*(?P<line>[0-9]+)"
    r"(?:\s?(?P<next>f)\.?|(?:-|\.\.)(?:(?P<to_page>[0-9]+)?\s?(?P<to_column>[a-e])[:.\s]*)?(?P<to_line>[0-9]+))?\)?"
)
"""A page with its column and line, as Plato (by Stephanus) and Aristotle (by Bekker) are cited: 1365a31, 1365a30-b2."""
_ELAPSED: Final = re.compile(r"^(?:(?:get|met|aet|elapsed)\b|t?\s?[=+])\s*", re.IGNORECASE)
_BEFORE_TIMES: Final = re.compile(
    r"^(?:tcr?|time-?code|time|from|about|around|ca?\.|circa|approx\.|[@~≈]|[?#&]?(?:t|start|time_continue)=)\s*",
    re.IGNORECASE,
)
_BEHIND_TIMES: Final = re.compile(r"(?<=:[0-9]{2})\s*(?:min(?:utes?)?|mins|h|hrs?)\.?$", re.IGNORECASE)
_DAYS: Final = re.compile(r"(?P<days>[0-9]{1,3})[: ](?P<hours>[01][0-9]|2[0-3])[: ]([0-5][0-9])[: ]([0-5][0-9])")
_CHAPTER: Final = re.compile(
    r"(?:^|(?<=[0-9])|,)\s*(?:books?|chapters?|chap\.?|cap\.?|ch\.?|verses?|vv?\.?|sections?|acts?|scenes?|lines?|cantos?)"
    r"\s+(?=[0-9])",
    re.IGNORECASE,
)
_TYPED_PAGE: Final = re.compile(r"^(?:pp?|pgs?)(?=[0-9])", re.IGNORECASE)
"""Words before a page without a space, which are no letters of it."""
_SIDE: Final = re.compile(
    r"\s*,?\s*(?:(?P<recto>recto|r[o°º]?(?![\w°º]))|(?:verso|v[o°º]?(?![\w°º])|rs\b|об\b|dorso))(?:\.(?!\.))?",
    re.IGNORECASE,
)
_COLUMN: Final = re.compile(r"(?<=[rv]),?\s+(?:col(?:umn)?\.?\s*)?([ab])\b")
_NUMERAL: Final = re.compile(
    rf"(?<![^\W_])(?![CDLMcdlm]\b)(?P<signs>{roman_numerals.PATTERN}|{roman_numerals.PATTERN.upper()})"
    r"(?P<behind>\b[., ]+(?=[0-9ivxlcIVXLC])|(?<=\w)$)"
)
"""A book or chapter in Roman numerals before what is counted within it, or at the end; no title of one letter."""
_UNITS: Final = re.compile(
    r"(?:([0-9]+)\s*h[a-z]*\s*)?(?:([0-9]+)\s*(?:m[a-z]*|['\u2032’])\s*)?(?:([0-9]+)\s*(?:s[a-z]*|[\"\u2033”]))?",
    re.IGNORECASE,
)


def tidy(scheme: str, at: str) -> str:
    """Return as it is written here a place that an editor wrote as books do: "pp. 4–6", "p. 12, l. 3", "24m10s"."""
    typed = _plain(at.strip())
    text = re.sub(r"\s*-->\s*", RANGE, _unbracketed(typed))
    text = _DASH.sub(RANGE, _PREFIX.sub("", _TYPED_PAGE.sub("", text) if scheme in _OF_PAGES else text))
    return _TIDIED[scheme](text, typed) if scheme in _TIDIED else text


def _plain(text: str) -> str:
    """Return a text with digits of every script as 0 to 9, and wide or raised signs as the usual ones."""
    signs = text.translate(_SIGNS)
    return "".join(
        str(int(one)) if one.isdecimal() else chr(ord(one) - _TO_USUAL) if ord(one) in _WIDE else one for one in signs
    )


def _unbracketed(text: str) -> str:
    found = re.fullmatch(r"\[([^\[\]]*)\]|\(([^()]*)\)|\{([^{}]*)\}", text)
    return next(inner for inner in found.groups() if inner is not None).strip() if found else text


def _sides_without(words: re.Pattern[str], text: str) -> str:
    return RANGE.join(words.sub("", side.strip()) for side in text.split(RANGE))


def _tidy_page(text: str, typed: str) -> str:
    apart = re.sub(r"-(?=pp?\.?\s*[0-9])", RANGE, text)
    bare = _BEHIND_PAGES.sub("", _sides_without(_PAGE_WORDS, apart.strip("* "))).strip("[] ").removesuffix(".")
    if found := _NEXT.fullmatch(bare):
        return f"{found['number']}{RANGE}{int(found['number']) + 1}" if not found["before"] else bare
    is_range = _PAGES_OF_A_KIND.fullmatch(bare) or _PLURAL.fullmatch(typed)
    return _ended(_THOUSANDS.sub(r"\1\2", bare.replace("-", RANGE) if is_range else bare))


def _ended(text: str) -> str:
    """Return a range of pages with the digits that its end leaves to its beginning: 312..15 is 312..315."""
    first, _, last = text.partition(RANGE)
    if not (first.isdecimal() and last.isdecimal() and len(last) < len(first)):
        return text
    whole = first[: -len(last)] + last
    return f"{first}{RANGE}{whole}" if int(whole) > int(first) else text


def _tidy_section(text: str, typed: str) -> str:
    if numbered := re.fullmatch(r"(?:¶+\s*|paras?\.?\s*)?\[?([0-9]+)\]?(?:(?:-|\.\.)\[?([0-9]+)\]?)?", text):
        is_paragraph = typed.startswith(("¶", "[", "para"))
        last = f"{RANGE}{numbered[2]}" if numbered[2] and (is_paragraph or _SECTIONS.match(typed)) else ""
        if is_paragraph or last:
            return f"{'para. ' * is_paragraph}{numbered[1]}{last}"
    return text


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


def _tidy_lines(text: str, _typed: str) -> str:
    if (columned := _columned(text, ":", is_named=False)) is not None:
        return columned
    lined = _LINE.sub(":", _TRANSCRIPT.sub("", text))
    bare = re.sub(r"\s*:\s*(?=[0-9])", ":", _sides_without(_PAGE_WORDS, _sides_without(_PREFIX, lined)))
    parted = _PARTED.sub(r"\1:\2", bare)
    return re.sub(r"(?<=:)([0-9]+)-(?=[0-9]+(?::[0-9]+)?$)", rf"\1{RANGE}", parted)


def _tidy_times(text: str, typed: str) -> str:
    is_elapsed = _ELAPSED.match(text) is not None or re.fullmatch(r"[0-9]{1,3}(?: [0-9]{2}){3}", text) is not None
    bare = _BEFORE_TIMES.sub("", _ELAPSED.sub("", _BEFORE_TIMES.sub("", typed if typed[:1] in "?#&" else text)))
    sides = [
        re.sub(r"(?<=[0-9]),(?=[0-9]{1,3}(?![0-9:]))", ".", side) for side in bare.replace("-", RANGE).split(RANGE)
    ]
    clocks = [_as_clock(_BEHIND_TIMES.sub("", side.strip()), is_elapsed=is_elapsed) for side in sides]
    if len(sides) > 1 and re.fullmatch("[0-9]{2}", sides[1]) and ":" in sides[0]:  # 24:10-40
        clocks[1] = f"{clocks[0][:-2]}{sides[1]}"
    return RANGE.join(clocks)


def _tidy_verse(text: str, _typed: str) -> str:
    if (columned := _columned(text, "", is_named=True)) is not None:
        return columned
    spaced = re.sub(
        r"(?<=[0-9])(?:\s*(:)\s*|(\.)\s+)(?=[0-9])", r"\1\2", re.sub(r"(?<=[^\W\d])\s*:\s*(?=[0-9])", " ", text)
    )
    spelt = " ".join(_CHAPTER.sub(" ", spaced).split())
    is_parted = re.search(r"[0-9][.:][0-9]", spelt) is not None
    counted = _NUMERAL.sub(lambda one: f"{roman_numerals.sum_of(one['signs'])}{'.' * bool(one['behind'])}", spelt)
    lettered = re.sub(r"(?<=[0-9])\s?([a-eA-E])(?=[0-9]*(?:$|-|\.\.))", lambda one: one[1].lower(), counted)
    dotted = lettered if is_parted else re.sub(r"(?<=[0-9])(?:, ?| )(?=[0-9])", ".", lettered)
    if found := _NEXT.fullmatch(dotted):
        return f"{found['before']}{found['number']}{RANGE}{int(found['number']) + 1}"
    ranged = re.sub(r"(?<=[0-9a-z])-(?=[0-9])", RANGE, re.sub(r"(?<=[0-9a-e])-(?=[a-eA-E][0-9]*$)", RANGE, dotted))
    if pair := re.fullmatch(r"(.*?)([0-9]+)([a-e][0-9]*)\.\.([a-eA-E][0-9]*)", ranged):
        return f"{pair[1]}{pair[2]}{pair[3]}{RANGE}{pair[2]}{pair[4].lower()}"
    return ranged


def _tidy_folio(text: str, _typed: str) -> str:
    bare = _sides_without(_FOLIO_WORDS, text)
    bare = re.sub(r"^f(?:o|ol|f)?(?=[0-9])", "", bare)
    if turned := re.fullmatch(r"([rv])\.? ?([0-9]+)", bare):
        return f"{turned[2]}{turned[1]}"
    both = re.fullmatch(r"([0-9]+)\s?r\s?[-/]?\s?v\.?", bare)
    if both:
        return f"{both[1]}r{RANGE}{both[1]}v"
    sides_named = _COLUMN.sub(r"\1", _SIDE.sub(lambda side: "r" if side["recto"] else "v", bare))
    joined = re.sub(r"(?<=[0-9]) (?=[rv][ab]?\b)", "", sides_named)
    return re.sub(rf"^({roman_numerals.PATTERN})(?=[rv]$)", r"\1 ", joined).replace("-", RANGE)


_TIDIED: Final[dict[str, Callable[[str, str], str]]] = {
    "page": _tidy_page,
    "page-line": _tidy_lines,
    "section": _tidy_section,
    "time": _tidy_times,
    "verse": _tidy_verse,
    "folio": _tidy_folio,
}
"""How what is left of a place without words before it is written here, scheme by scheme; with it what was typed."""


def _as_clock(text: str, *, is_elapsed: bool) -> str:
    if is_elapsed and (days := _DAYS.fullmatch(text)):
        return f"{int(days['days']) * 24 + int(days['hours'])}:{days[3]}:{days[4]}"
    if short := re.fullmatch(r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})", text):
        padded = ":".join(f"{int(part):02}" for part in short.groups())
        return padded if max(int(short[2]), int(short[3])) < _MIN else text
    typed = re.sub(r"(?<=h)([0-9]{2})$", r"\1m", text.removeprefix("PT"))
    minutes = re.fullmatch(r"min(?:ute)?s?\.?\s*([0-9]+)", text, re.IGNORECASE)
    found = _UNITS.fullmatch(f"{minutes[1]}m" if minutes else typed)
    if found and any(found.groups()):
        return clock(sum(int(part or 0) * size for part, size in zip(found.groups(), (_HOUR, _MIN, 1), strict=True)))
    if text.isdecimal():
        return clock(int(text))
    if re.fullmatch(r"[0-9]{1,3}:[0-5][0-9]", text):
        return clock(int(text.partition(":")[0]) * _MIN + int(text.partition(":")[2]))
    return text.replace(".", ":") if re.fullmatch(r"[0-9]{1,2}\.[0-9]{2}\.[0-9]{2}", text) else text


def clock(total: int) -> str:
    """Return seconds as a time of a recording: 00:12:31."""
    return f"{total // _HOUR:02}:{total // _MIN % _MIN:02}:{total % _MIN:02}"
