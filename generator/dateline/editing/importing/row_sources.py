"""The sources that rows name: known by their addresses and titles, drafts where nobody has recorded them."""

import re
from collections.abc import Mapping
from typing import Any, Final

from dateline.editing.drafting.known_records import folded
from dateline.editing.importing.row_ledger import digest, row_key
from dateline.editing.importing.row_parts import RowParts
from dateline.editing.intake.metadata import slug
from dateline.ground import urls
from dateline.ground.problems import Code
from dateline.ground.urls import is_web_address
from dateline.records.types import RecordKind

SOURCE: Final = RecordKind.SOURCE
_MEDIA: Final = {
    "image": ({"jpg", "jpeg", "png", "gif", "webp", "svg", "tif", "tiff"}, {"flickr.com", "instagram.com"}),
    "video": ({"mp4", "webm", "mov", "avi"}, {"youtube.com", "youtu.be", "vimeo.com", "dailymotion.com"}),
    "audio": ({"mp3", "ogg", "wav", "m4a"}, {"soundcloud.com"}),
}
_LONGEST: Final = 200
"""A caption that is longer is no title."""
_ADDRESS: Final = re.compile(r"(?i)(?:[a-z][a-z0-9+.-]{1,20}:|www\.)\S+")


def sources_of(parts: RowParts) -> list[str]:
    """Return the ids of the sources that a row names."""
    found = list(parts.all("source"))
    if not found:
        title = parts.one("source.title")
        only = title or _of_publisher(parts)
        found = [(parts.column("source.title") or parts.column("source.publisher"), only)] if only else []
    is_one = len(found) == 1
    ids = (_source(parts, column, text, is_one=is_one) for column, text in found)
    return list(dict.fromkeys(id_ for id_ in ids if id_ is not None))


def dataset(parts: RowParts) -> str | None:
    """Return the source that the file itself is, where its map says of what its rows are taken."""
    said = parts.desk.map.source
    if not said:
        return None
    values: dict[str, Any] = {key: text for key, text in said.items() if key != "publisher"}
    if "publisher" in said:
        values |= {"publisher": parts.record_called(RecordKind.ACTOR, "", said["publisher"], {})}
    known = parts.desk.known.source_at(said["url"]) if is_web_address(said.get("url", "")) else None
    return _settled(parts, known, {"kind": "dataset", **values}, said.get("title", parts.desk.map.name))


def media_at(parts: RowParts, address: str, alt: str | None) -> str | None:
    """Return the id of the picture, film or sound at an address, as a source; of it nothing is fetched."""
    credit, caption, licence = (parts.one(f"media.{key}") for key in ("credit", "caption", "licence"))
    is_title = caption is not None and len(caption) <= _LONGEST
    note = " · ".join(text for text in (None if is_title else caption, alt) if text)
    values: dict[str, Any] = {"url": address, "kind": _kind_of_media(address), "licence": licence}
    values |= {"title": caption if is_title else None, "note": note or None}
    values |= {"authors": [{"name": credit}]} if credit is not None else {}
    return _settled(parts, parts.desk.known.source_at(address), values, address)


def _kind_of_media(address: str) -> str | None:
    """Return what an address leads to, where its ending or its host says it."""
    host, _, path = address.partition("//")[2].partition("/")
    ending = path.partition("?")[0].rpartition(".")[2].casefold()
    name = host.removeprefix("www.")
    return next((kind for kind, (ends, hosts) in _MEDIA.items() if ending in ends or name in hosts), None)


def _of_publisher(parts: RowParts) -> str | None:
    """Return a name for a source of which only the publisher and perhaps the day are known."""
    publisher = parts.one("source.publisher")
    return None if publisher is None else f"{publisher}, {parts.one('source.published') or 'undated'}"


def _source(parts: RowParts, column: str, text: str, *, is_one: bool) -> str | None:
    known = parts.desk.known
    if is_web_address(text):
        return _settled(parts, known.source_at(text), {"url": text} | (_more(parts) if is_one else {}), text)
    if _ADDRESS.fullmatch(text):
        fault = urls.fault(text)
        parts.tell(column, Code.BAD_URL, fault.message if fault else "it is no address", fault.hint if fault else "")
        return None
    named = known.called(SOURCE, text)
    if len(named) > 1:
        parts.tell(column, Code.UNKNOWN_SOURCE, f"'{text}' may be {' or '.join(named)}", "give the address")
        return None
    return _settled(parts, named[0] if named else None, {"title": text} | (_more(parts) if is_one else {}), text)


def _settled(parts: RowParts, found: str | None, values: Mapping[str, Any], said: str) -> str | None:
    """Return the source that was found, or one that is drafted; what an earlier run drafted is brought up to date."""
    known = parts.desk.known
    if found is None and values.get("title") and "url" not in values:
        named = known.called(SOURCE, values["title"])
        found = named[0] if len(named) == 1 else None
    if found is not None:
        key = known.own.get((SOURCE, found))
        if key is None or key in known.proposed:
            return found
        id_ = found
    else:
        key = row_key(SOURCE, urls.same_page_key(said) if is_web_address(said) else folded(said))
        id_ = known.id_for(SOURCE, key, _suggested(values))
        if known.is_buried(SOURCE, id_):
            parts.tell(parts.column("source"), Code.UNKNOWN_SOURCE, "this source was removed from the chronology")
            return None
    parts.propose(SOURCE, key, id_, values)
    return id_


def _more(parts: RowParts) -> dict[str, Any]:
    """Return what a row says of its one source beside its address."""
    found: dict[str, Any] = {}
    if (title := parts.one("source.title")) is not None:
        found["title"] = title
    if (publisher := parts.one("source.publisher")) is not None:
        column = parts.column("source.publisher")
        found["publisher"] = parts.record_called(RecordKind.ACTOR, column, publisher, {})
    if (published := parts.date("source.published")) is not None and published.text:
        found["published"] = published.text
    if (archive := parts.one("source.archive")) is not None and is_web_address(archive):
        found["archive"] = {"url": archive}
    return {key: value for key, value in found.items() if value is not None}


def _suggested(values: Mapping[str, Any]) -> str:
    title, url = values.get("title"), str(values.get("url", ""))
    words = slug(title) if title else None
    if words is None and url:
        host = url.partition("//")[2].partition("/")[0].removeprefix("www.").partition(":")[0]
        words = f"{slug(host.rpartition('.')[0]) or 'source'}-{digest(url)[:6]}"
    return words or "source"
