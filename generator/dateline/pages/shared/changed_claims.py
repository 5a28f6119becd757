"""What a ledger entry is about: editors name claims by their ids, readers by what they say."""

import re
from collections.abc import Collection, Mapping
from typing import Final

from dateline.records.types import Event, Record

_IN_BRACKETS: Final = re.compile(r"\s*\(([^()]+)\)")
_ID: Final = re.compile(r"(?<![\w#-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])")


def texts_of_claims(record: Record) -> dict[str, str]:
    """Return what each claim of an event says, by its id; nothing of other records."""
    return {claim.id: claim.text for claim in record.claims} if isinstance(record, Event) else {}


def without_ids(note: str, known: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return a note without the `known` ids that it has in brackets, and these ids."""
    named: list[str] = []

    def left_out(found: re.Match[str]) -> str:
        ids = [one.strip() for one in found[1].split(",")]
        if not all(one in known for one in ids):
            return found[0]
        named.extend(ids)
        return ""

    told = _IN_BRACKETS.sub(left_out, note)
    return told, tuple(dict.fromkeys(named))


def with_texts(note: str, texts: Mapping[str, str]) -> str:
    """Return a note whose ids in running text are replaced by what they stand for, in quotation marks."""
    return _ID.sub(lambda found: f"“{texts[found[0]].rstrip('.')}”" if found[0] in texts else found[0], note)
