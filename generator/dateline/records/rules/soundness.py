"""Rules that a record must keep by itself, beyond the types of its fields."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.ground import dates, ucum
from dateline.ground.counting import how_counted, word_count
from dateline.ground.problems import Code, Problem
from dateline.ground.yamltree.scalars import text_scalar
from dateline.records.quantities import counted_in
from dateline.records.rules.context import EACH, Context, Steps
from dateline.records.rules.dating import dates_with_notes
from dateline.records.types import (
    Claim,
    Dispute,
    Event,
    Figure,
    RecordKind,
    Report,
    Resolution,
    Source,
    SourcePart,
)
from dateline.records.types.fields import negative_hint

_MISTAKEN: Final = {"F": "[degF]", "C": "Cel"}
"""What is typed for a unit, and is the code of another."""
_ALL: Final = 100
"""Per cent."""
_IDS_IN: Final = {
    RecordKind.EVENT: (("claims", "id"),),
    RecordKind.DISPUTE: (("positions", "id"),),
    RecordKind.SOURCE: (("paragraphs", "n"), ("passages", "at")),
}


def texts_are_as_they_look(context: Context) -> Iterator[Problem]:
    """No text moves or hides, by an escape, what readers see."""
    yield from context.corpus.notices


def inferred_dates_say_from_what(context: Context) -> Iterator[Problem]:
    """A date that is not stated says from what it was taken: in date_note, of a source in the note beside the date."""
    for event in context.chronology.events.values():
        if event.date_basis != "stated" and event.date_note is None:
            message = f"the date is '{event.date_basis}' and no date_note says from what"
            yield context.problem(event, ("date_basis",), Code.DATE_NOTE_MISSING, message, "add date_note")
    for source in context.chronology.sources.values():
        for key, when, note in dates_with_notes(source):
            if (when.approximate or when.uncertain) and note is None:
                message = f"the date {when} is about or perhaps right, and no {key}_note says from what"
                yield context.problem(source, (key,), Code.DATE_NOTE_MISSING, message, f"add {key}_note")


def events_precede_their_sources(context: Context) -> Iterator[Problem]:
    """No source reports in its own voice, as fact, what is dated after its publication, nor an author after writing."""
    for event in context.chronology.events.values():
        for steps, _, report in reports_of(event):
            source = context.chronology.sources.get(report.cite.source)
            if source is None or report.modality == "predicted":
                continue
            said = source.said_when(report.by)
            if context.chronology.origin(report) not in _own_voices(source, said):
                continue
            if dates.is_after(event.compared, said):
                dated = dates.in_words(event.date) if event.date.calendar else event.date
                came = "appeared" if said == source.published else "was written"
                message = f"the event is dated {dated}, source '{source.id}' {came} {said}"
                hint = "correct a date, or say modality: predicted"
                if event.date.calendar:
                    hint = f"take calendar away if the date is Gregorian; {hint}"
                yield context.problem(event, (*steps, "cite"), Code.EVENT_AFTER_SOURCE, message, hint)


def _own_voices(source: Source, said: dates.Edtf) -> frozenset[str]:
    """Return whose word of what happened a source is: its publisher's, and of an old text its authors'."""
    authors = source.authors if said != source.published else ()
    return frozenset({source.publisher, *(author.actor for author in authors if author.actor is not None)})


def reports_are_told_once(context: Context) -> Iterator[Problem]:
    """No claim has a report twice that says the same of it, to the last key."""
    for event in context.chronology.events.values():
        for index, claim in enumerate(event.claims):
            if len({report.cite.source for report in claim.reports}) == len(claim.reports):
                continue  # before whole reports are compared
            told: set[Report] = set()
            for number, report in enumerate(claim.reports):
                if report in told:
                    message, steps = "this report stands here a second time", ("claims", index, "reports", number)
                    yield context.problem(event, steps, Code.BAD_VALUE, message, "keep one of the two")
                told.add(report)


def figures_are_possible(context: Context) -> Iterator[Problem]:
    """A figure has a number or a wording, min is not above max, and exact stands alone."""
    for event in context.chronology.events.values():
        for steps, _, report in reports_of(event):
            for index, figure in enumerate(report.figures):
                yield from _impossible(context, event, figure, (*steps, "figures", index))


def _impossible(context: Context, event: Event, figure: Figure, here: Steps) -> Iterator[Problem]:
    yield from _out_of_bounds(context, event, figure, here)
    if figure.exact is not None and (figure.min is not None or figure.max is not None):
        message, hint = "exact stands beside min or max", "write either exact, or min and max"
        yield context.problem(event, (*here, "exact"), Code.FIGURE_AMBIGUOUS, message, hint, of_key=True)
    elif figure.min is not None and figure.max is not None and figure.min > figure.max:
        message = f"min {figure.min} is above max {figure.max}"
        yield context.problem(event, (*here, "min"), Code.FIGURE_REVERSED, message, "exchange the two, or correct one")
    elif figure.lowest is None and figure.highest is None and figure.wording is None:
        yield context.problem(event, here, Code.FIGURE_EMPTY, "this figure says nothing", "add min, max or wording")


def _out_of_bounds(context: Context, event: Event, figure: Figure, here: Steps) -> Iterator[Problem]:
    """Tell what a measure does not allow: below zero, above a hundred per cent, more than there are."""
    vocabulary = context.chronology.masthead.vocabulary
    measure = vocabulary.measures.get(figure.measure)
    is_signed = measure is not None and measure.signed
    if figure.unit is not None and figure.currency is not None:
        message, hint = "a figure is counted in a unit or in a currency, not in both", "keep one of the two"
        yield context.problem(event, (*here, "currency"), Code.FIGURE_AMBIGUOUS, message, hint, of_key=True)
    yield from _another_unit(context, event, figure, here)
    if counted_in(vocabulary, figure).is_percent:
        yield from _of_two_wholes(context, event, figure, here)
    for key in ("min", "max", "exact", "out_of"):
        value: int | float | None = getattr(figure, key)
        if value is not None and value < 0 and (not is_signed or key == "out_of"):
            message, hint = f"{value} is below zero", negative_hint(f"{-value}")
            yield context.problem(event, (*here, key), Code.FIGURE_NEGATIVE, message, hint)
        elif value is not None and value > _ALL and not is_signed and counted_in(vocabulary, figure).is_percent:
            message = f"{value} per cent is more than all"
            hint = "correct it; or, where it is a change that may be more, say signed: true at the measure"
            yield context.problem(event, (*here, key), Code.BAD_VALUE, message, hint)
    top = figure.highest if figure.highest is not None else figure.lowest
    is_part = figure.out_of is not None and not counted_in(vocabulary, figure).is_percent
    if is_part and figure.out_of is not None and top is not None and top > figure.out_of:
        message = f"{top} is more than out_of {figure.out_of}"
        yield context.problem(
            event, (*here, "out_of"), Code.FIGURE_REVERSED, message, "exchange the two, or correct one"
        )


def _another_unit(context: Context, event: Event, figure: Figure, here: Steps) -> Iterator[Problem]:
    """Tell a code that names another unit than the measure can have, such as F, the farad, for degrees Fahrenheit."""
    measure = context.chronology.masthead.vocabulary.measures.get(figure.measure)
    if measure is None or measure.unit is None or figure.unit is None:
        return
    meant = _MISTAKEN.get(figure.unit) or ucum.meant_by(figure.unit)
    own, given, other = (ucum.unit_of(code) if code else None for code in (measure.unit, figure.unit, meant))
    if own and given and other and given.dimension != own.dimension == other.dimension:
        message = f"'{figure.unit}' measures something else than {measure.unit}, in which '{figure.measure}' is counted"
        yield context.problem(event, (*here, "unit"), Code.BAD_VALUE, message, f"write {text_scalar(meant)}")


def _of_two_wholes(context: Context, event: Event, figure: Figure, here: Steps) -> Iterator[Problem]:
    """Tell a number that its measure counts per cent, and which counts parts of a whole as well."""
    if figure.out_of is not None and figure.out_of >= 0:
        message = f"'{figure.measure}' is counted per cent, and out_of counts what it is a part of"
        hint = "remove out_of, or count it by a measure that is not per cent"
        yield context.problem(event, (*here, "out_of"), Code.FIGURE_AMBIGUOUS, message, hint, of_key=True)


def ids_within_a_record_are_unique(context: Context) -> Iterator[Problem]:
    """No two claims of an event, positions of a dispute, paragraphs or passages of a source share an id.

    They are counted in records with other problems as well.
    """
    for record in context.parts():
        for parts, key in _IDS_IN.get(record.kind, ()):
            if not isinstance(record.value, Mapping) and _is_each_another(getattr(record.value, parts), key):
                continue
            seen: set[object] = set()
            for steps, id_ in record.values((parts, EACH, key)):
                if not isinstance(id_, str | int):
                    continue
                if id_ in seen:
                    message = f"'{id_}' stands twice among the {parts}"
                    yield from record.problems(steps, Code.DUPLICATE_ID, message, "rename one of the two")
                seen.add(id_)


def _is_each_another(entries: Sequence[object], key: str) -> bool:
    """Return whether no two entries have the same id; where each stands is asked only if not, as that takes long."""
    return len({getattr(entry, key) for entry in entries}) == len(entries)


def disputes_are_complete(context: Context) -> Iterator[Problem]:
    """Every position rests on claims of its own; what is open says what would settle it; what is settled says how."""
    for dispute in context.chronology.disputes.values():
        for index, standpoint in enumerate(dispute.positions):
            if not standpoint.claims:
                message = f"position '{standpoint.id}' rests on no claim"
                hint = "add claims, as event-id#claim-id"
                yield context.problem(dispute, ("positions", index), Code.POSITION_WITHOUT_CLAIMS, message, hint)
        yield from _same_positions(context, dispute)
        yield from _unsettled(context, dispute)
        if dispute.resolution is not None:
            yield from _half_resolved(context, dispute, dispute.resolution)


def _same_positions(context: Context, dispute: Dispute) -> Iterator[Problem]:
    """Tell positions that nothing tells apart; only where all numbers stand may they differ within one claim."""
    seen: dict[tuple[frozenset[str], str], str] = {}
    is_about_figures = context.chronology.is_about_figures(dispute)
    if is_about_figures and dispute.resolution is not None and context.chronology.keeps_range(dispute.resolution):
        return
    for index, standpoint in enumerate(dispute.positions):
        other = seen.setdefault((frozenset(standpoint.claims), standpoint.stance), standpoint.id)
        if standpoint.claims and other != standpoint.id:
            message = f"position '{standpoint.id}' has the claims and the stance of '{other}'"
            hint = "make one position of the two, or give one its own claims or stance: denies"
            if is_about_figures:
                hint = "make the other number a claim of its own, with the reports that give it: dateline new claim"
            yield context.problem(dispute, ("positions", index, "claims"), Code.BAD_VALUE, message, hint)


def _half_resolved(context: Context, dispute: Dispute, resolution: Resolution) -> Iterator[Problem]:
    if dispute.status == "open":
        message = "the dispute is 'open' and has a resolution"
        hint = "correct the status, or remove the resolution"
        yield context.problem(dispute, ("resolution",), Code.BAD_VALUE, message, hint, of_key=True)
    if dispute.status != "resolved":
        return
    if not resolution.outcome and not context.chronology.keeps_range(resolution):
        message = "the dispute is 'resolved' and the outcome names no position"
        hint = "name the positions that stand, or say rule: range-kept"
        yield context.problem(dispute, ("resolution", "outcome"), Code.RESOLUTION_MISSING, message, hint)
    if not resolution.cites:
        message = "the dispute is 'resolved' and its resolution cites no paragraph"
        hint = "add cites: the paragraphs that settle it"
        yield context.problem(dispute, ("resolution",), Code.RESOLUTION_MISSING, message, hint, of_key=True)


def _unsettled(context: Context, dispute: Dispute) -> Iterator[Problem]:
    settled = dispute.status in {"resolved", "not-a-conflict"}
    if settled and dispute.resolution is None:
        message = f"the dispute is '{dispute.status}' and no resolution says why"
        hint = "add resolution with outcome, rule, date, note and cites"
        yield context.problem(dispute, ("status",), Code.RESOLUTION_MISSING, message, hint)
    if not settled and dispute.would_settle is None:
        message = f"the dispute is '{dispute.status}' and does not say what would settle it"
        hint = "add would_settle: what evidence would decide it"
        yield context.problem(dispute, ("status",), Code.WOULD_SETTLE_MISSING, message, hint)
    known = {standpoint.id for standpoint in dispute.positions}
    for index, outcome in enumerate(dispute.resolution.outcome if dispute.resolution else ()):
        if outcome not in known:
            message = f"the dispute has no position '{outcome}'"
            hint = f"its positions: {', '.join(sorted(known))}"
            yield context.problem(dispute, ("resolution", "outcome", index), Code.UNKNOWN_POSITION, message, hint)


def sources_carry_only_what_their_rights_allow(context: Context) -> Iterator[Problem]:
    """A part of a source has a quote only under rights quote or full, within the limit, and text only under full."""
    limit = context.chronology.masthead.max_quote_words
    for source in context.chronology.sources.values():
        for index, part in enumerate(source.parts):
            yield from _beyond_rights(context, source, part, source.steps_to(index), limit)


def _beyond_rights(
    context: Context, source: Source, paragraph: SourcePart, here: Steps, limit: int
) -> Iterator[Problem]:
    if paragraph.text is not None and source.rights != "full":
        message = f"the source's rights are '{source.rights}', so its text may not stand here"
        hint = "remove text, or correct rights"
        yield context.problem(source, (*here, "text"), Code.QUOTE_NOT_ALLOWED, message, hint, of_key=True)
    if paragraph.quote is not None and source.rights == "fingerprint":
        message = "the source's rights are 'fingerprint', so no quote may stand here"
        hint = "remove quote, or correct rights"
        yield context.problem(source, (*here, "quote"), Code.QUOTE_NOT_ALLOWED, message, hint, of_key=True)
    elif paragraph.quote is not None and (words := word_count(paragraph.quote)) > limit:
        message = f"the quote has {words} words, {limit} are allowed"
        counted = how_counted(paragraph.quote)
        hint = f"shorten the quote; {counted}" if counted else "shorten the quote"
        yield context.problem(source, (*here, "quote"), Code.QUOTE_TOO_LONG, message, hint)


def reports_of(event: Event) -> Iterator[tuple[Steps, Claim, Report]]:
    """Yield each report of an event with the steps that lead to it, and with its claim."""
    for index, claim in enumerate(event.claims):
        for number, report in enumerate(claim.reports):
            yield ("claims", index, "reports", number), claim, report
