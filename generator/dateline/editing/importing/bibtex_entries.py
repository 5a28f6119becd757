"""BibTeX and BibLaTeX as items of CSL: entries, macros, and the letters that LaTeX writes with commands."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.editing.importing.given_tables import TableError
from dateline.editing.importing.spoken_names import spoken_names
from dateline.ground.problems import Code

_TYPES: Final = {
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "techreport": "report",
    "report": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "dataset": "dataset",
    "video": "motion_picture",
    "audio": "broadcast",
    "image": "graphic",
    "proceedings": "book",
    "collection": "book",
    "booklet": "book",
    "manual": "report",
}
FIELDS: Final = {
    "title": "title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "edition": "edition",
    "doi": "DOI",
    "isbn": "ISBN",
    "url": "URL",
    "note": "note",
    "language": "language",
    "langid": "language",
}
_DATES: Final = {"urldate": "accessed", "origdate": "original-date"}
_PEOPLE: Final = {"author": "author", "editor": "editor", "translator": "translator"}
_ENTRY: Final = re.compile(r"@\s*(?P<type>[A-Za-z]+)\s*(?P<open>[{(])")
_KEY: Final = re.compile(r"\s*+(?P<key>[^,}\s]*)(?=[,}\s])")
_CLOSE: Final = re.compile(r"\s*,?\s*[})]")
_JOINT: Final = re.compile(r"\s*#\s*")
_FIELD: Final = re.compile(r"\s*,?\s*(?P<name>[A-Za-z][\w:+./-]*)\s*=\s*")
_WORD: Final = re.compile(r"[^\s,#{}\"]+")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AND: Final = re.compile(r"\s+and\s+")
_ACCENTS: Final = dict(
    zip(
        "`'^\"~=.uvHcdbkr",
        "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0323\u0331\u0328\u030a",
        strict=True,
    )
)
_ACCENT: Final = re.compile(
    r"\\(?P<mark>[`'^\"~=.]|[uvHcdbkr](?![A-Za-z]))\s*(?:\{\s*(?P<inside>\\?[A-Za-z])\s*\}|(?P<plain>\\?[A-Za-z]))"
)
_LETTERS: Final = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "\u0131",
    "j": "ȷ",
}
_LETTER: Final = re.compile(r"\\(?P<name>ss|ae|AE|oe|OE|aa|AA|[oOlLij])(?![A-Za-z])\s*")
_COMMAND: Final = re.compile(r"\\(?:emph|textit|textbf|texttt|textsc|textrm|url|href\{[^{}]*\}|mbox)\s*(?=\{)")
_MOST_FIELDS: Final = 200


def bibtex_items(text: str) -> list[tuple[int, str, Mapping[str, Any]]]:
    """Return the entries of a file, each with its line and its key; raises TableError where one does not end."""
    return list(_items(text))


def _items(text: str) -> Iterator[tuple[int, str, Mapping[str, Any]]]:
    macros = {name: name for name in _MONTHS}
    place, line, counted = 0, 1, 0
    while (entry := _ENTRY.search(text, place)) is not None:
        line, counted = line + text.count("\n", counted, entry.start()), entry.start()
        kind = entry["type"].lower()
        if kind in {"comment", "preamble"}:
            place = _end_of_group(text, entry.end() - 1, line)
            continue
        place, key, fields = _entry(text, entry.end(), macros, line, is_string=kind == "string")
        if kind == "string":
            macros |= fields
        else:
            yield line, key, _item(kind, fields)


def _entry(
    text: str, place: int, macros: Mapping[str, str], line: int, *, is_string: bool
) -> tuple[int, str, dict[str, str]]:
    key = ""
    if not is_string:
        named = _KEY.match(text, place)
        if named is None:
            raise _unended(line)
        key, place = named["key"], named.end()
    fields: dict[str, str] = {}
    while len(fields) < _MOST_FIELDS and (found := _FIELD.match(text, place)) is not None:
        place, value = _value(text, found.end(), macros, line)
        fields.setdefault(found["name"].lower(), value)
    close = _CLOSE.match(text, place)
    if close is None:
        raise _unended(line)
    return close.end(), key, fields


def _value(text: str, place: int, macros: Mapping[str, str], line: int) -> tuple[int, str]:
    """Return where a value ends, and what it says: parts in braces, in quotes, numbers and macros, joined by #."""
    parts: list[str] = []
    while place < len(text):
        if text[place] == "{":
            end = _end_of_group(text, place, line)
            parts.append(text[place + 1 : end - 1])
        elif text[place] == '"':
            end = _end_of_quote(text, place, line)
            parts.append(text[place + 1 : end - 1])
        elif (word := _WORD.match(text, place)) is not None:
            end = word.end()
            parts.append(macros.get(word[0].lower(), word[0]))
        else:
            break
        joined = _JOINT.match(text, end)
        place = joined.end() if joined else end
        if joined is None:
            break
    return place, "".join(parts)


def _end_of_group(text: str, place: int, line: int) -> int:
    depth = 0
    opening, closing = text[place], "}" if text[place] == "{" else ")"
    for found in re.compile(rf"\\.|[{re.escape(opening + closing)}]", re.DOTALL).finditer(text, place):
        depth += (found[0] == opening) - (found[0] == closing)
        if not depth:
            return found.end()
    raise _unended(line)


def _end_of_quote(text: str, place: int, line: int) -> int:
    depth = 0
    for found in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(text, place + 1):
        depth += (found[0] == "{") - (found[0] == "}")
        if found[0] == '"' and depth <= 0:
            return found.end()
    raise _unended(line)


def _unended(line: int) -> TableError:
    return TableError("an entry of BibTeX does not end", "close its braces and quotes", Code.BAD_VALUE, line)


def _item(kind: str, fields: Mapping[str, str]) -> dict[str, Any]:
    item: dict[str, Any] = {"type": _TYPES.get(kind, "article")}
    for name, value in fields.items():
        if name in _PEOPLE:
            item[_PEOPLE[name]] = spoken_names(plain_latex(one) for one in _AND.split(value))
        elif name in FIELDS and FIELDS[name] not in item:
            item[FIELDS[name]] = plain_latex(value)
        elif name not in {"date", "year", "month", "day", "howpublished", *_DATES}:
            item[name] = plain_latex(value)
    if day := _day(fields):
        item["issued"] = {"raw": day}
    item |= {_DATES[name]: {"raw": plain_latex(text)} for name, text in fields.items() if name in _DATES}
    if found := re.search(r"https?://[^\s}]+", fields.get("howpublished", "")):
        item.setdefault("URL", found[0])
    elif "howpublished" in fields:
        item["howpublished"] = plain_latex(fields["howpublished"])
    return item


def _day(fields: Mapping[str, str]) -> str:
    if "date" in fields:
        return plain_latex(fields["date"])
    year, month, day = (plain_latex(fields.get(name, "")) for name in ("year", "month", "day"))
    if month.isdigit():
        return "-".join([year, month.zfill(2), *([day.zfill(2)] if day.isdigit() else [])])
    return " ".join(part for part in (day, month, year) if part)


def plain_latex(text: str) -> str:
    """Return a text of LaTeX as people read it: accents on their letters, no braces, dashes and spaces as they look."""
    text = _COMMAND.sub("", text)
    text = _ACCENT.sub(lambda found: _accented(found["inside"] or found["plain"], found["mark"]), text)
    text = _LETTER.sub(lambda found: _LETTERS[found["name"]], text)
    text = re.sub(
        r"\\([&%$#_{} ])", lambda found: "\ue000\ue001"[found[1] == "}"] if found[1] in "{}" else found[1], text
    )
    text = text.replace("{", "").replace("}", "").replace("\ue000", "{").replace("\ue001", "}")
    text = text.replace("~", " ").replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return " ".join(text.split())


def _accented(letter: str, mark: str) -> str:
    return unicodedata.normalize("NFC", letter.removeprefix("\\") + _ACCENTS[mark])
