"""What may be one thing told twice: events and claims of one time that say much the same.

Only suggested, by `dateline check --suggest`: two texts that are alike need not mean one thing.  A record that says
`unlike`, with the reason, is not suggested again, nor are claims that a dispute sets apart.

Texts are compared by their words, cut to their first letters so that endings do not count, each weighed by how rare
it is in the chronology (the cosine of tf-idf vectors: Salton and Buckley, 1988).
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log, sqrt
from typing import Final, TypeVar

from dateline.ground.dates import Day
from dateline.ground.problems import Code, Problem
from dateline.records.chronology import Chronology, ClaimInContext
from dateline.records.rules.across_events import differing_figures
from dateline.records.rules.context import Context, Steps
from dateline.records.types import Event

ALIKE: Final = 0.6
"""The cosine from which two claims are suggested; two events, whose titles are short, from `_TITLES_ALIKE`."""
_TITLES_ALIKE: Final = 0.5
_STEM: Final = 6
_MOST_DAYS: Final = 31
"""What lasts longer, or is less certain, is compared with nothing: it would be near to everything."""
_WORD: Final = re.compile(r"\w+")

_Vector = Mapping[str, float]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two events or claims that may be one; `alike` is from 0 to 1."""

    left: Event | ClaimInContext
    right: Event | ClaimInContext
    alike: float


def likenesses(chronology: Chronology) -> list[Likeness]:
    """Return the events and claims that may be one thing told twice, the likest first."""
    found = [*_events(chronology), *_claims(chronology)]
    return sorted(found, key=lambda one: (-one.alike, _name(one.left), _name(one.right)))


def what_may_be_one_is_suggested(context: Context) -> Iterator[Problem]:
    """Yield what may be one thing told twice; only where somebody asks for suggestions."""
    for one in likenesses(context.chronology):
        kind = "claim" if isinstance(one.left, ClaimInContext) else "event"
        event, steps = _place(one.left)
        message = f"this {kind} and '{_name(one.right)}' may be one ({one.alike:.0%} alike)"
        advice = f"unlike: [{{{kind}: {_name(one.right)}, because: …}}]"
        hint = f"if they are, keep one and leave a tombstone; if not, say why: {advice}"
        yield context.problem(event, steps, Code.LOOKS_ALIKE, message, hint)
    for differing in differing_figures(context.chronology):
        left, right = differing.left, differing.right
        if not _set_apart(context.chronology, left, right):
            event, steps = _place(left)
            message = f"{differing.about} of one thing: '{right.reference}' has another"
            advice = f"unlike: [{{claim: {right.reference}, because: …}}]"
            hint = f"if both count one thing, open a dispute; if not, say why: {advice}"
            yield context.problem(event, steps, Code.LOOKS_ALIKE, message, hint)


def _place(one: Event | ClaimInContext) -> tuple[Event, Steps]:
    if isinstance(one, Event):
        return one, ("title",)
    return one.event, ("claims", one.event.claims.index(one.claim), "text")


def _name(one: Event | ClaimInContext) -> str:
    return one.id if isinstance(one, Event) else one.reference


def _events(chronology: Chronology) -> Iterator[Likeness]:
    events = list(chronology.events.values())
    vectors = _vectors({event.id: f"{event.title} {event.summary or ''}" for event in events})
    for left, right in _near(events, lambda event: event):
        shares = _things(left) & _things(right)
        alike = _cosine(vectors[left.id], vectors[right.id]) if shares else 0.0
        if alike >= _TITLES_ALIKE and not _said_unlike(left, right):
            yield Likeness(left, right, alike)


def _claims(chronology: Chronology) -> Iterator[Likeness]:
    claims = list(chronology.claims.values())
    vectors = _vectors({one.reference: one.claim.text for one in claims})
    for left, right in _near(claims, lambda one: one.event):
        alike = _cosine(vectors[left.reference], vectors[right.reference])
        if (
            alike >= ALIKE
            and not _name_others(left.claim.text, right.claim.text)
            and not _set_apart(chronology, left, right)
        ):
            yield Likeness(left, right, alike)


def _near(things: list[T], event_of: Callable[[T], Event]) -> Iterator[tuple[T, T]]:
    """Yield each pair of things whose events may have been on one day, once."""
    by_day: defaultdict[Day, list[int]] = defaultdict(list)
    for index, thing in enumerate(things):
        for day in _days(event_of(thing)):
            by_day[day].append(index)
    pairs = {
        (one, other)
        for together in by_day.values()
        for place, one in enumerate(together)
        for other in together[place + 1 :]
    }
    yield from ((things[one], things[other]) for one, other in sorted(pairs))


def _days(event: Event) -> list[Day]:
    first, last = event.date.earliest, event.date.latest
    if first is None or last is None or last.days_since(first) >= _MOST_DAYS:
        return []
    return [first.shifted(number) for number in range(last.days_since(first) + 1)]


def _things(event: Event) -> set[str]:
    return {*(role.place for role in event.places), *(role.actor for role in event.actors)}


def _said_unlike(left: Event, right: Event) -> bool:
    return any(right.id == one.event for one in left.unlike) or any(left.id == one.event for one in right.unlike)


def _set_apart(chronology: Chronology, left: ClaimInContext, right: ClaimInContext) -> bool:
    one, other = left.reference, right.reference
    if any(other == each.claim for each in left.claim.unlike) or any(one == each.claim for each in right.claim.unlike):
        return True
    disputes = {dispute.id for dispute in chronology.disputes_by_claim.get(one, ())}
    return any(dispute.id in disputes for dispute in chronology.disputes_by_claim.get(other, ()))


def _name_others(one: str, other: str) -> bool:
    """Return whether each text has a name or a number that the other lacks: two villages taken alike are two."""
    names = [
        {word for word in _WORD.findall(text)[1:] if word[0].isupper() or word[0].isdigit()} for text in (one, other)
    ]
    return bool(names[0] - names[1] and names[1] - names[0])


def _vectors(texts: Mapping[str, str]) -> Mapping[str, _Vector]:
    counts = {key: Counter(_stems(text)) for key, text in texts.items()}
    having = Counter(stem for counted in counts.values() for stem in counted)
    return {key: _unit(counted, having, len(texts)) for key, counted in counts.items()}


def _stems(text: str) -> Iterable[str]:
    return (word[:_STEM] for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _unit(counted: Counter[str], having: Counter[str], texts: int) -> _Vector:
    weights = {stem: count * log(1 + texts / having[stem]) for stem, count in counted.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}


def _cosine(one: _Vector, other: _Vector) -> float:
    shorter, longer = sorted((one, other), key=len)
    return sum(weight * longer.get(stem, 0.0) for stem, weight in shorter.items())
