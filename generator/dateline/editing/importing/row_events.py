"""Events of rows: a date, places, actors, figures, and a claim for each source that says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from dateline.editing.drafting import claim_id, event_folder, event_id
from dateline.editing.drafting.known_records import folded
from dateline.editing.drafting.record_text import Blank
from dateline.editing.importing.given_tables import Row
from dateline.editing.importing.own_source import OwnSource, spot_in_file
from dateline.editing.importing.proposals import RowOutcome
from dateline.editing.importing.row_dates import DateRead
from dateline.editing.importing.row_figures import figures_of
from dateline.editing.importing.row_ledger import digest, row_key
from dateline.editing.importing.row_parts import Desk, RowParts
from dateline.editing.importing.row_pictures import media_sources, pictures_of, tell_of_alt
from dateline.editing.importing.row_sources import sources_of
from dateline.editing.importing.row_ties import named_events, related_of, whole_of
from dateline.editing.intake.metadata import slug
from dateline.ground import dates
from dateline.ground.dates import Edtf
from dateline.ground.problems import Code
from dateline.records.types import RecordKind
from dateline.records.types.fields import MAX_LINE

EVENT: Final = RecordKind.EVENT
_TEXTS: Final = ("date_wording", "date_note", "date_basis", "weight", "summary")
_SIDES: Final = ("", ".end")
_CUT: Final = {"month": 7, "year": 4}
_LONG: Final = 120
_SPOT: Final = re.compile(r"\d{1,4}")


class EventRows:
    """Makes an event of each row."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._keys: dict[str, int] = {}
        self._own = OwnSource()
        self._waiting: list[_RowOfEvent] = []
        """The rows that name an event which no row before them has: one behind them may."""

    def read(self, row: Row, outcome: RowOutcome) -> None:
        """Add what a row comes to: an event, and what it names that nobody has recorded."""
        parts = RowParts(self.desk, row, outcome)
        parts.withhold()
        title = parts.one("title") or _headline(parts.one("claim") or parts.one("summary"))
        if title is None:
            parts.tell(next(iter(row.cells), ""), Code.MISSING_KEY, "the row has no title", _title_cure(parts))
            return
        if len(title) > MAX_LINE:
            why = f"it has {len(title)} characters; a title has at most {MAX_LINE}: its beginning is taken"
            parts.tell(parts.column("title"), Code.TEXT_TOO_LONG, why, "write a headline")
            title = _headline(title) or title
        when = _when(parts)
        key = self._key(parts, title, when)
        if key is None:
            return
        self._propose(parts, title, when, key)

    def finish(self) -> None:
        """Add what the rows come to that waited for the events of others."""
        for made in self._waiting:
            made.propose()
        self._waiting.clear()
        self._own.finish()

    def _propose(self, parts: RowParts, title: str, when: DateRead, key: str) -> None:
        known = self.desk.known
        date = dates.parse(when.text, dates.ANY_ZONE, when.calendar) if when.text else dates.UNDATED
        id_ = known.id_for(EVENT, key, self._suggested(parts, title, date, key), adopts=True)
        if known.is_buried(EVENT, id_):
            parts.tell(
                parts.column("title"),
                Code.BURIED_ID,
                "its event was removed from the chronology",
                "take the row out, too",
            )
            return
        known.add(EVENT, id_, {"title": title})
        made = _RowOfEvent(parts, title, when, key, id_, event_folder(date), self._own)
        if all(known.called(EVENT, name) for name in named_events(parts)):
            made.propose()
        else:
            self._waiting.append(made)

    def _key(self, parts: RowParts, title: str, when: DateRead) -> str | None:
        """Return what a row is known by the next time; None, told, where an earlier row is known by the same."""
        columns, cells = self.desk.map.key, parts.row.cells
        said = [cells.get(column, "") for column in columns]
        if columns and not any(said):
            parts.tell(
                columns[0], Code.MISSING_KEY, "the row has no key", "fill in the column, or take key: out of the map"
            )
            return None
        identity = said if columns else [title, when.text or parts.one("date") or "", parts.one("place") or ""]
        key = row_key(EVENT, "\x1f".join([*columns, *identity]))
        first = self._keys.setdefault(key, parts.row.number)
        if first != parts.row.number:
            column = columns[0] if columns else parts.column("title")
            parts.tell(
                column, Code.DUPLICATE_ID, f"row {first} is known by the same", "one of the two rows is one too many"
            )
            return None
        return key

    def _suggested(self, parts: RowParts, title: str, date: Edtf, key: str) -> str:
        columns = self.desk.map.key
        said = slug(" ".join(parts.row.cells.get(column, "") for column in columns)) if columns else None
        if said is not None:
            return f"{self.desk.map.name}-{said}"
        words = event_id(title, date) or slug(title) or "event"
        return f"{words[:60].strip('-')}-{digest(key)[:6]}"


@dataclass(frozen=True, slots=True)
class _RowOfEvent:
    """A row that becomes an event."""

    parts: RowParts
    title: str
    when: DateRead
    key: str
    id: str
    folder: str
    own: OwnSource

    def propose(self) -> None:
        """Have the row come to the draft of its event."""
        self.parts.propose(EVENT, self.key, self.id, _values(self), self.folder)


def _headline(text: str | None) -> str | None:
    """Return the beginning of a longer text as a headline, for an editor to put right."""
    if text is None or len(text) <= _LONG:
        return text
    return f"{text[:_LONG].rpartition(' ')[0] or text[:_LONG]} …"


def _when(parts: RowParts) -> DateRead:
    """Return the date of a row: a day or a span, with its times."""
    sides = [_side(parts, f"date{side}") for side in _SIDES]
    begin, end = (side or DateRead() for side in sides)
    if not begin.text or not end.text:
        return _as_exact_as_said(parts, begin)
    span = (
        parts.desk.dates.span(begin.text, end.text) if begin.calendar is None else DateRead(begin.text, begin.calendar)
    )
    if not span.text:
        parts.tell(_column_of(parts, "date.end"), Code.BAD_DATE, span.doubt, span.cure)
        return begin
    return span


def _as_exact_as_said(parts: RowParts, read: DateRead) -> DateRead:
    """Return a day as a month, a year or about itself, where a column says that it is no more exact."""
    said = parts.one("date.precision")
    if said in _CUT and len(read.text) == len("2017-11-17"):
        return DateRead(read.text[: _CUT[said]])
    return DateRead(f"{read.text}~", read.calendar) if said == "about" and read.text[-1:].isdigit() else read


def _side(parts: RowParts, target: str) -> DateRead | None:
    names = {part: text for part in ("year", "month", "day") if (text := parts.one(f"{target}.{part}")) is not None}
    if names:
        read: DateRead | None = parts.desk.dates.of_parts(names)
        if read is not None and not read.text:
            parts.tell(parts.column(f"{target}.{next(iter(names))}"), Code.BAD_DATE, read.doubt, read.cure)
    else:
        read = parts.date(target)
    time = parts.one(f"{target}.time")
    if read is None or not read.text or time is None:
        return read
    timed = parts.desk.dates.timed(read.text, time)
    if timed.text:
        return timed
    parts.tell(parts.column(f"{target}.time"), Code.BAD_DATE, timed.doubt, timed.cure)
    return read


def _column_of(parts: RowParts, target: str) -> str:
    return parts.column(target) or next((parts.column(name) for name in parts.starting(f"{target}.")), "")


def _values(row: _RowOfEvent) -> dict[str, Any]:
    parts, when = row.parts, row.when
    cited = _Cited(row.own.cited(parts), sources_of(parts), media_sources(parts))
    text = parts.one("date") or " ".join(parts.one(name) or "" for name in parts.starting("date.")).strip()
    doubt = Blank(f"the row says '{text}'" if text else "the row has none")
    found: dict[str, Any] = {
        "title": row.title,
        "date": when.text or doubt,
        "calendar": when.calendar,
        **{key: parts.one(key) for key in _TEXTS},
        "seq": parts.number("seq"),
        "kind": parts.word("event_kinds", "kind"),
        "places": [{"place": id_} for id_ in _places(parts)] or None,
        "actors": list(_actors(parts)) or None,
        "note": parts.note,
        "tags": parts.words("tags", "tags") or None,
        "part_of": whole_of(parts, row.id),
        "related": list(related_of(parts, row.id, cited.cite(parts))) or None,
        "media": list(pictures_of(parts)) or None,
        "claims": list(_claims(parts, row.title, cited)) or None,
    }
    tell_of_alt(parts)
    if found["date_basis"] is None and found["date_note"] is not None:
        found["date_basis"] = "inferred"
    return {key: value for key, value in found.items() if value is not None}


def _title_cure(parts: RowParts) -> str:
    """Return what to do about rows without titles: name the column, or make titles of others."""
    columns = parts.desk.map.columns.items()
    named = [next((f"{{{name}}}" for name, one in columns if one.to == to), "") for to in ("kind", "place")]
    made = f', or make one: fixed: {{title: "{", ".join(named)}"}}' if all(named) else ""
    return f"say in the map which column is the title{made}"


def _places(parts: RowParts) -> list[str]:
    more: dict[str, Any] = {**parts.coordinates("place.")}
    if parts.one("place") is None:
        if column := parts.column("place.within"):
            parts.tell(
                column, Code.MISSING_KEY, "the row names no place in it", "say in the map which column is the place"
            )
        return []
    within = None
    for column, name in reversed(list(parts.all("place.within"))):
        within = parts.record_called(RecordKind.PLACE, column, name, {"within": within} if within else {})
        if folded(name) == folded(parts.one("place") or ""):
            return [within] if within else []  # the row knows no more than what the place lies in
    more |= {"within": within, "kind": parts.word("place_kinds", "place.kind")}
    if "lat" in more:
        more |= {"precision": parts.one("place.precision"), "located_by": parts.desk.file}
    if len(list(parts.all("place"))) > 1:
        more = {"within": more["within"]}  # nobody knows of which of them the coordinates are
    return parts.named(RecordKind.PLACE, "place", {key: value for key, value in more.items() if value is not None})


def _actors(parts: RowParts) -> Iterator[dict[str, str]]:
    seen = set[str]()
    for target in parts.starting("actor"):
        role = target.partition(".")[2]
        for id_ in parts.named(RecordKind.ACTOR, target):
            if id_ not in seen:
                seen.add(id_)
                yield {"actor": id_, **({"role": role} if role else {})}


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a row rests on: the data set that it is of, sources, and pictures."""

    data: str | None
    sources: list[str]
    media: list[str]

    @property
    def only(self) -> str | None:
        """The one that gives the numbers of the row and says what it says; None where that may be one of several."""
        return self.data or (self.sources[0] if len(self.sources) == 1 else None)

    def reports(self, parts: RowParts, figures: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield a report of each; what columns say of one stands in the report of the only one that it can be of."""
        speakers = parts.named(RecordKind.ACTOR, "by")
        every = [*([self.data] if self.data is not None else []), *self.sources, *self.media]
        for source in dict.fromkeys(every):
            by = {"by": speakers} if speakers and source in self.sources else {}
            numbers = {"figures": figures} if figures and source == self.only else {}
            yield {**by, "cite": {"source": source, **self._spot(parts, source)}, **numbers}

    def cite(self, parts: RowParts) -> dict[str, Any] | None:
        """Return where the only one says what the row says."""
        return {"source": self.only, **self._spot(parts, self.only)} if self.only is not None else None

    def _spot(self, parts: RowParts, source: str) -> dict[str, Any]:
        """Return where a source says it: of a data set the row's own key."""
        if source == self.data:
            said = spot_in_file(parts)
            return {"at": said} if said is not None else {}
        at = parts.one("at") if self.sources == [source] else None
        if at is None:
            return {}
        return {"paragraph": int(at)} if _SPOT.fullmatch(at) else {"at": at}


def _claims(parts: RowParts, title: str, cited: _Cited) -> Iterator[dict[str, Any]]:
    """Yield the claims of a row: what a column claims, else that what the title says was so."""
    found = list(figures_of(parts))
    reports = list(cited.reports(parts, [figure for _, figure in found]))
    texts = [text for _, text in parts.all("claim")] or ([title] if reports else [])
    if cited.only is None or not texts:
        for target, _ in found:
            why = "the row does not say which source gives it"
            parts.tell(parts.column(target), Code.REPORT_WITHOUT_CITATION, why, "give the row one source")
    if len(cited.sources) > 1 and parts.one("at") is not None:
        why = "the row does not say of which source that is"
        parts.tell(parts.column("at"), Code.REPORT_WITHOUT_CITATION, why, "give the row one source")
    taken = set[str]()
    for number, text in enumerate(texts):
        id_ = claim_id(text) or "claim"
        id_ = id_ if id_ not in taken else f"{id_}-{number + 1}"
        taken.add(id_)
        own = reports if not number else [{key: one[key] for key in one if key != "figures"} for one in reports]
        yield {"id": id_, "text": text, **({"reports": own} if own else {})}
