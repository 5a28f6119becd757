"""The chronology as files for other tools."""

from dateline.pages.exports.chronology_json import chronology_json, record_json
from dateline.pages.exports.export import Export, ExportedFile, ExportMaker
from dateline.pages.exports.markdown_twin import markdown_of
from dateline.pages.exports.registry import (
    EXPORT_PATHS,
    EXPORTS,
    FEED_PATHS,
    data_files,
    exports_of,
    files_not_asked_for,
    makers_of,
)

__all__ = [
    "EXPORTS",
    "EXPORT_PATHS",
    "FEED_PATHS",
    "Export",
    "ExportMaker",
    "ExportedFile",
    "chronology_json",
    "data_files",
    "exports_of",
    "files_not_asked_for",
    "makers_of",
    "markdown_of",
    "record_json",
]
