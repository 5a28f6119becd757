"""The reading lint: what a record draws from a paragraph is named in that paragraph.

Each figure, day, actor and place that a record draws from paragraphs at hand must occur
in them, in digits or words, by name or alias; where it does not, the record says from
what it was inferred.  The lint cannot tell that a reading is right; it finds slips.
`inferred` silences only what it stands beside: on a report its speakers, on a figure its
number and whose it is, on a control its place and holder, on an actor or place itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.editing.verification import wording
from dateline.ground.dates import Day
from dateline.ground.problems import Code, Problem
from dateline.ground.provenance import normalise
from dateline.ground.yamltree import Step
from dateline.records.chronology import Chronology
from dateline.records.rules.context import Context
from dateline.records.types import Actor, Claim, Event, Figure, Place, Report, Spot
from dateline.records.types.dated_facts import every_name
from dateline.records.types.spots import told_spot

Steps = tuple[Step, ...]
Texts = Mapping[tuple[str, Spot], str]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH: Final = re.compile(r"\d{4}-(?P<month>0\d|1[0-2])[~?%]?")
_SLIP: Final = "correct it, add the spelling to the aliases, or say inferred: from what"


@dataclass(frozen=True, slots=True)
class ParagraphsAtHand:
    """The paragraphs at hand, by source and number, with the records that were drawn from them."""

    context: Context
    texts: Texts

    @property
    def chronology(self) -> Chronology:
        """The records."""
        return self.context.chronology

    def passage_of(self, report: Report) -> "Passage | None":
        """Return the paragraph that a report cites, if it is at hand."""
        text = self.texts.get((report.cite.source, report.cite.spot))
        if text is None:
            return None
        source = self.chronology.sources[report.cite.source]
        return Passage(text, source.language or self.chronology.masthead.language, source.publisher)

    def passages_of(self, reports: Iterable[Report]) -> list["Passage"]:
        """Return the paragraphs at hand of those that reports cite."""
        return [passage for report in reports if (passage := self.passage_of(report)) is not None]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph at hand, its language, and who published it."""

    text: str
    language: str
    publisher: str

    def names(self, record: Actor | Place) -> bool:
        """Return whether the paragraph names an actor or place; who publishes it speaks and acts unnamed."""
        known_as = every_name(record)
        return record.id == self.publisher or wording.names(self.text, known_as, self.language)


def unread_parts(reading: ParagraphsAtHand) -> Iterator[Problem]:
    """Yield a problem for whatever is drawn from a paragraph at hand that does not name it."""
    for event in reading.chronology.events.values():
        for index, claim in enumerate(event.claims):
            for number, report in enumerate(claim.reports):
                passage = reading.passage_of(report)
                if passage is not None:
                    here = ("claims", index, "reports", number)
                    yield from _unnamed_speakers(reading, event, report, passage, here)
                    yield from _unread_figures(reading, event, report, passage, here)
            yield from _unnamed_in_control(reading, event, claim, ("claims", index, "control"))
        yield from _unread_event(reading, event)


# --- reports ---------------------------------------------------------------------------------------------------------


def _unnamed_speakers(
    reading: ParagraphsAtHand, event: Event, report: Report, passage: Passage, here: Steps
) -> Iterator[Problem]:
    for index, speaker in enumerate(report.by if report.inferred is None else ()):
        if not passage.names(reading.chronology.actors[speaker]):
            message = f"{told_spot(report.cite.spot)} does not name '{speaker}' as the record knows it"
            yield reading.context.problem(event, (*here, "by", index), Code.ACTOR_NOT_IN_PARAGRAPH, message, _SLIP)


def _unread_figures(
    reading: ParagraphsAtHand, event: Event, report: Report, passage: Passage, here: Steps
) -> Iterator[Problem]:
    for index, figure in enumerate(report.figures):
        for key, code, message in _unread_parts_of_figure(figure, passage):
            steps = (*here, "figures", index, key)
            hint = "copy the few words as the paragraph has them" if code is Code.WORDING_NOT_IN_PARAGRAPH else _SLIP
            yield reading.context.problem(event, steps, code, message, hint)


def _unread_parts_of_figure(figure: Figure, passage: Passage) -> Iterator[tuple[str, Code, str]]:
    """Yield key, code and message of what a figure says and its paragraph does not; a wording is never inferred."""
    quoted = None if figure.wording is None else normalise(figure.wording).casefold()
    if quoted is not None and quoted not in normalise(passage.text).casefold():
        yield "wording", Code.WORDING_NOT_IN_PARAGRAPH, f"the wording '{figure.wording}' is not in the paragraph"
    if figure.inferred is not None:
        return
    for key in ("min", "max", "exact"):
        value: float | None = getattr(figure, key)
        if value is not None and not _gives(figure, key, value, passage):
            message = f"the number {value:g} is not {_place_of_number(figure, passage)}, in digits or words"
            yield key, Code.FIGURE_NOT_IN_PARAGRAPH, message


def _gives(figure: Figure, key: str, value: float, passage: Passage) -> bool:
    """Return whether a bound is given: itself, or the number beside it as "more than" or "fewer than".

    It has to be in the figure's own wording, if that has a number; else in the paragraph.
    """
    text, language = _worded(figure, passage), passage.language
    if wording.numbers(text, value, language):
        return True
    return (key == "min" and value >= 1 and wording.exceeds(text, value - 1, language)) or (
        key == "max" and wording.falls_short(text, value + 1, language)
    )


def _worded(figure: Figure, passage: Passage) -> str:
    own = figure.wording
    return own if own is not None and wording.has_number(own, passage.language) else passage.text


def _place_of_number(figure: Figure, passage: Passage) -> str:
    return "in the paragraph" if _worded(figure, passage) == passage.text else f"in the wording '{figure.wording}'"


# --- claims ----------------------------------------------------------------------------------------------------------


def _unnamed_in_control(reading: ParagraphsAtHand, event: Event, claim: Claim, here: Steps) -> Iterator[Problem]:
    passages = reading.passages_of(claim.reports)
    control = claim.control
    if control is None or control.inferred is not None or not passages:
        return
    if not _any_names(passages, reading.chronology.places[control.place]):
        message = f"no paragraph cited names the place '{control.place}'"
        yield reading.context.problem(event, (*here, "place"), Code.PLACE_NOT_IN_PARAGRAPH, message, _SLIP)
    if not _any_names(passages, reading.chronology.actors[control.holder]):
        message = f"no paragraph cited names the holder '{control.holder}'"
        yield reading.context.problem(event, (*here, "holder"), Code.ACTOR_NOT_IN_PARAGRAPH, message, _SLIP)


# --- events ----------------------------------------------------------------------------------------------------------


def _unread_event(reading: ParagraphsAtHand, event: Event) -> Iterator[Problem]:
    """Hold an event against its paragraphs, if all are at hand: one that is not may name what the others do not."""
    reports = [report for claim in event.claims for report in claim.reports]
    passages = reading.passages_of(reports)
    if not reports or len(passages) < len(reports):
        return
    for index, role in enumerate(event.actors):
        if role.inferred is None and not _any_names(passages, reading.chronology.actors[role.actor]):
            message = f"no paragraph cited names the actor '{role.actor}'"
            steps = ("actors", index, "actor")
            yield reading.context.problem(event, steps, Code.ACTOR_NOT_IN_PARAGRAPH, message, _SLIP)
    for index, place in enumerate(event.places):
        if place.inferred is None and not _any_names(passages, reading.chronology.places[place.place]):
            message = f"no paragraph cited names the place '{place.place}'"
            steps = ("places", index, "place")
            yield reading.context.problem(event, steps, Code.PLACE_NOT_IN_PARAGRAPH, message, _SLIP)
    if event.date_basis == "stated" and not _names_the_date(event, passages):
        message = f"no paragraph cited names {event.date}, yet the date is said to be stated"
        hint = "correct the date, or say relative, inferred or publication and add date_note"
        yield reading.context.problem(event, ("date",), Code.DATE_NOT_IN_PARAGRAPH, message, hint)


def _names_the_date(event: Event, passages: Iterable[Passage]) -> bool:
    """Return whether the paragraphs name each day that the date is written with, or its month; years are let pass.

    A date of another calendar is let pass as well: its words are looked for in no source.
    """
    if event.date.calendar is not None:
        return True
    days = [Day.fromisoformat(day) for day in _DAY.findall(event.date.text)]
    month = _MONTH.fullmatch(event.date.text)
    if month is not None:
        return any(wording.months(passage.text, int(month["month"]), passage.language) for passage in passages)
    return all(any(wording.days(passage.text, day, passage.language) for passage in passages) for day in days)


def _any_names(passages: Iterable[Passage], record: Actor | Place) -> bool:
    return any(passage.names(record) for passage in passages)
