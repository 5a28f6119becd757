"""The form's collections: one for each kind of record, and the files that there is one of."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Final

from dateline.pages.shared.edition import Edition
from dateline.records.loading import PageHead
from dateline.records.types import Brief, Masthead, RecordKind, type_of_kind
from dateline.records.types.fields import ID_PATTERN
from dateline.site.desk.widgets import Widget, Widgets, in_words

KEPT: Final = "kept_text"
"""The hidden key in which a record carries its file's text through the form; `keeping.js` takes it out."""
_TITLE: Final = {RecordKind.ACTOR: "name", RecordKind.PLACE: "name", RecordKind.DISPUTE: "question"}
_ICON: Final = {
    RecordKind.EVENT: "event",
    RecordKind.SOURCE: "article",
    RecordKind.ACTOR: "groups",
    RecordKind.PLACE: "location_on",
    RecordKind.DISPUTE: "forum",
}
_LIST: Final = {RecordKind.EVENT: "{{date}}: {{title}}", RecordKind.SOURCE: "{{published}}: {{title}}"}
_ID_HINT: Final = (
    "The file's name, and the record's id for good: a-z, 0-9 and single hyphens. "
    "An event's begins with its day, as 2017-11-17-ambush, a source's with its publisher and ends in its day."
)
_ID: Final = {RecordKind.EVENT: "{{date}}-{{title | truncate(40)}}", RecordKind.SOURCE: "{{publisher}}-{{published}}"}
_YEAR: Final = "{{slug | truncate(4)}}/{{slug}}"
"""The year is the beginning of the id; the dots behind what is cut off are no part of a path, so they fall away."""


def collections(edition: Edition, content: str) -> list[dict[str, Any]]:
    """Return every collection of the form; `content` is the records' folder, seen from the project."""
    widgets = Widgets(edition.chronology.masthead.vocabulary)
    in_years = _is_in_years(edition)
    kinds = [_of_kind(kind, widgets, content, in_years=in_years) for kind in RecordKind]
    return [*kinds, _pages(widgets, content), _single_files(widgets, content)]


def _is_in_years(edition: Edition) -> bool:
    """Return whether events are filed by their years, in folders below theirs."""
    graph = edition.chronology
    paths = (PurePosixPath(graph.document(event).path) for event in graph.of_kind(RecordKind.EVENT).values())
    return any(path.parent.name != RecordKind.EVENT.folder for path in paths)


def _of_kind(kind: RecordKind, widgets: Widgets, content: str, *, in_years: bool) -> dict[str, Any]:
    title = _TITLE.get(kind, "title")
    made = {
        "name": kind.folder,
        "label": in_words(kind.folder),
        "label_singular": in_words(kind.value),
        "icon": _ICON[kind],
        "folder": f"{content}/{kind.folder}",
        **_format(kind.folder, kind.suffix),
        "identifier_field": title,
        "summary": _LIST.get(kind, f"{{{{{title}}}}}"),
        "sortable_fields": [title],
        "publish": False,  # whoever reads the pull request merges it
        "delete": False,  # what goes leaves a tombstone
        "duplicate": False,
        "slug": {
            "editable": ["create"],  # where the pattern refuses it: 2020-05~ is no id, nor a branch
            "template": _ID.get(kind, f"{{{{{title}}}}}"),
            "pattern": [ID_PATTERN, _ID_HINT],
            "hint": _ID_HINT,
        },
        "fields": _with_text(widgets.of_type(type_of_kind[kind])),
    }
    return {**made, "path": _YEAR} if in_years and kind is RecordKind.EVENT else made


def _pages(widgets: Widgets, content: str) -> dict[str, Any]:
    body = {"name": "body", "label": "Text", "widget": "text", "required": False, "hint": "In Markdown."}
    return {
        "name": "pages",
        "label": "Pages",
        "label_singular": "Page",
        "icon": "description",
        "folder": f"{content}/pages",
        **_format("pages", ".md"),
        "publish": False,
        "delete": False,
        "duplicate": False,
        "fields": _with_text([*widgets.of_type(PageHead), body]),
    }


def _single_files(widgets: Widgets, content: str) -> dict[str, Any]:
    return {
        "name": "chronology",
        "label": "The chronology",
        "icon": "settings",
        "publish": False,
        "editor": {"preview": False},
        "files": [*_files(widgets, content)],
    }


def _files(widgets: Widgets, content: str) -> Iterator[dict[str, Any]]:
    for name, label, record_type, path in (
        ("brief", "In brief", Brief, "pages/brief.yml"),
        ("masthead", "Title and settings", Masthead, "chronology.yml"),
    ):
        fields = [field for field in widgets.of_type(record_type) if field["name"] != "vocabulary"]
        file = {"name": name, "label": label, "file": f"{content}/{path}", "format": f"record-{name}"}
        yield {**file, "fields": _with_text(fields)}


def _format(name: str, suffix: str) -> dict[str, Any]:
    """Return how records of a collection are read and written: `desk.js` makes a format for each."""
    kind = "-frontmatter" if suffix == ".md" else ""  # the ending that Sveltia CMS demands for Markdown
    return {"extension": suffix.removeprefix("."), "format": f"record-{name}{kind}", "editor": {"preview": False}}


def _with_text(fields: list[Widget]) -> list[Widget]:
    return [*fields, {"name": KEPT, "widget": "hidden"}]
