"""Tables and bibliographies of others as drafts: what each row comes to, and what of it has no place."""

from dateline.editing.importing.column_map import ColumnMap, ColumnTarget, map_text, read_map
from dateline.editing.importing.csv_tables import csv_table
from dateline.editing.importing.given_tables import Row, Table, TableError, Unplaced
from dateline.editing.importing.guessing import guessed_map, hinted_order, name_of, samples
from dateline.editing.importing.planning import ImportPlan
from dateline.editing.importing.presets import PRESETS, preset_map

__all__ = [
    "PRESETS",
    "ColumnMap",
    "ColumnTarget",
    "ImportPlan",
    "Row",
    "Table",
    "TableError",
    "Unplaced",
    "csv_table",
    "guessed_map",
    "hinted_order",
    "map_text",
    "name_of",
    "preset_map",
    "read_map",
    "samples",
]
