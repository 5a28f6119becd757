"""Rules about what is withheld: nothing that readers see rests on it or names it, and the editors know when it ends."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from dateline.ground.problems import Code, Position, Problem, did_you_mean
from dateline.ground.spelt_names import SpeltNames
from dateline.records import prose
from dateline.records.chronology import Chronology, kind_of, link
from dateline.records.rules.context import Context, Steps
from dateline.records.rules.days_of_work import work
from dateline.records.rules.references import documents_with_bodies
from dateline.records.types import Actor, Event, Place, Record, RecordKind, Withheld
from dateline.records.types.keeping_back import HIDEABLE
from dateline.records.types.named_kinds import CLAIM
from dateline.records.withholding import names_of

_SHORTEST: Final = 4
"""Names of fewer characters stand in too many texts by chance."""


def as_published(context: Context) -> Chronology:
    """Return what readers get: no drafts, and nothing that is withheld."""
    return link(context.corpus, drafts=False)


def _held(context: Context) -> frozenset[tuple[str, str]]:
    """Return what is withheld; linked once more only where anything is."""
    is_any = next(_all_withheld(context), None) is not None
    return frozenset((one.kind, one.id) for one in context.once(as_published).held) if is_any else frozenset()


def what_is_withheld_ends(context: Context) -> Iterator[Problem]:
    """The day until which something is withheld has not passed; no clock is asked, but the days of other records."""
    newest = context.once(work).newest
    for record, steps, withheld in _all_withheld(context):
        until = withheld.last
        last = until.latest if until is not None else None
        if last is not None and newest is not None and last < newest:
            message = f"this was to be withheld until {until}, and records were worked on as late as {newest}"
            hint = "take withheld away, so that readers see it, or give it a later day"
            yield context.problem(record, (*steps, "until"), Code.WITHHELD_PASSED, message, hint)


def what_is_withheld_can_be_left_out(context: Context) -> Iterator[Problem]:
    """Only what a record may lack is withheld by itself; of a claim, all or nothing."""
    for record, steps, withheld in _all_withheld(context):
        known = HIDEABLE.intersection(one.name for one in fields(record)) if len(steps) == 1 else frozenset()
        for index, name in enumerate(withheld.fields):
            if name not in known:
                hint = did_you_mean(name, sorted(known)) or "withhold the whole, without fields"
                message = f"'{name}' is nothing that can be withheld by itself"
                yield context.problem(record, (*steps, "fields", index), Code.BAD_VALUE, message, hint)


def _all_withheld(context: Context) -> Iterator[tuple[Record, Steps, Withheld]]:
    for record in context.records():
        if record.withheld is not None:
            yield record, ("withheld",), record.withheld
        for index, claim in enumerate(record.claims if isinstance(record, Event) else ()):
            if claim.withheld is not None:
                yield record, ("claims", index, "withheld"), claim.withheld


def nothing_shown_rests_on_what_is_withheld(context: Context) -> Iterator[Problem]:
    """No sentence in brief, no link of a text, and not whose word somebody's is rests on what is withheld."""
    held = context.once(_held)
    if held:
        yield from _in_brief(context, held)
        yield from _in_bodies(context, held)
        yield from _of_speakers(context, held)


def _in_brief(context: Context, held: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    filed = context.corpus.brief
    if filed is None:
        return
    for index, sentence in enumerate(filed.record.what_happened):
        for number, reference in enumerate(sentence.claims):
            if (CLAIM, reference) in held:
                where = filed.document.position(("what_happened", index, "claims", number))
                yield _told(where, "the sentence rests on a claim that is withheld", "take the sentence away")
    for index, line in enumerate(filed.record.what_is_disputed):
        if (RecordKind.DISPUTE.value, line.dispute) in held:
            where = filed.document.position(("what_is_disputed", index, "dispute"))
            yield _told(where, "the line is about a dispute that is withheld", "take the line away")


def _in_bodies(context: Context, held: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    for (kind, id_), document in documents_with_bodies(context):
        if (str(kind), id_) in held:
            continue
        for found in prose.links(document.body):
            of, target = found.record or ("", "")
            if (of, target if of == CLAIM else target.partition("#")[0]) in held:
                message = f"the text links to {of} '{target}', which is withheld"
                yield _told(document.body_position(found.offset), message, "take the link away, and what it tells")


def _of_speakers(context: Context, held: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    for actor in context.chronology.actors.values():
        said = actor.speaks_for
        if said is None or (RecordKind.ACTOR.value, actor.id) in held:
            continue
        if {(RecordKind.SOURCE.value, said.cite.source), (RecordKind.ACTOR.value, said.actor)} & held:
            where = context.chronology.document(actor).position(("speaks_for",))
            message = "whose word this is rests on what is withheld, and without it one voice would count as two"
            yield _told(where, message, "cite another source, or write part_of instead")


def _told(where: Position, message: str, hint: str) -> Problem:
    return Problem(where, Code.WITHHELD_REFERENCE, message, hint)


def who_is_withheld_is_named_nowhere(context: Context) -> Iterator[Problem]:
    """No text that readers see, and no id, has the name of an actor or a place that is withheld."""
    named = context.once(_names)
    if named is None:
        return
    shown = context.once(as_published)
    for record in shown.records():
        for steps, text in _texts(record, ()):
            start = named.first(text)
            if start is not None:
                document = shown.document(record)
                is_body = steps == ("body",)
                yield _naming(document.body_position(start) if is_body else document.position(steps), steps)
    for page in shown.pages.values():
        for where, start in (("title", named.first(page.head.title)), ("", named.first(page.document.body))):
            if start is not None:
                yield _naming(page.document.position((where,)) if where else page.document.body_position(start), ())
    yield from _named_in_other_files(context, named)


def _named_in_other_files(context: Context, named: SpeltNames) -> Iterator[Problem]:
    for filed in (context.corpus.brief, context.corpus.graveyard, context.corpus.masthead):
        for steps, text in _texts(filed.record, ()) if filed is not None else ():
            if filed is not None and named.first(text) is not None:
                yield _naming(filed.document.position(steps), steps)


def _naming(where: Position, steps: Steps) -> Problem:
    """Return the problem; it does not say the name, for what the check tells stands in a public log too."""
    if steps[-1:] == ("id",):
        return Problem(where, Code.WITHHELD_NAMED, "the id has the name of who or what is withheld", "rename it")
    message = "who or what is withheld is named here"
    return Problem(where, Code.WITHHELD_NAMED, message, "write it without the name, or withhold it too")


def _names(context: Context) -> SpeltNames | None:
    """Return what finds the names of whoever and whatever is withheld; None where nobody and nothing is."""
    held, graph = context.once(_held), context.chronology
    records: list[Actor | Place] = [*graph.actors.values(), *graph.places.values()]
    names = [name for one in records if (kind_of(one).value, one.id) in held for name in names_of(one)]
    return SpeltNames(name for name in names if len(name) >= _SHORTEST) if names else None


def _texts(value: object, steps: Steps) -> Iterator[tuple[Steps, str]]:
    """Yield every text of a record, with the steps to it."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*steps, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _texts(part, (*steps, index))
    elif is_dataclass(value):
        for one in fields(value):
            if one.name != "_":
                yield from _texts(getattr(value, one.name), (*steps, one.name))
