"""YAML text to plain values, refusing what YAML tools read in different ways.

Values come from the C loader's node graph; positions are looked up only when a problem
has to be told, by composing the text again, since most records have none (composing
costs 0.1 ms, keeping every node of 10,000 records costs a gigabyte).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Self, TypeAlias

import yaml

from dateline.ground.problems import Code, Position, Problem
from dateline.ground.yamltree.mistakes import instead_of_dash
from dateline.ground.yamltree.refusals import MAX_DEPTH, TAG, needs_a_close_look, refused, syntax_problem, too_deep

Step: TypeAlias = str | int
"""One step into a tree: a mapping's key, or a sequence's index from zero."""

_Pair: TypeAlias = tuple[yaml.Node | None, yaml.Node]

_READS_AS: Final = {
    f"{TAG}bool": "true or false",
    f"{TAG}int": "a number",
    f"{TAG}float": "a number",
    f"{TAG}timestamp": "a date",
    f"{TAG}null": "nothing",
    f"{TAG}merge": "a merge key",
    f"{TAG}value": "a default value",
}
_QUOTABLE: Final = frozenset(_READS_AS) - {f"{TAG}merge", f"{TAG}value"} | {f"{TAG}str"}
_PLAIN_INT: Final = re.compile(r"-?(0|[1-9][0-9]*)")
_PLAIN_FLOAT: Final = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_DAY_LIKE: Final = re.compile(r"[0-9~?%.][0-9X~?%.-]{3,40}")
_MAX_DIGITS: Final = 18
_EXACT_DIGITS: Final = 15
_LIKE_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{2}0")
# What YAML 1.2 (core schema) or YAML 1.1 proper reads as no text, though PyYAML does.
_OTHER_TOOLS: Final = re.compile(
    r"(?P<number>[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))"
    r"|(?P<bool>[yYnN])"
)
_LIKE_A_KEY: Final = re.compile(r"[a-z][a-z_]*(:\S.*)?$")
_ALONE: Final = " alone, up to the comma,"
_OWN_KEYS: Final = frozenset({"n", "on"})
"""Keys of our own that YAML 1.1 tools read as true or false; as keys, nobody can mean anything else by them."""
_OTHER_TOOLS_START: Final = frozenset("0123456789+-.yYnN")


@dataclass(frozen=True, slots=True)
class Surprise:
    """A plain scalar that is not text to every YAML tool: its `text`, and what it `reads_as`."""

    text: str
    reads_as: str


class Loose(float):
    """A number with a `text` that readers may take for another: 1.200, or more digits than tools keep."""

    __slots__ = ("text",)

    def __new__(cls, text: str) -> Self:
        """Read the number that `text` is to YAML."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    text: str


@dataclass(frozen=True)
class Tree:
    """The value of one YAML text, with the position of each of its parts on demand."""

    path: str
    text: str
    value: Any = field(repr=False)
    _keys: dict[int, dict[str, _Pair]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def _root(self) -> yaml.Node | None:
        return _compose(self.text)

    def position(self, steps: Sequence[Step] = (), *, of_key: bool = False) -> Position:
        """Return where the part at `steps` stands: its value or, with `of_key`, its key.

        Where a step leads to nothing (a missing key), the position is that of the
        innermost part there is; where a key has no value, that of the key.
        """
        key, node, is_all = self._find(steps)
        if key is not None and ((of_key and is_all) or _is_nothing(node)):
            node = key
        return Position(self.path) if node is None else _at(node, self.path)

    def text_of(self, steps: Sequence[Step]) -> str | None:
        """Return the scalar at `steps` as it is typed, without quotes; None where there is none."""
        _, node, is_all = self._find(steps)
        return node.value if is_all and isinstance(node, yaml.ScalarNode) else None

    def source_of(self, steps: Sequence[Step]) -> str:
        """Return the brackets or braces at `steps` as they are typed; nothing where there are none on one line."""
        _, node, is_all = self._find(steps)
        if not is_all or not isinstance(node, yaml.CollectionNode) or not node.flow_style:
            return ""
        source = self.text[node.start_mark.index : node.end_mark.index]
        return "" if "\n" in source else source

    def is_in_braces(self, steps: Sequence[Step]) -> bool:
        """Return whether the part at `steps` stands in braces or brackets."""
        _, node, _ = self._find(steps[:-1])
        return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)

    def _find(self, steps: Sequence[Step]) -> tuple[yaml.Node | None, yaml.Node | None, bool]:
        """Return the key and the node at `steps`, or the innermost there are, and whether all steps lead there."""
        key, node = None, self._root
        for step in steps:
            if isinstance(step, int) and isinstance(node, yaml.MappingNode):
                continue  # one entry stands for a list of one
            pair = self._child(node, step)
            if pair is None:
                return key, node, False
            key, node = pair
        return key, node, True

    def _child(self, node: yaml.Node | None, step: Step) -> _Pair | None:
        if isinstance(node, yaml.MappingNode):
            if id(node) not in self._keys:
                # Reversed, so that of a key that stands twice the first is found.
                self._keys[id(node)] = {_name(key): (key, value) for key, value in reversed(node.value)}
            return self._keys[id(node)].get(str(step))
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
            return None, node.value[step]
        return None


def read(text: str, path: str) -> tuple[Tree | None, list[Problem]]:
    """Parse `text` into a tree; `path` names the file in problems.

    The tree is None where the text is no YAML at all or holds what records never hold
    (anchors, aliases, tags, several documents, extreme depth).
    """
    try:
        refusals = list(refused(text, path)) if needs_a_close_look(text) else []
        if refusals:
            return None, refusals
        root = _compose(text)
    except yaml.YAMLError as error:
        return None, [syntax_problem(error, text, path)]
    if root is None:
        return Tree(path, text, None), []
    problems: list[Problem] = []
    value = _plain(root, path, problems, MAX_DEPTH)
    is_too_deep = any(problem.code is Code.TOO_DEEP for problem in problems)
    return None if is_too_deep else Tree(path, text, value), problems


def reads_as_text(node: yaml.ScalarNode) -> bool:
    """Return whether every YAML tool reads a scalar as text."""
    return isinstance(_scalar(node), str)


def _compose(text: str) -> yaml.Node | None:
    root: yaml.Node | None = yaml.compose(text, Loader=yaml.CSafeLoader)
    return root


def _name(key: yaml.Node) -> str:
    return key.value if isinstance(key, yaml.ScalarNode) else ""


def _is_nothing(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value and not node.style


def _plain(node: yaml.Node, path: str, problems: list[Problem], depth: int) -> object:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if not depth:
        problems.append(too_deep(_at(node, path)))
        return None
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path, problems, depth - 1) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return None
    if days := _set_of_days(node):
        return Surprise(days, "keys with values")
    return _mapping(node, path, problems, depth - 1)


def _set_of_days(node: yaml.MappingNode) -> str:
    """Return the text of what is meant as a set of days, {2031-03-01, 2031-03-03}, and lacks its quotes; or nothing."""
    if not node.flow_style or not node.value or not all(_is_nothing(value) for _, value in node.value):
        return ""
    keys = [_name(key) for key, _ in node.value]
    return "{" + ",".join(keys) + "}" if all(map(_DAY_LIKE.fullmatch, keys)) else ""


def _mapping(node: yaml.CollectionNode, path: str, problems: list[Problem], depth: int) -> object:
    if node.value and not node.flow_style and _has_no_dash(node.value[0][0]):
        return _list_without_dashes(node, path, problems, depth)
    mapping: dict[str, object] = {}
    before: _Pair | None = None
    for key, value in node.value:
        if before is not None and _is_cut(before, (key, value), node):
            name = _name(before[0]) if before[0] is not None else ""
            mapping[name] = _joined(mapping.get(name), before[1], key)
            continue
        before = key, value
        if not node.flow_style and (said := _has_no_dash(key)) is not None:
            hint = f"write - {said[1]}, in the column of the entries above"
            problems.append(Problem(_at(key, path), Code.YAML_SYNTAX, f"not valid YAML: {said[0]}", hint))
        elif not _is_text(key):
            problems.append(_bad_key(key, path))
        elif key.value in mapping:
            message = f"the key '{key.value}' stands here a second time"
            problems.append(Problem(_at(key, path), Code.DUPLICATE_KEY, message, "keep one of the two"))
        else:
            mapping[key.value] = _plain(value, path, problems, depth)
    return mapping


def _has_no_dash(key: yaml.Node) -> tuple[str, str] | None:
    """Return what stands before a plain key where a dash and a space belong, and the key itself."""
    return instead_of_dash(key.value) if isinstance(key, yaml.ScalarNode) and not key.style else None


def _list_without_dashes(node: yaml.Node, path: str, problems: list[Problem], depth: int) -> list[dict[str, object]]:
    """Return the list that keys are meant for which begin with something like a dash, and tell so of each."""
    entries: list[dict[str, object]] = []
    for key, value in node.value:
        if (said := _has_no_dash(key)) is not None:
            message, name = said
            written = f"{name}: {value.value}" if isinstance(value, yaml.ScalarNode) else f"{name}:"
            problems.append(
                Problem(_at(key, path), Code.YAML_SYNTAX, f"not valid YAML: {message}", f"write - {written}")
            )
            entries.append({})
        entries[-1][said[1] if said else _name(key)] = _plain(value, path, problems, depth)
    return entries


def _is_cut(before: _Pair, pair: _Pair, holder: yaml.CollectionNode) -> bool:
    """Return whether a key in braces is the rest of the plain value before it, which a comma ended."""
    key, value = pair
    if not holder.flow_style or not isinstance(key, yaml.ScalarNode) or not _is_nothing(value) or key.style:
        return False
    has_colon = value.start_mark.index > key.end_mark.index
    before_value = before[1]
    is_text = isinstance(before_value, yaml.ScalarNode) and not before_value.style and bool(before_value.value)
    return is_text and not has_colon and not _LIKE_A_KEY.match(key.value)


def _joined(known: object, value: yaml.Node, rest: yaml.Node) -> Surprise:
    """Return a value in braces together with what stands behind the comma that ended it."""
    if isinstance(known, Surprise) and known.reads_as.endswith(_ALONE):
        gap = ", " if ", " in known.text else ","
        return Surprise(f"{known.text}{gap}{_name(rest)}", known.reads_as)
    gap = "," if rest.start_mark.index - value.end_mark.index == 1 else ", "
    return Surprise(f"{_name(value)}{gap}{_name(rest)}", f"'{_name(value)}'{_ALONE}")


def _is_text(key: yaml.Node) -> bool:
    if not isinstance(key, yaml.ScalarNode):
        return False
    return key.value in _OWN_KEYS or (key.tag == f"{TAG}str" and not isinstance(_scalar(key), Surprise))


def _bad_key(key: yaml.Node, path: str) -> Problem:
    if isinstance(key, yaml.ScalarNode):
        message = f"the key '{key.value}' is not read as text by every YAML tool"
        hint = f'write "{key.value}"' if key.tag in _QUOTABLE and key.value else "write a key in plain words"
        return Problem(_at(key, path), Code.SURPRISING_TYPE, message, hint)
    message = "a key is a word, not a list or keys with values"
    return Problem(_at(key, path), Code.WRONG_TYPE, message, "text that begins with [ or { needs quotes")


def _at(node: yaml.Node, path: str) -> Position:
    return Position(path, node.start_mark.line + 1, node.start_mark.column + 1)


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | Surprise | None:
    text: str = node.value
    if node.tag == f"{TAG}str":
        if not node.style and text[:1] in _OTHER_TOOLS_START and (other := _OTHER_TOOLS.fullmatch(text)):
            return Surprise(text, "a number" if other["number"] else "true or false")
        return text
    return _typed(text, node.tag)


def _typed(text: str, tag: str) -> str | int | float | bool | Surprise | None:
    if tag == f"{TAG}int" and _PLAIN_INT.fullmatch(text) and len(text) <= _MAX_DIGITS:
        return int(text)
    if tag == f"{TAG}float" and _PLAIN_FLOAT.fullmatch(text) and len(text) <= _MAX_DIGITS:
        is_loose = _LIKE_THOUSANDS.fullmatch(text) or len(text.lstrip("-0.").replace(".", "")) > _EXACT_DIGITS
        return Loose(text) if is_loose else float(text)
    if tag == f"{TAG}bool" and text in {"true", "false"}:
        return text == "true"
    if tag == f"{TAG}null" and text in {"", "~", "null"}:
        return None
    return Surprise(text, _READS_AS.get(tag, "something else than text"))
