"""Texts that are dates but for a word or a sign, typed as the rest of what is offered understands them."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.dates import human
from dateline.ground.dates.civil_day import years_as_written
from dateline.ground.dates.human import is_date

_DAY: Final = r"\d{4}-\d\d(?:-\d\d)?"


def _padded(year: str, month: str, day: str | None) -> str:
    return f"{year}-{month:>02}" + (f"-{day:>02}" if day else "")


def _few_years(first: str, last: str) -> str:
    """Return two years of two or three digits as a span; what runs backwards is before the Common Era."""
    if int(first) < int(last):
        return f"{first:>04} to {last:>04}"
    return f"{int(first)} to {int(last)} BCE"


_NONE: Final = r"(?:\?{1,2}|x{1,2}|u{1,2}|_{1,2}|0{1,2}|--)"
"""What stands for a day or a month that nobody knows."""
_WAYS: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"^[\"'“”‘’«»<`](.*)[\"'“”‘’«»>`]$", r"\1"),
        (r"^[\"'“”«»`](?=\d[^\"'“”«»`]*$)|(?<=^\d{4})(.*\d)[\"“”«»`]$", r"\1"),
        (r"^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号號]$", r"\1-\2-\3"),
        (r"^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월]$", r"\1-\2"),
        (r"^(\d{4}) ?[年년]$", r"\1"),
        (r"^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?$", r"\1-\2-\3"),
        # --- as machines, mail and soldiers write it ---
        (r"^([A-Za-z]{3}) ([A-Za-z]{3}) +(\d{1,2}) (\d\d:\d\d:\d\d)( [A-Z]{3,4})? (\d{4})$", r"\1 \3 \2 \6 \4\5"),
        (r"^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:\d\d)?(Z?)$", r"\1-\2-\3T\4:\5\6"),
        (r"^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d(?::\d\d)?)$", r"\1-\2-\3T\4"),
        (r"^(\d{4}-\d\d-\d\d)[_-](\d\d)[-.:](\d\d)(?:[-.:]\d\d)?$", r"\1T\2:\3"),
        (r"^(\d{4}-\d\d-\d\d)[ T]+(\d\d) ?h?$", r"\1T\2"),
        (r"^(\d{4}-\d\d-\d\d)(?:T| T(?=\d))", r"\1T"),
        (r"(?i)^(\d\d)(\d\d)(\d\d)Z ?([A-Z]{3}) ?(\d\d)$", r"\1 \4 '\5 \2:\3Z"),
        (r"^(\d{1,2})_(\d{1,2})_(\d{4})$", r"\1-\2-\3"),
        (r"(?i)^(\d{1,2})([a-z]{3,9})(\d{4})$", r"\1 \2 \3"),
        (r"(?i)^(\d{1,2})([a-z]{3})(\d\d)$", r"\1 \2 '\3"),
        (r"(?i)^([a-z]{3,9})(\d{1,2}),? ?(\d{4})$", r"\2 \1 \3"),
        (r"(?<=\d)\.$", ""),
        (r"^([+-])0+(?=\d{4}-\d\d)", r"\1"),
        (r"^([+-])0*([1-9]\d{4,})-\d\d.*$", lambda found: f"Y{found[1].strip('+')}{found[2]}"),
        (r"^(-\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?$", lambda found: _padded(found[1], found[3], found[4])),
        (r"^(\d{4})\.0+$", r"\1"),
        (r"^(\d{4})( ?[-./] | [-./] ?)(\d{1,2})\2(\d{1,2})$", lambda found: _padded(found[1], found[3], found[4])),
        (r"(?<=\d)T(\d)(?=:|$)", r"T0\1"),
        (r"(?<=T\d\d:)(\d)$", r"0\1"),
        (r"(?<=\d)([~?%])(Z|[+-]\d\d(?::?\d\d)?)$", r"\2\1"),
        (r"(?<=\d)(Z|[+-]\d\d:\d\d)\[[A-Za-z_/]+\]$", r"\1"),
        # --- what librarians write ---
        (r"(?i)^(?:\(c\)|©|℗|cop\.?|copyright|printed|publ\.?|published|p|anno(?: domini)?) ?(\d{4})\.?$", r"\1"),
        (r"(?i)^(?:year )?([1-9]\d{4,10})(?: (?:A\.? ?D\.?|C\.? ?E\.?))?$", r"Y\1"),
        (r"(?i)^(\d{4})[- ]?ish$", r"about \1"),
        (r"(?i)^(\d{4}) (q[1-4]) ?[-–/] ?(q[1-4])$", r"\2 \1 to \3 \1"),
        (r"(?i)^(q[1-4]) ?[-–/] ?(q[1-4]),? (\d{4})$", r"\1 \3 to \2 \3"),
        (rf"^({_DAY})/({_DAY})/({_DAY})$", r"\1; \2; \3"),
        (r"^(\d{2,3}) ?([-–/]) ?(\d{3})$", lambda found: _few_years(found[1], found[3])),
        (r"(?i)^\[?(\d{4}),? \[?(?:i\.? ?e\.?|recte|=) ?(\d{4})\]?$", r"\2"),
        (r"(?i)\bA\. ?D\. ?(\d{1,4})\b|\bAD ?(\d{1,4})\b", lambda found: f"{int(found[1] or found[2]):04}"),
        (r"(?i)(?<!\d)(\d{1,3}) (?:A\.? ?D\.?|C\.? ?E\.?)$", lambda found: f"{int(found[1]):04}"),
        (r"(?i)(?<=\d{4}) (?:A\. ?D\.|C\. ?E\.)$", ""),
        (r"(?i)^(?:b|d|r|born|died|reigned)\.? ?(?=(?:c\.? ?)?\d{3,4})", ""),
        (r"(?i)(?<=\d) \(?(?:n\. ?s\.?|new style)\)?$", ""),
        (r"(?i)^year (?:0|zero)$", "0000"),
        (r"(?i)^\[(ca?\.? ?\d{4})\]$", r"\1"),
        (r"(?i)(?<=[a-z])\. (?=\d{1,2} ?[-–] ?[a-z])|(?<=[-–][a-z]{3})\. (?=\d)|(?<=[-–] [a-z]{3})\. (?=\d)", " "),
        (r"(?i)^(?:fl|floruit|active)\.? ?(?=(?:c\.? ?)?\d)", "about "),
        (r"(?i)^(?:terminus )?(?:post quem|t\.?p\.?q\.?) ", "not before "),
        (r"(?i)^(?:terminus )?(?:ante quem|t\.?a\.?q\.?) ", "not after "),
        (r"^(\d{1,2})\? ([^\W\d]{3,9}) (\d{4})$", r"\1 \2 \3?"),
        (r"^\?(?=\d{1,2} )(.*)$", r"\1?"),
        (r"(?i)\b(?:on or |at or )(?=about|around|before|after)", ""),
        (r"(?i)\b(by|until|till) (?:the )?(?:very )?end of ", r"\1 "),
        (r"(?i)\b(since|from) (?:the )?(?:very )?(?:beginning|start) of ", r"\1 "),
        (
            r"(?i)^(?:the )?(\d{1,2})(?:st|nd|rd|th)? ?[-–/] ?(?=\d{1,2}(?:st|nd|rd|th) c)",
            r"\1th century to ",
        ),
        (r"(?i)\b([1-4])(?:st|nd|rd|th) qtr\.?(?: of)? (\d{4})$", r"Q\1 \2"),
        # --- what nobody knows, as people and other databases write it ---
        (rf"(?i)^{_NONE}([-./])(\d{{1,2}})\1(\d{{4}})$", lambda found: f"{found[3]}-{found[2]:>02}-XX"),
        (rf"(?i)^(\d{{1,2}})([-./]){_NONE}\2(\d{{4}})$", lambda found: f"{found[3]}-XX-{found[1]:>02}"),
        (rf"(?i)^{_NONE}([-./]){_NONE}\1(\d{{4}})$", r"\2-XX"),
        (rf"(?i)^(\d{{4}})([-./]){_NONE}(?:\2{_NONE})?$", r"\1-XX"),
        (rf"(?i)^(\d{{4}})([-./])(\d{{1,2}})\2{_NONE}$", lambda found: f"{found[1]}-{found[3]:>02}-XX"),
        (rf"(?i)^(\d{{4}})([-./]){_NONE}\2(\d{{1,2}})$", lambda found: f"{found[1]}-XX-{found[3]:>02}"),
        (r"(?i)^(?:\?{4}|x{4}|_{4}|-{4}|0000)([-./])(\d{1,2})\1(\d{1,2})$", r"XXXX-\2-\3"),
        (r"^(\d{4})--(\d\d)$", r"\1-XX-\2"),
        (r"(?i)(?<=[^\W\d] )(\d\d)(?:\?\?|--|__|xx)$", r"\1XX"),
        (r"(?<=[^\W\d] )(\d{3})[-_?]$", r"\1X"),
        (r"(?i)(?<=[^\W\d] )(?:\?{4}|x{4}|_{4}|-{4})$", "XXXX"),
        (r"^(\d\d)--\??$", r"\1XX"),
        (r"(?i)(?<=\d)[,'](?=\d{3} ?(?:B\.? ?C|A\.? ?D|C\.? ?E))", ""),
        (r"^(\d{4})([_,;:])(\d{1,2})\2(\d{1,2})$", r"\1-\3-\4"),
        (r"(?<=\d)-{2,}(?=\d{1,2}(?:\D|$))", "-"),
        (r"(?<=^[\[{])[,;] ?(?=\d)", ""),
        # --- brackets that are one too many or one too few, and what stands between the dates inside ---
        (r"^([\[{])\1+(.*?)[\]}]+$", r"\1\2]"),
        (r"^([\[{(][^\]})]*)$", r"\1]"),
        (r"^([^\[{(]*)\]$", r"[\1]"),
        (r"^([^\[{(]*)\}$", r"{\1}"),
        (r"[,;]{2,}", ","),
        (r"(?<=[\dX])[,;] ?(?=[\]})]$)", ""),
        (r"(?<=^[\[{(]\.\.)[,;] ?(?=\d)|(?<=\d)[,;] ?(?=\.\.[\]})]$)", ""),
        (rf"(?<=[\[{{(])({_DAY})(?:[ :+_\\])(?={_DAY}[\]}})]$)", r"\1,"),
        (rf"(?<=[\[{{(])({_DAY})\.(?={_DAY}[\]}})]$)", r"\1.."),
        (r"(\d{4}-\d\d-)(\d\d)(,|\.\.)(\d\d)(?=[\]})]$)", r"\1\2\3\1\4"),
        # --- what stands between two dates without brackets ---
        (rf"^({_DAY}) ?(?://+|\\|--+|[:_~]|(?: bis | au )) ?({_DAY})$", r"\1 to \2"),
        (rf"^({_DAY}) ?[,+] ?({_DAY})$", r"\1; \2"),
        (r"^(\d{1,2})\.? ?[-–] ?(\d{1,2})([./])(\d{1,2})\3(\d{4})$", r"\1\3\4\3\5 to \2\3\4\3\5"),
        (r"^(\d{1,2})([./])(\d{1,2})\2? ?[-–] ?(\d{1,2})\2(\d{1,2})\2(\d{4})$", r"\1\2\3\2\6 to \4\2\5\2\6"),
        (r"(?<=\d)(?:st|nd|rd|th)(?=[-–]| ?(?:and|or|&|to)\b|,)", ""),
        (r"(?i)^([a-z]{3,9})\.? (\d{1,2}),? (and|&|or) (\d{1,2}),? (\d{4})$", r"\2 \1 \5 \3 \4 \1 \5"),
        (r"(?i)^([a-z]{3,9})\.? (\d{1,2})[-–](\d{1,2}),? (\d{4})$", r"\2 \1 \4 to \3 \1 \4"),
        (r"^[\[{(] ?([^,;/.…]*?) ?[\]})]$", r"\1"),
        (r"…|\.{3,}", ".."),
        (r" ?(?:->|→|=>) ?", " to "),
        (r"^\+(?=\d{4}\b)", ""),
        (r"^--?(\d\d-\d\d)$", r"XXXX-\1"),
        (r"^(\d{3})(?=-\d\d(?:-\d\d)?$)", r"0\1"),
        (r"^(\d\d)\?\?$", r"\1XX"),
        (r"\?~|~\?", "%"),
        (r"(?i)^(?:some ?time |some day |)(?:in|during|within|on) (?=.*\d)", ""),
        (r"(?i)^(?:either|both) ", ""),
        (r"(?i)^pre-(?=\d)", "before "),
        (r"(?i)^post-(?=\d)", "after "),
        (r"(?i)^(?:\?|unknown|open) ?/ ?", "until "),
        (r"(?i)^(\d{4}),? (?:the )?((?:\w+|[1-4](?:st|nd|rd|th)) (?:half|third|quarter))$", r"\2 of \1"),
    )
)
_ALMOST_DIGITS: Final = re.compile(r"[\dOoIl]{4}-[\dOoIl]{1,2}(?:-[\dOoIl]{1,2})?")
"""A date with letters that look like digits."""
_LIKE_DIGITS: Final = str.maketrans("OoIl", "0011")
_OPEN_DIGITS: Final = re.compile(r"(?<=\d)[xu]{1,2}\b|(?<=-)(?:xx|uu)\b")
_WITHIN: Final = re.compile(r"(?P<opening>[\[{(])(?P<inside>.+)[\]})]")
_BETWEEN: Final = tuple(
    re.compile(rf"(?i) *(?:(?P<listed>,|;|\bor\b|\band\b)|\.\.|\bto\b{slash}) *") for slash in ("", "|/")
)
"""What parts dates; a slash only where none of them has slashes itself."""
_GIVE_OR_TAKE: Final = re.compile(r"(?P<year>\d{4}) ?(?:±|\+/-|\+-) ?(?P<years>\d{1,3})(?: years?)?")


def retyped(text: str) -> Iterator[str]:
    """Yield the text with every such word or sign as it is understood, if there is one."""
    told = text.translate(_LIKE_DIGITS) if _ALMOST_DIGITS.fullmatch(text) else text
    for pattern, instead in _WAYS:
        told = pattern.sub(instead, told)
    told = _OPEN_DIGITS.sub(lambda found: "X" * len(found[0]), told)
    if told != text:
        yield told


def in_brackets(text: str) -> str | None:
    """Return what to write for dates between brackets, each or what parts them typed in another way."""
    found = _WITHIN.fullmatch(text)
    if found is None:
        return None
    ways = (pattern.split(found["inside"]) for pattern in _BETWEEN)
    parts, days = next(((way, days) for way in ways if (days := human.all_of(way[::2])) and len(days) > 1), ([], []))
    if not days:
        return None
    signs = ["," if sign else ".." for sign in parts[1::2]]
    inside = "".join(f"{day}{sign}" for day, sign in zip(days, [*signs, ""], strict=True))
    whole = f"{{{inside}}}" if found["opening"] == "{" else f"[{inside}]"
    if not is_date(whole):
        return None
    if signs != [".."] or found["inside"].count("/") != 1:
        return f'write "{whole}"'
    lasted = f"if it lasted from the one to the other, write {days[0]}/{days[1]}"
    if found["opening"] == "{":
        return f'{lasted}; if it was on each day of them, "{whole}"'
    return f'{lasted}; if it was some time within, "{whole}"'


def give_or_take(text: str) -> str | None:
    """Return what to write for a year, give or take some."""
    if found := _GIVE_OR_TAKE.fullmatch(text):
        year, years = int(found["year"]), int(found["years"])
        whole = f"[{years_as_written(year - years)}..{years_as_written(year + years)}]"
        return f'write "{whole}"' if is_date(whole) else None
    return None
