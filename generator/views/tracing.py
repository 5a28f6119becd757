"""An edition that notes what was looked at, so that a build can tell which pages a change reaches.

A note names an index (a mapping of the chronology, something derived) and a key, or the
index as a whole.  Records are told by their files' digests, so whoever got a record from
an index depends on all that it says.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from generator import caching
from generator.chronology import Chronology, kind_of
from generator.dates import Edtf
from generator.loading import Document, HandPage
from generator.records import Actor, Claim, Dispute, Event, Place, Report, Source
from generator.rules.standing import Standing, standings
from generator.views.edition import D, Edition

WHOLE: Final = "*"
"""The key of a note about all of an index, its order included."""

Key: TypeAlias = Any
Note: TypeAlias = tuple[str, Key]
_RECORDS: Final = (Event, Source, Actor, Place, Dispute)
_DERIVED: Final = "derived "


class Trace:
    """The notes of one page."""

    def __init__(self) -> None:
        self.notes: set[Note] = set()


class _Traced:
    """What a mapping and a set that note what was asked for have in common."""

    __slots__ = ("_data", "_name", "_trace")

    def __init__(self, name: str, data: Any, trace: Trace) -> None:
        self._name, self._data, self._trace = name, data, trace

    def __contains__(self, key: object) -> bool:
        self._trace.notes.add((self._name, key))
        return key in self._data

    def __iter__(self) -> Iterator[Any]:
        self._trace.notes.add((self._name, WHOLE))
        return iter(self._data)

    def __len__(self) -> int:
        self._trace.notes.add((self._name, WHOLE))
        return len(self._data)


class _TracedMapping(_Traced, Mapping[Any, Any]):
    """A mapping that notes which keys were asked for."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        self._trace.notes.add((self._name, key))
        return self._data[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._trace.notes.add((self._name, key))
        return self._data.get(key, default)

    def keys(self) -> Any:
        self._trace.notes.add((self._name, WHOLE))
        return self._data.keys()

    def values(self) -> Any:
        self._trace.notes.add((self._name, WHOLE))
        return self._data.values()

    def items(self) -> Any:
        self._trace.notes.add((self._name, WHOLE))
        return self._data.items()


class _TracedSet(_Traced, AbstractSet[Any]):
    """A set that notes which members were asked for."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it: Any) -> Any:
        return frozenset(it)


def _traced(name: str, value: Any, trace: Trace) -> Any:
    if isinstance(value, Mapping):
        return _TracedMapping(name, value, trace)
    if isinstance(value, AbstractSet):
        return _TracedSet(name, value, trace)
    trace.notes.add((name, WHOLE))
    return value


class _Reading:
    """An attribute of the real thing, traced; a mapping or a set is traced once, and then found without asking here."""

    def __init__(self, owner: type, name: str) -> None:
        self._note, self._name = f"{owner.__name__} {name}", name

    def __get__(self, of: Any, kind: type) -> Any:
        value = _traced(self._note, getattr(of._real, self._name), of._trace)  # noqa: SLF001 - part of it
        if isinstance(value, _Traced):
            of.__dict__[self._name] = value
        return value


def _derived_names(kind: type) -> list[str]:
    return [name for name, value in vars(kind).items() if isinstance(value, cached_property)]


class _TracedChronology(Chronology):
    """A chronology that notes what was looked at; its methods run on it, its indexes are made by the real one."""

    def __init__(self, real: Chronology, trace: Trace) -> None:
        for name, value in (("_real", real), ("_trace", trace)):
            object.__setattr__(self, name, value)


class TracedEdition(Edition):
    """An edition that notes in `trace` what was looked at."""

    def __init__(self, real: Edition) -> None:
        trace = Trace()
        for field in fields(real):
            object.__setattr__(self, field.name, getattr(real, field.name))
        parts = {"chronology": _TracedChronology(real.chronology, trace), "_real": real, "_trace": trace}
        for name, value in {**parts, "_memo": {}, "_indexes": {}}.items():
            object.__setattr__(self, name, value)

    _real: Edition
    _trace: Trace
    _memo: dict[str, tuple[Mapping[str, Standing], set[Note]]]
    _indexes: dict[Callable[[Edition], Any], _Traced]

    def taken(self) -> set[Note]:
        """Return the notes since the last time, and begin anew."""
        notes, self._trace.notes = self._trace.notes, set()
        return notes

    def standing(self, event: Event, claim: Claim) -> Standing:
        """Return how a claim stands; who asks again depends on the same as who asked first."""
        if event.id not in self._memo:
            before = self.taken()
            found = standings(self.chronology, event)
            self._memo[event.id] = (found, self.taken())
            self._trace.notes = before
        found, notes = self._memo[event.id]
        self._trace.notes |= notes
        return found[claim.id]

    def derived(self, derive: Callable[[Edition], D]) -> D:
        """Return what was derived of the real edition, noted by the name of the function."""
        found: Any = self._indexes.get(derive)
        if found is None:
            name = f"{_DERIVED}{derive.__module__}.{derive.__qualname__}"
            found = _traced(name, self._real.derived(derive), self._trace)
            if isinstance(found, _Traced):
                self._indexes[derive] = found
        return cast("D", found)


for _name in (*(field.name for field in fields(Chronology)), *_derived_names(Chronology)):
    setattr(_TracedChronology, _name, _Reading(Chronology, _name))
for _name in _derived_names(Edition):
    setattr(TracedEdition, _name, _Reading(Edition, _name))


class Fingerprints:
    """What each note stands for in one edition, as a short text that is the same only if the same was seen."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._digests = {key: _of_document(found) for key, found in edition.chronology.documents.items()}
        self._wholes: dict[str, str] = {}

    def of(self, note: Note) -> str:
        """Return the fingerprint of a note; empty where nothing in this edition has its name."""
        name, key = note
        try:
            index = self._index(name)
        except (AttributeError, KeyError):
            return ""
        if isinstance(key, str) and key == WHOLE:
            if name not in self._wholes:
                self._wholes[name] = self.of_value(index)
            return self._wholes[name]
        if isinstance(index, AbstractSet):
            return str(key in index)
        return self.of_value(index[key]) if key in index else "none"

    def _index(self, name: str) -> Any:
        kind, _, rest = name.partition(" ")
        if kind == Chronology.__name__:
            return getattr(self._edition.chronology, rest)
        if kind == Edition.__name__:
            return getattr(self._edition, rest)
        module, _, function = rest.rpartition(".")
        # Names come from a file: only what the engine's own loaded modules hold is called.
        if not module.startswith("generator."):
            raise KeyError(name)
        derive: Callable[[Edition], Any] = getattr(sys.modules[module], function)
        return self._edition.derived(derive)

    def of_value(self, value: Any) -> str:
        """Return the fingerprint of a value: short where it is one record, else a digest of its parts."""
        text = self._text(value)
        return text if len(text) <= 40 else caching.digest(text.encode("utf-8", "surrogatepass"))  # noqa: PLR2004 - about a digest

    def _text(self, value: Any) -> str:
        if value is None or isinstance(value, str | int | float | date | Enum):
            return repr(value)
        if isinstance(value, _RECORDS):
            return self._digests.get((kind_of(value), value.id), "") or repr(value)
        if isinstance(value, Edtf):
            return repr(value.text)
        return self._text_of_file(value) or self._text_of_parts(value)

    def _text_of_file(self, value: Any) -> str:
        if isinstance(value, Path):
            return f"{value} {caching.digest(value.read_bytes())}"
        if isinstance(value, Document):
            return f"{value.path!r} {_of_document(value)}"
        return f"{value.id} {self._text_of_file(value.document)}" if isinstance(value, HandPage) else ""

    def _text_of_parts(self, value: Any) -> str:
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{self._text(key)}:{self._text(part)}' for key, part in value.items())}}}"
        if isinstance(value, tuple | list):
            return f"({self._parts(value)})"
        if isinstance(value, AbstractSet):
            return f"{{{','.join(sorted(map(self._text, value)))}}}"
        if is_dataclass(value):
            return f"{type(value).__name__}({self._parts([getattr(value, field.name) for field in fields(value)])})"
        return repr(value)

    def _parts(self, values: Any) -> str:
        """Return the texts of parts; beside the event that they are part of, a claim or report is told by its name."""
        if not any(isinstance(value, Event) for value in values):
            return ",".join(map(self._text, values))
        return ",".join(_short(value) or self._text(value) for value in values)


def _short(value: Any) -> str:
    if isinstance(value, Claim):
        return value.id
    if isinstance(value, Report):
        return f"{value.cite.source}#{value.cite.paragraph} {value.by} {value.stance} {value.modality} {value.note!r}"
    return ""


def _of_document(document: Document) -> str:
    text = f"{document.yaml}\0{document.body}"
    return document.digest or caching.digest(text.encode("utf-8", "surrogatepass"))


def encoded(note: Note) -> list[Any]:
    """Return a note as plain values for JSON."""
    name, key = note
    return [name, _plain(key)]


def decoded(plain: Any) -> Note:
    """Return the note that these plain values were made from; or raise TypeError or ValueError."""
    name, key = plain
    return str(name), _key(key)


def _plain(key: Any) -> Any:
    if isinstance(key, tuple):
        return [_plain(part) for part in key]
    if isinstance(key, date):
        return {"day": key.isoformat()}
    return str(key) if isinstance(key, str) else key


def _key(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(map(_key, plain))
    return date.fromisoformat(plain["day"]) if isinstance(plain, dict) else plain
