"""An edition that notes what was looked at, so that a build can tell which pages a change reaches.

A note names an index (a mapping of the chronology, something derived) and a key, or the
index as a whole.  Records are told by their files' digests, so whoever got a record from
an index depends on all that it says.
"""

import json
from collections import Counter
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from collections.abc import Set as AbstractSet
from dataclasses import fields
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias, TypeVar, cast

from dateline.ground.dates import Day
from dateline.ground.languages import Language
from dateline.pages.shared.derivations import is_derivation, name_of
from dateline.pages.shared.edition import D, Edition
from dateline.records.chronology import Chronology
from dateline.records.rules.standing import Assessment, assessments
from dateline.records.types import Claim, Event

WHOLE: Final = "*"
"""The key of a note about all of an index, its order included."""

Key: TypeAlias = object
"""What an index is asked for: an id, a number, a day, or several of these."""


class Note(NamedTuple):
    """That an index was asked for a key; the key `WHOLE` stands for all of it."""

    name: str
    """Of the index."""
    key: Key


class KeptNote(NamedTuple):
    """A note as it is remembered: a key that is no text stands as JSON behind a mark."""

    name: str
    key: str


_MARK: Final = "\0"
_MASTHEAD: Final = Note("Chronology masthead", WHOLE)
M = TypeVar("M")
DERIVED: Final = "derived "
_MOST_KEYS: Final = 500
"""A page that looked at more keys of one index is taken to have looked at all: its notes would cost more than it."""


def _event_of(key: Key) -> Key:
    return key.partition("#")[0] if isinstance(key, str) else key


def _source_of(key: Key) -> Key:
    return key[0] if isinstance(key, tuple) and not isinstance(key, Day) else key


GRAIN: Final[Mapping[str, Callable[[Key], Key]]] = {
    "Chronology claims": _event_of,
    "Chronology disputes_by_claim": _event_of,
    "Chronology source_parts": _source_of,
    "Chronology uses": _source_of,
    "Edition colliding_holders": _event_of,
}
"""The indexes of which a note names a record, not a part of it: who asks of one part asks of its neighbours."""


class Trace:
    """The notes of one page."""

    def __init__(self) -> None:
        self.notes: set[Note] = set()


_SAME: Final = {"Chronology uses": "Chronology uses_by_source"}
"""Indexes of which another has all that a key of it stands for."""


def _itself(key: Key) -> Key:
    return key


class _Traced:
    """What a mapping and a set that note what was asked for have in common."""

    __slots__ = ("_asked", "_data", "_grain", "_keyed", "_name", "_notes", "_trace")

    def __init__(self, name: str, data: Mapping[Key, object] | AbstractSet[Key], trace: Trace) -> None:
        self._name, self._data, self._trace = name, data, trace
        self._grain, self._keyed = GRAIN.get(name, _itself), _SAME.get(name, name)
        self._notes: set[Note] | None = None
        self._asked: set[Key] = set()

    def _note(self, key: Key) -> None:
        """Note a key; most are asked for many times before the notes are taken: their callers stop short."""
        notes = self._trace.notes
        if notes is not self._notes:
            self._notes, self._asked = notes, set()
        self._asked.add(key)
        notes.add(Note(self._keyed, self._grain(key)))

    def __contains__(self, key: object) -> bool:
        if key not in self._asked or self._trace.notes is not self._notes:
            self._note(key)
        return key in self._data

    def __iter__(self) -> Iterator[Key]:
        self._trace.notes.add(Note(self._name, WHOLE))
        return iter(self._data)

    def __len__(self) -> int:
        self._trace.notes.add(Note(self._name, WHOLE))
        return len(self._data)


class _TracedMapping(_Traced, Mapping[Key, object]):
    """A mapping that notes which keys were asked for."""

    __slots__ = ()
    _data: Mapping[Key, object]

    def __getitem__(self, key: Key) -> object:
        if key not in self._asked or self._trace.notes is not self._notes:
            self._note(key)
        return self._data[key]

    def get(self, key: Key, default: object = None) -> object:
        if key not in self._asked or self._trace.notes is not self._notes:
            self._note(key)
        return self._data.get(key, default)

    def keys(self) -> KeysView[Key]:
        self._trace.notes.add(Note(self._name, WHOLE))
        return self._data.keys()

    def values(self) -> ValuesView[object]:
        self._trace.notes.add(Note(self._name, WHOLE))
        return self._data.values()

    def items(self) -> ItemsView[Key, object]:
        self._trace.notes.add(Note(self._name, WHOLE))
        return self._data.items()


class _TracedSet(_Traced, AbstractSet[Key]):
    """A set that notes which members were asked for."""

    __slots__ = ()
    _data: AbstractSet[Key]

    @classmethod
    def _from_iterable(cls, it: Iterable[M]) -> AbstractSet[M]:
        return frozenset(it)


def _traced(name: str, value: object, trace: Trace) -> object:
    if isinstance(value, Mapping):
        return _TracedMapping(name, value, trace)
    if isinstance(value, AbstractSet):
        return _TracedSet(name, value, trace)
    trace.notes.add(Note(name, WHOLE))
    return value


class _TracedAttribute:
    """An attribute of the real thing, traced; a mapping or a set is traced once, and then found without asking here.

    Anything else is noted whenever it is asked for, and kept, so that nobody looks twice at what it is.
    """

    def __init__(self, owner: type, name: str) -> None:
        self._note, self._name = Note(f"{owner.__name__} {name}", WHOLE), name

    def __get__(self, of: "_TracedChronology | TracedEdition", kind: type) -> object:
        if self._name in of._plain:  # noqa: SLF001 - part of it
            of._trace.notes.add(self._note)  # noqa: SLF001 - the same
            return of._plain[self._name]  # noqa: SLF001 - the same
        value = _traced(self._note.name, getattr(of._real, self._name), of._trace)  # noqa: SLF001 - the same
        (of.__dict__ if isinstance(value, _Traced) else of._plain)[self._name] = value  # noqa: SLF001 - the same
        return value


def _derived_names(kind: type) -> list[str]:
    return [name for name, value in vars(kind).items() if isinstance(value, cached_property)]


class _TracedChronology(Chronology):
    """A chronology that notes what was looked at; its methods run on it, its indexes are made by the real one."""

    _real: Chronology
    _trace: Trace
    _plain: dict[str, object]

    def __init__(self, real: Chronology, trace: Trace) -> None:
        for name, value in (("_real", real), ("_trace", trace), ("_plain", {})):
            object.__setattr__(self, name, value)


class TracedEdition(Edition):
    """An edition that notes in `trace` what was looked at."""

    def __init__(self, real: Edition) -> None:
        trace = Trace()
        for field in fields(real):
            object.__setattr__(self, field.name, getattr(real, field.name))
        parts = {"chronology": _TracedChronology(real.chronology, trace), "_real": real, "_trace": trace}
        parts["_language"] = real.language
        for name, value in {**parts, "_memo": {}, "_indexes": {}, "_plain": {}}.items():
            object.__setattr__(self, name, value)

    _real: Edition
    _trace: Trace
    _language: Language
    _plain: dict[str, object]
    _memo: dict[str, tuple[Mapping[str, Assessment], set[Note]]]
    _indexes: dict[Callable[[Edition], object], _Traced]

    def taken(self) -> set[Note]:
        """Return the notes since the last time, and begin anew."""
        notes, self._trace.notes = self._trace.notes, set()
        return notes

    def taken_together(self) -> set[Note]:
        """Return the notes since the last time, those of very many keys as one of the whole index."""
        return _together(self.taken())

    @property
    def language(self) -> Language:
        """The language that the pages speak, found once: each word that a page says asks for it."""
        self._trace.notes.add(_MASTHEAD)
        return self._language

    def assessment(self, event: Event, claim: Claim) -> Assessment:
        """Return a claim's outcome with what it follows from; who asks again depends on the same as who asked first."""
        if event.id not in self._memo:
            before = self.taken()
            found = assessments(self.chronology, event)
            self._memo[event.id] = (found, self.taken())
            self._trace.notes = before
        found, notes = self._memo[event.id]
        self._trace.notes |= notes
        return found[claim.id]

    def derived(self, derive: Callable[[Edition], D]) -> D:
        """Return what was derived of the real edition, noted by the name of the function."""
        found: object = self._indexes.get(derive)
        if found is None:
            if not is_derivation(derive):  # a later build could not ask for it by its name
                raise TypeError(f"{name_of(derive)} is not registered as a derivation")
            name = f"{DERIVED}{name_of(derive)}"
            found = _traced(name, self._real.derived(derive), self._trace)
            if isinstance(found, _Traced):
                self._indexes[derive] = found
        return cast("D", found)


_READ: Final = {
    _TracedChronology: (Chronology, (*(field.name for field in fields(Chronology)), *_derived_names(Chronology))),
    TracedEdition: (Edition, tuple(_derived_names(Edition))),
}
INDEXES: Final = frozenset(f"{real.__name__} {name}" for real, names in _READ.values() for name in names)
"""The names of all that is looked at, but for what is derived: these have `DERIVED` before their own."""
for _traced_kind, (_real, _names) in _READ.items():
    for _name in _names:
        setattr(_traced_kind, _name, _TracedAttribute(_real, _name))


def _together(notes: set[Note]) -> set[Note]:
    counts = Counter(note.name for note in notes)
    many = {name for name, count in counts.items() if count > _MOST_KEYS}
    return {note for note in notes if note.name not in many} | {Note(name, WHOLE) for name in many} if many else notes


def encoded(note: Note) -> KeptNote:
    """Return a note as it is remembered."""
    name, key = note
    if isinstance(key, str) and not key.startswith(_MARK):
        return KeptNote(name, str(key))
    return KeptNote(name, f"{_MARK}{json.dumps(_plain(key))}")


def decoded(kept: KeptNote) -> Note:
    """Return the note that is remembered so; or raise ValueError, LookupError or RecursionError."""
    name, key = kept
    return Note(name, _key(json.loads(key[1:])) if key.startswith(_MARK) else key)


def _plain(key: Key) -> object:
    if isinstance(key, Day):
        return {"day": key.isoformat()}
    if isinstance(key, tuple):
        return [_plain(part) for part in key]
    return str(key) if isinstance(key, str) else key


def _key(plain: object) -> Key:
    if isinstance(plain, list):
        return tuple(map(_key, plain))
    return Day.fromisoformat(str(plain["day"])) if isinstance(plain, dict) else plain
