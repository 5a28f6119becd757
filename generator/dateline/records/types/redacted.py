"""What stands in the place of what was redacted: a mark in texts, a digest in the place of an id."""

import hashlib
from typing import Final

from dateline.records.types.named_kinds import CLAIM

MARK: Final = "(redacted"
"""How the mark in a text begins; behind it stands ")", or what may be said instead."""
_BEFORE_DIGEST: Final = "redacted-"
_LENGTH: Final = 20


def mark(instead: str = "") -> str:
    """Return what stands in a text instead of what was taken out."""
    return f"{MARK} – {instead})" if instead else f"{MARK})"


def digest_of(kind: str, id_: str) -> str:
    """Return what stands on a tombstone instead of an id: who knows the id can tell that it is meant, nobody reads it.

    Of a claim its own part is hidden, and its event is named as it is called now.
    """
    event, _, claim = id_.partition("#")
    hidden = hashlib.sha256(f"{kind} {claim if kind == CLAIM else id_}".encode()).hexdigest()[:_LENGTH]
    return f"{event}#{_BEFORE_DIGEST}{hidden}" if kind == CLAIM else f"{_BEFORE_DIGEST}{hidden}"


def is_digest(id_: str) -> bool:
    """Return whether a tombstone has a digest in the place of an id."""
    own = id_.rpartition("#")[2]
    hidden = own.removeprefix(_BEFORE_DIGEST)
    return own != hidden and len(hidden) == _LENGTH and not set(hidden) - set("0123456789abcdef")
