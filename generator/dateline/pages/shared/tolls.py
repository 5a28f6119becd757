"""Tolls: what each voice gives for one figure, as bars on one scale, and the range of them all in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from dateline.pages.shared.edition import Edition
from dateline.pages.shared.side_marks import NO_SIDE, mark_of_actor, sides_by_mark
from dateline.pages.shared.time_of_claims import time_of
from dateline.pages.shared.views import CitationView, Link
from dateline.pages.wording import ranges, words
from dateline.pages.wording.more_than import more_than
from dateline.pages.wording.words_alike import OF_DEATHS
from dateline.records.chronology import ClaimInContext, claim_order
from dateline.records.quantities import PLAIN, CountedIn, counted_in, thing_counted
from dateline.records.rules.attribution import spoken, supports, unretracted
from dateline.records.types import Dispute, Figure, Report, Vocabulary

_ROUNDED: Final = Context(prec=4)
"""As many digits a number has that was converted to the unit of others."""
_NAMED: Final = 4
"""So many voices are named with their numbers; the others are counted, unless it is one."""
_OF_ONE_PERIOD: Final = frozenset({"exclusive"})
"""How positions stand to each other whose counts are of one thing in one period, however each words that."""


@dataclass(frozen=True, slots=True)
class TollRow:
    """A figure as one report gives it, for the table; None where it leaves a bound open."""

    speaker: str
    citation: CitationView
    claim: Link
    low: float | Decimal | None
    high: float | Decimal | None
    amount: str
    wording: str
    scope: str
    counted_in: str = ""
    """The code of its unit or currency, or %."""
    lang: str = ""
    """The language of the wording, and the way that it is written, where it is not that of the site."""
    dir: str = ""
    tongue: str = ""
    """The name of that language."""


@dataclass(frozen=True, slots=True)
class TollBar:
    """One number of one voice for one period, however many papers carry it; None where a bound is left open."""

    speaker: str
    side: int
    """The mark of the speaker's side."""
    claim: Link
    low: float | Decimal | None
    high: float | Decimal | None
    amount: str
    scope: str
    papers: str
    """How many papers carry it, where several do; empty otherwise."""
    wording: str
    """How the first of its reports puts it."""
    lang: str = ""
    """The language of the wording, and the way that it is written, where it is not that of the site."""
    dir: str = ""
    tongue: str = ""
    """The name of that language."""

    @property
    def is_stated(self) -> bool:
        """Whether there is a number, which is other than none."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class TollView:
    """The figures of one measure and object."""

    title: str
    """What is counted."""
    range: str
    """From the lowest to the highest number, in words: of the longest period, where the others are of parts of it."""
    counts: str
    """How many counts that is of, and whether they are of different periods."""
    summary: str
    """Both in one."""
    differ: bool
    """Whether the counts are not all of one number."""
    bars: tuple[TollBar, ...]
    rows: tuple[TollRow, ...]
    sides: tuple[tuple[int, str], ...]
    """The sides on which sources place the speakers of the bars, each with its mark."""
    kind: CountedIn = PLAIN
    """In what it is counted: the unit of its axis."""
    measure: str = ""
    """The word of the vocabulary for what is counted."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure as one report gives it."""

    context: ClaimInContext
    report: Report
    figure: Figure
    counted_in: CountedIn
    shown_in: CountedIn
    """What all figures are shown in beside which it stands."""

    @property
    def numbers(self) -> "_Numbers":
        """The numbers that it names: none, one or two."""
        return tuple(sorted({bound for bound in (self.low, self.high) if bound is not None}))

    @property
    def low(self) -> float | Decimal | None:
        """Its lower bound as it is shown beside others."""
        return self._shown(self.figure.lowest)

    @property
    def high(self) -> float | Decimal | None:
        """Its upper bound as it is shown beside others."""
        return self._shown(self.figure.highest)

    @property
    def count(self) -> ranges.Count:
        """It as one of several counts."""
        above = more_than(self.figure) if self.counted_in == self.shown_in else None
        return ranges.Count(self.low, self.high, self.figure.approximate, above)

    def _shown(self, bound: float | Decimal | None) -> float | Decimal | None:
        if bound is None or self.counted_in == self.shown_in:
            return bound
        found = self.counted_in.converted(bound, self.shown_in)
        return _ROUNDED.divide(found.numerator, found.denominator) if isinstance(found, Fraction) else found


_Numbers = tuple[float | Decimal, ...]
_Key = tuple[str, str | None, str | None, str]
"""Measure, owner, item, and the system that it is counted in."""


def tolls_of(
    edition: Edition, contexts: Iterable[ClaimInContext], dispute: Dispute | None = None
) -> tuple[TollView, ...]:
    """Return the tolls of which there are two bars or more, in the order in which they are first given."""
    tolls = (
        _toll(edition, key, given, dispute)
        for key, given in _by_what_is_counted(edition.chronology.masthead.vocabulary, contexts).items()
    )
    return tuple(toll for toll in tolls if toll.range and len(toll.bars) > 1)


def tolls_in_dispute(edition: Edition, dispute: Dispute) -> tuple[TollView, ...]:
    """Return the tolls that two positions or more of a dispute about figures count, and differ on."""
    if not edition.chronology.is_about_figures(dispute):
        return ()
    claims, vocabulary = edition.chronology.claims, edition.chronology.masthead.vocabulary
    by_position = [
        set(_by_what_is_counted(vocabulary, (claims[reference] for reference in one.claims)))
        for one in dispute.positions
    ]
    references = dict.fromkeys(reference for one in dispute.positions for reference in one.claims)
    given = _by_what_is_counted(vocabulary, (claims[reference] for reference in references))
    shared = (_toll(edition, key, given[key], dispute) for key in given if sum(key in one for one in by_position) > 1)
    return tuple(toll for toll in shared if toll.differ)


def ranges_in_words(edition: Edition, tolls: tuple[TollView, ...]) -> tuple[str, ...]:
    """Return the ranges of tolls in words, each with what is counted."""
    return tuple(edition.language.told_of(toll.title, toll.summary) for toll in tolls)


def by_whom(edition: Edition, toll: TollView) -> str:
    """Return who counts how many, each voice once with all its numbers."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for bar in toll.bars:
        if bar.is_stated:
            found[bar.speaker][bar.amount] = None
    language = edition.language
    told = [language.told_of(speaker, language.listed(amounts)) for speaker, amounts in found.items()]
    more = len(told) - _NAMED
    if more > 1:
        told[_NAMED:] = [language.ngettext("%(count)s more", "%(count)s more", more)]
    return language.clauses(told)


def disputes_about_figures(edition: Edition, contexts: Iterable[ClaimInContext]) -> tuple[Link, ...]:
    """Return the disputes in which figures of these claims stand beside others, each with their ranges."""
    told = ((one, ranges_in_words(edition, tolls)) for one, tolls in _disputed(edition, contexts))
    return tuple(replace(edition.dispute(one), note=edition.language.clauses(counts)) for one, counts in told if counts)


def tolls_of_the_dead(edition: Edition, contexts: Iterable[ClaimInContext]) -> tuple[Link, ...]:
    """Return how many died, from the lowest to the highest count, each leading to the dispute about it."""
    return tuple(
        replace(edition.dispute(dispute), text=edition.language.told_of(toll.title, toll.range))
        for dispute, tolls in _disputed(edition, contexts)
        for toll in tolls
        if toll.measure in OF_DEATHS
    )


def _disputed(edition: Edition, contexts: Iterable[ClaimInContext]) -> Iterator[tuple[Dispute, tuple[TollView, ...]]]:
    by_claim = edition.chronology.disputes_by_claim
    found = {one.id: one for context in contexts for one in by_claim.get(context.reference, ())}
    return ((one, tolls_in_dispute(edition, one)) for one in found.values())


def _by_what_is_counted(vocabulary: Vocabulary, contexts: Iterable[ClaimInContext]) -> Mapping[_Key, list[_Given]]:
    groups: defaultdict[_Key, list[_Given]] = defaultdict(list)
    for context in sorted(contexts, key=claim_order):  # a dispute names its claims in any order
        for report in filter(supports, context.claim.reports):
            for figure in report.figures:
                kind = counted_in(vocabulary, figure)
                thing = thing_counted(vocabulary, figure)
                key = (figure.measure, figure.of, thing, kind.system)
                first = groups[key][0].shown_in if groups[key] else kind
                groups[key].append(_Given(context, report, figure, kind, first))
    return groups


def _toll(edition: Edition, key: _Key, given: list[_Given], dispute: Dispute | None) -> TollView:
    counting = [one for one in given if edition.chronology.counts(one.report)] or given
    grouped = list(_by_voice_and_period(edition, counting))
    bars = sorted((_bar(edition, group) for group in grouped), key=_in_order)
    stated = [bar for bar in bars if bar.is_stated]
    found, kind = ranges.range_of(one.count for one in counting), given[0].shown_in
    differing = _differing(grouped, dispute)
    language = edition.language
    whole = ranges.range_of(one.count for one in _of_the_whole(counting)) if differing == "period" else None
    if whole and found and whole.high.number < found.high.number:
        whole = None  # a part is no more than the whole: these exclude each other
    told = ranges.range_and_counts(found, len(stated), differing, language, kind) if found else ""
    first = ranges.range_in_words(whole or found, language, kind) if found else ""
    return TollView(
        title=_title(edition, *key[:3]),
        kind=kind,
        range=first,
        counts=ranges.of_the_whole("", told, language)
        if whole
        else ranges.counts_in_words(len(stated), differing, language),
        summary=ranges.of_the_whole(first, told, language) if whole else told,
        differ=found is not None and found.low.number != found.high.number,
        bars=tuple(bars),
        rows=tuple(_row(edition, one) for one in given),
        sides=sides_by_mark(edition, (bar.side for bar in bars if bar.is_stated)),
        measure=key[0],
    )


def _by_voice_and_period(edition: Edition, given: list[_Given]) -> Iterator[list[_Given]]:
    """Yield together what is one voice's number in one claim; who does not say from whom is one voice of all such.

    Who only tells another's report shorter, as at the claim, has that voice's number.  Where one report has the number
    twice, it is of different things, as their scopes say.
    """
    groups: defaultdict[tuple[str, str, _Numbers], list[_Given]] = defaultdict(list)
    for one in sorted(given, key=lambda one: edition.chronology.voice(one.report) is None):
        voice = edition.chronology.voice(one.report)
        if voice is None and not _is_told(edition, one):
            same = (key for key in groups if key[0] and key[1:] == (one.context.reference, one.numbers))
            voice = next(same, ("",))[0]
        groups[voice or "", one.context.reference, one.numbers].append(one)
    for group in groups.values():
        if len({id(one.report) for one in group}) == len(group):
            yield group
            continue
        by_scope: defaultdict[str, list[_Given]] = defaultdict(list)
        for one in group:
            by_scope[one.figure.scope or ""].append(one)
        yield from by_scope.values()


def _is_told(edition: Edition, given: _Given) -> bool:
    """Return whether a report without a voice counts at its claim, and does not only tell another's shorter."""
    counting = filter(supports, unretracted(edition.chronology, given.context.claim))
    return any(report is given.report for _, report in spoken(edition.chronology, counting))


def _bar(edition: Edition, group: list[_Given]) -> TollBar:
    """Return one bar: where its reports bound the number differently, as loose as all of them together."""
    first, language = group[0], edition.language
    counts = [one.count for one in group]
    publishers = {edition.chronology.sources[one.report.cite.source].publisher for one in group} - {""}
    voice = edition.chronology.voice(first.report)
    worded = next((one for one in group if one.figure.wording), first)
    lang, direction = edition.tongue(edition.chronology.sources[worded.report.cite.source])
    return TollBar(
        speaker=edition.chronology.actors[voice].name if voice else _unattributed(edition, publishers),
        side=mark_of_actor(edition, voice) if voice else NO_SIDE,
        claim=Link(first.context.claim.text, edition.claim_address(first.context.event, first.context.claim)),
        low=_bound(one.low for one in counts),
        high=_bound(one.high for one in counts),
        amount=_amount(edition, group, counts),
        scope=language.clauses(tuple(dict.fromkeys(one.figure.scope for one in group if one.figure.scope))),
        papers=language.ngettext("by %(count)s publisher", "by %(count)s publishers", len(publishers))
        if voice and len(publishers) > 1
        else "",
        wording=worded.figure.wording or "",
        lang=lang,
        dir=direction,
        tongue=edition.tongue_name(lang),
    )


def _bound(bounds: Iterable[float | Decimal | None]) -> float | Decimal | None:
    """Return a bound that several reports of one number give, or None if one of them leaves it open."""
    found = set(bounds)
    return None if None in found else next(iter(found), None)


def _amount(edition: Edition, group: list[_Given], counts: list[ranges.Count]) -> str:
    masthead = edition.chronology.masthead
    amounts = {words.amount_in_words(masthead, one.figure, edition.language) for one in group}
    if len(amounts) == 1:
        return amounts.pop()
    is_about = any(one.is_about for one in counts)
    together = ranges.range_of(replace(one, is_about=is_about) for one in counts)
    return ranges.range_in_words(together, edition.language, group[0].shown_in) if together else ""


def _unattributed(edition: Edition, publishers: set[str]) -> str:
    """Return who has a number without saying from whom: one paper by its name, several by their number."""
    language = edition.language
    if len(publishers) == 1:
        name = edition.chronology.actors[next(iter(publishers))].name
        return language.gettext("%(publisher)s, not saying whose word it is", publisher=name)
    return language.ngettext(
        "%(count)s publisher, not saying whose word it is",
        "%(count)s publishers, not saying whose word it is",
        len(publishers),
    )


def _in_order(bar: TollBar) -> tuple[bool, float | Decimal, float | Decimal]:
    """Order bars by their numbers, those without one last."""
    bounds = [bound for bound in (bar.low, bar.high) if bound is not None]
    return (not bounds, min(bounds, default=0), max(bounds, default=0))


def _differing(groups: list[list[_Given]], dispute: Dispute | None) -> str:
    """Return in what the counts differ beside their numbers: in "period", in "scope", or in nothing that is told."""
    if dispute is not None and dispute.relation in _OF_ONE_PERIOD:
        return ""
    stated = [group[0] for group in groups if group[0].numbers]
    if len({time_of(one.context) for one in stated}) > 1:
        return "period"
    return "scope" if len({one.figure.scope for one in stated}) > 1 else ""


def _of_the_whole(given: list[_Given]) -> list[_Given]:
    """Return the counts of the longest period, if all others are of parts of it; none where no period holds all."""
    times = [(time_of(one.context), one) for one in given if one.numbers]
    known = [time for time, _ in times if time.earliest and time.latest]
    first = min((time.earliest for time in known if time.earliest), default=None)
    last = max((time.latest for time, _ in times if time.latest), default=None)
    if any(time.latest is None for time, _ in times):
        return []
    whole = [one for time, one in times if (time.earliest, time.latest) == (first, last)]
    return whole if len(whole) < len(times) else []


def _row(edition: Edition, given: _Given) -> TollRow:
    context, report, figure = given.context, given.report, given.figure
    lang, direction = edition.tongue(edition.chronology.sources[report.cite.source])
    return TollRow(
        speaker=edition.chronology.actors[edition.chronology.origin(report)].name,
        citation=edition.citation(report.cite, report.by),
        claim=Link(context.claim.text, edition.claim_address(context.event, context.claim)),
        low=figure.lowest,
        high=figure.highest,
        amount=words.amount_in_words(edition.chronology.masthead, figure, edition.language),
        wording=figure.wording or "",
        scope=figure.scope or "",
        counted_in=given.counted_in.unit or given.counted_in.currency or ("%" if given.counted_in.is_percent else ""),
        lang=lang,
        dir=direction,
        tongue=edition.tongue_name(lang),
    )


def _title(edition: Edition, measure: str, of: str | None, item: str | None) -> str:
    what = edition.language.listed(filter(None, (edition.term("measures", measure), item)))
    if not of:
        return what
    return edition.language.gettext("%(what)s (%(whose)s)", what=what, whose=edition.chronology.actors[of].name)
