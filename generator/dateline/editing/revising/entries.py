"""Keys and entries of lists put into YAML and taken out of it; everything else stays as it is typed."""

import re
from collections.abc import Sequence
from typing import Final

import yaml

from dateline.editing.drafting import NoPlaceError
from dateline.editing.drafting.record_text import flow
from dateline.editing.mending.nodes import end_of, root_of
from dateline.ground.yamltree import Step
from dateline.records.types.fields import is_id
from dateline.records.types.shapes import keys_of

_BY_HAND: Final = "is not laid out as this can be done safely"


def node_at(root: yaml.Node | None, steps: Sequence[Step]) -> yaml.Node | None:
    """Return what stands at `steps`; None where nothing does."""
    node = root
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node


def with_entry(text: str, form: type, key: str, entry: object, *, first: bool = False) -> str:
    """Return YAML with an entry more in the list at the top's `key`: as the last or as the `first`."""
    written = flow(entry)
    there = node_at(root_of(text), (key,))
    if there is None or (isinstance(there, yaml.ScalarNode) and not there.value and not there.style):
        return with_key(text, form, key, f"{key}:\n  - {written}\n")
    if not isinstance(there, yaml.SequenceNode):
        raise NoPlaceError(f"its {key} {_BY_HAND}")
    if there.flow_style:
        return _in_brackets(text, there, written, first=first)
    margin = " " * _column_of(text, _dash(text, there.value[0]))
    if first:
        start = text.rfind("\n", 0, _start_of(text, there.value[0])) + 1
        return f"{text[:start]}{margin}- {written}\n{text[start:]}"
    return _appended(text, end_of(text, there), f"{margin}- {written}\n")


def _in_brackets(text: str, there: yaml.SequenceNode, written: str, *, first: bool) -> str:
    if not there.value:
        return f"{text[: there.start_mark.index]}[{written}]{text[there.end_mark.index :]}"
    if first:
        start = there.value[0].start_mark.index
        return f"{text[:start]}{written}, {text[start:]}"
    end = there.value[-1].end_mark.index
    return f"{text[:end]}, {written}{text[end:]}"


def _appended(text: str, end: int, lines: str) -> str:
    """Put lines where a line ends; a text that ends without a line end goes on to do so."""
    if text[:end].endswith("\n"):
        return text[:end] + lines + text[end:]
    return f"{text[:end]}\n{lines.removesuffix(chr(10))}{text[end:]}"


def with_key(text: str, form: type, key: str, lines: str) -> str:
    """Return YAML with a key at its top: in the place of what it has, or behind the keys that come before it."""
    root = root_of(text)
    if root is None:
        return _appended(text, len(text), lines) if text.strip() else lines
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise NoPlaceError(f"it {_BY_HAND}")
    there = _pair_of(root, key)
    if there is not None:
        start, end = there[0].start_mark.index, _end_of_value(text, *there)
        return text[:start] + lines + text[end:]
    if (blank := _blank_of(text, key)) is not None:
        return text[: blank[0]] + lines + text[blank[1] :]
    order = list(keys_of(form))
    before = [pair for pair in root.value if pair[0].value in order and order.index(pair[0].value) < order.index(key)]
    if not before:
        start = root.value[0][0].start_mark.index
        return text[:start] + lines + text[start:]
    last = max(before, key=lambda pair: int(pair[0].start_mark.index))
    return _appended(text, _behind_comments(text, _end_of_value(text, *last), 0), lines)


def _blank_of(text: str, key: str) -> tuple[int, int] | None:
    """Return where the line begins and ends that `dateline new` leaves for a key that is not there yet."""
    found = re.search(rf"^# {re.escape(key)}: …(?:  #.*)?\n", text, re.MULTILINE)
    return None if found is None else found.span()


def key_text(text: str, key: str) -> str:
    """Return a key at the top as it is typed, with its value."""
    there = _pair_of(root_of(text), key)
    if there is None:
        raise NoPlaceError(f"its {key} {_BY_HAND}")
    found = text[there[0].start_mark.index : _end_of_value(text, *there)]
    return found if found.endswith("\n") else f"{found}\n"


def without_key(text: str, key: str) -> str:
    """Return YAML without a key at its top."""
    root = root_of(text)
    there = _pair_of(root, key)
    if there is None or getattr(root, "flow_style", False):
        return text
    return _cut(text, there[0].start_mark.index, _end_of_value(text, *there))


def _pair_of(root: yaml.Node | None, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    """Return a key at the top, and its value."""
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next(((name, value) for name, value in pairs if name.value == key), None)


def without_item(text: str, steps: Sequence[Step], index: int) -> str:
    """Return YAML without an entry of the list at `steps`; of the last one the list stays, empty."""
    there = _list_at(text, steps, index)
    item = there.value[index]
    if there.flow_style:
        return _without_in_brackets(text, there, index)
    if len(there.value) == 1:
        end = end_of(text, item)
        start = text.rfind(":", 0, _dash(text, item)) + 1
        return f"{text[:start]} []\n{text[end:]}"
    return _cut(text, _start_of(text, item), _end_of_item(text, item))


def item_count(text: str, steps: Sequence[Step]) -> int:
    """Return how many entries the list at `steps` has."""
    there = node_at(root_of(text), steps)
    return len(there.value) if isinstance(there, yaml.SequenceNode) else 0


def item_text(text: str, steps: Sequence[Step], index: int) -> str:
    """Return an entry of a list as it is typed, behind a dash, with the comments that lead it."""
    there = _list_at(text, steps, index)
    item = there.value[index]
    if there.flow_style:
        return f"- {text[item.start_mark.index : item.end_mark.index]}\n"
    found = text[_start_of(text, item) : _end_of_item(text, item)]
    return found if found.endswith("\n") else f"{found}\n"


def with_item_text(text: str, steps: Sequence[Step], lines: str) -> str:
    """Return YAML with the lines of an entry, typed elsewhere, at the end of a list on lines of its own."""
    there = _list_at(text, steps)
    if there.flow_style:
        inline = lines.strip().removeprefix("- ")
        if "\n" in inline or not (inline.startswith(("{", "[")) or is_id(inline)):
            raise NoPlaceError(f"its {'.'.join(map(str, steps))} {_BY_HAND}")
        return _in_brackets(text, there, inline, first=False)
    margin = _column_of(text, _dash(text, there.value[0]))
    return _appended(text, _end_of_item(text, there.value[-1]), indented(lines, margin))


def indented(lines: str, margin: int) -> str:
    """Return the lines of an entry with its dash at the column `margin`."""
    own = min(len(line) - len(line.lstrip()) for line in lines.splitlines() if line.strip())
    shift = margin - own
    parts = lines.splitlines(keepends=True)
    return "".join(" " * shift + line if shift > 0 and line.strip() else line[max(0, -shift) :] for line in parts)


def _without_in_brackets(text: str, there: yaml.SequenceNode, index: int) -> str:
    items = there.value
    if len(items) == 1:
        return f"{text[: there.start_mark.index]}[]{text[there.end_mark.index :]}"
    if index:
        start, end = items[index - 1].end_mark.index, items[index].end_mark.index
    else:
        start, end = items[0].start_mark.index, items[1].start_mark.index
    if "#" in text[start:end].replace(text[items[index].start_mark.index : items[index].end_mark.index], ""):
        raise NoPlaceError(f"a comment stands in its list, which {_BY_HAND}")
    return text[:start] + text[end:]


def _end_of_value(text: str, key: yaml.Node, value: yaml.Node) -> int:
    is_empty = isinstance(value, yaml.ScalarNode) and not value.value and not value.style
    return end_of(text, key if is_empty else value)


def _cut(text: str, start: int, end: int) -> str:
    """Take lines out, and one of two blank lines that would meet."""
    if end == len(text) and not text.endswith("\n") and start:
        return text[: start - 1]
    if text[:start].endswith("\n\n") and text[end : end + 1] == "\n":
        end += 1
    return text[:start] + text[end:]


def _dash(text: str, item: yaml.Node) -> int:
    return text.rfind("-", 0, item.start_mark.index)


def _column_of(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)


def _start_of(text: str, item: yaml.Node) -> int:
    """Return where an entry begins: at the first of the comments right above its dash that stand in its column."""
    dash = _dash(text, item)
    start = text.rfind("\n", 0, dash) + 1
    margin = " " * (dash - start)
    while start and text[text.rfind("\n", 0, start - 1) + 1 : start].startswith(f"{margin}#"):
        start = text.rfind("\n", 0, start - 1) + 1
    return start


def _end_of_item(text: str, item: yaml.Node) -> int:
    """Return where an entry ends: behind the comments right below it that stand deeper than its dash."""
    return _behind_comments(text, end_of(text, item), _column_of(text, _dash(text, item)))


def _behind_comments(text: str, end: int, margin: int) -> int:
    """Return where the comments end that stand right below, deeper than `margin`."""
    while (line := text[end : text.find("\n", end) + 1]).lstrip(" ").startswith("#"):
        if len(line) - len(line.lstrip(" ")) <= margin:
            break
        end += len(line)
    return end


def with_value(text: str, steps: Sequence[Step], key: str, written: str) -> str:
    """Return YAML in which the keys with values at `steps` have this one, instead of what it had or as the last."""
    there = _pairs_at(text, steps)
    known = next((value for name, value in there.value if name.value == key), None)
    if known is not None:
        end = known.end_mark.index
        is_in_line = known.start_mark.line == known.end_mark.line
        if not is_in_line and not getattr(known, "flow_style", False):
            raise NoPlaceError(f"its {key} {_BY_HAND}")
        return text[: known.start_mark.index] + written + text[end:]
    if there.flow_style:
        end = there.value[-1][1].end_mark.index
        return f"{text[:end]}, {key}: {written}{text[end:]}"
    margin = " " * int(there.value[0][0].start_mark.column)
    return _appended(text, _end_of_value(text, *there.value[-1]), f"{margin}{key}: {written}\n")


def without_value(text: str, steps: Sequence[Step], key: str) -> str:
    """Return YAML in which the keys with values at `steps` have this one no more."""
    there = _pairs_at(text, steps)
    index = next((index for index, (name, _) in enumerate(there.value) if name.value == key), None)
    if index is None:
        return text
    if index == 0 and (steps or len(there.value) == 1):
        raise NoPlaceError(f"its {key} {_BY_HAND}")
    name, value = there.value[index]
    if there.flow_style:
        return text[: there.value[index - 1][1].end_mark.index] + text[value.end_mark.index :]
    start = text.rfind("\n", 0, name.start_mark.index) + 1
    return _cut(text, start, _end_of_value(text, name, value))


def _list_at(text: str, steps: Sequence[Step], index: int = 0) -> yaml.SequenceNode:
    there = node_at(root_of(text), steps)
    if not isinstance(there, yaml.SequenceNode) or not 0 <= index < len(there.value):
        raise NoPlaceError(f"its {'.'.join(map(str, steps))} {_BY_HAND}")
    return there


def _pairs_at(text: str, steps: Sequence[Step]) -> yaml.MappingNode:
    there = node_at(root_of(text), steps)
    if not isinstance(there, yaml.MappingNode) or not there.value:
        raise NoPlaceError(f"its {'.'.join(map(str, steps)) or 'text'} {_BY_HAND}")
    return there


def with_list(text: str, form: type, key: str, typed: str) -> str:
    """Return YAML with a new list at its top's `key`, of one entry as it was typed elsewhere."""
    return with_key(text, form, key, f"{key}:\n{indented(typed, 2)}")


def is_in_brackets(text: str, steps: Sequence[Step]) -> bool:
    """Return whether the list at `steps` stands in brackets."""
    there = node_at(root_of(text), steps)
    return isinstance(there, yaml.SequenceNode) and bool(there.flow_style)
