"""The pictures, films and sounds of rows: files of content/media/ as pictures of the event, addresses as sources.

Nothing is fetched: who made a picture has to be asked before it is shown.
"""

from collections.abc import Iterator
from typing import Any, Final

from dateline.editing.importing.row_parts import RowParts
from dateline.editing.importing.row_sources import media_at
from dateline.ground.problems import Code
from dateline.ground.urls import is_web_address
from dateline.records.types.pictures import ENDINGS, MEDIA, proper_name

_MEDIA: Final = "media"
_ALT: Final = "media.alt"


def media_sources(parts: RowParts) -> list[str]:
    """Return the ids of the pictures, films and sounds that a row leads to, as sources."""
    found = []
    for column, text in parts.all(_MEDIA):
        if is_web_address(text):
            found.append(media_at(parts, text, _alt(parts)))
        elif not _is_file(text):
            parts.tell(column, Code.BAD_URL, "it is no web address, and no file of a picture", f"of {MEDIA}/: well.jpg")
    return [id_ for id_ in found if id_ is not None]


def pictures_of(parts: RowParts) -> Iterator[dict[str, Any]]:
    """Yield the pictures of a row that lie in content/media/; what does not lie there is told."""
    for column, text in parts.all(_MEDIA):
        if not _is_file(text):
            continue
        name = proper_name(text)
        if name not in parts.desk.shelf.corpus.media:
            cure = f"save it as content/{MEDIA}/{name or 'well.jpg'}, and import the file again"
            parts.tell(column, Code.UNKNOWN_IMAGE, f"content/{MEDIA}/ has no picture {name or text}", cure)
            continue
        told = {key: parts.one(f"{_MEDIA}.{key}") for key in ("caption", "credit", "licence")}
        said = {"image": name, "alt": _alt(parts), **told}
        yield {key: value for key, value in said.items() if value is not None}


def _is_file(text: str) -> bool:
    """Return whether a text may name a picture's file, and is no address."""
    return text.casefold().endswith(ENDINGS) and ":" not in text


def tell_of_alt(parts: RowParts) -> None:
    """Tell of a text that says what is to be seen, where nobody knows of which of several pictures."""
    if parts.one(_ALT) is not None and _alt(parts) is None:
        why = "the row does not say of which picture that is"
        parts.tell(parts.column(_ALT), Code.BAD_VALUE, why, "give each picture a row of its own")


def _alt(parts: RowParts) -> str | None:
    """Return what is to be seen in the one picture of a row."""
    return parts.one(_ALT) if len(list(parts.all(_MEDIA))) == 1 else None
