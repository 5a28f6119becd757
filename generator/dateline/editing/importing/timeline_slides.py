"""TimelineJS: its JSON as the spreadsheet that it also takes, and what the columns of that become."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from dateline.editing.importing.column_map import ColumnMap, ColumnTarget
from dateline.editing.importing.given_tables import Row, Table, TableError, Unplaced, cleaned
from dateline.editing.importing.given_texts import json_of
from dateline.ground.problems import Code

_COLUMNS: Final[Mapping[str, str]] = {
    "Year": "date.year",
    "Month": "date.month",
    "Day": "date.day",
    "Time": "date.time",
    "End Year": "date.end.year",
    "End Month": "date.end.month",
    "End Day": "date.end.day",
    "End Time": "date.end.time",
    "Display Date": "date_wording",
    "Headline": "title",
    "Text": "summary",
    "Media": "media",
    "Media Credit": "media.credit",
    "Media Caption": "media.caption",
    "Media Alt": "media.alt",
    "Media Thumbnail": "nothing",
    "Type": "nothing",
    "Group": "tags",
    "Background": "nothing",
}
_LINKS: Final = "Links in Text"
_KEY: Final = "Unique Id"
_CLOCK: Final = ("hour", "minute", "second")
_OTHERS: Final = {"title", "era"}
_OF_MEDIA: Final = frozenset({"url", "credit", "caption", "alt", "thumbnail"})
_OF_SLIDE: Final = frozenset(
    {"start_date", "end_date", "text", "media", "group", "display_date", "background", "unique_id", "autolink", "type"}
)


def timeline_map(name: str, columns: tuple[str, ...]) -> ColumnMap:
    """Return what the columns of TimelineJS become; a year with a minus is one before the Common Era."""
    known = {column: ColumnTarget(to) for column, to in _COLUMNS.items() if column in columns}
    key = (_KEY,) if _KEY in columns else ()
    return ColumnMap(name=name, key=key, minus="bce", columns=known)


def timeline_table(path: Path) -> Table:
    """Return the slides of a file of JSON as rows; raises TableError where it has none."""
    said = json_of(path, "export it again")
    slides = said.get("events") if isinstance(said, Mapping) else None
    if not isinstance(slides, list):
        raise TableError("it has no list of events", "a timeline of TimelineJS has one", Code.MISSING_KEY)
    has_ids = all(isinstance(slide, Mapping) and slide.get("unique_id") for slide in slides)
    columns = (*_COLUMNS, _LINKS, *([_KEY] if has_ids else []))
    notes = tuple(f"its {key} is not of the events: it has no place" for key in ("eras", "title") if said.get(key))
    return Table(columns, _rows(slides, has_ids=has_ids), notes)


def without_markup(table: Table) -> Table:
    """Return a table with the texts of its cells without HTML, and without the rows that are no events."""
    columns = table.columns if _LINKS in table.columns else (*table.columns, _LINKS)
    return Table(columns, (_plain(row) for row in table.rows), table.notes)


def _plain(row: Row) -> Row:
    cells = dict(row.cells)
    if (kind := cells.get("Type", "").casefold()) in _OTHERS:
        why = f"the row is {'the title' if kind == 'title' else 'an era'} of the timeline, and no event"
        return Row(row.number, {}, (*row.faults, row.unplaced("Type", Code.BAD_VALUE, why)), row.spot)
    for column in ("Headline", "Text", "Media Caption", "Media Credit"):
        if "<" in cells.get(column, "") or "&" in cells.get(column, ""):
            text, links = plain_text(cells[column])
            cells[column] = text
            if links:
                cells[_LINKS] = "; ".join([*([cells[_LINKS]] if _LINKS in cells else []), *links])
    return Row(row.number, {column: text for column, text in cells.items() if text}, row.faults, row.spot)


def _rows(slides: list[Any], *, has_ids: bool) -> Iterator[Row]:
    for number, slide in enumerate(slides, 1):
        if not isinstance(slide, Mapping):
            yield Row(number, {}, (Unplaced(number, "", str(slide)[:99], Code.WRONG_TYPE, "it is no slide"),))
            continue
        cells = {column: cleaned(str(text)) for column, text in _cells(slide) if text not in {None, ""}}
        if has_ids:
            cells[_KEY] = cleaned(str(slide["unique_id"]))
        others = sorted(slide.keys() - _OF_SLIDE)
        faults = [Unplaced(number, key, str(slide[key])[:99], Code.UNKNOWN_KEY, "no key takes it") for key in others]
        faults += _faults_of_media(number, slide.get("media"))
        yield Row(number, {column: text for column, text in cells.items() if text}, tuple(faults))


def _faults_of_media(number: int, media: object) -> Iterator[Unplaced]:
    if isinstance(media, Mapping):
        for key in sorted(map(str, media.keys() - _OF_MEDIA)):
            yield Unplaced(number, f"media.{key}", str(media.get(key))[:99], Code.UNKNOWN_KEY, "no key takes it")


def _cells(slide: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for side, start in (("start_date", ""), ("end_date", "End ")):
        day = slide.get(side)
        if isinstance(day, Mapping):
            yield from ((f"{start}{part.title()}", day.get(part)) for part in ("year", "month", "day"))
            yield f"{start}Time", _time(day)
            yield "Display Date", day.get("display_date")
    text, media = (part if isinstance(part := slide.get(key), Mapping) else {} for key in ("text", "media"))
    yield from (("Headline", text.get("headline")), ("Text", text.get("text")))
    yield from (
        ("Media", media.get("url")),
        ("Media Credit", media.get("credit")),
        ("Media Caption", media.get("caption")),
        ("Media Alt", media.get("alt")),
    )
    yield from (("Group", slide.get("group")), ("Type", slide.get("type")))
    if slide.get("display_date"):
        yield "Display Date", slide["display_date"]


def _time(day: Mapping[str, Any]) -> str | None:
    parts = [str(day[part]) for part in _CLOCK if day.get(part) not in {None, ""}]
    if not parts or not all(part.isdigit() for part in parts):
        return None
    return ":".join(part.zfill(2) for part in (parts if len(parts) > 1 else [*parts, "00"]))


class _Texts(HTMLParser):
    """Takes the text out of HTML, and the addresses of its links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style"}
        self.parts.append(" " if tag in {"p", "br", "div", "li"} else "")
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"} and self._hidden > 0
        self.parts.append(" " if tag in {"p", "div", "li"} else "")

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self._hidden else data)


def plain_text(html: str) -> tuple[str, list[str]]:
    """Return the text of some HTML and the addresses that it links to."""
    reader = _Texts()
    reader.feed(html)
    reader.close()
    return cleaned("".join(reader.parts)), [cleaned(link) for link in reader.links]
