"""Rules about titles: what one voice says, or what is in dispute, is not told as a fact."""

from collections.abc import Iterator

from dateline.ground.problems import Code, Problem
from dateline.records.chronology import Chronology
from dateline.records.rules.attribution import supports, whose
from dateline.records.rules.context import Context
from dateline.records.rules.named_in_texts import NamesIn
from dateline.records.rules.standing import UNSETTLED
from dateline.records.types import Event, RecordKind, State


def titles_name_who_says_so(context: Context) -> Iterator[Problem]:
    """The title of an event that one voice tells, or that is in an open dispute, names somebody who says so."""
    for event in context.chronology.events.values():
        code, why = _why(context.chronology, event)
        if why and event.state is State.PUBLISHED and not _is_named(context, event):
            message = f"{why}, and the title names nobody who says so"
            hint = f"write who says so in the title: {_speakers(context.chronology, event)}"
            yield context.problem(event, ("title",), code, message, hint)


def _why(chronology: Chronology, event: Event) -> tuple[Code, str]:
    first = f"{event.id}#{event.claims[0].id}"
    for dispute in chronology.disputes_by_claim.get(first, ()) if first not in chronology.settlements else ():
        if dispute.status in UNSETTLED:
            return Code.TITLE_DECIDES, f"what the title tells is in dispute ('{dispute.id}')"
    saying = (whose(chronology, one) for claim in event.claims for one in claim.reports if supports(one))
    one_says = next(saying, None)
    is_alone = one_says is not None and all(other == one_says for other in saying)
    return Code.TITLE_OF_ONE_VOICE, "only one voice tells this" if is_alone else ""


def _is_named(context: Context, event: Event) -> bool:
    """Return whether a title names somebody who says so, or may, since not every record can be read."""
    chronology, telling = context.chronology, _telling(context.chronology, event)
    if any(one.cite.source not in chronology.sources for claim in event.claims for one in claim.reports):
        return True
    if any(id_ not in chronology.actors for id_ in telling) or RecordKind.ACTOR in context.corpus.unread_kinds:
        return True
    title = NamesIn(event.title)
    return any(title.hint_at(chronology.actors[id_]) for id_ in telling)


def _telling(chronology: Chronology, event: Event) -> list[str]:
    """Return the first speakers of the event's claims, whose word theirs is, and who passes it on."""
    found: dict[str, None] = {}
    for claim in event.claims:
        for report in filter(supports, claim.reports):
            speakers = chronology.speakers(report)
            found |= dict.fromkeys((*speakers, *chronology.chain_of_voice(report)[-1:]))
    return list(found)


def _speakers(chronology: Chronology, event: Event) -> str:
    firsts = dict.fromkeys(
        chronology.origin(report) for claim in event.claims for report in filter(supports, claim.reports)
    )
    return ", ".join(chronology.actors[id_].name for id_ in list(firsts)[:3] if id_ in chronology.actors)
