"""Claims marked with when they became known, for pages that can be read as of an earlier day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dateline.ground.dates import Day
from dateline.pages.shared.as_of import (
    AsOfView,
    PastState,
    PastVoices,
    ReportingSteps,
    as_of_view,
    known_on,
    past_states,
    past_voices,
    steps_of,
)
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.life import life_of_claim
from dateline.pages.shared.views import ClaimView, SourceLine
from dateline.records.chronology import ClaimInContext
from dateline.records.types import Citation, Event, Report


@dataclass(frozen=True, slots=True)
class ClaimsAsKnown:
    """When the claims of one page became known, in steps."""

    edition: Edition
    steps: ReportingSteps
    view: AsOfView | None
    """None where they became known all at once; then nothing is marked."""
    past: Mapping[str, tuple[PastState, ...]]
    """How each claim stood before, by its reference."""

    def claim(self, context: ClaimInContext, reports: Iterable[Report] | None = None) -> ClaimView:
        """Return a claim with its reports, or with those of them that are given, marked with their steps."""
        shown = tuple(context.claim.reports if reports is None else reports)
        view = self.edition.claim(context.event, context.claim, shown)
        if reports is None:
            view = replace(view, life=life_of_claim(self.edition, context.claim))
        if self.view is None:
            return view
        steps = tuple(map(self._step, context.claim.reports))
        chips = (replace(chip, step=min(steps[place] for place in chip.places)) for chip in view.said.chips)
        past = _unlike(view, self.past.get(context.reference, ()))
        return replace(
            view,
            reports=tuple(
                replace(seen, step=self._step(report)) for seen, report in zip(view.reports, shown, strict=True)
            ),
            said=replace(view.said, chips=tuple(chips)),
            step=min(steps),
            past=past,
            stands_since=past[-1].last + 1 if past else 0,
        )

    def first(self, contexts: Iterable[ClaimInContext]) -> int:
        """Return the step in which the first of these claims became known; 0 where nothing is marked."""
        return self.step_of(report for context in contexts for report in context.claim.reports)

    def voices(self, reports: Iterable[Report]) -> tuple[PastVoices, ...]:
        """Return how many of those who speak for a position had done so in earlier steps."""
        return past_voices(self.edition.chronology, reports, self.steps, self.edition.language) if self.view else ()

    def step_of(self, reports: Iterable[Report]) -> int:
        """Return the step in which the first of these reports became known; 0 where nothing is marked."""
        return min(map(self._step, reports)) if self.view else 0

    def step_on(self, day: Day | None) -> int:
        """Return the step in which something was known that came about on `day`; 0 where nothing is marked."""
        return self.steps.number(day) if self.view else 0

    def sources(self, cites: Iterable[Citation]) -> tuple[SourceLine, ...]:
        """Return the sources of these citations, marked with the steps in which they became known."""
        found = tuple(cites)
        sources = {cite.source: self.edition.chronology.sources[cite.source] for cite in found}
        steps = {
            self.edition.source(id_).address: self.step_on(one.readable_from([by.actor or "" for by in one.authors]))
            for id_, one in sources.items()
        }
        return tuple(replace(line, step=steps[line.link.address]) for line in self.edition.sources_cited(found))

    def _step(self, report: Report) -> int:
        return self.steps.number(known_on(self.edition.chronology, report))


def known(edition: Edition, contexts: Iterable[ClaimInContext], shown: Iterable[Event] | None = None) -> ClaimsAsKnown:
    """Return when these claims became known; `shown` are the events told in full, if not all of them are."""
    found = tuple(contexts)
    reports = [report for context in found for report in context.claim.reports]
    steps = steps_of(edition.chronology, reports)
    view = as_of_view(edition.chronology, steps, reports, edition.language)
    events = {event.id: event for event in shown or (context.event for context in found)} if view else {}
    past = {
        f"{event.id}#{claim}": states
        for event in events.values()
        for claim, states in past_states(edition.chronology, event, steps, edition.language).items()
    }
    return ClaimsAsKnown(edition, steps, view, past)


def _unlike(view: ClaimView, past: tuple[PastState, ...]) -> tuple[PastState, ...]:
    """Leave out the last state if the claim still stands so."""
    if past and (past[-1].outcome, past[-1].said) == (view.outcome, " ".join(view.said.numbers)):
        return past[:-1]
    return past
