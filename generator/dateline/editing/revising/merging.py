"""Two records, or two claims, that are one: the second takes over what the first says, and whatever names that one."""

from collections.abc import Callable
from typing import Final

import yaml

from dateline.editing.drafting import free_id
from dateline.editing.mending import meaning, root_of
from dateline.editing.revising.claims_of_events import CLAIMS, path_of_claim, place_of, put_in, take_out
from dateline.editing.revising.entries import item_text, node_at, with_item_text, without_key, without_value
from dateline.editing.revising.file_parts import Parts
from dateline.editing.revising.ledger import Telling, bury
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.mentions import Moved, Target
from dateline.editing.revising.moving import ids_in
from dateline.editing.revising.named_ids import existing, is_draft
from dateline.editing.revising.refusal import RefusalError
from dateline.editing.revising.said_twice import without_repeats
from dateline.editing.revising.same_paragraphs import same_paragraphs
from dateline.editing.revising.taking_over import take_names, take_over
from dateline.ground.problems import Code
from dateline.records.types import RecordKind
from dateline.records.types.named_kinds import CLAIM


def merge(manuscript: Manuscript, kind: str, id_: str, into: str, told: Telling) -> list[str]:
    """Make one of two: what the first says goes over to `into`, everything that named it names that one.

    Returns, in words, what is to be looked at again: what is lost, and texts that stand one below the other now.
    """
    old, new = existing(manuscript, kind, id_), existing(manuscript, kind, into)
    if old == new:
        raise RefusalError.because(Code.CIRCULAR_REFERENCE, f"{kind} '{id_}' cannot become one with itself")
    look = _MERGED[kind](manuscript, id_, into, told)
    if not is_draft(manuscript, old):
        bury(manuscript, old, told, into)
    path = path_of_claim(manuscript, into) if kind == CLAIM else manuscript.path_of(RecordKind(kind), into)
    for one in manuscript.changes():
        if one.after is not None and manuscript.stands(one.path):
            form = manuscript.form(one.path)
            manuscript.edit(one.path, without_repeats, form, new if one.path == path else None)
    return look


def _merge_named(kind: RecordKind) -> Callable[[Manuscript, str, str, Telling], list[str]]:
    """Return what makes one of two actors or places: the names of the first are names of the other from now on."""

    def merged(manuscript: Manuscript, id_: str, into: str, _: Telling) -> list[str]:
        take_names(manuscript, kind, id_, into)
        return _fold(manuscript, kind, id_, into, {(kind.value, id_): into})

    return merged


def _merge_events(manuscript: Manuscript, id_: str, into: str, told: Telling) -> list[str]:
    graph = manuscript.version.chronology
    taken = set(ids_in(manuscript, into))
    moved: dict[Target, str] = {}
    path = manuscript.path_of(RecordKind.EVENT, id_)
    for index, claim in enumerate(graph.events[id_].claims):
        own = free_id(claim.id, taken)
        taken.add(own)
        put_in(manuscript, into, item_text(manuscript.yaml_of(path), CLAIMS, index), own)
        moved[CLAIM, f"{id_}#{claim.id}"] = f"{into}#{own}"
    if graph.events[into].part_of == id_:  # what it takes over was its whole
        manuscript.edit(manuscript.path_of(RecordKind.EVENT, into), without_key, "part_of")
    look = _fold(manuscript, RecordKind.EVENT, id_, into, {**moved, ("event", id_): into})
    for (_, reference), new in moved.items():
        if not is_draft(manuscript, (CLAIM, reference)):
            bury(manuscript, (CLAIM, reference), told, new)
    return look


def _merge_sources(manuscript: Manuscript, id_: str, into: str, _: Telling) -> list[str]:
    moved, freed = same_paragraphs(manuscript, id_, into)
    path = manuscript.path_of(RecordKind.SOURCE, into)
    original = manuscript.version.chronology.sources[into].copy_of
    if original is not None and original.source == id_:  # what it takes over was its original
        manuscript.edit(path, without_key, "copy_of")
    for index in freed:
        manuscript.edit(path, without_value, ("paragraphs", index), "unused")
    return _fold(manuscript, RecordKind.SOURCE, id_, into, {**moved, ("source", id_): into})


def _merge_disputes(manuscript: Manuscript, id_: str, into: str, _: Telling) -> list[str]:
    """Put positions beside those of the other; of two with one id, the claims come together."""
    graph, path = manuscript.version.chronology, manuscript.path_of(RecordKind.DISPUTE, into)
    known = {one.id: index for index, one in enumerate(graph.disputes[into].positions)}
    yaml = manuscript.yaml_of(manuscript.path_of(RecordKind.DISPUTE, id_))
    for index, position in enumerate(graph.disputes[id_].positions):
        if position.id not in known:
            typed = item_text(yaml, ("positions",), index)
            manuscript.edit(path, with_item_text, ("positions",), typed)
            continue
        for key in ("claims", "rests_on"):
            steps = ("positions", known[position.id], key)
            for claim in getattr(position, key):
                typed = f"- {claim}\n"
                manuscript.edit(path, with_item_text, steps, typed)
    return _fold(manuscript, RecordKind.DISPUTE, id_, into, {("dispute", id_): into})


def _merge_claims(manuscript: Manuscript, id_: str, into: str, _: Telling) -> list[str]:
    """Put the reports beside those of the other claim."""
    path, old_path = path_of_claim(manuscript, into), path_of_claim(manuscript, id_)
    yaml, steps = manuscript.yaml_of(old_path), (*CLAIMS, place_of(manuscript, id_), "reports")
    reports = node_at(root_of(yaml), steps)
    for index in range(len(reports.value) if reports is not None else 0):
        typed = item_text(yaml, steps, index)
        there = (*CLAIMS, place_of(manuscript, into), "reports")
        manuscript.edit(path, with_item_text, there, typed)
    lost = _lost_of_claim(manuscript, id_, into)
    take_out(manuscript, id_)
    manuscript.rewrite({(CLAIM, id_): into})
    return lost


def _lost_of_claim(manuscript: Manuscript, id_: str, into: str) -> list[str]:
    """Return, in words, what a claim says of itself and the other does not."""
    old, new = (
        node_at(root_of(manuscript.yaml_of(path_of_claim(manuscript, one))), (*CLAIMS, place_of(manuscript, one)))
        for one in (id_, into)
    )
    kept = {key.value: meaning(value) for key, value in new.value} if isinstance(new, yaml.MappingNode) else {}
    lost = [
        key.value
        for key, value in (old.value if isinstance(old, yaml.MappingNode) else ())
        if key.value not in {"id", "reports"} and kept.get(key.value) != meaning(value)
    ]
    return [f"lost with claim '{id_}': its {', '.join(lost)}"] if lost else []


_MERGED: Final[dict[str, Callable[[Manuscript, str, str, Telling], list[str]]]] = {
    RecordKind.ACTOR: _merge_named(RecordKind.ACTOR),
    RecordKind.PLACE: _merge_named(RecordKind.PLACE),
    RecordKind.EVENT: _merge_events,
    RecordKind.SOURCE: _merge_sources,
    RecordKind.DISPUTE: _merge_disputes,
    CLAIM: _merge_claims,
}


def _fold(manuscript: Manuscript, kind: RecordKind, id_: str, into: str, moved: Moved) -> list[str]:
    """Have everything name the other record, with what it lacked and the text below its own; the file goes."""
    old_path, path = manuscript.path_of(kind, id_), manuscript.path_of(kind, into)
    lost = take_over(manuscript, kind, id_, into)
    look = [f"lost with {kind} '{id_}': {'; '.join(lost)}"] if lost else []
    if kind.suffix == ".md":
        ours, theirs = (Parts.of(manuscript.text(one), is_markdown=True) for one in (path, old_path))
        text = theirs.body.partition("\n")[2].strip()
        if text and text not in ours.body:
            manuscript.write(path, f"{manuscript.text(path).rstrip()}\n\n{text}\n")
            look.append(f"read the text of {path} again: that of '{id_}' stands below its own")
    manuscript.remove(old_path)
    manuscript.rewrite(moved)
    return look
