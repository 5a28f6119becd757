"""The chronology as files for other tools."""

from dateline.pages.exports.chronology_json import chronology_json, record_json
from dateline.pages.exports.registry import CHRONOLOGY, EXPORT_PATHS, EXPORTS, FEED_PATHS, Export, data_files

__all__ = [
    "CHRONOLOGY",
    "EXPORTS",
    "EXPORT_PATHS",
    "FEED_PATHS",
    "Export",
    "chronology_json",
    "data_files",
    "record_json",
]
