"""What the columns of some well-known data sets become; their names are those that their makers publish."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dateline.editing.importing.column_map import ColumnMap, ColumnTarget
from dateline.editing.importing.column_targets import NOTHING, VICTIMS, is_target, plain
from dateline.editing.importing.given_tables import Row, Table
from dateline.editing.importing.row_dates import Spans
from dateline.records.types import RecordKind

_AUTOARCHIVER: Final = ("status", "metadata", "media")
_SAID: Final = re.compile(r"['\"](?P<key>url|title|timestamp)['\"]: ['\"](?P<text>.*?)['\"](?=[,}])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A known shape: its columns, what every row is, what the whole of it is, and what somebody must know of it."""

    columns: Mapping[str, str | ColumnTarget]
    key: str = ""
    record: RecordKind = RecordKind.EVENT
    spans: Spans | None = None
    source: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def _nothing(columns: str) -> dict[str, str | ColumnTarget]:
    return dict.fromkeys(columns.split(), NOTHING)


_ACLED: Final = Preset(
    key="event_id_cnty",
    columns={
        "event_date": "date",
        "time_precision": ColumnTarget("date.precision", None, {"1": "day", "2": "about", "3": "month"}),
        "event_type": "kind",
        "actor1": "actor",
        "assoc_actor_1": "actor",
        "actor2": "actor",
        "assoc_actor_2": "actor",
        "location": "place",
        "latitude": "place.lat",
        "longitude": "place.lon",
        "geo_precision": ColumnTarget("place.precision", None, {"1": "locality", "2": "area", "3": "region"}),
        "admin3": "place.within",
        "admin2": "place.within",
        "admin1": "place.within",
        "country": "place.within",
        "fatalities": "figure.killed",
        **_nothing("notes year iso iso3 region inter1 inter2 interaction timestamp disorder_type data_id"),
    },
    fixed={"title": "{sub_event_type}: {location}", "note": "Sources that ACLED names: {source}"},
    source={
        "title": "Armed Conflict Location & Event Data",
        "publisher": "ACLED",
        "url": "https://acleddata.com/",
        "licence": "Terms of use of ACLED, under which its data is not passed on",
    },
    notes=(
        "ACLED's terms do not let its data be passed on: keep what is made of it out of a public repository, or ask.",
        "The sentences in its notes are not taken.",
    ),
)
_UCDP: Final = Preset(
    key="id",
    spans="within",
    columns={
        "date_start": "date",
        "date_end": "date.end",
        "type_of_violence": ColumnTarget(
            "kind", None, {"1": "State-based conflict", "2": "Non-state conflict", "3": "One-sided violence"}
        ),
        "conflict_name": "tags",
        "side_a": "actor",
        "side_b": "actor",
        "where_coordinates": "place",
        "latitude": "place.lat",
        "longitude": "place.lon",
        "where_prec": ColumnTarget(
            "place.precision",
            None,
            {"1": "locality", "2": "area", "3": "area", "4": "region", "5": "unknown", "6": "region", "7": "unknown"},
        ),
        "adm_2": "place.within",
        "adm_1": "place.within",
        "country": "place.within",
        "best": "figure.killed",
        "low": "figure.killed.min",
        "high": "figure.killed.max",
        **_nothing(
            "relid year active_year code_status conflict_dset_id conflict_new_id dyad_dset_id dyad_new_id "
            "side_a_dset_id side_a_new_id side_b_dset_id side_b_new_id geom_wkt priogrid_gid "
            "country_id region gwnoa gwnob date_prec"
        ),
    },
    fixed={"title": "{dyad_name}: {where_coordinates}", "note": "Sources that UCDP names: {source_office}"},
    source={
        "title": "UCDP Georeferenced Event Dataset",
        "publisher": "Uppsala Conflict Data Program",
        "url": "https://ucdp.uu.se/",
        "licence": "CC-BY-4.0",
    },
)
_AIRWARS: Final = Preset(
    key="unique_reference_code",
    columns={
        "incident_date": "date",
        "strike_type": "kind",
        "belligerents": "actor",
        "belligerent": "actor",
        "location_name": "place",
        "latitude": "place.lat",
        "longitude": "place.lon",
        "geolocation_accuracy": ColumnTarget("place.precision", None, {"exact_location": "exact"}),
        "governorate": "place.within",
        "region": "place.within",
        "country": "place.within",
        "killed_injured_civilian_non_combatants_killed_min": "figure.killed.min",
        "killed_injured_civilian_non_combatants_killed_max": "figure.killed.max",
        "killed_injured_civilian_non_combatants_injured_min": "figure.injured.min",
        "killed_injured_civilian_non_combatants_injured_max": "figure.injured.max",
        "civilians_reported_killed": "figure.killed",
        "civilians_reported_injured": "figure.injured",
        "link": "source",
        "sources": "source",
        **dict.fromkeys(("victims", "named_victims", "names_of_victims", "victim_names", "victim_list"), VICTIMS),
        **_nothing("title incident_summary summary"),
    },
    fixed={"title": "{unique_reference_code}: {location_name}", "note": "Airwars grades it: {civilian_harm_status}"},
    source={"title": "Airwars: civilian harm", "publisher": "Airwars", "url": "https://airwars.org/"},
    notes=("Look up the licence of Airwars, and add it to the source: none is known here.",),
)
_ARCHIVER: Final = Preset(
    record=RecordKind.SOURCE,
    columns={
        "link": "url",
        "url": "url",
        "archive_location": "archive",
        "archive_date": "archive.date",
        "upload_timestamp": "published",
        "upload_title": "title",
        **_nothing(
            "archive_status destination_folder thumbnail text_content screenshot hash perceptual_hashes wacz "
            "replaywebpage status metadata media"
        ),
    },
    notes=("The texts that Auto Archiver keeps are not taken: a record has locators of a text, and never the text.",),
)
PRESETS: Final[Mapping[str, Preset]] = {"acled": _ACLED, "ucdp-ged": _UCDP, "airwars": _AIRWARS}
"""The shapes that somebody may ask for by name."""


def preset_map(preset: Preset, name: str, columns: tuple[str, ...]) -> ColumnMap:
    """Return what the columns of a file become that has a known shape."""
    called = {plain(column): column for column in columns}
    known = ((called[column], to) for column, to in preset.columns.items() if column in called)
    targets = ((column, to if isinstance(to, ColumnTarget) else ColumnTarget(to)) for column, to in known)
    return ColumnMap(
        name=name,
        record=preset.record,
        key=(called[preset.key],) if preset.key in called else (),
        spans=preset.spans,
        columns={column: to for column, to in targets if is_target(preset.record, to.to)},
        source=preset.source,
        fixed={target: _called(text, called) for target, text in preset.fixed.items()},
    )


def archiver_map(name: str, columns: tuple[str, ...]) -> ColumnMap:
    """Return what the columns of Auto Archiver become, in its sheet or in its own CSV."""
    return preset_map(_ARCHIVER, name, columns)


def archiver_table(table: Table) -> Table:
    """Return a table of Auto Archiver with the address, the title and the time of what its own CSV has as one text."""
    notes = (*table.notes, *_ARCHIVER.notes)
    if tuple(map(plain, table.columns)) != _AUTOARCHIVER:
        return Table(table.columns, table.rows, notes)
    columns = (*table.columns, "url", "upload title", "upload timestamp")
    return Table(columns, (_unpacked(row, table.columns[1]) for row in table.rows), notes)


def _unpacked(row: Row, column: str) -> Row:
    said = {found["key"]: found["text"] for found in _SAID.finditer(row.cells.get(column, ""))}
    names = {"url": "url", "title": "upload title", "timestamp": "upload timestamp"}
    return Row(row.number, {**row.cells, **{names[key]: text for key, text in said.items()}}, row.faults, row.spot)


def _called(text: str, called: Mapping[str, str]) -> str:
    """Return a text in which columns stand in braces, with the names that the file has for them."""
    for name, column in called.items():
        text = text.replace(f"{{{name}}}", f"{{{column}}}")
    return text
