"""Files that are no article, known by what they hold, and what to do with each."""

import codecs
import csv
import json
import re
from dataclasses import dataclass
from typing import Final

from dateline.ground.extraction.decoding import marked_encoding
from dateline.ground.extraction.signs import is_closed

_FEWEST_LINES: Final = 3
_BEGINNING: Final = 65_536
_PAIR: Final = 2
_NAME_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a file is, and what an editor does with it."""

    name: str
    cure: str


_READ_ALOUD: Final = "save what is said in it as text (.txt, a paragraph a block), and say the page or time in --note"
_AS_TEXT: Final = "open it, and save it as text (.txt) or as a web page (.html)"
_PICTURE: Final = "type the words that it shows into a text file, and give that with --kind image"
_RECORDING: Final = "write down what is said, as subtitles (.srt) or text, and give that with --kind video"
_TITLES: Final = "save them as SubRip (.srt) or WebVTT (.vtt), which keep the times"
_DATA: Final = "record it with --kind dataset, of a text file that has the sentences or rows which you use"
_MESSAGES: Final = "save each message that you use as text (.txt), and record it by itself with --kind post"
_XML: Final = r"(?:<\?xml[^>]*>\s*)"
_CHAT: Final = (
    r"[\u200e\u200f]?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?(?:\]| -) [^:\n]{1,60}: "
)
"""How a line of a chat begins: the time, who writes, and a colon."""
_MARKS: Final[tuple[tuple[re.Pattern[bytes], Foreign], ...]] = tuple(
    (re.compile(pattern, re.DOTALL), Foreign(name, cure))
    for pattern, name, cure in (
        (rb"%!PS|AT&TFORM", "a file of pages (PostScript, DjVu)", _READ_ALOUD),
        (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|BM.{4}\0\0\0\0|II\*\0|MM\0\*", "an image", _PICTURE),
        (rb"\0\0..ftyp(?:avif|heic|heix|mif1|msf1)|\0\0[\1\2]\0.\0|\xff\x0a|8BPS\0", "an image", _PICTURE),
        (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]", "an image", _PICTURE),
        (
            rb"\0\0..ftyp|\x1aE\xdf\xa3|OggS\0|ID3[\x02-\x04]|fLaC\0|RIFF.{4}(?:WAVE|AVI )|\xff\xfb",
            "a recording",
            _RECORDING,
        ),
        (rb"PK\x03\x04", "a packed file, such as a document of an office program or a book", _AS_TEXT),
        (rb"\xd0\xcf\x11\xe0|\{\\rtf|.{60}BOOKMOBI|bplist00", "a document of another program", _AS_TEXT),
        (
            rb"\x1f\x8b|BZh[1-9]1AY|\xfd7zXZ|7z\xbc\xaf|Rar!\x1a",
            "a packed file",
            "unpack it, and give the file of the article",
        ),
        (rb"\x28\xb5\x2f\xfd|.{257}ustar", "a packed file", "unpack it, and give the file of the article"),
        (rb"WARC/\d", "a web archive", "open it in a viewer of web archives, and save the page as HTML"),
        (rb"SQLite format 3\0|PAR1", "a database", _DATA),
        (rb"-----BEGIN PGP MESSAGE", "an encrypted message", "decrypt it, and save what it says as text (.txt)"),
        (
            rb"From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d \d{4}",
            "a mailbox",
            "save the one mail that is the source, as .eml",
        ),
    )
)
_TEXTS: Final[tuple[tuple[re.Pattern[str], Foreign], ...]] = tuple(
    (re.compile(pattern), Foreign(name, cure))
    for pattern, name, cure in (
        (r"\s*\d+:\d\d:\d\d\.\d+,\d+:\d\d:\d\d\.\d", "a file of subtitles (SubViewer)", _TITLES),
        (r"(?:\s*\[[a-z]+:[^\]\n]*\]\n)*\s*\[\d+:\d\d\.\d+\]", "a file of subtitles (LRC)", _TITLES),
        (rf"\s*{_XML}?<(?:\w+:)?tt\b", "a file of subtitles (TTML)", _TITLES),
        (r"\s*\[Script Info\]", "a file of subtitles (SubStation)", _TITLES),
        (
            r"(?:\s|%[^\n]*\n)*@(?:(?i:comment|string|preamble)\s*[{(]|[A-Za-z]+\s*\{[^,{}]*,)",
            "a list of references (BibTeX)",
            "give the article itself",
        ),
        (r"\s*(?:TY {2}|PMID)- ", "a list of references (RIS)", "give the article itself"),
        (r"\s*%[0-9A-Z] [^\n]+\n%[0-9A-Z] ", "a list of references (EndNote)", "give the article itself"),
        (r"\s*(?:%[^\n]*\n\s*)*\\documentclass\b", "a document of LaTeX", _AS_TEXT),
        (r"\s*\[InternetShortcut\]", "a shortcut to a page", "open it, and save the page as HTML"),
        (rf"(?:{_CHAT}[^\n]*\n(?:(?!{_CHAT})[^\n]*\n)*){{1,20}}?{_CHAT}", "an export of a chat", _MESSAGES),
        (rf"\s*{_XML}?<(?:rss|feed|rdf:RDF)\b", "a feed", "open the entry, and save its page as HTML"),
        (r"\s*<\?xml(?![^>]*>\s*(?:<!--[\s\S]*?-->\s*)?(?:<!(?i:doctype) html|<(?i:html)))", "XML", _AS_TEXT),
        (r"\s*<(?:gpx|kml|opml|urlset|sitemapindex|plist)\b", "XML", _AS_TEXT),
        (r"\s*BEGIN:(?:VCALENDAR|VCARD)", "a calendar or an address card", "give the article itself"),
    )
)


def foreign_in(data: bytes, suffix: str = "") -> Foreign | None:
    """Return what a file is, where it is no text that can be taken for an article; None where it may be one."""
    encoding = marked_encoding(data)
    bare = data.removeprefix(codecs.BOM_UTF8) if encoding is None else data.decode(encoding, "replace").encode()
    for mark, foreign in _MARKS:
        if mark.match(bare[:_BEGINNING]):
            return foreign
    text = bare[:_BEGINNING].decode("utf-8", "replace").replace("\r\n", "\n")
    for pattern, foreign in _TEXTS:
        if pattern.match(text):
            return foreign
    if _is_json(bare):
        return Foreign("JSON", "if it is an export of posts, export them as HTML; otherwise give the article itself")
    return Foreign("a table (CSV)", _DATA) if _is_table(text, suffix) else None


def _is_json(data: bytes) -> bool:
    start = data[:_BEGINNING].lstrip()
    if not start.startswith((b"{", b"[")):
        return False
    for candidate in (data, start.partition(b"\n")[0]):  # a value for all, or one a line
        try:
            value = json.loads(candidate.decode("utf-8"))
        except (ValueError, RecursionError):
            continue
        # "[1]" and the like may begin a text
        return isinstance(value, dict) or (isinstance(value, list) and candidate is data)
    return False


def _is_table(text: str, suffix: str) -> bool:
    """Return whether a text is rows of cells: as many in each line, and no line a sentence."""
    if suffix.lower() in {".csv", ".tsv"}:
        return True
    if text.lstrip().startswith("<"):  # lines of markup, which may have as many commas each
        return False
    lines = [line for line in text.split("\n")[:-1] if line.strip()] if len(text) >= _BEGINNING else text.splitlines()
    lines = [line for line in lines if line.strip()]
    if len(lines) < _FEWEST_LINES:
        return False
    return any(_is_parted_by(mark, lines) for mark in ",;\t|")


def _is_parted_by(mark: str, lines: list[str]) -> bool:
    try:
        rows = list(csv.reader(lines, delimiter=mark))
    except csv.Error:
        return False
    while len(rows) > _FEWEST_LINES - 1 and len(rows[0]) == 1:  # what stands above a table
        rows = rows[1:]
    widths = {len(row) for row in rows}
    if len(widths) != 1 or len(rows) < _FEWEST_LINES - 1:
        return False
    width = widths.pop()
    if width == _PAIR:
        return len(rows) > _FEWEST_LINES and all(_is_of_figures(row) for row in rows[1:])
    is_quoted = all(line.startswith('"') and line.endswith('"') for line in lines)
    return width >= _FEWEST_LINES and (is_quoted or not any(map(is_closed, lines)))


def _is_of_figures(row: list[str]) -> bool:
    """Return whether a row of two cells is a name and a number."""
    name, number = row
    return len(name.split()) <= _NAME_WORDS and re.fullmatch(r"\s*[-+]?[\d.]+ ?%?\s*", number) is not None
