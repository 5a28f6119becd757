"""What YAML has and records never hold: anchors, aliases, tags, depth; and syntax errors in an editor's words."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

import yaml

from dateline.ground.problems import Code, Position, Problem
from dateline.ground.yamltree.mistakes import first_mistake
from dateline.ground.yamltree.scalars import quoted

MAX_BYTES: Final = 512 * 1024
MAX_DEPTH: Final = 24

_NEEDS_QUOTES: Final = "text that begins with this sign needs quotes"
_NEAR: Final = 300
"""So many characters before and behind a sign are looked at for the text that it may begin."""
_END_IN_BRACKETS: Final = re.compile(r"[,\]}]|[ ]+#")
_COMMENT: Final = re.compile(r"[ ]+#")
_LAST_WORD: Final = re.compile(r"[\w-]+$")
_LIKE_A_KEY: Final = re.compile(r":(?:[ ]|$)")

TAG: Final = "tag:yaml.org,2002:"
"""What YAML's own tags begin with."""

# Cheap signs that the slow, exact look at every event is needed.
_MARKED: Final = re.compile(r"(?:^|[\s\[{,:?-])[&*!]", re.MULTILINE)
_NESTED: Final = re.compile(r"(?:[-?][ \t]+){8}|^ {48}", re.MULTILINE)


class _Mark(Protocol):
    """A place in a text, counted from zero."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class _Advice(NamedTuple):
    message: str
    hint: str = ""


# What libyaml says, and what it means to the one who wrote the file.
_ADVICE: Final = {
    "mapping values are not allowed in this context": _Advice(
        "a colon makes a key here, where none can be",
        "text with ': ' in it needs quotes; or the line before lacks its ': ', or the indent is wrong",
    ),
    "found unexpected end of stream": _Advice("the quote that opens here is never closed", "close it"),
    "did not find expected ',' or ']'": _Advice("the bracket {opened} lacks a comma or its closing bracket ]"),
    "did not find expected ',' or '}'": _Advice("the brace {opened} lacks a comma or its closing brace }"),
    "did not find expected key": _Advice(
        "this is neither a key nor part of the value before it",
        'check the indent and the quotes; inside \'…\' a quote is written twice, inside "…" as \\"',
    ),
    "did not find expected '-' indicator": _Advice("this is no entry of the list above it", "check the indent"),
    "block sequence entries are not allowed in this context": _Advice(
        "a list cannot begin here", "begin it on the next line, or write it in brackets: [a, b]"
    ),
    "mapping keys are not allowed in this context": _Advice("text that begins with ? needs quotes"),
    "found unknown escape character": _Advice(
        "inside double quotes a backslash begins an escape, and this one is unknown", "use single quotes"
    ),
    "did not find expected alphabetic or numeric character": _Advice("text that begins with * or & needs quotes"),
    "could not find expected ':'": _Advice("this line has no key, or its key has no colon", "write 'key: value'"),
    "did not find expected node content": _Advice(
        "a value is expected here", "text that begins with , ] or } needs quotes"
    ),
    "found unexpected ':'": _Advice("a value is missing behind this colon", "give the key a value, or remove it"),
    "but found another document": _Advice("a second YAML document begins here", "a record is one: remove the line ---"),
    "did not find expected <document start>": _Advice("text stands after the end of the YAML", "remove the line ..."),
}
_UNPARTED: Final = "did not find expected ','"
_TOLD_WHERE_IT_OPENS: Final = frozenset(
    {"found unexpected end of stream", "did not find expected alphabetic or numeric character"}
)
_TAB: Final = _Advice("a tab stands here; YAML is indented with spaces", "replace the tab by spaces")


def needs_a_close_look(text: str) -> bool:
    """Return whether `text` may hold what `refused` refuses: quick, and never wrongly False.

    What it lets through is nested less than a hundred deep; `reading` counts that exactly.
    """
    brackets = text.count("[") + text.count("{")
    return brackets > MAX_DEPTH or bool(_MARKED.search(text)) or bool(_NESTED.search(text))


def refused(text: str, path: str) -> Iterator[Problem]:
    """Walk the parser's events, which unlike nodes tell anchors and tags, and cannot recurse."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        here = _at(event.start_mark, path)
        if depth > MAX_DEPTH:
            yield too_deep(here)
            return
        yield from _refused_event(event, here, text)


def _refused_event(event: yaml.Event, here: Position, text: str) -> Iterator[Problem]:
    if isinstance(event, yaml.AliasEvent):
        yield Problem(here, Code.YAML_ALIAS, f"'*{event.anchor}' is a YAML alias", _instead(event, text))
    elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        yield Problem(here, Code.YAML_ANCHOR, f"'&{event.anchor}' is a YAML anchor", _instead(event, text))
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        tag = "!!" + event.tag.removeprefix(TAG) if event.tag.startswith(TAG) else event.tag
        yield Problem(here, Code.YAML_TAG, f"'{tag}' is a YAML tag", _instead(event, text))


def _instead(event: yaml.Event, text: str) -> str:
    meant = _as_text(event, text)
    return f"write the value out; {f'if it is text, write {meant}' if meant else _NEEDS_QUOTES}"


def _as_text(event: yaml.Event, text: str) -> str:
    """Return in quotes the text that a value may be meant as which begins with a sign; nothing of keys and lists."""
    is_plain = isinstance(event, yaml.ScalarEvent) and not event.style
    if (not is_plain and not isinstance(event, yaml.AliasEvent)) or (getattr(event, "tag", None) or "").startswith(TAG):
        return ""
    mark = event.start_mark
    if mark is None:
        return ""
    # Only what stands near is looked at: a file may have a hundred thousand aliases on one line.
    line = text[max(0, mark.index - _NEAR) : mark.index].rpartition("\n")[2]
    rest = text[mark.index : mark.index + _NEAR].partition("\n")[0]
    if len(rest) == _NEAR:
        return ""
    is_in_brackets = any(line.count(opening) > line.count(closing) for opening, closing in ("[]", "{}"))
    value = _END_IN_BRACKETS.split(rest)[0] if is_in_brackets else _COMMENT.split(rest)[0]
    return "" if line.rstrip().endswith("<<:") or _LIKE_A_KEY.search(value) else quoted(value.rstrip())


def too_deep(here: Position) -> Problem:
    """Return the problem of values that are nested too deep."""
    return Problem(here, Code.TOO_DEEP, f"values are nested more than {MAX_DEPTH} deep")


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Return what the parser could not read, in an editor's words."""
    if isinstance(error, yaml.reader.ReaderError):
        return _bad_character(error, text, path)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None)
    if mark is None or said is None:
        return Problem(Position(path), Code.YAML_SYNTAX, "not valid YAML")
    if (mistake := first_mistake(text, mark.line)) is not None:
        here = Position(path, mistake.line + 1, mistake.column + 1)
        return Problem(here, Code.YAML_SYNTAX, f"not valid YAML: {mistake.message}", mistake.hint)
    advice = _advice(said, mark, text)
    hint = _parted(text, mark) if said.startswith(_UNPARTED) else advice.hint
    opened = getattr(error, "context_mark", None)
    if said in _TOLD_WHERE_IT_OPENS and opened is not None:
        mark = opened
    where = f"that opens at line {opened.line + 1}, column {opened.column + 1}," if opened is not None else "here"
    message = advice.message.replace("{opened}", where)
    return Problem(_at(mark, path), Code.YAML_SYNTAX, f"not valid YAML: {message}", hint)


def _parted(text: str, mark: _Mark) -> str:
    """Return what to do in brackets or braces where a colon or another sign stands that does not part."""
    line = _line_at(mark, text)
    word = _LAST_WORD.search(line, max(0, mark.column - _NEAR), mark.column)
    if line[mark.column : mark.column + 1] != ":" or word is None:
        return "put a comma between two entries, and text with , : [ ] { or } in it in quotes"
    semicolon = ", and not a semicolon," if line[: word.start()].rstrip().endswith(";") else ""
    return f"put a comma{semicolon} before {word[0]}: if it is a key; if it is text, put quotes around all of the text"


def _line_at(mark: _Mark, text: str) -> str:
    """Return the line that a mark stands on; the parser puts the end of a text without a last line end on the next."""
    return next(iter(text.split("\n")[mark.line : mark.line + 1]), "")


def _advice(said: str, mark: _Mark, text: str) -> _Advice:
    if said == "found character that cannot start any token":
        sign = _line_at(mark, text)[mark.column : mark.column + 1]
        return _TAB if sign == "\t" else _Advice(f"text that begins with {sign} needs quotes")
    if said.startswith("found a tab character"):
        return _TAB
    return _ADVICE.get(said, _Advice(said))


def _bad_character(error: yaml.reader.ReaderError, text: str, path: str) -> Problem:
    code = error.character if isinstance(error.character, int) else ord(error.character)
    before = text[: max(text.find(chr(code)), 0)]
    here = Position(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return Problem(
        here, Code.YAML_SYNTAX, f"not valid YAML: the character U+{code:04X} has no place in text", "remove it"
    )


def _at(mark: _Mark | None, path: str) -> Position:
    return Position(path, mark.line + 1, mark.column + 1) if mark is not None else Position(path)
