"""Rules about whose word a report is, so that what is counted as a voice is one."""

from collections.abc import Iterator

from dateline.ground.dates import EARLIEST, days_in_words
from dateline.ground.problems import Code, Problem
from dateline.records.chronology import Chronology
from dateline.records.rules.attribution import PASSING_ON, opposes, supports, unshortened
from dateline.records.rules.context import Context, Steps
from dateline.records.rules.soundness import reports_of
from dateline.records.types import Actor, Claim, Event, Ownership, Report
from dateline.records.whose_word import several_bodies


def actors_say_whose_word_theirs_is(context: Context) -> Iterator[Problem]:
    """An actor that is a part of several bodies says for which it speaks, or that its word is its own."""
    for actor, bodies, since in several_bodies(context.chronology.actors, context.chronology.alliances):
        then = "" if since == EARLIEST else f" from {days_in_words(since, since)}"
        message = f"'{actor.id}' is a part of {' and '.join(map(repr, bodies))}{then}: it counts as a voice of its own"
        hint = f"say whose word its word is: speaks_for: {{actor: {bodies[0]}, cite: …}}, or own_voice: true"
        yield context.problem(actor, ("part_of",), Code.VOICE_UNCLEAR, message, hint, of_key=True)


def owners_are_cited(context: Context) -> Iterator[Problem]:
    """Whose a medium is stands with the paragraph that says so, and names the state or party."""
    for actor in context.chronology.actors.values():
        for place, ownership in enumerate(actor.ownership):
            if ownership.kind != "unknown":
                yield from _uncited_owner(context, actor, ownership, ("ownership", place))


def _uncited_owner(context: Context, actor: Actor, ownership: Ownership, here: Steps) -> Iterator[Problem]:
    if not ownership.cite:
        message, hint = "nothing says from where it is known whose this is", "add cite, or say kind: unknown"
        yield context.problem(actor, here, Code.BAD_VALUE, message, hint, of_key=True)
    if ownership.kind in {"state", "party"} and ownership.of is None:
        message = f"it is said to be of a {ownership.kind}, and not of which"
        yield context.problem(actor, (*here, "kind"), Code.BAD_VALUE, message, "add of: the actor whose it is")


def reports_say_how_they_know(context: Context) -> Iterator[Problem]:
    """What a publisher saw itself says how, what restates somebody says from what; neither has a chain."""
    for event in context.chronology.events.values():
        for here, _, report in reports_of(event):
            yield from _unsaid(context, event, here, report)


def _unsaid(context: Context, event: Event, here: Steps, report: Report) -> Iterator[Problem]:
    if report.own_reporting and report.note is None:
        message = "the publisher is said to have seen or worked it out itself, and not how"
        hint = "add note: what it saw, filmed, asked or worked out"
        yield context.problem(event, (*here, "own_reporting"), Code.BAD_VALUE, message, hint, of_key=True)
    if report.restates is not None and report.inferred is None:
        message = f"nothing says from what it is known that these are the words of '{report.restates}'"
        yield context.problem(
            event, (*here, "restates"), Code.BAD_VALUE, message, "add inferred: from what", of_key=True
        )
    for key, is_said in (("own_reporting", report.own_reporting), ("restates", report.restates is not None)):
        if is_said and report.by:
            message = f"'{key}' is about the publisher's own words, and by names {', '.join(report.by)}"
            hint = "keep one: by, where the text names the speaker; otherwise the other"
            yield context.problem(event, (*here, key), Code.BAD_VALUE, message, hint, of_key=True)
    if report.own_reporting and report.restates is not None:
        message = "what somebody else said first is nothing that the publisher saw itself"
        yield context.problem(
            event, (*here, "own_reporting"), Code.BAD_VALUE, message, "keep one of the two", of_key=True
        )


def chains_begin_where_the_text_begins_them(context: Context) -> Iterator[Problem]:
    """Where one report of a claim names who had it first, another does not begin with who had it from them."""
    for event in context.chronology.events.values():
        for index, claim in enumerate(event.claims):
            if len(claim.reports) > 1:
                yield from _cut_chains(context, event, index, claim)
                yield from _uncounted(context, event, index, claim)


def _cut_chains(context: Context, event: Event, index: int, claim: Claim) -> Iterator[Problem]:
    before: dict[str, str] = {}
    for report in claim.reports:
        for later in report.by[1:]:
            before.setdefault(later, report.by[0])
    for number, report in enumerate(claim.reports if before else ()):
        first = report.by[0] if report.by else ""
        source = context.chronology.sources.get(report.cite.source)
        is_its_own = source is not None and first == source.publisher
        if first in before and before[first] != first and not is_its_own and report.note is None:
            message = f"the chain begins with '{first}', which has it from '{before[first]}' elsewhere in this claim"
            whole = ", ".join((before[first], *report.by))
            hint = f"write by: [{whole}] if it is the same word; if it is another of theirs, say so in note"
            yield context.problem(event, ("claims", index, "reports", number, "by"), Code.CHAIN_CUT, message, hint)


def _uncounted(context: Context, event: Event, index: int, claim: Claim) -> Iterator[Problem]:
    """Tell of what a body says in its own text, and what counts as passed on since others say so there as well."""
    chronology = context.chronology
    telling = [(number, report, _body_of(chronology, report)) for number, report in enumerate(claim.reports)]
    for stand in (supports, opposes):
        standing = [found for found in telling if stand(found[1])]
        if len(standing) == 1 or all(body is None for *_, body in standing):
            continue
        heard = {chronology.voice(one) for one in unshortened(chronology, (report for _, report, _ in standing))}
        for number, report, body in standing:
            if body is not None and chronology.voice(report) not in heard:
                message = f"'{body.id}' tells here that others say so, and is not counted as a voice beside them"
                hint = (
                    "if it found so itself, as a court does, add own_reporting: true and note: how; "
                    "else say whose word it is (restates, inferred), or drop this report"
                )
                yield context.problem(
                    event, ("claims", index, "reports", number, "cite"), Code.CHAIN_CUT, message, hint, of_key=True
                )


def _body_of(chronology: Chronology, report: Report) -> Actor | None:
    """Return the body whose own word a report is, if it is one of which more is expected than to pass things on."""
    body = None if report.by or report.restates else chronology.actors.get(chronology.origin(report))
    return body if body is not None and chronology.behaves_as(body) not in PASSING_ON else None


def accusations_are_alleged(context: Context) -> Iterator[Problem]:
    """What blames somebody is alleged, whoever says it; a report that states it says in its note who found it so."""
    for event in context.chronology.events.values():
        for here, claim, report in reports_of(event):
            if claim.accuses and supports(report) and report.modality == "stated" and report.note is None:
                whom = ", ".join(_name(context.chronology, id_) for id_ in claim.accuses)
                message = f"the claim blames {whom}, and this report states it"
                hint = "write modality: alleged; if somebody outside the quarrel found it so, say in note who and how"
                yield context.problem(event, (*here, "cite"), Code.ACCUSATION_STATED, message, hint, of_key=True)


def _name(chronology: Chronology, id_: str) -> str:
    actor: Actor | None = chronology.actors.get(id_)
    return actor.name if actor is not None else id_


def persons_are_named_for_a_reason(context: Context) -> Iterator[Problem]:
    """A person who is a part of nothing and speaks for nobody is named only where the record says why."""
    for actor in context.chronology.actors.values():
        is_person = context.chronology.behaves_as(actor) == "person"
        if not is_person or actor.part_of or actor.speaks_for is not None or actor.named_because is not None:
            continue
        message = "nothing says why this person is named, who is a part of nothing and speaks for nobody"
        hint = "add named_because: why readers need the name; or part_of, where a source says so; or take the name out"
        yield context.problem(actor, ("kind",), Code.NAMED_WITHOUT_REASON, message, hint)
