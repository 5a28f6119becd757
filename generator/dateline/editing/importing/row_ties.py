"""What a row says of other events: of which its own is a part, and what it has to do with others."""

from collections.abc import Iterator
from typing import Any, Final

from dateline.editing.drafting import UnknownError
from dateline.editing.importing.row_parts import RowParts
from dateline.editing.intake.metadata import slug
from dateline.ground.problems import Code
from dateline.records.types import RecordKind

_WHOLE = "part_of"
_RELATED = "related"
_LONGEST: Final = 8
"""The words of the longest relation that is looked for where no colon ends it: a cell may be a whole text."""


def named_events(parts: RowParts) -> list[str]:
    """Return the other events that a row names, as it names them."""
    wholes = [text for _, text in parts.all(_WHOLE)]
    return [*wholes[:1], *(tied[1] for _, text in parts.all(_RELATED) if (tied := _tie_in(parts, text)))]


def whole_of(parts: RowParts, own: str) -> str | None:
    """Return the event that a row's own is a part of; what names none is told."""
    whole = next(parts.all(_WHOLE), None)
    return _event_called(parts, *whole, own) if whole is not None else None


def related_of(parts: RowParts, own: str, cite: dict[str, Any] | None) -> Iterator[dict[str, Any]]:
    """Yield what a row says that other events are to its own, as the one source of the row says it."""
    for column, text in parts.all(_RELATED):
        tied = _tie_in(parts, text)
        if tied is None:
            why = f"'{text}' does not begin with what the other event is to this one"
            parts.tell(column, Code.UNKNOWN_WORD, why, "write caused-by: EVENT, with a word of the relations")
        elif (id_ := _event_called(parts, column, tied[1], own)) is not None:
            yield {"event": id_, "how": tied[0], **({"cite": cite} if cite else {})}


def _tie_in(parts: RowParts, text: str) -> tuple[str, str] | None:
    """Return the relation and the event that stand in "caused-by: EVENT" or "caused by EVENT"."""
    head, colon, rest = text.partition(":")
    words = text.split()
    splits = [(head, rest.strip())] if colon else []
    places = range(min(len(words) - 1, _LONGEST), 0, -1)
    splits += [(" ".join(words[:place]), " ".join(words[place:])) for place in places]
    found = ((_relation(parts, how), event) for how, event in splits if event)
    return next(((how, event) for how, event in found if how is not None), None)


def _relation(parts: RowParts, text: str) -> str | None:
    for said in (text, slug(text) or ""):
        try:
            return parts.desk.shelf.word_of("relations", said)
        except UnknownError:
            continue
    return None


def _event_called(parts: RowParts, column: str, title: str, own: str) -> str | None:
    ids = parts.desk.known.called(RecordKind.EVENT, title)
    if len(ids) == 1 and ids[0] != own:
        return ids[0]
    why = f"'{title}' may be {' or '.join(ids)}" if ids else f"there is no event '{title}'"
    why = "it is the event of this row itself" if ids == [own] else why
    parts.tell(column, Code.UNKNOWN_EVENT, why, "write the id of the one that is meant")
    return None
