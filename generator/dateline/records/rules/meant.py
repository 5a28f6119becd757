"""What is meant by an id that no record of its kind has: another near it, a name, or the id of another kind."""

from collections.abc import Collection
from typing import Final

from dateline.ground.problems import did_you_mean
from dateline.records.chronology import Chronology
from dateline.records.types import Actor, Place, RecordKind
from dateline.records.types.fields import is_id

_FEW: Final = 3
"""So many sources of a publisher are named where its id stands for one of them."""


def meant(graph: Chronology, kind: RecordKind, id_: str) -> str:
    """Return what to write instead of an id that no record of a kind has, or which file to add."""
    hint = _so_called(graph, kind, id_) or did_you_mean(id_, graph.of_kind(kind)) or _of_other_kind(graph, kind, id_)
    return hint or (f"add {kind.folder}/{id_}{kind.suffix}" if is_id(id_) else f"write the id of {_article(kind)}")


def _so_called(graph: Chronology, kind: RecordKind, name: str) -> str:
    """Return the question whether the one actor or place is meant that a text is a name of."""
    known: Collection[Actor | Place] = ()
    if kind is RecordKind.ACTOR:
        known = graph.actors.values()
    elif kind is RecordKind.PLACE:
        known = graph.places.values()
    wanted = name.casefold()
    found = [one.id for one in known if wanted in map(str.casefold, (one.name, *one.aliases))]
    return f"did you mean '{found[0]}'?" if len(found) == 1 else ""


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
