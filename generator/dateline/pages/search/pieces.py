"""A search document as the piece that an index is made of: what a result shows, its filters, and its words.

A piece depends on its document alone, so that an edit makes few anew.  A word tells the
slots of the document where it stands: 0 is its name or title, 1 its text; part n, counted
from 0, has 2n + 2 for its own text and 2n + 3 for what belongs to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from dateline.ground.json_values import compact_json
from dateline.pages.search.folding import name_words, tokens, whole_names
from dateline.pages.search.parts import SearchDocument
from dateline.pages.search.sounding import skeleton, sound, sounds

Slots: TypeAlias = dict[str, set[int]]

WHOLE: Final = "="
"""Begins the token of a whole name, as it is written."""
WHOLE_SOUND: Final = "~="
"""Begins the token of a whole name as it sounds."""
SOUND: Final = "~"
"""Begins the token of a word of a name as it sounds."""
WHOLE_BARE: Final = "^="
BARE: Final = "^"
"""Begin the tokens without vowels."""
_DAY: Final = "day"
"""What is found by its date alone: its events are found themselves."""
_TITLE: Final = 0
_TEXT: Final = 1


def as_piece(document: SearchDocument) -> str:
    """Return a document as the JSON that `bundle` takes."""
    slots: Slots = defaultdict(set)
    _add(slots, _TITLE, document.title, document.terms, *document.names)
    _add(slots, _TEXT, document.line, document.text)
    for number, part in enumerate(() if document.kind == _DAY else document.parts):
        _add(slots, 2 * number + 2, part.text)
        _add(slots, 2 * number + 3, part.line, part.also)
    spelt: dict[str, set[str]] = defaultdict(set)
    for name in document.names:
        _add_name(slots, spelt, name)
    for key in document.exact:
        slots[WHOLE + key].add(_TITLE)
    piece = {
        "kind": document.kind,
        "key": document.key,
        "rank": document.rank,
        "shown": [
            document.address,
            document.title,
            document.line,
            document.mark,
            [[part.address, part.text, part.mark, part.line, part.lang] for part in document.parts],
        ],
        "filters": _filters(document),
        "words": {word: sorted(found) for word, found in sorted(slots.items())},
        "spelt": {token: sorted(written) for token, written in sorted(spelt.items())},
    }
    return compact_json(piece)


def _add(slots: Slots, slot: int, *texts: str) -> None:
    for text in texts:
        for word in tokens(text):
            slots[word].add(slot)


def _add_name(slots: Slots, spelt: dict[str, set[str]], name: str) -> None:
    """Add a name as a whole, and how it and its words sound, with the way in which each is written."""
    parts = name_words(name)
    whole = "".join(parts)
    for joined in whole_names(name):
        slots[WHOLE + joined].add(_TITLE)
    heard = {*sounds(whole), "".join(map(sound, parts))} - {""}
    _add_tokens(slots, spelt, heard, whole, (WHOLE_SOUND, WHOLE_BARE))
    for word in parts:
        _add_tokens(slots, spelt, sounds(word), word, (SOUND, BARE))


def _add_tokens(
    slots: Slots, spelt: dict[str, set[str]], heard: Iterable[str], written: str, marks: tuple[str, str]
) -> None:
    mark, bare_mark = marks
    for one in heard:
        bare = skeleton(one)
        for token in (mark + one, *([bare_mark + bare] if bare else [])):
            slots[token].add(_TITLE)
            spelt[token].add(written)


def _filters(document: SearchDocument) -> Mapping[str, Mapping[str, list[object]]]:
    """Return what each filter may be set to by its id: what a reader sees, and the parts that have it; none for all."""
    found: dict[str, dict[str, list[object]]] = defaultdict(dict)
    for name, values in document.filters:
        for id_, label in values:
            found[name][id_] = [label]
    for number, part in enumerate(document.parts):
        for name, values in part.filters:
            for id_, label in values:
                found[name].setdefault(id_, [label]).append(number)
    return found
