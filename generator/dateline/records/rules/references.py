"""Rules about references: every id, paragraph and link leads to something."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dateline.ground import urls
from dateline.ground.dates import in_words
from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.records import prose
from dateline.records.chronology import Chronology, kind_of
from dateline.records.loading import Document
from dateline.records.rules.anchors import HOME, PAGE, TOP, anchors_on
from dateline.records.rules.context import EACH, Context, Path, RecordValues, Steps
from dateline.records.rules.meant import meant
from dateline.records.rules.passages import Loss, missing_part
from dateline.records.rules.picking import Picker, picker
from dateline.records.types import Actor, Citation, Dispute, Event, RecordKind, Source, Spot, State, Tombstone
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.spots import spot_at, spot_in

_FILE: Final = re.compile(
    r"(?:\.?\./)*(?:content/)?(?:(?P<folder>actors|disputes|pages)/)?(?P<id>[a-z0-9-]+)\.md(?P<part>#.*)?"
)
_SHOWN: Final = 8
"""How many anchors of a page are named where none is near."""
_LONGEST: Final = 80
_UNKNOWN: Final = {
    RecordKind.EVENT: Code.UNKNOWN_EVENT,
    RecordKind.SOURCE: Code.UNKNOWN_SOURCE,
    RecordKind.ACTOR: Code.UNKNOWN_ACTOR,
    RecordKind.PLACE: Code.UNKNOWN_PLACE,
    RecordKind.DISPUTE: Code.UNKNOWN_DISPUTE,
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A record's mention of another: of its claim, paragraph or passage, where `part` names one."""

    kind: RecordKind
    id: str
    steps: Steps
    part: str | Spot | None = None


_REPORTS: Final = ("claims", EACH, "reports", EACH)
_MENTIONS: Final[dict[RecordKind, dict[Path, RecordKind]]] = {
    RecordKind.EVENT: {
        ("places", EACH, "place"): RecordKind.PLACE,
        ("actors", EACH, "actor"): RecordKind.ACTOR,
        ("claims", EACH, "control", "place"): RecordKind.PLACE,
        ("claims", EACH, "control", "holder"): RecordKind.ACTOR,
        ("part_of",): RecordKind.EVENT,
        ("related", EACH, "event"): RecordKind.EVENT,
        ("related", EACH, "by", EACH): RecordKind.ACTOR,
        ("unlike", EACH, "event"): RecordKind.EVENT,
        ("claims", EACH, "accuses", EACH): RecordKind.ACTOR,
        (*_REPORTS, "by", EACH): RecordKind.ACTOR,
        (*_REPORTS, "restates"): RecordKind.ACTOR,
        (*_REPORTS, "figures", EACH, "of"): RecordKind.ACTOR,
    },
    RecordKind.SOURCE: {
        ("publisher",): RecordKind.ACTOR,
        ("copies", EACH, "publisher"): RecordKind.ACTOR,
        **{(key, EACH, "actor"): RecordKind.ACTOR for key in ("authors", "editors", "translators")},
        ("copy_of", "source"): RecordKind.SOURCE,
    },
    RecordKind.ACTOR: {
        ("part_of", EACH, "actor"): RecordKind.ACTOR,
        ("succeeds", EACH): RecordKind.ACTOR,
        ("perhaps_same_as", EACH, "actor"): RecordKind.ACTOR,
        ("speaks_for", "actor"): RecordKind.ACTOR,
        ("ownership", EACH, "of"): RecordKind.ACTOR,
    },
    RecordKind.PLACE: {
        ("within", EACH, "place"): RecordKind.PLACE,
        ("succeeds", EACH): RecordKind.PLACE,
        ("perhaps_same_as", EACH, "place"): RecordKind.PLACE,
    },
    RecordKind.DISPUTE: {},
}
"""Where each kind of record names another record."""
_CITATIONS: Final[dict[RecordKind, tuple[Path, ...]]] = {
    RecordKind.EVENT: ((*_REPORTS, "cite"), ("related", EACH, "cite"), ("media", EACH, "cite")),
    RecordKind.SOURCE: (("withdrawn", "cite"),),
    RecordKind.ACTOR: (
        *((key, EACH, "cite", EACH) for key in ("named", "part_of", "ownership")),
        ("sides", EACH, "cite"),
        ("speaks_for", "cite"),
    ),
    RecordKind.PLACE: (("named", EACH, "cite", EACH), ("within", EACH, "cite", EACH)),
    RecordKind.DISPUTE: (("resolution", "cites", EACH),),
}
"""Where each kind of record names paragraphs of sources."""
_CLAIMS: Final[dict[RecordKind, tuple[Path, ...]]] = {
    RecordKind.EVENT: (("claims", EACH, "unlike", EACH, "claim"),),
    RecordKind.DISPUTE: (("positions", EACH, "claims", EACH), ("positions", EACH, "rests_on", EACH)),
}
"""Where records name claims; a dispute's resolution names those that it settles as the keys of `_SETTLES`."""
_SETTLES: Final = ("resolution", "settles")

Target = tuple[RecordKind, str, str | int | None]
"""What a reference leads to: the record, and its claim or paragraph."""


def references(part: RecordValues) -> Iterator[Reference]:
    """Yield every reference that a record makes, Markdown bodies left out."""
    for path, kind in _mentions(part.kind).items():
        yield from (Reference(kind, id_, steps) for steps, id_ in part.texts(path))
    for path in _CITATIONS[part.kind]:
        for steps, citation in part.values(path):
            yield from _of_citation(citation, steps)
    for steps, reference in _claims(part):
        event, hash_, claim = reference.partition("#")
        if hash_:
            yield Reference(RecordKind.EVENT, event, steps, claim)


def _claims(part: RecordValues) -> Iterator[tuple[Steps, str]]:
    for path in _CLAIMS.get(part.kind, ()):
        yield from part.texts(path)
    for steps, settled in part.values(_SETTLES) if part.kind is RecordKind.DISPUTE else ():
        yield from (((*steps, key), key) for key in _keys(settled))


def _keys(value: object) -> list[str]:
    return [key for key in value if isinstance(key, str)] if isinstance(value, Mapping) else []


def _mentions(kind: RecordKind) -> dict[Path, RecordKind]:
    return _MENTIONS[kind] | {("history", EACH, "dispute"): RecordKind.DISPUTE}


def _of_citation(citation: object, steps: Steps) -> Iterator[Reference]:
    if isinstance(citation, Citation):
        yield Reference(RecordKind.SOURCE, citation.source, steps, citation.spot)
    elif isinstance(citation, Mapping) and isinstance(citation.get("source"), str):
        yield Reference(RecordKind.SOURCE, citation["source"].strip(), steps, spot_in(citation))


def lacking(part: RecordValues) -> Iterator[RecordKind]:
    """Yield the kind of each record that a file would have to name and does not, which is told there already."""
    if isinstance(part.value, Source) and not part.value.publisher and "publisher" not in part.value.unknown:
        yield RecordKind.ACTOR
    if isinstance(part.value, Source) or not part.told:
        return
    for path, kind in (_mentions(part.kind) | {(*one, "source"): RecordKind.SOURCE for one in _cited(part)}).items():
        *to, key = path
        for steps, holder in part.values(tuple(to)) if key != EACH else ():
            is_empty = isinstance(holder, Mapping) and not holder.get(key)
            if is_empty and not part.told.isdisjoint(part.document.position(at) for at in (steps, (*steps, key))):
                yield kind


def _cited(part: RecordValues) -> tuple[Path, ...]:
    return _CITATIONS[part.kind]


def references_lead_somewhere(context: Context) -> Iterator[Problem]:
    """Every actor, place, source, event, claim, dispute and paragraph that a record names exists."""
    found = context.once(targets)
    every = {target for _, leads_to in found for target in leads_to}
    losses = {target: loss for target in every if (loss := loss_of(context, *target)) is not None}
    for part, leads_to in found if losses else ():
        if losses.keys().isdisjoint(leads_to):
            continue
        for reference in references(part):
            loss = losses.get((reference.kind, reference.id, reference.part))
            if loss is not None and not (part.is_draft and loss.code is Code.UNPUBLISHED_REFERENCE):
                steps = reference.steps
                if reference.kind is RecordKind.SOURCE and steps[-1] != "source":
                    key = "paragraph" if isinstance(reference.part, int) else "at"
                    steps = (*steps, "source" if loss.code is Code.UNKNOWN_SOURCE else key)
                yield from part.problems(steps, loss.code, loss.message, loss.hint)


def targets(context: Context) -> list[tuple[RecordValues, list[Target]]]:
    """Return every part with what its references lead to; their steps are found only where a problem has to be told."""
    pickers = {kind: picker(_paths(kind)) for kind in RecordKind}
    return [(part, _targets(part, pickers[part.kind])) for part in context.parts()]


def _paths(kind: RecordKind) -> dict[Path, RecordKind | None]:
    """Return where a kind of record names others; None stands for claims, which are named with their event."""
    paths: dict[Path, RecordKind | None] = {**_mentions(kind)}
    paths |= dict.fromkeys(_CITATIONS[kind], RecordKind.SOURCE)
    paths |= dict.fromkeys(_CLAIMS.get(kind, ()), None)
    if kind is RecordKind.DISPUTE:
        paths[*_SETTLES, EACH] = None
    return paths


def _targets(part: RecordValues, pick: Picker[RecordKind | None]) -> list[Target]:
    if isinstance(part.value, Mapping):
        return [(reference.kind, reference.id, reference.part) for reference in references(part)]
    found: list[Target] = []
    for kind, value in pick(part.value):
        if isinstance(value, Citation):
            found.append((RecordKind.SOURCE, value.source, value.spot))
        elif kind is not None:
            found.append((kind, str(value).strip(), None))
        else:
            event, hash_, claim = str(value).strip().partition("#")
            found += [(RecordKind.EVENT, event, claim)] if hash_ else []
    return found


def _missing(graph: Chronology, kind: RecordKind, id_: str) -> Loss:
    stone = next((one for one in graph.tombstones if (one.kind, one.id) == (kind, id_)), None)
    if stone is not None:
        return _removed(_UNKNOWN[kind], stone)
    return Loss(_UNKNOWN[kind], f"there is no {kind} '{id_}'", meant(graph, kind, id_))


def _removed(code: Code, stone: Tombstone) -> Loss:
    hint = f"write '{stone.instead}' instead" if stone.instead else "take the reference away"
    return Loss(code, f"{stone.kind} '{stone.id}' was removed on {in_words(stone.date)}: {stone.note}", hint)


def loss_of(context: Context, kind: RecordKind, id_: str, part: str | int | None) -> Loss | None:
    """Return why the record, or its claim or paragraph `part`, cannot be reached; None where it can."""
    graph = context.chronology
    known = graph.of_kind(kind)
    if id_ in context.corpus.unfinished.get(kind, ()):
        return _of_draft(kind, id_)
    if context.is_unread(kind, id_) or (id_ not in known and context.may_exist(kind, id_)):
        return None
    target = known.get(id_)
    if target is None:
        return _missing(graph, kind, id_)
    if isinstance(target, Source) and part is not None and (id_, part) not in graph.source_parts:
        return missing_part(target, part)
    if isinstance(target, Event) and part is not None and f"{id_}#{part}" not in graph.claims:
        return _missing_claim(graph, target, part)
    return _of_draft(kind, id_) if target.state is State.DRAFT else None


def _of_draft(kind: RecordKind, id_: str) -> Loss:
    message = f"{kind} '{id_}' is a draft, so it is not on the site"
    return Loss(Code.UNPUBLISHED_REFERENCE, message, f"publish it: dateline publish {id_}; or remove the reference")


def _missing_claim(graph: Chronology, event: Event, claim: str | int) -> Loss:
    stone = next((one for one in graph.tombstones if (one.kind, one.id) == (CLAIM, f"{event.id}#{claim}")), None)
    if stone is not None:
        return _removed(Code.UNKNOWN_CLAIM, stone)
    claims = [one.id for one in event.claims]
    hint = did_you_mean(str(claim), claims) or f"its claims: {', '.join(claims)}"
    return Loss(Code.UNKNOWN_CLAIM, f"event '{event.id}' has no claim '{claim}'", hint)


def links_lead_somewhere(context: Context) -> Iterator[Problem]:
    """Every link in a Markdown body leads to a record, a page, a heading or an http(s) address."""
    for owner, document in documents_with_bodies(context):
        for link in prose.links(document.body):
            loss = _loss_of_link(context, owner, link)
            if loss is not None and not (loss.code is Code.UNPUBLISHED_REFERENCE and _is_of_draft(context, owner)):
                yield Problem(document.body_position(link.offset), loss.code, loss.message, loss.hint)


Owner = tuple[str, str]
"""The kind and the id of the record that a body belongs to; of a page, "page" and its name."""


def documents_with_bodies(context: Context) -> Iterator[tuple[Owner, Document]]:
    """Yield every Markdown body with what it belongs to."""
    graph = context.chronology
    owners: list[Actor | Dispute] = [*graph.actors.values(), *graph.disputes.values()]
    yield from (((kind_of(owner), owner.id), graph.document(owner)) for owner in owners)
    yield from (((PAGE, page.id), page.document) for page in graph.pages.values())
    for unread in context.corpus.unread_files:
        if unread.document is not None:
            yield (unread.kind or PAGE, unread.id), unread.document


def _is_of_draft(context: Context, owner: Owner) -> bool:
    kind, id_ = owner
    if kind == PAGE or id_ in context.corpus.unfinished.get(RecordKind(kind), ()):
        return kind != PAGE
    record = context.chronology.of_kind(RecordKind(kind)).get(id_)
    return record is not None and record.state is State.DRAFT


def _loss_of_link(context: Context, owner: Owner, link: prose.ProseLink) -> Loss | None:
    if not prose.is_safe(link):
        found = urls.fault(link.target) if link.target.lower().startswith(("http:", "https:")) else None
        if found is not None and not link.image:
            return Loss(Code.BAD_LINK, found.message, found.hint)
        return Loss(Code.BAD_LINK, f"'{link.target[:_LONGEST]}' is no address that {_may_have(link)}", _meant(link))
    if link.image:
        is_known = link.target in context.chronology.images
        message, hint = f"there is no image '{link.target}'", f"put it into pages/, as pages/{link.target}"
        return None if is_known else Loss(Code.UNKNOWN_PAGE, message, hint)
    if link.record is not None:
        kind, target = link.record
        return _missing_page(context, target) if kind == PAGE else _missing_record(context, kind, target)
    if link.target.startswith("#"):
        return _missing_here(context, owner, link.target[1:])
    return None


def _may_have(link: prose.ProseLink) -> str:
    if link.image:
        return "an image may have: write the name of a file in pages/"
    return "a link may have: write kind:id, such as actor:council, or an http(s) address"


def _meant(link: prose.ProseLink) -> str:
    """Return what to write for a file of content/ that is linked as files are elsewhere."""
    file = _FILE.fullmatch(link.target)
    if file is None or link.image:
        kind, colon, _ = link.target.partition(":")
        return did_you_mean(kind, (*RecordKind, CLAIM, PAGE)) if colon and not link.image else ""
    folder = file["folder"] or "pages"
    kind = PAGE if folder == "pages" else RecordKind(folder.removesuffix("s"))
    return f"write {kind}:{file['id']}{file['part'] or ''}"


def _missing_page(context: Context, target: str) -> Loss | None:
    pages, (page, _, anchor) = context.chronology.pages, target.partition("#")
    if page in context.corpus.unread_pages:
        return None
    if page in pages or page == HOME:
        return _missing_anchor(context, PAGE, page, anchor)
    hint = did_you_mean(page, {*pages, HOME}) or f"add pages/{page}.md"
    return Loss(Code.UNKNOWN_PAGE, f"there is no page '{page}'", hint)


def _missing_record(context: Context, kind: str, target: str) -> Loss | None:
    id_, hash_, anchor = target.partition("#")
    part: str | int | None = anchor if kind == "claim" or (hash_ and anchor) else None
    if kind == "event" and part is not None and id_ in context.chronology.events:
        hint = f"write claim:{id_}#{part}"
        return Loss(Code.UNKNOWN_CLAIM, "a link to an event names no claim", hint)
    if kind == "source" and part is not None and (spot := spot_at(anchor)) is not None:
        return loss_of(context, RecordKind.SOURCE, id_, spot)
    if kind not in {"claim", "event"}:
        loss = loss_of(context, RecordKind(kind), id_, None)
        is_read = id_ in context.chronology.of_kind(RecordKind(kind))
        return loss if loss or not is_read else _missing_anchor(context, kind, id_, anchor)
    return loss_of(context, RecordKind.EVENT, id_, part)


def _missing_anchor(context: Context, kind: str, id_: str, anchor: str) -> Loss | None:
    if anchor in TOP:
        return None
    known = anchors_on(context, kind, id_)
    where = f"on page '{id_}'" if kind == PAGE else f"on the page of {kind} '{id_}'"
    loss = None if anchor in known else _no_heading(anchor, known, where)
    if loss is not None and kind == RecordKind.SOURCE:
        return replace(loss, hint="a link to ¶ 3 ends in #p3")
    return loss


def _missing_here(context: Context, owner: Owner, anchor: str) -> Loss | None:
    kind, id_ = owner
    known = context.chronology.pages if kind == PAGE else context.chronology.of_kind(RecordKind(kind))
    if anchor in TOP or id_ not in known:  # of a record that cannot be read, its page's sections are not known
        return None
    here = anchors_on(context, kind, id_)
    return None if anchor in here else _no_heading(anchor, here, "on this page")


def _no_heading(anchor: str, known: Collection[str], where: str) -> Loss:
    named = [f"#{name}" for name in sorted(known, key=lambda name: (name.startswith("_"), name)) if name]
    hint = did_you_mean(f"#{anchor}", named) or f"it has {', '.join(named[:_SHOWN])}"
    return Loss(Code.UNKNOWN_HEADING, f"there is no heading '#{anchor[:_LONGEST]}' {where}", hint)
