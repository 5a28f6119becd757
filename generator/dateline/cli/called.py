"""Records that a command names by what they are called, where one alone is called so."""

from collections.abc import Iterable

from dateline.cli.taken_words import WrongWordError
from dateline.editing.drafting import KnownRecords
from dateline.editing.revising import Manuscript
from dateline.records.types import RecordKind
from dateline.records.types.named_kinds import CLAIM


def id_called(manuscript: Manuscript, kind: str | None, text: str) -> str:
    """Return the id of the record that `text` names by a name, a title or a question; else the text as it is.

    Of a claim the event may be named so; without a kind, records of all kinds are looked at.
    """
    if kind == CLAIM or (kind is None and "#" in text):
        event, mark, claim = text.rpartition("#")
        return f"{id_called(manuscript, RecordKind.EVENT, event)}{mark}{claim}"
    shelf = KnownRecords(manuscript.version.corpus)
    kinds = list(RecordKind) if kind is None else [RecordKind(kind)]
    if any(text in shelf.records(one) for one in kinds):
        return text
    return _one(text, [id_ for one in kinds for id_ in shelf.called(one, text)]) or text


def _one(text: str, ids: Iterable[str]) -> str | None:
    """Return the id that is meant, if any is; stop where it may be one of several."""
    found = tuple(dict.fromkeys(ids))
    if len(found) > 1:
        raise WrongWordError(f"'{text}' may be {' or '.join(found)} (say which)")
    return found[0] if found else None
