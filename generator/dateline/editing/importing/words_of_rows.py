"""The words of a vocabulary as a file has them, for a chronology that begins with it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dateline.editing.importing.column_map import NAMED_CELL, ColumnMap
from dateline.editing.importing.given_tables import Row
from dateline.editing.importing.row_parts import cell_parts
from dateline.editing.intake.metadata import slug
from dateline.ground.yamltree.scalars import text_scalar
from dateline.records.types import RecordKind

Words = Mapping[str, Mapping[str, str]]
"""Words with their labels, by the lists of the vocabulary."""
MOST_WORDS: Final = 200
"""How many words a list takes from a file: a column with more of them is none of kinds."""
_LISTS: Final = {"kind": "event_kinds", "place.kind": "place_kinds", "tags": "tags"}
_NAMING: Final = {"figure": "measures", "actor": "roles"}
"""What columns become that name a word themselves: figure.killed, actor.attacker."""
_OF_PLACES: Final = {"kind": "place_kinds"}
_REPLACED: Final = frozenset({"event_kinds"})
"""The lists whose samples go where the file has words of its own."""
_LONGEST: Final = 60


def words_of(rows: Iterable[Row], known: ColumnMap) -> dict[str, dict[str, str]]:
    """Return the words that the rows of a file use, by the lists that they belong to."""
    found: dict[str, dict[str, str]] = {}
    for target in [*(one.to for one in known.columns.values()), *known.fixed]:
        kind, _, rest = target.partition(".")
        if kind in _NAMING and rest:
            word = rest.partition(".")[0]
            found.setdefault(_NAMING[kind], {})[word] = word.replace("-", " ").capitalize()
    lists = {RecordKind.EVENT: _LISTS, RecordKind.PLACE: _OF_PLACES}.get(known.record, {})
    for target, text in known.fixed.items():
        if target in lists and not NAMED_CELL.search(text):
            found.setdefault(lists[target], {}).update(_words([text]))
    columns = [(column, one, lists[one.to]) for column, one in known.columns.items() if one.to in lists]
    for row in rows:
        for column, one, name in columns:
            labels = cell_parts(row.cells.get(column, ""), one)
            found.setdefault(name, {}).update(_words(labels))
    return {name: dict(sorted(words.items())) for name, words in found.items() if 0 < len(words) <= MOST_WORDS}


def _words(labels: Iterable[str]) -> Iterator[tuple[str, str]]:
    for label in labels:
        word = slug(label)
        if word is not None and len(label) <= _LONGEST:
            yield word, label


def with_words(text: str, words: Words) -> str:
    """Return the file of a chronology with words in its vocabulary; what it has already keeps its label."""
    for name, of in words.items():
        block = re.search(rf"(?m)^  {name}:.*\n(?P<entries>(?:    .*\n)*)", text)
        entries = block["entries"] if block is not None and name not in _REPLACED else ""
        known = set(re.findall(r"(?m)^    ([a-z0-9-]+):", entries))
        lines = [
            f"    {text_scalar(word)}: {{label: {text_scalar(label)}}}\n"
            for word, label in of.items()
            if word not in known
        ]
        made = f"  {name}:\n{entries}{''.join(lines)}"
        if block is not None:
            text = text[: block.start()] + made + text[block.end() :]
        else:
            text = text.replace("vocabulary:\n", f"vocabulary:\n{made}", 1)
    return text
