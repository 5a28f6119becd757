"""Rules about words: the chronology's vocabulary is closed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.problems import Code, Problem, did_you_mean
from generator.records import Actor, Event, Place, Record
from generator.rules.context import Context
from generator.yamltree import Step


@dataclass(frozen=True, slots=True)
class _Use:
    word: str
    list_name: str
    steps: tuple[Step, ...]


def words_are_in_the_vocabulary(context: Context) -> Iterator[Problem]:
    """Every kind, role, measure and side is a word of chronology.yml's vocabulary."""
    if context.corpus.masthead is None:
        return
    vocabulary = context.chronology.masthead.vocabulary
    for record in context.records():
        for use in _uses(record):
            known: Collection[str] = getattr(vocabulary, use.list_name)
            if use.word not in known:
                code = Code.UNKNOWN_MEASURE if use.list_name == "measures" else Code.UNKNOWN_WORD
                hint = did_you_mean(use.word, known) or f"known words: {', '.join(sorted(known)) or 'none'}"
                yield context.problem(record, use.steps, code, f"'{use.word}' is not among the {use.list_name}", hint)


def _uses(record: Record) -> Iterator[_Use]:
    if isinstance(record, Event):
        yield from _uses_of_event(record)
    elif isinstance(record, Actor):
        for index, side in enumerate(record.sides):
            yield _Use(side.side, "sides", ("sides", index, "side"))
    elif isinstance(record, Place):
        yield _Use(record.kind, "place_kinds", ("kind",))


def _uses_of_event(event: Event) -> Iterator[_Use]:
    yield _Use(event.kind, "event_kinds", ("kind",))
    for index, actor in enumerate(event.actors):
        if actor.role is not None:
            yield _Use(actor.role, "roles", ("actors", index, "role"))
    for index, claim in enumerate(event.claims):
        for number, report in enumerate(claim.reports):
            for place, figure in enumerate(report.figures):
                steps: tuple[Step, ...] = ("claims", index, "reports", number, "figures", place, "measure")
                yield _Use(figure.measure, "measures", steps)
