"""Where a mistake begins that YAML notices lines later: an open quote or bracket, a line out of place."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from dateline.ground.yamltree.columns import Columns, Mistake, Start
from dateline.ground.yamltree.scalars import quoted

_COLUMNS: Final = re.compile(r"(?P<indent>[ ]*)(?P<dashes>(?:-[ ]+)*)(?P<rest>.*)")
_KEY: Final = re.compile(
    r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s:#\"'\[\]{},&*!|>%@`-][^:#\[\]{}]*?|-[\w-]+)[ ]*:(?:[ ]+(?P<value>.*)|$)"
)
_TIGHT: Final = re.compile(r"(?P<key>[A-Za-z_]+):(?P<value>[^\s:/].*)")
_WIDE: Final = re.compile(r"(?P<key>[A-Za-z_]+)[ ]*[：﹕][ ]*(?P<value>.*)")
_BARE: Final = re.compile(r"(?P<key>[a-z_]+)[ ]+(?:=[ ]*)?(?P<value>\S.*)")
_NEW: Final = re.compile(r"[ ]*(?:-[ ]+)*(?:-$|[\w-]+:(?:[ ]|$))|[ ]*-[ ]|---$")
_BLOCK: Final = re.compile(r"[|>](?:[-+]?[1-9]?|[1-9][-+])(?:[ ]+#.*)?$")
_HASH: Final = re.compile(r"[\s\[{,]#")
_COMMENT: Final = re.compile(r"[ ]+#.*")
_IS_NO_TEXT: Final = re.compile(r"[?:] |[*&,\]}]")
"""What a text without quotes does not begin with, where a value is expected."""
_NUMBER: Final = re.compile(r"[>][ ]*=?[ ]*(?P<number>[0-9][0-9,.]*)$")
_IN_BRACKETS: Final = re.compile(r"(?:(?P<key>[\w-]+):[ ]+|[\[{,][ ]*|^[ ]*)(?P<value>[>|@`%*&][^,\[\]{}]*)")
_ONLY_CLOSING: Final = re.compile(r"[\]}, ]+")
_BULLETS: Final = {
    "–": "an en dash", "—": "an em dash", "−": "a minus sign", "‐": "a typographic hyphen", "‑": "a no-break hyphen",
    "•": "a bullet", "·": "a middle dot", "∙": "a bullet", "◦": "a bullet", "‣": "a bullet", "⁃": "a bullet",
    "▪": "a bullet", "●": "a bullet", "*": "an asterisk", "+": "a plus sign",
}  # fmt: skip
_BULLET: Final = re.compile(rf"[{re.escape(''.join(_BULLETS))}][ \t]*(?P<item>[^\s*&+].*)")
_MAX_LINE: Final = 5000
_CLOSING: Final = {"[": "]", "{": "}"}
_NAMES: Final = {"[": "bracket", "{": "brace"}


_NO_BULLETS: Final = frozenset("*+-")
"""Signs that a list may begin with by mistake, and a key or text rightly."""


def instead_of_dash(text: str) -> tuple[str, str] | None:
    """Return what stands before `text` instead of the dash and space of a list, and the text without it."""
    if re.match(r"-[^\W\d_]", text):
        return "a space is missing behind the dash", text[1:].strip()
    bullet = _BULLET.fullmatch(text)
    if bullet is None or text[0] in _NO_BULLETS:
        return None
    return f"{_BULLETS[text[0]]} (U+{ord(text[0]):04X}) stands where the - of a list belongs", bullet["item"].strip()


@dataclass(slots=True)
class _Lines:
    """The lines of a text, and how far they are read."""

    lines: list[str]
    number: int = 0
    columns: Columns = field(default_factory=Columns)

    def following(self, number: int) -> int:
        """Return the number of the next line with anything in it; that of the end where there is none."""
        for following in range(number + 1, len(self.lines)):
            if self.lines[following].strip() and not self.lines[following].lstrip().startswith("#"):
                return following
        return len(self.lines)


def first_mistake(text: str, last: int) -> Mistake | None:
    """Return the first mistake of a text that is no YAML, down to the line `last`, where YAML noticed it."""
    source = _Lines(text.split("\n"))
    while source.number < len(source.lines):
        at = source.number
        for mistake in _of_line(source, source.lines[at]):
            return mistake if mistake.line <= last else None
        source.number = max(source.number, at) + 1
    return None


def _of_line(source: _Lines, line: str) -> Iterator[Mistake]:
    columns = _COLUMNS.fullmatch(line) if len(line) <= _MAX_LINE else None
    if not line.strip() or line.lstrip().startswith("#") or line.rstrip() in {"---", "..."} or columns is None:
        return
    if line.lstrip(" ").startswith("\t"):
        yield Mistake(source.number, len(columns["indent"]), "a tab stands here; YAML is indented with spaces",
                      "replace the tab by spaces")  # fmt: skip
        return
    yield from _sign(source, columns)
    content, start = columns["rest"], columns.start("rest")
    key = _KEY.fullmatch(content.rstrip())
    whole = line.strip()
    here, behind = (Start(source.number, len(columns["indent"]), whole), Start(source.number, start, content.rstrip()))
    yield from source.columns.take(here, behind, is_key=key is not None)
    value, value_start = (key["value"] or "", start + key.start("value")) if key else (content.rstrip(), start)
    if key is None and not columns["dashes"]:
        yield from _no_key(source, content, start)
    yield from _tight(source, content, start) if key is None else ()
    source.columns.takes_more = not _COMMENT.sub("", f" {value}").strip()
    name = key["key"] if key else "" if columns["dashes"] else None
    yield from _value(source, value, value_start, name)


def _sign(source: _Lines, columns: "re.Match[str]") -> Iterator[Mistake]:
    """Yield what stands for the dash of a list."""
    rest, start = columns["rest"], columns.start("rest")
    bullet = _BULLET.fullmatch(rest)
    is_tight = bullet is not None and bullet.start("item") == 1
    if bullet and not (is_tight and rest[0] in "*+−"):
        message = f"{_BULLETS[rest[0]]} (U+{ord(rest[0]):04X}) stands where the - of a list belongs"
        yield Mistake(source.number, start, message, f"write - {bullet['item'].strip()}")
    elif re.match(r"-[^\W\d_]", rest):
        yield Mistake(source.number, start, "a space is missing behind the dash", f"write - {rest[1:].strip()}")


def _no_key(source: _Lines, content: str, start: int) -> Iterator[Mistake]:
    """Yield a line that should have a key and has none: not where a value may go on."""
    if content.startswith("```"):
        message = "the fence of a block of code stands here, as Markdown has it"
        yield Mistake(source.number, start, message, "remove the line, and the one that closes the block")
        return
    wide, bare = _WIDE.fullmatch(content), _BARE.fullmatch(content)
    if wide:
        message = "a full-width colon stands here; YAML knows only :"
        yield Mistake(source.number, start + len(wide["key"]), message, f"write {wide['key']}: {wide['value']}")
    elif (
        (start in source.columns.open or not source.columns.open)
        and not content.startswith(('"', "'", "[", "{"))
        and ":" not in content
    ):
        new = f"write {bare['key']}: {bare['value']}" if bare else "write 'key: value'"
        hint = f"{new}; or indent it more, if it goes on with the text above" if source.columns.open else new
        yield Mistake(source.number, start, "this line has no key, or its key has no colon", hint)


def _tight(source: _Lines, content: str, start: int) -> Iterator[Mistake]:
    tight = _TIGHT.match(content)
    if tight and (start in source.columns.open or not source.columns.open or source.columns.takes_more):
        message = "a space is missing behind the colon"
        yield Mistake(source.number, start + len(tight["key"]), message, f"write {tight['key']}: {tight['value']}")


def _value(source: _Lines, value: str, start: int, key: str | None) -> Iterator[Mistake]:
    """Yield what is wrong with the value of a key; of an entry of a list, where the key is empty; or of neither."""
    before = f"{key}: " if key else ""
    if value[:1] in {'"', "'"}:
        yield from _quote(source, value, start, before)
    elif value[:1] in _CLOSING:
        yield from _collection(source, value, start, before)
    elif value[:1] in {"|", ">"}:
        yield from _block(source, value, start, before)
    elif value[:1] in {"@", "`", "%"} or (key is not None and _IS_NO_TEXT.match(value)):
        message = f"text that begins with {value[0]} needs quotes"
        yield Mistake(source.number, start, message, f"write {before}{_quotes(_without_comment(value))}")
    elif (cut := re.search(r"[^ #][ ]+(?=#)", value)) and (more := _going_on(source)):
        message = "the text ends before #, where a comment begins, and cannot go on below it"
        hint = f"write {before}{_quotes(' '.join([value.rstrip(), *more]))}"
        yield Mistake(source.number, start + cut.end(), message, hint)
    elif key and (colon := re.search(r":(?:[ ]|$)", _without_comment(value))) and value[0] not in "#&*!?-":
        message = "a colon makes a key here, where none can be"
        hint = f"text with ': ' in it needs quotes: write {before}{_quotes(straight(_without_comment(value)))}"
        yield Mistake(source.number, start + colon.start(), message, hint)


def _going_on(source: _Lines) -> list[str]:
    """Return the lines below this one that are indented more than its key, and have none themselves."""
    more: list[str] = []
    for line in source.lines[source.number + 1 :]:
        if len(line) - len(line.lstrip(" ")) <= source.columns.key_column or not line.strip() or _NEW.match(line):
            break
        more.append(line.strip())
    return more if not more or not more[0].startswith("#") else []


def _quotes(text: str) -> str:
    """Return a text in the quotes that leave it as it is, where there are such."""
    return f"'{text}'" if '"' in text and "'" not in text else quoted(text)


def straight(text: str) -> str:
    """Take off curly quotes around a whole text: straight ones take their place."""
    return text[1:-1] if text[:1] in {"“", "„"} and text[-1:] in {"”", "“"} else text


def _without_comment(value: str) -> str:
    return re.split(r"[ ]+#[ ]", value)[0].rstrip()


def _end_of_quote(text: str, start: int) -> int | None:
    """Return where the quote at `start` is closed, or None where the text ends first."""
    pattern = r"\"(?:[^\"\\]|\\.)*\"" if text[start] == '"' else r"'(?:[^']|'')*'"
    match = re.compile(pattern, re.DOTALL).match(text, start)
    return match.end() if match else None


def _quote(source: _Lines, value: str, start: int, before: str) -> Iterator[Mistake]:
    end = _end_of_quote(value, 0)
    if end is None:
        yield from _long_quote(source, start, value[0])
        return
    rest = value[end:].strip()
    if rest and not rest.startswith(("#", ":")):
        inner = value[1:-1] if value.endswith(value[0]) else value
        message = "the text goes on behind its closing quote; this is neither a key nor part of the value before it"
        column = start + end + value[end:].index(rest[0])
        yield Mistake(source.number, column, message, f"write {before}{_quotes(inner)}")


def _long_quote(source: _Lines, start: int, sign: str) -> Iterator[Mistake]:
    """Go to the line that closes a quote; yield it where a new key or entry comes first."""
    opening = source.number
    for number in range(opening + 1, len(source.lines)):
        line = source.lines[number]
        is_new = _NEW.match(line) and len(line) - len(line.lstrip()) <= start
        if is_new or line.rstrip() == "---":
            break
        if sign in line:
            source.number = number
            return
    yield Mistake(
        opening, start, "the quote that opens here is never closed", f"close it with {sign} at the end of its text"
    )


def _collection(source: _Lines, value: str, start: int, before: str) -> Iterator[Mistake]:
    """Read brackets and braces, on as many lines as they take; yield what is not closed or is closed otherwise."""
    opened: list[tuple[str, int, int]] = []
    number, column = source.number, start
    while number < len(source.lines):
        line = source.lines[number]
        found = _in_brackets(line, column, number, opened)
        if isinstance(found, Mistake):
            yield found
            return
        if not opened:
            whole = f"write {before}{_quotes(_without_comment(value))}" if number == source.number else ""
            source.number = number
            yield from _behind(line, found, number, whole)
            return
        following = source.following(number)
        if following == len(source.lines) or _NEW.match(source.lines[following]):
            break
        number, column = following, 0
    sign, line_number, opening = opened[-1]
    place = f"line {line_number + 1}, column {opening + 1}"
    message = f"the {_NAMES[sign]} that opens at {place}, lacks a comma or its closing {_NAMES[sign]} {_CLOSING[sign]}"
    hash_cut = number == line_number and _HASH.search(source.lines[number][opening:])
    hint = "what follows # is a comment: text with # needs quotes" if hash_cut else f"close it with {_CLOSING[sign]}"
    yield Mistake(line_number, opening, message, hint)


def _in_brackets(line: str, column: int, number: int, opened: list[tuple[str, int, int]]) -> int | Mistake:
    """Return where the outermost bracket of a line is closed, or its length; `opened` is kept."""
    before = ""
    while column < len(line):
        sign = line[column]
        if sign in "\"'" and before in {"", "[", "{", ",", ":"}:
            end = _end_of_quote(line, column)
            if end is None:
                return Mistake(number, column, "the quote that opens here is never closed", f"close it with {sign}")
            column = end - 1
        elif sign in ">|@`%*&" and (unquoted := _unquoted(line, column)):
            return Mistake(number, column, *unquoted)
        elif sign == "#" and line[column - 1 : column] in {"", " ", "[", "{", ","}:
            break
        elif sign in _CLOSING:
            opened.append((sign, number, column))
        elif sign in "]}":
            opener, at, opening = opened.pop()
            if _CLOSING[opener] != sign:
                message = f"the {_NAMES[opener]} that opens here is not closed before the {sign} in column {column + 1}"
                return Mistake(at, opening, message, f"close it with {_CLOSING[opener]}")
            if not opened:
                return column + 1
        before = sign if not sign.isspace() else before
        column += 1
    return len(line)


def _unquoted(line: str, column: int) -> tuple[str, str] | None:
    """Return what is wrong with a text in brackets that begins here with a sign that needs quotes, and what to do."""
    found = next((match for match in _IN_BRACKETS.finditer(line) if match.start("value") == column), None)
    before = f"{found['key']}: " if found and found["key"] else ""
    return _needs_quotes(found["value"].rstrip(), before) if found else None


def _needs_quotes(value: str, before: str) -> tuple[str, str]:
    amount = _NUMBER.fullmatch(value)
    over = f"; a number of more than {amount['number']} is written min: {amount['number']}" if amount else ""
    hint = "put it in quotes" if amount else f"write {before}{_quotes(value)}"
    return f"text that begins with {value[0]} needs quotes", f"{hint}{over}"


def _behind(line: str, end: int, number: int, whole: str) -> Iterator[Mistake]:
    rest = line[end:].strip()
    if rest and not rest.startswith(("#", ":")):
        message = "text stands behind the closing bracket or brace"
        hint = whole or "remove it, or put the whole text in quotes"
        if _ONLY_CLOSING.fullmatch(rest):
            is_unopened = rest.startswith("]") and line[:end].endswith("}")
            hint = "put its [ before the {, or remove it" if is_unopened else "remove it"
        yield Mistake(number, end + line[end:].index(rest[0]), message, hint)


def _block(source: _Lines, value: str, start: int, before: str) -> Iterator[Mistake]:
    """Skip the text below | or >; yield it where it is not indented."""
    if not _BLOCK.fullmatch(value):
        yield Mistake(source.number, start, *_needs_quotes(value, before))
        return
    base = source.columns.key_column
    inner = 0
    for number in range(source.number + 1, len(source.lines)):
        line = source.lines[number]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip():
            continue
        if indent <= base or (inner and indent < inner):
            if not _NEW.match(line) and not line.lstrip().startswith("#"):
                yield _shallow(number, indent, value[0], inner)
            source.number = number - 1
            return
        inner = inner or indent
    source.number = len(source.lines)


def _shallow(number: int, indent: int, sign: str, inner: int) -> Mistake:
    if inner:
        message = f"this line is indented less than the first line of the text below {sign}"
        return Mistake(number, indent, message, f"indent it by {inner} spaces")
    message = f"the text below {sign} is not indented"
    return Mistake(number, indent, message, "indent each of its lines more than the key")
