"""What a chronology has already, by the names and addresses that rows call it by; drafts that lack something, too."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dateline.editing.drafting import is_free
from dateline.editing.drafting.known_records import folded
from dateline.editing.importing.row_ledger import RowLedger, digest
from dateline.ground.geodata.distances import kilometres
from dateline.ground.urls import is_web_address, same_page_key
from dateline.records.loading import Corpus
from dateline.records.types import Actor, Place, RecordKind
from dateline.records.types.dated_facts import every_name
from dateline.records.types.fields import MAX_ID

FAR: Final = 25.0
"""How many kilometres lie between two places of one name that are surely two."""
_NAMED: Final = (RecordKind.ACTOR, RecordKind.PLACE)
Coordinates = tuple[float, float]
"""Longitude and latitude."""


@dataclass(slots=True)
class KnownNames:
    """Ids by names and addresses; what rows add is known to the rows behind them."""

    ledger: RowLedger
    taken: dict[RecordKind, set[str]] = field(default_factory=lambda: {kind: set() for kind in RecordKind})
    moved: dict[tuple[RecordKind, str], str] = field(default_factory=dict)
    """What became of ids that were removed: the ones that took their places, or nothing."""
    names: dict[RecordKind, dict[str, list[str]]] = field(
        default_factory=lambda: {kind: defaultdict(list) for kind in RecordKind}
    )
    addresses: dict[str, str] = field(default_factory=dict)
    where: dict[str, Coordinates] = field(default_factory=dict)
    """Where places are."""
    inside: dict[str, frozenset[str]] = field(default_factory=dict)
    """What places lie in."""
    own: dict[tuple[RecordKind, str], str] = field(default_factory=dict)
    """The records of the last run, by their ids as they are now, with the keys of their rows."""
    made: set[tuple[RecordKind, str]] = field(default_factory=set)
    """The ids that this run has given to something new."""
    proposed: set[str] = field(default_factory=set)
    """The keys of what rows have come to in this run."""

    @classmethod
    def of(cls, corpus: Corpus, ledger: RowLedger) -> "KnownNames":
        """Return what a chronology has."""
        known = cls(ledger)
        stones = corpus.graveyard.record.tombstones if corpus.graveyard is not None else ()
        for stone in stones:
            if stone.kind in {kind.value for kind in RecordKind}:
                kind = RecordKind(stone.kind)
                known.taken[kind].add(stone.id)
                known.moved[kind, stone.id] = stone.instead or ""
        for kind in RecordKind:
            known.taken[kind] |= {*corpus.records.get(kind, {}), *corpus.unread.get(kind, ())}
        for kind, id_, values in _read(corpus):
            known.add(kind, id_, values)
        for key, given in ledger.known.items():
            kind = RecordKind(key.partition(":")[0])
            known.own[kind, known.followed(kind, given.id)] = key
        return known

    def add(self, kind: RecordKind, id_: str, values: Mapping[str, Any]) -> None:
        """Have a record be known by what it is called."""
        self.taken[kind].add(id_)
        names = values.get("names")
        others = [
            values.get("name"),
            *_texts(values.get("aliases")),
            *(names.values() if isinstance(names, Mapping) else ()),
        ]
        called = others if kind in _NAMED else [values.get("title")]
        for name in dict.fromkeys(folded(one) for one in called if isinstance(one, str) and one):
            if id_ not in self.names[kind][name]:
                self.names[kind][name].append(id_)
        if kind is RecordKind.SOURCE:
            captures = values.get("archive")
            captures = captures if isinstance(captures, list) else [captures]
            for url in (values.get("url"), *(one.get("url") for one in captures if isinstance(one, Mapping))):
                if isinstance(url, str) and is_web_address(url):
                    self.addresses.setdefault(same_page_key(url), id_)
        if kind is RecordKind.PLACE and (place := coordinates(values)) is not None:
            self.where[id_] = place
        if kind is RecordKind.PLACE and (within := _wholes(values.get("within"))):
            self.inside[id_] = within

    def called(self, kind: RecordKind, name: str) -> list[str]:
        """Return the ids of what is called so, or has this id."""
        return (
            [name]
            if name in self.taken[kind] and (kind, name) not in self.moved
            else self.names[kind].get(folded(name), [])
        )

    def could_be(self, id_: str, here: Coordinates | None, within: str | None) -> bool:
        """Return whether a place of the same name may be the one that is here, within another."""
        is_elsewhere = within is not None and within not in self.inside.get(id_, {within})
        return not is_elsewhere and not are_two(here, self.where.get(id_))

    def is_turned(self, id_: str, here: Coordinates) -> bool:
        """Return whether coordinates are those of a known place only if they are exchanged."""
        there = self.where.get(id_)
        return there is not None and are_two(here, there) and not are_two((here[1], here[0]), there)

    def source_at(self, address: str) -> str | None:
        """Return the source at an address."""
        return self.addresses.get(same_page_key(address))

    def id_for(self, kind: RecordKind, key: str, suggested: str, *, adopts: bool = False) -> str:
        """Return the id of a row's record: that of the last run, wherever it was renamed; else a free one."""
        given = self.ledger.known.get(key)
        if given is not None:
            return self.followed(kind, given.id)
        base = suggested[: MAX_ID - 8].strip("-")
        is_ours = (kind, base) not in self.own and (kind, base) not in self.moved and (kind, base) not in self.made
        if adopts and is_ours and base in self.taken[kind]:
            return base
        if not is_free(base, self.taken[kind]):
            base = f"{base}-{digest(key)[:6]}" if base else digest(key)[:8]
        self.taken[kind].add(base)
        self.made.add((kind, base))
        return base

    def followed(self, kind: RecordKind, id_: str) -> str:
        """Return the id that a record has now."""
        seen = {id_}
        while (after := self.moved.get((kind, id_))) and after not in seen:
            id_ = after
            seen.add(id_)
        return id_

    def is_buried(self, kind: RecordKind, id_: str) -> bool:
        """Return whether a record was removed, so that its row makes it no more."""
        return (kind, id_) in self.moved


def coordinates(values: Mapping[str, Any]) -> Coordinates | None:
    """Return where a place is."""
    try:
        return float(str(values["lon"])), float(str(values["lat"]))
    except (KeyError, ValueError, TypeError):
        return None


def are_two(one: Coordinates | None, other: Coordinates | None) -> bool:
    """Return whether so many kilometres lie between two places that they are surely two."""
    return one is not None and other is not None and kilometres(one, other) > FAR


def _read(corpus: Corpus) -> Iterator[tuple[RecordKind, str, Mapping[str, Any]]]:
    for kind in RecordKind:
        for id_, filed in corpus.records.get(kind, {}).items():
            yield kind, id_, _said(filed.record)
    for unread in corpus.unread_files:
        if unread.kind is not None and isinstance(unread.value, Mapping):
            yield unread.kind, unread.id, unread.value


def _said(record: Any) -> Mapping[str, Any]:
    found = {key: getattr(record, key, None) for key in ("name", "names", "title", "url", "lat", "lon")}
    if isinstance(record, Actor | Place):
        found["aliases"] = every_name(record)
    if isinstance(record, Place) and len(record.still_within) == 1:
        found["within"] = record.still_within[0]
    return found | {"archive": [{"url": one.url} for one in getattr(record, "archive", ())]}


def _wholes(value: object) -> frozenset[str]:
    """Return what a place lies or lay in: an id, or a list of ids, of which some say since when."""
    entries = value if isinstance(value, list | tuple) else [value]
    found = (one.get("place") if isinstance(one, Mapping) else getattr(one, "place", one) for one in entries)
    return frozenset(one for one in found if isinstance(one, str))


def _texts(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []
