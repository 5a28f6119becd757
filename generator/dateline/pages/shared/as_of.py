"""Known as of: a day or a dispute as it stood on an earlier day of reporting.

A report is known from the day its source appeared; where that is not known to the day,
from the last day it may mean.  Pages carry the number of the step in which each report
became known, so that a style sheet alone can hide what came later.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dateline.ground.dates import Day, days_in_words
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.wording import echoes, outcomes, words
from dateline.records.chronology import Chronology
from dateline.records.rules.standing import assessments, echo_of
from dateline.records.types import Event, Report

MOST_STEPS: Final = 24
"""As many steps as the style sheet knows."""
_TOLD_BY_DAY: Final = 12


@dataclass(frozen=True, slots=True)
class ReportingSteps:
    """Successive days of reporting, each the last of its step; there are at most `MOST_STEPS`."""

    days: tuple[Day, ...]

    def number(self, day: Day | None) -> int:
        """Return the step in which `day` lies, counted from 1; after the last, or for None, one more than there are."""
        return bisect_left(self.days, day) + 1 if day is not None else len(self.days) + 1


@dataclass(frozen=True, slots=True)
class StepView:
    """One day of reporting, with how many of the reports were new."""

    number: int
    anchor: str
    date: str
    reports: int


@dataclass(frozen=True, slots=True)
class AsOfView:
    """The earlier days of reporting as of which a page can be read."""

    steps: tuple[StepView, ...]
    newest: str
    """The last day of reporting, as of which the page stands now."""


@dataclass(frozen=True, slots=True)
class PastVoices:
    """Who had spoken for a position from one step to another, both included."""

    first: int
    last: int
    voices: str


@dataclass(frozen=True, slots=True)
class PastState:
    """How a claim stood from one step to another, both included."""

    first: int
    last: int
    outcome: str
    label: str
    said: str
    """How many said so, and how many did not."""


def steps_of(chronology: Chronology, reports: Iterable[Report]) -> ReportingSteps:
    """Return the steps in which `reports` became known: by day first, by month or year where there are too many."""
    days = sorted({day for report in reports if (day := known_on(chronology, report)) is not None})
    for coarser in _COARSER:
        if len(days) > MOST_STEPS:
            days = days[:_TOLD_BY_DAY] + _last_of_each(days[_TOLD_BY_DAY:], coarser)
    return ReportingSteps(tuple(days[: MOST_STEPS - 1] + days[-1:] if len(days) > MOST_STEPS else days))


def known_on(chronology: Chronology, report: Report) -> Day | None:
    """Return the day from which a report could be read; None if that may be any day."""
    source = chronology.sources.get(report.cite.source)
    return source.readable_from(report.by) if source else None


def as_of_view(
    chronology: Chronology, steps: ReportingSteps, reports: Iterable[Report], language: Language = ENGLISH
) -> AsOfView | None:
    """Return the days as of which these reports can be read; None where they became known all at once."""
    new = Counter(steps.number(known_on(chronology, report)) for report in reports)
    if len(new) < 2:  # noqa: PLR2004 - with one step there is no earlier one
        return None
    newest = max(new)
    return AsOfView(
        steps=tuple(
            StepView(number, f"_as-of-{day.isoformat()}", days_in_words(day, day, language), new[number])
            for number, day in enumerate(steps.days, 1)
            if new[number] and number < newest
        ),
        newest=days_in_words(steps.days[-1], steps.days[-1], language),
    )


def past_states(
    chronology: Chronology, event: Event, steps: ReportingSteps, language: Language = ENGLISH
) -> dict[str, tuple[PastState, ...]]:
    """Return, by claim, how it stood before its last report, or before another claim's bore on it."""
    numbers = sorted({steps.number(known_on(chronology, report)) for claim in event.claims for report in claim.reports})
    found: dict[str, list[PastState]] = {}
    for first, following in pairwise(numbers):
        then = _as_known(chronology, event, steps, first)
        day = steps.days[first - 1] if first <= len(steps.days) else None
        stood = assessments(chronology, then, day)
        for claim in then.claims:
            found_then = stood[claim.id]
            side = words.term(chronology.masthead, "sides", found_then.side)
            state = PastState(
                first,
                following - 1,
                found_then.outcome.value,
                language.gettext(outcomes.OUTCOME_LABEL[found_then.outcome]),
                " ".join(outcomes.numbers(found_then, side, chronology.masthead, language)),
            )
            _add(found.setdefault(claim.id, []), state)
    return {claim: tuple(states) for claim, states in found.items()}


def past_voices(
    chronology: Chronology, reports: Iterable[Report], steps: ReportingSteps, language: Language = ENGLISH
) -> tuple[PastVoices, ...]:
    """Return how many had spoken in each earlier step in which somebody new did, from the first of them on."""
    found = [(steps.number(known_on(chronology, report)), report) for report in reports]
    return tuple(
        PastVoices(
            first,
            following - 1,
            echoes.echo_in_words(
                echo_of(
                    chronology,
                    [report for number, report in found if number <= first],
                    steps.days[first - 1] if first <= len(steps.days) else None,
                ),
                language,
            ),
        )
        for first, following in pairwise(sorted({number for number, _ in found}))
    )


def _as_known(chronology: Chronology, event: Event, steps: ReportingSteps, step: int) -> Event:
    """Return the event with the claims and reports that were known in `step`, of which there is at least one."""
    claims = []
    for claim in event.claims:
        known = tuple(report for report in claim.reports if steps.number(known_on(chronology, report)) <= step)
        if known:
            claims.append(replace(claim, reports=known))
    return replace(event, claims=tuple(claims))


def _add(states: list[PastState], state: PastState) -> None:
    """Add a state, or let the one before it last longer if it is the same."""
    before = states[-1] if states else None
    if before and (before.outcome, before.said) == (state.outcome, state.said):
        states[-1] = replace(before, last=state.last)
    else:
        states.append(state)


def _last_of_each(days: list[Day], key: Callable[[Day], object]) -> list[Day]:
    return sorted({key(day): day for day in days}.values())


_COARSER: Final = (lambda day: (day.year, day.month), lambda day: day.year)
