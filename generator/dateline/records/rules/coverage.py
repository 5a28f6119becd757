"""Rules about completeness: nothing read and not accounted for, nothing recorded and not used."""

from collections.abc import Collection, Iterator
from typing import Final

from dateline.ground.problems import Code, Problem, did_you_mean, suggestion
from dateline.ground.yamltree.scalars import quoted
from dateline.records import prose
from dateline.records.rules.context import Context
from dateline.records.rules.references import documents_with_bodies, lacking, targets
from dateline.records.rules.unread import Mentions, mentions
from dateline.records.types import RecordKind, Source, SourcePassage
from dateline.records.types.spots import told_spot

_UNUSED: Final = {
    RecordKind.ACTOR: Code.UNUSED_ACTOR,
    RecordKind.PLACE: Code.UNUSED_PLACE,
    RecordKind.SOURCE: Code.UNUSED_SOURCE,
}
_MOST_COMPARED: Final = 100_000
"""How many pairs of names are compared, in about a second: of many hundreds of unused records few are misspelt."""


def paragraphs_are_accounted_for(context: Context) -> Iterator[Problem]:
    """Every paragraph and recorded passage of every source is cited, or says why it is unused, and never both.

    One that an event, actor or dispute mentions which cannot be read is not told.
    """
    citing = {RecordKind.EVENT, RecordKind.ACTOR, RecordKind.DISPUTE}
    unread = mentions([file for file in context.corpus.unread_files if file.kind in citing])
    for source in context.chronology.sources.values():
        yield from _unaccounted(context, source, unread)


def _unaccounted(context: Context, source: Source, unread: Mentions) -> Iterator[Problem]:
    for index, part in enumerate(source.parts):
        is_used = (source.id, part.spot) in context.chronology.uses
        if is_used and part.unused is not None:
            message = f"{told_spot(part.spot)} is said to be unused, and is cited"
            steps = (*source.steps_to(index), "unused")
            use = context.chronology.uses[source.id, part.spot][0]
            hint = f"remove unused, or the citation in {context.chronology.document(use.record).path}"
            yield context.problem(source, steps, Code.PARAGRAPH_CITED_AND_UNUSED, message, hint, of_key=True)
        elif not is_used and part.unused is None and not unread.cite(source.id, part.spot):
            message = f"nothing cites {told_spot(part.spot)}, and it is not said to be unused"
            may_go = isinstance(part, SourcePassage) and source.coverage != "complete"
            where = quoted(part.spot) if isinstance(part.spot, str) else part.spot
            hint = f'record what it reports, or say why nothing is: dateline unused {source.id} {where} "…"'
            hint = f"{hint}; what nothing rests on need not be among the passages" if may_go else hint
            yield context.problem(source, source.steps_to(index), Code.PARAGRAPH_UNACCOUNTED, message, hint)


def records_are_referred_to(context: Context) -> Iterator[Problem]:
    """Every actor, place and source is referred to by another record or a page.

    What a file mentions that cannot be read is not told, nor what may be the one that another fails to name.
    """
    unread = mentions(context.corpus.unread_files)
    referred = _referred_to(context)
    unsaid = {kind for part in context.parts() for kind in lacking(part)}
    for kind, code in _UNUSED.items():
        if kind in unsaid:
            continue
        known = context.chronology.of_kind(kind)
        unused = [id_ for id_ in known if (kind, id_) not in referred and not unread.name(id_)]
        missing = sorted(id_ for of, id_ in referred if of is kind and id_ not in known)
        others = known if kind is not RecordKind.SOURCE else ()  # an article of another day is another
        may_be_slips = len(unused) * (len(missing) + len(others)) <= _MOST_COMPARED
        for id_ in unused:
            slip = _misspelt(id_, missing, others) if may_be_slips else ""
            hint = slip or "name it where it belongs, or remove the file"
            yield context.problem(known[id_], (), code, f"no record refers to the {kind} '{id_}'", hint)


def _misspelt(id_: str, missing: Collection[str], known: Collection[str]) -> str:
    """Return the likeliest reason why nothing names a record: of two names that are near, one is a slip."""
    if near := suggestion(did_you_mean(id_, missing)):
        return f"did you mean '{near}', which is named and is not there? write one of the two names as the other"
    if question := did_you_mean(id_, [one for one in known if one != id_]):
        return f"{question} then remove this file; else name it where it belongs"
    return ""


def _referred_to(context: Context) -> set[tuple[RecordKind, str]]:
    found: set[tuple[RecordKind, str]] = set()
    for part, leads_to in context.once(targets):
        found.update((kind, id_) for kind, id_, _ in leads_to if (kind, id_) != (part.kind, part.id))
    for owner, document in documents_with_bodies(context):
        for link in prose.links(document.body):
            kind, target = link.record or ("", "")
            named = (kind, target.partition("#")[0])
            # A record of another kind may well have the owner's id, as a state and its country do.
            if kind in _UNUSED and named != owner:
                found.add((RecordKind(kind), named[1]))
    return found
