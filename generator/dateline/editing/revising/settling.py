"""A dispute that is settled, or open again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.editing.drafting.record_text import flow
from dateline.editing.revising.cited import cite
from dateline.editing.revising.entries import with_key, with_value, without_key
from dateline.editing.revising.ledger import Telling, log
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.named_ids import existing
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code, did_you_mean
from dateline.ground.yamltree.scalars import text_scalar
from dateline.records.rules.passages import missing_part
from dateline.records.types import Dispute, RecordKind, Source, Spot
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.spots import cited_spot

OPEN: Final = "open"
PARTLY: Final = "partly-resolved"
NO_CONFLICT: Final = "not-a-conflict"


@dataclass(frozen=True, slots=True)
class Settling:
    """How a dispute is settled: what stands, by what rule, on which paragraphs, and from which day it was known."""

    status: str
    outcome: Sequence[str]
    rule: str
    known: str
    cites: Sequence[tuple[str, Spot]]
    settles: Mapping[str, str]


def resolve(manuscript: Manuscript, dispute: str, how: Settling, told: Telling) -> None:
    """Write how a dispute is settled; of one that is settled in part, what would settle the rest stays."""
    record, path = _dispute(manuscript, dispute)
    how = replace(how, outcome=[_position(record, one) for one in how.outcome])
    _refuse_unknown(manuscript, record, how)
    lines = [f"  outcome: {flow(list(how.outcome))}", f"  rule: {how.rule}", f"  date: {flow(how.known)}"]
    lines += [f"  note: {text_scalar(told.note)}"]
    cites = [{"source": source, **cited_spot(spot)} for source, spot in how.cites]
    lines += [f"  cites: {flow(cites)}"] if cites else []
    lines += ["  settles:", *(f"    {claim}: {word}" for claim, word in how.settles.items())] if how.settles else []
    for source, spot in how.cites:
        cite(manuscript, source, spot)
    form = manuscript.form(path)
    manuscript.edit(path, with_value, (), "status", how.status)
    manuscript.edit(path, with_key, form, "resolution", "\n".join(["resolution:", *lines, ""]))
    if how.status != PARTLY:
        manuscript.edit(path, without_key, "would_settle")
    log(manuscript, path, Telling(told.date, told.note, "resolution"), None)


def reopen(manuscript: Manuscript, dispute: str, would_settle: str, told: Telling) -> None:
    """Open a dispute again: its resolution goes, and it says what would settle it."""
    record, path = _dispute(manuscript, dispute)
    if record.status == OPEN:
        raise RefusalError.because(Code.BAD_VALUE, f"dispute '{dispute}' is open", "there is nothing to open again")
    form = manuscript.form(path)
    manuscript.edit(path, with_value, (), "status", OPEN)
    manuscript.edit(path, without_key, "resolution")
    line = f"would_settle: {text_scalar(would_settle)}\n"
    manuscript.edit(path, with_key, form, "would_settle", line)
    log(manuscript, path, Telling(told.date, told.note, "reopening"), None)


def _dispute(manuscript: Manuscript, id_: str) -> tuple[Dispute, str]:
    existing(manuscript, RecordKind.DISPUTE.value, id_)
    return manuscript.version.chronology.disputes[id_], manuscript.path_of(RecordKind.DISPUTE, id_)


def _position(record: Dispute, text: str) -> str:
    """Return the position that is meant, by its id or its label."""
    labels = [one.id for one in record.positions if one.label.casefold() == text.strip().casefold()]
    return text if len(labels) != 1 or any(one.id == text for one in record.positions) else labels[0]


def _refuse_unknown(manuscript: Manuscript, record: Dispute, how: Settling) -> None:
    positions = [one.id for one in record.positions]
    for position in how.outcome:
        if position not in positions:
            hint = did_you_mean(position, positions) or f"its positions: {', '.join(positions)}"
            raise RefusalError.because(Code.UNKNOWN_POSITION, f"there is no position '{position}'", hint)
    for claim in how.settles:
        existing(manuscript, CLAIM, claim)
    for source, spot in how.cites:
        existing(manuscript, RecordKind.SOURCE.value, source)
        found: Source = manuscript.version.chronology.sources[source]
        if spot not in {one.spot for one in found.parts}:
            loss = missing_part(found, spot)
            raise RefusalError.because(loss.code, loss.message, loss.hint)
    if how.status != NO_CONFLICT and not how.cites:
        raise RefusalError.because(
            Code.RESOLUTION_MISSING, "a resolution rests on a paragraph", "name it: --cite SOURCE#pN"
        )
