"""The reading lint: what a record draws from a paragraph is named in that paragraph.

Each figure, day, actor and place that a record draws from paragraphs at hand must occur
in them, in digits or words, by name or alias; where it does not, the record says from
what it was inferred.  The lint cannot tell that a reading is right; it finds slips.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


from generator.chronology import Chronology
from generator.problems import Code, Problem
from generator.provenance import normalise
from generator.records import Actor, Claim, Event, Figure, Place, Report
from generator.rules.context import Context
from generator.verification import wording
from generator.yamltree import Step

Steps = tuple[Step, ...]
Texts = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The paragraphs at hand, by source and number, with the records that were drawn from them."""

    context: Context
    texts: Texts

    @property
    def chronology(self) -> Chronology:
        """The records."""
        return self.context.chronology

    def text_of(self, report: Report) -> str | None:
        """Return the paragraph that a report cites, if it is at hand."""
        return self.texts.get((report.cite.source, report.cite.paragraph))

    def language_of(self, report: Report) -> str:
        """Return the language of the paragraph that a report cites."""
        source = self.chronology.sources[report.cite.source]
        return source.language or self.chronology.masthead.language


def unread_parts(reading: Reading) -> Iterator[Problem]:
    """Yield a problem for whatever is drawn from a paragraph at hand that does not name it."""
    for event in reading.chronology.events.values():
        at_hand = [reading.text_of(report) for claim in event.claims for report in claim.reports]
        for index, claim in enumerate(event.claims):
            for number, report in enumerate(claim.reports):
                yield from _unread_report(reading, event, report, ("claims", index, "reports", number))
            yield from _unread_control(reading, event, claim, ("claims", index, "control"))
        if at_hand and None not in at_hand:
            yield from _unread_event(reading, event)


def _unread_report(reading: Reading, event: Event, report: Report, here: Steps) -> Iterator[Problem]:
    text = reading.text_of(report)
    if text is None or report.inferred is not None:
        return
    language = reading.language_of(report)
    for index, speaker in enumerate(report.by):
        if not wording.names(text, _names_of(reading.chronology.actors[speaker])):
            message = f"paragraph {report.cite.paragraph} does not name '{speaker}' as the record knows it"
            yield _problem(reading, event, (*here, "by", index), Code.ACTOR_NOT_IN_PARAGRAPH, message)
    for index, figure in enumerate(report.figures):
        if figure.inferred is None:
            yield from _unread_figure(reading, event, figure, text, language, (*here, "figures", index))


def _unread_figure(  # noqa: PLR0913 - a figure, where it stands, and what it is held against
    reading: Reading, event: Event, figure: Figure, text: str, language: str, here: Steps
) -> Iterator[Problem]:
    if figure.wording is not None and normalise(figure.wording).casefold() not in normalise(text).casefold():
        message = f"the wording '{figure.wording}' is not in the paragraph"
        yield _problem(reading, event, (*here, "wording"), Code.WORDING_NOT_IN_PARAGRAPH, message)
    for key in ("min", "max", "exact"):
        value: float | None = getattr(figure, key)
        if value is not None and not _gives(figure, key, value, text, language):
            message = f"the number {value:g} is not in the paragraph, in digits or words"
            yield _problem(reading, event, (*here, key), Code.FIGURE_NOT_IN_PARAGRAPH, message)


def _gives(figure: Figure, key: str, value: float, text: str, language: str) -> bool:
    """Return whether the text gives a bound: itself, or its neighbour worded as "more than" or "fewer than"."""
    if wording.numbers(text, value, language):
        return True
    beside = value - 1 if key == "min" else value + 1
    return figure.wording is not None and key != "exact" and wording.numbers(figure.wording, beside, language)


def _unread_control(reading: Reading, event: Event, claim: Claim, here: Steps) -> Iterator[Problem]:
    texts = [reading.text_of(report) for report in claim.reports]
    at_hand = [text for text in texts if text is not None]
    control = claim.control
    if control is None or control.inferred or not at_hand or any(report.inferred for report in claim.reports):
        return
    if not _any_names(at_hand, reading.chronology.places[control.place]):
        message = f"no paragraph cited names the place '{control.place}'"
        yield _problem(reading, event, (*here, "place"), Code.PLACE_NOT_IN_PARAGRAPH, message)
    if not _any_names(at_hand, reading.chronology.actors[control.holder]):
        message = f"no paragraph cited names the holder '{control.holder}'"
        yield _problem(reading, event, (*here, "holder"), Code.ACTOR_NOT_IN_PARAGRAPH, message)


def _unread_event(reading: Reading, event: Event) -> Iterator[Problem]:
    reports = [report for claim in event.claims for report in claim.reports]
    texts = [text for report in reports if (text := reading.text_of(report)) is not None]
    # Whoever publishes a paragraph acts in it without being named.
    publishers = {reading.chronology.sources[report.cite.source].publisher for report in reports}
    for index, role in enumerate(event.actors):
        if (
            role.inferred is None
            and role.actor not in publishers
            and not _any_names(texts, reading.chronology.actors[role.actor])
        ):
            message = f"no paragraph cited names the actor '{role.actor}'"
            yield _problem(reading, event, ("actors", index, "actor"), Code.ACTOR_NOT_IN_PARAGRAPH, message)
    for index, place in enumerate(event.places):
        if place.inferred is None and not _any_names(texts, reading.chronology.places[place.place]):
            message = f"no paragraph cited names the place '{place.place}'"
            yield _problem(reading, event, ("places", index, "place"), Code.PLACE_NOT_IN_PARAGRAPH, message)
    if event.date_basis == "stated" and not _names_the_date(reading, event, reports):
        message = f"no paragraph cited names {event.date}, yet the date is said to be stated"
        hint = "correct the date, or say relative, inferred or publication and add date_note"
        yield reading.context.problem(event, ("date",), Code.DATE_NOT_IN_PARAGRAPH, message, hint)


def _names_the_date(reading: Reading, event: Event, reports: Iterable[Report]) -> bool:
    """Return whether the cited paragraphs name the day, or both ends of a span; months and years are let pass."""
    first, last = event.date.earliest, event.date.latest
    is_exact = len(event.date.text) > len("2017-11")
    if first is None or last is None or not is_exact:
        return True
    pairs = [(text, reading.language_of(report)) for report in reports if (text := reading.text_of(report))]
    ends = {first, last}
    return all(any(wording.days(text, day, language) for text, language in pairs) for day in ends)


def _any_names(texts: Iterable[str], record: Actor | Place) -> bool:
    known_as = _names_of(record)
    return any(wording.names(text, known_as) for text in texts)


def _names_of(record: Actor | Place) -> tuple[str, ...]:
    return (record.name, *record.aliases, *record.names.values())


def _problem(reading: Reading, event: Event, steps: Steps, code: Code, message: str) -> Problem:
    hint = "correct it, add the spelling to the aliases, or say inferred: from what"
    return reading.context.problem(event, steps, code, message, hint)
