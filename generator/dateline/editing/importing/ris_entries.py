"""RIS as items of CSL."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.editing.importing.given_tables import TableError
from dateline.editing.importing.spoken_names import spoken_names
from dateline.ground.problems import Code

_LINE: Final = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  ?-(?: (?P<value>.*))?")
_TYPES: Final = {
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "RPRT": "report",
    "GOVDOC": "report",
    "THES": "thesis",
    "DATA": "dataset",
    "DBASE": "dataset",
    "VIDEO": "motion_picture",
    "MPCT": "motion_picture",
    "SOUND": "broadcast",
    "MAP": "map",
    "ART": "graphic",
    "FIGURE": "graphic",
    "BLOG": "post",
    "CHAP": "chapter",
    "CASE": "legal_case",
}
FIELDS: Final = {
    "TI": "title",
    "T1": "title",
    "JO": "container-title",
    "JF": "container-title",
    "T2": "container-title",
    "BT": "container-title",
    "JA": "container-title",
    "VL": "volume",
    "IS": "issue",
    "PB": "publisher",
    "CY": "publisher-place",
    "ET": "edition",
    "DO": "DOI",
    "UR": "URL",
    "N1": "note",
    "LA": "language",
    "CN": "number",
}
_PEOPLE: Final = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A4": "translator"}
_DATES: Final = {"PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed"}
_RANK: Final = ("DA", "Y1", "PY")
"""Which tag says most exactly when something was published."""
_ISBN: Final = re.compile(r"[\d -]{9,16}[\dXx]")
_ISSN: Final = re.compile(r"\d{4}-\d{3}[\dXx]")


def ris_items(text: str) -> list[tuple[int, str, Mapping[str, Any]]]:
    """Return the records of a file, each with its line and its id; raises TableError where it is no RIS."""
    found = list(_items(text))
    if not found and text.strip():
        raise TableError("it has no record of RIS", "a record begins with a line such as TY  - JOUR", Code.BAD_VALUE)
    return found


def _items(text: str) -> Iterator[tuple[int, str, Mapping[str, Any]]]:
    fields: list[tuple[str, str]] = []
    first = 1
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.fullmatch(line.rstrip())
        if found is None:
            if fields and line.strip():
                fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.strip()}")
            continue
        tag, value = found["tag"], (found["value"] or "").strip()
        if tag == "TY":
            first, fields = number, []
        if tag == "ER":
            if fields:
                yield first, next((text for name, text in fields if name == "ID"), ""), _item(fields)
            fields = []
        elif value:
            fields.append((tag, value))
    if fields:
        raise TableError("a record of RIS does not end", "its last line is ER  -", Code.BAD_VALUE, first)


def _item(fields: list[tuple[str, str]]) -> dict[str, Any]:
    said = dict(reversed(fields))
    item: dict[str, Any] = {"type": _TYPES.get(said.get("TY", ""), "article")}
    for tag, key in _PEOPLE.items():
        if names := spoken_names(value for name, value in fields if name == tag):
            item[key] = [*item.get(key, []), *names]
    for tag, key in FIELDS.items():
        if tag in said:
            item.setdefault(key, said[tag])
    if "SP" in said:
        item["page"] = "-".join(said[tag] for tag in ("SP", "EP") if tag in said)
    if "SN" in said:
        item["ISBN" if _ISBN.fullmatch(said["SN"]) and not _ISSN.fullmatch(said["SN"]) else "ISSN"] = said["SN"]
    for tag in (*_RANK, "Y2"):
        if tag in said:
            item.setdefault(_DATES[tag], {"raw": _day(said[tag])})
    known = {*_PEOPLE, *FIELDS, *_DATES, "TY", "SP", "EP", "SN", "ID"}
    return item | {
        tag: "; ".join(value for name, value in fields if name == tag) for tag, _ in fields if tag not in known
    }


def _day(text: str) -> str:
    """Return a date of RIS, "2017/11/08/" with parts that may be empty, as people type it."""
    parts = [part.strip() for part in text.split("/")]
    if not parts[0].isdigit():
        return text
    return "-".join([parts[0], *(part.zfill(2) for part in parts[1:3] if part.isdigit())])
