"""What rows of every kind have in common: cells by what they become, dates, numbers, and whom they name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dateline.editing.drafting import UnknownError
from dateline.editing.drafting.known_records import KnownRecords, folded
from dateline.editing.importing.column_map import NAMED_CELL, ColumnMap, ColumnTarget
from dateline.editing.importing.column_targets import NOTHING, PARTED, VICTIMS
from dateline.editing.importing.given_tables import Row, says_nothing
from dateline.editing.importing.known_names import KnownNames, coordinates
from dateline.editing.importing.proposals import Proposal, RowOutcome
from dateline.editing.importing.row_dates import DateRead, DateReader
from dateline.editing.importing.row_ledger import digest, row_key
from dateline.editing.intake.metadata import slug
from dateline.ground.problems import Code
from dateline.ground.urls import is_web_address
from dateline.records.types import RecordKind, degrees
from dateline.records.types.degrees_told import MOST_DEGREES
from dateline.records.types.fields import MAX_LINE

_ADDRESSES: Final = frozenset({"source", "media"})
"""What may be addresses, which spaces part; the words of a title they do not."""
_DRAFT: Final = "draft"
_JOINTS: Final = " ,;:·–-"
"""What joins two cells, and is left over where one of them says nothing."""
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_NAMES: Final = re.compile(r"[;,\n|]|\band\b|\bund\b|\bet\b|، |؛")


@dataclass(frozen=True, slots=True)
class Desk:
    """What the making of records looks at: the map of the file, and what the chronology has."""

    map: ColumnMap
    known: KnownNames
    shelf: KnownRecords
    dates: DateReader
    file: str
    """What the file is called, as records name it."""


@dataclass(slots=True)
class RowParts:
    """The cells of one row by what they become, and what it comes to so far."""

    desk: Desk
    row: Row
    outcome: RowOutcome

    def all(self, target: str) -> Iterator[tuple[str, str]]:
        """Yield the column and each value of all columns that become something."""
        for column, one in self.desk.map.columns.items():
            if one.to == target and (text := self.row.cells.get(column)) is not None:
                yield from ((column, part) for part in cell_parts(text, one))
        if (fixed := self.desk.map.fixed.get(target)) is not None and (text := self._filled(fixed)):
            yield "", text

    def _filled(self, text: str) -> str:
        """Return a text with the cells that it names in braces; nothing where none of them says anything."""
        said = {name: cell for name, cell in self.row.cells.items() if not says_nothing(cell)}
        names = NAMED_CELL.findall(text)
        if names and not any(name in said for name in names):
            return ""
        filled = " ".join(NAMED_CELL.sub(lambda found: said.get(found[1], ""), text).split())
        return filled if all(name in said for name in names) else filled.strip(_JOINTS)

    def one(self, target: str) -> str | None:
        """Return the first value of the columns that become something."""
        return next((text for _, text in self.all(target) if text), None)

    @property
    def note(self) -> str | None:
        """The remarks of all columns, one behind the other, each once."""
        return " · ".join(dict.fromkeys(text for _, text in self.all("note"))) or None

    def column(self, target: str) -> str:
        """Return the first column of this row that becomes something."""
        return next((column for column, _ in self.all(target)), "")

    def starting(self, start: str) -> list[str]:
        """Return what columns become whose word begins so."""
        found = [one.to for one in self.desk.map.columns.values() if one.to.startswith(start)]
        return list(dict.fromkeys([*found, *(to for to in self.desk.map.fixed if to.startswith(start))]))

    def tell(self, column: str, code: Code, why: str, cure: str = "") -> None:
        """Note that the text of a column has no place."""
        self.outcome.unplaced.append(self.row.unplaced(column, code, why, cure))

    def date(self, target: str) -> DateRead | None:
        """Return the date in a column; where it is in doubt, that is told."""
        text = self.one(target)
        if text is None:
            return None
        read = self.desk.dates.day(text)
        if not read.text:
            self.tell(self.column(target), Code.BAD_DATE, read.doubt, read.cure)
        return read

    def number(self, target: str) -> float | int | None:
        """Return the number in a column; where it is none, that is told."""
        text = self.one(target)
        plain = text.replace(" ", "") if text is not None else ""
        if text is not None and not _NUMBER.fullmatch(plain):
            self.tell(self.column(target), Code.WRONG_TYPE, "it is no number in plain digits", "write 34.45")
        return as_number(plain) if _NUMBER.fullmatch(plain) else None

    def coordinates(self, start: str = "") -> dict[str, float | int]:
        """Return where a place is: both coordinates, on the Earth, or none; what else stands there is told."""
        found = {key: number for key in MOST_DEGREES if (number := self._degrees(f"{start}{key}", key)) is not None}
        far = next((key for key, number in found.items() if abs(number) > MOST_DEGREES[key]), None)
        if far is not None:
            cure = "degrees from -90 to 90, and from -180 to 180; are the two exchanged?"
            self.tell(self.column(f"{start}{far}"), Code.BAD_COORDINATES, "there are not so many degrees", cure)
        elif len(found) == 1:
            self.tell(self.column(f"{start}{next(iter(found))}"), Code.BAD_COORDINATES, "it stands alone", "give both")
        return found if far is None and len(found) == len(MOST_DEGREES) else {}

    def _degrees(self, target: str, axis: str) -> float | int | None:
        """Return the degrees in a column, as maps print them; where they are none, that is told."""
        text = self.one(target)
        read = degrees.single(text) if text is not None else None
        if text is not None and (read is None or read.axis not in {"", axis}):
            self.tell(self.column(target), Code.WRONG_TYPE, "it is no number of degrees", "write 34.45")
        return as_number(str(read)) if read is not None and read.axis in {"", axis} else None

    def word(self, words: str, target: str) -> str | None:
        """Return the first word of the vocabulary that a column has; where there is none, that is told."""
        return next(iter(self.words(words, target)), None)

    def words(self, words: str, target: str) -> list[str]:
        """Return the words of the vocabulary that columns have; what is none is told."""
        found: dict[str, None] = {}
        for column, text in self.all(target):
            try:
                found[self.desk.shelf.word_of(words, text)] = None
            except UnknownError as error:
                cure = "add it to chronology.yml, or give words: in the map"
                self.tell(column, Code.UNKNOWN_WORD, str(error).partition(";")[0], cure)
        return list(found)

    def withhold(self) -> None:
        """Count the names of victims, which go nowhere."""
        for column, one in self.desk.map.columns.items():
            if one.to == VICTIMS and (text := self.row.cells.get(column)) is not None:
                self.outcome.withheld += len([name for name in _NAMES.split(text) if name.strip()])

    def named(self, kind: RecordKind, target: str, more: Mapping[str, Any] | None = None) -> list[str]:
        """Return the ids of whom or what the columns name; who is not there becomes a draft."""
        found = (self.record_called(kind, column, name, more or {}) for column, name in self.all(target))
        return list(dict.fromkeys(id_ for id_ in found if id_ is not None))

    def record_called(self, kind: RecordKind, column: str, name: str, more: Mapping[str, Any]) -> str | None:
        """Return the id of an actor or a place by its name: a draft where none is, nothing where two are."""
        if self._is_no_name(column, name):
            return None
        more = self._turned(kind, column, name, more)
        known, here, within = self.desk.known, coordinates(more), more.get("within")
        ids = [id_ for id_ in known.called(kind, name) if known.could_be(id_, here, within)]
        if len(ids) > 1:
            cure = "write the id of the one that is meant"
            self.tell(column, _UNKNOWN[kind], f"'{name}' may be {' or '.join(ids)}", cure)
            return None
        if ids:
            key = known.own.get((kind, ids[0]))
            if key is not None and key not in known.proposed:
                self.propose(kind, key, ids[0], {"name": name, **more})
            return ids[0]
        key = row_key(kind, f"{folded(name)}\x1f{within or ''}")
        if key in known.proposed and here is not None:
            key = row_key(kind, f"{key} {here[0]:.1f} {here[1]:.1f}")
        id_ = known.id_for(kind, key, slug(name) or f"{kind}-{digest(folded(name))[:6]}")
        if known.is_buried(kind, id_):
            self.tell(
                column, _UNKNOWN[kind], f"'{name}' was removed from the chronology", "take it out of the file, too"
            )
            return None
        self.propose(kind, key, id_, {"name": name, **more})
        return id_

    def _is_no_name(self, column: str, name: str) -> bool:
        """Tell of what cannot be a name: a text, an address."""
        if len(name) > MAX_LINE:
            why = f"it has {len(name)} characters; a name has at most {MAX_LINE}"
            self.tell(column, Code.TEXT_TOO_LONG, why, "is it a name?")
        elif is_web_address(name):
            self.tell(column, Code.BAD_VALUE, "an address is no name", "say in the map what else the column becomes")
        else:
            return False
        return True

    def _turned(self, kind: RecordKind, column: str, name: str, more: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what is known of a place; its coordinates, where they are exchanged, are told and not taken."""
        known, here = self.desk.known, coordinates(more)
        ids = known.called(kind, name) if kind is RecordKind.PLACE and here is not None else []
        if here is None or not any(known.is_turned(id_, here) for id_ in ids):
            return more
        cure = "exchange latitude and longitude, if that is right"
        self.tell(column, Code.BAD_COORDINATES, "its coordinates are those of the place, but exchanged", cure)
        return {key: value for key, value in more.items() if key not in {*MOST_DEGREES, "precision", "located_by"}}

    def propose(self, kind: RecordKind, key: str, id_: str, values: Mapping[str, Any], folder: str = "") -> None:
        """Have the row come to a draft, which the rows behind it know."""
        self.desk.known.add(kind, id_, values)
        self.desk.known.proposed.add(key)
        draft = {**values, "state": _DRAFT}
        self.outcome.proposals.append(Proposal(kind, key, id_, draft, folder, self.row.number))


_UNKNOWN: Final = {RecordKind.ACTOR: Code.UNKNOWN_ACTOR, RecordKind.PLACE: Code.UNKNOWN_PLACE}


def as_number(text: str) -> float | int:
    """Return a number as records write it."""
    value = float(text)
    return int(value) if value == int(value) and "." not in text.rstrip("0").rstrip(".") else value


def cell_parts(text: str, target: ColumnTarget) -> list[str]:
    """Return the values that stand in a cell, each by what the map says for it; what says nothing is none of them."""
    kind = "actor" if target.to.startswith("actor.") else target.to
    signs = target.apart if target.apart is not None else PARTED.get(kind, "")
    if target.apart is None and kind in _ADDRESSES and "://" in text:
        signs += " "
    if target.to in {NOTHING, VICTIMS}:
        return [text]
    parts = (part.strip() for part in (re.split(f"[{re.escape(signs)}]", text) if signs else [text]))
    heard = (part for part in parts if part and (part in target.words or not says_nothing(part)))
    return [target.words.get(part, part) for part in heard]
