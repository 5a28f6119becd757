"""What is meant by an id that no record of its kind has: another near it, a name, or the id of another kind."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from dateline.ground.problems import did_you_mean
from dateline.records.chronology import Chronology
from dateline.records.loading.typed_references import bare_id
from dateline.records.types import Actor, Place, RecordKind
from dateline.records.types.dated_facts import every_name
from dateline.records.types.fields import is_id

_PARTED: Final = re.compile(r"[\s;/&+|]+")
_FEW: Final = 3
"""So many sources of a publisher are named where its id stands for one of them."""


def meant(graph: Chronology, kind: RecordKind, id_: str) -> str:
    """Return what to write instead of an id that no record of a kind has, or which file to add."""
    hint = _so_called(graph, kind, id_) or _several(graph, kind, id_)
    hint = hint or did_you_mean(bare_id(id_), graph.of_kind(kind)) or _of_other_kind(graph, kind, id_)
    return hint or (f"add {kind.folder}/{id_}{kind.suffix}" if is_id(id_) else f"write the id of {_article(kind)}")


def _so_called(graph: Chronology, kind: RecordKind, name: str) -> str:
    """Return the question whether the one actor or place is meant that a text is a name of."""
    wanted = name.casefold()
    found = [id_ for id_, names in _names(graph, kind) if wanted in map(str.casefold, names)]
    return f"did you mean '{found[0]}'?" if len(found) == 1 else ""


def _names(graph: Chronology, kind: RecordKind) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the records of a kind with what people call them: a source by its title or its address."""
    if kind is RecordKind.SOURCE:
        for source in graph.sources.values():
            yield source.id, (source.title, source.url or "", (source.url or "").partition("?")[0])
    known: Collection[Actor | Place] = ()
    if kind is RecordKind.ACTOR:
        known = graph.actors.values()
    elif kind is RecordKind.PLACE:
        known = graph.places.values()
    for one in known:
        yield one.id, every_name(one)


def _several(graph: Chronology, kind: RecordKind, text: str) -> str:
    """Return which ids stand where one is taken: a comma between them is missing, or another sign stands for it."""
    parts = [part for part in _PARTED.split(text) if part]
    is_list = len(parts) > 1 and all(part in graph.of_kind(kind) for part in parts)
    return f"each id stands by itself, with a comma between: {', '.join(parts)}" if is_list else ""


def _of_other_kind(graph: Chronology, kind: RecordKind, id_: str) -> str:
    """Return what bears an id where another kind is meant; of a publisher its sources."""
    other = next((one for one in RecordKind if one is not kind and id_ in graph.of_kind(one)), None)
    if other is None:
        return ""
    published = [one.id for one in graph.sources.values() if one.publisher == id_][:_FEW]
    if kind is RecordKind.SOURCE and other is RecordKind.ACTOR and published:
        return f"that is {_article(other)}; sources that it published: {', '.join(published)}"
    return f"that is {_article(other)}: name {_article(kind)} here"


def _article(kind: RecordKind) -> str:
    return f"{'an' if kind.value[0] in 'ae' else 'a'} {kind}"
