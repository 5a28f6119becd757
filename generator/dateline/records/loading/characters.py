"""Characters that no reader sees or that show a text otherwise than it is: told where they stand."""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from html import unescape
from typing import Final, NamedTuple

from dateline.ground.problems import Code, Position, Problem

_REORDERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OPENING_ISOLATES: Final = frozenset("\u2066\u2067\u2068")
_END_OF_ISOLATE: Final = "\u2069"
_MARKS: Final = frozenset("\u200e\u200f\u061c")
_JOINERS: Final = frozenset("\u200c\u200d")
_BREAKS: Final = frozenset("\x85\u2028\u2029")
_BYTE_ORDER_MARK: Final = "\ufeff"
_LOST: Final = "\ufffd"
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LAST_OF_PLANES: Final = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_SUSPECT: Final = re.compile(
    "[\x85\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufdd0-\ufdef"
    f"\ufeff\uffa0\ufff9-\uffff{_LAST_OF_PLANES}\U000e0000-\U0010ffff]"
)
_NO_CHARACTER: Final = re.compile(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}]")
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_WITHOUT_SPACES: Final = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]")
_FLAG: Final = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_ODD_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE: Final = re.compile(f"[{_ODD_SPACES}]")
_IN_THE_FRAME: Final = re.compile(
    rf"^[ \t]*(?:-[ \t]+)*(?:-|[\w.-]+:|\"[^\"\n]*\":)?[ \t]*(?P<odd>[{_ODD_SPACES}]+)"
    rf"|[{{,\[][ \t]*[\w-]+:(?P<in_braces>[{_ODD_SPACES}]+)"
)
_BLOCK: Final = re.compile(
    r"(?:(?P<of_key>[ ]*(?:- +)*)[^\s#-][^#]*:[ ]+|(?P<of_entry>[ ]*(?:- +)*?)(?:- +)?)[|>][-+0-9]*[ ]*(?:#.*)?$"
)
"""A line that opens a block of text; what stands before its key, or before the hyphen of its entry, is as deep as the
lines that end the block."""
_QUOTED: Final = re.compile(r'(?:^|[-:,?\[{])\s*"(?P<inside>(?:[^"\\]++|\\.)*+)"', re.MULTILINE | re.DOTALL)
_ESCAPE: Final = re.compile(
    r"\\(?:x(?P<two>[0-9a-fA-F]{2})|u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})|(?P<sign>.))", re.DOTALL
)
_SIGNS: Final = {"N": "\x85", "L": "\u2028", "P": "\u2029", "_": "\u00a0"}
_REFERENCE: Final = re.compile("&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,40});")
_LINE: Final = re.compile("[^\n]+")
_NAMES: Final = {
    "\u00a0": "no-break space",
    "\u202f": "narrow no-break space",
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\ufeff": "byte order mark",
    "\ufffd": "replacement character",
    "\x85": "next line",
}


class _Told(NamedTuple):
    """What is said of a character, and what the text is read with in its place."""

    code: Code
    message: str
    hint: str
    instead: str = ""


def cleaned(text: str, shown: str) -> tuple[str, list[Problem]]:
    """Return `text` without what must not stand in it, and what is told of that, once a line for each character."""
    if not _SUSPECT.search(text):
        return text, []
    problems: list[Problem] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if _SUSPECT.search(line):
            lines[number - 1] = _cleaned_line(line, Position(shown, number), problems)
    return "\n".join(lines), problems


def with_plain_spaces(text: str, shown: str, start: int, end: int) -> tuple[str, list[Problem]]:
    """Return `text` whose YAML, from `start` to `end`, has plain spaces where its frame has others, which are told."""
    if not _ODD_SPACE.search(text, start, end):
        return text, []
    problems: list[Problem] = []
    first = text.count("\n", 0, start) + 1
    lines = text[start:end].split("\n")
    block: int | None = None
    for index, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line.strip()):
            continue
        opening = _BLOCK.match(line)
        block = len(opening["of_key"] or opening["of_entry"] or "") if opening else None
        lines[index] = _plain_spaced(line, Position(shown, first + index), problems)
    return text[:start] + "\n".join(lines) + text[end:], problems


def controls(body: str, first_line: int, shown: str) -> Iterator[Problem]:
    """Yield the control characters of a body, which YAML would refuse."""
    for match in _CONTROLS.finditer(body):
        line = first_line + body.count("\n", 0, match.start())
        here = Position(shown, line, match.start() - (body.rfind("\n", 0, match.start()) + 1) + 1)
        yield Problem(here, Code.BAD_CHARACTER, f"{_name(match[0])} is a control character", "remove it")


def escaped(text: str, shown: str) -> Iterator[Problem]:
    """Yield what stands in YAML as an escape and must not stand in a text, whichever way it is written."""
    for quoted in _QUOTED.finditer(text) if "\\" in text else ():
        yield from _spelt(text, shown, quoted.span("inside"), _ESCAPE, _of_escape)


def referenced(text: str, shown: str, start: int) -> Iterator[Problem]:
    """Yield what stands in a body, from `start`, as an HTML reference and must not stand in a text."""
    for line in _LINE.finditer(text, start) if "&" in text else ():
        yield from _spelt(text, shown, line.span(), _REFERENCE, lambda match: unescape(match[0]))


def _of_escape(match: re.Match[str]) -> str:
    code = match["two"] or match["four"] or match["eight"]
    if code is None:
        return _SIGNS.get(match["sign"], match["sign"])
    return chr(int(code, 16)) if int(code, 16) <= sys.maxunicode else ""


def _spelt(
    text: str, shown: str, span: tuple[int, int], pattern: re.Pattern[str], meant: Callable[[re.Match[str]], str]
) -> Iterator[Problem]:
    """Yield what is told of the characters that `pattern` finds spelt in a part of a text, each once."""
    read, places, at = "", {}, span[0]
    for match in pattern.finditer(text, *span):
        read += text[at : match.start()]
        for char in meant(match):
            places[len(read)] = match.start()
            read += char
        at = match.end()
    read += text[at : span[1]]
    told: set[str] = set()
    for index, said in _told_of(read):
        if index in places and read[index] not in told:
            told.add(read[index])
            line = text.count("\n", 0, places[index]) + 1
            here = Position(shown, line, places[index] - text.rfind("\n", 0, places[index]))
            yield Problem(here, said.code, said.message, said.hint)


def _cleaned_line(line: str, start: Position, problems: list[Problem]) -> str:
    kept = list(line)
    told: set[str] = set()
    for index, said in _told_of(line):
        if said.instead or said.code is not Code.HIDDEN_CHARACTER:
            kept[index] = said.instead
        if line[index] not in told:
            told.add(line[index])
            problems.append(Problem(Position(start.path, start.line, index + 1), said.code, said.message, said.hint))
    return "".join(kept).replace(_BYTE_ORDER_MARK, "")


def _told_of(line: str) -> Iterator[tuple[int, _Told]]:
    """Yield what is told of the characters of a line, by their places."""
    is_mixed = any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in line)
    flags = {index for flag in _FLAG.finditer(line) for index in range(*flag.span())}
    balanced = _balanced(line) if is_mixed else frozenset()
    for found in _SUSPECT.finditer(line):
        index = found.start()
        said = _said(line, index, is_mixed=is_mixed) if index not in flags and index not in balanced else None
        if said is not None:
            yield index, said


def _balanced(line: str) -> frozenset[int]:
    """Return where the isolates of a line stand that are opened and closed."""
    opened: list[int] = []
    found: set[int] = set()
    for index, char in enumerate(line):
        if char in _OPENING_ISOLATES:
            opened.append(index)
        elif char == _END_OF_ISOLATE and opened:
            found |= {opened.pop(), index}
    return frozenset(found)


def _said(line: str, index: int, *, is_mixed: bool) -> _Told | None:
    char = line[index]
    name = _name(char)
    if char in _REORDERING:
        return _Told(
            Code.BAD_CHARACTER, f"{name} makes readers see text in another order than it is written", "remove it"
        )
    if char in _BREAKS:
        message = f"{name} ends a line for some tools and not for others"
        return _Told(Code.BAD_CHARACTER, message, "put a line break or a space in its place", " ")
    if char == _LOST:
        message = f"{name} stands for a character that was lost when the text was copied or converted"
        return _Told(Code.HIDDEN_CHARACTER, message, "write the character that belongs here")
    if unicodedata.category(char) == "Cn" and _NO_CHARACTER.fullmatch(char):
        return _Told(Code.BAD_CHARACTER, f"{name} is no character", "remove it")
    if unicodedata.category(char) in {"Co", "Cn"}:
        message = f"{name} has no meaning of its own: readers see an empty box"
        return _Told(Code.HIDDEN_CHARACTER, message, "write the character that is meant")
    return (
        None
        if _belongs(line, index, is_mixed=is_mixed)
        else _Told(
            Code.HIDDEN_CHARACTER, f"{name} cannot be seen, and keeps the search from finding the word", "remove it"
        )
    )


def _belongs(line: str, index: int, *, is_mixed: bool) -> bool:
    """Return whether an invisible character does here what it is for."""
    char, before, after = line[index], line[index - 1 : index], line[index + 1 : index + 2]
    if char in _MARKS:
        return is_mixed
    if char in _JOINERS:
        return bool(before) and not before.isascii() and "LATIN" not in unicodedata.name(before, "")
    return char == "\u200b" and bool(_WITHOUT_SPACES.match(before) or _WITHOUT_SPACES.match(after))


def _plain_spaced(line: str, start: Position, problems: list[Problem]) -> str:
    match = _IN_THE_FRAME.search(line)
    while match is not None:
        group = "odd" if match["odd"] else "in_braces"
        here, end = match.span(group)
        message = f"not valid YAML: {_name(line[here])} stands where a space belongs"
        there = Position(start.path, start.line, here + 1)
        problems.append(Problem(there, Code.YAML_SYNTAX, message, "type a space in its place"))
        line = line[:here] + " " * (end - here) + line[end:]
        match = _IN_THE_FRAME.search(line)
    return line


def _name(char: str) -> str:
    known = _NAMES.get(char) or unicodedata.name(char, "").lower()
    article = "an" if known[:1] in {*"aeiou"} else "a"
    return f"{article} {known} (U+{ord(char):04X})" if known else f"U+{ord(char):04X}"
