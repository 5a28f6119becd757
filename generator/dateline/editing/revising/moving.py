"""Claims that go to another event, or to a new one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

import yaml

from dateline.editing.drafting import NoPlaceError, event_folder, free_id
from dateline.editing.mending import root_of
from dateline.editing.revising.claims_of_events import CLAIMS, path_of_claim, put_in, take_out
from dateline.editing.revising.entries import node_at, with_value, without_item, without_key
from dateline.editing.revising.ledger import Telling, bury, log
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.named_ids import existing, free, is_draft
from dateline.editing.revising.refusal import RefusalError
from dateline.ground import dates
from dateline.ground.problems import Code
from dateline.ground.yamltree.scalars import scalar, text_scalar
from dateline.records.types import RecordKind
from dateline.records.types.named_kinds import CLAIM

_OF_THE_OTHER = ("history", "formerly", "weight", "summary", "related", "media", "unlike", "seq", "added", "reread")
"""What an event does not hand on to one that is split off it."""
_OF_A_DATE = ("calendar", "date_wording")
"""What it does not hand on to one of another date."""


def move_claim(manuscript: Manuscript, reference: str, event: str, told: Telling, new_id: str | None = None) -> str:
    """Move a claim to another event, under its own id or a new one; return how it is named there."""
    existing(manuscript, CLAIM, reference)
    existing(manuscript, RecordKind.EVENT.value, event)
    if reference.partition("#")[0] == event:
        hint = f"dateline rename claim {reference} NEW"
        raise RefusalError.because(Code.BAD_VALUE, f"'{reference}' stands in that event already", hint)
    own = new_id or free_id(reference.partition("#")[2], ids_in(manuscript, event))
    new = f"{event}#{own}"
    free(manuscript, CLAIM, new)
    is_drafted = is_draft(manuscript, (CLAIM, reference))
    put_in(manuscript, event, take_out(manuscript, reference), own)
    lead_on(manuscript, reference, new, told)
    for of, note in (
        (reference, f"Claim {reference.partition('#')[2]} moved to {new}: {told.note}"),
        (new, f"Claim {own} moved here from {reference}: {told.note}"),
    ):
        if not is_drafted and not is_draft(manuscript, (RecordKind.EVENT, of.partition("#")[0])):
            log(manuscript, path_of_claim(manuscript, of), replace(told, note=note))
    return new


def lead_on(manuscript: Manuscript, old: str, new: str, told: Telling) -> None:
    """Have everything name a claim as it is called now, and its old address lead there."""
    manuscript.rewrite({(CLAIM, old): new})
    if not is_draft(manuscript, (CLAIM, old)):
        bury(manuscript, (CLAIM, old), told, new)


def ids_in(manuscript: Manuscript, event: str) -> Collection[str]:
    """Return the ids that claims of an event have, or had."""
    here = {one.id for one in manuscript.version.chronology.events[event].claims}
    stones = (stone.id.partition("#") for stone in manuscript.version.chronology.tombstones if stone.kind == CLAIM)
    return here | {claim for of, _, claim in stones if of == event}


@dataclass(frozen=True, slots=True)
class Offshoot:
    """An event that is split off another: its id, its claims, its headline, and its date, unless it has the other's."""

    id: str
    claims: Sequence[str]
    title: str
    date: str | None = None


def split_event(manuscript: Manuscript, event: str, new: Offshoot, told: Telling) -> None:
    """Make an event of some claims of another: with its places, actors and kind, and with a title of its own."""
    names = _claims_of(manuscript, event, new)
    old_path = manuscript.path_of(RecordKind.EVENT, event)
    folder = PurePosixPath(old_path).parent
    if new.date is not None and folder.name != RecordKind.EVENT.folder:
        folder = folder.with_name(event_folder(dates.parse(new.date, dates.ANY_ZONE)))
    path = str(folder / f"{new.id}{RecordKind.EVENT.suffix}")
    manuscript.write(path, manuscript.text(old_path), like=old_path)
    manuscript.edit(path, _split_off, names, new)
    for name in names:
        take_out(manuscript, f"{event}#{name}")
    for name in names:
        lead_on(manuscript, f"{event}#{name}", f"{new.id}#{name}", told)
    if not is_draft(manuscript, (RecordKind.EVENT, event)):
        claims = f"Claim{'s' * (len(names) > 1)} {', '.join(names)} moved to the new event {new.id}: {told.note}"
        log(manuscript, old_path, replace(told, note=claims))


def _claims_of(manuscript: Manuscript, event: str, new: Offshoot) -> list[str]:
    """Return the ids of the claims that go, once each; refuse where one is not there, or none would stay."""
    existing(manuscript, RecordKind.EVENT.value, event)
    free(manuscript, RecordKind.EVENT.value, new.id)
    names = list(dict.fromkeys(one.rpartition("#")[2] for one in new.claims))
    for name in names:
        existing(manuscript, CLAIM, f"{event}#{name}")
    if len(names) == len(manuscript.version.chronology.events[event].claims):
        hint = f"leave it one, or dateline rename event {event} {new.id}"
        raise RefusalError.because(Code.EVENT_WITHOUT_CLAIM, f"'{event}' would keep no claim", hint)
    return names


def _split_off(text: str, names: Collection[str], new: Offshoot) -> str:
    for key in _OF_THE_OTHER:
        text = without_key(text, key)
    text = with_value(text, (), "title", text_scalar(new.title))
    if new.date:
        for key in _OF_A_DATE:
            text = without_key(text, key)
        text = with_value(text, (), "date", scalar(new.date))
    claims = node_at(root_of(text), CLAIMS)
    items = claims.value if isinstance(claims, yaml.SequenceNode) else []
    for index in reversed(range(len(items))):
        said = node_at(items[index], ("id",))
        if said is None:
            raise NoPlaceError("a claim of it has no id")
        text = without_item(text, CLAIMS, index) if said.value not in names else text
    return text
