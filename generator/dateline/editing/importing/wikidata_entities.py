"""Entities of Wikidata as drafts: their names, where they are in Wikidata, coordinates, and when an event was."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dateline.editing.drafting import event_folder, event_id
from dateline.editing.importing.given_tables import Row, TableError, cleaned
from dateline.editing.importing.given_texts import json_of
from dateline.editing.importing.proposals import RowOutcome
from dateline.editing.importing.row_ledger import row_key
from dateline.editing.importing.row_parts import Desk, RowParts
from dateline.editing.importing.row_records import settle_named
from dateline.editing.intake.metadata import slug
from dateline.ground import dates
from dateline.ground.problems import Code
from dateline.records.types import RecordKind

Entity = Mapping[str, Any]
_ID: Final = re.compile(r"Q[1-9]\d{0,14}")
_HUMAN: Final = "Q5"
_INSTANCE, _WHERE, _AT, _BEGAN, _ENDED, _BORN = "P31", "P625", "P585", "P580", "P582", "P569"
_TIME: Final = re.compile(r"(?P<sign>[+-])(?P<year>\d{4,})-(?P<month>\d\d)-(?P<day>\d\d)T")
_DAY, _YEAR, _DECADE = 11, 9, 8
"""How exact a time is; of a century nobody knows whether 1200 begins or ends it."""
_JULIAN: Final = "Q1985786"
_CURE: Final = "save Special:EntityData/Q….json"
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def entities_of(path: Path) -> list[Entity]:
    """Return the entities of a file; raises TableError where it has none."""
    said = json_of(path, _CURE)
    held = said.get("entities", said) if isinstance(said, Mapping) else said
    found = [held] if isinstance(held, Mapping) and "labels" in held else held
    found = list(found.values()) if isinstance(found, Mapping) else found
    if not isinstance(found, list) or not all(isinstance(one, Mapping) and _is_entity(one) for one in found):
        raise TableError("it has no entities of Wikidata", _CURE, Code.WRONG_TYPE)
    return found


def _is_entity(one: Entity) -> bool:
    return _ID.fullmatch(str(one.get("id"))) is not None and isinstance(one.get("labels"), Mapping)


@dataclass(frozen=True, slots=True)
class EntityReader:
    """Makes a draft of each entity: a place where it has coordinates, an event where it has a time, else an actor."""

    desk: Desk
    language: str
    languages: tuple[str, ...] = ()
    """In which other languages its names are taken."""
    kind: RecordKind | None = None
    """What it is to be, where somebody says it."""

    def read(self, number: int, entity: Entity, outcome: RowOutcome) -> None:
        """Add the draft of an entity."""
        labels = dict(_texts(entity.get("labels")))
        row = Row(number, {"id": str(entity["id"]), **{key: _shown(entity, key) for key in entity.get("claims") or {}}})
        parts = RowParts(self.desk, row, outcome)
        name = labels.get(self.language) or labels.get("en") or next(iter(labels.values()), None)
        if name is None:
            parts.tell("id", Code.MISSING_KEY, "the entity has no name")
            return
        kind = self.kind or _kind_of(entity)
        taken = {_INSTANCE, _WHERE} if kind is not RecordKind.EVENT else {_INSTANCE, _AT, _BEGAN, _ENDED}
        for key in sorted((entity.get("claims") or {}).keys() - taken):
            parts.tell(
                key, Code.UNKNOWN_KEY, "no key takes this statement", "record a source that says it, and cite that"
            )
        if kind is RecordKind.EVENT:
            self._event(parts, entity, name)
        else:
            values = {key: value for key, value in self._named(entity, kind, name, labels).items() if value}
            settle_named(parts, kind, row_key(kind, str(entity["id"])), values, {})

    def _named(self, entity: Entity, kind: RecordKind, name: str, labels: Mapping[str, str]) -> dict[str, Any]:
        others = {language: labels[language] for language in self.languages if labels.get(language, name) != name}
        aliases = entity.get("aliases")
        own = aliases.get(self.language) if isinstance(aliases, Mapping) else None
        spellings = [cleaned(str(one["value"])) for one in own or () if isinstance(one, Mapping) and one.get("value")]
        found: dict[str, Any] = {
            "name": name,
            "names": others,
            "aliases": spellings,
            "same_as": [_address(entity)],
        }
        if kind is RecordKind.ACTOR and _HUMAN in _targets(entity, _INSTANCE):
            found["kind"] = "person"
        if kind is RecordKind.PLACE and (where := next(_values(entity, _WHERE), None)) is not None:
            found |= {"lat": where.get("latitude"), "lon": where.get("longitude")}
            found["located_by"] = f"Wikidata {entity['id']}"
        return found

    def _event(self, parts: RowParts, entity: Entity, name: str) -> None:
        known = self.desk.known
        when = _when(entity)
        key = row_key(RecordKind.EVENT, str(entity["id"]))
        date = dates.parse(when[0], dates.ANY_ZONE, when[1]) if when[0] else dates.UNDATED
        id_ = known.id_for(
            RecordKind.EVENT, key, event_id(name, date) or slug(name) or str(entity["id"]).lower(), adopts=True
        )
        if known.is_buried(RecordKind.EVENT, id_):
            parts.tell("id", Code.BURIED_ID, "its event was removed from the chronology")
            return
        if not when[0]:
            parts.tell(_AT, Code.BAD_DATE, "no time of it can be read")
        values = {"title": name, "date": when[0] or None, "calendar": when[1], "note": _address(entity)}
        parts.propose(RecordKind.EVENT, key, id_, values, event_folder(date))


def _kind_of(entity: Entity) -> RecordKind:
    claims = entity.get("claims") or {}
    if _HUMAN in _targets(entity, _INSTANCE) or _BORN in claims:
        return RecordKind.ACTOR
    if {_AT, _BEGAN} & claims.keys() and (_WHERE not in claims or _AT in claims):
        return RecordKind.EVENT
    return RecordKind.PLACE if _WHERE in claims else RecordKind.ACTOR


def _texts(said: Any) -> Iterator[tuple[str, str]]:
    for language, one in said.items() if isinstance(said, Mapping) else ():
        if isinstance(one, Mapping) and _LANGUAGE.fullmatch(str(language)) and cleaned(str(one.get("value", ""))):
            yield str(language), cleaned(str(one["value"]))


def _values(entity: Entity, key: str) -> Iterator[Mapping[str, Any]]:
    """Yield what statements say, the preferred ones first; deprecated ones say nothing."""
    claims = entity.get("claims")
    found = claims.get(key) if isinstance(claims, Mapping) else None
    statements = [one for one in found or () if isinstance(one, Mapping) and one.get("rank") != "deprecated"]
    for one in sorted(statements, key=lambda one: one.get("rank") != "preferred"):
        value = one.get("mainsnak", {}).get("datavalue", {}).get("value")
        if isinstance(value, Mapping):
            yield value


def _targets(entity: Entity, key: str) -> set[str]:
    return {str(value.get("id")) for value in _values(entity, key)}


def _shown(entity: Entity, key: str) -> str:
    return cleaned(json.dumps(next(_values(entity, key), ""), ensure_ascii=False))[:200]


def _address(entity: Entity) -> str:
    return f"https://www.wikidata.org/wiki/{entity['id']}"


def _when(entity: Entity) -> tuple[str, str | None]:
    """Return when an event was, and of which calendar that is."""
    at, began, ended = (next(_values(entity, key), None) for key in (_AT, _BEGAN, _ENDED))
    begin, end = (
        _day(value) if value is not None else ("", None) for value in (at or began, ended if at is None else None)
    )
    if begin[0] and end[0] and begin != end and begin[1] == end[1] and dates.is_date(f"{begin[0]}/{end[0]}"):
        return f"{begin[0]}/{end[0]}", begin[1]
    return begin


def _day(value: Mapping[str, Any]) -> tuple[str, str | None]:
    """Return a time of Wikidata as a date: a year with a minus is one before the Common Era, with no year 0."""
    found = _TIME.match(str(value.get("time")))
    precision = value.get("precision")
    if found is None or not isinstance(precision, int) or precision < _DECADE:
        return "", None
    number = int(found["year"])
    year = dates.years_as_written(1 - number if found["sign"] == "-" else number)
    text = {_DECADE: f"{year[:-1]}X", _YEAR: year}.get(precision, f"{year}-{found['month']}")
    text = f"{text}-{found['day']}" if precision >= _DAY else text
    calendar = "julian" if str(value.get("calendarmodel", "")).endswith(_JULIAN) and precision >= _DAY else None
    return (text, calendar) if dates.is_date(text, calendar=calendar) else ("", None)
