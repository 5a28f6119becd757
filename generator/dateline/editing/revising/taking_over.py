"""What a record takes over of another that becomes one with it, and what of that one is lost."""

from collections.abc import Iterator
from typing import Final

import yaml

from dateline.editing.mending import meaning, root_of
from dateline.editing.mending.nodes import every
from dateline.editing.revising.entries import (
    item_text,
    key_text,
    node_at,
    with_entry,
    with_item_text,
    with_key,
    with_list,
    with_value,
)
from dateline.editing.revising.manuscript import Manuscript
from dateline.ground.yamltree.scalars import text_scalar
from dateline.records.types import Actor, Place, RecordKind
from dateline.records.types.dated_facts import every_name

_LISTS: Final[dict[str, tuple[str, ...]]] = {
    RecordKind.ACTOR: ("named", "sides", "succeeds", "perhaps_same_as", "same_as"),
    RecordKind.PLACE: ("named", "succeeds", "perhaps_same_as", "same_as"),
    RecordKind.EVENT: ("tags", "places", "actors", "related", "media"),
    RecordKind.SOURCE: ("copies", "corrected"),
    RecordKind.DISPUTE: (),
}
"""The lists whose entries go over, where the other record does not say the same."""
_LACKING: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    RecordKind.EVENT: (("part_of",),),
    RecordKind.ACTOR: (("part_of",), ("speaks_for",), ("ownership",), ("named_because",), ("index",), ("note",)),
    RecordKind.PLACE: (("within",), ("lat", "lon", "precision", "located_by"), ("note",)),
}
"""Keys that go over together, where the other record has not the first of them."""
_OF_A_TIME: Final = ("part_of", "within", "ownership")
"""Keys of which entries go over, where both records list what was true when."""
_ELSEWHERE: Final = frozenset(
    {"name", "names", "aliases", "state", "history", "formerly", "claims", "paragraphs", "passages", "positions"}
)
"""Keys that are dealt with by themselves."""
_SHOWN: Final = 60


def take_names(manuscript: Manuscript, kind: RecordKind, id_: str, into: str) -> None:
    """Have an actor or place bear the names of the other too: by language where it has none there, else as aliases."""
    record, other = (manuscript.version.chronology.of_kind(kind)[one] for one in (id_, into))
    path, old = manuscript.path_of(kind, into), manuscript.path_of(kind, id_)
    new = {language: name for language, name in record.names.items() if language not in other.names}
    if new and not other.names:
        manuscript.edit(path, with_key, manuscript.form(path), "names", key_text(manuscript.yaml_of(old), "names"))
    else:
        for language, name in new.items():
            manuscript.edit(path, with_value, ("names",), language, text_scalar(name))
    for alias in _new_aliases(record, other, new):
        manuscript.edit(path, with_entry, manuscript.form(path), "aliases", alias)


def _new_aliases(record: Actor | Place, other: Actor | Place, taken: dict[str, str]) -> Iterator[str]:
    known = {name.casefold() for name in (*every_name(other), *taken.values())}
    for name in (record.name, *record.aliases, *record.names.values()):
        if name.casefold() not in known:
            known.add(name.casefold())
            yield name


def take_over(manuscript: Manuscript, kind: RecordKind, id_: str, into: str) -> list[str]:
    """Put what the other record lacks into it; return, in words, what it does not take over."""
    old, path = manuscript.path_of(kind, id_), manuscript.path_of(kind, into)
    yaml_ = manuscript.yaml_of(old)
    for key in _LISTS[kind]:
        _take_entries(manuscript, yaml_, path, key)
    for keys in _LACKING.get(kind, ()):
        theirs = {key: node for key in keys if (node := node_at(root_of(yaml_), (key,))) is not None}
        is_lacking = node_at(root_of(manuscript.yaml_of(path)), keys[:1]) is None
        for key in theirs if is_lacking and keys[0] in theirs else ():
            if not _names(theirs[key], into):
                manuscript.edit(path, with_key, manuscript.form(path), key, key_text(yaml_, key))
    both = tuple(key for key in _OF_A_TIME if _are_lists(key, yaml_, manuscript.yaml_of(path)))
    for key in both:
        _take_entries(manuscript, yaml_, path, key, without=into)
    return list(_lost(yaml_, manuscript.yaml_of(path), (*_LISTS[kind], *both)))


def _are_lists(key: str, *texts: str) -> bool:
    """Return whether all these texts have a list with keys of its own under a key."""
    nodes = [node_at(root_of(text), (key,)) for text in texts]
    return all(
        isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.MappingNode) for item in node.value)
        for node in nodes
    )


def _take_entries(manuscript: Manuscript, yaml_: str, path: str, key: str, *, without: str | None = None) -> None:
    """Put the entries of a list into that of the other record; not those that name `without`, which is that record."""
    theirs = node_at(root_of(yaml_), (key,))
    for index, item in enumerate(theirs.value if theirs is not None else ()):
        if without is not None and _names(item, without):
            continue
        ours = node_at(root_of(manuscript.yaml_of(path)), (key,))
        typed = item_text(yaml_, (key,), index)
        if ours is None:
            manuscript.edit(path, with_list, manuscript.form(path), key, typed)
        elif meaning(item) not in map(meaning, ours.value):
            manuscript.edit(path, with_item_text, (key,), typed)


def _names(node: yaml.Node, id_: str) -> bool:
    """Return whether an id stands anywhere in what a node says."""
    return any(one.value == id_ for one in every(node))


def _lost(theirs: str, ours: str, lists: tuple[str, ...]) -> Iterator[str]:
    """Yield what the first YAML says under a key, and the second says otherwise or not at all."""
    root = root_of(theirs)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value in _ELSEWHERE or key.value in lists:
            continue
        kept = node_at(root_of(ours), (key.value,))
        if kept is None or meaning(kept) != meaning(value):
            text = " ".join(key_text(theirs, key.value).split())
            yield text if len(text) <= _SHOWN else f"{text[: _SHOWN - 2].rstrip()} …"
    history = node_at(root, ("history",))
    if isinstance(history, yaml.SequenceNode) and history.value:
        yield f"its history ({len(history.value)} entr{'y' if len(history.value) == 1 else 'ies'})"
